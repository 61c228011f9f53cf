import { oneLine } from '../text/one-line.js';
import type { ImportedBlock, ImportedComment } from './blocks.js';

/** How long a text may be to stand on one line, between single quotation marks. */
const ONE_LINE = 300;

/** Answers in a form that say that nobody knows. */
const OPEN =
    /^(?:onbekend|nog onbekend|niet bekend|nog niet bekend|nog in te vullen|in te vullen|volgt|volgt nog|hierover zegt het draaiboek niets|[-–—?…]+|\.{2,})\.?$/i;

/** Blocks as Markdown: headings are lines in bold, since a text of a protocol has no chapters. */
export function markdownOf(blocks: readonly ImportedBlock[]): string {
    return blocks
        .map((b) => (b.type === 'heading' ? `**${b.markdown.replace(/\*/g, '\\*')}**` : b.markdown))
        .join('\n\n')
        .trim();
}

/** Whether an answer says that it is not known, and nothing else. */
export function isOpenAnswer(blocks: readonly ImportedBlock[]): boolean {
    return blocks.length === 0 || OPEN.test(oneLine(blocks.map((b) => b.plain).join(' ')));
}

/** What an answer says as a value: a text, or `onbekend` with the words that say so. */
export function valueOf(blocks: readonly ImportedBlock[]): string {
    if (!isOpenAnswer(blocks)) {
        return textOf(blocks);
    }
    const words = oneLine(blocks.map((b) => b.plain).join(' '));
    return /^(?:onbekend)?$/i.test(words) ? 'onbekend' : `onbekend omdat ${quoted(words)}`;
}

/** A text between quotation marks: on one line where it is one, else as Markdown between three. */
export function textOf(blocks: readonly ImportedBlock[]): string {
    const [only, ...others] = blocks;
    const isPlain = others.length === 0 && only?.type === 'text' && only.plain === only.markdown;
    return isPlain && only.plain.length <= ONE_LINE && !only.plain.includes('"')
        ? quoted(only.plain)
        : longText(markdownOf(blocks));
}

/** A text between single quotation marks; a straight one inside becomes a curled one. */
export function quoted(text: string): string {
    return `"${bracketed(oneLine(text))
        .replace(/"([^"]*)"/g, '“$1”')
        .replace(/"/g, '”')}"`;
}

/** A text between three quotation marks, each line of it where the block stands. */
export function longText(markdown: string): string {
    const text = bracketed(markdown).replace(/"{3,}/g, (marks) => '”'.repeat(marks.length));
    return `"""\n${text.replace(/"$/, '”')}\n"""`;
}

/** Brackets that name nothing. */
function bracketed(text: string): string {
    return text.replaceAll('[[', '\\[[');
}

/** `opmerking van "Els" op 2026-03-03 "…"` */
export function remarkOf({ author, date, text, isDone }: Omit<ImportedComment, 'key'>, about?: string): string {
    const words = about === undefined ? text : `Bij “${about}”: ${text}`;
    const long = /\n/.test(words.trim()) || words.includes('"') || words.length > ONE_LINE;
    return [
        'opmerking',
        'van',
        author === undefined || author.trim() === '' ? 'onbekend' : quoted(author),
        ...(date === undefined ? [] : ['op', date.slice(0, 10)]),
        long ? longText(words.trim()) : quoted(words),
        ...(isDone === true ? [DONE] : []),
    ].join(' ');
}

/** What a remark says that is dealt with. */
export const DONE = '{ stand afgehandeld }';

/** A statement with a block below it; without one where nothing stands in it. */
export function block(head: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [head] : [`${head} {`, ...lines.map(indented), '}'];
}

function indented(line: string): string {
    return line
        .split('\n')
        .map((part) => (part === '' ? part : `  ${part}`))
        .join('\n');
}
