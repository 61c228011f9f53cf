import { describe, expect, it } from 'vitest';
import { spaceOf } from '../../../language/analysis/space.js';
import { machineOf } from '../../../language/execution/machine.js';
import { answersOf } from '../../../language/rules/answers.js';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';
import { link, protocol, services } from '../support/language.js';

const inAanpak = (...lines: string[]) => `interventie X {\ngegeven x: ja/nee\naanpak {\n${lines.join('\n')}\n}\n}\n`;

describe('stroom/geen-einde', () => {
    const CODE = 'stroom/geen-einde';

    it('does not speak of an example where a case goes round from the beginning', async () => {
        const text = inAanpak('stap A', 'stap B { daarna: A }', 'einde Klaar');
        const [finding] = await expectFindings(CODE, text, [{ line: 4, says: 'Wie bij `A` begint' }]);
        expect(finding?.related).toEqual([]);
        expect(finding?.message.nl).not.toContain('voorbeeld');
        expect(finding?.message.en).not.toContain('example');
    });

    it('shows the way to where a case goes round', async () => {
        const text = inAanpak(
            'stap A { bepaalt x  daarna { als x: B  anders: Klaar } }',
            'stap B { daarna: C }',
            'stap C { daarna: B }',
            'einde Klaar',
        );
        const [finding] = await expectFindings(CODE, text, [{ line: 5, says: 'zoals in het voorbeeld' }]);
        expect(finding?.related.length).toBeGreaterThan(0);
    });

    it('does not take an escalation that only leads back for a way to an end', async () => {
        const text = (back: string) =>
            inAanpak(
                'stap A { daarna: B }',
                'stap B { daarna: A }',
                `escalatie Op { vanuit A, B  daarna: ${back} }`,
                'altijd als "gevaar": Meld',
                'stap Meld { daarna: Klaar }',
                'einde Klaar',
            );
        const [wrong] = await expectFindings(CODE, text('B'), [{ line: 4, says: 'Alleen', severity: 'error' }]);
        expect(wrong?.message.nl).toContain('als er iets tussenkomt: `altijd als` “gevaar”. Dat overkomt niet');
        const [open] = await expectFindings(CODE, text('Klaar'), [{ line: 4, says: 'Alleen', severity: 'info' }]);
        expect(open?.message.nl).toContain('als er iets tussenkomt: escalatie `Op`. Of elk gezin');
    });
});

describe('stroom/vastloper', () => {
    it('is no error where nobody knows whether the handover that holds a case up is on its way', async () => {
        const text = (to: string) => `interventie X {
    gegeven x: ja/nee
    rol A
    rol B
    aanpak {
        stap Een { door A  bepaalt x  daarna { als x: Twee  anders: Klaar } }
        stap Twee { door B  daarna: Klaar }
        einde Klaar
    }
    overdracht O van A naar ${to} { vanuit Een  pas als x }
}
`;
        await expectFindings('stroom/vastloper', text('B'), []);
        await expectFindings('stroom/vastloper', text('onbekend'), [{ line: 6, says: 'overdracht', severity: 'info' }]);
    });
});

describe('stroom/onbereikbaar', () => {
    const CODE = 'stroom/onbereikbaar';

    it('is no error where what a step determines is open, and the way depends on facts', async () => {
        const text = (determines: string) => `interventie X {
    gegeven veilig: ja/nee
    gegeven gevaar: ja/nee
    aanpak {
        stap A { ${determines}  daarna { als veilig: B  anders: Klaar } }
        stap B { bepaalt gevaar  daarna: Klaar }
        stap Los { daarna: Klaar }
        altijd als gevaar: Z
        stap Z { daarna: Klaar }
        einde Klaar
    }
}
`;
        // what it holds back hangs on A, of which keuze/onbekend-gegeven tells
        for (const determines of ['bepaalt onbekend', 'bepaalt plaatselijk', '']) {
            await expectFindings(CODE, text(determines), [{ line: 7, says: 'geen `daarna`', severity: 'error' }]);
        }
    });

    it('is an error where an escalation may be provided for who is held up before it', async () => {
        const text = (of: string, inHulp: string, wait: string, handover: string) => `interventie X {
    rol A
    rol B
    gegeven x: ja/nee
    gegeven y: ja/nee
    aanpak {
        fase Hulp { ${inHulp} stap Een { door A  bepaalt x } }
        stap Twee { ${wait} door B  bepaalt y  daarna: Klaar }
        escalatie Op door A { vanuit ${of}  als "het is onveilig"  daarna: Weg }
        einde Klaar
        einde Weg
    }
    overdracht O van A naar B { vanuit Een  ${handover} }
}
`;
        const cases: [Parameters<typeof text>, held: number, says: string][] = [
            [['Hulp', '', '', 'pas als x en niet x'], 7, 'vanuit `Hulp`, maar die kan nooit worden genomen'],
            [['Twee', '', 'pas als y', ''], 8, 'er begint niets'],
        ];
        for (const [parts, line, says] of cases) {
            await expectFindings('stroom/vastloper', text(...parts), [
                { line, says: 'escalatie `Op`', severity: 'info' },
            ]);
            await expectFindings(CODE, text(...parts), [{ line: 8, says, severity: 'error' }]);
        }
        // what is never known is told where it is asked
        const done = text('Hulp', 'klaar als y', '', '');
        await expectFindings('stroom/vastloper', done, [{ line: 7, says: 'escalatie `Op`', severity: 'info' }]);
        await expectFindings('keuze/onbekend-gegeven', done, [{ line: 7, says: 'klaar als', severity: 'error' }]);
        // who is held up for certain is told there, and what follows is not told again
        await expectFindings(CODE, text('Hulp', '', 'pas als y', ''), []);
    });

    it('counts the ways to what is in a phase as ways to the phase', async () => {
        const text = (determines: string) =>
            inAanpak(
                `stap A { ${determines}  daarna { als x: B  anders: C } }`,
                'fase F { stap B { daarna: Klaar } }',
                'stap C { daarna: Klaar }',
                'einde Klaar',
            );
        // keuze/onbekend-gegeven tells why
        await expectFindings(CODE, text('bepaalt onbekend'), []);
        await expectFindings('keuze/onbekend-gegeven', text('bepaalt onbekend'), [
            { line: 4, says: 'is open', severity: 'info' },
        ]);
        await expectFindings(CODE, text('bepaalt x').replace('als x: B', 'als x en niet x: B'), []);
        await expectFindings(CODE, text('bepaalt x').replace('als x: B', 'als x: C'), [
            { line: 5, says: 'geen `daarna`', severity: 'error' },
        ]);
    });

    it('is undecided where an interruption or a term leads to somewhere open', async () => {
        const text = (...open: string[]) => inAanpak(...open, 'stap Z { daarna: Klaar }', 'einde Klaar');
        for (const open of [
            ['stap A { daarna: Klaar }', 'altijd als "gevaar": onbekend'],
            ['stap A { bepaalt x  daarna: Klaar }', 'altijd als x: plaatselijk'],
            ['stap A { termijn 2 weken anders: onbekend  daarna: Klaar }', ''],
        ]) {
            await expectFindings(CODE, text(...open), [{ line: 6, says: 'niet te zeggen', severity: 'info' }]);
        }
        await expectFindings(CODE, text('stap A { termijn 2 weken  daarna: Klaar }', ''), [
            { line: 6, says: 'komt niemand', severity: 'error' },
        ]);
    });

    it('says that an altijd als holds from the beginning, and which', async () => {
        const text = inAanpak(
            'toegang als x',
            'altijd als x: M',
            'altijd als niet x: N',
            'stap A',
            'stap B { bepaalt x }',
            'stap M { daarna: Klaar }',
            'stap N { daarna: Klaar }',
            'einde Klaar',
        );
        const [finding] = await checkFor(CODE, text);
        expect(finding?.message.nl).toContain('De aanpak begint bij `A`, en toch komt daar niemand');
        expect(finding?.message.nl).toContain('meteen naar `M`.');
        expect(finding && finding.related.map((r) => pointedAt(text, { ...finding, at: r.at }))).toEqual([
            'altijd als x: M',
        ]);
    });

    it('says which ways lead there, and why nobody goes them', async () => {
        const text = inAanpak(
            'altijd als x: M',
            'stap A { daarna: Klaar }',
            'stap P { bepaalt x  daarna: Q }',
            'stap Q { daarna: P }',
            'stap M { daarna: Klaar }',
            'einde Klaar',
        );
        // M is the same story: x becomes known at P only
        const [finding] = await expectFindings(CODE, text, [{ line: 6, says: 'Bij `P` komt niemand.' }]);
        expect(finding?.message.nl).toContain('vanuit `Q`, maar daar komt ook niemand');
    });

    it('does not put down to an `altijd als` that nobody is admitted', async () => {
        const text = inAanpak(
            'toegang als x en niet x',
            'altijd als "gevaar": M',
            'stap A { daarna: Klaar }',
            'stap M { daarna: Klaar }',
            'einde Klaar',
        );
        const answers = answersOf(await link(text), services())[0]?.answers ?? [];
        const reasons = answers.find((a) => a.code === CODE)?.reasons.map((r) => r.nl);
        expect(reasons).toContain(
            'Bij `M` komt niemand. Een weg erheen gaat door een `altijd als`, maar niemand voldoet aan de toegang.',
        );
    });

    it('leaves to stroom/vastloper a beginning at which a case waits for ever', async () => {
        for (const lines of [
            ['stap A { pas als x }', 'stap B { bepaalt x }', 'einde Klaar'],
            ['gelijktijdig G {', 'stap A { pas als x  bepaalt x }', 'stap B { pas als x }', '}', 'einde Klaar'],
            ['een van V {', 'stap A { pas als x }', 'stap B { pas als x }', '}', 'einde Klaar'],
            ['fase F { pas als x', 'stap A { bepaalt x }', '}', 'einde Klaar'],
        ]) {
            await expectFindings(CODE, inAanpak(...lines), []);
            expect(await checkFor('stroom/vastloper', inAanpak(...lines))).not.toEqual([]);
        }
    });

    it('says that nothing begins where cases wait for ever and only others go on', async () => {
        const text = inAanpak(
            'gelijktijdig G {',
            'stap A { termijn 2 weken anders: Klaar }',
            'stap B { pas als x }',
            '}',
            'einde Klaar',
            'altijd als "nood": Klaar',
        );
        const held = inAanpak('stap A { pas als x  termijn 2 weken anders: Klaar }', 'einde Klaar');
        await expectFindings('stroom/vastloper', text, [{ line: 6, says: 'pas als' }]);
        const [finding] = await expectFindings(CODE, held, [{ line: 4, says: 'er begint niets' }]);
        expect(finding && finding.related.map((r) => pointedAt(held, { ...finding, at: r.at }))).toEqual(['pas als x']);
    });

    it('says what to do, and of several ways with the same reason the reason once', async () => {
        const text = inAanpak(
            'stap A { daarna: Klaar }',
            'stap P { daarna { als "a": Q  anders: R } }',
            'stap Q { daarna: P }',
            'stap R { daarna: P }',
            'einde Klaar',
        );
        const [finding] = await expectFindings(CODE, text, [{ line: 5, says: 'of haal `P` weg' }]);
        expect(finding?.message.nl).toContain('gaat vanuit `Q` en `R`, maar daar komt ook niemand. Laat een stap');
    });

    it('is content where a case may begin without being interrupted', async () => {
        const text = inAanpak(
            'toegang via onbekend',
            'altijd als x: M',
            'stap A { bepaalt x }',
            'stap M { daarna: Klaar }',
            'einde Klaar',
        );
        expect(await checkFor(CODE, text)).toEqual([]);
    });
});

describe('regie/continu', () => {
    it('is undecided where nobody knows at what place an earlier handover passes direction on', async () => {
        const text = (from: string) => `interventie X {
    rol A voert regie
    rol B
    rol C
    aanpak {
        stap Een { door A }
        stap Twee { door B }
        stap Drie { door C  daarna: Klaar }
        einde Klaar
    }
    overdracht O van A naar B { vanuit ${from}  regie naar B }
    overdracht P van B naar C { vanuit Twee  regie naar C }
}
`;
        await expectFindings('regie/continu', text('Een'), []);
        await expectFindings('regie/continu', text('onbekend'), [
            { line: 12, says: 'waar overdracht `O` is, is onbekend', severity: 'info' },
        ]);
    });
});

describe('stroom/onzuiver-einde', () => {
    const CODE = 'stroom/onzuiver-einde';
    const text = (...lines: string[]) =>
        inAanpak('gelijktijdig {', 'stap A { bepaalt x }', 'stap B', 'daarna: Klaar', '}', ...lines);

    it('tells that work which is to be resumed goes on on no course', async () => {
        for (const condition of ['x', '"nood"']) {
            const [finding] = await expectFindings(
                CODE,
                text(
                    `altijd als ${condition}: X, hervat daarna`,
                    'stap X { daarna: Gestopt }',
                    'einde Klaar',
                    'einde Gestopt',
                ),
                [{ line: 9, says: 'na `X` komt een gezin bij `Gestopt`', severity: 'warning' }],
            );
            expect(finding?.related.length).toBeGreaterThan(0);
        }
    });

    it('shows a course on which work is interrupted, also where others come to that end without it', async () => {
        const steps = [
            'stap A { bepaalt x }',
            'altijd als x: V, hervat daarna',
            'stap V { bepaalt x  daarna { als x: W  anders: A } }',
            'stap W { daarna: Klaar }',
            'einde Klaar',
        ];
        const [finding] = await expectFindings(CODE, inAanpak(...steps), [
            { line: 5, says: 'na `V` komt een gezin bij `Klaar`', severity: 'warning' },
        ]);
        expect(finding?.related.map(({ message }) => message.nl)).toEqual([
            '1. A: x is ja',
            '2. V: x is ja',
            '3. W: gedaan',
        ]);
    });

    it('is content where it goes on on some course, or where that is open', async () => {
        const ends = ['einde Klaar', 'einde Gestopt'];
        await expectFindings(CODE, text('altijd als x: X, hervat daarna', 'stap X', ...ends), []);
        await expectFindings(
            CODE,
            text(
                'altijd als x: X, hervat daarna',
                'stap X { daarna { als "het gaat weer": Y  anders: Gestopt } }',
                'stap Y',
                ...ends,
            ),
            [],
        );
        await expectFindings(CODE, text('altijd als x: X, hervat daarna', 'stap X { daarna: onbekend }', ...ends), []);
    });
});

describe('lus/geen-grens', () => {
    const CODE = 'lus/geen-grens';

    it('sees a way back behind an altijd als', async () => {
        for (const condition of ['x', '"nood"']) {
            const text = (back: string) =>
                inAanpak(
                    'stap A { bepaalt x }',
                    'stap B { daarna: Klaar }',
                    `altijd als ${condition}: X`,
                    `stap X { daarna { als "weer rustig": ${back}  anders: Klaar } }`,
                    'einde Klaar',
                );
            await expectFindings(CODE, text('A'), [{ line: 7, says: 'van `X` terug naar `A`', severity: 'warning' }]);
            await expectFindings(CODE, text('A hoogstens onbekend keer'), [
                { line: 7, says: 'open gelaten', severity: 'info' },
            ]);
            await expectFindings(CODE, text('A hoogstens 2 keer'), []);
        }
        // what is interrupted becomes known once only
        await expectFindings(
            CODE,
            inAanpak(
                'stap A { bepaalt x }',
                'stap B { daarna: Klaar }',
                'altijd als x: X',
                'stap X { daarna: B }',
                'einde Klaar',
            ),
            [],
        );
    });

    it('cannot say how often an altijd als comes between', async () => {
        const answerTo = async (...lines: string[]) => {
            const answers = answersOf(await link(inAanpak(...lines)), services())[0]?.answers ?? [];
            return answers.find((a) => a.code === CODE);
        };
        const steps = ['stap A', 'stap B { daarna: Klaar }', 'einde Klaar', 'stap X'];
        const answer = await answerTo(...steps, 'altijd als "nood": X, hervat daarna');
        expect(answer?.outcome).toBe('undecided');
        expect(answer?.reasons[0]?.nl).toContain('een gezin bij `X` brengt, staat er niet');
        expect((await answerTo(...steps, 'altijd als x: X, hervat daarna'))?.outcome).toBe('not-applicable');
    });
});

describe('stroom/niet-gevraagd', () => {
    const CODE = 'stroom/niet-gevraagd';
    const phase = (said: string, last: string) =>
        inAanpak(
            `fase F { ${said}`,
            'stap A { bepaalt x }',
            `stap B { ${last} }`,
            '}',
            'stap C { daarna: Klaar }',
            'einde Klaar',
        );

    it('tells of a phase or group that every way leaves before it is done', async () => {
        const [finding] = await expectFindings(CODE, phase('klaar als x', 'daarna: C'), [
            { line: 4, says: 'elk gezin gaat er al eerder uit, vanuit `B` naar `C`', severity: 'warning' },
        ]);
        expect(finding && finding.related.map((r) => r.at.range.start.line)).toEqual([5]);
        await expectFindings(CODE, phase('herhaal hoogstens 2 keer', 'daarna { als x: C  anders: Klaar }'), [
            { line: 4, says: 'achter `herhaal` staat bij `F`' },
        ]);
        await expectFindings(CODE, phase('klaar als x', 'daarna: C').replace('fase F', 'een van F'), []);
    });

    it('is content where it is asked, and cannot say where a way is open', async () => {
        await expectFindings(CODE, phase('klaar als x', ''), []);
        await expectFindings(
            CODE,
            phase('klaar als x  herhaal hoogstens 2 keer', 'daarna { als x: A hoogstens 1 keer  anders: C }'),
            [{ line: 4, says: '`klaar als` en `herhaal`' }],
        );
        await expectFindings(CODE, phase('klaar als x', 'daarna: onbekend'), [
            { line: 4, says: 'niet te zeggen', severity: 'info' },
        ]);
    });

    it('leaves to others a phase in which cases get stuck', async () => {
        await expectFindings(CODE, phase('klaar als x', 'pas als niet x en x'), []);
    });
});

describe('stroom/te-groot', () => {
    const text = inAanpak(
        'stap W { bepaalt x  daarna { als x: V  anders: Gestopt } }',
        'gelijktijdig V {',
        'stap A',
        'stap B { daarna: W }',
        '}',
        'stap C { daarna: Klaar }',
        'einde Klaar',
        'einde Gestopt',
    );

    it('does not look for an end to ever more work: that is told at the way that opens it', async () => {
        const [finding] = await expectFindings('stroom/onzuiver-einde', text, [
            { line: 7, says: 'Van `B` gaat een gezin hier naar `W`, buiten `V`' },
        ]);
        expect(finding && pointedAt(text, finding)).toBe('daarna: W');
        // each of these is the same story
        for (const code of ['stroom/te-groot', 'lus/geen-grens', 'stroom/vastloper', 'stroom/onbereikbaar']) {
            await expectFindings(code, text, []);
        }
        const answers = answersOf(await link(text), services())[0]?.answers ?? [];
        expect(answers.find((a) => a.code === 'stroom/te-groot')?.outcome).toBe('fails');
        expect(answers.every((a) => a.outcome !== 'undecided' || a.reasons.length > 0)).toBe(true);
        const machine = machineOf(await protocol(text));
        expect(machine && spaceOf(machine).states.length).toBeLessThan(200);
    });

    it('tells it where no end is reached before', async () => {
        await expectFindings('stroom/te-groot', text.replace('anders: Gestopt', 'anders: V'), [
            { line: 7, says: 'Dat werk begint dan nog eens' },
        ]);
    });
});

describe('a group that a case comes into by one of its parts', () => {
    it.each(['gelijktijdig', 'naar keuze'])(
        'waits for the others of %s, and where to go instead is said',
        async (kind) => {
            const text = `interventie P {
            rol W
            gegeven direct: ja/nee
            aanpak {
                stap S { door W  bepaalt direct  daarna { als direct: Training  anders: Aanbod } }
                ${kind} Aanbod { stap Training { door W }  stap Maatje { door W } }
                einde Klaar
            }
        }`;
            expect((await checkFor('stroom/vastloper', text)).map((f) => f.message.nl)).toEqual([
                'Hier kan een gezin vastlopen: `Aanbod` wacht op `Maatje`, en daar komt het niet als het vanuit `S` meteen naar een deel van `Aanbod` gaat. Ga in plaats daarvan naar `Aanbod`, of maak er een `een van` van als één deel genoeg is.',
            ]);
        },
    );
});
