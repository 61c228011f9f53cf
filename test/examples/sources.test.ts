/**
 * Holds the examples to their sources: a folder in `examples/` with a `bron.txt` quotes that text literally and leaves
 * no sentence of it out, save those that `niet-overgenomen.txt` lists with a reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstUtils, CstUtils, isLeafCstNode, URI, type LangiumDocument } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import {
    isAttention,
    isCriterion,
    isFinding,
    isFrameworkIndicator,
    isProperty,
    isProvenance,
    isSource,
    isTextValue,
    isTheme,
    isUnknown,
    type Finding,
    type ProtocolFile,
    type Provenance,
    type Source,
} from '../../language/generated/ast.js';
import { queriesOn } from '../../language/analysis/queries.js';
import { indicatorsOf } from '../../language/model/queries.js';
import { filesOf, sourcesIn } from '../../language/names/source-texts.js';
import { citaat } from '../../language/rules/catalogue/meta/citaat.js';
import { findingsBy } from '../../language/rules/check.js';
import { toText } from '../../language/syntax/values.js';
import { loadFiles } from '../../language/workspace.js';

type ProtocolDocument = LangiumDocument<ProtocolFile>;

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const FOLDERS = readdirSync(EXAMPLES)
    .filter((name) => existsSync(join(EXAMPLES, name, 'bron.txt')))
    .sort();

/** A text of fewer words than this counts only where it is a whole line, table cell or sentence of the source. */
const FEWEST_WORDS = 3;

/** White space collapsed and emphasis and paragraph marks left out: neither is part of what a source says. */
function normalise(text: string): string {
    return text
        .replace(/\*\*|<\/?p>/g, '')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim()
        .normalize('NFC');
}

/** Splits after the end of a sentence and after a colon, where a capital, a digit or a quotation mark follows. */
function sentences(text: string): string[] {
    return text.split(/(?<=[.!?:…]['’”)]?) (?=['‘“(]?[A-Z0-9À-Þ])| (?=LET OP:)/);
}

/** The smallest pieces of a source: its sentences, with table cells and list items apart and their marks left out. */
function unitsOf(source: string): string[] {
    return source
        .split(/\r?\n|\||<\/?p>/)
        .map((piece) => normalise(piece).replace(/^(?:[-•]|\d+\.|✓|✗|X) /, ''))
        .flatMap(sentences)
        .filter((unit) => /[\p{L}\p{N}]/u.test(unit));
}

function isShort(text: string): boolean {
    return text.split(' ').length < FEWEST_WORDS;
}

/** The sentences of a source of which a word is in none of the texts, each with the words that are left over. */
function uncovered(source: string, texts: Iterable<string>): string[] {
    const whole = normalise(source);
    const units: { unit: string; start: number }[] = [];
    let from = 0;
    for (const unit of unitsOf(source)) {
        const start = whole.indexOf(unit, from);
        expect(start, `zin niet teruggevonden: ${unit}`).toBeGreaterThanOrEqual(0);
        units.push({ unit, start });
        from = start + unit.length;
    }
    const covered = new Uint8Array(whole.length);
    for (const text of texts) {
        if (isShort(text)) {
            for (const { unit, start } of units.filter((u) => bare(u.unit) === bare(text))) {
                covered.fill(1, start, start + unit.length);
            }
            continue;
        }
        for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
            covered.fill(1, at, at + text.length);
        }
    }
    return units.flatMap(({ unit, start }) => {
        const left = [...unit.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)].filter((word) => !covered[start + word.index]).map((word) => word[0]);
        return left.length > 0 ? [`${unit}   [over: ${left.join(' ')}]`] : [];
    });
}

function bare(text: string): string {
    return text.replace(/[.:]$/, '');
}

/** The lines that a folder leaves out on purpose. A line that starts with # gives the reason for the lines below it. */
function leftOut(folder: string): { line: string; reason: string | undefined }[] {
    const path = join(EXAMPLES, folder, 'niet-overgenomen.txt');
    if (!existsSync(path)) {
        return [];
    }
    let reason: string | undefined;
    const result: { line: string; reason: string | undefined }[] = [];
    for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
        if (line.startsWith('#')) {
            reason = line.slice(1).trim();
        } else if (line.trim() !== '') {
            result.push({ line: normalise(line), reason });
        }
    }
    return result;
}

/** Every text in quotation marks, with its sentences apart: a text may be literal in part. */
function textsOf(document: ProtocolDocument): string[] {
    const root = document.parseResult.value.$cstNode;
    const leaves = root ? CstUtils.flattenCst(root).filter(isLeafCstNode) : [];
    const texts: string[] = [];
    for (const leaf of leaves) {
        if (!leaf.hidden && /^["“„]/.test(leaf.text)) {
            const text = normalise(toText(leaf.text));
            texts.push(text, ...sentences(text).filter((s) => !isShort(s)));
        }
    }
    return texts;
}

/** The file that holds the text of a source, when the source says so: `bestand "bron.txt"`. */
function fileOf(source: Source): string | undefined {
    for (const statement of source.statements) {
        const value = isProperty(statement) && statement.kind === 'bestand' ? statement.values[0] : undefined;
        if (isTextValue(value)) {
            return resolve(dirname(AstUtils.getDocument(source).uri.fsPath), value.text);
        }
    }
    return undefined;
}

interface Quotation {
    readonly quote: string;
    /** the file in which it must stand */
    readonly file: string;
    readonly place: string;
}

/**
 * What a document says that a source says literally: quotations, headings named with `op`, and the text of a statement
 * whose only claim is a source without a quotation (`knelpunt "…" volgens STJ`).
 */
function quotationsOf(document: ProtocolDocument): Quotation[] {
    const result: Quotation[] = [];
    for (const node of AstUtils.streamAllContents(document.parseResult.value).filter(isProvenance)) {
        if (!node.source) {
            continue;
        }
        const line = (node.$cstNode?.range.start.line ?? 0) + 1;
        const place = `${document.uri.path.replace(/^.*\/examples\//, '')}:${String(line)}`;
        const source = node.source.ref;
        expect(source, `${place}: volgens ${node.source.$refText} wijst nergens naar`).toBeDefined();
        const file = isSource(source) ? fileOf(source) : undefined;
        const texts = [node.place, node.quote ?? literalText(node)];
        if (file !== undefined) {
            result.push(...texts.flatMap((quote) => (quote === undefined ? [] : [{ quote: normalise(quote), file, place }])));
        }
    }
    return result;
}

/** The text of the statement of a claim, where that claim says no more than which source it comes from. */
function literalText(claim: Provenance): string | undefined {
    const statement = claim.$container;
    if (claim.place !== undefined || claim.default || statement.provenance.length !== 1) {
        return undefined;
    }
    if (isFinding(statement) || isAttention(statement)) {
        return statement.text;
    }
    if (isCriterion(statement) || isFrameworkIndicator(statement)) {
        return statement.title;
    }
    const [value, ...others] = isProperty(statement) ? statement.values : [];
    return isTextValue(value) && others.length === 0 ? value.text : undefined;
}

const services = createDraaiboekServices(NodeFileSystem).Draaiboek;
const documents = new Map<string, ProtocolDocument[]>();

beforeAll(async () => {
    for (const folder of FOLDERS) {
        const files = readdirSync(join(EXAMPLES, folder)).filter((name) => name.endsWith('.draaiboek')).sort();
        documents.set(folder, await loadFiles(services, files.map((name) => URI.file(join(EXAMPLES, folder, name)))));
    }
});

describe.each(FOLDERS)('examples/%s', (folder) => {
    const own = join(EXAMPLES, folder, 'bron.txt');
    const source = readFileSync(own, 'utf8');
    const documentsHere = (): ProtocolDocument[] => documents.get(folder) ?? [];

    test('reads without a syntax error', () => {
        expect(documentsHere().length).toBeGreaterThan(0);
        for (const { uri, parseResult } of documentsHere()) {
            expect([...parseResult.lexerErrors, ...parseResult.parserErrors].map((e) => e.message), uri.path).toEqual([]);
        }
    });

    test('is held to its source by the rule for quotations', () => {
        for (const document of documentsHere()) {
            const files = [...sourcesIn(document)].flatMap(filesOf);
            expect(files.filter(({ uri }) => !services.sourceTexts.of(uri)).map(({ path }) => path), document.uri.path).toEqual([]);
            expect(findingsBy([citaat], document, services).map((f) => f.message.nl), document.uri.path).toEqual([]);
        }
        expect(documentsHere().flatMap((d) => [...sourcesIn(d)].flatMap(filesOf)).length).toBeGreaterThan(0);
    });

    test('quotes its source literally', () => {
        const quotations = documentsHere().flatMap(quotationsOf);
        expect(quotations.filter((q) => q.file === own).length).toBeGreaterThan(0);
        const wrong = quotations.filter((q) => !normalise(readFileSync(q.file, 'utf8')).includes(q.quote));
        expect(wrong.map((q) => `${q.place}: ${q.quote}`)).toEqual([]);
    });

    test('leaves out no sentence of its source', () => {
        const left = leftOut(folder).map((l) => l.line);
        expect(uncovered(source, new Set([...documentsHere().flatMap(textsOf), ...left]))).toEqual([]);
    });

    test('gives a reason for each line of the source that it leaves out, and leaves out no line that it has', () => {
        const texts = documentsHere().flatMap(textsOf);
        const left = leftOut(folder);
        const without = (line: string | undefined): number =>
            uncovered(source, new Set([...texts, ...left.flatMap((l) => (l.line === line ? [] : [l.line]))])).length;
        for (const { line, reason } of left) {
            expect(reason, line).toBeTruthy();
            expect(normalise(source), line).toContain(line);
            if (/[\p{L}\p{N}]/u.test(line)) {
                expect(without(line), `staat al in het draaiboek: ${line}`).toBeGreaterThan(without(undefined));
            }
        }
    });
});

describe('the record of Bemoeizorg', () => {
    test('says of each field that the record leaves blank that it is unknown', () => {
        const lines = readFileSync(join(EXAMPLES, 'bemoeizorg', 'bron.txt'), 'utf8').split('\n').map(normalise);
        const isLabel = (line: string | undefined): boolean => line?.endsWith(':') ?? false;
        const blank = lines.filter((line, i) => isLabel(line) && (!lines[i + 1] || isLabel(lines[i + 1])));
        const nodes = (documents.get('bemoeizorg') ?? []).flatMap((d) => [...AstUtils.streamAllContents(d.parseResult.value)]);
        const unknown = nodes.filter(isProperty).filter((p) => p.values.length > 0 && p.values.every(isUnknown));
        const said = unknown.flatMap((p) => p.provenance.map((claim) => claim.quote));
        expect(blank).toHaveLength(4);
        expect(said).toEqual(expect.arrayContaining(blank));
    });
});

describe('the inspection of Bemoeizorg', () => {
    const folder = 'bemoeizorg-west-brabant';
    const source = normalise(readFileSync(join(EXAMPLES, folder, 'bron.txt'), 'utf8'));
    const nodes = () => (documents.get(folder) ?? []).flatMap((d) => [...AstUtils.streamAllContents(d.parseResult.value)]);
    const findings = (): Finding[] => nodes().filter(isFinding);
    const verdict = (finding: Finding): string | undefined => finding.verdict?.$refText;

    test('has the framework whole: 5 themes, 13 criteria, 30 indicators, each literal', () => {
        const indicators = nodes().filter(isFrameworkIndicator);
        expect(nodes().filter(isTheme)).toHaveLength(5);
        expect(nodes().filter(isCriterion)).toHaveLength(13);
        expect(indicators).toHaveLength(30);
        expect(new Set(indicators.map((i) => i.name)).size).toBe(30);
        for (const { title } of [...nodes().filter(isCriterion), ...indicators]) {
            expect(source).toContain(title);
        }
    });

    test('has 27 findings, 17 that comply and 10 to improve, each with the mark that stands before it in the source', () => {
        expect(findings()).toHaveLength(27);
        expect(findings().filter((f) => verdict(f) === 'voldoet')).toHaveLength(17);
        expect(findings().filter((f) => verdict(f) === 'verbeterpunt')).toHaveLength(10);
        const marks = { voldoet: ['✓'], verbeterpunt: ['X', '✗'] };
        for (const finding of findings()) {
            const at = source.indexOf(normalise(finding.text ?? ''));
            expect(at, finding.text).toBeGreaterThan(1);
            expect(marks[verdict(finding) as keyof typeof marks], finding.text).toContain(source[at - 2]);
        }
    });

    test('speaks about every indicator, and leaves open which finding belongs to which where the source does', () => {
        const indicators = nodes().filter(isFrameworkIndicator).map((i) => i.name);
        const judged = findings().flatMap((f) => f.indicators.map((i) => i.ref?.name));
        expect(new Set(judged)).toEqual(new Set(indicators));
        expect(findings().filter((f) => f.joint).map((f) => f.indicators.length)).toEqual([2, 3, 3, 3, 4, 4]);
    });

    test('has no agreement that a `toets` could take for one about the approach, where the source says that there is none', () => {
        const models = (documents.get(folder) ?? []).map((document) => services.models.of(document));
        const protocol = models.flatMap((m) => m.interventions).find((p) => p.name === 'BemoeizorgWestBrabant');
        const indicators = models.flatMap((m) => m.frameworks).flatMap(indicatorsOf);
        const [query] = indicators.find((i) => i.name === '4.2.2')?.queries ?? [];
        const result = protocol && query && queriesOn(protocol)(query);
        expect(result?.outcome).toBe('fails');
        expect(result?.lacking.map((e) => e.name)).toEqual(['samenwerking met Netwerkpartner', 'samenwerking met CJG']);
        expect(result?.having.map((e) => e.name)).toEqual(['samenwerking met Gemeente']);
    });

    test('says that ending at any time after a refusal is its own reading', () => {
        const models = (documents.get(folder) ?? []).map((document) => services.models.of(document));
        const always = models.flatMap((m) => m.interventions).flatMap((p) => p.process?.interrupts ?? []);
        expect(always.map((i) => i.provenance.some((p) => p.derived))).toEqual([true]);
    });

    test('has the four LET OPs, each literal after those words', () => {
        const attentions = nodes().filter(isAttention);
        expect(attentions).toHaveLength(4);
        for (const { text } of attentions) {
            expect(source).toContain(`LET OP: ${normalise(text)}`);
        }
    });
});
