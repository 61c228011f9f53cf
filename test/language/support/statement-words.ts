import { AstUtils, type AstNode } from 'langium';
import { contextIn } from '../../../language/messages/statements/contexts.js';
import type { StatementDoc } from '../../../language/messages/statements.js';
import type { ProtocolFile, Provenance } from '../../../language/generated/ast.js';
import * as ast from '../../../language/generated/ast.js';
import { services } from './language.js';

/** What a statement may say besides what it is about. */
export const WORDS = [
    'volgens',
    'afgeleid',
    'modaliteit',
    'onbekend',
    'plaatselijk',
    'toelichting',
    'opmerking',
] as const;
export type Word = (typeof WORDS)[number];

/** What a statement is made to say; the texts can be found again in what is made of it. */
const SAYING: Readonly<Record<Word, string>> = {
    volgens: 'volgens Handboek op "bladzij merg" "aanhaling merg"',
    afgeleid: 'afgeleid omdat "afleiding merg"',
    modaliteit: 'veelal',
    onbekend: 'onbekend omdat "onbekend merg"',
    plaatselijk: 'plaatselijk "plaatselijk merg"',
    toelichting: 'toelichting "toelichting merg"',
    opmerking: 'opmerking "opmerking merg"',
};

/** What stands in an output where a word of a statement is not lost. */
export const MARKS: Readonly<Record<Word, string>> = {
    volgens: 'aanhaling merg',
    afgeleid: 'afleiding merg',
    modaliteit: 'veelal',
    onbekend: 'onbekend merg',
    plaatselijk: 'plaatselijk merg',
    toelichting: 'toelichting merg',
    opmerking: 'opmerking merg',
};

/** A text with a statement in it. */
export interface Placed {
    readonly text: string;
    /** where the statement begins */
    readonly offset: number;
}

/** The example of a statement, in the first block that it may stand in. */
export function placed({ example, context, blocks }: StatementDoc): Placed {
    const around = context ?? contextIn(blocks[0] === '*' ? 'stap' : (blocks[0] ?? ''));
    return { text: around.replace(/^…$/m, () => example), offset: around.search(/^…$/m) };
}

/** The statement of a text. */
export function statementIn({ text, offset }: Placed): AstNode {
    const node = statementAt(text, offset);
    if (!node) {
        throw new Error(`No statement begins at ${text.slice(offset, offset + 40)}.`);
    }
    return node;
}

/** The same text with the statement saying a word more; undefined where the grammar does not let it. */
export function saying({ text, offset }: Placed, word: Word): Placed | undefined {
    const node = statementIn({ text, offset });
    for (const { from, to, insert } of changes(text, node, word)) {
        const changed = `${text.slice(0, from)} ${insert} ${text.slice(to)}`;
        const now = statementAt(changed, offset);
        if (now && says(now, word)) {
            return { text: changed, offset };
        }
    }
    return undefined;
}

interface Change {
    readonly from: number;
    readonly to: number;
    readonly insert: string;
}

/** Where the word could stand: in the block of the statement, between two of its own tokens, or instead of some of them. */
function changes(text: string, node: AstNode, word: Word): Change[] {
    const { offset = 0, end = 0 } = node.$cstNode ?? {};
    const tokens = services()
        .parser.Lexer.tokenize(text)
        .tokens.map((t) => ({ from: t.startOffset, to: t.startOffset + t.image.length, image: t.image }))
        .filter((t) => t.from >= offset && t.to <= end);
    const first = AstUtils.streamContents(node)
        .filter((n) => n.$containerProperty === 'statements')
        .head()?.$cstNode?.offset;
    const brace = tokens.filter((t) => t.image === '{' && t.from < (first ?? end)).at(-1);
    const own = tokens.filter((t) => t.from < (brace?.from ?? end));
    const insert = SAYING[word];
    switch (word) {
        case 'toelichting':
        case 'opmerking':
            return [
                brace
                    ? { from: brace.to, to: brace.to, insert: `\n${insert}\n` }
                    : { from: end, to: end, insert: `{\n${insert}\n}` },
            ];
        case 'onbekend':
        case 'plaatselijk': {
            const last = own.at(-1)?.to ?? end;
            return own
                .slice(1)
                .flatMap((t) => [
                    { from: t.from, to: last, insert },
                    { from: t.from, to: t.to, insert },
                ])
                .concat({ from: last, to: last, insert });
        }
        case 'volgens':
        case 'afgeleid':
            return own.toReversed().map((t) => ({ from: t.to, to: t.to, insert }));
        case 'modaliteit': {
            const other = own.find((t) => t.image === 'zo');
            return other
                ? [{ from: other.from, to: other.from + 'zo nodig'.length, insert }]
                : own.map((t) => ({ from: t.to, to: t.to, insert }));
        }
    }
}

function says(node: AstNode, word: Word): boolean {
    const parts = [...ownParts(node)];
    switch (word) {
        case 'volgens':
            return claims(node).some((p) => p.quote === MARKS.volgens);
        case 'afgeleid':
            return claims(node).some((p) => p.reason === MARKS.afgeleid);
        case 'modaliteit':
            return parts.some((p) => 'modality' in p && p.modality === MARKS.modaliteit);
        case 'onbekend':
            return parts.some((p) => ast.isUnknown(p) && p.reason === MARKS.onbekend);
        case 'plaatselijk':
            return parts.some((p) => ast.isLocal(p) && p.reason === MARKS.plaatselijk);
        case 'toelichting':
            return inside(node).some((s) => ast.isProperty(s) && s.kind === 'toelichting');
        case 'opmerking':
            return inside(node).some((s) => ast.isRemark(s) && s.text === MARKS.opmerking);
    }
}

function claims(node: AstNode): readonly Provenance[] {
    return 'provenance' in node ? (node.provenance as Provenance[]) : [];
}

function inside(node: AstNode): readonly AstNode[] {
    return 'statements' in node ? (node.statements as AstNode[]) : [];
}

/** A statement and its parts, without the statements in its block. */
function* ownParts(node: AstNode): Generator<AstNode> {
    yield node;
    for (const child of AstUtils.streamContents(node)) {
        if (child.$containerProperty !== 'statements') {
            yield* ownParts(child);
        }
    }
}

/** The statement that begins there, in a text without errors. */
function statementAt(text: string, offset: number): AstNode | undefined {
    const { value, lexerErrors, lexerReport, parserErrors } = services().parser.LangiumParser.parse<ProtocolFile>(text);
    if (lexerErrors.length + parserErrors.length + (lexerReport?.diagnostics.length ?? 0) > 0) {
        return undefined;
    }
    return AstUtils.streamAst(value).find(
        (n) =>
            n.$cstNode?.offset === offset && ['statements', 'elements', 'imports'].includes(n.$containerProperty ?? ''),
    );
}
