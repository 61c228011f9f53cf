/** What is played in an engine and what came of it: see README.md, "A case". The players in Java read and write the same. */

/** A value of a process variable; `null` is a variable without a value. */
export type VariableValue = string | number | boolean | null | readonly VariableValue[];
export type Variables = Readonly<Record<string, VariableValue>>;

export type Step =
    | { readonly complete: string; readonly as?: string; readonly variables?: Variables }
    | { readonly timer: string }
    | { readonly message: string; readonly variables?: Variables }
    | { readonly set: Variables }
    | { readonly open: readonly string[] };

export interface Case {
    readonly process: string;
    readonly name: string;
    readonly variables?: Variables;
    readonly steps: readonly Step[];
    readonly ends?: readonly string[];
}

export interface Deployment {
    readonly file: string;
    readonly processes: readonly string[];
    readonly ok: boolean;
    /** What the engine said, where it refused the file. */
    readonly error: string | null;
}

export interface SeenTask {
    readonly id: string;
    readonly candidateGroups: readonly string[];
    readonly dueDate: string | null;
}

export interface Played {
    readonly process: string;
    readonly name: string;
    readonly ok: boolean;
    readonly error: string | null;
    readonly path: readonly string[];
    readonly events: readonly string[];
    readonly tasks: readonly SeenTask[];
    readonly variables: Variables;
    readonly ended: boolean;
}

export interface Outcome {
    readonly deployments: readonly Deployment[];
    readonly cases: readonly Played[];
}
