import type { Condition } from './protocol.js';
import type { Quantity } from './values.js';

/**
 * Takes the bound of a loop from behind its condition: `tot zorg-gedeeld hoogstens 3 keer` goes on until the care is
 * shared and three times at most; `keer` counts how often the loop runs, not the fact. `tot x is 3 keer` and
 * `tot (x hoogstens 3 keer)` are about x.
 *
 * @param text the condition as written
 * @returns undefined where there is no such bound
 */
export function boundBehind(until: Condition, text: string): { until: Condition; bound: Quantity } | undefined {
    return /\bkeer$/.test(text) ? lastBound(until) : undefined;
}

function lastBound(condition: Condition): { until: Condition; bound: Quantity } | undefined {
    switch (condition.type) {
        case 'and':
        case 'or': {
            const last = lastBound(condition.right);
            return last && { until: { ...condition, right: last.until }, bound: last.bound };
        }
        case 'not': {
            const last = lastBound(condition.operand);
            return last && { until: { ...condition, operand: last.until }, bound: last.bound };
        }
        case 'informal':
            return undefined;
        case 'fact': {
            const value = condition.test.type === 'number' ? condition.test.value : undefined;
            const isBound = value?.type === 'quantity' && value.unit === 'keer' && !/^\d/.test(value.text);
            return isBound ? { until: { ...condition, test: { type: 'yes' } }, bound: value } : undefined;
        }
    }
}
