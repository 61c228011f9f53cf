import type { Bilingual } from './bilingual.js';

/**
 * A figure for people, in both languages: 6.41 is "6,4" and "6.4". Whole numbers have no decimals.
 *
 * @param decimals how many decimals at most
 */
export function formatNumber(value: number, decimals = 1): Bilingual {
    const en = String(Number(value.toFixed(decimals)));
    return { nl: en.replace('.', ','), en };
}

/** "a, b en c" and "a, b and c". */
export function enumerate(parts: readonly string[]): Bilingual {
    const last = parts.at(-1);
    if (last === undefined || parts.length === 1) {
        return { nl: last ?? '', en: last ?? '' };
    }
    const head = parts.slice(0, -1).join(', ');
    return { nl: `${head} en ${last}`, en: `${head} and ${last}` };
}

/** The first of some names, as code, with a sign that there are more: a list of all would drown the rest. */
export function someNames(names: readonly string[], most: number): string {
    const some = names.slice(0, most).map((name) => `\`${name}\``);
    return some.join(', ') + (names.length > most ? ', …' : '');
}
