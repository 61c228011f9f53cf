import type { Connection } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { WALK, WALK_SCENARIO, type WalkAnswer, type WalkRequest } from '../../server/requests.js';
import { answerWalkRequests, scenarioOf, walkedIn } from '../../server/walk.js';
import { open, uriOf, type Editor } from '../language/editor/editor.js';

const PROTOCOL = `interventie Hulp "Hulp thuis" {
  rol Werker "De werker" voert regie
  rol Ouder is cliënt
  gegeven erg: ja/nee "Is het erg?"
  gegeven genoeg: ja/nee "Is het genoeg?"
  document Plan "Het plan"
  aanpak {
    toegang als erg
    stap Kennis "Kennismaken" {
      door Werker met Ouder
      activiteit "Luisteren"
      duur 2 weken
      termijn 3 weken na aanmelding anders: Klaar
      levert Plan
      bepaalt genoeg
      daarna {
        als genoeg: Klaar
        anders: Verder
      }
    }
    stap Verder "Verder gaan" { door Werker vereist Plan daarna: Klaar }
    einde Klaar "Het is klaar"
  }
}
`;
const SCENARIOS = `gebruik "protocol.draaiboek"
scenario "Genoeg" voor Hulp {
  gegeven erg is ja
  bij Kennis: genoeg is ja
}
`;
const URI = uriOf('protocol.draaiboek');
const DONE = { kind: 'finish', step: 'Kennis', facts: { genoeg: false } } as const;

const opened = (): Promise<Editor> => open(PROTOCOL, { 'scenarios.draaiboek': SCENARIOS });
function ask({ document, services }: Editor, request: Partial<WalkRequest>): WalkAnswer {
    const answer = walkedIn(document, { uri: URI, intervention: 'Hulp', choices: [], ...request }, services);
    if (!answer) {
        throw new Error('There is always an answer about Hulp.');
    }
    return answer;
}

describe('a walk', () => {
    test('first asks what is known', async () => {
        const editor = await opened();
        const answer = ask(editor, {});
        expect(answer).toMatchObject({ begun: false, intervention: 'Hulp', title: 'Hulp thuis', current: [] });
        expect(answer.start).toEqual([
            { name: 'erg', label: 'Is het erg?', type: 'yes-no', values: [], required: false },
        ]);
        const refused = ask(editor, { facts: { erg: false } });
        expect(refused).toMatchObject({ begun: true, options: [], outcome: { isEnd: false } });
    });

    test('says where the case is, who does what, what is due and what can happen', async () => {
        const answer = ask(await opened(), { facts: { erg: true } });
        expect(answer.current).toMatchObject([
            { name: 'Kennis', label: 'Kennismaken', stage: 'nu te doen', notes: ['levert Plan'], at: { line: 8 } },
        ]);
        expect(answer.roles.map(({ label, directs, tasks }) => [label, directs, ...tasks.map((t) => t.text)])).toEqual([
            ['De werker', true, 'Kennismaken', 'Luisteren'],
            ['Ouder', false, 'doet mee aan Kennismaken'],
        ]);
        expect(answer.due).toMatchObject([
            { text: 'Kennismaken: 3 weken na aanmelding', when: 'uiterlijk dag 21', at: { line: 12 } },
        ]);
        expect(answer.options.map(({ label, group }) => [group, label])).toEqual([
            ['work', 'Kennismaken: gedaan'],
            ['event', 'De termijn van Kennismaken (3 weken) verstrijkt: verder met Het is klaar'],
        ]);
        expect(answer.options[0]?.questions).toMatchObject([{ name: 'genoeg', required: true }]);
        expect(answer).toMatchObject({
            directors: 'De werker',
            time: '0 dagen',
            facts: [{ label: 'Is het erg?', value: 'ja' }],
        });
    });

    test('goes on by what is chosen, to an end', async () => {
        const editor = await opened();
        const on = ask(editor, { facts: { erg: true }, choices: [DONE] });
        expect(on).toMatchObject({
            made: 1,
            current: [{ name: 'Verder' }],
            documents: [{ label: 'Het plan', state: 'is er' }],
        });
        expect(on.time).toBe('14 dagen');
        const choices = [DONE, { kind: 'finish', step: 'Verder' } as const];
        const end = ask(editor, { facts: { erg: true }, choices });
        expect(end.outcome).toMatchObject({ text: 'Einde: Het is klaar', isEnd: true, at: { line: 21 } });
        expect(ask(editor, { facts: { erg: true }, choices: choices.slice(0, 1) })).toEqual(on);
        const told = scenarioOf(
            editor.document,
            { uri: URI, intervention: 'Hulp', facts: { erg: true }, choices, title: 'Nog niet genoeg' },
            editor.services,
        );
        expect(told?.files).toEqual([uriOf('scenarios.draaiboek')]);
        expect(told?.text).toBe(`scenario "Nog niet genoeg" voor Hulp {
  toelichting "Bewaard bij het doorlopen van een casus."
  gegeven erg is ja
  bij Kennis: genoeg is nee
  verwacht pad Kennis, Verder
  verwacht einde Klaar
}`);
    });

    test('is kept only at its end', async () => {
        const { document, services } = await opened();
        const request = { uri: URI, intervention: 'Hulp', facts: { erg: true }, choices: [DONE], title: 'T' };
        const told = scenarioOf(document, request, services);
        expect(told?.text).toBeUndefined();
        expect(told?.refused).toMatch(/nog niet aan zijn einde/);
    });

    test('with a scenario comes with what that chooses', async () => {
        const { other, services } = await opened();
        const file = other('scenarios.draaiboek');
        const answer = walkedIn(file, { uri: file.uri.toString(), scenario: 'Genoeg', choices: [] }, services);
        expect(answer).toMatchObject({
            uri: URI,
            planned: { title: 'Genoeg', facts: { erg: true }, choices: [{ ...DONE, facts: { genoeg: true } }] },
        });
        expect(walkedIn(file, { uri: '', scenario: 'Anders', choices: [] }, services)).toBeUndefined();
        expect(walkedIn(file, { uri: '', line: 3, choices: [] }, services)?.intervention).toBe('Hulp');
    });

    test('with a scenario that does not come to its end says why', async () => {
        const { other, services } = await open(PROTOCOL, {
            'scenarios.draaiboek': SCENARIOS.replace('bij Kennis: genoeg is ja', ''),
        });
        const file = other('scenarios.draaiboek');
        const answer = walkedIn(file, { uri: file.uri.toString(), scenario: 'Genoeg', choices: [] }, services);
        expect(answer?.planned).toMatchObject({ choices: [], stop: expect.stringContaining('genoeg') as string });
    });

    test('reads names in texts as titles, and sends back what the text says', async () => {
        const text = PROTOCOL.replace('"Kennismaken"', '"Naar [[Verder]]"');
        const { document, services } = await open(text);
        const answer = walkedIn(
            document,
            { uri: URI, intervention: 'Hulp', facts: { erg: true }, choices: [] },
            services,
        );
        expect(answer?.current[0]).toMatchObject({ name: 'Kennis', label: 'Naar Verder gaan' });
        expect(answer?.options[0]?.label).toBe('Naar Verder gaan: gedaan');
    });

    test('is in English by setting', async () => {
        const editor = await opened();
        editor.services.workspaceSettings.chooseLanguage('en');
        const answer = ask(editor, { facts: { erg: true } });
        expect(answer.options[0]?.label).toBe('Kennismaken: done');
        expect(answer.due[0]?.when).toBe('by day 21');
    });

    test('says why there is nothing to walk through', async () => {
        const { document, services } = await open('interventie Leeg "Leeg" { }\n');
        const answer = walkedIn(document, { uri: URI, intervention: 'Leeg', choices: [] }, services);
        expect(answer?.obstacle).toBe('Leeg heeft geen `aanpak` met stappen');
    });
});

/** What the text leaves open, and what is not there yet. */
const LEFT_OPEN = `interventie Hulp "Hulp thuis" {
  persoon Ans
  rol Werker "De werker" vervuld door Ans
  gegeven klaar: ja/nee "Is het klaar?"
  document Plan
  document Verslag "Het verslag"
  aanpak {
    stap Kijken "Kijken" {
      vereist Plan
      levert Verslag
      termijn onbekend
      bepaalt klaar
      daarna { als klaar: Bellen }
    }
    stap Bellen "Bellen" { door Werker termijn bij voorkeur 2 weken na Kijken daarna onbekend }
  }
}
`;

test.for([
    {
        language: 'nl',
        notes: ['nodig, en er nog niet: Plan', 'levert Verslag'],
        due: 'wanneer is niet te zeggen',
        stuck: /^Het loopt vast/,
        open: 'Hoe het hierna verder gaat, is niet gezegd.',
        term: 'Bellen: bij voorkeur 2 weken na Kijken',
        state: 'is er',
    },
    {
        language: 'en',
        notes: ['needed, and not there yet: Plan', 'delivers Verslag'],
        due: 'when cannot be said',
        stuck: /^It gets stuck/,
        open: 'What comes next is not said.',
        term: /^Bellen: preferably .* after Kijken$/,
        state: 'is there',
    },
] as const)(
    'what is left open is said as such, in $language',
    async ({ language, notes, due, stuck, open: next, term, state }) => {
        const editor = await open(LEFT_OPEN);
        editor.services.workspaceSettings.chooseLanguage(language);
        const looking = ask(editor, { facts: {} });
        expect(looking.current[0]?.notes).toEqual(notes);
        expect(looking.due[0]?.when).toBe(due);
        expect(looking.roles.map(({ label, tasks }) => [label, ...tasks.map((t) => t.text)])).toContainEqual(
            expect.arrayContaining(['Kijken']),
        );
        const looked = (klaar: boolean) => ({ kind: 'finish', step: 'Kijken', facts: { klaar } }) as const;
        expect(ask(editor, { facts: {}, choices: [looked(false)] }).outcome).toMatchObject({
            text: expect.stringMatching(stuck) as string,
            isEnd: false,
        });
        const calling = ask(editor, { facts: {}, choices: [looked(true)] });
        expect(calling.due[0]?.text).toMatch(term);
        expect(calling.documents).toEqual([{ label: 'Het verslag', state }]);
        expect(calling.roles.map(({ label }) => label)).toContain('De werker (Ans)');
        const over = ask(editor, { facts: {}, choices: [looked(true), { kind: 'finish', step: 'Bellen' }] });
        expect(over.outcome).toMatchObject({ text: next, isEnd: true });
    },
);

test('the requests are answered', async () => {
    const { services } = await opened();
    const handlers = new Map<string, (request: object) => Promise<unknown>>();
    const connection = { onRequest: (name: string, handler: never) => handlers.set(name, handler) };
    answerWalkRequests(connection as unknown as Connection, services);
    const request = { uri: URI, intervention: 'Hulp', choices: [] };
    expect(await handlers.get(WALK)?.(request)).toMatchObject({ title: 'Hulp thuis' });
    expect(await handlers.get(WALK_SCENARIO)?.({ ...request, title: 'T' })).toHaveProperty('refused');
});
