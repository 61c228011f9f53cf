import type { Heights } from './heights.js';
import { eventsOn, TRACK } from './heights.js';
import type { Run } from './channels.js';
import type { Frame, Plan } from './plan.js';
import { GUTTER, zoneOf, type Route } from './routes.js';
import { SLOT } from './sizes.js';
import type { Before, Trunk } from './trunks.js';

/** Between columns, where at most one trunk is. */
const BETWEEN = 32;
/** Between a border or the edge of the drawing and what is next to it. */
const PAD = 18;
/** Left of the first trunk, and right of the last, where arrows have their heads. */
const BEFORE = 12;
const BEHIND = 20;

/** Where columns, trunks and borders are, from the left of the drawing. */
export interface Widths {
    /** the middle of each column */
    readonly column: readonly number[];
    readonly trunk: ReadonlyMap<Trunk, number>;
    readonly frames: ReadonlyMap<Frame, { readonly left: number; readonly right: number }>;
    readonly right: number;
}

/** @param left where the first channel begins */
export function widthsOf(
    plan: Plan,
    columns: number,
    trunks: readonly Trunk[],
    tracks: ReadonlyMap<Trunk, number>,
    left: number,
): Widths {
    const widths = columnWidths(plan, columns);
    const byZone = Map.groupBy(trunks, (t) => `${String(t.column)} ${String(t.zone)}`);
    const frames = new Map<Frame, { left: number; right: number }>(plan.frames.map((f) => [f, { left: 0, right: 0 }]));
    const trunk = new Map<Trunk, number>();
    const column: number[] = [];
    let x = left;
    let right = left;
    let strip = 0;
    const isFolded = plan.strips.length > 1;
    const space = (channel: number, zone: number, least: number) => {
        const own = byZone.get(`${String(channel)} ${String(zone)}`) ?? [];
        const count = own.length === 0 ? 0 : Math.max(...own.map((t) => tracks.get(t) ?? 0)) + 1;
        const needed = count === 0 ? 0 : BEFORE + (count - 1) * TRACK + BEHIND + (isFolded ? TRACK : 0);
        const width = Math.max(least, needed);
        const middle = x + BEFORE + (width - needed) / 2;
        const first = isFolded ? onGrid(middle, strip) : middle;
        own.forEach((t) => trunk.set(t, first + (tracks.get(t) ?? 0) * TRACK));
        x += width;
    };
    const bordersAt = Map.groupBy(
        plan.frames.flatMap((frame) => [
            { frame, channel: frame.left - 1, zone: zoneOf(frame, frame.left - 1, 'columns') },
            { frame, channel: frame.right, zone: zoneOf(frame, frame.right, 'columns') },
        ]),
        (b) => b.channel,
    );
    space(GUTTER, 0, 0);
    const begin = x;
    const lastOfStrip = lastColumns(plan);
    for (let channel = -1; channel < columns; channel++) {
        if (lastOfStrip.has(channel - 1)) {
            x = begin;
            strip++;
        }
        const borders = bordersAt.get(channel) ?? [];
        const deepest = Math.min(0, ...borders.map((b) => b.zone));
        for (let zone = deepest; zone < 0; zone++) {
            space(channel, zone, PAD);
            for (const { frame } of borders.filter((b) => b.zone === zone)) {
                (frames.get(frame) ?? { right: 0 }).right = x;
            }
        }
        const isEdge = channel < 0 || lastOfStrip.has(channel) || lastOfStrip.has(channel - 1);
        space(channel, 0, isEdge || borders.length > 0 ? PAD : BETWEEN);
        right = Math.max(right, x);
        const last = Math.max(0, ...borders.map((b) => b.zone));
        for (let zone = 1; zone <= last; zone++) {
            for (const { frame } of borders.filter((b) => b.zone === zone)) {
                (frames.get(frame) ?? { left: 0 }).left = x;
            }
            space(channel, zone, PAD);
        }
        const width = widths[channel + 1];
        if (width !== undefined) {
            column.push(x + width / 2);
            x += width;
        }
    }
    return { column, trunk, frames, right };
}

/** Tracks of a strip are never right above or below those of the next, since between the strips both may go on. */
const onGrid = (x: number, strip: number) => {
    const shift = strip % 2 === 0 ? 0 : TRACK / 2;
    return Math.ceil((x - shift) / TRACK) * TRACK + shift;
};

/** The last column of each strip. */
function lastColumns({ root }: Plan): ReadonlySet<number> {
    const last = new Map<number, number>();
    for (const { strip, column, frame } of root.items) {
        last.set(strip, Math.max(last.get(strip) ?? 0, frame ? frame.right : column));
    }
    return new Set(last.values());
}

function columnWidths(plan: Plan, columns: number): number[] {
    const result = Array.from({ length: columns }, () => 0);
    for (const { frame, column, extent } of plan.items) {
        if (!frame) {
            result[column] = Math.max(result[column] ?? 0, extent.width);
        }
    }
    for (const frame of plan.frames) {
        const own = result.slice(frame.left, frame.right + 1).reduce((a, b) => a + b + PAD, 0);
        const needed = eventsOn(frame, plan) * SLOT.width + 2 * PAD;
        result[frame.right] = (result[frame.right] ?? 0) + Math.max(0, needed - own);
    }
    return result;
}

/** How a trunk meets what is horizontal: from where to where it goes, and at which heights something is left or right of it. */
interface Reach {
    readonly trunk: Trunk;
    readonly top: number;
    readonly bottom: number;
    readonly left: readonly number[];
    readonly right: readonly number[];
}

/** Trunks of one zone that come nearer than this would seem to be one. */
const APART = 6;

/** Gives each trunk a track from the left, so that none runs over another and few cross what is horizontal. */
export function trunkTracks(
    trunks: readonly Trunk[],
    before: Before,
    heights: Heights,
    runs: RunIndex,
): ReadonlyMap<Trunk, number> {
    const tracks = new Map<Trunk, number>();
    const zones = Map.groupBy(trunks, (t) => `${String(t.column)} ${String(t.zone)}`);
    for (const zone of zones.values()) {
        const order = arrange(
            zone.map((t) => reachOf(t, heights, runs)),
            before,
        );
        order.forEach((own, index) => {
            const hit = order
                .slice(0, index)
                .filter((o) => o.top <= own.bottom + APART && own.top <= o.bottom + APART)
                .map((o) => tracks.get(o.trunk) ?? 0);
            tracks.set(own.trunk, Math.max(-1, ...hit) + 1);
        });
    }
    return tracks;
}

export type RunIndex = (route: Route, level: number) => Run | undefined;

/** The height of a level of a route. */
export function levelHeight(route: Route, level: number, heights: Heights, runs: RunIndex): number {
    const own = route.levels[level];
    if (own?.kind === 'row') {
        return heights.row[own.at] ?? 0;
    }
    const run = runs(route, level);
    return run ? heights.track(run.channel, run.zone, run.track) : 0;
}

function reachOf(trunk: Trunk, heights: Heights, runs: RunIndex): Reach {
    const [left, right]: [number[], number[]] = [[], []];
    for (const part of trunk.parts) {
        const { turns, link } = part.route;
        const from = turns[part.turn - 1];
        const to = turns[part.turn + 1];
        const comesFrom =
            from === undefined
                ? link.event
                    ? (link.from.frame?.left ?? link.from.column) - 0.5
                    : trunk.column - 0.5
                : from;
        const goesTo = to ?? trunk.column + 0.5;
        const one = levelHeight(part.route, part.turn, heights, runs);
        const other = levelHeight(part.route, part.turn + 1, heights, runs);
        (comesFrom <= trunk.column ? left : right).push(one);
        (goesTo < trunk.column ? left : right).push(other);
    }
    const all = [...left, ...right];
    return {
        trunk,
        top: Math.min(...all),
        bottom: Math.max(...all),
        left: [...new Set(left)],
        right: [...new Set(right)],
    };
}

/** An order from left to right that keeps what must be left of what, and has few crossings. */
function arrange(reaches: readonly Reach[], before: Before): Reach[] {
    const rest = new Set(reaches);
    const result: Reach[] = [];
    while (rest.size > 0) {
        let best: Reach | undefined;
        let least = Number.POSITIVE_INFINITY;
        for (const candidate of rest) {
            if ([...rest].some((o) => before.get(o.trunk)?.has(candidate.trunk))) {
                continue;
            }
            let cost = 0;
            for (const other of rest) {
                cost += other === candidate ? 0 : crossings(candidate, other) - crossings(other, candidate);
            }
            if (cost < least) {
                [best, least] = [candidate, cost];
            }
        }
        const chosen = best ?? ([...rest][0] as Reach);
        result.push(chosen);
        rest.delete(chosen);
    }
    return result;
}

/** How often two trunks cross what the other leads to, when the first is left of the second. */
function crossings(first: Reach, second: Reach): number {
    const through = (ys: readonly number[], { top, bottom }: Reach) => ys.filter((y) => y > top && y < bottom).length;
    return through(first.right, second) + through(second.left, first);
}
