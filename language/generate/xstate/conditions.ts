import type { Condition, FactTest } from '../../model/protocol.js';
import { interval } from '../../model/values.js';
import { isInformal } from '../../execution/truth.js';
import { informalTexts } from '../../simulate/said.js';

/** A condition as the machine evaluates it: plain JSON. */
export type ConditionJson =
    | { readonly en: readonly [ConditionJson, ConditionJson] }
    | { readonly of: readonly [ConditionJson, ConditionJson] }
    | { readonly niet: ConditionJson }
    /** a person decides; the words of the text */
    | { readonly mens: string }
    | { readonly feit: string; readonly is: boolean | string }
    | { readonly feit: string; readonly bekend: boolean }
    | { readonly feit: string; readonly van?: Edge; readonly tot?: Edge };

interface Edge {
    readonly getal: number;
    /** whether the figure itself counts */
    readonly mee: boolean;
}

export function conditionJson(condition: Condition): ConditionJson {
    switch (condition.type) {
        case 'and':
            return { en: [conditionJson(condition.left), conditionJson(condition.right)] };
        case 'or':
            return { of: [conditionJson(condition.left), conditionJson(condition.right)] };
        case 'not':
            return { niet: conditionJson(condition.operand) };
        case 'informal':
        case 'open':
        case 'modal':
            return { mens: informalTexts(condition)[0] ?? '' };
        case 'fact':
            return condition.negated ? { niet: test(condition) } : test(condition);
    }
}

function test(condition: FactTest): ConditionJson {
    const { fact, test: asked } = condition;
    const feit = fact.name;
    switch (asked.type) {
        case 'yes':
        case 'no':
            return { feit, is: asked.type === 'yes' };
        case 'known':
        case 'unknown':
            return { feit, bekend: asked.type === 'known' };
        case 'word':
            return { feit, is: asked.word };
        case 'date':
            return { feit, is: asked.date };
        case 'text':
            return { feit, is: asked.text };
        case 'number': {
            if (isInformal(condition) || asked.value.type !== 'quantity') {
                return { mens: informalTexts(condition)[0] ?? '' };
            }
            const { low, high, lowIncluded, highIncluded } = interval(asked.value);
            return {
                feit,
                van: { getal: low, mee: lowIncluded },
                ...(Number.isFinite(high) ? { tot: { getal: high, mee: highIncluded } } : {}),
            };
        }
    }
}
