/**
 * client/syntaxes/draaiboek.tmLanguage.json: the colours of the language in an editor, made from its grammar.
 *
 *   esbuild scripts/editor/textmate.ts --bundle --platform=node --format=esm \
 *     --outfile=build/textmate.mjs && node build/textmate.mjs
 *
 * Langium's own generator knows single keywords only and colours them within names too (`gedeelde-zorg`). Here a word
 * counts by its place, as for the lexer (language/syntax/lexer.ts): first on its line it begins a statement, elsewhere
 * it is coloured when the grammar has it there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AstUtils, EmptyFileSystem, GrammarAST, type Grammar } from 'langium';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { MONTHS } from '../../language/model/values.js';
import { Expectations, type Expectation } from '../../language/editor/expectations.js';

/** Where the colours are kept, relative to the root of the project. */
export const TEXTMATE_GRAMMAR = 'client/syntaxes/draaiboek.tmLanguage.json';

interface Pattern {
    readonly name?: string;
    readonly match?: string;
    readonly begin?: string;
    readonly end?: string;
    readonly captures?: Readonly<Record<string, { readonly name: string } | { readonly patterns: readonly Pattern[] }>>;
    readonly patterns?: readonly Pattern[];
}

/** A word may hold letters with diacritics, digits, `_` and inner hyphens. */
const LETTERS = '[\\p{L}\\p{M}\\p{N}_]';
const NAME = `\\^?[\\p{L}_]${LETTERS}*(?:-${LETTERS}+)*`;
const BEFORE_WORD = `(?<![\\p{L}\\p{M}\\p{N}_^-])`;
const AFTER_WORD = `(?!${LETTERS}|-${LETTERS})`;
const STATEMENT = '(?:^|(?<=[{}]))\\s*';
/** A range such as `0-19` is two numbers, and `A-1` none. */
const BEFORE_NUMBER = '(?<![\\p{L}\\p{M}\\p{N}_^])(?<!\\p{L}-)';
const NUMBER = '[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?';
const MONTH = MONTHS.map((m) => `[${m.charAt(0).toUpperCase()}${m.charAt(0)}]${m.slice(1)}`).join('|');
const DATE = `[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}[ \\t]+(?:${MONTH})[ \\t]+[0-9]{4}`;
const CODE = '[A-Za-z]+[0-9]+(?:\\.[0-9]+)+[a-z]?|[0-9]+(?:\\.[0-9]{1,2})+[a-z]?(?![0-9])';

/** Words with a colour of their own, wherever they stand. */
const VALUES = ['onbekend', 'plaatselijk', 'ja', 'nee'];
const OPERATORS = ['en', 'of', 'niet', 'is'];

/** The grammar of colours (TextMate's JSON), as an object. */
export function textMateGrammar(): object {
    const { Draaiboek } = createDraaiboekServices(EmptyFileSystem);
    const { statements, inside, declarations } = phrasesOf(Draaiboek.Grammar, Draaiboek.parser.Lexer.definition);
    const scope = (name: string) => `${name}.draaiboek`;
    // a name in a text: `[[Naam]]`
    const names: Pattern[] = [
        {
            match: '(?<!\\\\)(\\[\\[)([^\\[\\]]*)(\\]\\])',
            captures: {
                1: { name: scope('punctuation.definition.reference') },
                2: { name: scope('variable.other') },
                3: { name: scope('punctuation.definition.reference') },
            },
        },
    ];
    const patterns: Pattern[] = [
        {
            begin: '(//)[ \\t]*(draaiboek:[ \\t]*negeer\\b)',
            end: '$',
            name: scope('comment.line.double-slash'),
            captures: { 2: { name: scope('keyword.control.directive') } },
        },
        { match: '//.*$', name: scope('comment.line.double-slash') },
        { begin: '/\\*', end: '\\*/', name: scope('comment.block') },
        { begin: '"""', end: '"""', name: scope('string.quoted.triple'), patterns: names },
        {
            match: '"[^"]*"|[\u201C\u201D\u201E][^\u201C\u201D\u201E]*[\u201C\u201D]',
            name: scope('string.quoted.double'),
            captures: { 0: { patterns: names } },
        },
        {
            match: '["\u201C\u201D\u201E][^"{}]*$',
            name: scope('string.quoted.double'),
            captures: { 0: { patterns: names } },
        },
        {
            match: `${STATEMENT}(${alternatives(declarations)})${AFTER_WORD}[ \\t]+(${CODE}|${NAME}|[0-9]+)`,
            captures: { 1: { name: scope('keyword.control') }, 2: { name: scope('entity.name.type') } },
        },
        {
            match: `${STATEMENT}(${alternatives(statements)})${AFTER_WORD}`,
            captures: { 1: { name: scope('keyword.control') } },
        },
        { match: `(?:${DATE})(?![0-9])`, name: scope('constant.numeric.date') },
        { match: `${BEFORE_NUMBER}(?:${CODE})`, name: scope('constant.numeric.code') },
        {
            match: `${BEFORE_NUMBER}(${NUMBER})(?:[ \\t]*(%)|[ \\t]+(?!(?:${alternatives(inside)})${AFTER_WORD})(${NAME}))?`,
            captures: {
                1: { name: scope('constant.numeric') },
                2: { name: scope('keyword.other.unit') },
                3: { name: scope('keyword.other.unit') },
            },
        },
        { match: word(VALUES), name: scope('constant.language') },
        { match: word(OPERATORS), name: scope('keyword.operator.word') },
        {
            match: word(inside.filter((w) => !VALUES.includes(w) && !OPERATORS.includes(w))),
            name: scope('keyword.control'),
        },
        { match: `${BEFORE_WORD}${NAME}`, name: scope('variable.other') },
        { match: '[{}]', name: scope('punctuation.section.block') },
        { match: '[,:()]', name: scope('punctuation.separator') },
    ];
    return { name: 'Draaiboek', scopeName: 'source.draaiboek', fileTypes: ['draaiboek'], patterns };
}

interface Phrases {
    /** what begins a statement: `stap`, `werkt aan` */
    readonly statements: readonly string[];
    /** what may stand within one: `met`, `tenzij anders vermeld` */
    readonly inside: readonly string[];
    /** statements that give a name to something: `stap`, `rol` */
    readonly declarations: readonly string[];
}

function phrasesOf(grammar: Grammar, tokenTypes: ConstructorParameters<typeof Expectations>[1]): Phrases {
    const walker = new Expectations(grammar, tokenTypes);
    const statements = new Set<string>();
    const declarations = new Set<string>();
    const ofStatements = new Set<GrammarAST.AbstractElement>();
    // each statement may open a block, in which further statements begin
    const pending = walker.atStart();
    for (let next = pending.shift(); next; next = pending.shift()) {
        if (!ofStatements.has(next.element)) {
            const { words, elements, after } = phrase(walker, next);
            elements.forEach((e) => ofStatements.add(e));
            if (words !== '') {
                statements.add(words);
            }
            if (words !== '' && after.some(isName)) {
                declarations.add(words);
            }
            pending.push(...walker.insideBlockOf([next]));
        }
    }
    const inside = grammar.rules
        .filter(GrammarAST.isParserRule)
        .flatMap((rule) => AstUtils.streamAst(rule).filter(GrammarAST.isKeyword).toArray())
        .filter((keyword) => isWord(keyword) && !ofStatements.has(keyword))
        .map((keyword) => keyword.value);
    return { statements: [...statements], inside: [...new Set(inside)], declarations: [...declarations] };
}

/** A keyword with those that must follow it, and what may come after them; no words where no keyword is expected. */
function phrase(walker: Expectations, start: Expectation) {
    const elements: GrammarAST.AbstractElement[] = [start.element];
    let words = isWord(start.element) ? start.element.value : '';
    let after = walker.following([start]).filter(isNoFirmness);
    for (let only = after[0]; words !== '' && only && after.length === 1 && isWord(only.element); only = after[0]) {
        words += ` ${only.element.value}`;
        elements.push(only.element);
        after = walker.following(after).filter(isNoFirmness);
    }
    return { words, elements, after };
}

/** How firm it is may stand between the words of a statement (`werkt veelal aan`), and need not. */
function isNoFirmness({ element }: Expectation): boolean {
    return AstUtils.getContainerOfType(element, GrammarAST.isParserRule)?.name !== 'Modality';
}

function isWord(element: GrammarAST.AbstractElement): element is GrammarAST.Keyword {
    return GrammarAST.isKeyword(element) && /^\p{L}/u.test(element.value);
}

function isName({ element }: Expectation): boolean {
    return AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature === 'name';
}

function word(words: readonly string[]): string {
    return `${BEFORE_WORD}(?:${alternatives(words)})${AFTER_WORD}`;
}

/** The longest first, so that `een van` goes before `een`; diacritics composed and decomposed. */
function alternatives(phrases: readonly string[]): string {
    const forms = new Set(phrases.flatMap((p) => [p, p.normalize('NFD')]));
    return [...forms]
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
        .map((p) => p.replaceAll(' ', '[ \\t]+'))
        .join('|');
}

/** Writes the colours to their place. */
export function writeTextMateGrammar(root: string): void {
    const file = join(root, TEXTMATE_GRAMMAR);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    writeTextMateGrammar(process.cwd());
}
