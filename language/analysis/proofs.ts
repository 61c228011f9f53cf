import { machineOf, type Way } from '../execution/machine.js';
import type { Protocol } from '../model/protocol.js';
import { decisionsOf, type Decision } from './decisions.js';
import { unboundedLoops } from './loops.js';
import { soundnessOf, type Soundness } from './soundness.js';
import { spaceOf, type Space } from './space.js';
import { timedWork, type TimedWork } from './timed-work.js';

/** What the path analyses of one interventie stand on; each part is computed when it is first asked for, and once. */
export interface Proofs {
    readonly space: Space;
    readonly soundness: Soundness;
    readonly decisions: readonly Decision[];
    /** ways back without a bound */
    readonly loops: readonly Way[];
    /** what the text says about time */
    readonly work: TimedWork;
}

const known = new WeakMap<Protocol, Proofs | undefined>();

/** The proofs of an interventie; undefined where it has no `aanpak` to reason about. */
export function proofsOf(protocol: Protocol): Proofs | undefined {
    if (!known.has(protocol)) {
        known.set(protocol, make(protocol));
    }
    return known.get(protocol);
}

function make(protocol: Protocol): Proofs | undefined {
    const machine = machineOf(protocol);
    if (!machine) {
        return undefined;
    }
    const space = lazy(() => spaceOf(machine));
    const soundness = lazy(() => soundnessOf(space()));
    const loops = lazy(() => unboundedLoops(machine));
    const decisions = lazy(() => decisionsOf(space()));
    const work = lazy(() => timedWork(machine));
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
        get work() {
            return work();
        },
    };
}

function lazy<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}
