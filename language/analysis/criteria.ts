import { compareWithNorm } from '../model/amounts.js';
import { isOpen } from '../model/queries.js';
import type { QueryCriterion } from '../model/review.js';
import { isVague, type Quantity, type Value } from '../model/values.js';
import type { Answer } from './query-answers.js';

/**
 * What keeps a question from an answer:
 * - `unknown`, `local`: the text leaves it open
 * - `words`: it stands there in words and was asked in figures; `vague`: its figures allow both answers
 * - `unit`: it was asked in another unit
 * - `not-firm`: it is said with reserve: `veelal`, `zo nodig`, `in beginsel`
 */
export type Obstacle = 'unknown' | 'local' | 'words' | 'vague' | 'unit' | 'not-firm';

/** Yes, no, or not to be decided and why. */
export type Truth = boolean | Obstacle;

export function not(truth: Truth): Truth {
    return typeof truth === 'boolean' ? !truth : truth;
}

/** True where one is; otherwise undecided where one is. */
export function some(truths: readonly Truth[]): Truth {
    return truths.includes(true) || (truths.find((t) => t !== false) ?? false);
}

/** False where one is; otherwise undecided where one is. */
export function every(truths: readonly Truth[]): Truth {
    return not(some(truths.map(not)));
}

/**
 * Whether what an element answers meets a criterion, `niet` left aside.
 *
 * - without a value, and with `is ja`: it is stated; with `is nee`: it is not
 * - with `is onbekend`: the text says `onbekend`; to any other question that leaves the answer open, as `plaatselijk` does
 * - with a word or a text: it is stated so, or names an element of that name; capitals and white space aside
 * - with a quantity: what is stated lies within it; `5` is five exactly
 *
 * What is said with reserve (`door veelal Arts`) settles nothing by which it would be met.
 *
 * @param alsoNamed other names under which a named element counts
 */
export function meets(
    answers: readonly Answer[],
    { value }: Pick<QueryCriterion, 'value'>,
    alsoNamed: (name: string) => string | undefined = () => undefined,
): Truth {
    if (value === undefined) {
        return some(answers.map(isStated));
    }
    switch (value.type) {
        case 'yes':
            return some(answers.map(isStated));
        case 'no':
            return not(some(answers.map(isStated)));
        case 'unknown':
            return answers.some((a) =>
                a.type === 'about' ? a.values.some((v) => v.type === 'unknown') : a.type === 'unknown',
            );
        default:
            return some(answers.map((a) => asFirm(a, fits(a, value, alsoNamed))));
    }
}

/** What is true of what is said with reserve, is so with that reserve. */
function asFirm({ modality }: Answer, truth: Truth): Truth {
    return truth === true && modality !== undefined ? 'not-firm' : truth;
}

function isStated(answer: Answer): Truth {
    return asFirm(answer, isThere(answer));
}

function isThere(answer: Answer): Truth {
    if (answer.type === 'about') {
        return answer.values.length === 0 || some(answer.values.map(isThere));
    }
    return answer.type === 'unknown' || answer.type === 'local' ? answer.type : true;
}

function fits(answer: Answer, asked: Value, alsoNamed: (name: string) => string | undefined): Truth {
    switch (answer.type) {
        case 'unknown':
        case 'local':
            return answer.type;
        case 'there':
            return false;
        case 'about':
            return isSame(answer.subject, textOf(asked))
                ? isThere(answer)
                : some(answer.values.map((v) => (isOpen(v) ? false : fits(v, asked, alsoNamed))));
        case 'name': {
            const text = textOf(asked);
            const other = alsoNamed(answer.name);
            return isSame(answer.name, text) || (other !== undefined && isSame(other, text));
        }
        case 'quantity':
            return asked.type === 'quantity' ? compare(answer, asked) : isSame(answer.text, textOf(asked));
        default:
            return asked.type === 'quantity' ? 'words' : isSame(textOf(answer), textOf(asked));
    }
}

function textOf(value: Value): string {
    switch (value.type) {
        case 'text':
        case 'quantity':
            return value.text;
        case 'word':
            return value.word;
        case 'date':
            return value.date;
        default:
            return '';
    }
}

function isSame(a: string, b: string): boolean {
    const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
    return plain(a) === plain(b);
}

function compare(stated: Quantity, asked: Quantity): Truth {
    // `contacten hoogstens 5` asks in whatever is stated
    const isBare = asked.unit === undefined && asked.per === undefined;
    const { outcome, because } = isBare ? compareWithNorm(withoutUnit(stated), asked) : compareWithNorm(stated, asked);
    switch (outcome) {
        case 'met':
            return true;
        case 'missed':
            return false;
        case 'incomparable':
            return isVague(stated) ? 'vague' : 'unit';
        case 'undecided':
            return because === 'no-bound' ? compare(stated, { ...asked, bound: 'exactly' }) : 'vague';
    }
}

function withoutUnit({ unit: _unit, lowUnit: _lowUnit, per: _per, ...amount }: Quantity): Quantity {
    return amount;
}
