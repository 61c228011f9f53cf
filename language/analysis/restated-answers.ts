import { isVague, type Quantity } from '../model/values.js';
import { meets } from './criteria.js';
import { asLimit, inExactUnit, isNoFixedRelation } from './same-amount.js';
import { changed, type Around, type Difference, type Part } from './difference.js';
import type { Answer } from './query-answers.js';

/** Words that take something out: what is added there is no longer done, or no longer for somebody. */
const TAKES_OUT: ReadonlySet<string> = new Set(['behalve', 'contra-indicatie']);

/** Whether an answer leaves open what it is. */
export function isOpenAnswer(answer: Answer): boolean {
    return answer.type === 'unknown' || answer.type === 'local';
}

/** How what is said of a word differs. */
export function compare(word: string, before: readonly Answer[], after: readonly Answer[], around: Around): Part[] {
    if (before.length === 0 && after.length === 0) {
        return [];
    }
    const was = before.filter((a) => !isOpenAnswer(a));
    const is = after.filter((a) => !isOpenAnswer(a));
    if (was.length === 0) {
        return is.length === 0 ? [] : [addition(word, is, before.length > 0)];
    }
    const isSame = (a: Answer, b: Answer) => keyOf(asRead(word, a)) === keyOf(asRead(word, b));
    const missing = was.filter((b) => !is.some((a) => isSame(a, b)));
    if (missing.length === 0) {
        const more = is.filter((a) => !was.some((b) => isSame(a, b)));
        return more.length === 0 ? [] : [addition(word, more, was.length < before.length)];
    }
    if (is.length === 0) {
        return after.length > 0
            ? [changed(word, inWords(was), undefined, 'open')]
            : lackingNames(word, missing, around).map((part) => ({ ...part, kind: 'dropped' }));
    }
    const more = is.filter((a) => !was.some((b) => isSame(a, b)));
    return missing.flatMap((b): Part[] => {
        if (b.type === 'quantity') {
            return [changed(word, b.text, inWords(more), degreeOf(word, b, more))];
        }
        if (more.length > 0 && (b.type === 'text' || b.type === 'about' || b.type === 'date')) {
            const degree = word === 'sluit-af-na' ? degreeOfMeeting(b, more) : 'wording';
            return [changed(word, inWords([b]), inWords(more), degree)];
        }
        return lackingNames(word, [b], around).map((part) =>
            more.length > 0 ? { ...part, kind: 'changed', is: inWords(more) } : { ...part, kind: 'dropped' },
        );
    });
}

/** What is new; `filled` where the text that is refined left it open. */
function addition(word: string, answers: readonly Answer[], filled: boolean): Part {
    const is = inWords(answers);
    return {
        kind: 'added',
        what: word,
        ...(is === '' ? {} : { is }),
        ...(filled ? { degree: 'filled' } : TAKES_OUT.has(word) ? { degree: 'contrary' } : {}),
    };
}

/** How figures stand to the one that they replace: each has to be within it. */
function degreeOf(word: string, before: Quantity, after: readonly Answer[]): Difference['degree'] {
    const truths = after.map((a) => {
        const truth = meets([a], { value: asLimit(word, before) });
        // what allows more than it did is no longer within it, unless a vague word leaves that open
        return truth === 'vague' &&
            a.type === 'quantity' &&
            !isVague(a) &&
            !isVague(before) &&
            !isNoFixedRelation(a.unit, before.unit)
            ? false
            : truth;
    });
    return after.length === 0 || truths.includes(false)
        ? 'contrary'
        : truths.every((t) => t === true)
          ? 'within'
          : 'wording';
}

/** Who lets go after an earlier meeting is there for less of them than was said, after a later one for more. */
function degreeOfMeeting(before: Answer, after: readonly Answer[]): Difference['degree'] {
    const [was = Number.NaN, ...is] = [before, ...after].map((a) => (a.type === 'text' ? Number(a.text) : Number.NaN));
    return is.some((n) => n < was) ? 'contrary' : is.every((n) => n > was) ? 'within' : 'wording';
}

/** What is not there any more; of a name that is dropped itself its `vervalt` says so. */
export function lackingNames(word: string, missing: readonly Answer[], { dropped }: Around): Part[] {
    const said = (a: Answer) => (a.type === 'name' ? dropped.get(a.name) : undefined);
    return [...Map.groupBy(missing, said)].map(([saidBy, answers]) => {
        const was = inWords(answers);
        return {
            kind: 'dropped',
            what: word,
            ...(was === '' ? {} : { was }),
            degree: 'contrary',
            ...(saidBy ? { saidBy } : {}),
        };
    });
}

function asRead(word: string, answer: Answer): Answer {
    return answer.type === 'quantity' ? asLimit(word, answer) : answer;
}

/** An answer as text, so that two that say the same are the same, however they are written; how firm it is, is compared apart. */
function keyOf({ modality: _modality, ...answer }: Answer): string {
    switch (answer.type) {
        case 'quantity': {
            const { text: _text, ...figures } = inExactUnit(answer);
            return JSON.stringify(figures);
        }
        case 'text':
            return `text ${answer.text.replace(/\s+/g, ' ').trim()}`;
        case 'about':
            return `about ${answer.subject} ${answer.values.map(keyOf).join(' ')}`;
        default:
            return JSON.stringify(answer);
    }
}

function inWords(answers: readonly Answer[]): string {
    return answers
        .map((answer) => {
            switch (answer.type) {
                case 'name':
                    return answer.name;
                case 'word':
                    return answer.word;
                case 'text':
                case 'quantity':
                    return answer.text;
                case 'about':
                    return answer.subject;
                case 'date':
                    return answer.date;
                default:
                    return '';
            }
        })
        .filter((text) => text !== '')
        .join(', ');
}
