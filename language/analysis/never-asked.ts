import { isInside, type Station, type Way } from '../execution/machine.js';
import { stationOf } from '../execution/moves.js';
import { openWork } from '../execution/state.js';
import { leadsSomewhereOpen, type Soundness } from './soundness.js';
import type { Space } from './space.js';

/** A group or phase of which no course completes all work, so that its `klaar als` and `herhaal` are never asked. */
export interface NeverAsked {
    readonly station: Station;
    /** the ways on which courses leave it */
    readonly ways: readonly Way[];
    /** whether the text leaves open where some way in it leads, or when */
    readonly isOpen: boolean;
    /** whether it follows from something else: no case goes on from it, or comes to a part of it */
    readonly isConsequence: boolean;
}

/**
 * The groups and phases to which a case comes, and that say when they are done or how often they are repeated, while in
 * no state that is asked: each course leaves them before all work in them is done.
 */
export function neverAsked({ machine, states, out, complete }: Space, soundness: Soundness): NeverAsked[] {
    const asking = machine.stations.filter(
        (s) => s.children.length > 0 && (s.doneWhen.length > 0 || s.repeats.length > 0),
    );
    if (asking.length === 0 || !complete) {
        return [];
    }
    const asked = new Set(
        states.flatMap((state) =>
            openWork(state).flatMap((t) => (t.stage === 'holding' || t.stage === 'repeating' ? [t.at] : [])),
        ),
    );
    const dead = new Set(soundness.unreached);
    const held = [...soundness.stuck, ...soundness.endless].flatMap((i) => {
        const { tokens = [], joinings = [] } = states[i] ?? {};
        return [...tokens.map((t) => t.at), ...joinings.map((j) => j.group)];
    });
    return asking
        .filter(({ index }) => !asked.has(index) && !dead.has(index))
        .map((station): NeverAsked => {
            const isIn = (at: number) => isInside(machine, at, station.index);
            const parts = machine.stations.filter((s) => isIn(s.index));
            const ways = new Set(
                out.flatMap((edges) =>
                    edges.flatMap(({ move }) => {
                        const from = stationOf(move);
                        const leaves =
                            'way' in move &&
                            from !== undefined &&
                            isIn(from) &&
                            (move.way.target === undefined || !isIn(move.way.target));
                        return leaves ? [move.way] : [];
                    }),
                ),
            );
            return {
                station,
                ways: [...ways],
                isOpen: parts.some((s) => leadsSomewhereOpen(s) || s.expiries.some((w) => w.target === undefined)),
                isConsequence: held.some(isIn) || parts.some((s) => dead.has(s.index)),
            };
        });
}
