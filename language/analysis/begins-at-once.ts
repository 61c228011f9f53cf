import { isInside, type Machine, type Station } from '../execution/machine.js';
import { isOpenAt } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import type { Edge, Space } from './space.js';

/** Where a moment is exactly that of what leads to it, and not later. */
export interface AtOnce {
    /** work that begins when a case comes there */
    readonly begins: (station: Station) => boolean;
    /** a group or phase that is over when the last work in it is */
    readonly closes: (station: Station) => boolean;
    /** which of several moments is the last, by their number; undefined where that is left open */
    readonly lastOf?: (moments: readonly number[]) => number | undefined;
}

/** Where nothing is said of it: work may have to wait. */
export const NOT_AT_ONCE: AtOnce = { begins: () => false, closes: () => false };

/** Work that nothing in the text lets wait: no `pas als`, no `begint`, no round that follows on another. */
export function atOnceIn({ stations, breaches }: Machine, { stations: timed }: TimedWork): AtOnce {
    // how long work is interrupted nobody knows
    const isResumed = breaches.some((b) => b.interrupt.resume);
    const waits = ({ guards, awaits, repeats }: Station) => guards.length + awaits.length + repeats.length > 0;
    const isFree = (station: Station) => !isResumed && station.around.every((i) => !stations[i] || !waits(stations[i]));
    return {
        begins: (station) => {
            const { starts = [], wait, pause } = timed[station.index] ?? {};
            return starts.length === 0 && !wait && !pause && isFree(station);
        },
        closes: (station) => station.doneWhen.length === 0 && isFree(station),
    };
}

/**
 * Of these what is so on every course alike: there is one way to the work, one way out of the group or phase. What else
 * may come before it would put it off, so that nothing is proved by one course.
 */
export function alwaysAtOnceIn(space: Space, work: TimedWork): AtOnce {
    const { machine, states, out, beginnings } = space;
    const own = atOnceIn(machine, work);
    const entries = machine.stations.map(() => new Set<unknown>());
    const exits = machine.stations.map(() => new Set<unknown>());
    const isBusy = ({ tokens }: State, station: number) => tokens.some((t) => t.at === station && t.stage === 'busy');
    const byWhat = ({ move }: Edge): unknown =>
        'way' in move ? move.way : 'token' in move ? `${move.kind} ${String(move.token.at)}` : move.kind;
    for (const state of beginnings.values()) {
        state.tokens.forEach((t) => entries[t.at]?.add('begin'));
    }
    for (const edge of out.flat()) {
        const [before, next] = [states[edge.from], states[edge.to]];
        if (!before || !next) {
            continue;
        }
        const target = 'way' in edge.move ? edge.move.way.target : undefined;
        for (const { at } of next.tokens) {
            const isEntered = target !== undefined && isInside(machine, at, target);
            if (isBusy(next, at) && (isEntered || !isBusy(before, at))) {
                entries[at]?.add(byWhat(edge));
            }
        }
        for (const at of new Set(before.tokens.flatMap((t) => machine.stations[t.at]?.around.slice(1) ?? []))) {
            if (!isOpenAt(machine, next, at)) {
                exits[at]?.add(byWhat(edge));
            }
        }
    }
    return {
        begins: (station) => own.begins(station) && entries[station.index]?.size === 1,
        closes: (station) => own.closes(station) && exits[station.index]?.size === 1,
    };
}
