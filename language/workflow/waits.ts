import { spaceOf } from '../analysis/space.js';
import { isInside, type Machine, type Station, type Way } from '../execution/machine.js';
import { isOpenAt, movesIn } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import { isInformal } from '../execution/truth.js';
import { byFacts } from './expressions.js';

/** Where a case may have to wait for something to become known, where it ends with work left open, and where it is twice at once. */
export interface Waits {
    /** stations before which it may (`pas als`) */
    readonly before: (index: number) => boolean;
    /** groups and phases of which all work is done and that may have to wait until they are (`klaar als`) */
    readonly within: (index: number) => boolean;
    /** stations behind which it may: no way on can be taken yet, or nobody said what decides which */
    readonly behind: (index: number) => boolean;
    /** those of them at which all is said that steps determine */
    readonly behindKnown: (index: number) => boolean;
    /** ends that a case may come to while other work is open; -1 for where nobody says what comes next */
    readonly cuts: (end: number) => boolean;
    /** work that it may have open twice at once, in the states that were looked at */
    readonly twice: (index: number) => boolean;
    /** an `altijd als` to which a case may have come by another way, while what decides on it is still open; likewise */
    readonly thereAlready: (breach: number) => boolean;
}

/** Being taken higher up that facts decide, and nobody else. */
function isForced({ arrow: { condition } }: Way): boolean {
    return condition !== undefined && !isInformal(condition);
}

/**
 * Whether a case may be left where it is, since what decides on the ways on can stay unsaid: a field of a form may be left open,
 * whatever a step determines.
 */
function canStayUnsaid(station: Station | undefined): boolean {
    const exits = station?.exits ?? [];
    return exits.length > 0 && exits.every(({ arrow }) => byFacts(arrow.condition, false) !== true);
}

/** More states than this are not looked at; then a case may wait everywhere. */
const MOST_STATES = 4_000;

/**
 * Where a case can come to wait, by looking at every state that it can come into with what steps determine known. A place
 * where it cannot needs no task for it in a workflow.
 */
export function waitsIn(machine: Machine): Waits {
    const before = new Set<number>();
    const within = new Set<number>();
    const behind = new Set<number>();
    const cuts = new Set<number>();
    const twice = new Set<number>();
    const space = spaceOf(machine, { limit: MOST_STATES, reduce: false });
    for (const { tokens } of space.states.flatMap((s) => [s, ...s.suspended])) {
        tokens.filter(({ at }, i) => tokens.slice(0, i).some((t) => t.at === at)).forEach(({ at }) => twice.add(at));
    }
    const there = new Set<number>();
    machine.breaches.forEach(({ interrupt, target, facts }, breach) => {
        const raises = ({ at }: Token) =>
            target !== undefined &&
            !isInside(machine, at, target) &&
            machine.stations[at]?.determines.some((fact) => facts.has(fact)) === true;
        const isMet = (state: Pick<State, 'tokens' | 'joinings'>) =>
            target !== undefined && state.tokens.some(raises) && isOpenAt(machine, state, target);
        if (!isInformal(interrupt.condition) && space.states.some((s) => [s, ...s.suspended].some(isMet))) {
            there.add(breach);
        }
    });
    const thereAlready = (breach: number) => there.has(breach);
    const isTwice = (index: number) => twice.has(index);
    if (!space.complete) {
        return {
            before: () => true,
            within: () => true,
            behind: () => true,
            behindKnown: () => true,
            cuts: () => true,
            twice: isTwice,
            thereAlready,
        };
    }
    for (const state of space.states) {
        if (state.end !== undefined && state.leftOpen.length > 0) {
            cuts.add(state.end === 'unknown' ? -1 : state.end);
        }
        for (const token of state.tokens) {
            if (token.stage === 'waiting') {
                before.add(token.at);
            } else if (token.stage === 'holding') {
                within.add(token.at);
            } else if (token.stage === 'leaving' && !behind.has(token.at)) {
                // what this piece of work can do by itself, whatever is being decided elsewhere
                const moves = movesIn(machine, { ...state, tokens: [token] });
                const goesOn = moves.some(
                    (m) => 'token' in m || (m.kind === 'escalate' && m.station === token.at && isForced(m.way)),
                );
                if (!goesOn) {
                    behind.add(token.at);
                }
            }
        }
    }
    return {
        before: (index) => before.has(index),
        within: (index) => within.has(index),
        behind: (index) => behind.has(index) || canStayUnsaid(machine.stations[index]),
        behindKnown: (index) => behind.has(index),
        cuts: (end) => cuts.has(end),
        twice: isTwice,
        thereAlready,
    };
}
