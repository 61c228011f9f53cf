import type { TextBox } from '../../diagram/geometry.js';
import { boundaryText, EVENT, flowText, SLOT } from '../../diagram/sizes.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';

/** What stands before a condition; a label without it is the title of something. */
const CONDITION = /(?:^|[;,] )(?:als|if|toegang als|access if|pas als|only when|klaar als|done when|tot|until) /;

/**
 * A workflow graph in which a condition says a fact in the words of the protocol, `als ‘Het gaat goed thuis’`, where there is
 * room for all of them. Elsewhere it keeps the name, and the words are in what a way is called for screen readers.
 */
export function factsInWords(graph: WorkflowGraph): WorkflowGraph {
    const words = new Map(
        graph.variables.flatMap((v) => (v.kind === 'fact' && v.label !== v.name ? [[v.name, `‘${v.label}’`]] : [])),
    );
    const inWords = (label: string, textOf: (said: string) => TextBox | undefined): string => {
        if (!CONDITION.test(label)) {
            return label;
        }
        // what stands between quotes is a condition in words, and names no fact
        const said = label.replace(/“[^”]*”|[\p{L}\p{M}\p{N}_-]+/gu, (part) => words.get(part) ?? part);
        return textOf(said)?.isCut ? label : said;
    };
    const named = (node: GraphNode): GraphNode =>
        node.kind === 'boundary'
            ? { ...node, label: inWords(node.label, onBorder) }
            : node.kind === 'start' && node.trigger
              ? { ...node, label: inWords(node.label, onFlow) }
              : node;
    return {
        ...graph,
        nodes: graph.nodes.map(named),
        flows: graph.flows.map((f) => ({ ...f, label: inWords(f.label, onFlow) })),
    };
}

const onFlow = (label: string) => flowText(label, 0, 0);
const onBorder = (label: string) => boundaryText(label, { x: 0, y: 0, width: EVENT, height: EVENT }, SLOT.width);
