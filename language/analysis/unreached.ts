import { determinedAt, isInside, type Machine } from '../execution/machine.js';
import { factsIn } from '../execution/truth.js';
import type { Arrow } from '../model/process.js';
import type { Place } from '../model/protocol.js';
import type { Proofs } from './proofs.js';

/** A way to something that nobody comes to, and why nobody goes it. */
export interface UnusedWay {
    /** the node that it leaves; undefined for `altijd als` */
    readonly from: string | undefined;
    /**
     * - `dead`: nobody comes where it begins
     * - `told`: another rule says what is wrong, such as a condition that never holds
     * - `fact`: an `altijd als` on facts that become known only where nobody comes
     * - `nowhere`: an `altijd als` on a fact that becomes known nowhere
     * - `never`: none of these
     */
    readonly because: 'dead' | 'told' | 'fact' | 'nowhere' | 'never';
    /** for `dead` and `fact`: the nodes that nobody comes to, from the outside in */
    readonly behind: readonly string[];
    /** for `fact` and `nowhere` */
    readonly facts: readonly string[];
    readonly at: Place;
}

/** A node that nobody comes to, in nothing that nobody comes to. */
export interface Unreached {
    readonly station: number;
    readonly ways: readonly UnusedWay[];
    /** whether it follows from what else is told: from a fault at a way, or from something else that nobody comes to */
    readonly isConsequence: boolean;
}

/** What no course reaches, with the ways there; of what only leads to each other, the first is no consequence. */
export function unreachedIn(proofs: Proofs): Unreached[] {
    const { machine } = proofs.space;
    const dead = new Set(proofs.soundness.unreached);
    /** the outermost dead node around a node */
    const deadAround = (station: number | undefined): number | undefined =>
        machine.stations[station ?? -1]?.around.findLast((i) => dead.has(i));
    const outermost = [...dead].filter((i) => deadAround(i) === i);
    const found = outermost.map((station) => ({ station, ways: waysTo(proofs, station, deadAround) }));
    const explained = new Set<number>();
    const isRoot = ({ ways }: (typeof found)[number]): boolean =>
        ways.length === 0 || ways.some((w) => w.because === 'never');
    const roots = new Set(found.filter(isRoot).map((f) => f.station));
    const spread = (): void => {
        for (let before = -1; before !== explained.size;) {
            before = explained.size;
            for (const { station, ways } of found) {
                const isExplained = ways.some(
                    (w) =>
                        w.because === 'told' ||
                        w.because === 'nowhere' ||
                        w.behind.some((name) => explained.has(deadAround(machine.index.get(name)) ?? -1)),
                );
                if (isExplained || roots.has(station)) {
                    explained.add(station);
                }
            }
        }
    };
    spread();
    for (const { station } of found) {
        if (!explained.has(station)) {
            roots.add(station);
            spread();
        }
    }
    return found.map((f) => ({ ...f, isConsequence: !roots.has(f.station) }));
}

function waysTo(
    proofs: Proofs,
    station: number,
    deadAround: (station: number | undefined) => number | undefined,
): UnusedWay[] {
    const { machine } = proofs.space;
    const leadsHere = (name: string | undefined): boolean => {
        const target = machine.index.get(name ?? '');
        return target !== undefined && isInside(machine, target, station);
    };
    const arrows = machine.process.arrows.filter(
        (a) => a.from !== undefined && a.kind !== 'interrupt' && leadsHere(a.to) && !leadsHere(a.from),
    );
    const unusedArrows = arrows.map((arrow): UnusedWay => {
        const isDead = deadAround(machine.index.get(arrow.from ?? '')) !== undefined;
        return {
            from: arrow.from,
            because: isDead ? 'dead' : isTold(proofs, arrow) ? 'told' : 'never',
            behind: isDead && arrow.from !== undefined ? [arrow.from] : [],
            facts: [],
            at: arrow.at,
        };
    });
    const interrupts = machine.breaches
        .filter(({ target }) => target !== undefined && isInside(machine, target, station))
        .map(({ interrupt, facts }): UnusedWay => {
            const names = [...facts].flatMap((f) => machine.facts[f]?.name ?? []);
            const missing = names.filter((name) => !isKnownWhere(machine, name, (i) => deadAround(i) === undefined));
            const behind = machine.stations.filter((s) => missing.some((name) => determinedAt(s.node).includes(name)));
            const isNowhere = missing.some((name) => !isKnownWhere(machine, name, () => true));
            return {
                from: undefined,
                because: isNowhere ? 'nowhere' : missing.length > 0 ? 'fact' : isStopped(proofs) ? 'told' : 'never',
                behind: isNowhere ? [] : behind.map((s) => s.node.name),
                facts: missing,
                at: interrupt.at,
            };
        });
    return [...unusedArrows, ...interrupts];
}

/** Whether some node that is accepted, or who enters, makes a fact known. */
function isKnownWhere({ stations, access }: Machine, fact: string, accepted: (station: number) => boolean): boolean {
    return (
        access.some((condition) => factsIn(condition).has(fact)) ||
        stations.some((s) => accepted(s.index) && determinedAt(s.node).includes(fact))
    );
}

/** Whether cases stop before they come there: another rule tells where. */
function isStopped({ soundness }: Proofs): boolean {
    return soundness.stuck.length > 0 || soundness.endless.length > 0;
}

/** Whether another rule says why nobody takes this way: its condition never holds, or asks for what is not known. */
function isTold(proofs: Proofs, arrow: Arrow): boolean {
    return (
        isStopped(proofs) ||
        proofs.decisions.some(
            (d) =>
                d.never.some((w) => w.arrow === arrow) || d.unknown.some((u) => factsIn(arrow.condition).has(u.fact)),
        )
    );
}
