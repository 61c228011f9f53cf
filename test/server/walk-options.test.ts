import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../language/execution/truth.js';
import type { WalkAnswer, WalkChoice, WalkOption, WalkQuestion, WalkRequest } from '../../server/requests.js';
import { walkedIn } from '../../server/walk.js';
import { FOLDER, open, type Editor } from '../language/editor/editor.js';
import { structuredProcess } from '../language/support/structured-process.js';

/** A process in which a person has every kind of choice. */
const EVERY_CHOICE = `interventie Hulp "Hulp thuis" {
  rol Werker "De werker" voert regie
  rol Buur "De buur"
  gegeven ernst: aantal "Hoe erg is het?"
  gegeven soort: een van druk, stil "Welk soort?"
  gegeven sinds: datum "Sinds wanneer?"
  aanpak {
    altijd als "er is acuut gevaar": Veilig, hervat daarna
    stap Praten "Praten" {
      door Werker
      bepaalt ernst, soort, sinds
      termijn 3 weken anders: Weg
      herhaal hoogstens 2 keer tot "het is duidelijk"
      daarna: Samen
    }
    gelijktijdig Samen {
      een van Keus "Een van twee" {
        stap Spel "Spelen" { door Werker }
        stap Sport "Sporten" { door Werker }
      }
      naar keuze Extra {
        stap Lezen "Lezen" { door Werker }
      }
      daarna: Slot
    }
    stap Slot "Afsluiten" {
      door Werker
      daarna {
        als soort is druk en ernst minstens 2 en sinds is 2026-06-01: Nazorg
        anders: Klaar
      }
    }
    stap Nazorg "Nazorg" { door Buur daarna: Klaar }
    escalatie Vast "Opschalen" {
      door Werker
      vanuit Praten
      als "het loopt vast"
      daarna: Weg
    }
    stap Veilig "Veiligheid" { door Werker daarna: Weg }
    einde Klaar "Het is klaar"
    einde Weg "Weg"
  }
  overdracht Over "Overdragen" van Werker naar Buur {
    vanuit Slot
    vorm warm
    gesprekken precies 1 met Werker, Buur
    bevestiging door Buur binnen 2 weken
    bij uitblijven: Veilig
  }
}
`;

function ask({ document, other, services }: Editor, request: Partial<WalkRequest>): WalkAnswer {
    const { uri = document.uri.toString() } = request;
    const answer = walkedIn(other(uri.slice(FOLDER.length + 1)), { uri, choices: [], ...request }, services);
    if (!answer) {
        throw new Error('There is always an answer.');
    }
    return answer;
}

const FACTS = { ernst: 3, soort: 'druk', sinds: '2026-06-01' };
const withFacts = (choice: WalkChoice): WalkChoice =>
    choice.kind === 'finish' && choice.step === 'Praten' ? { ...choice, facts: FACTS } : choice;
const labels = (options: readonly WalkOption[]) =>
    options.map(({ group, label, detail }) => [group, label, ...(detail === undefined ? [] : [detail])].join(' | '));

describe('what can be chosen is said in words', () => {
    test.for(['nl', 'en'] as const)('in %s', async (language) => {
        const editor = await open(EVERY_CHOICE);
        editor.services.workspaceSettings.chooseLanguage(language);
        const seen: Record<string, string[]> = {};
        const at = (name: string, choices: readonly WalkChoice[]) => {
            const answer = ask(editor, { facts: {}, intervention: 'Hulp', choices });
            expect(answer.made, name).toBe(choices.length);
            seen[name] = labels(answer.options);
            return answer;
        };
        /** Chooses one after the other what is offered of a kind about a part. */
        const chosen = (before: readonly WalkChoice[], ...wanted: readonly (readonly [string, string])[]) =>
            wanted.reduce<WalkChoice[]>(
                (choices, [kind, about]) => {
                    const { options } = ask(editor, { facts: {}, intervention: 'Hulp', choices });
                    const option = options.find(
                        ({ choice }) => choice.kind === kind && [choice.step, choice.to].includes(about),
                    );
                    expect(option, `${kind} ${about} of ${JSON.stringify(options.map((o) => o.choice))}`).toBeDefined();
                    return option ? [...choices, withFacts(option.choice)] : choices;
                },
                [...before],
            );
        const talking = at('at the first step', []);
        expect(talking.options[0]?.questions.map(({ name, type, values }) => [name, type, ...values])).toEqual([
            ['ernst', 'number'],
            ['soort', 'one-of', 'druk', 'stil'],
            ['sinds', 'date'],
        ]);
        const talked = chosen([], ['finish', 'Praten']);
        at('when it is done', talked);
        const together = chosen(talked, ['enough', 'Praten']);
        at('where a person chooses', together);
        const left = chosen(together, ['skip', 'Lezen']);
        at('where one of two is chosen', left);
        const ending = chosen(left, ['choose', 'Sport'], ['finish', 'Sport'], ['finish', 'Slot']);
        at('where a handover is to be confirmed', ending);
        expect(seen).toEqual(OFFERED[language]);
    });
});

/** What is offered on the way, by language. */
const OFFERED = {
    nl: {
        'at the first step': [
            'work | Praten: gedaan',
            'event | De termijn van Praten (3 weken) verstrijkt: verder met Weg',
            'event | Opschalen vanuit Praten: Opschalen | als “het loopt vast”',
            'event | Eerst Veiligheid | als “er is acuut gevaar”',
        ],
        'when it is done': [
            'decision | Nog een keer: Praten | tot “het is duidelijk”',
            'decision | Genoeg: verder na Praten',
        ],
        'where a handover is to be confirmed': [
            'decision | Overdragen bevestigd: verder met Nazorg | als soort is druk en ernst minstens 2 en sinds is 1 juni 2026; van Werker aan Buur',
            'decision | Overdragen niet bevestigd: verder met Veiligheid',
        ],
        'where a person chooses': ['decision | Kies Lezen', 'decision | Sla Lezen over'],
        'where one of two is chosen': [
            'decision | Kies Spelen',
            'decision | Kies Sporten',
            'event | Eerst Veiligheid | als “er is acuut gevaar”',
        ],
    },
    en: {
        'at the first step': [
            'work | Praten: done',
            'event | The term of Praten (3 weken) runs out: on to Weg',
            'event | Escalate from Praten: Opschalen | if “het loopt vast”',
            'event | First Veiligheid | if “er is acuut gevaar”',
        ],
        'when it is done': [
            'decision | Once more: Praten | until “het is duidelijk”',
            'decision | Enough: on after Praten',
        ],
        'where a handover is to be confirmed': [
            'decision | Overdragen confirmed: on to Nazorg | if soort is druk and ernst minstens 2 and sinds is 1 June 2026; from Werker to Buur',
            'decision | Overdragen not confirmed: on to Veiligheid',
        ],
        'where a person chooses': ['decision | Choose Lezen', 'decision | Leave out Lezen'],
        'where one of two is chosen': [
            'decision | Choose Spelen',
            'decision | Choose Sporten',
            'event | First Veiligheid | if “er is acuut gevaar”',
        ],
    },
};

/** All of a folder of examples, opened; the scenarios are the main file. */
async function example(): Promise<Editor> {
    const folder = new URL('../../examples/gezinspad/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const others = readdirSync(folder).filter((n) => n.endsWith('.draaiboek') && n !== 'scenarios.draaiboek');
    return open(read('scenarios.draaiboek'), Object.fromEntries(others.map((n) => [n, read(n)])));
}

test.for(['nl', 'en'] as const)(
    'each scenario of an example can be walked by what is offered, in %s',
    async (language) => {
        const editor = await example();
        editor.services.workspaceSettings.chooseLanguage(language);
        // nobody walks who is not admitted
        const titles = [...editor.document.textDocument.getText().matchAll(/^scenario "([^"]*)"[^}]*/gm)].flatMap(
            ([all, title = '']) => (all.includes('verwacht geen toegang') ? [] : [title]),
        );
        expect(titles.length).toBeGreaterThan(10);
        const key = (choice: WalkChoice) => JSON.stringify({ ...choice, facts: undefined });
        for (const scenario of titles) {
            const { uri, intervention, planned } = ask(editor, { scenario });
            const choices = planned?.choices ?? [];
            expect(choices, scenario).not.toEqual([]);
            choices.forEach((choice, made) => {
                const request = { uri, intervention, facts: planned?.facts ?? {}, choices: choices.slice(0, made) };
                const { options } = ask(editor, request);
                const option = options.find((o) => key(o.choice) === key(choice));
                expect(option?.label, `${scenario}: ${key(choice)}`).toMatch(/\p{L}/u);
                const asked = new Set(option?.questions.map(({ name }) => name));
                expect(
                    Object.keys(choice.facts ?? {}).filter((name) => !asked.has(name)),
                    scenario,
                ).toEqual([]);
            });
            const end = ask(editor, { uri, intervention, facts: planned?.facts ?? {}, choices });
            expect(end.outcome?.isEnd, scenario).toBe(true);
        }
    },
);

/** What a person answers: what is asked must be, what is not asked cannot. */
function answerTo({ type, values }: WalkQuestion, draw: number): FactValue {
    switch (type) {
        case 'yes-no':
            return draw % 2 === 0;
        case 'number':
            return draw;
        case 'date':
            return '2026-06-01';
        case 'one-of':
            return values[draw % values.length] ?? '';
        case 'text':
            return 'iets';
    }
}

test('whatever is offered can be chosen, in any process, and is said in both languages', async () => {
    const kinds = new Set<string>();
    await fc.assert(
        fc.asyncProperty(
            structuredProcess,
            fc.array(fc.nat({ max: 999 }), { minLength: 12, maxLength: 12 }),
            async (text, draws) => {
                const editor = await open(text);
                const english = draws.length % 2 === (draws[0] ?? 0) % 2;
                editor.services.workspaceSettings.chooseLanguage(english ? 'en' : 'nl');
                const { start } = ask(editor, { intervention: 'Proef' });
                const facts = Object.fromEntries(start.map((q, i) => [q.name, answerTo(q, draws[i] ?? 0)]));
                let choices: readonly WalkChoice[] = [];
                for (const draw of draws) {
                    const { made, options, current, log } = ask(editor, { intervention: 'Proef', facts, choices });
                    expect(made).toBe(choices.length);
                    for (const words of [...options, ...current].map(({ label }) => label)) {
                        expect(words).toMatch(/\p{L}/u);
                        expect(words).not.toMatch(/undefined|\[object/);
                    }
                    expect(log.map((entry) => entry.text)).not.toContain('');
                    const option = options[draw % options.length];
                    if (!option) {
                        break;
                    }
                    kinds.add(option.choice.kind);
                    const { choice, questions } = option;
                    const found = questions.map((q, i) => [q.name, answerTo(q, draw + i)]);
                    choices = [
                        ...choices,
                        found.length === 0 ? choice : { ...choice, facts: Object.fromEntries(found) },
                    ];
                }
            },
        ),
        { numRuns: 24, seed: 7 },
    );
    expect([...kinds].sort()).toEqual(
        ['again', 'choose', 'enough', 'escalate', 'expire', 'finish', 'interrupt', 'leave', 'skip', 'take'].sort(),
    );
});
