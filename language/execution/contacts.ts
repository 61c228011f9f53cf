import type { FlowNode } from '../model/process.js';
import type { Handover, Modality, Protocol, Ref } from '../model/protocol.js';
import { executorsOf, personByRole, statementsOf, textsOf } from '../model/queries.js';
import type { Value } from '../model/values.js';
import { countOf } from './span.js';

/** A sum of which a part may not be known: at least `low`, at most `high`, and what leaves it open. */
export interface Sum {
    readonly low: number;
    /** infinite where no most is known */
    readonly high: number;
    /** names of the elements that do not state it, or state it vaguely */
    readonly open: readonly string[];
}

/** The contacts of one visit of a step or escalation, or of one handover. */
export interface Contacts {
    readonly element: string;
    readonly count: Sum;
    /** names of the organisations whose people take part */
    readonly organisations: readonly string[];
    /** whether somebody takes part of whom no organisation is stated, who is no client */
    readonly others: boolean;
    /** what keeps a figure out of `count`: there is none, or it is vague */
    readonly gap: Gap | undefined;
}

export type Gap = 'not-stated' | 'vague';

/** A number of contacts with what leaves it open. */
interface Count extends Sum {
    readonly gap: Gap | undefined;
}

/** What a step or escalation says of its contacts, by itself or by its activities. */
export function contactsAt(protocol: Protocol, node: FlowNode): Contacts | undefined {
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        return undefined;
    }
    const own = statementsOf(node, 'contacten');
    const parts = own.length > 0 ? [{ statements: own, modality: undefined }] : node.activities;
    const counts = parts.flatMap(({ statements, modality }): Count[] => {
        const values = statementsOf({ statements }, 'contacten').flatMap((s) =>
            s.values.map((value) => readCount(node.name, value, s.modality)),
        );
        // what may be left out takes no contact then
        return (values.length > 0 ? values : [notStated(node.name)]).map((c) => (modality ? { ...c, low: 0 } : c));
    });
    return taken(node.name, counts.length > 0 ? counts : [notStated(node.name)], protocol, executorsOf(node));
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
    return taken(handover.name, counts.length > 0 ? counts : [notStated(handover.name)], protocol, people);
}

/** Whether contacts are those of an organisation; of people without a stated organisation they may be. */
export function areOf({ organisations, others }: Contacts, organisation: string | undefined): 'yes' | 'maybe' | 'no' {
    if (organisation === undefined || organisations.includes(organisation)) {
        return 'yes';
    }
    return others ? 'maybe' : 'no';
}

/** All contacts, or those of one organisation; a contact of people without a stated organisation may be one of its. */
export function sumOfContacts(contacts: readonly Contacts[], organisation?: string): Sum {
    return total(
        contacts.flatMap((c): Sum[] => {
            const whose = areOf(c, organisation);
            if (whose === 'yes') {
                return [c.count];
            }
            return whose === 'maybe' && c.count.high > 0 ? [{ low: 0, high: c.count.high, open: [c.element] }] : [];
        }),
    );
}

function taken(element: string, counts: readonly Count[], protocol: Protocol, people: readonly Ref[]): Contacts {
    const gaps = new Set(counts.map((c) => c.gap));
    const gap = gaps.has('not-stated') ? 'not-stated' : gaps.has('vague') ? 'vague' : undefined;
    return { element, count: total(counts), gap, ...organisationsOf(protocol, people) };
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

function readCount(name: string, value: Value, modality: Modality | undefined): Count {
    // how long `2 per week` goes on is another question
    if (value.type !== 'quantity' || value.per !== undefined) {
        return notStated(name);
    }
    const { low, high, isVague } = countOf(value);
    if (modality === undefined) {
        return { low, high, open: isVague ? [name] : [], gap: isVague ? 'vague' : undefined };
    }
    // what happens only where needed is no more than stated; what is usual may be anything
    return modality === 'if-needed' || modality === 'possibly'
        ? { low: 0, high, open: isVague ? [name] : [], gap: isVague ? 'vague' : undefined }
        : { low: 0, high: Number.POSITIVE_INFINITY, open: [name], gap: 'vague' };
}

function organisationsOf(protocol: Protocol, people: readonly Ref[]): Pick<Contacts, 'organisations' | 'others'> {
    const person = personByRole(protocol.roles);
    const roles = new Map(protocol.roles.map((r) => [r.name, r]));
    const found = people.map(({ name }) => {
        const own = roles.get(name);
        const organisations = own?.organisations.length ? own.organisations : roles.get(person(name))?.organisations;
        return { isClient: own?.isClient === true, names: organisations?.map((o) => o.name) ?? [] };
    });
    return {
        organisations: [...new Set(found.flatMap((f) => f.names))],
        others: found.length === 0 || found.some((f) => f.names.length === 0 && !f.isClient),
    };
}
