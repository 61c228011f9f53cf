import { daysOff, type DaysOff } from '../execution/calendar.js';
import { forgetMachine, machineOf, type Breach, type Way } from '../execution/machine.js';
import { obstacleTo } from '../execution/obstacle.js';
import { essenceOf } from '../model/kept.js';
import type { Protocol } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import { decisionsOf, type Decision } from './decisions.js';
import { interruptedLoops } from './interrupted-loops.js';
import { lazy } from './lazy.js';
import { unboundedLoops } from './loops.js';
import { soundnessOf, type Soundness } from './soundness.js';
import { spaceOf, type Space } from './space.js';
import { timedSpace, type RunOut } from './timed-space.js';
import { timedWork, type TimedWork } from '../execution/timed-work.js';

/** What the path analyses of one interventie stand on; each part is computed when it is first asked for, and once. */
export interface Proofs {
    readonly space: Space;
    /** the terms that always run out before work is done; what is behind that work is not in the space */
    readonly runOuts: readonly RunOut[];
    readonly soundness: Soundness;
    readonly decisions: readonly Decision[];
    /** ways back without a bound, those of interrupted cases too */
    readonly loops: readonly Way[];
    /** each `altijd als` that may happen any number of times, while no way without a bound leads back from it */
    readonly recurring: readonly Breach[];
    /**
     * The space in which every order of the work at some stations is looked at, for questions about that order; the same
     * one where it left out no order of theirs.
     */
    readonly spaceSeeing: (stations: ReadonlySet<number>) => Space;
    /** what the text says about time */
    readonly work: TimedWork;
}

/** As many states are looked at once more for one question. */
const MOST_STATES_SEEN = 20_000;

/** Of each interventie what is proved of it, by the further days off. */
const known = new WeakMap<Protocol, Map<string, Proofs | undefined>>();

/**
 * The proofs of an interventie. Which states a case can come into may depend on how many days working days take, so on
 * the days off: they are those of a case that runs by the same settings.
 *
 * @param holidays days off besides public holidays, ISO dates: `holidays` of the settings
 * @returns undefined where it has no `aanpak` to reason about
 */
export function proofsOf(protocol: Protocol, holidays: readonly string[]): Proofs | undefined {
    const essence = essenceOf(protocol);
    const made = known.get(essence) ?? new Map<string, Proofs | undefined>();
    known.set(essence, made);
    const key = holidays.join();
    if (!made.has(key)) {
        made.set(key, make(essence, daysOff(holidays)));
    }
    return made.get(key);
}

/** Lets go of what was computed of an interventie; who asks again computes it anew. */
export function forgetProofs(protocol: Protocol): void {
    known.delete(essenceOf(protocol));
    forgetMachine(protocol);
}

/** A process of more nodes is too large to reason about while somebody types; stroom/te-groot tells it. */
const MOST_NODES = 2_000;

/** Whether a process has more nodes than are reasoned about. */
export function isTooLarge({ process }: Protocol): boolean {
    return (process?.nodes.length ?? 0) > MOST_NODES;
}

/**
 * Why nothing is proved of an interventie, as what people are told of it: `X heeft …`.
 *
 * @returns undefined where it has proofs
 */
export function unprovedBecause(protocol: Protocol): Bilingual | undefined {
    if (isTooLarge(protocol)) {
        const limit = formatNumber(MOST_NODES);
        return {
            nl: `${protocol.name} heeft meer dan ${limit.nl} onderdelen`,
            en: `${protocol.name} has more than ${limit.en} parts`,
        };
    }
    return obstacleTo(protocol);
}

function make(protocol: Protocol, off: DaysOff): Proofs | undefined {
    const machine = unprovedBecause(protocol) ? undefined : machineOf(protocol);
    if (!machine) {
        return undefined;
    }
    const work = lazy(() => timedWork(machine, off));
    const timed = lazy(() => timedSpace(machine, work()));
    const space = () => timed().space;
    const soundness = lazy(() => soundnessOf(space()));
    const interrupted = lazy(() => interruptedLoops(space()));
    const loops = lazy(() => [...new Set([...unboundedLoops(machine), ...interrupted().ways])]);
    const decisions = lazy(() => decisionsOf(space()));
    const seeing = new Map<string, Space>();
    const spaceSeeing = (stations: ReadonlySet<number>): Space => {
        const { reducedAt } = space();
        if (![...stations].some((s) => reducedAt.has(s))) {
            return space();
        }
        const key = [...stations].sort((a, b) => a - b).join();
        const made = seeing.get(key) ?? spaceOf(space().machine, { limit: MOST_STATES_SEEN, visible: stations });
        seeing.set(key, made);
        return made;
    };
    return {
        get space() {
            return space();
        },
        get runOuts() {
            return timed().runOuts;
        },
        get soundness() {
            return soundness();
        },
        get loops() {
            return loops();
        },
        get recurring() {
            return interrupted().breaches;
        },
        get decisions() {
            return decisions();
        },
        spaceSeeing,
        get work() {
            return work();
        },
    };
}
