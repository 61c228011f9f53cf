import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { applyFix, check, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

describe('meta/onbekend', () => {
    const CODE = 'meta/onbekend';

    it('gathers what an interventie leaves open in one finding at its name', async () => {
        const text = [
            'interventie X {',
            '    duur onbekend omdat "de bron zegt het niet"',
            '    vraag "Hoe vaak?" onbekend, verwacht in 2027',
            '    locatie plaatselijk "per wijk"',
            '    aanpak {',
            '        stap S { door onbekend }',
            '    }',
            '}',
            '',
        ].join('\n');
        const [finding] = await expectFindings(CODE, text, [
            { line: 1, says: '3 keer onbekend, 1 keer plaatselijk', severity: 'info' },
        ]);
        expect(finding && pointedAt(text, finding)).toBe('X');
        expect(finding?.related.map((r) => r.at.range.start.line + 1)).toEqual([2, 3, 4, 6]);
        expect(finding?.related[0]?.message.nl).toContain('de bron zegt het niet');
        expect(finding?.related[1]?.message.nl).toContain('verwacht in 2027');
        expect(finding?.data?.['unknowns']).toEqual([
            { type: 'unknown', what: 'duur', element: 'X', reason: 'de bron zegt het niet', line: 2 },
            { type: 'unknown', what: 'Hoe vaak?', element: 'X', expected: '2027', line: 3 },
            { type: 'local', what: 'locatie', element: 'X', reason: 'per wijk', line: 4 },
            { type: 'unknown', what: 'door', element: 'S', line: 6 },
        ]);
    });

    it('gathers what stands outside the interventies at the first of them', async () => {
        const text = 'bron A {\n    auteur onbekend\n    datum onbekend\n}\ninterventie X\n';
        await expectFindings(CODE, text, [
            { line: 2, says: 'Buiten de interventies van dit bestand: 2 keer onbekend' },
        ]);
    });

    it('does not tell what an interventie inherits a second time', async () => {
        const text = 'interventie X {\n    doelgroep G { leeftijd onbekend }\n}\ninterventie Y uitwerking van X\n';
        await expectFindings(CODE, text, [{ line: 1, says: '`X`' }]);
    });
});

describe('meta/bron', () => {
    const CODE = 'meta/bron';
    const inCited = (line: string) => `bron A\ninterventie X {\n    principe "Samen." volgens A\n    ${line}\n}\n`;

    it.each([
        ['bereik 120 gezinnen', 'bereik 120 gezinnen'],
        ['looptijd 2026-01-01', 'looptijd 2026-01-01'],
        ['cijfer "Uitval" 5 van 78 trajecten in 2013', 'cijfer "Uitval" 5 van 78 trajecten in 2013'],
        ['oordeel "Bij 6,4 % viel het stil."', '6,4 %'],
        ['oordeel "Ouders zeggen: ‘wij voelen ons echt gehoord’."', 'wij voelen ons'],
        ['aanleiding "Er waren 78 gezinnen op de wachtlijst."', '78 gezinnen'],
        ['verspreiding "Sinds 2013 in de regio"', '2013'],
        ['6 stappen, niet benoemd', '6 stappen'],
        ['doelgroep G { leeftijd 0-12 jaar }', 'leeftijd 0-12 jaar'],
        ['aanpak { contactbudget hoogstens 5 contacten }', 'contactbudget hoogstens 5 contacten'],
        ['uitspraak van "een moeder" "Het hielp ons echt."', 'uitspraak "Het hielp ons echt."'],
        ['effect "rust" aangetoond op grond van 2 studies', 'effect "rust" aangetoond op grond van 2'],
    ])('asks who says so: %s', async (line, says) => {
        const [finding] = await expectFindings(CODE, inCited(line), [
            { line: 4, says: 'Waar komt', severity: 'warning' },
        ]);
        expect(finding?.message.nl).toContain(says);
    });

    it.each([
        'bereik 120 gezinnen volgens A',
        'bereik 120 gezinnen afgeleid omdat "geteld in de kaartenbak"',
        'uitspraak van "een moeder" "Het hielp ons echt." volgens A',
        'uitspraak van "een moeder" onbekend',
        'effect "rust" aangetoond op grond van 2 studies volgens A',
        'effect "rust" aangetoond op grond van onbekend',
        'aanpak { stap S { termijn 3 werkdagen anders: K herhaal hoogstens 3 keer tot "klaar" } einde K }',
        'bereik onbekend',
        'bereik enkele gezinnen',
        'oordeel "Het gaat goed."',
        'principe "Wij bellen 3 keer."',
        'doelgroep G volgens A { leeftijd 0-12 jaar }',
        'opmerking van "Els" op 2026-03-03 "Klopt dit?"',
    ])('is content with: %s', async (line) => {
        expect(await checkFor(CODE, inCited(line))).toEqual([]);
    });

    it('is content when the block says it for its whole', async () => {
        const text =
            'bron A\ninterventie X volgens A tenzij anders vermeld {\n    bereik 120 gezinnen\n    doelgroep G { leeftijd 0-12 jaar }\n}\n';
        expect(await checkFor(CODE, text)).toEqual([]);
        await expectFindings(CODE, text.replace(' tenzij anders vermeld', ''), [
            { line: 3, says: 'bereik' },
            { line: 4, says: 'leeftijd' },
        ]);
    });

    it('says it once of an interventie that cites nothing at all', async () => {
        const text = 'interventie X {\n    bereik 120 gezinnen\n    looptijd 2 jaar\n}\n';
        const [finding] = await expectFindings(CODE, text, [{ line: 1, says: '`X` noemt 2 keer' }]);
        expect(finding?.related).toHaveLength(2);
    });
});

describe('meta/tegenspraak', () => {
    const CODE = 'meta/tegenspraak';

    it('compares the interventie with its aanpak', async () => {
        const text = (line: string, more = '') =>
            `bron A\nbron B\ninterventie X {\n    duur 6 maanden volgens A\n    aanpak {\n        ${line}\n    }\n    ${more}\n}\n`;
        await expectFindings(CODE, text('duur 9 maanden volgens B'), [
            { line: 6, says: 'duur: `6 maanden` volgens A, maar `9 maanden` volgens B', severity: 'warning' },
        ]);
        expect(await checkFor(CODE, text('duur 6 maanden volgens B'))).toEqual([]);
        expect(await checkFor(CODE, text('stap S { duur 2 weken volgens B }'))).toEqual([]);
        const written = 'tegenspraak "duur" tussen "6 maanden" volgens A en "9 maanden" volgens B';
        expect(await checkFor(CODE, text('duur 9 maanden volgens B', written))).toEqual([]);
        expect(await checkFor(CODE, text(`duur 9 maanden volgens B\n        ${written}`))).toEqual([]);
    });

    it('compares the number of steps of both', async () => {
        const text =
            'bron A\nbron B\ninterventie X {\n    6 stappen, niet benoemd volgens A\n    aanpak {\n        5 stappen volgens B\n    }\n}\n';
        await expectFindings(CODE, text, [{ line: 6, says: '`6 stappen` volgens A, maar `5 stappen` volgens B' }]);
    });

    it('only informs where one of the two leaves room', async () => {
        const text =
            'bron A\nbron B\ninterventie X {\n    duur 6 maanden volgens A\n    duur veelal 9 maanden volgens B\n}\n';
        await expectFindings(CODE, text, [{ line: 5, says: 'duur', severity: 'info' }]);
    });
    const withSources = (...lines: string[]) => `bron A\nbron B\ninterventie X {\n    ${lines.join('\n    ')}\n}\n`;

    it.each([
        ['duur 6 maanden volgens A', 'duur 5 weken volgens B'],
        ['bereik 100 gezinnen in 2025 volgens A', 'bereik 120 gezinnen in 2025 volgens B'],
        ['6 stappen volgens A', '5 stappen volgens B'],
        ['kenmerk "Doel" "minder problemen" volgens A', 'kenmerk "Doel" "meer steun" volgens B'],
        ['looptijd 2026-01-01 volgens A', 'looptijd 2027-01-01 volgens B'],
        ['duur 6 maanden volgens A', 'duur ongeveer 30 weken volgens B'],
        ['effect "rust" aangetoond volgens A', 'effect "rust" niet aangetoond volgens B'],
        ['eigenaar "Stichting X" volgens A', 'eigenaar "Stichting Y" volgens B'],
        ['versie "1" volgens A', 'versie "2" volgens B'],
    ])('%s but %s', async (first, second) => {
        const text = withSources(first, second);
        const [finding] = await expectFindings(CODE, text, [
            { line: 5, says: /volgens A, maar `.*` volgens B/, severity: 'warning' },
        ]);
        expect(finding?.related.map((r) => r.at.range.start.line)).toEqual([3]);
        const mended = finding ? applyFix(text, finding) : text;
        const after = await check(mended);
        expect(
            after.filter((f) => f.code === CODE || f.code === 'meta/syntaxis' || f.code === 'meta/verwijzing'),
        ).toEqual([]);
    });

    it.each([
        ['the same figure', 'duur ongeveer 6 maanden volgens A', 'duur 6 maanden volgens B'],
        ['the same in other units', 'duur 2 weken volgens A', 'duur 14 dagen volgens B'],
        ['hours and minutes', 'duur 2 uur volgens A', 'duur 120 minuten volgens B'],
        ['months and as many weeks', 'duur 6 maanden volgens A', 'duur ongeveer 26 weken volgens B'],
        ['effects on two things', 'effect "rust" aangetoond volgens A', 'effect "slaap" niet aangetoond volgens B'],
        ['a supposed effect', 'effect "rust" aangetoond volgens A', 'effect "rust" verondersteld volgens B'],
        ['versions of two years', 'versie "1" van 2024 volgens A', 'versie "2" van 2026 volgens B'],
        ['one source', 'duur 6 maanden volgens A', 'duur 5 maanden volgens A'],
        ['no source', 'duur 6 maanden', 'duur 5 maanden volgens B'],
        ['two years', 'bereik 100 gezinnen in 2024 volgens A', 'bereik 120 gezinnen in 2025 volgens B'],
        ['two units', 'bereik 100 gezinnen volgens A', 'bereik 250 kinderen volgens B'],
        ['two texts of which there may be several', 'principe "Samen." volgens A', 'principe "Thuis." volgens B'],
        ['an unknown', 'duur 6 maanden volgens A', 'duur onbekend volgens B'],
        ['two fields', 'kenmerk "Doel" "a" volgens A', 'kenmerk "Methode" "b" volgens B'],
    ])('does not see one in %s', async (_, first, second) => {
        expect(await checkFor(CODE, withSources(first, second))).toEqual([]);
    });

    it.each([
        ['contactbudget hoogstens 5 contactmomenten', 'contactbudget hoogstens 6 contactmomenten'],
        ['stap S { termijn 1 week', 'termijn 3 weken'],
    ])('sees one in the lists of the process: %s, but %s', async (first, second) => {
        const end = first.includes('{') ? ' }' : '';
        const text = (other: string) =>
            withSources(`aanpak {\n ${first} volgens A`, `${other} volgens B${end}\n einde Klaar\n}`);
        await expectFindings(CODE, text(second), [{ line: 6, says: /volgens A, maar/, severity: 'warning' }]);
        expect(await checkFor(CODE, text(first.replace('stap S { ', '')))).toEqual([]);
    });

    it('is content with a contradiction at the interventie that is about it, not with one about something else', async () => {
        const step = 'aanpak { stap S { duur 2 weken volgens A\n duur 3 weken volgens B } }';
        const about = 'tegenspraak "Hoe lang S duurt" tussen "2 weken" volgens A en "3 weken" volgens B';
        const other = 'tegenspraak "Wie het doet" tussen "de JGZ" volgens A en "het wijkteam" volgens B';
        expect(await checkFor(CODE, withSources(step, about))).toEqual([]);
        expect(await checkFor(CODE, withSources(step, other))).toHaveLength(1);
    });
});

describe('a contradiction that is written down', () => {
    it('silences only the property that it names or whose values it has', async () => {
        const found = async (contradiction: string) =>
            (
                await checkFor(
                    'meta/tegenspraak',
                    `bron H\nbron K\ninterventie X {\n    duur 6 maanden volgens H\n    duur 9 maanden volgens K\n    kosten 5 euro volgens H\n    kosten 7 euro volgens K\n    ${contradiction}\n}\n`,
                )
            ).map((f) => f.message.nl.split(':')[0]);
        expect(await found('')).toEqual(['duur', 'kosten']);
        const sides = (a: string, b: string) => `tussen "${a}" volgens H en "${b}" volgens K`;
        expect(await found(`tegenspraak "de kleur van de map" ${sides('rood', 'blauw')}`)).toEqual(['duur', 'kosten']);
        expect(await found(`tegenspraak "hoe lang" ${sides('6 maanden', '9 maanden')}`)).toEqual(['kosten']);
        expect(await found(`tegenspraak "Kosten" ${sides('weinig', 'veel')}`)).toEqual(['duur']);
        expect(await found(`tegenspraak "duurzaamheid" ${sides('16 maanden', '19 maanden')}`)).toEqual([
            'duur',
            'kosten',
        ]);
        expect(await found(`tegenspraak "Zes of negen" ${sides('zes', 'negen')}`)).toEqual(['kosten']);
        expect(await found(`tegenspraak "Zes of negen" ${sides('negen', 'zes')}`)).toEqual(['duur', 'kosten']);
    });

    it('is told to be read where it does not name what it is about', async () => {
        const text = (title: string) =>
            `bron H\nbron K\ninterventie X {\n    duur 6 maanden volgens H\n    duur 9 maanden volgens K\n    tegenspraak "${title}" tussen "kort" volgens H en "lang" volgens K\n}\n`;
        await expectFindings('meta/tegenspraak', text('Hoe lang'), [
            { line: 5, says: /Er is een tegenspraak tussen deze bronnen \(“Hoe lang”\), maar die noemt `duur` niet/ },
        ]);
        expect(await checkFor('meta/tegenspraak', text('De duur'))).toEqual([]);
    });
});

describe('a comment that is meant to ignore something', () => {
    it('is told of where its way of writing ignores nothing', async () => {
        const told = async (comment: string) =>
            checkFor('meta/onderdrukking', `interventie X "x" {\n    ${comment}\n    doelgroep onbekend\n}\n`);
        for (const comment of [
            '/* draaiboek: negeer doel/hoofddoel – wij weten het */',
            '// draaiboek: negeren doel/hoofddoel – wij weten het',
            '// draaiboek: ignore doel/hoofddoel – wij weten het',
        ]) {
            const [finding] = await told(comment);
            expect(finding?.message.nl, comment).toContain(
                'Schrijf `// draaiboek: negeer doel/hoofddoel – wij weten het`',
            );
            expect(finding?.fixes[0]?.edits[0]?.newText).toBe('// draaiboek: negeer doel/hoofddoel – wij weten het');
        }
        expect(await told('// draaiboek: zie de bijlage')).toEqual([]);
        expect(await told('toelichting "// draaiboek: negeren x/y"')).toEqual([]);
        const [behind] = await told('/* draaiboek: negeer doel/hoofddoel – x */ leeftijd 0-4 jaar');
        expect(behind?.fixes).toEqual([]);
    });
});

describe('meta/waarde of what is counted', () => {
    it('says that half a time and meeting 0 are none', async () => {
        const text = (line: string, closes = 'gesprek 1') =>
            `rol A\nrol B\ninterventie X {\n    aanpak { stap S {\n        ${line}\n    } }\n    overdracht O van A naar B { sluit af na ${closes} }\n}\n`;
        for (const line of ['herhaal hoogstens 2,5 keer', 'contacten precies 1,5']) {
            await expectFindings('meta/waarde', text(line), [{ line: 5, says: 'Schrijf een heel getal' }]);
        }
        for (const line of ['herhaal hoogstens 2 keer', 'contacten ongeveer 1,5', 'duur 1,5 uur']) {
            await expectFindings('meta/waarde', text(line), []);
        }
        await expectFindings('meta/waarde', text('', 'gesprek 0'), [{ line: 7, says: 'Er is geen gesprek 0' }]);
    });
});

describe('meta/waarde', () => {
    const CODE = 'meta/waarde';
    const inside = (line: string) => `rol A\nrol B\ninterventie X {\n    ${line}\n}\n`;

    it.each([
        ['duur 3 stappen', '`duur` is een tijd, en `3 stappen` is dat niet', '3 stappen'],
        ['duur 3 keer', '`duur` is een tijd, en `3 keer` is dat niet', '3 keer'],
        ['duur minstens 5 van 78 trajecten', 'en `minstens 5 van 78 trajecten` is dat', 'minstens 5 van 78 trajecten'],
        ['kosten 3 weken', '`kosten` zegt wat iets kost', '3 weken'],
        ['rol C { caseload 3 weken }', 'hoeveel gezinnen iemand heeft', '3 weken'],
        ['intensiteit 4 gezinnen', 'hoe intensief het is', '4 gezinnen'],
        ['aanpak { contactbudget 5 euro }', 'hoeveel contacten er mogen zijn', '5 euro'],
        ['leeftijd 400 jaar', 'zo oud wordt niemand', '400 jaar'],
        ['aanpak { stap S { herhaal hoogstens 3 weken tot "x" } }', '`herhaal` zegt hoe vaak', 'hoogstens 3 weken'],
        ['bereik 3 weken', 'hoeveel er worden bereikt', '3 weken'],
        ['doelgroep G { omvang 3 weken }', 'hoe groot iets is', '3 weken'],
        ['frequentie 2 keer per weeek', 'Bedoelde u `week`?', 'weeek'],
        ['duur 3 wekn', 'Bedoelde u `weken`?', 'wekn'],
        ['duur 6 maande', 'Bedoelde u `maanden`?', 'maande'],
        ['duur 3', 'zegt niet 3 wát', '3'],
        ['looptijd 4 tot 2 weken', 'loopt van veel naar weinig', '4 tot 2 weken'],
        ['looptijd tussen 2 jaar en 6 maanden', 'loopt van veel naar weinig', 'tussen 2 jaar en 6 maanden'],
        ['duur elke 2 weken', 'zegt hoe vaak, niet hoe lang', 'elke 2 weken'],
        ['duur 3 weken en 2 gezinnen', 'wat niet bij elkaar op te tellen is', '3 weken en 2 gezinnen'],
        ['cijfer "Uitval" 78 van 5 trajecten', 'het deel is groter dan het geheel', '78 van 5 trajecten'],
        ['leeftijd 0-12 kilo', 'telt in jaren', '0-12 kilo'],
        ['frequentie 3 weken', 'zegt hoe lang, niet hoe vaak', '3 weken'],
        ['indicator I { norm minstens 110 % }', 'meer dan alles', 'minstens 110 %'],
        ['erkenning { datum 2026-02-30 }', 'geen dag van de kalender', '2026-02-30'],
        ['versie "1" van 31-4-2026', 'geen dag van de kalender', '31-4-2026'],
        ['versie "1" van 31 april 2026', 'geen dag van de kalender', '31 april 2026'],
        ['periode 1 mei 2026 tot en met 2026-04-01', 'eindigt voordat het begint', '1 mei 2026 tot en met 2026-04-01'],
        ['versie "1" stand concpt', 'Bedoelde u `concept`?', 'concpt'],
        ['versie "1" stand af', 'Kies uit `concept`, `vastgesteld` of `vervallen`', 'af'],
        ['opmerking "x" { stand afgehandld }', 'Bedoelde u `afgehandeld`?', 'afgehandld'],
        ['erkenning { niveau "goed onderbowd" }', 'Bedoelde u "goed onderbouwd"?', 'goed onderbowd'],
        ['erkenning { niveau "best goed" }', 'geen niveau van erkenning', 'best goed'],
        ['aanpak { stap S { contacten 3 weken } }', '`contacten` telt contacten', '3 weken'],
        ['aanpak { stap S { termijn 3 werkdgen } }', 'Bedoelde u `werkdagen`?', 'werkdgen'],
        ['aanpak { contactbudget hoogstens 5 dagen }', '`contactbudget` telt contacten', 'hoogstens 5 dagen'],
        ['overdracht O van A naar B { vorm wram }', 'Bedoelde u `warm`?', 'wram'],
        ['overdracht O van A naar B { vorm lauw }', 'Kies uit `warm`, `schriftelijk`', 'lauw'],
        ['overdracht O van A naar B { gesprekken 2 weken }', '`gesprekken` telt contacten', '2 weken'],
        ['overdracht O van A naar B { bevestiging binnen 5 stappen }', '`binnen` is een tijd', '5 stappen'],
        ['document D { vertrouwelijkheid zaakvertrouwlijk }', 'Bedoelde u `zaakvertrouwelijk`?', 'zaakvertrouwlijk'],
        ['doelgroep G { soort uiteindelik }', 'Bedoelde u `uiteindelijk`', 'uiteindelik'],
        ['rol C is cliënnt', 'Bedoelde u `cliënt`?', 'cliënnt'],
        ['onderzoek O { stand lopende }', 'Bedoelde u `lopend`?', 'lopende'],
    ])('does not fit: %s', async (line, says, at) => {
        const text = inside(line);
        const [finding] = await expectFindings(CODE, text, [{ line: 4, says, severity: 'warning' }]);
        expect(finding && pointedAt(text, finding)).toBe(at);
        if (finding && says.startsWith('Bedoelde')) {
            expect(await checkFor(CODE, applyFix(text, finding))).toEqual([]);
        }
    });

    it.each([
        'duur "zo lang als nodig"',
        'duur onbekend',
        'duur plaatselijk standaard 3 weken',
        'duur 2 schooljaren',
        'looptijd vanaf 6 maanden tot 2 jaar',
        'leeftijd van zwangerschap tot 2 jaar',
        'frequentie 2 keer per maand',
        'frequentie 2 uur per week',
        'bereik 120 gezinnen',
        'kosten 2.400 euro per gezin',
        'rol D { caseload 3 uur per week, hoogstens 15 gezinnen }',
        'leeftijd 0-100 jaar',
        'doelgroep H { omvang 3 % }',
        'aanpak { stap S { herhaal hoogstens 3 keer tot "x" } }',
        'cijfer "Groei" 120 %',
        'erkenning { niveau "Effectief volgens eerste aanwijzingen" }',
        'erkenning { niveau onbekend }',
        'aanpak { stap S { contacten precies 1 } }',
        'aanpak { stap S { contacten 2 huisbezoeken  termijn 3 werkdagen } }',
        'overdracht O van A naar B { vorm veelal warm, digitaal  gesprekken minstens 2 }',
        'overdracht O van A naar B { vorm "in een gesprek aan tafel" }',
        'toelichting "Op 30-2-2026 gebeurde er niets."',
        '// tot 2026-02-30',
        'rol C is voogd',
    ])('fits: %s', async (line) => {
        expect(await checkFor(CODE, inside(line))).toEqual([]);
    });

    it('looks outside the interventies as well', async () => {
        await expectFindings(CODE, 'bron A {\n    datum 2025-13-01\n}\n', [{ line: 2, says: 'geen dag' }]);
        await expectFindings(CODE, 'organisatie O {\n    opmerking "x" { stand opn }\n}\n', [
            { line: 2, says: '`open`' },
        ]);
        await expectFindings(CODE, 'rol R is clint\n', [{ line: 1, says: 'Bedoelde u' }]);
    });
});

describe('meta/syntaxis', () => {
    it('offers what the parser took a misspelt word for, and that is safe', async () => {
        const text = 'interventie X {\n    aanpak {\n        stapp S { }\n    }\n}\n';
        const [finding] = await expectFindings('meta/syntaxis', text, [
            { line: 3, says: '`stapp` – bedoelde u `stap`?', severity: 'error' },
        ]);
        expect(finding?.fixes[0]?.safe).toBe(true);
        expect(await checkFor('meta/syntaxis', finding ? applyFix(text, finding) : text)).toEqual([]);
    });

    it('points at the end of the text where a brace is missing', async () => {
        const text = 'interventie X {\n    duur 3 weken\n';
        const [finding] = await expectFindings('meta/syntaxis', text, [{ line: 2, says: 'er ontbreekt een `}`' }]);
        expect(finding?.message.en).toContain('a `}` is missing');
    });
});

describe('tekst/lengte', () => {
    it('counts the words of the summary and takes the limit from the settings', async () => {
        const text = 'interventie X {\n    samenvatting "Een twee drie – vier, vijf."\n}\n';
        expect(await checkFor('tekst/lengte', text)).toEqual([]);
        const limits = { ...DEFAULT_SETTINGS.limits, summaryWords: 4 };
        const [finding] = await expectFindings(
            'tekst/lengte',
            text,
            [{ line: 2, says: 'telt 5 woorden; het formulier neemt er hoogstens 4' }],
            { settings: { limits } },
        );
        expect(finding && pointedAt(text, finding)).toBe('samenvatting');
    });
});

describe('tekst/vaag', () => {
    const goal = (title: string, rest = '') => `interventie X {\n    doel D "${title}"${rest}\n}\n`;

    it.each([
        ['Wij houden een vinger aan de pols', 'vinger aan de pols'],
        ['Ouders hebben meer inzicht in hun gedrag', 'meer inzicht'],
        ['Er is meer samenhang in de hulp', 'meer samenhang'],
        ['De gezondheid is bevorderd', 'is bevorderd'],
        ['Wij moeten zicht houden op de veiligheid', 'zicht houden op'],
        ['Gezinnen zijn optimaal toegerust', 'optimaal'],
        ['De inzet optimaliseren', 'optimaliseren'],
    ])('%s', async (title, words) => {
        const text = goal(title);
        const [finding] = await expectFindings('tekst/vaag', text, [{ line: 2, says: words, severity: 'info' }]);
        expect(finding && pointedAt(text, finding)).toBe(words);
    });

    it('says nothing of a goal that can be seen, or that an indicator with a norm makes measurable', async () => {
        expect(await checkFor('tekst/vaag', goal('Elk kind gaat naar school'))).toEqual([]);
        expect(await checkFor('tekst/vaag', goal('Ouders hebben een overzicht op papier'))).toEqual([]);
        expect(await checkFor('tekst/vaag', goal('Meer samenhang', ' { indicator I { norm minstens 80 % } }'))).toEqual(
            [],
        );
    });
});

describe('meta/waarde of a number with a comma', () => {
    const CODE = 'meta/waarde';
    const reach = (value: string) => `interventie X {\n    bereik ${value}\n}\n`;

    it('asks whether three decimals are meant, and offers both', async () => {
        const text = reach('1,250 gezinnen');
        const [finding] = await expectFindings(CODE, text, [
            { line: 2, says: 'Is dit 1,25 of 1.250?', severity: 'info' },
        ]);
        expect(finding && [0, 1].map((i) => applyFix(text, finding, i))).toEqual([
            reach('1,25 gezinnen'),
            reach('1.250 gezinnen'),
        ]);
        await expectFindings(CODE, reach('ongeveer 12,000 gezinnen'), [{ line: 2, says: 'Is dit 12 of 12.000?' }]);
    });

    it.each(['1.250 gezinnen', '1,25 gezinnen', '0,125 gezinnen', '1,2505 gezinnen', '1.250,125 gezinnen'])(
        'is content with %s',
        async (value) => {
            expect(await checkFor(CODE, reach(value))).toEqual([]);
        },
    );
});

it('a step cannot begin after itself, and hours are no contacts', async () => {
    const text = (begin: string) =>
        `interventie A {\n    aanpak {\n        contactbudget ongeveer 60 uur\n        stap S {\n            ${begin}\n        }\n        stap T\n    }\n}\n`;
    await expectFindings(
        'meta/waarde',
        text('begint 2 weken na S'),
        [
            { line: 5, says: 'zet dan `frequentie elke 2 weken` achter `herhaal`' },
            { line: 3, says: 'Voor uren per gezin is er `intensiteit`' },
        ].sort((a, b) => a.line - b.line),
    );
    await expectFindings('meta/waarde', text('begint 2 weken na T'), [{ line: 3, says: 'intensiteit' }]);
});
