import { EventEmitter } from 'node:events';
import { SequenceFlow } from 'bpmn-elements';
import { Engine } from 'bpmn-engine';
import { evaluate } from 'feelin';
import type { Case, Played, Step, Variables } from './contract.js';

/**
 * Plays cases in bpmn-engine, which runs plain BPMN in Node. Two things of BPMN 2.0 it leaves to whoever uses it, and are done
 * here: expressions in another language than its own (FEEL, by feelin), and assignments of data associations. One it does not
 * do: an interrupting start of an event subprocess does not stop the rest, so what else is open is stopped here; and a message
 * for an event subprocess is brought to it.
 *
 * @param sources BPMN by id of the process
 */
export async function playInBpmnEngine(
    sources: ReadonlyMap<string, string>,
    cases: readonly Case[],
): Promise<readonly Played[]> {
    const played: Played[] = [];
    for (const one of cases) {
        played.push(await play(sources.get(one.process), one));
    }
    return played;
}

/** What this uses of an activity of the engine. */
interface Activity {
    readonly id: string;
    readonly type: string;
    readonly isSubProcess?: boolean;
    readonly behaviour: Record<string, unknown>;
    readonly triggeredByEvent?: boolean;
    readonly broker: { readonly cancel: (tag: string) => void };
    readonly getStartActivities?: () => Activity[];
    readonly run: (content?: object) => void;
    readonly on: (event: string, listener: () => void, options?: object) => void;
}

interface Api {
    readonly id: string;
    readonly type: string;
    readonly executionId: string;
    readonly owner: Activity;
    readonly signal: (message?: object) => void;
    readonly discard: () => void;
    readonly getPostponed: () => Api[];
}

interface Process {
    readonly getPostponed: () => Api[];
    readonly getActivities: () => Activity[];
    readonly getApi: () => { sendApiMessage: (type: string, content: object, options: object) => void };
}

interface Timer {
    readonly owner?: { readonly id: string };
    readonly callback: (...args: unknown[]) => void;
    readonly args: readonly unknown[];
}

interface Association {
    readonly behaviour: {
        readonly assignment?: readonly {
            readonly from: { readonly body: string };
            readonly to: { readonly body: string };
        }[];
    };
}

const A_DAY = 86_400_000;

class Playing {
    readonly path: string[] = [];
    readonly events: string[] = [];
    readonly tasks: Played['tasks'] = [];
    readonly values: Record<string, unknown>;
    private isOver = false;
    private isInterrupted = false;
    /** event subprocesses that began in this step */
    private readonly begun: Activity[] = [];
    private execution:
        | { readonly definitions: readonly { getProcesses: () => Process[] }[]; readonly environment: unknown }
        | undefined;
    private readonly timers = new Set<Timer>();

    constructor(variables: Variables) {
        this.values = { ...variables };
    }

    async start(source: string): Promise<void> {
        const listener = new EventEmitter();
        listener.on('activity.end', ({ id, owner }: Api) => {
            if (owner.type.endsWith('Event')) {
                this.events.push(id);
            }
        });
        const engine = new Engine({
            name: 'engine',
            source,
            timers: this.standingClock(),
            scripts: {
                register: () => undefined,
                getScript: (_: string, { behaviour }: Activity) => ({
                    execute: (__: unknown, next: (error: unknown, result?: unknown) => void) => {
                        const { body } = behaviour['conditionExpression'] as { body: string };
                        next(null, this.evaluate(body) === true);
                    },
                }),
            },
            elements: { SequenceFlow: TakenFlow },
            expressions: {
                // of all else in plain BPMN the engine evaluates nothing; what is due by now is told to run out as well
                resolveExpression: (text: unknown) => {
                    if (typeof text !== 'string' || !text.startsWith('if ')) {
                        return text;
                    }
                    const due = new Date(String(this.evaluate(text))).getTime();
                    return new Date(Math.max(due, Date.now() + A_DAY)).toISOString();
                },
            },
            extensions: { draaiboek: (activity: Activity) => this.extend(activity) },
        } as unknown as ConstructorParameters<typeof Engine>[0]);
        listener.on('engine.end', () => {
            this.isOver = true;
        });
        engine.on('end', () => {
            this.isOver = true;
        });
        this.execution = (await engine.execute({ listener } as unknown as Parameters<
            typeof engine.execute
        >[0])) as never;
    }

    /** What was on its way to a joining gateway when an event subprocess took the place of all else, stays there for the engine. */
    get ended(): boolean {
        const open = this.process()?.getPostponed() ?? [];
        return this.isOver || (this.isInterrupted && open.every((api) => api.type === 'bpmn:SequenceFlow'));
    }

    async take(step: Step): Promise<void> {
        if ('complete' in step) {
            const task = this.open().find((t) => t.id === step.complete);
            if (!task) {
                throw new Error(`no task ${step.complete} is open; open are ${this.openIds().join(', ')}`);
            }
            Object.assign(this.values, step.variables);
            this.path.push(step.complete);
            task.signal({});
        } else if ('timer' in step) {
            const timer = [...this.timers].find((t) => t.owner?.id === step.timer);
            if (!timer) {
                throw new Error(`no timer ${step.timer} runs`);
            }
            this.timers.delete(timer);
            timer.callback(...timer.args);
        } else if ('message' in step) {
            this.send(step.message);
        } else if ('set' in step) {
            Object.assign(this.values, step.set);
        } else {
            const open = this.openIds();
            if (JSON.stringify(open) !== JSON.stringify(step.open.toSorted())) {
                throw new Error(`open tasks: ${open.join(', ')}`);
            }
        }
        this.interrupt();
        await Promise.resolve();
    }

    private evaluate(expression: string): unknown {
        const { value, warnings } = evaluate(expression, this.values) as {
            value: unknown;
            warnings: { message: string }[];
        };
        if (value === null && warnings.length > 0) {
            throw new Error(`${expression}: ${warnings.map((w) => w.message).join('; ')}`);
        }
        return value;
    }

    /** What BPMN says of an activity and the engine leaves to others. */
    private extend(activity: Activity): { activate: () => void; deactivate: () => void } {
        const { behaviour } = activity;
        const associations = [
            ...((behaviour['dataInputAssociations'] ?? []) as Association[]),
            ...((behaviour['dataOutputAssociations'] ?? []) as Association[]),
        ];
        const assigns = associations.flatMap((a) => a.behaviour.assignment ?? []);
        const tag = `draaiboek-${activity.id}`;
        return {
            // an activity is made active anew each time that a case comes to it
            activate: () => {
                if (assigns.length > 0 && activity.type.endsWith('Event')) {
                    activity.on(
                        'enter',
                        () => {
                            for (const { from, to } of assigns) {
                                this.values[to.body] = this.evaluate(from.body);
                            }
                        },
                        { consumerTag: tag },
                    );
                } else if (behaviour['triggeredByEvent'] === true) {
                    activity.on(
                        'enter',
                        () => {
                            // at once: what raised it would go on
                            this.begun.push(activity);
                            this.interrupt();
                        },
                        { consumerTag: tag },
                    );
                }
            },
            deactivate: () => {
                activity.broker.cancel(tag);
            },
        };
    }

    /** What an event subprocess does not go on beside, it takes the place of. */
    private interrupt(): void {
        for (const subprocess of this.begun.splice(0)) {
            const [start] = subprocess.getStartActivities?.() ?? [];
            if (start?.behaviour['isInterrupting'] !== false) {
                this.isInterrupted = true;
                for (const api of this.process()?.getPostponed() ?? []) {
                    if (api.id !== subprocess.id) {
                        api.discard();
                    }
                }
            }
        }
    }

    private send(message: string): void {
        const id = `_message_${message}`;
        const waiting = this.postponed().find((api) => refersTo(api.owner, id));
        if (waiting) {
            waiting.signal({ id });
            return;
        }
        const subprocess = this.process()
            ?.getActivities()
            .find(
                (a) =>
                    a.behaviour['triggeredByEvent'] === true && a.getStartActivities?.().some((s) => refersTo(s, id)),
            );
        if (!subprocess) {
            throw new Error(`nothing waits for message ${message}`);
        }
        subprocess.run({ id });
        this.process()?.getApi().sendApiMessage('message', { message: { id } }, { delegate: true });
    }

    private process(): Process | undefined {
        return this.execution?.definitions[0]?.getProcesses()[0];
    }

    /** Everything that waits, inside subprocesses too. */
    private postponed(): Api[] {
        const inside = (api: Api): Api[] => [
            api,
            ...(api.owner.isSubProcess
                ? api
                      .getPostponed()
                      .filter((other) => other.id !== api.id)
                      .flatMap(inside)
                : []),
        ];
        return (this.process()?.getPostponed() ?? []).flatMap(inside);
    }

    private open(): Api[] {
        return this.ended ? [] : this.postponed().filter((api) => api.type === 'bpmn:UserTask');
    }

    private openIds(): string[] {
        return this.open()
            .map((t) => t.id)
            .sort();
    }

    /** A clock that stands still: timers run out when they are told to. */
    private standingClock(): object {
        const timers = this.timers;
        const setTimer = (owner: Timer['owner'], callback: Timer['callback'], ...args: unknown[]): Timer => {
            const timer = { ...(owner ? { owner } : {}), callback, args };
            timers.add(timer);
            return timer;
        };
        const clear = (timer: Timer) => {
            timers.delete(timer);
        };
        return {
            executing: [],
            setTimeout: (callback: Timer['callback'], _: number, ...args: unknown[]) =>
                setTimer(undefined, callback, ...args),
            clearTimeout: clear,
            register: (owner: Timer['owner']) => ({
                setTimeout: (callback: Timer['callback'], _: number, ...args: unknown[]) =>
                    setTimer(owner, callback, ...args),
                clearTimeout: clear,
            }),
        };
    }
}

/**
 * What is not taken is not there, as in BPMN. The engine would send “not this way” along each flow that is not taken, and a
 * gateway that joins would count that as an arrival, also where the token is still on its way in a loop.
 */
function TakenFlow(...args: ConstructorParameters<typeof SequenceFlow>): SequenceFlow {
    const flow = new SequenceFlow(...args);
    flow.discard = () => undefined;
    return flow;
}

function refersTo(activity: Activity, message: string): boolean {
    const definitions = (activity.behaviour['eventDefinitions'] ?? []) as {
        behaviour?: { messageRef?: { id?: string } };
        messageRef?: { id?: string };
    }[];
    return definitions.some((d) => (d.behaviour?.messageRef ?? d.messageRef)?.id === message);
}

async function play(source: string | undefined, given: Case): Promise<Played> {
    const playing = new Playing(given.variables ?? {});
    let error: string | null = null;
    try {
        if (source === undefined) {
            throw new Error(`there is no process ${given.process}`);
        }
        // every variable is there, if only without a value
        for (const [, name = ''] of source.matchAll(/<bpmn:property id="[^"]*" name="([^"]*)"/g)) {
            playing.values[name] ??= null;
        }
        await playing.start(source);
        for (const [i, step] of given.steps.entries()) {
            try {
                await playing.take(step);
            } catch (cause) {
                throw new Error(`step ${String(i + 1)}, ${JSON.stringify(step)}: ${(cause as Error).message}`, {
                    cause,
                });
            }
        }
    } catch (cause) {
        error = (cause as Error).message;
    }
    return {
        process: given.process,
        name: given.name,
        ok: error === null,
        error,
        path: playing.path,
        events: playing.events,
        tasks: playing.tasks,
        variables: playing.values as Variables,
        ended: playing.ended,
    };
}
