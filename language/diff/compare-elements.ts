import type { Change, Claim } from './change.js';
import { compareItems, type ItemDifference } from './items.js';
import { asSaid, claimsSaid, withoutClaims } from './said.js';
import { OF_LOCAL } from './silence.js';
import { change, nameClaims, type Context } from './telling.js';
import type { Element, Item } from './tree.js';

/** What two elements that are the same one say differently: their names, their kinds, and each thing that they say. */
export function compareElements(o: Element, n: Element, context: Context): Change[] {
    const { pairs, regroupings, locals } = context;
    const changes: Change[] = [];
    const isTold = (i: Item) => !(locals.has(n) && OF_LOCAL.has(i.field));
    const isRegrouped = regroupings.some((r) => r.same === o || r.same === n);
    if (o.name !== undefined && n.name !== undefined && o.name !== n.name && !isRegrouped && !locals.has(n)) {
        const degree = pairs.unsure.has(n) ? ('meaning' as const) : ('text' as const);
        const facts = { degree, old: { text: o.called }, new: { text: n.called } };
        changes.push(change('renamed', n, context, facts, nameClaims(o, n)));
    }
    if (o.kind !== n.kind) {
        changes.push(
            change(
                'changed',
                n,
                context,
                { what: 'soort', old: { text: o.kind }, new: { text: n.kind } },
                ['kind', 'mode', 'phase'].flatMap((field): Claim[] => [
                    { side: 'old', of: o.block, field },
                    { side: 'new', of: n.block, field },
                ]),
            ),
        );
    }
    const taken = (side: 'old' | 'new') => new Set(regroupings.flatMap((r) => [...r.items[side]]));
    const [oldTaken, newTaken] = [taken('old'), taken('new')];
    const items = compareItems(
        o.items.filter((i) => !oldTaken.has(i) && isTold(i)),
        n.items.filter((i) => !newTaken.has(i) && isTold(i)),
        pairs.names,
    );
    changes.push(...items.map((d) => itemChange(d, o, n, context)));
    return changes;
}

function itemChange(d: ItemDifference, o: Element, n: Element, context: Context): Change {
    const { oldText, newText } = context;
    const [said, of] = d.kind === 'source' && d.new ? [claimsSaid, withoutClaims(d.new, newText)] : [asSaid, undefined];
    const old = d.old && said(d.old, oldText);
    const now = d.new && said(d.new, newText);
    const facts = {
        what: d.word,
        // what became of a comment changes nothing of what it is about
        degree: n.list === 'remarks' && d.word === 'stand' ? 'text' : d.degree,
        ...(of === undefined ? {} : { of }),
        ...(old ? { old } : {}),
        ...(now ? { new: now } : {}),
    };
    return change(d.kind, n, context, facts, d.claims);
}
