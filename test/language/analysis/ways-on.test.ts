import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { after } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { movesIn, type Move } from '../../../language/execution/moves.js';
import { keyOf } from '../../../language/execution/state.js';
import { protocol } from '../support/language.js';
import { randomProcess } from './random-process.js';

/** More moments than this are too many to go through one by one. */
const MOST = 1_500;

/** In these processes people decide on each escalation, and an interruption on a fact is no move of its own. */
function isOnlyForSome({ kind }: Move): boolean {
    return kind === 'escalate' || kind === 'interrupt';
}

interface Found {
    /** whether a case comes to a moment without a way on */
    stuck: boolean;
    /** the same, and there is nothing that people may decide either */
    stuckForAll: boolean;
    /** whether a case comes to another moment from which no way on leads to an end, nor to one without a way on */
    round: boolean;
}

/** Goes through all moments: no reduction, nothing forgotten; undefined where there are too many. */
function enumerate(machine: Machine): Found | undefined {
    const before = new Map<string, string[]>();
    const seen = new Set<string>();
    const stops = new Set<string>();
    const found = { stuck: false, stuckForAll: false, round: false };
    const open = [...beginnings(machine)];
    for (let state = open.pop(); state; state = open.pop()) {
        const key = keyOf(state);
        if (seen.has(key)) {
            continue;
        }
        if (seen.size > MOST) {
            return undefined;
        }
        seen.add(key);
        const moves = movesIn(machine, state);
        if (moves.every(isOnlyForSome)) {
            stops.add(key);
            found.stuck ||= state.end === undefined;
            found.stuckForAll ||= state.end === undefined && moves.length === 0;
        }
        for (const move of moves) {
            const next = after(machine, state, move);
            open.push(next);
            if (!isOnlyForSome(move)) {
                before.set(keyOf(next), [...(before.get(keyOf(next)) ?? []), key]);
            }
        }
    }
    for (const key of stops) {
        before.get(key)?.forEach((b) => stops.add(b));
    }
    return { ...found, round: stops.size < seen.size };
}

/** As {@link randomProcess}, with an interruption that people decide on, and with ways back that have no bound. */
const withPeople = fc.tuple(randomProcess, fc.boolean(), fc.boolean()).map(([text, isByPeople, isBounded]) => {
    const interrupted = isByPeople ? text.replace('als gevaar:', 'als "acuut":') : text;
    // who would be done begins anew, as often as it takes
    const again = interrupted.replaceAll(' hoogstens 1 keer', '').replaceAll('daarna: Klaar', 'daarna: S1');
    return isBounded ? interrupted : again.replaceAll('anders: Klaar', 'anders: S1');
});

it('agrees with going through all moments, where people may interrupt and escalate', async () => {
    const seen = { compared: 0, stuck: 0, onlyForSome: 0, round: 0 };
    await fc.assert(
        fc.asyncProperty(withPeople, async (text) => {
            const machine = machineOf(await protocol(text));
            const all = machine && enumerate(machine);
            const space = machine && spaceOf(machine, { limit: MOST });
            if (!all || !space?.complete) {
                return;
            }
            const { stuck, endless } = soundnessOf(space);
            expect([text, stuck.length > 0, endless.length > 0]).toEqual([text, all.stuck, all.round]);
            seen.compared++;
            seen.stuck += Number(all.stuck);
            seen.onlyForSome += Number(all.stuck && !all.stuckForAll);
            seen.round += Number(all.round);
        }),
        { numRuns: 80, seed: 3 },
    );
    expect(seen.compared).toBeGreaterThan(30);
    // what is compared is there
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
});
