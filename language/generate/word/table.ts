import type { Inline, Table } from '../document/document.js';
import { plainText } from '../document/claims.js';
import { xmlAttribute } from '../../text/xml.js';
import type { InlineWriter } from './inlines.js';
import type { Names } from './names.js';
import { paragraphXml } from './paragraph.js';

/** A table with a header row that is repeated on each page, below its caption; columns are as wide as their texts ask. */
export function tableXml(
    { caption, columns, rowHeadings, rows }: Table,
    width: number,
    lines: InlineWriter,
    names: Names,
): string {
    const widths = columnWidths([columns, ...rows.map((r) => r.cells)], columns.length, width);
    const cell = (content: readonly Inline[], column: number, style: string, before = '', keepNext = false) =>
        `<w:tc><w:tcPr><w:tcW w:w="${String(widths[column])}" w:type="dxa"/></w:tcPr>${paragraphXml(
            { style, keepNext },
            before + lines.line(content, isOurs(style) ? lines.own() : {}),
        )}</w:tc>`;
    // a cell of the header is in our words where the table is ours
    const isOurs = (style: string) => style === 'Tabelkop' && caption !== undefined;
    const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((c, i) => cell(c, i, 'Tabelkop')).join('')}</w:tr>`;
    const body = rows.map(({ id, cells }, at) => {
        // no row stands alone at the foot or the head of a page
        const staysWithNext = rows.length > 1 && (at === 0 || at === rows.length - 2);
        const content = columns.map((_, i) =>
            cell(cells[i] ?? [], i, 'Tabeltekst', i === 0 ? names.bookmark(id) : '', staysWithNext),
        );
        return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${content.join('')}</w:tr>`;
    });
    const look = `<w:tblLook w:val="${rowHeadings ? '00A0' : '0020'}" w:firstRow="1" w:lastRow="0" w:firstColumn="${rowHeadings ? '1' : '0'}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
    const description = caption === undefined ? '' : `<w:tblCaption w:val="${xmlAttribute(caption)}"/>`;
    return (
        `<w:tbl><w:tblPr><w:tblStyle w:val="TabelDraaiboek"/><w:tblW w:w="${String(width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}${description}</w:tblPr>` +
        `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${String(w)}"/>`).join('')}</w:tblGrid>` +
        `${head}${body.join('')}</w:tbl>`
    );
}

/** What is open stands in bold between brackets, which takes more room. */
function shownText(cell: readonly Inline[]): string {
    return plainText(
        cell.map((inline) => (inline.type === 'open' ? { ...inline, text: `[${inline.text}]__` } : inline)),
    );
}

const FEWEST_LETTERS = 4;

/** About how wide a letter is in a table, and what stands beside the text of a cell. */
const LETTER = 112;
const BESIDE = 190;

/**
 * Divides the width of a page over columns: each gets what its longest word asks, and of what is left the more the more
 * text it holds.
 */
function columnWidths(rows: readonly (readonly (readonly Inline[])[])[], count: number, width: number): number[] {
    const texts = Array.from({ length: count }, (_, i) => rows.map((cells) => shownText(cells[i] ?? [])));
    const least = texts.map((column) => {
        // the heading is bold
        const words = column.flatMap((text, row) =>
            text.split(/[\s/-]+/).map((word) => word.length * (row === 0 ? 1.3 : 1)),
        );
        return Math.min(Math.max(3, ...words), 26) * LETTER + BESIDE;
    });
    const total = sum(least);
    if (total >= width) {
        return rounded(
            least.map((w) => (w * width) / total),
            width,
        );
    }
    const wish = texts.map((column, i) => {
        const longest = Math.max(...column.map((text) => text.length));
        const mean = sum(column.map((text) => text.length)) / Math.max(1, column.length);
        // a text of more lines asks less than all of them side by side
        const letters = Math.min(longest, 30 + mean + longest / 4, 140);
        // a column to write in, in which nothing stands yet, is no line
        return Math.max(FEWEST_LETTERS * LETTER, letters * LETTER + BESIDE - (least[i] ?? 0));
    });
    const wished = sum(wish);
    const rest = width - total;
    return rounded(
        least.map((w, i) => w + (wished === 0 ? rest / count : ((wish[i] ?? 0) * rest) / wished)),
        width,
    );
}

function rounded(widths: readonly number[], width: number): number[] {
    const whole = widths.map((w) => Math.floor(w));
    const last = whole.length - 1;
    return whole.map((w, i) => (i === last ? w + width - sum(whole) : w));
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((a, b) => a + b, 0);
}
