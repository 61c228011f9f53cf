import { contactsAt, contactsOfHandover, contactsWhenCutOff, type Sum } from '../execution/contacts.js';
import { cutOffBy } from '../execution/cut-off.js';
import { isInside } from '../execution/machine.js';
import { takesIn, wholesOf, type Whole } from '../execution/wholes.js';
import type { Edge, Space } from './space.js';
import { unfolded, type Bounded, type Taken } from './whole-sums.js';

/** A group or phase of which what it states as a whole and what its parts state exclude each other, on every course. */
export interface Disagreement {
    readonly whole: Whole;
    /** whether the parts come to more than the whole, or to fewer */
    readonly parts: 'more' | 'fewer';
}

/** The wholes that do not agree with their parts on any course on which all work in them is done. */
export function disagreeingWholes(space: Space): Disagreement[] {
    const { protocol, stations } = space.machine;
    const wholes = wholesOf(space.machine).filter(({ own, isEmpty }) => own.gap === undefined && !isEmpty);
    if (wholes.length === 0 || !space.complete) {
        return [];
    }
    const takenIn = ({ from, to, move }: Edge): { readonly count: Sum; readonly isIn: Taken['isIn'] }[] => {
        const node = move.kind === 'finish' ? stations[move.token.at]?.node : undefined;
        const handovers = move.kind === 'leave' ? move.way.handovers : [];
        const counts = [
            ...(node ? [contactsAt(protocol, node)] : []),
            ...handovers.map((h) => contactsOfHandover(protocol, h)),
        ].flatMap((c) => c?.count ?? []);
        const [before, next] = [space.states[from], space.states[to]];
        const cutOff = before && next ? cutOffBy(space.machine, before, move, next) : [];
        return [
            ...counts.map((count) => ({
                count,
                isIn: (whole: Whole | undefined) => whole !== undefined && takesIn(space.machine, whole, move),
            })),
            ...cutOff.flatMap((at) => {
                const off = stations[at]?.node;
                const count = off && contactsWhenCutOff(protocol, off)?.count;
                const isIn = (whole: Whole | undefined) =>
                    whole !== undefined && isInside(space.machine, at, whole.station);
                return count ? [{ count, isIn }] : [];
            }),
        ];
    };
    const bounded = wholes.map((whole): Bounded => {
        const { low: least, high: most } = whole.own.count;
        return { whole, least, most, unsaid: 0 };
    });
    const closings = (end: 'low' | 'high') => {
        const { complete, closings } = unfolded(space, bounded, (edge) =>
            takenIn(edge).map(({ count, isIn }) => ({ weight: count[end], isIn })),
        );
        return complete ? closings : [];
    };
    const [low, high] = [closings('low'), closings('high')];
    return bounded.flatMap(({ whole, least, most }): Disagreement[] => {
        const of = (all: typeof low) => all.filter((c) => c.whole === whole);
        if (of(low).length > 0 && of(low).every(({ parts }) => parts > most)) {
            return [{ whole, parts: 'more' }];
        }
        return of(high).length > 0 && of(high).every(({ parts }) => parts < least) ? [{ whole, parts: 'fewer' }] : [];
    });
}
