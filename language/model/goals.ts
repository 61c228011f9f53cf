import type { Block, Modality, Named, Ref, Spoken, StatedRef, Statement } from './protocol.js';
import type { Value } from './values.js';

export interface Goal extends Named {
    /** `doel X onbekend`: that there is a goal is known, what it is not */
    readonly titleValue?: Value;
    readonly after: readonly Ref[];
    /** `na onbekend` */
    readonly afterValue?: Value;
    readonly subgoals: readonly Subgoal[];
    readonly indicators: readonly Indicator[];
}

export interface Subgoal extends Named {
    /** `doel X onbekend`: that there is a goal is known, what it is not */
    readonly titleValue?: Value;
    readonly after: readonly Ref[];
    /** `na onbekend` */
    readonly afterValue?: Value;
    readonly indicators: readonly Indicator[];
}

/** Norm, measurement and verdict are three things: statements `norm`, `meting`, `oordeel`. */
export type Indicator = Named;

export interface Effect extends Block {
    readonly subject: string;
    readonly outcome: 'shown' | 'not-shown' | 'not-answered' | 'supposed' | 'unknown';
    /** the outcome where it is unknown, or each municipality finds its own */
    readonly outcomeValue?: Value;
    /** of the outcome: `veelal aangetoond` */
    readonly modality?: Modality;
    readonly basis?: Value;
    readonly concerns: readonly StatedRef[];
    /** `betreft onbekend` */
    readonly open: readonly Statement[];
}

export interface Rationale extends Block {
    readonly factors: readonly Factor[];
    readonly workingElements: readonly WorkingElement[];
}

export interface Factor extends Named {
    /** goals and subgoals that influence it */
    readonly goals: readonly Ref[];
    /** `beïnvloed door onbekend` */
    readonly goalsValue?: Value;
    /** `beïnvloed door mogelijk s` */
    readonly goalsModality?: Modality;
}

export interface WorkingElement extends Block {
    readonly title: string;
    readonly elements: readonly Ref[];
    /** `in onbekend` */
    readonly elementsValue?: Value;
}

export interface Research extends Named {
    readonly phases: readonly ResearchPhase[];
    readonly effects: readonly Effect[];
    readonly spoken: readonly Spoken[];
    readonly concerns: readonly StatedRef[];
    /** `betreft onbekend` */
    readonly open: readonly Statement[];
}

export interface ResearchPhase extends Block {
    readonly phase: 'planned' | 'interim' | 'realised';
    readonly spoken: readonly Spoken[];
    readonly concerns: readonly StatedRef[];
    /** `betreft onbekend` */
    readonly open: readonly Statement[];
}
