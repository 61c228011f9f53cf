import { machineOf } from '../../../language/execution/machine.js';
import { describe, expect, test } from 'vitest';
import { ruleByCode } from '../../../language/rules/catalogue.js';
import { coverageOf } from '../../../language/simulate/coverage.js';
import { proposalsFor } from '../../../language/simulate/propose.js';
import { scenarioText } from '../../../language/simulate/scenario-text.js';
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
        expect(told(result)).toEqual([
            'precies 4 contactmomenten: 3 tot 5 contactmomenten (hoeveel precies, ligt niet vast bij Rechts)',
        ]);
        expect(result.failures[0]?.certain).toBe(false);
        expect([result.passed, result.outcome]).toEqual([false, 'undecided']);
    });

    test('of a time it is told which work leaves open how long it takes, also beside what is not so', async () => {
        const result = await results(
            'bij Begin: duurt 2 tot 3 weken\nbij Slot: a is nee\nverwacht precies 32 dagen\nverwacht einde Klaar',
        );
        expect(told(result)).toEqual([
            'precies 32 dagen: 28 tot 42 dagen (hoe lang precies, ligt niet vast bij Begin en Slot)',
            'einde Klaar: het einde is Gestopt',
        ]);
        expect(result.outcome).toBe('failed');
    });

    test('a document that a step delivers to which the family does not come', async () => {
        const two = PROCESS.replace('document D', 'document D\n  document E').replace(
            'stap Verder {',
            'stap Verder { levert E ',
        );
        const file = await model(`${two}\nscenario "S" voor X {\nbij Slot: a is nee\nverwacht document E\n}`);
        const [one] = file.scenarios;
        const machine = file.interventions[0] && machineOf(file.interventions[0]);
        const result = machine && one && runScenario(machine, one);
        expect(result && told(result)).toEqual(['document E: E komt van Verder, en daar kwam dit gezin niet']);
    });
});

describe('one cause', () => {
    test('that a course leaves the path is told once, first, and what follows from it briefly', async () => {
        const result = await results(
            'bij Slot: a is nee\nverwacht einde Klaar\nverwacht pad Begin, Samen, Slot, Verder\nverwacht overdracht H\nverwacht document D',
        );
        expect(told(result)).toEqual([
            'pad Begin, Samen, Slot, Verder: na Slot komt Gestopt, niet Verder',
            'einde Klaar: het einde is Gestopt',
            'overdracht H: overdracht H vindt niet plaats',
        ]);
        expect(result.failures.map((f) => f.kind)).toEqual(['course', 'follows', 'follows']);
    });

    test('that a case does not say enough is told once, and what came about before it by itself', async () => {
        const result = await results('verwacht geen stap Links\nverwacht einde Klaar\nverwacht overdracht H');
        expect(told(result)).toEqual([
            'einde Klaar: Bij Slot is niet gezegd wat a is. Zeg het zo: `bij Slot: a is ja`.',
            'geen stap Links: Links komt wel voor',
            'overdracht H: niet na te gaan',
        ]);
    });

    test('without a path each thing that is not so is told', async () => {
        const result = await results('bij Slot: a is nee\nverwacht einde Klaar\nverwacht overdracht H');
        expect(told(result)).toEqual([
            'einde Klaar: het einde is Gestopt',
            'overdracht H: overdracht H vindt niet plaats',
        ]);
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

describe('a scenario that says what the course contradicts', () => {
    const TERM = PROCESS.replace('stap Begin {', 'stap Begin { termijn 2 weken ');
    const one = async (said: string) => {
        const text = `${TERM}\nscenario "S" voor X {\n${said}\n}`;
        return (await checkFor('scenario/mislukt', text)).map((f) => [pointedAt(text, f), f.message.nl]);
    };

    test('is told so where it says it, and not at what it expects', async () => {
        expect(await one('bij Begin: termijn verstrijkt\nbij Slot: a is ja\nverwacht einde Klaar')).toEqual([
            [
                'bij Begin: termijn verstrijkt',
                'Scenario "S" zegt iets wat niet kan. Bij Begin kan geen termijn verstrijken: er staat geen `termijn … anders: …` die nu nog geldt.',
            ],
        ]);
    });

    test('also where nothing else is expected', async () => {
        expect((await one('bij Begin: termijn verstrijkt')).map(([place]) => place)).toEqual([
            'bij Begin: termijn verstrijkt',
        ]);
    });
});

describe('what takes longer than is stated', () => {
    const overrun = async (said: string) => (await results(said)).run.overrun.map((e) => e.message.nl);

    test('is told of the work itself', async () => {
        expect(await overrun('bij Slot: a is nee, duurt 30 weken')).toEqual([
            'Slot duurt langer dan er staat (hoogstens 1 week).',
        ]);
        expect(await overrun('bij Begin: duurt 8 dagen\nbij Slot: a is nee, duurt 2 tot 3 weken')).toEqual([
            'Begin duurt langer dan er staat (precies 1 week).',
            'Slot duurt langer dan er staat (hoogstens 1 week).',
        ]);
    });

    test('is not told of what may be as long as stated', async () => {
        expect(await overrun('bij Slot: a is nee, duurt 7 dagen')).toEqual([]);
        expect(await overrun('bij Slot: a is nee, duurt 0 tot 3 weken')).toEqual([]);
    });
});

describe('who is not admitted', () => {
    const ASKED = PROCESS.replace('aanpak {', 'aanpak {\ntoegang als t').replace(
        'document D',
        'document D\ngegeven t: ja/nee',
    );
    const told = async (said: string) => {
        const found = await checkFor('scenario/mislukt', `${ASKED}\nscenario "S" voor X {\n${said}\n}`);
        return found.map((f) => f.message.nl);
    };

    test('may be what is expected', async () => {
        expect(await told('gegeven t is nee\nverwacht geen toegang')).toEqual([]);
        expect(await told('gegeven t is nee\nverwacht toegang')).toHaveLength(1);
        expect(await told('gegeven t is ja\nbij Slot: a is ja\nverwacht toegang')).toEqual([]);
        const [admitted = ''] = await told('gegeven t is ja\nbij Slot: a is ja\nverwacht geen toegang');
        expect(admitted).toContain('dit gezin wordt toegelaten');
    });

    test('counts as covered, and is proposed', async () => {
        const file = await model(`${ASKED}\nscenario "S" voor X { gegeven t is nee  verwacht geen toegang }`);
        const [protocol] = file.interventions;
        const machine = protocol && machineOf(protocol);
        const [scenario] = file.scenarios;
        if (!machine || !scenario) {
            throw new Error('There is a scenario about an interventie.');
        }
        expect(coverageOf(machine, []).branches.missing.map((m) => m.nl)).toContain('geen toegang');
        const { run } = runScenario(machine, scenario);
        expect(coverageOf(machine, [run]).branches.missing.map((m) => m.nl)).not.toContain('geen toegang');
        const refused = proposalsFor(protocol, [])?.proposals.find((p) => p.goal?.nl === 'geen toegang');
        expect(refused && scenarioText(protocol, 'S', 'r', refused).split('\n').slice(2)).toEqual([
            '  gegeven t is nee',
            '  verwacht geen toegang',
            '}',
        ]);
    });

    test('is counted only where somebody can be refused', async () => {
        const [protocol] = (await model(PROCESS)).interventions;
        const machine = protocol && machineOf(protocol);
        expect(machine && coverageOf(machine, []).branches.missing.map((m) => m.nl)).not.toContain('geen toegang');
    });
});

describe('a scenario that says what cannot be', () => {
    const OTHER = PROCESS.replace('aanpak {', 'aanpak {\ntoegang als "het gezin mijdt hulp"')
        .replace('stap Begin {', 'stap Begin { herhaal hoogstens 2 keer tot "het lukt" ')
        .replace('gesprekken precies 1', 'pas als "iedereen kan"\ngesprekken precies 1')
        .replace('escalatie Omhoog', 'altijd als "er is gevaar": Verder, hervat daarna\nescalatie Omhoog')
        .replace('gegeven a: ja/nee', 'gegeven a: ja/nee\ngegeven b: ja/nee');
    const problems = async (said: string) => {
        const text = `${OTHER}\nscenario "S" voor X {\n${said}\nverwacht einde Gestopt\n}`;
        const found = await checkFor('scenario/mislukt', text);
        return found.map((f) => [
            pointedAt(text, f),
            f.message.nl.replace('Scenario "S" zegt iets wat niet kan. ', ''),
        ]);
    };

    test('names what is around it from which it can be chosen', async () => {
        const text = `${PROCESS.replace('vanuit Begin ', 'vanuit Samen ')}\nscenario "S" voor X {\nbij Links: kiest Omhoog\n}`;
        const found = await checkFor('scenario/mislukt', text);
        expect(found.map((f) => f.message.nl)).toEqual([
            'Scenario "S" zegt iets wat niet kan. Bij Links kan Omhoog niet worden gekozen, maar wel bij Samen: schrijf `bij Samen: kiest Omhoog`.',
        ]);
        const there = text.replace('bij Links', 'bij Samen');
        expect((await checkFor('scenario/mislukt', there)).map((f) => f.message.nl).join()).not.toContain(
            'niet worden gekozen',
        );
    });

    test.each([
        [
            'gegeven "het gezin mijd hulp" is ja',
            '"het gezin mijd hulp" is ja',
            'Over "het gezin mijd hulp" beslist bij de start niemand. Bedoelde u "het gezin mijdt hulp"?',
        ],
        [
            'bij Begin: "het loopt" is ja',
            '"het loopt" is ja',
            'Over "het loopt" beslist bij Begin niemand, wel over "er is gevaar", "het loopt vast", "het lukt".',
        ],
        [
            'bij Slot: "het loopt vast" is ja, a is nee',
            '"het loopt vast" is ja',
            'Over "het loopt vast" beslist bij Slot niemand, wel over "er is gevaar".',
        ],
        [
            'bij H: "iedereen kun" is ja',
            '"iedereen kun" is ja',
            'Over "iedereen kun" beslist bij H niemand. Bedoelde u "iedereen kan"?',
        ],
        [
            'bij Slot: b is ja, a is nee',
            'b is ja',
            'Bij Slot wordt b niet bekend (wel a). Zet daar `bepaalt b`, of zeg het bij een stap die dat bepaalt of bij de start.',
        ],
        [
            'bij H: a is ja',
            'a is ja',
            'Bij H wordt a niet bekend. Zeg het bij een stap die dat bepaalt of bij de start.',
        ],
        ['bij Slot: kiest Omhoog', 'kiest Omhoog', 'Bij Slot kan Omhoog niet worden gekozen; wel Verder, Gestopt.'],
        // of a place that no course of the case comes to
        ['bij Verder: kiest Links', 'kiest Links', 'Bij Verder kan Links niet worden gekozen; wel Klaar, Verder.'],
        ['bij Slot: kiest Slot', 'kiest Slot', 'Bij Slot kan Slot niet worden gekozen; wel Verder, Gestopt.'],
        [
            'bij Verder: termijn verstrijkt',
            'termijn verstrijkt',
            'Bij Verder kan geen termijn verstrijken: er staat daar geen `termijn`.',
        ],
        ['bij Klaar: duurt 1 week', 'bij Klaar: duurt 1 week', 'Klaar is een einde: daar gebeurt niets meer.'],
        ['verwacht geen stap Klaar', 'verwacht geen stap Klaar', 'Klaar is een einde. Schrijf `verwacht einde Klaar`.'],
        [
            'verwacht geen escalatie Begin',
            'verwacht geen escalatie Begin',
            'Begin is een stap, geen escalatie. Schrijf `verwacht stap Begin`.',
        ],
        [
            'verwacht regie Werker na Samen',
            'verwacht regie Werker na Samen',
            'Samen is een groep. Noem achter `na` een stap of escalatie.',
        ],
    ])('%s', async (said, place, message) => {
        expect(await problems(said)).toEqual([[place, message]]);
    });

    test.each([
        ['bij Begn: duurt 1 week', 'Begn', 'Bedoelde u'],
        ['bij Slot: aa is ja', 'aa', 'aa'],
        ['bij Slot: kiest Verdr', 'Verdr', 'Bedoelde u'],
        ['gegeven c is ja', 'c', 'c'],
        ['verwacht geen document E', 'E', 'E'],
        ['verwacht geen overdracht HH', 'HH', 'HH'],
        ['verwacht einde Gestop', 'Gestop', 'Bedoelde u `Gestopt`?'],
        ['verwacht regie Werkr', 'Werkr', 'Bedoelde u `Werker`?'],
        ['verwacht hoogstens 9 contactmomenten van Wijkteem', 'Wijkteem', 'Bedoelde u `Wijkteam`?'],
    ])('%s names what is not there, which linking tells', async (said, place, message) => {
        const text = `${OTHER}\nscenario "S" voor X {\n${said}\n}`;
        const found = await checkFor('meta/verwijzing', text);
        expect(found.map((f) => [f.severity, pointedAt(text, f)])).toEqual([['error', place]]);
        expect(found[0]?.message.nl).toContain(message);
    });

    test('what the text leaves open is judged by the course, not beforehand', async () => {
        const text = `interventie Y {\naanpak {\nstap A { bepaalt onbekend  daarna onbekend }\nstap B\neinde E\n}\n}
            scenario "S" voor Y {\nbij B: kiest E\nverwacht stap A\n}`;
        expect(await checkFor('scenario/mislukt', text)).toEqual([]);
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

test('a handover that stays out again goes by `anders` once the bound is reached', async () => {
    const run = async (absent: string, path: string) => {
        const { scenarios, interventions } = await model(`interventie N "N" {
  rol A
  rol B
  aanpak {
    stap Een { door A }
    stap Twee { door B  daarna: Klaar }
    stap Bellen { door A  daarna: Twee }
    stap Ingreep { door A  daarna: Klaar }
    einde Klaar
  }
  overdracht O van A naar B {
    vanuit Een, Bellen
    bevestiging door B
    bij uitblijven: ${absent}
  }
}
scenario "s" voor N {
  bij O: termijn verstrijkt
  verwacht pad ${path}
  verwacht einde Klaar
}`);
        const machine = interventions[0] && machineOf(interventions[0]);
        const [one] = scenarios;
        const found = machine && one && runScenario(machine, one);
        return found ? told(found).join() : 'nothing';
    };
    expect(await run('Bellen hoogstens 1 keer, anders: Ingreep', 'Een, Bellen, Ingreep')).toBe('');
    expect(await run('Bellen hoogstens 2 keer\n    anders: Ingreep', 'Een, Bellen, Bellen, Ingreep')).toBe('');
    const stopped = await run('Bellen hoogstens 1 keer', 'Een, Bellen');
    expect(stopped).toContain('Schrijf `bij uitblijven: Bellen hoogstens 1 keer, anders: …`.');
    expect(stopped).not.toContain('Zet er `bij uitblijven: …` bij');
});

describe('a phase behind which no branch holds, with an escalation that people decide on', () => {
    const run = async (atPhase: string) => {
        const { scenarios, interventions } = await model(`interventie N "N" {
  rol A
  gegeven goed: ja/nee
  aanpak {
    fase Hulp {
      stap Praten { door A  bepaalt goed }
      daarna { als goed: Klaar }
    }
    escalatie Op door A naar A { vanuit Hulp  als "het is onveilig"  daarna: Weg }
    einde Klaar
    einde Weg
  }
}
scenario "s" voor N {
  bij Praten: goed is nee
  ${atPhase}
}`);
        const machine = interventions[0] && machineOf(interventions[0]);
        const [one] = scenarios;
        const found = machine && one && runScenario(machine, one);
        return found ? [...told(found), `einde ${found.run.end ?? 'geen'}`].join(' | ') : 'nothing';
    };

    test('gets stuck, unless the scenario says that it is taken higher up', async () => {
        const stuck = 'een einde: Het loopt vast: bij Hulp geldt geen enkele weg verder (goed is nee). | einde geen';
        expect(await run('')).toBe(stuck);
        expect(await run('bij Hulp: "het is onveilig" is nee')).toBe(stuck);
        expect(await run('bij Hulp: "het is onveilig" is ja')).toBe('einde Weg');
        expect(await run('bij Hulp: kiest Op')).toBe('einde Weg');
    });
});

test('a handover from the last step of a phase that stays out goes where it says', async () => {
    const { scenarios, interventions } = await model(`interventie N "N" {
  rol A
  rol B
  aanpak {
    fase Een { stap Twee { door A } }
    stap Drie { door B  daarna: Klaar }
    stap Terug { door A  daarna: Weg }
    einde Klaar
    einde Weg
  }
  overdracht O van A naar B { vanuit Twee  bevestiging door B binnen 1 week  bij uitblijven: Terug }
}
scenario "s" voor N {
  bij O: termijn verstrijkt
  verwacht pad Twee, Terug
  verwacht einde Weg
}`);
    const machine = interventions[0] && machineOf(interventions[0]);
    const [one] = scenarios;
    expect(machine && one && told(runScenario(machine, one))).toEqual([]);
});

describe('a handover of which the term and the confirmation lead elsewhere', () => {
    const run = async (said: string, expected = '') => {
        const { scenarios, interventions } = await model(`interventie N "N" {
  rol A
  rol B
  aanpak {
    stap Een { door A  duur precies 1 week }
    stap Twee { door B  daarna: Klaar }
    stap Bellen { door A  duur precies 1 dag  daarna: Klaar }
    stap Ingreep { door A  duur precies 1 dag  daarna: Klaar }
    einde Klaar
  }
  overdracht O van A naar B {
    vanuit Een
    termijn 2 weken na Een anders: Ingreep
    bevestiging door B binnen 1 week
    bij uitblijven: Bellen
  }
}
scenario "s" voor N {
  bij O: ${said}
  ${expected}
}`);
        const machine = interventions[0] && machineOf(interventions[0]);
        const [one] = scenarios;
        if (!machine || !one) {
            throw new Error('There is always a scenario about an interventie.');
        }
        return { machine, result: runScenario(machine, one) };
    };
    const stopped = async (said: string) => (await run(said)).result.failures.map((f) => f.actual.nl).join();

    test('goes where the scenario says, and not where it does not', async () => {
        expect(await stopped('termijn verstrijkt')).toContain(
            'Schrijf `bij O: termijn verstrijkt, kiest Bellen` of `bij O: termijn verstrijkt, kiest Ingreep`.',
        );
        const { result } = await run(
            'termijn verstrijkt, kiest Ingreep',
            'verwacht pad Een, Ingreep\n  verwacht precies 22 dagen',
        );
        expect(told(result)).toEqual([]);
        expect(told((await run('termijn verstrijkt, kiest Bellen', 'verwacht pad Een, Bellen')).result)).toEqual([]);
    });

    test('goes nowhere else by a choice', async () => {
        expect(await stopped('kiest Bellen')).toContain('schrijf dan `bij O: termijn verstrijkt, kiest Bellen`.');
        expect(await stopped('termijn verstrijkt, kiest Twee')).toContain('Bij O kan Twee niet worden gekozen');
    });

    test('has a name for each way in what is covered', async () => {
        const { machine } = await run('termijn verstrijkt');
        expect(coverageOf(machine, []).branches.missing.map((m) => m.nl)).toEqual([
            'Een → Bellen (geen bevestiging van O)',
            'Een → Ingreep (termijn van O)',
        ]);
    });
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

describe('an answer beside the fact that an altijd als asks about', () => {
    const run = async (events: string, repeats: string, behind = '') =>
        (
            await checkFor(
                'scenario/mislukt',
                `interventie T { rol A gegeven gemist: aantal
                aanpak {
                    stap Les { door A duur precies 1 week ${repeats} bepaalt gemist daarna: Klaar }
                    altijd als gemist minstens 3 en niet "ziek": Uit${behind}
                    ${behind === '' ? 'einde Uit' : 'stap Uit { door A duur precies 1 dag }'}
                    einde Klaar
                } }
                scenario "S" voor T { ${events} }`,
            )
        ).map((f) => f.message.nl);

    test('counts when the next work begins', async () => {
        const no = 'bij Les: gemist is 0\nbij Les: gemist is 3, "ziek" is nee\n';
        expect(await run(`${no} verwacht pad Les, Les, Uit\nverwacht einde Uit`, 'herhaal precies 3 keer')).toEqual([]);
        const yes = no.replace('nee', 'ja');
        expect(await run(`${yes} verwacht einde Klaar`, 'herhaal precies 3 keer')).toEqual([]);
        const few = no.replace('is 3', 'is 2');
        expect(await run(`${few} verwacht einde Klaar`, 'herhaal precies 3 keer')).toEqual([]);
    });

    test('counts once where the work is resumed', async () => {
        expect(
            await run(
                'bij Les: gemist is 3, "ziek" is nee\nbij Les: gemist is 3\nverwacht pad Les, Uit, Les, Les\nverwacht einde Klaar',
                'herhaal precies 2 keer',
                ', hervat daarna',
            ),
        ).toEqual([]);
    });

    test('says what to write where nothing comes behind it', async () => {
        const [only] = await run('bij Les: gemist is 3, "ziek" is nee\nverwacht einde Uit', '');
        expect(only).toContain('`bij Les: kiest Uit`');
        expect(await run('bij Les: kiest Uit\nverwacht einde Uit', '')).toEqual([]);
    });
});

test('where nothing but a term leads on, that is what is asked for, and it is no case that gets stuck', async () => {
    const run = async (events: string) => {
        const file = await model(`interventie X { rol W  gegeven y: ja/nee
            aanpak {
                stap A { door W  bepaalt y  duur precies 1 week }
                stap N { door W  pas als y  duur precies 1 dag  termijn 5 weken na A anders: Z  daarna: K }
                einde K
                einde Z
            } }
            scenario "S" voor X {
                ${events}
                verwacht einde Z
            }`);
        const [one] = file.scenarios;
        const machine = file.interventions[0] && machineOf(file.interventions[0]);
        return one && machine && told(runScenario(machine, one));
    };
    const [only] = (await run('bij A: y is nee')) ?? [];
    expect(only).toContain('Zeg het zo: `bij N: termijn verstrijkt`.');
    expect(await run('bij A: y is nee\nbij N: termijn verstrijkt')).toEqual([]);
});
