import {
    areOf,
    contactsAt,
    contactsOfHandover,
    contactsWhenCutOff,
    unsaidWork,
    type Contacts,
} from '../execution/contacts.js';
import { cutOffBy } from '../execution/cut-off.js';
import { isInside } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import { takesIn, wholesOf, type Whole } from '../execution/wholes.js';
import type { Handover } from '../model/protocol.js';
import type { NeverBegun } from './never-begun.js';
import { extremesOf, greatestOf, leastOf, type Extremes, type Sum, type Weight } from './extremes.js';
import type { Edge, Space } from './space.js';
import { unfolded, type Bounded, type Taken, type Unfolded } from './whole-sums.js';

/** How many contacts the courses of a case take. */
export interface ContactsOnCourses {
    /** to a state: what is sure to be taken; what is in doubt counts as little as it may */
    readonly certain: (state: number) => Extremes | undefined;
    /** the same where what is in doubt counts as much as it may: what has no figure, or a vague one, is without end */
    readonly possible: (state: number) => Extremes | undefined;
    /** what one move takes with what it breaks off, read as for `certain` and as for `possible` */
    readonly takenBy: TakenBy;
    /** the same as it adds to the sum; nothing where a group or phase states a whole, since then no move tells that by itself */
    readonly addedBy: TakenBy;
    /** each part of that, with where it was broken off; undefined where a group or phase states a whole */
    readonly partsOf: ((edge: Edge, space: Pick<Space, 'states'>) => readonly TakenPart[]) | undefined;
    /** steps, escalations and handovers on some course of which the number of contacts is not stated, or is open */
    readonly notStated: readonly string[];
    /** those of which it is stated vaguely */
    readonly vague: readonly string[];
    /** those of which it is not stated from which organisation the people are */
    readonly whose: readonly string[];
    /** groups and phases whose sums are too many to tell apart: then the figures are of a part of the courses only */
    readonly tooMuchIn: readonly string[];
}

/** @param space the one that the edge is of; @param isLeftOut of what is broken off: where nothing was taken */
type TakenBy = (edge: Edge, space: Pick<Space, 'states'>, isLeftOut?: (station: number) => boolean) => Weights;

interface TakenPart {
    readonly weights: Weights;
    readonly cutOff?: number;
}

/** What something counts for: where what is in doubt counts as little as it may, and as much. */
interface Weights {
    readonly certain: Weight;
    readonly possible: Weight;
}

/**
 * The least and greatest number of contacts on every course, as the simulator counts them (execution/contacts.ts), with
 * repetition and the joint meetings (`gesprekken`) of handovers; what is broken off counts anything up to its most. What
 * a group or phase states as a whole bounds what stands in it (whole-sums.ts).
 *
 * @param organisation only the contacts of this organisation; all contacts where left out
 * @param isUnbegun which work that is broken off had surely not begun: it takes no contacts
 */
export function contactsOf(
    space: Space,
    organisation?: string,
    isUnbegun: NeverBegun = () => false,
): ContactsOnCourses {
    const { machine } = space;
    const { protocol, stations } = machine;
    const doubts: Doubts = { notStated: new Set(), vague: new Set(), whose: new Set() };
    const parties = wholesOf(machine).flatMap((whole): Party[] => {
        const isAll = organisation === undefined || whole.own.everywhere.includes(organisation);
        return areOf(whole.own, organisation) === 'no' ? [] : [{ whole, isAll }];
    });
    const weigh = (contacts: Contacts | undefined, around: readonly Party[]): Weights => {
        const inside = around.find(({ whole, isAll }) => isAll && whole.own.gap !== 'not-stated');
        const shares = organisation === undefined ? undefined : contacts?.shares;
        const parts = (shares ?? [contacts]).map((c) => weightsOf(c, organisation, inside, doubts));
        return parts.filter((p) => p !== NOTHING).reduce(add, NOTHING);
    };
    const sum = (handovers: readonly Handover[], around: readonly Party[]) =>
        handovers.reduce((all, h) => add(all, weigh(contactsOfHandover(protocol, h), around)), NOTHING);
    const weightNow = (move: Move): Weights => {
        const around = parties.filter(({ whole }) => takesIn(machine, whole, move));
        switch (move.kind) {
            case 'finish': {
                const node = stations[move.token.at]?.node;
                return weigh(node && contactsAt(protocol, node), around);
            }
            case 'enough': {
                // it may have been done oftener than on this course
                const { repeats = [], node } = stations[move.token.at] ?? {};
                const isTaken = stations.some(
                    (s) =>
                        s.around.includes(move.token.at) &&
                        weigh(contactsAt(protocol, s.node), around).possible.high > 0,
                );
                if (!node || !isTaken || !repeats.some((r) => r.leastIsOpen)) {
                    return NOTHING;
                }
                doubts.vague.add(node.name);
                return { ...NOTHING, possible: { low: NO_END, high: NO_END } };
            }
            case 'leave':
                return sum(move.way.handovers, around);
            case 'fall back': {
                // of what is not confirmed after all the meetings have taken place, and of what comes before it
                const { way } = move;
                const held = (stations[move.token.at]?.exits ?? [])
                    .filter((exit) => exit.fallbacks.includes(way))
                    .flatMap(({ handovers }) =>
                        handovers.flatMap((h, i) =>
                            way.arrow.handovers.includes(h.name) ? [sum(handovers.slice(0, i + 1), around)] : [],
                        ),
                    );
                return held.length > 0 ? held.reduce(either) : NOTHING;
            }
            default:
                return NOTHING;
        }
    };
    const known = new Map<unknown, Weights>();
    const weightOf = (move: Move): Weights => {
        const key = 'way' in move ? move.way : move.kind === 'finish' ? move.token.at : undefined;
        const weights = (key === undefined ? undefined : known.get(key)) ?? weightNow(move);
        known.set(key, weights);
        return weights;
    };
    const cutOff = new Map<number, Weights>();
    const weightCutOff = (at: number): Weights => {
        const node = stations[at]?.node;
        const around = parties.filter(({ whole }) => isInside(machine, at, whole.station));
        const weights = cutOff.get(at) ?? weigh(node && contactsWhenCutOff(protocol, node), around);
        cutOff.set(at, weights);
        return weights;
    };
    const takenIn = ({ from, to, move }: Edge, { states }: Pick<Space, 'states'>): Share[] => {
        const [before, next] = [states[from], states[to]];
        return [
            { weights: weightOf(move), isIn: (whole?: Whole) => whole !== undefined && takesIn(machine, whole, move) },
            ...(before && next ? cutOffBy(machine, before, move, next) : [])
                .filter((at) => weightCutOff(at) !== NOTHING && !(before && isUnbegun(before, move, at)))
                .map((at): Share => ({
                    weights: weightCutOff(at),
                    cutOff: at,
                    isIn: (whole) => whole !== undefined && isInside(machine, at, whole.station),
                })),
        ].filter((share) => share.weights !== NOTHING);
    };
    const takenBy: TakenBy = (edge, of, isLeftOut = () => false) =>
        takenIn(edge, of)
            .filter(({ cutOff: at }) => at === undefined || !isLeftOut(at))
            .reduce((sum, { weights }) => add(sum, weights), NOTHING);
    const statesWhole = parties.some(({ whole }) => Number.isFinite(whole.own.count.high) || whole.own.count.low > 0);
    const shares = new Map(space.out.flat().map((edge) => [edge, takenIn(edge, space)]));
    const unsaid = new Map(
        parties.map((party) => [
            party,
            party.whole.isEmpty ? weigh(unsaidWork(party.whole.own.element), [party]) : NOTHING,
        ]),
    );
    let isTooMuch = false;
    const extremes = (which: keyof Weights): ContactsOnCourses['certain'] => {
        const sharesOf = (edge: Edge, end: keyof Weight): Taken[] =>
            (shares.get(edge) ?? []).map(({ weights, isIn }) => ({ weight: weights[which][end], isIn }));
        const boundedBy = (end: keyof Weight) =>
            parties.flatMap((party): Bounded[] => {
                const { whole, isAll } = party;
                const { low, high: most } = whole.own.count;
                const least = isAll ? low : 0;
                const bounded = { whole, least, most, unsaid: (unsaid.get(party) ?? NOTHING)[which][end] };
                return least > 0 || Number.isFinite(most) || bounded.unsaid > 0 ? [bounded] : [];
            });
        if (boundedBy('high').length === 0) {
            return extremesOf(
                space,
                (edge) => (shares.get(edge) ?? []).reduce((sum, { weights }) => add(sum, weights), NOTHING)[which],
            );
        }
        const low = unfolded(space, boundedBy('low'), (edge) => sharesOf(edge, 'low'));
        const high = unfolded(space, boundedBy('high'), (edge) => sharesOf(edge, 'high'));
        isTooMuch ||= !low.complete || !high.complete;
        const leastAt = inSpace(low, leastOf, (a, b) => a.sum <= b.sum);
        const greatestAt = inSpace(high, greatestOf, (a, b) => a.sum >= b.sum);
        return (state) => {
            const [l, h] = [leastAt(state), greatestAt(state)];
            return l && h && { least: l.sum, leastCourse: l.course, greatest: h.sum, greatestCourse: h.course };
        };
    };
    const certain = extremes('certain');
    const isInDoubt = doubts.notStated.size + doubts.vague.size + doubts.whose.size > 0;
    const possible = isInDoubt ? extremes('possible') : certain;
    return {
        certain,
        takenBy,
        addedBy: statesWhole ? () => NOTHING : takenBy,
        partsOf: statesWhole ? undefined : takenIn,
        possible,
        notStated: [...doubts.notStated],
        vague: [...doubts.vague],
        whose: [...doubts.whose],
        tooMuchIn: isTooMuch ? parties.map(({ whole }) => whole.own.element) : [],
    };
}

/** What is taken at one place in a move. */
interface Share extends TakenPart {
    readonly isIn: Taken['isIn'];
}

/** A group or phase that states a whole and in which somebody of the organisation, or perhaps of it, takes part. */
interface Party {
    readonly whole: Whole;
    /** whether people of the organisation take part in all of it, so that its least is theirs */
    readonly isAll: boolean;
}

/** The best sum to each state of a space, of those to the states that it is told apart into. */
function inSpace(
    { graph, origin, edges, atBegin }: Unfolded,
    sumsOf: typeof leastOf,
    isBest: (a: Sum, b: Sum) => boolean,
): (state: number) => Sum | undefined {
    const sums = sumsOf(
        graph,
        (edge) => edges.get(edge)?.gain ?? 0,
        (state) => atBegin.get(state) ?? 0,
    );
    const parts = Map.groupBy(origin.keys(), (at) => origin[at] ?? -1);
    return (state) => {
        const [first, ...others] = (parts.get(state) ?? []).flatMap((at) => sums(at) ?? []);
        const best = first && others.reduce((a, b) => (isBest(a, b) ? a : b), first);
        return best && { sum: best.sum, course: best.course.flatMap((edge) => edges.get(edge)?.of ?? []) };
    };
}

interface Doubts {
    readonly notStated: Set<string>;
    readonly vague: Set<string>;
    readonly whose: Set<string>;
}

/** @param inside the group or phase whose own figure stands for what is not stated in it */
function weightsOf(
    contacts: Contacts | undefined,
    organisation: string | undefined,
    inside: Party | undefined,
    doubts: Doubts,
): Weights {
    const whose = contacts ? areOf(contacts, organisation) : 'no';
    if (!contacts || whose === 'no') {
        return NOTHING;
    }
    const { count, element, gap } = contacts;
    if (inside && inside.whole.own.gap === undefined) {
        const all = whose === 'maybe' ? { low: 0, high: count.high } : count;
        return { certain: all, possible: all };
    }
    if (gap && inside) {
        doubts.vague.add(inside.whole.own.element);
    } else if (gap) {
        (gap === 'vague' ? doubts.vague : doubts.notStated).add(element);
    }
    if (whose === 'maybe' && count.high > 0) {
        doubts.whose.add(element);
    }
    const possible = gap ? { low: NO_END, high: NO_END } : count;
    return whose === 'maybe'
        ? { certain: NOTHING.certain, possible }
        : { certain: { low: count.low, high: gap ? count.low : count.high }, possible };
}

const NO_END = Number.POSITIVE_INFINITY;
const NOTHING: Weights = { certain: { low: 0, high: 0 }, possible: { low: 0, high: 0 } };

function add(a: Weights, b: Weights): Weights {
    if (a === NOTHING || b === NOTHING) {
        return a === NOTHING ? b : a;
    }
    const one = (x: Weight, y: Weight) => ({ low: x.low + y.low, high: x.high + y.high });
    return { certain: one(a.certain, b.certain), possible: one(a.possible, b.possible) };
}

function either(a: Weights, b: Weights): Weights {
    const one = (x: Weight, y: Weight) => ({ low: Math.min(x.low, y.low), high: Math.max(x.high, y.high) });
    return { certain: one(a.certain, b.certain), possible: one(a.possible, b.possible) };
}
