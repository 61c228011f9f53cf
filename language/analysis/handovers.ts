import type { Machine, Station } from '../execution/machine.js';
import type { Handover, StatedRef } from '../model/protocol.js';
import { handsAt, peopleOf, type Hands } from './people.js';

/** Whether a handover can take place where the text says, and between whom it says. */
export interface HandoverPlace {
    readonly handover: Handover;
    /** the nodes behind which it takes place where somebody else works than who gives, as far as that is known */
    readonly otherGivers: readonly {
        readonly station: Station;
        readonly hands: Hands;
        readonly isUndecided: boolean;
    }[];
    /**
     * why it lies on no way at all, if it does not:
     * - `vanuit`: the text does not say behind which node
     * - `to-end`: behind those nodes comes none of the ends in its `naar einde`
     * - `receiver`: behind those nodes comes no work of the receiver, who has work elsewhere
     * - `end`: the receiver has no work in the process, and no end comes behind those nodes
     * - `open`: the text says that it is not known where, or to whom
     */
    readonly absent: 'vanuit' | 'to-end' | 'receiver' | 'end' | 'open' | undefined;
    /** whether it lies on a way to somebody's work, and not to an end or escalation only */
    readonly isAtWork: boolean;
    /** the nodes in its `vanuit` that are there */
    readonly from: readonly StatedRef[];
    /** what comes behind them */
    readonly behind: readonly Station[];
}

/** Compares each handover with the ways that it lies on: those that leave its `vanuit` for work of the receiver. */
export function handoverPlaces(machine: Machine): HandoverPlace[] {
    const { protocol, stations, index } = machine;
    const people = peopleOf(protocol);
    const lying = new Map<string, Station[]>();
    for (const station of stations) {
        for (const name of new Set(station.exits.flatMap((w) => w.handovers.map((h) => h.name)))) {
            lying.set(name, [...(lying.get(name) ?? []), station]);
        }
    }
    const working = new Set(
        stations.flatMap((s) => (s.node.kind === 'step' ? handsAt(machine, people, s, 'enter').executors : [])),
    );
    return protocol.handovers.map((handover): HandoverPlace => {
        const { from, to, fromNodes } = handover;
        const places = lying.get(handover.name) ?? [];
        const otherGivers = places.flatMap((station) => {
            const hands = handsAt(machine, people, station, 'leave');
            const isThere = hands.roles.some((r) => from && people.personOf(r) === people.personOf(from.name));
            const isStated = hands.roles.length > 0 || hands.isOpen;
            return !from || isThere || !isStated || people.isClient(from.name)
                ? []
                : [{ station, hands, isUndecided: hands.isOpen || people.isUnknown(from.name) }];
        });
        const at = fromNodes.flatMap((n) => stations[index.get(n.name) ?? -1] ?? []);
        const absent =
            places.length > 0
                ? undefined
                : handover.open.length > 0 || handover.toValue
                  ? 'open'
                  : at.length === 0
                    ? 'vanuit'
                    : handover.toEnds.length > 0
                      ? 'to-end'
                      : to && working.has(to.name)
                        ? 'receiver'
                        : 'end';
        const isWork = (target: number | undefined): boolean =>
            !['end', 'escalation'].includes(stations[target ?? -1]?.node.kind ?? 'end');
        const isAtWork = places.some((s) => s.exits.some((w) => w.handovers.includes(handover) && isWork(w.target)));
        return { handover, otherGivers, absent, isAtWork, from: fromNodes, behind: absent ? behind(machine, at) : [] };
    });
}

/** What comes behind nodes, behind the group or phase that they complete too. */
function behind(machine: Machine, stations: readonly Station[]): Station[] {
    const found = new Set<Station>();
    for (const station of stations) {
        let left: Station | undefined = station;
        while (left) {
            left.exits.forEach((w) => {
                const target = w.target === undefined ? undefined : machine.stations[w.target];
                if (target) {
                    found.add(target);
                }
            });
            left = left.exits.length > 0 || left.parent === undefined ? undefined : machine.stations[left.parent];
        }
    }
    return [...found];
}
