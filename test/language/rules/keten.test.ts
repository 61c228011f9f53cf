import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings } from '../rule-tester.js';

describe('factor/keten', () => {
    const text = (chain: string, steps: string) => `interventie A {
    doel D "Rust" {
        subdoel s "Slapen"
    }
    onderbouwing {
        ${chain}
    }
    aanpak {
        ${steps}
    }
}
`;

    it('names the link that is broken', async () => {
        await expectFindings('factor/keten', text('factor F beïnvloed door s', 'stap S { door onbekend }'), [
            { line: 6, says: 'breekt na subdoel `s`: geen enkele stap' },
        ]);
        await expectFindings('factor/keten', text('factor F beïnvloed door s', 'stap S { werkt aan s }'), [
            { line: 6, says: 'houdt op bij stap `S`: er zijn geen werkzame elementen' },
        ]);
        const elsewhere = 'factor F beïnvloed door s\n        werkzaam element "Ritme" in T';
        await expectFindings(
            'factor/keten',
            text(elsewhere, 'stap S { werkt aan s }\n        stap T { door onbekend }'),
            [{ line: 6, says: 'geen werkzaam element noemt een stap die aan `s` werkt' }],
        );
        await expectFindings('factor/keten', text('werkzaam element "Ritme"', 'stap S { werkt aan s }'), [
            { line: 6, says: 'In welke stap zit werkzaam element “Ritme”?' },
        ]);
    });

    it('holds when a working element names the phase around the step, or the subgoal itself', async () => {
        for (const where of ['P', 's']) {
            const chain = `factor F beïnvloed door s\n        werkzaam element "Ritme" in ${where}`;
            expect(await checkFor('factor/keten', text(chain, 'fase P { stap S { werkt aan s } }'))).toEqual([]);
        }
    });

    it('asks no steps of a description without them, and nothing of a link that is said to be unknown', async () => {
        expect(
            await checkFor('factor/keten', text('factor F beïnvloed door s\n        werkzaam element "Ritme"', '')),
        ).toEqual([]);
        const open = 'factor F { toelichting onbekend }\n        factor G beïnvloed door s';
        expect(await checkFor('factor/keten', text(open, ''))).toEqual([]);
    });

    it('misses a factor for a subgoal only where there are factors', async () => {
        expect(await checkFor('factor/keten', text('probleem "Onrust"', ''))).toEqual([]);
        await expectFindings('factor/keten', text('factor F { toelichting onbekend }', ''), [
            { line: 3, says: 'Op welke factor werkt subdoel `s`?' },
        ]);
    });
});
