import type { StripOf } from './fold.js';

/**
 * What a drawing of a workflow graph looks like: plain geometry in pixels, with y downwards, as SVG and the diagrams of
 * BPMN both have it. Made in one place (layout.ts: `layOut(graph)`); drawings and workflow outputs read it and compute no
 * place of their own.
 */
export interface Diagram {
    readonly width: number;
    readonly height: number;
    /** around all bands; a pool of BPMN */
    readonly pool: Box;
    /** from top to bottom; one, unless the drawing is folded */
    readonly strips: readonly Strip[];
    /** one for each lane of the graph, from top to bottom; of a folded drawing for each of a strip */
    readonly bands: readonly Band[];
    /** one for each node of the graph, a frame before what stands in it */
    readonly shapes: readonly Shape[];
    /** one for each flow of the graph */
    readonly edges: readonly Edge[];
}

export interface Point {
    readonly x: number;
    readonly y: number;
}

export interface Box extends Point {
    readonly width: number;
    readonly height: number;
}

/** Lines of text in a box that holds them. */
export interface TextBox extends Box {
    readonly lines: readonly string[];
    /** height of the letters */
    readonly size: number;
    readonly align: 'left' | 'middle';
    /** whether words were left out; then a drawing gives the whole text some other way */
    readonly isCut: boolean;
}

/** A line of a folded drawing: what is right of one goes on at the left of the next. */
export interface Strip extends Box, StripOf {}

/** The band of a lane; `header` is the strip at its left in which its title stands. */
export interface Band extends Box {
    /** index in the lanes of the graph */
    readonly lane: number;
    readonly header: Box;
    readonly text: TextBox;
}

/** The place of a node: a box for a task, a frame for a subprocess, the box around a circle or a diamond. */
export interface Shape extends Box {
    /** id of the node */
    readonly node: string;
    /** in the shape for a task, at the top of a frame, beside an event or a gateway; undefined without a label */
    readonly text?: TextBox;
}

/** The course of a flow. */
export interface Edge {
    /** id of the flow */
    readonly flow: string;
    /** from the border of one shape to that of the other; each next one straight above, below or beside the one before */
    readonly points: readonly Point[];
    readonly text?: TextBox;
}
