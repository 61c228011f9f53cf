import type { Activity, Escalation, FlowNode, Performers, Step } from '../model/process.js';
import type { Block, Handover, Modality, Protocol, Ref, Role } from '../model/protocol.js';
import { personByRole, onlyQuantityOf, statementsOf, surePersonByRole, textsOf } from '../model/queries.js';
import { isOneInACourse, isVague, type Quantity, type Value } from '../model/values.js';
import { countsTimes, timesOver } from './frequency.js';
import { countOf, type Span } from './span.js';
import { sayTheSame } from '../messages/wording.js';

/** A sum of which a part may not be known: at least `low`, at most `high`, and what leaves it open. */
export interface Sum {
    readonly low: number;
    /** infinite where no most is known */
    readonly high: number;
    /** names of the elements that do not state it, or state it vaguely */
    readonly open: readonly string[];
}

/** Of which organisations people are. */
interface Attendance {
    /** names of the organisations whose people take part */
    readonly organisations: readonly string[];
    /** those whose people may take part, or take part in some of it */
    readonly perhaps: readonly string[];
    /** whether somebody takes part of whom no organisation is stated, who is no client */
    readonly others: boolean;
}

/** The contacts of one visit of a step, escalation, group or phase, or of one handover. */
export interface Contacts extends Attendance {
    readonly element: string;
    readonly count: Sum;
    /** where not all of it is of the same people: what is of whom, which together is all of it */
    readonly shares?: readonly Contacts[];
    /** what keeps a figure out of `count`: there is none, or it is vague */
    readonly gap: Gap | undefined;
    /** of a group or phase that states its contacts as a whole: what stands behind that */
    readonly whole?: WholeVisit;
}

/** The visit of a group or phase that states its contacts as a whole. */
export interface WholeVisit {
    /** the contacts of the work in it so far */
    readonly parts: readonly Contacts[];
    /** whether all work in it is done: who leaves earlier is held to its most, and not to its least */
    readonly isDone: boolean;
    /** the organisations whose people take part in all of it */
    readonly everywhere: readonly string[];
}

export type Gap = 'not-stated' | 'vague';

/** A number of contacts with what leaves it open. */
interface Count extends Sum {
    readonly gap: Gap | undefined;
}

/**
 * What a step or escalation says of its contacts, by itself or by its activities. A contact is of the organisation of
 * everybody who is there, as at the meetings of a handover: who does the activity, or else the step, and who joins in.
 */
export function contactsAt(protocol: Protocol, node: FlowNode): Contacts | undefined {
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        return undefined;
    }
    const { name, activities } = node;
    const own = statedCounts(node, name);
    if (own.length > 0 || activities.length === 0) {
        const counts = own.length > 0 ? [atLeast(own, node)] : [notStated(name)];
        return { element: name, ...counted(counts), ...attendanceAt(protocol, node) };
    }
    const shares = activities.map((a): Contacts => {
        const by = a.performers.length > 0 ? a.performers : node.performers;
        return { element: name, ...counted(countsIn(a, node)), ...attendanceOf(protocol, by) };
    });
    return { element: name, ...counted(activities.flatMap((a) => countsIn(a, node))), ...together(shares), shares };
}

/** What a step or escalation takes that is broken off before it is done: anything up to its most. */
export function contactsWhenCutOff(protocol: Protocol, node: FlowNode): Contacts | undefined {
    const all = contactsAt(protocol, node);
    return all && upToMost(all);
}

function upToMost(contacts: Contacts): Contacts {
    const { count, shares } = contacts;
    return { ...contacts, count: { ...count, low: 0 }, ...(shares && { shares: shares.map(upToMost) }) };
}

/** Who take part in a step that states its contacts itself; what its activities state of others is part of those. */
function attendanceAt(protocol: Protocol, step: Step | Escalation): Attendance {
    const all = step.activities.flatMap((a) => (a.performers.length > 0 ? [a] : []));
    if (step.performers.length === 0) {
        return attendanceOf(
            protocol,
            all.flatMap((a) => a.performers),
        );
    }
    const counted = all.filter((a) => statedCounts(a, step.name, step).some((c) => c.high > 0));
    return together([step, ...counted].map((w) => attendanceOf(protocol, w.performers)));
}

/** Who are at all of it, and who at some. */
function together(parts: readonly Attendance[]): Attendance {
    const all = [...new Set(parts.flatMap((p) => [...p.organisations, ...p.perhaps]))];
    const organisations = all.filter((o) => parts.every((p) => p.organisations.includes(o)));
    return {
        organisations,
        perhaps: all.filter((o) => !organisations.includes(o)),
        others: parts.some((p) => p.others),
    };
}

/** What a step states itself, and no less than its activities state, as far as it allows: it may take more than those. */
function atLeast(own: readonly Count[], step: Step | Escalation): Count {
    const sum = countOfAll(own);
    const { low } = total(step.activities.flatMap((a) => countsIn(a, step)));
    return { ...sum, low: Math.max(sum.low, Math.min(low, sum.high)) };
}

/** What the activities of a step take together; what one of them leaves open leaves the most open. */
export function countInActivities(step: Step | Escalation): Quantity {
    const { low, high, gap } = countOfAll(step.activities.flatMap((a) => countsIn(a, step)));
    const isBounded = gap === undefined && Number.isFinite(high);
    return {
        type: 'quantity',
        text: isBounded ? (low === high ? String(low) : `${String(low)}-${String(high)}`) : `minstens ${String(low)}`,
        low,
        ...(isBounded ? { high } : { bound: 'at-least' as const }),
        highIncluded: true,
    };
}

/** Whether the activities of a step surely take more contacts than it states itself. */
export function activitiesExceed(node: FlowNode): boolean {
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        return false;
    }
    const own = countOfAll(statedCounts(node, node.name));
    const { low } = total(node.activities.flatMap((a) => countsIn(a, node)));
    return own.gap === undefined && low > own.high;
}

/** What an activity takes; what may be left out takes no contact then. */
function countsIn(activity: Activity, step: Step | Escalation): Count[] {
    const { name } = step;
    const stated = statedCounts(activity, name, step);
    const counts = stated.length > 0 ? stated : [notStated(name)];
    return counts.map((c) => (activity.modality ? { ...c, low: 0 } : c));
}

/** @param around what else may say how long it takes, where the block itself does not: the step of an activity */
function statedCounts(block: Pick<Block, 'statements'>, name: string, around?: Pick<Block, 'statements'>): Count[] {
    const periods = [block, ...(around ? [around] : [])].flatMap((b) => onlyQuantityOf(b, 'duur')?.value ?? []);
    const stated = statementsOf(block, 'contacten').flatMap((s) =>
        s.values.map((value) => ({
            value,
            modality: s.modality,
            unit: value.type === 'quantity' ? value.unit : undefined,
            count: readCount(name, value, s.modality, periods),
        })),
    );
    const counts = stated.map((s) => s.count);
    const [first] = counts;
    if (!first || sayTheSame(stated)) {
        return first ? [first] : [];
    }
    return [oneOf(name, counts, new Set(stated.map((s) => s.unit)).size === 1)];
}

/**
 * What values side by side come to of which nobody knows which holds.
 *
 * @param areAlike whether they count in one unit; others may be meant together
 */
function oneOf(name: string, counts: readonly Count[], areAlike: boolean): Count {
    const { high, gap } = countOfAll(counts);
    return {
        low: Math.min(...counts.map((c) => c.low)),
        high: areAlike ? Math.max(...counts.map((c) => c.high)) : high,
        open: [name],
        gap: gap ?? 'vague',
    };
}

/** What a group or phase says of its contacts as a whole, with the people who work in it; undefined where it says nothing. */
export function contactsOfWhole(
    protocol: Protocol,
    container: FlowNode,
    inside: readonly FlowNode[],
): (Omit<Contacts, 'whole'> & Pick<WholeVisit, 'everywhere'>) | undefined {
    const counts = container.kind === 'end' ? [] : statedCounts(container, container.name);
    if (counts.length === 0) {
        return undefined;
    }
    const working = inside.flatMap((n) => contactsAt(protocol, n) ?? []);
    const { organisations, perhaps, others } = together(working);
    return {
        element: container.name,
        ...counted(counts),
        organisations: [...organisations, ...perhaps],
        perhaps: [],
        others: others || working.length === 0,
        everywhere: organisations,
    };
}

/** What a group or phase of which nothing is said inside takes: whatever it states as a whole. */
export function unsaidWork(name: string): Contacts {
    return { element: name, count: notStated(name), organisations: [], perhaps: [], others: true, gap: 'not-stated' };
}

/** The meetings of a handover count as contacts of everyone who is there; a warm one that states none leaves it open. */
export function contactsOfHandover(protocol: Protocol, handover: Handover): Contacts | undefined {
    const counts = handover.meetings.map((m) =>
        m.value ? readCount(handover.name, m.value, m.modality) : notStated(handover.name),
    );
    const isWarm = statementsOf(handover, 'vorm').some((f) => textsOf(f).includes('warm'));
    if (counts.length === 0 && !isWarm) {
        return undefined;
    }
    const named = handover.meetings.flatMap((m) => m.with);
    const people = named.length > 0 ? named : [handover.from, handover.to].flatMap((r) => r ?? []);
    return {
        element: handover.name,
        ...counted(counts.length > 0 ? counts : [notStated(handover.name)]),
        ...organisationsOf(protocol, people),
    };
}

/** Whether contacts are those of an organisation; of people without a stated organisation they may be. */
export function areOf(
    { organisations, perhaps, others }: Contacts,
    organisation: string | undefined,
): 'yes' | 'maybe' | 'no' {
    if (organisation === undefined || organisations.includes(organisation)) {
        return 'yes';
    }
    return others || perhaps.includes(organisation) ? 'maybe' : 'no';
}

/** All contacts, or those of one organisation; a contact of people without a stated organisation may be one of its. */
export function sumOfContacts(contacts: readonly Contacts[], organisation?: string): Sum {
    return total(
        contacts.flatMap((c): Sum[] => {
            if (c.whole) {
                return [sumOfWhole(c, c.whole, organisation)];
            }
            if (c.shares && organisation !== undefined) {
                return [sumOfContacts(c.shares, organisation)];
            }
            const whose = areOf(c, organisation);
            if (whose === 'yes') {
                return [c.count];
            }
            return whose === 'maybe' && c.count.high > 0 ? [{ low: 0, high: c.count.high, open: [c.element] }] : [];
        }),
    );
}

/**
 * What the visit of a whole comes to: the sum of its parts, not below its own least when all is done, and never above
 * its own most. Of an organisation whose people take part in some of it, only the parts tell the least.
 */
function sumOfWhole({ count, gap }: Contacts, whole: WholeVisit, organisation: string | undefined): Sum {
    const parts = sumOfContacts(whole.parts, organisation);
    const isAll = organisation === undefined || whole.everywhere.includes(organisation);
    const least = whole.isDone && isAll ? count.low : 0;
    const low = Math.min(Math.max(parts.low, least), count.high);
    const high = Math.min(Math.max(parts.high, least), count.high);
    const open = gap === 'vague' && parts.open.length > 0 ? [...new Set([...count.open, ...parts.open])] : parts.open;
    return { low, high, open: low === high || (whole.isDone && isAll && gap === undefined) ? [] : open };
}

function counted(counts: readonly Count[]): Pick<Contacts, 'count' | 'gap'> {
    const { gap, ...count } = countOfAll(counts);
    return { count, gap };
}

function countOfAll(counts: readonly Count[]): Count {
    const gaps = new Set(counts.map((c) => c.gap));
    const gap = gaps.has('not-stated') ? 'not-stated' : gaps.has('vague') ? 'vague' : undefined;
    return { ...total(counts), gap };
}

function notStated(name: string): Count {
    return { low: 0, high: Number.POSITIVE_INFINITY, open: [name], gap: 'not-stated' };
}

function total(sums: readonly Sum[]): Sum {
    return {
        low: sums.reduce((sum, s) => sum + s.low, 0),
        high: sums.reduce((sum, s) => sum + s.high, 0),
        open: [...new Set(sums.flatMap((s) => s.open))],
    };
}

/** @param periods how long it goes on, as far as that is stated: what may make a number of `2 per week` */
function readCount(
    name: string,
    value: Value,
    modality: Modality | undefined,
    periods: readonly Quantity[] = [],
): Count {
    if (value.type !== 'quantity') {
        return notStated(name);
    }
    const { low, high, isVague } = timesOf(value, periods) ?? NOT_COUNTED;
    if (modality === undefined) {
        return { low, high, open: isVague ? [name] : [], gap: isVague ? 'vague' : undefined };
    }
    // what happens only where needed is no more than stated; what is usual may be anything
    return modality === 'if-needed' || modality === 'possibly'
        ? { low: 0, high, open: isVague ? [name] : [], gap: isVague ? 'vague' : undefined }
        : { low: 0, high: Number.POSITIVE_INFINITY, open: [name], gap: 'vague' };
}

/** How many contacts a quantity is; undefined where it counts none, or each so often and nobody knows how long. */
function timesOf(value: Quantity, periods: readonly Quantity[]): Pick<Span, 'low' | 'high' | 'isVague'> | undefined {
    const { per } = value;
    if (!countsTimes(value)) {
        return undefined;
    }
    if (!per || (per.count === 1 && per.each === undefined && isOneInACourse(per.unit))) {
        return countOf(value);
    }
    for (const period of periods) {
        const times = timesOver(value, period);
        if (times) {
            return isVague(value) || isVague(period) ? undefined : { low: times.low, high: times.high, isVague: false };
        }
    }
    return undefined;
}

const NOT_COUNTED = { low: 0, high: Number.POSITIVE_INFINITY, isVague: true };

/** Who do something and who join in; who joins in only `veelal` or `mogelijk`, may. */
function attendanceOf(protocol: Protocol, performers: readonly Performers[]): Attendance {
    const sure = performers.flatMap((p) => [...p.performers, ...(p.withModality ? [] : p.with)]);
    const all = organisationsOf(
        protocol,
        performers.flatMap((p) => [...p.performers, ...p.with]),
    );
    const { organisations } = organisationsOf(protocol, sure, rolesOf(protocol).surePerson);
    return {
        organisations,
        perhaps: [...all.organisations, ...all.perhaps].filter((o) => !organisations.includes(o)),
        others: all.others || performers.some((p) => p.value !== undefined || p.withValue !== undefined),
    };
}

interface Roles {
    readonly person: (role: string) => string;
    readonly surePerson: (role: string) => string;
    readonly roles: ReadonlyMap<string, Role>;
}

const knownRoles = new WeakMap<Protocol, Roles>();

function rolesOf(protocol: Protocol): Roles {
    const known = knownRoles.get(protocol) ?? {
        person: personByRole(protocol.roles),
        surePerson: surePersonByRole(protocol.roles),
        roles: new Map(protocol.roles.map((r) => [r.name, r])),
    };
    knownRoles.set(protocol, known);
    return known;
}

/** Of a role `van A of B` somebody is of one of them, and nobody knows of which. */
function organisationsOf(protocol: Protocol, people: readonly Ref[], person = rolesOf(protocol).person): Attendance {
    const { roles } = rolesOf(protocol);
    const found = people.map(({ name }) => {
        const own = roles.get(name);
        const stated = own?.organisations.length ? own : roles.get(person(name));
        return {
            isClient: own?.isClient === true,
            names: stated?.organisations.map((o) => o.name) ?? [],
            isOpen: stated?.organisationsValue !== undefined,
        };
    });
    const organisations = new Set(found.flatMap((f) => (f.names.length === 1 && !f.isOpen ? f.names : [])));
    return {
        organisations: [...organisations],
        perhaps: [...new Set(found.flatMap((f) => f.names))].filter((o) => !organisations.has(o)),
        others: found.length === 0 || found.some((f) => (f.names.length === 0 && !f.isClient) || f.isOpen),
    };
}
