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

it('groups nested as deep as a text may be take no more time than their lines', async () => {
    const depth = 45;
    const text = `interventie A { doel X "y" aanpak { ${'gelijktijdig { '.repeat(depth)}stap S ${'}'.repeat(depth)} } }`;
    const model = await readAndForget(text);
    expect(model.interventions[0]?.process?.nodes.filter((n) => n.kind === 'group')).toHaveLength(depth);
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

/** What may stand between two tokens of one line, and at the end of one. */
const IN_LINE = [' ', '  ', '\t', ' /* c */ ', '\u00a0'];
const AT_LINE_END = ['\n', '\n\n\n', '   \r\n\t', ' // c\n', '\n// c\n  ', ' /* c */\n', '\n/* x\n   y */\n'];
/** Behind these and before these a line may be broken without another meaning. */
const BREAKS_BEHIND = new Set(['{', '}', ',', '(']);
const BREAKS_BEFORE = /^["\u201C{},:)]/;

/** An example with other white space and comments between all of its tokens, where these stay the same tokens. */
const scattered = fc.record({ example, seed: fc.infiniteStream(fc.nat(1000)) }).map(({ example: { text }, seed }) => {
    const pick = (choices: readonly string[]): string => choices[(seed.next().value ?? 0) % choices.length] ?? ' ';
    const { tokens } = services.parser.Lexer.tokenize(text);
    return tokens
        .map((token, index) => {
            const before = tokens[index - 1];
            if (!before) {
                return token.image;
            }
            const gap = text.slice(before.startOffset + before.image.length, token.startOffset);
            const mayBreak = BREAKS_BEHIND.has(before.image) || BREAKS_BEFORE.test(token.image);
            const choices = /[\r\n]/.test(gap)
                ? AT_LINE_END
                : mayBreak
                  ? [...AT_LINE_END, ...IN_LINE]
                  : gap === ''
                    ? ['', ...IN_LINE]
                    : IN_LINE;
            return pick(choices) + token.image;
        })
        .join('');
});

/** The tokens of a text, so that two texts can be compared without their layout. */
function tokensOf(text: string): string[] {
    return services.parser.Lexer.tokenize(text).tokens.map((t) => `${t.tokenType.name} ${t.image}`);
}

/** The comments of a text without their layout. */
function commentsOf(text: string): string[] {
    return services.parser.Lexer.tokenize(text).hidden.map((t) => t.image.replace(/\s+/g, ' ').trim());
}

describe('formatting', () => {
    it('of a text whose tokens are scattered keeps all that it says, with every comment, and is done at once', async () => {
        await fc.assert(
            fc.asyncProperty(scattered, async (text) => {
                const once = formatText(text, services);
                expect(once.refused).toBeUndefined();
                expect(formatText(once.text, services)).toEqual({ text: once.text, changed: false });
                const proseApart = (tokens: string[]) => tokens.filter((t) => !t.startsWith('BLOCK_TEXT'));
                expect(proseApart(tokensOf(once.text))).toEqual(proseApart(tokensOf(text)));
                expect(commentsOf(once.text)).toEqual(commentsOf(text));
                expect(meaning(await readAndForget(once.text))).toEqual(meaning(await readAndForget(text)));
            }),
            { numRuns: RUNS },
        );
    });

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

describe('texts that no one writes', () => {
    const lines = (line: (i: number) => string) => Array.from({ length: 2000 }, (_, i) => line(i)).join('\n');
    const TEXTS: readonly (readonly [name: string, text: string])[] = [
        ['one word again and again', 'stap '.repeat(5000)],
        ['blocks that are never closed', 'interventie X {\n'.repeat(2000)],
        ['braces that close nothing', '}\n'.repeat(2000)],
        ['brackets without end', `interventie X { aanpak { toegang als ${'('.repeat(5000)}`],
        ['a condition without end', `interventie X { aanpak { toegang als ${'a en '.repeat(5000)}a } }`],
        ['denials without end', `interventie X { aanpak { toegang als ${'niet '.repeat(5000)}a } }`],
        ['quotation marks', '"'.repeat(5001)],
        ['texts that have no end', lines(() => 'begrip B """')],
        ['ends of texts', `${lines(() => '"""')}\n"""`],
        ['a list without end', `interventie X { partner ${'A,\n'.repeat(5000)}}`],
        ['a mistake on each line', `interventie X {\n${lines(() => 'duur')}\n}`],
        ['a misspelling on each line', `interventie X {\n${lines(() => 'durr 3 weken')}\n}`],
        [
            'names that are not there',
            `interventie X { aanpak {\n${lines((i) => `stap A${String(i)} { daarna: B${String(i)} }`)}\n} }`,
        ],
        [
            'one name for everything',
            `interventie X { aanpak {\n${lines(() => 'gelijktijdig A { stap A { daarna: A } }')}\n} }`,
        ],
        [
            'a circle of interventies',
            lines((i) => `interventie X${String(i)} uitwerking van X${String((i + 1) % 2000)}`),
        ],
        ['characters of no language', '😀\u0000\u200b'.repeat(2000)],
    ];

    // to be done at all, in the time that a test has
    it.each(TEXTS)('%s', async (_, text) => {
        await readAndForget(text);
        formatText(text, services);
    });
});
