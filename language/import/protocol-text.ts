import { nameFrom } from '../skeleton.js';
import { cut } from '../text/cut.js';
import {
    marksOf,
    type ImportedBlock,
    type ImportedComment,
    type ImportedDocument,
    type ImportedItem,
    type Revision,
} from './blocks.js';
import type { PartKey } from './form.js';
import { placed, type PlacedForm } from './place.js';
import { block, isOpenAnswer, longText, markdownOf, quoted, remarkOf, textOf, valueOf } from './write.js';

/** A protocol made of a filled-in form, and what a reader should know of it. */
export interface ImportedProtocol {
    readonly name: string;
    readonly title: string;
    /** not laid out yet */
    readonly text: string;
    /** parts of the form in which something was found */
    readonly found: readonly PartKey[];
    /** how many blocks stand under `nog te plaatsen` */
    readonly loose: number;
    /** remarks made of comments in the margin and of tracked changes */
    readonly remarks: number;
}

/** How long a text may be to be the title of an element. */
const LONGEST_TITLE = 200;

/** Under this `kenmerk` stands what belongs to no part that is known. */
export const STILL_TO_PLACE = 'Nog te plaatsen';

/**
 * The text of a protocol that says what a filled-in form says: every part of the form in its order, what the form does not
 * answer as `onbekend`, and what has no place in it under `kenmerk "Nog te plaatsen"`. Nothing is invented and no text is
 * left out; a step or a role is not made of running text.
 *
 * @param called the name to give where the form has no title
 * @param from what the form is called: it is the source of all that the protocol says
 */
export function protocolText(document: ImportedDocument, called: string, from: string): ImportedProtocol {
    const form = placed(document.blocks);
    const { parts, loose } = form;
    const title = plainOf(parts.get('title')) || form.title || called;
    const rest =
        form.title !== undefined && plainOf(parts.get('title')) !== '' ? [titleBlock(form.title), ...loose] : loose;
    const name = nameFrom(title).slice(0, 60);
    const told = remarks(document);
    const lines = block(`interventie ${name} ${quoted(title)} volgens Formulier tenzij anders vermeld`, [
        'versie onbekend',
        ...owner(form),
        ...statement(form, 'summary', 'samenvatting'),
        ...optional(form, 'description', 'toelichting'),
        ...feature(form, 'reference', 'Referentie'),
        ...feature(form, 'recognition', 'Erkenning volgens het formulier'),
        ...targetGroups(form),
        ...goals(form),
        ...approach(form),
        ...delivery(form),
        ...optional(form, 'transfer', 'overdraagbaarheid'),
        ...rationale(form),
        ...research(form),
        ...optional(form, 'comparison', 'vergelijking'),
        ...literature(form),
        ...told,
        ...(rest.length === 0 ? [] : [`kenmerk "${STILL_TO_PLACE}" ${longText(markdownOf(rest))}`]),
    ]);
    return {
        name,
        title,
        text: `bron Formulier ${quoted(from)} { soort "ingevuld formulier" }\n\n${lines.join('\n')}\n`,
        found: [...parts].filter(([, blocks]) => !isOpenAnswer(blocks)).map(([key]) => key),
        loose: rest.length,
        remarks: told.length,
    };
}

function titleBlock(title: string): ImportedBlock {
    return { type: 'text', plain: title, markdown: title, ...marksOf([]) };
}

function plainOf(blocks: readonly ImportedBlock[] = []): string {
    return blocks.map((b) => b.plain).join(' ');
}

/** A statement that the form asks for: `onbekend` where it does not answer. */
function statement({ parts }: PlacedForm, part: PartKey, keyword: string): string[] {
    return [`${keyword} ${valueOf(parts.get(part) ?? [])}`];
}

/** A statement that stands there only where the form has it. */
function optional({ parts }: PlacedForm, part: PartKey, keyword: string): string[] {
    const blocks = parts.get(part);
    return blocks ? [`${keyword} ${keyword === 'toelichting' ? textOf(blocks) : valueOf(blocks)}`] : [];
}

function feature({ parts }: PlacedForm, part: PartKey, subject: string): string[] {
    const blocks = parts.get(part);
    return blocks ? [`kenmerk "${subject}" ${valueOf(blocks)}`] : [];
}

function owner({ parts }: PlacedForm): string[] {
    const blocks = parts.get('owner') ?? [];
    const contact = parts.get('contact');
    const lines = contact ? [`contact ${valueOf(contact)}`] : [];
    return block(`eigenaar ${valueOf(blocks)}`, lines);
}

function targetGroups(form: PlacedForm): string[] {
    const { parts } = form;
    const intermediaries = parts.get('intermediaries');
    return [
        ...block('doelgroep Doelgroep', [
            ...statement(form, 'target-group', 'omschrijving'),
            ...statement(form, 'age', 'leeftijd'),
            ...statement(form, 'selection', 'selectie'),
            ...statement(form, 'contra-indication', 'contra-indicatie'),
            ...statement(form, 'involvement', 'betrokkenheid'),
        ]),
        ...(intermediaries
            ? block('doelgroep IntermediaireDoelgroep "Intermediaire doelgroep"', [
                  `omschrijving ${valueOf(intermediaries)}`,
              ])
            : []),
    ];
}

function goals({ parts }: PlacedForm): string[] {
    const main = parts.get('goal') ?? [];
    const sub = parts.get('subgoals') ?? [];
    if (isOpenAnswer(main) && isOpenAnswer(sub)) {
        return [`doel ${valueOf(main)}`];
    }
    const title = titleOf(main);
    return block(`doel Hoofddoel${title === undefined ? '' : ` ${quoted(title)}`}`, [
        ...(title === undefined ? [`omschrijving ${valueOf(main)}`] : []),
        ...(isOpenAnswer(sub) ? [`subdoel ${valueOf(sub)}`] : eachNamed('subdoel', 'Subdoel', sub)),
    ]);
}

/** The only line of an answer, where that can be a title. */
function titleOf(blocks: readonly ImportedBlock[]): string | undefined {
    const [only, ...others] = blocks;
    return only?.type === 'text' && others.length === 0 && canBeTitle(only) && !isOpenAnswer(blocks)
        ? only.plain
        : undefined;
}

function canBeTitle({ plain, markdown }: ImportedItem): boolean {
    return plain.length <= LONGEST_TITLE && plain === markdown;
}

/**
 * Each item as an element with a name. Where there is a list, its items are they, else the paragraphs; what stands under a
 * heading of its own, leads up to the rest, or is a table, goes along as a text.
 */
function eachNamed(keyword: string, name: string, blocks: readonly ImportedBlock[]): string[] {
    const [items, rest] = itemsIn(blocks);
    return [
        ...(items.length === 0 ? [`${keyword} onbekend omdat "staat in het formulier niet als lijst"`] : []),
        ...items.flatMap((item, i) => {
            const called = `${keyword} ${name}${String(i + 1)}`;
            return canBeTitle(item)
                ? [`${called} ${quoted(item.plain)}`]
                : block(`${called} ${quoted(cut(item.plain, 80))}`, [`toelichting ${longText(item.markdown)}`]);
        }),
        ...(rest.length === 0 ? [] : [`toelichting ${longText(markdownOf(rest))}`]),
    ];
}

/** What an answer lists, and what it says besides. */
function itemsIn(blocks: readonly ImportedBlock[]): [ImportedItem[], ImportedBlock[]] {
    const firstHeading = blocks.findIndex((b) => b.type === 'heading');
    const listed = firstHeading < 0 ? blocks : blocks.slice(0, firstHeading);
    const hasList = listed.some((b) => b.type === 'list');
    const isNumbered = (b: ImportedBlock) => b.type === 'text' && TYPED_NUMBER.test(b.plain);
    const hasNumbers = !hasList && listed.filter(isNumbered).length > 1;
    const isItem = (b: ImportedBlock) =>
        listed.includes(b) &&
        (hasList ? b.type === 'list' : hasNumbers ? isNumbered(b) : b.type === 'text' && !b.plain.endsWith(':'));
    return [
        blocks
            .filter(isItem)
            .flatMap((b): readonly ImportedItem[] =>
                b.type === 'list' ? b.items : hasNumbers ? [withoutNumber(b)] : [b],
            ),
        blocks.filter((b) => !isItem(b)),
    ];
}

/** `1.`, `b)`: a number that somebody typed before a paragraph, where Word would have made a list. */
const TYPED_NUMBER = /^(?:\d{1,2}|[a-z])\\?[.)]\s+/;

function withoutNumber<Item extends ImportedItem>(item: Item): Item {
    const bare = (text: string) => text.replace(TYPED_NUMBER, '');
    return { ...item, plain: bare(item.plain), markdown: bare(item.markdown) };
}

function approach(form: PlacedForm): string[] {
    const { parts } = form;
    const texts = (['approach', 'content'] as const).flatMap((part) => {
        const blocks = parts.get(part) ?? [];
        return isOpenAnswer(blocks) ? [] : [`toelichting ${textOf(blocks)}`];
    });
    const asked = [
        ...statement(form, 'duration', 'duur'),
        ...statement(form, 'frequency', 'frequentie'),
        ...statement(form, 'intensity', 'intensiteit'),
        ...statement(form, 'recruitment', 'werving'),
        ...optional(form, 'order', 'volgorde'),
    ];
    return block('aanpak', [...texts, ...asked, 'onbekend aantal stappen']);
}

function delivery(form: PlacedForm): string[] {
    return block('uitvoering', [
        ...optional(form, 'delivery', 'toelichting'),
        ...statement(form, 'materials', 'materiaal'),
        ...statement(form, 'location', 'locatie'),
        ...optional(form, 'organisation', 'organisatie'),
        ...statement(form, 'training', 'opleiding'),
        ...statement(form, 'competence', 'competentie'),
        ...statement(form, 'quality', 'kwaliteitsbewaking'),
        ...statement(form, 'conditions', 'randvoorwaarde'),
        ...statement(form, 'implementation', 'implementatie'),
        ...statement(form, 'costs', 'kosten'),
    ]);
}

function rationale(form: PlacedForm): string[] {
    const { parts } = form;
    const factors = parts.get('factors') ?? [];
    const elements = parts.get('elements') ?? [];
    return block('onderbouwing', [
        ...optional(form, 'rationale', 'toelichting'),
        ...statement(form, 'problem', 'probleem'),
        ...statement(form, 'causes', 'oorzaak'),
        ...optional(form, 'consequences', 'gevolg'),
        ...(isOpenAnswer(factors) ? [`factor ${valueOf(factors)}`] : eachNamed('factor', 'Factor', factors)),
        ...statement(form, 'justification', 'verantwoording'),
        ...(isOpenAnswer(elements) ? [`werkzaam element ${valueOf(elements)}`] : workingElements(elements)),
    ]);
}

function workingElements(blocks: readonly ImportedBlock[]): string[] {
    const [items, rest] = itemsIn(blocks);
    return [
        ...(items.length === 0 ? ['werkzaam element onbekend omdat "staat in het formulier niet als lijst"'] : []),
        ...items.flatMap((item) =>
            canBeTitle(item)
                ? [`werkzaam element ${quoted(item.plain)}`]
                : block(`werkzaam element ${quoted(cut(item.plain, 80))}`, [`toelichting ${longText(item.markdown)}`]),
        ),
        ...(rest.length === 0 ? [] : [`toelichting ${longText(markdownOf(rest))}`]),
    ];
}

const STUDIES: readonly (readonly [PartKey, string])[] = [
    ['research', 'onderzoek Onderzoek "Onderzoek"'],
    ['research-delivery', 'onderzoek OnderzoekUitvoering "Onderzoek naar de uitvoering"'],
    ['research-effects', 'onderzoek OnderzoekEffecten "Onderzoek naar de effecten"'],
];

function research({ parts }: PlacedForm): string[] {
    const told = STUDIES.filter(([part]) => parts.has(part));
    if (told.every(([part]) => isOpenAnswer(parts.get(part) ?? []))) {
        return [`onderzoek ${valueOf(told.flatMap(([part]) => parts.get(part) ?? []))}`];
    }
    return told.flatMap(([part, head]) => {
        const blocks = parts.get(part) ?? [];
        return block(head, [isOpenAnswer(blocks) ? `uitkomst ${valueOf(blocks)}` : `toelichting ${textOf(blocks)}`]);
    });
}

function literature({ parts }: PlacedForm): string[] {
    const blocks = parts.get('literature') ?? [];
    if (isOpenAnswer(blocks)) {
        return [`literatuur ${valueOf(blocks)}`];
    }
    return blocks
        .flatMap((b): readonly ImportedItem[] => (b.type === 'list' ? b.items : [b]))
        .map((item) => `literatuur ${item.plain === item.markdown ? quoted(item.plain) : longText(item.markdown)}`);
}

/** The comments in the margin, and what was changed while that was tracked, each with the beginning of what it is about. */
function remarks({ blocks, comments }: ImportedDocument): string[] {
    const about = new Map(blocks.flatMap((b) => b.comments.map((key) => [key, b.plain] as const)));
    const beginning = (text: string) => cut(text.replace(/["“”„]/g, ''), 60);
    return [
        ...comments.map((comment: ImportedComment) => {
            const near = about.get(comment.key);
            return remarkOf(comment, near === undefined ? undefined : beginning(near));
        }),
        ...blocks.flatMap(({ plain, revisions }) =>
            [...Map.groupBy(revisions, (r) => `${r.author ?? ''} ${r.date ?? ''}`).values()].map((same) =>
                remarkOf({ ...whoAndWhen(same[0]), text: revisionText(same) }, beginning(plain)),
            ),
        ),
    ];
}

function whoAndWhen({ author, date }: Partial<Revision> = {}) {
    return { ...(author === undefined ? {} : { author }), ...(date === undefined ? {} : { date }) };
}

/** What somebody changed: the text of the protocol is as after it. */
function revisionText(revisions: readonly Revision[]): string {
    return revisions
        .map(({ kind, text }) => `“${text.trim()}” ${kind === 'inserted' ? 'toegevoegd' : 'geschrapt'}`)
        .join(', ');
}
