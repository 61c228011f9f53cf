/**
 * Finds places in the text of a protocol without parsing it, for the suite inside VS Code and for the driver outside it.
 * It must not use the language itself: what it finds is what the language is then asked about.
 */

/** The example that the tests work on, in the folder of examples. */
export const EXAMPLE = 'gezinspad/gezinspad.draaiboek';

/** Before each line of the suite's report, to tell it from what VS Code itself says on the same console. */
export const MARK = '│ ';

/** What the suite of the web extension says when its window may be looked at. */
export const LOOK = 'the window may be looked at';

/** The file in the folder that is open by which that suite knows that it was. */
export const LOOKED = 'looked.txt';

const NAME = '[\\p{L}_][\\p{L}\\p{M}\\d_]*(?:-[\\p{L}\\p{M}\\d_]+)*';

/**
 * The same text, as long as it was, with blanks for what stands in quotes and comments.
 *
 * @param {string} text
 * @returns {string}
 */
export function mask(text) {
    const quietParts = /"""[\s\S]*?"""|"[^"\r\n]*"|[“„”][^“„”"\r\n]*[“”]|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;
    return text.replace(quietParts, (part) => part.replace(/[^\r\n]/g, ' '));
}

/**
 * The inside of the first `aanpak { … }`.
 *
 * @param {string} text
 * @returns {{start: number, end: number}} offsets just after `{` and of the `}` that closes it
 * @throws {Error} when the text has no such block
 */
export function findAanpak(text) {
    const quiet = mask(text);
    const opening = /\baanpak\s*\{/.exec(quiet);
    if (!opening) throw new Error('The example has no block "aanpak { … }".');
    const start = opening.index + opening[0].length;
    let depth = 1;
    for (let end = start; end < quiet.length; end++) {
        if (quiet[end] === '{') depth++;
        if (quiet[end] === '}') depth--;
        if (depth === 0) return { start, end };
    }
    throw new Error('The block "aanpak {" of the example is not closed.');
}

/**
 * The steps of the first `aanpak`, in the order of the text.
 *
 * @param {string} text
 * @returns {{name: string, keyword: number}[]} the name and the offset of the keyword `stap`
 */
export function findSteps(text) {
    const { start, end } = findAanpak(text);
    const quiet = mask(text);
    return [...quiet.matchAll(new RegExp(`^[ \\t]*(stap)[ \\t]+(${NAME})`, 'gmu'))]
        .map((match) => ({ name: match[2] ?? '', keyword: match.index + match[0].indexOf('stap') }))
        .filter(({ keyword }) => keyword >= start && keyword < end);
}

/**
 * The first role that is declared in the text and also named after `door` in its `aanpak`.
 *
 * @param {string} text
 * @returns {{name: string, declaration: number, use: number}} the offsets of the name after `rol` and after `door`
 * @throws {Error} when there is none
 */
export function findRole(text) {
    const quiet = mask(text);
    const { start, end } = findAanpak(text);
    for (const match of quiet.matchAll(new RegExp(`^[ \\t]*rol[ \\t]+(${NAME})`, 'gmu'))) {
        const name = match[1] ?? '';
        const uses = [...quiet.matchAll(namedAfter('door', name))].map(
            (use) => use.index + use[0].length - name.length,
        );
        const use = uses.find((offset) => offset >= start && offset < end);
        if (use !== undefined) return { name, declaration: match.index + match[0].length - name.length, use };
    }
    throw new Error('The example has no role that is both declared with "rol" and named after "door" in its "aanpak".');
}

/**
 * Matches a keyword followed by exactly this name.
 *
 * @param {string} keyword
 * @param {string} name
 * @returns {RegExp} global
 */
export function namedAfter(keyword, name) {
    return new RegExp(`(?<![\\p{L}\\d_-])${keyword}[ \\t]+${name}(?![\\p{L}\\p{M}\\d_]|-[\\p{L}\\d_])`, 'gu');
}
