#!/usr/bin/env node
/**
 * `npm run editor`: VS Code in the browser with the packed extension and a copy of the examples, to try things in. What
 * is written there stays in out/editor, from one time to the next.
 *
 *   npm run editor [-- --port NUMBER] [--fresh] [--vsix FILE]
 */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Complaint } from './complaint.mjs';
import { installEditor } from './editor/install.mjs';
import { installExtension, startServer } from './editor/server.mjs';
import { addressOf } from './editor/window.mjs';
import { layOut } from './workspace.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const root = join(project, 'out/editor');

async function main() {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: '0' },
            fresh: { type: 'boolean', default: false },
            vsix: { type: 'string', default: join(project, 'dist/draaiboek.vsix') },
        },
    });
    const vsix = resolve(values.vsix);
    if (!/^\d{1,5}$/.test(values.port)) throw new Complaint(`A port is a number, and "${values.port}" is none.`);
    if (!existsSync(vsix)) throw new Complaint(`There is no packed extension at ${vsix}: run "npm run package" first.`);
    if (values.fresh) rmSync(root, { recursive: true, force: true });
    await installEditor();
    const folders = layOut(root, join(project, 'examples'), { keepCopies: true });
    await installExtension(vsix, folders);
    // other people on this machine do not have the token, so they cannot come in
    const token = randomUUID();
    const server = await startServer(folders, {}, join(root, 'server.log'), { port: values.port, token });
    console.log(`\nVS Code with Draaiboek: ${addressOf(server.port, folders.desk)}&tkn=${token}`);
    console.log(`The files are in ${folders.desk}. Ctrl+C stops it.`);
}

// what was started ends with this process
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));

try {
    await main();
} catch (error) {
    const isSentence = error instanceof Complaint || String(error).includes('ERR_PARSE_ARGS');
    console.error(isSentence ? /** @type {Error} */ (error).message : error);
    process.exit(1);
}
