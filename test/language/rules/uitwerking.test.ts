import { describe, expect, it } from 'vitest';
import { applyFix, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const BASE = `interventie Basis {
    gegeven klaar: ja/nee
    gegeven onveilig: ja/nee
    rol Werker
    rol Baas
    document Plan
    aanpak {
        stap A { door Werker  bepaalt klaar, onveilig  termijn 2 weken anders: B  daarna { als klaar: B  anders: C } }
        stap B { door Werker  levert Plan  daarna: C }
        stap C { door Baas  vereist Plan }
        fase F {
            stap D { door Werker }
        }
        altijd als onveilig: V
        stap V { door Werker  daarna { als klaar: Eind  anders: Eind } }
        escalatie Vast door Baas { vanuit B }
        einde Eind
    }
    overdracht H van Werker naar Baas { vanuit A, B  bij uitblijven: V }
}
`;

function worked(...lines: string[]): string {
    return `${BASE}interventie Breda uitwerking van Basis {\n${lines.map((l) => `    ${l}\n`).join('')}}\n`;
}

describe('uitwerking/vervallen', () => {
    const CODE = 'uitwerking/vervallen';
    const told = async (...lines: string[]) =>
        (await checkFor(CODE, worked(...lines))).map((f) => `${f.severity}: ${f.message.nl}`);

    it('tells of the ways around a step that is dropped, and of what began there', async () => {
        const text = worked('vervalt stap B omdat "niet nodig"');
        const found = await checkFor(CODE, text);
        expect(found.map((f) => `${f.severity}: ${f.message.nl}`)).toEqual([
            expect.stringMatching(/^info: Was een termijn van `A` om, dan ging het naar `B`.*nu gaat het naar `C`/),
            expect.stringMatching(/^info: `A` ging naar `B`. Dat vervalt, en nu gaat `A` naar `C`/),
            expect.stringMatching(/^warning: `B` leverde `Plan`/),
            expect.stringMatching(/^warning: `Vast` begon alleen bij `B`/),
        ]);
        expect(found.map((f) => pointedAt(text, f))).toEqual(['B', 'B', 'B', 'B']);
        const [, finding] = found;
        expect(finding?.related.map((r) => pointedAt(text, { ...finding, at: r.at }))).toEqual(['als klaar: B']);
    });

    it('tells of the interruption, the term and the confirmation that led to a step that chose its own way', async () => {
        expect(await told('vervalt stap V')).toEqual([
            expect.stringMatching(/^warning: Bleef de bevestiging van `H` uit, .* nergens staat/),
            expect.stringMatching(/^warning: Met `V` vervalt ook de `altijd als` naar `V`/),
        ]);
    });

    it('tells of what stands in a phase that is dropped', async () => {
        expect(await told('vervalt fase F')).toEqual([expect.stringMatching(/^info: Met `F` vervalt ook `D`/)]);
        expect(await told('vervalt fase F', 'aanpak { stap D { door Werker } }')).toEqual([]);
    });

    it('tells of who still names what is dropped', async () => {
        expect(await told('vervalt document Plan')).toEqual([
            expect.stringMatching(/^warning: `B` noemt nog `Plan`/),
            expect.stringMatching(/^warning: `C` noemt nog `Plan`/),
        ]);
        expect(await told('vervalt rol Baas', 'vervalt escalatie Vast', 'vervalt overdracht H')).toEqual([
            expect.stringMatching(/^warning: `C` noemt nog `Baas`/),
        ]);
    });

    it('has nothing to tell where the working-out writes the element anew', async () => {
        expect(
            await told(
                'vervalt stap B',
                'aanpak {',
                'stap A { door Werker  daarna: C }',
                'escalatie Vast door Baas { vanuit A }',
                'stap C { door Baas }',
                '}',
            ),
        ).toEqual([]);
        expect(
            await told('vervalt document Plan', 'aanpak {', 'stap B { door Werker }', 'stap C { door Baas }', '}'),
        ).toEqual([]);
        expect(
            await told(
                'vervalt stap V',
                'vervalt overdracht H',
                'aanpak {',
                'altijd als onveilig: W',
                'stap W { door Werker }',
                '}',
            ),
        ).toEqual([]);
    });

    it('tells it for a working-out of a working-out too', async () => {
        const text = `${worked('rol Extra')}interventie Etten uitwerking van Breda { vervalt rol Baas  vervalt rol Extra }\n`;
        expect((await checkFor(CODE, text)).map((f) => f.message.nl)).toEqual([
            expect.stringContaining('`C` noemt nog `Baas`'),
            expect.stringContaining('`H` noemt nog `Baas`'),
            expect.stringContaining('`Vast` noemt nog `Baas`'),
        ]);
    });
});

describe('the word for what is dropped or deviates', () => {
    const CODE = 'meta/verwijzing';

    it.each([
        ['vervalt rol B', '`B` is een stap, geen rol. Schrijf `vervalt stap B`.', 'vervalt stap B'],
        [
            'vervalt stap Plan',
            '`Plan` is een document, geen stap. Schrijf `vervalt document Plan`.',
            'vervalt document Plan',
        ],
        [
            'vervalt stp B',
            '`stp` is geen soort onderdeel; `B` is een stap. Schrijf `vervalt stap B`.',
            'vervalt stap B',
        ],
        ['afwijking fase A omdat "x"', '`A` is een stap, geen fase. Schrijf `afwijking stap A`.', 'afwijking stap A'],
        ['vervalt groep F', '`F` is een fase, geen groep. Schrijf `vervalt fase F`.', 'vervalt fase F'],
    ])('is of the right kind: %s', async (line, says, mended) => {
        const text = worked(line);
        const [finding] = await expectFindings(CODE, text, [{ line: 22, says, severity: 'error' }]);
        expect(finding && applyFix(text, finding)).toContain(mended);
        expect(finding && (await checkFor(CODE, applyFix(text, finding)))).toEqual([]);
    });

    it.each([
        'vervalt stap B',
        'vervalt fase F',
        'vervalt document Plan',
        'afwijking rol Baas',
        'vervalt escalatie Vast',
    ])('is content with %s', async (line) => {
        expect(await checkFor(CODE, worked(line))).toEqual([]);
    });

    it('is content with either word for a group', async () => {
        const group = (word: string) =>
            `interventie B { aanpak { gelijktijdig G { stap S } } }\ninterventie C uitwerking van B { vervalt ${word} G }\n`;
        expect(await checkFor(CODE, group('groep'))).toEqual([]);
        expect(await checkFor(CODE, group('gelijktijdig'))).toEqual([]);
    });

    it('says that only what is inherited can be dropped', async () => {
        await expectFindings(CODE, worked('vervalt rol Eigen', 'rol Eigen'), [
            { line: 22, says: '`Eigen` staat in deze uitwerking zelf' },
        ]);
        await expectFindings(CODE, 'interventie X {\n    rol Eigen\n    vervalt rol Eigen\n}\n', [
            { line: 3, says: 'werkt niets uit' },
        ]);
    });
});

describe('veiligheid/meldcode', () => {
    const CODE = 'veiligheid/meldcode';
    const base = (line: string) => `interventie Basis {
    rol Werker
    gegeven onveilig: ja/nee
    aanpak {
        stap A { door Werker  bepaalt onveilig }
        altijd als onveilig: Melden
        stap Melden { door Werker  volgt meldcode }
    }
}
interventie Breda uitwerking van Basis {
    ${line}
}
`;

    it('sees that the only step that follows the code is dropped', async () => {
        const text = base('vervalt stap Melden');
        const [finding] = await expectFindings(CODE, text, [{ line: 11, says: 'Welke stap van `Breda`' }]);
        expect(finding && pointedAt(text, finding)).toBe('Melden');
    });

    it.each(['vervalt stap A', 'vervalt rol Werker', 'kenmerk "Meldcode" onbekend\n    vervalt stap Melden'])(
        'is content with %s',
        async (line) => {
            expect(await checkFor(CODE, base(line))).toEqual([]);
        },
    );
});

describe('what a working-out drops', () => {
    it.each([
        ['doel/hoofddoel', 'doel D "d"', 'vervalt doel D'],
        ['doelgroep/aanwezig', 'doelgroep G "g" { selectie "s"  contra-indicatie onbekend }', 'vervalt doelgroep G'],
        [
            'escalatie/ontbreekt',
            'aanpak { stap S { door onbekend }  escalatie E { door onbekend  vanuit S } }',
            'vervalt escalatie E',
        ],
    ])('is missed by %s, where it is dropped', async (code, line, drop) => {
        const text = `interventie Basis {\n    ${line}\n}\ninterventie Breda uitwerking van Basis {\n    ${drop}\n}\n`;
        expect((await checkFor(code, text)).map((f) => f.at.range.start.line + 1)).toEqual([5]);
        expect(await checkFor(code, text.replace(drop, ''))).toEqual([]);
    });
});

describe('factor/keten in a working-out', () => {
    it('judges its own factors, not those that it inherits', async () => {
        const files = {
            'basis.draaiboek': 'interventie Basis {\n    doel D "d"\n    onderbouwing { factor F "f" }\n}\n',
        };
        const text =
            'gebruik "basis.draaiboek"\ninterventie Breda uitwerking van Basis {\n    onderbouwing { factor G "g" }\n}\n';
        await expectFindings('factor/keten', text, [{ line: 3, says: '`G`' }], { files });
    });

    it('asks for no working elements that only what it works out can have', async () => {
        const text = `interventie Basis {
    doel D "d"
    onderbouwing { factor F "f" beïnvloed door D  werkzaam element "w" in S }
    aanpak { stap S { door onbekend  werkt aan D } }
}
interventie Breda uitwerking van Basis {
    onderbouwing { factor G "g" beïnvloed door D }
}
`;
        expect(await checkFor('factor/keten', text)).toEqual([]);
    });
});

describe('what a working-out inherits', () => {
    const base = `interventie Basis {
    doel D "d" {
        subdoel S "s"
        indicator I "i" { norm hoogstens 5 %  meting 6 %  oordeel "gehaald" }
    }
    effect "bereik" aangetoond op grond van 3 studies
}
`;

    it('is judged where it stands, also in a goal that is named again', async () => {
        const files = { 'basis.draaiboek': base };
        const text = 'gebruik "basis.draaiboek"\ninterventie Breda uitwerking van Basis { doel D "anders" }\n';
        expect(await checkFor('norm/meting', text, { files })).toEqual([]);
        expect(await checkFor('doel/meetbaar', text, { files })).toEqual([]);
        expect(await checkFor('norm/meting', base)).toHaveLength(1);
        expect(await checkFor('doel/meetbaar', base)).toHaveLength(1);
    });

    it('may be what a recognition rests on', async () => {
        const level = 'erkenning { niveau "effectief volgens eerste aanwijzingen" }';
        expect(
            await checkFor('erkenning/bewijs', `${base}interventie Breda uitwerking van Basis { ${level} }\n`),
        ).toEqual([]);
        expect(await checkFor('erkenning/bewijs', `interventie Los { ${level} }\n`)).toHaveLength(1);
    });
});

describe('uitwerking/afwijking', () => {
    const CODE = 'uitwerking/afwijking';
    const BASIS = `interventie Basis {
    rol Werker
    document Plan
    aanpak {
        principe "Samen"
        stap A { door Werker  levert Plan  duur hoogstens 2 weken }
        stap B { door Werker }
    }
}
`;
    const local = (...lines: string[]) =>
        `${BASIS}interventie Breda uitwerking van Basis {\n${lines.map((l) => `    ${l}\n`).join('')}}\n`;

    it('tells once of an element all that nobody said, and offers to say it', async () => {
        const text = local('aanpak { principe "Samen"  stap A { door Werker  duur 4 weken } }');
        const [finding] = await expectFindings(CODE, text, [{ line: 11, says: '`levert` (Plan) ontbreekt' }]);
        expect(finding?.severity).toBe('warning');
        expect(finding?.message.nl).toContain('`duur` was hoogstens 2 weken en is 4 weken');
        expect(finding?.fixes.map((f) => f.safe)).toEqual([false]);
        if (finding) {
            expect(pointedAt(text, finding)).toBe('A');
            const mended = applyFix(text, finding);
            expect(mended).toContain('    afwijking stap A omdat onbekend\n}');
            expect(await checkFor(CODE, mended)).toEqual([]);
        }
    });

    it('tells as information what is stricter, and of the aanpak as a whole what nobody said', async () => {
        const strict = local('aanpak { principe "Samen"  stap A { door Werker  levert Plan  duur hoogstens 1 week } }');
        await expectFindings(CODE, strict, [{ line: 11, says: 'strenger', severity: 'info' }]);
        await expectFindings(CODE, local('aanpak { stap B { door Werker } }'), [
            { line: 11, says: '`principe` (Samen) ontbreekt', severity: 'warning' },
        ]);
        const text = local('aanpak { stap A { door Werker } }');
        const [ofApproach] = await checkFor(CODE, text);
        const mended = ofApproach ? applyFix(text, ofApproach) : '';
        expect(mended).toContain('    afwijking aanpak omdat onbekend\n}');
        // what is said of the aanpak says nothing of its steps
        expect((await checkFor(CODE, mended)).map((f) => pointedAt(mended, f))).toEqual(['A']);
    });

    it.each([
        ['nothing', ''],
        ['what is dropped with a word', 'vervalt stap B omdat "niet nodig"'],
        ['what is said of the aanpak', 'afwijking aanpak omdat "anders"\naanpak { stap B { door Werker } }'],
        ['what is said to be unknown', 'aanpak { principe onbekend  stap B { door onbekend } }'],
    ])('says nothing of %s', async (_, lines) => {
        expect(await checkFor(CODE, local(lines))).toEqual([]);
    });

    it('tells once as information of all that is added, and offers to say it', async () => {
        const text = local(
            'rol Baas',
            'document Kaart',
            'aanpak {',
            'principe "Samen"',
            'stap B { door Werker  duur 1 dag  pas als "het kan" }',
            'stap C',
            '}',
        );
        const [finding] = await expectFindings(CODE, text, [{ line: 10, says: 'voegt iets toe', severity: 'info' }]);
        expect(finding?.message.nl).toContain(
            '`duur` (1 dag) bij stap `B`; `pas als` bij stap `B`; document `Kaart`; rol `Baas`; stap `C`.',
        );
        const mended = finding ? applyFix(text, finding) : '';
        expect(mended).toContain('    afwijking stap C omdat onbekend\n');
        expect(await checkFor(CODE, mended)).toEqual([]);
        // what was left open is there to be filled in
        const open = `interventie B { rol R { caseload onbekend } }\ninterventie C uitwerking van B { rol R { caseload hoogstens 8 gezinnen } }\n`;
        expect(await checkFor(CODE, open)).toEqual([]);
    });

    it('tells once as information of what is said in other words', async () => {
        const text = local('aanpak { principe "Met elkaar" }');
        const [finding] = await expectFindings(CODE, text, [{ line: 10, says: 'in andere woorden', severity: 'info' }]);
        expect(finding?.message.nl).toContain('`principe` (“Samen” en “Met elkaar”) bij aanpak.');
        const mended = finding ? applyFix(text, finding) : '';
        expect(mended).toContain('    afwijking aanpak omdat onbekend\n');
        expect(await checkFor(CODE, mended)).toEqual([]);
    });

    describe('what an interventie says of itself', () => {
        const head = (base: string, ...lines: string[]) =>
            `interventie Basis {\n${base}\n}\ninterventie Breda uitwerking van Basis {\n${lines.join('\n')}\n}\n`;

        it.each([
            [
                'duur hoogstens 6 weken',
                'duur hoogstens 52 weken',
                'warning',
                '`duur` was hoogstens 6 weken en is hoogstens 52 weken',
            ],
            ['duur hoogstens 6 weken', 'duur hoogstens 4 weken', 'info', 'strenger'],
            ['frequentie 1 keer per week', 'frequentie 1 keer per maand', 'warning', '`frequentie` was'],
            ['looptijd 6 maanden', 'looptijd 9 maanden', 'warning', '`looptijd` was'],
            ['leeftijd 0 tot 12 jaar', 'leeftijd 4 tot 12 jaar', 'info', '`leeftijd` was'],
            ['leefgebieden wonen, werk', 'leefgebieden wonen', 'warning', '`leefgebieden` (werk) ontbreekt'],
            ['duur 6 weken', 'duur veelal 6 weken', 'warning', '`duur` was zonder voorbehoud en is veelal'],
            [
                'uitvoering { opleiding minstens 3 dagen }',
                'uitvoering { opleiding 1 dag }',
                'warning',
                '`opleiding` was',
            ],
            ['6 stappen', '5 stappen', 'warning', '`stappen` was 6 en is 5'],
            ['duur 6 weken', '', 'info', '`Breda` zegt niets over wat `Basis` van zichzelf zegt: `duur` (6 weken)'],
            ['onderbouwing { werkzaam element "Blijven" }', '', 'info', '`werkzaam element` (Blijven)'],
            ['biedt "hulp"', 'biedt "hulp"\nbiedt geen "opvang"', 'info', '`biedt geen` (opvang) bij interventie'],
            ['', 'principe "Samen"', 'info', '`principe` (Samen) bij interventie'],
        ] as const)('%s, and then %s: %s', async (base, line, severity, says) => {
            const text = head(base, line);
            const found = await checkFor(CODE, text);
            expect(found.map((f) => f.severity)).toEqual([severity]);
            expect(found[0]?.message.nl).toContain(says);
            const mended = found[0] ? applyFix(text, found[0]) : '';
            expect(mended).toContain('afwijking interventie omdat onbekend');
            expect(await checkFor(CODE, mended)).toEqual([]);
            expect(await checkFor('meta/verwijzing', mended)).toEqual([]);
        });

        it.each([
            ['duur 6 weken', 'duur 6 weken'],
            ['duur 6 weken', 'duur onbekend'],
            ['duur onbekend', 'duur 6 weken'],
            ['duur onbekend', ''],
            ['onderbouwing { werkzaam element "Blijven" }', 'onderbouwing { werkzaam element onbekend }'],
            ['kosten 100 euro\nsamenvatting "x"', 'kosten 200 euro\nsamenvatting "y"'],
        ])('is not otherwise: %s, and then %s', async (base, line) => {
            expect(await checkFor(CODE, head(base, line))).toEqual([]);
        });
    });

    describe('an afwijking of what is no different', () => {
        it.each([
            ['stap A', 'afwijking stap A omdat "zomaar"', ''],
            [
                'a step that is written anew',
                'afwijking stap B omdat "x"',
                'aanpak { principe "Samen"  stap B { door Werker } }',
            ],
            ['the aanpak', 'afwijking aanpak omdat "x"', 'aanpak { principe "Samen" }'],
            ['a role', 'afwijking rol Werker omdat "x"', ''],
            ['a document', 'afwijking document Plan omdat "x"', 'document Plan'],
        ])('is told: %s', async (_, departure, lines) => {
            const text = local(departure, lines);
            const found = await checkFor(CODE, text);
            expect(found.map((f) => [f.severity, pointedAt(text, f)])).toEqual([['warning', departure]]);
            expect(found[0]?.message.nl).toContain('precies');
            const mended = found[0] ? applyFix(text, found[0]) : '';
            expect(mended).not.toContain('afwijking');
            expect(await checkFor(CODE, mended)).toEqual([]);
        });

        it.each([
            ['other work', 'afwijking stap B omdat "x"', 'aanpak { principe "Samen"  stap B { door onbekend } }'],
            [
                'another title',
                'afwijking stap B omdat "x"',
                'aanpak { principe "Samen"  stap B "Bellen" { door Werker } }',
            ],
            [
                'an explanation',
                'afwijking stap B omdat "x"',
                'aanpak { principe "Samen"  stap B { door Werker  toelichting "t" } }',
            ],
            [
                'another way on',
                'afwijking stap B omdat "x"\nafwijking stap C omdat "y"',
                'aanpak { principe "Samen"  stap B { door Werker }  stap C }',
            ],
            [
                'what stands in it',
                'afwijking interventie omdat "x"\nafwijking rol Werker omdat "r"',
                'rol Werker { caseload 8 gezinnen }\nduur 6 weken',
            ],
        ])('is not told where there is %s', async (_, departure, lines) => {
            expect(await checkFor(CODE, local(departure, lines))).toEqual([]);
        });
    });

    it('compares with a base in another file', async () => {
        const text =
            'gebruik "a.draaiboek"\ninterventie Breda uitwerking van Basis { aanpak { principe "Samen"  stap B } }';
        const files = { 'a.draaiboek': BASIS };
        const [finding] = await checkFor(CODE, text, { files, name: 'b.draaiboek' });
        expect(finding?.message.nl).toContain('`door` (Werker) ontbreekt');
    });
});

describe('uitwerking/waarom', () => {
    const CODE = 'uitwerking/waarom';

    it('asks why something is dropped or goes otherwise, and offers to say that nobody knows', async () => {
        const text = worked(
            'vervalt stap C',
            'afwijking stap B',
            'afwijking aanpak',
            'aanpak { stap B { door Baas } }',
        );
        const found = await expectFindings(CODE, text, [
            { line: 22, says: '`C` (stap) vervalt. Waarom?', severity: 'warning' },
            { line: 23, says: '`B` (stap) gaat hier anders. Waarom?', severity: 'warning' },
            { line: 24, says: 'De `aanpak` gaat hier anders', severity: 'warning' },
        ]);
        const mended = found.reduceRight((t, f) => applyFix(t, f), text);
        expect(mended).toContain('vervalt stap C omdat onbekend\n');
        expect(mended).toContain('afwijking aanpak omdat onbekend\n');
        expect(await checkFor(CODE, mended)).toEqual([]);
        expect(await checkFor('meta/syntaxis', mended)).toEqual([]);
    });

    it.each(['omdat "niet nodig"', 'omdat onbekend', 'omdat onbekend omdat "de gemeente zegt het niet"'])(
        'is content with %s',
        async (why) => {
            expect(await checkFor(CODE, worked(`vervalt stap C ${why}`))).toEqual([]);
        },
    );
});

describe('what a working-out brings about in what it inherits', () => {
    const CODE = 'stroom/onbereikbaar';
    const NATIONAL = `interventie Basis {
    rol W
    gegeven x: ja/nee
    aanpak {
        stap A { door W  bepaalt x }
        stap B { door W }
        altijd als x: M
        stap M { door W  daarna: Klaar }
        einde Klaar
    }
}
`;
    const local = (...lines: string[]) => `${NATIONAL}interventie Lok uitwerking van Basis {\n${lines.join('\n')}\n}\n`;

    it.each([
        ['its own altijd als', 'altijd als niet x: M', 'aanpak {\naltijd als niet x: M\n}'],
        ['one of two', 'altijd als niet x: M', 'rol V\naanpak {\naltijd als x en niet x: M\naltijd als niet x: M\n}'],
        ['a step that it writes anew', 'A', 'aanpak { stap A { door W  bepaalt x  daarna: Klaar } }'],
    ])('is told at %s', async (_, cause, lines) => {
        const text = local(lines);
        const [finding, ...others] = await checkFor(CODE, text);
        expect(finding && pointedAt(text, finding)).toBe(cause);
        expect(finding?.at.range.start.line).toBeGreaterThan(11);
        expect(finding?.message.nl).toContain('Bij `B` komt niemand');
        expect(finding?.related[0] && pointedAt(text, { ...finding, at: finding.related[0].at })).toBe('B');
        expect(others).toEqual([]);
        expect(await checkFor(CODE, NATIONAL)).toEqual([]);
    });

    it('says what led there before, and how to leave it out', async () => {
        const text = local('aanpak { stap A { door W  bepaalt x  daarna: Klaar } }');
        const [finding] = await checkFor(CODE, text);
        expect(finding?.related[0]?.message.nl).toContain('Hierheen ging `A` in `Basis`.');
        expect(finding?.message.nl).toContain('schrijf `vervalt stap B omdat "…"`');
        expect(await checkFor(CODE, finding ? applyFix(text, finding) : '')).toEqual([]);
    });

    it('is told at the altijd als where what is inherited stands in another file', async () => {
        const text =
            'gebruik "a.draaiboek"\ninterventie Lok uitwerking van Basis {\naanpak {\naltijd als niet x: M\n}\n}\n';
        const [finding] = await checkFor(CODE, text, { files: { 'a.draaiboek': NATIONAL }, name: 'b.draaiboek' });
        expect(finding && pointedAt(text, finding)).toBe('altijd als niet x: M');
    });

    it('is told where it stands when that is wrong by itself, and once', async () => {
        const wrong = NATIONAL.replace('stap A { door W  bepaalt x }', 'stap A { door W  bepaalt x  daarna: Klaar }');
        const text = `${wrong}interventie Lok uitwerking van Basis { rol V }\n`;
        await expectFindings(CODE, text, [{ line: 6, says: 'Bij `B` komt niemand' }]);
    });
});
