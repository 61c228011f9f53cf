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
import type { Protocol } from '../model/protocol.js';
import { declarationsAt } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { doneIn, waysBetweenSteps, type Way } from './ways-between-steps.js';

/**
 * Which steps lead to a step, and where it leads: the arrows of the process, stated and implied, through the groups and
 * phases around them. A group or phase itself is led to and left by what is outside it.
 */
export class StepsAround implements CallHierarchyProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    prepareCallHierarchy(document: LangiumDocument, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] {
        return declarationsAt(document, position, this.services).flatMap((element) => {
            const found = this.find(element);
            return found ? [itemOf(found.node)] : [];
        });
    }

    incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
        const found = this.foundFrom(item);
        if (!found) {
            return [];
        }
        const done = doneIn(found.process, found.node);
        const ways = waysBetweenSteps(found.process).filter(
            ({ from, to }) => done.has(to.name) && !(from && isInside(from, found.node, done)),
        );
        const always = ways.flatMap(({ from, arrow }) => (from ? [] : [arrow]));
        return [
            ...byNode(found.process, ways, (way) => way.from).map(([from, arrows]) => ({
                from: itemOf(from),
                fromRanges: placesIn(from.nameAt.file, arrows),
            })),
            ...(always.length > 0 ? [{ from: found.whole, fromRanges: placesIn(found.whole.uri, always) }] : []),
        ];
    }

    outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
        const found = this.foundFrom(item);
        if (!found) {
            return [];
        }
        const done = doneIn(found.process, found.node);
        const ways = waysBetweenSteps(found.process).filter(
            ({ from, to }) => from && done.has(from.name) && !isInside(to, found.node, done),
        );
        return byNode(found.process, ways, (way) => way.to).map(([to, arrows]) => ({
            to: itemOf(to),
            fromRanges: placesIn(item.uri, arrows),
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
        const protocol = this.services.models.of(document).interventions.find((i) => i.name === home.name);
        const { process } = protocol ?? {};
        const node = process?.nodes.find(
            ({ nameAt }) =>
                nameAt.file === file &&
                nameAt.range.start.line === name.line &&
                nameAt.range.start.character === name.character,
        );
        return protocol && node && process && { node, process, whole: itemOfWhole(protocol) };
    }
}

interface Found {
    readonly node: FlowNode;
    readonly process: Process;
    /** the interventie: what may come at any time (`altijd als`) comes from all of it */
    readonly whole: CallHierarchyItem;
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

function itemOfWhole({ name, title, at, nameAt }: Protocol): CallHierarchyItem {
    return {
        name,
        kind: SymbolKind.Class,
        uri: nameAt.file,
        range: at.range,
        selectionRange: nameAt.range,
        ...(title === undefined ? {} : { detail: title }),
    };
}

/** Whether a way stays within the group or phase that is asked for; a step may lead to itself. */
function isInside({ name }: FlowNode, asked: FlowNode, done: ReadonlySet<string>): boolean {
    return name !== asked.name && done.has(name);
}

/** The arrows of the ways by the node at one end of them, in the order of the text. */
function byNode(
    { nodes }: Process,
    ways: readonly Way[],
    end: (way: Way) => FlowNode | undefined,
): [FlowNode, Arrow[]][] {
    const found = Map.groupBy(ways, (way) => end(way)?.name);
    return nodes.flatMap((node): [FlowNode, Arrow[]][] => {
        const here = found.get(node.name);
        return here ? [[node, [...new Set(here.map(({ arrow }) => arrow))]]] : [];
    });
}

function placesIn(file: string, arrows: readonly Arrow[]) {
    return arrows.filter(({ at }) => at.file === file).map(({ at }) => at.range);
}
