/**
 * Holds Gezinspad to what it says of itself: it is invented, and its files together show every part of the language. What
 * the reference lists (docs/taal.md) must stand in one of them, so that whoever looks for a statement finds it in a whole.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstUtils, GrammarAST, URI, type AstNode, type LangiumDocument } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { isProtocolFile, type ProtocolFile } from '../../language/generated/ast.js';
import { KNOWN_BLOCKS } from '../../language/messages/statements/contexts.js';
import { statementDoc, STATEMENTS, type StatementDoc } from '../../language/messages/statements.js';
import type { FileModel } from '../../language/model/protocol.js';
import { statementsOf, textsOf } from '../../language/model/queries.js';
import { answersOf } from '../../language/rules/answers.js';
import { findingsOf } from '../../language/rules/check.js';
import { loadFiles, modelOf } from '../../language/workspace.js';

const FOLDER = fileURLToPath(new URL('../../examples/gezinspad', import.meta.url));
const { Draaiboek } = createDraaiboekServices(NodeFileSystem);

/** The lists in which a statement stands in the syntax tree. */
const LISTS: ReadonlySet<string> = new Set(['statements', 'elements', 'imports', 'branches']);

let documents: LangiumDocument<ProtocolFile>[] = [];
let models: FileModel[] = [];

beforeAll(async () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.draaiboek')).sort();
    documents = await loadFiles(Draaiboek, files.map((name) => URI.file(join(FOLDER, name))));
    models = documents.map((d) => modelOf(Draaiboek, d));
});

/** Every statement of the files, with the block it stands in and what is written before its own block. */
function statements(): { words: string; block: string }[] {
    return documents
        .flatMap((d) => [...AstUtils.streamAst(d.parseResult.value)])
        .filter((node) => node.$container && LISTS.has(node.$containerProperty ?? ''))
        .map((node) => ({ words: words(node).replace(/\s*\{.*$/, ''), block: blockOf(node.$container) }));
}

function words(node: AstNode | undefined): string {
    return node?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
}

function blockOf(node: AstNode | undefined): string {
    const text = words(node);
    const fitting = KNOWN_BLOCKS.filter((block) => text.startsWith(`${block} `));
    return isProtocolFile(node) ? 'bestand' : (fitting.sort((a, b) => b.length - a.length)[0] ?? '');
}

/** The entries of the catalogue that a statement shows: a keyword with `…` is in parts, and `6 stappen` begins with its number. */
function entriesOf({ words, block }: { words: string; block: string }): StatementDoc[] {
    const plain =
        statementDoc(words, block) ?? statementDoc(words.replace(/^\d+ /, '').replace(/[:,]/, ' $&'), block);
    const inParts = STATEMENTS.filter(({ keyword, blocks }) => {
        const [first, second] = keyword.split(' … ');
        return blocks.includes(block) && second !== undefined && words.startsWith(`${first ?? ''} `) && `${words} `.includes(` ${second} `);
    });
    return plain ? [plain, ...inParts] : inParts;
}

describe('examples/gezinspad', () => {
    test('says of itself that it is invented, in what readers see', () => {
        const interventions = models.flatMap((m) => m.interventions);
        expect(interventions.length).toBeGreaterThan(1);
        for (const one of interventions) {
            const summary = statementsOf(one, 'samenvatting').flatMap(textsOf).join(' ');
            expect(summary, one.name).toContain('Verzonnen voorbeeld');
        }
        const sources = [...models, ...interventions].flatMap((m) => m.sources);
        // a library cites what there really is
        for (const source of sources.filter(({ at }) => !at.file.startsWith('draaiboek:'))) {
            expect(source.title, source.name).toContain('(verzonnen)');
        }
    });

    test('has a working-out, a follow-up, a framework, a review and cases', () => {
        expect(models.flatMap((m) => m.interventions).map((i) => [i.refines?.name, i.continues?.name])).toEqual(
            expect.arrayContaining([['Gezinspad', undefined], [undefined, 'Gezinspad']]),
        );
        expect(models.flatMap((m) => m.frameworks).length).toBeGreaterThan(0);
        expect(models.flatMap((m) => m.reviews).length).toBeGreaterThan(0);
        expect(models.flatMap((m) => m.scenarios).length).toBeGreaterThan(0);
    });

    test('shows every statement that the reference lists', () => {
        const shown = new Set(statements().flatMap(entriesOf));
        // an end that is not known leaves open whether a case gets there, and here every question is answered
        const missing = STATEMENTS.filter((entry) => !shown.has(entry) && entry.keyword !== 'einde … onbekend');
        expect(missing.map(({ keyword, blocks }) => `${keyword} (${blocks.join(', ')})`)).toEqual([]);
    });

    test('uses every word of the language', () => {
        const texts = documents.flatMap((d) =>
            d.textDocument
                .getText()
                .replace(/\/\/.*|"""[^]*?"""|"[^"\n]*"/g, ' ')
                .split(/\b(t\/m)\b|[^\p{L}\p{N}_^-]+/u),
        );
        const used = new Set(texts);
        const keywords = Draaiboek.Grammar.rules.flatMap((rule) =>
            AstUtils.streamAst(rule).filter(GrammarAST.isKeyword).map((k) => k.value).toArray(),
        );
        expect([...new Set(keywords)].filter((word) => /^\p{Ll}/u.test(word) && !used.has(word)).sort()).toEqual([]);
    });

    test('breaks no rule', () => {
        const findings = documents.flatMap((d) => findingsOf(d, Draaiboek));
        expect(findings.filter((f) => f.severity !== 'info').map((f) => `${f.code} ${f.at.file}`)).toEqual([]);
    });

    test('answers every question about all courses: with yes, no or that it does not apply', () => {
        const answered = documents.flatMap((d) => answersOf(d, Draaiboek));
        const open = answered.flatMap(({ protocol, answers = [] }) =>
            answers.flatMap((a) => (a.outcome === 'undecided' ? [`${protocol} ${a.code}: ${a.reasons.map((r) => r.nl).join()}`] : [])),
        );
        expect(open).toEqual([]);
        const outcomes = (name: string) =>
            new Set(answered.find((a) => a.protocol === name)?.answers?.map((a) => a.outcome));
        expect(outcomes('Gezinspad')).toEqual(new Set(['holds', 'not-applicable']));
        expect(outcomes('GezinspadVerder')).toEqual(new Set(['holds', 'not-applicable']));
    });
});
