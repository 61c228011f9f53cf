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
        const same = there.find((r) => arrow.kind === 'next' || whenOf(r.arrow) === whenOf(arrow));
        if (same) {
            return oftener(arrow, same.arrow);
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

/** A way that may be taken more often than it might, or less often. */
function oftener({ to, atMost: before }: Arrow, { to: now, atMost: after, atMostValue }: Arrow): Part[] {
    if (before === after || to !== now) {
        return [];
    }
    const [was, is] = [before, after].map((n) =>
        n === undefined ? (to ?? '') : `${to ?? ''} hoogstens ${String(n)} keer`,
    );
    if (after === undefined) {
        return [changed('daarna', was, atMostValue ? undefined : to, atMostValue ? 'open' : 'contrary')];
    }
    return [changed('daarna', was, is, after < (before ?? Number.POSITIVE_INFINITY) ? 'within' : 'contrary')];
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
