import type { Station } from '../execution/machine.js';
import { NOWHERE, type CountsFrom } from '../execution/timed-work.js';
import type { Handover } from '../model/protocol.js';
import type { Quantity } from '../model/values.js';
import { inScope, says, type Building, type Scope } from './building.js';
import type { Trigger } from './graph.js';

/** A moment that a case keeps, so long after something else: from then on work may begin, or a term is over. */
export interface KeptMoment {
    /** index of the station that it is about; undefined for a handover */
    readonly station: number | undefined;
    readonly quantity: Quantity;
    readonly from: CountsFrom;
    /** what the variable is called that keeps it, where nothing else has that name; null as long as nothing counts */
    readonly wanted: string;
    /** as a reader reads it */
    readonly label: string;
}

/** Names of kept moments, by number. */
export function numbered(name: string, n: number): string {
    return n === 0 ? name : `${name}_${String(n + 1)}`;
}

/** The name of the variable that keeps a moment. */
export function variableOf(b: Building, { wanted, label }: KeptMoment): string {
    return b.draft.know({ kind: 'moment', name: wanted, label });
}

/** A timer that is over at a kept moment, or so long after a case comes there. */
export function timerOf(b: Building, quantity: Quantity, kept: KeptMoment | undefined): Trigger & { kind: 'timer' } {
    return { kind: 'timer', quantity, ...(kept ? { until: variableOf(b, kept) } : {}) };
}

/**
 * Notes, where a case passes, the moments that count from there. A group or phase is done when the last of what is in it is.
 *
 * @returns the node by which a case passes; `next` itself where nothing counts from there
 */
export function noted(b: Building, scope: Scope, station: Station, type: 'begin' | 'end', next: string): string {
    const about = type === 'end' ? station.around : [station.index];
    const counting = b.moments.filter(({ from }) => from.type === type && about.includes(from.station));
    return note(b, counting, next, station.node.name + (type === 'end' ? '_gedaan_op' : '_begonnen_op'), {
        order: station.index + (type === 'end' ? 0.4 : -0.02),
        where: inScope(b.laneOf(station), scope),
    });
}

/**
 * The same for the terms of work that a case comes to, and that waits before it begins: until then they count from
 * there.
 */
export function notedWaiting(b: Building, scope: Scope, station: Station, next: string): string {
    const counting = b.moments.filter(
        (m) => m.station === station.index && m.from.type === 'begin' && m.from.station === station.index,
    );
    return note(b, counting, next, `${station.node.name}_wacht_sinds`, {
        order: station.index - 0.12,
        where: inScope(b.laneOf(station), scope),
    });
}

/** The same for the terms of a handover that begins. */
export function notedHandingOver(
    b: Building,
    scope: Scope,
    station: Station,
    { name, deadlines }: Handover,
    next: string,
): string {
    const counting = b.terms.filter(
        ({ deadline, from }) => from.type === 'end' && from.station === NOWHERE && deadlines.includes(deadline),
    );
    return note(b, counting, next, `${name}_begonnen_op`, {
        order: station.index + 0.705,
        where: inScope(b.laneOf(station), scope),
    });
}

/** The same for what counts from the end of a handover. */
export function notedHandedOver(b: Building, scope: Scope, station: Station, handover: string, next: string): string {
    const counting = b.moments.filter(({ from }) => from.type === 'handover' && from.name === handover);
    return note(b, counting, next, `${handover}_gedaan_op`, {
        order: station.index + 0.78,
        where: inScope(b.laneOf(station), scope),
    });
}

/** The same for what counts from `aanmelding`. */
export function notedAtStart(b: Building, lane: number, next: string): string {
    const counting = b.moments.filter((s) => s.from.type === 'registration');
    return note(b, counting, next, 'aangemeld_op', { order: -0.95, where: { lane } });
}

/** A term that may lead nowhere any more is never over again, until it counts anew. */
export function overForGood(b: Building, scope: Scope, station: Station, kept: KeptMoment, next: string): string {
    const set = b.draft.add(`${kept.wanted}_voorbij`, station.index + 0.32, {
        kind: 'set',
        label: says(b, 'forgotten'),
        sets: [{ variable: variableOf(b, kept), to: { type: 'value', value: null } }],
        ...inScope(b.laneOf(station), scope),
    });
    b.draft.connect(set, next);
    return set;
}

function note(
    b: Building,
    counting: readonly KeptMoment[],
    next: string,
    id: string,
    { order, where }: { readonly order: number; readonly where: { readonly lane: number; readonly scope?: string } },
): string {
    if (counting.length === 0) {
        return next;
    }
    const set = b.draft.add(id, order, {
        kind: 'set',
        label: says(b, 'noted'),
        sets: counting.map((kept) => ({
            variable: variableOf(b, kept),
            to: { type: 'after', quantity: kept.quantity },
        })),
        ...where,
    });
    b.draft.connect(set, next);
    return set;
}
