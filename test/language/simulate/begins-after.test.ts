import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationsOf } from '../../../language/analysis/durations.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';

async function machine(aanpak: string): Promise<Machine> {
    const made = machineOf(await protocol(`interventie X {\naanpak {\n${aanpak}\neinde Klaar\n}\n}`));
    if (!made) {
        throw new Error('There is always an aanpak.');
    }
    return made;
}

/** What is done, each with the day, in the order in which the simulator tells it. */
function played(of: Machine): { readonly days: [string, number, number][]; readonly end: number | undefined } {
    const { log, stop } = simulate(of, { facts: {}, at: [] });
    expect(stop).toBeUndefined();
    const days = log.flatMap(({ kind, step, time }): [string, number, number][] =>
        kind === 'done' ? [[step ?? '', time.low, time.high]] : [],
    );
    return { days, end: log.at(-1)?.time.low };
}

const BRANCHES = [
    'stap A { duur precies 1 week }',
    'stap B { begint 2 weken na A duur precies 1 week }',
    'fase F { stap E { duur precies 1 week begint 1 week na aanmelding } stap E2 { duur precies 3 weken } }',
];

test.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
])('work that waits is done in the order of time, whatever the order of the text: %i %i %i', async (...order) => {
    const of = await machine(
        `gelijktijdig P {\n${order.map((i) => BRANCHES[i]).join('\n')}\n}\nstap Z { duur precies 1 dag }`,
    );
    expect(played(of)).toEqual({
        days: [
            ['A', 7, 7],
            ['E', 14, 14],
            ['B', 28, 28],
            ['E2', 35, 35],
            ['Z', 36, 36],
        ],
        end: 36,
    });
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A step of a branch, with how long it takes and how long after what it begins, if it waits. */
const step = fc.record({
    days: fc.integer({ min: 1, max: 9 }),
    wait: fc.constantFrom(undefined, undefined, 'aanmelding', 'step'),
    after: fc.nat({ max: 12 }),
    of: fc.nat(),
});
const branches = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });

/** The `aanpak` of such branches, and when each step is done by plain addition. */
function written(all: readonly (readonly Step[])[]): {
    readonly text: string;
    readonly done: ReadonlyMap<string, number>;
} {
    const done = new Map<string, number>();
    const lines = all.map((branch, b) => {
        let arrival = 0;
        const steps = branch.map(({ days, wait, after, of }, s) => {
            const name = `S${String(b)}${String(s)}`;
            // what it waits for stands in a branch before, so that no two wait for one another
            const named = [...done.keys()].filter((n) => n[1] !== String(b));
            const other = wait === 'step' ? named[of % Math.max(1, named.length)] : undefined;
            const since = other === undefined ? (wait === 'aanmelding' ? 0 : undefined) : done.get(other);
            const begin = since === undefined ? arrival : Math.max(arrival, since + after);
            arrival = begin + days;
            done.set(name, arrival);
            const begins = since === undefined ? '' : ` begint ${String(after)} dagen na ${other ?? 'aanmelding'}`;
            return `stap ${name} {${begins} duur precies ${String(days)} dagen }`;
        });
        return `fase F${String(b)} {\n${steps.join('\n')}\n}`;
    });
    return { text: `gelijktijdig P {\n${lines.toReversed().join('\n')}\n}`, done };
}

test('what is played is done when plain addition says, never goes back in time, and lasts as long as is proved', async () => {
    let waiting = 0;
    await fc.assert(
        fc.asyncProperty(branches, async (all) => {
            const { text, done } = written(all);
            waiting += text.includes('na S') ? 1 : 0;
            const of = await machine(text);
            const { days, end } = played(of);
            expect({ text, days: Object.fromEntries(days.map(([name, low]) => [name, low])) }).toEqual({
                text,
                days: Object.fromEntries(done),
            });
            const times = days.map(([, low]) => low);
            expect({ text, times }).toEqual({ text, times: times.toSorted((a, b) => a - b) });
            expect(end).toBe(Math.max(...done.values()));
            const space = spaceOf(of);
            for (const figure of ['low', 'high'] as const) {
                const proved = durationsOf(space, timedWork(of), figure);
                const ends = space.states.flatMap((s, i) => (s.end === undefined ? [] : [proved(i)?.days]));
                expect({ text, figure, ends: [...new Set(ends)] }).toEqual({ text, figure, ends: [end] });
            }
        }),
        { numRuns: 60, seed: 20260303 },
    );
    expect(waiting).toBeGreaterThan(15);
});
