import { describe, expect, test } from 'vitest';
import { proofsOf } from '../../language/analysis/proofs.js';
import { machineOf, type Machine } from '../../language/execution/machine.js';
import type { Case } from '../../language/execution/case.js';
import { fhirGenerator } from '../../language/generate/fhir/generator.js';
import { answersOf } from '../../language/rules/answers.js';
import { findingsOf } from '../../language/rules/check.js';
import { runScenario } from '../../language/simulate/run-scenario.js';
import { simulate } from '../../language/simulate/simulate.js';
import { buildGraph } from '../../language/workflow/build-graph.js';
import { casesOf } from './generate/support.js';
import { imported, removeImported, Running } from './generate/xstate-walk.js';
import { link, model, protocol, services } from './support/language.js';

const text = (bound: string, rest = '', duration = '') => `interventie V "V" {
    rol B
    rol Gezin is cliënt
    ${duration}
    aanpak {
        ${rest}
        altijd als "het gezin belt de crisislijn": Crisisbezoek ${bound}, hervat daarna
        stap Behandeling { door B met Gezin duur 12 weken contacten 24 }
        stap Crisisbezoek { door B met Gezin contacten 1 duur 1 dag }
        einde Klaar { geslaagd }
    }
}`;

async function machine(written: string): Promise<Machine> {
    const found = machineOf(await protocol(written));
    if (!found) {
        throw new Error('There is always an aanpak.');
    }
    return found;
}

async function found(written: string): Promise<string[]> {
    const document = await link(written);
    return findingsOf(document, services()).map((f) => f.code);
}

const crises = (times: number): Case => ({
    facts: {},
    at: Array.from({ length: times }, () => ({ step: 'Behandeling', chooses: ['Crisisbezoek'] })),
});

describe('an `altijd als` with a bound', () => {
    test('happens in a case no more often than that', async () => {
        const three = simulate(await machine(text('hoogstens 3 keer')), crises(3));
        expect([three.end, three.path.filter((p) => p === 'Crisisbezoek').length]).toEqual(['Klaar', 3]);
        const four = simulate(await machine(text('hoogstens 3 keer')), crises(4));
        const again =
            'Bij Behandeling kan Crisisbezoek niet nog een keer: de grens `Crisisbezoek hoogstens 3 keer` is dan al bereikt.';
        expect(four.stop?.message.nl).toBe(`${again} Wel kan Klaar.`);
        const [asking] = crises(4).at;
        const known = text('hoogstens 3 keer').replace(
            'duur 12 weken',
            'duur 12 weken bepaalt f daarna { als f: Klaar anders: Klaar }',
        );
        const told = simulate(await machine(known.replace('rol B', 'rol B gegeven f: ja/nee')), {
            facts: {},
            at: [...crises(3).at, ...(asking ? [asking] : [])],
        });
        // before what becomes known there is asked for
        expect(told.stop?.message.nl).toBe(again);
        const back = simulate(
            await machine(
                `interventie V { rol B aanpak {
                    stap A { door B }
                    stap C { door B daarna { als "terug": A hoogstens 1 keer anders: Klaar } }
                    einde Klaar } }`,
            ),
            { facts: {}, at: [1, 2].map(() => ({ step: 'C', chooses: ['A'] })) },
        );
        expect(back.stop?.message.nl).toBe(
            'Bij C kan A niet nog een keer: de grens `A hoogstens 1 keer` is dan al bereikt. Wel kan Klaar.',
        );
        expect(simulate(await machine(text('')), crises(4)).end).toBe('Klaar');
    });

    test('that facts decide is counted too', async () => {
        const on = (bound: string) => `interventie V { rol B gegeven a: ja/nee gegeven b: ja/nee
            aanpak {
                altijd als a of b: Bezoek ${bound}, hervat daarna
                stap Een { door B bepaalt a }
                stap Twee { door B bepaalt b }
                stap Bezoek { door B }
                einde Klaar } }`;
        const given: Case = {
            facts: {},
            at: [
                { step: 'Een', facts: { a: true } },
                { step: 'Twee', facts: { b: true } },
            ],
        };
        expect(simulate(await machine(on('hoogstens 1 keer')), given).path).toEqual(['Een', 'Bezoek', 'Twee']);
        expect(simulate(await machine(on('')), given).path).toEqual(['Een', 'Bezoek', 'Twee', 'Bezoek']);
    });

    test('that facts decide, with a bound that nobody knows, is undecided where that matters', async () => {
        const on = (bound: string, rest = '') => `interventie V { rol B gegeven a: ja/nee
            aanpak {
                ${rest}
                altijd als a: Bezoek ${bound}, hervat daarna
                stap Een { door B bepaalt a contacten 1 }
                stap Twee { door B bepaalt a contacten 1 }
                stap Bezoek { door B contacten 1 }
                einde Klaar } }`;
        const budget = (most: number) => `contactbudget hoogstens ${String(most)} contactmomenten`;
        const answer = async (bound: string, most: number) => {
            const document = await link(on(bound, budget(most)));
            const [one] = answersOf(document, services());
            return one?.answers?.find((a) => a.code === 'budget/overschreden');
        };
        const outcomes = async (bound: string) => [
            (await answer(bound, 4))?.outcome,
            (await answer(bound, 3))?.outcome,
            (await answer(bound, 2))?.outcome,
        ];
        expect(await outcomes('')).toEqual(['holds', 'fails', 'fails']);
        expect(await outcomes('hoogstens 1 keer')).toEqual(['holds', 'holds', 'fails']);
        expect(await outcomes('hoogstens onbekend keer')).toEqual(['holds', 'undecided', 'fails']);
        expect((await answer('hoogstens onbekend keer', 3))?.reasons[0]?.nl).toMatch(
            /^Hangt ervan af hoe vaak `Bezoek` hoogstens onderbreekt, en dat is niet bekend\./,
        );
        const scenario = async (bound: string, times: number, expectation: string) => {
            const said = ['ja', times > 1 ? 'ja' : 'nee'];
            const file = await model(`${on(bound)}
                scenario "S" voor V { bij Een: a is ${said[0] ?? ''} bij Twee: a is ${said[1] ?? ''}
                    verwacht ${expectation} }`);
            const [of] = file.interventions;
            const run = of && machineOf(of);
            return file.scenarios.map((s) => run && runScenario(run, s).outcome);
        };
        expect(await scenario('hoogstens onbekend keer', 1, 'precies 3 contactmomenten')).toEqual(['met']);
        expect(await scenario('hoogstens onbekend keer', 2, 'precies 4 contactmomenten')).toEqual(['undecided']);
        expect(await scenario('hoogstens onbekend keer', 2, 'einde Klaar')).toEqual(['met']);
        expect(await scenario('hoogstens 2 keer', 2, 'precies 4 contactmomenten')).toEqual(['met']);
    });

    test('recurs without bound in no proof, and bounds contacts and time', async () => {
        const recurring = async (bound: string) =>
            proofsOf(await protocol(text(bound)), [])?.recurring.map((b) => b.interrupt.target?.node.name);
        expect(await recurring('')).toEqual(['Crisisbezoek']);
        expect(await recurring('hoogstens 3 keer')).toEqual([]);
        const budget = (contacts: number) => `contactbudget hoogstens ${String(contacts)} contactmomenten`;
        const bounded = (contacts: number) =>
            found(text('hoogstens 3 keer', budget(contacts), 'duur hoogstens 14 weken'));
        expect(await bounded(27)).not.toContain('budget/overschreden');
        expect(await bounded(26)).toContain('budget/overschreden');
        expect(await bounded(27)).not.toContain('tijd/som');
        expect(await found(text('', budget(27)))).toContain('budget/overschreden');
    });

    test('is counted by the XState machine', async () => {
        const [one] = await casesOf(text('hoogstens 2 keer'));
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        const visited: string[][] = [];
        for (let n = 0; n < 3; n++) {
            running.actor.send({ type: 'altijd.1' });
            visited.push(running.where());
            running.actor.send({ type: 'klaar.Crisisbezoek' });
        }
        removeImported();
        expect(visited).toEqual([['Crisisbezoek busy'], ['Crisisbezoek busy'], ['Behandeling busy']]);
    });

    test.each([
        ['hoogstens 3 keer', 'hoogstens 3 keer'],
        ['hoogstens onbekend keer', 'hoogstens onbekend keer'],
    ])('is named as lost where it is not counted: %s', async (bound, named) => {
        const graph = buildGraph(await protocol(text(bound)));
        const [one] = await casesOf(text(bound));
        const fhir = one && fhirGenerator.generate(one.protocol, one.options);
        const of = (lost: readonly { element: string; reason: { nl: string } }[] = []) =>
            lost
                .filter((l) => l.element === 'Crisisbezoek')
                .map((l) => l.reason.nl)
                .join('\n');
        expect(of(graph?.losses)).toContain(`hoe vaak een onderbreking hoogstens mag (${named})`);
        expect(of(fhir?.losses)).toContain(`dit mag ${named}`);
    });

    test('is what a working-out says of it', async () => {
        const local = (bound: string) => `${text('hoogstens 3 keer')}
            interventie L uitwerking van V { aanpak {
                altijd als "het gezin belt de crisislijn": Crisisbezoek ${bound}, hervat daarna } }`;
        const bounds = async (bound: string) =>
            (await machine(local(bound))).breaches.map((b) => b.interrupt.target?.atMost);
        expect(await bounds('hoogstens 2 keer')).toEqual([2]);
        expect(await bounds('hoogstens 5 keer')).toEqual([5]);
        const differences = async (bound: string) =>
            findingsOf(await link(local(bound)), services()).filter((f) => f.message.nl.includes('hoogstens 5 keer'));
        expect(await differences('hoogstens 3 keer')).toEqual([]);
        expect((await differences('hoogstens 5 keer')).length).toBeGreaterThan(0);
    });
});
