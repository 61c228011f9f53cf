import { knownIn } from '../execution/enter.js';
import type { Breach, Machine } from '../execution/machine.js';
import { mayInterrupt, type Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import { isInformal, mustHold, truthsOf } from '../execution/truth.js';
import { decidedBy, informalTexts } from './said.js';
import type { Visit } from './script.js';

/** An `altijd als` that holds by what a case says of work that is done, with the text that a person answered. */
export interface Answered {
    readonly move: Extract<Move, { kind: 'interrupt' }>;
    readonly breach: Breach;
    readonly text: string;
}

/**
 * The first `altijd als` that people decide on and that holds now that work is done: by the answer that a case gives there
 * beside a fact that became known. Of a visit that the case does not speak of, nothing was answered.
 */
export function answeredAfter(machine: Machine, state: State, visit: Visit | undefined): Answered | undefined {
    const said = visit?.event?.facts;
    if (!visit || !said || !Number.isFinite(visit.order)) {
        return undefined;
    }
    const known = knownIn(machine, state.facts, decidedBy(visit));
    const names = new Set(Object.keys(said));
    for (const [index, breach] of machine.breaches.entries()) {
        const { condition } = breach.interrupt;
        const text = informalTexts(condition).find((t) => typeof said[t] === 'boolean' && !visit.used.has(t));
        const isNew = [...breach.facts].some((f) => names.has(machine.facts[f]?.name ?? ''));
        if (
            text !== undefined &&
            isNew &&
            isInformal(condition) &&
            mustHold(truthsOf(condition, known)) &&
            mayInterrupt(machine, state, index)
        ) {
            return { move: { kind: 'interrupt', breach: index }, breach, text };
        }
    }
    return undefined;
}
