import {
    chmodSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../cli/host.js';
import { readPart } from '../../cli/files/parts.js';
import { runTool } from '../../cli/main.js';

/** What a run of the tool gave. */
export interface Ran {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

export interface RunOptions {
    readonly cwd?: string;
    readonly input?: string | Uint8Array;
    /** what goes wrong when standard input is read */
    readonly inputFails?: Error;
    readonly terminal?: boolean;
    readonly env?: Readonly<Record<string, string>>;
    /** gets what stops the tool */
    readonly onStop?: (stop: () => void) => void;
    /** gets what is printed, as it is printed */
    readonly onPrint?: (text: string) => void;
}

/** Runs the tool in this process, as a user would type it. */
export async function tool(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    let [out, err] = ['', ''];
    const isTerminal = options.terminal ?? false;
    const host: Host = {
        cwd: options.cwd ?? process.cwd(),
        stdout: { isTerminal, write: (text) => ((out += text), options.onPrint?.(text)) },
        stderr: { isTerminal, write: (text) => ((err += text), options.onPrint?.(text)) },
        env: options.env ?? {},
        readInput: () =>
            options.inputFails ? Promise.reject(options.inputFails) : Promise.resolve(Buffer.from(options.input ?? '')),
        server: join(import.meta.dirname, '../../dist/server/server.cjs'),
        readPart: (part) => readPart(join(import.meta.dirname, '../../cli'), part),
        onStop: (stop) => {
            options.onStop?.(stop);
            return () => undefined;
        },
    };
    const code = await runTool(args, host);
    return { code, out, err };
}

/** A folder of its own for a test, with these files, that goes away with the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const path = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-')));
    chmodSync(path, 0o755);
    onTestFinished(() => {
        rmSync(path, { recursive: true, force: true });
    });
    for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
    }
    return path;
}

/** Runs something as a user who is not root, for whom permissions hold. */
export async function withoutPower<T>(run: () => Promise<T>): Promise<T> {
    if (process.getuid?.() !== 0) {
        return run();
    }
    const nobody = 65534;
    process.seteuid?.(nobody);
    try {
        return await run();
    } finally {
        process.seteuid?.(0);
    }
}

/** All files in a folder with their content, by path; a folder that holds nothing is left out. */
export function contentOf(path: string, prefix = ''): Record<string, string> {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return Object.assign(
        {},
        ...entries.map((entry) =>
            entry.isDirectory()
                ? contentOf(join(path, entry.name), `${prefix}${entry.name}/`)
                : contentOfFile(join(path, entry.name), prefix + entry.name),
        ),
    ) as Record<string, string>;
}

/** Nothing where the file is gone by now, as one is that another process writes first under another name. */
function contentOfFile(path: string, name: string): Record<string, string> {
    try {
        return { [name]: readFileSync(path, 'utf8') };
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return {};
        }
        throw error;
    }
}

/** A protocol in which nothing is a fout. */
export const FINE = `rol Werker
interventie Pad "Het pad" {
  doel Hoofd "Het gezin kan verder" {
    subdoel eerste "Ouders weten wie zij kunnen bellen"
  }
  aanpak {
    stap Een "Kennismaken" {
      door Werker
      werkt aan eerste
    }
    einde Klaar
  }
}
`;

/** The same with one fout: a role that is not there. On line 8, column 12. */
export const WRONG = FINE.replace('door Werker', 'door Werkr');

/** The same with one that can be mended by itself: a misspelt word. */
export const MISSPELT = FINE.replace('    stap Een', '    stapp Een');
