import type { ParseResult } from 'langium';
import { pack } from '../../text/bilingual.js';
import { instead, SILENT } from '../wording.js';
import { withoutBullet } from './bullets.js';

/** A fact up to its type. */
const KIND_OF_FACT =
    /^[ \t]*(ja ?(?:\/|of)|boolean|aantal|getal|nummer|datum|tekst|een\b|keuze|onbekend|plaatselijk|$)/;
const FACT = /^[ \t]*gegeven[ \t]+\S+[ \t]*$/;

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
    '~': 'circa',
    '&': ',',
    '+': ',',
    '&&': 'en',
    '||': 'of',
    '?': 'onbekend',
    '??': 'onbekend',
    '???': 'onbekend',
    '..': 'onbekend',
    '...': 'onbekend',
    '…': 'onbekend',
};
const QUOTE = /^['\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A`]$/;
/** With these a line of a list begins in a word processor. */
const BULLET = /^[*\u2022\u00B7\u25AA\u25CF\u25E6\u2013\u2014\u2023\u2043]$/;

const SIGN_MESSAGES = new Map(Object.entries(SIGNS).map(([sign, word]) => [sign, pack(instead(word, sign))]));
const QUOTE_MESSAGE = pack({
    nl: 'Een tekst staat tussen dubbele aanhalingstekens: `"…"`.',
    en: 'A text stands in double quotes: `"…"`.',
});
const COLON_MESSAGE = pack(instead(':', '='));
const EQUALS_MESSAGE = pack({
    nl: 'Achter het woord waarmee een regel begint, staat geen `=`. Haal het weg.',
    en: 'No `=` stands behind the word with which a line begins. Take it away.',
});
const TOLD = new Set([...SIGN_MESSAGES.values(), QUOTE_MESSAGE, COLON_MESSAGE, EQUALS_MESSAGE]);

/**
 * The message for signs for which the language has a word or another sign; undefined for any others.
 *
 * @param before what stands before them on their line
 * @param behind what stands behind them
 */
export function otherSign(characters: string, before: string, behind = ''): string | undefined {
    const isFirst = before.trim() === '';
    if (/^:?==?$/.test(characters) && FACT.test(before)) {
        // in a case a fact is given, elsewhere it is declared
        return KIND_OF_FACT.test(behind) ? COLON_MESSAGE : SIGN_MESSAGES.get('=');
    }
    if (/^==?$/.test(characters) && /^\s*(?:[\p{L}-]+|(?:cijfer|kenmerk|vraag)\s+"[^"]*")\s*$/u.test(before)) {
        return EQUALS_MESSAGE;
    }
    if (isFirst && BULLET.test(characters)) {
        return pack(withoutBullet(characters));
    }
    const isOwnWord = /^[?.…]/.test(characters)
        ? / $/.test(before) && !/\b(onbekend|plaatselijk) $/.test(before)
        : !isFirst;
    return QUOTE.test(characters) ? QUOTE_MESSAGE : isOwnWord ? SIGN_MESSAGES.get(characters) : undefined;
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
    for (const error of result.parserErrors) {
        if (error.token.startOffset >= (firstSign.get(error.token.startLine ?? 0) ?? Infinity)) {
            error.message = SILENT;
        }
    }
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
