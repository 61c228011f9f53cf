import {
    LABEL,
    marksOf,
    type Marks,
    type ImportedBlock,
    type ImportedHeading,
    type ImportedItem,
    type ImportedList,
    type ImportedTable,
    type ImportedText,
} from './blocks.js';
import { CHAPTERS, partOf, partsNamedIn, type Chapter, type PartKey } from './form.js';
import { withoutNote } from './notes.js';

/** A filled-in form with each of its blocks under the part that it belongs to. */
export interface PlacedForm {
    /** the heading of the whole, where it is no part */
    readonly title?: string;
    readonly parts: ReadonlyMap<PartKey, readonly ImportedBlock[]>;
    /** the marks of what named a part: a heading, a label, a cell in front of its answer */
    readonly named: ReadonlyMap<PartKey, readonly Marks[]>;
    /** what belongs to no part that is known, in the order of the text, with its headings */
    readonly loose: readonly ImportedBlock[];
    /** the title under which the answer to a part may stand besides */
    readonly elsewhere: ReadonlyMap<PartKey, string>;
}

/**
 * Finds the part of the form that each block belongs to: by the heading above it, by the words before a colon, or by the
 * cell beside it. Headings below one that is known belong to its part. Every block lands somewhere, once.
 */
export function placed(blocks: readonly ImportedBlock[]): PlacedForm {
    const place = new Placer();
    place.all(blocks);
    return place.result();
}

/** `Werkblad: De Brug`: the name of the form before that of the intervention. */
const NAME_OF_FORM = /^(?:werkblad|formulier)(?: beschrijving interventie)?\s*[:–-]\s*(?=\S)/i;

/** `Duur: zes maanden` */
const LABELLED = /^([^:\n]{3,60}):(?:\s+(.*))?$/s;

/** `Duur (noot 1: Naar schatting.): zes maanden` */
const LABELLED_WITH_NOTE = /^([^:\n(]{3,60}\(noot [^\s:]*: .*?\)):(?:\s+(.*))?$/s;

/** `De subdoelen van het gezin zijn:` */
const LEADS_TO_SUBGOALS = /\b(?:sub|deel|tussen)doel(?:en|stellingen)\b[^.]*:$/i;

/** The whole, what is in front of a tab or a colon, and what is behind it. */
function labelled({ plain, label }: ImportedText): readonly string[] {
    return label !== undefined && label !== '' && plain.startsWith(label) && label.length < plain.length
        ? [plain, label.replace(/:$/, ''), plain.slice(label.length)]
        : (LABELLED_WITH_NOTE.exec(plain) ?? LABELLED.exec(plain) ?? []);
}

/** What a part asks of each of several, so that it may stand below a heading of its own: the age of a group. */
const ASKED_OF_EACH: Readonly<Partial<Record<PartKey, readonly PartKey[]>>> = {
    'target-group': ['age', 'selection', 'contra-indication', 'involvement'],
};

/** The parts that are asked together: a term in a list stands for one of those that are asked where the list stands. */
const ASKED_TOGETHER: readonly (readonly PartKey[])[] = [
    ['title', 'name', 'version', 'attribution', 'aims', 'owner', 'contact', 'reference', 'recognition'],
    ['target-group', 'intermediaries', 'selection', 'contra-indication', 'age', 'involvement'],
    ['goal', 'subgoals'],
    ['approach', 'content', 'duration', 'frequency', 'intensity', 'recruitment', 'order'],
    ['delivery', 'materials', 'location', 'organisation', 'training', 'competence', 'quality', 'conditions', 'implementation', 'costs', 'transfer'],
    ['rationale', 'problem', 'causes', 'consequences', 'factors', 'justification', 'elements'],
]; // prettier-ignore

/** `**Leeftijd:** 0 tot 12 jaar` in a list */
const BOLD_LABEL = /^\*\*([^*\n:]{2,60}):\*\*\s*/;

/** What somebody says of a term. */
interface Answer {
    readonly label: string;
    readonly named: readonly ImportedBlock[];
    readonly said: readonly ImportedBlock[];
}

/** A list of which each item begins with a term in bold. */
function answersOf({ items }: ImportedList): readonly Answer[] {
    const answers = items.map(answerOf);
    return answers.every((a) => a !== undefined) ? answers : [];
}

function answerOf({ blocks = [] }: ImportedItem): Answer | undefined {
    const [first, ...others] = blocks;
    if (first?.type === 'heading' && first.plain.endsWith(':')) {
        return { label: first.plain.slice(0, -1), named: [first], said: others };
    }
    const [bold, label] = first?.type === 'text' ? (BOLD_LABEL.exec(first.markdown) ?? []) : [];
    if (first?.type !== 'text' || bold === undefined || label === undefined) {
        return undefined;
    }
    const { label: _label, lines: _lines, ...text } = first;
    const plain = text.plain.slice(label.length + 1).trim();
    const rest: ImportedText = { ...text, plain, markdown: text.markdown.slice(bold.length) };
    return { label, named: [], said: plain === '' ? others : [rest, ...others] };
}

/** `Indicatie: … Contra-indicatie: …`: the sentences of a text, each that says whom it is for begun anew. */
function sentencesOf({ plain, markdown }: ImportedText): readonly { plain: string; markdown: string }[] {
    const asked = ASKED_OF_EACH['target-group'] ?? [];
    const begins = [...plain.matchAll(/(?<=[.;!?] )\p{Lu}[\p{L} -]{2,40}(?=: )/gu)].filter(([label]) => {
        const part = partOf(label, undefined, true);
        return part !== undefined && asked.includes(part);
    });
    if (begins.length === 0 || plain !== markdown) {
        return [];
    }
    const starts = [0, ...begins.map((b) => b.index)];
    return starts.map((from, i) => {
        const words = plain.slice(from, starts[i + 1]).trim();
        return { plain: words, markdown: words };
    });
}

function withoutColon(text: string): string {
    return text.replace(/:?(\**)\s*$/, '$1');
}

class Placer {
    private readonly parts = new Map<PartKey, ImportedBlock[]>();
    private readonly named = new Map<PartKey, Marks[]>();
    private readonly loose: ImportedBlock[] = [];
    private readonly elsewhere = new Map<PartKey, string>();
    private title: string | undefined;
    private current: PartKey | undefined;
    /** of the heading under which the current part stands */
    private level = 0;
    /** whether a heading that is no part stands below that of the current part */
    private isDeeper = false;
    private chapter: Chapter | undefined;
    private chapterLevel = 0;

    result(): PlacedForm {
        const { title, parts, named, loose, elsewhere } = this;
        return { ...(title === undefined ? {} : { title }), parts, named, loose, elsewhere };
    }

    all(blocks: readonly ImportedBlock[]): void {
        for (const [i, block] of blocks.entries()) {
            switch (block.type) {
                case 'heading':
                    this.heading(block);
                    break;
                case 'text':
                    this.text(namesWhatFollows(block, blocks[i + 1]) ? { ...block, plain: `${block.plain}:` } : block);
                    break;
                case 'table':
                    this.table(block);
                    break;
                case 'list':
                    this.answers(answersOf(block), block);
            }
        }
    }

    private put(block: ImportedBlock, part = this.current): void {
        if (part === undefined) {
            this.loose.push(block);
            return;
        }
        const known = this.parts.get(part);
        if (known) {
            known.push(block);
        } else {
            this.parts.set(part, [block]);
        }
    }

    private heading(block: ImportedHeading): void {
        const { plain, level } = block;
        if (level <= this.chapterLevel) {
            this.chapter = undefined;
        }
        const isBelow = this.current !== undefined && level > this.level;
        const part = isBelow && this.current === 'summary' ? undefined : partOf(plain, this.chapter);
        if (part !== undefined) {
            this.enter(part, level);
            this.name(part, block);
            this.mayAnswer(plain, part);
            return;
        }
        if (isBelow) {
            this.isDeeper = true;
            this.put(block);
            return;
        }
        const isFirst = this.parts.size === 0 && this.loose.every((b) => b.type === 'text');
        if (this.title === undefined && isFirst && level < LABEL) {
            this.title = plain.replace(NAME_OF_FORM, '');
            return;
        }
        this.mayAnswer(plain);
        // what is below a heading that nobody knows belongs to it, and to no part before it
        if (level < LABEL || this.current === undefined) {
            this.current = undefined;
            this.level = level;
        }
        this.put(block);
    }

    private mayAnswer(title: string, besides?: PartKey): void {
        for (const part of partsNamedIn(title)) {
            if (part !== besides && !this.elsewhere.has(part)) {
                this.elsewhere.set(part, title);
            }
        }
    }

    /** The part that a label stands for, where one may stand here. */
    private partOfLabel(label: string): PartKey | undefined {
        const part = label === '' || this.current === 'summary' ? undefined : partOf(label, this.chapter, true);
        if (part === undefined || !this.isDeeper) {
            return part;
        }
        const asked = this.current === undefined ? [] : (ASKED_OF_EACH[this.current] ?? []);
        return asked.includes(part) && !this.parts.has(part) ? part : undefined;
    }

    /** The part that a term in a list stands for. An explanation keeps its terms. */
    private partOfTerm(term: string, isForm: boolean): PartKey | undefined {
        const { current } = this;
        const part = this.partOfLabel(term);
        const isAsked =
            part !== undefined &&
            (isForm ||
                (current === undefined && this.loose.every((b) => b.type === 'text')) ||
                (current !== undefined &&
                    ASKED_TOGETHER.some((asked) => asked.includes(part) && asked.includes(current))));
        return isAsked && (isForm || (part !== 'approach' && part !== 'content')) ? part : undefined;
    }

    /** What is said of each of several terms: under the part that a term stands for, if one does. */
    private answers(answers: readonly Answer[], whole: ImportedBlock): void {
        const isForm = answers.length > 1 && answers.every(({ label }) => this.partOfLabel(label) !== undefined);
        if (!answers.some(({ label }) => this.partOfTerm(label, isForm) !== undefined)) {
            this.put(whole);
            return;
        }
        for (const { label, named, said } of answers) {
            const part = this.partOfTerm(label, isForm);
            const [first, ...others] = said;
            if (part === undefined) {
                const [plain, markdown] = [`${label}: `, `**${label}:** `];
                const isText = first?.type === 'text';
                const { label: _label, lines: _lines, ...text } = isText ? first : { type: 'text' as const, ...marksOf(named), plain: '', markdown: '' }; // prettier-ignore
                this.put({ ...text, plain: (plain + text.plain).trim(), markdown: (markdown + text.markdown).trim() });
                (isText ? others : said).forEach((b) => {
                    this.put(b);
                });
                continue;
            }
            named.forEach((b) => {
                this.named.set(part, [...(this.named.get(part) ?? []), b]);
            });
            const around = { current: this.current, isDeeper: this.isDeeper };
            Object.assign(this, { current: part, isDeeper: false });
            const end = said.findIndex((b) => b.type !== 'text');
            said.slice(0, end < 0 ? undefined : end).forEach((b) => {
                this.put(b);
            });
            this.all(end < 0 ? [] : said.slice(end));
            Object.assign(this, around);
        }
    }

    /** Keeps of what named a part what is not its name: its marks, and its note. */
    private name(part: PartKey, block: ImportedBlock): void {
        this.named.set(part, [...(this.named.get(part) ?? []), block]);
        const [, note] = withoutNote(block.plain);
        if (note !== undefined) {
            const [, markdown = note] = withoutNote(block.markdown);
            this.put({ type: 'text', ...marksOf([]), plain: note, markdown }, part);
        }
    }

    private enter(part: PartKey, level: number): void {
        this.current = part;
        this.level = level;
        this.isDeeper = false;
        const chapter = CHAPTERS[part];
        if (chapter !== undefined) {
            this.chapter = chapter;
            this.chapterLevel = level;
        }
    }

    private text(block: ImportedText): void {
        const answers = this.answersIn(block);
        if (answers.length > 1) {
            answers.forEach((answer) => {
                this.text(answer);
            });
            return;
        }
        const [, label = '', rest = ''] = labelled(block);
        const part = this.partOfLabel(label);
        if (part === undefined) {
            if (LEADS_TO_SUBGOALS.test(block.plain) && this.current === 'goal') {
                this.enter('subgoals', LABEL);
            }
            this.put(block);
        } else if (rest.trim() === '') {
            this.enter(part, LABEL);
            this.name(part, { ...block, plain: withoutColon(block.plain), markdown: withoutColon(block.markdown) });
        } else {
            const [, note] = withoutNote(label);
            const head = new RegExp(`^\\**${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\**:?\\**\\s*`);
            const { markdown } = block;
            const cutOff = markdown.replace(head, '');
            // bold that began at the label ends behind it, and so is none any more
            const isWhole = head.test(markdown) && (cutOff.split('**').length - 1) % 2 === 0;
            const behind = isWhole ? cutOff : rest.trim();
            const noted = note === undefined ? '' : ` ${note}`;
            this.put({ ...block, plain: rest.trim() + noted, markdown: behind + noted }, part);
        }
    }

    /** A text in which lines begin with the name of a part, as one for each of them. */
    private answersIn({ lines: written, label: _label, ...block }: ImportedText): readonly ImportedText[] {
        const lines = written ?? sentencesOf(block);
        const groups: { plain: string; markdown: string }[] = [];
        for (const { plain, markdown } of lines) {
            const [, label = ''] = labelled({ ...block, plain });
            const last = groups.at(-1);
            if (last && partOf(label, this.chapter, true) === undefined) {
                last.plain += ` ${plain}`;
                last.markdown += `  \n${markdown}`;
            } else {
                groups.push({ plain, markdown });
            }
        }
        return groups.map((group, i) => ({ ...block, ...(i === 0 ? {} : marksOf([])), ...group }));
    }

    private table(block: ImportedTable): void {
        const { rows } = block;
        if (block.isDefinitions) {
            this.answers(
                rows.map(([term, ...cells]) => ({
                    label: term?.plain ?? '',
                    named: term?.blocks ?? [],
                    said: cells.flatMap((cell) => cell.blocks),
                })),
                block,
            );
            return;
        }
        const isOneColumn = rows.every((row) => row.length === 1);
        if (isOneColumn) {
            rows.flat().forEach((cell) => {
                this.all(cell.blocks.map(asHeading));
            });
            return;
        }
        const isForm = this.isForm(rows);
        if (!isForm || this.isDeeper || this.current === 'summary') {
            this.put(block);
            return;
        }
        for (const row of rows) {
            this.row(row);
        }
    }

    /**
     * Whether a table asks for parts and answers beside them. A third cell in a row, such as for a remark, does not keep it
     * from that; a table with three columns is one where most of its rows begin with a part.
     */
    private isForm(rows: ImportedTable['rows']): boolean {
        const known = rows.filter((row) => row.length > 1 && this.partOfRow(row) !== undefined).length;
        const narrow = rows.filter((row) => row.length <= 2).length;
        return known === rows.length || (known > 1 && (2 * narrow >= rows.length || 2 * known > rows.length));
    }

    private row(row: ImportedTable['rows'][number]): void {
        const [label, ...cells] = row;
        const answer = cells.flatMap((cell) => cell.blocks);
        const part = this.partOfRow(row);
        if (part === undefined || cells.length === 0) {
            // a title over all columns begins a chapter; what else is asked is no answer to what stands above the table
            if (answer.length === 0) {
                this.all((label?.blocks ?? []).map(asHeading));
            } else {
                this.loose.push(...(label ? [labelOf(label)] : []), ...answer);
            }
            return;
        }
        const chapter = CHAPTERS[part];
        this.chapter = chapter ?? this.chapter;
        label?.blocks.forEach((b) => {
            this.name(part, b);
        });
        answer.forEach((b) => {
            this.put(b, part);
        });
    }

    private partOfRow(row: ImportedTable['rows'][number]): PartKey | undefined {
        return partOf(row[0]?.plain ?? '', this.chapter);
    }
}

/** A line that is the name of a part, before one with a term and a tab: what follows is said of it. */
function namesWhatFollows({ plain, label }: ImportedText, next: ImportedBlock | undefined): boolean {
    return (
        label === undefined &&
        next?.type === 'text' &&
        next.label !== undefined &&
        partOf(plain, undefined, true) !== undefined &&
        partOf(next.label, undefined, true) === undefined
    );
}

/** What stands in a cell by itself may be a heading that was not made one. */
function asHeading(block: ImportedBlock): ImportedBlock {
    return block.type === 'text' && block.plain.length < 90 && partOf(block.plain, undefined, true) !== undefined
        ? { ...block, type: 'heading', level: LABEL }
        : block;
}

function labelOf({ plain, blocks }: ImportedTable['rows'][number][number]): ImportedHeading {
    return { type: 'heading', level: LABEL, plain, markdown: plain, ...marksOf(blocks.slice(0, 1)) };
}
