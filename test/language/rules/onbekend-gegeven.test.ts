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
        const text = (repeat: string) => process('', repeat);
        await expectFindings(CODE, text('herhaal tot onveilig'), [
            { line: 6, says: 'daardoor eindigt deze herhaling dus nooit' },
        ]);
        await expectFindings(CODE, text('herhaal hoogstens 3 keer tot onveilig'), [
            { line: 6, says: 'het wordt altijd zo vaak gedaan als er hoogstens staat' },
        ]);
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

    it('accuses nobody where the access asks about it as a rule: what comes of it can be any value', async () => {
        const text = process(
            'toegang in beginsel als onveilig',
            '',
            'daarna { als onveilig: Alarm  als niet onveilig: Klaar }',
        );
        const found = (await check(text.replace('daarna: Klaar }\n        stap Alarm', '}\n        stap Alarm'))).map(
            (f) => f.code,
        );
        expect(found.filter((code) => /^(keuze|stroom|toegang)\//.test(code))).toEqual([]);
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

describe('a fact that becomes known only where no case has been yet', () => {
    it.each([
        ['a repetition', process('', 'herhaal hoogstens 3 keer tot ander', 'bepaalt ander'), 6, 'warning'],
        [
            'a repetition of a phase',
            process('fase F { herhaal hoogstens 2 keer tot ander\nstap Plan }', '', 'bepaalt ander'),
            5,
            'warning',
        ],
        [
            'an escalation',
            process(
                'escalatie Omhoog { vanuit Begin  als ander  daarna: Klaar }',
                'termijn 2 weken anders: Omhoog',
                'bepaalt ander',
            ),
            5,
            'warning',
        ],
        [
            'an escalation to which nothing else leads',
            process('escalatie Omhoog { vanuit Begin  als ander  daarna: Klaar }', '', 'bepaalt ander'),
            5,
            'error',
        ],
        [
            'work that has to be done',
            process('', 'klaar als ander  termijn 2 weken anders: Klaar', 'bepaalt ander'),
            6,
            'error',
        ],
    ] as const)('is told at %s', async (_, text, line, severity) => {
        await expectFindings(CODE, text, [
            { line, says: '`ander` wordt alleen bekend bij `Vervolg`, en daar is een gezin dan op geen', severity },
        ]);
        // that nobody comes there or behind it is the same story
        const others = (await checkFor('stroom/onbereikbaar', text)).map((f) => f.message.nl);
        expect(others.filter((m) => /Omhoog|Vervolg/.test(m))).toEqual([]);
    });

    it.each([
        ['work that is repeated determines it', process('', 'bepaalt ander  herhaal hoogstens 3 keer tot ander')],
        [
            'a case comes back with it',
            process(
                '',
                'herhaal hoogstens 2 keer tot ander',
                'bepaalt ander  daarna { als niet ander: Begin hoogstens 1 keer  anders: Klaar }',
            ).replace(' daarna: Klaar }\n        stap Alarm', ' }\n        stap Alarm'),
        ],
        ['another part of it holds', process('', 'bepaalt onveilig  klaar als onveilig of ander', 'bepaalt ander')],
        [
            'work beside it determines it',
            process('gelijktijdig { stap X { klaar als ander }\nstap Y { bepaalt ander } }'),
        ],
    ])('is not where %s', async (_, text) => {
        expect((await checkFor(CODE, text)).map((f) => f.message.nl)).toEqual([]);
    });
});

describe('a fact that work beside the choice finds out', () => {
    const beside = (length: string) => `interventie A {
    gegeven veilig: ja/nee
    aanpak {
        gelijktijdig G {
            stap Vinden { duur ${length}  bepaalt veilig }
            fase F { stap Kiezen { duur 4 tot 5 weken  daarna { als veilig: Een  anders: Twee } }  stap Een  stap Twee }
        }
        stap Na { daarna: Klaar }
        einde Klaar
    }
}
`;

    it.each([
        ['is known by then where time says so', '1 tot 3 weken', []],
        ['may not be known where it takes longer', '1 tot 6 weken', ['warning']],
    ])('%s', async (_, length, severities) => {
        expect((await checkFor(CODE, beside(length))).map((f) => f.severity)).toEqual(severities);
    });
});
