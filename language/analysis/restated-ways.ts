import { conditionKey } from '../model/lost.js';
import type { Arrow } from '../model/process.js';
import { changed, type Around, type Part } from './difference.js';

/** The ways on from a node, stated or by the order of the text; a way through new elements is the same way. */
export function ways(node: string, { waysBefore, waysAfter, isNew, isNoEnd, dropped }: Around): Part[] {
    const after = waysAfter.get(node) ?? [];
    const reached = after.map((arrow) => ({ arrow, to: reach(arrow, waysAfter, isNew) }));
    const targets = [...new Set(after.flatMap((a) => a.to ?? []))].join(', ');
    const parts = (waysBefore.get(node) ?? []).flatMap((arrow): Part[] => {
        const { to } = arrow;
        if (to === undefined || dropped.has(to) || isNoEnd(to)) {
            return [];
        }
        const there = reached.filter((r) => r.to.has(to));
        if (there.some((r) => arrow.kind === 'next' || whenOf(r.arrow) === whenOf(arrow))) {
            return [];
        }
        if (there.length > 0) {
            const isInformal = [arrow, ...there.map((r) => r.arrow)].some((w) => w.condition?.type === 'informal');
            return [changed('daarna', to, undefined, isInformal ? 'wording' : 'contrary')];
        }
        return [changed('daarna', to, targets, after.some((a) => a.to === undefined) ? 'open' : 'contrary')];
    });
    const known = new Set((waysBefore.get(node) ?? []).map((a) => a.to));
    const more = reached.flatMap(({ arrow: { to } }) => (to === undefined || known.has(to) || isNoEnd(to) ? [] : [to]));
    return more.length === 0 ? parts : [...parts, { kind: 'added', what: 'daarna', is: [...new Set(more)].join(', ') }];
}

function whenOf({ kind, condition }: Arrow): string {
    return condition ? conditionKey({ condition }) : kind;
}

/** Where a way leads, by way of what only the working-out has. */
function reach(first: Arrow, after: Around['waysAfter'], isNew: Around['isNew']): ReadonlySet<string> {
    const found = new Set<string>();
    const todo = [first];
    for (let arrow = todo.pop(); arrow; arrow = todo.pop()) {
        if (arrow.to !== undefined && !found.has(arrow.to)) {
            found.add(arrow.to);
            todo.push(...(isNew(arrow.to) ? (after.get(arrow.to) ?? []) : []));
        }
    }
    return found;
}
