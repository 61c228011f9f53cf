import { kindName } from '../messages/kinds.js';
import type { Bilingual } from '../text/bilingual.js';

/** The message of an error that is not told, since it follows from another: what it is about could not be read all the same. */
export const SILENT = '';

/** What a kind of token is called by someone who never programmed, in the order in which a message lists them. */
export const WORDS: Readonly<Record<string, Bilingual>> = {
    NAME: { nl: 'een naam', en: 'a name' },
    FIRST_WORD: { nl: 'een naam', en: 'a name' },
    INLINE: { nl: 'een woord', en: 'a word' },
    WORD: { nl: 'een woord', en: 'a word' },
    FIRST_NUMBER: { nl: 'een getal', en: 'a number' },
    NUMBER: { nl: 'een getal', en: 'a number' },
    CODE: { nl: 'een nummer zoals 3.1', en: 'a number such as 3.1' },
    DATE: { nl: 'een datum', en: 'a date' },
    TEXT: { nl: 'een tekst tussen aanhalingstekens', en: 'a text in quotes' },
    UNIT_WORD: { nl: 'een eenheid', en: 'a unit' },
    EOF: { nl: 'het einde van het bestand', en: 'the end of the file' },
};
/** "`a`, `b` or `c`" */
export function enumeration(parts: readonly string[], or: string): string {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${or} ${last}`;
}

/** A token's text, short enough for a message. */
export function brief(image: string): string {
    const line = printable(image.split(/\r|\n/)[0] ?? '');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Where a line stands in a block of that keyword. */
export function inside(block: string): Bilingual {
    if (block === 'bestand') {
        return { nl: 'buiten de blokken', en: 'outside the blocks' };
    }
    return block === '' ? { nl: 'in dit blok', en: 'in this block' } : { nl: `in \`${block}\``, en: `in \`${block}\`` };
}

/** A word of the language. */
export function quoted(word: string): Bilingual {
    return { nl: `\`${word}\``, en: `\`${word}\`` };
}

/** "de naam van een rol", or "een naam" where any name may stand. */
export function nameOf(kinds: readonly string[], token: string): Bilingual {
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
        return WORDS[token] ?? quoted(token);
    }
    if (kind === 'FactValue') {
        return { nl: 'een waarde van het gegeven', en: 'a value of the fact' };
    }
    const { nl, en } = kindName(kind);
    const number = kind === 'FrameworkIndicator';
    return {
        nl: number ? 'het nummer van een indicator (zoals 3.1)' : `de naam van een ${nl}`,
        en: number
            ? 'the number of an indicator (such as 3.1)'
            : `the name of ${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`,
    };
}

/** The message for a word that is near another. */
export function didYouMean(word: string, keyword: string): Bilingual {
    return {
        nl: `\`${brief(word)}\` – bedoelde u \`${keyword}\`?`,
        en: `\`${brief(word)}\` – did you mean \`${keyword}\`?`,
    };
}

/** The message that says what to write instead of what stands there. */
export function instead(right: string, found: string): Bilingual {
    return {
        nl: `Schrijf \`${right}\` in plaats van \`${found}\`.`,
        en: `Write \`${right}\` instead of \`${found}\`.`,
    };
}

/** With characters that must not reach a terminal, or that nobody sees, as their number. */
export function printable(text: string): string {
    return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, codeOf);
}

/** The number of a character: `U+200B`. */
export function codeOf(character: string): string {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
