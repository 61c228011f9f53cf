import type { Link, Plan } from './plan.js';
import { detour, GUTTER, zoneOf, type Level, type Route } from './routes.js';

/**
 * The vertical parts of flows, in a channel between columns. Parts that leave one place, or arrive at one, are one trunk.
 */
export interface Trunk {
    readonly column: number;
    readonly zone: number;
    readonly parts: Part[];
}

/** From one horizontal part of a route to the next. */
export interface Part {
    readonly route: Route;
    /** which turn of the route it is */
    readonly turn: number;
}

/** Rows at which something comes from the left to a trunk, or goes to the right from it. */
interface Pins {
    readonly left: number[];
    readonly right: number[];
}

/** A trunk must be left of these, since at one row it is reached from the left and they go to the right. */
export type Before = ReadonlyMap<Trunk, ReadonlySet<Trunk>>;

/**
 * Makes the trunks. Where trunks must all be left of each other in a ring, routes are led around through a channel between
 * rows, until no ring remains; so an order always exists.
 */
export function makeTrunks(routes: Route[], plan: Plan): { readonly trunks: Trunk[]; readonly before: Before } {
    for (;;) {
        const trunks = trunksOf(routes);
        const before = orderOf(trunks);
        const ring = onRing(trunks, before);
        const part = ring
            .flatMap((t) => t.parts)
            .find(({ route, turn }) => isRow(route.levels[turn]) && isRow(route.levels[turn + 1]));
        if (!part) {
            return { trunks, before };
        }
        routes[part.route.link.index] = detour(part.route, plan);
    }
}

const isRow = (level: Level | undefined) => level?.kind === 'row';

function trunksOf(routes: readonly Route[]): Trunk[] {
    const trunks = new Map<string, Trunk>();
    const single = leavingOnce(routes);
    for (const route of routes) {
        route.turns.forEach((column, turn) => {
            const zone = zoneOf(route.link.scope, column, 'columns');
            const key = `${String(column)} ${String(zone)} ${ownerOf(route, turn, single)}`;
            const trunk = trunks.get(key) ?? { column, zone, parts: [] };
            trunk.parts.push({ route, turn });
            trunks.set(key, trunk);
        });
    }
    return [...trunks.values()];
}

/** The place that a vertical part leaves or arrives at. */
function ownerOf({ link, turns, levels }: Route, turn: number, single: ReadonlySet<Link>): string {
    const isFirst = turn === 0 && !link.event;
    const isLast = turn === turns.length - 1;
    if (isFirst && isLast) {
        // a straight run before it belongs to what it leaves, one behind it to where it goes
        const arrives = levels[0] !== undefined && single.has(link);
        return arrives ? `to ${String(link.to.index)}` : `from ${String(link.from.index)}`;
    }
    return isFirst
        ? `from ${String(link.from.index)}`
        : isLast || turns[turn] === GUTTER
          ? `to ${String(link.to.index)}`
          : `link ${String(link.index)}`;
}

/** Links that are the only one to turn where they leave. */
function leavingOnce(routes: readonly Route[]): ReadonlySet<Link> {
    const turning = routes.filter((r) => r.turns.length > 0 && !r.link.event);
    const groups = Map.groupBy(turning, (r) => r.link.from);
    return new Set([...groups.values()].flatMap((g) => (g.length === 1 && g[0] ? [g[0].link] : [])));
}

function pinsOf(trunk: Trunk): Pins {
    const pins: Pins = { left: [], right: [] };
    for (const { route, turn } of trunk.parts) {
        const { levels, turns } = route;
        const [from, to] = [levels[turn], levels[turn + 1]];
        if (from?.kind === 'row') {
            // a row's line is only run along to the right
            pins.left.push(from.at);
        }
        if (to?.kind === 'row' && (turn === turns.length - 1 || (turns[turn + 1] ?? 0) > trunk.column)) {
            pins.right.push(to.at);
        }
    }
    return pins;
}

function orderOf(trunks: readonly Trunk[]): Before {
    const before = new Map<Trunk, Set<Trunk>>(trunks.map((t) => [t, new Set<Trunk>()]));
    const groups = Map.groupBy(trunks, (t) => `${String(t.column)} ${String(t.zone)}`);
    for (const group of groups.values()) {
        const right = new Map<number, Trunk[]>();
        const pins = group.map((trunk) => ({ trunk, ...pinsOf(trunk) }));
        for (const p of pins) {
            p.right.forEach((row) => right.set(row, [...(right.get(row) ?? []), p.trunk]));
        }
        for (const p of pins) {
            for (const row of p.left) {
                for (const other of right.get(row) ?? []) {
                    if (other !== p.trunk) {
                        before.get(p.trunk)?.add(other);
                    }
                }
            }
        }
    }
    return before;
}

/** The trunks that are on a ring, or between two; none when there is an order. */
function onRing(trunks: readonly Trunk[], before: Before): Trunk[] {
    const after = new Map<Trunk, Trunk[]>(trunks.map((t) => [t, []]));
    before.forEach((later, trunk) => {
        later.forEach((t) => after.get(t)?.push(trunk));
    });
    const rest = withoutLoose(trunks, (t) => before.get(t) ?? []);
    return withoutLoose(rest, (t) => after.get(t) ?? []);
}

/** Takes away what nothing remaining leads to, again and again. */
function withoutLoose(trunks: readonly Trunk[], next: (trunk: Trunk) => Iterable<Trunk>): Trunk[] {
    const waiting = new Map<Trunk, number>(trunks.map((t) => [t, 0]));
    for (const trunk of trunks) {
        for (const t of next(trunk)) {
            waiting.set(t, (waiting.get(t) ?? 0) + 1);
        }
    }
    const ready = trunks.filter((t) => waiting.get(t) === 0);
    for (const trunk of ready) {
        for (const t of next(trunk)) {
            const left = (waiting.get(t) ?? 0) - 1;
            waiting.set(t, left);
            if (left === 0) {
                ready.push(t);
            }
        }
    }
    const loose = new Set(ready);
    return trunks.filter((t) => !loose.has(t));
}
