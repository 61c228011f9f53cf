import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../language/rules/answers.js';
import { checkFor } from '../rule-tester.js';
import { link, services } from '../support/language.js';

/** What the table of proofs says of one question. */
async function answer(code: string, text: string) {
    return answersOf(await link(text), services())[0]?.answers?.find((a) => a.code === code);
}

async function outcome(code: string, text: string): Promise<string | undefined> {
    return (await answer(code, text))?.outcome;
}

/** A choice after Keuze, beside Uitzoeken, that determines `uitkomst`. */
const beside = (uitzoeken: string, keuze: string, branches: string) => `interventie P {
    rol W
    gegeven uitkomst: ja/nee
    gegeven akkoord: ja/nee
    aanpak {
        gelijktijdig Samen {
            stap Uitzoeken { door W  duur ${uitzoeken}  bepaalt uitkomst }
            fase Gesprekken {
                stap Keuze { door W  duur ${keuze}  bepaalt akkoord  daarna { ${branches} } }
                stap Een { door W  daarna: Twee }
                stap Twee { door W }
            }
        }
        stap Slot { door W }
        einde Klaar { geslaagd }
    }
}`;

describe('a choice beside work that determines what it asks', () => {
    const incomplete = 'als uitkomst: Een  als niet uitkomst: Twee';

    it('has a branch that holds where that work is surely done by then', async () => {
        expect(await outcome('keuze/onvolledig', beside('precies 1 week', 'precies 3 weken', incomplete))).toBe(
            'holds',
        );
        expect(await outcome('keuze/onvolledig', beside('precies 3 weken', 'precies 1 week', incomplete))).toBe(
            'fails',
        );
    });

    it('has none where it asks nothing else and that work may or may not be done', async () => {
        expect(await outcome('keuze/onvolledig', beside('1 tot 3 weken', '2 weken', incomplete))).toBe('fails');
    });

    const forgotten = 'als uitkomst: Een  als uitkomst is onbekend: Twee';

    it('forgets no value that is known too late on every course', async () => {
        const late = beside('precies 5 weken', 'precies 1 week', forgotten);
        expect(await checkFor('keuze/onvolledig', late)).toEqual([]);
        expect(await outcome('keuze/onvolledig', late)).toBe('holds');
        const early = await checkFor('keuze/onvolledig', beside('precies 1 week', 'precies 5 weken', forgotten));
        expect(early.map((f) => f.message.nl)).toEqual([
            'Bij `uitkomst` is nee geldt na `Keuze` geen tak. Voeg in `daarna` een tak `anders: …` toe.',
        ]);
        expect(early[0]?.data?.['path']).toBeDefined();
    });

    const both = 'als akkoord: Een  als uitkomst: Twee  anders: Twee';

    it('has one way that holds where the other is known too late on every course', async () => {
        const late = beside('precies 5 weken', 'precies 1 week', both);
        expect(await checkFor('keuze/overlap', late)).toEqual([]);
        expect(await outcome('keuze/overlap', late)).toBe('holds');
        const [found] = await checkFor('keuze/overlap', beside('precies 1 week', 'precies 5 weken', both));
        expect(found?.severity).toBe('warning');
    });
});

describe('what a finding about a choice shows', () => {
    it('is a combination that some course comes to in time', async () => {
        // who went the long way knows the outcome, and who went the short way does not
        const text = `interventie P {
    rol W
    gegeven kort: ja/nee
    gegeven uitkomst: ja/nee
    aanpak {
        stap Begin { door W  bepaalt kort }
        gelijktijdig Samen {
            stap Uitzoeken { door W  duur precies 2 weken  bepaalt uitkomst }
            fase Gesprekken {
                stap Begroeten { door W  duur precies 1 dag  daarna { als kort: Keuze  anders: Lang } }
                stap Lang { door W  duur precies 3 weken }
                stap Keuze { door W  duur precies 1 week  daarna {
                    als uitkomst is onbekend: Een
                    als uitkomst is nee: Een
                } }
                stap Een { door W }
            }
        }
        einde Klaar { geslaagd }
    }
}`;
        const [found] = await checkFor('keuze/onvolledig', text);
        expect(JSON.stringify(found?.data?.['path'])).toContain('Lang');
    });
});

describe('what a case comes to only where something takes longer or shorter than is stated', () => {
    const reached = async (uitzoeken: string, keuze: string) => {
        const text = beside(uitzoeken, keuze, 'als uitkomst is onbekend: Een  als uitkomst: Twee  anders: Twee');
        const said = await answer('stroom/onbereikbaar', text.replace('daarna: Twee', 'daarna: Slot'));
        return { outcome: said?.outcome, reasons: said?.reasons.map((r) => r.nl) };
    };

    it('is said beside the answer', async () => {
        expect(await reached('precies 5 weken', 'precies 1 week')).toEqual({
            outcome: 'holds',
            reasons: [
                'Bij `Twee` komt een gezin alleen als iets korter of langer duurt dan er staat: met de duren en termijnen zoals zij er staan, gaat geen weg erheen.',
            ],
        });
        expect(await reached('precies 1 week', 'precies 5 weken')).toMatchObject({
            reasons: [expect.stringContaining('Bij `Een` komt')],
        });
    });

    it('is nothing where it depends on how long it takes', async () => {
        expect(await reached('1 tot 5 weken', 'precies 3 weken')).toEqual({ outcome: 'holds', reasons: [] });
        expect(await reached('ongeveer 5 weken', 'precies 1 week')).toEqual({ outcome: 'holds', reasons: [] });
    });
});
