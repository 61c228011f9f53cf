import { determinedAt, isInside, type Machine } from '../execution/machine.js';
import { openWork, type Stage, type State } from '../execution/state.js';
import { factsIn } from '../execution/truth.js';
import type { Arrow } from '../model/process.js';
import type { Place } from '../model/protocol.js';
import { neverKnown } from './never-known.js';
import type { Proofs } from './proofs.js';
import { stopsForCertain } from './rescue.js';

/** A way to something that nobody comes to, and why nobody goes it. */
export interface UnusedWay {
    /** the node that it leaves; undefined for `altijd als` */
    readonly from: string | undefined;
    /**
     * - `dead`: nobody comes where it begins
     * - `waiting`: cases come where it begins, and wait there for ever
     * - `fact`: an `altijd als` on facts that become known only where nobody comes
     * - `nowhere`: an `altijd als` on a fact that becomes known nowhere
     * - `idle`: a term that never runs out, since another surely does before
     * - `undone`: the work where it begins is never done
     * - `never`: none of these
     */
    readonly because: 'dead' | 'waiting' | 'fact' | 'nowhere' | 'idle' | 'undone' | 'never';
    /** whether another rule says what is wrong, such as a condition that never holds */
    readonly isTold: boolean;
    /** for `dead`, `waiting` and `fact`: the nodes at which nothing happens, from the outside in */
    readonly behind: readonly string[];
    /** for `fact` and `nowhere` */
    readonly facts: readonly string[];
    /** for `idle`: the terms, as they are stated, with what each is of: this one and the one that runs out before */
    readonly terms: readonly { readonly text: string; readonly of: string }[];
    readonly at: Place;
}

/** A node that nobody comes to, in nothing that nobody comes to. */
export interface Unreached {
    readonly station: number;
    readonly ways: readonly UnusedWay[];
    /** whether cases do come there, and wait before it for ever (`pas als`) */
    readonly waits: boolean;
    /** whether it follows from what else is told: from a fault at a way, or from something else that nobody comes to */
    readonly isConsequence: boolean;
}

/** What no course reaches, with the ways there; of what only leads to each other, the first is no consequence. */
export function unreachedIn(proofs: Proofs): Unreached[] {
    const { machine } = proofs.space;
    const dead = new Set(proofs.soundness.unreached);
    if (dead.size === 0) {
        return [];
    }
    /** the outermost dead node around a node */
    const deadAround = (station: number | undefined): number | undefined =>
        machine.stations[station ?? -1]?.around.findLast((i) => dead.has(i));
    const outermost = [...dead].filter((i) => deadAround(i) === i);
    const { states } = proofs.space;
    const waiting = atStage(states, 'waiting');
    const done = atStage(states, 'leaving');
    const stops = stopsForCertain(proofs);
    const found = outermost.map((station) => ({
        station,
        waits: waiting.has(station),
        ways: waysTo(proofs, station, { deadAround, waiting, done, isStopped: stops.size > 0 }),
    }));
    // where a case is held up for good, stroom/vastloper says so
    const heldUp = atStage(
        proofs.soundness.stuck.flatMap((i) => (stops.has(i) ? (states[i] ?? []) : [])),
        'waiting',
    );
    const explained = new Set<number>(found.flatMap(({ station }) => (heldUp.has(station) ? [station] : [])));
    const isRoot = ({ station, waits, ways }: (typeof found)[number]): boolean =>
        !explained.has(station) &&
        (waits || ways.length === 0 || ways.some((w) => !w.isTold && ['never', 'idle', 'undone'].includes(w.because)));
    const roots = new Set(found.filter(isRoot).map((f) => f.station));
    const spread = (): void => {
        for (let before = -1; before !== explained.size;) {
            before = explained.size;
            for (const { station, ways } of found) {
                const isExplained = ways.some(
                    (w) =>
                        w.isTold ||
                        w.because === 'nowhere' ||
                        w.behind.some((name) => explained.has(deadAround(machine.index.get(name)) ?? -1)),
                );
                if (isExplained || roots.has(station)) {
                    explained.add(station);
                }
            }
        }
    };
    spread();
    for (const { station } of found) {
        if (!explained.has(station)) {
            roots.add(station);
            spread();
        }
    }
    return found.map((f) => ({ ...f, isConsequence: !roots.has(f.station) }));
}

/** The stations at which work is at a stage in some state. */
function atStage(states: readonly State[], stage: Stage): ReadonlySet<number> {
    return new Set(states.flatMap((state) => openWork(state).flatMap((t) => (t.stage === stage ? [t.at] : []))));
}

/** What happens at stations, as far as it says why a way from them is not gone. */
interface Happening {
    /** the outermost dead node around a node */
    readonly deadAround: (station: number | undefined) => number | undefined;
    /** where cases wait */
    readonly waiting: ReadonlySet<number>;
    /** where work is done, and what comes next is decided */
    readonly done: ReadonlySet<number>;
    /** whether cases stop before they come there: another rule tells where */
    readonly isStopped: boolean;
}

function waysTo(proofs: Proofs, station: number, { deadAround, waiting, done, isStopped }: Happening): UnusedWay[] {
    const { machine } = proofs.space;
    const leadsHere = (name: string | undefined): boolean => {
        const target = machine.index.get(name ?? '');
        return target !== undefined && isInside(machine, target, station);
    };
    const arrows = machine.process.arrows.filter(
        (a) => a.from !== undefined && a.kind !== 'interrupt' && leadsHere(a.to) && !leadsHere(a.from),
    );
    const unusedArrows = arrows.map((arrow): UnusedWay => {
        const from = machine.index.get(arrow.from ?? '');
        const deadAt = deadAround(from);
        const isDead = deadAt !== undefined;
        const terms = isDead ? [] : idleBehind(proofs, arrow);
        const isUndone = ['next', 'branch', 'otherwise'].includes(arrow.kind) && !done.has(from ?? -1);
        return {
            from: arrow.from,
            because: isDead
                ? waiting.has(deadAt)
                    ? 'waiting'
                    : 'dead'
                : terms.length > 0
                  ? 'idle'
                  : isUndone
                    ? 'undone'
                    : 'never',
            isTold: !isDead && terms.length === 0 && (isStopped || isTold(proofs, arrow)),
            behind: isDead && arrow.from !== undefined ? [arrow.from] : [],
            facts: [],
            terms,
            at: arrow.at,
        };
    });
    const interrupts = machine.breaches
        .filter(({ target }) => target !== undefined && isInside(machine, target, station))
        .map(({ interrupt, facts }): UnusedWay => {
            const names = [...facts].flatMap((f) => machine.facts[f]?.name ?? []);
            const missing = names.filter((name) => !isKnownWhere(machine, name, (i) => deadAround(i) === undefined));
            const behind = machine.stations.filter((s) => missing.some((name) => determinedAt(s.node).includes(name)));
            const isNowhere = missing.some((name) => !isKnownWhere(machine, name, () => true));
            return {
                from: undefined,
                because: isNowhere ? 'nowhere' : missing.length > 0 ? 'fact' : 'never',
                isTold: missing.length === 0 && isStopped,
                behind: isNowhere ? [] : behind.map((s) => s.node.name),
                facts: missing,
                terms: [],
                at: interrupt.at,
            };
        });
    return [...unusedArrows, ...interrupts];
}

/** Of an arrow of a term that never runs out: that term, and the one that runs out before. */
function idleBehind({ space: { machine }, work }: Proofs, arrow: Arrow): UnusedWay['terms'] {
    const [idle] = [...machine.idle].filter(([way]) => way.arrow === arrow);
    const from = machine.index.get(arrow.from ?? '');
    return idle && from !== undefined
        ? [{ station: from, way: idle[0] }, idle[1]].flatMap(({ station, way }) => {
              const term = work.stations[station]?.terms.find((t) => t.at === way.arrow.at);
              return term ? [{ text: term.quantity.text, of: term.of }] : [];
          })
        : [];
}

/** Whether some node that is accepted, or who enters, makes a fact known. */
function isKnownWhere({ stations, access }: Machine, fact: string, accepted: (station: number) => boolean): boolean {
    return (
        access.some((condition) => factsIn(condition).has(fact)) ||
        stations.some((s) => accepted(s.index) && determinedAt(s.node).includes(fact))
    );
}

/** Whether another rule says why nobody takes this way: its condition never holds, or asks for what is not known. */
function isTold(proofs: Proofs, arrow: Arrow): boolean {
    return (
        isNeverAsked(proofs, arrow) ||
        proofs.decisions.some(
            (d) =>
                d.never.some((w) => w.arrow === arrow) || d.unknown.some((u) => factsIn(arrow.condition).has(u.fact)),
        )
    );
}

/** Whether this way waits for what becomes known only later: where its work is done, or for an escalation. */
function isNeverAsked({ space }: Proofs, { from, condition, kind }: Arrow): boolean {
    const { machine } = space;
    const isDetermined = (fact: string) => isKnownWhere(machine, fact, () => true);
    return neverKnown(space).some((n) =>
        n.kind === 'done'
            ? kind !== 'escalation' && n.station === machine.index.get(from ?? '')
            : n.kind === 'escalation' && n.condition === condition && isDetermined(n.fact),
    );
}
