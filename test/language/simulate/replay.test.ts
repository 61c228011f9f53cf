import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../../language/analysis/course.js';
import { possibleCourse } from '../../../language/analysis/possible-course.js';
import { courseTo, spaceOf } from '../../../language/analysis/space.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import { movesIn } from '../../../language/execution/moves.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { randomProcess } from '../analysis/random-process.js';
import { protocol } from '../support/language.js';
import { PROTOCOLS } from '../support/protocols.js';

/** Takes each course of the analysis that goes no further through the simulator. @returns how many */
function replay(machine: Machine, most = Number.POSITIVE_INFINITY): number {
    const space = spaceOf(machine, { limit: 5_000 });
    const last = space.states.flatMap((s, i) => (movesIn(machine, s).length === 0 ? [i] : [])).slice(0, most);
    let replayed = 0;
    for (const index of last) {
        const state = space.states[index];
        const shown = possibleCourse(space, timedWork(machine), courseTo(space, index), {});
        // what a case does not name, the simulator does in the order in which all terms are kept
        if (shown.outcome !== 'possible' || !shown.isKept) {
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
    return replayed;
}

for (const [name, text] of Object.entries(PROTOCOLS)) {
    test(`each course of the analysis replays: ${name}`, async () => {
        const machine = machineOf(await protocol(text));
        expect(machine ? replay(machine) : 0).toBeGreaterThan(0);
    });
}

test('each course of the analysis of a random process replays', async () => {
    let replayed = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            replayed += machine ? replay(machine, 50) : 0;
        }),
        { numRuns: 60, seed: 20260301 },
    );
    expect(replayed).toBeGreaterThan(100);
}, 60_000);
