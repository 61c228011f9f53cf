import type { GraphNode, TaskNode } from '../workflow/graph.js';
import type { Box, TextBox } from './geometry.js';
import { LINE, textWidth, wrap } from './metrics.js';

/**
 * How large things are. No size depends on the words of a label, only on what there is: so a new title moves nothing.
 * A text that is too long for its place is set smaller, and then cut.
 */

/** Room for something around the line of its row: to the left and right, above and below. */
export interface Extent {
    readonly width: number;
    readonly above: number;
    readonly below: number;
}

export const TASK = { width: 164, height: 84 };
export const GATEWAY = 44;
export const EVENT = 34;
/** Between the borders of a shape and the text in it. */
const PADDING = 8;
const GAP = 5;
export const SMALL = 11;
const NORMAL = 13;
/** At the top of a task that is no step, for what it is instead. */
export const TAG = 14;
/** Below the name of a task, for how long it takes, and for with whom it is done. */
export const CAPTION = 12;
export const CAPTION_WIDTH = TASK.width - 12;
/** Set smaller where that makes it fit. */
export const CAPTION_SIZES = [10, 9] as const;
/** The label below a gateway or an event. */
const BELOW = { width: 124, lines: 4 };
/** The label at the right of an end. */
const BESIDE = { width: 136, lines: 6 };
/** The label above the line of a flow, in a cell of its own. */
const FLOW = { width: 118, lines: 3 };
/** Each event on a border has a slot, with its label at the right of the line that leaves it. */
export const SLOT = { width: 122, lines: 5 };
/** Below the border on which events stand: half of them, and their labels. */
export const STRIP = Math.ceil(EVENT / 2 + GAP + SLOT.lines * SMALL * LINE);

const textHeight = (lines: number, size: number) => Math.ceil(lines * size * LINE);

/** How many lines are below the name of a task. */
export function captionsOf(task: TaskNode): number {
    return task.said?.captions.length ?? 0;
}

/** Whether a line below the name of a task fits, be it set smaller. */
export const fitsCaption = (line: string) => textWidth(line, CAPTION_SIZES[1]) <= CAPTION_WIDTH;

/** The room for a node, with so many events on its border. */
export function extentOf(node: GraphNode, events: number): Extent {
    switch (node.kind) {
        case 'task':
        case 'subprocess': {
            const half = TASK.height / 2;
            return {
                width: Math.max(TASK.width, events * SLOT.width + PADDING * 2),
                above: half,
                below: half + (events > 0 ? STRIP : 0),
            };
        }
        case 'end': {
            const hasLabel = node.label !== '';
            const half = hasLabel ? Math.ceil(Math.max(EVENT, textHeight(BESIDE.lines, SMALL)) / 2) : EVENT / 2;
            return { width: hasLabel ? EVENT + GAP + BESIDE.width : EVENT, above: half, below: half };
        }
        default: {
            const size = node.kind === 'gateway' ? GATEWAY : EVENT;
            const label = node.label === '' ? 0 : GAP + textHeight(BELOW.lines, SMALL);
            return {
                width: node.label === '' ? size : BELOW.width,
                above: size / 2,
                below: size / 2 + label,
            };
        }
    }
}

/** The room for the label of a flow, which stands above its line. */
export const FLOW_EXTENT: Extent = { width: FLOW.width, above: textHeight(FLOW.lines, SMALL) + 4, below: 4 };

/** The box of a node whose room is centred on a point. */
export function boxOf(node: GraphNode, extent: Extent, x: number, y: number): Box {
    switch (node.kind) {
        case 'task':
        case 'subprocess':
            return { x: x - extent.width / 2, y: y - TASK.height / 2, width: extent.width, height: TASK.height };
        case 'end':
            return { x: x - extent.width / 2, y: y - EVENT / 2, width: EVENT, height: EVENT };
        default: {
            const size = node.kind === 'gateway' ? GATEWAY : EVENT;
            return { x: x - size / 2, y: y - size / 2, width: size, height: size };
        }
    }
}

/** The text of a node, in or beside its box; undefined without a label. */
export function nodeText(node: GraphNode, box: Box, events: number): TextBox | undefined {
    if (node.label === '') {
        return undefined;
    }
    const middle = box.x + box.width / 2;
    switch (node.kind) {
        case 'task':
        case 'subprocess': {
            const tag = node.kind === 'task' && node.work !== 'step' ? TAG : 0;
            const caption = node.kind === 'task' ? captionsOf(node) * CAPTION : 0;
            const below = caption + (events > 0 ? EVENT / 2 - 4 : 0);
            const room = { ...box, y: box.y + 6 + tag, height: box.height - 12 - tag - below };
            return inside(node.label, room);
        }
        case 'end': {
            const { lines, isCut, size } = beside(node.label, BESIDE);
            const top = box.y + box.height / 2 - textHeight(lines.length, size) / 2;
            return textBox(lines, isCut, size, 'left', box.x + box.width + GAP, top);
        }
        default: {
            const { lines, isCut, size } = beside(node.label, BELOW);
            return textBox(lines, isCut, size, 'middle', middle, box.y + box.height + GAP);
        }
    }
}

/** A label outside a shape: smaller where it is cut otherwise, in the room of as many small lines as it may have. */
function beside(label: string, room: { readonly width: number; readonly lines: number }) {
    const height = textHeight(room.lines, SMALL);
    const tried = [SMALL, 10, 9].map((size) => ({
        size,
        ...wrap(label, room.width, Math.floor(height / (size * LINE)), size),
    }));
    // one that is cut all the same is cut where it is easiest to read
    return tried.find((t) => !t.isCut) ?? (tried[0] as (typeof tried)[0]);
}

function inside(label: string, room: Box): TextBox {
    const width = room.width - 2 * PADDING;
    const sizes = [NORMAL, 12, SMALL, 10];
    const tried = sizes.map((size) => ({ size, ...wrap(label, width, Math.floor(room.height / (size * LINE)), size) }));
    const { size, lines, isCut } = tried.find((t) => !t.isCut) ?? tried[2] ?? { size: SMALL, lines: [], isCut: false };
    const top = room.y + (room.height - textHeight(lines.length, size)) / 2;
    return textBox(lines, isCut, size, 'middle', room.x + room.width / 2, top);
}

/** The label of a flow, whose room begins at `left` and which runs at height `y`. */
export function flowText(label: string, left: number, y: number): TextBox {
    const { lines, isCut, size } = beside(label, FLOW);
    return textBox(lines, isCut, size, 'left', left, y - 4 - textHeight(lines.length, size));
}

/** The label of an event on a border, at the right of the line that leaves it downwards. */
export function boundaryText(label: string, event: Box, slot: number): TextBox | undefined {
    if (label === '') {
        return undefined;
    }
    const left = event.x + event.width / 2 + GAP;
    const { lines, isCut, size } = beside(label, { width: slot - EVENT / 2 - 2 * GAP, lines: SLOT.lines });
    return textBox(lines, isCut, size, 'left', left, event.y + event.height + 2);
}

/** One line at the top of a frame, or several in a header: as many as there is room for. */
export function titleText(label: string, room: Box, size: number, align: 'left' | 'middle'): TextBox | undefined {
    const tried = [size, size - 1, size - 2].map((s) => ({
        ...wrap(label, room.width, Math.max(1, Math.floor(room.height / (s * LINE))), s, true),
        size: s,
    }));
    // smaller where that keeps words whole
    const {
        lines,
        isCut,
        size: own,
    } = tried.find((t) => !t.isCut && !t.isBroken) ?? tried[1] ?? (tried[0] as (typeof tried)[0]);
    const top = room.y + (room.height - textHeight(lines.length, own)) / 2;
    return lines.length === 0
        ? undefined
        : textBox(lines, isCut, own, align, align === 'left' ? room.x : room.x + room.width / 2, top, true);
}

function textBox(
    lines: readonly string[],
    isCut: boolean,
    size: number,
    align: TextBox['align'],
    x: number,
    y: number,
    bold = false,
): TextBox {
    const width = Math.ceil(Math.max(...lines.map((line) => textWidth(line, size, bold))));
    return {
        x: align === 'left' ? x : x - width / 2,
        y,
        width,
        height: textHeight(lines.length, size),
        lines,
        size,
        align,
        isCut,
    };
}
