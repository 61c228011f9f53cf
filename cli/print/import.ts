import type { TextDocument } from 'langium';
import type { BroughtBack, Proposal } from '../../language/import/back.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { amount } from '../messages.js';
import { printable } from '../terminal.js';
import { placeOf } from './place.js';

/** What was brought back, as it is told. */
export interface ShownBack extends BroughtBack {
    /** the protocol, and the document, as people see them */
    readonly file: string;
    readonly document: string;
    /** what kind of document it is */
    readonly kind: Bilingual;
    readonly applied: boolean;
}

/** What `import --into` tells people: the remarks that it wrote, and what is proposed. */
export function textOfBack(back: ShownBack, language: Language): string {
    const { remarks, proposals, file, document, kind, applied } = back;
    const nl = language === 'nl';
    const fresh = remarks.filter((r) => !r.isKnown);
    const written = amount(
        fresh.length,
        { nl: 'opmerking erbij', en: 'remark added' },
        { nl: 'opmerkingen erbij', en: 'remarks added' },
    )[language];
    const known = remarks.length - fresh.length;
    const head = [
        `${document} (${kind[language]}) → ${file}: ${written}`,
        ...(known === 0
            ? []
            : [
                  nl
                      ? `${String(known)} ${known === 1 ? 'stond' : 'stonden'} er al`
                      : `${String(known)} stood there already`,
              ]),
    ].join(', ');
    const changed = applied
        ? { nl: 'Overgenomen wijzigingen', en: 'Changes taken over' }
        : { nl: 'Voorgestelde wijzigingen', en: 'Proposed changes' };
    const [first, second] = [proposals.filter((p) => !p.rival), proposals.filter((p) => p.rival)];
    return [
        printable(`${head}.`),
        ...fresh.map(({ element, author, text }) =>
            printable(`  ${element}: ${author === undefined ? '' : `${author}: `}${text}`),
        ),
        ...(first.length === 0 ? [] : [`${changed[language]} (${String(first.length)}):`]),
        ...first.flatMap((p) => proposalLines(p, file)),
        ...(second.length === 0 ? [] : [`${(applied ? NOT_TAKEN : RIVALS)[language]} (${String(second.length)}):`]),
        ...second.flatMap((p) => [...proposalLines(p, file), printable(`    ${whyNot(p, file, language)}`)]),
        ...(second.length === 0 || !applied ? [] : [KEPT[language]]),
        ...(proposals.length === 0 || applied
            ? []
            : [
                  nl
                      ? 'De tekst is nog niet veranderd: met `--apply` worden deze wijzigingen overgenomen.'
                      : 'The text was not changed yet: with `--apply` these changes are taken over.',
              ]),
        '',
    ].join('\n');
}

const NOT_TAKEN: Bilingual = { nl: 'Niet overgenomen wijzigingen', en: 'Changes not taken over' };
const RIVALS: Bilingual = {
    nl: 'Wijzigingen die niet ook overgenomen kunnen worden',
    en: 'Changes that cannot be taken over as well',
};
const KEPT: Bilingual = {
    nl: 'Wat niet is overgenomen, staat als opmerking in de tekst.',
    en: 'What was not taken over stands in the text as a remark.',
};

function proposalLines({ element, author, date, before, after, edit }: Proposal, file: string): string[] {
    const who = [author, date].filter((w) => w !== undefined).join(', ');
    const where = `  ${element} (${file}:${placeOf(edit.at.range)})${who === '' ? '' : `, ${who}`}`;
    return [where, `    - ${before}`, `    + ${after}`].map(printable);
}

function whyNot({ rival }: Proposal, file: string, language: Language): string {
    const there = rival ? `${file}:${placeOf(rival.edit.at.range)}` : '';
    return language === 'nl'
        ? `Reden: het document wijzigt dezelfde woorden ook op een andere manier (${there}, in “${rival?.after ?? ''}”).`
        : `Reason: the document changes the same words in another way too (${there}, to “${rival?.after ?? ''}”).`;
}

/** What `import --into --format json` prints. Scripts build on it: what is here stays. */
export function jsonOfBack({ remarks, proposals, file, document, applied }: ShownBack, text: TextDocument) {
    return {
        version: 1,
        document,
        file,
        remarks: remarks.map(({ element, at, author, date, text: said, isKnown }) => ({
            element,
            range: at.range,
            author: author ?? null,
            date: date ?? null,
            text: said,
            written: !isKnown,
        })),
        proposals: proposals.map(({ element, author, date, before, after, edit, rival }) => ({
            element,
            author: author ?? null,
            date: date ?? null,
            before,
            after,
            range: edit.at.range,
            oldText: text.getText(edit.at.range),
            newText: edit.newText,
            applied: applied && !rival,
            conflictsWith: rival ? proposals.indexOf(rival) : null,
        })),
    };
}
