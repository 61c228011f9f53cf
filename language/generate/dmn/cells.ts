import { informalTexts } from '../../simulate/said.js';
import { isInformal } from '../../execution/truth.js';
import type { Condition, FactTest } from '../../model/protocol.js';
import { interval, type Quantity } from '../../model/values.js';

/** What a column of a table asks: a fact, what a person decides by its words, or how often a bounded way was taken. */
export type Asked =
    | { readonly kind: 'fact'; readonly name: string }
    | { readonly kind: 'decision'; readonly name: string }
    | { readonly kind: 'count'; readonly name: string; readonly counter: number };

/** One test of a row: what is asked, and the unary tests of FEEL that its value must meet. */
export interface Cell {
    readonly asked: Asked;
    readonly tests: string;
}

/** Cells that hold together. */
export type Row = readonly Cell[];

/** More rows than anybody reads; where a condition would need more, there is no table. */
const MOST_ROWS = 256;

/**
 * The rows of which one is met exactly where a condition holds: its disjunctive normal form, with every denial brought to
 * a single test. That keeps it exact when facts are not known yet, since Kleene's logic is distributive and knows De
 * Morgan's laws; a value that is not known (null in FEEL) meets no test but `onbekend`.
 *
 * @param holdsUp whether a case waits for what a person decides; else that part holds, whatever it is
 * @returns undefined where there would be too many
 */
export function rowsOf(condition: Condition, holdsUp = true, holds = true): readonly Row[] | undefined {
    switch (condition.type) {
        case 'and':
        case 'or': {
            const left = rowsOf(condition.left, holdsUp, holds);
            const right = rowsOf(condition.right, holdsUp, holds);
            if (!left || !right) {
                return undefined;
            }
            return (condition.type === 'and') === holds ? bothOf(left, right) : few([...left, ...right]);
        }
        case 'not':
            return rowsOf(condition.operand, holdsUp, !holds);
        case 'informal':
        case 'open':
        case 'modal':
            return [holdsUp ? [decision(informalTexts(condition)[0] ?? '', holds)] : []];
        case 'fact':
            return [holdsUp || !isInformal(condition) ? [cellOf(condition, holds !== condition.negated)] : []];
    }
}

/** Each row of one with each of the other. */
export function bothOf(left: readonly Row[], right: readonly Row[]): readonly Row[] | undefined {
    return few(
        left.flatMap((a) => right.map((b) => [...a, ...b.filter((cell) => !a.some((other) => isSame(cell, other)))])),
    );
}

function few(rows: readonly Row[]): readonly Row[] | undefined {
    return rows.length > MOST_ROWS ? undefined : rows;
}

function isSame(a: Cell, b: Cell): boolean {
    return keyOf(a.asked) === keyOf(b.asked) && a.tests === b.tests;
}

export function keyOf({ kind, name }: Asked): string {
    return `${kind} ${name}`;
}

function decision(name: string, holds: boolean): Cell {
    return { asked: { kind: 'decision', name }, tests: String(holds) };
}

function cellOf(condition: FactTest, holds: boolean): Cell {
    const { fact, test } = condition;
    const cell = (tests: string): Cell => ({ asked: { kind: 'fact', name: fact.name }, tests });
    const word = (text: string) => cell(holds ? text : `not(${text}, null)`);
    switch (test.type) {
        case 'yes':
        case 'no':
            return cell(String((test.type === 'yes') === holds));
        case 'known':
        case 'unknown':
            return cell((test.type === 'unknown') === holds ? 'null' : 'not(null)');
        case 'word':
            return word(quoted(test.word));
        case 'text':
            return word(quoted(test.text));
        case 'date':
            return word(`date("${test.date}")`);
        case 'number':
            return isInformal(condition) || test.value.type !== 'quantity'
                ? decision(informalTexts(condition)[0] ?? '', holds)
                : cell(holds ? within(test.value) : outside(test.value));
    }
}

function within(quantity: Quantity): string {
    const { low, high, lowIncluded, highIncluded } = interval(quantity);
    if (low === high) {
        return `${highIncluded ? '' : '< '}${String(low)}`;
    }
    if (!Number.isFinite(high)) {
        return `${lowIncluded ? '>=' : '>'} ${String(low)}`;
    }
    return `${lowIncluded ? '[' : '('}${String(low)}..${String(high)}${highIncluded ? ']' : ')'}`;
}

/** Below or above; of an amount both are tests that a value must have to be known. */
function outside(quantity: Quantity): string {
    const { low, high, lowIncluded, highIncluded } = interval(quantity);
    const below = `${lowIncluded ? '<' : '<='} ${String(low)}`;
    return Number.isFinite(high) ? `${below}, ${highIncluded ? '>' : '>='} ${String(high)}` : below;
}

/** A text of FEEL. */
export function quoted(text: string): string {
    return `"${text
        .replace(/[\\"]/g, (c) => `\\${c}`)
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r')
        .replace(/\t/g, '\\t')}"`;
}
