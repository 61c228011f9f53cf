import type { Connection } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { answerLanguageRequests, tellChanges } from '../../server/changes.js';
import { CHANGED, TREES, type TreeNode, type TreeRequest } from '../../server/requests.js';
import { answerResultsRequests, resultsOf } from '../../server/results.js';
import { answerStructureRequests, structureOf } from '../../server/structure.js';
import { answerUnknownsRequests, unknownsOf } from '../../server/unknowns.js';
import { open, uriOf } from '../language/editor/editor.js';

const TEXT = `organisatie JGZ "Jeugdgezondheidszorg"
interventie Hulp "Hulp thuis" {
  eigenaar onbekend
  doel Rust "Rust in huis" {
    subdoel Slaap "Slapen" {
      indicator Uren "Uren slaap" {
        norm onbekend omdat "moet nog worden gekozen"
      }
    }
  }
  rol Werker "Gezinswerker" van JGZ
  gegeven klaar: ja/nee "Is het klaar?"
  document Plan "Gezinsplan"
  aanpak {
    fase Begin "Het begin" {
      stap Kennis "Kennismaken" {
        door Werker
        duur plaatselijk
        daarna {
          als klaar is ja: Einde
          anders: Verder
        }
      }
    }
    stap Verder "Verder gaan" { door Werker }
    einde Einde
  }
  overdracht Naar "Naar de wijk" van Werker naar onbekend
}
`;

/** A tree as people see it: what stands behind a label between brackets. */
function drawn(nodes: readonly TreeNode[], indent = ''): string[] {
    return nodes.flatMap(({ label, description, children }) => [
        `${indent}${label}${description === undefined ? '' : ` (${description})`}`,
        ...drawn(children, `${indent}  `),
    ]);
}

function allIn(nodes: readonly TreeNode[]): TreeNode[] {
    return nodes.flatMap((node) => [node, ...allIn(node.children)]);
}

test('no two nodes have the same id, whatever their titles are', async () => {
    const titles = ['A', 'A', 'A#2', 'A/B', 'A'].map((title) => `scenario "${title}" voor X { }`);
    const { document, services } = await open(`interventie X { rol R }\n${titles.join('\n')}\n`);
    const ids = allIn(structureOf(document, services)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
});

describe('the structure of a file', () => {
    test('has goals, roles, the process with where it branches, handovers and documents', async () => {
        const { document, services } = await open(TEXT);
        expect(drawn(structureOf(document, services))).toEqual([
            'Hulp thuis (Hulp)',
            '  Doelen (1)',
            '    Rust in huis',
            '      Slapen',
            '        Uren slaap',
            '  Rollen (1)',
            '    Gezinswerker (JGZ)',
            '  Aanpak (3)',
            '    Het begin',
            '      Kennismaken (Werker)',
            '        als klaar → Einde',
            '        anders → Verder',
            '    Verder gaan (Werker)',
            '    Einde',
            '  Overdrachten (1)',
            '    Naar de wijk (Werker → ?)',
            '  Documenten (1)',
            '    Gezinsplan',
        ]);
    });

    test('says where each stands, and what it is to who cannot see the picture', async () => {
        const { document, services } = await open(TEXT);
        const all = allIn(structureOf(document, services));
        expect(all.find(({ label }) => label === 'Kennismaken')).toMatchObject({
            at: { uri: uriOf('protocol.draaiboek'), line: 15, character: 6, endLine: 22 },
            spoken: 'stap, Kennismaken, Werker',
            icon: 'step',
        });
        expect(all.every(({ spoken }) => spoken !== '')).toBe(true);
    });

    test('says in English what each is in English, and shows the word of the language', async () => {
        const { document, services } = await open(TEXT, { 'draaiboek.json': '{ "language": "en" }' });
        const all = allIn(structureOf(document, services));
        expect(all.find(({ label }) => label === 'Kennismaken')).toMatchObject({
            spoken: 'step, Kennismaken, Werker',
            tooltip: 'stap Kennis',
        });
        const words = all.map(({ spoken }) => spoken.split(', ')[0]);
        expect(words.filter((word) => /^(doel|rol|stap|einde|overdracht|subdoel)$/.test(word ?? ''))).toEqual([]);
    });

    test('keeps the ids of what an edit does not concern, and has each id once', async () => {
        const editor = await open(TEXT);
        const ids = () => allIn(structureOf(editor.other('protocol.draaiboek'), editor.services)).map(({ id }) => id);
        const before = ids();
        editor.files.set(
            'protocol.draaiboek',
            TEXT.replace('  doel', '\n\n  doel').replace('"Rust in huis"', '"Anders"'),
        );
        await editor.changed(['protocol.draaiboek']);
        expect(ids()).toEqual(before);
        expect(new Set(before).size).toBe(before.length);
    });

    test('shows of a working-out what it inherits, and where that stands', async () => {
        const { document, services } = await open(
            'gebruik "basis.draaiboek"\ninterventie Breda "Breda" uitwerking van Hulp { }\n',
            { 'basis.draaiboek': TEXT },
        );
        const step = allIn(structureOf(document, services)).find(({ label }) => label === 'Verder gaan');
        expect(step).toMatchObject({ description: 'Werker · uit Hulp', at: { uri: uriOf('basis.draaiboek') } });
    });

    test('has the frameworks, reviews and scenarios of a file', async () => {
        const { other, services } = await open(TEXT, {
            'kader.draaiboek': FRAMEWORK,
            'beoordeling.draaiboek': `${REVIEW}scenario "Zo gaat het" voor Hulp { verwacht einde Einde }\n`,
        });
        expect(drawn(structureOf(other('kader.draaiboek'), services))).toEqual([
            'Het kader',
            '  Samen',
            '    Werken',
            '      1.1 Elke stap heeft een uitvoerder',
            '      1.2 Er is een escalatie',
            '      1.3 Het gezin is tevreden',
        ]);
        expect(drawn(structureOf(other('beoordeling.draaiboek'), services))).toEqual([
            'Bezoek (Hulp)',
            '  1.1 Overal een naam. (voldoet)',
            '  1.2 (beter)',
            'Scenario’s (1)',
            '  Zo gaat het (Hulp)',
        ]);
    });

    test('is that of a broken text as well, and of two steps by one name', async () => {
        const { document, services } = await open(
            'interventie X {\n  aanpak {\n    gelijktijdig A { stap A }\n    stap A "Nog een" {\n',
        );
        const all = allIn(structureOf(document, services));
        expect(all.map(({ label }) => label)).toContain('Nog een');
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    });
});

describe('what is open in a file', () => {
    test('stands under the part that it is in, with its line and why', async () => {
        const { document, services } = await open(TEXT);
        const nodes = unknownsOf(document, services);
        expect(drawn(nodes)).toEqual([
            'Over de interventie (1)',
            '  eigenaar (regel 3 · Hulp)',
            'Doelen (1)',
            '  norm (regel 7 · Uren)',
            'Aanpak (1)',
            '  duur (regel 18 · Kennis)',
            'Overdrachten (1)',
            '  naar (regel 28 · Naar)',
        ]);
        const [, goals, approach] = nodes;
        expect(goals?.children[0]).toMatchObject({
            icon: 'unknown',
            tooltip: 'onbekend: norm\nmoet nog worden gekozen',
        });
        expect(approach?.children[0]).toMatchObject({ icon: 'local', at: { line: 17 } });
    });

    test('names the interventie where there are several, and what stands outside them', async () => {
        const { document, services } = await open(
            'bron Boek { jaar onbekend }\ninterventie A { duur onbekend }\ninterventie B "Twee" { duur onbekend }\n',
        );
        expect(drawn(unknownsOf(document, services))).toEqual([
            'A (1)',
            '  Over de interventie (1)',
            '    duur (regel 2 · A)',
            'Twee (1)',
            '  Over de interventie (1)',
            '    duur (regel 3 · B)',
            'Buiten de interventies (1)',
            '  jaar (regel 1 · Boek)',
        ]);
    });

    test('reads a name in a title as what it names, and leaves what tells rows apart', async () => {
        const { document, services } = await open(`interventie Hulp {
    rol Werker "Gezinswerker"
    aanpak {
        stap Begin "Kennis maken met [[Werker]]" { duur onbekend omdat "[[Werker]] weet het niet" }
    }
}
`);
        const labels = allIn(structureOf(document, services)).map(({ label }) => label);
        expect(labels).toContain('Kennis maken met Gezinswerker');
        const unknowns = allIn(unknownsOf(document, services));
        expect(unknowns.map(({ tooltip }) => tooltip ?? '').join()).toContain('Gezinswerker weet het niet');
    });

    test('is said in English by setting', async () => {
        const editor = await open(TEXT);
        editor.services.workspaceSettings.chooseLanguage('en');
        expect(drawn(unknownsOf(editor.document, editor.services))[0]).toBe('About the intervention (1)');
        expect(drawn(structureOf(editor.document, editor.services))[1]).toBe('  Goals (1)');
    });
});

const FRAMEWORK = `toetsingskader Kader "Het kader" {
  oordeel voldoet "✓"
  oordeel beter "X"
  thema Samen "Samen" {
    criterium Werk "Werken" {
      indicator 1.1 "Elke stap heeft een uitvoerder" { toets elke stap heeft door }
      indicator 1.2 "Er is een escalatie" { toets minstens 1 escalatie }
      indicator 1.3 "Het gezin is tevreden"
    }
  }
}
`;
const REVIEW = `gebruik "protocol.draaiboek"
gebruik "kader.draaiboek"
beoordeling Bezoek "Bezoek" van Hulp aan de hand van Kader {
  bevinding 1.1 voldoet "Overal een naam." { let op "Behalve in juli." }
  bevinding 1.2 beter
}
`;

describe('the results per indicator', () => {
    const files = { 'kader.draaiboek': FRAMEWORK, 'beoordeling.draaiboek': REVIEW };
    const told = [
        'Het kader (Hulp thuis)',
        '  Samen',
        '    Werken',
        '      1.1 Elke stap heeft een uitvoerder (✓ voldoet · toets gehaald · let op)',
        '        Overal een naam. (✓ voldoet)',
        '        Behalve in juli.',
        '        toets gehaald: bij `Kennis` en `Verder`',
        '      1.2 Er is een escalatie (X beter · toets niet gehaald)',
        '        X beter',
        '        toets niet gehaald: het protocol heeft er geen',
        '      1.3 Het gezin is tevreden (geen bevinding)',
    ];

    test('of a protocol whose review stands in another file', async () => {
        const { document, services } = await open(TEXT, files);
        expect(drawn(resultsOf(document, services))).toEqual(told);
    });

    test('of a review itself; the picture says how it came out, a click goes to the finding', async () => {
        const { other, services } = await open(TEXT, files);
        const nodes = resultsOf(other('beoordeling.draaiboek'), services);
        expect(drawn(nodes)).toEqual(told);
        const indicators = allIn(nodes).filter(({ id }) => /\/1\.\d$/.test(id));
        expect(indicators.map(({ icon, at }) => [icon, at?.uri.split('/').at(-1), at?.line])).toEqual([
            ['good', 'beoordeling.draaiboek', 3],
            ['bad', 'beoordeling.draaiboek', 4],
            ['other', 'kader.draaiboek', 7],
        ]);
    });

    test('of a framework that the protocol uses, without any review', async () => {
        const { document, services } = await open(`gebruik "kader.draaiboek"\n${TEXT}`, {
            'kader.draaiboek': FRAMEWORK,
        });
        expect(drawn(resultsOf(document, services))).toContain('      1.2 Er is een escalatie (toets niet gehaald)');
    });

    test('are none where no framework is about it', async () => {
        const { document, services } = await open(TEXT, { 'kader.draaiboek': FRAMEWORK });
        expect(resultsOf(document, services)).toEqual([]);
    });
});

describe('the requests', () => {
    type Handler = (request: TreeRequest, token?: unknown) => Promise<TreeNode[] | undefined>;
    async function asked(request: string) {
        const { services } = await open(TEXT);
        const handlers = new Map<string, Handler>();
        const connection = { onRequest: (name: string, handler: Handler) => handlers.set(name, handler) };
        for (const register of [answerStructureRequests, answerUnknownsRequests, answerResultsRequests]) {
            register(connection as unknown as Connection, services);
        }
        return (name: string, token?: unknown) => handlers.get(request)?.({ uri: uriOf(name) }, token);
    }

    test.each(Object.values(TREES))('%s is answered of a file that is known and of no other', async (request) => {
        const ask = await asked(request);
        expect(Array.isArray(await ask('protocol.draaiboek'))).toBe(true);
        expect(await ask('anders.draaiboek')).toBeUndefined();
    });

    test('the language is that of the settings of the folder', async () => {
        const { services } = await open(TEXT, { 'draaiboek.json': '{ "language": "en" }' });
        let ask: Handler | undefined;
        const connection = { onRequest: (_name: string, handler: Handler) => (ask = handler) };
        answerLanguageRequests(connection as unknown as Connection, services);
        expect(await ask?.({ uri: uriOf('protocol.draaiboek') })).toBe('en');
    });

    test('one that was withdrawn is not answered', async () => {
        const ask = await asked(TREES.structure);
        const source = new CancellationTokenSource();
        source.cancel();
        expect(await ask('protocol.draaiboek', source.token)).toBeUndefined();
    });
});

test('tells which files were checked anew and which are gone, to who asked for it', async () => {
    const editor = await open(TEXT, { 'weg.draaiboek': 'rol Weg\n' });
    const told: { wanted: boolean; uris: readonly string[] }[] = [];
    for (const wanted of [true, false]) {
        const connection = {
            sendNotification: (name: string, { uris }: { uris: readonly string[] }) => {
                expect(name).toBe(CHANGED);
                told.push({ wanted, uris });
                return Promise.resolve();
            },
        };
        tellChanges(connection as unknown as Connection, editor.services, () => wanted);
    }
    editor.files.set('protocol.draaiboek', TEXT.replace('Slapen', 'Doorslapen'));
    editor.files.delete('weg.draaiboek');
    await editor.changed(['protocol.draaiboek'], ['weg.draaiboek']);
    expect(told).toEqual([
        { wanted: true, uris: [uriOf('weg.draaiboek')] },
        { wanted: true, uris: [uriOf('protocol.draaiboek')] },
    ]);
});
