import type { Box, Diagram } from '../../diagram/geometry.js';
import { textWidth } from '../../diagram/metrics.js';
import type { Language } from '../../text/bilingual.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { words } from './elements.js';
import { eventShape, gatewayShape } from './symbols.js';
import { kindOf } from './words.js';

const SIZE = 20;
const SPACE = 26;
const LINE = 34;

/** The symbols that a drawing uses and that have no words of their own in it, each with what it means. */
export function drawLegend(
    graph: WorkflowGraph,
    diagram: Diagram,
    language: Language,
): { svg: string; height: number } {
    const kinds = new Map<string, GraphNode>();
    for (const node of graph.nodes) {
        const meaning = meaningOf(node, language);
        if (meaning !== undefined && !kinds.has(meaning)) {
            kinds.set(meaning, node);
        }
    }
    if (kinds.size === 0) {
        return { svg: '', height: 0 };
    }
    const top = diagram.height + 16;
    let [x, y] = [0, top];
    const parts: string[] = [];
    for (const [meaning, node] of kinds) {
        const width = SIZE + 7 + textWidth(meaning, 11) + SPACE;
        if (x > 0 && x + width > diagram.width) {
            [x, y] = [0, y + LINE];
        }
        const box = { x, y, width: SIZE + 8, height: SIZE + 8 };
        parts.push(symbolOf(node, box), words(meaning, { x: x + SIZE + 15, y: y + 18 }, 11, 'dr-soft'));
        x += width + 8;
    }
    return { svg: `<g aria-hidden="true">${parts.join('')}</g>`, height: y + LINE - diagram.height };
}

function meaningOf(node: GraphNode, language: Language): string | undefined {
    switch (node.kind) {
        case 'task':
        case 'subprocess':
        case 'start':
            return undefined;
        case 'boundary': {
            const goesOn = language === 'nl' ? ' (wat loopt, gaat door)' : ' (what is going on continues)';
            return kindOf(node)[language] + (node.interrupting ? '' : goesOn);
        }
        default:
            return kindOf(node)[language];
    }
}

function symbolOf(node: GraphNode, box: Box): string {
    return node.kind === 'gateway'
        ? gatewayShape(node, box)
        : node.kind === 'task' || node.kind === 'subprocess'
          ? ''
          : eventShape(node, box);
}
