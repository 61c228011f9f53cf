import type { IToken } from 'chevrotain';
import type { PlacedToken } from './lexer.js';

/** A block that is not closed yet at some place in the text. */
export interface OpenBlock {
    /** the first words of its statement: `stap`, `Signaal` */
    readonly words: readonly string[];
    /** from 1 */
    readonly line: number;
    /** the block around it */
    readonly outer: OpenBlock | undefined;
}

export interface Blocks {
    readonly end: number;
    /** where a token stands in the text, by its number; -1 for one that is not in it */
    indexOf(token: IToken | undefined): number;
    /** the block around the token of that number */
    innermost(index: number): OpenBlock | undefined;
    /** The blocks that are open before the token of that number, innermost first. */
    around(index: number): OpenBlock[];
}

/** The blocks around each token of a text, read once. */
export function blocksOf(tokens: readonly PlacedToken[]): Blocks {
    const numbers = new Map<IToken, number>();
    const innermost: (OpenBlock | undefined)[] = [];
    let open: OpenBlock | undefined;
    let statement = 0;
    tokens.forEach((token, i) => {
        numbers.set(token, i);
        innermost.push(open);
        if (token.firstOnLine === true && !/^([{}]|volgens|afgeleid)$/.test(token.image)) {
            statement = i;
        }
        if (token.image === '{') {
            const words = tokens.slice(statement, Math.min(i, statement + 2)).map((t) => t.image);
            open = { words, line: tokens[statement]?.startLine ?? 1, outer: open };
        } else if (token.image === '}') {
            open = open?.outer;
        }
    });
    innermost.push(open);
    return {
        end: tokens.length,
        indexOf: (token) => (token && numbers.get(token)) ?? -1,
        innermost: (index) => innermost[index],
        around: (index) => {
            const result: OpenBlock[] = [];
            for (let block = innermost[index]; block; block = block.outer) {
                result.push(block);
            }
            return result;
        },
    };
}
