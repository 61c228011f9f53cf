import type { Process } from '../model/process.js';
import { aroundOf, type Machine, type Station, type Way } from './machine.js';

/**
 * Of each node those after the end of which it begins, as it always does. What is around it is not over before; nor does
 * work wait for what waits for it.
 */
export function awaitedBy(
    { nodes }: Process,
    index: ReadonlyMap<string, number>,
    parents: readonly (number | undefined)[],
): readonly (readonly number[])[] {
    const stated = nodes.map((node, i) => {
        const starts = node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
        return starts.flatMap(({ after, modality }) => {
            const at = after.type === 'end' && !modality ? index.get(after.node.name) : undefined;
            return at === undefined || aroundOf(i, parents).includes(at) ? [] : [at];
        });
    });
    const awaited = (by: number, seen = new Set<number>()): ReadonlySet<number> => {
        for (const at of stated[by] ?? []) {
            // what comes before it there, as well
            const branch = aroundOf(at, parents).findLast((up) => !aroundOf(by, parents).includes(up)) ?? at;
            nodes.forEach((_, part) => {
                if (aroundOf(part, parents).includes(branch) && !seen.has(part)) {
                    awaited(part, seen.add(part));
                }
            });
        }
        return seen;
    };
    return stated.map((all, i) => (all.length > 0 && awaited(i).has(i) ? [] : all));
}

/**
 * Whether a case that is at a station surely comes to another, or is there: no decision, no guard and no term leads
 * elsewhere.
 */
export function comesTo({ stations }: Pick<Machine, 'stations'>, from: number, to: number): boolean {
    const seen = new Set<number>();
    for (let at: number | undefined = from, isDone = false; at !== undefined && !(seen.has(at) && !isDone);) {
        const station: Station | undefined = stations[at];
        if (station?.around.includes(to)) {
            return true;
        }
        seen.add(at);
        if (!station || station.expiries.length > 0 || station.guards.length > 0) {
            return false;
        }
        const { exits, children, node, parent }: Station = station;
        const first: number | undefined = children[0];
        const [way, other]: readonly (Way | undefined)[] = exits;
        if (!isDone && first !== undefined) {
            [at, isDone] = [node.kind === 'phase' ? first : undefined, false];
        } else if (!way) {
            [at, isDone] = [parent, true];
        } else {
            const isSure = !other && !way.arrow.condition && way.counter === undefined && way.handovers.length === 0;
            [at, isDone] = [isSure ? way.target : undefined, false];
        }
    }
    return false;
}
