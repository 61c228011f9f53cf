import { basename } from 'node:path';
import type { LocationLink } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open, uriOf } from './editor.js';

const NATIONAL = `interventie Gezinshulp "Gezinshulp" {
  rol Werker "Gezinswerker"
  aanpak {
    stap Kennis "Kennismaken" { door Werker }
    stap Plan "Plan maken" {
      door Werker
      daarna {
        als nodig is ja: Hulp
        anders: Klaar
      }
    }
    stap Hulp "Helpen" {
      door Werker
      herhaal hoogstens 3 keer
      daarna: Klaar
    }
    einde Klaar
  }
  gegeven nodig "Is hulp nodig?": ja/nee
}
`;
const LOCAL = `gebruik "protocol.draaiboek"
interventie Breda "Gezinshulp in Breda" uitwerking van Gezinshulp {
  aanpak {
    stap Plan "Plan met de buurt" { door Werker }
  }
}
interventie Later "Daarna" vervolg op Gezinshulp {
}
`;

/** The national text with the cursor in front of a piece of it. */
function at(piece: string, text = NATIONAL): string {
    return text.replace(piece, `<|>${piece}`);
}

describe('call hierarchy', () => {
    async function around(piece: string) {
        const editor = await open(at(piece), { 'breda.draaiboek': LOCAL });
        const provider = editor.services.lsp.CallHierarchyProvider;
        const [item] = (await provider?.prepareCallHierarchy(editor.document, editor.params)) ?? [];
        if (!item) {
            return undefined;
        }
        const incoming = (await provider?.incomingCalls({ item })) ?? [];
        const outgoing = (await provider?.outgoingCalls({ item })) ?? [];
        const lines = (ranges: readonly { start: { line: number } }[]) => ranges.map((r) => r.start.line + 1).join();
        return [
            ...incoming.map(({ from, fromRanges }) => `${from.name} (${lines(fromRanges)}) → ${item.name}`),
            ...outgoing.map(({ to, fromRanges }) => `${item.name} → ${to.name} (${lines(fromRanges)})`),
        ];
    }

    test('of a step: which steps lead here, and where it goes, stated and implied', async () => {
        expect(await around('Plan "Plan maken"')).toEqual(['Kennis (4) → Plan', 'Plan → Hulp (8)', 'Plan → Klaar (9)']);
    });

    test('from where a step is named', async () => {
        expect(await around('Hulp\n')).toEqual([
            'Plan (8) → Hulp',
            'Hulp (14) → Hulp',
            'Hulp → Hulp (14)',
            'Hulp → Klaar (15)',
        ]);
    });

    test('of an end', async () => {
        expect(await around('Klaar\n    }\n    stap')).toBeUndefined();
        expect(await around('Klaar\n  }\n  gegeven')).toEqual(['Plan (9) → Klaar', 'Hulp (15) → Klaar']);
    });

    test('of what is no part of a process there is none', async () => {
        expect(await around('Werker "Gezinswerker"')).toBeUndefined();
    });
});

describe('type hierarchy', () => {
    test('of an interventie: what it works out, and what works it out or continues it', async () => {
        const editor = await open(at('Gezinshulp "'), { 'breda.draaiboek': LOCAL });
        const provider = editor.services.lsp.TypeHierarchyProvider;
        const [item] = (await provider?.prepareTypeHierarchy(editor.document, editor.params)) ?? [];
        expect(item).toMatchObject({ name: 'Gezinshulp', detail: 'Gezinshulp', uri: uriOf('protocol.draaiboek') });
        const below = item ? await provider?.subtypes({ item }) : undefined;
        expect(below?.map((i) => [i.name, i.uri])).toEqual([
            ['Breda', uriOf('breda.draaiboek')],
            ['Later', uriOf('breda.draaiboek')],
        ]);
        const [breda] = below ?? [];
        const above = breda ? await provider?.supertypes({ item: breda }) : undefined;
        expect(above?.map((i) => i.name)).toEqual(['Gezinshulp']);
    });
});

describe('going to', () => {
    const places = (links: LocationLink[] | undefined) =>
        links?.map(
            ({ targetUri, targetSelectionRange: { start } }) => `${basename(targetUri)}:${String(start.line + 1)}`,
        );
    const files = { 'breda.draaiboek': LOCAL };

    test.each([
        ['of a step its local form', 'Plan "Plan maken"', ['breda.draaiboek:4']],
        ['of an interventie its working-outs', 'Gezinshulp "', ['breda.draaiboek:2']],
        ['of a step that nobody changes there is none', 'Kennis "', []],
    ])('implementation: %s', async (_, piece, expected) => {
        const editor = await open(at(piece), files);
        const links = await editor.services.lsp.ImplementationProvider?.getImplementation(
            editor.document,
            editor.params,
        );
        expect(places(links)).toEqual(expected);
    });

    test.each([
        ['of a step who does it', 'Plan "Plan maken"', ['protocol.draaiboek:2']],
        ['of a role there is none', 'Werker "', []],
    ])('type definition: %s', async (_, piece, expected) => {
        const editor = await open(at(piece), files);
        const links = await editor.services.lsp.TypeProvider?.getTypeDefinition(editor.document, editor.params);
        expect(places(links)).toEqual(expected);
    });
});

test('inlay hints say what follows where nothing is said, and only there', async () => {
    const editor = await open(NATIONAL);
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const params = { textDocument: editor.params.textDocument, range: all };
    const hints = await editor.services.lsp.InlayHintProvider?.getInlayHints(editor.document, params);
    expect(hints?.map(({ position, label }) => [position.line + 1, label])).toEqual([[4, '→ Plan']]);
    const none = { ...params, range: { start: all.start, end: { line: 1, character: 0 } } };
    expect(await editor.services.lsp.InlayHintProvider?.getInlayHints(editor.document, none)).toEqual([]);
});

test('names are coloured by what they stand for, where they are given and where they are used', async () => {
    const editor = await open(NATIONAL);
    const provider = editor.services.lsp.SemanticTokenProvider;
    const { data } = (await provider?.semanticHighlight(editor.document, {
        textDocument: editor.params.textDocument,
    })) ?? { data: [] };
    const names = Object.keys(provider?.tokenTypes ?? {});
    const found: string[] = [];
    const place = { line: 0, character: 0 };
    for (let i = 0; i < data.length; i += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 5);
        place.character = lines > 0 ? characters : place.character + characters;
        place.line += lines;
        const end = { line: place.line, character: place.character + length };
        found.push(`${editor.document.textDocument.getText({ start: place, end })}: ${names[type] ?? '?'}`);
    }
    expect(found).toContain('Gezinshulp: class');
    expect(found).toContain('nodig: variable');
    expect(found.filter((f) => f === 'Werker: type')).toHaveLength(4);
    expect(found.filter((f) => f === 'Klaar: event')).toHaveLength(3);
});
