import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import { isConcept, isIntervention, type ProtocolFile } from '../generated/ast.js';
import { importedDocuments } from '../names/imports.js';
import { usageIn } from '../names/usage.js';
import { mentioned } from '../rules/mentions.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** What findings in files that do not use a document may still depend on. */
export interface Outward {
    /** what it uses of others, which is then not unused there, each with how */
    readonly uses: ReadonlyMap<AstNode, string>;
    /** what can be named in it by who uses it, for who names it without using it */
    readonly names: string;
}

/** Of a linked document. */
export function outwardOf(document: LangiumDocument, services: DraaiboekLspServices): Outward {
    const uses = new Map<AstNode, string>();
    const add = (nodes: Iterable<AstNode>, how: string) => {
        for (const node of nodes) {
            if (AstUtils.findRootNode(node) !== document.parseResult.value) {
                uses.set(node, (uses.get(node) ?? '') + how);
            }
        }
    };
    const { used, determined } = usageIn(document);
    add(used, 'u');
    add(determined, 'd');
    add(mentionedConcepts(document, services), 'm');
    const top = services.names.of(document).get(document.parseResult.value) ?? [];
    const names = [...top].map(([name, nodes]) => `${name}:${nodes.map(({ $type }) => $type).join()}`);
    return { uses, names: names.sort().join(' ') };
}

/** The nodes elsewhere that are used by one and not by the other, or in another way. */
export function differentlyUsed(before: Outward | undefined, now: Outward | undefined): AstNode[] {
    const nodes = new Set([...(before?.uses.keys() ?? []), ...(now?.uses.keys() ?? [])]);
    return [...nodes].filter((node) => before?.uses.get(node) !== now?.uses.get(node));
}

function mentionedConcepts(document: LangiumDocument, { shared }: DraaiboekLspServices): AstNode[] {
    const concepts = importedDocuments(document, shared.workspace.LangiumDocuments).flatMap((used) => {
        const { elements } = used.parseResult.value as ProtocolFile;
        return [...elements, ...elements.filter(isIntervention).flatMap(({ statements }) => statements)].filter(
            isConcept,
        );
    });
    return concepts.length === 0
        ? []
        : [
              ...mentioned(
                  document.textDocument.getText(),
                  concepts.map((concept) => ({ concept, name: concept.name, notFrom: -1, notTo: -1 })),
              ),
          ].map(({ concept }) => concept);
}
