import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DocumentState, URI, type LangiumDocument } from 'langium';
import { describe, expect, it } from 'vitest';
import { createDraaiboekServices, type DraaiboekServices } from '../../language/draaiboek-module.js';
import { formatText } from '../../language/format/format.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import type { FileModel } from '../../language/model/protocol.js';
import { findingsOf } from '../../language/rules/check.js';
import { modelOf } from '../../language/workspace.js';
import type { DraaiboekTokenBuilder } from '../../language/syntax/tokens.js';

const root = fileURLToPath(new URL('../../examples', import.meta.url));
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.draaiboek'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const { Draaiboek: services, shared } = createDraaiboekServices();
const RUNS = 60;
let count = 0;

/** Parses, links, models and checks a text; whatever throws is a failure. */
async function read(text: string): Promise<{ document: LangiumDocument<ProtocolFile>; model: FileModel }> {
    const uri = URI.parse(`memory:/property-${String(++count)}.draaiboek`);
    const document = shared.workspace.LangiumDocumentFactory.fromString<ProtocolFile>(text, uri);
    shared.workspace.LangiumDocuments.addDocument(document);
    await shared.workspace.DocumentBuilder.build([document], { validation: false });
    expect(document.state).toBeGreaterThanOrEqual(DocumentState.Linked);
    const model = modelOf(services, document);
    // a rule that throws is reported as meta/regelfout, and that is a failure here
    expect(findingsOf(document, services).filter((f) => f.code === 'meta/regelfout')).toEqual([]);
    expect(JSON.parse(JSON.stringify(model))).toBeTypeOf('object');
    return { document, model };
}

async function readAndForget(text: string): Promise<FileModel> {
    const { document, model } = await read(text);
    await shared.workspace.DocumentBuilder.update([], [document.uri]);
    return model;
}

/** The model without the places in the text. */
function meaning(model: FileModel): unknown {
    return JSON.parse(JSON.stringify(model, (key, value: unknown) => (PLACES.has(key) ? undefined : value)));
}

const PLACES = new Set(['at', 'nameAt', 'nextAt', 'file']);

const example = fc.constantFrom(...examples);

/** A piece cut out, doubled or moved, as happens while typing. */
const mutilated = fc
    .record({
        example,
        edits: fc.array(
            fc.record({
                kind: fc.constantFrom('cut', 'double', 'swap', 'insert'),
                from: fc.double({ min: 0, max: 1, noNaN: true }),
                length: fc.integer({ min: 1, max: 200 }),
                text: fc.constantFrom(
                    '{',
                    '}',
                    '"',
                    '"""',
                    ' volgens ',
                    '\n',
                    'stap ',
                    '(',
                    '\u0000',
                    '/*',
                    '€',
                    'onbekend ',
                ),
            }),
            { minLength: 1, maxLength: 4 },
        ),
    })
    .map(({ example: { text }, edits }) =>
        edits.reduce((t, { kind, from, length, text: piece }) => {
            const start = Math.floor(from * t.length);
            const slice = t.slice(start, start + length);
            const [before, after] = [t.slice(0, start), t.slice(start + length)];
            switch (kind) {
                case 'cut':
                    return before + after;
                case 'double':
                    return before + slice + slice + after;
                case 'swap':
                    return slice + before + after;
                default:
                    return t.slice(0, start) + piece + t.slice(start);
            }
        }, text),
    );

/** The language's own words, names, numbers and marks in any order. */
const soup = fc
    .array(
        fc.oneof(
            fc.constantFrom(...keywordsOf(services)),
            fc.constantFrom(
                '{',
                '}',
                ':',
                ',',
                '(',
                ')',
                '/',
                '-',
                '%',
                '\n',
                '\n\n',
                '"tekst"',
                '"',
                '"""',
                '// x\n',
                '/* y */',
            ),
            fc.constantFrom('Naam', '^is', '3', '1.250', '6,4', '2026-02-30', '3.1', 'één', 'e\u0301e\u0301n', '80'),
        ),
        { maxLength: 120 },
    )
    .map((words) => words.join(' '));

function keywordsOf(draaiboek: DraaiboekServices): string[] {
    // the tokens are made for the lexer
    void draaiboek.parser.Lexer;
    return [...(draaiboek.parser.TokenBuilder as DraaiboekTokenBuilder).keywords.keys()];
}

describe('any text', () => {
    it.each([
        ['of any characters', fc.string({ unit: 'binary', maxLength: 300 })],
        ["of the language's own words", soup],
        ['that is a mutilated example', mutilated],
    ])('%s parses, links, gets a model and findings, and formats without an exception', async (_, texts) => {
        await fc.assert(
            fc.asyncProperty(texts, async (text) => {
                await readAndForget(text);
                const formatted = formatText(text, services);
                expect(formatText(formatted.text, services).text).toBe(formatted.text);
            }),
            { numRuns: RUNS },
        );
    });
});

/** An example with other white space: at some line ends more or fewer empty lines, other indentation, comments. */
const laidOutAnew = fc.record({ example, seed: fc.infiniteStream(fc.nat(11)) }).map(({ example: { text }, seed }) =>
    outsideProse(text, (line) => {
        const n = seed.next().value ?? 0;
        const bare = line.trim();
        if (bare === '') {
            return n < 6 ? '' : '\n';
        }
        const indented = ' '.repeat(n) + bare;
        return n === 0
            ? `// opmerking\n${indented}`
            : n === 1
              ? `${indented}   // erachter`
              : n === 2
                ? `\n\n${indented}`
                : indented;
    }),
);

/** Applies a change to each line that is not inside triple quotes or a block comment. */
function outsideProse(text: string, change: (line: string) => string): string {
    let inProse = false;
    return text
        .split('\n')
        .map((line) => {
            const marks = line.split('"""').length - 1;
            const was = inProse;
            inProse = marks % 2 === 1 ? !inProse : inProse;
            return was || inProse || line.includes('/*') || line.includes('*/') ? line : change(line);
        })
        .join('\n');
}

describe('formatting', () => {
    it.each(examples)('changes nothing in $path, which is formatted', ({ text }) => {
        expect(formatText(text, services)).toEqual({ text, changed: false });
    });

    it('of a formatted text changes nothing, and keeps what a text means and every comment', async () => {
        await fc.assert(
            fc.asyncProperty(laidOutAnew, async (text) => {
                const once = formatText(text, services);
                expect(once.refused).toBeUndefined();
                expect(formatText(once.text, services)).toEqual({ text: once.text, changed: false });
                expect(meaning(await readAndForget(once.text))).toEqual(meaning(await readAndForget(text)));
                const comments = (t: string) => t.split(/\/\/ (?:opmerking|erachter)/).length;
                expect(comments(once.text)).toBe(comments(text));
            }),
            { numRuns: RUNS },
        );
    });
});
