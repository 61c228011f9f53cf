/**
 * Makes the start-up snapshot of the tool (`node --build-snapshot`, see scripts/lib/snapshot.mjs): a heap in which the
 * parser is built and warm. Started from it, the tool begins where this file ends. The environment variable
 * DRAAIBOEK_SAMPLES names the texts to warm it with, separated as a PATH is.
 */
import { delimiter, dirname, resolve } from 'node:path';
import { startupSnapshot } from 'node:v8';
import { runTool } from './main.js';
import { processHost, type Sink } from './host.js';
import { leaveServices } from './services.js';

const samples = (process.env['DRAAIBOEK_SAMPLES'] ?? '').split(delimiter).filter((path) => path !== '');

/** the folder of the tool: known while the snapshot is made, and not behind it */
const tool = dirname(resolve(process.argv[1] ?? ''));

void warm();

startupSnapshot.setDeserializeMainFunction(() => {
    // behind a snapshot there is no script, so the arguments begin one place earlier
    void runTool(process.argv.slice(1), processHost(tool)).then((exitCode) => {
        process.exitCode = exitCode;
    });
});

/** A run for nobody compiles what a run uses, and leaves its services for the real one. */
async function warm(): Promise<void> {
    const nowhere: Sink = { write: () => undefined, isTerminal: false };
    await runTool(['check', ...samples], {
        cwd: process.cwd(),
        stdout: nowhere,
        stderr: nowhere,
        env: {},
        readInput: () => Promise.resolve(new Uint8Array()),
        server: '',
        readPart: () => Promise.resolve(new Uint8Array()),
        onStop: () => () => undefined,
    });
    await leaveServices();
}
