import type { Budget } from '../execution/budget.js';
import { neverBegun } from './never-begun.js';
import type { Proofs } from './proofs.js';
import type { End } from '../model/process.js';
import { contactsOf, type ContactsOnCourses } from './contacts.js';
import type { Extremes } from './extremes.js';
import { withRound } from './round.js';
import { statesLeadingTo } from './soundness.js';
import type { Edge, Space } from './space.js';
import type { Sums } from './sums-on-course.js';

/** What a budget of contacts comes to on the courses to one end, or what leaves that open. */
export type BudgetBreach =
    | {
          /**
           * - `over`, `under`: on every course to the end; - `sometimes over`, `sometimes under`: on the one in the example
           * - `perhaps under`: on that one, and no end says whether it is successful
           * - `over so far`: on the course in the example, which goes on to what is not stated
           * - `over without end`: on the course in the example, which comes to no end
           */
          readonly kind:
              | 'over'
              | 'sometimes over'
              | 'over so far'
              | 'over without end'
              | 'under'
              | 'sometimes under'
              | 'perhaps under';
          /** the name of the end; empty where it is not stated, or there is none */
          readonly end: string;
          /** what the example comes to; infinite where it has no most */
          readonly contacts: number;
          readonly state: number;
          readonly course: readonly Edge[];
          /** what a move adds to that, in the space that it is of, without what is broken off before it begins */
          readonly takes: Takes;
          /** by which another course shows that there are too many, where this one is not possible in time */
          readonly sums?: Sums;
      }
    | {
          readonly kind: 'undecided';
          readonly bound: 'most' | 'least';
          readonly because: 'not stated' | 'vague' | 'whose' | 'too much';
          /** of steps, escalations, groups, phases and handovers */
          readonly names: readonly string[];
      };

type Takes = (edge: Edge, space: Pick<Space, 'states'>, isLeftOut: (station: number) => boolean) => number;

/**
 * How the contacts on all courses stand to a budget, end by end: their least and greatest sum against its most and its
 * least (extremes.ts).
 *
 * The most holds for every end: a case that ends early has had those contacts too. It holds as well for a case that
 * comes to no end, since it gets stuck or goes round for ever. The least holds for a case that is
 * seen through: for the ends that are `geslaagd`, or, where none is marked so, for those that are not `bij weigering`.
 * Who refuses, drops out or is taken elsewhere cannot be held to a least. Where no end is marked and there are several,
 * a course that falls short is no fault for certain, unless every course to every such end does.
 */
export function budgetBreaches(
    { space, work }: Pick<Proofs, 'space' | 'work'>,
    { least, most }: Budget,
    organisation?: string,
): BudgetBreach[] {
    const contacts = contactsOf(space, organisation, neverBegun(space, work));
    const ends = endsOf(space);
    if (contacts.tooMuchIn.length > 0) {
        const bound = Number.isFinite(most) ? 'most' : 'least';
        return [{ kind: 'undecided', bound, because: 'too much', names: contacts.tooMuchIn }];
    }
    const tooMany = Number.isFinite(most) ? tooManyIn(space, ends, contacts, most) : [];
    if (least <= 0) {
        return tooMany;
    }
    const counted = endsSeenThrough(space, ends);
    const under = counted.flatMap((end) => underAt(space, end, contacts, least));
    const isSure =
        counted.length === 1 ||
        counted.some((e) => e.node?.successful) ||
        (under.length === counted.length && under.every((u) => u.kind === 'under'));
    const tooFew = under.map((u) => (isSure ? u : { ...u, kind: 'perhaps under' as const }));
    return [...tooMany, ...(tooFew.length > 0 ? tooFew : doubtOf('least', contacts, counted, least))];
}

function tooManyIn(space: Space, ends: readonly Reached[], contacts: ContactsOnCourses, most: number): BudgetBreach[] {
    const over = ends.flatMap((end) => overAt(space, end, contacts, most));
    if (over.length > 0) {
        return over;
    }
    const toEnd = statesLeadingTo(
        space,
        ends.flatMap((e) => e.states),
    );
    const endless = [...space.states.keys()].filter((state) => !toEnd.has(state));
    const without = overWithoutEnd(space, endless, contacts, most);
    return without.length > 0
        ? without
        : doubtOf('most', contacts, [...ends, { node: undefined, states: endless }], most);
}

/** On courses that come to no end: at the first moment at which there are too many. */
function overWithoutEnd(
    space: Space,
    states: readonly number[],
    { certain, takenBy, addedBy }: ContactsOnCourses,
    most: number,
): BudgetBreach[] {
    const over = states.flatMap((state) => {
        const { greatest = 0, greatestCourse = [] } = certain(state) ?? {};
        return greatest > most ? [{ state, contacts: greatest, course: greatestCourse }] : [];
    });
    const bounded = over.filter((o) => Number.isFinite(o.contacts));
    const [first, ...others] = bounded.length > 0 ? bounded : over;
    const soonest = first && others.reduce((a, b) => (b.course.length < a.course.length ? b : a), first);
    if (!soonest) {
        return [];
    }
    const { contacts, course } = soonest;
    const shown = Number.isFinite(contacts)
        ? course
        : withRound(space, course, (e) => takenBy(e, space).certain.high > 0);
    const takes: Takes = (...at) => addedBy(...at).certain.high;
    return [{ kind: 'over without end', end: '', ...soonest, course: shown, takes }];
}

/** An end that some course comes to, with the states in which it does. */
export interface Reached {
    /** undefined where what comes is not stated */
    readonly node: End | undefined;
    readonly states: readonly number[];
}

/** The ends that some course comes to. */
export function endsOf({ machine, states }: Space): Reached[] {
    const at = Map.groupBy(states.keys(), (i) => states[i]?.end);
    const stated = machine.stations.flatMap(({ node, index }): Reached[] => {
        const there = at.get(index);
        return node.kind === 'end' && there ? [{ node, states: there }] : [];
    });
    const unknown = at.get('unknown');
    return unknown ? [...stated, { node: undefined, states: unknown }] : stated;
}

/**
 * The ends of a case that is seen through, for which a least holds: see {@link budgetBreaches}. Where one is marked so
 * that no course comes to, no case is seen through by another.
 */
export function endsSeenThrough({ machine }: Space, ends: readonly Reached[]): Reached[] {
    return machine.stations.some(({ node }) => node.kind === 'end' && node.successful)
        ? ends.filter((e) => e.node?.successful)
        : ends.filter((e) => e.node && !e.node.onRefusal);
}

function overAt(
    space: Space,
    { node, states }: Reached,
    { certain, takenBy, addedBy, partsOf }: ContactsOnCourses,
    most: number,
): BudgetBreach[] {
    const fewest = best(states, certain, (a, b) => a.least <= b.least);
    if (fewest && fewest.least > most && node && space.complete) {
        const { state, least, leastCourse } = fewest;
        const takes: Takes = (...at) => addedBy(...at).certain.low;
        return [{ kind: 'over', end: node.name, contacts: least, state, course: leastCourse, takes }];
    }
    const greatest = best(states, certain, (a, b) => a.greatest >= b.greatest);
    const isEndless = greatest?.greatest === Number.POSITIVE_INFINITY;
    const takes = (edge: Edge) => takenBy(edge, space).certain.high;
    const goesRound = isEndless && greatest.greatestCourse.every((e) => Number.isFinite(takes(e)));
    return greatest && greatest.greatest > most
        ? [
              {
                  kind: node ? 'sometimes over' : 'over so far',
                  end: node?.name ?? '',
                  contacts: greatest.greatest,
                  state: greatest.state,
                  course: goesRound ? goingRound(space, greatest, (e) => takes(e) > 0) : greatest.greatestCourse,
                  takes: (...at) => addedBy(...at).certain.high,
                  ...(!isEndless && partsOf && { sums: { moreThan: most, parts: greatestParts(partsOf) } }),
              },
          ]
        : [];
}

function greatestParts(partsOf: NonNullable<ContactsOnCourses['partsOf']>): Sums['parts'] {
    return (...at) =>
        partsOf(...at).map(({ weights, cutOff }) => ({
            amount: weights.certain.high,
            ...(cutOff !== undefined && { cutOff }),
        }));
}

/** A course on which a case goes round once where that can go on without end. */
function goingRound(
    space: Space,
    { leastCourse, greatestCourse }: Extremes,
    counts: (edge: Edge) => boolean,
): readonly Edge[] {
    const shortest = withRound(space, leastCourse, counts);
    return shortest === leastCourse ? withRound(space, greatestCourse, counts) : shortest;
}

type Under = Exclude<BudgetBreach, { readonly kind: 'undecided' }>;

function underAt(
    { complete }: Space,
    { node, states }: Reached,
    { possible, addedBy }: ContactsOnCourses,
    least: number,
): Under[] {
    const greatest = best(states, possible, (a, b) => a.greatest >= b.greatest);
    const fewest = best(states, possible, (a, b) => a.least <= b.least);
    const end = node?.name ?? '';
    if (greatest && greatest.greatest < least && complete) {
        const { state, greatest: contacts, greatestCourse: course } = greatest;
        return [{ kind: 'under', end, contacts, state, course, takes: (...at) => addedBy(...at).possible.high }];
    }
    return fewest && fewest.least < least
        ? [
              {
                  kind: 'sometimes under',
                  end,
                  contacts: fewest.least,
                  state: fewest.state,
                  course: fewest.leastCourse,
                  takes: (...at) => addedBy(...at).possible.low,
              },
          ]
        : [];
}

/** What leaves it open whether a bound is kept, where no course breaks it for certain. */
function doubtOf(
    bound: 'most' | 'least',
    { certain, possible, notStated, vague, whose }: ContactsOnCourses,
    ends: readonly Reached[],
    limit: number,
): BudgetBreach[] {
    const isDoubtful = ends.some(({ states }) =>
        states.some((state) =>
            bound === 'most' ? (possible(state)?.greatest ?? 0) > limit : (certain(state)?.least ?? limit) < limit,
        ),
    );
    if (!isDoubtful) {
        return [];
    }
    const [because, names] =
        notStated.length > 0
            ? (['not stated', notStated] as const)
            : vague.length > 0
              ? (['vague', vague] as const)
              : (['whose', whose] as const);
    return [{ kind: 'undecided', bound, because, names }];
}

/** The state of these with the best courses, with what those come to. */
function best(
    states: readonly number[],
    to: (state: number) => Extremes | undefined,
    isBest: (a: Extremes, b: Extremes) => boolean,
): (Extremes & { readonly state: number }) | undefined {
    return states
        .flatMap((state) => {
            const extremes = to(state);
            return extremes ? [{ state, ...extremes }] : [];
        })
        .reduce<(Extremes & { readonly state: number }) | undefined>((a, b) => (a && isBest(a, b) ? a : b), undefined);
}
