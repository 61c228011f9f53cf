import { anyMoments, hullOf, isWithin } from './bounds.js';
import type { Zone } from './zone.js';

/** A zone in which each moment stands for itself, so that it can be compared with another one of the same form. */
export interface SpreadZone {
    readonly zone: Zone;
    /** which moments there are; those of open work follow from the state */
    readonly form: string;
}

/** Gives each moment of a zone a place of its own, in one order. */
export function spread({ bounds, moments, now }: Zone): SpreadZone {
    const order = [0];
    const place = (moment: number): number => order.push(moment) - 1;
    const maybe = (moment: number | undefined) => (moment === undefined ? undefined : place(moment));
    const own = {
        tokens: moments.tokens.map(place),
        joinings: moments.joinings.map(place),
        suspended: moments.suspended.map((s) => ({
            at: place(s.at),
            tokens: s.tokens.map(place),
            joinings: s.joinings.map(place),
        })),
        begins: moments.begins.map(maybe),
        ends: moments.ends.map(maybe),
        handedOver: moments.handedOver.map(maybe),
        rounds: moments.rounds.map(maybe),
        end: maybe(moments.end),
    };
    const last = place(now);
    const form = [own.begins, own.ends, own.handedOver, own.rounds]
        .map((all) => all.map((m) => (m === undefined ? '-' : '+')).join(''))
        .join();
    return { zone: { bounds: bounds.keep(order), moments: own, now: last }, form };
}

/** Whether all moments of one are moments of another of the same form. */
export function isPartOf(inner: SpreadZone, outer: SpreadZone): boolean {
    return isWithin(inner.zone.bounds, outer.zone.bounds);
}

/** The least zone that has the moments of both, which have one form. */
export function around(one: SpreadZone, other: SpreadZone): SpreadZone {
    return { ...one, zone: { ...one.zone, bounds: hullOf(one.zone.bounds, other.zone.bounds) } };
}

/** The zone of the same form with all moments. */
export function unbounded(of: SpreadZone): SpreadZone {
    return { ...of, zone: { ...of.zone, bounds: anyMoments(of.zone.bounds.size) } };
}
