import { nameFrom } from '../skeleton.js';
import { cut } from '../text/cut.js';
import { marksOf, type ImportedBlock, type ImportedDocument, type ImportedItem, type Marks } from './blocks.js';
import type { PartKey } from './form.js';
import { goalsIn, withoutWord, type ImportedGoal } from './goals.js';
import { Margin } from './margin.js';
import { isNotice } from './notice.js';
import { placed, type PlacedForm } from './place.js';
import { isReference } from './reference.js';
import { versionFrom } from './version.js';
import { block, isOpenAnswer, longText, markdownOf, quoted, textOf, valueOf } from './write.js';

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

/** A form with the remarks that stand in its margin. */
interface Form extends PlacedForm {
    readonly margin: Margin;
    /** what stands among the literature and reads as a reference */
    readonly references: readonly ImportedItem[];
}

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
    const margin = new Margin(document);
    const found = placed(document.blocks.filter((b) => !isNotice(b)));
    const [references, others] = referencesIn(found.parts.get('literature') ?? []);
    const form: Form = { ...found, margin, references, loose: [...found.loose, ...others] };
    const { parts, loose } = form;
    const title = nameOf(parts.get('title')) || form.title || called;
    // a name is one word: what stands behind it is a source or a note
    const noted = (parts.get('name') ?? []).filter((b) => b.plain.includes(' '));
    const rest =
        form.title !== undefined && nameOf(parts.get('title')) !== ''
            ? [titleBlock(form.title), ...noted, ...loose]
            : [...noted, ...loose];
    const name = nameFrom(nameOf(parts.get('name')).split(' ')[0] || title).slice(0, 60);
    const lines = block(`interventie ${name} ${quoted(title)} volgens Formulier tenzij anders vermeld`, [
        versionFrom(parts.get('version') ?? []),
        ...owner(form),
        ...statement(form, 'summary', 'samenvatting'),
        ...optional(form, 'description', 'toelichting'),
        ...feature(form, 'reference', 'Referentie'),
        ...feature(form, 'recognition', 'Erkenning volgens het formulier'),
        ...feature(form, 'attribution', 'Bronvermelding volgens het formulier'),
        ...feature(form, 'aims', 'Gericht op'),
        ...targetGroups(form),
        ...goals(form),
        ...approach(form),
        ...delivery(form),
        ...optional(form, 'transfer', 'overdraagbaarheid'),
        ...rationale(form),
        ...research(form),
        ...optional(form, 'comparison', 'vergelijking'),
        ...literature(form),
        ...margin.rest(),
        ...(rest.length === 0 ? [] : [`kenmerk "${STILL_TO_PLACE}" ${longText(markdownOf(rest))}`]),
    ]);
    return {
        name,
        title,
        text: `bron Formulier ${quoted(from)} { soort "ingevuld formulier" }\n\n${lines.join('\n')}\n`,
        found: [...parts].filter(([, blocks]) => !isOpenAnswer(blocks)).map(([key]) => key),
        loose: rest.length,
        remarks: margin.written,
    };
}

/** The name of the intervention, which a form may ask for more than once. */
function nameOf(blocks: readonly ImportedBlock[] = []): string {
    return [...new Set(blocks.map((b) => b.plain))].join(' ');
}

function titleBlock(title: string): ImportedBlock {
    return { type: 'text', plain: title, markdown: title, ...marksOf([]) };
}

/** The remarks on some parts of a form, with their headings. */
function remarksOn({ parts, named, margin }: Form, ...keys: readonly PartKey[]): string[] {
    return margin.on(...keys.flatMap((key): (readonly Marks[] | undefined)[] => [named.get(key), parts.get(key)]));
}

/** A statement that the form asks for: `onbekend` where it does not answer. */
function statement(form: Form, part: PartKey, keyword: string): string[] {
    return [`${keyword} ${answer(form, part)}`];
}

/** The answer to a part as a value; where there is none, where one may stand. */
function answer({ parts, elsewhere }: Form, part: PartKey): string {
    const blocks = parts.get(part) ?? [];
    const title = elsewhere.get(part);
    return blocks.length === 0 && title !== undefined
        ? `onbekend omdat ${quoted(`staat misschien onder “${title}”`)}`
        : valueOf(blocks);
}

/** A statement that stands there only where the form has it. */
function optional({ parts }: Form, part: PartKey, keyword: string): string[] {
    const blocks = parts.get(part);
    return blocks ? [`${keyword} ${keyword === 'toelichting' ? textOf(blocks) : valueOf(blocks)}`] : [];
}

function feature({ parts }: Form, part: PartKey, subject: string): string[] {
    const blocks = parts.get(part);
    return blocks ? [`kenmerk "${subject}" ${valueOf(blocks)}`] : [];
}

function owner(form: Form): string[] {
    const { parts } = form;
    const contact = parts.get('contact');
    const lines = [...(contact ? [`contact ${valueOf(contact)}`] : []), ...remarksOn(form, 'owner', 'contact')];
    return block(`eigenaar ${answer(form, 'owner')}`, lines);
}

function targetGroups(form: Form): string[] {
    const { parts } = form;
    const intermediaries = parts.get('intermediaries');
    return [
        ...block('doelgroep Doelgroep', [
            ...statement(form, 'target-group', 'omschrijving'),
            ...statement(form, 'age', 'leeftijd'),
            ...statement(form, 'selection', 'selectie'),
            ...statement(form, 'contra-indication', 'contra-indicatie'),
            ...statement(form, 'involvement', 'betrokkenheid'),
            ...remarksOn(form, 'target-group', 'age', 'selection', 'contra-indication', 'involvement'),
        ]),
        ...(intermediaries
            ? block('doelgroep IntermediaireDoelgroep "Intermediaire doelgroep"', [
                  `omschrijving ${valueOf(intermediaries)}`,
                  ...remarksOn(form, 'intermediaries'),
              ])
            : []),
    ];
}

function goals(form: Form): string[] {
    const { parts, margin } = form;
    const main = parts.get('goal') ?? [];
    const sub = parts.get('subgoals') ?? [];
    if (isOpenAnswer(main) && isOpenAnswer(sub)) {
        return [`doel ${answer(form, 'goal')}`];
    }
    const said = isOpenAnswer(sub) ? goalsIn(main) : [];
    if (said.length > 0) {
        return goalsAsSaid(form, said);
    }
    const listed = isOpenAnswer(sub) ? goalsWithSubgoals(main) : [];
    if (listed.length > 0) {
        return listedGoals(form, listed, main);
    }
    const title = titleOf(main);
    return block(`doel Hoofddoel${title === undefined ? '' : ` ${quoted(title)}`}`, [
        ...(title === undefined ? [`omschrijving ${answer(form, 'goal')}`] : []),
        ...(isOpenAnswer(sub) ? [`subdoel ${answer(form, 'subgoals')}`] : eachNamed('subdoel', 'Subdoel', sub, margin)),
        ...remarksOn(form, 'goal', 'subgoals'),
    ]);
}

/** Goals whose subgoals a form calls by that word. */
function goalsAsSaid(form: Form, goals: readonly ImportedGoal[]): string[] {
    const { margin } = form;
    let subgoals = 0;
    return goals.flatMap(({ title, told, subgoals: subs }, i) => {
        const explained = told.length === 0 ? [] : [`toelichting ${longText(markdownOf(told))}`];
        const lines = [
            ...explained,
            ...subs.flatMap((sub) => {
                subgoals += 1;
                const about = sub.told.length === 0 ? [] : [`toelichting ${longText(markdownOf(sub.told))}`];
                return named(`subdoel Subdoel${String(subgoals)}`, sub.title, margin, about);
            }),
            ...(i === 0 ? remarksOn(form, 'goal', 'subgoals') : []),
        ];
        const head = `doel ${goals.length === 1 ? 'Hoofddoel' : `Doel${String(i + 1)}`}`;
        return title ? named(head, title, margin, lines) : block(head, lines);
    });
}

/** The goals in a list of which each that has a list below it says its subgoals there; none where no item has. */
function goalsWithSubgoals(main: readonly ImportedBlock[]): readonly ImportedItem[] {
    const lists = main.filter((b) => b.type === 'list');
    const items = lists.length === 1 ? lists.flatMap((list) => list.items) : [];
    return items.some((item) => item.below) ? items : [];
}

function listedGoals(form: Form, items: readonly ImportedItem[], main: readonly ImportedBlock[]): string[] {
    const { margin } = form;
    const rest = main.filter((b) => b.type !== 'list');
    const told = rest.length === 0 ? [] : [`toelichting ${longText(markdownOf(rest))}`];
    let subgoals = 0;
    const texts = items.map((item, i) => {
        const { below } = item;
        const first = subgoals + 1;
        subgoals += below?.items.length ?? 0;
        const lines = below
            ? below.items.flatMap((sub, j) => named(`subdoel Subdoel${String(first + j)}`, sub, margin))
            : ['subdoel onbekend'];
        const name = items.length === 1 ? 'Hoofddoel' : `Doel${String(i + 1)}`;
        return named(`doel ${name}`, below ? (item.above ?? item) : item, margin, [
            ...(items.length === 1 ? told : []),
            ...lines,
            ...margin.on([item]),
            ...(i === 0 ? remarksOn(form, 'goal', 'subgoals') : []),
        ]);
    });
    // what leads up to several goals is about all of them
    return [...texts.flat(), ...(items.length === 1 ? [] : told)];
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
function eachNamed(keyword: string, name: string, blocks: readonly ImportedBlock[], margin: Margin): string[] {
    const [items, rest] = itemsIn(blocks);
    return [
        ...(items.length === 0 ? [`${keyword} onbekend omdat "staat in het formulier niet als lijst"`] : []),
        ...items.flatMap((item, i) =>
            named(`${keyword} ${name}${name === '' ? '' : String(i + 1)}`.trim(), withoutWord(item), margin),
        ),
        ...(rest.length === 0 ? [] : [`toelichting ${longText(markdownOf(rest))}`]),
    ];
}

/**
 * An item as an element: its words are the title, what stands below them in a list its explanation.
 *
 * @param head what declares it, up to the title
 * @param lines what else stands in its block
 */
function named(head: string, item: ImportedItem, margin: Margin, lines: readonly string[] = []): string[] {
    const { above, below } = item;
    const title = above ?? item;
    const told = !canBeTitle(title) ? [item] : below ? [below] : [];
    return block(`${head} ${quoted(canBeTitle(title) ? title.plain : cut(title.plain, 80))}`, [
        ...told.map(({ markdown }) => `toelichting ${longText(markdown)}`),
        ...lines,
        ...margin.on([item]),
    ]);
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

function approach(form: Form): string[] {
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
    return block('aanpak', [
        ...texts,
        ...asked,
        'onbekend aantal stappen',
        ...remarksOn(form, 'approach', 'content', 'duration', 'frequency', 'intensity', 'recruitment', 'order'),
    ]);
}

function delivery(form: Form): string[] {
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
        ...remarksOn(form, 'delivery', 'materials', 'location', 'organisation', 'training'),
        ...remarksOn(form, 'competence', 'quality', 'conditions', 'implementation', 'costs'),
    ]);
}

function rationale(form: Form): string[] {
    const { parts, margin } = form;
    const factors = parts.get('factors') ?? [];
    const elements = parts.get('elements') ?? [];
    return block('onderbouwing', [
        ...optional(form, 'rationale', 'toelichting'),
        ...statement(form, 'problem', 'probleem'),
        ...statement(form, 'causes', 'oorzaak'),
        ...optional(form, 'consequences', 'gevolg'),
        ...(isOpenAnswer(factors)
            ? [`factor ${answer(form, 'factors')}`]
            : eachNamed('factor', 'Factor', factors, margin)),
        ...statement(form, 'justification', 'verantwoording'),
        ...(isOpenAnswer(elements)
            ? [`werkzaam element ${answer(form, 'elements')}`]
            : eachNamed('werkzaam element', '', elements, margin)),
        ...remarksOn(form, 'rationale', 'problem', 'causes', 'consequences', 'factors', 'justification', 'elements'),
    ]);
}

const STUDIES: readonly (readonly [PartKey, string])[] = [
    ['research', 'onderzoek Onderzoek "Onderzoek"'],
    ['research-delivery', 'onderzoek OnderzoekUitvoering "Onderzoek naar de uitvoering"'],
    ['research-effects', 'onderzoek OnderzoekEffecten "Onderzoek naar de effecten"'],
];

function research(form: Form): string[] {
    const { parts } = form;
    const told = STUDIES.filter(([part]) => parts.has(part));
    if (told.every(([part]) => isOpenAnswer(parts.get(part) ?? []))) {
        return [`onderzoek ${valueOf(told.flatMap(([part]) => parts.get(part) ?? []))}`];
    }
    return told.flatMap(([part, head]) => {
        const blocks = parts.get(part) ?? [];
        return block(head, [
            isOpenAnswer(blocks) ? `uitkomst ${valueOf(blocks)}` : `toelichting ${textOf(blocks)}`,
            ...remarksOn(form, part),
        ]);
    });
}

function literature({ references, ...form }: Form): string[] {
    if (references.length === 0) {
        const isOpen = isOpenAnswer(form.parts.get('literature') ?? []);
        return [`literatuur ${isOpen ? answer({ references, ...form }, 'literature') : 'onbekend'}`];
    }
    return references.map(
        (item) => `literatuur ${item.plain === item.markdown ? quoted(item.plain) : longText(item.markdown)}`,
    );
}

/** What reads as a reference, and what stands among these and does not. */
function referencesIn(blocks: readonly ImportedBlock[]): [readonly ImportedItem[], readonly ImportedBlock[]] {
    if (isOpenAnswer(blocks)) {
        return [[], []];
    }
    const items = blocks.flatMap((b) =>
        b.type === 'list' ? b.items.map((item) => ({ ...item, type: 'text' as const })) : [b],
    );
    return [items.filter(isReference), items.filter((b) => !isReference(b))];
}
