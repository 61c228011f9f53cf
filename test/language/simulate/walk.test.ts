import { describe, expect, test } from 'vitest';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { runScenario } from '../../../language/simulate/run-scenario.js';
import { scenarioText } from '../../../language/simulate/scenario-text.js';
import { caseOfWalk, walk, walkOf, type Choice, type Walked } from '../../../language/simulate/walk.js';
import { model } from '../support/language.js';

const PROCESS = `
organisatie JGZ
interventie X {
  rol Werker van JGZ
  rol Hulp
  rol Regisseur voert regie, vervuld door Werker
  gegeven a: ja/nee
  gegeven ernst: aantal
  document D
  aanpak {
    toegang als ernst minstens 2
    stap Begin { door Werker  contacten precies 1  duur precies 1 week  levert D }
    stap Slot {
      door Werker
      contacten precies 1
      termijn 2 weken na aanmelding anders: Gestopt
      bepaalt a
      daarna { als a: Verder  als "ouders willen niet": Gestopt  anders: Begin }
    }
    stap Verder { door Hulp  contacten precies 5  duur precies 4 weken  daarna: Klaar }
    escalatie Omhoog door Werker { vanuit Begin  als "het loopt vast"  daarna: Slot }
    einde Klaar
    einde Gestopt
  }
  overdracht H van Werker naar Hulp {
    vanuit Slot
    regie naar Hulp
    termijn 1 week na Slot anders: Gestopt
  }
}`;

async function machine(more = ''): Promise<{ machine: Machine; scenarios: Parameters<typeof walkOf>[1][] }> {
    const file = await model(`${PROCESS}\n${more}`);
    const made = file.interventions[0] && machineOf(file.interventions[0]);
    if (!made) {
        throw new Error('There is always an interventie.');
    }
    return { machine: made, scenarios: [...file.scenarios] };
}

const START = { ernst: 3 };
const BEGIN: Choice = { kind: 'finish', step: 'Begin' };
const SLOT: Choice = { kind: 'finish', step: 'Slot', facts: { a: true } };
const possible = ({ options }: Walked) =>
    options.map(({ choice: { kind, step, to } }) => [kind, step, ...(to === undefined ? [] : [to])].join(' '));

describe('a walk', () => {
    test('begins where a case begins, and says what can happen there', async () => {
        const at = walk((await machine()).machine, { facts: START, choices: [] });
        expect(at.state.tokens).toHaveLength(1);
        expect(possible(at)).toEqual(['finish Begin', 'escalate Begin Omhoog']);
    });

    test('of a case that is not admitted goes nowhere', async () => {
        const at = walk((await machine()).machine, { facts: { ernst: 1 }, choices: [BEGIN] });
        expect(at.run.stop?.stop).toBe('not-admitted');
        expect(at.options).toEqual([]);
    });

    test('tells which terms count, and when they run out', async () => {
        const at = walk((await machine()).machine, { facts: START, choices: [BEGIN] });
        expect(at.due.map(({ limit }) => limit)).toEqual([{ low: 14, high: 14 }]);
        expect(possible(at)).toEqual(['finish Slot', 'expire Slot Gestopt']);
    });

    test('asks whether a handover is confirmed, and goes on by what is chosen', async () => {
        const { machine: x } = await machine();
        const asked = walk(x, { facts: START, choices: [BEGIN, SLOT] });
        expect(possible(asked)).toEqual(['leave Slot Verder', 'fall back Slot Gestopt']);
        const not = walk(x, {
            facts: START,
            choices: [BEGIN, SLOT, { kind: 'fall back', step: 'Slot', to: 'Gestopt' }],
        });
        expect(not.run).toMatchObject({ end: 'Gestopt', directors: ['Regisseur'], delivered: ['D'] });
        expect(not.run.handovers).toEqual([{ name: 'H', confirmed: false }]);
        const over = walk(x, {
            facts: START,
            choices: [BEGIN, SLOT, { kind: 'leave', step: 'Slot', to: 'Verder' }, { kind: 'finish', step: 'Verder' }],
        });
        expect(over.run).toMatchObject({ end: 'Klaar', directors: ['Hulp'], path: ['Begin', 'Slot', 'Verder'] });
        expect(over.options).toEqual([]);
    });

    test('takes what nobody decides by itself, and asks what a person decides', async () => {
        const { machine: x } = await machine();
        const asked = walk(x, { facts: START, choices: [BEGIN, { ...SLOT, facts: { a: false } }] });
        expect(possible(asked)).toEqual(['leave Slot Gestopt', 'leave Slot Begin']);
    });

    test('stops at a choice that can no longer be made, or that does not say what becomes known', async () => {
        const { machine: x } = await machine();
        expect(walk(x, { facts: START, choices: [BEGIN, { kind: 'finish', step: 'Anders' }, SLOT] }).made).toBe(1);
        expect(walk(x, { facts: START, choices: [BEGIN, { kind: 'finish', step: 'Slot' }] }).made).toBe(1);
        expect(walk(x, { facts: START, choices: [BEGIN, SLOT] }).made).toBe(2);
    });
});

test('a scenario is walked as it runs', async () => {
    const { machine: x, scenarios } = await machine(`
scenario "S" voor X {
  gegeven ernst is 4
  bij Begin: kiest Omhoog
  bij Slot: a is nee, "ouders willen niet" is nee
  bij Slot: a is ja
}`);
    expect(scenarios).toHaveLength(1);
    for (const scenario of scenarios) {
        const { run } = runScenario(x, scenario);
        const told = walkOf(x, scenario);
        const at = walk(x, told);
        expect(at.made).toBe(told.choices.length);
        const log = run.log.map(({ at: place, kind }) => ({ at: place, kind }));
        expect(at.run).toMatchObject({ path: run.path, end: 'Klaar', duration: run.duration, log });
        expect(run.path).toEqual(['Omhoog', 'Slot', 'Omhoog', 'Slot', 'Verder']);
    }
});

test('a walk that came to its end is told as a scenario that goes so', async () => {
    const { machine: x } = await machine();
    const chosen = {
        facts: START,
        choices: [
            { kind: 'escalate', step: 'Begin', to: 'Omhoog' },
            { kind: 'finish', step: 'Omhoog' },
            { ...SLOT, facts: { a: false } },
            { kind: 'leave', step: 'Slot', to: 'Gestopt' },
        ] as Choice[],
    };
    const at = walk(x, chosen);
    expect(at.run.end).toBe('Gestopt');
    const proposal = caseOfWalk(x, chosen, at);
    const text = proposal && scenarioText(x.protocol, 'Gestopt', 'Doorlopen.', proposal);
    expect(text).toContain('gegeven ernst is 3');
    const again = await machine(text);
    const result = again.scenarios[0] && runScenario(again.machine, again.scenarios[0]);
    expect(result?.failures).toEqual([]);
    expect(result?.run.path).toEqual(at.run.path);
    expect(caseOfWalk(x, { ...chosen, choices: [] }, walk(x, { facts: START, choices: [] }))).toBeUndefined();
});
