import { AstUtils, CstUtils, type AstNode, type LangiumDocument } from 'langium';
import MarkdownIt from 'markdown-it';
import { isApproach, isDelivery, isRationale, type Approach, type Delivery, type Rationale } from '../generated/ast.js';
import type { Place } from '../model/protocol.js';
import { placeOfCst } from '../rules/places.js';
import { oneLine } from '../text/one-line.js';
import { readProse } from '../text/prose-references.js';
import { linesOf } from './lines.js';
import { readHtml } from './read-html.js';

/** A text between quotation marks in a protocol, with the element that says it. */
export interface ProtocolTextNode {
    readonly owner: Owner;
    /** between the quotation marks, as it is written */
    readonly raw: string;
    /** offset of the first character of `raw` */
    readonly offset: number;
    /** its lines as a document shows them */
    readonly lines: readonly string[];
}

/** The nearest element with a block of its own, in which a remark may stand. */
export interface Owner {
    /** its keyword where it has no name */
    readonly name: string;
    readonly node: AstNode;
    /** the whole element */
    readonly at: Place;
}

/**
 * All texts in a node of the syntax tree, in their order.
 *
 * @param called how a name in a text reads
 */
export function textsIn(
    node: AstNode,
    document: LangiumDocument,
    called: (name: string) => string,
): ProtocolTextNode[] {
    const root = node.$cstNode;
    if (!root) {
        return [];
    }
    return CstUtils.flattenCst(root)
        .toArray()
        .flatMap((leaf) => {
            const [, open = '', raw = ''] = /^("""|["“”„])([\s\S]*?)(?:"""|["“”„])$/.exec(leaf.text) ?? [];
            const owner = raw.trim() === '' ? undefined : ownerOf(leaf.astNode, document);
            return owner
                ? [{ owner, raw, offset: leaf.offset + open.length, lines: linesIn(raw, open.length === 3, called) }]
                : [];
        });
}

/** The element that a node of the tree belongs to. */
export function ownerOf(node: AstNode, document: LangiumDocument): Owner | undefined {
    for (let around: AstNode | undefined = node; around; around = around.$container) {
        const name = nameOf(around);
        if (name !== undefined && around.$cstNode) {
            return { name, node: around, at: placeOfCst(document, around.$cstNode) };
        }
    }
    return undefined;
}

/** Whether a node is a part of an interventie that has a block and no name. */
export function isUnnamed(node: AstNode): node is Approach | Delivery | Rationale {
    return (isApproach(node) || isDelivery(node) || isRationale(node)) && !node.value;
}

/** What a node with a block is called: by its name, or by its keyword. */
function nameOf(node: AstNode): string | undefined {
    return isUnnamed(node)
        ? KEYWORDS[node.$type]
        : 'name' in node && typeof node.name === 'string' && 'statements' in node
          ? node.name
          : undefined;
}

const KEYWORDS = { Approach: 'aanpak', Delivery: 'uitvoering', Rationale: 'onderbouwing' } as const;

const markdown = new MarkdownIt({ html: false, linkify: false });

function linesIn(raw: string, isMarkdown: boolean, called: (name: string) => string): string[] {
    if (!isMarkdown) {
        return [oneLine(readProse(raw, called))];
    }
    const depth = Math.min(...[...raw.matchAll(/\n([ \t]*)(?=\S)/g)].map((m) => m[1]?.length ?? 0));
    const text = Number.isFinite(depth) ? raw.replace(new RegExp(`\\n[ \\t]{0,${String(depth)}}`, 'g'), '\n') : raw;
    const html = markdown.render(readProse(text.replaceAll('\\[[', '\\\\[['), called));
    return linesOf(readHtml(html)).map((l) => l.plain);
}

/** The node in a tree of an element with a block. */
export function nodeOfElement(root: AstNode, name: string): AstNode | undefined {
    return AstUtils.streamAllContents(root).find((n) => nameOf(n) === name);
}
