import { daysOff } from '../execution/calendar.js';
import { machineOf, type Way } from '../execution/machine.js';
import { obstacleTo } from '../execution/obstacle.js';
import type { Protocol } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import { decisionsOf, type Decision } from './decisions.js';
import { unboundedLoops } from './loops.js';
import { soundnessOf, type Soundness } from './soundness.js';
import { spaceOf, type Space } from './space.js';
import { timedWork, type TimedWork } from '../execution/timed-work.js';

/** What the path analyses of one interventie stand on; each part is computed when it is first asked for, and once. */
export interface Proofs {
    readonly space: Space;
    readonly soundness: Soundness;
    readonly decisions: readonly Decision[];
    /** ways back without a bound */
    readonly loops: readonly Way[];
    /**
     * The space in which every order of the work at some stations is looked at, for questions about that order; the same
     * one where it left out no order of theirs.
     */
    readonly spaceSeeing: (stations: ReadonlySet<number>) => Space;
    /** what the text says about time */
    readonly work: TimedWork;
    /** the same where working days leave out further days off, ISO dates: `holidays` of the settings */
    readonly workWith: (holidays: readonly string[]) => TimedWork;
}

/** As many states are looked at once more for one question. */
const MOST_STATES_SEEN = 20_000;

const known = new WeakMap<Protocol, Proofs | undefined>();

/** The proofs of an interventie; undefined where it has no `aanpak` to reason about. */
export function proofsOf(protocol: Protocol): Proofs | undefined {
    if (!known.has(protocol)) {
        known.set(protocol, make(protocol));
    }
    return known.get(protocol);
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

function make(protocol: Protocol): Proofs | undefined {
    const machine = unprovedBecause(protocol) ? undefined : machineOf(protocol);
    if (!machine) {
        return undefined;
    }
    const space = lazy(() => spaceOf(machine));
    const soundness = lazy(() => soundnessOf(space()));
    const loops = lazy(() => unboundedLoops(machine));
    const decisions = lazy(() => decisionsOf(space()));
    const seeing = new Map<string, Space>();
    const spaceSeeing = (stations: ReadonlySet<number>): Space => {
        const { reducedAt } = space();
        if (![...stations].some((s) => reducedAt.has(s))) {
            return space();
        }
        const key = [...stations].sort((a, b) => a - b).join();
        const made = seeing.get(key) ?? spaceOf(machine, { limit: MOST_STATES_SEEN, visible: stations });
        seeing.set(key, made);
        return made;
    };
    const works = new Map<string, TimedWork>();
    const workWith = (holidays: readonly string[]): TimedWork => {
        const key = holidays.join();
        const made = works.get(key) ?? timedWork(machine, daysOff(holidays));
        works.set(key, made);
        return made;
    };
    return {
        get space() {
            return space();
        },
        get soundness() {
            return soundness();
        },
        get loops() {
            return loops();
        },
        get decisions() {
            return decisions();
        },
        spaceSeeing,
        get work() {
            return workWith([]);
        },
        workWith,
    };
}

function lazy<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}
