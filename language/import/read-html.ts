import { parse } from 'parse5';
import {
    LABEL,
    marksOf,
    type ImportedBlock,
    type ImportedCell,
    type ImportedItem,
    type ImportedList,
    type ImportedTable,
    type Marks,
} from './blocks.js';
import {
    addMarks,
    attributeOf,
    emptyLine,
    isElement,
    isSkipped,
    readInline,
    revisionsOf,
    trimmed,
    type Element,
    type Line,
    type Node,
} from './inline.js';
import { bringNotesIn, withoutNote, type NotesStand } from './notes.js';

const NO_MARKS = marksOf([]);

/** How long a line in bold may be to be a heading. */
const LONGEST_LABEL = 90;

/**
 * The blocks of a document in HTML, in the order of the text: headings, paragraphs, lists and tables. Nothing of its text
 * is left out but what no reader sees as text (scripts, styles, drawings) and a table of contents (`nav`).
 *
 * @param notes whether footnotes stand behind the text, as they do in the document, or where the text calls them
 */
export function readHtml(html: string, notes: NotesStand = 'behind'): ImportedBlock[] {
    const document = parse(html);
    if (notes === 'in the text') {
        bringNotesIn(document);
    }
    return blocksIn(document.childNodes);
}

/** Gathers blocks; inline text that stands between them is a paragraph. */
class Collector {
    private open: Line = emptyLine();

    constructor(private readonly blocks: ImportedBlock[]) {}

    inline(node: Node): void {
        readInline([node], this.open);
    }

    /** Ends the text that stands by itself, and gives the marks that stand in front of the next block. */
    close(): Line {
        const line = trimmed(this.open);
        this.open = emptyLine();
        if (line.plain === '') {
            return line;
        }
        this.blocks.push({ type: 'text', ...line });
        return emptyLine();
    }

    add(block: ImportedBlock): void {
        const before = this.close();
        this.blocks.push({ ...block, ...marksOf([before, block]) });
    }

    /** Marks that stand where no text is: they go with the next block. */
    marks(marks: Marks): void {
        const before = this.close();
        addMarks(this.open, before, marks);
    }

    /** Ends everything: marks behind the last block go with that one. */
    end(): void {
        const left = this.close();
        const last = this.blocks.pop();
        if (last) {
            const { places } = last;
            this.blocks.push({ ...last, ...marksOf([last, left]), places });
        }
    }

    /** A place that is named by an element around blocks. */
    place(id: string | undefined): void {
        if (id !== undefined) {
            this.marks({ ...NO_MARKS, places: [id] });
        }
    }
}

const INLINE: ReadonlySet<string> = new Set(
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd label mark q s samp small span strong sub sup time u var input font'.split(
        ' ',
    ),
);

function readBlocks(nodes: readonly Node[], to: Collector): void {
    for (const node of nodes) {
        if (!isElement(node)) {
            to.inline(node);
        } else if (!isSkipped(node)) {
            readBlock(node, to);
        }
    }
}

function blocksIn(nodes: readonly Node[]): ImportedBlock[] {
    const blocks: ImportedBlock[] = [];
    const to = new Collector(blocks);
    readBlocks(nodes, to);
    to.end();
    return blocks;
}

function readBlock(element: Element, to: Collector): void {
    const { tagName, childNodes } = element;
    if (INLINE.has(tagName) && !holdsBlocks(element)) {
        to.inline(element);
        return;
    }
    const heading = /^h([1-6])$/.exec(tagName)?.[1];
    if (heading !== undefined) {
        addLine(element, to, (line) => ({ type: 'heading', level: Number(heading), ...line, markdown: line.plain }));
        return;
    }
    switch (tagName) {
        case 'p':
        case 'dt':
        case 'caption':
        case 'figcaption':
            addLine(element, to, (line) => (isLabel(line) ? label(line) : { type: 'text', ...line }));
            return;
        case 'ul':
        case 'ol':
            if (isNotes(element)) {
                to.add({ type: 'heading', level: 1, ...emptyLine(), plain: 'Noten', markdown: 'Noten' });
            }
            to.add(readList(element));
            return;
        case 'table':
            to.add(readTable(element));
            return;
        case 'dl':
            if (!isComments(element)) {
                to.add(readDefinitions(element));
            }
            return;
        case 'ins':
        case 'del': {
            const inside = blocksIn(childNodes);
            const revisions = revisionsOf(element, inside.map((b) => b.plain).join(' '));
            to.marks(tagName === 'ins' ? { ...NO_MARKS, revisions } : marksOf([{ ...NO_MARKS, revisions }, ...inside]));
            (tagName === 'ins' ? inside : []).forEach((b) => {
                to.add(b);
            });
            return;
        }
        default:
            to.place(attributeOf(element, 'id'));
            readBlocks(childNodes, to);
    }
}

function holdsBlocks({ childNodes }: Element): boolean {
    return childNodes.some((n) => isElement(n) && (!INLINE.has(n.tagName) || holdsBlocks(n)));
}

function addLine(element: Element, to: Collector, made: (line: Line) => ImportedBlock): void {
    const line = emptyLine();
    const id = attributeOf(element, 'id');
    line.places.push(...(id === undefined ? [] : [id]));
    readInline(element.childNodes, line);
    const tidy = trimmed(line);
    if (tidy.plain === '') {
        to.marks(tidy);
        return;
    }
    to.add(made(tidy));
}

/** A short line that is bold from its beginning to its end, but for a note. */
function isLabel({ plain, markdown }: Line): boolean {
    const [words] = withoutNote(plain);
    return /^\*\*[^*]+\*\*$/.test(withoutNote(markdown)[0]) && words.length <= LONGEST_LABEL && !/[.;,]$/.test(words);
}

function label(line: Line): ImportedBlock {
    return { type: 'heading', level: LABEL, ...line, markdown: line.plain };
}

function readList(list: Element): ImportedList {
    const read = list.childNodes
        .filter(isElement)
        .flatMap((child, index): readonly (ImportedItem & { readonly mark: string })[] => {
            const inside = blocksIn(child.childNodes);
            const line = emptyLine();
            note(line, inside, attributeOf(child, 'id'));
            const mark = list.tagName === 'ol' ? `${String(index + 1)}. ` : '- ';
            const indent = `\n${' '.repeat(mark.length)}`;
            const markdown = inside
                .map((b) => b.markdown)
                .join('\n')
                .split('\n')
                .join(indent);
            return inside.length === 0
                ? []
                : [
                      {
                          ...line,
                          mark,
                          plain: inside.map((b) => b.plain).join(' '),
                          markdown,
                          blocks: inside,
                          ...aboveAndBelow(inside),
                      },
                  ];
        });
    return {
        type: 'list',
        items: read.map(({ mark: _mark, ...item }) => item),
        plain: read.map((i) => i.plain).join(' '),
        markdown: read.map((i) => i.mark + i.markdown).join('\n'),
        ...marksOf(read),
    };
}

/** Words with one list below them. */
function aboveAndBelow(inside: readonly ImportedBlock[]): Pick<ImportedItem, 'above' | 'below'> {
    const [above, below, ...others] = inside;
    return above?.type === 'text' && below?.type === 'list' && others.length === 0 ? { above, below } : {};
}

/** Keeps the marks of what stands deeper. */
function note(line: Line, blocks: readonly ImportedBlock[], id = ''): void {
    line.places.push(...(id === '' || /^(?:foot|end)note-/.test(id) ? [] : [id]));
    addMarks(line, ...blocks);
}

function readTable(table: Element): ImportedTable {
    const caption = table.childNodes.filter(isElement).find((e) => e.tagName === 'caption');
    const rows = elementsIn(table, 'tr').map((row) =>
        row.childNodes
            .filter(isElement)
            .filter((e) => e.tagName === 'td' || e.tagName === 'th')
            .map(readCell),
    );
    const title = emptyLine();
    if (caption) {
        readInline(caption.childNodes, title);
    }
    const named = trimmed(title).plain;
    return tableOf(named === '' ? rows : [[{ plain: named, blocks: [] }], ...rows]);
}

/** `dl` is a table with two columns: what is told, and what is told of it. */
function readDefinitions(list: Element): ImportedTable {
    const rows: (readonly [ImportedCell, ImportedBlock[]])[] = [];
    for (const part of elementsIn(list, 'dt', 'dd')) {
        const cell = readCell(part);
        if (part.tagName === 'dt') {
            rows.push([cell, []]);
        } else {
            rows.at(-1)?.[1].push(...cell.blocks);
        }
    }
    const table = tableOf(
        rows.map(([term, blocks]) => [term, { plain: blocks.map((b) => b.plain).join(' '), blocks }]),
    );
    return { ...table, isDefinitions: true };
}

function readCell(cell: Element): ImportedCell {
    const blocks = blocksIn(cell.childNodes);
    return { plain: blocks.map((b) => b.plain).join(' '), blocks };
}

function tableOf(all: readonly (readonly ImportedCell[])[]): ImportedTable {
    const rows = all.filter((row) => row.some((cell) => cell.plain !== ''));
    const width = Math.max(1, ...rows.map((r) => r.length));
    const line = (cells: readonly string[]) =>
        `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
    const cells = rows.map((row) =>
        line(
            row.map(
                (c) =>
                    c.blocks
                        .map((b) => b.markdown)
                        .join(' ')
                        .replace(/\s+/g, ' ')
                        .replaceAll('|', '\\|') || c.plain,
            ),
        ),
    );
    const gathered = emptyLine();
    rows.flat().forEach((cell) => {
        note(gathered, cell.blocks);
    });
    return {
        type: 'table',
        rows,
        plain: rows.flatMap((row) => row.map((c) => c.plain)).join(' '),
        markdown: [cells[0] ?? '', line(Array.from({ length: width }, () => '---')), ...cells.slice(1)].join('\n'),
        ...marksOf([gathered]),
    };
}

/** The elements of these names in an element that stand in no other table or list of their own. */
function elementsIn(element: Element, ...names: readonly string[]): Element[] {
    return element.childNodes
        .filter(isElement)
        .flatMap((child) =>
            names.includes(child.tagName)
                ? [child]
                : ['table', 'dl'].includes(child.tagName)
                  ? []
                  : elementsIn(child, ...names),
        );
}

/** What mammoth puts at the end: the comments, which are read by themselves. */
function isComments(list: Element): boolean {
    return elementsIn(list, 'dt').every((term) => /^comment-/.test(attributeOf(term, 'id') ?? ''));
}

/** Footnotes, which stand behind the text. */
function isNotes({ childNodes }: Element): boolean {
    const [first] = childNodes.filter(isElement);
    return first !== undefined && /^(?:foot|end)note-/.test(attributeOf(first, 'id') ?? '');
}
