import type { Quantity } from '../../model/values.js';
import type { Expression, SetNode, StartNode, TaskNode, Trigger, WorkflowGraph } from '../../workflow/graph.js';
import type { Xml } from './xml.js';

/** What an element of BPMN says in the words of one engine. */
export interface Extras {
    readonly attributes?: Readonly<Record<string, string | undefined>>;
    /** inside `extensionElements` */
    readonly extensions?: readonly Xml[];
    /** in the element itself, where the schema of BPMN has a place for it, behind all else; of the process, before its lanes */
    readonly inside?: readonly Xml[];
}

/** How one engine wants its BPMN. Everything else is the same for all. */
export interface Dialect {
    /** by prefix */
    readonly namespaces: Readonly<Record<string, string>>;
    /** of `definitions` */
    readonly attributes: Readonly<Record<string, string>>;
    readonly process: Extras;
    readonly start: (node: StartNode) => Extras;
    readonly task: (node: TaskNode) => Extras;
    /** a text as the name or documentation of a task, where an engine would evaluate what looks like an expression */
    readonly inTask: (text: string) => string;
    readonly set: (node: SetNode) => Extras;
    readonly condition: (expression: Expression) => Xml;
    /** whether a gateway asks its flows in the order of the file; else each condition also says that none before it holds */
    readonly asksInOrder: boolean;
    /** whether it counts working days by an expression; else they become calendar days */
    readonly countsWorkingDays: boolean;
    /** `timeDuration` or `timeDate` of a term */
    readonly timer: (quantity: Quantity) => Xml;
    /** `timeDate` of the moment in a variable; where that has none, at once for a case that `waits` for it, and else never */
    readonly until: (id: string, waits: boolean) => Xml;
    /** of the message that starts or breaks off something */
    readonly message: (trigger: Trigger & { readonly kind: 'message' }) => Extras;
    /** whether documents are data objects, which engines do not read */
    readonly hasDataObjects: boolean;
}

export const BPMN_TYPE = { 'xsi:type': 'bpmn:tFormalExpression' } as const;

/** So long after now that it is never over, as ISO 8601 has it: a hundred years. */
export const NEVER = 'P36500D';

/** Everything that a process knows, with what it is before a case begins. */
export function initialValues({ variables }: WorkflowGraph): { readonly id: string; readonly value: 'null' | '0' }[] {
    return variables.map(({ id, kind }) => ({ id, value: kind === 'counter' ? '0' : 'null' }));
}

/** The id of the moment at which a task is due, where a case keeps that. */
export function dueAtOf({ variables }: WorkflowGraph, { dueAt }: TaskNode): string | undefined {
    return dueAt === undefined ? undefined : variables.find((v) => v.name === dueAt)?.id;
}

/** What somebody decides in the form of a task, by the ids of its variables: what was decided before is no answer now. */
export function decisionsIn({ variables }: WorkflowGraph, { fills }: TaskNode): string[] {
    return variables.filter((v) => v.kind === 'decision' && fills.includes(v.name)).map((v) => v.id);
}

/** What a node sets, as expressions of a language. */
export function assignments(
    { sets }: SetNode,
    { variables }: WorkflowGraph,
    text: (value: string) => string,
    after: (quantity: Quantity) => string,
): { readonly id: string; readonly value: string }[] {
    return sets.map(({ variable, to }) => {
        const id = variables.find((v) => v.name === variable)?.id ?? variable;
        switch (to.type) {
            case 'up':
                return { id, value: `${id} + 1` };
            case 'zero':
                return { id, value: '0' };
            case 'after':
                return { id, value: after(to.quantity) };
            case 'value':
                return { id, value: to.value === null ? 'null' : text(to.value) };
        }
    });
}
