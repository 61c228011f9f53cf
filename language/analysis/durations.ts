import { components } from './components.js';
import { daysClock, isOfLeast, laterResumed, type Figure, type Point, type Stretch } from './days-clock.js';
import type { Edge, Space } from './space.js';
import type { TimedWork } from '../execution/timed-work.js';
import { firstMoments } from '../execution/moments.js';
import { timelineOf, type Moments } from '../execution/timeline.js';
import { momentsAlong } from './moments-along.js';

/** The least or greatest duration of the courses to one state. */
export interface Duration {
    readonly days: number;
    /** what makes it take so long: parallel work that is done earlier is not on it (Kelley and Walker 1959) */
    readonly critical: readonly Stretch[];
    readonly course: readonly Edge[];
}

interface Label {
    readonly moments: Moments<Point>;
    readonly edge: Edge | undefined;
    readonly before: Label | undefined;
}

/** More labels of one state than this are taken together; the bounds stay bounds. */
const MOST_LABELS = 12;

/** When a state has had so many better labels from its own loop, that goes on growing. */
const MOST_TIMES = 500;

/**
 * The least or greatest duration of the courses to each state: from moment to moment along the graph of states, with
 * the maximum where parallel work comes together ((max, +) algebra: Baccelli, Cohen, Olsder, Quadrat 1992). Work in
 * parallel has moments of its own, so that the order in which the graph lists it does not count. Of the labels of a
 * state only those are kept that no other beats in every moment (Pareto). In a loop without bound what takes time has no
 * greatest, unless a term ends it. What is not stated takes no time here; work waits for no more than the text states.
 *
 * @param figure which figure of each stated length counts; one of its least for the least duration
 * @param unknown told of what has no most there, since its terms count from what has not been
 */
export function durationsOf(
    space: Space,
    work: TimedWork,
    figure: Figure,
    unknown: (name: string) => void = () => undefined,
): (state: number) => Duration | undefined {
    const { machine, states, out, beginnings } = space;
    const timeline = timelineOf(machine, work);
    const isLeast = isOfLeast(figure);
    const component = components(out.map((edges) => edges.map((e) => e.to)));
    const clocks = [false, true].map((cyclic) => daysClock(timeline, { figure, cyclic }, unknown));
    const labels: Label[][] = states.map(() => []);
    const kept: number[] = [];
    const queues = new Map<number, number[]>();
    const isBetter = (a: Label, b: Label) => beats(a.moments, b.moments, isLeast);
    const keep = (state: number, label: Label, isRound: boolean): void => {
        const known = labels[state] ?? [];
        if (known.some((k) => isBetter(k, label))) {
            return;
        }
        const others = known.filter((k) => !isBetter(label, k));
        const times = (kept[state] = (kept[state] ?? 0) + Number(isRound));
        labels[state] =
            times > MOST_TIMES && !isLeast
                ? [widened(known, label)]
                : others.length < MOST_LABELS
                  ? [...others, label]
                  : [together(others, label, isLeast)];
        const c = component[state] ?? 0;
        const queue = queues.get(c);
        if (!queue) {
            queues.set(c, [state]);
        } else if (!queue.includes(state)) {
            queue.push(state);
        }
    };
    for (const index of beginnings.keys()) {
        const [state, clock] = [states[index], clocks[0]];
        if (state && clock) {
            const moments = firstMoments(timeline, state, clock);
            keep(index, { moments, edge: undefined, before: undefined }, false);
        }
    }
    for (let c = Math.max(-1, ...queues.keys()); c >= 0; c--) {
        const queue = queues.get(c) ?? [];
        const done = new Map<number, Set<Label>>();
        for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
            const before = states[from];
            const seen = done.get(from) ?? new Set<Label>();
            done.set(from, seen);
            for (const label of labels[from] ?? []) {
                if (seen.has(label) || !before) {
                    continue;
                }
                seen.add(label);
                for (const edge of out[from] ?? []) {
                    const next = states[edge.to];
                    const isRound = component[edge.to] === c;
                    const clock = clocks[isRound ? 1 : 0];
                    if (next && clock) {
                        const moments = momentsAlong(timeline, edge, [before, next], label.moments, clock);
                        keep(edge.to, { moments, edge, before: label }, isRound);
                    }
                }
            }
        }
    }
    return (state) => {
        const best = labels[state]?.reduce<Label | undefined>((a, b) => {
            const [x, y] = [a && dayOf(a), dayOf(b)];
            return x === undefined || (isLeast ? y < x : y > x) ? b : a;
        }, undefined);
        return (
            best && {
                days: dayOf(best),
                get critical() {
                    return criticalOf(best);
                },
                get course() {
                    return courseOf(best);
                },
            }
        );
    };
}

function dayOf(label: Label): number {
    return lastOf(label)?.day ?? 0;
}

/** The least or greatest that one course takes. */
export function durationOf(
    { machine, states }: Space,
    work: TimedWork,
    course: readonly Edge[],
    figure: Figure,
): number {
    const timeline = timelineOf(machine, work);
    const clock = daysClock(timeline, { figure, cyclic: false }, () => undefined);
    const [first] = course;
    let state = first && states[first.from];
    let moments = state && firstMoments(timeline, state, clock);
    for (const edge of course) {
        const next = states[edge.to];
        if (state && moments && next) {
            moments = momentsAlong(timeline, edge, [state, next], moments, clock);
        }
        state = next;
    }
    return moments ? dayOf({ moments, edge: undefined, before: undefined }) : 0;
}

/** The moment at which a course has come to a state: its end, or when its last open work came to its stage. */
function lastOf({ moments }: Label): Point | undefined {
    return moments.end ?? moments.tokens.reduce<Point | undefined>((a, b) => (a && a.day >= b.day ? a : b), undefined);
}

function criticalOf(label: Label): Stretch[] {
    const result: Stretch[] = [];
    for (let link = lastOf(label)?.last; link; link = link.before) {
        result.push(link);
    }
    return result.reverse().map(({ name, at, days, until }) => ({ name, at, days, until }));
}

function courseOf(label: Label): Edge[] {
    const result: Edge[] = [];
    for (let l: Label | undefined = label; l?.edge; l = l.before) {
        result.push(l.edge);
    }
    return result.reverse();
}

/** Before any round is done. */
const NO_ROUND: Point = { day: -1, soonest: -1, last: undefined };

/** Whether a course is at least as good as another in every moment. */
function beats(a: Moments<Point>, b: Moments<Point>, isLeast: boolean): boolean {
    const one = (p: Point | undefined, q: Point | undefined) => isBetter(p, q) && isBetter(p?.resumed, q?.resumed);
    const isBetter = (p: Point | undefined, q: Point | undefined) =>
        isLeast ? (p?.day ?? 0) <= (q?.day ?? 0) : (p?.day ?? 0) >= (q?.day ?? 0);
    const each = (p: readonly (Point | undefined)[], q: readonly (Point | undefined)[]) =>
        p === q || p.every((x, i) => x === q[i] || one(x, q[i]));
    return (
        each(a.tokens, b.tokens) &&
        each(a.joinings, b.joinings) &&
        one(a.end, b.end) &&
        a.suspended.every((s, i) => {
            const other = b.suspended[i];
            return other && one(s.at, other.at) && each(s.tokens, other.tokens) && each(s.joinings, other.joinings);
        }) &&
        each(a.begins, b.begins) &&
        each(a.ends, b.ends) &&
        each(a.handedOver, b.handedOver) &&
        // work of which no round is done yet waits for none
        a.rounds.every((p, i) => isBetter(p ?? NO_ROUND, b.rounds[i] ?? NO_ROUND))
    );
}

/** One label that bounds them all. */
function together(labels: readonly Label[], last: Label, isLeast: boolean): Label {
    const pick = (a: Point, b: Point): Point => ({
        ...(isLeast === b.day < a.day && a.day !== b.day ? b : a),
        resumed: isLeast ? earlierResumed(a, b) : laterResumed(a, b),
    });
    const moments = labels.reduce((all, { moments: one }) => zip(all, one, pick, isLeast), last.moments);
    return { ...last, moments };
}

/** A label of a loop that goes on growing: what grew has no greatest (widening: Cousot and Cousot 1977). */
function widened(labels: readonly Label[], last: Label): Label {
    const moments = labels.reduce(
        (all, { moments: one }) =>
            zip(all, one, (a, b) => {
                const { resumed } = a;
                const isLater = resumed && resumed.day > (b.resumed?.day ?? 0);
                return { ...(a.day > b.day ? endless(a) : a), resumed: isLater ? endless(resumed) : resumed };
            }),
        last.moments,
    );
    return { ...last, moments };
}

function endless(point: Point): Point {
    return { ...point, day: Number.POSITIVE_INFINITY, soonest: Number.POSITIVE_INFINITY };
}

/** Of what went on after an interruption on both courses, when it did so first. */
function earlierResumed({ resumed: a }: Point, { resumed: b }: Point): Point | undefined {
    return a && b && (b.day < a.day ? b : a);
}

/** The moments of two courses to one state, one by one. @param isLeast whether they are to bound both from below */
function zip(a: Moments<Point>, b: Moments<Point>, f: (a: Point, b: Point) => Point, isLeast = false): Moments<Point> {
    const one = (p: Point, q: Point | undefined) => (q ? f(p, q) : p);
    const each = (all: readonly Point[], others: readonly Point[]) => all.map((p, i) => one(p, others[i]));
    const maybe = (all: readonly (Point | undefined)[], others: readonly (Point | undefined)[]) =>
        all.map((p, i) => p && one(p, others[i]));
    return {
        tokens: each(a.tokens, b.tokens),
        joinings: each(a.joinings, b.joinings),
        suspended: a.suspended.map((s, i) => {
            const other = b.suspended[i] ?? s;
            return {
                at: f(s.at, other.at),
                tokens: each(s.tokens, other.tokens),
                joinings: each(s.joinings, other.joinings),
            };
        }),
        begins: maybe(a.begins, b.begins),
        ends: maybe(a.ends, b.ends),
        handedOver: maybe(a.handedOver, b.handedOver),
        rounds: a.rounds.map((p, i) => {
            const q = b.rounds[i];
            return p && q ? f(p, q) : isLeast ? undefined : (p ?? q);
        }),
        end: a.end && one(a.end, b.end),
    };
}
