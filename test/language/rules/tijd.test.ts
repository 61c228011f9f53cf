import { describe, expect, it } from 'vitest';
import { machineOf } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { applyFix, checkFor } from '../rule-tester.js';
import { protocol } from '../support/language.js';

const TERMS = 'tijd/onhaalbaar';
const SUM = 'tijd/som';

const approach = (body: string, before = '') =>
    `interventie Proef "Proef" {\n${before}\naanpak {\n${body}\neinde Klaar\n}\n}\n`;

async function severities(code: string, text: string): Promise<string[]> {
    return (await checkFor(code, text)).map((f) => f.severity);
}

/** One step with a length and a term. */
const step = (length: string, term: string) => approach(`stap A { duur ${length}\ntermijn ${term} }`);

describe('a term', () => {
    it.each([
        ['meer dan 2 weken', '2 weken'],
        ['precies 2 weken', 'minder dan 2 weken'],
        ['precies 5 werkdagen', '4 dagen'],
        ['precies 6 werkdagen', '1 week'],
        ['minstens 5 werkdagen', '4 werkdagen'],
        ['precies 1 jaar', '364 dagen'],
        ['precies 1 jaar', '11 maanden'],
        ['precies 32 dagen', '1 maand'],
        ['precies 36 uur', '1 dag'],
        ['precies 1 werkdag', '4 uur'],
        ['precies 3 maanden', '2 maanden'],
        ['precies 35 dagen', '1 maand en 3 dagen'],
    ])('cannot be met: %s in %s', async (length, term) => {
        expect(await severities(TERMS, step(length, term))).toEqual(['error']);
    });

    it.each([
        ['minder dan 2 weken', '2 weken'],
        ['precies 2 weken', 'tot 2 weken'],
        ['precies 5 werkdagen', '5 werkdagen'],
        ['precies 10 werkdagen', '4 weken'],
        ['precies 1 maand', '1 maand'],
        ['precies 1 jaar', '12 maanden'],
        ['precies 2 kwartalen', '6 maanden'],
        ['precies 1 jaar', '366 dagen'],
        ['precies 28 dagen', '1 maand'],
        ['precies 24 uur', '1 dag'],
        ['ruim 2 weken', '3 weken'],
        ['bijna 2 weken', '2 weken'],
        ['veelal 1 week', '2 weken'],
    ])('can be met: %s in %s', async (length, term) => {
        expect(await severities(TERMS, step(length, term))).toEqual([]);
    });

    it.each([
        ['precies 5 werkdagen', '6 dagen'],
        ['precies 5 werkdagen', '1 week'],
        ['precies 10 werkdagen', '2 weken'],
        ['precies 2 weken', '10 werkdagen'],
        ['precies 30 dagen', '1 maand'],
        ['precies 1 jaar', '365 dagen'],
        ['precies 33 dagen', '1 maand en 3 dagen'],
    ])('depends on the calendar: %s in %s', async (length, term) => {
        const [found, ...more] = await checkFor(TERMS, step(length, term));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining('hangt af van'),
            [],
        ]);
    });

    it.each([
        ['ruim 2 weken', '2 weken'],
        ['ongeveer 2 weken', '2 weken'],
        ['ongeveer 2 weken', 'minder dan 2 weken'],
        ['veelal 2 weken', '2 weken'],
        ['bijna 2 weken', '1 week'],
        ['precies 3 weken', 'ruim 2 weken'],
        ['precies 2 weken', 'bijna 2 weken'],
    ])('is not decided by what is vague: %s in %s', async (length, term) => {
        const [found, ...more] = await checkFor(TERMS, step(length, term));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining('de tijd bij `A` is niet precies'),
            [],
        ]);
    });

    it.each([
        [
            'stap A { duur precies 12 weken }\nstap B { duur hoogstens 1 week  termijn 2 weken na begin van A }',
            '13 weken na begin van A',
            '`A`',
        ],
        [
            'stap A { duur 2 tot 3 weken }\nstap B { duur precies 1 week  termijn 2 weken na aanmelding }',
            '4 weken na aanmelding',
            '`A` en `B`',
        ],
        [
            'gelijktijdig G { stap A { duur minstens 3 weken } stap C { duur hoogstens 6 weken } }\nstap B { duur hoogstens 3 dagen  termijn 2 weken na begin van G }',
            '7 weken na begin van G',
            '`A`',
        ],
        ['stap A { duur precies 5 werkdagen  termijn 4 dagen }', '12 dagen', '`A`'],
        ['stap A { duur meer dan 2 weken  termijn 2 weken }', '3 weken', '`A`'],
        [
            'stap A { duur precies 1 week }\nstap B { duur precies 2 weken }\nstap C { duur precies 5 dagen  termijn 11 werkdagen na aanmelding }',
            '20 werkdagen na aanmelding',
            '`A`, `B` en `C`',
        ],
        [
            'stap A { duur precies 3 weken }\nstap B { duur precies 5 werkdagen  termijn 10 werkdagen na aanmelding }',
            '20 werkdagen na aanmelding',
            '`A` en `B`',
        ],
        [
            'stap A { duur precies 5 werkdagen }\nstap B { duur precies 5 werkdagen  termijn 1 week na aanmelding }',
            '3 weken na aanmelding',
            '`A` en `B`',
        ],
    ])('that is too short is told how long it has to be for what is stated to fit: %s', async (body, enough, short) => {
        const text = approach(body);
        const [found, ...more] = await checkFor(TERMS, text);
        expect(more).toEqual([]);
        expect(found?.message.nl).toContain(
            `Schrijf \`termijn ${enough}\`, dan passen de tijden die er staan, of maak de tijd bij ${short} korter.`,
        );
        expect(await checkFor(TERMS, found ? applyFix(text, found) : text)).toEqual([]);
    });

    it('that sometimes needs more says how much all of it needs together', async () => {
        const text = approach(
            'stap A { duur precies 3 weken }\nstap B { duur precies 5 dagen  termijn 19 werkdagen na aanmelding }',
        );
        expect((await checkFor(TERMS, text)).map((f) => f.message.nl)).toEqual([
            expect.stringMatching(/soms is er 20 werkdagen nodig\.$/),
        ]);
        expect(await checkFor(TERMS, text.replace('19', '20'))).toEqual([]);
    });

    it('that counts from work in working days counts from a working day', async () => {
        const after = (term: string) =>
            approach(`stap A { duur precies 1 werkdag }\nstap B { duur precies 5 werkdagen termijn ${term} }`);
        expect(await severities(TERMS, after('6 dagen na A'))).toEqual(['error']);
        expect(await severities(TERMS, after('6 dagen'))).toEqual(['error']);
        expect(await severities(TERMS, after('1 week na A'))).toEqual(['info']);
        expect(await severities(TERMS, after('5 werkdagen na A'))).toEqual([]);
    });

    it('is no matter of what else on the course is in another unit', async () => {
        const text = approach(`
            stap A { duur precies 1 maand termijn 1 maand }
            stap B { duur precies 10 werkdagen termijn 10 werkdagen }
            fase F { duur precies 3 maanden stap C { duur precies 60 dagen } }`);
        expect(await severities(TERMS, text)).toEqual([]);
    });

    it.each([
        ['from its own begin', 'stap C { duur precies 3 weken  termijn 2 weken anders: Z }', ''],
        [
            'behind other work',
            'stap B { duur 1 dag }\nstap C { duur precies 3 weken  termijn 2 weken na B anders: Z }',
            ' na B',
        ],
        [
            'from the begin of work in parallel',
            `gelijktijdig G {
                stap B { duur precies 2 weken }
                stap C { duur precies 3 weken  termijn 2 weken na begin van B anders: Z }
             }`,
            ' na begin van B',
        ],
    ])('with `anders` that always runs out is no error, counted %s', async (_, body, since) => {
        const found = await checkFor(TERMS, approach(`${body}\nstap D { daarna: Klaar }\nstap Z { daarna: Klaar }`));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([
            [
                'warning',
                `“2 weken” van \`C\` loopt altijd af voordat het werk klaar is, dus gaat het altijd naar \`Z\`. Moet \`C\` af kunnen komen, schrijf dan \`termijn 3 weken${since} anders: Z\` of maak het werk korter.`,
            ],
        ]);
    });

    it.each([
        [
            'stap A { duur precies 3 weken  termijn 2 weken anders: Z }\nstap Z { daarna: Klaar }',
            'loopt altijd af',
            ['A: de termijn verstrijkt'],
        ],
        [
            `gelijktijdig G { termijn 2 weken anders: Z
                stap A { duur precies 3 weken }
                stap B { duur precies 1 dag }
             }
             stap Z { daarna: Klaar }`,
            'loopt altijd af',
            ['G: de termijn verstrijkt'],
        ],
        ['stap A\nstap B { termijn 2 weken na C }\nstap C', 'begint nooit te tellen', ['A: gedaan', 'B: gedaan']],
        ['stap A\nstap B { duur hoogstens 2 weken  termijn 1 week }', 'kan volgens', ['A: gedaan', 'B: gedaan']],
    ])('shows a shortest course: %s', async (body, says, path) => {
        const found = await checkFor(TERMS, approach(body));
        expect(found.map((f) => f.message.nl)).toEqual([expect.stringContaining(says)]);
        expect(found.map((f) => f.related.flatMap((r) => /^\d+\. (.*)/.exec(r.message.nl)?.[1] ?? []))).toEqual([path]);
        expect(found.map((f) => Object.keys(f.data ?? {}))).toEqual([['path', 'case']]);
    });

    it.each([
        ['begint 4 weken na A', 'is altijd al om voordat `C` mag beginnen (`begint 4 weken na A`), dus'],
        ['begint 4 weken na A  duur 1 week', 'is altijd al om voordat `C` mag beginnen (`begint 4 weken na A`), dus'],
        ['begint 2 weken na A  duur precies 2 weken', 'loopt altijd af voordat het werk klaar is, dus'],
    ])('with `anders` says whether it is over before the work may begin: %s', async (work, says) => {
        const text = approach(
            `stap A { duur precies 1 dag }
             stap C { ${work}  termijn 3 weken na A anders: Z }
             stap D { daarna: Klaar }
             stap Z { daarna: Klaar }`,
        );
        expect((await checkFor(TERMS, text)).map((f) => f.message.nl)).toEqual([expect.stringContaining(says)]);
    });

    it.each([
        ['duur hoogstens 2 weken  termijn 1 week', 'hoogstens 2 weken'],
        ['duur 2 tot en met 12 werkdagen  termijn 10 werkdagen', '2 tot en met 12 werkdagen'],
    ])('that the work may outlast, and need not, is told: %s', async (body, lasts) => {
        const [found, ...more] = await checkFor(TERMS, approach(`stap A { ${body} }`));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining(`Het werk bij \`A\` kan volgens “${lasts}” langer duren dan de termijn`),
            [],
        ]);
    });

    it.each([
        ['it says where a case goes then', 'duur hoogstens 2 weken  termijn 1 week anders: Klaar  daarna: Klaar'],
        ['it counts from elsewhere', 'duur hoogstens 2 weken  termijn 1 week na aanmelding'],
        ['the calendar decides', 'duur hoogstens 10 werkdagen  termijn 2 weken'],
    ])('that the work may outlast is not told where %s', async (_, body) => {
        expect(await checkFor(TERMS, approach(`stap A { ${body} }`))).toEqual([]);
    });

    const handover = (body: string) => `rol R
        rol S
        interventie X "X" { aanpak { stap A { door R  daarna: B }  stap B { door S }  einde Klaar }
            overdracht O van R naar S { vanuit A  ${body} } }`;

    it('that a confirmation may come after the term of its handover is told', async () => {
        const [found, ...more] = await checkFor(TERMS, handover('termijn 1 week  bevestiging door S binnen 10 dagen'));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining(
                'De bevestiging van `O` mag met “binnen 10 dagen” later komen dan de termijn van “1 week”',
            ),
            [],
        ]);
    });

    it.each([
        ['it is as long', 'termijn 1 week  bevestiging door S binnen 7 dagen'],
        ['it is vague', 'termijn 1 week  bevestiging door S binnen ongeveer 10 dagen'],
        ['the calendar decides', 'termijn 2 weken  bevestiging door S binnen 10 werkdagen'],
        ['the term counts from elsewhere', 'termijn 1 week na aanmelding  bevestiging door S binnen 10 dagen'],
    ])('that a confirmation may come after the term is not told where %s', async (_, body) => {
        expect((await checkFor(TERMS, handover(body))).map((f) => f.message.nl)).toEqual([]);
    });

    it('of strict parts adds them up', async () => {
        const twice = (term: string) =>
            approach(`stap A { duur meer dan 1 week }\nstap B { duur meer dan 1 week termijn ${term} na aanmelding }`);
        expect(await severities(TERMS, twice('2 weken'))).toEqual(['error']);
        expect(await severities(TERMS, twice('15 dagen'))).toEqual([]);
    });

    it('is told how to write it, so that it can be met', async () => {
        const texts = [
            step('meer dan 2 weken', '2 weken'),
            step('precies 1 werkdag', '4 uur'),
            step('precies 32 dagen', '1 maand'),
            step('minstens 9 werkdagen', '8 werkdagen'),
            approach('stap A { duur precies 3 weken }\nstap B { duur 1 uur termijn 2 weken na aanmelding }'),
            approach('stap A\nstap B { duur precies 2 weken }\nstap C { termijn 1 week na begin van B }'),
            approach('fase F { duur precies 1 week\nstap A { duur precies 6 werkdagen } }'),
        ];
        for (const text of texts) {
            const [found] = await checkFor(TERMS, text);
            const mend = /Schrijf `([^`]+)`/.exec(found?.message.nl ?? '')?.[1] ?? '';
            const { start, end } = found?.at.range ?? {};
            const lines = text.split('\n');
            const line = lines[start?.line ?? 0] ?? '';
            expect([found?.severity, start?.line], text).toEqual(['error', end?.line]);
            lines[start?.line ?? 0] = line.slice(0, start?.character) + mend + line.slice(end?.character);
            const mended = lines.join('\n');
            expect(await severities(TERMS, mended), mended).not.toContain('error');
            expect(await severities('meta/syntaxis', mended), mended).toEqual([]);
        }
    });
});

describe('a term in working days', () => {
    const text = approach(`
        stap A { duur precies 1 dag }
        stap C { duur precies 3 weken  termijn 5 werkdagen na A anders: Z  daarna: D }
        stap D { daarna: Klaar }
        stap Z { daarna: Klaar }`);
    const off = Array.from({ length: 31 }, (_, i) => `2027-07-${String(i + 1).padStart(2, '0')}`);

    it.each([
        ['always runs out before the work is done', [], ['stroom/onbereikbaar', TERMS]],
        ['does not where the settings have enough days off', off, [TERMS]],
    ])('%s', async (_, holidays, codes) => {
        const told = await Promise.all(
            ['stroom/onbereikbaar', TERMS].map((code) => checkFor(code, text, { settings: { holidays } })),
        );
        expect(told.flat().map((f) => f.code)).toEqual(codes);
        const machine = machineOf(await protocol(text));
        const run = machine && simulate(machine, { facts: {}, at: [] }, { start: '2027-06-30', holidays });
        expect(run?.path).toEqual(['A', codes.length === 1 ? 'C' : 'Z', ...(codes.length === 1 ? ['D'] : [])]);
    });
});

describe('the duration of the whole', () => {
    it.each([
        ['hoogstens 30 dagen', 'precies 1 maand', ['info']],
        ['hoogstens 1 maand', 'precies 1 maand', []],
        ['hoogstens 1 maand', 'precies 20 werkdagen', ['info']],
        ['hoogstens 1 maand', 'precies 25 werkdagen', ['warning']],
        ['hoogstens 10 werkdagen', 'precies 10 werkdagen', []],
        ['hoogstens 9 werkdagen', 'precies 10 werkdagen', ['warning']],
        ['hoogstens 11 maanden', 'precies 1 maand herhaal precies 11 keer', ['warning']],
        ['hoogstens 12 maanden', 'precies 1 maand herhaal precies 11 keer', []],
        ['hoogstens 6 weken', 'meer dan 6 weken', ['warning']],
        ['minder dan 6 weken', 'precies 6 weken', ['warning']],
        ['minder dan 6 weken', 'minder dan 6 weken', []],
        ['meer dan 6 weken', 'precies 6 weken', ['warning']],
        ['precies 1 jaar', 'precies 364 dagen', ['warning']],
        ['precies 1 jaar', 'precies 365 dagen', ['info']],
        ['minstens 2 weken', 'precies 10 werkdagen', ['info']],
        ['minstens 2 weken', 'precies 9 werkdagen herhaal precies 1 keer', []],
        ['ruim 6 weken', 'precies 12 weken', ['info']],
        ['bijna 6 weken', 'precies 2 weken', ['info']],
        ['hoogstens 6 weken', 'ruim 6 weken', ['info']],
        ['hoogstens 1 dag', '90 minuten herhaal precies 15 keer', []],
        ['hoogstens 1 dag', '90 minuten herhaal precies 16 keer', ['warning']],
    ])('%s, with work of %s', async (whole, length, expected) => {
        expect(await severities(SUM, approach(`stap A { duur ${length} }`, `duur ${whole}`))).toEqual(expected);
    });
});

describe('a term or duration that only some cases meet', () => {
    const told = async (body: string) =>
        (await checkFor(TERMS, approach(body, 'gegeven g: ja/nee'))).map((f) => `${f.severity} ${f.message.nl}`);
    const NEEDED = (stated: string, of: string, needed: string, by: string, mend: string) =>
        `warning Niet elk gezin haalt “${stated}” van \`${of}\`: op de weg in het voorbeeld is er ${needed} nodig, door ${by}. Schrijf \`${mend}\`, dan passen de tijden die er staan, of maak de tijd daar korter.`;
    const phase = (bound: string) => `fase F {
        ${bound}
        stap A { bepaalt g daarna { als g: B anders: C } }
        stap B { duur precies 1 week daarna: D }
        stap C { duur precies 12 weken }
        stap D
    }`;

    it('is told at its place: a phase shorter than work in it', async () => {
        expect(await told(phase('duur hoogstens 8 weken'))).toEqual([
            NEEDED('hoogstens 8 weken', 'F', 'minstens 12 weken', '`C`', 'duur hoogstens 12 weken'),
        ]);
        expect(await told(phase('termijn 8 weken'))).toEqual([
            NEEDED('8 weken', 'F', 'minstens 12 weken', '`C`', 'termijn 12 weken'),
        ]);
        expect(await told(phase('duur hoogstens 12 weken'))).toEqual([]);
        expect((await told(phase('duur ongeveer 8 weken'))).filter((m) => m.startsWith('warning'))).toEqual([]);
    });

    it('has a fix that writes what the message says: of a phase, how long at most', async () => {
        for (const bound of ['duur 8 weken', 'duur hoogstens 8 weken', 'termijn 8 weken']) {
            const text = approach(phase(bound), 'gegeven g: ja/nee');
            const [finding] = await checkFor(TERMS, text);
            const mended = finding ? applyFix(text, finding, 0) : '';
            expect(mended).toContain(bound.startsWith('termijn') ? 'termijn 12 weken' : 'duur hoogstens 12 weken');
            expect(await checkFor(TERMS, mended)).toEqual([]);
        }
    });

    it('counts how often work may be done', async () => {
        const text = 'stap C { duur precies 4 werkdagen herhaal hoogstens 2 keer termijn 5 werkdagen na aanmelding }';
        expect(await told(text)).toEqual([
            NEEDED('5 werkdagen', 'C', 'minstens 12 werkdagen', '`C`', 'termijn 12 werkdagen na aanmelding'),
        ]);
    });
});

describe('a term that never begins to count', () => {
    const told = async (body: string, before = '') =>
        (await checkFor(TERMS, approach(body, before))).map((f) => `${f.severity} ${f.message.nl}`);

    it('counts from the end of what only comes later', async () => {
        expect(
            await told(
                'stap A\nstap Plan { termijn 3 weken na Doen anders: Vast }\nstap Doen { daarna: Klaar }\nstap Vast',
            ),
        ).toEqual([
            'error De termijn “3 weken” van `Plan` begint nooit te tellen: het einde van `Doen` is er op geen enkele weg geweest als een gezin bij `Plan` is. Laat hem tellen vanaf iets wat eerder komt, of laat `na …` weg: dan telt hij vanaf het begin van `Plan`.',
        ]);
    });

    it.each([
        ['stap Plan { termijn 3 weken na Plan }', 1],
        ['fase F { termijn 3 weken na A stap A stap B }', 0],
        ['gelijktijdig { stap Plan { termijn 3 weken na Doen } stap Doen }', 0],
        ['gelijktijdig { stap Plan { termijn 3 weken na begin van Doen } stap Doen }', 0],
        ['een van { stap Plan { termijn 3 weken na Doen } stap Doen }', 1],
        ['stap Doen\nstap Plan { termijn 3 weken na Doen }', 0],
        [
            'stap Plan { termijn 3 weken na Doen }\nstap Doen { daarna { als "nog eens": Plan hoogstens 1 keer anders: Klaar } }',
            0,
        ],
        ['stap Plan { termijn 3 weken na aanmelding }', 0],
    ])('%s', async (body, count) => {
        expect((await told(body)).filter((m) => m.includes('begint nooit te tellen'))).toHaveLength(count);
    });

    it('is asked of handovers as well', async () => {
        const of = (since: string) =>
            told(
                'stap A { door W }\nstap B { door V }\nstap C { door V }',
                `rol W\nrol V\noverdracht O van W naar V { vanuit A termijn 2 weken na ${since} }`,
            );
        expect(await of('A')).toEqual([]);
        expect((await of('C'))[0]).toContain(
            'het einde van `C` is er op geen enkele weg geweest als een gezin wordt overgedragen.',
        );
    });
});

it('a term in working days that needs more where holidays fall says so', async () => {
    const [found] = await checkFor(TERMS, step('precies 2 weken', '3 werkdagen'));
    expect(found?.message.nl).toContain(
        'er is minstens 6 werkdagen nodig (tot 11 werkdagen, naar hoe weekenden en feestdagen vallen). Schrijf `termijn 11 werkdagen`',
    );
});

it('a term with `anders` inside a phase is no work: who is done before it needs no longer', async () => {
    const text = `interventie X "X" { gegeven ok: ja/nee aanpak {
        fase F { duur 3 weken
            stap A { frequentie 1 keer per week herhaal precies 2 keer }
            stap P { bepaalt ok termijn 4 weken na begin van F anders: O }
        }
        stap B
        stap O { daarna: P hoogstens 1 keer }
        einde Klaar } }`;
    expect(await checkFor(TERMS, text)).toEqual([]);
});
