import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords } from '../lines.js';
import { brief, instead } from '../wording.js';
import { OPEN_VALUE, type Mistake } from './mistake.js';

/**
 * `als a: S  anders als b: T`: each branch with a condition begins with `als`, and says what does not hold of those before
 * it, so that it is taken where it was meant to be.
 */
export function otherwiseIf({ words, at, tokens, index }: Mistake): Bilingual | undefined {
    const end = words.indexOf(':', at);
    if (words[at] !== 'als' || words[at - 1] !== 'anders' || end <= at) {
        return undefined;
    }
    const condition = words.slice(at + 1, end);
    const before = conditionsBefore(tokens, index - 1);
    const found = inWords(words.slice(at - 1, end + 1));
    if (before.every((other) => excludes(other, condition))) {
        return instead(`als ${inWords(condition)}:`, found);
    }
    const own = condition.includes('of') ? `(${inWords(condition)})` : inWords(condition);
    if (before.some(isUncertain) || FIRMNESS.test(inWords(condition))) {
        const form = `als niet (…) en ${own}:`;
        return {
            nl: `Elke tak met een voorwaarde begint met \`als\`, en \`anders\` staat alleen. Zeg in deze tak zelf wat van de takken ervoor niet geldt: \`${form}\`; of haal \`anders\` weg als beide voorwaarden nooit tegelijk gelden.`,
            en: `Each branch with a condition begins with \`als\`, and \`anders\` stands alone. Say in this branch itself what does not hold of the branches before it: \`${form}\`; or take \`anders\` away where both conditions never hold at once.`,
        };
    }
    return instead(`als ${[...before.map(negated), own].join(' en ')}:`, found);
}

/** The conditions of the branches before a token, up to the brace of their block, in words. */
function conditionsBefore(tokens: readonly PlacedToken[], index: number): readonly (readonly string[])[] {
    const found: string[][] = [];
    let end = -1;
    for (let i = index - 1; i >= 0 && !/^[{}]$/.test(tokens[i]?.image ?? ''); i--) {
        const image = tokens[i]?.image;
        if (image === ':') {
            end = i;
        } else if (image === 'als' && end > i) {
            found.unshift(tokens.slice(i + 1, end).map((token) => brief(token.image)));
            end = -1;
        }
    }
    return found;
}

/** Whether two conditions never hold at once, as of one fact with two values. */
function excludes(one: readonly string[], other: readonly string[]): boolean {
    const [fact, is, value = '', ...more] = one;
    const isOfFact = is === 'is' && more.length === 0 && value !== 'bekend';
    return isOfFact && other.length === 3 && other[0] === fact && other[1] === is
        ? other[2] !== value && other[2] !== 'bekend'
        : inWords(other) === negated(one);
}

/** That a condition does not hold: `niet a`, `a is niet b`. */
function negated(condition: readonly string[]): string {
    const [first = '', second = '', third = '', fourth = ''] = condition;
    switch (condition.length) {
        case 1:
            return `niet ${first}`;
        case 2:
            return first === 'niet' ? second : `niet (${inWords(condition)})`;
        case 3:
            return second === 'is' ? `${first} is niet ${third}` : `niet (${inWords(condition)})`;
        default:
            return condition.length === 4 && second === 'is' && third === 'niet'
                ? `${first} is ${fourth}`
                : `niet (${inWords(condition)})`;
    }
}

/** How firm a condition is, which is said before it. */
const FIRMNESS = /^(veelal|mogelijk|in beginsel|zo nodig|bij voorkeur|gestreefd naar) (?!is\b)/;

/** Whether what a condition says is open or not firm, or a text of which only the beginning is shown. */
function isUncertain(condition: readonly string[]): boolean {
    const isOpen = condition.some((word, i) => OPEN_VALUE.test(word) && !/^(is|niet)$/.test(condition[i - 1] ?? ''));
    return isOpen || FIRMNESS.test(inWords(condition)) || condition.some((word) => word.includes('…'));
}
