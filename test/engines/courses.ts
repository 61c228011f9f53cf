import { courseOf } from '../../language/analysis/course.js';
import { spaceOf, type Edge, type Space } from '../../language/analysis/space.js';
import type { Case } from '../../language/execution/case.js';
import type { Machine } from '../../language/execution/machine.js';
import { movesIn, type Move } from '../../language/execution/moves.js';
import type { Token } from '../../language/execution/state.js';

const MOST_STATES = 3_000;

/**
 * Courses of a process that go no further: between them they take every move that leads to such a course, in few courses. What
 * happens in a different order is looked at where that is not too much.
 *
 * @param most so many courses at most
 */
export function coursesOf(machine: Machine | undefined, most = Number.POSITIVE_INFINITY): Case[] {
    if (!machine) {
        return [];
    }
    const all = spaceOf(machine, { limit: MOST_STATES, reduce: false });
    const space = all.complete ? all : spaceOf(machine, { limit: MOST_STATES });
    const on = waysOn(space);
    const taken = new Set<string>();
    const courses: Case[] = [];
    // the longest courses first: they take the most
    const edges = space.out.flat().toReversed();
    for (const edge of edges) {
        const rest = on.get(edge.to);
        if (courses.length >= most || taken.has(nameOf(edge.move)) || !rest) {
            continue;
        }
        const course = [...courseInto(space, edge.from), edge, ...rest];
        course.forEach((e) => taken.add(nameOf(e.move)));
        courses.push(courseOf(space, course.at(-1)?.to ?? 0, course).case);
    }
    return courses.length > 0 ? courses : [...on.keys()].slice(0, 1).map((state) => courseOf(space, state).case);
}

/** What a move is, apart from the state in which it happens. */
function nameOf(move: Move): string {
    return JSON.stringify(move, (key, value: unknown) => {
        switch (key) {
            case 'token': {
                const { at, into } = value as Token;
                return into === undefined ? at : [at, into];
            }
            case 'way': {
                const { arrow, target } = value as Extract<Move, { kind: 'leave' }>['way'];
                return [arrow.kind, arrow.from, target, arrow.at];
            }
            default:
                return value;
        }
    });
}

function courseInto(space: Space, state: number): Edge[] {
    const course: Edge[] = [];
    for (let edge = space.first[state]; edge; edge = space.first[edge.from]) {
        course.push(edge);
    }
    return course.reverse();
}

/** For each state from which a case can come to where it goes no further: a shortest course there. */
function waysOn(space: Space): ReadonlyMap<number, readonly Edge[]> {
    const into = Map.groupBy(space.out.flat(), (e) => e.to);
    const known = new Map<number, readonly Edge[]>();
    const states = space.states.flatMap((s, i) => (movesIn(space.machine, s).length === 0 ? [i] : []));
    states.forEach((state) => known.set(state, []));
    for (const state of states) {
        for (const edge of into.get(state) ?? []) {
            if (!known.has(edge.from)) {
                known.set(edge.from, [edge, ...(known.get(state) ?? [])]);
                states.push(edge.from);
            }
        }
    }
    return known;
}
