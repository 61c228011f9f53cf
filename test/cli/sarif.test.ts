import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { catalogue } from '../../language/rules/catalogue.js';
import { FINE, folder, MISSPELT, tool, WRONG, type RunOptions } from './tool.js';

/** What these tests read of a log; that it has no other form is the schema's to say. */
interface Log {
    readonly runs: readonly [Run];
}
interface Run {
    readonly tool: { readonly driver: { readonly language: string; readonly rules: readonly Rule[] } };
    readonly invocations: readonly {
        readonly executionSuccessful: boolean;
        readonly exitCode: number;
        readonly toolExecutionNotifications?: readonly { readonly message: Text }[];
    }[];
    readonly artifacts: readonly { readonly location: Artifact }[];
    readonly columnKind: string;
    readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
    readonly results: readonly Result[];
}
interface Rule {
    readonly id: string;
    readonly shortDescription: Text;
    readonly fullDescription: Text;
    readonly help: Text & { readonly markdown: string };
    readonly defaultConfiguration: { readonly level: string };
    readonly properties: { readonly tags: readonly string[] };
}
interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: Text;
    readonly locations: readonly Location[];
    readonly codeFlows?: readonly {
        readonly threadFlows: readonly {
            readonly locations: readonly { readonly location: Location & { readonly message?: Text } }[];
        }[];
    }[];
    readonly relatedLocations?: readonly (Location & { readonly id: number; readonly message: Text })[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly fixes?: readonly {
        readonly description: Text;
        readonly artifactChanges: readonly {
            readonly artifactLocation: Artifact;
            readonly replacements: readonly {
                readonly deletedRegion: Region;
                readonly insertedContent: Text;
            }[];
        }[];
    }[];
    readonly suppressions: readonly {
        readonly kind: string;
        readonly justification?: string;
        readonly location: Location;
    }[];
    readonly properties?: { readonly data: Readonly<Record<string, unknown>> };
}
interface Text {
    readonly text: string;
}
interface Artifact {
    readonly uri: string;
    readonly uriBaseId?: string;
}
interface Location {
    readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region: Region };
}
interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
}

const EXAMPLES = join(import.meta.dirname, '../../examples');
const isValid = validator();

/** The standard's own schema. It is written for JSON Schema draft 4; what it uses means the same in draft 7. */
function validator(): (log: unknown) => string[] {
    const path = join(import.meta.dirname, 'schemas/sarif-2.1.0-rtm.5.json');
    const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect([$schema, id].join(' ')).toContain('draft-04');
    const ajv = new Ajv({
        allErrors: true,
        strict: false,
        // one pattern of the schema has a bracket too many, which only this allows
        unicodeRegExp: false,
        formats: {
            uri: (text: string) => URL.canParse(text),
            'uri-reference': (text: string) => /^(?:[\w!$&'()*+,;=:@/?#.~-]|%[0-9A-F]{2})*$/i.test(text),
            'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
        },
    });
    const validate = ajv.compile(schema);
    return (log) => (validate(log) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${String(e.message)}`));
}

/** What `check --format sarif` says, after it has been held to the schema. */
async function sarif(args: readonly string[], options: RunOptions): Promise<{ run: Run; code: number; out: string }> {
    const { code, out } = await tool(['check', '--format', 'sarif', ...args], options);
    const log = JSON.parse(out) as Log;
    expect(isValid(log)).toEqual([]);
    return { run: log.runs[0], code, out };
}

function errorsOf(run: Run): Result[] {
    return run.results.filter(({ level }) => level === 'error');
}

describe('check --format sarif', () => {
    test('the schema refuses what is no log, so that the other tests can fail', () => {
        expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toEqual([
            "/runs/0/tool must have required property 'driver'",
        ]);
        expect(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', colour: 'red' } } }] })).not.toEqual(
            [],
        );
    });

    test('says of a finding its rule, level, text, place and fix', async () => {
        const { run, code } = await sarif([], { cwd: folder({ 'map/a.draaiboek': WRONG }) });
        expect(code).toBe(1);
        expect(run.columnKind).toBe('utf16CodeUnits');
        expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
        const [error] = errorsOf(run);
        const artifactLocation = { uri: 'map/a.draaiboek', uriBaseId: '%SRCROOT%' };
        const region = { startLine: 8, startColumn: 12, endLine: 8, endColumn: 17 };
        expect(error).toMatchObject({
            ruleId: 'meta/verwijzing',
            level: 'error',
            message: { text: 'Er is geen rol `Werkr`. Bedoelde u `Werker`?' },
            locations: [{ physicalLocation: { artifactLocation, region } }],
            suppressions: [],
            fixes: [
                {
                    description: { text: 'Maak er `Werker` van' },
                    artifactChanges: [
                        {
                            artifactLocation,
                            replacements: [{ deletedRegion: region, insertedContent: { text: 'Werker' } }],
                        },
                    ],
                },
            ],
        });
        expect(run.originalUriBaseIds).toHaveProperty('%SRCROOT%');
        expect(run.artifacts.map(({ location }) => location)).toEqual([artifactLocation]);
    });

    test('shows the course of an example as a code flow, step by step', async () => {
        const wrong = catalogue.find((r) => r.code === 'document/voor-productie')?.wrong ?? '';
        const { run } = await sarif([], { cwd: folder({ 'a.draaiboek': wrong }) });
        const flows = run.results
            .filter((r) => r.codeFlows)
            .map(({ ruleId, codeFlows = [] }) => ({ ruleId, codeFlows }));
        expect(flows.map((f) => f.ruleId)).toEqual(['document/voor-productie']);
        const [locations] = flows.flatMap((f) => f.codeFlows.flatMap((c) => c.threadFlows.map((t) => t.locations)));
        expect(locations?.map(({ location }) => location.message?.text)).toEqual(['Gesprek: haast is ja']);
        expect(locations?.[0]?.location.physicalLocation.region.startLine).toBe(6);
        expect(run.results.filter((r) => !r.relatedLocations && r.codeFlows)).toEqual([]);
    });

    test('names each rule that found something, once, with what the catalogue says of it', async () => {
        const { run } = await sarif([], { cwd: folder({ 'a.draaiboek': WRONG, 'b.draaiboek': WRONG }) });
        const { rules } = run.tool.driver;
        expect(rules.map(({ id }) => id)).toEqual([...new Set(run.results.map(({ ruleId }) => ruleId))].sort());
        expect(run.results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(run.results.map((r) => r.ruleId));
        const levels = { error: 'error', warning: 'warning', info: 'note' };
        for (const { id, shortDescription, fullDescription, help, defaultConfiguration, properties } of rules) {
            const rule = catalogue.find((r) => r.code === id);
            expect(rule, id).toBeDefined();
            expect(shortDescription.text).toBe(rule?.title.nl);
            expect(fullDescription.text).toBe(rule?.reason.nl);
            expect(defaultConfiguration.level).toBe(levels[rule?.severity ?? 'error']);
            expect(properties.tags).toEqual([id.split('/')[0]]);
            expect(help.markdown).toContain('```draaiboek\n');
            expect(help.text).toContain(rule?.reason.nl);
        }
    });

    test('says the same as the JSON form, of all examples: levels, places, related places and data', async () => {
        const { run, out } = await sarif([], { cwd: EXAMPLES });
        const json = JSON.parse((await tool(['check', '--format', 'json'], { cwd: EXAMPLES })).out) as JsonReport;
        const levels = { error: 'error', warning: 'warning', info: 'note' };
        const kept = run.results.filter(({ suppressions }) => suppressions.length === 0);
        const regionOf = ({ start, end }: JsonReport['findings'][number]['range']): Region => ({
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
        });
        const place = (file: string, range: JsonReport['findings'][number]['range']) => ({
            artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
            region: regionOf(range),
        });
        expect(
            kept.map(({ ruleId, level, locations, relatedLocations = [], properties }) => ({
                code: ruleId,
                level,
                at: locations[0]?.physicalLocation,
                related: relatedLocations.map((l) => l.physicalLocation),
                data: properties?.data ?? {},
            })),
        ).toEqual(
            json.findings.map(({ code, severity, file, range, related, data }) => ({
                code,
                level: levels[severity],
                at: place(file, range),
                related: related.map((r) => place(r.file, r.range)),
                data,
            })),
        );
        expect(json.findings.some(({ related }) => related.length > 0)).toBe(true);
        expect(json.findings.some(({ data }) => Object.keys(data).length > 0)).toBe(true);
        expect(out).not.toContain(EXAMPLES);
    });

    test('is the same text each time', async () => {
        const first = await sarif([], { cwd: EXAMPLES });
        expect((await sarif([], { cwd: EXAMPLES })).out).toBe(first.out);
    });

    test('speaks English when asked, in the findings and in the rules', async () => {
        const { run } = await sarif(['--language', 'en'], { cwd: folder({ 'a.draaiboek': WRONG }) });
        expect(run.tool.driver.language).toBe('en');
        expect(errorsOf(run)[0]?.message.text).toMatch(/^There is no role.* `Werkr`/);
        const titles = catalogue.map(({ title }) => title.en);
        expect(run.tool.driver.rules.every((rule) => titles.includes(rule.shortDescription.text))).toBe(true);
    });
});

describe('fingerprints', () => {
    const TWO = FINE.replace(
        /stap Een "Kennismaken" \{[^}]*\}/,
        (step) => `${step}\n    ${step.replace('stap Een', 'stap Twee')}`,
    ).replaceAll('door Werker', 'door Werkr');

    async function fingerprints(text: string): Promise<string[]> {
        const { run } = await sarif([], { cwd: folder({ 'a.draaiboek': text }) });
        return run.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    }

    test('survive lines that are put before, other margins and other line ends', async () => {
        const before = await fingerprints(WRONG);
        expect(before).not.toEqual([]);
        expect(await fingerprints(`\n// een opmerking\n\n${WRONG}`)).toEqual(before);
        expect(await fingerprints(WRONG.replaceAll('\n  ', '\n      '))).toEqual(before);
        expect(await fingerprints(WRONG.replaceAll('\n', '\r\n'))).toEqual(before);
    });

    test('tell apart what is alike, and what a comment suppresses changes no other', async () => {
        const all = await fingerprints(TWO);
        expect(all.length).toBeGreaterThan(2);
        expect(new Set(all).size).toBe(all.length);
        const first = TWO.replace('door Werkr', 'door Werkr // draaiboek: negeer meta/verwijzing – zo heet hij');
        const { run } = await sarif([], { cwd: folder({ 'a.draaiboek': first }) });
        const second = errorsOf(run).find(({ suppressions }) => suppressions.length === 0);
        expect(errorsOf(run)).toHaveLength(2);
        expect(all).toContain(JSON.stringify(second?.partialFingerprints));
    });

    test('change with the text that a finding is about', async () => {
        const [before, after] = [await fingerprints(WRONG), await fingerprints(WRONG.replace('Werkr', 'Werkrr'))];
        expect(before.filter((print) => !after.includes(print))).toHaveLength(1);
    });
});

describe('suppressed findings', () => {
    const text = WRONG.replace('door Werkr', 'door Werkr // draaiboek: negeer meta/verwijzing – heet elders zo');

    test('are there with the reason and the place of the comment, and do not count', async () => {
        const { run, code } = await sarif([], { cwd: folder({ 'a.draaiboek': text }) });
        expect(code).toBe(0);
        const [error, ...others] = errorsOf(run);
        expect(others).toEqual([]);
        expect(error?.suppressions).toMatchObject([
            {
                kind: 'inSource',
                justification: 'heet elders zo',
                location: { physicalLocation: { region: { startLine: 8, startColumn: 18 } } },
            },
        ]);
        expect(run.results.filter((r) => r !== error).every((r) => r.suppressions.length === 0)).toBe(true);
    });

    test('are in no other form', async () => {
        const cwd = folder({ 'a.draaiboek': text });
        for (const format of ['text', 'json', 'junit']) {
            expect((await tool(['check', '--format', format], { cwd })).out).not.toContain('Werkr');
        }
    });
});

describe('addresses of files', () => {
    test.each([
        ['met spatie/pad #1.draaiboek', 'met%20spatie/pad%20%231.draaiboek'],
        ['één%20.draaiboek', '%C3%A9%C3%A9n%2520.draaiboek'],
        ['a:b?.draaiboek', 'a%3Ab%3F.draaiboek'],
    ])('are encoded: %s', async (name, uri) => {
        const { run } = await sarif([], { cwd: folder({ [name]: WRONG }) });
        expect(errorsOf(run)[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
        expect(decodeURIComponent(uri)).toBe(name);
    });

    test('are whole for files outside of the folder where the tool runs', async () => {
        const root = folder({ 'een/a.draaiboek': WRONG, 'twee/b.txt': '' });
        const { run } = await sarif(['../een'], { cwd: join(root, 'twee') });
        const { artifactLocation } = errorsOf(run)[0]?.locations[0]?.physicalLocation ?? {};
        expect(artifactLocation).toEqual({ uri: pathToFileURL(join(root, 'een/a.draaiboek')).href });
    });
});

test('a fix has the line ends of its file', async () => {
    const { run } = await sarif([], {
        cwd: folder({ 'a.draaiboek': MISSPELT, 'b.draaiboek': FINE.replaceAll('\n', '\r\n') }),
    });
    const inserted = (file: string) =>
        run.results
            .flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.artifactChanges))
            .filter((change) => change.artifactLocation.uri === file)
            .flatMap((change) => change.replacements.map((r) => r.insertedContent.text))
            .filter((text) => text.includes('\n'));
    expect(inserted('a.draaiboek')).not.toEqual([]);
    expect(inserted('a.draaiboek').join()).not.toContain('\r');
    expect(inserted('b.draaiboek')).not.toEqual([]);
    expect(inserted('b.draaiboek').join()).not.toMatch(/(?<!\r)\n/);
});

test('text of a protocol makes no link in a message', async () => {
    const name = '"[klik](https://elders.example)"';
    const { run } = await sarif([], {
        cwd: folder({ 'a.draaiboek': WRONG.replace('door Werkr', `door Werker ${name}`) }),
    });
    const texts = run.results.map(({ message }) => message.text).filter((text) => text.includes('klik'));
    expect(texts).not.toEqual([]);
    expect(texts.join()).not.toContain('](');
});

test('what could not be read is in the log, which says that the run did not succeed', async () => {
    const cwd = folder({ 'a.draaiboek': FINE, 'b.draaiboek': Buffer.from([0xff, 0xfe, 0x41, 0]) });
    const { run, code } = await sarif([], { cwd });
    expect(code).toBe(2);
    const [invocation] = run.invocations;
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
        'b.draaiboek is opgeslagen als UTF-16 ("Unicode"). Sla het op als UTF-8.',
    ]);
});
