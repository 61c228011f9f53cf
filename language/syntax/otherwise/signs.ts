import type { ParseResult } from 'langium';
import { pack } from '../../text/bilingual.js';
import { instead } from '../wording.js';

/** Signs that many write where the language has a word. */
const SIGNS: Readonly<Record<string, string>> = {
    '=': 'is',
    '==': 'is',
    '>=': 'minstens',
    '≥': 'minstens',
    '=>': 'minstens',
    '<=': 'hoogstens',
    '≤': 'hoogstens',
    '>': 'meer dan',
    '<': 'minder dan',
    '±': 'circa',
};
const SINGLE_QUOTE = /^['\u2018\u2019\u201A]$/;

const SIGN_MESSAGES = new Map(Object.entries(SIGNS).map(([sign, word]) => [sign, pack(instead(word, sign))]));
const QUOTE_MESSAGE = pack({
    nl: 'Een tekst staat tussen dubbele aanhalingstekens: `"…"`.',
    en: 'A text stands in double quotes: `"…"`.',
});
const COLON_MESSAGE = pack(instead(':', '='));
const TOLD = new Set([...SIGN_MESSAGES.values(), QUOTE_MESSAGE, COLON_MESSAGE]);

/**
 * The message for signs for which the language has a word or another sign; undefined for any others.
 *
 * @param isFact whether they stand behind the name of a new fact: there `=` is a colon
 */
export function otherSign(characters: string, isFact: boolean): string | undefined {
    if (isFact && /^:?==?$/.test(characters)) {
        return COLON_MESSAGE;
    }
    return SINGLE_QUOTE.test(characters) ? QUOTE_MESSAGE : SIGN_MESSAGES.get(characters);
}

/** Of a sign that the language says in another way, that is told and not what goes wrong behind it. Changes the result. */
export function forgetWhatFollowsSigns(result: ParseResult): void {
    const firstSign = new Map<number, number>();
    for (const { message, line = 0, offset } of result.lexerErrors) {
        if (TOLD.has(message)) {
            firstSign.set(line, Math.min(offset, firstSign.get(line) ?? offset));
        }
    }
    if (firstSign.size === 0) {
        return;
    }
    result.parserErrors = result.parserErrors.filter(
        ({ token }) => token.startOffset < (firstSign.get(token.startLine ?? 0) ?? Infinity),
    );
    // of a text in single quotes the first
    const quoted = new Set<number | undefined>();
    result.lexerErrors = result.lexerErrors.filter((e) => {
        const again = e.message === QUOTE_MESSAGE && quoted.has(e.line);
        if (e.message === QUOTE_MESSAGE) {
            quoted.add(e.line);
        }
        return !again;
    });
}
