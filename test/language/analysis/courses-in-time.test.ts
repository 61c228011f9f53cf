import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../language/rules/finding.js';
import { checkFor } from '../rule-tester.js';

/** Whoever talks beside Onderzoek comes to Vroeg where the outcome is not known yet, and else to Laat. */
const beside = (
    onderzoek: string,
    gesprek: string,
    ways = { vroeg: '', laat: '' },
    head = '',
    tail = '',
) => `interventie P {
    rol W
    rol V iemand anders dan W, vervuld door W
    ${head}
    gegeven uitkomst: ja/nee
    aanpak {
        gelijktijdig Samen {
            stap Onderzoek { door onbekend  duur ${onderzoek}  bepaalt uitkomst }
            fase Gesprekken {
                stap Gesprek { door W  duur ${gesprek}  daarna {
                    als uitkomst is onbekend: Vroeg
                    anders: Laat
                } }
                stap Vroeg { ${ways.vroeg}  daarna: Samenvatten }
                stap Laat { ${ways.laat}  daarna: Samenvatten }
                stap Samenvatten { door onbekend }
            }
        }
        einde Klaar { geslaagd }
    }
    ${tail}
}`;

const DAY = 'precies 1 dag';
const WEEK = 'precies 1 week';

const told = (found: readonly Finding[]) => found.map((f) => `${f.severity}: ${f.message.nl.slice(0, 20)}`);

describe('a course that time rules out, and no other shows the same', () => {
    it('is not told of one person in two roles', async () => {
        const apart = { vroeg: 'door V', laat: 'door W' };
        expect(told(await checkFor('rol/scheiding', beside(WEEK, DAY, apart)))).toHaveLength(1);
        expect(await checkFor('rol/scheiding', beside(DAY, WEEK, apart))).toEqual([]);
    });

    const goal = 'doel Rust { subdoel slapen  subdoel eten na slapen }';

    it('is not told of a subgoal that it leaves out', async () => {
        const only = { vroeg: 'door onbekend', laat: 'door onbekend  werkt aan slapen' };
        const text = (onderzoek: string, gesprek: string) => beside(onderzoek, gesprek, only, goal);
        expect(told(await checkFor('subdoel/overgeslagen', text(WEEK, DAY)))).toHaveLength(1);
        expect(await checkFor('subdoel/overgeslagen', text(DAY, WEEK))).toEqual([]);
    });

    it('is not told of goals in another order', async () => {
        const orders = { vroeg: 'door onbekend  werkt aan eten', laat: 'door onbekend  werkt aan slapen' };
        const text = (onderzoek: string, gesprek: string) => beside(onderzoek, gesprek, orders, goal);
        expect(told(await checkFor('doel/volgorde', text(WEEK, DAY)))).toHaveLength(1);
        expect(await checkFor('doel/volgorde', text(DAY, WEEK))).toEqual([]);
    });

    it('is not told of a handover that is missing on it', async () => {
        const other = { vroeg: 'door Ander', laat: 'door W' };
        const text = (onderzoek: string, gesprek: string) => beside(onderzoek, gesprek, other, 'rol Ander');
        const missing = (found: readonly Finding[]) => found.filter((f) => f.severity === 'warning');
        expect(missing(await checkFor('overdracht/ontbreekt', text(WEEK, DAY)))).toHaveLength(1);
        const late = await checkFor('overdracht/ontbreekt', text(DAY, WEEK));
        expect(late.filter((f) => f.message.nl.startsWith('Hangt af van tijd'))).toEqual([]);
    });
});
