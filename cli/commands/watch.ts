import { basename, dirname, extname, resolve } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { Complaint, EXIT } from '../complaint.js';
import { EXTENSION } from '../files/paths.js';
import type { Host } from '../host.js';
import { tell } from '../terminal.js';
import { checkOnce, type CheckOptions } from './check.js';

/** How long it stays quiet before a change counts as done, in milliseconds. */
const QUIET = 100;

/** Protocols, and the texts of sources that they quote. */
const WATCHED: ReadonlySet<string> = new Set([EXTENSION, '.txt', '.md']);

/** Checks, and again after every change of a protocol or of settings, until the user stops it. */
export async function watch(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
    const language = options.language ?? 'nl';
    const roots = (paths.length > 0 ? paths : ['.']).map((path) => resolve(host.cwd, fixedPart(path)));
    const ignored = (path: string, stats?: { isFile(): boolean }): boolean => {
        const name = basename(path);
        if (stats?.isFile()) {
            return !WATCHED.has(extname(name)) && name !== 'draaiboek.json';
        }
        return !roots.includes(path) && (name.startsWith('.') || name === 'node_modules');
    };
    // what a protocol uses may lie beside it
    const watched = roots.map((root) => (root.endsWith(EXTENSION) ? dirname(root) : root));
    const watcher = watchFiles(watched, {
        ignored,
        ignoreInitial: true,
        awaitWriteFinish: { stabilityThreshold: QUIET, pollInterval: 20 },
    });
    await new Promise<void>((ready) => watcher.once('ready', ready));
    let running = run();
    let timer: NodeJS.Timeout | undefined;
    watcher.on('all', (_event, path) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            tell(host, language, { nl: `\n${basename(path)} is gewijzigd.`, en: `\n${basename(path)} has changed.` });
            running = running.then(run);
        }, QUIET);
    });
    await new Promise<void>((stopped) => host.onStop(stopped));
    clearTimeout(timer);
    await watcher.close();
    await running;
    return EXIT.fine;

    async function run(): Promise<void> {
        try {
            await checkOnce(paths, options, host);
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            tell(host, language, error.text);
        }
        tell(host, language, { nl: 'Wacht op wijzigingen (Ctrl+C stopt).', en: 'Waiting for changes (Ctrl+C stops).' });
    }
}

/** The part of a path before the first piece with a wildcard. */
function fixedPart(path: string): string {
    const pieces = path.split('/');
    const wild = pieces.findIndex((piece) => /[*?[\]{}!]/.test(piece));
    return wild < 0 ? path : pieces.slice(0, wild).join('/') || (path.startsWith('/') ? '/' : '.');
}
