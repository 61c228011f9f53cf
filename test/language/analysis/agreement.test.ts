import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactsOf } from '../../../language/analysis/contacts.js';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { after, beginnings, movesIn, type Move } from '../../../language/execution/moves.js';
import { keyOf, type State } from '../../../language/execution/state.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { randomProcess } from './random-process.js';

const { Draaiboek } = createDraaiboekServices();

/** More courses than this are too many to go through one by one. */
const MOST = 8_000;

/** What all courses come to, by going through them: no reduction, nothing forgotten, contacts counted along the way. */
interface Enumerated {
    readonly stuck: boolean;
    readonly improper: boolean;
    readonly reached: ReadonlySet<string>;
    /** by end: the numbers of contacts with which some course reaches it */
    readonly contacts: ReadonlyMap<string, ReadonlySet<number>>;
}

function enumerate(machine: Machine): Enumerated | undefined {
    const seen = new Set<string>();
    const reached = new Set<string>();
    const contacts = new Map<string, Set<number>>();
    let stuck = false;
    let improper = false;
    const work: { state: State; sum: number }[] = beginnings(machine).map((state) => ({ state, sum: 0 }));
    const name = (index: number) => machine.stations[index]?.node.name ?? '';
    for (let item = work.pop(); item; item = work.pop()) {
        const { state, sum } = item;
        const key = `${keyOf(state)} ${String(sum)}`;
        if (seen.has(key)) {
            continue;
        }
        if (seen.size > MOST) {
            return undefined;
        }
        seen.add(key);
        state.tokens.filter((t) => t.stage !== 'waiting').forEach((t) => reached.add(name(t.at)));
        if (state.end !== undefined) {
            const end = state.end === 'unknown' ? 'onbekend' : name(state.end);
            reached.add(end);
            improper ||= state.leftOpen.length > 0;
            contacts.set(end, (contacts.get(end) ?? new Set()).add(sum));
            continue;
        }
        const moves = movesIn(machine, state);
        stuck ||= moves.length === 0;
        for (const move of moves) {
            work.push({ state: after(machine, state, move), sum: sum + contactsIn(machine, move) });
        }
    }
    return { stuck, improper, reached, contacts };
}

function contactsIn(machine: Machine, move: Move): number {
    const node = move.kind === 'finish' ? machine.stations[move.token.at]?.node : undefined;
    const value = node?.statements.find((s) => s.kind === 'contacten')?.values[0];
    return value?.type === 'quantity' ? (value.low ?? 0) : 0;
}

async function machineFor(text: string): Promise<Machine | undefined> {
    const document = await parseText(Draaiboek, text);
    const [protocol] = modelOf(Draaiboek, document).interventions;
    return protocol && machineOf(protocol);
}

describe('the analysis agrees with going through all courses', () => {
    it('on stuck cases, improper ends, what is reached, and contacts to each end', async () => {
        let compared = 0;
        await fc.assert(
            fc.asyncProperty(randomProcess, async (text) => {
                const machine = await machineFor(text);
                const all = machine && enumerate(machine);
                if (!machine || !all) {
                    return;
                }
                compared++;
                const space = spaceOf(machine);
                expect(space.complete).toBe(true);
                const { stuck, improper, unreached } = soundnessOf(space);
                expect(stuck.length > 0).toBe(all.stuck);
                expect(improper.length > 0).toBe(all.improper);
                const names = unreached.map((i) => machine.stations[i]?.node.name ?? '');
                expect(names.filter((n) => all.reached.has(n))).toEqual([]);
                const steps = machine.stations.filter((s) => s.node.kind === 'step' || s.node.kind === 'end');
                const missed = steps.map((s) => s.node.name).filter((n) => !all.reached.has(n) && !names.includes(n));
                expect(missed).toEqual([]);
                const { to } = contactsOf(space);
                for (const [end, sums] of all.contacts) {
                    const states = space.states.flatMap((s, i) =>
                        (s.end === 'unknown'
                            ? 'onbekend'
                            : s.end === undefined
                              ? ''
                              : machine.stations[s.end]?.node.name) === end
                            ? [i]
                            : [],
                    );
                    const found = states.flatMap((i) => to(i) ?? []);
                    expect([end, Math.min(...found.map((f) => f.least))]).toEqual([end, Math.min(...sums)]);
                    expect([end, Math.max(...found.map((f) => f.greatest))]).toEqual([end, Math.max(...sums)]);
                }
            }),
            { numRuns: 120 },
        );
        expect(compared).toBeGreaterThan(60);
    }, 60_000);
});
