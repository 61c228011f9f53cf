import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseOf } from '../../../language/analysis/course.js';
import { spaceOf } from '../../../language/analysis/space.js';
import type { Case, CaseEvent } from '../../../language/execution/case.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { movesIn } from '../../../language/execution/moves.js';
import type { Run } from '../../../language/simulate/run.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { randomProcess } from '../analysis/random-process.js';
import { protocol } from '../support/language.js';

const LONGER = 'De termijn van A (2 weken) verstrijkt, want A duurt langer: verder met F.';
const LATE = 'A is later klaar dan de termijn toelaat (2 weken).';

async function machine(aanpak: string): Promise<Machine> {
    const made = machineOf(await protocol(`interventie X {\nrol R\ngegeven a: ja/nee\naanpak {\n${aanpak}\n}\n}`));
    if (!made) {
        throw new Error('There is always an aanpak.');
    }
    return made;
}

const run = async (aanpak: string, at: readonly CaseEvent[] = []) => simulate(await machine(aanpak), { facts: {}, at });
const done = ({ log }: Run) =>
    log.flatMap((e) => (e.kind === 'done' ? [`${e.step ?? ''} ${String(e.time.low)} ${String(e.time.high)}`] : []));
const lows = ({ log }: Run) => log.map((e) => e.time.low);

const SIDE_BY_SIDE = `gelijktijdig G {
        stap B { duur precies 1 week }
        stap C { duur precies 3 weken }
    }
    stap D { duur precies 1 dag }
    einde E`;

describe('work that was interrupted goes on when that is over', () => {
    const paused = (term: string) => `stap A { duur hoogstens 1 week  ${term} }
        stap B { duur precies 1 dag }
        stap P { duur precies 4 weken }
        altijd als "pauze": P hoogstens 1 keer, hervat daarna
        einde E`;
    const PAUSE = { step: 'A', chooses: ['P'] };

    test('is done after that, also where its term does not lead on', async () => {
        const expected = ['P 28 35', 'A 28 35', 'B 29 36'];
        expect(done(await run(paused(''), [PAUSE]))).toEqual(expected);
        expect(done(await run(paused('termijn 1 week'), [PAUSE]))).toEqual(expected);
    });

    test('is broken off then by a term that ran out meanwhile', async () => {
        const r = await run(paused('termijn 1 week anders: E'), [PAUSE]);
        expect(r.path).toEqual(['P']);
        expect(r.duration).toMatchObject({ low: 28, high: 35 });
        expect(r.log.map((e) => e.message.nl)).toContain(
            'De termijn van A (1 week) verstrijkt, want A duurt langer: verder met E.',
        );
    });

    test('where the case says that it is done, it was before its term', async () => {
        const short = paused('termijn 1 week anders: E').replace('precies 4 weken', 'hoogstens 4 weken');
        expect(done(await run(short, [PAUSE]))).toEqual(['P 0 35', 'A 0 7', 'B 1 8']);
    });
});

describe('work side by side happens in the order of time', () => {
    test.each([
        ['when the case names none of it', []],
        ['when the case names only what is done last', [{ step: 'C' }]],
        ['when the case says it in that order', [{ step: 'B' }, { step: 'C' }]],
    ])('%s', async (_, at) => {
        expect(done(await run(SIDE_BY_SIDE, at))).toEqual(['B 7 7', 'C 21 21', 'D 22 22']);
    });

    test.each([
        ['at the beginning', ''],
        ['behind work of which the length is not exact', 'stap A { duur hoogstens 5 weken }'],
        ['behind work that does not state its length', 'stap A'],
    ])('a case that says it the other way about is refused: %s', async (_, first) => {
        const r = await run(`${first}\n${SIDE_BY_SIDE}`, [{ step: 'C' }, { step: 'B' }]);
        expect(r.stop).toMatchObject({ stop: 'contradictory', step: 'C' });
        expect(r.stop?.message.nl).toBe(
            'C kan niet klaar zijn vóór B: B is door de duren en termijnen zeker eerder (B “precies 1 week”, C “precies 3 weken”). Zet `bij B` vóór `bij C`, of zeg daar met `duurt …` hoe lang het hier duurt.',
        );
        expect(r.path).toEqual(first === '' ? [] : ['A']);
    });

    test('where both orders are possible, the case says which, and what is later knows it', async () => {
        const text = `gelijktijdig G {
                stap B { duur 1 tot en met 3 weken }
                stap C { duur 2 tot en met 4 weken }
            }
            einde E`;
        expect(done(await run(text, [{ step: 'C' }, { step: 'B' }]))).toEqual(['C 14 28', 'B 14 21']);
        expect(done(await run(text))).toEqual(['B 7 21', 'C 14 28']);
    });

    test('what the case says of how long it takes orders it', async () => {
        const at = [
            { step: 'C', duration: '2 dagen' },
            { step: 'B', duration: '5 dagen' },
        ];
        expect(done(await run(SIDE_BY_SIDE, at.toReversed()))).toEqual(['C 2 2', 'B 5 5', 'D 6 6']);
    });

    test('a term that runs out waits for what is surely done before', async () => {
        const text = `gelijktijdig G {
                stap B { duur precies 1 week }
                stap C { duur 1 tot en met 3 weken  termijn 2 weken anders: X }
            }
            stap X { duur precies 1 dag  daarna: E }
            einde E`;
        const r = await run(text, [{ step: 'C', expires: true }]);
        expect(r.path.slice(0, 2)).toEqual(['B', 'X']);
        const refused = await run(text, [{ step: 'C', expires: true }, { step: 'B' }]);
        expect(refused.stop?.message.nl).toContain('C kan niet klaar zijn vóór B');
    });
});

describe('a term with anders wins from work that surely lasts longer', () => {
    const OVERDUE = `stap A { bepaalt a  duur precies 3 weken  termijn 2 weken anders: X }
        stap B { daarna: E }
        stap X { duur precies 1 dag  daarna: F }
        einde E
        einde F`;

    test('without a word of the case', async () => {
        const r = await run(OVERDUE);
        expect([r.path, r.end, r.duration]).toEqual([['X'], 'F', { low: 15, high: 15, open: [] }]);
    });

    test('also when it counts from elsewhere', async () => {
        const r = await run(
            `stap A { duur 1 tot en met 2 weken }
             stap B { duur precies 3 weken  termijn 2 weken na A anders: X  daarna: E }
             stap X { daarna: F }
             einde E
             einde F`,
        );
        expect([r.path, r.end]).toEqual([['A', 'X'], 'F']);
    });

    test('but a case may say that the work took less', async () => {
        const r = await run(OVERDUE, [{ step: 'A', duration: '1 week', facts: { a: true } }]);
        expect([r.path, r.end]).toEqual([['A', 'B'], 'E']);
    });
});

describe('a term that a case overruns is told', () => {
    const overrun = ({ overrun: entries }: Run) => entries.map((e) => e.message.nl);

    test.each([
        ['since the work lasts longer', 'duur precies 3 weken  termijn 2 weken anders: F', [], [LONGER]],
        [
            'since the case says that the work lasts longer',
            'termijn 2 weken anders: F',
            [{ step: 'A', duration: '3 weken' }],
            [LONGER],
        ],
        [
            'since the case says so',
            'termijn 2 weken anders: F',
            [{ step: 'A', expires: true as const }],
            ['De termijn van A (2 weken) verstrijkt: verder met F.'],
        ],
        ['without anders', 'duur precies 3 weken  termijn 2 weken', [], [LATE]],
        ['without anders, by what the case says', 'termijn 2 weken', [{ step: 'A', duration: '3 weken' }], [LATE]],
        ['not when it is met', 'termijn 2 weken', [{ step: 'A', duration: '2 weken' }], []],
    ])('%s', async (_, says, at, told) => {
        const ends = 'einde E\neinde F';
        expect(overrun(await run(`stap A { ${says}  daarna: E }\n${ends}`, at))).toEqual(told);
        // also where it is not known when the work begins
        expect(
            overrun(await run(`stap Voor { duur hoogstens 5 weken }\nstap A { ${says}  daarna: E }\n${ends}`, at)),
        ).toEqual(told);
    });
});

/** Cases of a process: what courses of the analysis say, in an order that need not be one in time, and parts of it. */
function casesOf(m: Machine, keep: readonly boolean[]): Case[] {
    const space = spaceOf(m, { limit: 2_000 });
    const last = space.states.flatMap((s, i) => (movesIn(m, s).length === 0 ? [i] : [])).slice(0, 12);
    return last.flatMap((state) => {
        const given = courseOf(space, state).case;
        const part = given.at.filter((_, i) => keep[i % keep.length]);
        return [given, { ...given, at: part }, { ...given, at: given.at.toReversed() }];
    });
}

/** The same processes each time, so that a change is judged by itself; put another number here to look at others. */
const SEED = 20260304;

test('the log of a case never goes back in time, whatever the case says', async () => {
    let played = 0;
    let refused = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }), async (text, keep) => {
            const m = machineOf(await protocol(text));
            for (const given of m ? casesOf(m, keep) : []) {
                const r = m && simulate(m, given);
                if (r) {
                    expect({ given, lows: lows(r) }).toEqual({ given, lows: lows(r).toSorted((a, b) => a - b) });
                    // the log is not only put in order: things were done so
                    const steps = r.log.flatMap((e) => (e.kind === 'done' ? [e.step] : []));
                    expect({ given, steps }).toEqual({ given, steps: r.path });
                    played++;
                    refused += r.stop?.message.nl.includes('kan niet klaar zijn vóór') ? 1 : 0;
                }
            }
        }),
        { numRuns: 80, seed: SEED },
    );
    expect(played).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(0);
});
