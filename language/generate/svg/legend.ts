import type { Diagram } from '../../diagram/geometry.js';
import { textWidth } from '../../diagram/metrics.js';
import { EVENT, GATEWAY } from '../../diagram/sizes.js';
import type { Language } from '../../text/bilingual.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { num, words } from './elements.js';
import { eventShape, gatewayShape } from './symbols.js';
import { kindOf } from './words.js';

const SIZE = 26;
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
        parts.push(symbolOf(node, x, y), words(meaning, { x: x + SIZE + 7, y: y + SIZE / 2 + 4 }, 11, 'dr-soft'));
        x += width;
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

/** As in the drawing, only smaller. */
function symbolOf(node: GraphNode, x: number, y: number): string {
    if (node.kind === 'task' || node.kind === 'subprocess') {
        return '';
    }
    const size = node.kind === 'gateway' ? GATEWAY : EVENT;
    const box = { x: 0, y: 0, width: size, height: size };
    const symbol = node.kind === 'gateway' ? gatewayShape(node, box) : eventShape(node, box);
    return `<g transform="translate(${num(x)} ${num(y)}) scale(${String(Math.round((100 * SIZE) / size) / 100)})">${symbol}</g>`;
}
