import { describe, expect, test } from 'vitest';
import { open } from './editor.js';
import { at, LOCAL } from './gezinshulp.js';

describe('call hierarchy', () => {
    async function around(piece: string, text?: string) {
        const editor = await open(at(piece, text), { 'breda.draaiboek': LOCAL });
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

    describe('through what is around a step', () => {
        const TEXT = `interventie X {
  rol R
  gegeven nood: ja/nee
  aanpak {
    altijd als nood is ja: Hulp, hervat daarna
    stap A { door R }
    een van {
      stap B { door R }
      gelijktijdig { stap C { door R } stap D { door R } }
    }
    fase Uitvoering {
      stap E { door R }
      stap F { door R }
      herhaal hoogstens 2 keer
    }
    fase Slot {
      stap G { door R daarna: Klaar }
    }
    stap Hulp { door R }
    escalatie Op door R naar R { vanuit Uitvoering als nood is ja }
    einde Klaar
  }
}
`;
        test.each([
            ['what leads to a group leads to what comes first in it', 'A {', ['A → B (6)', 'A → C (6)', 'A → D (6)']],
            ['a step in a group', 'B {', ['A (6) → B', 'B → E (7)']],
            ['a step in a group in a group', 'D {', ['A (6) → D', 'D → E (7)']],
            [
                'the first of a phase',
                'E {',
                ['B (7) → E', 'C (7) → E', 'D (7) → E', 'F (14) → E', 'E → F (12)', 'E → Op (20)'],
            ],
            ['the last of a phase', 'F {', ['E (12) → F', 'F → E (14)', 'F → G (11)', 'F → Op (20)']],
            [
                'a phase',
                'Uitvoering {\n',
                [
                    'B (7) → Uitvoering',
                    'C (7) → Uitvoering',
                    'D (7) → Uitvoering',
                    'Uitvoering → G (11)',
                    'Uitvoering → Op (20)',
                ],
            ],
            ['a phase that an end follows', 'Slot {', ['F (11) → Slot', 'Slot → Klaar (17)']],
            ['what may come at any time comes from the whole', 'Hulp { door', ['X (5) → Hulp']],
        ])('%s', async (_, piece, expected) => {
            expect(await around(piece, TEXT)).toEqual(expected);
        });
    });
});
