import { isInformal } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Expression } from './graph.js';

/** An expression, or what it comes to whatever a case knows. */
export type Truth = Expression | boolean;

/**
 * What facts alone say of a condition.
 *
 * @param open what its informal and open parts come to: true asks whether it can hold, false whether it must
 */
export function byFacts(condition: Condition | undefined, open: boolean): Truth {
    return condition === undefined ? true : part(condition, true, open);
}

/** The denial is brought to the parts, so that a part that a person decides is the same under `niet`. */
function part(condition: Condition, holds: boolean, open: boolean): Truth {
    if (!isInformal(condition)) {
        return { type: 'condition', condition: holds ? condition : { type: 'not', operand: condition } };
    }
    switch (condition.type) {
        case 'and':
        case 'or': {
            const operands = [part(condition.left, holds, open), part(condition.right, holds, open)];
            return (condition.type === 'and') === holds ? all(operands) : some(operands);
        }
        case 'not':
            return part(condition.operand, !holds, open);
        default:
            return open;
    }
}

export function all(operands: readonly Truth[]): Truth {
    const rest = operands.filter((o) => o !== true);
    return rest.includes(false) ? false : (joined('and', rest as readonly Expression[]) ?? true);
}

export function some(operands: readonly Truth[]): Truth {
    const rest = operands.filter((o) => o !== false);
    return rest.includes(true) ? true : (joined('or', rest as readonly Expression[]) ?? false);
}

/** True whenever the operand is not. */
export function not(operand: Truth): Truth {
    return typeof operand === 'boolean'
        ? !operand
        : operand.type === 'not'
          ? operand.operand
          : { type: 'not', operand };
}

function joined(type: 'and' | 'or', operands: readonly Expression[]): Expression | undefined {
    const flat = operands.flatMap((o) => (o.type === type ? o.operands : [o]));
    return flat.length > 1 ? { type, operands: flat } : flat[0];
}
