import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleCourse, sameAs } from '../../../language/analysis/possible-course.js';
import { courseTo, spaceOf } from '../../../language/analysis/space.js';
import { after } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { forget, liveFacts } from '../../../language/execution/live-facts.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { movesIn } from '../../../language/execution/moves.js';
import { keyOf, type State } from '../../../language/execution/state.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import { inTime, type Zone } from '../../../language/execution/zone.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import { isProof } from '../../../language/rules/proof.js';
import { check } from '../rule-tester.js';
import { protocol } from '../support/language.js';
import { randomProcess } from './random-process.js';

const proofs = catalogue.filter((rule) => isProof(rule));

interface Parts {
    /** what stands at the first, second and third step of the first part, and of each other */
    readonly steps: readonly [a: string, b: string, c: string];
    readonly count?: number;
    readonly rest?: string;
    /** what only the first part says at its first step, and only the third at its last */
    readonly first?: string;
    readonly third?: string;
}

/** Parts side by side of three steps of which each takes longer or shorter. `#` stands for the number of the part. */
function sideBySide({ steps: [a, b, c], count = 3, rest = '', first = '', third = '' }: Parts): string {
    const parts = Array.from({ length: count }, (_, i) =>
        `fase F# {
            stap A# { duur 1 tot 3 weken  ${a}  ${i === 0 ? first : ''} }
            stap B# { duur 2 tot 4 weken  ${b} }
            stap C# { duur 3 tot 5 weken  ${c}  ${i === 2 ? third : ''} }
        }`.replaceAll('#', String(i)),
    );
    const facts = parts.map((_, i) => `gegeven f${String(i)}: ja/nee`).join('\n');
    return `interventie P "P" {\n${facts}\ndocument Plan\naanpak {
        gelijktijdig G {\n${parts.join('\n')}\n}
        stap N { daarna: Klaar }
        ${rest}
        einde Klaar
        einde Weg
    }\n}\n`;
}

const ESCALATION = 'escalatie Op { vanuit G  als "het loopt vast"  daarna: Weg }';
const RATHER = 'bepaalt f#  herhaal hoogstens 2 keer tot f#';
const PLAN = { first: 'levert Plan', third: 'vereist Plan' };

describe('work side by side of which nothing says exactly how long it takes is decided', () => {
    it.each([
        ['that repeats, with terms', { steps: [RATHER, '', 'termijn 8 weken na aanmelding anders: Weg'] }, 'fails'],
        [
            'that repeats, with terms, an escalation and a document',
            { steps: [RATHER, '', 'termijn 8 weken na aanmelding anders: Weg'], rest: ESCALATION, ...PLAN },
            'fails',
        ],
        [
            'that always is done before its terms',
            { steps: ['', 'herhaal hoogstens 2 keer', 'termijn 30 weken na aanmelding anders: Weg'], rest: ESCALATION },
            'holds',
        ],
        [
            'of which four parts always are',
            { count: 4, steps: ['', 'herhaal hoogstens 2 keer', 'termijn 30 weken na aanmelding anders: Weg'] },
            'holds',
        ],
        [
            'of six parts, with terms, an escalation and a document',
            { count: 6, steps: ['', '', 'termijn 11 weken na aanmelding anders: Weg'], rest: ESCALATION, ...PLAN },
            'fails',
        ],
    ] as const satisfies [string, Parts, string][])(
        '%s',
        async (_, parts, outcome) => {
            const findings = await check(sideBySide(parts), { rules: proofs });
            expect(findings.filter((f) => f.message.nl.startsWith('Niet uitgezocht'))).toEqual([]);
            const early = findings.filter((f) => f.code === 'stroom/onzuiver-einde');
            expect(early.map((f) => f.severity)).toEqual(outcome === 'holds' ? [] : early.map(() => 'error'));
            expect(early.length > 0).toBe(outcome === 'fails');
        },
        20_000,
    );
});

/** The states to which some course comes in time, each order of what happens looked at by itself. */
function inAnyOrder(machine: Machine): Set<string> | undefined {
    const times = inTime(machine, timedWork(machine), { reading: 'stated', keeps: () => false });
    const key = (state: State) => keyOf(forget(state, liveFacts(machine)));
    const open: { readonly state: State; readonly zone: Zone }[] = beginnings(machine).map((state) => ({
        state,
        zone: times.first(state),
    }));
    const found = new Set<string>();
    const seen = new Set<string>();
    for (const { state, zone } of open) {
        found.add(key(state));
        for (const move of movesIn(machine, state)) {
            const to = after(machine, state, move);
            const then = times.next(state, zone, move, to);
            const { bounds, moments, now } = then ?? {};
            const days = Array.from({ length: (bounds?.size ?? 0) ** 2 }, (_, i) =>
                bounds?.most(Math.floor(i / bounds.size), i % bounds.size).toFixed(4),
            );
            const text = JSON.stringify([key(to), moments, now, days]);
            if (then && !seen.has(text)) {
                seen.add(text);
                open.push({ state: to, zone: then });
            }
        }
        if (open.length > 1_500) {
            return undefined;
        }
    }
    return found;
}

it('a course to a state is found exactly where some order of what happens comes there in time', async () => {
    let possible = 0;
    let impossible = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            const reached = machine && inAnyOrder(machine);
            if (!reached) {
                return;
            }
            const space = spaceOf(machine, { reduce: false, limit: 400 });
            const work = timedWork(machine);
            space.states.forEach((state, i) => {
                const { outcome } = possibleCourse(space, work, courseTo(space, i), { shows: sameAs(space, state) }, i);
                const is = reached.has(keyOf(forget(state, liveFacts(machine))));
                expect({ text, state: keyOf(state), is: outcome === 'possible' }).toEqual({
                    text,
                    state: keyOf(state),
                    is,
                });
                [possible, impossible] = is ? [possible + 1, impossible] : [possible, impossible + 1];
            });
        }),
        { numRuns: 120, seed: 20260311 },
    );
    expect(possible).toBeGreaterThan(500);
    expect(impossible).toBeGreaterThan(50);
}, 60_000);
