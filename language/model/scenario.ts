import type { Block, Place, Ref, Stated } from './protocol.js';
import type { Value } from './values.js';

/** A case with what is expected of it. */
export interface Scenario extends Block {
    readonly title: string;
    readonly intervention: Ref;
    readonly given: readonly Given[];
    readonly during: readonly During[];
    readonly expectations: readonly Expectation[];
}

/** What is known at the start, by one `gegeven`. */
export interface Given extends Stated {
    readonly assignments: readonly Assignment[];
}

/** What becomes known or happens at a step, by one `bij`. */
export interface During extends Stated {
    readonly node: Ref;
    readonly events: readonly CaseEvent[];
}

export interface Assignment {
    readonly type: 'fact';
    readonly fact?: Ref;
    /** an informal condition, by its text */
    readonly informal?: string;
    readonly value: boolean | number | string | null;
    readonly at: Place;
}

export type CaseEvent =
    | Assignment
    | { readonly type: 'duration'; readonly value: Value; readonly at: Place }
    | { readonly type: 'expiry'; readonly at: Place }
    | { readonly type: 'choice'; readonly node: Ref; readonly at: Place };

export interface Expectation extends Stated {
    readonly kind: 'path' | 'handover' | 'document' | 'escalation' | 'step' | 'end' | 'direction' | 'access' | 'amount';
    readonly negated: boolean;
    /** the elements that are expected, in order for a path */
    readonly elements: readonly Ref[];
    readonly after?: Ref;
    readonly value?: Value;
    readonly organisation?: Ref;
}
