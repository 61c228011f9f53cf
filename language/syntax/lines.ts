import type { PlacedToken } from './lexer.js';
import { brief } from './wording.js';

/** The number of the token with which the line of a token begins. */
export function lineStart(tokens: readonly PlacedToken[], index: number): number {
    let start = index;
    while (start > 0 && tokens[start]?.firstOnLine !== true && !/^[{}]$/.test(tokens[start - 1]?.image ?? '')) {
        start--;
    }
    return start;
}

/** The words from a token to the end of its line or to a brace, and the number of the token behind them. */
export function wordsOfLine(tokens: readonly PlacedToken[], start: number): { words: string[]; next: number } {
    const words: string[] = [];
    let next = start;
    for (let token = tokens[next]; token; token = tokens[++next]) {
        if (/^[{}]?$/.test(token.image) || (next > start && token.firstOnLine === true)) {
            break;
        }
        words.push(brief(token.image));
    }
    return { words, next };
}

/** Words as one writes them: no space before a colon or a comma, none around the hyphen of figures. */
export function inWords(words: readonly string[]): string {
    return words
        .join(' ')
        .replace(/ ([:,)%])/g, '$1')
        .replace(/(\d) ([-/]) (?=\d)/g, '$1$2')
        .replace(/\( /g, '(');
}
