import type { Machine } from './machine.js';
import type { FlowNode } from '../model/process.js';
import type { Deadline, Handover, Modality, Place, Since, Statement } from '../model/protocol.js';
import { startsAfterOf, statementsOf } from '../model/queries.js';
import { interval, isVague, type Quantity, type Value } from '../model/values.js';
import { differentWords } from '../messages/wording.js';
import { rhythmOf } from './rhythm.js';
import { PUBLIC_HOLIDAYS, type DaysOff } from './calendar.js';
import { daysOf, exactly, type Days } from './days.js';

/** A length of time that the text states. */
export interface Length {
    readonly days: Days;
    readonly quantity: Quantity;
    /** ongeveer, veelal: it does not bind */
    readonly vague: boolean;
    /** true where the text gives more than one, and does not say which of them holds */
    readonly several?: true;
    /** what states it, and where */
    readonly of: string;
    readonly at: Place;
}

/** The moment that a length of time counts from: of a handover when it is over. */
export type CountsFrom =
    | { readonly type: 'registration' }
    | { readonly type: 'begin' | 'end'; readonly station: number }
    | { readonly type: 'handover'; readonly name: string };

/** A term, with the moment that it counts from. */
export interface Term extends Length {
    /** when it runs out: `hoogstens 2 weken` runs out after two weeks; infinite where it has no most */
    readonly limit: Days;
    /** that length as the text states it; undefined where it has no most in figures */
    readonly most: Quantity | undefined;
    readonly from: CountsFrom;
}

/** The begin of a round: of a group or phase the present one, of work that is done again the last that is done. */
export interface FromRound {
    readonly type: 'round';
    readonly station: number;
}

/** A length of time before work begins, with the moment that it counts from. */
export interface Start extends Length {
    readonly from: CountsFrom | FromRound;
}

/** What the text says about time at one station. */
export interface TimedStation {
    /** how long the work takes, or a phase from its begin to its end */
    readonly duration: Length | undefined;
    /** the lengths of the activities that always belong to the work, which lasts as long as the longest of them */
    readonly activities: readonly Length[];
    readonly terms: readonly Term[];
    /** how long after what the work begins, where a case does not come there later */
    readonly starts: readonly Start[];
    /** what keeps it unknown when the work begins */
    readonly wait: 'not-stated' | 'vague' | undefined;
    /** of work that is done again by a frequency, what keeps it unknown when the next round begins */
    readonly pause: 'not-stated' | 'vague' | undefined;
    /** within which time an escalation begins */
    readonly within: Length | undefined;
    /**
     * what keeps it unknown how long the work takes at most: nothing is stated, only a least, or vaguely. Not where a
     * term or the duration of the phase around it says so.
     */
    readonly gap: 'not-stated' | 'no-most' | 'vague' | undefined;
    /** of work that leaves open how long it takes at most: a phase around it says so */
    readonly covered: boolean;
}

export interface TimedHandover {
    readonly terms: readonly Term[];
    readonly confirmation: Length | undefined;
}

/** What the text says about time. */
export interface TimedWork {
    readonly stations: readonly TimedStation[];
    readonly handovers: ReadonlyMap<string, TimedHandover>;
    /** the days off that its working days leave out */
    readonly off: DaysOff;
}

/** What of a machine says something about time. */
type Process = Pick<Machine, 'stations' | 'index' | 'protocol'>;

/**
 * Gathers everything that a process says about time.
 *
 * @param off the days off that working days leave out
 */
export function timedWork(machine: Process, off: DaysOff = PUBLIC_HOLIDAYS): TimedWork {
    const plain = machine.stations.map(({ node, index }) => {
        const duration = durationOf(node, off);
        const starts = startsOf(machine, node, off);
        const rhythm = rhythmOf(node, duration, off);
        return {
            duration,
            activities: activitiesOf(node, off),
            terms: node.kind === 'end' ? [] : termsOf(machine, node.deadlines, node.name, index, off),
            starts: rhythm?.length
                ? [...starts, { ...rhythm.length, from: { type: 'round' as const, station: index } }]
                : starts,
            wait: waitOf(node, starts),
            pause: rhythm?.gap,
            within: lengthOf(
                statementsOf(node, 'binnen').filter((s) => !s.after),
                node.name,
                off,
            ),
        };
    });
    const gaps = machine.stations.map(({ node, index }) =>
        (node.kind === 'step' || node.kind === 'escalation') && !plain[index]?.terms.some(isFirm)
            ? gapOf(plain[index]?.duration)
            : undefined,
    );
    const covered = machine.stations.map(
        ({ around, index }) =>
            gaps[index] !== undefined &&
            gaps[index] !== 'vague' &&
            around.slice(1).some((i) => Number.isFinite(plain[i]?.duration?.days.high ?? Number.POSITIVE_INFINITY)),
    );
    return {
        stations: plain.map((station, i) => ({
            ...station,
            gap: covered[i] ? undefined : (gaps[i] ?? (station.duration?.vague ? 'vague' : undefined)),
            covered: covered[i] === true,
        })),
        handovers: new Map(
            machine.protocol.handovers.map((h) => [
                h.name,
                { terms: termsOf(machine, h.deadlines, h.name, undefined, off), confirmation: confirmationOf(h, off) },
            ]),
        ),
        off,
    };
}

/** Whether a term says when the work must be done. */
export function isFirm(term: Term): boolean {
    return !term.vague && Number.isFinite(term.limit.high);
}

/** The terms of a station by which a way surely leads on, however often a case comes there. */
export function leadingTerms({ stations }: Pick<Machine, 'stations'>, work: TimedWork, index: number): Term[] {
    const sure = (stations[index]?.expiries ?? []).filter((w) => w.counter === undefined && !w.mayBeUsedUp);
    return (work.stations[index]?.terms ?? []).filter((t) => sure.some((w) => w.arrow.at === t.at));
}

function gapOf(duration: Length | undefined): TimedStation['gap'] {
    if (!duration) {
        return 'not-stated';
    }
    return !Number.isFinite(duration.days.high) ? 'no-most' : duration.vague ? 'vague' : undefined;
}

function startsOf(machine: Process, node: FlowNode, off: DaysOff): Start[] {
    const all = node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
    return all.flatMap(({ value, modality, after, at }): Start[] => {
        const length = stated(value, modality, node.name, at, off);
        const from = countsFrom(machine, after);
        return length && from ? [{ ...length, from }] : [];
    });
}

function waitOf(node: FlowNode, starts: readonly Start[]): TimedStation['wait'] {
    const stated = startsAfterOf(node).length;
    return starts.length < stated || starts.some((s) => !Number.isFinite(s.days.high))
        ? 'not-stated'
        : starts.some((s) => s.vague)
          ? 'vague'
          : undefined;
}

function durationOf(node: FlowNode, off: DaysOff): Length | undefined {
    return node.kind === 'step' || node.kind === 'escalation' || node.kind === 'phase'
        ? lengthOf(statementsOf(node, 'duur'), node.name, off)
        : undefined;
}

function activitiesOf(node: FlowNode, off: DaysOff): Length[] {
    const activities = node.kind === 'step' || node.kind === 'escalation' ? node.activities : [];
    return activities.flatMap((a) => {
        const length = a.modality ? undefined : lengthOf(statementsOf(a, 'duur'), a.title, off);
        return length ? [length] : [];
    });
}

/** The length that statements give; undefined where none of them gives a figure. */
export function lengthOf(
    statements: readonly Statement[],
    of: string,
    off: DaysOff = PUBLIC_HOLIDAYS,
): Length | undefined {
    const values = statements.flatMap(({ values, modality, at }) =>
        values.map((value) => ({ value, modality, at, length: stated(value, modality, of, at, off) })),
    );
    return oneOf(values, off);
}

/** A value that states a length, if it does. */
interface StatedLength {
    readonly value: Value;
    readonly modality: Modality | undefined;
    readonly at: Place;
    readonly length: Length | undefined;
}

/**
 * The length that all values give. Where they differ nobody knows which of them holds, so it is vague: from the least to
 * the greatest, and without bounds where one of them is no figure.
 */
function oneOf(values: readonly StatedLength[], off: DaysOff): Length | undefined {
    const lengths = values.flatMap(({ length }) => length ?? []);
    const [first] = lengths;
    const words = differentWords(values);
    if (!first || words.length === 1) {
        return first;
    }
    const text = words.join(', ');
    const least = lengths.reduce((a, b) => (b.days.low < a.days.low ? b : a));
    const most = lengths.reduce((a, b) => (b.days.high > a.days.high ? b : a));
    const isKnown = lengths.length === values.length;
    const quantity = isKnown ? between(least.quantity, most.quantity, text) : { ...NO_BOUNDS, text };
    const days = isKnown ? fromTo(least.days, most.days) : daysOf(quantity, off);
    return days && { ...first, days, quantity, vague: true, several: true };
}

const NO_BOUNDS = { type: 'quantity', bound: 'at-least', low: 0, highIncluded: false, unit: 'dagen' } as const;

function between(least: Quantity, most: Quantity, text: string): Quantity {
    const { unit: lowUnit, ...from } = { unit: least.lowUnit ?? least.unit, ...interval(least) };
    const { high, highIncluded } = interval(most);
    return {
        type: 'quantity',
        bound: 'about',
        low: from.low,
        ...(lowUnit === undefined ? {} : { lowUnit }),
        ...(Number.isFinite(high) ? { high } : {}),
        highIncluded,
        ...(most.unit === undefined ? {} : { unit: most.unit }),
        text,
    };
}

function fromTo(least: Days, most: Days): Days {
    return {
        low: least.low,
        high: most.high,
        lowest: least.lowest,
        highest: most.highest,
        isMore: least.isMore,
        isLess: most.isLess,
        figures: { low: least.figures.low, high: most.figures.high },
    };
}

function stated(
    value: Value | undefined,
    modality: Modality | undefined,
    of: string,
    at: Place,
    off: DaysOff,
): Length | undefined {
    const days = value?.type === 'quantity' ? daysOf(value, off) : undefined;
    return value?.type === 'quantity' && days
        ? { days, quantity: value, vague: isVague(value) || modality !== undefined, of, at }
        : undefined;
}

/** @param own the station of the terms; a term of a handover without `na` counts from the work before it */
function termsOf(
    machine: Process,
    deadlines: readonly Deadline[],
    of: string,
    own: number | undefined,
    off: DaysOff,
): Term[] {
    return deadlines.flatMap((d): Term[] => {
        const length = stated(d.value, d.modality, of, d.at, off);
        // nobody knows when a text begins to count
        const from = termCountsFrom(machine, d, own);
        return length && from ? [{ ...length, ...limitOf(length, off), from }] : [];
    });
}

/**
 * What a term counts from: what it says, else where its work begins; undefined where that is no moment that the process
 * knows.
 *
 * @param own index of the station whose work it is about; of a handover none: its term counts from when that begins
 */
export function termCountsFrom(
    machine: Process,
    { after }: Pick<Deadline, 'after'>,
    own: number | undefined,
): CountsFrom | undefined {
    if (after) {
        return countsFrom(machine, after);
    }
    return own === undefined ? { type: 'end', station: NOWHERE } : { type: 'begin', station: own };
}

/** What a length counts from; undefined where that is no moment that the process knows. */
export function countsFrom({ index, protocol }: Process, after: Since): CountsFrom | undefined {
    switch (after.type) {
        case 'registration':
            return { type: 'registration' };
        case 'other':
            return undefined;
        case 'handover': {
            const { name } = after.handover;
            return protocol.handovers.some((h) => h.name === name) ? { type: 'handover', name } : undefined;
        }
        default: {
            const station = index.get(after.node.name);
            return station === undefined ? undefined : { type: after.type, station };
        }
    }
}

function limitOf({ quantity, days }: Length, off: DaysOff): Pick<Term, 'limit' | 'most'> {
    const { high, parts, text, unit } = quantity;
    const isLeast = !Number.isFinite(days.high) || high === undefined || unit === undefined;
    const most: Quantity | undefined = isLeast
        ? undefined
        : {
              type: 'quantity',
              low: (parts && quantity.low) ?? high,
              high,
              highIncluded: true,
              unit,
              ...(parts && { parts }),
              text,
          };
    const limit = (most && daysOf(most, off)) ?? exactly(days.high);
    return { most, limit: { ...limit, isLess: days.isLess } };
}

/** The station of a term that counts from the moment at which a handover begins. */
export const NOWHERE = -1;

function confirmationOf(handover: Handover, off: DaysOff): Length | undefined {
    const terms = handover.confirmations.flatMap(({ within, after, modality, at }) =>
        within
            ? [
                  {
                      value: within,
                      modality,
                      at,
                      length: after ? undefined : stated(within, modality, handover.name, at, off),
                  },
              ]
            : [],
    );
    return oneOf(terms, off);
}
