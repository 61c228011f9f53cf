import type { StartEvent, StartsAfter } from '../model/process.js';
import type { Condition, Guard, Place } from '../model/protocol.js';
import type { Quantity } from '../model/values.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * What an `aanpak` is for those who draw it and for engines that run it: tasks, gateways, events and the flows between
 * them, in the sense of BPMN 2.0. Made in one place (build-graph.ts); the layout, the drawings and every workflow output
 * read it. Plain data. Ids are unique in the graph, of the shape `[A-Za-z_][A-Za-z0-9_-]*`, and made from the names of
 * elements, so that a change of a title changes none.
 */
export interface WorkflowGraph {
    /** the interventie */
    readonly id: string;
    readonly title: string;
    /** one for each role that does something, in the order of the text; the band of what no role does comes last */
    readonly lanes: readonly Lane[];
    /** in the order of the text; a subprocess before what stands in it */
    readonly nodes: readonly GraphNode[];
    readonly flows: readonly Flow[];
    /** facts, decisions of people and counters that conditions ask about */
    readonly variables: readonly Variable[];
    /** what the process says that the graph cannot */
    readonly losses: readonly GraphLoss[];
    /** names of nodes that no case comes to, and of handovers that never take place */
    readonly unreached: readonly string[];
}

export interface GraphLoss {
    readonly element: string;
    readonly reason: Bilingual;
}

export interface Lane {
    readonly id: string;
    /** the title of the role, as a reader reads it */
    readonly title: string;
    /** the role; undefined where nobody is named */
    readonly role?: string;
}

export interface NodeBase {
    readonly id: string;
    /** what is written in it or beside it; empty for a gateway that asks nothing */
    readonly label: string;
    /** index in {@link WorkflowGraph.lanes} */
    readonly lane: number;
    /** id of the subprocess that it stands in */
    readonly scope?: string;
    /** the element of the protocol that it comes from, and where that is written; undefined for what only joins ways */
    readonly element?: string;
    readonly at?: Place;
}

export type GraphNode =
    StartNode | TaskNode | GatewayNode | BoundaryNode | CatchNode | SetNode | ThrowNode | EndNode | SubprocessNode;

/** Where a process or a subprocess begins. */
export interface StartNode extends NodeBase {
    readonly kind: 'start';
    /** names in {@link WorkflowGraph.variables} that are filled in at the start of a case; empty in a subprocess */
    readonly fills: readonly string[];
    /** what begins an event subprocess; undefined elsewhere */
    readonly trigger?: Trigger;
    readonly interrupting?: boolean;
}

/**
 * Work of people: a step, an escalation, or what two roles do at a handover.
 * - `choose`: somebody decides how a group or phase goes on where no step before it can ask: which of its parts, whether once
 *   more, which way
 * - `wait`: a case waits until something becomes known; somebody says that it is (`pas als`, or no way on yet)
 */
export interface TaskNode extends NodeBase {
    readonly kind: 'task';
    readonly work: 'step' | 'escalation' | 'hand-over' | 'meet' | 'confirm' | 'choose' | 'wait';
    /** the roles that may take it up */
    readonly candidates: readonly string[];
    /** the roles that take part */
    readonly with: readonly string[];
    /** the handover of which it is part; whether that is a warm one; where the way is written on which it takes place */
    readonly handover?: { readonly name: string; readonly warm: boolean; readonly way: Place };
    /** how long it may take; undefined where that is not stated in figures */
    readonly due?: Quantity;
    /** the variable that keeps when that is over, where it does not count from when the task opens */
    readonly dueAt?: string;
    /** names in {@link WorkflowGraph.variables} that are filled in when it is done */
    readonly fills: readonly string[];
    /** documents by name */
    readonly requires: readonly string[];
    readonly delivers: readonly string[];
    /** `pas als` and `klaar als` */
    readonly guards: readonly Guard[];
    /** `begint bij`, in words: no engine waits for it */
    readonly startsAt?: readonly StartEvent[];
    /** `begint … na`, in words; what a clock counts is a {@link CatchNode} before it as well */
    readonly startsAfter?: readonly StartsAfter[];
    /** in a graph for readers: what a drawing says of it besides its name */
    readonly said?: TaskWords;
}

/** What a drawing says of a task: a line each. */
export interface TaskWords {
    /** below its name: the first thing that is said of its time, and who else takes part */
    readonly captions: readonly string[];
    /** all of it, for the title of its shape */
    readonly whole: readonly string[];
}

/**
 * Where ways part or come together.
 * - `decide`: the first flow whose expression holds, in their order, else the one that is `otherwise`
 * - `merge`: each token goes on; `split` and `join`: parallel
 */
export interface GatewayNode extends NodeBase {
    readonly kind: 'gateway';
    readonly gateway: 'decide' | 'merge' | 'split' | 'join';
}

/** What can happen while a task or subprocess is open, drawn on its border. */
export interface BoundaryNode extends NodeBase {
    readonly kind: 'boundary';
    /** id of the task or subprocess */
    readonly on: string;
    readonly trigger: Trigger;
    readonly interrupting: boolean;
}

/** A case waits here for a moment: `begint … na`. */
export interface CatchNode extends NodeBase {
    readonly kind: 'catch';
    readonly trigger: Trigger & { readonly kind: 'timer' };
}

/**
 * Sets counters, routes and moments as a case passes: an intermediate event without a trigger. A bound (`hoogstens 2 keer`) is kept
 * by the engine in this way, and is seen in a drawing. It does so by itself; no person is asked.
 */
export interface SetNode extends NodeBase {
    readonly kind: 'set';
    readonly sets: readonly Assignment[];
}

/** `up`: one more; `zero`: none yet; `after`: the moment that is so long after this one; else a value, null for none. */
export interface Assignment {
    /** name in {@link WorkflowGraph.variables} */
    readonly variable: string;
    readonly to:
        | { readonly type: 'up' | 'zero' }
        | { readonly type: 'after'; readonly quantity: Quantity }
        | { readonly type: 'value'; readonly value: string | null };
}

/** Raises an event that an event subprocess waits for. */
export interface ThrowNode extends NodeBase {
    readonly kind: 'throw';
    readonly trigger: Trigger;
}

/** An end: of the whole process for an `einde`, else of one token or of a subprocess. */
export interface EndNode extends NodeBase {
    readonly kind: 'end';
    /** ends all that is still open in its scope */
    readonly terminates: boolean;
    /** of an `einde` */
    readonly outcome?: 'successful' | 'refusal' | 'other';
    /** raises an event for what is around it */
    readonly trigger?: Trigger;
}

/** A group or phase as a whole, where something can happen to it as a whole; or what `altijd als` starts. */
export interface SubprocessNode extends NodeBase {
    readonly kind: 'subprocess';
    readonly byEvent: boolean;
}

/** What an event waits for or raises. */
export type Trigger =
    /**
     * a term runs out; `quantity` in the units of the text. It counts from when a case comes there, or, with `until`, is over
     * at the moment in that variable. Where that has none, a case that waits for it goes on at once, and on a border it never is
     */
    | { readonly kind: 'timer'; readonly quantity: Quantity; readonly until?: string }
    /** somebody says so: a person outside the flow decides; `name` is unique in the graph */
    | { readonly kind: 'message'; readonly name: string }
    /** raised by the flow itself, for an event subprocess or a border */
    | { readonly kind: 'escalation' | 'error'; readonly name: string };

/** A way from one node to another in the same scope. */
export interface Flow {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    /** as a reader reads it; empty where there is nothing to say */
    readonly label: string;
    /** on a flow that leaves a `decide` gateway; what an engine evaluates */
    readonly when?: Expression;
    /** on the flow that is taken when no other is */
    readonly otherwise?: boolean;
    readonly at?: Place;
}

/**
 * What an engine evaluates: true or false, nothing between. A condition that asks about a fact that is not known is not
 * true, nor is its denial (`niet`); what `not` stands before here is true whenever the rest is not.
 */
export type Expression =
    /** asks about facts only: no informal part, no vague amount, nothing left open */
    | { readonly type: 'condition'; readonly condition: Condition }
    /** somebody chose this in a form, or a route leads here */
    | { readonly type: 'chosen'; readonly variable: string; readonly value: string | boolean }
    | { readonly type: 'below'; readonly counter: string; readonly bound: number }
    | { readonly type: 'and' | 'or'; readonly operands: readonly Expression[] }
    | { readonly type: 'not'; readonly operand: Expression };

/**
 * Something that a case knows: `name` is unique in the graph; `id` is too, of the shape `[A-Za-z_][A-Za-z0-9_]*`, and no word
 * of an expression language.
 */
export type Variable =
    /** a fact of the protocol */
    | { readonly kind: 'fact'; readonly name: string; readonly id: string; readonly label: string }
    /** what a person decides in a form, in words */
    | {
          readonly kind: 'decision';
          readonly name: string;
          readonly id: string;
          readonly label: string;
          /** undefined for yes or no */
          readonly options?: readonly { readonly value: string; readonly label: string }[];
      }
    /** where a case goes when it comes into or out of a subprocess by the side; the engine's own, asked of nobody */
    | { readonly kind: 'route'; readonly name: string; readonly id: string; readonly label: string }
    /** from when on work may begin, or when a term is over */
    | { readonly kind: 'moment'; readonly name: string; readonly id: string; readonly label: string }
    /** how often a way was taken */
    | { readonly kind: 'counter'; readonly name: string; readonly id: string; readonly label: string };
