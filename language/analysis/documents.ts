import type { Machine } from '../execution/machine.js';
import { isHeldUp, movesIn, type Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import type { Activity, FlowNode } from '../model/process.js';
import type { Place, Ref, StatedRef } from '../model/protocol.js';
import { beginsWith, laboursOf, leavesOpen, requiredBefore, weighedLaboursOf } from '../model/queries.js';
import { ALL_BEGUN, type Claim } from './possible-course.js';
import type { HasBegun } from './search-in-time.js';
import { reachedWithout, type Edge, type Space } from './space.js';

/** A document that is needed at a step, or handed over, on a course on which nothing delivered it. */
export interface Missing {
    readonly document: string;
    /** the step that requires it, or the handover that passes it on */
    readonly at: { readonly name: string; readonly place: StatedRef['at'] };
    readonly kind: 'required' | 'handed-over';
    /** whether no step at all delivers it */
    readonly neverDelivered: boolean;
    /** whether it is needed or passed on as a rule only: `vereist veelal Plan` */
    readonly isUsual: boolean;
    /** the steps that deliver it as a rule (`levert veelal Plan`), where it is there in time if they always do */
    readonly usually: readonly string[];
    readonly state: number;
    readonly course: readonly Edge[];
    /** by what other courses show it */
    readonly claim: Claim;
}

/**
 * Documents that are not there in time: definite assignment (as for variables in Java, Gosling et al., "The Java Language
 * Specification", chapter 16) on the courses of a case. A step needs what it requires when it begins.
 */
export function missingDocuments(space: Space): Missing[] {
    const { machine } = space;
    const names = documentsNeeded(machine);
    const delivered = new Set(
        machine.stations.flatMap(({ node }) => [
            ...laboursOf(node).flatMap((w) => w.delivers.map((d) => d.name)),
            ...[...names].filter((name) => beginsWith(node, name, machine.protocol)),
        ]),
    );
    const open = machine.stations
        .filter((s) => laboursOf(s.node).some((work) => leavesOpen(work, 'levert')))
        .map((s) => s.index);
    const asked = askedIn(space);
    return [...names].flatMap((document) => {
        const states = asked.get(document);
        if (!states) {
            return [];
        }
        const behind = (delivering: ReadonlySet<number>) => missingBehind(space, document, states, delivering);
        const neverDelivered = !delivered.has(document);
        const certain = deliverersOf(machine, document, (d) => !d.modality);
        const missing = behind(certain);
        const usual = [...deliverersOf(machine, document, () => true)].filter((at) => !certain.has(at));
        const surely = usual.length > 0 ? behind(new Set([...certain, ...usual])) : missing;
        // a course past no work of which is open what it delivers shows more than one past such work
        const apart = open.length > 0 ? behind(new Set([...certain, ...usual, ...open])) : surely;
        return [...missing].map(([key, found]) => ({
            ...(apart.get(key) ?? surely.get(key) ?? found),
            document,
            neverDelivered,
            usually: surely.has(key) ? [] : usual.map((at) => machine.stations[at]?.node.name ?? ''),
        }));
    });
}

type Found = Omit<Missing, 'document' | 'neverDelivered' | 'usually'>;

/** The states in which a document may be needed or is handed over next, by its name. */
function askedIn({ machine, states, out }: Space): Map<string, Set<number>> {
    const asked = new Map<string, Set<number>>();
    const required = machine.stations.map(({ node }) => requiredBefore(node));
    states.forEach(({ tokens }, state) => {
        const documents = [
            ...tokens.flatMap((token) => required[token.at] ?? []),
            ...(out[state] ?? []).flatMap(({ move }) => documentsHandedOver(move)),
        ];
        for (const { name } of documents) {
            asked.set(name, (asked.get(name) ?? new Set()).add(state));
        }
    });
    return asked;
}

/**
 * Where a document is needed or handed over before work is done at one of some stations; of each place the first.
 *
 * @param asked the states in which it may be
 */
function missingBehind(
    space: Space,
    document: string,
    asked: ReadonlySet<number>,
    delivering: ReadonlySet<number>,
): Map<string, Found> {
    const { machine } = space;
    const delivers = (move: Move) => move.kind === 'finish' && delivering.has(move.token.at);
    const without = reachedWithout(space, ({ move }) => delivers(move));
    const allows = (move: Move) => !delivers(move);
    const found = new Map<string, Found>();
    const add = (missing: Found) => {
        const key = `${missing.kind} ${missing.at.name}`;
        if (!found.has(key)) {
            found.set(key, missing);
        }
    };
    for (const state of without.states.filter((s) => asked.has(s))) {
        for (const token of space.states[state]?.tokens ?? []) {
            const station = machine.stations[token.at];
            const required = station && requiredAt(station.node, document);
            if (!required || beginsWith(station.node, document, machine.protocol)) {
                continue;
            }
            const isAsked = (s: State, t: Token, hasBegun: HasBegun) =>
                t.at === token.at && isNeeded(t, () => hasBegun(t)) && !isHeldUp(machine, s, t, station);
            const shows = (s: State, hasBegun: HasBegun) => s.tokens.some((t) => isAsked(s, t, hasBegun));
            const of = space.states[state];
            if (of && shows(of, ALL_BEGUN)) {
                add({
                    kind: 'required',
                    at: { name: station.node.name, place: required.at },
                    isUsual: required.modality !== undefined,
                    state,
                    course: without.courseTo(state),
                    claim: { allows, shows },
                });
            }
        }
        for (const { move } of space.out[state] ?? []) {
            for (const { name, place, isUsual } of handedOver(move, document)) {
                add({
                    kind: 'handed-over',
                    at: { name, place },
                    isUsual,
                    state,
                    course: without.courseTo(state),
                    claim: {
                        allows,
                        shows: (s) =>
                            movesIn(machine, s).some((m) => handedOver(m, document).some((h) => h.name === name)),
                    },
                });
            }
        }
    }
    return found;
}

/** Where a node requires a document: certainly, or else as a rule. */
function requiredAt(node: FlowNode, document: string): StatedRef | undefined {
    const all = requiredBefore(node).filter((d) => d.name === document);
    return all.find((d) => !d.modality) ?? all[0];
}

/** The activity of a node that requires a document at a place, where activities behind it deliver that; with those. */
export function deliveredBehind(
    node: FlowNode,
    document: string,
    at: Place,
): { readonly activity: Activity; readonly later: readonly Activity[] } | undefined {
    const activities = node.kind === 'step' || node.kind === 'escalation' ? node.activities : [];
    const needing = activities.findIndex((a) => a.requires.some((d) => d.at === at));
    const [activity, ...behind] = needing < 0 ? [] : activities.slice(needing);
    const later = behind.filter((a) => a.delivers.some((d) => d.name === document));
    return activity && later.length > 0 ? { activity, later } : undefined;
}

/** A step needs what it requires when it begins: not while it waits for what stands behind `pas als`. */
function isNeeded({ stage }: Token, hasBegun: () => boolean): boolean {
    return stage === 'busy' && hasBegun();
}

/** The names of the documents that some step requires or some handover passes on. */
export function documentsNeeded({ stations, protocol }: Machine): ReadonlySet<string> {
    return new Set([
        ...stations.flatMap(({ node }) => laboursOf(node).flatMap((w) => w.requires.map((d) => d.name))),
        ...protocol.handovers.flatMap((h) => h.information.flatMap((i) => i.documents.map((d) => d.name))),
    ]);
}

/**
 * The stations behind which a document is there, if what they deliver counts: what is delivered usually, or if needed, may
 * be missing; what work begins with is there.
 */
export function deliverersOf(
    machine: Machine,
    document: string,
    counts: (delivery: StatedRef) => boolean,
): Set<number> {
    const { stations, protocol } = machine;
    const delivering = deliveriesIn(machine).get(document) ?? [];
    const beginning = stations.filter(({ node }) => beginsWith(node, document, protocol));
    return new Set([
        ...delivering.flatMap(({ station, delivery }) => (counts(delivery) ? [station] : [])),
        ...beginning.map((s) => s.index),
    ]);
}

/** What is delivered at which station, by the name of the document. */
type Deliveries = ReadonlyMap<string, readonly { readonly station: number; readonly delivery: StatedRef }[]>;

const deliveries = new WeakMap<Machine, Deliveries>();

function deliveriesIn(machine: Machine): Deliveries {
    const old = deliveries.get(machine);
    if (old) {
        return old;
    }
    const all = machine.stations.flatMap(({ index, node }) =>
        weighedLaboursOf(node).flatMap((w) => w.delivers.map((delivery) => ({ station: index, delivery }))),
    );
    const made = Map.groupBy(all, ({ delivery }) => delivery.name);
    deliveries.set(machine, made);
    return made;
}

function documentsHandedOver(move: Move): Ref[] {
    return move.kind === 'leave' ? move.way.handovers.flatMap((h) => h.information.flatMap((i) => i.documents)) : [];
}

function handedOver(move: Move, document: string): { name: string; place: StatedRef['at']; isUsual: boolean }[] {
    return move.kind === 'leave'
        ? move.way.handovers.flatMap((h) =>
              h.information.flatMap((i) =>
                  i.documents
                      .filter((d) => d.name === document)
                      .map((d) => ({ name: h.name, place: d.at, isUsual: i.modality !== undefined })),
              ),
          )
        : [];
}
