import { conditionText, modalityText } from '../messages/wording.js';
import type { Condition, FactTest } from '../model/protocol.js';
import { namedIn, questionsIn, type Question } from '../model/queries.js';
import { interval, isVague, type Quantity } from '../model/values.js';

/** What a fact may be: ja/nee, an amount, or a word, date (ISO 8601) or text. */
export type FactValue = boolean | number | string;

/**
 * What a condition may come to, as a set of {@link TRUE}, {@link FALSE} and {@link OPEN}: open when it asks about a fact
 * that is not known yet, both true and false when a person decides (Kleene's strong three-valued logic, 1952, on sets).
 */
export type Truths = number;

export const TRUE = 1;
export const FALSE = 2;
/** it asks about a fact that is not known yet */
export const OPEN = 4;
/** a person decides, or it is not known what is asked: an informal condition, a vague amount, `onbekend` */
export const EITHER: Truths = TRUE | FALSE;

/** What is known when a condition is asked. */
export interface Known {
    /** the value of a fact; undefined while it is not known */
    readonly fact: (name: string) => FactValue | undefined;
    /** what a person decides on an informal condition; left out where that is not known */
    readonly decided?: (text: string) => boolean | undefined;
}

/** What a condition may come to. */
export function truthsOf(condition: Condition, known: Known): Truths {
    switch (condition.type) {
        case 'and':
            return combine(truthsOf(condition.left, known), truthsOf(condition.right, known), and);
        case 'or':
            return combine(truthsOf(condition.left, known), truthsOf(condition.right, known), or);
        case 'not':
            return negate(truthsOf(condition.operand, known));
        case 'informal':
        case 'open':
        case 'modal': {
            const decided = known.decided?.(decidedWords(condition));
            return decided === undefined ? EITHER : oneOf(decided);
        }
        case 'fact':
            return condition.negated ? negate(test(condition, known)) : test(condition, known);
    }
}

/** The words by which a case says what a person decides: of a condition that is not firm `veelal zorg-gedeeld`. */
export function decidedWords(condition: Extract<Condition, { type: 'informal' | 'open' | 'modal' }>): string {
    switch (condition.type) {
        case 'informal':
            return condition.text;
        case 'open':
            return OPEN_CONDITION;
        case 'modal': {
            const { condition: of, modality } = condition;
            return `${modalityText(modality, 'nl')} ${of.type === 'informal' ? of.text : conditionText(of, 'nl')}`;
        }
    }
}

/** The words by which a case says what a person decides on a condition that nobody knows. */
export const OPEN_CONDITION = 'onbekend';

/** Whether it can hold. */
export function mayHold(truths: Truths): boolean {
    return (truths & TRUE) !== 0;
}

/** Whether it holds whatever a person decides. */
export function mustHold(truths: Truths): boolean {
    return truths === TRUE;
}

function test({ fact, test: asked }: FactTest, known: Known): Truths {
    const value = known.fact(fact.name);
    if (asked.type === 'known' || asked.type === 'unknown') {
        return oneOf((value === undefined) === (asked.type === 'unknown'));
    }
    if (value === undefined) {
        return OPEN;
    }
    switch (asked.type) {
        case 'yes':
        case 'no':
            return oneOf(value === (asked.type === 'yes'));
        case 'number':
            return compare(value, asked.value, known);
        case 'word':
            return oneOf(value === asked.word);
        case 'date':
            return oneOf(value === asked.date);
        case 'text':
            return oneOf(value === asked.text);
    }
}

type Amount = Extract<FactTest['test'], { type: 'number' }>['value'];

function compare(value: FactValue, asked: Amount, known: Known): Truths {
    if (isExactAmount(asked) && typeof value === 'number') {
        return oneOf(isWithin(value, asked));
    }
    const decided = known.decided?.(asked.type === 'quantity' ? asked.text : OPEN_CONDITION);
    return decided === undefined ? EITHER : oneOf(decided);
}

function isExactAmount(asked: Amount): asked is Quantity {
    return asked.type === 'quantity' && !isVague(asked);
}

/** Whether an amount is one that a quantity allows, by its figures. */
export function isWithin(value: number, quantity: Quantity): boolean {
    const { low, high, lowIncluded, highIncluded } = interval(quantity);
    return (value > low || (lowIncluded && value === low)) && (value < high || (highIncluded && value === high));
}

function oneOf(truth: boolean): Truths {
    return truth ? TRUE : FALSE;
}

function negate(truths: Truths): Truths {
    return (truths & OPEN) | (truths & TRUE ? FALSE : 0) | (truths & FALSE ? TRUE : 0);
}

const EACH = [TRUE, FALSE, OPEN];

function combine(a: Truths, b: Truths, one: (a: Truths, b: Truths) => Truths): Truths {
    let result = 0;
    for (const left of EACH) {
        for (const right of EACH) {
            if (a & left && b & right) {
                result |= one(left, right);
            }
        }
    }
    return result;
}

function and(a: Truths, b: Truths): Truths {
    return a === FALSE || b === FALSE ? FALSE : a === TRUE && b === TRUE ? TRUE : OPEN;
}

function or(a: Truths, b: Truths): Truths {
    return a === TRUE || b === TRUE ? TRUE : a === FALSE && b === FALSE ? FALSE : OPEN;
}

/** The tests of facts in a condition. */
export function testsIn(condition: Condition | undefined): FactTest[] {
    return questionsIn(condition).filter((q) => q.type === 'fact');
}

/** The names of the facts that a condition asks about. */
export function factsIn(condition: Condition | undefined): ReadonlySet<string> {
    return new Set(testsIn(condition).map((t) => t.fact.name));
}

/** The names of the facts of which a condition asks the value, rather than whether they are known. */
export function valuesAskedIn(condition: Condition | undefined): ReadonlySet<string> {
    const asked = testsIn(condition).filter(({ test }) => test.type !== 'known' && test.type !== 'unknown');
    return new Set(asked.map((t) => t.fact.name));
}

/** Whether a person decides part of a condition. */
export function isInformal(condition: Condition): boolean {
    return questionsIn(condition).some(
        (q) => q.type !== 'fact' || (q.test.type === 'number' && !isExactAmount(q.test.value)),
    );
}

/** Whether a part of a condition is `onbekend` or `plaatselijk`, or asks for a bound that is. */
export function isLeftOpen(condition: Condition): boolean {
    return namedIn(condition).some((q) => q.type === 'open' || isOpenAmount(q));
}

/** `n minstens onbekend`: the bound that a fact is held against is not said. */
export function isOpenAmount(question: Question): boolean {
    return question.type === 'fact' && question.test.type === 'number' && question.test.value.type !== 'quantity';
}
