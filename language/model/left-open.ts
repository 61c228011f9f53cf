import type { FlowNode } from './process.js';
import type { Condition, Place, Protocol } from './protocol.js';
import { isOpen, laboursOf, namedIn, statementsOf } from './queries.js';

/**
 * What a text may leave open (`onbekend`, `plaatselijk`) and other parts of it rest on:
 * - `facts`: what becomes known at some work: `bepaalt onbekend`
 * - `documents`: what some work delivers: `levert onbekend`
 * - `ways`: where a way leads, or from where: `daarna: onbekend`, `vanuit onbekend`
 * - `ends`: how it ends: `einde onbekend`
 * - `access`: who is admitted: `toegang als onbekend`
 * - `conditions`: when something is so: `als onbekend`
 * - `bounds`: how often something is done: `herhaal onbekend`
 * - `people`: who does something: `door onbekend`, `vervuld door onbekend`
 * - `handovers`: who hands over to whom, or where: `van onbekend`, `naar onbekend`, `vanuit onbekend`
 * - `links`: what a factor or working element is linked to: `beïnvloed door onbekend`, `in onbekend`
 * - `goals`: what some work is for: `werkt aan onbekend`
 */
export type OpenKind =
    | 'facts'
    | 'documents'
    | 'ways'
    | 'ends'
    | 'access'
    | 'conditions'
    | 'bounds'
    | 'people'
    | 'handovers'
    | 'links'
    | 'goals';

/** Something that a text leaves open, of which `kind` says what other parts rest on. */
export interface LeftOpen {
    readonly kind: OpenKind;
    readonly at: Place;
    /** the step, group, phase or escalation that it stands in, or that an arrow goes out of; of the whole process none */
    readonly node?: string;
    /** the role of which is open who fills it, the handover of which is open between whom or where, the escalation `vanuit onbekend` */
    readonly name?: string;
}

type OpenPlaces = ReadonlyMap<OpenKind, readonly LeftOpen[]>;

const known = new WeakMap<Protocol, OpenPlaces>();

/** Where an interventie leaves open something of these kinds, in the order of the kinds; nothing where it leaves none open. */
export function leftOpenIn(protocol: Protocol, kinds: readonly OpenKind[]): readonly LeftOpen[] {
    let places = known.get(protocol);
    if (!places) {
        places = read(protocol);
        known.set(protocol, places);
    }
    return kinds.flatMap((kind) => places.get(kind) ?? []);
}

function read(protocol: Protocol): OpenPlaces {
    const { process, handovers, roles, rationales } = protocol;
    const places = new Map<OpenKind, LeftOpen[]>();
    const add: Add = (kind, at, is, of = {}) => {
        if (is) {
            const others = places.get(kind) ?? [];
            others.push({ kind, at, ...of });
            places.set(kind, others);
        }
    };
    for (const node of process?.nodes ?? []) {
        readNode(node, add);
    }
    for (const block of process ? [process, ...process.nodes] : []) {
        for (const { at } of statementsOf(block, 'einde')) {
            add('ends', at, true);
        }
    }
    for (const { condition, at } of process?.access ?? []) {
        add('access', at, isOpenCondition(condition));
    }
    for (const { from, to, implied, at, condition } of process?.arrows ?? []) {
        const of = from === undefined ? {} : { node: from };
        add('ways', at, to === undefined && !implied, of);
        add('conditions', at, isOpenCondition(condition), of);
    }
    for (const { factors, workingElements } of rationales) {
        for (const { nameAt, goalsValue } of factors) {
            add('links', nameAt, isOpen(goalsValue));
        }
        for (const { at, elementsValue } of workingElements) {
            add('links', at, isOpen(elementsValue));
        }
    }
    for (const role of roles) {
        add('people', role.nameAt, isOpen(role.filledByValue), { name: role.name });
    }
    for (const { name, nameAt, from, to, fromValue, toValue, open, direction } of handovers) {
        const isSaid = isOpen(fromValue) || isOpen(toValue) || open.length > 0;
        add('handovers', nameAt, isSaid && (!from || !to || open.length > 0), { name });
        for (const { value, at } of direction) {
            add('handovers', at, isOpen(value), { name });
        }
    }
    return places;
}

type Add = (kind: OpenKind, at: Place, is: boolean, of?: Pick<LeftOpen, 'node' | 'name'>) => void;

function readNode(node: FlowNode, add: Add): void {
    const of = { node: node.name };
    for (const { open, performers } of laboursOf(node)) {
        for (const { kind, at } of open) {
            const is = KINDS[kind];
            if (is) {
                // from where a case comes to an escalation says nothing of where it is
                add(is, at, true, kind === 'vanuit' ? { name: node.name } : of);
            }
        }
        for (const { at, value, withValue } of performers) {
            add('people', at, isOpen(value) || isOpen(withValue), of);
        }
    }
    if (node.kind === 'end') {
        return;
    }
    for (const { condition, at } of node.guards) {
        add('conditions', at, isOpenCondition(condition), of);
    }
    for (const { bound, until, at } of node.repeats) {
        add('bounds', at, isOpen(bound) || (bound?.type === 'quantity' && isOpen(bound.highValue)), of);
        add('conditions', at, isOpenCondition(until), of);
    }
    for (const { value, at } of node.next) {
        add('ways', at, isOpen(value), of);
    }
}

const isOpenCondition = (condition: Condition | undefined): boolean =>
    namedIn(condition).some((q) => q.type === 'open');

const KINDS: Readonly<Record<string, OpenKind>> = {
    bepaalt: 'facts',
    levert: 'documents',
    'werkt aan': 'goals',
    vanuit: 'ways',
};
