import { STATEMENTS, statementDoc, type StatementDoc } from '../messages/statements.js';
import { PROVENANCE } from '../messages/statements/provenance.js';
import type { Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';
import type { Blocks } from './open-blocks.js';

/** Words before the one at which something is missing that are looked at to find its statement. */
const MOST_WORDS_BACK = 12;
const LONGEST_EXAMPLE = 120;
/** What is told, with an example of the statement around a token where there is one. */
export function withExample(told: Bilingual, tokens: readonly PlacedToken[], index: number, blocks: Blocks): Bilingual {
    const line = index < 0 ? undefined : exampleOf(tokens, index, blocks.around(index)[0]?.words);
    return line === undefined
        ? told
        : { nl: `${told.nl} Bijvoorbeeld: \`${line}\`.`, en: `${told.en} For example: \`${line}\`.` };
}

/** An example of the statement around a token, from the catalogue of statements. */
function exampleOf(
    tokens: readonly PlacedToken[],
    index: number,
    block: readonly string[] | undefined,
): string | undefined {
    const blocks = block ? [block.join(' '), block[0] ?? ''] : ['bestand'];
    // what is wrong behind a word of provenance is not about the statement in front of it
    const last = tokens[index]?.image;
    const claim = PROVENANCE.find(({ keyword }) => keyword === last);
    if (claim) {
        return firstLine(claim);
    }
    const starts = possibleStarts(tokens, index);
    for (const start of starts) {
        const words = tokens.slice(start, index + 1).map((t) => t.image);
        const found = example(words.join(' '), blocks);
        if (found.isStatement) {
            return found.line;
        }
    }
    return undefined;
}

/**
 * Where the statement of a token may begin, the likeliest first: at the beginning of its line; in a block on one line,
 * which may hold more than one statement, as near as possible.
 */
function possibleStarts(tokens: readonly PlacedToken[], index: number): number[] {
    const starts: number[] = [];
    for (let i = index; i >= 0 && i > index - MOST_WORDS_BACK; i--) {
        const token = tokens[i];
        if (token?.image === '}') {
            return starts;
        }
        starts.push(i);
        if (token?.firstOnLine === true && !/^(volgens|afgeleid)$/.test(token.image)) {
            const before = tokens[i - 1];
            const isInLine = before?.image === '{' && before.startLine === token.startLine;
            return isInLine ? starts : starts.reverse();
        }
    }
    return starts;
}

interface Example {
    readonly isStatement: boolean;
    readonly line: string | undefined;
}

/** Remembered, since a text with many mistakes mostly has many of one kind; there are as many as there are statements. */
const examples = new Map<string, Example>();
const MOST_EXAMPLES = 1000;

/** The example of the statement that begins with these words, where they begin one in one of the blocks. */
function example(words: string, blocks: readonly string[]): Example {
    const key = [...blocks, words].join('\n');
    let found = examples.get(key);
    if (!found) {
        const doc = blocks
            .map(
                (b) =>
                    withLaterPart(words, b) ??
                    statementDoc(words, b) ??
                    unfinished(words, b) ??
                    unfinished(words.split(' ')[0] ?? '', b),
            )
            .find((d) => d !== undefined);
        found = { isStatement: doc !== undefined, line: doc && firstLine(doc) };
        if (examples.size < MOST_EXAMPLES) {
            examples.set(key, found);
        }
    }
    return found;
}

/**
 * The statement of which only the first words are there (`werkt`), or of which a later part is being written, as
 * `interventie … uitwerking van`.
 */
function unfinished(words: string, block: string): StatementDoc | undefined {
    return STATEMENTS.find((s) => s.blocks.includes(block) && s.keyword.startsWith(`${words} `));
}

function withLaterPart(words: string, block: string): StatementDoc | undefined {
    return STATEMENTS.find(({ blocks, keyword }) => {
        const [head = '', tail] = keyword.split(' … ');
        const start = tail === undefined ? -1 : words.lastIndexOf(` ${tail.split(' ')[0] ?? ''}`);
        const part = words.slice(start + 1);
        return (
            tail !== undefined &&
            blocks.includes(block) &&
            start > 0 &&
            words.startsWith(`${head} `) &&
            (tail.startsWith(part) || part.startsWith(`${tail} `))
        );
    });
}

/** The first line of an example, as something that can stand by itself; undefined where it is too long to help. */
function firstLine({ keyword, example }: StatementDoc): string | undefined {
    const [line = ''] = example.split('\n');
    const bare = line.replace(/\s*\{$/, '').replace(/"""$/, '"…"');
    const shown = bare === keyword ? `${keyword} { … }` : bare;
    return shown.length <= LONGEST_EXAMPLE ? shown : undefined;
}
