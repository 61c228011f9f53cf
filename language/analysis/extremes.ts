import { lazy } from './lazy.js';
import { components } from './components.js';
import type { Edge, Space } from './space.js';

/** How much something that happens counts for: from least to greatest, which may be infinite. */
export interface Weight {
    readonly low: number;
    readonly high: number;
}

/** The least and the greatest that courses to one state add up to, with a course that does. */
export interface Extremes {
    readonly least: number;
    /** infinite where a case may go round, or one thing has no greatest */
    readonly greatest: number;
    /** of those that add up to the least, one with the fewest moves */
    readonly leastCourse: readonly Edge[];
    /** up to where it first becomes infinite, where it does */
    readonly greatestCourse: readonly Edge[];
}

/**
 * The least and greatest sum of weights over all courses to each state: shortest paths (Dijkstra 1959) and longest paths
 * over the components of the graph of states; going round where something counts has no greatest.
 *
 * @param weightOf of one move, not negative
 * @returns for each state; undefined for one that no course reaches
 */
export function extremesOf(space: Space, weightOf: (edge: Edge) => Weight): (state: number) => Extremes | undefined {
    const weights = new Map<Edge, Weight>(space.out.flat().map((edge) => [edge, weightOf(edge)]));
    const leastAt = leastOf(space, (e) => weights.get(e)?.low ?? 0);
    const greatestAt = greatestOf(space, (e) => weights.get(e)?.high ?? 0);
    return (state) => {
        const [low, high] = [leastAt(state), greatestAt(state)];
        return (
            low &&
            high && {
                get least() {
                    return low.sum;
                },
                get greatest() {
                    return high.sum;
                },
                get leastCourse() {
                    return low.course;
                },
                get greatestCourse() {
                    return high.course;
                },
            }
        );
    };
}

/** What courses to a state add up to at least, or at most, with one that does. */
export interface Sum {
    readonly sum: number;
    readonly course: readonly Edge[];
}

/** What an analysis of sums reads of a space. */
export type Graph = Pick<Space, 'states' | 'out' | 'beginnings' | 'first'>;

/** The least sum to each state; see {@link extremesOf}. @param atBegin what counts before anything happens */
export function leastOf(
    space: Graph,
    cost: (edge: Edge) => number,
    atBegin: (state: number) => number = () => 0,
): (state: number) => Sum | undefined {
    // no shortest course has as many moves as there are states: what counts decides, and then the number of moves
    const most = space.states.length + 1;
    const least = shortest(
        space,
        (e) => cost(e) * most + 1,
        (state) => atBegin(state) * most,
    );
    return (state) => {
        if (least.value[state] === undefined) {
            return undefined;
        }
        const course = lazy(() => follow(least.by, state));
        const sum = lazy(() => course().reduce((all, e) => all + cost(e), atBegin(course()[0]?.from ?? state)));
        return sumOf(sum, course);
    };
}

/** The greatest sum to each state; see {@link extremesOf}. @param atBegin what counts before anything happens */
export function greatestOf(
    space: Graph,
    gain: (edge: Edge) => number,
    atBegin: (state: number) => number = () => 0,
): (state: number) => Sum | undefined {
    const greatest = longest(space, gain, atBegin);
    return (state) => {
        const sum = greatest.value[state];
        return sum === undefined
            ? undefined
            : sumOf(
                  () => sum,
                  lazy(() => follow(greatest.by, state)),
              );
    };
}

/** Of many states only the sum is asked, of few the course. */
function sumOf(sum: () => number, course: () => readonly Edge[]): Sum {
    return {
        get sum() {
            return sum();
        },
        get course() {
            return course();
        },
    };
}

interface Best {
    readonly value: (number | undefined)[];
    /** the last move of a best course */
    readonly by: (Edge | undefined)[];
}

function shortest(
    { states, out, beginnings }: Graph,
    cost: (edge: Edge) => number,
    atBegin: (state: number) => number,
): Best {
    const value: (number | undefined)[] = states.map((_, i) => (beginnings.has(i) ? atBegin(i) : undefined));
    const by: (Edge | undefined)[] = states.map(() => undefined);
    // many states have the same cost, so states are kept by cost
    const waiting = Map.groupBy(beginnings.keys(), atBegin);
    const done = new Set<number>();
    while (waiting.size > 0) {
        const cheapest = Math.min(...waiting.keys());
        const batch = waiting.get(cheapest) ?? [];
        waiting.delete(cheapest);
        for (let from = batch.pop(); from !== undefined; from = batch.pop()) {
            if (done.has(from) || value[from] !== cheapest) {
                continue;
            }
            done.add(from);
            for (const edge of out[from] ?? []) {
                const next = cheapest + cost(edge);
                const old = value[edge.to];
                if (old === undefined || next < old) {
                    value[edge.to] = next;
                    by[edge.to] = edge;
                    const same = next === cheapest ? batch : (waiting.get(next) ?? []);
                    same.push(edge.to);
                    if (same !== batch) {
                        waiting.set(next, same);
                    }
                }
            }
        }
    }
    return { value, by };
}

function longest(
    { states, out, beginnings, first }: Graph,
    gain: (edge: Edge) => number,
    atBegin: (state: number) => number,
): Best {
    const component = components(out.map((edges) => edges.map((e) => e.to)));
    const growing = new Set<number>();
    out.flat().forEach((e) => {
        const c = component[e.from];
        if (c !== undefined && c === component[e.to] && gain(e) > 0) {
            growing.add(c);
        }
    });
    const members = new Map<number, number[]>();
    component.forEach((c, state) => {
        const known = members.get(c);
        if (known) {
            known.push(state);
        } else {
            members.set(c, [state]);
        }
    });
    const value: (number | undefined)[] = states.map((_, i) => (beginnings.has(i) ? atBegin(i) : undefined));
    const by: (Edge | undefined)[] = [...first];
    const order = [...members.keys()].sort((a, b) => b - a);
    for (const c of order) {
        const inside = members.get(c) ?? [];
        // within a component nothing counts, or all of it has no greatest: each of its states has what the best has
        const best = inside.reduce((m, s) => Math.max(m, value[s] ?? -1), -1);
        const known = growing.has(c) && best >= 0 ? Number.POSITIVE_INFINITY : best;
        if (inside.length > 1 && best >= 0) {
            spread(inside, best, value, by, out, component);
        }
        for (const state of inside) {
            value[state] = known < 0 ? undefined : known;
            for (const edge of out[state] ?? []) {
                const next = known + gain(edge);
                if (component[edge.to] !== c && known >= 0 && next > (value[edge.to] ?? -1)) {
                    value[edge.to] = next;
                    by[edge.to] = edge;
                }
            }
        }
    }
    return { value, by };
}

/** Lets each state of a component know by which move it is reached from the one with the best value. */
function spread(
    inside: readonly number[],
    best: number,
    value: readonly (number | undefined)[],
    by: (Edge | undefined)[],
    out: Space['out'],
    component: readonly number[],
): void {
    const start = inside.find((s) => value[s] === best);
    const queue = start === undefined ? [] : [start];
    const seen = new Set(queue);
    for (const state of queue) {
        for (const edge of out[state] ?? []) {
            if (component[edge.to] === component[state] && !seen.has(edge.to)) {
                seen.add(edge.to);
                by[edge.to] = edge;
                queue.push(edge.to);
            }
        }
    }
}

function follow(by: readonly (Edge | undefined)[], state: number): Edge[] {
    const result: Edge[] = [];
    const seen = new Set<number>();
    for (let edge = by[state]; edge && !seen.has(edge.from); edge = by[edge.from]) {
        seen.add(edge.from);
        result.push(edge);
    }
    return result.reverse();
}
