/** A name that a text may mention in its own words, with the stretch of text in which a mention does not count. */
export interface Mentionable {
    readonly name: string;
    readonly notFrom: number;
    readonly notTo: number;
}

const LETTER = 'A-Za-z0-9\\u00C0-\\u024F';
/** How many letters the names are sorted by: a word of the text is compared with the few names that begin alike. */
const PREFIX = 3;

/**
 * Which of some names a text mentions: as the name itself, or as its words in that order, whatever ending the last one
 * has. `GedeeldeZorg` is mentioned by "gedeelde zorg" and by "gedeelde zorgen". One pass over the text for all names.
 */
export function mentioned<T extends Mentionable>(text: string, names: readonly T[]): Set<T> {
    const found = new Set<T>();
    const byPrefix = new Map<string, { item: T; words: readonly string[]; joined: string }[]>();
    for (const item of names) {
        const words = wordsOfName(item.name);
        const key = (words[0] ?? '').slice(0, PREFIX);
        const entry = { item, words, joined: words.join('') };
        const others = byPrefix.get(key);
        if (others) {
            others.push(entry);
        } else {
            byPrefix.set(key, [entry]);
        }
    }
    const word = new RegExp(`[${LETTER}]+`, 'g');
    for (let match = word.exec(text); match; match = word.exec(text)) {
        const lower = match[0].toLowerCase();
        const candidates = byPrefix.get(lower.slice(0, PREFIX));
        for (const { item, words, joined } of candidates ?? []) {
            const { index } = match;
            if (found.has(item) || (index >= item.notFrom && index < item.notTo)) {
                continue;
            }
            if (
                lower.startsWith(joined) ||
                (lower.startsWith(words[0] ?? '') && followedBy(text, word.lastIndex, words.slice(1)))
            ) {
                found.add(item);
            }
        }
    }
    return found;
}

/** The words of a name, in lower case: from `GedeeldeZorg` and `gedeelde-zorg` "gedeelde", "zorg". */
function wordsOfName(name: string): string[] {
    const words = name
        .replace(/([a-zà-ÿ0-9])([A-ZÀ-Þ])/g, '$1 $2')
        .toLowerCase()
        .match(new RegExp(`[${LETTER}]+`, 'g')) ?? [name.toLowerCase()];
    const last = words.pop() ?? '';
    // without the ending of the plural, so that the singular is a mention as well
    return [...words, last.length > 5 ? last.replace(/(?:en|s)$/, '') : last];
}

function followedBy(text: string, from: number, words: readonly string[]): boolean {
    const next = new RegExp(`[^${LETTER}"]{1,3}([${LETTER}]+)`, 'y');
    next.lastIndex = from;
    return words.every((w) => next.exec(text)?.[1]?.toLowerCase().startsWith(w) ?? false);
}
