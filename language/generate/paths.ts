/**
 * Names of files and folders made from names in a protocol. A protocol's name is data: it may be empty, very long, hold
 * any character, be reserved by a file system, or differ from another only in case. What comes out is ASCII letters,
 * digits, `-`, `_` and inner `.`, so that it is one and the same name on every file system, in a ZIP and in a URL.
 */

/** Longest name made here; leaves room for a suffix and an extension under the limit of 143 of encrypted file systems. */
const LONGEST = 80;

/** Device names that Windows reserves, whatever the extension. Source: "Naming Files, Paths, and Namespaces", Microsoft. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Latin letters that Unicode does not decompose into a letter and a diacritic. */
const FOLDED: Readonly<Record<string, string>> = {
    ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th',
    ł: 'l', Ł: 'L', ħ: 'h', Ħ: 'H', ı: 'i', ŋ: 'ng', Ŋ: 'Ng',
}; // prettier-ignore

/** Letters without their diacritics, `ï` as `i`, `ĳ` as `ij`; other characters stay as they are. */
export function fold(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/[\u0300-\u036F]/g, '')
        .replace(/[^\u0000-\u007F]/g, (letter) => FOLDED[letter] ?? letter);
}

/**
 * A safe file or folder name for one text. Two texts may give the same name; {@link safeNames} keeps them apart.
 *
 * @param fallback what it is called when nothing of the text can be kept
 */
export function safeName(text: string, fallback = 'naamloos'): string {
    const name = fold(text)
        .replace(/['"\u2018-\u201F]/g, '')
        .replace(/[^A-Za-z0-9_.-]+/g, '-')
        .replace(/-*\.[-.]*/g, '.')
        .replace(/-{2,}/g, '-')
        .slice(0, LONGEST)
        .replace(/^[-._]+|[-.]+$/g, '');
    if (name === '') {
        return fallback;
    }
    return RESERVED.test(name) ? `_${name}` : name;
}

/**
 * A safe name for each text, in the same order, no two of them the same on a file system that ignores case. The first
 * to want a name gets it; the next gets a number. So the names depend on the texts and their order only.
 */
export function safeNames(texts: readonly string[], fallback?: string): readonly string[] {
    const taken = new Set<string>();
    return texts.map((text) => distinct(safeName(text, fallback), taken));
}

/**
 * The wanted name, or with `-2`, `-3`… where it is taken; case does not count. The result is added to `taken`.
 *
 * @param taken names in lower case
 * @param separator between the name and the number
 */
export function distinct(wanted: string, taken: Set<string>, separator = '-'): string {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
        name = `${wanted}${separator}${String(n)}`;
    }
    taken.add(name.toLowerCase());
    return name;
}
