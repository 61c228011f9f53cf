import type { Case } from '../execution/case.js';
import type { Machine } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { FactValue } from '../execution/truth.js';
import type { Place } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { eventsOf } from './course-events.js';
import { courseTo, type Edge, type Space } from './space.js';
import { valueInWords } from './values-in-words.js';

/** An example: how a case comes into a state. */
export interface Course {
    /** the steps and escalations that are done, in order */
    readonly path: readonly string[];
    /** what to give to the simulator to see it happen; worked out when it is asked for */
    readonly case: Case;
    /** the same for people, each part at its place in the text */
    readonly parts: readonly Part[];
}

interface Part {
    readonly message: Bilingual;
    readonly at: Place;
}

/**
 * A course to a state of a space.
 *
 * @param edges the moves of that course; those of a shortest one where left out
 * @param adds what is told of a move besides, in the order of the course
 */
export function courseOf(
    space: Space,
    state: number,
    edges: readonly Edge[] = courseTo(space, state),
    adds: (edge: Edge, space: Space) => Bilingual | undefined = () => undefined,
): Course {
    const { machine } = space;
    const begin = space.beginnings.get(edges[0]?.from ?? state);
    let made: Case | undefined;
    return {
        path: edges.flatMap(({ move }) => (move.kind === 'finish' ? [nameAt(machine, move.token.at)] : [])),
        get case() {
            made ??= { facts: begin ? knownFacts(machine, begin) : {}, at: eventsOf(space, edges) };
            return made;
        },
        parts: edges.flatMap((edge) => withAdded(machine, edge, adds(edge, space))),
    };
}

/** What is known in a state, by name. */
export function knownFacts(machine: Machine, state: Pick<State, 'facts'>): Record<string, FactValue> {
    return Object.fromEntries(
        machine.facts.flatMap(({ name }, i) => {
            const value = state.facts[i];
            return value === undefined ? [] : [[name, value] as const];
        }),
    );
}

/** A part of a course with something behind it; what has something behind it is told even where it goes without saying. */
function withAdded(machine: Machine, edge: Edge, added: Bilingual | undefined): readonly Part[] {
    const parts = partOf(machine, edge);
    if (!added) {
        return parts;
    }
    const { move } = edge;
    const told =
        parts.length > 0 || move.kind !== 'leave'
            ? parts
            : move.way.handovers.map(({ name, nameAt }) => ({
                  message: { nl: `${name}: overgedragen`, en: `${name}: handed over` },
                  at: nameAt,
              }));
    return told.map((part, i) =>
        i < told.length - 1
            ? part
            : { ...part, message: { nl: `${part.message.nl} ${added.nl}`, en: `${part.message.en} ${added.en}` } },
    );
}

/** Most courses of a process have their moves in common. */
const partsKnown = new WeakMap<Edge, readonly Part[]>();

function partOf(machine: Machine, edge: Edge): readonly Part[] {
    const parts = partsKnown.get(edge) ?? tell(machine, edge);
    partsKnown.set(edge, parts);
    return parts;
}

function tell(machine: Machine, { move }: Edge): readonly Part[] {
    const at = (index: number) => machine.stations[index]?.node;
    const said = (index: number, nl: string, en: string) => {
        const node = at(index);
        return node ? [{ message: { nl: `${node.name}: ${nl}`, en: `${node.name}: ${en}` }, at: node.nameAt }] : [];
    };
    switch (move.kind) {
        case 'finish': {
            const facts = Object.entries(values(machine, move));
            const nl = facts.map(([name, value]) => `${name} is ${valueInWords(value).nl}`).join(', ');
            const en = facts.map(([name, value]) => `${name} is ${valueInWords(value).en}`).join(', ');
            return said(move.token.at, nl || 'gedaan', en || 'done');
        }
        case 'again':
            return said(move.token.at, 'nog een keer', 'once more');
        case 'take':
            return said(move.token.at, 'gekozen', 'chosen');
        case 'skip':
            return said(move.token.at, 'overgeslagen', 'left out');
        case 'choose':
            return said(move.part, 'gekozen', 'chosen');
        case 'expire':
            return said(move.station, 'de termijn verstrijkt', 'the term runs out');
        case 'escalate':
            return said(move.station, 'het wordt opgeschaald', 'it is escalated');
        case 'fall back':
            return said(move.token.at, 'de overdracht wordt niet bevestigd', 'the handover is not confirmed');
        case 'interrupt': {
            const target = machine.breaches[move.breach]?.target;
            return target === undefined
                ? []
                : said(target, 'het andere werk wordt onderbroken', 'other work is interrupted');
        }
        case 'begin':
        case 'enough':
        case 'leave':
            return [];
    }
}

function values(machine: Machine, move: Extract<Move, { kind: 'finish' }>): Record<string, FactValue> {
    return Object.fromEntries(
        move.facts.flatMap(([i, value]) => (machine.facts[i] ? [[machine.facts[i].name, value]] : [])),
    );
}

function nameAt(machine: Machine, index: number): string {
    return machine.stations[index]?.node.name ?? '';
}
