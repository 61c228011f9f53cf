import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An example in the packed extension.
 *
 * @typedef {object} Example
 * @property {string} name its folder
 * @property {string} title of its first intervention
 * @property {string} summary how that describes itself, on one line
 * @property {string} main the file to open first: `gezinspad/gezinspad.draaiboek`
 * @property {readonly string[]} files its own, and those of the examples that it uses
 */

/** The example that shows the whole language; it stands first. */
const FIRST = 'gezinspad';

/**
 * The examples below a folder, each with all files that it needs.
 *
 * @param {string} folder
 * @returns {Example[]}
 */
export function examplesIn(folder) {
    const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
    );
    const filesOf = (/** @type {string} */ name) =>
        readdirSync(join(folder, name))
            .sort()
            .map((file) => `${name}/${file}`);
    const read = (/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8');
    return names
        .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1))
        .map((name) => {
            const own = filesOf(name);
            const main = `${name}/${name}.draaiboek`;
            const text = read(main);
            const used = own
                .filter((file) => file.endsWith('.draaiboek'))
                .flatMap((file) =>
                    [...read(file).matchAll(/^gebruik "\.\.\/([^/"]+)\//gm)].map(([, other]) => other ?? ''),
                );
            return {
                name,
                title: /^interventie\s+\S+\s+"([^"]+)"/m.exec(text)?.[1] ?? name,
                summary: (/^\s*samenvatting\s+"{1,3}\s*([^"]+?)\s*"/m.exec(text)?.[1] ?? '').replace(/\s+/g, ' '),
                main,
                files: [...new Set([...own, ...used.flatMap(filesOf)])],
            };
        });
}
