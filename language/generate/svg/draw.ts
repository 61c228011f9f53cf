import type { Diagram, Shape } from '../../diagram/geometry.js';
import { textWidth, wrap } from '../../diagram/metrics.js';
import type { Place } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import type { Flow, GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { arrow, escapeXml, num, path, rect, text, words } from './elements.js';
import { drawLegend } from './legend.js';
import { LIGHT_STYLE, STYLE_OF_DRAWINGS } from './style.js';
import { eventShape, gatewayShape, taskShape, taskStyle } from './symbols.js';
import { described, kindOf } from './words.js';

export interface DrawingOptions {
    readonly language: Language;
    /** how a place is written: a path relative to where the tool runs */
    readonly pathOf: (fileUri: string) => string;
    /** mark the drawing as made despite errors */
    readonly forced: boolean;
    /** begins each id in it, so that two drawings may stand on one page */
    readonly prefix: string;
    /** `both`: light and dark, by what the reader prefers; `none`: on a page that has the style of drawings */
    readonly style: 'both' | 'light' | 'none';
}

const MARGIN = 16;

/** Draws a process as SVG. Each shape carries the name of its element and where that stands in the text. */
export function drawProcess(graph: WorkflowGraph, diagram: Diagram, options: DrawingOptions): string {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const flows = new Map(graph.flows.map((f) => [f.id, f]));
    const legend = drawLegend(graph, diagram, options.language);
    const shapes = diagram.shapes.map((shape) => drawShape(shape, nodes.get(shape.node), graph, options));
    const edges = diagram.edges.map(({ flow, points, text: label }) => {
        const own = flows.get(flow);
        const content = arrow(points) + defaultMark(own, points) + (label ? text(label, 'dr-soft') : '');
        return group(content, { id: flow, label: own?.label ?? '', at: own?.at, options });
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

/** A whole SVG document around a drawing, with margins, title, description and style. */
export function svg(drawing: {
    readonly title: string;
    readonly description: string;
    readonly width: number;
    readonly height: number;
    readonly body: readonly string[];
    readonly options: DrawingOptions;
}): string {
    const { title, description, options, body } = drawing;
    const { prefix, language, style } = options;
    const notice = options.forced ? FORCED[language] : '';
    const top = MARGIN + (notice === '' ? 0 : 24);
    const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + MARGIN + top];
    const css = style === 'both' ? STYLE_OF_DRAWINGS : style === 'light' ? LIGHT_STYLE : '';
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="${num(-MARGIN)} ${num(-top)} ${num(width)} ${num(height)}" lang="${language}" role="graphics-document document" aria-labelledby="${prefix}title ${prefix}desc">`,
        `<title id="${prefix}title">${escapeXml(title)}</title>`,
        `<desc id="${prefix}desc">${escapeXml(notice === '' ? description : `${notice} ${description}`)}</desc>`,
        ...(css === '' ? [] : [`<style>${css}</style>`]),
        rect({ x: -MARGIN, y: -top, width, height }, 'dr-paper'),
        ...(notice === '' ? [] : [words(notice, { x: 0, y: -MARGIN }, 13, 'dr-tag-escalation dr-bold')]),
        ...body,
        '</svg>',
        '',
    ].join('\n');
}

const FORCED = {
    nl: 'Concept: gemaakt terwijl het draaiboek nog fouten bevat.',
    en: 'Draft: made while the protocol still has errors.',
};

function poolHeader({ title }: WorkflowGraph, { pool, bands }: Diagram): string {
    const left = bands[0]?.x ?? 0;
    const strip = { x: pool.x, y: pool.y, width: left - pool.x, height: pool.height };
    const [line = ''] = wrap(title, pool.height - 16, 1, 13, true).lines;
    const [x, y] = [left / 2 + 4.5, pool.height / 2];
    const turned = ` text-anchor="middle" transform="rotate(-90 ${num(x)} ${num(y)})"`;
    return rect(strip, 'dr-head') + words(line, { x, y }, 13, 'dr-text dr-bold', turned);
}

interface Marked {
    readonly id: string;
    readonly label: string;
    readonly element?: string | undefined;
    readonly at: Place | undefined;
    readonly options: DrawingOptions;
}

/** What belongs together, with where it comes from. */
function group(content: string, { id, label, element, at, options }: Marked): string {
    const where = at
        ? ` data-file="${escapeXml(options.pathOf(at.file))}" data-line="${String(at.range.start.line + 1)}" data-column="${String(at.range.start.character + 1)}"`
        : '';
    const what = element === undefined ? '' : ` data-element="${escapeXml(element)}"`;
    const role = label === '' ? '' : ' role="graphics-symbol img"';
    const title = label === '' ? '' : `<title>${escapeXml(label)}</title>`;
    return `<g id="${options.prefix}${escapeXml(id)}"${what}${where}${role}>${title}${content}</g>`;
}

function drawShape(shape: Shape, node: GraphNode | undefined, graph: WorkflowGraph, options: DrawingOptions): string {
    if (!node) {
        return '';
    }
    const content = symbol(node, shape, options.language) + (shape.text ? text(shape.text, textStyle(node)) : '');
    const { id, element, at } = node;
    return group(content, { id, label: described(node, graph, options.language), element, at, options });
}

const textStyle = ({ kind }: GraphNode) =>
    kind === 'subprocess' ? 'dr-soft dr-bold' : kind === 'task' || kind === 'end' ? 'dr-text' : 'dr-soft';

function symbol(node: GraphNode, shape: Shape, language: Language): string {
    switch (node.kind) {
        case 'task':
            return taskShape(node, shape) + tag(node, shape, language);
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

/** A stroke through the beginning of the flow that is taken when no other is, as in BPMN. */
function defaultMark(flow: Flow | undefined, points: readonly { x: number; y: number }[]): string {
    const [first, second] = points;
    if (!flow?.otherwise || !first || !second) {
        return '';
    }
    const along = Math.sign(second.x - first.x);
    return path(`M${num(first.x + along * 6)} ${num(first.y + 5)}l${num(along * 4)} -10`, 'dr-flow');
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
