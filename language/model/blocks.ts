import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type { Block, Named, Provenance, Remark } from './protocol.js';
import { isOpenPart, keywordOf } from './open-parts.js';
import { plain, type Reader } from './reader.js';

interface BlockNode extends AstNode {
    provenance: ast.Provenance[];
    statements: AstNode[];
}

interface NamedNode extends BlockNode {
    name: string;
    title?: string;
}

/**
 * Reads a block: its claims, its properties, comments and contradictions, and whatever else `read` makes of it.
 *
 * @param element the element that unknowns in it belong to; undefined for the one around it
 */
export function readBlock<T extends object>(
    reader: Reader,
    node: BlockNode,
    element: string | undefined,
    read: () => T,
): Block & T {
    const provenance = reader.provenance(node.provenance);
    return reader.within(element, provenance, () => ({ ...readCommon(reader, node, provenance), ...read() }));
}

/** Reads a block that is part of an element: what is unknown in it is of that element. */
export function readPart<T extends object>(reader: Reader, node: BlockNode, read: () => T): Block & T {
    return readBlock(reader, node, undefined, read);
}

/** Reads a block with a name; a broken one may have none. */
export function readNamed<T extends object>(reader: Reader, node: NamedNode, read: () => T): Named & T {
    const name = node.name ?? '';
    return {
        // empty quotes are no title: what has no title is called by its name
        ...plain<{ name: string; title?: string }>({ name, title: node.title?.trim() === '' ? undefined : node.title }),
        nameAt: reader.atProperty(node, 'name'),
        ...readBlock(reader, node, name, read),
    };
}

/** Reads a block with a name of which nothing else is known. */
export function readPlainNamed(reader: Reader, node: NamedNode): Named {
    return readNamed(reader, node, () => ({}));
}

/** Reads a comment with what stands in it. What a colleague says is of that colleague, not of the source of the block. */
function readRemark(reader: Reader, node: ast.Remark): Remark {
    return reader.outside(() => {
        return plain<Remark>({
            author: node.author ?? node.authorName,
            authorValue: reader.optionalValue(node.authorUnknown, 'opmerking van'),
            date: reader.date(node.date),
            dateValue: reader.optionalValue(node.dateUnknown, 'opmerking op'),
            text: node.text ?? '',
            markdown: reader.markdown(node),
            state: node.statements
                .filter(ast.isProperty)
                .find((p) => p.kind === 'stand')
                ?.values.find(ast.isWordValue)?.word,
            ...readCommon(reader, node, reader.provenance(node.provenance)),
            replies: node.statements.filter(ast.isReply).map((r) => reader.spoken(r)),
        });
    });
}

function readCommon(reader: Reader, node: BlockNode, provenance: readonly Provenance[]): Block {
    const statements: Block['statements'][number][] = [];
    const remarks: Block['remarks'][number][] = [];
    const contradictions: Block['contradictions'][number][] = [];
    for (const child of node.statements) {
        if (ast.isProperty(child)) {
            statements.push(reader.statement(child));
        } else if (ast.isRemark(child)) {
            remarks.push(readRemark(reader, child));
        } else if (ast.isContradiction(child)) {
            contradictions.push(reader.contradiction(child));
        } else if (isOpenPart(child)) {
            statements.push(...reader.openStatement(child, keywordOf(child)));
        }
    }
    return { statements, remarks, contradictions, provenance, at: reader.at(node) };
}
