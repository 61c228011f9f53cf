import { machineOf } from '../../../language/execution/machine.js';
import { describe, expect, test } from 'vitest';
import { ruleByCode } from '../../../language/rules/catalogue.js';
import { coverageOf } from '../../../language/simulate/coverage.js';
import { runScenario, type ScenarioResult } from '../../../language/simulate/run-scenario.js';
import { checkFor, pointedAt } from '../rule-tester.js';
import { model } from '../support/language.js';

const PROCESS = `
organisatie JGZ
organisatie Wijkteam
interventie X {
  rol Werker van JGZ
  rol Hulp van Wijkteam
  rol Regisseur voert regie, vervuld door Werker
  gegeven a: ja/nee
  document D
  aanpak {
    stap Begin { door Werker  contacten precies 1  duur precies 1 week  levert D }
    gelijktijdig Samen {
      stap Links { door Werker  contacten precies 1  duur precies 1 week }
      stap Rechts { door Werker  contacten hoogstens 2  duur precies 2 weken }
    }
    stap Slot {
      door Werker
      contacten precies 1
      duur hoogstens 1 week
      bepaalt a
      daarna { als a: Verder  anders: Gestopt }
    }
    stap Verder { door Hulp  contacten precies 5  duur precies 4 weken  daarna: Klaar }
    escalatie Omhoog door Werker { vanuit Begin  als "het loopt vast"  daarna onbekend }
    einde Klaar
    einde Gestopt
  }
  overdracht H van Werker naar Hulp {
    vanuit Slot
    gesprekken precies 1 met Werker, Hulp
    termijn precies 1 week
    regie naar Hulp
  }
}`;

async function results(scenario: string): Promise<ScenarioResult> {
    const file = await model(`${PROCESS}\nscenario "S" voor X {\n${scenario}\n}`);
    const [one] = file.scenarios;
    const machine = file.interventions[0] && machineOf(file.interventions[0]);
    if (!one || !machine) {
        throw new Error('There is always a scenario about an interventie.');
    }
    return runScenario(machine, one);
}

const told = ({ failures }: ScenarioResult) => failures.map((f) => `${f.expected.nl}: ${f.actual.nl}`);

describe('an expectation that is met', () => {
    const YES = 'bij Slot: a is ja';
    test.each([
        'verwacht pad Begin, Links, Rechts, Slot, Verder',
        'verwacht pad Begin, Rechts, Links, Slot, Verder',
        'verwacht pad Begin, Samen, Slot, Verder',
        'verwacht stap Links',
        'verwacht geen escalatie Omhoog',
        'verwacht overdracht H',
        'verwacht document D',
        'verwacht einde Klaar',
        'verwacht regie Hulp',
        'verwacht regie Werker na Slot',
        'verwacht regie Hulp na Verder',
        'verwacht 9 tot 11 contactmomenten',
        'verwacht hoogstens 6 contactmomenten van JGZ',
        'verwacht precies 6 contactmomenten van Wijkteam',
        'verwacht minder dan 3 maanden',
        'verwacht minstens 7 weken',
    ])('%s', async (expectation) => {
        expect(told(await results(`${YES}\n${expectation}`))).toEqual([]);
    });
});

describe('an expectation that fails says what came instead', () => {
    test.each([
        ['verwacht pad Begin, Slot, Verder', 'pad Begin, Slot, Verder: na Begin komt Links, niet Slot'],
        ['verwacht pad Begin, Samen', 'pad Begin, Samen: na Rechts komt ook nog Slot'],
        [
            'verwacht pad Begin, Samen, Slot, Verder',
            'pad Begin, Samen, Slot, Verder: na Slot komt Gestopt, niet Verder',
        ],
        ['verwacht stap Verder', 'stap Verder: Verder komt niet voor'],
        ['verwacht geen stap Links', 'geen stap Links: Links komt wel voor'],
        ['verwacht escalatie Omhoog', 'escalatie Omhoog: Omhoog komt niet voor'],
        ['verwacht overdracht H', 'overdracht H: overdracht H vindt niet plaats'],
        ['verwacht geen document D', 'geen document D: D wordt wel geleverd'],
        ['verwacht einde Klaar', 'einde Klaar: het einde is Gestopt'],
        ['verwacht regie Hulp', 'regie Hulp: Regisseur voert de regie'],
        ['verwacht hoogstens 1 contactmoment', 'hoogstens 1 contactmoment: 3 tot 5 contactmomenten'],
        ['verwacht meer dan 5 weken', 'meer dan 5 weken: 3 tot 4 weken'],
    ])('%s', async (expectation, failure) => {
        const result = await results(`bij Slot: a is nee\n${expectation}`);
        expect(told(result)).toEqual([failure]);
        expect(result.failures.map((f) => f.certain)).toEqual([true]);
    });

    test('an amount that is not known well enough is not decided', async () => {
        const result = await results('bij Slot: a is nee\nverwacht precies 4 contactmomenten');
        expect(told(result)).toEqual(['precies 4 contactmomenten: 3 tot 5 contactmomenten']);
        expect(result.failures[0]?.certain).toBe(false);
    });
});

describe('a scenario that does not say enough', () => {
    test('holds as far as what it expects is certain', async () => {
        expect((await results('verwacht stap Links\nverwacht document D')).passed).toBe(true);
    });

    test('fails where more would be needed, and says what to add', async () => {
        const [failure] = told(await results('verwacht einde Klaar'));
        expect(failure).toBe('einde Klaar: Bij Slot is niet gezegd wat a is. Zeg het zo: `bij Slot: a is ja`.');
        expect((await results('verwacht geen stap Verder')).passed).toBe(false);
        expect((await results('toelichting "Zonder verwachting."')).passed).toBe(false);
    });

    test('is not decided where the text itself does not say what comes next', async () => {
        const result = await results('bij Begin: "het loopt vast" is ja\nverwacht einde Klaar');
        expect(told(result)).toEqual(['einde Klaar: het draaiboek zegt niet wat er na Omhoog komt']);
        expect(result.failures[0]?.certain).toBe(false);
    });
});

describe('scenario/mislukt', () => {
    const find = (scenario: string) =>
        checkFor('scenario/mislukt', `${PROCESS}\nscenario "S" voor X {\n${scenario}\n}`);

    test('points at the expectation, with the path taken', async () => {
        const text = `${PROCESS}\nscenario "S" voor X {\nbij Slot: a is nee\nverwacht einde Klaar\n}`;
        const [finding] = await checkFor('scenario/mislukt', text);
        expect(finding).toMatchObject({
            severity: 'error',
            message: { nl: 'Scenario "S" loopt anders: verwacht was einde Klaar, maar het einde is Gestopt.' },
            data: { path: ['Begin', 'Links', 'Rechts', 'Slot'], end: 'Gestopt' },
        });
        expect(finding && pointedAt(text, finding)).toBe('verwacht einde Klaar');
        expect(finding?.related.map((r) => r.message.nl)).toContain(
            'Slot is gedaan (door Werker; a is nee; contacten: 1).',
        );
    });

    test('is no error where the text leaves open what comes next', async () => {
        const found = await find('bij Begin: "het loopt vast" is ja\nverwacht einde Klaar');
        expect(found.map((f) => f.severity)).toEqual(['warning']);
    });

    test('says nothing of a scenario with a name that is not there', async () => {
        expect(await find('bij Slott: a is nee\nverwacht einde Klaar')).toEqual([]);
        expect(ruleByCode('scenario/mislukt')?.severity).toBe('error');
    });
});

test('a term that runs out behind work of unknown length counts from when that may be done at the soonest', async () => {
    const text = (least: string) => `interventie N "N" {
  rol A
  rol B
  aanpak {
    stap Een { door A }
    stap Twee { door A }
    stap Drie { door B  daarna: Klaar }
    stap Vier { door A  daarna: Klaar }
    einde Klaar
  }
  overdracht O van A naar B {
    vanuit Twee
    bevestiging door B binnen 1 week
    bij uitblijven: Vier
  }
}
scenario "s" voor N {
  bij O: termijn verstrijkt
  verwacht ${least}
}`;
    const run = async (least: string) => {
        const { scenarios, interventions } = await model(text(least));
        const machine = interventions[0] && machineOf(interventions[0]);
        const [one] = scenarios;
        return machine && one && runScenario(machine, one);
    };
    expect((await run('minstens 7 dagen'))?.failures).toEqual([]);
    const later = await run('minstens 8 dagen');
    expect(later && told(later).join()).toContain('minstens 7 dagen');
});

test('coverage counts steps, branches, handovers and ends, and names what is left', async () => {
    const file = await model(`${PROCESS}\nscenario "S" voor X {\nbij Slot: a is ja\n}`);
    const own = machineOf(file.interventions[0] ?? fail());
    if (!own || !file.scenarios[0]) {
        throw new Error('There is always a scenario about an interventie.');
    }
    const coverage = coverageOf(own, [runScenario(own, file.scenarios[0]).run]);
    expect(coverage.steps).toEqual({ covered: 5, total: 6, missing: [{ nl: 'Omhoog', en: 'Omhoog' }] });
    expect(coverage.handovers.covered).toBe(1);
    expect(coverage.ends.missing.map((m) => m.nl)).toEqual(['Gestopt']);
    expect(coverage.branches).toMatchObject({ covered: 1, total: 3 });
    expect(coverage.branches.missing.map((m) => m.nl)).toEqual([
        'Slot → Gestopt (anders)',
        'Begin → Omhoog (escalatie)',
    ]);
});

function fail(): never {
    throw new Error('There is always an interventie.');
}
