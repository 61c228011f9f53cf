import type { Named } from '../model/protocol.js';
import type { Change, Claim } from './change.js';
import { movedAmong } from './order.js';
import { SHARED, type Pairs } from './pairs.js';
import { change, type Context } from './telling.js';
import type { Element } from './tree.js';

/** What stands elsewhere among what it stood with, or in something else. */
export function moves(o: Element, n: Element, context: Context): (readonly [Element, Change])[] {
    const { pairs } = context;
    const lists = new Set(o.children.map((c) => c.list));
    return [...lists].flatMap((list): (readonly [Element, Change])[] => {
        const stayed = o.children.filter((c) => c.list === list && pairs.newOf.get(c)?.parent === n);
        const now = n.children.filter((c) => c.list === list);
        const left = o.children.filter((c) => c.list === list).flatMap((c) => arrivals(c, n, context));
        const sameGroup = (c: Element) => {
            const other = pairs.newOf.get(c);
            return newGroup(c, pairs) === other?.inGroup;
        };
        const byGroup = Map.groupBy(stayed.filter(sameGroup), (c) => c.inGroup);
        const moved = [...byGroup.values()].flatMap((siblings) => {
            const indices = movedAmong(siblings.map((c) => now.indexOf(pairs.newOf.get(c) ?? c)));
            return indices.flatMap((i) => siblings[i] ?? []);
        });
        const elsewhere = stayed.filter((c) => !sameGroup(c));
        if (list !== 'nodes') {
            // what stands beside the interventies is found wherever it stands
            const order =
                moved.length === 0 || o.parent === undefined ? [] : [[n, orderChange(list, o, n, context)] as const];
            return [...order, ...left];
        }
        return [
            ...[...moved, ...elsewhere].flatMap((c) => {
                const to = pairs.newOf.get(c);
                return to ? [[to, movedChange(c, to, context)] as const] : [];
            }),
            ...left,
        ];
    });
}

/** The group or phase in which a node would stand if it had stayed in the same one. */
function newGroup({ inGroup, parent }: Element, { newOf }: Pairs): string | undefined {
    if (inGroup === undefined) {
        return undefined;
    }
    const group = parent?.children.find((c) => c.list === 'nodes' && c.called === inGroup);
    return (group && newOf.get(group)?.called) ?? inGroup;
}

function arrivals(o: Element, parent: Element, context: Context): (readonly [Element, Change])[] {
    const n = context.pairs.newOf.get(o);
    // where something is inherited from is told by the whole
    const isInherited = [o, n].some((e) => (e?.block as Partial<Named> | undefined)?.inheritedFrom !== undefined);
    return n && !isInherited && n.parent !== parent ? [[n, movedChange(o, n, context)]] : [];
}

function movedChange(o: Element, n: Element, context: Context): Change {
    const claims: Claim[] = [
        { side: 'old', of: o.block, field: 'position' },
        { side: 'new', of: n.block, field: 'position' },
    ];
    const degree = SHARED.has(n.list) || n.list === 'remarks' ? ('text' as const) : ('meaning' as const);
    return change('moved', n, context, { degree, old: { text: placeOf(o) }, new: { text: placeOf(n) } }, claims);
}

/** What an element stands in; of a node behind what it stands, or that it is the first. */
export function placeOf(element: Element): string {
    const { parent, list, inGroup } = element;
    if (list !== 'nodes') {
        return parent?.parent === undefined ? 'los' : parent.name === undefined ? parent.kind : `in ${parent.called}`;
    }
    const siblings = parent?.children.filter((c) => c.list === list && c.inGroup === inGroup) ?? [];
    const before = siblings[siblings.indexOf(element) - 1];
    return [inGroup === undefined ? '' : `in ${inGroup}`, before === undefined ? 'vooraan' : `na ${before.called}`]
        .filter((t) => t !== '')
        .join(', ');
}

function orderChange(list: string, o: Element, n: Element, context: Context): Change {
    const kind = n.children.find((c) => c.list === list)?.kind ?? list;
    const claims: Claim[] = [
        { side: 'old', of: o.block, field: `${list}/order` },
        { side: 'new', of: n.block, field: `${list}/order` },
    ];
    return change('order', n, context, { what: kind, degree: list === 'activities' ? 'meaning' : 'text' }, claims);
}
