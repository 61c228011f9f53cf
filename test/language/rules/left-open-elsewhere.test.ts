import { describe, expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

/** A protocol with one fault in it; what is open stands where it could not undo that, or where it could. */
const text = (steps: string, rest = '') => `interventie X "X" {
    rol A
    rol B
    rol C
    document Plan
    gegeven akkoord: ja/nee
    doel Verder {
        subdoel eerst
        subdoel later na eerst
    }
    aanpak {
${steps}
        einde Klaar
    }
    ${rest}
}
`;
const FACT = (before: string, behind: string) =>
    text(`stap Een { door A  ${before}  daarna { als akkoord: Klaar  als niet akkoord: Twee } }
        stap Twee { door A  ${behind}  daarna: Klaar }`);
const DOCUMENT = (before: string, around: string, behind: string) =>
    text(`stap Een { door A  ${before}  daarna { als "haast": Drie  anders: Twee } }
        stap Twee { door A  levert Plan  ${around}  daarna: Drie }
        stap Drie { door A  vereist Plan  daarna: Vier }
        stap Vier { door A  ${behind}  daarna: Klaar }`);
const ORDER = (before: string, behind: string) =>
    text(`stap Een { door A  ${before}  daarna: Twee }
        stap Twee { door A  werkt aan later  daarna: Drie }
        stap Drie { door A  werkt aan eerst  daarna: Vier }
        stap Vier { door A  ${behind}  daarna: Klaar }`);
const HANDOVER = (first: string, last: string) =>
    text(`stap Een { ${first}  daarna: Twee }
        stap Twee { door B  daarna: Drie }
        stap Drie { door B  daarna: Vier }
        stap Vier { ${last}  daarna: Klaar }`);
const DEAD = (live: string, dead: string) =>
    text(`stap Een { door A  daarna: Twee }
        stap Twee { door A  ${live} }
        stap Drie { door A  daarna: Klaar }
        stap Vier { door A  ${dead} }`);
const TIME = (open: string) =>
    text(`stap Een { door A  ${open}  daarna: Twee }
        stap Twee { door A  duur 4 weken  termijn 3 weken na begin van Twee  daarna: Klaar }`);

describe('what a text leaves open', () => {
    it.each([
        ['keuze/onbekend-gegeven', FACT('', 'bepaalt onbekend'), 'error'],
        ['keuze/onbekend-gegeven', FACT('bepaalt onbekend', ''), 'info'],
        ['document/voor-productie', DOCUMENT('', 'levert onbekend', ''), 'error'],
        ['document/voor-productie', DOCUMENT('', '', 'levert onbekend'), 'error'],
        ['document/voor-productie', DOCUMENT('levert onbekend', '', ''), 'info'],
        ['doel/volgorde', ORDER('', 'werkt aan onbekend'), 'warning'],
        ['doel/volgorde', ORDER('werkt aan onbekend', ''), 'info'],
        ['overdracht/ontbreekt', HANDOVER('door A', 'door onbekend'), 'warning'],
        ['overdracht/ontbreekt', HANDOVER('door onbekend', 'door B'), 'info'],
        ['stroom/onbereikbaar', DEAD('daarna: Klaar', 'daarna: onbekend'), 'error'],
        ['stroom/onbereikbaar', DEAD('daarna: onbekend', 'daarna: Klaar'), 'info'],
        ['tijd/onhaalbaar', TIME('bepaalt onbekend  daarna { als onbekend: Twee  anders: Klaar }'), 'error'],
    ] as const)('matters to %s only where it could undo what it finds', async (code, protocol, severity) => {
        const found = await checkFor(code, protocol);
        expect(found.map((f) => f.severity).filter((s) => s !== 'info')).toEqual(
            severity === 'info' ? [] : expect.arrayContaining([severity]),
        );
        expect(found.length).toBeGreaterThan(0);
    });
});
