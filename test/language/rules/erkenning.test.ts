import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../language/settings/read.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { applyFix, checkFor, expectFindings } from '../rule-tester.js';

describe('erkenning/bewijs', () => {
    const CODE = 'erkenning/bewijs';
    const text = (level: string, ...lines: string[]) =>
        `interventie A {\n    erkenning {\n        niveau ${level}\n    }\n${lines.map((l) => `    ${l}`).join('\n')}\n}\n`;
    const first = '"Effectief volgens eerste aanwijzingen"';

    it.each([
        ['goed onderbouwd', ['"goed onderbouwd"']],
        ['an unknown level', ['onbekend']],
        ['an older level with a study', ['"bewezen effectief"', 'effect "rust" aangetoond op grond van 1 studie']],
        ['enough studies behind one effect', [first, 'effect "bereik" aangetoond op grond van 2 studies']],
        [
            'enough studies described',
            [first, 'onderzoek O { effect "bereik" aangetoond }', 'onderzoek P { effect "rust" aangetoond }'],
        ],
    ])('is content with %s', async (_, [level = '', ...lines]) => {
        expect(await checkFor(CODE, text(level, ...lines))).toEqual([]);
    });

    it.each([
        ['no effect', [first, 'effect "bereik" niet aangetoond'], 'geen effect dat is aangetoond', 'warning'],
        ['an older level without effect', ['"Bewezen effectief"'], 'geen effect dat is aangetoond', 'warning'],
        ['another without effect', ['"waarschijnlijk effectief"'], 'geen effect dat is aangetoond', 'warning'],
        [
            'an older level without a study',
            ['"bewezen effectief"', 'effect "rust" aangetoond'],
            'hoort minstens één studie; hier staat er geen',
            'warning',
        ],
        [
            'too few',
            [first, 'effect "bereik" aangetoond op grond van 1 studie'],
            'minstens 2 studies; hier staan er 1',
            'warning',
        ],
        [
            'a number that is not known',
            [first, 'effect "bereik" aangetoond op grond van onbekend'],
            'valt niet te zeggen',
            'info',
        ],
        [
            'a vague number',
            [first, 'effect "bereik" aangetoond op grond van enkele studies'],
            'valt niet te zeggen',
            'info',
        ],
    ])('finds %s', async (_, [level = '', ...lines], says, severity) => {
        const found = await checkFor(CODE, text(level, ...lines));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([[severity, expect.stringContaining(says)]]);
    });

    it('asks as many as the settings say', async () => {
        const limits = { ...DEFAULT_SETTINGS.limits, studiesNeeded: { eerste: 2, goede: 3, sterke: 4 } };
        const good = text(
            '"Effectief volgens goede aanwijzingen"',
            'effect "bereik" aangetoond op grond van 2 studies',
        );
        await expectFindings(CODE, good, [{ line: 3, says: 'alleen het aantal', severity: 'info' }]);
        await expectFindings(CODE, good, [{ line: 3, says: 'minstens 3 studies' }], { settings: { limits } });
    });
});

describe('erkenning/verlopen', () => {
    const CODE = 'erkenning/verlopen';
    const bare = (version: string, ...lines: string[]) =>
        `interventie A {\n    versie "1" ${version}\n    erkenning {\n${lines.map((l) => `        ${l}`).join('\n')}\n    }\n}\n`;
    const text = (version: string, ...lines: string[]) => bare(version, ...lines, 'niveau "goed onderbouwd"');

    it.each([
        ['"goed beschreven"', '2023-01-01', []],
        ['"goed beschreven"', '2023-01-02', ['liep af op 2023-01-01']],
        ['"Goed onderbouwd"', '2023-01-02', []],
        ['"effectief volgens sterke aanwijzingen"', '2025-01-02', ['liep af op 2025-01-01']],
        ['"waarschijnlijk effectief"', '2023-01-02', []],
        ['"veelbelovend"', '2023-01-01', []],
        ['"veelbelovend"', '2023-01-02', ['hangt af van haar niveau']],
        ['"veelbelovend"', '2025-01-02', ['liep uiterlijk af op 2025-01-01']],
        ['onbekend', '2023-01-02', []],
        ['onbekend', '2025-01-02', ['liep uiterlijk af op 2025-01-01']],
    ])('counts by the level: %s, at %s', async (level, version, says) => {
        const found = await checkFor(CODE, bare(`van ${version}`, 'datum 2020-01-01', `niveau ${level}`));
        expect(found.map((f) => f.message.nl)).toEqual(says.map((s) => expect.stringContaining(s) as string));
    });

    it('asks for the level where it makes the difference, and offers to say that it is not known', async () => {
        const without = bare('van 2024-01-01', 'datum 2020-01-01');
        const [finding] = await expectFindings(CODE, without, [{ line: 4, says: 'haar niveau', severity: 'info' }]);
        expect(finding && applyFix(without, finding)).toContain('niveau onbekend');
        expect(finding && (await checkFor(CODE, applyFix(without, finding)))).toEqual([]);
    });

    it('takes the years from the settings, by level or one for all', async () => {
        for (const recognitionYears of [2, { 'goed-onderbouwd': 2 }]) {
            const { settings, problems } = readSettings(JSON.stringify({ limits: { recognitionYears } }));
            expect(problems).toEqual([]);
            await expectFindings(
                CODE,
                text('van 2023-01-02', 'datum 2020-01-01'),
                [{ line: 4, says: 'liep af op 2022-01-01' }],
                { settings },
            );
        }
    });

    it.each([
        ['an unknown date of the version', 'van onbekend', 'datum 1990-01-01'],
        ['an unknown validity', 'van 2026-03-01', 'datum 1990-01-01', 'geldigheid onbekend'],
        ['a version before the end', 'van 2024-12-31', 'datum 2020-01-01'],
        ['the last day itself', 'van 2025-01-01', 'datum 2020-01-01'],
        ['a longer validity', 'van 2026-03-01', 'datum 2018-06-01', 'geldigheid 10 jaar'],
        ['a validity until a date', 'van 2026-03-01', 'datum 2018-06-01', 'geldigheid 2027-01-01'],
        ['a period that goes on', 'van 2026-03-01', 'geldigheid 2018-06-01 t/m 2027-01-01'],
        ['a later review', 'van 2026-03-01', 'datum 2018-06-01', 'herbeoordeling 2026-06-01'],
        ['an unknown date', 'van 2026-03-01', 'datum onbekend'],
        ['a year that is late enough on each day of it', 'van 2026-03-01', 'datum 2022'],
        ['a month that is late enough', 'van 2026-03-01', 'datum "april 2021"'],
        ['a month without quotes', 'van 2026-03-01', 'datum april 2021'],
        ['a month in figures', 'van 2026-03-01', 'datum 2021-04'],
        ['a version of which only the year is known', 'van 2024', 'datum 2020-01-01'],
    ])('is content with %s', async (_, version, ...lines) => {
        expect(await checkFor(CODE, text(version, ...lines))).toEqual([]);
    });

    it.each([
        ['by the settings', 'van 2025-01-02', ['datum 2020-01-01'], '2025-01-01'],
        ['by its own validity', 'van 2026-03-01', ['datum 2024-02-29', 'geldigheid 1 jaar'], '2025-02-28'],
        ['though only its year is known', 'van 2026-03-01', ['datum 2015'], '2020-12-31'],
        ['though only its month is known', 'van 2026-03-01', ['datum "mei 2015"'], '2020-05-31'],
        ['though its month is in figures', 'van maart 2026', ['datum 2015-05'], '2020-05-31'],
        ['by a month behind tot', 'van 2026-01-01', ['datum 2025-01-01', 'geldigheid tot juni 2024'], '2024-06-30'],
        ['before the year of the version', 'van 2026', ['datum 2015-01-01'], '2020-01-01'],
        ['by the date until which it holds', 'van 2026-03-01', ['geldigheid 2026-02-28'], '2026-02-28'],
        ['by a date behind tot', 'van 2026-01-01', ['datum 2025-01-01', 'geldigheid tot 2025-06-01'], '2025-06-01'],
        ['by the end of a period', 'van 2026-01-01', ['geldigheid 2020-01-01 t/m 2024-01-01'], '2024-01-01'],
        ['by an end in words', 'van 2026-01-01', ['geldigheid "tot juni 2024"'], '2024-06-30'],
        ['by a year behind tot', 'van 2026-01-01', ['geldigheid tot 2024'], '2024-12-31'],
    ])('finds one that has ended %s', async (_, version, lines, until) => {
        const [finding] = await checkFor(CODE, text(version, ...lines));
        expect(finding?.data?.['until']).toBe(until);
    });

    it.each([
        ['this version has no date', 'stand concept', ['datum 1990-01-01'], 2, 'van deze versie staat geen datum'],
        [
            'it has no date itself',
            'van 2026-03-01',
            ['niveau "goed onderbouwd"'],
            4,
            'bij de erkenning staat geen `datum`',
        ],
        [
            'its validity is vague',
            'van 2026-03-01',
            ['datum 2018-06-01', 'geldigheid ongeveer 5 jaar'],
            5,
            '“ongeveer 5 jaar” is niet precies',
        ],
        [
            'its validity leaves room',
            'van 2026-03-01',
            ['datum 2018-06-01', 'geldigheid in beginsel 5 jaar'],
            5,
            '“5 jaar” is niet precies',
        ],
        ['its year leaves room', 'van 2026-03-01', ['datum 2021'], 4, '“2021” is niet precies'],
        ['its month leaves room', 'van 2026-03-15', ['datum "maart 2021"'], 4, '“maart 2021” is niet precies'],
        ['its date is in words', 'van 2026-03-01', ['datum "vóór de zomer"'], 4, '“vóór de zomer” is niet precies'],
        ['the year of the version leaves room', 'van 2025', ['datum 2020-06-01'], 4, '“2025” is niet precies'],
        ['its date leaves room', 'van 2026-03-01', ['datum veelal 2018-06-01'], 4, '“2018-06-01” is niet precies'],
        [
            'its validity has no end',
            'van 2026-03-01',
            ['datum 2018-06-01', 'geldigheid minstens 5 jaar'],
            5,
            '“minstens 5 jaar” is niet precies',
        ],
        [
            'its validity is in words',
            'van 2026-03-01',
            ['datum 2018-06-01', 'geldigheid "tot de volgende ronde"'],
            5,
            '“tot de volgende ronde” is niet precies',
        ],
    ])('says that it cannot judge where %s', async (_, version, lines, line, says) => {
        await expectFindings(CODE, text(version, ...lines), [{ line, says, severity: 'info' }]);
    });

    it('says that it cannot judge without any version, and offers to say that the date is unknown', async () => {
        const none = 'interventie A {\n    erkenning { datum 2020-01-01 }\n}\n';
        const [finding] = await expectFindings(CODE, none, [{ line: 1, says: 'geen datum', severity: 'info' }]);
        expect(finding && applyFix(none, finding)).toContain('versie onbekend van onbekend');
        expect(finding && (await checkFor(CODE, applyFix(none, finding)))).toEqual([]);
    });

    it('does not call a recognition expired beside one of which the date is not known', async () => {
        const two =
            'interventie A {\n    versie "1" van 2026-03-01\n    erkenning { datum 2010-01-01 }\n    erkenning { datum onbekend }\n}\n';
        expect(await checkFor(CODE, two)).toEqual([]);
    });

    it('looks at the last recognition only', async () => {
        const two =
            'interventie A {\n    versie "1" van 2026-03-01\n    erkenning { datum 2010-01-01 }\n    erkenning { datum 2024-01-01 }\n}\n';
        expect(await checkFor(CODE, two)).toEqual([]);
    });

    it('judges each recognition by itself', async () => {
        const of = (...blocks: string[]) =>
            `interventie A {\n    versie "1" van 2026-03-01\n${blocks.map((b) => `    erkenning { ${b} }\n`).join('')}}\n`;
        await expectFindings(CODE, of('niveau "a"', 'datum 2010-01-01', 'niveau "b"', 'datum 2011'), [
            { line: 3, says: 'geen `datum`', severity: 'info' },
            { line: 4, says: 'liep uiterlijk af op 2015-01-01', severity: 'warning' },
            { line: 5, says: 'geen `datum`', severity: 'info' },
            { line: 6, says: 'is van 2011 en liep uiterlijk af op 2016-12-31', severity: 'warning' },
        ]);
    });
});

it('cannot tell from a number of studies alone whether they support good or strong indications', async () => {
    const text = (level: string, ...lines: string[]) =>
        `interventie A {\n    erkenning { niveau "${level}" }\n${lines.map((l) => `    ${l}`).join('\n')}\n}\n`;
    const counted = 'effect "rust" aangetoond op grond van 2 studies';
    const strong = 'Effectief volgens sterke aanwijzingen';
    await expectFindings('erkenning/bewijs', text(strong, counted), [
        { line: 2, says: 'staat alleen het aantal in de tekst', severity: 'info' },
    ]);
    expect(await checkFor('erkenning/bewijs', text('Effectief volgens eerste aanwijzingen', counted))).toEqual([]);
    const studies = ['onderzoek O { effect "rust" aangetoond }', 'onderzoek P { effect "rust" aangetoond }'];
    expect(await checkFor('erkenning/bewijs', text(strong, ...studies))).toEqual([]);
});
