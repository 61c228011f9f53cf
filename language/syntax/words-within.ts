import type { IRecognitionException } from 'chevrotain';
import { distance, isOpposite } from '../text/distance.js';
import { BEHIND } from './error-messages.js';
import type { PlacedToken } from './lexer.js';

/** How far from where the parser failed a misspelt word is looked for; it may have been taken for a name or a unit. */
const WORDS_AROUND = 6;
/** A word of fewer letters may differ by one letter only. */
const LONG = 7;
const SHORTEST = 2;
const LONGEST = 12;
/** In a line that cannot be read to its end all the same, a shorter word proves nothing. */
const CLEAR = 4;

/** Two words of the language that are written for each other; any other word of the language is what it says. */
const EN_OR_EEN: ReadonlyMap<string, string> = new Map([
    ['een', 'en'],
    ['en', 'een'],
]);

/** A word within a line that may be a misspelt word of the language. */
export interface Meant {
    readonly token: PlacedToken;
    readonly keyword: string;
    /** how many letters differ */
    readonly distance: number;
}

type Errors = readonly IRecognitionException[];

/**
 * For each line that could not be read, its words that are near a word of the language, with what each may be meant to
 * be: the nearest first, and of those the ones at which the parser failed.
 */
export function meantWithin(
    errors: Errors,
    tokens: readonly PlacedToken[],
    keywords: ReadonlySet<string>,
    known: ReadonlyMap<number, string>,
): ReadonlyMap<number, readonly Meant[]> {
    const numbers = new Map(tokens.map((t, i) => [t, i]));
    const found = new Map<number, readonly Meant[]>();
    for (const error of errors) {
        const token = placeOf(error);
        const at = numbers.get(token);
        if (at === undefined || found.has(token.startLine ?? 0)) {
            continue;
        }
        const near = around(tokens, at)
            .filter((t) => !known.has(t.startOffset))
            .flatMap((t) => nearWords(t, keywords).map((n) => ({ token: t, ...n })))
            .toSorted((a, b) => rank(a, error.message) - rank(b, error.message));
        if (near.length > 0) {
            found.set(token.startLine ?? 0, near);
        }
    }
    return found;
}

/** Words that stand where a name may stand, so that a misspelt one would be read as a name, or as a word of a unit. */
const READ_AS_NAMES = ['onbekend', 'plaatselijk', 'afgeleid'];
/** The same in a `toets`, in which any word may stand, and behind a text that somebody says yes or no to. */
const IN_QUERIES = ['niet', 'ja', 'nee', ...READ_AS_NAMES];
const ANSWERS = ['ja', 'nee', 'onbekend'];

/** Words that differ by one letter from one that would otherwise be read as a name: `door onbeknd`, `duur 3 weken afgeleidd`. */
export function readAsNames(tokens: readonly PlacedToken[]): Meant[] {
    const meant: Meant[] = [];
    let statement: string | undefined;
    tokens.forEach((token, i) => {
        const { image, tokenType, firstOnLine } = token;
        if (firstOnLine === true) {
            statement = image;
        } else if (tokenType.name === 'WORD' && image.length <= LONGEST) {
            const isAnswer = tokens[i - 1]?.image === 'is' && /^["\u201C\u201D\u201E]/.test(tokens[i - 2]?.image ?? '');
            const words = statement === 'toets' ? IN_QUERIES : isAnswer ? ANSWERS : READ_AS_NAMES;
            // `onbekende` is a word of its own
            const said = image.toLowerCase();
            const keyword = words.find((w) => distance(said, w, 1) === 1 && said !== `${w}e`);
            if (keyword !== undefined) {
                meant.push({ token, keyword, distance: 1 });
            }
        }
    });
    return meant;
}

/** Of words that were taken for words of the language those of which the line can be read to its end, or further than before. */
export function readFurther(words: readonly Meant[], before: Errors, after: Errors): Record<'whole' | 'more', Meant[]> {
    const [was, is] = [firstOfLines(before), firstOfLines(after)];
    const whole = words.filter(({ token }) => !is.has(token.startLine ?? 0));
    const more = words.filter(({ token, distance: letters }) => {
        if (letters > 1 || token.image.length < CLEAR) {
            return false;
        }
        const now = is.get(token.startLine ?? 0) ?? 0;
        return now > token.startOffset && now > (was.get(token.startLine ?? 0) ?? 0);
    });
    return { whole, more };
}

function firstOfLines(errors: Errors): ReadonlyMap<number, number> {
    const first = new Map<number, number>();
    for (const token of errors.map(placeOf)) {
        const line = token.startLine ?? 0;
        first.set(line, Math.min(first.get(line) ?? Infinity, token.startOffset));
    }
    return first;
}

/** Where the parser failed; where a line ended too early, the last word of that line. */
function placeOf(error: IRecognitionException): PlacedToken {
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken) : undefined;
    const isGap = Number.isNaN(error.token.startOffset) || (error.token as PlacedToken).firstOnLine === true;
    return isGap && previous && error.message.startsWith(BEHIND) ? previous : error.token;
}

/** The words of the same line, the one at which the parser failed first, then those before it and behind it. */
function around(tokens: readonly PlacedToken[], at: number): PlacedToken[] {
    const line = tokens[at]?.startLine;
    const order = [at];
    for (let i = 1; i <= WORDS_AROUND; i++) {
        order.push(at - i, at + i);
    }
    return order.flatMap((i) => tokens[i] ?? []).filter((t) => t.startLine === line);
}

/**
 * What is likelier is less: few letters, a word that the parser expected, letters that changed places, one
 * too few or too many, another letter.
 */
function rank({ token, keyword, distance: letters }: Meant, told: string): number {
    const expected = told.includes(`\`${keyword}\``) ? 0 : 1;
    const kind = isMixed(token.image, keyword) ? 0 : token.image.length === keyword.length ? 2 : 1;
    return letters * 8 + expected * 4 + kind;
}

/** Whether two words have the same letters, in another order. */
function isMixed(one: string, other: string): boolean {
    return [...one].sort().join('') === [...other].sort().join('');
}

function nearWords({ image, tokenType }: PlacedToken, keywords: ReadonlySet<string>): Omit<Meant, 'token'>[] {
    const other = EN_OR_EEN.get(image);
    if (other !== undefined) {
        return [{ keyword: other, distance: 1 }];
    }
    const said = image.normalize('NFC').toLowerCase();
    const most = said.length < LONG ? 1 : 2;
    return said.length < SHORTEST || !/^(WORD|FIRST_WORD)$/.test(tokenType.name)
        ? []
        : [...keywords]
              .filter((keyword) => Math.abs(keyword.length - said.length) <= most)
              .map((keyword) => ({ keyword, distance: distance(said, keyword, most) }))
              .filter((near) => near.distance <= most && !isOpposite(said, near.keyword));
}
