import { describe, expect, it } from 'vitest';
import { applyFix, check, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'meta/verwijzing';

function inStep(line: string): string {
    return [
        'rol Gezinswerker',
        'organisatie JGZ',
        'interventie X {',
        '    gegeven situatie: een van scheiding, verhuizing',
        '    gegeven akkoord: ja/nee',
        '    gegeven aantal-keren: aantal',
        '    aanpak {',
        '        stap Begin {',
        `            ${line}`,
        '        }',
        '        einde Klaar',
        '    }',
        '}',
        '',
    ].join('\n');
}

describe('a way into the process of another', () => {
    const text = (lines: string) => `
interventie Eerst { aanpak { stap A einde Klaar } }
interventie Daarna vervolg op Eerst { aanpak { stap X {
${lines}
} einde Uit } }
interventie Verder uitwerking van Daarna { aanpak { stap Y { daarna: X } stap Z {
${lines}
} } }`;

    it('is reported for a follow-up, and for its working-out', async () => {
        await expectFindings(CODE, text('daarna: A'), [
            { line: 4, says: /^`A` hoort bij `Eerst`, waar deze interventie een vervolg op is/, severity: 'error' },
            { line: 7, says: /^`A` hoort bij `Eerst`/ },
        ]);
    });

    it('is fine within the own process, and elsewhere such a step may be named', async () => {
        expect(await checkFor(CODE, text('termijn 3 dagen na A daarna: Uit'))).toEqual([]);
    });
});

describe('a name that leads nowhere', () => {
    it.each([
        ['door Gezinswrker', 'Er is geen rol `Gezinswrker`. Bedoelde u `Gezinswerker`?', 'door Gezinswerker'],
        ['door gezinswerker', 'Er is geen rol `gezinswerker`. Bedoelde u `Gezinswerker`?', 'door Gezinswerker'],
        ['daarna: Klar', 'Er is geen stap, fase, escalatie of einde `Klar`. Bedoelde u `Klaar`?', 'daarna: Klaar'],
        [
            'daarna { als akoord: Klaar  anders: Begin }',
            'Er is geen gegeven `akoord`. Bedoelde u `akkoord`?',
            'als akkoord:',
        ],
        [
            'inzet 2 als situatie is scheidng',
            'Het gegeven `situatie` kent geen waarde `scheidng`. Bedoelde u `scheiding`?',
            'is scheiding',
        ],
    ])('is near one that exists: %s', async (line, says, mended) => {
        const text = inStep(line);
        const [finding] = await expectFindings(CODE, text, [{ line: 9, says, severity: 'error' }]);
        const after = finding ? applyFix(text, finding) : text;
        expect(after).toContain(mended);
        expect(await checkFor(CODE, after)).toEqual([]);
    });

    it.each([
        ['door Huisarts', 'Er is geen rol `Huisarts`. Verbeter de naam, of beschrijf rol `Huisarts`.'],
        ['door JGZ', 'beschrijf haar met een regel als `rol JGZmedewerker van JGZ`'],
        ['werkt aan Begin', '`Begin` is een stap, maar hier hoort een doel of subdoel.'],
        ['inzet 2 als situatie is ziekte', 'Kies uit `scheiding` of `verhuizing`.'],
        ['inzet 2 als akkoord is misschien', 'Vergelijk met `ja` of `nee`.'],
        ['inzet 2 als aantal-keren is veel', 'heeft geen waarden om uit te kiezen'],
    ])('says what is sought: %s', async (line, says) => {
        await expectFindings(CODE, inStep(line), [{ line: 9, says: RegExp(escape(says)) }]);
    });

    it('points at the name alone', async () => {
        const text = inStep('door Gezinswerker met Huisarts');
        const [finding] = await checkFor(CODE, text);
        expect(finding && pointedAt(text, finding)).toBe('Huisarts');
    });

    it('offers all that are equally near', async () => {
        const text = 'rol Werker1\nrol Werker2\ninterventie X { aanpak { stap S { door Werker3 } } }\n';
        const [finding] = await checkFor(CODE, text);
        expect(finding?.message.nl).toContain('Bedoelde u `Werker1` of `Werker2`?');
        expect(finding?.fixes.map((f) => f.edits[0]?.newText)).toEqual(['Werker1', 'Werker2']);
        expect(finding?.fixes.some((f) => f.safe)).toBe(false);
    });

    it('is escaped by the fix where the name is a word of the language', async () => {
        const text = 'rol ^samen\ninterventie X { aanpak { stap S { door sammen } } }\n';
        const [finding] = await checkFor(CODE, text);
        expect(finding?.fixes[0]?.edits[0]?.newText).toBe('^samen');
    });

    it('is found by diacritics composed or decomposed', async () => {
        const text = 'rol Coördinator\ninterventie X { aanpak { stap S { door Coo\u0308rdinator } } }\n';
        expect(await checkFor(CODE, text)).toEqual([]);
    });
});

describe('names in other files', () => {
    const files = { 'netwerk.draaiboek': 'organisatie Huisarts\nrol Coach van Huisarts\n' };

    it('are found when the file is used', async () => {
        const text = 'gebruik "netwerk.draaiboek"\ninterventie X {\n    partner Huisarts\n}\n';
        expect(await checkFor(CODE, text, { files })).toEqual([]);
    });

    it('are offered with the line that is missing', async () => {
        const text = 'interventie X {\n    partner Huisarts\n}\n';
        const [finding] = await expectFindings(
            CODE,
            text,
            [{ line: 2, says: 'Zet bovenaan: gebruik "netwerk.draaiboek".' }],
            { files },
        );
        const mended = finding ? applyFix(text, finding) : text;
        expect(mended).toMatch(/^gebruik "netwerk.draaiboek"\n\ninterventie/);
        expect(await checkFor(CODE, mended, { files })).toEqual([]);
    });

    it('are offered with the line ends that the text has', async () => {
        const [finding] = await checkFor(CODE, 'interventie X {\r\n    partner Huisarts\r\n}\r\n', { files });
        expect(finding?.fixes[0]?.edits[0]?.newText).toBe('gebruik "netwerk.draaiboek"\r\n\r\n');
    });

    it('are offered behind the lines that are there', async () => {
        const text = 'gebruik "leeg.draaiboek"\ninterventie X {\n    partner Huisarts\n}\n';
        const more = { files: { ...files, 'leeg.draaiboek': '' } };
        const [finding] = await checkFor(CODE, text, more);
        expect(finding ? applyFix(text, finding) : text).toMatch(
            /^gebruik "leeg.draaiboek"\ngebruik "netwerk.draaiboek"\ninterventie/,
        );
    });
});

describe('a used file', () => {
    it('that is missing is reported once, with the names that it may have held told once', async () => {
        // names that no other text has: those stay in the workspace of the tests
        const text = 'gebruik "weg.draaiboek"\ninterventie X {\n    partner Kraamhulp, Kinderatelier\n}\n';
        const [finding] = await expectFindings(CODE, text, [
            { line: 1, says: 'Het bestand "weg.draaiboek" is er niet' },
            {
                line: 3,
                says: 'Zolang het bestand "weg.draaiboek" niet is gevonden, is niet te zeggen of deze namen kloppen: `Kraamhulp`, `Kinderatelier`.',
                severity: 'info',
            },
        ]);
        expect(finding && pointedAt(text, finding)).toBe('"weg.draaiboek"');
    });

    it('whose name is nearly right is offered', async () => {
        const text = 'gebruik "netwrk.draaiboek"\ninterventie X { partner Huisarts }\n';
        const files = { 'netwerk.draaiboek': 'organisatie Huisarts' };
        const [finding] = await expectFindings(
            CODE,
            text,
            [
                { line: 1, says: 'Bedoelde u "netwerk.draaiboek"?' },
                { line: 2, says: /./ },
            ],
            { files },
        );
        expect(await checkFor(CODE, finding ? applyFix(text, finding) : text, { files })).toEqual([]);
    });

    it('may be this file itself, which it need not name', async () => {
        await expectFindings(CODE, 'gebruik "./zelf.draaiboek"\n', [{ line: 1, says: 'gebruikt zichzelf' }], {
            name: 'zelf.draaiboek',
        });
    });

    it('may be no file at all', async () => {
        await expectFindings(CODE, 'gebruik ""\n', [{ line: 1, says: 'de naam van een bestand' }]);
        await expectFindings(CODE, 'gebruik "draaiboek:bestaat-niet"\n', [
            { line: 1, says: 'geen ingebouwde bibliotheek' },
        ]);
    });
});

describe('names that hang on another name that leads nowhere', () => {
    it.each([
        [
            'a scenario',
            'scenario "s" voor Onbekende {\n    gegeven a is ja\n    verwacht einde Klaar\n}\n',
            'Onbekende',
        ],
        [
            'a review',
            'interventie X\nbeoordeling B van X aan de hand van Kadr {\n    bevinding 3.1 voldoet "Ja."\n}\n',
            'Kadr',
        ],
    ])('are not reported besides it: %s', async (_, text, name) => {
        const found = await check(text);
        const wrong = found.filter((f) => f.code === CODE);
        expect(wrong.map((f) => pointedAt(text, f))).toEqual([name]);
    });
});

describe('names that may stand in an interventie that is not found', () => {
    it.each(['uitwerking van', 'vervolg op'])('are told once, behind the reference: %s', async (words) => {
        const text = `interventie Y ${words} Weg {\n    rol Ik van Bestaatniet\n    aanpak {\n        stap S { door Niemand daarna: Nergens }\n        einde Klaar\n    }\n}\n`;
        const [, told] = await expectFindings(CODE, text, [
            { line: 1, says: /^Er is geen interventie `Weg`/, severity: 'error' },
            {
                line: 2,
                says: 'Zolang `Weg` niet is gevonden, is niet te zeggen of deze namen kloppen: `Bestaatniet`, `Niemand`, `Nergens`.',
                severity: 'info',
            },
        ]);
        expect(told?.related.map((r) => r.at.range.start.line)).toEqual([3, 3]);
    });

    it('are checked once it is found', async () => {
        const found = await checkFor(CODE, 'interventie Weg\ninterventie Y vervolg op Weg { rol Ik van Bestaatniet }');
        expect(found.map((f) => f.severity)).toEqual(['error']);
    });
});

function escape(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('the title of something in the place of its name', () => {
    const text = (title: string, name: string) =>
        `rol Verpleegkundige "${title}"\ninterventie X {\n    aanpak {\n        stap Begin {\n            door ${name}\n        }\n        einde Klaar\n    }\n}\n`;

    it.each([
        ['VoorZorgwerker', 'VoorZorgwerker'],
        ['VoorZorg-werker', 'VoorZorgWerker'],
        ['Voorzorg werker', 'voorzorgwerker'],
    ])('"%s" as %s: its name, with a fix', async (title, name) => {
        const findings = await checkFor(CODE, text(title, name));
        expect(findings.map((f) => f.message.nl)).toEqual([
            `\`${name}\` is de titel van rol \`Verpleegkundige\`. Schrijf de naam: \`Verpleegkundige\`.`,
        ]);
    });

    it('is not taken for it where two have that title', async () => {
        const findings = await checkFor(
            CODE,
            `rol Ander "Jeugdzorgwerker"\n${text('Jeugdzorgwerker', 'Jeugdzorgwerker')}`,
        );
        expect(findings.map((f) => f.message.nl)).toEqual([
            'Er is geen rol `Jeugdzorgwerker`. Verbeter de naam, of beschrijf rol `Jeugdzorgwerker`.',
        ]);
    });
});

describe('what a name that leads nowhere may be described as', () => {
    it.each([
        ['door Huisarts', ['rol Huisarts']],
        ['door ^alle', ['rol ^alle']],
        ['levert Brief', ['document Brief']],
        ['volgt Richtlijn', ['richtlijn Richtlijn']],
        ['duur 3 weken volgens Boek', ['bron Boek']],
        ['bepaalt nieuw', ['gegeven nieuw: onbekend']],
        ['pas als nieuw', ['gegeven nieuw: ja/nee']],
        ['pas als niet nieuw en nieuw is nee', ['gegeven nieuw: ja/nee']],
        ['pas als nieuw minstens 3', ['gegeven nieuw: aantal']],
        ['pas als nieuw is 2026-01-01', ['gegeven nieuw: datum']],
        ['pas als nieuw is "x"', ['gegeven nieuw: tekst']],
        ['pas als nieuw is groot of nieuw is klein', ['gegeven nieuw: een van onbekend']],
        ['pas als nieuw is groot of nieuw is 3', ['gegeven nieuw: onbekend']],
        ['pas als nieuw is bekend', ['gegeven nieuw: onbekend']],
        ['daarna: Verder', ['stap Verder', 'einde Verder']],
    ])('%s', async (line, declared) => {
        const text = inStep(line);
        const [finding] = await checkFor(CODE, text);
        expect(finding?.fixes.map((f) => f.title.nl)).toEqual(declared.map((d) => `Voeg \`${d}\` toe`));
        expect(finding?.fixes.some((f) => f.safe)).toBe(false);
        for (const index of declared.keys()) {
            const after = finding ? await check(applyFix(text, finding, index)) : [];
            expect(
                after.filter((f) => f.code === CODE || f.code === 'meta/syntaxis').map((f) => f.severity),
            ).not.toContain('error');
        }
    });

    it.each([
        ['uitwerking van Onbekende { }', 'it is another interventie'],
        ['{ onderbouwing { werkzaam element "w" in Niets } }', 'it may be anything'],
    ])('is nothing where %s: %s', async (rest) => {
        const [finding] = await checkFor(CODE, `interventie X ${rest}\n`);
        expect(finding?.message.nl).toContain('Er is geen');
        expect(finding?.fixes).toEqual([]);
    });

    it('is a step only where no other step leads to it by its place in the text', async () => {
        const fixes = async (steps: string) => {
            const [finding] = await checkFor(CODE, `interventie X {\n  aanpak {\n${steps}\n  }\n}\n`);
            return finding?.fixes.map((f) => f.title.nl);
        };
        const handover = (inside: string) =>
            `    stap A\n    stap B\n  }\n  overdracht O van onbekend naar onbekend { ${inside} }\n  uitvoering {`;
        expect(await fixes(handover('bij uitblijven: Weg'))).toEqual(['Voeg `einde Weg` toe']);
        // nothing goes on behind an end
        expect(await fixes(handover('vanuit Weg'))).toEqual([]);
        expect(await fixes('    stap A\n    stap B { daarna: Weg }\n    stap C')).toEqual([
            'Voeg `stap Weg` toe',
            'Voeg `einde Weg` toe',
        ]);
    });

    it('is no end for what counts from it, and a handover that is open may be meant', async () => {
        const text =
            'interventie X {\n  aanpak {\n    stap A { daarna: K }\n    stap B { begint 3 maanden na Weg }\n    einde K\n  }\n}\n';
        const [finding] = await checkFor(CODE, text, { files: {} });
        expect(finding?.fixes.map((f) => f.title.nl)).toEqual([
            'Voeg `stap Weg` toe',
            'Voeg `overdracht Weg van onbekend naar onbekend` toe',
        ]);
        const mended = finding ? applyFix(text, finding, 1) : text;
        expect(await checkFor(CODE, mended, { files: {} })).toEqual([]);
        expect(mended).toContain('  }\n  overdracht Weg van onbekend naar onbekend {\n    vanuit onbekend\n');
    });

    it('stands behind the last of its kind, and else before what names it and its comment', async () => {
        const mend = async (text: string) => {
            // among no other texts, which may describe what is meant
            const [finding] = await checkFor(CODE, text, { files: {} });
            return finding && applyFix(text, finding);
        };
        expect(await mend('interventie X {\n  rol A // een\n  // wat\n  aanpak { stap S { door B } }\n}\n')).toBe(
            'interventie X {\n  rol A // een\n  rol B\n  // wat\n  aanpak { stap S { door B } }\n}\n',
        );
        expect(await mend('interventie X {\n  duur 3 weken\n  // wat\n  aanpak { stap S { door B } }\n}\n')).toBe(
            'interventie X {\n  duur 3 weken\n  rol B\n  // wat\n  aanpak { stap S { door B } }\n}\n',
        );
        expect(await mend('interventie X volgens Boek {\r\n  duur 3 weken\r\n}\r\n')).toBe(
            'bron Boek\r\ninterventie X volgens Boek {\r\n  duur 3 weken\r\n}\r\n',
        );
    });
});

describe('a fact of which the values are left open', () => {
    it.each(['onbekend', 'een van onbekend', 'een van plaatselijk'])('%s: any value may be asked for', async (type) => {
        const found = await check(`interventie X {
    doel D onbekend
    gegeven soort: ${type}
    aanpak {
        stap S {
            door onbekend
            bepaalt soort
            daarna {
                als soort is licht: E
                als soort is zwaar: F
                anders: G
            }
        }
        einde E
        einde F
        einde G
    }
}
`);
        expect(found.filter((f) => f.severity === 'error').map((f) => `${f.code}: ${f.message.nl}`)).toEqual([]);
        expect(found.filter((f) => f.code === CODE).map((f) => f.severity)).toEqual(['info', 'info']);
    });
});

describe('a confirmation in a case', () => {
    const text = (said: string) => `
rol Een
rol Twee
interventie X {
    aanpak { stap A { door Een } stap B { door Twee } einde Klaar }
    overdracht NaarTwee van Een naar Twee { vanuit A bevestiging door Twee bij uitblijven: Klaar }
}
scenario "S" voor X { bij NaarTwee: ${said} verwacht einde Klaar }`;

    it('is told how one says that it stays out', async () => {
        const wrong = text('bevestiging is nee');
        const [finding, ...others] = await checkFor(CODE, wrong);
        expect(others).toEqual([]);
        expect(finding?.message.nl).toContain('Dat schrijft u zo: `bij NaarTwee: termijn verstrijkt`.');
        expect(finding && pointedAt(wrong, finding)).toBe('bevestiging is nee');
        expect(finding && (await checkFor(CODE, applyFix(wrong, finding)))).toEqual([]);
    });

    it('has no fix where it comes', async () => {
        expect((await checkFor(CODE, text('bevestiging is ja'))).map((f) => f.fixes)).toEqual([[]]);
    });
});

describe('a name in a text', () => {
    const text = (words: string) =>
        `rol Gezinswerker "De werker"\nrol Gast\ninterventie X {\n  samenvatting "${words}"\n  aanpak { stap Begin { door Gezinswerker met Gast } einde Klaar }\n}\n`;

    it('is right where the element can be seen, and in brackets that are text or quoted', async () => {
        const right = text('[[Gezinswerker]] doet [[ Begin ]], \\\\[[Onzin]]');
        expect(await checkFor(CODE, right)).toEqual([]);
        expect(
            await checkFor(
                CODE,
                right
                    .replace('samenvatting', 'opbrengst "x" volgens B "[[Onzin]]"\n  samenvatting')
                    .replace('rol Gast', 'bron B\nrol Gast'),
            ),
        ).toEqual([]);
    });

    it.each([
        ['[[Gezinswrker]]', 'Er is geen onderdeel `Gezinswrker`. Bedoelde u `Gezinswerker`?', '[[Gezinswerker]]'],
        [
            'na [[De werker]]',
            '`De werker` is de titel van onderdeel `Gezinswerker`. Schrijf de naam: `Gezinswerker`.',
            '[[Gezinswerker]]',
        ],
        [
            'na [[Onzinnigs]]',
            'Er is geen onderdeel `Onzinnigs` waar deze tekst naar kan verwijzen.',
            'na \\[[Onzinnigs]]',
        ],
        ['na [[ Gast', 'Met `[[` verwijst een tekst naar een onderdeel', 'na \\[[ Gast'],
        ['na [[ ]] niets', 'Met `[[` verwijst een tekst naar een onderdeel', 'na \\[[ ]] niets'],
    ])('%s', async (words, says, mended) => {
        const [finding = expect.fail('no finding'), ...others] = await checkFor(CODE, text(words));
        expect(others).toEqual([]);
        expect(finding.severity).toBe('warning');
        expect(finding.message.nl).toContain(says);
        expect(pointedAt(text(words), finding)).toMatch(/^(\[\[|Gezinswrker|De werker|Onzinnigs)$/);
        expect(applyFix(text(words), finding)).toContain(mended);
    });

    it('may need another file, which is offered', async () => {
        const [finding] = await checkFor(CODE, text('[[Wijkteam]]'), {
            files: { 'netwerk.draaiboek': 'organisatie Wijkteam\n' },
        });
        expect(finding?.fixes[0]?.edits[0]?.newText).toContain('gebruik "netwerk.draaiboek"');
    });

    it('does not use a role, and uses a concept', async () => {
        const found = await checkFor(
            'meta/ongebruikt',
            text('[[Gast]] en [[Rust]]').replace(' met Gast', '').replace('rol Gast', 'rol Gast\nbegrip Rust "stil"'),
        );
        expect(found.map((f) => f.message.nl)).toEqual([expect.stringContaining('`Gast` doet nergens aan mee')]);
    });
});

it.each([
    ['begint 3 maanden na Klaar', 'Klaar'],
    ['begint 3 maanden na begin van Klaar', 'Klaar'],
    ['termijn 3 maanden na Klaar', 'Klaar'],
    ['termijn 3 maanden na begin van Klaar', 'Klaar'],
])('nothing counts from an end: %s', async (line, name) => {
    const text = `interventie X "X" { aanpak { stap A\nstap B { ${line} }\neinde Klaar } }`;
    const found = await checkFor('meta/verwijzing', text);
    expect(found.map((f) => f.message.nl)).toEqual([
        `\`${name}\` is een einde: daarna gebeurt er niets meer. Noem hier een stap, fase of overdracht.`,
    ]);
});

it('a working element is in a step, which an open indicator cannot be', async () => {
    const text = (open: string) =>
        `interventie X "X" { doel D "d" { indicator onbekend } onderbouwing { werkzaam element "x" in Gesprek } ${open} }`;
    const [wrong] = await checkFor(CODE, text('aanpak { stap A escalatie onbekend einde Klaar }'));
    expect([wrong?.severity, wrong?.message.nl]).toEqual([
        'error',
        'Er is geen onderdeel `Gesprek`. Verbeter de naam, of beschrijf onderdeel `Gesprek`.',
    ]);
    expect((await checkFor(CODE, text('aanpak onbekend'))).map((f) => f.severity)).toEqual(['info']);
});

describe('a value of a fact where a fact is named', () => {
    const text = (condition: string) =>
        `interventie A {\n    gegeven strijd: een van laag, midden, hoog\n    aanpak {\n        toegang als ${condition}\n        stap T\n    }\n}\n`;

    it.each([
        ['strijd is midden of hoog', 'strijd is midden of strijd is hoog'],
        ['strijd is laag of midden of strijd is hoog', 'strijd is laag of strijd is midden of strijd is hoog'],
    ])('is told of `%s`, and mended', async (condition, mended) => {
        const [finding, ...others] = await checkFor('meta/verwijzing', text(condition));
        expect(others).toEqual([]);
        expect(finding?.message.nl).toContain('is een waarde van `strijd`, en geen gegeven');
        expect(finding && applyFix(text(condition), finding)).toBe(text(mended));
        expect(await checkFor('meta/verwijzing', text(mended))).toEqual([]);
    });

    it('is not told where no fact in front has that value', async () => {
        const [finding] = await checkFor('meta/verwijzing', text('strijd is midden of kalm'));
        expect(finding?.message.nl).toContain('Er is geen gegeven `kalm`');
    });
});

it('what falls away must stand in what is worked out, whatever the working-out leaves open', async () => {
    const text = `interventie Landelijk "L" { aanpak { stap A einde Klaar } }
interventie Breda "B" uitwerking van Landelijk { doelgroep onbekend vervalt stap Gesprek omdat "dubbel" }
`;
    expect((await checkFor('meta/verwijzing', text)).map((f) => f.severity)).toEqual(['error']);
});
