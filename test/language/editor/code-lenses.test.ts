import { describe, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../../language/editor/code-lenses.js';
import { open, uriOf } from './editor.js';

const PROTOCOL = `bron Boek "Boek"
interventie Hulp "Hulp thuis" volgens Boek {
  rol Werker
  rol Niemand
  gegeven klaar: ja/nee
  aanpak {
    stap Kennis {
      door Werker
      bepaalt klaar
      daarna {
        als klaar is ja: Klaar
        anders: Verder
      }
    }
    stap Verder { door Werker daarna: Klaar }
    einde Klaar
    einde Later
  }
}
`;
const SCENARIOS = `gebruik "protocol.draaiboek"
scenario "Goed" voor Hulp {
  bij Kennis: klaar is ja
  verwacht einde Klaar
}
scenario "Fout" voor Hulp {
  bij Kennis: klaar is ja
  verwacht einde Later
}
`;
const FRAMEWORK = `toetsingskader Kader {
  oordeel voldoet "✓"
  thema Samen {
    indicator 1.1 "Een"
    indicator 1.2 "Twee"
  }
}
`;
const REVIEW = `gebruik "protocol.draaiboek"
gebruik "kader.draaiboek"
beoordeling Bezoek "Eerste bezoek" van Hulp aan de hand van Kader {
  bevinding 1.1 voldoet { let op "Behalve in juli." }
}
`;
const OTHERS = { 'scenarios.draaiboek': SCENARIOS, 'kader.draaiboek': FRAMEWORK, 'beoordeling.draaiboek': REVIEW };

async function lensesIn(
    name: string,
    { others = OTHERS as Record<string, string>, hasCommands = true, language = 'nl' } = {},
) {
    const { services, other } = await open(PROTOCOL, others);
    services.client.hasCommands = hasCommands;
    services.workspaceSettings.chooseLanguage(language as 'nl' | 'en');
    const document = other(name);
    const params = { textDocument: { uri: uriOf(name) } };
    return (await services.lsp.CodeLensProvider?.provideCodeLens(document, params)) ?? [];
}

/** `2 Voorvertoning`: the line, from 1, and what stands above it. */
function told(lenses: readonly CodeLens[]): string[] {
    return lenses
        .map(({ range, command }) => `${String(range.start.line + 1)} ${command?.title ?? ''}`)
        .sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
}

describe('code lenses', () => {
    test('say how often an element is named, in all files, and where to see and try the whole', async () => {
        expect(told(await lensesIn('protocol.draaiboek'))).toEqual([
            '1 1 verwijzing',
            '2 3 verwijzingen',
            '2 Voorvertoning',
            '2 ▷ 2 scenario’s',
            '3 2 verwijzingen',
            '4 nergens genoemd',
            '6 Casus doorlopen',
        ]);
    });

    test('have what the client needs to do what they say', async () => {
        const lenses = await lensesIn('protocol.draaiboek');
        const command = (title: string) => lenses.find((l) => l.command?.title === title)?.command;
        const uri = uriOf('protocol.draaiboek');
        expect(command('2 verwijzingen')).toMatchObject({ command: LENS_COMMANDS.references, arguments: [uri, 2, 6] });
        expect(command('Voorvertoning')).toMatchObject({ command: LENS_COMMANDS.preview, arguments: [uri] });
        const file = uriOf('scenarios.draaiboek');
        expect(command('Casus doorlopen')).toMatchObject({
            command: LENS_COMMANDS.walk,
            arguments: [{ uri, line: 5 }],
        });
        expect(command('▷ 2 scenario’s')).toMatchObject({
            command: LENS_COMMANDS.run,
            arguments: [['Goed', 'Fout'].map((id) => ({ uri: file, id }))],
        });
    });

    test('say how each scenario goes, and run it', async () => {
        const lenses = await lensesIn('scenarios.draaiboek');
        expect(told(lenses)).toEqual([
            '2 ▷ Doorlopen',
            '2 ✓ loopt zoals verwacht',
            '2 Casus doorlopen',
            '6 ▷ Doorlopen',
            '6 ✗ loopt anders dan verwacht',
            '6 Casus doorlopen',
        ]);
        expect(lenses[2]?.command).toMatchObject({
            command: LENS_COMMANDS.walk,
            arguments: [{ uri: uriOf('scenarios.draaiboek'), scenario: 'Goed' }],
        });
        expect(lenses[0]?.command?.arguments).toEqual([[{ uri: uriOf('scenarios.draaiboek'), id: 'Goed' }]]);
    });

    test('say above an indicator what reviews found', async () => {
        expect(told(await lensesIn('kader.draaiboek'))).toEqual([
            '1 1 verwijzing',
            '4 ✓ voldoet (Eerste bezoek) · let op',
        ]);
    });

    test('are in English by setting', async () => {
        expect(told(await lensesIn('protocol.draaiboek', { language: 'en' })).slice(1, 4)).toEqual([
            '2 3 references',
            '2 Preview',
            '2 ▷ 2 scenarios',
        ]);
    });

    test('are none for a client that does not know their commands', async () => {
        expect(await lensesIn('protocol.draaiboek', { hasCommands: false })).toEqual([]);
    });

    test('are there in a text that is broken', async () => {
        const lenses = await lensesIn('scenarios.draaiboek', {
            others: { 'scenarios.draaiboek': `${SCENARIOS}scenario "Half" voor` },
        });
        // what is broken costs only the scenario that it is in
        expect(told(lenses)).toContain('2 ✓ loopt zoals verwacht');
    });
});
