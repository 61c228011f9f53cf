import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactsOf } from '../../../language/analysis/contacts.js';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { after } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { contactsAt } from '../../../language/execution/contacts.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { isIntervention, movesIn, type Move } from '../../../language/execution/moves.js';
import { keyOf, type State } from '../../../language/execution/state.js';
import { protocol } from '../support/language.js';
import { brokenOff, openProcess } from './random-process.js';

/** More moments than this are too many to go through one by one. */
const MOST = 6_000;

interface Found {
    readonly stuck: boolean;
    readonly improper: boolean;
    readonly endless: boolean;
    readonly reached: ReadonlySet<string>;
    /** by end the least and the most contacts; the most is infinite where it grows without end */
    readonly contacts: ReadonlyMap<string, readonly [number, number]>;
}

function nameOf(machine: Machine, index: number): string {
    return machine.stations[index]?.node.name ?? '';
}

const NONE = { low: 0, high: 0 };

function contactsOfStation(machine: Machine, index: number): { readonly low: number; readonly high: number } {
    const node = machine.stations[index]?.node;
    return (node && contactsAt(machine.protocol, node)?.count) ?? NONE;
}

/** Every state, without reduction and with nothing forgotten, as a graph; undefined where there are too many. */
function graphOf(machine: Machine) {
    const states: State[] = [];
    const index = new Map<string, number>();
    const add = (state: State): number => {
        const key = keyOf(state);
        const at = index.get(key) ?? states.push(state) - 1;
        index.set(key, at);
        return at;
    };
    const begin = beginnings(machine).map(add);
    const edges: { from: number; to: number; move: Move; low: number; high: number }[] = [];
    for (let from = 0; from < states.length; from++) {
        const state = states[from];
        if (states.length > MOST || !state) {
            return undefined;
        }
        for (const move of movesIn(machine, state)) {
            const next = after(machine, state, move);
            const done = move.kind === 'finish' ? contactsOfStation(machine, move.token.at) : NONE;
            // how far work was that was broken off nobody knows
            const off = brokenOff(state, move, next).map((at) => contactsOfStation(machine, at).high);
            const high = off.reduce((sum, n) => sum + n, done.high);
            edges.push({ from, to: add(next), move, low: done.low, high });
        }
    }
    return { states, edges, begin };
}

function go(machine: Machine): Found | undefined {
    const graph = graphOf(machine);
    if (!graph) {
        return undefined;
    }
    const { states, edges, begin } = graph;
    const reached = new Set<string>();
    const stuck: number[] = [];
    states.forEach((state, i) => {
        [state, ...state.suspended]
            .flatMap((s) => s.tokens)
            .filter((t) => t.stage !== 'waiting')
            .forEach((t) => reached.add(nameOf(machine, t.at)));
        if (typeof state.end === 'number') {
            reached.add(nameOf(machine, state.end));
        }
        if (state.end === undefined && edges.every((e) => e.from !== i || isIntervention(e.move))) {
            stuck.push(i);
        }
    });
    // an end by what a case may count on
    const canEnd = new Set([...stuck, ...states.flatMap((s, i) => (s.end === undefined ? [] : [i]))]);
    for (let size = -1; size !== canEnd.size;) {
        size = canEnd.size;
        edges.filter((e) => canEnd.has(e.to) && !isIntervention(e.move)).forEach((e) => canEnd.add(e.from));
    }
    return {
        stuck: stuck.length > 0,
        improper: states.some((s) => s.leftOpen.length > 0),
        endless: states.some((_, i) => !canEnd.has(i)),
        reached,
        contacts: contactsIn(machine, graph, begin),
    };
}

/** Least and most contacts to each end, by going round until nothing changes (Bellman and Ford); what still grows has no end. */
function contactsIn(
    machine: Machine,
    { states, edges }: NonNullable<ReturnType<typeof graphOf>>,
    begin: readonly number[],
): Map<string, readonly [number, number]> {
    const least = states.map(() => Number.POSITIVE_INFINITY);
    const most = states.map(() => Number.NEGATIVE_INFINITY);
    begin.forEach((i) => {
        least[i] = 0;
        most[i] = 0;
    });
    for (let round = 0; round <= 2 * states.length; round++) {
        let changed = false;
        edges.forEach(({ from, to, low, high }) => {
            const [a, b] = [(least[from] ?? 0) + low, (most[from] ?? 0) + high];
            if (a < (least[to] ?? 0)) {
                least[to] = a;
                changed = true;
            }
            if (b > (most[to] ?? 0)) {
                most[to] = round >= states.length ? Number.POSITIVE_INFINITY : b;
                changed = true;
            }
        });
        if (!changed) {
            break;
        }
    }
    const result = new Map<string, readonly [number, number]>();
    states.forEach(({ end }, i) => {
        if (end !== undefined) {
            const name = end === 'unknown' ? 'onbekend' : nameOf(machine, end);
            const [low, high] = result.get(name) ?? [Number.POSITIVE_INFINITY, 0];
            result.set(name, [Math.min(low, least[i] ?? 0), Math.max(high, most[i] ?? 0)]);
        }
    });
    return result;
}

/** The same processes each time, so that a change is judged by itself; to look at others, put another number here. */
const SEED = 7;

it('the analysis agrees with the graph of all states, with bounds that are not known and what people break in for', async () => {
    const seen = { compared: 0, stuck: 0, endless: 0, unbounded: 0, broken: 0 };
    await fc.assert(
        fc.asyncProperty(openProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            const all = machine && go(machine);
            if (!machine || !all) {
                return;
            }
            const space = spaceOf(machine);
            expect([text, space.complete]).toEqual([text, true]);
            const { stuck, improper, endless, unreached } = soundnessOf(space);
            const nodes = machine.stations.filter((s) => s.node.kind === 'step' || s.node.kind === 'end');
            const { certain } = contactsOf(space);
            const contacts = new Map<string, readonly [number, number]>();
            space.states.forEach(({ end }, i) => {
                if (end !== undefined) {
                    const name = end === 'unknown' ? 'onbekend' : nameOf(machine, end);
                    const [low, high] = contacts.get(name) ?? [Number.POSITIVE_INFINITY, 0];
                    const sum = certain(i);
                    contacts.set(name, [
                        Math.min(low, sum?.least ?? Number.NaN),
                        Math.max(high, sum?.greatest ?? Number.NaN),
                    ]);
                }
            });
            expect({
                text,
                stuck: stuck.length > 0,
                improper: improper.length > 0,
                endless: endless.length > 0,
                never: nodes.filter((s) => unreached.includes(s.index)).map((s) => s.node.name),
                contacts: [...contacts].sort(),
            }).toEqual({
                text,
                stuck: all.stuck,
                improper: all.improper,
                endless: all.endless,
                never: nodes.map((s) => s.node.name).filter((n) => !all.reached.has(n)),
                contacts: [...all.contacts].sort(),
            });
            seen.compared++;
            seen.stuck += Number(all.stuck);
            seen.endless += Number(all.endless);
            seen.broken += Number(text.includes('altijd als "nood"'));
            seen.unbounded += Number([...all.contacts.values()].some(([, high]) => !Number.isFinite(high)));
        }),
        { numRuns: 100, seed: SEED },
    );
    expect(Math.min(seen.stuck, seen.broken, seen.unbounded)).toBeGreaterThan(0);
    expect(seen.compared).toBeGreaterThan(50);
});
