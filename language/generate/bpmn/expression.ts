import { interval, type Quantity } from '../../model/values.js';
import type { Condition, FactTest } from '../../model/protocol.js';
import type { Expression, WorkflowGraph } from '../../workflow/graph.js';

/** How an expression language writes what a gateway asks. */
export interface Syntax {
    readonly equals: string;
    readonly differs: string;
    readonly and: string;
    readonly or: string;
    readonly not: (operand: string) => string;
    readonly text: (text: string) => string;
}

/**
 * Writes an expression over the variables of a graph. What is not known is `null`; each part asks for that first, so that
 * nothing is compared with it and a part about it is simply not true, negated or not (`niet` is brought to the parts).
 */
export function writeExpression(expression: Expression, { variables }: WorkflowGraph, syntax: Syntax): string {
    const ids = new Map(variables.map((v) => [v.name, v.id]));
    const idOf = (name: string) => ids.get(name) ?? name;
    const join = (word: string, operands: readonly string[]) => operands.map(bracketed).join(` ${word} `);
    const write = (e: Expression): string => {
        switch (e.type) {
            case 'condition':
                return condition(e.condition, true);
            case 'chosen':
                return `${idOf(e.variable)} ${syntax.equals} ${value(e.value)}`;
            case 'below':
                return `${idOf(e.counter)} < ${String(e.bound)}`;
            case 'not':
                return syntax.not(write(e.operand));
            default:
                return join(syntax[e.type], e.operands.map(write));
        }
    };
    const value = (v: string | boolean | number) => (typeof v === 'string' ? syntax.text(v) : String(v));
    const condition = (c: Condition, holds: boolean): string => {
        switch (c.type) {
            case 'and':
            case 'or': {
                const word = (c.type === 'and') === holds ? syntax.and : syntax.or;
                return join(word, [condition(c.left, holds), condition(c.right, holds)]);
            }
            case 'not':
                return condition(c.operand, !holds);
            case 'fact':
                return test(c, holds !== c.negated);
            default:
                return String(false);
        }
    };
    const test = ({ fact, test: asked }: FactTest, holds: boolean): string => {
        const id = idOf(fact.name);
        const known = `${id} ${syntax.differs} null`;
        const compare = (to: string | number) =>
            holds
                ? `${id} ${syntax.equals} ${value(to)}`
                : `${known} ${syntax.and} ${id} ${syntax.differs} ${value(to)}`;
        switch (asked.type) {
            case 'known':
            case 'unknown':
                return (asked.type === 'known') === holds ? known : `${id} ${syntax.equals} null`;
            case 'yes':
            case 'no':
                return `${id} ${syntax.equals} ${String((asked.type === 'yes') === holds)}`;
            case 'word':
                return compare(asked.word);
            case 'date':
                return compare(asked.date);
            case 'text':
                return compare(asked.text);
            case 'number': {
                if (asked.value.type !== 'quantity') {
                    return String(false);
                }
                const { low, high, highIncluded } = interval(asked.value);
                return low === high && highIncluded ? compare(low) : within(id, known, asked.value, holds);
            }
        }
    };
    const within = (id: string, known: string, quantity: Quantity, holds: boolean): string => {
        const { low, high, lowIncluded, highIncluded } = interval(quantity);
        const parts: string[] = [];
        if (low > 0 || !lowIncluded) {
            parts.push(`${id} ${holds ? (lowIncluded ? '>=' : '>') : lowIncluded ? '<' : '<='} ${String(low)}`);
        }
        if (Number.isFinite(high)) {
            parts.push(`${id} ${holds ? (highIncluded ? '<=' : '<') : highIncluded ? '>' : '>='} ${String(high)}`);
        }
        // every number is within nothing to nowhere
        const inside = parts.length === 0 ? String(holds) : join(holds ? syntax.and : syntax.or, parts);
        return `${known} ${syntax.and} ${parts.length > 1 && !holds ? `(${inside})` : inside}`;
    };
    const bracketed = (text: string) => (isSimple(text, syntax) ? text : `(${text})`);
    return write(expression);
}

/** Whether a text needs no brackets among others. */
function isSimple(text: string, { and, or }: Syntax): boolean {
    return !text.includes(` ${and} `) && !text.includes(` ${or} `);
}

/** The Friendly Enough Expression Language of DMN, which Zeebe evaluates. */
export const FEEL: Syntax = {
    equals: '=',
    differs: '!=',
    and: 'and',
    or: 'or',
    not: (operand) => `not(${operand})`,
    text: (text) =>
        `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`,
};

/** The expression language of Operaton and Camunda 7 (Jakarta EL, JUEL). */
export const JUEL: Syntax = {
    equals: '==',
    differs: '!=',
    and: '&&',
    or: '||',
    not: (operand) => `!(${operand})`,
    text: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
};
