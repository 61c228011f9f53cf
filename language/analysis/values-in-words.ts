import { amountsNear, answersTo, texts } from '../execution/domains.js';
import type { AskedFact } from '../execution/machine.js';
import type { FactValue } from '../execution/truth.js';
import type { Bilingual } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import type { Combination } from './combinations.js';

/** The facts that a process asks about, by name. */
export type Asked = (name: string) => AskedFact | undefined;

/**
 * A combination of values as the language writes it, `akkoord is nee en contacten is minstens 4`; one of nothing is any.
 * A value stands for all that the process does not tell from it.
 */
export function combinationInWords(combination: Combination, asked: Asked): Bilingual {
    if (combination.size === 0) {
        return { nl: 'elke uitkomst', en: 'every outcome' };
    }
    const parts = [...combination].map(([name, values]) => {
        const said = valuesInWords(values, asked(name));
        return { nl: `\`${name}\` is ${said.nl}`, en: `\`${name}\` is ${said.en}` };
    });
    return { nl: parts.map((p) => p.nl).join(' en '), en: parts.map((p) => p.en).join(' and ') };
}

/** Values of one fact as the language writes them behind `is`, with all that they stand for: "minstens 4", "niet 2026-01-01". */
export function valuesInWords(values: readonly (FactValue | undefined)[], fact: AskedFact | undefined): Bilingual {
    const out = fact && allBut(values, fact);
    if (out) {
        const said = eitherOf(out.map(valueInWords));
        return out.length === 0
            ? { nl: 'om het even wat', en: 'anything' }
            : { nl: `niet ${said.nl}`, en: `not ${said.en}` };
    }
    return eitherOf([
        ...values.filter((v) => typeof v !== 'number').map(valueInWords),
        ...amountsInWords(
            values.filter((v) => typeof v === 'number'),
            fact,
        ),
    ]);
}

/** Values that one fact has whenever it is asked about, behind `is`: "altijd minstens 4", "nooit 2026-01-01". */
export function alwaysInWords(values: readonly FactValue[], fact: AskedFact): Bilingual {
    const out = allBut(values, fact) ?? [];
    const said = out.length > 0 ? eitherOf(out.map(valueInWords)) : valuesInWords(values, fact);
    return out.length > 0
        ? { nl: `nooit ${said.nl}`, en: `never ${said.en}` }
        : { nl: `altijd ${said.nl}`, en: `always ${said.en}` };
}

function eitherOf(parts: readonly Bilingual[]): Bilingual {
    return { nl: parts.map((p) => p.nl).join(' of '), en: parts.map((p) => p.en).join(' or ') };
}

/** What values of a fact leave out, where they stand for all but that; undefined where they stand for some values only. */
function allBut(values: readonly (FactValue | undefined)[], fact: AskedFact): FactValue[] | undefined {
    const { domain, tests, declared } = fact;
    const asked = texts(tests);
    const isListed = declared?.type === 'one-of' && declared.values.length > 0;
    if (!isListed && values.some((v) => typeof v === 'string' && !asked.has(v))) {
        // the value that stands for all that nothing asks about is among them
        return domain.filter((v) => !values.includes(v));
    }
    const amounts = values.filter((v) => typeof v === 'number');
    const { near, isIn } = within(amounts, fact);
    const out = near.filter((_, i) => !isIn[i]);
    return amounts.length === values.length && out.length === 1 && isIn[0] && isIn.at(-1) ? out : undefined;
}

/** The amounts that are asked about and their neighbours, and which of them are answered like one of some values. */
function within(
    values: readonly number[],
    { tests }: AskedFact,
): { near: readonly number[]; isIn: readonly boolean[] } {
    const answers = new Set(values.map((v) => answersTo(v, tests)));
    const near = amountsNear(tests);
    return { near, isIn: near.map((v) => answers.has(answersTo(v, tests))) };
}

/** Amounts with all that they stand for, from the least: "hoogstens 2", "4 tot en met 6", "minstens 8". */
function amountsInWords(values: readonly number[], fact: AskedFact | undefined): Bilingual[] {
    if (!fact) {
        return values.map(valueInWords);
    }
    const { near, isIn } = within(values, fact);
    return near.flatMap((low, i) => {
        if (!isIn[i] || isIn[i - 1]) {
            return [];
        }
        const end = isIn.indexOf(false, i);
        return [runInWords(low, end === -1 ? undefined : near[end - 1])];
    });
}

/** Amounts from one up to another, or from one up. */
function runInWords(low: number, high: number | undefined): Bilingual {
    const [from, to] = [valueInWords(low), valueInWords(high)];
    if (high === undefined) {
        return { nl: `minstens ${from.nl}`, en: `at least ${from.en}` };
    }
    if (low === high) {
        return from;
    }
    return low === 0
        ? { nl: `hoogstens ${to.nl}`, en: `at most ${to.en}` }
        : { nl: `${from.nl} tot en met ${to.nl}`, en: `${from.en} to ${to.en}` };
}

/** One value as the language writes it; undefined is what is not known. */
export function valueInWords(value: FactValue | undefined): Bilingual {
    switch (value) {
        case undefined:
            return { nl: 'nog niet bekend', en: 'not known yet' };
        case true:
            return { nl: 'ja', en: 'yes' };
        case false:
            return { nl: 'nee', en: 'no' };
        default:
            return typeof value === 'number' ? formatNumber(value, 3) : { nl: value, en: value };
    }
}
