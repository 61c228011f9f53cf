import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { isBoundOfLoop } from './loops.js';
import type { Condition, FactTest } from './protocol.js';
import { BOUNDS, boundOf } from './read-quantity.js';
import { name, number, plain, type Reader } from './reader.js';
import type { Quantity, Value } from './values.js';

/**
 * Reads a condition whole or not at all: of one that a broken statement lacks, or that a mistake of writing stands in,
 * nobody knows what it asks.
 *
 * @param what the keyword that the condition belongs to, for the list of unknowns
 */
export function condition(reader: Reader, node: ast.Condition | undefined, what: string): Condition {
    return node !== undefined && reader.isUnread(node)
        ? { type: 'open', value: { type: 'unknown' }, at: reader.at(node) }
        : readCondition(reader, node, what);
}

/** A part may be lacking too: what lay too deep was cut off. */
function readCondition(reader: Reader, node: ast.Condition | undefined, what: string): Condition {
    if (!node) {
        return { type: 'open', value: { type: 'unknown' }, at: reader.place(undefined) };
    }
    switch (node.$type) {
        case ast.And.$type:
        case ast.Or.$type:
            return {
                type: node.$type === ast.And.$type ? 'and' : 'or',
                left: readCondition(reader, node.left, what),
                right: readCondition(reader, node.right, what),
            };
        case ast.Not.$type:
            return { type: 'not', operand: readCondition(reader, node.operand, what) };
        case ast.OpenCondition.$type:
            return { type: 'open', value: reader.value(node.value, what), at: reader.at(node) };
        case ast.Informal.$type:
            return { type: 'informal', text: node.text ?? '', at: reader.at(node) };
        default:
            return comparison(reader, node, what);
    }
}

/** Reads the condition of a statement that says how firm it is: `klaar als veelal C`. */
export function firmOrModal(
    reader: Reader,
    node: AstNode & { condition?: ast.Condition; modality?: string },
    what: string,
): Condition {
    const read = condition(reader, node.condition, what);
    const modality = reader.modality(node.modality);
    return modality && node.condition
        ? { type: 'modal', modality, condition: read, at: reader.at(node.condition) }
        : read;
}

function comparison(reader: Reader, node: ast.Comparison, what: string): Condition {
    const fact = node.fact ? reader.ref(node.fact) : { name: '', at: reader.at(node) };
    return { type: 'fact', fact, negated: node.negated, test: test(reader, node, what) };
}

function test(reader: Reader, node: ast.Comparison, what: string): FactTest['test'] {
    if (isBoundOfLoop(node)) {
        return { type: 'yes' };
    }
    if (node.number !== undefined) {
        return { type: 'number', value: comparedAmount(node) };
    }
    if (node.amount !== undefined) {
        return { type: 'number', value: openAmount(reader, node, node.amount, what) };
    }
    if (node.value !== undefined) {
        return { type: 'word', word: name(node.value) };
    }
    if (node.date !== undefined) {
        return { type: 'date', date: reader.date(node.date) ?? '' };
    }
    if (node.text !== undefined) {
        return { type: 'text', text: node.text };
    }
    return { type: node.no ? 'no' : node.known ? 'known' : node.unknown ? 'unknown' : 'yes' };
}

/** `minstens onbekend`: that there is a bound is known, what it is not. */
function openAmount(reader: Reader, { bound: word, unit }: ast.Comparison, node: ast.Open, what: string): Value {
    const value = reader.value(node, what);
    const bound = boundOf(word);
    return bound && (value.type === 'unknown' || value.type === 'local')
        ? { ...value, bound, ...(unit === undefined ? {} : { unit }) }
        : value;
}

/** The amount that a fact is compared with. */
export function comparedAmount(node: ast.Comparison): Quantity {
    const amount = number(node.number);
    return plain<Quantity>({
        type: 'quantity',
        bound: node.bound === undefined ? 'exactly' : BOUNDS[node.bound],
        low: amount,
        high: amount,
        highIncluded: true,
        unit: node.unit,
        text: [node.bound, node.number, node.unit].filter((p) => p !== undefined).join(' '),
    });
}
