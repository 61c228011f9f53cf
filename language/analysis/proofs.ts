import { machineOf } from '../execution/machine.js';
import type { Protocol } from '../model/protocol.js';
import { soundnessOf, type Soundness } from './soundness.js';
import { spaceOf, type Space } from './space.js';

/** What the path analyses of one interventie stand on; each part is computed when it is first asked for, and once. */
export interface Proofs {
    readonly space: Space;
    readonly soundness: Soundness;
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
    return {
        get space() {
            return space();
        },
        get soundness() {
            return soundness();
        },
    };
}

function lazy<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}
