import { readFileSync } from 'node:fs';
import { AstUtils, CstUtils, GrammarAST, type Grammar, type LangiumDocument } from 'langium';
import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { contextIn, HOLE, KNOWN_BLOCKS } from '../../language/messages/statements/contexts.js';
import { FORMS, statementDoc, STATEMENTS, type StatementDoc } from '../../language/messages/statements.js';
import { blockStarters, firstKeywords } from '../../language/syntax/statements.js';
import { unpack } from '../../language/text/bilingual.js';
import { parseText } from '../../language/workspace.js';
import { CHAPTERS } from '../../scripts/docs/language-chapters.js';
import { LANGUAGE_REFERENCE, languageReference } from '../../scripts/docs/language-reference.js';

const { Draaiboek } = createDraaiboekServices();
const grammar = Draaiboek.Grammar;

/** From the first word of each block's keyword to the words with which a statement in it may begin. */
const startersOf = collectStarters(grammar);
const firstWord = (text: string) => text.split(' ')[0]?.replace(/:$/, '') ?? '';
/** Begins with a number, which is no keyword. */
const BEGINS_WITH_NUMBER = new Set(['stappen']);

describe('the catalogue of statements', () => {
    it.each([...startersOf])('says what each statement in `%s` is', (block, words) => {
        expect([...words].filter((word) => entriesFor(word, block).length === 0)).toEqual([]);
    });

    it('names no statement that the grammar does not know', () => {
        const strange = STATEMENTS.filter((s) => !BEGINS_WITH_NUMBER.has(s.keyword)).flatMap((s) =>
            s.blocks
                .filter((block) => block !== '*' && !startersOf.get(firstWord(block))?.has(firstWord(s.keyword)))
                .map((block) => `${s.keyword} in ${block}`),
        );
        expect(strange).toEqual([]);
    });

    it('says each thing once', () => {
        const keys = STATEMENTS.flatMap((s) => s.blocks.map((block) => `${s.keyword} in ${block}`));
        expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    });

    it('uses every word of the language in an example', () => {
        const used = new Set(
            [...STATEMENTS, ...FORMS].flatMap((s) =>
                s.example.replace(/"[^"]*"/g, ' ').split(/\b(t\/m)\b|[^\p{L}\p{N}_^-]+/u),
            ),
        );
        expect(keywords(grammar).filter((word) => !used.has(word))).toEqual([]);
    });

    it('shows every form of every statement in an example', () => {
        const shown = new Set<AbstractElement | undefined>();
        for (const doc of [...STATEMENTS, ...FORMS]) {
            for (const { context } of placesOf(doc)) {
                const from = context.search(/^…$/m);
                const text = context.replace(/^…$/m, () => doc.example);
                const root = Draaiboek.parser.LangiumParser.parse(text).value.$cstNode;
                const leaves = root ? CstUtils.flattenCst(root).toArray() : [];
                leaves
                    .filter((leaf) => leaf.offset >= from && leaf.end <= from + doc.example.length)
                    .forEach((leaf) => shown.add(leaf.grammarSource));
            }
        }
        const tokens = grammar.rules
            .filter(GrammarAST.isParserRule)
            .flatMap((rule) => AstUtils.streamAst(rule.definition).filter(isToken).toArray());
        const isShown = (token: AbstractElement) =>
            shown.has(token) || shown.has(AstUtils.getContainerOfType(token, GrammarAST.isCrossReference));
        expect(tokens.length).toBeGreaterThan(800);
        expect(tokens.filter((token) => !isShown(token)).map(formOf)).toEqual([]);
    });

    it('writes summaries of one sentence and examples of at most five lines', () => {
        for (const doc of [...STATEMENTS, ...FORMS]) {
            expect(doc.summary.nl, doc.keyword).toMatch(/^\p{Lu}.*\.$/u);
            expect(doc.summary.en, doc.keyword).toMatch(/^\p{Lu}.*\.$/u);
            expect(doc.example.split('\n').length, doc.keyword).toBeLessThanOrEqual(5);
        }
    });

    it.each([...STATEMENTS, ...FORMS])('has an example of `$keyword` that fits wherever it stands', async (doc) => {
        for (const { block, context } of placesOf(doc)) {
            expect(context.split('\n')).toContain(HOLE);
            const text = context.replace(/^…$/m, () => doc.example);
            expect(problems(await parseText(Draaiboek, text)), block).toEqual([]);
        }
    });

    it('finds a statement by its words and its block', () => {
        expect(statementDoc('biedt geen "behandeling"', 'interventie')?.keyword).toBe('biedt geen');
        expect(statementDoc('biedt "steun"', 'interventie')?.keyword).toBe('biedt');
        expect(statementDoc('daarna: Plan', 'stap')?.keyword).toBe('daarna:');
        expect(statementDoc('soort jgz', 'organisatie')?.summary.nl).toContain('organisatie');
        expect(statementDoc('werkt bij voorkeur aan rust', 'stap')?.keyword).toBe('werkt aan');
        expect(statementDoc('in beginsel als zorg: Plan', 'daarna')?.keyword).toBe('als');
        expect(statementDoc('toelichting "…"', 'stap')?.keyword).toBe('toelichting');
        expect(statementDoc('stap X', 'rol')).toBeUndefined();
    });
});

describe('docs/taal.md', () => {
    it('is what the generator makes; if not, run the command in scripts/docs/language-reference.ts', () => {
        expect(readFileSync(LANGUAGE_REFERENCE, 'utf8')).toBe(languageReference());
    });

    it('holds every entry of the catalogue', () => {
        const listed = CHAPTERS.flatMap((c) => c.sections).flatMap((s) => s.entries);
        expect([...STATEMENTS, ...FORMS].filter((doc) => !listed.includes(doc)).map((doc) => doc.keyword)).toEqual([]);
        expect(new Set(listed).size).toBe(listed.length);
    });
});

function entriesFor(word: string, block: string): StatementDoc[] {
    return STATEMENTS.filter(
        (s) => firstWord(s.keyword) === word && s.blocks.some((b) => b === '*' || firstWord(b) === block),
    );
}

type AbstractElement = GrammarAST.AbstractElement;

/** Whether a part of the grammar stands for one token of a text. */
function isToken(element: unknown): element is GrammarAST.Keyword | GrammarAST.RuleCall {
    return (
        GrammarAST.isKeyword(element) || (GrammarAST.isRuleCall(element) && GrammarAST.isTerminalRule(element.rule.ref))
    );
}

/** Where in the grammar a token stands: its rule, the tokens of its group, and itself. */
function formOf(token: GrammarAST.Keyword | GrammarAST.RuleCall): string {
    const written = (t: typeof token) => (GrammarAST.isKeyword(t) ? t.value : t.rule.$refText);
    const rule = AstUtils.getContainerOfType(token, GrammarAST.isParserRule)?.name ?? '';
    const group = AstUtils.getContainerOfType(token, GrammarAST.isGroup);
    const around = group ? AstUtils.streamAst(group).filter(isToken).map(written).toArray() : [];
    return `${rule}: ${written(token)} in ${around.join(' ')}`;
}

/** Where an example is tried: in its own context, or in each of its blocks. */
function placesOf(doc: StatementDoc): { block: string; context: string }[] {
    if (doc.context !== undefined) {
        return [{ block: 'its own context', context: doc.context }];
    }
    const blocks = doc.blocks.includes('*')
        ? KNOWN_BLOCKS.filter((b) => startersOf.get(firstWord(b))?.has(firstWord(doc.keyword)))
        : doc.blocks;
    return blocks.map((block) => ({ block, context: contextIn(block) }));
}

function collectStarters(from: Grammar): Map<string, Set<string>> {
    const result = new Map<string, Set<string>>();
    for (const [name, words] of blockStarters(from)) {
        const rule = from.rules.find((r) => r.name === name);
        if (!GrammarAST.isParserRule(rule)) {
            continue;
        }
        const blocks = rule.entry ? ['bestand'] : [...firstKeywords(rule)].filter((k) => /^\p{Ll}/u.test(k));
        for (const block of blocks) {
            result.set(block, new Set([...(result.get(block) ?? []), ...words]));
        }
    }
    return result;
}

function keywords(from: Grammar): string[] {
    const all = from.rules.flatMap((rule) => AstUtils.streamAst(rule).filter(GrammarAST.isKeyword).toArray());
    return [...new Set(all.map((k) => k.value))].filter((k) => /^\p{Ll}/u.test(k)).sort();
}

/** Everything that keeps a text from being read: characters, sentences, names. */
function problems(document: LangiumDocument): string[] {
    const { lexerErrors, lexerReport, parserErrors, value } = document.parseResult;
    const unresolved = AstUtils.streamAst(value)
        .flatMap((node) => AstUtils.streamReferences(node).toArray())
        .filter((r) => 'error' in r.reference && r.reference.error !== undefined)
        .map((r) => `${r.container.$type}: ${r.reference.$refText}`)
        .toArray();
    return [
        ...lexerErrors.map((e) => unpack(e.message).en),
        ...(lexerReport?.diagnostics ?? []).map((d) => unpack(d.message).en),
        ...parserErrors.map((e) => unpack(e.message).en),
        ...unresolved,
    ];
}
