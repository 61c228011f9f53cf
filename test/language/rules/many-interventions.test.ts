import { describe, expect, it } from 'vitest';
import { proofsOf } from '../../../language/analysis/proofs.js';
import { findingsOf } from '../../../language/rules/check.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { services } from '../support/language.js';

const text = (count: number) =>
    Array.from(
        { length: count },
        (_, i) => `interventie X${String(i)} "x" { aanpak { stap A { door onbekend } einde E } }\n`,
    ).join('');

/** How many interventies of a file have other proofs when they are asked again after a check. */
async function forgotten(count: number): Promise<number> {
    const document = await parseText(services(), text(count), `memory:/veel-${String(count)}.draaiboek`);
    const { interventions } = modelOf(services(), document);
    const before = interventions.map((p) => proofsOf(p, []));
    expect(before).not.toContain(undefined);
    findingsOf(document, services());
    return interventions.filter((p, i) => proofsOf(p, []) !== before[i]).length;
}

describe('what is proved of interventies', () => {
    it('is kept once a file is checked, for who asks next', async () => {
        expect(await forgotten(100)).toBe(0);
    });

    it('is let go of in a file of so many that it would be much memory', async () => {
        expect(await forgotten(101)).toBe(101);
    });

    it('makes no difference to what is found', async () => {
        const found = async (count: number) => {
            const document = await parseText(services(), text(count), `memory:/even-${String(count)}.draaiboek`);
            return findingsOf(document, services()).length;
        };
        expect(await found(101)).toBe((101 * (await found(50))) / 50);
    });
});
