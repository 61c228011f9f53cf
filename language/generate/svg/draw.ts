import type { Diagram, Shape } from '../../diagram/geometry.js';
import { textWidth, wrap } from '../../diagram/metrics.js';
import { CAPTION, CAPTION_SIZES } from '../../diagram/sizes.js';
import type { Language } from '../../text/bilingual.js';
import type { Flow, GraphNode, TaskNode, WorkflowGraph } from '../../workflow/graph.js';
import { group, svg, type DrawingOptions } from './document.js';
import { arrow, num, rect, text, words } from './elements.js';
import { drawLegend } from './legend.js';
import { drawPhases } from './phases.js';
import { eventShape, frameShape, gatewayShape, taskShape, taskStyle } from './symbols.js';
import { described, kindOf, SAID } from './words.js';

export interface ProcessOptions extends DrawingOptions {
    /** what the parts of the process are called: its phases; empty for what stands in none */
    readonly parts: readonly string[];
    /** of nodes by their id, in which part they stand */
    readonly partOf: ReadonlyMap<string, number>;
    /** what is drawn over it, with what that means below the rest, from `top` */
    readonly over?: (diagram: Diagram, top: number) => { readonly svg: readonly string[]; readonly height: number };
}

/** Draws a process as SVG. Each shape carries the name of its element and where that stands in the text. */
export function drawProcess(graph: WorkflowGraph, diagram: Diagram, options: ProcessOptions): string {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const flows = new Map(graph.flows.map((f) => [f.id, f]));
    const phases = drawPhases(diagram, options.partOf, options.parts);
    const legend = drawLegend(graph, diagram, options.language, phases.height);
    const over = options.over?.(diagram, diagram.height + phases.height + legend.height) ?? { svg: [], height: 0 };
    const shapes = diagram.shapes.map((shape) => drawShape(shape, nodes.get(shape.node), graph, options));
    const edges = diagram.edges.map(({ flow, points, text: label }) => {
        const own = flows.get(flow);
        const content = arrow(points) + (label ? text(label, 'dr-soft') : '');
        return group(content, { id: flow, label: flowTitle(own, graph), at: own?.at, options });
    });
    const bands = diagram.bands.map(
        (band) => rect(band, 'dr-band') + rect(band.header, 'dr-head') + text(band.text, 'dr-text dr-bold'),
    );
    const body = [
        ...stripHeaders(graph, diagram, options),
        ...bands,
        ...edges,
        ...shapes,
        phases.svg,
        legend.svg,
        ...over.svg,
    ];
    return svg({
        title: graph.title,
        description: summary(graph, options.language),
        width: diagram.width,
        height: diagram.height + phases.height + legend.height + over.height,
        body,
        options,
    });
}

/** At the left of each strip, turned, the name of the interventie or of the part that the strip shows. */
function stripHeaders(
    { title }: WorkflowGraph,
    { strips, bands }: Diagram,
    { parts, language }: ProcessOptions,
): string[] {
    const width = bands[0]?.x ?? 0;
    const shown = strips.map(({ part, isApart }) =>
        isApart ? SAID.always[language] : (part === undefined ? undefined : parts[part]) || title,
    );
    return strips.map(({ x: left, y: top, height }, i) => {
        const [own, others] = [shown[i] ?? '', shown.filter((s) => s === shown[i]).length];
        const before = shown.slice(0, i + 1).filter((s) => s === own).length;
        const name = others > 1 ? `${own} (${String(before)})` : own;
        const [line = ''] = wrap(name, height - 16, 1, 13, true).lines;
        const [x, y] = [left + width / 2 + 4.5, top + height / 2];
        const turned = ` text-anchor="middle" transform="rotate(-90 ${num(x)} ${num(y)})"`;
        return (
            rect({ x: left, y: top, width, height }, 'dr-head') + words(line, { x, y }, 13, 'dr-text dr-bold', turned)
        );
    });
}

function drawShape(shape: Shape, node: GraphNode | undefined, graph: WorkflowGraph, options: ProcessOptions): string {
    if (!node) {
        return '';
    }
    const content = symbol(node, shape, options) + (shape.text ? text(shape.text, textStyle(node)) : '');
    const { id, element, at } = node;
    return group(content, {
        id,
        label: [
            described(node, options.language),
            ...(node.kind === 'boundary' ? factsAsked(node.label, graph) : []),
        ].join('; '),
        element,
        at,
        options,
    });
}

const textStyle = ({ kind }: GraphNode) =>
    kind === 'subprocess' ? 'dr-soft dr-bold' : kind === 'task' || kind === 'end' ? 'dr-text' : 'dr-soft';

function symbol(node: GraphNode, shape: Shape, options: ProcessOptions): string {
    switch (node.kind) {
        case 'task':
            return taskShape(node, shape) + tag(node, shape, options.language) + caption(node, shape);
        case 'gateway':
            return gatewayShape(node, shape);
        case 'subprocess':
            return frameShape(node, shape);
        default:
            return eventShape(node, shape);
    }
}

/** What a task is when it is no step, in small letters at its top. */
function tag(node: GraphNode & { kind: 'task' }, shape: Shape, language: Language): string {
    if (node.work === 'step') {
        return '';
    }
    const kind = kindOf(node)[language];
    const size = textWidth(kind, 10, true) > shape.width - 16 ? 9 : 10;
    const [x, y] = [shape.x + shape.width / 2, shape.y + 16];
    return words(kind, { x, y }, size, `${taskStyle(node).tag} dr-bold`, ' text-anchor="middle"');
}

/** When and with whom it is done, in small letters below its name. */
function caption(task: TaskNode, shape: Shape): string {
    const top = shape.text ? shape.text.y + shape.text.height : shape.y + shape.height / 3;
    return (task.said?.captions ?? [])
        .map((line, i) => {
            const room = shape.width - 12;
            const [usual, small] = CAPTION_SIZES;
            const size = textWidth(line, usual) > room ? small : usual;
            const [shown = ''] = wrap(line, room, 1, size).lines;
            const at = { x: shape.x + shape.width / 2, y: top + 10 + i * CAPTION };
            return words(shown, at, size, 'dr-soft', ' text-anchor="middle"');
        })
        .join('');
}

/** The facts that a label names, in whole sentences. */
function factsAsked(label: string, { variables }: WorkflowGraph): string[] {
    const named = new Set(label.replace(/“[^”]*”|‘[^’]*’/g, '').match(/[\p{L}\p{M}\p{N}_-]+/gu));
    return variables.flatMap((v) =>
        v.kind === 'fact' && v.label !== v.name && named.has(v.name) ? [`${v.name}: ${v.label}`] : [],
    );
}

/** A flow with the facts that it asks about in whole sentences. */
function flowTitle(flow: Flow | undefined, graph: WorkflowGraph): string {
    const label = flow?.label ?? '';
    return [label, ...factsAsked(label, graph)].filter((t) => t !== '').join('; ');
}

/** How much there is of what, for who does not see the drawing. */
function summary(graph: WorkflowGraph, language: Language): string {
    const count = (kind: (n: GraphNode) => boolean) => graph.nodes.filter(kind).length;
    const steps = count((n) => n.kind === 'task' && n.work === 'step');
    const lanes = graph.lanes.map((l) => l.title).filter((t) => t !== '');
    const ends = graph.nodes.flatMap((n) => (n.kind === 'end' && n.outcome && n.label !== '' ? [n.label] : []));
    const escalations = count((n) => n.kind === 'task' && n.work === 'escalation');
    const some = (n: number, one: string, more: string) => `${String(n)} ${n === 1 ? one : more}`;
    return language === 'nl'
        ? `Stroomschema met ${some(steps, 'stap', 'stappen')} en ${some(escalations, 'opschaling', 'opschalingen')}, van links naar rechts. Een baan voor elke rol: ${lanes.join(', ')}. Het kan eindigen met: ${ends.join('; ')}.`
        : `Flowchart of ${some(steps, 'step', 'steps')} and ${some(escalations, 'escalation', 'escalations')}, from left to right. A band for each role: ${lanes.join(', ')}. It can end with: ${ends.join('; ')}.`;
}
