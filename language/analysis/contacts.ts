import { areOf, contactsAt, contactsOfHandover, type Contacts } from '../execution/contacts.js';
import type { Move } from '../execution/moves.js';
import { extremesOf, type Extremes, type Weight } from './extremes.js';
import type { Edge, Space } from './space.js';

/** How many contacts the courses of a case take. */
export interface ContactsOnCourses {
    /** to a state: what is sure to be taken; what is in doubt counts as little as it may */
    readonly certain: (state: number) => Extremes | undefined;
    /** the same where what is in doubt counts as much as it may: what has no figure, or a vague one, is without end */
    readonly possible: (state: number) => Extremes | undefined;
    /** steps, escalations and handovers on some course of which the number of contacts is not stated, or is open */
    readonly notStated: readonly string[];
    /** those of which it is stated vaguely */
    readonly vague: readonly string[];
    /** those of which it is not stated from which organisation the people are */
    readonly whose: readonly string[];
}

/** What something counts for: where what is in doubt counts as little as it may, and as much. */
interface Weights {
    readonly certain: Weight;
    readonly possible: Weight;
}

/**
 * The least and greatest number of contacts on every course, as the simulator counts them (execution/contacts.ts), with
 * repetition and the joint meetings (`gesprekken`) of handovers.
 *
 * @param organisation only the contacts of this organisation; all contacts where left out
 */
export function contactsOf(space: Space, organisation?: string): ContactsOnCourses {
    const { machine } = space;
    const { protocol, stations } = machine;
    const doubts: Doubts = { notStated: new Set(), vague: new Set(), whose: new Set() };
    const weigh = (contacts: Contacts | undefined) => weightsOf(contacts, organisation, doubts);
    const byStation = stations.map(({ node }) => weigh(contactsAt(protocol, node)));
    const byHandover = new Map(protocol.handovers.map((h) => [h.name, weigh(contactsOfHandover(protocol, h))]));
    const sum = (handovers: readonly { readonly name: string }[]) =>
        handovers.reduce((all, h) => add(all, byHandover.get(h.name) ?? NOTHING), NOTHING);
    const weightOf = (move: Move): Weights => {
        switch (move.kind) {
            case 'finish':
                return byStation[move.token.at] ?? NOTHING;
            case 'leave':
                return sum(move.way.handovers);
            case 'fall back': {
                // of what is not confirmed after all the meetings have taken place, and of what comes before it
                const { way } = move;
                const held = (stations[move.token.at]?.exits ?? [])
                    .filter((exit) => exit.fallbacks.includes(way))
                    .flatMap(({ handovers }) =>
                        handovers.flatMap((h, i) =>
                            way.arrow.handovers.includes(h.name) ? [sum(handovers.slice(0, i + 1))] : [],
                        ),
                    );
                return held.length > 0 ? held.reduce(either) : NOTHING;
            }
            default:
                return NOTHING;
        }
    };
    const weights = new Map(space.out.flat().map((edge) => [edge, weightOf(edge.move)]));
    const done = doneSomewhere(space);
    const onSomeCourse = (names: ReadonlySet<string>) => [...names].filter((name) => done.has(name));
    const extremes = (which: keyof Weights) => extremesOf(space, (edge: Edge) => (weights.get(edge) ?? NOTHING)[which]);
    const certain = extremes('certain');
    const isInDoubt = [...doubts.notStated, ...doubts.vague, ...doubts.whose].some((name) => done.has(name));
    return {
        certain,
        possible: isInDoubt ? extremes('possible') : certain,
        notStated: onSomeCourse(doubts.notStated),
        vague: onSomeCourse(doubts.vague),
        whose: onSomeCourse(doubts.whose),
    };
}

interface Doubts {
    readonly notStated: Set<string>;
    readonly vague: Set<string>;
    readonly whose: Set<string>;
}

function weightsOf(contacts: Contacts | undefined, organisation: string | undefined, doubts: Doubts): Weights {
    const whose = contacts ? areOf(contacts, organisation) : 'no';
    if (!contacts || whose === 'no') {
        return NOTHING;
    }
    const { count, element, gap } = contacts;
    if (gap) {
        (gap === 'vague' ? doubts.vague : doubts.notStated).add(element);
    }
    if (whose === 'maybe' && count.high > 0) {
        doubts.whose.add(element);
    }
    const possible = gap ? { low: NO_END, high: NO_END } : count;
    return whose === 'maybe'
        ? { certain: NOTHING.certain, possible }
        : { certain: { low: count.low, high: gap ? count.low : count.high }, possible };
}

const NO_END = Number.POSITIVE_INFINITY;
const NOTHING: Weights = { certain: { low: 0, high: 0 }, possible: { low: 0, high: 0 } };

function add(a: Weights, b: Weights): Weights {
    const one = (x: Weight, y: Weight) => ({ low: x.low + y.low, high: x.high + y.high });
    return { certain: one(a.certain, b.certain), possible: one(a.possible, b.possible) };
}

function either(a: Weights, b: Weights): Weights {
    const one = (x: Weight, y: Weight) => ({ low: Math.min(x.low, y.low), high: Math.max(x.high, y.high) });
    return { certain: one(a.certain, b.certain), possible: one(a.possible, b.possible) };
}

/** The names of the steps, escalations and handovers that occur on some course. */
function doneSomewhere({ machine, out }: Space): Set<string> {
    return new Set(
        out.flat().flatMap(({ move }) => {
            switch (move.kind) {
                case 'finish':
                    return [machine.stations[move.token.at]?.node.name ?? ''];
                case 'leave':
                    return move.way.handovers.map((h) => h.name);
                case 'fall back':
                    return move.way.arrow.handovers;
                default:
                    return [];
            }
        }),
    );
}
