import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../../language/execution/case.js';
import { machineOf } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';

async function run(aanpak: string, at: readonly CaseEvent[] = []) {
    const machine = machineOf(await protocol(`interventie P {\nrol W\naanpak {\n${aanpak}\neinde Klaar\n}\n}`));
    if (!machine) {
        throw new Error('There is always an aanpak.');
    }
    const { path, log, overrun, stop } = simulate(machine, { facts: {}, at });
    const [told, late] = [log, overrun].map((entries) => entries.map((e) => e.message.nl));
    return { path, told, late, stop: stop?.message.nl };
}

const REST = `stap Q { duur precies 0 dagen daarna: Klaar }
    stap X { duur precies 0 dagen daarna: Klaar }`;

test.each(['precies 1 dag', '0 tot 7 dagen'])(
    'a term is compared from the begin that it shares: after %s',
    async (begin) => {
        const { path } = await run(`stap A { duur ${begin} }
        stap B { duur precies 1 week herhaal precies 2 keer termijn 2 weken anders: X }
        ${REST}`);
        expect(path).toEqual(['A', 'B', 'B', 'X']);
    },
);

test('work that may be done on the day of its term is done', async () => {
    const { path } = await run(`stap A { duur 0 tot 7 dagen }
        stap B { duur precies 1 week herhaal precies 1 keer termijn 2 weken anders: X }
        ${REST}`);
    expect(path).toEqual(['A', 'B', 'B', 'Q']);
});

test('a term may run out where the work may last so long', async () => {
    const { path } = await run(`stap C { duur 1 tot 4 weken termijn 3 weken anders: X }\n${REST}`, [
        { step: 'C', expires: true },
    ]);
    expect(path).toEqual(['X']);
});

test('work that is escalated away from is not told to be late', async () => {
    const { told } = await run(
        `stap B { duur precies 3 weken termijn 2 weken anders: X }
        ${REST}
        escalatie Es door W naar W { vanuit B als "vast" duur precies 0 dagen daarna: B hoogstens 1 keer }`,
        [{ step: 'B', chooses: ['Es'] }],
    );
    expect(told?.filter((t) => t.includes('later klaar'))).toEqual([]);
});

test('a term may run out where the work takes less as it is meant; that it takes longer is told', async () => {
    const { path, late } = await run(`stap C { duur precies 1 week termijn 3 weken anders: X }\n${REST}`, [
        { step: 'C', expires: true },
    ]);
    expect(path).toEqual(['X']);
    expect(late).toEqual([
        'De termijn van C (3 weken) verstrijkt: verder met X.',
        'C duurt langer dan er staat (precies 1 week).',
    ]);
});

test('a term does not run out in work of which the case says that it takes less', async () => {
    const { stop } = await run(`stap C { termijn 3 weken anders: X }\n${REST}`, [
        { step: 'C', duration: '1 week', expires: true },
    ]);
    expect(stop).toBe(
        'Bij C kan “3 weken” niet verstrijken: dan is het daar door de duren en termijnen zeker al voorbij.',
    );
});

test('a term that is over before the work begins runs out then', async () => {
    const late = `stap A { duur precies 1 week }
        stap B { duur precies 5 weken }
        stap C { termijn 2 weken na A anders: X }
        ${REST}`;
    expect((await run(late)).path).toEqual(['A', 'B', 'X']);
    const said = await run(late, [{ step: 'C', expires: true }]);
    expect([said.path, said.stop]).toEqual([['A', 'B', 'X'], undefined]);
});

describe('a term that is over while the work is interrupted runs out when that goes on', () => {
    const INTERRUPTED = (pause: string) => `altijd als "rust": R, hervat daarna
        gelijktijdig G {
            stap A { duur precies 1 week }
            stap B { duur precies 3 weken termijn 2 weken anders: X }
        }
        ${REST}
        ${pause}`;
    const rest: CaseEvent = { step: 'A', facts: { rust: true } };

    test.each([
        ['a step', 'stap R { duur precies 3 weken }', ['R', 'A', 'X']],
        ['a phase', 'fase R { duur precies 3 weken stap P { duur precies 1 dag } }', ['P', 'A', 'X']],
    ])('%s', async (_, pause, path) => {
        const text = INTERRUPTED(pause);
        const said: CaseEvent[] = [rest, { step: 'A' }, { step: 'B', expires: true }];
        for (const at of [[rest], said]) {
            const course = await run(text, at);
            expect([course.path, course.stop]).toEqual([path, undefined]);
        }
    });
});

test('a term that runs out before the work may begin says so', async () => {
    const { late } = await run(`stap A { duur precies 1 dag }
        stap C { begint 4 weken na A termijn 3 weken na A anders: X }
        ${REST}`);
    expect(late).toEqual(['De termijn van C (3 weken) verstrijkt voordat C mag beginnen: verder met X.']);
});

test('a term that was over before a case came to the work says so', async () => {
    const { late } = await run(`stap A { duur precies 3 weken }
        stap C { duur precies 1 week termijn 2 weken na aanmelding anders: X }
        ${REST}`);
    expect(late).toEqual(['De termijn van C (2 weken) verstrijkt voordat C begint: verder met X.']);
});

test('a term that runs out while nobody has chosen yet says so', async () => {
    const { late } = await run(
        `fase F { termijn 2 weken anders: X
            een van E { stap A stap B }
        }
        ${REST}`,
        [{ step: 'F', expires: true }],
    );
    expect(late).toEqual(['De termijn van F (2 weken) verstrijkt; bij E is dan nog niet gekozen: verder met X.']);
});

describe('what breaks a group off after a part of it was chosen may be said of it', () => {
    const text = `een van E { termijn 2 weken anders: X
            stap A stap B }
        escalatie Es { vanuit E als "vast" daarna: X }
        ${REST}`;

    test.each<[string, CaseEvent[], string[]]>([
        ['at once', [{ step: 'E', chooses: ['A'], expires: true }], ['X']],
        [
            'by itself',
            [
                { step: 'E', chooses: ['A'] },
                { step: 'E', expires: true },
            ],
            ['X'],
        ],
        [
            'by people',
            [
                { step: 'E', chooses: ['A'] },
                { step: 'E', facts: { vast: true } },
            ],
            ['Es', 'X'],
        ],
        ['not, as the part comes first', [{ step: 'E', chooses: ['A'] }, { step: 'A' }], ['A', 'Q']],
    ])('%s', async (_, at, path) => {
        const course = await run(text, at);
        expect([course.path, course.stop]).toEqual([path, undefined]);
        expect(course.late?.filter((l) => l.includes('nog niet gekozen'))).toEqual([]);
    });
});

test('a phase that a term leads out of lasts too long, too', async () => {
    const { late } = await run(`fase F {
            duur precies 2 weken
            stap A { duur precies 3 weken termijn 16 dagen anders: X }
        }
        ${REST}`);
    expect(late).toEqual([
        'De termijn van A (16 dagen) verstrijkt, want A duurt langer: verder met X.',
        'F duurt langer dan er staat (precies 2 weken).',
    ]);
});

describe('what is surely overrun is told, however vague what comes before', () => {
    const LATE = 'C is later klaar dan de termijn toelaat (12 weken).';
    test.each([
        ['duur ongeveer 6 weken', 'na begin van B', [LATE]],
        ['', 'na begin van B', [LATE]],
        ['duur hoogstens 6 weken', 'na begin van B', [LATE]],
        ['duur ongeveer 6 weken', 'na A', [LATE]],
        ['duur ongeveer 6 weken', 'na B', []],
        ['duur hoogstens 2 weken', 'na aanmelding', [LATE]],
    ])('%s, counted %s', async (first, since, told) => {
        const { late } = await run(
            `stap A { ${first} }
             stap B { duur minstens 12 weken }
             stap C { termijn 12 weken ${since} }`,
            [{ step: 'C', duration: '1 week' }],
        );
        expect(late).toEqual(told);
    });

    test('a phase of which the parts together last too long, by what the case says of one', async () => {
        const { late } = await run(
            `stap A { duur ongeveer 1 week }
             fase F {
                duur hoogstens 3 weken
                stap B { duur precies 2 weken }
                stap C
             }`,
            [{ step: 'C', duration: '2 weken' }],
        );
        expect(late).toEqual(['F duurt langer dan er staat (hoogstens 3 weken).']);
    });

    test('not where it may be met', async () => {
        const { late } = await run(
            `stap A { duur ongeveer 1 week }
             stap B { duur hoogstens 12 weken }
             stap C { termijn 12 weken na A }`,
            [{ step: 'C', duration: '1 week' }],
        );
        expect(late).toEqual([]);
    });
});

test.each(['', 'begint 3 dagen na aanmelding'])(
    'the term of work that is done again counts from when it was begun first: %s',
    async (begins) => {
        const { late } = await run(
            `stap A { ${begins} duur precies 1 week termijn 10 dagen herhaal tot "het is goed" }
            ${REST}`,
            [
                { step: 'A', again: true },
                { step: 'A', again: false },
            ],
        );
        expect(late).toEqual(['A is later klaar dan de termijn toelaat (10 dagen).']);
    },
);

test('work that begins at some time or other and is done again is surely later than a term of one round', async () => {
    const { late } = await run(
        `stap A { begint 1 tot en met 4 dagen na aanmelding duur precies 3 dagen termijn 3 dagen herhaal precies 1 keer }
        ${REST}`,
    );
    expect(late).toEqual(['A is later klaar dan de termijn toelaat (3 dagen).']);
});

describe('of several terms the one that is over first runs out', () => {
    const TWO = `stap A { duur precies 3 weken
            termijn 2 weken anders: Y
            termijn 1 week na aanmelding anders: X }
        ${REST}
        stap Y { daarna: Klaar }`;

    test('whichever stands first', async () => {
        expect((await run(TWO)).path).toEqual(['X']);
        expect((await run(TWO, [{ step: 'A', expires: true }])).path).toEqual(['X']);
    });

    test('and a case that chooses the other is refused', async () => {
        const { path, stop } = await run(TWO, [{ step: 'A', expires: true, chooses: ['Y'] }]);
        expect(path).toEqual([]);
        expect(stop).toBe(
            'Bij A kan “2 weken” niet verstrijken: “1 week” van A is zeker eerder om. Schrijf daarvoor `bij A: termijn verstrijkt, kiest X`, of maak een van de termijnen anders.',
        );
    });

    const AROUND = `gelijktijdig G {
            stap A { duur precies 3 weken termijn 2 weken anders: X }
            stap B { duur precies 1 week }
            termijn 10 dagen anders: Y
        }
        ${REST}
        stap Y { duur precies 0 dagen daarna: Klaar }`;

    test('also that of the group around the work', async () => {
        expect((await run(AROUND)).path).toEqual(['B', 'Y']);
        const { path, stop } = await run(AROUND, [{ step: 'B' }, { step: 'A', expires: true }]);
        expect(path).toEqual(['B']);
        expect(stop).toBe(
            'Bij A kan “2 weken” niet verstrijken: “10 dagen” van G is zeker eerder om. Schrijf daarvoor `bij G: termijn verstrijkt`, of maak een van de termijnen anders.',
        );
    });

    test('also that of a phase of which the parts together last longer', async () => {
        const phase = `fase F {
                termijn 2 weken anders: Y
                stap A { duur precies 1 week }
                stap B { duur precies 8 dagen }
            }
            ${REST}
            stap Y { duur precies 0 dagen daarna: Klaar }`;
        expect((await run(phase)).path).toEqual(['A', 'Y']);
    });

    test('and what runs out before lets nothing run out later', async () => {
        const { path, stop } = await run(
            `gelijktijdig K {
                stap B { duur precies 3 weken termijn 2 weken anders: X }
                stap C { duur precies 1 week termijn 3 weken anders: X }
            }
            ${REST}`,
            [{ step: 'C', expires: true }],
        );
        expect([path, stop]).toEqual([
            [],
            'Bij C kan “3 weken” niet verstrijken: dan is het daar door de duren en termijnen zeker al voorbij.',
        ]);
    });
});

describe('work of which the last facts interrupt the case is over before the interruption', () => {
    const NO = `interventie P { rol W gegeven x: ja/nee aanpak {`;
    test.each([
        ['termijn 1 week na A', 'B is later klaar dan de termijn toelaat (1 week).'],
        ['termijn 23 dagen na A', undefined],
    ])('%s', async (term, told) => {
        const machine = machineOf(
            await protocol(`${NO}
            altijd als x: R, hervat daarna
            stap A { duur precies 1 week bepaalt x }
            stap B { duur precies 3 dagen ${term} daarna: Klaar }
            stap R { duur precies 2 weken }
            einde Klaar
        }}`),
        );
        const run_ = machine && simulate(machine, { facts: {}, at: [{ step: 'A', facts: { x: true } }] });
        expect(run_?.overrun.map((e) => e.message.nl)).toEqual(told === undefined ? [] : [told]);
    });

    test('so what begins a while after it does not wait for that long once more', async () => {
        const machine = machineOf(
            await protocol(`${NO}
            altijd als x: R, hervat daarna
            stap A { duur precies 1 week bepaalt x }
            stap B { duur precies 3 dagen begint 1 week na A daarna: Klaar }
            stap R { duur precies 2 weken }
            einde Klaar
        }}`),
        );
        const run_ = machine && simulate(machine, { facts: {}, at: [{ step: 'A', facts: { x: true } }] });
        expect(run_?.duration).toMatchObject({ low: 24, high: 24 });
    });
});
