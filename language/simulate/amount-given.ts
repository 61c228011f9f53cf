import type { Machine } from '../execution/machine.js';
import type { FactValue } from '../execution/truth.js';
import { differentUnits } from '../model/one-unit.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';

/**
 * Why a figure is no answer to a fact that is an `aantal`: it is not whole, or the conditions on it name several units, so
 * that nobody can know which one the figure is in. Undefined where it is one.
 */
export function notAnAmount(
    { facts, protocol }: Machine,
    name: string,
    value: FactValue | null | undefined,
): Bilingual | undefined {
    if (typeof value !== 'number') {
        return undefined;
    }
    const isAmount = protocol.facts.find((f) => f.name === name)?.type === 'number';
    if (isAmount && (!Number.isInteger(value) || value < 0)) {
        const figure = String(value).replace('.', ',');
        return {
            nl: `\`${name}\` is een aantal, en dat is een heel getal: ${figure} kan niet. Schrijf 0, 1, 2 of meer.`,
            en: `\`${name}\` is an \`aantal\`, a whole number: ${String(value)} cannot be. Write 0, 1, 2 or more.`,
        };
    }
    const units = unitsNamed(facts.find((f) => f.name === name)?.tests ?? []);
    const [named, example] = [enumerate(units.map((u) => `\`${u}\``)), units[0] ?? ''];
    return units.length < 2
        ? undefined
        : {
              nl: `de voorwaarden over \`${name}\` staan in ${named.nl}, dus \`${name} is ${String(value)}\` zegt niet hoeveel het is. Schrijf die voorwaarden in één eenheid, bijvoorbeeld \`${example}\`.`,
              en: `the conditions on \`${name}\` are in ${named.en}, so \`${name} is ${String(value)}\` does not say how much it is. Write those conditions in one unit, such as \`${example}\`.`,
          };
}

/** The units that conditions on a fact were written in, the one in which they are compared first. */
function unitsNamed(tests: Machine['facts'][number]['tests']): string[] {
    const named = tests.flatMap(({ test }) =>
        test.type === 'number' && test.value.type === 'quantity'
            ? [test.value.unit, ...(test.value.parts ?? []).map((p) => p.unit)]
            : [],
    );
    return differentUnits(named.filter((u) => u !== undefined));
}
