import type { LeftOpen } from '../model/left-open.js';
import { isInside, type Machine } from '../execution/machine.js';
import { openWork, type State, type Token } from '../execution/state.js';
import type { Edge, Space } from './space.js';

/**
 * Whether what a text leaves open could undo what a course shows: where it stands at work of that course, in a group or
 * phase around it, or is of the whole. What stands elsewhere, a case on this course does not come to.
 *
 * @param edges the moves of the course; @param last the state that it comes to
 */
export function standsAlong(space: Space, edges: readonly Edge[], last: number): (open: LeftOpen) => boolean {
    let names: ReadonlySet<string> | undefined;
    return ({ node }) => {
        if (node === undefined) {
            return true;
        }
        names ??= namesAt(
            space,
            [last, ...edges.flatMap((e) => [e.from, e.to])],
            edges.flatMap(({ move }) => ('token' in move ? [move.token.at] : 'station' in move ? [move.station] : [])),
        );
        return names.has(node);
    };
}

/** Whether what a text leaves open could decide what is so at a station: a case comes past it before, or while it is there. */
export function standsBefore(space: Space, station: number): (open: LeftOpen) => boolean {
    let before: ReadonlySet<string> | undefined;
    let reached: ReadonlySet<string> | undefined;
    return ({ node, kind }) => {
        if (node === undefined) {
            return true;
        }
        // a way that leads somewhere unknown may lead there
        const names = kind === 'ways' ? (reached ??= reachedNames(space)) : (before ??= namesBefore(space, station));
        return names.has(node);
    };
}

/** The names of everything to which some case comes. */
export function reachedNames(space: Space): ReadonlySet<string> {
    return namesAt(space, [...space.states.keys()], []);
}

function namesBefore(space: Space, station: number): ReadonlySet<string> {
    const into: number[][] = space.states.map(() => []);
    space.out.forEach((edges, from) => {
        edges.forEach(({ to }) => into[to]?.push(from));
    });
    const open = [...space.states.keys()].filter((i) => isAt(space, i, station));
    const seen = new Set(open);
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
        for (const from of into[i] ?? []) {
            if (!seen.has(from)) {
                seen.add(from);
                open.push(from);
            }
        }
    }
    return namesAt(space, [...seen], [station]);
}

function isAt({ states, machine }: Space, state: number, station: number): boolean {
    return workAt(states, state).some((t) => isInside(machine, t.at, station));
}

function workAt(states: readonly State[], index: number): readonly Token[] {
    const state = states[index];
    return state ? openWork(state) : [];
}

function namesAt({ states, machine }: Space, at: readonly number[], stations: readonly number[]): ReadonlySet<string> {
    const all = new Set(stations);
    for (const state of new Set(at)) {
        workAt(states, state).forEach((t) => all.add(t.at));
    }
    return new Set([...all].flatMap((s) => aroundOf(machine, s)));
}

const aroundOf = ({ stations }: Machine, station: number): string[] =>
    (stations[station]?.around ?? []).flatMap((s) => stations[s]?.node.name ?? []);
