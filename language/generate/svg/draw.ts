import type { Diagram, Shape } from '../../diagram/geometry.js';
import { textWidth, wrap } from '../../diagram/metrics.js';
import { CAPTION, othersIn } from '../../diagram/sizes.js';
import type { Language } from '../../text/bilingual.js';
import type { Flow, GraphNode, TaskNode, WorkflowGraph } from '../../workflow/graph.js';
import { valueText } from '../wording.js';
import { group, svg, type DrawingOptions } from './document.js';
import { arrow, num, rect, text, words } from './elements.js';
import { drawLegend } from './legend.js';
import { eventShape, gatewayShape, taskShape, taskStyle } from './symbols.js';
import { described, kindOf, WORDS } from './words.js';

export interface ProcessOptions extends DrawingOptions {
    /** what a role is called */
    readonly titleOf: (role: string) => string;
}

/** Draws a process as SVG. Each shape carries the name of its element and where that stands in the text. */
export function drawProcess(graph: WorkflowGraph, diagram: Diagram, options: ProcessOptions): string {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const flows = new Map(graph.flows.map((f) => [f.id, f]));
    const legend = drawLegend(graph, diagram, options.language);
    const shapes = diagram.shapes.map((shape) => drawShape(shape, nodes.get(shape.node), graph, options));
    const edges = diagram.edges.map(({ flow, points, text: label }) => {
        const own = flows.get(flow);
        const content = arrow(points) + (label ? text(label, 'dr-soft') : '');
        return group(content, { id: flow, label: flowTitle(own, graph), at: own?.at, options });
    });
    const bands = diagram.bands.map(
        (band) => rect(band, 'dr-band') + rect(band.header, 'dr-head') + text(band.text, 'dr-text dr-bold'),
    );
    const body = [poolHeader(graph, diagram), ...bands, ...edges, ...shapes, legend.svg];
    return svg({
        title: graph.title,
        description: summary(graph, options.language),
        width: diagram.width,
        height: diagram.height + legend.height,
        body,
        options,
    });
}

function poolHeader({ title }: WorkflowGraph, { pool, bands }: Diagram): string {
    const left = bands[0]?.x ?? 0;
    const strip = { x: pool.x, y: pool.y, width: left - pool.x, height: pool.height };
    const [line = ''] = wrap(title, pool.height - 16, 1, 13, true).lines;
    const [x, y] = [left / 2 + 4.5, pool.height / 2];
    const turned = ` text-anchor="middle" transform="rotate(-90 ${num(x)} ${num(y)})"`;
    return rect(strip, 'dr-head') + words(line, { x, y }, 13, 'dr-text dr-bold', turned);
}

function drawShape(shape: Shape, node: GraphNode | undefined, graph: WorkflowGraph, options: ProcessOptions): string {
    if (!node) {
        return '';
    }
    const content = symbol(node, shape, options) + (shape.text ? text(shape.text, textStyle(node)) : '');
    const { id, element, at } = node;
    return group(content, {
        id,
        label: described(node, graph, options.language, options.titleOf),
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
            return taskShape(node, shape) + tag(node, shape, options.language) + caption(node, shape, options);
        case 'gateway':
            return gatewayShape(node, shape);
        case 'subprocess':
            return rect(shape, node.byEvent ? 'dr-frame dr-always' : 'dr-frame', 10);
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

/** How long it takes and with whom it is done, in small letters below its name. */
function caption(task: TaskNode, shape: Shape, { language, titleOf }: ProcessOptions): string {
    const others = othersIn(task);
    const whom = others.length > 0 ? [`${WORDS.with[language]} ${others.map(titleOf).join(', ')}`] : [];
    const top = shape.text ? shape.text.y + shape.text.height : shape.y + shape.height / 3;
    return [...(task.due ? [valueText(task.due, language)] : []), ...whom]
        .map((line, i) => {
            const [shown = ''] = wrap(line, shape.width - 12, 1, 10).lines;
            const at = { x: shape.x + shape.width / 2, y: top + 10 + i * CAPTION };
            return words(shown, at, 10, 'dr-soft', ' text-anchor="middle"');
        })
        .join('');
}

/** A flow with the facts that it asks about in whole sentences. */
function flowTitle(flow: Flow | undefined, graph: WorkflowGraph): string {
    const label = flow?.label ?? '';
    const asked = graph.variables.filter((v) => v.kind === 'fact' && v.label !== v.name && label.includes(v.name));
    return [label, ...asked.map((v) => `${v.name}: ${v.label}`)].filter((t) => t !== '').join('; ');
}

/** How much there is of what, for who does not see the drawing. */
function summary(graph: WorkflowGraph, language: Language): string {
    const count = (kind: (n: GraphNode) => boolean) => graph.nodes.filter(kind).length;
    const steps = count((n) => n.kind === 'task' && n.work === 'step');
    const lanes = graph.lanes.map((l) => l.title).filter((t) => t !== '');
    const ends = graph.nodes.flatMap((n) => (n.kind === 'end' && n.outcome && n.label !== '' ? [n.label] : []));
    const escalations = count((n) => n.kind === 'task' && n.work === 'escalation');
    return language === 'nl'
        ? `Stroomschema met ${String(steps)} stappen en ${String(escalations)} opschalingen, van links naar rechts. Een baan voor elke rol: ${lanes.join(', ')}. Het kan eindigen met: ${ends.join('; ')}.`
        : `Flowchart of ${String(steps)} steps and ${String(escalations)} escalations, from left to right. A band for each role: ${lanes.join(', ')}. It can end with: ${ends.join('; ')}.`;
}
