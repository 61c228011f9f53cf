import type { Fact, FactTest } from '../model/protocol.js';
import { interval, type Quantity } from '../model/values.js';
import { isWithin, type FactValue } from './truth.js';

/**
 * Values that stand for all values of a fact: of two values that every test in the process answers alike, one is here.
 * For an amount, which is whole, these are the bounds that are asked about and their neighbours (regions, as in Alur and
 * Dill 1994).
 *
 * @param tests every test of this fact in the process
 */
export function domainOf(fact: Pick<Fact, 'type' | 'values'> | undefined, tests: readonly FactTest[]): FactValue[] {
    switch (fact?.type) {
        case 'yes-no':
            return [true, false];
        case 'one-of':
            return fact.values.length > 0 ? [...fact.values] : whateverIsAsked(tests);
        case 'number':
            return amounts(amountsNear(tests).filter(Number.isInteger), tests);
        case 'date':
            return withAnother(texts(tests), (known) => dayAfter([...known].sort().at(-1)));
        case 'text':
            return withAnother(texts(tests), () => '…');
        default:
            return whateverIsAsked(tests);
    }
}

/** Of a fact of which the type or the values are open: each value that is asked about, and another. */
function whateverIsAsked(tests: readonly FactTest[]): FactValue[] {
    const words = texts(tests);
    const isAmount = tests.some(({ test }) => test.type === 'number');
    const isFlag = tests.some(({ test }) => test.type === 'yes' || test.type === 'no');
    return [
        ...(isFlag || (words.size === 0 && !isAmount) ? [true, false] : []),
        ...(words.size > 0 ? withAnother(words, () => '…') : []),
        ...(isAmount ? amounts(amountsNear(tests), tests) : []),
    ];
}

/** One of all amounts that tests answer alike. */
function amounts(near: readonly number[], tests: readonly FactTest[]): number[] {
    const seen = new Set<string>();
    return near.filter((value) => {
        const answers = answersTo(value, tests);
        return !seen.has(answers) && seen.add(answers);
    });
}

/**
 * The amounts about which tests of a fact ask, with their neighbours and 0, ascending: all that lie between two of them
 * are answered like both.
 */
export function amountsNear(tests: readonly FactTest[]): number[] {
    const bounds = amountsAsked(tests)
        .map(interval)
        .flatMap(({ low, high }) => [low, high].filter((n) => Number.isFinite(n)));
    const near = bounds.flatMap((bound) => [Math.ceil(bound) - 1, bound, Math.floor(bound) + 1]);
    return [...new Set([0, ...near])].filter((value) => value >= 0).sort((a, b) => a - b);
}

/** How tests of a fact answer for an amount: the same for two amounts that they all answer alike. */
export function answersTo(value: number, tests: readonly FactTest[]): string {
    return amountsAsked(tests)
        .map((quantity) => isWithin(value, quantity))
        .join();
}

function amountsAsked(tests: readonly FactTest[]): Quantity[] {
    return tests.flatMap(({ test }) => (test.type === 'number' && test.value.type === 'quantity' ? [test.value] : []));
}

/** The words, dates and texts that tests ask about. */
export function texts(tests: readonly FactTest[]): Set<string> {
    return new Set(
        tests.flatMap(({ test }) => {
            switch (test.type) {
                case 'date':
                    return [test.date];
                case 'text':
                    return [test.text];
                case 'word':
                    return [test.word];
                default:
                    return [];
            }
        }),
    );
}

function withAnother(known: Set<string>, another: (known: Set<string>) => string): string[] {
    return [...known, another(known)];
}

function dayAfter(date: string | undefined): string {
    const day = new Date(`${date ?? '2000-01-01'}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return Number.isNaN(day.getTime()) ? '2000-01-02' : day.toISOString().slice(0, 10);
}
