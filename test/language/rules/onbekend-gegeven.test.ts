import { describe, expect, it } from 'vitest';
import { check, checkFor, expectFindings } from '../rule-tester.js';

const CODE = 'keuze/onbekend-gegeven';

/** An aanpak of two steps and an alarm. */
const process = (statements: string, first = '', second = '') => `interventie A {
    gegeven onveilig: ja/nee
    gegeven ander: ja/nee
    aanpak {
        ${statements}
        stap Begin { ${first} }
        stap Vervolg { ${second} daarna: Klaar }
        stap Alarm { daarna: Klaar }
        einde Klaar
    }
}
`;

describe('a fact that nobody determines', () => {
    it('never interrupts', async () => {
        const text = process('altijd als onveilig: Alarm');
        await expectFindings(CODE, text, [
            { line: 5, says: 'daarop komt deze onderbreking er dus nooit', severity: 'warning' },
        ]);
        // that nobody comes to the alarm is the same story
        expect((await check(text)).map((f) => f.code)).not.toContain('stroom/onbereikbaar');
    });

    it('is told once for each alarm, also where it is one of two', async () => {
        const text = process('altijd als onveilig of niet onveilig of ander: Alarm', 'bepaalt ander');
        await expectFindings(CODE, text, [{ line: 5, says: '`onveilig`' }]);
    });

    it('never lifts a matter up', async () => {
        const up = 'escalatie Omhoog { vanuit Begin  als onveilig  daarna: Klaar }';
        const text = process('', '').replace('        einde', `        ${up}\n        einde`);
        await expectFindings(CODE, text, [
            { line: 9, says: 'daarop komt deze escalatie er dus nooit', severity: 'warning' },
        ]);
    });

    it('never ends a repetition', async () => {
        const text = process('', 'herhaal hoogstens 3 keer tot onveilig');
        await expectFindings(CODE, text, [{ line: 6, says: 'daardoor eindigt deze herhaling dus nooit' }]);
    });

    it.each([
        ['what a step determines', process('altijd als onveilig: Alarm', 'bepaalt onveilig')],
        [
            'what an activity determines',
            process('altijd als onveilig: Alarm', 'activiteit "Kijken" { bepaalt onveilig }'),
        ],
        ['what the intake asks about', process('toegang als onveilig\naltijd als onveilig: Alarm')],
        ['what only the intake asks about: it is known then', process('toegang als niet onveilig')],
        ['what the intake mostly asks about', process('toegang veelal als onveilig\naltijd als onveilig: Alarm')],
        ['an alarm that a person decides on', process('altijd als "er is gevaar": Alarm')],
        ['an alarm that a person decides on beside it', process('altijd als onveilig en "er is gevaar": Alarm')],
        ['whether it is known', process('altijd als onveilig is bekend: Alarm')],
    ])('says nothing of %s', async (_, text) => {
        expect(await checkFor(CODE, text)).toEqual([]);
    });

    it('may be determined where a step leaves open what it determines', async () => {
        for (const open of ['onbekend', 'plaatselijk']) {
            await expectFindings(CODE, process('altijd als onveilig: Alarm', `bepaalt ${open}`), [
                { line: 5, says: `\`Begin\``, severity: 'info' },
            ]);
            const choice = process('', '', 'daarna { als onveilig: Klaar  als niet onveilig: Alarm }');
            await expectFindings(
                CODE,
                choice.replace('stap Begin { ', `stap Begin { bepaalt ${open} `).replace('daarna: Klaar }', '}'),
                [{ line: 7, says: `\`Begin\``, severity: 'info' }],
            );
        }
    });
});
