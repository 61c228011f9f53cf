import type { Connection } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { COVERAGE, RUN_SCENARIO, SCENARIOS, type CoveredFile, type ScenarioOutcome } from '../../server/requests.js';
import { answerScenarioRequests, coverageOf, outcomeOf, scenarioFiles } from '../../server/scenarios.js';
import { open, uriOf, type Editor } from '../language/editor/editor.js';

const PROTOCOL = `interventie Hulp "Hulp thuis" {
  rol Werker
  rol Ouder is cliënt
  gegeven genoeg: ja/nee "Is het genoeg?"
  aanpak {
    fase Begin {
      stap Kennis "Kennismaken" {
        door Werker
        duur 2 weken
        bepaalt genoeg
        daarna {
          als genoeg is ja: Klaar
          anders: Verder
        }
      }
    }
    stap Verder "Verder gaan" { door Werker daarna: Klaar }
    einde Klaar
    einde Later
  }
  overdracht Wijk van Werker naar Ouder {
    vanuit Verder
    bevestiging door Ouder
  }
}
`;
const SCENARIO = `gebruik "protocol.draaiboek"
scenario "Het is genoeg" voor Hulp {
  bij Kennis: genoeg is ja
  verwacht pad Kennis
  verwacht einde Klaar
}
scenario "Het is genoeg" voor Hulp {
  bij Kennis: genoeg is nee
  verwacht einde Later
}
scenario "Kan niet" voor Hulp {
  bij Verder: termijn verstrijkt
  verwacht einde Klaar
}
`;
const FILE = uriOf('scenarios.draaiboek');

function opened(scenarios = SCENARIO, protocol = PROTOCOL): Promise<Editor> {
    return open(protocol, { 'scenarios.draaiboek': scenarios });
}

describe('the scenarios of a workspace', () => {
    test('are told by file, in the order of the text, each with an id of its own', async () => {
        const { services } = await opened();
        expect(scenarioFiles({}, services)).toEqual([
            {
                uri: FILE,
                scenarios: [
                    expect.objectContaining({
                        id: 'Het is genoeg',
                        intervention: 'Hulp',
                        at: { uri: FILE, line: 1, character: 0, endLine: 5, endCharacter: 1 },
                    }),
                    expect.objectContaining({ id: 'Het is genoeg (2)', title: 'Het is genoeg' }),
                    expect.objectContaining({ id: 'Kan niet' }),
                ],
            },
        ]);
    });

    test('of files by name are told also where there are none, so that a client forgets them', async () => {
        const { services } = await opened();
        const uris = [uriOf('protocol.draaiboek'), uriOf('weg.draaiboek')];
        expect(scenarioFiles({ uris }, services)).toEqual(uris.map((uri) => ({ uri, scenarios: [] })));
    });
});

describe('running a scenario', () => {
    test('tells that it passed, the path taken and what happened', async () => {
        const { services } = await opened();
        const outcome = outcomeOf({ uri: FILE, id: 'Het is genoeg' }, services);
        expect(outcome).toMatchObject({ outcome: 'met', failures: [] });
        expect(outcome?.course[0]).toBe('Kennis → Klaar');
        expect(outcome?.course[1]).toMatch(/14 dagen/);
        expect(outcome?.log.map(({ text }) => text)).toContain('Kennis → Klaar.');
        const done = outcome?.log.find(({ text }) => text.startsWith('Kennis is gedaan'));
        expect(done?.at).toMatchObject({ uri: uriOf('protocol.draaiboek'), line: 6 });
    });

    test('of a case that goes round tells how it begins and ends, and how much is left out', async () => {
        const { services } = await opened(
            SCENARIO.replace('bij Kennis: genoeg is nee', 'bij Kennis: genoeg is nee, duurt 1 dag'),
            PROTOCOL.replace('anders: Verder', 'anders: Kennis'),
        );
        const log = outcomeOf({ uri: FILE, id: 'Het is genoeg (2)' }, services)?.log ?? [];
        expect(log.length).toBe(201);
        expect(log[150]?.text).toMatch(/^… hier zijn \d{3} regels weggelaten …$/);
        expect(log[0]?.text).not.toBe(log[200]?.text);
    });

    test('tells at the line of the expectation what was expected and what came', async () => {
        const { services } = await opened();
        expect(outcomeOf({ uri: FILE, id: 'Het is genoeg (2)' }, services)).toMatchObject({
            outcome: 'failed',
            failures: [
                {
                    message: expect.stringMatching(/^verwacht einde Later; maar .*Klaar/) as string,
                    compared: { expected: 'einde Later', actual: expect.stringContaining('Klaar') as string },
                    at: { uri: FILE, line: 8 },
                },
            ],
        });
    });

    test('is said in English by setting', async () => {
        const { services } = await opened();
        services.workspaceSettings.chooseLanguage('en');
        const outcome = outcomeOf({ uri: FILE, id: 'Het is genoeg (2)' }, services);
        expect(outcome?.failures[0]?.message).toMatch(/^expected end Later; but /);
    });

    test('that says what cannot be tells only that', async () => {
        const { services } = await opened();
        const outcome = outcomeOf({ uri: FILE, id: 'Kan niet' }, services);
        expect(outcome?.outcome).toBe('failed');
        expect(outcome?.failures).toHaveLength(1);
    });

    test.each([
        ['a text with an error', `${SCENARIO}scenario {`, PROTOCOL, /er staat een fout in de tekst/],
        ['a protocol without steps', SCENARIO, 'interventie Hulp { gegeven genoeg: ja/nee }\n', /./],
    ])('is refused of %s', async (_what, scenarios, protocol, why) => {
        const { services } = await opened(scenarios, protocol);
        const outcome = outcomeOf({ uri: FILE, id: 'Het is genoeg' }, services);
        expect(outcome).toMatchObject({ outcome: 'failed', course: [], log: [] });
        expect(outcome?.failures[0]?.message).toMatch(why);
    });

    test('that is not there is not answered', async () => {
        const { services } = await opened();
        expect(outcomeOf({ uri: FILE, id: 'Anders' }, services)).toBeUndefined();
        expect(outcomeOf({ uri: uriOf('weg.draaiboek'), id: 'Het is genoeg' }, services)).toBeUndefined();
    });
});

describe('what scenarios come through together', () => {
    const both = ['Het is genoeg', 'Het is genoeg (2)'].map((id) => ({ uri: FILE, id }));
    const drawn = ([file]: CoveredFile[]) =>
        file?.parts.map(({ name, times, at, branches }) => [
            `${String(at.line)} ${name} ${String(times)}`,
            ...branches.map((b) => `${String(b.at.line)} ${b.label} ${String(b.times)}`),
        ]);

    test('is told at the heads of steps, ends and handovers, with the ways that they lead on', async () => {
        const { services } = await opened();
        expect(drawn(coverageOf({ scenarios: both }, services))).toEqual([
            ['5 Begin 2'],
            ['6 Kennis 2', '11 Kennis → Klaar 1', '12 Kennis → Verder (anders) 1'],
            ['16 Verder 1'],
            ['17 Klaar 2'],
            ['18 Later 0'],
            ['20 Wijk 1'],
        ]);
    });

    test('colours no more than the head of a block', async () => {
        const { services } = await opened();
        const [file] = coverageOf({ scenarios: both }, services);
        expect(file?.parts[1]?.at).toEqual({ uri: file?.uri, line: 6, character: 6, endLine: 6, endCharacter: 17 });
    });

    test('counts what a working-out inherits where it was written', async () => {
        const local = `${SCENARIO}interventie Breda uitwerking van Hulp { }
scenario "In Breda" voor Breda { bij Kennis: genoeg is ja  verwacht einde Klaar }
`;
        const { services } = await opened(local);
        const files = coverageOf({ scenarios: [...both, { uri: FILE, id: 'In Breda' }] }, services);
        expect(files.map(({ uri }) => uri)).toEqual([uriOf('protocol.draaiboek')]);
        expect(drawn(files)?.[1]).toEqual(['6 Kennis 3', '11 Kennis → Klaar 2', '12 Kennis → Verder (anders) 1']);
    });

    test('is nothing of a scenario that cannot be run, and when the question is withdrawn', async () => {
        const { services } = await opened();
        expect(coverageOf({ scenarios: [{ uri: FILE, id: 'Anders' }] }, services)).toEqual([]);
        expect(coverageOf({ scenarios: both }, services, { isCancellationRequested: true } as never)).toEqual([]);
    });
});

test('the requests are answered behind the edits that came first', async () => {
    const { services } = await opened();
    const handlers = new Map<string, (request: object, token?: unknown) => Promise<unknown>>();
    const connection = { onRequest: (name: string, handler: never) => handlers.set(name, handler) };
    answerScenarioRequests(connection as unknown as Connection, services);
    expect(await handlers.get(SCENARIOS)?.({})).toHaveLength(1);
    const outcome = await handlers.get(RUN_SCENARIO)?.({ uri: FILE, id: 'Het is genoeg' });
    expect((outcome as ScenarioOutcome).outcome).toBe('met');
    expect(await handlers.get(COVERAGE)?.({ scenarios: [] })).toEqual([]);
});
