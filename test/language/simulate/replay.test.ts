import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../../language/analysis/course.js';
import { possibleCourse, sameAs } from '../../../language/analysis/possible-course.js';
import { courseTo, spaceOf, type Edge, type Space } from '../../../language/analysis/space.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import { movesIn } from '../../../language/execution/moves.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { randomProcess } from '../analysis/random-process.js';
import { protocol } from '../support/language.js';
import { PROTOCOLS } from '../support/protocols.js';

/**
 * Takes each course of the analysis that goes no further through the simulator.
 *
 * @returns how many, and where those lead that it leaves out: they cannot be in time, or only where a term is not kept
 */
function replay(machine: Machine, most = Number.POSITIVE_INFINITY): { replayed: number; left: string[] } {
    const space = spaceOf(machine, { limit: 5_000 });
    const last = space.states.flatMap((s, i) => (movesIn(machine, s).length === 0 ? [i] : [])).slice(0, most);
    let replayed = 0;
    const left: string[] = [];
    for (const index of last) {
        const state = space.states[index];
        // another course may come there where this one cannot be in time; of many there is no time to look for one
        const claim = state && !Number.isFinite(most) ? { shows: sameAs(space, state) } : {};
        const shown = possibleCourse(space, timedWork(machine), courseTo(space, index), claim);
        // what a case does not name, the simulator does in the order in which all terms are kept
        if (shown.outcome !== 'possible' || !shown.isKept) {
            left.push(shown.outcome === 'possible' ? 'overruns a term' : `is ${shown.outcome} in time`);
            continue;
        }
        replayed++;
        const course = courseOf(shown.space, shown.state, shown.course);
        const run = simulate(machine, course.case);
        const end = typeof state?.end === 'number' ? machine.stations[state.end]?.node.name : undefined;
        const told = { case: course.case, stop: run.stop?.message.nl };
        expect({ ...told, path: run.path, end: run.end, unstated: run.isUnstated }).toEqual({
            ...told,
            path: course.path,
            end,
            unstated: state?.end === 'unknown',
        });
        expect(run.stop?.stop).toBe(state?.end === undefined ? 'stuck' : undefined);
        expect(run.unused).toEqual([]);
    }
    return { replayed, left };
}

for (const [name, text] of Object.entries(PROTOCOLS)) {
    test(`each course of the analysis replays: ${name}`, async () => {
        const machine = machineOf(await protocol(text));
        const { replayed, left } = machine ? replay(machine) : { replayed: 0, left: [] };
        expect(replayed).toBeGreaterThan(0);
        expect(left).toEqual([]);
    });
}

test('each course of the analysis of a random process replays', async () => {
    let replayed = 0;
    let left = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            const found = machine ? replay(machine, 50) : { replayed: 0, left: [] };
            replayed += found.replayed;
            left += found.left.length;
        }),
        { numRuns: 60, seed: 20260301 },
    );
    expect(replayed).toBeGreaterThan(100);
    // what time rules out is all that is left out, and that is some of it
    expect(left).toBeLessThan(replayed);
});

/** A course that goes on by these picks, of what may happen each time, until it ends; undefined where it does not. */
function walkBy(
    space: Space,
    picks: readonly number[],
): { readonly state: number; readonly edges: Edge[] } | undefined {
    const pick = <T>(all: readonly T[], i: number): T | undefined => all[(picks[i] ?? 0) % all.length];
    let state = pick([...space.beginnings.keys()], 0) ?? 0;
    const edges: Edge[] = [];
    for (let edge = pick(space.out[state] ?? [], 1); edge; edge = pick(space.out[state] ?? [], edges.length + 1)) {
        edges.push(edge);
        state = edge.to;
        if (edges.length > picks.length) {
            return undefined;
        }
    }
    return { state, edges };
}

test.each([
    `een van E { herhaal hoogstens 2 keer tot x  stap A { bepaalt x }  stap C }
     stap D { bepaalt y  daarna { als y: C hoogstens 2 keer  anders: Klaar } }`,
    `een van E { herhaal precies 2 keer  stap A  een van G { herhaal hoogstens 1 keer  stap P  stap Q } }
     stap D { bepaalt y  daarna { als y: P hoogstens 2 keer  anders: Klaar } }`,
    `een van E { herhaal precies 1 keer  stap A  gelijktijdig G { stap P  stap Q } }
     stap D { bepaalt y  daarna { als y: G hoogstens 2 keer  anders: Klaar } }`,
    `een van E { herhaal hoogstens 1 keer  stap A { bepaalt x  daarna { als x: D  anders: C } }  stap C }
     stap D { bepaalt y  daarna { als y: C hoogstens 2 keer  anders: Klaar } }`,
    `naar keuze E { herhaal hoogstens 1 keer  stap A  stap C }
     stap D { bepaalt y  daarna { als y: C hoogstens 2 keer  anders: Klaar } }`,
    `een van E { herhaal hoogstens 1 keer  stap A  stap C }
     stap D { bepaalt y  daarna { als y: C hoogstens 2 keer  anders: Klaar } }
     escalatie X { vanuit E  als "vast"  daarna: D }`,
    `naar keuze E { stap A  stap C }
     stap D { bepaalt y  daarna { als y: E hoogstens 2 keer  anders: Klaar } }
     escalatie X { vanuit E  als "vast"  daarna: D }`,
    `altijd als x: D
     een van E { herhaal hoogstens 1 keer  stap A { bepaalt x }  stap C { bepaalt x } }
     stap D { bepaalt y  daarna { als y: C hoogstens 2 keer  anders: Klaar } }`,
])('any course through a group that is repeated, entered by the side or broken off replays: %s', async (body) => {
    const text = `interventie P {\ngegeven x: ja/nee\ngegeven y: ja/nee\naanpak {\n${body}\neinde Klaar\n}\n}`;
    const machine = machineOf(await protocol(text));
    const space = machine && spaceOf(machine);
    let replayed = 0;
    fc.assert(
        fc.property(fc.array(fc.nat({ max: 999 }), { minLength: 80, maxLength: 80 }), (picks) => {
            const walked = space && walkBy(space, picks);
            if (machine && walked) {
                replayed++;
                const course = courseOf(space, walked.state, walked.edges);
                const { path, unused } = simulate(machine, course.case);
                expect({ case: course.case, path, unused }).toEqual({
                    case: course.case,
                    path: course.path,
                    unused: [],
                });
            }
        }),
        { numRuns: 100, seed: 20260302 },
    );
    expect(replayed).toBeGreaterThan(50);
});
