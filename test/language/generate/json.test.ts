import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { jsonGenerator } from '../../../language/generate/json/generator.js';
import { markdownGenerator } from '../../../language/generate/markdown/generator.js';
import type { ProtocolJson } from '../../../language/generate/json/protocol-json.js';
import { PROTOCOL_SCHEMA, protocolSchemaText } from '../../../scripts/docs/protocol-schema.js';
import { caseFrom, exampleCases, ROOT, textOf } from './support.js';

const published = readFileSync(ROOT + PROTOCOL_SCHEMA, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(published) as object);
const cases = await exampleCases();

describe('the JSON Schema of the output json', () => {
    it('is the one that the types of the model give', () => {
        expect(published).toBe(protocolSchemaText(ROOT));
    });

    it.each(cases)('accepts $name', (one) => {
        expect(validate(JSON.parse(textOf(jsonGenerator, one)))).toBe(true);
        expect(validate.errors ?? []).toEqual([]);
    });

    it('accepts a protocol of which nothing is known', async () => {
        expect(validate(JSON.parse(textOf(jsonGenerator, await caseFrom('interventie X'))))).toBe(true);
    });

    it('accepts amounts of every form', async () => {
        const amounts = [
            '1 keer per 2 weken',
            'elke maand',
            'tot 6 jaar',
            '6 weken t/m 3 maanden',
            '5 van de 78 trajecten',
            'tussen 2 en 4 weken',
            '2 jaar en 6 maanden',
            'minstens 80 procent van de gezinnen binnen 3 werkdagen',
        ];
        const text = `interventie X {\n${amounts.map((a) => `kenmerk "a" ${a}`).join('\n')}\n}`;
        const one = await caseFrom(text);
        expect(validate(JSON.parse(textOf(jsonGenerator, one)))).toBe(true);
        for (const generator of [htmlGenerator, markdownGenerator]) {
            const document = textOf(generator, one);
            expect(amounts.filter((a) => !document.includes(a))).toEqual([]);
        }
    });

    const wrong: readonly (readonly [string, (json: Mutable) => void])[] = [
        ['another version', (json) => (json.version = 2)],
        ['no protocol', (json) => delete json.protocol],
        ['an unknown key', (json) => (json.extra = true)],
        ['an unknown key deep inside', (json) => (json.protocol.goals[0].extra = true)],
        ['a name that is a number', (json) => (json.protocol.name = 3)],
        ['a kind of node that does not exist', (json) => (json.protocol.process.nodes[0].kind = 'lane')],
        ['a place without a file', (json) => delete json.protocol.at.file],
        ['a modality that does not exist', (json) => (json.protocol.process.access[0].modality = 'always')],
        ['a value without a type', (json) => delete json.protocol.statements[0].values[0].type],
    ];

    it.each(wrong)('rejects %s', (_, spoil) => {
        const one = cases.find((c) => c.name === 'Gezinspad');
        const json = JSON.parse(one ? textOf(jsonGenerator, one) : '{}') as Mutable;
        expect(validate(json)).toBe(true);
        spoil(json);
        expect(validate(json)).toBe(false);
    });
});

describe('the output json', () => {
    it.each(cases)('holds the whole model of $name, and nothing else', (one) => {
        const json = JSON.parse(textOf(jsonGenerator, one)) as ProtocolJson;
        const { reviews, frameworks, scenarios, shared } = one.options.related;
        const expected = { version: 1, protocol: one.protocol, reviews, frameworks, scenarios, shared };
        expect(json).toEqual(
            JSON.parse(JSON.stringify(expected), (key, value: unknown) =>
                key === 'file' ? one.options.pathOf(String(value)) : value,
            ),
        );
    });

    it.each(cases)('names files of $name by a relative path only', (one) => {
        const text = textOf(jsonGenerator, one);
        expect(text).not.toMatch(/file:\/\//);
        expect(text).toMatch(/"file": "[a-z-]+\.draaiboek"/);
    });

    it.each(cases)('points at each element of $name with a name', (one) => {
        const { trace } = jsonGenerator.generate(one.protocol, one.options);
        const json: unknown = JSON.parse(textOf(jsonGenerator, one));
        expect(trace.length).toBeGreaterThan(10);
        for (const { element, id } of trace) {
            expect(follow(json, id)).toMatchObject({ name: element });
        }
    });

    it('has its keys in a fixed order, whatever the order in the model', async () => {
        const one = await caseFrom('interventie X "Titel" { duur 2 weken }');
        const reversed = Object.fromEntries(Object.entries(one.protocol).reverse()) as unknown as typeof one.protocol;
        expect(textOf(jsonGenerator, { ...one, protocol: reversed })).toBe(textOf(jsonGenerator, one));
        expect(textOf(jsonGenerator, one)).toMatch(
            /^\{\n {2}"version": 1,\n {2}"protocol": \{\n {4}"name": "X",\n {4}"title": "Titel",/,
        );
    });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document to spoil in ways that its type forbids
type Mutable = any;

/** The part that a JSON Pointer (RFC 6901) points at. */
function follow(json: unknown, pointer: string): unknown {
    return pointer
        .split('/')
        .slice(1)
        .reduce<unknown>(
            (part, key) => (part as Record<string, unknown>)[key.replace(/~1/g, '/').replace(/~0/g, '~')],
            json,
        );
}
