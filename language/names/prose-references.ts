import {
    AstUtils,
    CstUtils,
    GrammarAST,
    type AstNode,
    type CompositeCstNode,
    type CstNode,
    type LangiumDocument,
    type LeafCstNode,
    type Reference,
} from 'langium';
import * as ast from '../generated/ast.js';
import { toName } from '../syntax/values.js';
import { mayNameSomething, piecesOfProse } from '../text/prose-references.js';

/** What running text names: `[[Naam]]` in any text but a quotation from a source and the path of a file. */
export interface NamesInProse {
    /** in the order of the text */
    readonly references: readonly ast.ProseReference[];
    /** offsets of brackets that nothing closes */
    readonly unclosed: readonly number[];
}

type BuildReference = (node: ast.ProseReference, cst: CstNode, name: string) => Reference;

const NONE: NamesInProse = { references: [], unclosed: [] };
const found = new WeakMap<AstNode, NamesInProse>();

/** What the texts of a document name, since it was linked last. */
export function namesInProse(document: LangiumDocument): NamesInProse {
    return found.get(document.parseResult.value) ?? NONE;
}

/**
 * Reads the references in the texts of a document, for the linker. Each gets a node of its own, which stands in the tree
 * below what holds the text, so that it sees the names that any other reference there sees; nothing leads from the tree
 * to it. A document without `[[` costs one look at its text.
 */
export function readNamesInProse(document: LangiumDocument, build: BuildReference): NamesInProse {
    const root = document.parseResult.value;
    const names = root.$cstNode && mayNameSomething(root.$cstNode.root.fullText) ? read(root.$cstNode, build) : NONE;
    found.set(root, names);
    return names;
}

function read(root: CstNode, build: BuildReference): NamesInProse {
    const references: ast.ProseReference[] = [];
    const unclosed: number[] = [];
    const { fullText } = root.root;
    for (let at = fullText.indexOf('[['); at >= 0;) {
        const leaf = CstUtils.findLeafNodeAtOffset(root, at);
        const isIn = leaf !== undefined && leaf.offset <= at && at < leaf.end;
        if (isIn && isProse(leaf)) {
            for (const piece of piecesOfProse(leaf.text)) {
                if (piece.type === 'name') {
                    references.push(referenceIn(leaf, piece, references.length, build));
                } else if (piece.type === 'unclosed') {
                    unclosed.push(leaf.offset + piece.from);
                }
            }
        }
        at = fullText.indexOf('[[', isIn ? leaf.end : at + 2);
    }
    return { references, unclosed };
}

/** Whether a token is running text: no quotation, which is literal, and no path. */
function isProse({ tokenType, astNode, grammarSource }: LeafCstNode): boolean {
    if (!/^(STRING|OPEN_STRING|BLOCK_TEXT)$/.test(tokenType.name)) {
        return false;
    }
    if (ast.isProvenance(astNode)) {
        return AstUtils.getContainerOfType(grammarSource, GrammarAST.isAssignment)?.feature !== 'quote';
    }
    const { $container: around } = astNode;
    return !ast.isImport(astNode) && !(ast.isProperty(around) && around.kind === 'bestand');
}

function referenceIn(
    leaf: LeafCstNode,
    { name, from, length }: { readonly name: string; readonly from: number; readonly length: number },
    index: number,
    build: BuildReference,
): ast.ProseReference {
    const place = { $container: leaf.astNode, $containerProperty: 'prose', $containerIndex: index };
    const node = { $type: ast.ProseReference.$type, ...place } as unknown as ast.ProseReference;
    const cst = new NameInProse(leaf, from, length, node);
    return Object.assign(node, { $cstNode: cst, element: build(node, cst, toName(name)) });
}

/** The piece of a text that is a name, as a leaf of the tree of tokens, which has the whole text as one. */
class NameInProse implements LeafCstNode {
    readonly hidden = false;
    readonly offset: number;
    readonly container?: CompositeCstNode;

    constructor(
        private readonly leaf: LeafCstNode,
        from: number,
        readonly length: number,
        readonly astNode: AstNode,
    ) {
        this.offset = leaf.offset + from;
        if (leaf.container) {
            this.container = leaf.container;
        }
    }

    get end(): number {
        return this.offset + this.length;
    }

    get root(): LeafCstNode['root'] {
        return this.leaf.root;
    }

    get tokenType(): LeafCstNode['tokenType'] {
        return this.leaf.tokenType;
    }

    get text(): string {
        return this.root.fullText.slice(this.offset, this.end);
    }

    get range(): LeafCstNode['range'] {
        const before = this.root.fullText.slice(this.leaf.offset, this.offset).split(/\r\n|\r|\n/);
        const { line, character } = this.leaf.range.start;
        const [first = '', last] = [before[0], before.at(-1) ?? ''];
        const start =
            before.length === 1
                ? { line, character: character + first.length }
                : { line: line + before.length - 1, character: last.length };
        return { start, end: { line: start.line, character: start.character + this.length } };
    }
}
