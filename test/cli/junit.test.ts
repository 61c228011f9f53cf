import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Window } from 'happy-dom';
import { validateXML } from 'xmllint-wasm';
import { junitXml } from '../../cli/print/junit-xml.js';
import { FINE, folder, tool, WRONG, type RunOptions } from './tool.js';

const XSD = readFileSync(join(import.meta.dirname, 'schemas/jenkins-junit.xsd'), 'utf8');

interface Case {
    readonly className: string;
    readonly name: string;
    readonly failure?: { readonly type: string; readonly message: string; readonly text: string };
    readonly error?: string;
    readonly output?: string;
}
interface Suite {
    readonly name: string;
    readonly tests: string;
    readonly failures: string;
    readonly errors: string;
    readonly cases: readonly Case[];
}

/** A report as a reader has it, after libxml2 has held it to what Jenkins accepts. */
async function read(xml: string): Promise<Suite[]> {
    const { errors } = await validateXML({ xml, schema: XSD });
    expect(errors.map(({ message }) => message)).toEqual([]);
    const document = new new Window().DOMParser().parseFromString(xml, 'application/xml');
    return [...document.querySelectorAll('testsuite')].map((suite) => ({
        name: suite.getAttribute('name') ?? '',
        tests: suite.getAttribute('tests') ?? '',
        failures: suite.getAttribute('failures') ?? '',
        errors: suite.getAttribute('errors') ?? '',
        cases: [...suite.querySelectorAll('testcase')].map((one) => {
            const [failure, error, output] = ['failure', 'error', 'system-out'].map((tag) => one.querySelector(tag));
            return {
                className: one.getAttribute('classname') ?? '',
                name: one.getAttribute('name') ?? '',
                ...(failure && {
                    failure: {
                        type: failure.getAttribute('type') ?? '',
                        message: failure.getAttribute('message') ?? '',
                        text: failure.textContent,
                    },
                }),
                ...(error && { error: error.textContent }),
                ...(output && { output: output.textContent }),
            };
        }),
    }));
}

async function junit(
    args: readonly string[],
    options: RunOptions,
): Promise<{ suites: Suite[]; code: number; out: string }> {
    const { code, out } = await tool(['check', '--format', 'junit', ...args], options);
    return { suites: await read(out), code, out };
}

const failed = ({ cases }: Suite) => cases.filter(({ failure }) => failure);

describe('check --format junit', () => {
    test('the schema refuses what is no report, so that the other tests can fail', async () => {
        const { valid } = await validateXML({ xml: '<testsuites><testcase/></testsuites>', schema: XSD });
        expect(valid).toBe(false);
    });

    test('has a suite for each file, a failure for each fout, and the rest with one case that passes', async () => {
        const { suites, code } = await junit([], { cwd: folder({ 'map/a.draaiboek': WRONG, 'b.draaiboek': FINE }) });
        expect(code).toBe(1);
        expect(suites.map(({ name, tests, failures }) => ({ name, tests, failures }))).toEqual([
            { name: 'b.draaiboek', tests: '1', failures: '0' },
            { name: 'map/a.draaiboek', tests: '2', failures: '1' },
        ]);
        const [failure, other] = suites[1]?.cases ?? [];
        expect(failure).toMatchObject({
            className: 'map/a',
            name: 'meta/verwijzing: Er is geen rol `Werkr`. Bedoelde u `Werker`?',
            failure: { type: 'meta/verwijzing', message: 'Er is geen rol `Werkr`. Bedoelde u `Werker`?' },
        });
        expect(failure?.failure?.text.split('\n')).toEqual([
            'map/a.draaiboek:8:12  fout  Er is geen rol `Werkr`. Bedoelde u `Werker`?  meta/verwijzing',
            '  door Werkr',
            '       ^^^^^',
            '  herstel: Maak er `Werker` van',
        ]);
        expect(other?.name).toBe('overige bevindingen');
        expect(other?.output).toMatch(/^map\/a\.draaiboek:\d+:\d+ {2}(waarschuwing|info) {2}/);
        expect(other?.output).not.toContain('Werkr');
    });

    test('fails what the exit code fails: warnings with --max-severity info, nothing with fout', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const strict = await junit(['--max-severity', 'geen'], { cwd });
        expect(strict.code).toBe(1);
        expect(strict.suites[0]?.cases.at(-1)).toEqual({ className: 'a', name: 'overige bevindingen' });
        expect(failed(strict.suites[0] as Suite).length).toBeGreaterThan(1);
        const lax = await junit(['--max-severity', 'fout'], { cwd });
        expect(lax.code).toBe(0);
        expect(failed(lax.suites[0] as Suite)).toEqual([]);
        expect(lax.suites[0]?.cases[0]?.output).toContain('Werkr');
    });

    test('knows a case by no line number, and tells those apart that are alike', async () => {
        const twice = WRONG.replace(
            /( +)stap Een [^}]*\}/,
            (step) => `${step}\n${step.replace('stap Een', 'stap Twee')}`,
        );
        const names = async (text: string) =>
            (await junit([], { cwd: folder({ 'a.draaiboek': text }) })).suites.flatMap((s) =>
                failed(s).map((c) => c.name),
            );
        const before = await names(twice);
        expect(before).toEqual([
            'meta/verwijzing: Er is geen rol `Werkr`. Bedoelde u `Werker`?',
            'meta/verwijzing: Er is geen rol `Werkr`. Bedoelde u `Werker`? (2)',
        ]);
        expect(await names(`\n\n${twice}`)).toEqual(before);
    });

    test('speaks English when asked, and is the same text each time', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const { suites, out } = await junit(['--language', 'en'], { cwd, terminal: true });
        expect(suites[0]?.cases[0]?.failure?.text).toMatch(/^a\.draaiboek:8:12 {2}error {2}There is no role/);
        expect(suites[0]?.cases.at(-1)?.name).toBe('other findings');
        expect((await junit(['--language', 'en'], { cwd })).out).toBe(out);
    });

    test('is a report of all examples', async () => {
        const { suites, code } = await junit([], { cwd: join(import.meta.dirname, '../../examples') });
        expect(code).toBe(0);
        expect(suites.length).toBeGreaterThan(5);
    });

    test('has what could not be read as an error', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'b.draaiboek': Buffer.from([0xff, 0xfe, 0x41, 0]) });
        const { suites, code } = await junit([], { cwd });
        expect(code).toBe(2);
        expect(suites.at(-1)).toMatchObject({ name: 'draaiboek', tests: '1', errors: '1' });
        expect(suites.at(-1)?.cases[0]?.error).toContain('b.draaiboek is opgeslagen als UTF-16');
    });

    test('holds any text of a protocol or a file name', async () => {
        const name = 'a <b> & "c".draaiboek';
        const text = WRONG.replace('door Werkr', 'door Werkr \u0001 \u001b[31m \ufffe ]]> <x y="&lt;">');
        const { suites, out } = await junit(['--max-severity', 'geen'], { cwd: folder({ [name]: text }) });
        expect(suites[0]?.name).toBe(name);
        expect(out).not.toMatch(/[\u0001\u001b\ufffe]/);
        const all = suites[0]?.cases.map(({ failure }) => failure?.text).join('\n');
        expect(all).toContain('\\u0001');
        expect(all).toContain('\\ufffe');
        expect(all).toContain(']]> <x y="&lt;">');
    });
});

describe('the writer', () => {
    test('gives every character back that XML can hold, and shows those that it cannot', async () => {
        const text = `a\tb\nc\rd <e a='f' b="g"> &amp; ]]> \u{1f600} \u0085`;
        const hostile = `${text} \u0000\u0007\u000b\u001f\u007f\ud800x\udc00\uffff`;
        const shown = `${text} \\u0000\\u0007\\u000b\\u001f\\u007f\\ud800x\\udc00\\uffff`;
        const problem = { kind: 'failure', type: hostile, message: hostile, text: hostile } as const;
        const one = { className: hostile, name: hostile, problems: [problem], output: hostile };
        const [suite] = await read(junitXml(hostile, [{ name: hostile, cases: [one] }]));
        expect(suite?.name).toBe(shown);
        expect(suite?.cases).toEqual([
            { className: shown, name: shown, failure: { type: shown, message: shown, text: shown }, output: shown },
        ]);
    });

    test('counts cases, not their problems, and puts errors first, as readers ask', async () => {
        const problem = (kind: 'failure' | 'error', text: string) => ({ kind, type: 't', message: text, text });
        const cases = [
            { className: 'c', name: 'both', problems: [problem('failure', 'een'), problem('error', 'twee')] },
            { className: 'c', name: 'twice', problems: [problem('failure', 'een'), problem('failure', 'twee')] },
            { className: 'c', name: 'passed', problems: [] },
        ];
        const [suite] = await read(junitXml('n', [{ name: 's', cases }]));
        expect(suite).toMatchObject({ tests: '3', failures: '2', errors: '1' });
        expect(await read(junitXml('n', []))).toEqual([]);
    });
});

describe('test --format junit', () => {
    const PROCESS = `interventie Pad "Het pad" {
  gegeven a: ja/nee
  document D
  aanpak {
    stap Een { bepaalt a  contacten precies 1  daarna { als a: Goed  anders: Anders } }
    einde Goed
    einde Anders
  }
}
`;
    const run = async (scenarios: string) => {
        const { code, out } = await tool(['test', '--format', 'junit'], {
            cwd: folder({ 'pad.draaiboek': PROCESS + scenarios }),
        });
        return { code, out, suites: await read(out) };
    };

    test('has one case for each scenario, with one failure that tells each thing once', async () => {
        const { code, out, suites } = await run(
            'scenario "Goed" voor Pad { bij Een: a is ja verwacht einde Goed }\n' +
                'scenario "Mis" voor Pad {\nbij Een: a is nee\nverwacht document D\nverwacht einde Goed\n}\n',
        );
        expect(code).toBe(1);
        expect(suites).toMatchObject([{ name: 'pad.draaiboek', tests: '2', failures: '1', errors: '0' }]);
        const [good, wrong] = suites[0]?.cases ?? [];
        expect(good).toMatchObject({ className: 'pad.Pad', name: 'Goed' });
        expect(good?.failure).toBeUndefined();
        // a reader shows one failure of a case
        expect(out.split('<failure').length - 1).toBe(1);
        expect(wrong?.name).toBe('Mis');
        expect(wrong?.failure).toEqual({
            type: 'scenario/mislukt',
            message: 'document D: geen stap levert D (en nog 1)',
            text: [
                'pad.draaiboek',
                'regel 13: verwacht document D; maar geen stap levert D',
                'regel 14: verwacht einde Goed; maar het einde is Anders',
            ].join('\n'),
        });
        expect(wrong?.output).toContain('Een → Anders');
        expect(wrong?.output).not.toContain('verwacht');
    });

    test('calls a scenario that cannot be run an error', async () => {
        const { suites } = await run('scenario "Fout" voor Pad { bij Eeen: a is ja verwacht einde Goed }');
        expect(suites).toMatchObject([{ tests: '1', failures: '0', errors: '1' }]);
        expect(suites[0]?.cases[0]?.error).toContain('zie `draaiboek check`');
    });
});
