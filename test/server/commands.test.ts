import { createHash } from 'node:crypto';
import { CancellationToken, CancellationTokenSource, type Connection, type Diagnostic } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { RECORD_FILE } from '../../language/generate/output-record.js';
import { GENERATORS } from '../../language/generate/registry.js';
import { skeleton } from '../../language/skeleton.js';
import { answerBeginRequests } from '../../server/begin.js';
import { answerCheckRequests, checkAll } from '../../server/check.js';
import { answerOutputRequests, choices, generate } from '../../server/outputs.js';
import {
    CHECK,
    GENERATE,
    NAME_FROM,
    OUTPUTS,
    SKELETON,
    type GenerateAnswer,
    type GenerateRequest,
    type Progress,
} from '../../server/requests.js';
import { open, uriOf, type Editor } from '../language/editor/editor.js';

const FINE = skeleton('Hulp', 'Hulp thuis');
const BROKEN = 'interventie Stuk {\n  rol A van Weg\n}\n';
const quiet = () => Promise.resolve();

describe('outputs', () => {
    async function made(editor: Editor, request: Partial<GenerateRequest> = {}): Promise<GenerateAnswer | undefined> {
        const whole = { uris: [uriOf('protocol.draaiboek')], to: ['markdown'], folder: uriOf('uit'), ...request };
        return generate(whole, editor.services, CancellationToken.None, quiet);
    }
    /** Writes an answer as the client does. */
    function write({ files }: Editor, { files: outputs, record }: GenerateAnswer, which: 'before' | 'after' = 'after') {
        outputs.forEach(({ path, text = '' }) => files.set(`uit/${path}`, text));
        if (record) {
            files.set(`uit/${record.path}`, record[which]);
        }
    }

    test('can be all that need no pictures of points, in the language of the user', () => {
        const ids = GENERATORS.filter((g) => g.needsPoints !== true).map(({ id }) => id);
        expect(choices('nl').map(({ id }) => id)).toEqual(ids);
        expect(choices('en')[0]?.summary).not.toBe(choices('nl')[0]?.summary);
    });

    test('are made in a folder for each interventie, with a record before and after', async () => {
        const editor = await open(FINE);
        const answer = await made(editor, { to: ['markdown', 'json'] });
        expect(answer?.refused).toBeUndefined();
        expect(answer?.notes).toEqual([]);
        const paths = answer?.files.map(({ path }) => path) ?? [];
        expect(paths.every((path) => path.startsWith('Hulp/'))).toBe(true);
        expect(paths.some((path) => path.endsWith('.md')) && paths.some((path) => path.endsWith('.json'))).toBe(true);
        expect(answer?.count).toBe(paths.length);
        const record = JSON.parse(answer?.record?.after ?? '') as { files: Record<string, { from: string }> };
        expect(Object.keys(record.files).sort()).toEqual([...paths].sort());
        expect(record.files[paths[0] ?? '']?.from).toBe('../protocol.draaiboek');
        expect(JSON.parse(answer?.record?.before ?? '')).toMatchObject({ files: {}, pending: record.files });
    });

    test('are recorded with the checksums that the tool knows them by', async () => {
        const answer = await made(await open(FINE));
        const record = JSON.parse(answer?.record?.after ?? '') as { files: Record<string, { sha256: string }> };
        for (const { path, text = '' } of answer?.files ?? []) {
            expect(record.files[path]?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
        }
        expect(answer?.files.some(({ text }) => /[^\0-\x7f]/.test(text ?? ''))).toBe(true);
    });

    test('name no absolute path', async () => {
        const answer = await made(await open(FINE), { to: choices('nl').map(({ id }) => id) });
        expect(answer?.files.some(({ text }) => text?.includes('memory:/map'))).toBe(false);
    });

    test('that are there already as they should be need not be written again', async () => {
        const editor = await open(FINE);
        write(editor, (await made(editor)) as GenerateAnswer);
        const again = await made(editor);
        expect(again?.files).toEqual([]);
        expect(again?.count).toBeGreaterThan(0);
    });

    test('replace what Draaiboek made, also in a run that was broken off', async () => {
        for (const which of ['before', 'after'] as const) {
            const editor = await open(FINE);
            write(editor, (await made(editor)) as GenerateAnswer, which);
            editor.files.set('protocol.draaiboek', FINE.replace('Hulp thuis', 'Hulp elders'));
            await editor.changed(['protocol.draaiboek']);
            const again = await made(editor);
            expect(again?.refused).toBeUndefined();
            expect(again?.files.some(({ text }) => text?.includes('Hulp elders'))).toBe(true);
        }
    });

    test.each([
        [
            'is not ours',
            (editor: Editor, path: string) => editor.files.delete(`uit/${RECORD_FILE}`) && path,
            /niet door Draaiboek gemaakt/,
        ],
        [
            'was changed since',
            (editor: Editor, path: string) => editor.files.set(`uit/${path}`, 'van mij'),
            /gewijzigd nadat/,
        ],
        [
            'has a record that is broken',
            (editor: Editor) => editor.files.set(`uit/${RECORD_FILE}`, '{'),
            /niet te lezen/,
        ],
    ])('never replace a file that %s, and then nothing is written', async (_what, change, why) => {
        const editor = await open(FINE);
        const first = (await made(editor)) as GenerateAnswer;
        write(editor, first);
        change(editor, first.files[0]?.path ?? '');
        editor.files.set('protocol.draaiboek', FINE.replace('Hulp thuis', 'Hulp elders'));
        await editor.changed(['protocol.draaiboek']);
        const again = await made(editor);
        expect(again?.refused).toMatch(/^Er is niets geschreven:/);
        expect(again?.refused).toMatch(why);
        expect(again).toMatchObject({ files: [], count: 0 });
        expect(again?.record).toBeUndefined();
    });

    test('never replace what was made from another protocol that is still there', async () => {
        const editor = await open(FINE, { 'ander.draaiboek': FINE.replace('thuis', 'elders') });
        write(editor, (await made(editor, { uris: [uriOf('ander.draaiboek')] })) as GenerateAnswer);
        expect((await made(editor))?.refused).toMatch(/gemaakt uit een ander protocol: ander\.draaiboek/);
    });

    test('for engines are not made of a text with errors; documents are', async () => {
        const answer = await made(await open(BROKEN), { to: ['markdown', 'bpmn'] });
        expect(answer?.files.length).toBeGreaterThan(0);
        expect(answer?.notes).toEqual(['bpmn van Stuk is niet gemaakt: er staan 2 fouten in de tekst.']);
    });

    test('of two interventies of one name go to two folders', async () => {
        const editor = await open(FINE, { 'ander.draaiboek': FINE });
        const uris = ['protocol.draaiboek', 'ander.draaiboek'].map(uriOf);
        const answer = await made(editor, { uris });
        const folders = new Set(answer?.files.map(({ path }) => path.split('/')[0]));
        expect([...folders].sort()).toEqual(['Hulp-ander', 'Hulp-protocol']);
    });

    test('tell how far they are, and stop when they are withdrawn', async () => {
        const { services } = await open(FINE);
        const told: Progress[] = [];
        const source = new CancellationTokenSource();
        const tell = (progress: Progress) => {
            told.push(progress);
            if (progress.done === 1) {
                source.cancel();
            }
            return Promise.resolve();
        };
        const request = { uris: [uriOf('protocol.draaiboek')], to: ['html', 'markdown', 'json'], folder: uriOf('uit') };
        expect(await generate(request, services, source.token, tell)).toBeUndefined();
        expect(told).toEqual([
            { done: 0, total: 3, what: 'Hulp: html' },
            { done: 1, total: 3, what: 'Hulp: markdown' },
        ]);
    });
});

describe('a check of the workspace', () => {
    test('publishes what is found in every file, and counts it', async () => {
        const { services } = await open(FINE, { 'stuk.draaiboek': BROKEN });
        const published = new Map<string, Diagnostic[]>();
        const connection = {
            sendDiagnostics: ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
                published.set(uri, diagnostics);
                return Promise.resolve();
            },
        };
        const told: Progress[] = [];
        const answer = await checkAll(connection, services, CancellationToken.None, (p) =>
            Promise.resolve(void told.push(p)),
        );
        expect([...published.keys()].sort()).toEqual([uriOf('protocol.draaiboek'), uriOf('stuk.draaiboek')]);
        const all = [...published.values()].flat();
        const count = (severity: number) => all.filter((d) => d.severity === severity).length;
        expect(answer).toEqual({ files: 2, errors: count(1), warnings: count(2), infos: count(3) });
        expect(answer?.errors).toBe(2);
        expect(told.map(({ done, total, what }) => [done, total, what])).toEqual([
            [0, 2, 'protocol.draaiboek'],
            [1, 2, 'stuk.draaiboek'],
        ]);
    });

    test('that is withdrawn is not answered', async () => {
        const { services } = await open(FINE);
        const source = new CancellationTokenSource();
        source.cancel();
        expect(await checkAll({} as never, services, source.token, quiet)).toBeUndefined();
    });
});

describe('the requests of the commands', () => {
    async function handlers() {
        const { services } = await open(FINE);
        const all = new Map<string, (request: object, token: CancellationToken) => unknown>();
        const progress: unknown[] = [];
        const connection = {
            onRequest: (name: string, handler: never) => all.set(name, handler),
            sendDiagnostics: quiet,
            sendProgress: (_type: unknown, token: string, value: Progress) => {
                progress.push([token, value.done]);
                return Promise.resolve();
            },
        } as unknown as Connection;
        answerBeginRequests(connection);
        answerCheckRequests(connection, services);
        answerOutputRequests(connection, services);
        return { ask: (name: string, request: object) => all.get(name)?.(request, CancellationToken.None), progress };
    }

    test('a new protocol is the same text as the tool makes, by the name that was chosen', async () => {
        const { ask } = await handlers();
        expect(ask(NAME_FROM, { title: ' samen “thuis” ' })).toEqual({
            title: 'Samen thuis',
            name: 'SamenThuis',
            file: 'samen-thuis.draaiboek',
        });
        expect(ask(SKELETON, { title: 'Samen thuis', name: 'Samen-thuis' })).toBe(
            skeleton('Samen-thuis', 'Samen thuis'),
        );
        expect(ask(SKELETON, { title: 'Samen', name: 'Samen } thuis' })).toBe(skeleton('SamenThuis', 'Samen'));
    });

    test('outputs and checks tell how far they are under the token of the client', async () => {
        const { ask, progress } = await handlers();
        expect(await ask(OUTPUTS, { uri: uriOf('protocol.draaiboek') })).toEqual(choices('nl'));
        const request = { uris: [uriOf('protocol.draaiboek')], to: ['json'], folder: uriOf('uit') };
        expect(await ask(GENERATE, { ...request, progress: 'een' })).toMatchObject({ notes: [] });
        expect(await ask(GENERATE, request)).toMatchObject({ notes: [] });
        expect(await ask(CHECK, { progress: 'twee' })).toMatchObject({ files: 1, errors: 0 });
        expect(await ask(CHECK, {})).toMatchObject({ files: 1 });
        expect(progress).toEqual([
            ['een', 0],
            ['twee', 0],
        ]);
    });
});
