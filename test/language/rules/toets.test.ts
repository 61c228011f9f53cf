import { describe, expect, it } from 'vitest';
import { applyFix, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const FRAMEWORK = (queries: string) => `toetsingskader K {
    oordeel voldoet "✓"
    oordeel deels "±"
    oordeel verbeterpunt "X"
    thema T {
        indicator 1.1 { ${queries} }
        indicator 1.2
        criterium C { indicator 1.3 { toets minstens 1 escalatie } }
    }
}
`;
const PROTOCOL = `interventie A {
    rol Werker
    rol Baas voert regie { doorzettingsmacht onbekend }
    aanpak {
        stap Een { door Werker }
        stap Twee
    }
}
`;

function review(queries: string, findings: string): string {
    return `${PROTOCOL}${FRAMEWORK(queries)}beoordeling B van A aan de hand van K {\n    ${findings}\n}\n`;
}

describe('toets/niet-gehaald', () => {
    const CODE = 'toets/niet-gehaald';

    it('is told at the finding about the indicator, and otherwise at the review, with the elements', async () => {
        const text = review('toets elke stap heeft door', 'bevinding 1.1 voldoet');
        const found = await checkFor(CODE, text);
        expect(found.map((f) => [pointedAt(text, f), f.severity, f.message.nl])).toEqual([
            [
                'B',
                'info',
                expect.stringContaining('`toets minstens 1 escalatie`. Gevonden: het protocol heeft er geen.'),
            ],
            ['1.1', 'info', expect.stringContaining('`toets elke stap heeft door`. Gevonden: niet bij `Twee`.')],
        ]);
        const [, finding] = found;
        expect(finding?.related.map((r) => pointedAt(text, { ...finding, at: r.at }))).toEqual([
            'Twee',
            'toets elke stap heeft door',
        ]);
    });

    it('says nothing of what is unknown, and nothing without a protocol', async () => {
        const unknown = review('toets elke rol waar voert-regie heeft doorzettingsmacht', 'bevinding 1.1 voldoet');
        expect((await checkFor(CODE, unknown)).map((f) => f.data?.['indicator'])).toEqual(['1.3']);
        expect(await checkFor(CODE, FRAMEWORK('toets elke stap heeft door'))).toEqual([]);
        expect(await checkFor(CODE, unknown.replace('beoordeling B van A', 'beoordeling B van Weg'))).toEqual([]);
    });

    it('reads protocol and framework from other files', async () => {
        const files = { 'a.draaiboek': PROTOCOL, 'k.draaiboek': FRAMEWORK('toets precies 1 stap') };
        const text =
            'gebruik "a.draaiboek"\ngebruik "k.draaiboek"\nbeoordeling B van A aan de hand van K { bevinding 1.1 deels }';
        expect((await checkFor(CODE, text, { files, name: 'b.draaiboek' })).map((f) => f.message.nl)).toEqual([
            expect.stringContaining('indicator 1.3'),
            expect.stringContaining('het zijn er 2: `Een` en `Twee`.'),
        ]);
    });
});

describe('toets/woord', () => {
    const CODE = 'toets/woord';

    it.each([
        ['toets elke stapp heeft door', 'Bedoelt u `stap`?', 'toets elke stap heeft door'],
        ['toets elke stap heeft werktaan', 'Bedoelt u `werkt-aan`?', 'toets elke stap heeft werkt-aan'],
        [
            'toets elke overdracht heeft vorm wram',
            '`vorm` kan niet `wram` zijn',
            'toets elke overdracht heeft vorm warm',
        ],
        ['toets elke rol waar rol-voert heeft taak', 'kan niets staan dat `rol-voert` heet', undefined],
        ['toets elke auto heeft wielen', '`auto` is geen soort onderdeel', undefined],
    ])('tells of %s', async (query, says, mended) => {
        const text = FRAMEWORK(query);
        const [finding] = await expectFindings(CODE, text, [{ line: 6, says, severity: 'warning' }]);
        expect(finding?.fixes.length).toBe(mended === undefined ? 0 : 1);
        if (finding && mended !== undefined) {
            expect(applyFix(text, finding)).toBe(FRAMEWORK(mended));
        }
    });

    it('knows what the reference shows', async () => {
        expect(
            await checkFor(
                CODE,
                FRAMEWORK(
                    'toets elke stap waar werkt-aan is gedeelde-zorg heeft werkwijze outreachend\n' +
                        'toets geen stap in aanpak waar niet door\n' +
                        'toets minstens 1 overdracht heeft vorm warm en bevestiging\n' +
                        'toets geen groep heeft escalatie en toelichting "x"',
                ),
            ),
        ).toEqual([]);
    });
});

describe('toetsing/let-op', () => {
    const CODE = 'toetsing/let-op';
    const told = async (queries: string, findings: string) =>
        (await checkFor(CODE, review(queries, findings))).map((f) => f.message.nl);
    const fails = 'toets elke stap heeft door';
    const holds = 'toets minstens 1 stap';
    const undecided = 'toets elke rol waar voert-regie heeft doorzettingsmacht';

    it('tells of a good verdict where the text says otherwise, and of a bad one where the text has it all', async () => {
        expect(await told(fails, 'bevinding 1.1 voldoet')).toEqual([
            expect.stringMatching(
                /^Bevinding 1.1 is `voldoet`, maar .*`toets elke stap heeft door` \(niet bij `Twee`\)/,
            ),
        ]);
        expect(await told(holds, 'bevinding 1.1 verbeterpunt')).toEqual([
            expect.stringMatching(/^Bevinding 1.1 is `verbeterpunt`, maar het protocol haalt elke toets/),
        ]);
    });

    it.each([
        ['agrees', fails, 'bevinding 1.1 verbeterpunt'],
        ['agrees', holds, 'bevinding 1.1 voldoet'],
        ['cannot be decided', undecided, 'bevinding 1.1 voldoet'],
        ['cannot be decided', undecided, 'bevinding 1.1 verbeterpunt'],
        ['is only partly bad', `${holds}\n${undecided}`, 'bevinding 1.1 verbeterpunt'],
        ['is between good and bad', fails, 'bevinding 1.1 deels'],
        ['is unknown', fails, 'bevinding 1.1 onbekend'],
        ['belongs to nobody knows which', fails, 'bevinding over 1.1, 1.2 samen, toedeling onbekend voldoet'],
        ['is about an indicator without a test too', holds, 'bevinding over 1.1, 1.2 samen verbeterpunt'],
        ['is explained', fails, 'bevinding 1.1 voldoet { toelichting "In de praktijk wel." }'],
        ['is answered', holds, 'bevinding 1.1 verbeterpunt { opvolging "Navragen" }'],
    ])('says nothing of a verdict that %s', async (_, queries, finding) => {
        expect(await told(queries, finding)).toEqual([]);
    });

    it('tells of a joint verdict by the indicator whose test fails', async () => {
        expect(await told(holds, 'bevinding over 1.1, 1.3 samen voldoet')).toEqual([
            expect.stringContaining('de toets van 1.3 niet'),
        ]);
    });
});
