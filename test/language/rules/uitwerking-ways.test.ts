import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../language/rules/answers.js';
import type { Finding } from '../../../language/rules/finding.js';
import { applyFix, check, pointedAt } from '../rule-tester.js';
import { link, services } from '../support/language.js';

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

const WITH_HANDOVER = `
interventie Basis "Basis" {
    rol W voert regie
    rol V
    gegeven a: ja/nee
    aanpak {
        gelijktijdig Samen { stap X { door W } stap Y { door W } }
        stap Plan { door W  bepaalt a  daarna { als a: Hulp  anders: Klaar } }
        stap Hulp { door V  daarna: Klaar }
        einde Klaar
    }
    overdracht Naar van W naar V { vanuit Plan  regie naar V }
}
`;

describe('an inherited handover', () => {
    const breda = (body: string) => `${WITH_HANDOVER}interventie Breda "Breda" uitwerking van Basis {\n${body}\n}\n`;
    const codes = ['overdracht/van-naar', 'overdracht/ontbreekt', 'regie/continu', 'regie/precies-een'];
    const found = async (text: string) =>
        (await check(text)).filter((f) => codes.includes(f.code)).map((f) => [f.code, pointedAt(text, f), f]);

    it('that fits is answered for the working-out as well', async () => {
        expect(await found(breda('vervalt stap X omdat onbekend'))).toEqual([]);
        const document = await link(breda('vervalt stap X omdat onbekend'));
        const answers = answersOf(document, services())[1]?.answers ?? [];
        expect(answers.filter((a) => codes.includes(a.code)).map((a) => a.outcome)).toEqual(codes.map(() => 'holds'));
    });

    it('that takes place no more is told at the step that is written anew, and dropped by a fix', async () => {
        const text = breda(
            'aanpak { stap Plan { door W  bepaalt a  daarna: Klaar } }\nvervalt stap Hulp omdat onbekend',
        );
        const away = breda('aanpak { stap Plan { door W  bepaalt a  daarna { als a: Y  anders: Klaar } } }');
        expect((await found(text)).map(([code, at]) => [code, at])).toEqual([]);
        const [first, ...more] = await found(away);
        expect(more).toEqual([]);
        expect(first?.slice(0, 2)).toEqual(['overdracht/van-naar', 'Plan']);
        const finding = first?.[2] as Finding;
        expect(finding.message.nl).toContain('of schrijf `vervalt overdracht Naar omdat "…"`.');
        expect(await found(applyFix(away, finding))).toEqual([]);
    });

    it('that lost its director here is told here, without a fix in what is worked out', async () => {
        const text = breda('rol W\nrol U voert regie');
        const told = await found(text);
        expect(told.map(([code]) => code)).toEqual(['regie/continu']);
        const finding = told[0]?.[2] as Finding;
        expect([finding.message.nl, finding.fixes]).toEqual([
            expect.stringContaining('`W` krijgt de regie nergens'),
            [],
        ]);
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

    it('is told once', async () => {
        const found = await check(refined('vervalt stap Maken omdat "Dubbel."'));
        expect(found.map((f) => f.code)).not.toContain('document/voor-productie');
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

describe('what comes first and is dropped', () => {
    const base = (body: string) => `interventie Basis "Basis" {
        rol W
        gegeven a: ja/nee
        aanpak { ${body} }
    }
    interventie Breda "Breda" uitwerking van Basis { vervalt stap Bellen omdat "Geen geld." }`;
    const BELLEN =
        'stap Bellen { door W  bepaalt a  herhaal hoogstens 2 keer tot a  daarna { als a: Doen  anders: Weg } }';

    it.each([
        ['a case begins there', `${BELLEN} stap Doen { daarna: Weg } einde Weg`],
        ['a phase does', `stap Eerst fase F { ${BELLEN} stap Doen { daarna: Weg } } einde Weg`],
    ])('chose where to go, and that is told: %s', async (_, body) => {
        const text = base(body);
        expect(await messagesOf('uitwerking/vervallen', text)).toEqual([
            ['info', 'Bellen', expect.stringContaining('`Bellen` kwam als eerste en zei zelf waar het verder ging.')],
        ]);
    });

    it('is no matter where it went on in the order of the text', async () => {
        const text = base('stap Bellen stap Doen { daarna: Weg } einde Weg');
        expect(await messagesOf('uitwerking/vervallen', text)).toEqual([]);
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
