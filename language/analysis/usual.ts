import { usualAccess } from '../execution/begin.js';
import type { Machine, Station, Way } from '../execution/machine.js';
import { factsIn } from '../execution/truth.js';
import { weighedLaboursOf } from '../model/queries.js';

/** The ways on at which it is said that they are taken as a rule: `veelal als akkoord: Plan`. */
export function usualWays({ node, exits }: Station): Way[] {
    const branches = node.kind === 'end' ? [] : node.branches.filter((b) => b.modality !== undefined);
    return exits.filter((w) => branches.some((b) => b.at === w.arrow.at));
}

/**
 * The facts of which it is not certain that they are known behind a station: something determines them, or asks about
 * them at the start, as a rule only (`bepaalt veelal akkoord`), and the station itself does not determine them for certain.
 */
export function usualFactsAt(machine: Machine, { node }: Station): ReadonlySet<string> {
    const { stations, access } = machine;
    const determined = stations.flatMap((s) => weighedLaboursOf(s.node).flatMap((work) => work.determines));
    const usual = [
        ...determined.filter((d) => d.modality !== undefined).map((d) => d.name),
        ...usualAccess(machine).flatMap((c) => [...factsIn(c)]),
    ];
    const sure = new Set([
        ...weighedLaboursOf(node).flatMap((work) => work.determines.filter((d) => !d.modality).map((d) => d.name)),
        ...access.flatMap((c) => [...factsIn(c)]),
    ]);
    return new Set(usual.filter((name) => !sure.has(name)));
}

/** Whether something leads to a station for cases of which other ways are taken as a rule only: an `anders` beside `veelal als`. */
export function isReachedUnlessUsual(machine: Machine, target: number): boolean {
    return machine.stations.some(
        (s) =>
            s.exits.some((w) => w.target === target && w.arrow.kind === 'otherwise') &&
            (usualWays(s).length > 0 ||
                s.exits.some((w) => [...factsIn(w.arrow.condition)].some((f) => usualFactsAt(machine, s).has(f)))),
    );
}
