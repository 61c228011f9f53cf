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

const WITH_DOCUMENT = `
interventie Basis "Basis" {
    rol W
    document D "D"
    aanpak {
        gelijktijdig Samen {
            stap Maken { door W  levert D }
            stap Praten { door W }
        }
        stap Gebruiken { door W  vereist D  daarna: Klaar }
        einde Klaar
    }
}
`;

const refined = (...lines: string[]) =>
    `${WITH_DOCUMENT}interventie Breda "Breda" uitwerking van Basis {\n${lines.join('\n')}\n}\n`;

const messagesOf = async (code: string, text: string) =>
    (await check(text)).filter((f) => f.code === code).map((f) => [f.severity, pointedAt(text, f), f.message.nl]);

describe('a document that nothing delivers any more in a working-out', () => {
    const CODE = 'uitwerking/vervallen';

    it('is told at the step that is dropped', async () => {
        const found = await messagesOf(CODE, refined('vervalt stap Maken omdat "Dubbel."'));
        expect(found).toEqual([
            [
                'warning',
                'Maken',
                expect.stringContaining('`Maken` leverde `D`. Dat vervalt hier mee, en is nog nodig bij `Gebruiken`.'),
            ],
        ]);
    });

    it('is told at the step that is written anew without it', async () => {
        const found = await messagesOf(CODE, refined('aanpak {', 'stap Maken { door W }', '}'));
        expect(found).toEqual([['warning', 'Maken', expect.stringContaining('`Maken` levert hier `D` niet meer')]]);
    });

    it.each([
        ['another step delivers it', 'aanpak {\nstap Maken { door W }\nstap Praten { door W  levert D }\n}'],
        ['nothing needs it', 'aanpak {\nstap Maken { door W }\nstap Gebruiken { door W  daarna: Klaar }\n}'],
        ['it is left open', 'aanpak {\nstap Maken { door W  levert onbekend }\n}'],
    ])('is not told where %s', async (_, text) => {
        expect(await messagesOf(CODE, refined(text))).toEqual([]);
    });
});

describe('a group that a working-out writes anew', () => {
    it('keeps the parts that it does not name, and says which', async () => {
        const text = refined('aanpak {', 'gelijktijdig Samen {', 'stap Maken { door W  levert D }', '}', '}');
        const found = await messagesOf('uitwerking/afwijking', text);
        expect(found).toEqual([
            ['info', 'Samen', expect.stringContaining('`Samen` houdt hier ook `Praten` uit `Basis`')],
        ]);
    });
});

describe('a way that is another in a working-out', () => {
    it('is told once', async () => {
        const text = refined('aanpak {', 'stap Gebruiken { door W  vereist D  daarna: Anders }', 'einde Anders', '}');
        const found = await messagesOf('uitwerking/afwijking', text);
        expect(found.filter(([, , message]) => message?.includes('`daarna`'))).toHaveLength(1);
    });
});
