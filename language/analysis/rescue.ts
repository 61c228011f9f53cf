import { isIntervention, type Intervention } from '../execution/moves.js';
import { isLeftOpen } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Proofs } from './proofs.js';
import { reachedFrom, statesLeadingTo } from './soundness.js';
import type { Space } from './space.js';
import { obstaclesIn } from './stuck.js';

/** What people may decide, where a case cannot go on to an end by itself, by which it comes to one after all. */
export interface Rescue {
    readonly move: Intervention;
    /**
     * - `no`: it is meant for something else, and does not happen to each case that is held up here
     * - `escalates`: an escalation from (`vanuit`) the very step, group or phase that holds the case up: it may be meant
     *   for that, and whether each such case is escalated is for people to decide
     * - `left open`: the text leaves open when it happens (`als onbekend`)
     */
    readonly isProvided: 'no' | 'escalates' | 'left open';
}

/** Whether what people decide may be meant for just this: then it cannot be said whether each case comes to an end. */
export function isForPeople(rescues: readonly Rescue[]): boolean {
    return rescues.some((r) => r.isProvided !== 'no');
}

/**
 * The states in which cases stop for good; where an escalation is provided for that, whether they do is not certain, and
 * what follows from it is told by itself.
 */
export function stopsForCertain({ space, soundness }: Pick<Proofs, 'space' | 'soundness'>): ReadonlySet<number> {
    const rescues = rescuesIn(space);
    return new Set([...soundness.stuck, ...soundness.endless].filter((i) => !isForPeople(rescues(i))));
}

const known = new WeakMap<Space, (state: number) => readonly Rescue[]>();

/** Of states without a way on to an end: what people may decide there, or after what still happens, that leads to one. */
export function rescuesIn(space: Space): (state: number) => readonly Rescue[] {
    const rescues = known.get(space) ?? findRescues(space);
    known.set(space, rescues);
    return rescues;
}

function findRescues(space: Space): (state: number) => readonly Rescue[] {
    const { machine, states, out } = space;
    const ends = states.flatMap((s, i) => (s.end === undefined ? [] : [i]));
    const saved = statesLeadingTo(space, ends);
    // what needs an `altijd als` behind it only leads back to where the case was
    const savedByItself = statesLeadingTo(space, ends, ({ move }) => move.kind !== 'interrupt' || isOpen(move));
    const next = out.map((edges) => edges.filter((e) => !isIntervention(e.move)).map((e) => e.to));
    const found = new Map<number, readonly Rescue[]>();
    return (from) => {
        const before = found.get(from);
        if (before) {
            return before;
        }
        const byWay = new Map<unknown, Rescue & { readonly byItself: boolean }>();
        for (const index of reachedFrom(next, [from])) {
            for (const { move, to } of out[index] ?? []) {
                if (saved.has(to) && isIntervention(move)) {
                    const key = move.kind === 'interrupt' ? move.breach : `${String(move.station)} ${nameOf(move)}`;
                    const byItself = savedByItself.has(to);
                    byWay.set(key, { move, isProvided: byItself ? isProvided(index, move) : 'no', byItself });
                }
            }
        }
        const ways = [...byWay.values()];
        const outright = ways.filter((w) => w.byItself);
        const rescues = outright.length > 0 ? outright : ways;
        found.set(from, rescues);
        return rescues;
    };

    function isOpen(move: Intervention): boolean {
        const condition = conditionOf(move);
        return condition !== undefined && isLeftOpen(condition);
    }

    function isProvided(index: number, move: Intervention): Rescue['isProvided'] {
        if (isOpen(move)) {
            return 'left open';
        }
        const state = states[index];
        if (move.kind === 'interrupt' || !state) {
            return 'no';
        }
        const held = obstaclesIn(machine, state).map((o) => o.station);
        // of a case that goes round, the step at which it is
        const isAt = machine.stations[move.station]?.children.length === 0;
        return isAt || held.includes(move.station) ? 'escalates' : 'no';
    }

    function conditionOf(move: Intervention): Condition | undefined {
        return move.kind === 'interrupt'
            ? machine.breaches[move.breach]?.interrupt.condition
            : move.way.arrow.condition;
    }

    function nameOf(move: Intervention & { readonly kind: 'escalate' }): string {
        return move.way.arrow.to ?? '';
    }
}
