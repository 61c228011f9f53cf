import { describe, expect, it } from 'vitest';
import type { Case } from '../../../language/execution/case.js';
import { sumOfContacts } from '../../../language/execution/contacts.js';
import { machineOf } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';
import { checkFor } from '../rule-tester.js';

const CODE = 'budget/overschreden';

const approach = (...lines: string[]) =>
    `interventie Proef "Proef" {\ngegeven akkoord: ja/nee\naanpak {\n${lines.join('\n')}\n}\n}\n`;

async function found(...lines: string[]): Promise<string[]> {
    return (await checkFor(CODE, approach(...lines))).map((f) => `${f.severity} ${f.message.nl}`);
}

describe('a budget of contacts', () => {
    it.each([
        ['precies 5', 'precies 2', 'error Elke weg naar `Klaar` telt hoogstens 2 contacten; het budget is minstens 5.'],
        ['minstens 2', 'precies 1', 'error Elke weg naar `Klaar` telt hoogstens 1 contact; het budget is minstens 2.'],
        [
            'meer dan 2',
            'precies 2',
            'error Elke weg naar `Klaar` telt hoogstens 2 contacten; het budget is minstens 3.',
        ],
        ['vanaf 3', '2 tot 4', 'warning De weg in het voorbeeld naar `Klaar` telt soms maar 2 contacten;'],
        ['3 tot 5', 'hoogstens 4', 'warning De weg in het voorbeeld naar `Klaar` telt soms maar 0 contacten;'],
        ['3 tot 5', 'precies 6', 'error Elke weg naar `Klaar` vraagt minstens 6 contacten; het budget is 5.'],
        ['minder dan 3', 'precies 3', 'error Elke weg naar `Klaar` vraagt minstens 3 contacten; het budget is 2.'],
        ['hoogstens 2,5', 'precies 3', 'error Elke weg naar `Klaar` vraagt minstens 3 contacten; het budget is 2.'],
        ['hoogstens 3', 'minstens 2', 'warning Hoeveel contacten er tot `Klaar` hoogstens zijn, heeft geen grens;'],
        [
            'minstens 3',
            'onbekend',
            'info Of er altijd minstens 3 contacten zijn, is niet te zeggen: hoeveel `contacten` er zijn, staat niet',
        ],
        [
            'minstens 3',
            'ongeveer 2',
            'info Of er altijd minstens 3 contacten zijn, is niet zeker: het aantal contacten is vaag',
        ],
        [
            'minstens 3',
            'bijna 2',
            'info Of er altijd minstens 3 contacten zijn, is niet zeker: het aantal contacten is vaag',
        ],
        ['veelal minstens 3', 'precies 2', 'info Elke weg naar `Klaar` telt hoogstens 2 contacten;'],
        [
            'hoogstens 2 contacten per week',
            'precies 9',
            'info Of het contactbudget genoeg is, is niet te zeggen: het telt niet',
        ],
        ['hoogstens 2 contacten binnen 3 weken', 'precies 9', 'info Of het contactbudget genoeg is'],
        ['hoogstens 60 minuten', 'precies 90', 'info Of het contactbudget genoeg is, is niet te zeggen: het telt niet'],
        ['ruim 5', 'precies 2', 'info Of het contactbudget genoeg is, is niet te zeggen: “ruim 5” is niet precies.'],
        [
            '5 contacten van onbekend',
            'precies 9',
            'info Of het contactbudget genoeg is, is niet te zeggen: van welke organisatie',
        ],
    ])('of %s is told of a step of %s', async (budget, contacts, message) => {
        const told = await found(`contactbudget ${budget}`, `stap A { contacten ${contacts} }`, 'einde Klaar');
        expect(told).toEqual([expect.stringContaining(message)]);
    });

    it.each([
        ['5', 'precies 2'],
        ['5 contacten per gezin', 'precies 2'],
        ['precies 2', 'precies 2'],
        ['2 tot 4', '2 tot 4'],
        ['tot 3', 'precies 3'],
        ['minstens 2', 'meer dan 1'],
        ['hoogstens 3', 'zo nodig hoogstens 3'],
    ])('of %s holds for a step of %s', async (budget, contacts) => {
        expect(await found(`contactbudget ${budget}`, `stap A { contacten ${contacts} }`, 'einde Klaar')).toEqual([]);
    });

    it.each([
        ['contacten 2 per week duur precies 3 weken', 'error Elke weg naar `Klaar` vraagt minstens 6 contacten'],
        ['contacten precies 4 per gezin', 'error Elke weg naar `Klaar` vraagt minstens 4 contacten'],
        ['contacten 2 per week duur hoogstens 3 weken', 'warning De weg in het voorbeeld naar `Klaar` vraagt tot 6'],
        ['contacten 2 per week duur ongeveer 3 weken', 'info Of het budget van 3 altijd genoeg is, is niet zeker'],
        [
            'contacten 2 per week',
            'info Of het budget van 3 altijd genoeg is, is niet zeker: het aantal contacten is vaag',
        ],
        [
            'contacten 90 minuten',
            'info Of het budget van 3 altijd genoeg is, is niet zeker: het aantal contacten is vaag',
        ],
        [
            'duur precies 3 weken activiteit "B" { contacten 2 per week }',
            'error Elke weg naar `Klaar` vraagt minstens 6 contacten',
        ],
        [
            'contacten minstens 1\nactiviteit "B" { contacten precies 4 }',
            'error Elke weg naar `Klaar` vraagt minstens 4 contacten',
        ],
    ])('counts `%s`', async (step, message) => {
        const text = approach('contactbudget hoogstens 3', `stap A { ${step} }`, 'einde Klaar');
        const told = (await checkFor(CODE, text)).map((f) => `${f.severity} ${f.message.nl}`);
        expect(told).toEqual([expect.stringContaining(message)]);
        const machine = machineOf(await protocol(text));
        const [, least] = / vraagt minstens (\d+)/.exec(told[0] ?? '') ?? [];
        const run = machine && simulate(machine, { facts: {}, at: [] });
        expect(sumOfContacts(run?.contacts ?? []).low).toBe(Number(least ?? 0));
    });

    it('has no least for other ends where one is `geslaagd`, also one that no course comes to', async () => {
        const ends = (successful: string) =>
            found(
                'contactbudget 3 tot 5',
                'stap A { contacten precies 1 bepaalt akkoord daarna { als akkoord: B anders: Weg } }',
                'stap B { contacten precies 2 duur precies 2 dagen termijn 1 dag anders: Weg daarna: Klaar }',
                `einde Klaar${successful}`,
                'einde Weg',
            );
        expect(await ends(' { geslaagd }')).toEqual([]);
        expect(await ends('')).toEqual([expect.stringContaining('naar `Weg` telt soms maar 1 contact;')]);
    });

    it('says so where what comes behind is not stated', async () => {
        const told = await found('contactbudget hoogstens 2', 'stap A { contacten precies 3 daarna onbekend }');
        expect(told).toEqual([expect.stringContaining('vraagt tot 3 contacten, en wat er daarna komt, staat er niet')]);
    });

    it('is given a shortest course with as many contacts, which the simulator plays out', async () => {
        const text = approach(
            'contactbudget 4 tot 5',
            'stap A { contacten precies 1 bepaalt akkoord daarna { als akkoord: Kort anders: Lang } }',
            'stap Lang { contacten precies 3 }',
            'stap Langer { contacten precies 3 herhaal hoogstens 2 keer daarna: Klaar }',
            'stap Om { contacten precies 0 daarna: Kort }',
            'stap Kort { contacten precies 1 daarna: Klaar }',
            'einde Klaar',
        );
        const machine = machineOf(await protocol(text));
        const findings = await checkFor(CODE, text);
        const shown = findings.map(({ data }) => {
            const run = machine && simulate(machine, data?.case as Case);
            const { low, high } = sumOfContacts(run?.contacts ?? []);
            expect([low, high]).toContain(data?.contacts);
            return [data?.contacts, run?.path];
        });
        expect(shown).toEqual([
            [2, ['A', 'Kort']],
            [13, ['A', 'Lang', 'Langer', 'Langer', 'Langer']],
        ]);
    });

    it('counts the meetings of a handover that is not confirmed', async () => {
        const text = `interventie Proef "Proef" {
    rol Van, voert regie
    rol Naar
    aanpak {
        contactbudget hoogstens 2
        stap A { door Van contacten precies 1 daarna: B }
        stap B { door Naar contacten precies 0 daarna: Klaar }
        stap Terug { door Van contacten precies 0 daarna: Klaar }
        einde Klaar
    }
    overdracht Over van Van naar Naar {
        vanuit A
        vorm warm
        gesprekken precies 2
        regie naar Naar
        bevestiging door Naar binnen 5 werkdagen
        bij uitblijven: Terug
    }
}
`;
        const machine = machineOf(await protocol(text));
        const notConfirmed = machine && simulate(machine, { facts: {}, at: [{ step: 'Over', expires: true }] });
        expect(notConfirmed?.path).toEqual(['A', 'Terug']);
        expect(sumOfContacts(notConfirmed?.contacts ?? []).low).toBe(3);
        const told = (await checkFor(CODE, text)).map((f) => f.message.nl);
        expect(told).toEqual([
            'Elke weg naar `Klaar` vraagt minstens 3 contacten; het budget is 2. Verhoog het budget, of verlaag het aantal contacten van wat in het voorbeeld staat.',
        ]);
    });

    it('shows what each thing on the course adds, and the meetings of a handover', async () => {
        const text = `interventie Proef "Proef" {
    rol Van
    rol Naar
    aanpak {
        contactbudget hoogstens 4
        stap A { door Van  contacten precies 1  herhaal hoogstens 1 keer }
        stap Bellen { door Van  contacten precies 0 }
        stap B { door Naar  contacten 1 tot 2 }
        einde Klaar
    }
    overdracht Over van Van naar Naar { vanuit Bellen  gesprekken precies 2 }
}
`;
        const [found] = await checkFor(CODE, text);
        expect(found?.related.map((r) => r.message.nl)).toEqual([
            '1. A: gedaan (+1 contact, samen 1)',
            '2. A: nog een keer',
            '3. A: gedaan (+1 contact, samen 2)',
            '4. Bellen: gedaan',
            '5. Over: overgedragen (+2 contacten, samen 4)',
            '6. B: gedaan (+2 contacten, samen 6)',
        ]);
    });

    it('without bound is told once, with what has none, and a course that goes round once', async () => {
        const text = `interventie Proef "Proef" {
    gegeven g: ja/nee
    duur hoogstens 6 weken
    aanpak {
        contactbudget hoogstens 4
        stap A { contacten precies 0  duur precies 1 week }
        stap B { contacten precies 1  duur precies 1 week  bepaalt g  daarna { als g: Klaar  anders: C } }
        stap C { contacten precies 0  duur precies 1 week  daarna { als "verder": B  anders: Gestopt } }
        einde Klaar
        einde Gestopt
    }
}
`;
        const [found, ...more] = await checkFor(CODE, text);
        expect(more).toEqual([]);
        expect(found?.message.nl).toBe(
            'Hoeveel contacten er tot `Klaar` en `Gestopt` hoogstens zijn, heeft geen grens; het budget is 4. Begrens hoe vaak een gezin bij `B` terugkomt.',
        );
        expect(found?.data?.['path']).toEqual(['A', 'B', 'C', 'B']);
        const [time] = await checkFor('tijd/som', text);
        expect(time?.message.nl).toContain(
            'heeft geen grens; hier staat “hoogstens 6 weken”. Begrens hoe vaak een gezin bij `B` terugkomt.',
        );
        expect(time?.message.nl).toMatch(/^Hoe lang het tot `(Klaar` en `Gestopt|Gestopt` en `Klaar)` hoogstens duurt/);
        expect(time?.data?.['path']).toEqual(['A', 'B', 'C', 'B']);
    });

    it('without bound to several ends is shown on the way to the one that a case comes to so in time', async () => {
        const text = approach(
            'contactbudget hoogstens 3',
            'stap S { duur precies 2 weken  termijn 3 weken anders: L  contacten precies 1  daarna: Klaar }',
            'stap L { contacten precies 1  duur precies 1 dag  daarna: Gestopt }',
            'altijd als "nood": V, hervat daarna',
            'stap V { duur precies 5 weken  contacten precies 1 }',
            'einde Klaar',
            'einde Gestopt',
        );
        const [found, ...more] = await checkFor(CODE, text);
        expect([more, found?.severity]).toEqual([[], 'warning']);
        expect(found?.message.nl).toMatch(
            /^Hoeveel contacten er tot `Klaar` en `Gestopt` hoogstens zijn, heeft geen grens/,
        );
        // S is over its term when it goes on, so nobody who had V beside it comes to Klaar
        expect(found?.data?.['path']).toEqual(['V', 'L']);
    });

    it('that several courses exceed is told once, with the one that takes most', async () => {
        const found = await checkFor(
            CODE,
            `interventie Proef "Proef" {
    gegeven g: ja/nee
    aanpak {
        contactbudget hoogstens 2
        stap A { contacten precies 1  bepaalt g  daarna { als g: B  anders: C } }
        stap B { contacten 0 tot 3  daarna: Klaar }
        stap C { contacten 0 tot 4  daarna: Gestopt }
        einde Klaar
        einde Gestopt
    }
}
`,
        );
        expect(found.map((f) => f.message.nl)).toEqual([
            expect.stringMatching(/^De weg in het voorbeeld naar `Gestopt` vraagt tot 5 contacten; het budget is 2\./),
        ]);
    });

    it('is told as it is exceeded on a course that comes to no end, and the simulator plays that out', async () => {
        const text = approach(
            'contactbudget hoogstens 2',
            'stap A { contacten precies 2 bepaalt akkoord daarna { als akkoord: B anders: Klaar } }',
            'stap B { contacten precies 1 }',
            'stap C { contacten precies 1 daarna: B }',
            'einde Klaar',
        );
        const [told, ...others] = await checkFor(CODE, text);
        expect([told?.message.nl, others]).toEqual([
            'De weg in het voorbeeld vraagt tot onbegrensd veel contacten, en komt bij geen einde; het budget is 2.',
            [],
        ]);
        const stuck = approach(
            'contactbudget hoogstens 2',
            'stap A { contacten precies 5 daarna: B }',
            'stap B { pas als akkoord }',
            'einde Klaar',
        );
        const machine = machineOf(await protocol(stuck));
        const [found] = await checkFor(CODE, stuck);
        const run = machine && simulate(machine, found?.data?.case as Case);
        expect([found?.message.nl, run?.stop?.stop, sumOfContacts(run?.contacts ?? []).low]).toEqual([
            'De weg in het voorbeeld vraagt tot 5 contacten, en komt bij geen einde; het budget is 2.',
            'stuck',
            5,
        ]);
    });

    describe('of a group of steps that states its contacts as a whole', () => {
        const phase = (own: string, ...inside: string[]) => `fase F { ${own}\n${inside.join('\n')} }`;

        it.each([
            ['hoogstens 3', 'precies 3', ['stap A', 'stap B'], [3, 3]],
            ['hoogstens 3', 'hoogstens 5', ['stap A { contacten precies 2 }', 'stap B'], [2, 5]],
            ['hoogstens 3', 'minstens 1', ['stap A { contacten precies 2 }'], [2, 2]],
            ['hoogstens 3', '2 tot 4', ['stap A { contacten 1 tot 9 }'], [2, 4]],
            ['hoogstens 3', 'precies 3', [], [3, 3]],
        ])('with %s: %s for %j is between %j, in the simulator as well', async (_budget, own, inside, [low, high]) => {
            const text = approach(
                'contactbudget hoogstens 1',
                phase(`contacten ${own}`, ...inside),
                'stap Z { contacten precies 0 }',
                'einde Klaar',
            );
            const machine = machineOf(await protocol(text));
            const run = machine && simulate(machine, { facts: {}, at: [] });
            expect(sumOfContacts(run?.contacts ?? [])).toMatchObject({ low, high });
            const [told] = await checkFor(CODE, text);
            expect(told?.message.nl).toContain(`vraagt minstens ${String(low)} contacten`);
        });

        it('is counted once for each time that all in it is done', async () => {
            const text = approach(
                'contactbudget hoogstens 5',
                'fase F { contacten precies 3 herhaal hoogstens 1 keer stap A }',
                'einde Klaar',
            );
            const machine = machineOf(await protocol(text));
            const run = machine && simulate(machine, { facts: {}, at: [{ step: 'F', again: true }] });
            expect([run?.path, sumOfContacts(run?.contacts ?? []).low]).toEqual([['A', 'A'], 6]);
            expect((await checkFor(CODE, text)).map((f) => f.message.nl)).toEqual([
                expect.stringContaining(
                    'De weg in het voorbeeld naar `Klaar` vraagt tot 6 contacten; het budget is 5.',
                ),
            ]);
        });

        it('counts inside another that does', async () => {
            const text = approach(
                'contactbudget hoogstens 1',
                'fase F { contacten hoogstens 4 fase G { contacten precies 3 stap A } stap B }',
                'einde Klaar',
            );
            const machine = machineOf(await protocol(text));
            const run = machine && simulate(machine, { facts: {}, at: [] });
            expect(sumOfContacts(run?.contacts ?? [])).toMatchObject({ low: 3, high: 4 });
            expect((await checkFor(CODE, text)).map((f) => f.message.nl)).toEqual([
                expect.stringContaining('Elke weg naar `Klaar` vraagt minstens 3 contacten; het budget is 1.'),
            ]);
        });

        it('counts for an organisation as far as its people take part', async () => {
            const text = `interventie Proef "Proef" {
    organisatie JGZ
    organisatie Wijkteam
    rol Arts van JGZ
    rol Werker van Wijkteam
    aanpak {
        contactbudget hoogstens 3 van JGZ
        fase F {
            contacten precies 6
            stap A { door Arts contacten precies 2 }
            stap B { door Werker }
        }
        fase G {
            contacten precies 2
            stap C { door Arts }
        }
        einde Klaar
    }
}
`;
            const machine = machineOf(await protocol(text));
            const run = machine && simulate(machine, { facts: {}, at: [] });
            expect(sumOfContacts(run?.contacts ?? [])).toMatchObject({ low: 8, high: 8 });
            expect(sumOfContacts(run?.contacts ?? [], 'JGZ')).toMatchObject({ low: 4, high: 4 });
            expect((await checkFor(CODE, text)).map((f) => f.message.nl)).toEqual([
                expect.stringContaining(
                    'Elke weg naar `Klaar` vraagt minstens 4 contacten van `JGZ`; het budget is 3 contacten van `JGZ`.',
                ),
            ]);
        });

        it('is held to its most and not to its least by who leaves it before all in it is done', async () => {
            const text = approach(
                'contactbudget minstens 4',
                'fase F { contacten precies 4',
                'stap A { contacten precies 1 bepaalt akkoord daarna { als akkoord: B anders: Klaar } }',
                'stap B { contacten hoogstens 9 } }',
                'einde Klaar',
            );
            const machine = machineOf(await protocol(text));
            const early = machine && simulate(machine, { facts: {}, at: [{ step: 'A', facts: { akkoord: false } }] });
            const late = machine && simulate(machine, { facts: {}, at: [{ step: 'A', facts: { akkoord: true } }] });
            const sums = [early, late].map((run) => sumOfContacts(run?.contacts ?? []));
            expect(sums).toMatchObject([
                { low: 1, high: 1 },
                { low: 4, high: 4 },
            ]);
        });

        it('is vague where it is, and leaves to the steps what it does not say', async () => {
            const told = (own: string, step: string) =>
                found('contactbudget hoogstens 3', phase(`contacten ${own}`, `stap A { ${step} }`), 'einde Klaar');
            expect(await told('ongeveer 3', 'contacten precies 2')).toEqual([]);
            expect(await told('onbekend', 'contacten precies 2')).toEqual([]);
            expect(await told('ongeveer 3', '')).toEqual([
                'info Of het budget van 3 altijd genoeg is, is niet zeker: het aantal contacten is vaag bij `F`.',
            ]);
            expect(await told('onbekend', '')).toEqual([
                'info Of het budget van 3 altijd genoeg is, is niet te zeggen: hoeveel `contacten` er zijn, staat niet bij `A`.',
            ]);
        });
    });
});

describe('several numbers of contacts side by side, of which nothing says which holds', () => {
    it.each([
        'contacten precies 2, precies 3',
        'contacten precies 2\ncontacten precies 3',
        'contacten precies 3, precies 2',
    ])('are not decided: %s', async (stated) => {
        const all = await found('contactbudget hoogstens 2 contacten', `stap S { ${stated} }`, 'einde E');
        expect(all).toEqual([expect.stringMatching(/^info Of het budget van 2 altijd genoeg is, is niet zeker/)]);
    });

    it('are one where they are the same', async () => {
        const twice = 'stap S { contacten precies 2\ncontacten precies 2 }';
        expect(await found('contactbudget hoogstens 2 contacten', twice, 'einde E')).toEqual([]);
    });
});

describe('work of which the term was over before it began takes no contacts', () => {
    const late = (first: string, second: string) => [
        'contactbudget hoogstens 2 contactmomenten',
        `stap A { ${first}  contacten precies 1 }`,
        second,
        'einde Klaar',
        'einde Weg',
    ];
    const B =
        'stap B { duur precies 1 week  contacten precies 2  termijn 2 weken na aanmelding anders: Weg  daarna: Klaar }';
    const C = `stap B { contacten geen }
        stap C { begint 4 weken na A  duur precies 1 week  contacten precies 2  termijn 2 weken na A anders: Weg  daarna: Klaar }`;
    const F = `fase F { termijn 2 weken na aanmelding anders: Weg  daarna: Klaar
        stap B { duur precies 1 week  contacten precies 2 } }`;

    it.each([
        ['after other work', 'duur precies 3 weken', B],
        ['while it waits', 'duur precies 1 week', C],
        ['in a phase', 'duur precies 3 weken', F],
    ])('%s', async (_, first, second) => {
        const text = approach(...late(first, second));
        expect(await found(...late(first, second))).toEqual([]);
        const machine = machineOf(await protocol(text));
        const { contacts, end } = machine ? simulate(machine, { facts: {}, at: [] }) : {};
        const { low, high } = sumOfContacts(contacts ?? []);
        expect([end, low, high]).toEqual(['Weg', 1, 1]);
    });

    it('also where people escalate from it', async () => {
        const escalated = (days: number) => [
            ...late(`duur precies ${String(days)} dagen`, B),
            'escalatie Es { vanuit B als "vast"  contacten geen  daarna: Weg }',
        ];
        expect(await found(...escalated(15))).toEqual([]);
        expect(await found(...escalated(13))).toHaveLength(1);
        const contacts = async (days: number) => {
            const machine = machineOf(await protocol(approach(...escalated(days))));
            const run = machine && simulate(machine, { facts: {}, at: [{ step: 'B', chooses: ['Es'] }] });
            const { low, high } = sumOfContacts(run?.contacts ?? []);
            return [run?.path, low, high];
        };
        expect(await contacts(15)).toEqual([['A', 'Es'], 1, 1]);
        expect(await contacts(13)).toEqual([['A', 'Es'], 1, 3]);
    });

    it.each([
        ['after other work that may be shorter', 'duur 1 tot 3 weken', B],
        ['where the term is over as the work begins', 'duur precies 2 weken', B],
    ])('but it may %s', async (_, first, second) => {
        expect(await found(...late(first, second))).toContainEqual(
            expect.stringMatching(/^warning De weg in het voorbeeld naar `Weg` vraagt tot 3 contacten/),
        );
    });
});

describe('work of which the term is over before it begins on some courses only', () => {
    const text = (budget: number, [long, short]: readonly [number, number]) => `interventie P {
        rol W
        gegeven lang: ja/nee
        aanpak {
            contactbudget hoogstens ${String(budget)} contactmomenten
            stap A { door W  contacten geen  duur precies 1 dag  bepaalt lang  daarna { als lang: Lang  anders: Kort } }
            stap Lang { door W  duur precies 3 weken  contacten precies ${String(long)}  daarna: B }
            stap Kort { door W  duur precies 1 week  contacten precies ${String(short)}  daarna: B }
            stap B { door W  duur 2 dagen  termijn 2 weken na aanmelding anders: X  contacten precies 2  daarna: Klaar }
            stap X { door W  contacten geen  daarna: Klaar }
            einde Klaar { geslaagd }
        }
    }`;
    const told = async (budget: number, contacts: readonly [number, number]) =>
        (await checkFor('budget/overschreden', text(budget, contacts))).map(
            ({ severity, data = {}, related }) =>
                `${severity} ${String(data['contacts'])}: ${related.flatMap((r) => r.step?.nl ?? []).join('; ')}`,
        );

    it('counts its contacts on the others only', async () => {
        expect(await told(6, [5, 0])).toEqual([]);
        expect(await told(6, [5, 5])).toEqual([
            'warning 7: A: lang is nee; Kort: gedaan (+5 contacten, samen 5); B: de termijn verstrijkt (+2 contacten, samen 7); X: gedaan',
        ]);
    });

    it('counts what was done before on those where it never begins', async () => {
        expect(await told(4, [5, 0])).toEqual([
            'warning 5: A: lang is ja; Lang: gedaan (+5 contacten, samen 5); B: de termijn verstrijkt; X: gedaan',
        ]);
    });
});
