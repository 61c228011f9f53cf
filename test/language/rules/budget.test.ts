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
        [
            'ruim 5',
            'precies 2',
            'info Of het contactbudget genoeg is, is niet te zeggen: het is niet in een getal gezegd.',
        ],
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
        expect(told).toEqual(['Elke weg naar `Klaar` vraagt minstens 3 contacten; het budget is 2.']);
    });
});
