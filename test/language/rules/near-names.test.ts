import type { ReferenceInfo } from 'langium';
import { describe, expect, test, vi } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { findingsOf } from '../../../language/rules/check.js';
import { NearNames } from '../../../language/rules/near-names.js';
import { parseText } from '../../../language/workspace.js';
import { link, services } from '../support/language.js';

/** Interventies that each name a role of their own that stands nowhere. */
function wrongNames(count: number): string {
    return Array.from(
        { length: count },
        (_, i) => `interventie I${String(i)} "I" { aanpak { stap S { door Rol${String(i)} } einde Klaar } }`,
    ).join('\n');
}

/** How many wrong names are met, and how often the check asks whether something is of the kind that is sought. */
async function workOf(count: number): Promise<{ readonly found: number; readonly asked: number }> {
    const { Draaiboek } = createDraaiboekServices();
    const document = await parseText(Draaiboek, wrongNames(count), 'memory:/many.draaiboek');
    const asked = vi.spyOn(Draaiboek.shared.AstReflection, 'isSubtype');
    const findings = findingsOf(document, Draaiboek);
    return { found: findings.filter((f) => f.code === 'meta/verwijzing').length, asked: asked.mock.calls.length };
}

async function unresolved(text: string): Promise<ReferenceInfo[]> {
    const document = await link(text);
    return document.references.flatMap((r) => (r.error ? [r.error.info] : []));
}

describe('near names of many wrong names', () => {
    test('twice the wrong names is twice the work', async () => {
        const [small, large] = [await workOf(100), await workOf(200)];
        expect([small.found, large.found]).toEqual([100, 200]);
        expect(large.asked / small.asked).toBeLessThan(2.2);
    });

    test('a name that is seen from many places is compared once', async () => {
        const roles = Array.from({ length: 50 }, (_, i) => `rol Rol${String(i)}`).join('\n');
        const wrong = (count: number) =>
            `${roles}\ninterventie I "I" { aanpak { ${Array.from({ length: count }, (_, i) => `stap S${String(i)} { door Verpleger }`).join('\n')} } }`;
        const compared = async (count: number) => {
            const near = new NearNames(services());
            (await unresolved(wrong(count))).forEach((r) => near.of(r));
            return near.compared;
        };
        expect(await compared(40)).toBe((await compared(20)) + 20); // the further steps are read once
    });

    test('past the bound no name is compared, and the near name is not offered', async () => {
        const text = `rol Gezinswerker\ninterventie I "I" { aanpak { stap A { door Gezinswerkr } stap B { door Gezinswerke } } }`;
        const [first, second] = await unresolved(text);
        const near = new NearNames(services(), 5);
        const names = [first, second].map((r) => r && near.of(r));
        expect(names).toEqual([['Gezinswerker'], []]);
        expect(near.compared).toBe(5);
    });

    test('names nearer by come with those of the file', async () => {
        const text = `rol Coach1\ninterventie I "I" { rol Coach2 aanpak { stap A { door Coach3 } } }`;
        const [wrong] = await unresolved(text);
        expect(wrong && new NearNames(services()).of(wrong)).toEqual(['Coach1', 'Coach2']);
    });
});
