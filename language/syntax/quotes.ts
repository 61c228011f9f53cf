import type { IRecognitionException } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { pack, type Bilingual } from '../text/bilingual.js';
import { brief } from './wording.js';

/** How many words a message shows of a text. */
const MOST_WORDS = 6;
/** How many places of a line are tried at which its quotation mark may be missing. */
const MOST_PLACES = 8;

/** How much of a word is looked at behind a gap. */
const LONGEST_WORD = 40;

/** A quotation mark that is missing, and is read in the place of a space. */
export interface MissingQuote {
    readonly at: number;
    readonly opens: boolean;
    readonly line: number;
}

/** A piece of a text, by its offsets. */
interface Range {
    readonly from: number;
    readonly to: number;
}

/**
 * For each line with an odd number of quotation marks that could not be read, where the missing one may be, the likeliest
 * first. From such a mark on, what is text and what is not change places: a brace of the line may be lost in a text.
 *
 * @param keywords the words with which a line may go on behind a text
 */
export function missingQuotes(
    errors: readonly IRecognitionException[],
    text: string,
    keywords: ReadonlySet<string>,
): ReadonlyMap<number, readonly MissingQuote[]> {
    const found = new Map<number, readonly MissingQuote[]>();
    for (const { token } of errors) {
        const line = token.startLine ?? 0;
        if (Number.isNaN(token.startOffset) || found.has(line)) {
            continue;
        }
        const within = lineAround(text, token.startOffset);
        const marks = marksIn(text, within);
        if (marks.length % 2 === 1) {
            const places = placesFor(token.startOffset, marks, within, text, keywords);
            found.set(
                line,
                places.slice(0, MOST_PLACES).map((place) => ({ ...place, line })),
            );
        }
    }
    return found;
}

/** The text with those quotation marks: as long as it was, so that everything keeps its place. */
export function withQuotes(text: string, quotes: readonly MissingQuote[]): string {
    let result = '';
    let last = 0;
    for (const { at } of [...quotes].sort((a, b) => a.at - b.at)) {
        result += `${text.slice(last, at)}"`;
        last = at + 1;
    }
    return result + text.slice(last);
}

/** What is told of a quotation mark that is missing, at the word that it belongs to. */
export function quoteTold({ at, opens, line }: MissingQuote, text: string): LexingDiagnostic {
    const { from, to } = lineAround(text, at);
    const read = withQuotes(text.slice(from, to), [{ at: at - from, opens, line }]);
    const mark = at - from;
    const start = opens ? mark : read.lastIndexOf('"', mark - 1);
    const end = opens ? read.indexOf('"', mark + 1) : mark;
    const words = read
        .slice(start + 1, end < 0 ? undefined : end)
        .trim()
        .split(/\s+/);
    const word = (opens ? words[0] : words.at(-1)) ?? '';
    const offset = opens ? at + 1 : at - word.length;
    return {
        severity: 'error',
        offset,
        length: word.length,
        line,
        column: offset - from + 1,
        message: pack(opens ? before(word, words) : behind(word, words)),
    };
}

function before(word: string, words: readonly string[]): Bilingual {
    const all = words.slice(0, MOST_WORDS).join(' ') + (words.length > MOST_WORDS ? ' …' : '');
    return {
        nl: `Voor \`${brief(word)}\` ontbreekt een aanhalingsteken: \`"${all}"\`.`,
        en: `A quotation mark is missing before \`${brief(word)}\`: \`"${all}"\`.`,
    };
}

function behind(word: string, words: readonly string[]): Bilingual {
    const all = (words.length > MOST_WORDS ? '… ' : '') + words.slice(-MOST_WORDS).join(' ');
    return {
        nl: `Achter \`${brief(word)}\` ontbreekt een aanhalingsteken: \`"${all}"\`.`,
        en: `A quotation mark is missing behind \`${brief(word)}\`: \`"${all}"\`.`,
    };
}

function lineAround(text: string, offset: number): Range {
    const end = text.slice(offset).search(/[\r\n]/);
    return { from: text.lastIndexOf('\n', offset - 1) + 1, to: end < 0 ? text.length : offset + end };
}

/** Where the quotation marks of a line are; those that come by three, around a text of more lines, are not among them. */
function marksIn(text: string, { from, to }: Range): number[] {
    return [...text.slice(from, to).matchAll(/"""|"/g)].filter(([m]) => m === '"').map(({ index }) => from + index);
}

/** Where the mark may be missing if the parser failed at that offset. */
function placesFor(
    failed: number,
    marks: readonly number[],
    line: Range,
    text: string,
    keywords: ReadonlySet<string>,
): Omit<MissingQuote, 'line'>[] {
    const passed = marks.filter((m) => m < failed).length;
    const last = marks[passed - 1] ?? line.from - 1;
    if (passed % 2 === 1) {
        return endsOfText({ from: last, to: failed }, text, keywords);
    }
    if (passed > 0 && /[\p{L}\p{N}‘(]/u.test(text.charAt(last + 1))) {
        // what was read as the end of a text begins one: the text before it has no end
        return endsOfText({ from: marks[passed - 2] ?? line.from, to: last }, text, keywords);
    }
    const gaps = gapsIn({ from: last + 1, to: marks[passed] ?? line.to }, text).map((gap) => gap.to - 1);
    const behindFailed = gaps.filter((at) => at >= failed);
    const upToFailed = gaps.filter((at) => at < failed).reverse();
    const [first, ...further] = upToFailed;
    const order = [first, behindFailed[0], ...further];
    return order.filter((at) => at !== undefined).map((at) => ({ at, opens: true }));
}

/** The gaps of a text at which it may end: rather before a brace, a source, another text or a word of the language. */
function endsOfText(text: Range, whole: string, keywords: ReadonlySet<string>): Omit<MissingQuote, 'line'>[] {
    const rank = (next: string): number => {
        const word = /^[\p{L}-]+/u.exec(next)?.[0] ?? '';
        const isWord = /^(volgens|afgeleid|aldus)$/.test(word) ? 1 : keywords.has(word) ? 3 : 4;
        return /^[{}]/.test(next) ? 0 : next.startsWith('"') || next === '' ? 2 : isWord;
    };
    const end = lineAround(whole, text.to).to;
    return gapsIn(text, whole)
        .map((gap) => ({ at: gap.from, rank: rank(whole.slice(gap.to, Math.min(gap.to + LONGEST_WORD, end))) }))
        .sort((a, b) => a.rank - b.rank || (a.rank === 0 ? a.at - b.at : b.at - a.at))
        .map(({ at }) => ({ at, opens: false }));
}

/** The white space between words. */
function gapsIn({ from, to }: Range, text: string): Range[] {
    return [...text.slice(from, to).matchAll(/[ \t\u00A0]+/g)].map((m) => ({
        from: from + m.index,
        to: from + m.index + m[0].length,
    }));
}
