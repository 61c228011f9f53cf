import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

describe('doel/hoofddoel', () => {
    it('does not ask a goal of a local working-out or a follow-up', async () => {
        const base = 'interventie A { doel D "Het gezin heeft rust" }\n';
        expect(
            await checkFor('doel/hoofddoel', `${base}interventie B uitwerking van A\ninterventie C vervolg op A\n`),
        ).toEqual([]);
    });

    it.each([
        ['doel onbekend'],
        ['doel Hoofddoel onbekend'],
        ['kenmerk "Doel" onbekend'],
        ['kenmerk "Hoofddoel" plaatselijk'],
    ])('is content with `%s`', async (statement) => {
        expect(await checkFor('doel/hoofddoel', `interventie A {\n    ${statement}\n}\n`)).toEqual([]);
    });

    it('only warns where the goal stands as a label', async () => {
        await expectFindings('doel/hoofddoel', 'interventie A {\n    kenmerk "Doel" "Minder zorgen"\n}\n', [
            { line: 2, says: '“Minder zorgen”', severity: 'warning' },
        ]);
    });

    it('is no error for a label that is about something else', async () => {
        await expectFindings('doel/hoofddoel', 'interventie A {\n    kenmerk "Doelgroep" "Gezinnen"\n}\n', [
            { line: 1, says: 'heeft geen doel', severity: 'error' },
        ]);
    });
});

describe('a target group', () => {
    it('is missed, unless the text says that it is unknown', async () => {
        expect(await checkFor('doelgroep/aanwezig', 'interventie A {\n}\n')).toHaveLength(1);
        for (const word of ['onbekend', 'plaatselijk "p"']) {
            expect(await checkFor('doelgroep/aanwezig', `interventie A {\n    doelgroep ${word}\n}\n`)).toEqual([]);
        }
    });

    it('and a goal are those of what an interventie continues, also where that is not described here', async () => {
        for (const code of ['doelgroep/aanwezig', 'doel/hoofddoel']) {
            expect(await checkFor(code, 'interventie A vervolg op "Methode B" {\n}\n')).toEqual([]);
            expect(await checkFor(code, 'interventie A vervolg op onbekend {\n}\n')).toEqual([]);
        }
    });
});

describe('doel/meetbaar', () => {
    const goal = (...lines: string[]) =>
        `interventie A {\n    doel D "Rust" {\n${lines.map((l) => `        ${l}`).join('\n')}\n    }\n}\n`;

    it.each([
        ['no indicator', [], 'een `indicator …`, met een'],
        ['no norm', ['indicator I { moment "elk jaar" }'], 'heeft geen `norm`'],
        ['neither norm nor moment', ['indicator I'], 'heeft geen `norm` en `moment`'],
    ])('names what is missing: %s', async (_, lines, says) => {
        await expectFindings('doel/meetbaar', goal(...lines), [
            { line: lines.length === 0 ? 2 : 3, says, severity: 'warning' },
        ]);
    });

    it.each([
        ['a term in the norm is a moment', ['indicator I { norm minstens 80 % binnen 3 weken }']],
        ['the moment may stand at the goal', ['moment "elk jaar"', 'indicator I { norm minstens 80 % }']],
        ['one complete indicator is enough', ['indicator I', 'indicator J { norm minstens 80 %  moment onbekend }']],
        ['the indicator is said to be unknown', ['indicator onbekend']],
        ['what is said to be unknown is said', ['indicator I { norm onbekend  moment plaatselijk }']],
    ])('is content: %s', async (_, lines) => {
        // each statement on a line of its own
        const text = goal(...lines).replace(/ {2}(?=moment)/g, '\n');
        expect(await checkFor('doel/meetbaar', text)).toEqual([]);
    });

    it('asks it of each subgoal, and not of the goal that has them', async () => {
        const text = goal(
            'subdoel s "Slapen" { indicator I { norm minstens 5 nachten binnen 6 weken } }',
            'subdoel e "Eten"',
        );
        const found = await checkFor('doel/meetbaar', text);
        expect(found.map((f) => pointedAt(text, f))).toEqual(['e']);
    });

    it('leaves what is inherited to what it is inherited from', async () => {
        const text = 'interventie A { doel D "Rust" }\ninterventie B uitwerking van A\n';
        expect((await checkFor('doel/meetbaar', text)).map((f) => f.at.range.start.line)).toEqual([0]);
    });
});

describe('subdoel/zonder-stap', () => {
    const text = (aanpak: string) =>
        `interventie A {\n    doel D "Rust" {\n        subdoel s "Slapen"\n        subdoel e "Eten"\n    }\n    aanpak {\n${aanpak}\n    }\n}\n`;

    it('asks nothing of a description without steps', async () => {
        expect(await checkFor('subdoel/zonder-stap', text('        6 stappen, niet benoemd'))).toEqual([]);
    });

    it('counts activities and escalations', async () => {
        const aanpak = [
            '        stap S { door onbekend',
            '            activiteit "Een slaapplan" { werkt aan s }',
            '        }',
            '        escalatie E { vanuit S',
            '            werkt aan e',
            '            daarna: S }',
        ].join('\n');
        expect(await checkFor('subdoel/zonder-stap', text(aanpak))).toEqual([]);
    });

    it('cannot decide where a step works on the goal as a whole, or on what is unknown', async () => {
        await expectFindings('subdoel/zonder-stap', text('        stap S { werkt aan D }'), [
            { line: 3, says: 'als geheel', severity: 'info' },
            { line: 4, says: 'als geheel', severity: 'info' },
        ]);
        await expectFindings(
            'subdoel/zonder-stap',
            text('        stap S { werkt aan s }\n        stap T { werkt aan onbekend }'),
            [{ line: 4, says: 'van `T` is onbekend waaraan er wordt gewerkt', severity: 'info' }],
        );
    });

    it('asks it of a goal without subgoals too', async () => {
        const one = 'interventie A {\n    doel D "Rust"\n    aanpak { stap S { door onbekend } }\n}\n';
        await expectFindings('subdoel/zonder-stap', one, [{ line: 2, says: 'doel `D`', severity: 'error' }]);
    });

    it('warns a local working-out whose steps leave an inherited subgoal out', async () => {
        const both =
            'interventie A { doel D "Rust" }\ninterventie B uitwerking van A { aanpak { stap S { door onbekend } } }\n';
        const [finding] = await expectFindings('subdoel/zonder-stap', both, [
            { line: 2, says: 'doel `D` van `A`', severity: 'warning' },
        ]);
        expect(finding && pointedAt(both, finding)).toBe('B');
    });
});

describe('doel/meetbaar and when a norm holds', () => {
    it('is told by `na` and `binnen`', async () => {
        const text = (norm: string) => `interventie X {\n    doel D "d" { indicator I "i" { norm ${norm} } }\n}\n`;
        await expectFindings('doel/meetbaar', text('minstens 80 %'), [{ line: 2, says: '`moment`' }]);
        for (const norm of ['minstens 80 % na 6 maanden', 'minstens 80 % binnen 6 maanden']) {
            await expectFindings('doel/meetbaar', text(norm), []);
        }
    });
});
