import { describe, expect, it } from 'vitest';
import { applyFix, check, checkFor, expectFindings } from '../rule-tester.js';

const CODE = 'stroom/welk-einde';
const process = (body: string, ends = 'einde Klaar\n        einde Gestopt') => `interventie A {
    aanpak {
        ${body}
        ${ends}
    }
}
`;

describe('stroom/welk-einde', () => {
    it('asks after which end the last step comes, and offers each', async () => {
        const text = process('stap Een\n        stap Twee');
        const [finding] = await expectFindings(CODE, text, [
            { line: 4, says: 'er zijn 2 eindes: `Klaar` en `Gestopt`', severity: 'warning' },
        ]);
        expect(finding?.fixes).toHaveLength(2);
        const mended = finding ? applyFix(text, finding, 1) : '';
        expect(mended).toContain('stap Twee {\n            daarna: Gestopt\n        }');
        expect(await checkFor(CODE, mended)).toEqual([]);
    });

    it.each([
        ['a group', 'gelijktijdig Samen { stap Een stap Twee }', '`Samen`'],
        ['a phase', 'fase Begin { stap Een }', '`Begin`'],
    ])('asks it of %s', async (_, body, says) => {
        await expectFindings(CODE, process(body), [{ line: 3, says }]);
    });

    it('is silent where there is one end, or none', async () => {
        expect(await checkFor(CODE, process('stap Een', 'einde Klaar'))).toEqual([]);
        expect(await checkFor(CODE, process('stap Een', ''))).toEqual([]);
    });

    it('is silent where the text says that it is open, or says it', async () => {
        for (const next of [
            'daarna onbekend',
            'daarna plaatselijk',
            'daarna: Klaar',
            'daarna { als "nee": Gestopt }',
        ]) {
            expect(await checkFor(CODE, process(`stap Een { ${next} }`)), next).toEqual([]);
        }
    });

    it('is silent about an escalation, and about what an interruption goes to and comes back from', async () => {
        const body = `altijd als "gevaar": Alarm, hervat daarna
        stap Een { daarna: Klaar }
        stap Alarm
        escalatie Omhoog { vanuit Een }`;
        expect(await checkFor(CODE, process(body))).toEqual([]);
    });

    it('points at the end that a working-out adds to what it inherits', async () => {
        const base = process('stap Een', 'einde Klaar');
        const text = `${base}interventie B uitwerking van A {\n    aanpak { einde Gestopt }\n}\n`;
        const [finding] = await expectFindings(CODE, text, [{ line: 8, says: 'Wat er na `Een` komt' }]);
        expect(finding?.fixes).toEqual([]);
    });

    it('leaves what comes after a dropped step to the rule about that', async () => {
        const base = process(
            'stap Een { daarna: Twee }\n        stap Twee { daarna { als "ja": Klaar  anders: Gestopt } }',
        );
        const text = `${base}interventie B uitwerking van A {\n    vervalt stap Twee\n}\n`;
        expect((await check(text)).map((f) => f.code)).not.toContain(CODE);
    });
});
