import { existsSync } from 'node:fs';
import type { Language } from '../../language/text/bilingual.js';
import { Complaint } from '../complaint.js';
import type { Host } from '../host.js';

/** How the server keeps memory: as our extension starts it (`SERVER_FLAGS` in server/requests.ts). */
export const SERVER_FLAGS = [
    '--max-semi-space-size=16',
    '--initial-old-space-size=32',
    '--heap-growing-percent=60',
    '--no-incremental-marking',
];

/**
 * `lsp`: the language server that our extension uses too, on the streams that the tool was started with, until the editor
 * ends it or goes away.
 *
 * @param language of what it tells, where the editor chooses none
 * @returns the exit code: the server's
 */
export async function lsp(language: Language | undefined, host: Host): Promise<number> {
    if (!existsSync(host.server)) {
        throw new Complaint({
            nl: `De taalserver is er niet (${host.server}). Vanuit een checkout maakt \`npm run build\` hem; installeer Draaiboek anders opnieuw.`,
            en: `The language server is not there (${host.server}). In a checkout \`npm run build\` makes it; else install Draaiboek again.`,
        });
    }
    // not imported: a module that starts other programs does not survive a start-up snapshot
    const { spawn } = process.getBuiltinModule('node:child_process');
    const chosen = language === undefined ? [] : [`--language=${language}`];
    const server = spawn(process.execPath, [...SERVER_FLAGS, host.server, '--stdio', ...chosen], { stdio: 'inherit' });
    const stopListening = host.onStop(() => server.kill());
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.once('exit', (code) => {
            stopListening();
            resolve(code ?? 0);
        });
    });
}
