import { contactsOf } from '../analysis/contacts.js';
import { neverBegun } from '../analysis/never-begun.js';
import { durationsOf } from '../analysis/durations.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import type { Protocol } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { atLeastBefore } from './at-least.js';

/** From least to most; the most may be infinite. */
interface Range {
    readonly least: number;
    readonly most: number;
}

/** What comes before a step begins, over all courses that lead to it. */
export interface SoFar {
    readonly contacts: Range;
    readonly days: Range;
    /** what of that nobody knows: some step before it says `contacten onbekend` */
    readonly contactsOpen: boolean;
    /** likewise `duur onbekend` */
    readonly daysOpen: boolean;
}

/** While somebody types there is no time for more states. */
const MOST_STATES = 2_000;

/** What was computed of a protocol, and by which proofs. */
const known = new WeakMap<
    Protocol,
    { readonly proofs: Proofs | undefined; readonly steps: ReadonlyMap<string, SoFar> }
>();

/**
 * For each step how many contacts and days a case has had when it begins, computed once for each version of a protocol.
 * Of steps that run beside other work, whose order is free, and in processes that are too large it is only said how many
 * there are at least.
 *
 * @param holidays further days off, ISO dates: `holidays` of the settings
 */
export function soFarIn(protocol: Protocol, holidays: readonly string[]): ReadonlyMap<string, SoFar> {
    const proofs = proofsOf(protocol, holidays);
    const before = known.get(protocol);
    if (before && before.proofs === proofs) {
        return before.steps;
    }
    const steps = soFarBy(protocol, proofs);
    known.set(protocol, { proofs, steps });
    return steps;
}

function soFarBy(protocol: Protocol, proofs: Proofs | undefined): ReadonlyMap<string, SoFar> {
    const exact = proofs ? compute(proofs) : new Map<string, Counted>();
    const steps = new Set(protocol.process?.nodes.flatMap(({ kind, name }) => (kind === 'step' ? [name] : [])));
    const least = [...atLeastBefore(protocol)].filter(([name]) => steps.has(name));
    return new Map(
        least.map(([name, { contacts, days, contactsOpen, daysOpen }]) => [
            name,
            {
                contacts: { least: contacts, most: Infinity },
                days: { least: days, most: Infinity },
                ...exact.get(name),
                contactsOpen,
                daysOpen,
            },
        ]),
    );
}

type Counted = Pick<SoFar, 'contacts' | 'days'>;

/** The figures over all courses; none of what runs beside other work, and where there are too many states. */
function compute(proofs: Proofs): ReadonlyMap<string, Counted> {
    const result = new Map<string, Counted>();
    if (!proofs.space.complete || proofs.space.states.length > MOST_STATES) {
        return result;
    }
    const { space, work } = proofs;
    const { states, machine } = space;
    const contacts = contactsOf(space, undefined, neverBegun(space, work));
    if (contacts.tooMuchIn.length > 0) {
        return result;
    }
    const [shortest, longest] = [durationsOf(space, work, 'low'), durationsOf(space, work, 'high')];
    // what is not stated takes no time in such a sum, so that there is no most
    const isTimed = machine.stations.every(
        ({ node, index }) =>
            (node.kind !== 'step' && node.kind !== 'escalation') ||
            Number.isFinite(work.stations[index]?.duration?.days.high ?? Infinity),
    );
    const beside = new Set<string>();
    states.forEach(({ tokens, joinings, suspended }, index) => {
        const isAlone = tokens.length === 1 && joinings.length === 0 && suspended.length === 0;
        for (const { at, stage, again } of tokens) {
            const node = machine.stations[at]?.node;
            const [certain, possible] = [contacts.certain(index), contacts.possible(index)];
            if (node?.kind !== 'step' || stage !== 'busy' || again > 0 || !certain || !possible) {
                continue;
            }
            if (!isAlone) {
                beside.add(node.name);
                continue;
            }
            const before = result.get(node.name);
            const most = space.beginnings.has(index) ? 0 : isTimed ? longest(index)?.days : undefined;
            const [low, high] = [shortest(index)?.days ?? 0, most ?? Infinity];
            result.set(node.name, {
                contacts: widened(before?.contacts, certain.least, possible.greatest),
                days: widened(before?.days, low, high),
            });
        }
    });
    beside.forEach((name) => result.delete(name));
    return result;
}

function widened(before: Range | undefined, least: number, most: number): Range {
    return before ? { least: Math.min(before.least, least), most: Math.max(before.most, most) } : { least, most };
}

/** `3 contacten, 5 tot 12 dagen`, `minstens 3 contacten + onbekend`; undefined where nothing comes before the step, or nobody says how much. */
export function soFarText({ contacts, days, contactsOpen, daysOpen }: SoFar): Bilingual | undefined {
    const parts = [
        inWords(contacts, CONTACT, contactsOpen),
        inWords({ least: Math.floor(days.least), most: Math.ceil(days.most) }, DAY, daysOpen),
    ].filter((part) => part !== undefined);
    return parts.length === 0
        ? undefined
        : { nl: parts.map(({ nl }) => nl).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

type Words = readonly [one: Bilingual, more: Bilingual];
const CONTACT: Words = [
    { nl: 'contact', en: 'contact' },
    { nl: 'contacten', en: 'contacts' },
];
const DAY: Words = [
    { nl: 'dag', en: 'day' },
    { nl: 'dagen', en: 'days' },
];

function inWords({ least, most }: Range, [one, more]: Words, isOpen: boolean): Bilingual | undefined {
    const low = String(least);
    if (isOpen && most === Infinity) {
        const unit = least === 1 ? one : more;
        return least === 0
            ? { nl: `${more.nl} onbekend`, en: `${more.en} unknown` }
            : { nl: `minstens ${low} ${unit.nl} + onbekend`, en: `at least ${low} ${unit.en} + unknown` };
    }
    if (most === 0 || (least === 0 && most === Infinity)) {
        return undefined;
    }
    const unit = (most === Infinity ? least : most) === 1 ? one : more;
    if (least === most) {
        return { nl: `${low} ${unit.nl}`, en: `${low} ${unit.en}` };
    }
    return most === Infinity
        ? { nl: `minstens ${low} ${unit.nl}`, en: `at least ${low} ${unit.en}` }
        : { nl: `${low} tot ${String(most)} ${unit.nl}`, en: `${low} to ${String(most)} ${unit.en}` };
}
