import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

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
