import { describe, expect, it } from 'vitest';
import { check, pointedAt } from '../rule-tester.js';

const BASE = `
interventie Basis "Basis" {
    rol W
    gegeven a: ja/nee
    aanpak {
        fase Eerst { stap Plan { door W  bepaalt a  daarna { als a: Hulp  anders: Klaar } } }
        fase Helpen { stap Hulp { door W  daarna: Klaar } }
        einde Klaar
    }
}
`;

describe('what a working-out brings about', () => {
    it('is told at the step that leads there no more, also where that led into a phase', async () => {
        const text = `${BASE}interventie Breda "Breda" uitwerking van Basis {
    aanpak { stap Plan { door W  bepaalt a  daarna: Klaar } }
}
`;
        const found = (await check(text)).filter((f) => f.code === 'stroom/onbereikbaar');
        expect(found.map((f) => [f.at.range.start.line, pointedAt(text, f)])).toEqual([[11, 'Plan']]);
    });

    it('is not told where the same stands in what it works out, in another file', async () => {
        const base = BASE.replace('als a: Hulp', 'als a: Klaar');
        const text = 'gebruik "basis.draaiboek"\ninterventie Breda "Breda" uitwerking van Basis {\n}\n';
        const files = { 'basis.draaiboek': base };
        const found = await check(text, { files, name: 'breda.draaiboek' });
        expect(found.filter((f) => f.code === 'stroom/onbereikbaar')).toEqual([]);
    });
});
