import { AstUtils, URI, type AstNode, type LangiumDocument } from 'langium';
import type { CallHierarchyProvider } from 'langium/lsp';
import {
    SymbolKind,
    type CallHierarchyIncomingCall,
    type CallHierarchyIncomingCallsParams,
    type CallHierarchyItem,
    type CallHierarchyOutgoingCall,
    type CallHierarchyOutgoingCallsParams,
    type CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import type { Arrow, FlowNode, Process } from '../model/process.js';
import { declarationsAt } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** Which steps lead to a step, and where it leads: the arrows of the process, stated and implied. */
export class StepsAround implements CallHierarchyProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    prepareCallHierarchy(document: LangiumDocument, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] {
        return declarationsAt(document, position, this.services).flatMap((element) => {
            const found = this.find(element);
            return found ? [itemOf(found.node)] : [];
        });
    }

    incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
        const { node, process } = this.foundFrom(item) ?? {};
        const arrows = process?.arrows.filter((a) => a.to === node?.name && a.from !== undefined) ?? [];
        return byNode(process, arrows, (a) => a.from).map(([from, ways]) => ({
            from: itemOf(from),
            fromRanges: placesIn(from.nameAt.file, ways),
        }));
    }

    outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
        const { node, process } = this.foundFrom(item) ?? {};
        const arrows = process?.arrows.filter((a) => a.from === node?.name && a.to !== undefined) ?? [];
        return byNode(process, arrows, (a) => a.to).map(([to, ways]) => ({
            to: itemOf(to),
            fromRanges: placesIn(item.uri, ways),
        }));
    }

    private foundFrom({ uri, selectionRange }: CallHierarchyItem): Found | undefined {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
        const elements = document ? declarationsAt(document, selectionRange.start, this.services) : [];
        return elements.map((element) => this.find(element)).find((found) => found !== undefined);
    }

    /** The node of the process that an element is, in the interventie in which it is written. */
    private find(element: AstNode): Found | undefined {
        const home = AstUtils.getContainerOfType(element, ast.isIntervention);
        const name = this.services.references.NameProvider.getNameNode(element)?.range.start;
        if (!home || !name) {
            return undefined;
        }
        const document = AstUtils.getDocument<ast.ProtocolFile>(element);
        const file = document.uri.toString();
        const { process } = this.services.models.of(document).interventions.find((i) => i.name === home.name) ?? {};
        const node = process?.nodes.find(
            ({ nameAt }) =>
                nameAt.file === file &&
                nameAt.range.start.line === name.line &&
                nameAt.range.start.character === name.character,
        );
        return node && process && { node, process };
    }
}

interface Found {
    readonly node: FlowNode;
    readonly process: Process;
}

const KINDS: Readonly<Record<FlowNode['kind'], SymbolKind>> = {
    step: SymbolKind.Method,
    escalation: SymbolKind.Event,
    end: SymbolKind.Event,
    group: SymbolKind.Namespace,
    phase: SymbolKind.Namespace,
};

function itemOf({ name, title, kind, at, nameAt }: FlowNode): CallHierarchyItem {
    return {
        name,
        kind: KINDS[kind],
        uri: nameAt.file,
        range: at.range,
        selectionRange: nameAt.range,
        ...(title === undefined ? {} : { detail: title }),
    };
}

/** The arrows by the node at one end of them, in the order of the text. */
function byNode(
    process: Process | undefined,
    arrows: readonly Arrow[],
    end: (arrow: Arrow) => string | undefined,
): [FlowNode, Arrow[]][] {
    return (process?.nodes ?? []).flatMap((node): [FlowNode, Arrow[]][] => {
        const ways = arrows.filter((arrow) => end(arrow) === node.name);
        return ways.length > 0 ? [[node, ways]] : [];
    });
}

function placesIn(file: string, arrows: readonly Arrow[]) {
    return arrows.filter(({ at }) => at.file === file).map(({ at }) => at.range);
}
