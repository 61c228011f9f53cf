import type { Machine } from '../execution/machine.js';
import { movesIn, type Move } from '../execution/moves.js';
import type { Token } from '../execution/state.js';
import type { StatedRef } from '../model/protocol.js';
import { laboursOf } from '../model/queries.js';
import type { Claim } from './possible-course.js';
import { reachedWithout, type Edge, type Space } from './space.js';

/** A document that is needed at a step, or handed over, on a course on which nothing delivered it. */
export interface Missing {
    readonly document: string;
    /** the step that requires it, or the handover that passes it on */
    readonly at: { readonly name: string; readonly place: StatedRef['at'] };
    readonly kind: 'required' | 'handed-over';
    /** whether no step at all delivers it */
    readonly neverDelivered: boolean;
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
    const { machine, states } = space;
    const names = documentsNeeded(machine);
    const delivered = new Set(
        machine.stations.flatMap(({ node }) => laboursOf(node).flatMap((w) => w.delivers.map((d) => d.name))),
    );
    return [...names].flatMap((document) => {
        const delivering = deliverersOf(machine, document);
        const delivers = (move: Move) => move.kind === 'finish' && delivering.has(move.token.at);
        const without = reachedWithout(space, ({ move }) => delivers(move));
        const allows = (move: Move) => !delivers(move);
        const found = new Map<string, Missing>();
        const add = (missing: Omit<Missing, 'document' | 'neverDelivered'>) => {
            const key = `${missing.kind} ${missing.at.name}`;
            if (!found.has(key)) {
                found.set(key, { ...missing, document, neverDelivered: !delivered.has(document) });
            }
        };
        for (const state of without.states) {
            for (const token of states[state]?.tokens ?? []) {
                const node = machine.stations[token.at]?.node;
                const required =
                    node &&
                    laboursOf(node)
                        .flatMap((w) => w.requires)
                        .find((d) => d.name === document);
                if (node && required && isNeeded(token)) {
                    add({
                        kind: 'required',
                        at: { name: node.name, place: required.at },
                        state,
                        course: without.courseTo(state),
                        claim: {
                            allows,
                            shows: ({ tokens }) => tokens.some((t) => t.at === token.at && isNeeded(t)),
                        },
                    });
                }
            }
            for (const { move } of space.out[state] ?? []) {
                for (const { name, place } of handedOver(move, document)) {
                    add({
                        kind: 'handed-over',
                        at: { name, place },
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
        return [...found.values()];
    });
}

/** A step needs what it requires when it begins, and waits for. */
function isNeeded({ stage }: Token): boolean {
    return stage === 'busy' || stage === 'waiting';
}

/** The names of the documents that some step requires or some handover passes on. */
export function documentsNeeded({ stations, protocol }: Machine): ReadonlySet<string> {
    return new Set([
        ...stations.flatMap(({ node }) => laboursOf(node).flatMap((w) => w.requires.map((d) => d.name))),
        ...protocol.handovers.flatMap((h) => h.information.flatMap((i) => i.documents.map((d) => d.name))),
    ]);
}

/** The stations that deliver a document for certain: what is delivered usually, or if needed, may be missing. */
function deliverersOf({ stations }: Machine, document: string): Set<number> {
    return new Set(
        stations
            .filter(({ node }) =>
                laboursOf(node).some((w) => w.delivers.some((d) => d.name === document && !d.modality)),
            )
            .map((s) => s.index),
    );
}

function handedOver(move: Move, document: string): { name: string; place: StatedRef['at'] }[] {
    return move.kind === 'leave'
        ? move.way.handovers.flatMap((h) =>
              h.information
                  .filter((i) => !i.modality)
                  .flatMap((i) =>
                      i.documents.filter((d) => d.name === document).map((d) => ({ name: h.name, place: d.at })),
                  ),
          )
        : [];
}
