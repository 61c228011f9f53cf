import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combinationsOf, outcomesAt } from '../../../language/execution/outcomes.js';
import { machineOf } from '../../../language/execution/machine.js';
import { knownIn } from '../../../language/execution/enter.js';
import { truthsOf, type FactValue } from '../../../language/execution/truth.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { caseFrom } from '../generate/support.js';

const names = (many: number) => Array.from({ length: many }, (_, i) => `x${String(i)}`);

/** A step by which so many yes/no facts become known, and where a case goes by them; `besides` stands in the approach. */
async function machine(many: number, branches: readonly string[], besides = '') {
    const { protocol } = await caseFrom(`interventie Lijst "Een lijst" {
    rol Werker
    ${names(many)
        .map((name) => `gegeven ${name}: ja/nee`)
        .join('\n    ')}
    aanpak {
        stap Vragen { door Werker bepaalt ${names(many).join(', ')} daarna {
            ${branches.map((b) => `als ${b}: Verder`).join('\n            ')}
            anders: Klaar
        } }
        stap Verder { door Werker }
        ${besides}
        einde Klaar
    }
}`);
    const made = machineOf(protocol);
    if (!made) {
        throw new Error('no machine');
    }
    return made;
}

const stationOf = (made: Awaited<ReturnType<typeof machine>>, name: string) => {
    const station = made.stations.find((s) => s.node.name === name);
    if (!station) {
        throw new Error(`no ${name}`);
    }
    return station;
};

describe('what can become known by a step', () => {
    test('is each combination where there are few', async () => {
        const made = await machine(3, ['x0 en x1 en x2']);
        expect(outcomesAt(made, stationOf(made, 'Vragen'))).toMatchObject({ isWhole: true, values: { length: 8 } });
    });

    test('of a long list is looked at no further than conditions ask', async () => {
        const made = await machine(24, [names(24).join(' of ')]);
        const { values, isWhole } = outcomesAt(made, stationOf(made, 'Vragen'));
        expect(isWhole).toBe(true);
        // the first fact that is so decides, or none is
        expect(values).toHaveLength(25);
        expect(spaceOf(made)).toMatchObject({ complete: true, many: undefined });
    });

    test('is whole for what becomes known elsewhere without the rest', async () => {
        const again = 'stap Opnieuw { door Werker bepaalt x0 }';
        const made = await machine(10, [names(10).join(' of ')], again);
        const { values } = outcomesAt(made, stationOf(made, 'Vragen'));
        const withoutFirst = new Set(values.map((facts) => JSON.stringify(facts.slice(1))));
        // what the others are is asked where x0 is yes as well: it may become no later
        expect(withoutFirst.size).toBe(10);
        expect(values).toHaveLength(20);
    });

    test('is said to be too much where conditions ask about all of it', async () => {
        const each = names(16).map((name, i) => `${name} en niet x${String((i + 1) % 16)}`);
        const made = await machine(16, each);
        expect(outcomesAt(made, stationOf(made, 'Vragen')).isWhole).toBe(false);
        const { complete, many } = spaceOf(made);
        expect(complete).toBe(false);
        expect(many).toMatchObject({ node: { name: 'Vragen' } });
    });

    test('comes to the same for every condition as each combination does', async () => {
        const literal = fc.tuple(fc.nat(9), fc.boolean()).map(([i, no]) => `${no ? 'niet ' : ''}x${String(i)}`);
        const clause = fc.array(literal, { minLength: 1, maxLength: 3 }).map((all) => `(${all.join(' en ')})`);
        const branch = fc.array(clause, { minLength: 1, maxLength: 3 }).map((all) => all.join(' of '));
        await fc.assert(
            fc.asyncProperty(fc.array(branch, { minLength: 1, maxLength: 3 }), async (branches) => {
                const made = await machine(10, branches);
                const station = stationOf(made, 'Vragen');
                const conditions = station.exits.flatMap((w) => w.arrow.condition ?? []);
                const truths = (facts: readonly (readonly [number, FactValue | undefined])[]) => {
                    const known: (FactValue | undefined)[] = made.facts.map(() => undefined);
                    facts.forEach(([index, value]) => (known[index] = value));
                    return conditions.map((c) => truthsOf(c, knownIn(made, known))).join(' ');
                };
                const { values, isWhole } = outcomesAt(made, station);
                const every = Array.from({ length: 2 ** station.determines.length }, (_, bits) =>
                    station.determines.map((index, i) => [index, ((bits >> i) & 1) === 1] as const),
                );
                expect(isWhole).toBe(true);
                expect(new Set(values.map(truths))).toEqual(new Set(every.map(truths)));
            }),
            { numRuns: 25 },
        );
    });
});

test('facts that may be unknown are combined so too', async () => {
    const made = await machine(10, [names(10).join(' en ')]);
    const { values, isWhole } = combinationsOf<FactValue | undefined>(
        made,
        made.facts.map((_, i) => i),
        { domain: () => [true, false, undefined], isApart: () => false },
    );
    expect(isWhole).toBe(true);
    expect(values.length).toBeLessThan(2 ** 12);
});
