import { areRelated, belowOf, rowOf, zoneOf, type Route } from './routes.js';

/** A horizontal part of a flow in a channel between rows. */
export interface Run {
    readonly route: Route;
    /** which level of the route it is */
    readonly level: number;
    readonly channel: number;
    readonly zone: number;
    /** from and to where, in halves of a column: `2 * n` is column `n`, `2 * n + 1` the channel at its right */
    readonly left: number;
    readonly right: number;
    track: number;
}

/** The runs in one zone of a channel, and how many tracks they need. */
export interface RunZone {
    readonly channel: number;
    readonly zone: number;
    readonly runs: readonly Run[];
    readonly tracks: number;
}

/** Gives each run in a channel between rows a track, so that only related flows run over each other. */
export function runZones(routes: readonly Route[]): RunZone[] {
    const runs = routes.flatMap((route) => route.levels.flatMap((_, level) => runOf(route, level) ?? []));
    const zones = Map.groupBy(runs, (r) => `${String(r.channel)} ${String(r.zone)}`);
    return [...zones.values()].map((group) => {
        const [{ channel, zone }] = group as [Run];
        return { channel, zone, runs: group, tracks: assignTracks(group) };
    });
}

const ANYWHERE = 1e6;

function runOf(route: Route, level: number): Run | undefined {
    const { link, levels, turns } = route;
    const own = levels[level];
    if (own?.kind !== 'channel') {
        return undefined;
    }
    const place = { route, level, channel: own.at, zone: zoneOf(link.scope, own.at, 'rows'), track: 0 };
    const isWithin = link.from.strip === link.to.strip || (level === 0 && link.event !== undefined);
    if (!isWithin) {
        // where columns of one strip are beside those of another, nobody knows yet
        return { ...place, left: -ANYWHERE, right: ANYWHERE };
    }
    const end = 2 * (turns[level] ?? 0) + 1;
    const before = turns[level - 1];
    // an event on a frame may stand anywhere below it
    const start =
        before !== undefined
            ? [2 * before + 1]
            : link.from.frame
              ? [2 * link.from.frame.left, 2 * link.from.frame.right]
              : [2 * link.from.column];
    return { ...place, left: Math.min(end, ...start), right: Math.max(end, ...start) };
}

/** Those that come from above and go back up are at the top, shortest first; those that go down at the bottom. */
function assignTracks(runs: readonly Run[]): number {
    const kind = new Map(runs.map((r) => [r, sides(r)]));
    const length = (r: Run) => r.right - r.left;
    const ordered = [...runs].sort((a, b) => {
        const [ka, kb] = [kind.get(a) ?? 0, kind.get(b) ?? 0];
        return ka - kb || (ka > 0 ? length(b) - length(a) : length(a) - length(b)) || order(a) - order(b);
    });
    const tracks: Run[][] = [];
    // a later kind never goes above an earlier one, except where it may share
    let first = 0;
    let last = kind.get(ordered[0] as Run);
    for (const run of ordered) {
        if (kind.get(run) !== last) {
            last = kind.get(run);
            first = Math.max(0, tracks.length - 1);
        }
        const shared = tracks.findIndex((t) => fits(run, t) && t.some((other) => overlap(run, other)));
        const free = tracks.findIndex((t, i) => i >= first && fits(run, t));
        run.track = shared >= 0 ? shared : free >= 0 ? free : tracks.length;
        (tracks[run.track] ??= []).push(run);
    }
    return tracks.length;
}

const order = (r: Run) => r.route.link.index;
const overlap = (a: Run, b: Run) => a.left <= b.right && b.left <= a.right;
const fits = (run: Run, track: readonly Run[]) =>
    track.every((other) => !overlap(run, other) || areRelated(run.route.link, other.route.link));

/** -1: both ends go up; 1: both go down; 0: one of each. */
function sides({ route, level, channel }: Run): number {
    const { link, levels } = route;
    const up = (neighbour: Route['levels'][number] | undefined) =>
        neighbour === undefined || (neighbour.kind === 'row' ? neighbour.at < channel : neighbour.at <= channel);
    const from = levels[level - 1] ?? {
        kind: 'row' as const,
        at: link.event ? belowOf(link.from) - 1 : rowOf(link.from),
    };
    const ends = [up(from), up(levels[level + 1])];
    return ends[0] === ends[1] ? (ends[0] ? -1 : 1) : 0;
}
