import { describe, expect, it } from 'vitest';
import { applyFix, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'gegeven/waarde';

function testing(condition: string, scenario = ''): string {
    return `interventie X {
    gegeven akkoord: ja/nee
    gegeven keren: aantal
    gegeven sinds: datum
    gegeven wens: tekst
    gegeven situatie: een van scheiding, verhuizing, anders-dan-dit
    aanpak {
        stap S { door onbekend  bepaalt akkoord, keren, sinds, wens, situatie
            daarna {
                als ${condition}: Klaar
                anders: S
            } }
        einde Klaar
    }
}
${scenario}`;
}

describe('gegeven/waarde', () => {
    it.each([
        ['akkoord meer dan 3', '`akkoord` is ja of nee, maar wordt hier vergeleken met een getal', '3'],
        ['akkoord is "misschien"', 'vergeleken met een tekst', '"misschien"'],
        ['keren is "drie"', '`keren` is een aantal, maar wordt hier vergeleken met een tekst', '"drie"'],
        ['keren is ja', 'vergeleken met ja', 'ja'],
        ['keren is niet nee', 'vergeleken met nee', 'nee'],
        ['keren', 'vergeleken met ja of nee', 'keren'],
        ['sinds minstens 3 weken', '`sinds` is een datum, maar wordt hier vergeleken met een getal', '3'],
        ['wens is 3', '`wens` is een tekst, maar wordt hier vergeleken met een getal', '3'],
        [
            'situatie minstens 2',
            '`situatie` is een keuze, maar wordt hier vergeleken met een getal. Kies uit `scheiding`, `verhuizing` of',
            '2',
        ],
        ['situatie', 'vergeleken met ja of nee', 'situatie'],
        ['akkoord en (keren is 3 of niet (wens is 2026-01-01))', 'vergeleken met een datum', '2026-01-01'],
    ])('finds a test of another kind: %s', async (condition, says, at) => {
        const text = testing(condition);
        const [finding] = await expectFindings(CODE, text, [{ line: 10, says, severity: 'error' }]);
        expect(finding && pointedAt(text, finding)).toBe(at);
    });

    it('offers the choice that is near', async () => {
        const text = testing('situatie is "Scheidng"');
        const [finding] = await expectFindings(CODE, text, [{ line: 10, says: 'Bedoelde u `scheiding`?' }]);
        const mended = finding && applyFix(text, finding);
        expect(mended).toContain('als situatie is scheiding: Klaar');
        expect(await checkFor(CODE, mended ?? '')).toEqual([]);
    });

    it.each([
        'akkoord',
        'niet akkoord',
        'akkoord is nee',
        'akkoord is bekend',
        'keren is onbekend',
        'keren is 3',
        'keren meer dan 3',
        'sinds is 2026-03-01',
        'wens is "rust"',
        'situatie is scheiding',
        'situatie is niet bekend',
        '"het gezin het vertrouwt"',
    ])('is content with %s', async (condition) => {
        expect(await checkFor(CODE, testing(condition))).toEqual([]);
    });

    it.each(['situatie is', 'keren is :', 'onzin meer dan 3', 'situatie is onzin'])(
        'leaves to others what is broken or leads nowhere: %s',
        async (condition) => {
            expect(await checkFor(CODE, testing(condition))).toEqual([]);
        },
    );

    it('looks at what a scenario fills in too', async () => {
        const scenario = (line: string) => `scenario "s" voor X {\n    gegeven ${line}\n}\n`;
        await expectFindings(CODE, testing('akkoord', scenario('akkoord is 3, keren is 3, situatie is scheiding')), [
            { line: 17, says: '`akkoord` is ja of nee' },
        ]);
        expect(
            await checkFor(CODE, testing('akkoord', scenario('akkoord is onbekend, "gaat het goed" is ja'))),
        ).toEqual([]);
    });

    const repeating = (until: string) =>
        `interventie X {
    gegeven zorg: ja/nee
    gegeven keren: aantal
    gegeven situatie: een van goed, slecht
    aanpak { stap S { bepaalt zorg, keren, situatie
        herhaal tot ${until}
    } }
}
`;

    it.each(['zorg hoogstens 3 keer', '"x" en zorg hoogstens 3 keer', 'niet zorg hoogstens 3 keer', 'keren is 3 keer'])(
        'judges the condition of a loop without the bound behind it: %s',
        async (until) => {
            expect(await checkFor(CODE, repeating(until))).toEqual([]);
        },
    );

    it.each(['keren hoogstens 3 keer', 'keren, hoogstens 3 keer', 'zorg of keren hoogstens 3 keer'])(
        'tells that a loop ends by a number as if it were yes or no: %s',
        async (until) => {
            const text = repeating(until);
            const [finding] = await expectFindings(CODE, text, [
                { line: 6, says: '`keren` is een aantal, maar wordt hier vergeleken met ja of nee', severity: 'error' },
            ]);
            expect(finding && pointedAt(text, finding)).toBe('keren');
        },
    );

    it('tells a number in brackets at the end of a loop, which is about the fact', async () => {
        await expectFindings(CODE, repeating('(zorg hoogstens 3 keer)'), [{ line: 6, says: 'met een getal' }]);
    });

    it('keeps the bound of the loop where it mends the condition', async () => {
        const text = repeating('situatie hoogstens 3 keer');
        const [finding] = await expectFindings(CODE, text, [{ line: 6, says: 'is een keuze' }]);
        expect(finding && applyFix(text, finding)).toContain('herhaal tot situatie is goed hoogstens 3 keer');
    });
});
