import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createActor, SimulatedClock, type AnyActor, type AnyStateMachine } from 'xstate';
import { isInformal, mustHold, truthsOf, type FactValue } from '../../../language/execution/truth.js';
import { knownIn } from '../../../language/execution/enter.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { isOpen, movesIn, waysThatMayBeTaken, type Move } from '../../../language/execution/moves.js';
import type { State } from '../../../language/execution/state.js';
import { keysOf } from '../../../language/generate/xstate/keys.js';
import { xstateGenerator } from '../../../language/generate/xstate/generator.js';
import type { Protocol } from '../../../language/model/protocol.js';
import { ROOT, textOf, type Case } from './support.js';

/** What the made module exports. */
export interface MadeModule {
    readonly machine: AnyStateMachine;
    readonly maakMachine: (options: { nu: () => number }) => AnyStateMachine;
    readonly gebeurtenissen: Readonly<Record<string, string>>;
    readonly data: { readonly termijnen: Readonly<Record<string, unknown>> };
}

const FOLDER = join(ROOT, 'build', 'test-xstate', String(process.pid));

/** The output as it is, imported as a module. */
export async function imported(one: Case): Promise<MadeModule> {
    mkdirSync(FOLDER, { recursive: true });
    // Node keeps what it imported by its address, for other test files in this process too
    const file = join(FOLDER, `${randomUUID()}.machine.mjs`);
    writeFileSync(file, textOf(xstateGenerator, one));
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as MadeModule;
}

/** Takes away what {@link imported} wrote. */
export function removeImported(): void {
    rmSync(FOLDER, { recursive: true, force: true });
}

/** A delay that is as long as the machine can wait. */
const NEVER = 1e12;

/** A case in the made machine, under a clock that only the test moves. */
export class Running {
    readonly machine: Machine;
    readonly keys: readonly string[];
    readonly clock = new SimulatedClock();
    readonly actor: AnyActor;

    constructor(
        readonly made: MadeModule,
        protocol: Protocol,
        feiten: Readonly<Record<string, FactValue | null>>,
    ) {
        const machine = machineOf(protocol);
        if (!machine) {
            throw new Error('no machine');
        }
        this.machine = machine;
        this.keys = keysOf(machine);
        const { clock } = this;
        this.actor = createActor(made.maakMachine({ nu: () => clock.now() }), { clock, input: { feiten } });
        this.actor.start();
    }

    /** Where the case is: a line for each piece of open work, as {@link tokensOf} has it of the reference. */
    where(): string[] {
        const snapshot = this.actor.getSnapshot() as {
            value: unknown;
            status: string;
            error?: unknown;
            context: { einde: string | null };
        };
        if (snapshot.status === 'error') {
            throw snapshot.error;
        }
        if (snapshot.status === 'done') {
            return [`einde ${snapshot.context.einde ?? 'onbekend'}`];
        }
        const waiting = this.tokens(snapshot.value).flatMap((t) => (t.endsWith(' waiting') ? [t.slice(0, -8)] : []));
        const until = Object.keys(this.made.data.termijnen)
            .filter((term) => waiting.some((key) => term.startsWith(`begin.${key}.`)))
            .map((term) => this.waits(term))
            .filter((wait) => wait > 0 && wait < NEVER);
        if (until.length > 0) {
            // nothing but the clock is waited for
            this.clock.increment(Math.min(...until));
            return this.where();
        }
        return this.tokens(snapshot.value).sort();
    }

    private tokens(value: unknown): string[] {
        if (typeof value === 'string') {
            return [value];
        }
        return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
            const station = this.machine.stations[this.keys.indexOf(key)];
            if (!station) {
                const part = /^deel-(.*)$/.exec(key)?.[1];
                return inner === 'gedaan'
                    ? []
                    : inner === 'aangeboden'
                      ? [`${part ?? ''} offered`]
                      : this.tokens(inner);
            }
            const stages: Record<string, string> = {
                wacht: 'waiting',
                gedaan: 'holding',
                herhalen: 'repeating',
                verder: 'leaving',
            };
            if (typeof inner === 'string') {
                return [`${key} ${stages[inner.startsWith('wacht-') ? 'wacht' : inner] ?? inner}`];
            }
            const { werk, bezig } = inner as { werk?: string; bezig?: unknown };
            if (werk !== undefined) {
                return [`${key} ${werk === 'wacht' ? 'waiting' : 'busy'}`];
            }
            return bezig === 'kiezen' ? [`${key} choosing`] : this.tokens(bezig);
        });
    }

    /** Does what a move of the reference does; a term runs out by the clock where it can. */
    does(move: Move, before: State, byClock = false): void {
        const event = this.event(move, before);
        if (!event) {
            return;
        }
        if (byClock && event.type in this.made.data.termijnen) {
            const timeouts = this.waits(event.type);
            this.clock.increment(timeouts);
            return;
        }
        this.actor.send(event);
    }

    private waits(term: string): number {
        const { context } = this.actor.getSnapshot() as { context: unknown };
        const delays = this.actor.logic as {
            implementations: { delays: Record<string, (a: { context: unknown }) => number> };
        };
        return delays.implementations.delays[term]?.({ context }) ?? 0;
    }

    private event(move: Move, before: State): { type: string; feiten?: Record<string, FactValue | null> } | undefined {
        const key = (index: number) => this.keys[index] ?? '';
        const station = 'token' in move ? this.machine.stations[move.token.at] : undefined;
        switch (move.kind) {
            case 'finish': {
                const feiten: Record<string, FactValue | null> = Object.fromEntries(
                    (station?.determines ?? []).map((i) => [this.machine.facts[i]?.name ?? '', null]),
                );
                move.facts.forEach(([i, value]) => (feiten[this.machine.facts[i]?.name ?? ''] = value));
                return { type: `klaar.${key(move.token.at)}`, feiten };
            }
            case 'again':
                return { type: `nog-eens.${key(move.token.at)}` };
            case 'enough':
                return { type: `genoeg.${key(move.token.at)}` };
            case 'begin':
                // nobody decides that
                return undefined;
            case 'choose':
                return { type: `kies.${key(move.token.at)}.${key(move.part)}` };
            case 'take':
                return { type: `doe.${key(move.token.at)}` };
            case 'skip':
                return { type: `sla-over.${key(move.token.at)}` };
            case 'leave': {
                const exit = station?.exits.indexOf(move.way) ?? -1;
                return { type: `verder.${key(move.token.at)}.${String(exit + 1)}` };
            }
            case 'fall back': {
                const exits = station ? waysThatMayBeTaken(this.machine, before, station) : [];
                const way = exits.find((w) => w.fallbacks.includes(move.way));
                const exit = way ? (station?.exits.indexOf(way) ?? -1) : -1;
                const back = way?.fallbacks.indexOf(move.way) ?? -1;
                return { type: `niet-bevestigd.${key(move.token.at)}.${String(exit + 1)}.${String(back + 1)}` };
            }
            case 'expire': {
                const n = this.machine.stations[move.station]?.expiries.indexOf(move.way) ?? -1;
                return { type: `termijn.${key(move.station)}.${String(n + 1)}` };
            }
            case 'escalate': {
                const n = this.machine.stations[move.station]?.escalations.indexOf(move.way) ?? -1;
                return { type: `opschalen.${key(move.station)}.${String(n + 1)}` };
            }
            case 'interrupt':
                return { type: `altijd.${String(move.breach + 1)}` };
        }
    }
}

/** Where a case is by the reference semantics. */
export function tokensOf({ stations }: Machine, keys: readonly string[], state: State): string[] {
    if (state.end !== undefined) {
        return [`einde ${state.end === 'unknown' ? 'onbekend' : (stations[state.end]?.node.name ?? '')}`];
    }
    return state.tokens.map((t) => `${keys[t.at] ?? ''} ${t.stage}`).sort();
}

/** The move that nobody decides and that the made machine does by itself; undefined where none is to be done. */
export function automatic(machine: Machine, state: State): Move | undefined {
    const [only, ...others] = movesIn(machine, state);
    if (!only || others.length > 0) {
        return undefined;
    }
    const known = knownIn(machine, state.facts);
    switch (only.kind) {
        case 'begin':
        case 'again':
        case 'enough':
            return only;
        case 'leave': {
            const { condition } = only.way.arrow;
            return !condition || mustHold(truthsOf(condition, known)) ? only : undefined;
        }
        case 'escalate': {
            const { condition } = only.way.arrow;
            const isForced = state.tokens.some((t) => t.at === only.station && t.stage === 'leaving');
            return isForced && condition && !isInformal(condition) && isOpen(state, machine, only.way)
                ? only
                : undefined;
        }
        default:
            return undefined;
    }
}
