import type { Case } from '../execution/case.js';
import { knownIn, toDecideIn } from '../execution/enter.js';
import type { Machine, Station } from '../execution/machine.js';
import { after } from '../execution/after.js';
import { begin } from '../execution/begin.js';
import { openStations, stationOf, type Move } from '../execution/moves.js';
import { openWork, stateBefore, type State, type Token } from '../execution/state.js';
import { factsIn, mayHold, OPEN, truthsOf, type FactValue } from '../execution/truth.js';
import { clockFrom, REGISTRATION } from './clock.js';
import { decide } from './decide.js';
import { type Situation } from './situation.js';
import { recorderOf, type Happening } from './record.js';
import type { Run } from './run.js';
import { scriptOf, type Script, type Visit } from './script.js';
import { endless, notAdmitted, type Stop } from './stops.js';
import { timingOf } from './timing.js';

/** How many events a case may take before the simulator gives up. */
export const MOST_EVENTS = 1000;

export interface SimulateOptions {
    /** ISO date on which the case begins */
    readonly start?: string;
    /** further days off, ISO dates */
    readonly holidays?: readonly string[];
    readonly mostEvents?: number;
    /** is told of everything that happens, in order */
    readonly watch?: (happening: Happening) => void;
}

/**
 * Takes a case through a protocol by the reference semantics (execution/): to its end, or to where the case does not
 * say enough. It never guesses; the same case always goes the same way.
 */
export function simulate(machine: Machine, given: Case, options: SimulateOptions = {}): Run {
    const { start, holidays, mostEvents = MOST_EVENTS, watch } = options;
    const script = scriptOf(given);
    const clock = clockFrom(start, holidays);
    const timing = timingOf(machine, clock, (name) => script.ahead(name), holidays);
    const record = recorderOf(machine, clock);
    const facts = machine.facts.map(({ name }) => given.facts[name] ?? undefined);
    const refused = admission(machine, facts, given);
    if (refused) {
        return record.run(stateBefore(machine, facts), refused, REGISTRATION, timing.open(), script.unused());
    }
    let state = begin(machine, facts);
    timing.begins(state);
    record.begins(given.facts, state);
    let stop: Stop | undefined;
    /** where a case went on last though a bound that is not known may have been reached */
    let unbounded: Station | undefined;
    for (let events = 0; state.end === undefined; events++) {
        const situation: Situation = {
            machine,
            state,
            script,
            mayBeNext: timing.mayBeNext,
            isTooLate: timing.isTooLate,
        };
        const decision = decide(situation);
        if ('stop' in decision || events >= mostEvents) {
            stop = 'stop' in decision ? decision : endless(machine, state, unbounded, mostEvents);
            break;
        }
        const { move, visit, passed = [] } = decision;
        const next = after(machine, state, move);
        unbounded = pastOpenBound(machine, move) ?? unbounded;
        const happening = {
            move,
            visit,
            passed,
            before: state,
            after: next,
            ...timing.happens(move, next, visit, passed),
        };
        record.happens(happening);
        watch?.(happening);
        closeVisits(machine, script, move, state, next, visit);
        passed.forEach(({ handover }) => {
            script.close(handover.name, 'all');
        });
        state = next;
    }
    return record.run(state, stop, timing.now(), timing.open(), script.unused());
}

/** Why a case is not admitted, or not known to be. */
export function admission(machine: Machine, facts: readonly (FactValue | undefined)[], given: Case): Stop | undefined {
    const known = knownIn(machine, facts, (text) => {
        const said = given.facts[text];
        return typeof said === 'boolean' ? said : undefined;
    });
    for (const condition of machine.access) {
        const truths = truthsOf(condition, known);
        if (!mayHold(truths)) {
            const missing = truths & OPEN ? [...factsIn(condition)].filter((n) => known.fact(n) === undefined) : [];
            const access = machine.process.access.find((a) => a.condition === condition);
            return notAdmitted({ name: machine.protocol.name, nameAt: access?.at ?? machine.protocol.nameAt }, missing);
        }
    }
    return undefined;
}

/** Where a move goes on though a bound that is not known may have been reached. */
function pastOpenBound({ stations }: Machine, move: Move): Station | undefined {
    const station = stations[stationOf(move) ?? -1];
    const isOpen =
        move.kind === 'again' ? station?.repeats.some((r) => r.isOpen) : 'way' in move && move.way.mayBeUsedUp;
    return isOpen ? station : undefined;
}

/** Ends what was said of visits that are over; what an interruption puts off is not. */
function closeVisits(
    machine: Machine,
    script: Script,
    move: Move,
    before: State,
    next: State,
    visit: Visit | undefined,
): void {
    const nameOf = (index: number) => machine.stations[index]?.node.name ?? '';
    const station = stationOf(move);
    if (station !== undefined && move.kind === 'finish') {
        script.done(nameOf(station));
        const isToDecide = openWork(next).some((t) => t.at === station && isDone(t));
        if (!isToDecide) {
            script.close(nameOf(station), 'done');
        }
    } else if (station !== undefined && ['again', 'leave', 'fall back'].includes(move.kind)) {
        script.close(nameOf(station), 'done');
    } else if (station !== undefined && (move.kind === 'expire' || move.kind === 'escalate')) {
        const isDecided = before.tokens.some((t) => t.at === station && isDone(t));
        script.close(nameOf(station), isDecided ? 'done' : 'all');
    } else if (move.kind === 'interrupt' && visit?.event) {
        script.goOn(visit.event.step);
    }
    const decidedOn = toDecideIn(machine, before);
    for (const [group, count] of toDecideIn(machine, next)) {
        if (count > (decidedOn.get(group) ?? 0)) {
            script.close(nameOf(group), 'all');
        }
    }
    const open = openStations(machine, next);
    for (const { tokens } of next.suspended) {
        openStations(machine, { ...next, tokens }).forEach((index) => open.add(index));
    }
    for (const index of openStations(machine, before)) {
        if (!open.has(index)) {
            script.close(nameOf(index), 'all');
        }
    }
}

function isDone({ stage }: Token): boolean {
    return stage === 'repeating' || stage === 'leaving';
}
