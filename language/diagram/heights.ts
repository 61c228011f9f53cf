import type { RunZone } from './channels.js';
import type { Frame, Plan } from './plan.js';
import { zoneOf } from './routes.js';
import type { LaneRows } from './rows.js';
import { EVENT, STRIP } from './sizes.js';

/** Between two tracks. */
export const TRACK = 12;
/** Between a border and what is next to it. */
const PAD = 12;
/** Within a border of a frame, where flows run. */
const WITHIN = 20;
/** Between rows. */
const BETWEEN = 32;
/** Above the first row of a band, and below the last one. */
const EDGE = 24;
/**
 * Where many tracks are in a channel they are this near to each other; only where still more are there is more room for
 * them. So what runs in a channel moves nothing.
 */
const CLOSEST = 4;
/** Between strips. */
const STRIPS = 28;
/** For the title of a frame. */
export const TITLE = 24;
/** A row has at least this much above and below its line. */
const HALF_ROW = 12;

/** Where rows, tracks and borders are, from the top of the drawing. */
export interface Heights {
    readonly row: readonly number[];
    readonly track: (channel: number, zone: number, track: number) => number;
    readonly frames: ReadonlyMap<Frame, { readonly top: number; readonly bottom: number }>;
    /** of each lane in each strip */
    readonly bands: readonly { readonly top: number; readonly bottom: number }[];
}

/** @param lanes the rows of each lane, in each strip, from top to bottom */
export function heightsOf(plan: Plan, zones: readonly RunZone[], lanes: readonly LaneRows[]): Heights {
    const rows = plan.root.bottom + 1;
    const firstOfLane = new Set(lanes.map((l) => l.first));
    const firstOfStrip = new Set(plan.strips.map((s) => s.top));
    const behindStrip = new Set(plan.strips.map((s) => s.bottom + 1));
    const tracks = new Map(zones.map((z) => [`${String(z.channel)} ${String(z.zone)}`, z.tracks]));
    const gaps = new Set(plan.strips.slice(1).map((s) => s.top - 1));
    const starts = new Map<string, { top: number; step: number }>();
    const frames = new Map<Frame, { top: number; bottom: number }>(plan.frames.map((f) => [f, { top: 0, bottom: 0 }]));
    const extents = extentsOf(plan, rows);
    const row: number[] = [];
    const tops: number[] = [];
    const bottoms: number[] = [];
    let y = 0;
    const space = (channel: number, zone: number, least: number) => {
        const key = `${String(channel)} ${String(zone)}`;
        const count = tracks.get(key) ?? 0;
        const isGap = zone === 0 && gaps.has(channel);
        const height = Math.max(least, (count + 1) * (isGap ? TRACK : CLOSEST));
        const step = Math.min(TRACK, height / (count + 1));
        starts.set(key, { top: y + (height - (count - 1) * step) / 2, step });
        y += height;
    };
    const bordersAt = Map.groupBy(
        plan.frames.flatMap((frame) => [
            { frame, channel: frame.top, zone: zoneOf(frame, frame.top, 'rows') },
            { frame, channel: frame.bottom + 1, zone: zoneOf(frame, frame.bottom + 1, 'rows') },
        ]),
        (b) => b.channel,
    );
    for (let channel = 0; channel <= rows; channel++) {
        const borders = bordersAt.get(channel) ?? [];
        const deepest = Math.min(0, ...borders.map((b) => b.zone));
        for (let zone = deepest; zone < 0; zone++) {
            const ending = borders.filter((b) => b.zone === zone).map((b) => b.frame);
            const hasEvents = ending.some((f) => eventsOn(f, plan) > 0);
            space(channel, zone, WITHIN);
            y += hasEvents ? EVENT / 2 : 0;
            for (const frame of ending) {
                (frames.get(frame) ?? { bottom: 0 }).bottom = y;
            }
            y += hasEvents ? STRIP : 0;
        }
        const isBorder = channel < rows && firstOfLane.has(channel);
        if (isBorder) {
            if (!firstOfStrip.has(channel)) {
                y += PAD;
                bottoms.push(y);
            }
            tops.push(y);
        }
        space(channel, 0, isBorder || behindStrip.has(channel) ? EDGE : gaps.has(channel) ? STRIPS : BETWEEN);
        if (behindStrip.has(channel)) {
            bottoms.push(y);
        }
        const last = Math.max(0, ...borders.map((b) => b.zone));
        for (let zone = 1; zone <= last; zone++) {
            for (const { frame } of borders.filter((b) => b.zone === zone)) {
                (frames.get(frame) ?? { top: 0 }).top = y;
            }
            y += TITLE;
            space(channel, zone, WITHIN);
        }
        const extent = extents[channel];
        if (extent) {
            row.push(y + extent.above);
            y += extent.above + extent.below;
        }
    }
    const bands = tops.map((top, i) => ({ top, bottom: bottoms[i] ?? y }));
    const track = (channel: number, zone: number, index: number) => {
        const { top, step } = starts.get(`${String(channel)} ${String(zone)}`) ?? { top: 0, step: 0 };
        return top + index * step;
    };
    return { row, track, frames, bands };
}

export function eventsOn(frame: Frame, plan: Plan): number {
    return plan.items.find((i) => i.frame === frame)?.events.length ?? 0;
}

function extentsOf(plan: Plan, rows: number): { above: number; below: number }[] {
    const result = Array.from({ length: rows }, () => ({ above: 0, below: 0 }));
    for (const { top, bottom } of plan.strips) {
        result.fill({ above: HALF_ROW, below: HALF_ROW }, top, bottom + 1);
    }
    for (const item of plan.items) {
        const own = result[item.row];
        if (own && !item.frame) {
            const { above, below } = item.extent;
            result[item.row] = { above: Math.max(own.above, above), below: Math.max(own.below, below) };
        }
    }
    return result;
}
