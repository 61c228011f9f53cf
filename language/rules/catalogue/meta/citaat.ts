import { isProvenance, Provenance, type Guideline, type Source } from '../../../generated/ast.js';
import { referencesHeldBy } from '../../../names/held-references.js';
import { filesOf, ownSources } from '../../../names/source-texts.js';
import { comparable, missingPiece, nearestPassage, piecesOf, type Comparable } from '../../../text/quotation.js';
import { defineDocumentRule, type DocumentContext } from '../../document-rule.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';

/** For how many quotations of a file the nearest passage is looked up: with more, it is another edition of the source. */
const MOST_LOOKED_UP = 50;
const LONGEST_SHOWN = 200;

const messages = {
    absent: {
        nl: 'Deze aanhaling staat niet letterlijk in {path}, de tekst van bron `{source}`. Neem haar over zoals zij daar staat, met `…` waar u iets weglaat.',
        en: 'This quotation is not literally in {path}, the text of source `{source}`. Copy it as it stands there, with `…` where you leave something out.',
    },
    piece: {
        nl: 'Van deze aanhaling staat “{piece}” niet op die plaats in {path}, de tekst van bron `{source}`. Neem de delen over zoals en in de volgorde waarin zij daar staan.',
        en: 'Of this quotation “{piece}” is not in that place in {path}, the text of source `{source}`. Copy the parts as and in the order in which they stand there.',
    },
    near: {
        nl: 'Deze aanhaling staat niet letterlijk in {path}, de tekst van bron `{source}`. Daar staat: “{passage}”.',
        en: 'This quotation is not literally in {path}, the text of source `{source}`. That says: “{passage}”.',
    },
    place: {
        nl: '“{place}” staat niet in {path}, de tekst van bron `{source}`. Neem het opschrift over zoals het daar staat, of haal `op …` weg.',
        en: '“{place}” is not in {path}, the text of source `{source}`. Copy the heading as it stands there, or take `op …` away.',
    },
    unreadable: {
        nl: 'Het bestand {path} is er niet of is geen leesbare tekst; of de aanhalingen uit bron `{source}` kloppen, valt niet te zeggen. Het pad telt vanaf de map van dit bestand.',
        en: 'The file {path} does not exist or is no text that can be read; whether the quotations from source `{source}` are right cannot be decided. The path counts from the folder of this file.',
    },
} as const;

export const citaat = defineDocumentRule({
    code: 'meta/citaat',
    severity: 'warning',
    title: {
        nl: 'Een aanhaling staat letterlijk in haar bron',
        en: 'A quotation is literally in its source',
    },
    reason: {
        nl: 'Wie toetst, moet erop kunnen vertrouwen dat tussen aanhalingstekens staat wat de bron zegt. Noemt een bron met `bestand` de tekst zelf, dan wordt elke aanhaling achter `volgens` daarin opgezocht. Regeleinden, witruimte, afbreekstreepjes, opmaak en het soort aanhalingsteken of streepje tellen niet; `…` of `[...]` staat voor wat is weggelaten. Ook het opschrift achter `op` wordt er opgezocht; een bladzijde, regel of nummer niet. Is het bestand niet te lezen, dan zegt een mededeling dat, één keer per bron.',
        en: 'Who reviews must be able to trust that what stands in quotes is what the source says. Where a source names its text with `bestand`, each quotation behind `volgens` is looked up in it. Line breaks, white space, hyphenation, markup and the kind of quotation mark or dash do not count; `…` or `[...]` stands for what is left out. The heading behind `op` is looked up as well; a page, line or number is not. Where the file cannot be read, information says so, once for each source.',
    },
    messages,
    // an example has no other files: the tests of the rule have right and wrong quotations
    wrong: `
bron Handboek { bestand "bronnen/handboek.txt" }
interventie Voorbeeld "Voorbeeld" {
    duur ongeveer 6 maanden volgens Handboek "De begeleiding duurt ongeveer zes maanden."
}
`,
    right: `
bron Handboek { bestand onbekend }
interventie Voorbeeld "Voorbeeld" {
    duur ongeveer 6 maanden volgens Handboek "De begeleiding duurt ongeveer zes maanden."
}
`,
    checkDocument: (context, report) => {
        const { document, services } = context;
        for (const source of ownSources(document)) {
            const unread = filesOf(source).find(
                ({ uri }) => services.sourceTexts.has(uri) && !services.sourceTexts.of(uri),
            );
            if (unread) {
                report({
                    message: 'unreadable',
                    at: placeOfProperty(document, unread.node, 'values'),
                    severity: 'info',
                    parameters: { path: `"${unread.path}"`, source: source.name },
                });
            }
        }
        let lookUps = 0;
        for (const { reference, holder: claim } of referencesHeldBy(document, Provenance.$type)) {
            if (!isProvenance(claim) || claim.source !== reference) {
                continue;
            }
            const source = claim.source.ref;
            if (!source) {
                continue;
            }
            if (claim.place !== undefined) {
                checkPlace(claim, claim.place, source, context, report);
            }
            if (claim.quote !== undefined) {
                const isWrong = checkQuotation(claim, claim.quote, source, context, report, lookUps < MOST_LOOKED_UP);
                lookUps += isWrong ? 1 : 0;
            }
        }
    },
});

/** A place that a text without pages does not name: `p. 12`, `blz. 3 en 4`, `minuut 5`. */
const COUNTED_PLACE =
    /^(?:p|pp|pag|pagina['’]?s?|blz|bladzijde|bladzijden|regels?|r|dia|slide|minuut|alinea|kolom|tabel|figuur|noot)\b|^[\d§]/i;

function checkPlace(
    claim: Provenance,
    place: string,
    source: Source | Guideline,
    { document, services }: DocumentContext,
    report: Report<keyof typeof messages>,
): void {
    const files = filesOf(source);
    const texts = files.flatMap(({ uri }) => services.sourceTexts.of(uri) ?? []);
    const sought = comparable(place).compared.toLowerCase();
    const isIn = ({ compared }: Comparable) => compared.toLowerCase().includes(sought);
    if (
        texts.length === 0 ||
        texts.length < files.length ||
        COUNTED_PLACE.test(place.trim()) ||
        texts.some((t) => isIn(t.plain) || isIn(t.joined()))
    ) {
        return;
    }
    report({
        message: 'place',
        at: placeOfProperty(document, claim, 'place'),
        parameters: { place, path: files.map(({ path }) => `"${path}"`).join(', '), source: source.name },
    });
}

/** @returns whether the quotation is wrong */
function checkQuotation(
    claim: Provenance,
    quote: string,
    source: Source | Guideline,
    { document, services }: DocumentContext,
    report: Report<keyof typeof messages>,
    looksUp: boolean,
): boolean {
    const files = filesOf(source).map((file) => ({ ...file, text: services.sourceTexts.of(file.uri) }));
    const texts = files.flatMap(({ text }) => (text ? [text] : []));
    const pieces = piecesOf(quote);
    const [first] = texts;
    // what is in none of the texts that were read may be in one that was not
    if (
        !first ||
        texts.length < files.length ||
        texts.some((t) => missingPiece(pieces, t.plain) === undefined || missingPiece(pieces, t.joined()) === undefined)
    ) {
        return false;
    }
    const piece = missingPiece(pieces, first.plain) ?? '';
    const passage = looksUp
        ? texts.map((t) => nearestPassage(piece, t.plain)).find((found) => found !== undefined)
        : undefined;
    const at = placeOfProperty(document, claim, 'quote');
    const newText = `"${passage?.replaceAll('"', '’') ?? ''}"`;
    report({
        message: pieces.length > 1 ? 'piece' : passage === undefined ? 'absent' : 'near',
        at,
        parameters: {
            path: files.map(({ path }) => `"${path}"`).join(', '),
            source: source.name,
            piece: shortened(piece),
            passage: shortened(passage ?? ''),
        },
        fixes:
            passage === undefined || pieces.length > 1
                ? []
                : [
                      {
                          title: { nl: 'Neem over wat er in de bron staat', en: 'Copy what the source says' },
                          edits: [{ at, newText }],
                          safe: false,
                      },
                  ],
    });
    return true;
}

function shortened(text: string): string {
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
