import { describe, expect, it } from 'vitest';
import { check, checkFor, expectFindings } from '../rule-tester.js';

describe('plan/leefgebieden', () => {
    const CODE = 'plan/leefgebieden';
    const text = (document: string) => `interventie A {\n    leefgebieden wonen, werk, schulden\n    ${document}\n}\n`;

    it.each([
        ['document Gezinsplan over alle leefgebieden'],
        ['document Gezinsplan over onbekend'],
        ['document Gezinsplan over "Wonen, werk en schulden"'],
        ['document Kaart over wonen'],
        ['document Plantenlijst over wonen'],
    ])('is content with `%s`', async (document) => {
        expect(await checkFor(CODE, text(document))).toEqual([]);
    });

    it('names the areas that are left out, or asks which are covered', async () => {
        await expectFindings(CODE, text('document Gezinsplan over alle leefgebieden behalve werk, schulden'), [
            { line: 3, says: 'niet over werk en schulden', severity: 'warning' },
        ]);
        await expectFindings(CODE, text('document D "Ons plan" over wonen, schulden'), [
            { line: 3, says: 'niet over werk', severity: 'warning' },
        ]);
        await expectFindings(CODE, text('document Gezinsplan'), [
            { line: 3, says: 'Over welke leefgebieden', severity: 'info' },
        ]);
        await expectFindings(CODE, text('document Gezinsplan over wonen { toelichting "Werk doet het UWV." }'), [
            { line: 3, says: 'werk en schulden', severity: 'info' },
        ]);
    });

    it('measures an inherited plan against the areas that a local working-out names', async () => {
        const both =
            'interventie A { document Gezinsplan over wonen }\ninterventie B uitwerking van A {\n    leefgebieden wonen, werk\n}\n';
        await expectFindings(CODE, both, [{ line: 3, says: 'niet over werk' }]);
    });
});

describe('a review', () => {
    const review = (findings: string, sign = '✓') => `interventie A
toetsingskader K {
    oordeel akkoord "${sign}"
    oordeel verbeterpunt "X"
    thema T {
        indicator 1.1 "Een"
        criterium C { indicator 1.2 "Twee" }
    }
}
beoordeling B van A aan de hand van K {
    ${findings}
}
`;

    it('covers an indicator by a joint finding, and by one without verdict', async () => {
        expect(await checkFor('toetsing/dekking', review('bevinding over 1.1, 1.2 samen akkoord "Goed."'))).toEqual([]);
        expect(await checkFor('toetsing/dekking', review('bevinding 1.1 onbekend\n    bevinding 1.2 akkoord'))).toEqual(
            [],
        );
        const [finding] = await expectFindings('toetsing/dekking', review(''), [
            { line: 10, says: '2 van de 2 indicatoren van `K`: 1.1 en 1.2' },
        ]);
        expect(finding?.data).toEqual({ missing: ['1.1', '1.2'] });
    });

    it('does not wonder at a LET OP with a verdict that finds fault', async () => {
        const letOp = (verdict: string) =>
            `bevinding 1.1 ${verdict} "Zo is het." {\n        let op "Niet overal."\n    }`;
        expect(await checkFor('toetsing/let-op', review(letOp('akkoord')))).toHaveLength(1);
        expect(await checkFor('toetsing/let-op', review(letOp('verbeterpunt')))).toEqual([]);
        expect(await checkFor('toetsing/let-op', review(letOp('akkoord'), '✗'))).toEqual([]);
        expect(await checkFor('toetsing/let-op', review(letOp('onbekend')))).toEqual([]);
    });
});

describe('two verdicts on one indicator', () => {
    const CODE = 'toetsing/tegenspraak';
    const review = (...findings: string[]) => `interventie A { rol R  aanpak { stap S { door R } } }
toetsingskader K {
    oordeel akkoord "✓"
    oordeel verbeterpunt "X"
    oordeel deels
    thema T { indicator 1.1 "Een" { toets elke stap heeft door }  indicator 1.2 "Twee" }
}
beoordeling B van A aan de hand van K {
${findings.map((f) => `    bevinding ${f}\n`).join('')}}
`;

    it('are told where they are opposite, once', async () => {
        await expectFindings(CODE, review('1.1 akkoord', '1.1 verbeterpunt "nee"', '1.1 verbeterpunt', '1.2 akkoord'), [
            { line: 10, says: 'Indicator 1.1 is hier `verbeterpunt`, en in regel 9 `akkoord`', severity: 'warning' },
        ]);
        await expectFindings(CODE, review('over 1.1, 1.2 samen verbeterpunt', '1.2 akkoord'), [
            { line: 10, says: 'Indicator 1.2' },
        ]);
    });

    it.each([
        ['the same', '1.1 akkoord', '1.1 akkoord "nog eens"'],
        ['neither good nor bad', '1.1 akkoord', '1.1 deels'],
        ['of different indicators', '1.1 akkoord', '1.2 verbeterpunt'],
        ['explained', '1.1 akkoord', '1.1 verbeterpunt { toelichting "In de dorpen." }'],
        ['unknown', '1.1 akkoord', '1.1 onbekend'],
        [
            'of a cell of which nobody knows what belongs where',
            'over 1.1, 1.2 samen, toedeling onbekend akkoord',
            'over 1.1, 1.2 samen, toedeling onbekend verbeterpunt',
        ],
        ['by a name that is not there', '1.1 akkoord', '1.1 nietgoed'],
    ])('are not told where they are %s', async (_, ...findings) => {
        expect(await checkFor(CODE, review(...findings))).toEqual([]);
    });

    it('by a name that is not there say nothing else', async () => {
        expect(await checkFor('toetsing/let-op', review('1.1 verbeterpunt'))).toHaveLength(1);
        expect(await checkFor('toetsing/let-op', review('1.1 verbeterpnt'))).toEqual([]);
        expect(await checkFor('toetsing/let-op', review('1.2 akkord { let op "niet overal" }'))).toEqual([]);
    });
});

describe('a way up and a safe way', () => {
    const process = (...lines: string[]) =>
        `interventie A {\n    aanpak {\n${lines.map((l) => `        ${l}`).join('\n')}\n    }\n}\n`;

    it('are not asked of a description without steps, nor of inherited ones', async () => {
        for (const code of ['escalatie/ontbreekt', 'veiligheid/meldcode']) {
            expect(await checkFor(code, process('duur onbekend'))).toEqual([]);
            const both = `${process('stap S { door onbekend }')}interventie B uitwerking van A\n`;
            expect((await checkFor(code, both)).map((f) => f.at.range.start.line)).toEqual([0]);
        }
    });

    it('may be said to be unknown', async () => {
        const text = process('stap S { door onbekend }').replace(
            '{\n',
            '{\n    kenmerk "Meldcode" onbekend\n    kenmerk "Escalatie" onbekend\n',
        );
        expect(await checkFor('escalatie/ontbreekt', text)).toEqual([]);
        expect(await checkFor('veiligheid/meldcode', text)).toEqual([]);
    });

    it('may be said not to be there', async () => {
        const none = process('stap S { door onbekend }', 'escalatie geen omdat "Er is niemand hogerop."');
        expect((await check(none)).map((f) => f.code)).not.toContain('escalatie/ontbreekt');
        const said = process('stap S { door onbekend }').replace('{\n', '{\n    kenmerk "Escalatie" geen\n');
        expect(await checkFor('escalatie/ontbreekt', said)).toEqual([]);
        const named = process('stap S { door onbekend }').replace('{\n', '{\n    kenmerk "Escalatie" geen uren\n');
        expect(await checkFor('escalatie/ontbreekt', named)).toHaveLength(1);
    });

    it('may be said to be unknown among the steps', async () => {
        const text = process('stap S { door onbekend }', 'escalatie onbekend');
        expect(await checkFor('escalatie/ontbreekt', text)).toEqual([]);
    });

    it('may be said to be unknown by what a working-out works out', async () => {
        const base = process('stap S { door onbekend }').replace(
            '{\n',
            '{\n    kenmerk "Meldcode" onbekend\n    vraag "Hoe gaat het opschalen?" plaatselijk\n',
        );
        const local = 'interventie B uitwerking van A {\n    aanpak {\n        stap T { door onbekend }\n    }\n}\n';
        const further = local.replace('B uitwerking van A', 'C uitwerking van B');
        for (const code of ['escalatie/ontbreekt', 'veiligheid/meldcode']) {
            expect(await checkFor(code, base + local + further)).toEqual([]);
            // where the base does not say it, each is told
            const silent = process('stap S { door onbekend }');
            expect((await checkFor(code, silent + local)).map((f) => f.at.range.start.line)).toEqual([0, 5]);
        }
    });

    it('is not missed where a step follows what is open', async () => {
        expect(await checkFor('veiligheid/meldcode', process('stap S { volgt onbekend }'))).toEqual([]);
    });

    it('points at the step that nearly says it, and accepts a guideline that is the code', async () => {
        await expectFindings('veiligheid/meldcode', process('stap S "Melden bij Veilig Thuis"'), [
            { line: 3, says: '`S` lijkt de weg' },
        ]);
        const guideline = `richtlijn Code "Meldcode huiselijk geweld en kindermishandeling"\n${process('stap S {', '    volgt Code', '}')}`;
        expect(await checkFor('veiligheid/meldcode', guideline)).toEqual([]);
    });
});

describe('areas of life that a protocol names with veelal', () => {
    it('leave a plan room', async () => {
        const text = (words: string) =>
            `interventie X {\n    leefgebieden ${words}wonen, werk\n    document Plan over wonen\n}\n`;
        expect((await checkFor('plan/leefgebieden', text(''))).map((f) => f.severity)).toEqual(['warning']);
        expect((await checkFor('plan/leefgebieden', text('veelal '))).map((f) => f.severity)).toEqual(['info']);
    });
});

describe('the sign of a verdict', () => {
    it('is that of the framework, in another file too', async () => {
        const files = {
            'kader.draaiboek':
                'interventie X\ntoetsingskader K { oordeel rood "X"  oordeel groen "✓"  thema T { indicator 1.1 "i" } }\n',
        };
        const text = (verdict: string) =>
            `gebruik "kader.draaiboek"\nbeoordeling B van X aan de hand van K {\n    bevinding 1.1 ${verdict} "t" { let op "l" }\n}\n`;
        expect(await checkFor('toetsing/let-op', text('rood'), { files })).toEqual([]);
        expect(await checkFor('toetsing/let-op', text('groen'), { files })).toHaveLength(1);
    });
});

describe('an area of life that is nearly one of the protocol', () => {
    const told = async (document: string) =>
        (
            await checkFor(
                'plan/leefgebieden',
                `interventie A {\n    leefgebieden wonen, werk, schulden\n    ${document}\n}\n`,
            )
        ).map((f) => f.message.nl);

    it('is told once, in any document', async () => {
        expect(await told('document Gezinsplan over wonn, werk, schulden')).toEqual([
            expect.stringContaining('Bedoelde u `wonen`?'),
        ]);
        expect(await told('document Verslag over wonn')).toHaveLength(1);
        expect(await told('document Verslag over vrije-tijd')).toEqual([]);
    });
});
