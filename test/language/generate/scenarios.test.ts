import { machineOf } from '../../../language/execution/machine.js';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../../language/format/format.js';
import { scenariosGenerator } from '../../../language/generate/scenarios/generator.js';
import { coverageOf } from '../../../language/simulate/coverage.js';
import { runScenario } from '../../../language/simulate/run-scenario.js';
import { model, parseClean, services } from '../support/language.js';
import { casesOf, exampleCases, type Case } from './support.js';

const textOf = ({ protocol, options }: Case) => {
    const output = scenariosGenerator.generate(protocol, options);
    return { output, text: output.files.map((f) => f.content).join('') };
};

/** The scenarios of a proposal, run beside the text that they are about. */
async function runAll(protocolText: string, proposed: string) {
    const scenarios = proposed
        .split('\n')
        .filter((line) => !line.startsWith('gebruik '))
        .join('\n');
    const file = await model(`${protocolText}\n${scenarios}`);
    const machine = file.interventions[0] && machineOf(file.interventions[0]);
    if (!machine) {
        throw new Error('There is always an interventie with an aanpak.');
    }
    const results = file.scenarios.map((s) => runScenario(machine, s));
    return {
        results,
        coverage: coverageOf(
            machine,
            results.map((r) => r.run),
        ),
    };
}

const PROTOCOLS: Readonly<Record<string, string>> = {
    'facts of every kind': `interventie X {
        gegeven a: ja/nee
        gegeven n: aantal
        gegeven w: een van x, y
        gegeven t: tekst
        gegeven d: datum
        aanpak {
          toegang als n minstens 3
          stap A { bepaalt a, w, t, d  daarna { als a en w is x: B  als t is "rust": C  als d is 2026-03-01: D  anders: F } }
          stap B { daarna: E }
          stap C { daarna: E }
          stap D { daarna: E }
          einde E
          einde F
        }
      }`,
    'what people decide': `interventie X {
        aanpak {
          stap A { herhaal hoogstens 2 keer  daarna { als “het gaat "goed"”: E  als "slecht": onbekend  anders: B } }
          stap B { herhaal tot "genoeg" }
          een van C { stap D  stap G }
          naar keuze H { stap I  stap J }
          stap K { daarna: F }
          escalatie M { vanuit K  als "vast"  daarna: F }
          altijd als "onveilig": L
          stap L { daarna: F }
          einde E
          einde F
        }
      }`,
    'handovers and terms': `rol R
      rol S
      interventie X {
        aanpak {
          stap A { door R  termijn 1 week anders: F }
          stap B { door S  daarna: E }
          einde E
          einde F
        }
        overdracht H van R naar S { vanuit A  bij uitblijven: F }
      }`,
};

describe('proposed scenarios', () => {
    test.each(Object.entries(PROTOCOLS))('cover every branch and end, and pass: %s', async (_, text) => {
        const [one] = await casesOf(text);
        const { output, text: proposed } = textOf(one ?? fail());
        const { results, coverage } = await runAll(text, proposed);
        expect(results.flatMap((r) => r.failures)).toEqual([]);
        expect(results.flatMap((r) => r.run.unused)).toEqual([]);
        expect(coverage.branches.missing).toEqual([]);
        expect(coverage.ends.missing).toEqual([]);
        expect(coverage.steps.missing).toEqual([]);
        expect(output.losses).toEqual([]);
    });

    test('are marked as proposed, read without errors, and are laid out as the formatter does', async () => {
        const cases = (await exampleCases()).filter((c) => textOf(c).text !== '');
        expect(cases.length).toBeGreaterThan(2);
        for (const one of cases) {
            const { text } = textOf(one);
            parseClean(text);
            expect(formatText(text, services()).text).toBe(text);
            expect(text.match(/^scenario /gm)?.length).toBe(text.match(/Voorgesteld door Draaiboek/g)?.length);
        }
    });

    test('come to every end of Gezinspad, and are a text, not a protocol', async () => {
        const one = (await exampleCases()).find((c) => c.protocol.name === 'Gezinspad') ?? fail();
        const { output, text } = textOf(one);
        expect(output.files.map((f) => f.path)).toEqual(['Gezinspad-scenarios.txt']);
        expect(text).toContain('gebruik "gezinspad.draaiboek"\n');
        for (const end of ['Afgerond', 'EigenKracht', 'Vervolghulp', 'GeenZorgen', 'Overgenomen', 'Beschermd']) {
            expect(text).toContain(`verwacht einde ${end}\n`);
        }
        // a title says for what it was chosen
        expect(text).toMatch(/scenario "Voorstel \d+: Plan → Vastgelopen \(termijn\), tot Overgenomen" voor/);
        expect(output.losses).toEqual([]);
    });

    test('an interventie without steps has none, and the loss report says so', async () => {
        const [one] = await casesOf('interventie X "X"');
        expect(textOf(one ?? fail()).output).toMatchObject({ files: [], losses: [{ element: 'X' }] });
    });

    const facts = 'gegeven a: ja/nee  gegeven n: aantal';

    test.each([
        [
            'no case comes there',
            'stap A { daarna { als a: B anders: E } } stap B { daarna: F } einde E einde F',
            ['F: daar komt geen gezin', 'A → B: daar komt geen gezin', 'B: daar komt geen gezin'],
        ],
        [
            'a case comes to no end behind it',
            'stap A { bepaalt a  daarna { als a: B anders: E } } stap B { daarna: C } stap C { daarna: B } einde E',
            [
                'A → B: daarna komt een gezin bij geen einde meer',
                'B: daarna komt een gezin bij geen einde meer',
                'C: daarna komt een gezin bij geen einde meer',
            ],
        ],
        [
            'what is stated of time rules it out',
            `gelijktijdig G {
                stap L { duur precies 3 weken  bepaalt a }
                fase P {
                    stap A { duur precies 1 week  daarna { als a is onbekend: B  als a: C  anders: B } }
                    stap B { daarna: D }
                    stap C
                    stap D
                }
            }
            einde E`,
            [
                'A → C: de duren en termijnen sluiten de wegen erheen uit die bekeken zijn',
                'A → B (anders): de duren en termijnen sluiten de wegen erheen uit die bekeken zijn',
                'C: de duren en termijnen sluiten de wegen erheen uit die bekeken zijn',
            ],
        ],
        [
            'a scenario has no figure for it',
            'stap A { bepaalt n  daarna { als n minstens 5 maanden en n minder dan 1 jaar: B  anders: E } } stap B { daarna: E } einde E',
            [
                'A → B: een scenario kan voor `n` geen getal geven; zie gegeven/waarde',
                'A: een scenario kan voor `n` geen getal geven; zie gegeven/waarde',
                'B: een scenario kan voor `n` geen getal geven; zie gegeven/waarde',
                'A → E (anders): een scenario kan voor `n` geen getal geven; zie gegeven/waarde',
                'E: een scenario kan voor `n` geen getal geven; zie gegeven/waarde',
            ],
        ],
    ])('what no scenario can come through is a loss, with why: %s', async (_, steps, expected) => {
        const [one] = await casesOf(`interventie X { ${facts} aanpak { ${steps} } }`);
        const reasons = textOf(one ?? fail()).output.losses.map((l) => l.reason.nl);
        expect(reasons.toSorted()).toEqual(expected.map((e) => `geen voorgesteld scenario komt langs ${e}`).toSorted());
    });
});

function fail(): never {
    throw new Error('There is always an interventie.');
}
