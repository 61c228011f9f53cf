import type {
    Block,
    Condition,
    Deadline,
    Guard,
    Modality,
    Named,
    Place,
    Ref,
    Rerouted,
    Since,
    Stated,
    StatedRef,
    Statement,
    StepCount,
    Target,
} from './protocol.js';
import type { Quantity, Value } from './values.js';

/** What an `aanpak` says: who enters, and the steps, choices, parallel blocks, escalations and ends with their arrows. */
export interface Process extends Block {
    readonly access: readonly Access[];
    readonly contactBudgets: readonly ContactBudget[];
    readonly stepCounts: readonly StepCount[];
    /** rules for staffing that hold in every step */
    readonly deployment: readonly Deployment[];
    /** all nodes in the order of the text, a group or phase before what it contains */
    readonly nodes: readonly FlowNode[];
    readonly interrupts: readonly Interrupt[];
    /** every way from one node to another, stated or implied (see flow.ts) */
    readonly arrows: readonly Arrow[];
    /** where a case begins; undefined without nodes */
    readonly start?: string;
}

export type FlowNode = Step | Group | Phase | Escalation | End;

interface InFlow extends Named {
    /** the group or phase that it stands in */
    readonly parent?: string;
}

/** What a step, an escalation or a phase says about its work. */
export interface Work extends Labour {
    readonly startsAt: readonly StartEvent[];
    readonly startsAfter: readonly StartsAfter[];
    readonly activities: readonly Activity[];
}

/** One of the things behind `begint bij`. */
export interface StartEvent extends Stated {
    readonly text?: string;
    readonly value?: Value;
    readonly modality?: Modality;
}

/** `begint 4 weken na Intake`: how long after something it begins, or later where a case comes there later. */
export interface StartsAfter extends Stated {
    readonly value: Value;
    readonly modality?: Modality;
    readonly after: Since;
}

/** A condition under which an escalation begins. */
export interface EscalationCondition extends Stated {
    readonly condition: Condition;
}

/** What a step and an activity in it both may say: who does it, with what, towards what. */
export interface Labour {
    readonly performers: readonly Performers[];
    readonly deployment: readonly Deployment[];
    readonly worksOn: readonly StatedRef[];
    readonly requires: readonly StatedRef[];
    readonly delivers: readonly StatedRef[];
    readonly determines: readonly StatedRef[];
    readonly follows: readonly Follows[];
    /** those of `werkt aan`, `vereist`, `levert`, `bepaalt` and `vanuit` that name nothing: `levert onbekend` */
    readonly open: readonly Statement[];
}

/** `volgt meldcode`, `volgt RICHTLIJN`, or a text */
export interface Follows extends Stated {
    readonly meldcode: boolean;
    readonly guidelines: readonly Ref[];
    readonly text?: string;
    readonly value?: Value;
    readonly modality?: Modality;
}

/** How a node ends: its guards, deadlines, repetition and what comes next, as stated. */
export interface Outgoing {
    readonly guards: readonly Guard[];
    readonly deadlines: readonly Deadline[];
    readonly repeats: readonly Repeat[];
    /** the stated `daarna`, in order; empty where the next one in the text follows */
    readonly branches: readonly Branch[];
    /** each `daarna` that says more than its branches: `daarna onbekend`, or a remark in its block */
    readonly next: readonly Next[];
    /** of the first `daarna` */
    readonly nextAt?: Place;
}

export interface Step extends InFlow, Work, Outgoing {
    readonly kind: 'step';
}

export interface Escalation extends InFlow, Work, Outgoing {
    readonly kind: 'escalation';
    readonly to: readonly Ref[];
    readonly toValue?: Value;
    readonly fromNodes: readonly StatedRef[];
    readonly when: readonly EscalationCondition[];
}

/** `gelijktijdig`: all of it; `een van`: exactly one; `naar keuze`: any. */
export interface Group extends InFlow, Outgoing {
    readonly kind: 'group';
    readonly mode: 'all' | 'one' | 'any';
    readonly children: readonly string[];
}

export interface Phase extends InFlow, Outgoing {
    readonly kind: 'phase';
    readonly extent?: Quantity;
    /** `van onbekend` */
    readonly extentValue?: Value;
    readonly children: readonly string[];
}

export interface End extends InFlow {
    readonly kind: 'end';
    /** `geslaagd` */
    readonly successful: boolean;
    /** `bij weigering` */
    readonly onRefusal: boolean;
    /** what the statements `geslaagd` and `bij weigering` say of themselves */
    readonly flags: readonly Stated[];
    /** true for the end that nobody wrote: the last step of a process without `einde` */
    readonly implicit: boolean;
}

export interface Performers extends Stated {
    readonly performers: readonly Ref[];
    readonly with: readonly Ref[];
    /** `met onbekend` */
    readonly withValue?: Value;
    /** of who join in: `met veelal X` */
    readonly withModality?: Modality;
    readonly value?: Value;
    readonly modality?: Modality;
}

export interface Deployment extends Stated {
    readonly value: Value;
    readonly condition?: Condition;
    readonly modality?: Modality;
}

export interface Activity extends Block, Labour {
    /** empty where the activity itself is open */
    readonly title: string;
    /** `activiteit onbekend` */
    readonly value?: Value;
    readonly modality?: Modality;
}

export interface Repeat extends Stated {
    readonly modality?: Modality;
    readonly bound?: Value;
    readonly until?: Condition;
}

/** What a `daarna` says besides its branches. */
export interface Next extends Block {
    readonly modality?: Modality;
    /** `daarna onbekend` */
    readonly value?: Value;
}

export interface Branch extends Stated, Rerouted {
    readonly modality?: Modality;
    /** undefined for `anders` and for a plain `daarna: X` */
    readonly condition?: Condition;
    readonly otherwise: boolean;
    /** undefined where the branch leads to `onbekend`, or to what a local working-out leaves out */
    readonly target?: Target;
    readonly value?: Value;
}

export interface Access extends Stated {
    readonly condition?: Condition;
    readonly routes: readonly Ref[];
    readonly value?: Value;
    /** whether the value is who refers: `toegang via onbekend` */
    readonly via: boolean;
    readonly modality?: Modality;
}

export interface ContactBudget extends Stated {
    readonly value: Value;
    readonly modality?: Modality;
    readonly organisation?: Ref;
    /** `van onbekend` */
    readonly organisationValue?: Value;
}

/** `altijd als C: X`, and with `hervat daarna` the work goes on behind X */
export interface Interrupt extends Stated {
    readonly modality?: Modality;
    readonly condition: Condition;
    /** undefined where it leads to `onbekend` */
    readonly target?: Target;
    readonly value?: Value;
    readonly resume: boolean;
    /** `hervat daarna onbekend`: whether the other work goes on is not known */
    readonly resumeValue?: Value;
}

/**
 * A way from one node to another.
 * - `next`: plain, stated or implied by the order of the text; `branch`: with a condition; `otherwise`: `anders`
 * - `repeat`: from a step to itself; `deadline`: a term ran out; `escalation`: up, from a node named in `vanuit`
 * - `interrupt`: `altijd als`, from the whole process (`from` is undefined)
 * - `fallback`: a handover that was not confirmed (`bij uitblijven`, or its term)
 *
 * A stated way that leads around a dropped node (`insteadOf`) is implied too: nobody wrote where it leads now.
 */
export interface Arrow extends Rerouted {
    readonly from?: string;
    /** undefined where the text says `onbekend` or `plaatselijk` */
    readonly to?: string;
    readonly kind: 'next' | 'branch' | 'otherwise' | 'repeat' | 'deadline' | 'escalation' | 'interrupt' | 'fallback';
    readonly condition?: Condition;
    /** how firm it is that a case goes this way: `bij voorkeur als klaar: B` */
    readonly modality?: Modality;
    /** how firm it is where it leads: `als klaar: bij voorkeur B` */
    readonly toModality?: Modality;
    readonly atMost?: number;
    /** `hoogstens onbekend keer`; for all that counts it is no bound */
    readonly atMostValue?: Value;
    /** of a `fallback`: for when the bound of the one before it is reached (`bij uitblijven: … hoogstens 1 keer, anders: …`) */
    readonly otherwise?: true;
    /** the handovers that take place on this arrow */
    readonly handovers: readonly string[];
    readonly implied: boolean;
    readonly at: Place;
}
