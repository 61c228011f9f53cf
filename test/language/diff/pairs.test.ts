import { describe, expect, it } from 'vitest';
import type { Change } from '../../../language/diff/change.js';
import { differ } from './differ.js';
import { plantedPairs } from './planted.js';

describe('What is planted is told, and nothing else', () => {
    const pairs = plantedPairs();

    it('has at least 40 pairs', () => {
        expect(pairs.length).toBeGreaterThanOrEqual(40);
    });

    for (const { name, old, now, meaning, text } of pairs) {
        it(name, async () => {
            const { changes } = await differ(old, now);
            const told = (degree: Change['degree']) =>
                changes.filter((c) => c.degree === degree).map((c) => c.sentence.nl);
            expect({ meaning: told('meaning'), text: told('text') }).toEqual({ meaning, text });
        });
    }

    it('tells once that a comment or a follow-up has another state', async () => {
        const text = (state: string) => `interventie Pad "Het pad" {
  opmerking van "Els" op 2026-02-01 "Klopt dit?" { stand ${state} }
}
toetsingskader Kader "Het kader" { thema T "Thema" { indicator A1 "Wie het doet" } }
beoordeling "Bezoek" van Pad aan de hand van Kader {
  bevinding A1: "Beter" { opvolging "Een brief" door "De wethouder" voor 2026-10-01 { stand ${state} } }
}
`;
        const { changes } = await differ(text('open'), text('afgehandeld'));
        expect(changes.map((c) => [c.degree, c.sentence.nl])).toEqual([
            ['text', 'Opmerking `Klopt dit?`: `stand` was `open` en is nu `afgehandeld`.'],
            ['meaning', 'Opvolging `Een brief`: `stand` was `open` en is nu `afgehandeld`.'],
        ]);
    });

    it.each([
        ['Kennismaken', 'Luisteren'],
        ['Luisteren', 'Kennismaken'],
        ['Luisteren', 'Kijken'],
    ])(
        'does not tell that a comment is gone that stands in the other half of a split step (%s, %s)',
        async (first, second) => {
            const comment = (text: string) => `opmerking van "Els" op 2026-02-01 "${text}"`;
            const steps = (...all: string[]) =>
                `rol W\ninterventie P "Pad" { aanpak { ${all.join('\n')} einde Klaar } }\n`;
            const [a, b] = [
                `activiteit "Luisteren naar het verhaal" activiteit "De gezinsleden spreken" ${comment('Ook opa?')}`,
                `activiteit "Samen kijken hoe het gaat" activiteit "Een beeld opschrijven" ${comment('Hoe lang?')}`,
            ];
            const { changes } = await differ(
                steps(`stap Kennismaken "Kennismaken" { door W ${a} ${b} }`),
                steps(`stap ${first} "Een" { door W ${a} }`, `stap ${second} "Twee" { door W ${b} }`),
            );
            const told = changes.map((c) => c.sentence.nl);
            expect(told).toContain(`Stap \`Kennismaken\` is gesplitst in stap \`${first}\` en stap \`${second}\`.`);
            expect(told.filter((s) => s.startsWith('Vervallen'))).toEqual([]);
        },
    );

    it('tells of a split step what comment is gone', async () => {
        const steps = (...all: string[]) => `rol W\ninterventie P "Pad" { aanpak { ${all.join('\n')} einde Klaar } }\n`;
        const { changes } = await differ(
            steps(
                'stap A "Een" { door W activiteit "Luisteren" activiteit "Kijken" opmerking van "Els" op 2026-02-01 "Hoe?" }',
            ),
            steps('stap B "Twee" { door W activiteit "Luisteren" }', 'stap C "Drie" { door W activiteit "Kijken" }'),
        );
        expect(changes.map((c) => c.sentence.nl)).toContain('Vervallen: opmerking `Hoe?`.');
    });

    it('names what has a block of its own by its keyword where it says something else', async () => {
        const text = (owner: string) =>
            `interventie Pad "Het pad" {\n  eigenaar "${owner}" { contact "pad@example.org" }\n}\n`;
        const { changes } = await differ(text('Stichting Een'), text('Stichting Twee'));
        expect(changes.map((c) => c.sentence.nl)).toEqual([
            'Eigenaar: `eigenaar` was `"Stichting Een"` en is nu `"Stichting Twee"`.',
        ]);
    });

    it('tells nothing of two texts that are the same', async () => {
        const [first] = pairs;
        const { changes } = await differ(first?.old ?? '', `// een regel erboven\n\n${first?.old ?? ''}`);
        expect(changes).toEqual([]);
    });
});
