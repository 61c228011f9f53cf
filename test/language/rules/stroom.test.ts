import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const inAanpak = (...lines: string[]) => `interventie X {\ngegeven x: ja/nee\naanpak {\n${lines.join('\n')}\n}\n}\n`;

describe('stroom/geen-einde', () => {
    const CODE = 'stroom/geen-einde';

    it('does not speak of an example where a case goes round from the beginning', async () => {
        const text = inAanpak('stap A', 'stap B { daarna: A }', 'einde Klaar');
        const [finding] = await expectFindings(CODE, text, [{ line: 4, says: 'Wie bij `A` begint' }]);
        expect(finding?.related).toEqual([]);
        expect(finding?.message.nl).not.toContain('voorbeeld');
        expect(finding?.message.en).not.toContain('example');
    });

    it('shows the way to where a case goes round', async () => {
        const text = inAanpak(
            'stap A { bepaalt x  daarna { als x: B  anders: Klaar } }',
            'stap B { daarna: C }',
            'stap C { daarna: B }',
            'einde Klaar',
        );
        const [finding] = await expectFindings(CODE, text, [{ line: 5, says: 'zoals in het voorbeeld' }]);
        expect(finding?.related.length).toBeGreaterThan(0);
    });
});

describe('stroom/onbereikbaar', () => {
    const CODE = 'stroom/onbereikbaar';

    it('says that an altijd als holds from the beginning, and which', async () => {
        const text = inAanpak(
            'toegang als x',
            'altijd als x: M',
            'altijd als niet x: N',
            'stap A',
            'stap B { bepaalt x }',
            'stap M { daarna: Klaar }',
            'stap N { daarna: Klaar }',
            'einde Klaar',
        );
        const [finding] = await checkFor(CODE, text);
        expect(finding?.message.nl).toContain('De aanpak begint bij `A`, en toch komt daar niemand');
        expect(finding?.message.nl).toContain('meteen naar `M`.');
        expect(finding && finding.related.map((r) => pointedAt(text, { ...finding, at: r.at }))).toEqual([
            'altijd als x: M',
        ]);
    });

    it('says which ways lead there, and why nobody goes them', async () => {
        const text = inAanpak(
            'altijd als x: M',
            'stap A { daarna: Klaar }',
            'stap P { bepaalt x  daarna: Q }',
            'stap Q { daarna: P }',
            'stap M { daarna: Klaar }',
            'einde Klaar',
        );
        // M is the same story: x becomes known at P only
        const [finding] = await expectFindings(CODE, text, [{ line: 6, says: 'Bij `P` komt niemand.' }]);
        expect(finding?.message.nl).toContain('vanuit `Q`, maar daar komt ook niemand');
    });

    it('is content where a case may begin without being interrupted', async () => {
        const text = inAanpak(
            'toegang via onbekend',
            'altijd als x: M',
            'stap A { bepaalt x }',
            'stap M { daarna: Klaar }',
            'einde Klaar',
        );
        expect(await checkFor(CODE, text)).toEqual([]);
    });
});
