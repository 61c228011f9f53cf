import { describe, expect, it } from 'vitest';
import { contextIn } from '../../../language/messages/statements/contexts.js';
import { STATEMENTS } from '../../../language/messages/statements.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import { check, checkFor } from '../rule-tester.js';

const CODE = 'meta/eenmaal';
const rules = catalogue.filter((r) => [CODE, 'meta/dubbel', 'meta/syntaxis'].includes(r.code));

/** What is told of two statements in a block. */
async function told(block: string, ...statements: string[]): Promise<string[]> {
    const found = await check(
        contextIn(block).replace(/^…$/m, () => statements.join('\n')),
        { rules },
    );
    return found.map((f) => f.code);
}

const first = STATEMENTS.map(({ keyword, blocks: [block = ''], example, context }) => ({
    keyword,
    block: block === '*' ? 'stap' : block,
    example,
    context,
}));

describe('a statement that stands in a block twice, word for word', () => {
    // a case may come to a step twice, and `gebruik` is of the file
    const may = (block: string, keyword: string) => block === 'scenario' || keyword === 'gebruik';

    it.each(first.filter(({ block, keyword }) => !may(block, keyword)))(
        'is told: $keyword in $block',
        async ({ block, example, context }) => {
            const around = context?.includes('\n…\n') === true ? context : contextIn(block);
            const [first = ''] = example.split(/\n(?! |\}|""")/);
            const twice = around.replace(/^…$/m, () => `${first}\n${first}`);
            const found = await check(twice, { rules });
            expect(found.map((f) => f.code)).toEqual(
                expect.arrayContaining([expect.stringMatching(/^meta\/(eenmaal|dubbel)$/)]),
            );
        },
    );
});

/** What a block has one of: two lines that differ, of which the second is told. */
const ONCE: readonly (readonly [block: string, first: string, second: string])[] = [
    ['interventie', 'versie "1"', 'versie "2"'],
    ['interventie', 'versie "1" van 2024', 'versie onbekend'],
    ['stap', 'daarna: Plan', 'daarna: Nabellen'],
    ['stap', 'daarna: Plan', 'daarna { als plan-akkoord: Nabellen  anders: Kennismaking }'],
    ['stap', 'daarna: Plan', 'daarna onbekend'],
    ['stap', 'herhaal tot plan-akkoord', 'herhaal hoogstens 3 keer'],
    ['stap', 'begint 3 weken na Plan', 'begint 2 weken na Kennismaking'],
    ['escalatie', 'daarna: Plan', 'daarna: Nabellen'],
    ['escalatie', 'herhaal tot plan-akkoord', 'herhaal hoogstens 3 keer'],
    ['escalatie', 'begint 3 weken na Plan', 'begint 2 weken na Kennismaking'],
    ['escalatie', 'binnen 2 dagen', 'binnen 3 dagen'],
    ...['fase', 'gelijktijdig', 'een van', 'naar keuze'].flatMap((block) =>
        (
            [
                ['daarna: Plan', 'daarna: Nabellen'],
                ['herhaal tot plan-akkoord', 'herhaal hoogstens 3 keer'],
            ] as const
        ).map(([first, second]) => [block, first, second] as const),
    ),
    ['daarna', 'anders: Plan', 'anders: Nabellen'],
    ['einde', 'geslaagd', 'geslaagd volgens Handboek'],
    ['einde', 'bij weigering', 'bij weigering volgens Handboek'],
    ['overdracht', 'bevestiging door Hulpverlener', 'bevestiging door Hulpverlener binnen 3 dagen'],
    ['overdracht', 'bij uitblijven: Plan', 'bij uitblijven: Nabellen'],
    ['overdracht', 'regie naar Hulpverlener', 'regie naar Coördinator'],
    ['overdracht', 'sluit af na gesprek 2', 'sluit af na gesprek 3'],
    ['erkenning', 'niveau "Goed onderbouwd"', 'niveau "Goed beschreven"'],
    ['erkenning', 'datum 2024-01-01', 'datum 2025-01-01'],
    ['erkenning', 'geldigheid "vijf jaar"', 'geldigheid "vier jaar"'],
    ['document', 'bewaartermijn "vijf jaar"', 'bewaartermijn "tien jaar"'],
    ...['bron', 'richtlijn'].flatMap((block) =>
        (
            [
                ['jaar 2024', 'jaar 2025'],
                ['datum 2024-01-01', 'datum 2025-01-01'],
                ['titel "Een"', 'titel "Twee"'],
                ['taal "Nederlands"', 'taal "Engels"'],
            ] as const
        ).map(([first, second]) => [block, first, second] as const),
    ),
    ['onderzoek', 'stand gepland', 'stand lopend'],
    ['opmerking', 'stand open', 'stand gesloten'],
    ['opvolging', 'stand open', 'stand gesloten'],
    ['toetsingskader', 'versie "1.0"', 'versie "2.0"'],
    ['toetsingskader', 'datum 2024-01-01', 'datum 2025-01-01'],
    ['beoordeling', 'door "Toezicht"', 'door "Inspectie"'],
    ['beoordeling', 'datum 2024-01-01', 'datum 2025-01-01'],
];

describe('two lines of which one can hold', () => {
    it.each(ONCE)('are told in %s: %s, %s', async (block, first, second) => {
        expect(await told(block, first, second)).toEqual([CODE]);
        expect(await told(block, first)).toEqual([]);
    });

    /** Of these a block may have several with figures, each of its own. */
    const several = new Set('periode moment oplevering verwijzing herbeoordeling inzet gesprekken'.split(' '));
    const values = STATEMENTS.flatMap(({ keyword, blocks }) =>
        blocks.map((block) => ({ block: block === '*' ? 'stap' : block, keyword })),
    );

    it('are told wherever a value can be a figure', async () => {
        const silent: string[] = [];
        let tried = 0;
        for (const { block, keyword } of values) {
            const [first, second] = [3, 4].map((n) => `${keyword} ${String(n)} weken`) as [string, string];
            const codes =
                block === 'bestand' || block === 'scenario' || keyword.startsWith('bevinding')
                    ? ['meta/syntaxis']
                    : await told(block, first, second);
            if (codes.includes('meta/syntaxis')) {
                continue;
            }
            tried++;
            const isTold = codes.includes(CODE);
            if (isTold === several.has(keyword)) {
                silent.push(`${keyword} (${block})`);
            }
        }
        expect(tried).toBeGreaterThan(150);
        expect(silent).toEqual([]);
    });

    it('are told where one is open', async () => {
        expect(await told('stap', 'duur 3 weken', 'duur onbekend')).toEqual([CODE]);
        expect(await told('stap', 'duur 3 weken', 'duur "soms langer"')).toEqual([]);
    });

    it.each([
        ['interventie', 'versie "1.0" van 2024', 'versie "2.0" van 2026'],
        ['interventie', 'versie "1.0" stand vervallen', 'versie "2.0"'],
        ['interventie', 'duur 3 weken volgens Handboek', 'duur 4 weken volgens Evaluatie'],
        ['interventie', 'cijfer "gezinnen" 40 in 2024', 'cijfer "gezinnen" 50 in 2025'],
        ['indicator', 'meting 80% na 3 maanden', 'meting 90% na 6 maanden'],
        ['overdracht', 'bevestiging door Hulpverlener', 'bevestiging door Coördinator'],
        ['overdracht', 'bij uitblijven: Plan', 'bij uitblijven "De coach belt."'],
        ['overdracht', 'sluit af na gesprek 2', 'sluit af na "de bevestiging"'],
        ['stap', 'termijn 3 weken na Plan', 'termijn 6 weken na begin van Kennismaking'],
    ])('are left alone in %s where they are about two things: %s, %s', async (...[block, first, second]) => {
        expect(await told(block, first, second)).toEqual([]);
    });

    it('have a mend only where they are the same', async () => {
        const text = (second: string) => `interventie X {\n    duur 3 weken\n    duur ${second}\n}\n`;
        const [same] = await checkFor(CODE, text('3 weken'));
        expect(same?.fixes).toMatchObject([{ safe: true }]);
        const [other] = await checkFor(CODE, text('4 weken'));
        expect(other?.fixes).toEqual([]);
        expect(other?.message.nl).toContain('Welke `duur` geldt: `4 weken`, of `3 weken` op regel 2?');
    });
});

describe('quotes with nothing between them', () => {
    it('are told, and taken away where a name says enough', async () => {
        const text =
            'interventie X "" {\n    samenvatting """\n\n    """\n    rol R “ ”\n    toelichting "a"\n    // ""\n}\n';
        const found = await checkFor('meta/leeg', text);
        expect(found.map((f) => [f.at.range.start.line, f.fixes.length])).toEqual([
            [0, 1],
            [1, 0],
            [4, 1],
        ]);
    });

    it('are not seen inside a text', async () => {
        expect(
            await checkFor('meta/leeg', 'interventie X {\n    samenvatting """\n    zo "" dus\n    """\n}\n'),
        ).toEqual([]);
    });
});
