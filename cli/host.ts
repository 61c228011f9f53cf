import { join } from 'node:path';
import { EXIT } from './complaint.js';
import { writingProblem } from './files/errors.js';
import { readPart, type Part } from './files/parts.js';
import { chosenLanguage } from './program.js';

/** What the tool has of the machine besides its files: streams, folder, environment. Tests give their own. */
export interface Host {
    /** where relative paths start */
    readonly cwd: string;
    readonly stdout: Sink;
    readonly stderr: Sink;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** all of standard input */
    readonly readInput: () => Promise<Uint8Array>;
    /** the program of the language server */
    readonly server: string;
    /** what comes with the tool beside its program */
    readonly readPart: (part: Part) => Promise<Uint8Array>;
    /** calls back when the user wants to stop; gives a function that ends the listening */
    readonly onStop: (stop: () => void) => () => void;
}

/** Where text goes. */
export interface Sink {
    readonly write: (text: string) => void;
    readonly isTerminal: boolean;
}

/**
 * The machine that this process runs on.
 *
 * @param tool the folder of the tool's program
 */
export function processHost(tool: string): Host {
    return {
        cwd: process.cwd(),
        stdout: sink(process.stdout),
        stderr: sink(process.stderr),
        env: process.env,
        readInput: async () => {
            const chunks: Uint8Array[] = [];
            for await (const chunk of process.stdin) {
                chunks.push(chunk as Uint8Array);
            }
            return Buffer.concat(chunks);
        },
        server: join(tool, '../server/server.cjs'),
        readPart: (part) => readPart(tool, part),
        onStop: (stop) => {
            process.once('SIGINT', stop).once('SIGTERM', stop);
            return () => process.off('SIGINT', stop).off('SIGTERM', stop);
        },
    };
}

function sink(stream: NodeJS.WriteStream): Sink {
    let isBroken = false;
    stream.on('error', (error: NodeJS.ErrnoException) => {
        // whoever reads may stop reading, as `head` does: that is no error of ours
        if (error.code === 'EPIPE' || isBroken) {
            return;
        }
        isBroken = true;
        // what else there is to do is done, but a report that is not there is no success
        process.once('exit', () => (process.exitCode = EXIT.unusable));
        if (stream !== process.stderr) {
            const shown = { nl: 'De uitvoer', en: 'The output' }[chosenLanguage(process.argv) ?? 'nl'];
            process.stderr.write(`${writingProblem(shown, error)[chosenLanguage(process.argv) ?? 'nl']}\n`);
        }
    });
    return {
        write: (text) => {
            stream.write(text);
        },
        // undefined where it is no terminal, whatever its type says
        isTerminal: Boolean(stream.isTTY),
    };
}
