import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { after } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { movesIn } from '../../../language/execution/moves.js';
import { keyOf, type State } from '../../../language/execution/state.js';
import { protocol } from '../support/language.js';
import { heldUpProcess } from './held-up-process.js';

/** More states than this are too many to go through with nothing forgotten. */
const MOST = 20_000;

/** Every state that a case can come into: no reduction, nothing forgotten. */
function everyState(machine: Machine): State[] | undefined {
    const seen = new Map<string, State>();
    const add = (state: State) => seen.set(keyOf(state), seen.get(keyOf(state)) ?? state);
    beginnings(machine).forEach(add);
    for (const state of seen.values()) {
        if (seen.size > MOST) {
            return undefined;
        }
        movesIn(machine, state).forEach((move) => add(after(machine, state, move)));
    }
    return [...seen.values()];
}

/** What people may decide from outside the work, an escalation or an interruption, is no way on. */
function isHeldUp(machine: Machine, state: State): boolean {
    const moves = movesIn(machine, state);
    return state.end === undefined && moves.every((m) => m.kind === 'escalate' || m.kind === 'interrupt');
}

/** What is found in states: whether a case gets stuck, where, the ends, and where work is left open. */
function told(machine: Machine, states: readonly State[]): unknown {
    const name = (index: number) => machine.stations[index]?.node.name ?? '';
    const work = (s: State) => s.tokens.flatMap((t) => (['busy', 'holding'].includes(t.stage) ? [name(t.at)] : []));
    return {
        stuck: states.some((s) => isHeldUp(machine, s)),
        ends: [...new Set(states.flatMap((s) => (s.end === undefined ? [] : [String(s.end)])))].sort(),
        open: states.some((s) => s.leftOpen.length > 0),
        work: [...new Set(states.flatMap(work))].sort(),
    };
}

test('what is found where groups and phases are held up, is found in every order and with nothing forgotten', async () => {
    let compared = 0;
    let held = 0;
    await fc.assert(
        fc.asyncProperty(heldUpProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            const all = machine && everyState(machine);
            if (!machine || !all) {
                return;
            }
            compared++;
            held += all.some((s) => s.tokens.some((t) => t.stage === 'holding')) ? 1 : 0;
            const space = spaceOf(machine);
            expect([text, told(machine, space.states)]).toEqual([text, told(machine, all)]);
            const { stuck } = soundnessOf(space);
            expect(stuck.length > 0).toBe(all.some((s) => isHeldUp(machine, s)));
        }),
        { numRuns: 60, seed: 7 },
    );
    expect(compared).toBeGreaterThan(30);
    expect(held).toBeGreaterThan(5);
});
