import { components } from './components.js';
import type { Machine, Way } from '../execution/machine.js';
import type { FlowNode } from '../model/process.js';
import { roundsOf } from '../execution/rounds.js';

/**
 * Of what may go on without bound the names, where the text leaves each of those bounds open: `herhaal onbekend`,
 * `hoogstens onbekend keer`.
 *
 * @param loops the ways back without a bound
 * @returns none where something has no bound that does not say so
 */
export function leftOpenIn({ stations }: Machine, loops: readonly Way[]): string[] {
    const all = withoutBound({ stations }, loops);
    return all.every((one) => one.isOpen) ? [...new Set(all.map((one) => one.name))] : [];
}

/** The names of what may go on without bound, whether the text leaves that open or says nothing of it. */
export function endlessIn(machine: Pick<Machine, 'stations'>, loops: readonly Way[]): string[] {
    return [...new Set(withoutBound(machine, loops).map((one) => one.name))];
}

function withoutBound({ stations }: Pick<Machine, 'stations'>, loops: readonly Way[]) {
    const without = stations.flatMap(({ node }) =>
        (node.kind === 'end' ? [] : node.repeats)
            .map(({ bound, modality }) => roundsOf(bound, modality))
            .filter(({ most }) => !Number.isFinite(most))
            .map(({ isOpen }) => ({ name: node.name, isOpen })),
    );
    const back = loops.map(({ arrow }) => ({ name: arrow.to ?? '', isOpen: arrow.atMostValue !== undefined }));
    return [...without, ...back];
}

/**
 * The ways back that a case may take without bound: those that lead back in the text and lie on a cycle of ways none of
 * which has a bound. Cycles are the strongly connected components (Tarjan 1972) of the stations, each split in where a
 * case comes in and where it goes out.
 */
export function unboundedLoops(machine: Machine): Way[] {
    const size = machine.stations.length;
    const ways = machine.stations.map((s) =>
        [...s.exits, ...s.expiries, ...s.escalations]
            .flatMap((w) => [w, ...w.fallbacks])
            .filter((w) => w.counter === undefined),
    );
    const component = components(linked(machine, ways));
    return machine.stations.flatMap((s) =>
        (ways[s.index] ?? []).filter(
            (w) => w.target !== undefined && w.target <= s.index && component[w.target] === component[s.index + size],
        ),
    );
}

/** What a case may come to again by the ways on of the work itself (`daarna`), bounded or not; `herhaal` is another thing. */
export function comesBack({ stations }: Pick<Machine, 'stations'>): ReadonlySet<FlowNode> {
    const component = components(
        linked(
            { stations },
            stations.map((s) => s.exits),
        ),
    );
    const again = stations.filter((s) => component[s.index] === component[s.index + stations.length]);
    return new Set(again.map((s) => s.node));
}

/** For each station what it leads to by these ways, split in where a case comes in and, behind all of these, where it goes out. */
function linked({ stations }: Pick<Machine, 'stations'>, ways: readonly (readonly Way[])[]): readonly number[][] {
    const size = stations.length;
    const next: number[][] = Array.from({ length: 2 * size }, () => []);
    const link = (from: number, to: number) => next[from]?.push(to);
    for (const station of stations) {
        const { index, children, parent, node } = station;
        const first = node.kind === 'phase' ? children.slice(0, 1) : children;
        first.forEach((child) => link(index, child));
        if (children.length === 0) {
            link(index, index + size);
        }
        if (parent !== undefined && station.exits.length === 0) {
            link(index + size, parent + size);
        }
        ways[index]?.forEach((w) => w.target !== undefined && link(index + size, w.target));
    }
    return next;
}
