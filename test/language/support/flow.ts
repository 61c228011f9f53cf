import type { Arrow } from '../../../language/model/process.js';
import type { Condition, Protocol } from '../../../language/model/protocol.js';

/**
 * The arrows of a process, one a line: `next A → B`, with `…` before the kind where the text implies it, and behind the
 * arrow how often it may be taken, on what condition, and the handovers that take place on it.
 */
export function arrowsOf({ process }: Protocol): string[] {
    return (process?.arrows ?? []).map(showArrow);
}

/** The nodes of a process in their order, a node inside a group or phase as `A in F`. */
export function nodesOf({ process }: Protocol): string[] {
    return (process?.nodes ?? []).map(({ name, parent }) => (parent === undefined ? name : `${name} in ${parent}`));
}

function showArrow({ kind, from = 'anywhere', to = 'unknown', atMost, condition, handovers, implied }: Arrow): string {
    return [
        `${implied ? '…' : ''}${kind} ${from} → ${to}`,
        ...(atMost === undefined ? [] : [`at most ${String(atMost)}`]),
        ...(condition ? [`if ${showCondition(condition)}`] : []),
        ...handovers.map((h) => `by ${h}`),
    ].join(' ');
}

/** A condition with the brackets that it has in the model. */
export function showCondition(condition: Condition): string {
    switch (condition.type) {
        case 'and':
        case 'or':
            return `(${showCondition(condition.left)} ${condition.type} ${showCondition(condition.right)})`;
        case 'not':
            return `not ${showCondition(condition.operand)}`;
        case 'informal':
            return `"${condition.text}"`;
        case 'modal':
            return `${condition.modality} ${showCondition(condition.condition)}`;
        case 'open':
            return condition.value.type;
        case 'fact':
            return `${condition.fact.name} ${condition.negated ? 'is not' : 'is'} ${showTest(condition.test)}`;
    }
}

function showTest(test: Extract<Condition, { type: 'fact' }>['test']): string {
    switch (test.type) {
        case 'number':
            return test.value.type === 'quantity'
                ? `${test.value.bound ?? ''} ${String(test.value.low)} ${test.value.unit ?? ''}`.trim()
                : '?';
        case 'word':
            return test.word;
        case 'date':
            return test.date;
        case 'text':
            return `"${test.text}"`;
        default:
            return test.type;
    }
}
