import { isAbsolute, relative, sep } from 'node:path';

/** The file name extension of protocols. */
export const EXTENSION = '.draaiboek';

/**
 * A path as the tool writes it: from where the tool runs, with `/`, on every system alike.
 *
 * @param path absolute
 */
export function shownPath(path: string, cwd: string): string {
    const shown = relative(cwd, path);
    return (isAbsolute(shown) ? path : shown || '.').split(sep).join('/');
}

/** A name as file systems compare it that know neither case nor the composition of diacritics. */
export function sameName(name: string): string {
    return name.normalize('NFC').toLowerCase();
}
