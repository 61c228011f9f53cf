import { countOf } from '../execution/span.js';
import type { ContactBudget, End } from '../model/process.js';
import { isExact, isWorkingDays, daysIn, type Quantity } from '../model/values.js';
import { contactsOf, type ContactsOnCourses } from './contacts.js';
import type { Extremes } from './extremes.js';
import type { Edge, Space } from './space.js';

/** A budget of contacts in figures: from so many to so many over the whole course of a case. */
export interface Budget {
    readonly least: number;
    /** infinite where it states no most */
    readonly most: number;
}

/** What a budget of contacts comes to on the courses to one end, or what leaves that open. */
export type BudgetBreach =
    | {
          /**
           * - `over`, `under`: on every course to the end; - `sometimes over`, `sometimes under`: on the one in the example
           * - `perhaps under`: on that one, and no end says whether it is successful
           * - `over so far`: on the course in the example, which goes on to what is not stated
           */
          readonly kind: 'over' | 'sometimes over' | 'over so far' | 'under' | 'sometimes under' | 'perhaps under';
          /** the name of the end; empty where it is not stated */
          readonly end: string;
          /** what the example comes to; infinite where it has no most */
          readonly contacts: number;
          readonly state: number;
          readonly course: readonly Edge[];
      }
    | {
          readonly kind: 'undecided';
          readonly bound: 'most' | 'least';
          readonly because: 'not stated' | 'vague' | 'whose';
          /** of steps, escalations and handovers */
          readonly names: readonly string[];
      };

/**
 * A budget in figures. One without further words (`5 contactmomenten`) is a most; part of a contact is none.
 *
 * @returns undefined where it is left open, vague, or counts no contacts of a whole course: `2 per week`, `60 minuten`
 */
export function budgetOf({ value, organisationValue }: ContactBudget): Budget | undefined {
    if (value.type !== 'quantity' || !isExact(value) || organisationValue || !countsCourses(value)) {
        return undefined;
    }
    const { low, high } = countOf(value);
    const isMost = value.bound === undefined && value.low === value.high;
    return { least: isMost ? 0 : Math.ceil(low), most: Number.isFinite(high) ? Math.floor(high) : high };
}

function countsCourses({ unit, per, within, total }: Quantity): boolean {
    const isTime = unit !== undefined && (daysIn(unit) !== undefined || isWorkingDays(unit));
    const isCase =
        per === undefined || (per.count === 1 && /^(gezin|traject|casus|cli[eë]nt|kind|jeugdige)$/.test(per.unit));
    return !isTime && unit !== '%' && unit !== 'euro' && isCase && within === undefined && total === undefined;
}

/**
 * How the contacts on all courses stand to a budget, end by end: their least and greatest sum against its most and its
 * least (extremes.ts).
 *
 * The most holds for every end: a case that ends early has had those contacts too. The least holds for a case that is
 * seen through: for the ends that are `geslaagd`, or, where none is marked so, for those that are not `bij weigering`.
 * Who refuses, drops out or is taken elsewhere cannot be held to a least. Where no end is marked and there are several,
 * a course that falls short is no fault for certain, unless every course to every such end does.
 */
export function budgetBreaches(space: Space, { least, most }: Budget, organisation?: string): BudgetBreach[] {
    const contacts = contactsOf(space, organisation);
    const ends = endsOf(space);
    const over = Number.isFinite(most) ? ends.flatMap((end) => overAt(space, end, contacts, most)) : [];
    const tooMany = over.length > 0 || !Number.isFinite(most) ? over : doubtOf('most', contacts, ends, most);
    if (least <= 0) {
        return tooMany;
    }
    const counted = endsSeenThrough(ends);
    const under = counted.flatMap((end) => underAt(space, end, contacts, least));
    const isSure =
        counted.length === 1 ||
        counted.some((e) => e.node?.successful) ||
        (under.length === counted.length && under.every((u) => u.kind === 'under'));
    const tooFew = under.map((u) => (isSure ? u : { ...u, kind: 'perhaps under' as const }));
    return [...tooMany, ...(tooFew.length > 0 ? tooFew : doubtOf('least', contacts, counted, least))];
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

/** The ends of a case that is seen through, for which a least holds: see {@link budgetBreaches}. */
export function endsSeenThrough(ends: readonly Reached[]): Reached[] {
    const marked = ends.filter((e) => e.node?.successful);
    return marked.length > 0 ? marked : ends.filter((e) => e.node && !e.node.onRefusal);
}

function overAt(
    { complete }: Space,
    { node, states }: Reached,
    { certain }: ContactsOnCourses,
    most: number,
): BudgetBreach[] {
    const fewest = best(states, certain, (a, b) => a.least <= b.least);
    if (fewest && fewest.least > most && node && complete) {
        const { state, least, leastCourse } = fewest;
        return [{ kind: 'over', end: node.name, contacts: least, state, course: leastCourse }];
    }
    const greatest = best(states, certain, (a, b) => a.greatest >= b.greatest);
    return greatest && greatest.greatest > most
        ? [
              {
                  kind: node ? 'sometimes over' : 'over so far',
                  end: node?.name ?? '',
                  contacts: greatest.greatest,
                  state: greatest.state,
                  course: greatest.greatestCourse,
              },
          ]
        : [];
}

type Under = Exclude<BudgetBreach, { readonly kind: 'undecided' }>;

function underAt(
    { complete }: Space,
    { node, states }: Reached,
    { possible }: ContactsOnCourses,
    least: number,
): Under[] {
    const greatest = best(states, possible, (a, b) => a.greatest >= b.greatest);
    const fewest = best(states, possible, (a, b) => a.least <= b.least);
    const end = node?.name ?? '';
    if (greatest && greatest.greatest < least && complete) {
        const { state, greatest: contacts, greatestCourse: course } = greatest;
        return [{ kind: 'under', end, contacts, state, course }];
    }
    return fewest && fewest.least < least
        ? [{ kind: 'sometimes under', end, contacts: fewest.least, state: fewest.state, course: fewest.leastCourse }]
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
