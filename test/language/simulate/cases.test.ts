import { describe, expect, test } from 'vitest';
import type { Case } from '../../../language/execution/case.js';
import { machineOf } from '../../../language/execution/machine.js';
import { sumOfContacts } from '../../../language/execution/contacts.js';
import { courseInWords } from '../../../language/simulate/course-in-words.js';
import { foldedPath } from '../../../language/simulate/folded-path.js';
import type { Run } from '../../../language/simulate/run.js';
import { simulate, type SimulateOptions } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';

const AROUND = `
    organisatie JGZ
    organisatie Wijkteam
    rol Werker van JGZ
    rol Hulp van Wijkteam
    rol Regisseur voert regie, vervuld door Werker
    gegeven a: ja/nee
    gegeven b: ja/nee
    gegeven n: aantal
    document D
    document F`;

async function run(aanpak: string, given: Partial<Case> = {}, options?: SimulateOptions, rest = ''): Promise<Run> {
    const machine = machineOf(await protocol(`interventie X {\n${AROUND}\naanpak {\n${aanpak}\n}\n${rest}\n}`));
    if (!machine) {
        throw new Error('There is always an aanpak.');
    }
    return simulate(machine, { facts: {}, at: [], ...given }, options);
}

const where = (r: Run) => [...r.path, r.end ?? r.stop?.stop ?? 'unstated'].join(' ');

describe('what a case says', () => {
    const visits = 'stap A { bepaalt a  herhaal hoogstens 5 keer tot a }\neinde E';

    test('is used visit by visit, and the last of it holds again', async () => {
        const twice = await run(visits, {
            at: [
                { step: 'A', facts: { a: false } },
                { step: 'A', facts: { a: true } },
            ],
        });
        expect(where(twice)).toBe('A A E');
        expect(where(await run(visits, { at: [{ step: 'A', facts: { a: false } }] }))).toBe('A A A A A A E');
    });

    test('and nothing used is named', async () => {
        const r = await run(visits, {
            at: [
                { step: 'A', facts: { a: true } },
                { step: 'A', facts: { a: false } },
            ],
        });
        expect(r.unused).toEqual([{ step: 'A', facts: { a: false } }]);
    });

    test('says more facts that are missing in one sentence, and that what comes next follows from them', async () => {
        const choice = 'stap A { bepaalt a, b  daarna { als a en b: E  anders: F } }\neinde E\neinde F';
        const said = async (at: Case['at']) => (await run(choice, { at })).stop?.message;
        expect(await said([])).toEqual({
            nl: 'Bij A is niet gezegd wat a en b zijn. Zeg het zo: `bij A: a is ja, b is ja`.',
            en: 'At A it is not said what a and b are. Say it like this: `bij A: a is ja, b is ja`.',
        });
        expect((await said([{ step: 'A', chooses: ['E'] }]))?.nl).toMatch(
            / Of het naar E gaat, volgt daaruit; kiezen is dan niet nodig\.$/,
        );
        expect((await run('toegang als a en b\nstap A\neinde E')).stop?.message.nl).toContain('wat a en b zijn.');
    });

    test('rounds that are all the same are told by their number', async () => {
        const path = (text: string) => foldedPath(text.split(' '));
        expect(path('A B B B B C')).toEqual({ nl: 'A → B → B → B → B → C', en: 'A → B → B → B → B → C' });
        expect(path('A B B B B B C')).toEqual({
            nl: 'A → B → B → … en zo nog 3 keer → C',
            en: 'A → B → B → … and so 3 times more → C',
        });
        expect(path('A B C B C B C B C B C B D D').nl).toBe('A → B → C → B → C → … en zo nog 3 keer → B → D → D');
        const endless = await run('stap A\nstap B { daarna: A }\neinde E');
        expect(courseInWords(endless)[0].nl).toBe('A → B → A → B → … en zo nog 248 keer → …');
    });

    test('a case is not guessed: it stops where a fact is not given, and says what must be said', async () => {
        const r = await run(visits);
        expect(r.stop).toMatchObject({
            stop: 'incomplete',
            step: 'A',
            message: { nl: 'Bij A is niet gezegd wat a is. Zeg het zo: `bij A: a is ja`.' },
            say: { step: 'A', facts: { a: true } },
        });
        expect(r.path).toEqual([]);
    });

    test('a fact does not stay unknown at a step that determines it', async () => {
        const aanpak = 'stap A { bepaalt a  daarna { als a: E  anders: F } }\neinde E\neinde F';
        expect(where(await run(aanpak, { at: [{ step: 'A', facts: { a: null } }] }))).toBe('contradictory');
    });

    test('a fact that a step does not determine cannot become known there', async () => {
        const r = await run('stap A\neinde E', { at: [{ step: 'A', facts: { a: true } }] });
        expect(r.stop).toMatchObject({ stop: 'contradictory', step: 'A' });
    });

    test('decides who is admitted', async () => {
        const aanpak = 'toegang als a en n minstens 3\nstap A\neinde E';
        expect(where(await run(aanpak, { facts: { a: true, n: 3 } }))).toBe('A E');
        expect(where(await run(aanpak, { facts: { a: true, n: 2 } }))).toBe('not-admitted');
        const open = await run(aanpak, { facts: { a: true } });
        expect(open.stop).toMatchObject({ stop: 'incomplete', message: { nl: expect.stringContaining('wat n is') } });
    });

    test('is in its own order for work side by side; how long it takes goes before', async () => {
        const aanpak = 'gelijktijdig G { stap A  stap B }\neinde E';
        const at = [{ step: 'B' }, { step: 'A' }];
        expect(where(await run(aanpak))).toBe('A B E');
        expect(where(await run(aanpak, { at }))).toBe('B A E');
        const timed = [
            { step: 'B', duration: '2 weken' },
            { step: 'A', duration: '1 week' },
        ];
        expect(where(await run(aanpak, { at: timed }))).toBe('A B E');
    });

    test('an interruption with what follows it at one place', async () => {
        const aanpak = `stap A { bepaalt a }
            altijd als "even rust": Y, hervat daarna
            stap Y
            einde E`;
        expect(where(await run(aanpak, { at: [{ step: 'A', facts: { a: true, 'even rust': true } }] }))).toBe('Y A E');
        expect(where(await run(aanpak, { at: [{ step: 'A', facts: { a: true }, chooses: ['Y'] }] }))).toBe('Y A E');
    });

    test('what cannot be chosen is told', async () => {
        const r = await run('stap A\nstap B\neinde E', { at: [{ step: 'A', chooses: ['E'] }] });
        expect(r.stop?.message.nl).toBe('Bij A kan E niet worden gekozen; wel B.');
    });

    test('a term that runs out where there is none is told', async () => {
        const r = await run('stap A { termijn 2 weken }\neinde E', { at: [{ step: 'A', expires: true }] });
        expect(r.stop?.stop).toBe('contradictory');
    });

    test('a case that never ends is stopped', async () => {
        const r = await run('stap A { daarna: B }\nstap B { daarna: A }\neinde E', {}, { mostEvents: 20 });
        expect(r.stop?.stop).toBe('endless');
    });

    describe('a bound that is not known', () => {
        const aanpak = `stap A {
                bepaalt a
                herhaal hoogstens onbekend keer tot a
                daarna { als a: Klaar  anders: Gestopt }
            }
            einde Klaar
            einde Gestopt`;

        test('is reached where the case says so', async () => {
            const at = [
                { step: 'A', facts: { a: false } },
                { step: 'A', facts: { a: false }, chooses: ['Gestopt'] },
            ];
            expect(where(await run(aanpak, { at }))).toBe('A A Gestopt');
        });

        test('is named where the case goes on for ever', async () => {
            const r = await run(aanpak, { at: [{ step: 'A', facts: { a: false } }] }, { mostEvents: 20 });
            expect(r.stop?.message.nl).toBe(
                'Na 20 gebeurtenissen is er nog geen einde: hoe vaak het bij A hoogstens opnieuw gaat, is niet bekend. Is de grens bereikt, zeg dat dan met `bij A: kiest Gestopt`.',
            );
        });
    });
});

describe('time', () => {
    test('adds up in a row, and takes the longest side by side', async () => {
        const r = await run(`stap A { duur precies 1 week }
            gelijktijdig G { stap B { duur precies 2 dagen }  stap C { duur 3 tot 5 dagen } }
            einde E`);
        expect(r.duration).toEqual({ low: 10, high: 12, open: [] });
    });

    test('what is not stated or vague stays visible', async () => {
        const r = await run('stap A { duur precies 1 week }\nstap B\nstap C { duur ongeveer 2 weken }\neinde E');
        expect(r.duration).toEqual({ low: 7, high: Number.POSITIVE_INFINITY, open: ['B', 'C'] });
    });

    test('what the case says goes before what the text says, and lets a term run out', async () => {
        const aanpak = `stap A { duur hoogstens 1 week  termijn 2 weken anders: F }
            einde E
            einde F`;
        expect((await run(`${aanpak}`, { at: [{ step: 'A', duration: '3 dagen', chooses: [] }] })).duration.high).toBe(
            3,
        );
        const late = await run(aanpak, { at: [{ step: 'A', duration: '3 weken' }] });
        expect([where(late), late.duration.low, late.duration.high]).toEqual(['F', 14, 14]);
    });

    test('a term counts from the end or the beginning of another step', async () => {
        const r = await run(
            `stap A { duur precies 1 week }
             stap B { duur hoogstens 1 dag  termijn 2 weken na A anders: F }
             stap C
             einde F`,
            { at: [{ step: 'B', expires: true }] },
        );
        expect([r.end, r.duration.low]).toEqual(['F', 21]);
    });

    test('work goes on where it was after an interruption, as much later', async () => {
        const r = await run(
            `stap A { bepaalt a  duur precies 3 weken }
             altijd als "even rust": Y, hervat daarna
             stap Y { duur precies 1 week }
             einde E`,
            { at: [{ step: 'A', facts: { a: true }, chooses: ['Y'] }] },
        );
        expect([where(r), r.duration.low, r.duration.high]).toEqual(['Y A E', 28, 28]);
    });

    const days = ({ duration: { low, high, open } }: Run) => [low, high, ...open];
    const WAITING = `stap A { duur precies 1 week }
        stap B { duur precies 2 weken }
        stap C { begint SAID  duur precies 1 dag }
        einde E`;
    test.each([
        ['precies 4 weken na A', 36, 36, []],
        ['1 week na A', 22, 22, []],
        ['3 tot en met 4 weken na A', 29, 36, []],
        ['1 maand na aanmelding', 32, 32, []],
        ['10 werkdagen na begin van B', 22, 22, []],
        ['minstens 4 weken na A', 36, Infinity, ['C']],
        ['ongeveer 4 weken na A', 22, Infinity, ['C']],
        ['onbekend na A', 22, Infinity, ['C']],
        ['4 weken na "de zomer"', 22, Infinity, ['C']],
        ['4 weken na D', 22, 22, []],
    ])('work that begins %s is done from day %d to %d', async (said, low, high, open) => {
        const aanpak = `${WAITING.replace('SAID', said)}\nescalatie D { vanuit A  als "vast"  daarna: C }`;
        const r = await run(aanpak, {}, { start: '2026-03-02' });
        expect([r.end, ...days(r)]).toEqual(['E', low, high, ...open]);
    });

    test('work that waits is interrupted while it waits, and its term counts from when it begins', async () => {
        const aanpak = `stap A { duur precies 1 week }
            stap C { begint 4 weken na A  termijn 2 weken anders: F }
            altijd als "gevaar": F
            einde E
            einde F`;
        const broken = await run(aanpak, { at: [{ step: 'C', facts: { gevaar: true } }] });
        expect([broken.end, broken.duration.low]).toEqual(['F', 7]);
        const late = await run(aanpak, { at: [{ step: 'C', expires: true }] });
        expect([late.end, late.duration.low]).toEqual(['F', 49]);
        const long = await run(aanpak, { at: [{ step: 'C', duration: '15 dagen' }] });
        expect([long.end, long.duration.low]).toEqual(['F', 49]);
    });

    // as docs/taal.md says under "Onderbreken"
    test.each([
        ['when the step that determines it is done', 'stap A { bepaalt a  duur precies 3 weken }', 21],
        [
            'sooner where a short step beside the long one determines it',
            'gelijktijdig { stap L { duur precies 3 weken }\nstap A { bepaalt a  duur precies 1 week } }',
            7,
        ],
    ])('an interruption on a fact comes %s', async (_, work, day) => {
        const r = await run(`${work}\naltijd als a: Y\nstap Y { daarna: F }\neinde E\neinde F`, {
            at: [
                { step: 'A', facts: { a: true } },
                { step: 'L', duration: '3 weken' },
            ],
        });
        expect([r.end, r.log.find((e) => e.kind === 'interruption')?.time.low]).toEqual(['F', day]);
    });

    const told = (r: Run) => r.log.flatMap((e) => (e.kind === 'remark' ? [e.message.nl] : []));

    test.each([
        ['lasts at least so long', 'duur precies 10 dagen', 'duur precies 1 dag', [10, 10]],
        ['bounds work that does not say how long it takes', 'duur hoogstens 10 dagen', '', [0, 10]],
        ['bounds work that says a least', 'duur 5 tot en met 10 dagen', 'duur minstens 3 dagen', [5, 10]],
        ['is over when its work is', 'duur 2 tot en met 10 dagen', 'duur 1 tot en met 6 dagen', [2, 6]],
        ['leaves the time open when it is vague', 'duur ongeveer 10 dagen', 'duur precies 3 dagen', [3, Infinity, 'P']],
        ['leaves it open when it is usual', 'duur veelal 10 dagen', 'duur precies 3 dagen', [3, Infinity, 'P']],
        ['with a term is over by then', 'termijn 8 dagen', 'duur minstens 3 dagen', [3, 8, 'A']],
    ])('a phase %s', async (_, phase, work, expected) => {
        const r = await run(`fase P { ${phase}  stap A { ${work} } }\neinde E`);
        expect(days(r)).toEqual(expected);
        expect(told(r)).toEqual([]);
    });

    test('work that takes longer than its phase takes as long as it does, and it is told', async () => {
        const r = await run('fase P { duur hoogstens 10 dagen  stap A { duur precies 12 dagen }  stap B }\neinde E');
        expect(days(r)).toEqual([12, Infinity, 'B']);
        expect(told(r)).toEqual(['P duurt langer dan er staat (hoogstens 10 dagen).']);
        const said = await run('fase P { duur hoogstens 2 weken  stap A { duur hoogstens 1 week } }\neinde E', {
            at: [{ step: 'A', duration: '3 weken' }],
        });
        expect(days(said)).toEqual([21, 21]);
        expect(told(said)).toEqual([
            'A duurt langer dan er staat (hoogstens 1 week).',
            'P duurt langer dan er staat (hoogstens 2 weken).',
        ]);
    });

    test('a term bounds work that does not say how long it takes', async () => {
        const r = await run('stap A { termijn 5 dagen }\nstap B { duur 1 dag  termijn 4 dagen na A }\neinde E');
        expect(days(r)).toEqual([1, 6]);
    });

    test('an escalation begins within its time, and at once where it states none', async () => {
        const text = (within: string) => `stap A { bepaalt a  duur precies 3 dagen }
            escalatie X door Werker { vanuit A  als a  ${within}  duur precies 2 dagen  daarna: E }
            einde E`;
        const at = [{ step: 'A', facts: { a: true } }];
        expect(days(await run(text('binnen 5 dagen'), { at }))).toEqual([5, 10]);
        expect(days(await run(text(''), { at }))).toEqual([5, 5]);
        expect(days(await run(text('binnen ongeveer 5 dagen'), { at }))).toEqual([5, Infinity, 'X']);
    });

    test('people break in on work while it is going on, at a time that the case may say', async () => {
        const text = `stap A { duur hoogstens 10 dagen }
            escalatie X door Werker { vanuit A  als "vast"  duur precies 2 dagen  daarna: E }
            einde E`;
        expect(days(await run(text, { at: [{ step: 'A', chooses: ['X'] }] }))).toEqual([2, 12]);
        expect(days(await run(text, { at: [{ step: 'A', chooses: ['X'], duration: '4 dagen' }] }))).toEqual([6, 6]);
    });

    test('with a start, dates leave out holidays', async () => {
        const r = await run(
            'stap A { duur precies 1 werkdag }\neinde E',
            {},
            { start: '2026-04-24', holidays: ['2026-04-28'] },
        );
        expect(r.log.find((e) => e.kind === 'done')?.date).toBe('2026-04-29');
    });
});

describe('contacts, documents and who directs', () => {
    const handover = `overdracht H van Werker naar Hulp {
        vanuit A
        vorm warm
        gesprekken precies 2 met Werker, Hulp
        informatie D
        termijn 2 weken
        regie naar Hulp
        bij uitblijven: C
    }`;
    const aanpak = `stap A { door Werker  contacten precies 1  levert D  daarna: B }
        stap B { door Hulp  contacten hoogstens 3  vereist F  daarna: E }
        stap C { door Werker  contacten diverse gesprekken  daarna: E }
        einde E`;

    test('a confirmed handover takes its time, its meetings count, and it hands on what it says', async () => {
        const r = await run(aanpak, {}, {}, handover);
        expect(where(r)).toBe('A B E');
        expect(sumOfContacts(r.contacts)).toEqual({ low: 3, high: 6, open: [] });
        expect(sumOfContacts(r.contacts, 'JGZ')).toEqual({ low: 3, high: 3, open: [] });
        expect(sumOfContacts(r.contacts, 'Wijkteam')).toEqual({ low: 2, high: 5, open: [] });
        expect([r.handedOver, r.directors, r.directorsAfter[0]]).toEqual([['D'], ['Hulp'], ['Regisseur']]);
        expect(r.log.some((e) => e.kind === 'remark' && e.message.nl.includes('vereist F'))).toBe(true);
    });

    test('one that is not confirmed hands nothing on, but its meetings have been held', async () => {
        const r = await run(aanpak, { at: [{ step: 'H', expires: true }] }, {}, handover);
        expect(where(r)).toBe('A C E');
        expect([r.handedOver, r.directors, r.handovers]).toEqual([
            [],
            ['Regisseur'],
            [{ name: 'H', confirmed: false }],
        ]);
        expect(sumOfContacts(r.contacts)).toEqual({ low: 4, high: Number.POSITIVE_INFINITY, open: ['C'] });
    });

    test('what a term breaks off takes anything up to its most', async () => {
        const runs = [
            'stap A { contacten precies 3  termijn 2 weken anders: B }',
            'fase A { contacten precies 3  termijn 2 weken anders: B  stap C }',
        ].map((work) =>
            run(`${work}\nstap B { contacten precies 2  daarna: E }\neinde E`, { at: [{ step: 'A', expires: true }] }),
        );
        for (const r of await Promise.all(runs)) {
            expect([r.stop, r.path]).toEqual([undefined, ['B']]);
            expect(sumOfContacts(r.contacts)).toMatchObject({ low: 2, high: 5 });
        }
    });

    test('a step that does not state its contacts leaves the sum open', async () => {
        const r = await run('stap A { door Werker }\nstap B { contacten precies 2 }\neinde E');
        expect(sumOfContacts(r.contacts)).toEqual({ low: 2, high: Number.POSITIVE_INFINITY, open: ['A'] });
        expect(sumOfContacts(r.contacts, 'Wijkteam')).toEqual({ low: 0, high: 2, open: ['B'] });
    });
});
