import * as ast from '../generated/ast.js';

/**
 * Whether a comparison states the bound of the loop whose condition it ends: `tot zorg-gedeeld hoogstens 3 keer` goes on
 * until the care is shared and three times at most; `keer` counts how often the loop runs, not the fact.
 * `tot x is 3 keer` and `tot (x hoogstens 3 keer)` are about x, as is `tot x hoogstens 3 keer, hoogstens 5 keer`.
 */
export function isBoundOfLoop(node: ast.Comparison): boolean {
    if (node.unit !== 'keer' || node.bound === undefined) {
        return false;
    }
    let inner: ast.Condition = node;
    let outer = inner.$container;
    while (ast.isNot(outer) || ((ast.isAnd(outer) || ast.isOr(outer)) && outer.right === inner)) {
        inner = outer;
        outer = inner.$container;
    }
    // what ends with a bracket holds the comparison as a whole
    return ast.isRepeat(outer) && !outer.bound && /\bkeer$/.test(inner.$cstNode?.text ?? '');
}

/** The comparison that ends the condition of a loop, where it states the bound of the loop. */
export function boundBehind(until: ast.Condition): ast.Comparison | undefined {
    let last: ast.Condition | undefined = until;
    while (ast.isNot(last) || ast.isAnd(last) || ast.isOr(last)) {
        last = ast.isNot(last) ? last.operand : last.right;
    }
    return ast.isComparison(last) && isBoundOfLoop(last) ? last : undefined;
}
