import type { Machine, Station } from '../execution/machine.js';
import type { Handover, StatedRef } from '../model/protocol.js';
import { directorsOf } from '../model/queries.js';
import { handsAt, isAmong, peopleOf, type Hands, type People } from './people.js';

/** Whether a handover can take place where the text says, and between whom it says. */
export interface HandoverPlace {
    readonly handover: Handover;
    /** the nodes behind which it takes place, or should, where somebody else works than who gives, as far as that is known */
    readonly otherGivers: readonly {
        readonly station: Station;
        readonly hands: Hands;
        /**
         * what keeps it from being certain: who works there or gives is unknown, or may be the same person, or who gives
         * works there only if needed, or usually
         */
        readonly doubt: 'unknown' | 'same' | 'if needed' | undefined;
    }[];
    /**
     * why it lies on no way at all, if it does not:
     * - `vanuit`: the text does not say behind which node
     * - `to-end`: behind those nodes comes none of the ends in its `naar einde`
     * - `aside`: work of the receiver comes behind those nodes only on ways of which a handover is no part, of a term,
     *   an escalation, an interruption or another handover that stays out
     * - `receiver`: behind those nodes comes no work of the receiver, who has work elsewhere
     * - `end`: the receiver has no work in the process, and no end comes behind those nodes
     * - `open`: the text says that it is not known where, or to whom
     */
    readonly absent: 'vanuit' | 'to-end' | 'aside' | 'receiver' | 'end' | 'open' | undefined;
    /** whether it lies on a way to somebody's work, and not to an end or escalation only */
    readonly isAtWork: boolean;
    /** the nodes in its `vanuit` that are there */
    readonly from: readonly StatedRef[];
    /** where it lies on some way: those of `vanuit` behind which no work of the receiver comes */
    readonly idle: readonly StatedRef[];
    /** what comes behind them */
    readonly behind: readonly Station[];
    /** for `aside`: those ways */
    readonly asides: readonly Aside[];
}

/** A way on which no handover takes place. */
export type Aside = 'deadline' | 'fallback' | 'escalation' | 'interrupt';

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
        stations.flatMap((s) =>
            s.node.kind === 'step' ? handsAt(machine, people, s, 'enter').executors.map(people.surePersonOf) : [],
        ),
    );
    const works = (role: string): boolean => working.has(people.surePersonOf(role));
    const directing = [
        ...directorsOf(protocol.roles).map((r) => r.name),
        ...protocol.handovers.flatMap((h) => h.direction.flatMap((d) => d.role?.name ?? [])),
    ];
    // who directs knows the family without working at the step: whether it directs there is another question
    const mayGive = ({ direction }: Handover, roles: readonly string[]) =>
        direction.length > 0 ? [...roles, ...directing] : roles;
    const isOf =
        (role: string) =>
        (station: Station): boolean =>
            station.node.kind === 'step' &&
            isAmong(people.surePersonOf, handsAt(machine, people, station, 'enter').executors, role);
    return protocol.handovers.map((handover): HandoverPlace => {
        const { from, to, fromNodes } = handover;
        const places = lying.get(handover.name) ?? [];
        const at = fromNodes.flatMap((n) => stations[index.get(n.name) ?? -1] ?? []);
        // one that lies on no way is given behind its `vanuit` all the same
        const otherGivers = (places.length > 0 ? places : at).flatMap(
            (station): HandoverPlace['otherGivers'][number][] => {
                const hands = handsAt(machine, people, station, 'leave');
                const isStated = hands.roles.length > 0 || hands.isOpen;
                if (!from || !isStated || people.isClient(from.name)) {
                    return [];
                }
                const isOneOf = (personOf: People['personOf'], roles = hands.roles) =>
                    isAmong(personOf, mayGive(handover, roles), from.name);
                const isUnknown = hands.isOpen || people.isUnknown(from.name);
                const doubt = isOneOf(people.surePersonOf)
                    ? 'if needed'
                    : isOneOf(people.personOf)
                      ? 'same'
                      : isUnknown
                        ? 'unknown'
                        : undefined;
                return isOneOf(people.surePersonOf, hands.sure) ? [] : [{ station, hands, doubt }];
            },
        );
        const asides = places.length > 0 || !to ? [] : asidesFrom(machine, at, isOf(to.name));
        const absent =
            places.length > 0
                ? undefined
                : handover.open.length > 0 || handover.toValue
                  ? 'open'
                  : at.length === 0
                    ? 'vanuit'
                    : handover.toEnds.length > 0
                      ? 'to-end'
                      : asides.length > 0
                        ? 'aside'
                        : to && works(to.name)
                          ? 'receiver'
                          : 'end';
        const isWork = (target: number | undefined): boolean =>
            !['end', 'escalation'].includes(stations[target ?? -1]?.node.kind ?? 'end');
        const isAtWork = places.some((s) => s.exits.some((w) => w.handovers.includes(handover) && isWork(w.target)));
        return {
            handover,
            otherGivers,
            absent,
            isAtWork,
            from: fromNodes,
            idle:
                absent || !to || !works(to.name) || handover.toEnds.length > 0
                    ? []
                    : fromNodes.filter(({ name }) => {
                          const station = stations[index.get(name) ?? -1];
                          return station !== undefined && isIdle(machine, station, places, isOf(to.name));
                      }),
            behind: absent ? behind(machine, at) : [],
            asides,
        };
    });
}

/** Whether a handover lies on no way from a node, while the text says where each of these leads. */
function isIdle(
    machine: Machine,
    station: Station,
    places: readonly Station[],
    isThere: (station: Station) => boolean,
): boolean {
    const isOpen = station.around.some((i) => machine.stations[i]?.exits.some((w) => w.target === undefined));
    const isPlace = places.some((p) => station.around.includes(p.index) || p.around.includes(station.index));
    return !isOpen && !isPlace && asidesFrom(machine, [station], isThere).length === 0;
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

/** By which ways without a handover a case comes from nodes to certain work at once. */
function asidesFrom(machine: Machine, from: readonly Station[], isThere: (station: Station) => boolean): Aside[] {
    const leads = ({ target }: { readonly target: number | undefined }): boolean => {
        const station = target === undefined ? undefined : machine.stations[target];
        return station !== undefined && isThere(station);
    };
    const around = from.flatMap((s) => s.around.flatMap((i) => machine.stations[i] ?? []));
    return [
        ...(around.some((s) => s.expiries.some(leads)) ? ['deadline' as const] : []),
        ...(from.some((s) => s.exits.some((w) => w.fallbacks.some(leads))) ? ['fallback' as const] : []),
        ...(around.some((s) => s.escalations.some(leads)) ? ['escalation' as const] : []),
        ...(from.length > 0 && machine.breaches.some(leads) ? ['interrupt' as const] : []),
    ];
}
