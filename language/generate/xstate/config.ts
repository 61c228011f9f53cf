/** The parts of a machine of XState 5 (https://stately.ai/docs/machines) that are made here; plain JSON. */

export interface Step {
    readonly type: string;
    readonly params?: Readonly<Record<string, unknown>>;
}

export interface Transition {
    readonly target?: string;
    readonly guard?: Step;
    readonly actions?: readonly Step[];
    readonly description?: string;
}

export interface StateConfig {
    readonly id?: string;
    readonly type?: 'parallel' | 'final' | 'history';
    readonly history?: 'deep';
    readonly description?: string;
    readonly meta?: Readonly<Record<string, unknown>>;
    readonly initial?: string;
    readonly entry?: readonly Step[];
    readonly always?: readonly Transition[];
    readonly on?: Readonly<Record<string, readonly Transition[]>>;
    readonly after?: Readonly<Record<string, readonly Transition[]>>;
    readonly onDone?: string;
    readonly states?: Readonly<Record<string, StateConfig>>;
}
