import type { Process } from '../model/process.js';
import { comesTo } from './awaits.js';
import type { Machine, Station, Way } from './machine.js';
import type { Move } from './moves.js';
import type { Stage, State } from './state.js';

/** What a term with `anders` counts from that need not have been when its work begins; a case remembers it. */
export interface Watched {
    readonly type: 'begin' | 'end' | 'handover';
    /** index of the station; undefined for a handover */
    readonly station: number | undefined;
    /** name of the handover */
    readonly name: string | undefined;
    /** index in {@link State.used}: 1 once it has been */
    readonly counter: number;
}

/** For each arrow of a term, by its place in the list of arrows, what it counts from; of its own begin nothing is kept. */
export function watchedIn(
    { nodes, arrows }: Process,
    index: ReadonlyMap<string, number>,
    stations: readonly Pick<Station, 'around'>[],
    bounds: number[],
): ReadonlyMap<Way['arrow'], Watched> {
    const kept = new Map<string, Watched>();
    return new Map(
        arrows.flatMap((arrow): [Way['arrow'], Watched][] => {
            const own = arrow.kind === 'deadline' ? index.get(arrow.from ?? '') : undefined;
            const node = nodes[own ?? -1];
            const after = node?.kind === 'end' ? undefined : node?.deadlines.find((d) => d.at === arrow.at)?.after;
            if (own === undefined || !after || after.type === 'registration' || after.type === 'other') {
                return [];
            }
            const { type } = after;
            const name = type === 'handover' ? after.handover.name : after.node.name;
            const station = type === 'handover' ? undefined : index.get(name);
            const isAround = station !== undefined && type === 'begin' && stations[own]?.around.includes(station);
            if (isAround || (type !== 'handover' && station === undefined)) {
                return [];
            }
            const known = kept.get(`${type} ${name}`);
            const watched = known ?? { type, station, name, counter: bounds.push(1) - 1 };
            kept.set(`${type} ${name}`, watched);
            return [[arrow, watched]];
        }),
    );
}

/** Whether what the term of this way counts from has been: before that it is not running, and cannot run out. */
export function isCounting({ watched }: Pick<Machine, 'watched'>, { used }: State, { arrow }: Way): boolean {
    const since = watched.get(arrow);
    return since === undefined || (used[since.counter] ?? 0) > 0;
}

/** Whether it has been, or surely comes beside the work at a station. */
export function willCount(machine: Machine, state: State, way: Way, own: number): boolean {
    const since = machine.watched.get(way.arrow);
    const station = machine.stations[since?.station ?? -1];
    return (
        isCounting(machine, state, way) ||
        (station?.doneWhen.length === 0 &&
            state.tokens.some(
                (t) =>
                    t.at !== own &&
                    machine.stations[t.at]?.doneWhen.length === 0 &&
                    comesTo(machine, t.at, station.index),
            ))
    );
}

/** Stages of work that has not begun, or of which nothing is to be done any more. */
const NOT_GOING_ON: ReadonlySet<Stage> = new Set(['waiting', 'offered', 'leaving']);

/** Whether work at a station, or in it, has begun and is not over; also while it is interrupted. */
export function isGoingOn({ stations }: Pick<Machine, 'stations'>, state: State, station: number): boolean {
    return [state, ...state.suspended].some(
        ({ tokens, joinings }) =>
            joinings.some((j) => stations[j.group]?.around.includes(station)) ||
            tokens.some(
                (t) => stations[t.at]?.around.includes(station) && (t.at !== station || !NOT_GOING_ON.has(t.stage)),
            ),
    );
}

/** The state with what has been by a move, of what terms count from. @param before undefined where a case begins */
export function remembering(machine: Machine, before: State | undefined, move: Move | undefined, next: State): State {
    return [...new Set(machine.watched.values())].reduce((state, watched) => {
        const hasBeen = (state.used[watched.counter] ?? 0) === 0 && isBy(machine, watched, before, move, next);
        return hasBeen ? { ...state, used: state.used.with(watched.counter, 1) } : state;
    }, next);
}

function isBy(
    machine: Machine,
    { type, station, name }: Watched,
    before: State | undefined,
    move: Move | undefined,
    next: State,
): boolean {
    if (station === undefined) {
        return move?.kind === 'leave' && move.way.handovers.some((h) => h.name === name);
    }
    const isNow = isGoingOn(machine, next, station);
    const isAnew = move !== undefined && 'way' in move && move.way.target === station;
    return type === 'begin' ? isNow : before !== undefined && isGoingOn(machine, before, station) && (!isNow || isAnew);
}
