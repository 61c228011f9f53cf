import { strToU8, zipSync } from 'fflate';

/**
 * A ZIP of texts, in their order and with the same bytes on each run: every entry has the first moment that a ZIP knows,
 * as a local time, since a ZIP has no time zone.
 */
export function zipOf(files: readonly { readonly path: string; readonly text: string }[]): Uint8Array {
    const mtime = new Date(1980, 0, 1);
    return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), { mtime, level: 9 });
}
