import type { Protocol } from '../model/protocol.js';
import type { Change } from './change.js';
import { compareElements } from './compare-elements.js';
import { moves } from './moves.js';
import { pair, type Pairs } from './pairs.js';
import { foldSilence, isLocal } from './silence.js';
import { regroupings } from './splits.js';
import type { CompareOptions, Context } from './telling.js';
import { allIn, treeOf, type Element, type Side } from './tree.js';
import { regroupingChanges, wholeChange } from './whole-changes.js';

/** Two models side by side, with what differs between them. */
export interface Comparison {
    readonly changes: readonly Change[];
    readonly pairs: Pairs;
    readonly oldTree: Element;
    readonly newTree: Element;
}

/**
 * Compares what two sides say. Every difference between the two models is in exactly one change, whose claims name the
 * parts of the models; a part that neither stands in a change nor follows from others is the same in both.
 *
 * @returns the changes, element by element in the order of the new text, what was removed where it stood
 */
export function compare(older: Side, newer: Side, options: CompareOptions): Comparison {
    const [oldTree, newTree] = [treeOf(older), treeOf(newer)];
    const pairs = pair(oldTree, newTree, given(oldTree, newTree, options.given ?? []));
    const builder = new Map<Element, Change[]>();
    const context: Context = {
        ...options,
        pairs,
        regroupings: regroupings(oldTree, newTree, pairs),
        isOneOfMany: [oldTree, newTree].some((t) => t.children.filter((c) => c.list === 'interventions').length > 1),
        locals: new Set(newTree.children.filter((n) => isLocal(n, pairs))),
    };
    const tell = (at: Element, change: Change): void => {
        const known = builder.get(at);
        if (known) {
            known.push(change);
        } else {
            builder.set(at, [change]);
        }
    };
    const regrouped = new Set(context.regroupings.flatMap((r) => [...r.all]));
    for (const o of allIn(oldTree)) {
        const n = pairs.newOf.get(o);
        if (n) {
            compareElements(o, n, context).forEach((c) => {
                tell(n, c);
            });
            moves(o, n, context).forEach(([at, c]) => {
                tell(at, c);
            });
        } else if (!regrouped.has(o) && isOutermost(o, pairs.newOf, regrouped)) {
            tell(o, wholeChange('removed', o, context));
        }
    }
    for (const n of allIn(newTree)) {
        if (!pairs.oldOf.has(n) && !regrouped.has(n) && isOutermost(n, pairs.oldOf, regrouped)) {
            tell(n, wholeChange('added', n, context));
        }
    }
    for (const regrouping of context.regroupings) {
        const at = regrouping.kind === 'split' ? regrouping.parts[0] : regrouping.whole;
        regroupingChanges(regrouping, context).forEach((c) => {
            tell(at ?? regrouping.whole, c);
        });
    }
    for (const local of context.locals) {
        foldSilence(local, builder, context);
    }
    return { changes: inOrder(builder, oldTree, newTree, pairs), pairs, oldTree, newTree };
}

function given(
    oldTree: Element,
    newTree: Element,
    pairs: readonly (readonly [Protocol, Protocol])[],
): ReadonlyMap<Element, Element> {
    const find = (tree: Element, block: object) => tree.children.find((c) => c.block === block);
    return new Map(
        pairs.flatMap(([a, b]) => {
            const [o, n] = [find(oldTree, a), find(newTree, b)];
            return o && n ? [[o, n] as const] : [];
        }),
    );
}

/**
 * What stands in something that is told as a whole is told with it, unless it stands elsewhere now. Of a step that was split
 * or merged the activities are told as what it says.
 */
function isOutermost(
    { parent, list }: Element,
    paired: ReadonlyMap<Element, Element>,
    regrouped: ReadonlySet<Element>,
): boolean {
    return parent === undefined || paired.has(parent) || (regrouped.has(parent) && list !== 'activities');
}

function inOrder(
    told: ReadonlyMap<Element, readonly Change[]>,
    oldTree: Element,
    newTree: Element,
    { newOf }: Pairs,
): readonly Change[] {
    const place = new Map<Element, number>();
    allIn(newTree).forEach((e, i) => place.set(e, i));
    // what is gone is told behind what stood before it
    let last = 0;
    for (const o of allIn(oldTree)) {
        const n = newOf.get(o);
        if (n) {
            last = place.get(n) ?? last;
        } else {
            place.set(o, last + 0.5);
        }
    }
    return [...told].sort(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0)).flatMap(([, changes]) => changes);
}
