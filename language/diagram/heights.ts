import type { RunZone } from './channels.js';
import type { Frame, Plan } from './plan.js';
import { zoneOf } from './routes.js';
import { EVENT, STRIP } from './sizes.js';

/** Between two tracks. */
export const TRACK = 12;
/** Between a border and what is next to it. */
const PAD = 12;
/** Between rows, where nothing runs. */
const BETWEEN = 36;
/** For the title of a frame. */
export const TITLE = 24;
/** A row has at least this much above and below its line. */
const HALF_ROW = 24;

/** Where rows, tracks and borders are, from the top of the drawing. */
export interface Heights {
    readonly row: readonly number[];
    readonly track: (channel: number, zone: number, track: number) => number;
    readonly frames: ReadonlyMap<Frame, { readonly top: number; readonly bottom: number }>;
    /** top of each band, and the bottom of the last */
    readonly bands: readonly number[];
}

/** @param lanes how many rows each lane has */
export function heightsOf(plan: Plan, zones: readonly RunZone[], lanes: readonly number[]): Heights {
    const rows = plan.root.bottom + 1;
    const firstOfLane = new Set(lanes.map((_, lane) => lanes.slice(0, lane).reduce((a, b) => a + b, 0)));
    const tracks = new Map(zones.map((z) => [`${String(z.channel)} ${String(z.zone)}`, z.tracks]));
    const starts = new Map<string, number>();
    const frames = new Map<Frame, { top: number; bottom: number }>(plan.frames.map((f) => [f, { top: 0, bottom: 0 }]));
    const extents = extentsOf(plan, rows);
    const row: number[] = [];
    const bands: number[] = [];
    let y = 0;
    const space = (channel: number, zone: number, least: number) => {
        const key = `${String(channel)} ${String(zone)}`;
        const count = tracks.get(key) ?? 0;
        const height = Math.max(least, count === 0 ? 0 : (count + 1) * TRACK);
        starts.set(key, y + (height - (count - 1) * TRACK) / 2);
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
            space(channel, zone, PAD);
            y += hasEvents ? EVENT / 2 : 0;
            for (const frame of ending) {
                (frames.get(frame) ?? { bottom: 0 }).bottom = y;
            }
            y += hasEvents ? STRIP : 0;
        }
        const isBorder = channel < rows && firstOfLane.has(channel);
        if (isBorder) {
            y += channel > 0 ? PAD : 0;
            bands.push(y);
        }
        space(channel, 0, isBorder || channel === rows ? 24 : BETWEEN);
        const last = Math.max(0, ...borders.map((b) => b.zone));
        for (let zone = 1; zone <= last; zone++) {
            for (const { frame } of borders.filter((b) => b.zone === zone)) {
                (frames.get(frame) ?? { top: 0 }).top = y;
            }
            y += TITLE;
            space(channel, zone, 4);
        }
        const extent = extents[channel];
        if (extent) {
            row.push(y + extent.above);
            y += extent.above + extent.below;
        }
    }
    bands.push(y);
    const track = (channel: number, zone: number, index: number) =>
        (starts.get(`${String(channel)} ${String(zone)}`) ?? 0) + index * TRACK;
    return { row, track, frames, bands };
}

export function eventsOn(frame: Frame, plan: Plan): number {
    return plan.items.find((i) => i.frame === frame)?.events.length ?? 0;
}

function extentsOf(plan: Plan, rows: number): { above: number; below: number }[] {
    const result = Array.from({ length: rows }, () => ({ above: HALF_ROW, below: HALF_ROW }));
    for (const item of plan.items) {
        const own = result[item.row];
        if (own && !item.frame) {
            own.above = Math.max(own.above, item.extent.above);
            own.below = Math.max(own.below, item.extent.below);
        }
    }
    return result;
}
