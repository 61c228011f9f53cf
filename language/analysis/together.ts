import type { Edge, Space } from './space.js';

/**
 * A shortest course on which two things both happen, in whatever order: the product of the space and which of them has
 * happened, breadth first.
 *
 * @param a whether a move is the first thing; @param b the other one
 * @returns undefined where no course has both
 */
export function courseWithBoth(
    space: Space,
    a: (edge: Edge) => boolean,
    b: (edge: Edge) => boolean,
): readonly Edge[] | undefined {
    interface Visit {
        readonly state: number;
        readonly seen: number;
        readonly by: Edge | undefined;
        readonly before: Visit | undefined;
    }
    const known = new Set<number>();
    const queue: Visit[] = [];
    const add = (visit: Visit): Visit => {
        const key = visit.state * 4 + visit.seen;
        if (!known.has(key)) {
            known.add(key);
            queue.push(visit);
        }
        return visit;
    };
    for (const state of space.beginnings.keys()) {
        add({ state, seen: 0, by: undefined, before: undefined });
    }
    for (const visit of queue) {
        for (const edge of space.out[visit.state] ?? []) {
            const seen = visit.seen | (a(edge) ? 1 : 0) | (b(edge) ? 2 : 0);
            const next = add({ state: edge.to, seen, by: edge, before: visit });
            if (seen === 3) {
                const course: Edge[] = [];
                for (let at: Visit | undefined = next; at?.by; at = at.before) {
                    course.push(at.by);
                }
                return course.reverse();
            }
        }
    }
    return undefined;
}
