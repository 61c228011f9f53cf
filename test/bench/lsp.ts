import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    CompletionRequest,
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidOpenTextDocumentNotification,
    ExitNotification,
    HoverRequest,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
    type Position,
} from 'vscode-languageserver/node';
import { PREVIEW } from '../../server/requests.js';
import type { ServerUnderTest } from './lsp-servers.js';

const LINES = 1_000;
const LINES_OF_OTHERS = 110;
const MOST_MEGABYTES = 300;
/** How long nothing is found when the folder has been checked. */
const QUIET_MS = 1_000;

/** What is measured, with how many milliseconds it may take at the median and at the 95th percentile. */
const LIMITS = {
    'an edit to its findings': [30, 60],
    completion: [20, 50],
    hover: [5, 20],
    'an edit to the document': [100, 200],
    'an edit to the diagram': [100, 200],
} as const;
type Step = keyof typeof LIMITS;

export interface LspMeasurement {
    readonly name: string;
    /** milliseconds of each time; of a document and a diagram only where the server makes them */
    readonly times: Readonly<Partial<Record<Step, readonly number[]>>>;
    /** resident memory of the server afterwards; 0 where the machine does not tell it */
    readonly megabytes: number;
    readonly files: number;
}

/** Measures a server over stdio, on a text of 1,000 lines in a folder with other files. */
export async function measureLsp(server: ServerUnderTest, files: number, runs: number): Promise<LspMeasurement> {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-bench-'));
    mkdirSync(join(folder, 'andere'));
    const main = `hoofd${server.extension}`;
    let text = server.main(LINES);
    writeFileSync(join(folder, main), text);
    for (let i = 1; i < files; i++) {
        writeFileSync(join(folder, 'andere', `p${String(i)}${server.extension}`), server.other(LINES_OF_OTHERS, i));
    }
    for (const [name, content] of Object.entries(server.besides)) {
        writeFileSync(join(folder, name), content);
    }
    const child = spawn(process.execPath, server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
    );
    const folderUri = pathToFileURL(folder).toString();
    const uri = `${folderUri}/${main}`;
    let told: () => void = () => undefined;
    let last = 0;
    connection.onNotification(PublishDiagnosticsNotification.type, (found) => {
        last = performance.now();
        if (found.uri === uri) {
            told();
        }
    });
    const findings = () => new Promise<void>((resolve) => (told = resolve));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
        workspaceFolders: [{ name: 'map', uri: folderUri }],
    });
    const read = findings();
    await connection.sendNotification(InitializedNotification.type, {});
    await read;
    const textDocument = { uri };
    const opened = findings();
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { ...textDocument, languageId: server.languageId, version: 1, text },
    });
    await opened;
    // until the other files are checked too
    while (performance.now() - last < QUIET_MS) {
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 10));
    }

    let version = 1;
    /** Types a letter in the middle of the text, and takes it away again the next time. */
    const edit = async (): Promise<void> => {
        const lines = text.split('\n');
        const word = server.typedAfter;
        const line = lines.findIndex((l, i) => i > lines.length / 2 && l.includes(word));
        const before = lines[line] ?? '';
        const character = before.indexOf(word) + word.length;
        const isIn = before[character] === 'x';
        const range = { start: { line, character }, end: { line, character: character + (isIn ? 1 : 0) } };
        const typed = isIn ? '' : 'x';
        lines[line] = before.slice(0, character) + typed + before.slice(range.end.character);
        text = lines.join('\n');
        await connection.sendNotification(DidChangeTextDocumentNotification.type, {
            textDocument: { ...textDocument, version: ++version },
            contentChanges: [{ range, text: typed }],
        });
    };
    const placeOf = (word: string): Position => {
        const line = text.split('\n').findIndex((l, i) => i > LINES / 2 && l.includes(word));
        return { line, character: (text.split('\n')[line] ?? '').indexOf(word) + word.length };
    };
    const preview = (kind: 'document' | 'diagram') => connection.sendRequest(PREVIEW, { uri, kind, line: LINES / 2 });
    const steps: Readonly<Partial<Record<Step, () => Promise<unknown>>>> = {
        'an edit to its findings': async () => {
            const fresh = findings();
            await edit();
            await fresh;
        },
        completion: () =>
            connection.sendRequest(CompletionRequest.type, { textDocument, position: placeOf(server.askedAfter) }),
        hover: () => connection.sendRequest(HoverRequest.type, { textDocument, position: placeOf(server.askedAfter) }),
        ...(server.hasPreview && {
            'an edit to the document': async () => {
                await edit();
                await preview('document');
            },
            'an edit to the diagram': async () => {
                await edit();
                await preview('diagram');
            },
        }),
    };
    const times: Partial<Record<Step, number[]>> = {};
    for (const [name, run] of Object.entries(steps) as [Step, () => Promise<unknown>][]) {
        for (let i = 0; i < Math.min(runs, 15); i++) {
            await run();
        }
        const measured: number[] = [];
        for (let i = 0; i < runs; i++) {
            const start = performance.now();
            await run();
            measured.push(performance.now() - start);
        }
        times[name] = measured;
    }
    const megabytes = memoryOf(child.pid ?? 0);
    await connection.sendRequest(ShutdownRequest.type);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendNotification(ExitNotification.type);
    await ended;
    connection.dispose();
    rmSync(folder, { recursive: true, force: true });
    return { name: server.name, times, megabytes, files };
}

/** Megabytes that a process holds; Linux tells. */
function memoryOf(pid: number): number {
    try {
        return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
        return 0;
    }
}

/** The value that this part of the values does not exceed. */
function percentile(values: readonly number[], part: number): number {
    return [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN;
}

/** Prints what was measured of ours, and how many times as long another server took where it was measured too. */
export function printLsp(ours: LspMeasurement, theirs?: LspMeasurement): void {
    console.log(
        `\nThe language server over stdio, on a text of ${String(LINES)} lines in a folder of ${String(ours.files)} files: milliseconds at the median / 95th percentile.\n`,
    );
    console.log(row('', ours.name, theirs?.name, theirs && 'as long'));
    for (const [name, values = []] of Object.entries(ours.times) as [Step, readonly number[]][]) {
        const other = theirs?.times[name];
        const ratio = other && `${(percentile(other, 0.5) / percentile(values, 0.5)).toFixed(1)} times`;
        console.log(row(name, halfAndMost(values), other && halfAndMost(other), ratio));
    }
    const megabytes = (m: LspMeasurement) => `${m.megabytes.toFixed(0)} MB`;
    console.log(row('memory', megabytes(ours), theirs && megabytes(theirs)));
}

function row(name: string, ...cells: readonly (string | undefined)[]): string {
    return name.padStart(26) + cells.map((cell) => (cell ?? '').padStart(18)).join('');
}

function halfAndMost(values: readonly number[]): string {
    return `${percentile(values, 0.5).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;
}

/** Whether everything was as quick as it has to be. */
export function lspChecks({ times, megabytes }: LspMeasurement): { name: string; holds: boolean }[] {
    const steps = (Object.entries(LIMITS) as [Step, readonly [number, number]][]).map(([name, [most, most95]]) => {
        const measured = times[name] ?? [];
        const [half, all] = [percentile(measured, 0.5), percentile(measured, 0.95)];
        return {
            name: `${name} takes ${half.toFixed(1)} / ${all.toFixed(1)} ms, at most ${String(most)} / ${String(most95)}`,
            holds: half <= most && all <= most95,
        };
    });
    const name = `the language server has ${megabytes.toFixed(0)} MB, less than ${String(MOST_MEGABYTES)}`;
    return [...steps, { name, holds: megabytes < MOST_MEGABYTES }];
}

export function lspSmokeChecks({ times }: LspMeasurement): { name: string; holds: boolean }[] {
    const all = Object.values(times);
    return [
        { name: 'the language server answers', holds: all.length > 0 && all.every((t) => t.every((ms) => ms > 0)) },
    ];
}
