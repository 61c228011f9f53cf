import type { FlowNode } from '../model/process.js';
import type { Block, Handover, Protocol, Ref } from '../model/protocol.js';
import { executorsOf, personByRole, statementsOf, textsOf } from '../model/queries.js';
import type { Value } from '../model/values.js';
import { spanOf } from './clock.js';

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
}

/** What a step or escalation says of its contacts, by itself or by its activities. */
export function contactsAt(protocol: Protocol, node: FlowNode): Contacts | undefined {
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        return undefined;
    }
    const parts = statementsOf(node, 'contacten').length > 0 ? [node] : node.activities;
    const counts = parts.map((part) => stated(node.name, part));
    const count = counts.length > 0 ? total(counts) : notStated(node.name);
    return { element: node.name, count, ...organisationsOf(protocol, executorsOf(node)) };
}

/** The meetings of a handover count as contacts of everyone who is there; a warm one that states none leaves it open. */
export function contactsOf(protocol: Protocol, handover: Handover): Contacts | undefined {
    const counts = handover.meetings.map((m) => countOf(handover.name, m.value));
    const isWarm = statementsOf(handover, 'vorm').some((f) => textsOf(f).includes('warm'));
    if (counts.length === 0 && !isWarm) {
        return undefined;
    }
    const named = handover.meetings.flatMap((m) => m.with);
    const people = named.length > 0 ? named : [handover.from, handover.to].flatMap((r) => r ?? []);
    return {
        element: handover.name,
        count: counts.length > 0 ? total(counts) : notStated(handover.name),
        ...organisationsOf(protocol, people),
    };
}

/** All contacts, or those of one organisation; a contact of people without a stated organisation may be one of its. */
export function sumOfContacts(contacts: readonly Contacts[], organisation?: string): Sum {
    return total(
        contacts.flatMap(({ element, count, organisations, others }): Sum[] => {
            if (organisation === undefined || organisations.includes(organisation)) {
                return [count];
            }
            return others && count.high > 0 ? [{ low: 0, high: count.high, open: [element] }] : [];
        }),
    );
}

function notStated(name: string): Sum {
    return { low: 0, high: Number.POSITIVE_INFINITY, open: [name] };
}

function total(sums: readonly Sum[]): Sum {
    return {
        low: sums.reduce((sum, s) => sum + s.low, 0),
        high: sums.reduce((sum, s) => sum + s.high, 0),
        open: [...new Set(sums.flatMap((s) => s.open))],
    };
}

function stated(name: string, block: Block): Sum {
    const values = statementsOf(block, 'contacten').flatMap((s) => s.values);
    return values.length === 0 ? notStated(name) : total(values.map((v) => countOf(name, v)));
}

function countOf(name: string, value: Value): Sum {
    // how long `2 per week` goes on is another question
    if (value.type !== 'quantity' || value.per !== undefined) {
        return notStated(name);
    }
    const { low, high, isVague } = spanOf(value);
    return { low, high, open: isVague ? [name] : [] };
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
