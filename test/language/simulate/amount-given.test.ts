import { describe, expect, it } from 'vitest';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { proposalsFor } from '../../../language/simulate/propose.js';
import { readCase } from '../../../language/simulate/read-case.js';
import { runScenario } from '../../../language/simulate/run-scenario.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { checkFor } from '../rule-tester.js';
import { model } from '../support/language.js';

const process = (branches: string) => `interventie X {
  gegeven leeftijd: aantal
  aanpak {
    stap S { bepaalt leeftijd  daarna { ${branches} } }
    einde Klaar
    einde Later
  }
}`;

const WHOLE = process('als leeftijd hoogstens 3: Klaar  als leeftijd minstens 4: Later');
const MIXED = process('als leeftijd minstens 2 jaar: Klaar  als leeftijd minder dan 18 maanden: Later  anders: Later');
const APART = process(
    'als leeftijd minstens 3 weken: Klaar  als niet leeftijd minder dan 1 maand: Later  anders: Later',
);

async function machine(text: string): Promise<Machine> {
    const found = (await model(text)).interventions.map((i) => machineOf(i))[0];
    if (!found) {
        throw new Error('There is always an aanpak.');
    }
    return found;
}

async function failures(text: string, said: string): Promise<string[]> {
    const { scenarios } = await model(`${text}\nscenario "S" voor X { ${said}  verwacht pad S }`);
    const [one] = scenarios;
    const of = await machine(text);
    return one ? runScenario(of, one).failures.map((f) => `${f.expected.nl} ${f.actual.nl}`) : [];
}

const problems = (of: Machine, value: unknown) =>
    readCase(JSON.stringify({ facts: {}, at: [{ step: 'S', facts: { leeftijd: value } }] }), of).problems;

describe('an answer to a fact that is an aantal', () => {
    it('is whole, at a step and at the start', async () => {
        const at = await failures(WHOLE, 'bij S: leeftijd is 3,5');
        expect(at.join('\n')).toContain('Bij S: `leeftijd` is een aantal, en dat is een heel getal: 3,5 kan niet.');
        const start = await failures(WHOLE, 'gegeven leeftijd is 3,5');
        expect(start.join('\n')).toContain('Bij de start: `leeftijd` is een aantal');
        expect(await failures(WHOLE, 'bij S: leeftijd is 3')).toEqual([]);
    });

    it('is whole in a case as well', async () => {
        const of = await machine(WHOLE);
        expect(problems(of, 3.5).map((p) => p.nl)).toEqual([
            'bij at › 1 › facts › leeftijd: `leeftijd` is een aantal, en dat is een heel getal: 3,5 kan niet. Schrijf 0, 1, 2 of meer.',
        ]);
        expect(problems(of, -1)).toHaveLength(1);
        expect(problems(of, 3)).toEqual([]);
    });

    it('cannot be read where conditions name several units', async () => {
        const said = await failures(MIXED, 'bij S: leeftijd is 5');
        expect(said.join('\n')).toContain(
            'staan in `maanden` en `jaar`, dus `leeftijd is 5` zegt niet hoeveel het is.',
        );
        expect(problems(await machine(MIXED), 5)).toHaveLength(1);
        expect((await model(MIXED)).interventions.map((i) => proposalsFor(i, [])?.proposals)).toEqual([[]]);
    });
});

describe('conditions in several units', () => {
    it.each([
        [17, 'Later'],
        [23, 'Later'],
        [24, 'Klaar'],
    ])('are compared in the smallest: %d months', async (months, end) => {
        const run = simulate(await machine(MIXED), { facts: {}, at: [{ step: 'S', facts: { leeftijd: months } }] }, {});
        expect(run.end).toBe(end);
    });

    it('that are no fixed number of each other are decided by a person', async () => {
        const of = await machine(APART);
        const facts = { 'leeftijd minstens 3 weken': false, 'leeftijd minder dan 1 maand': false, leeftijd: 5 };
        expect(simulate(of, { facts: {}, at: [{ step: 'S', facts }] }, {}).end).toBe('Later');
        const [finding] = await checkFor('gegeven/waarde', APART);
        expect(finding?.message.nl).toContain(
            'in `weken` en `maand`, en die zijn niet precies in elkaar om te rekenen',
        );
    });
});
