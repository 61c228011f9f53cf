import { sayTheSame } from '../messages/wording.js';
import type { FlowNode } from '../model/process.js';
import type { Deadline } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import { mostOf, type Quantity, type Value } from '../model/values.js';
import { standardOf } from './open-times.js';

/** Something that says how long work may take. */
export interface DueTerm {
    /** the statement, as the text has it */
    readonly kind: string;
    readonly value: Value;
    /** whether it counts from a moment that the process knows */
    readonly isCounted: boolean;
    readonly deadline?: Deadline;
}

/**
 * What says how long work may take: its duration, the term of an escalation, terms that lead nowhere.
 *
 * @returns all of it, with the one by which a task is due: the first in figures that nothing of its kind contradicts
 */
export function dueTerms(node: FlowNode): { readonly terms: readonly DueTerm[]; readonly due: DueTerm | undefined } {
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        return { terms: [], due: undefined };
    }
    const terms: readonly DueTerm[] = [
        ...statementsOf(node, 'duur', 'binnen').flatMap((s) =>
            s.values.map((value) => ({ kind: s.kind, value, isCounted: !s.after })),
        ),
        ...node.deadlines
            .filter((d) => !d.otherwise && !d.otherwiseValue)
            .map((deadline) => ({
                kind: 'termijn',
                value: deadline.value,
                isCounted: deadline.after?.type !== 'other',
                deadline,
            })),
    ];
    const isDecided = (kind: string) => sayTheSame(terms.filter((t) => t.kind === kind && t.isCounted));
    return { terms, due: terms.find((t) => t.isCounted && isCountable(standardOf(t.value)) && isDecided(t.kind)) };
}

export function isCountable(value: Value): value is Quantity {
    return value.type === 'quantity' && value.per === undefined && mostOf(value) !== undefined;
}
