import type { Direction, Handover } from '../model/protocol.js';
import { SOMEBODY, type Moment } from './direction.js';
import type { People } from './people.js';
import type { Edge, Space } from './space.js';

/** What is wrong with how a handover deals with direction, at a moment when it takes place. */
export interface Trouble {
    /**
     * - `unsaid`: the director hands over, and who directs then is not said
     * - `notTheirs`: who does not direct passes direction on
     * - `nobody`: direction is passed on that nobody has
     * - `undecided`, `undecidedGiver`: the same, where who directs or who hands over is unknown
     */
    readonly message: 'unsaid' | 'nobody' | 'undecided' | 'notTheirs' | 'undecidedGiver';
    readonly moment: Moment;
    readonly edge: Edge;
    /** what passes direction on, where the handover does */
    readonly passes?: Direction;
}

/** What is wrong with a handover at the moments when it takes place, of each kind the first; those come in the order of their courses. */
export function troublesOf(handover: Handover, moments: readonly Moment[], space: Space, people: People): Trouble[] {
    const found = new Map<Trouble['message'], Trouble>();
    for (const moment of moments) {
        const edge = (space.out[moment.state] ?? []).find(
            ({ move }) => move.kind === 'leave' && move.way.handovers.includes(handover),
        );
        const together = edge?.move.kind === 'leave' ? edge.move.way.handovers : [];
        const trouble = edge && troubleAt(handover, moment, together, people);
        if (trouble && !found.has(trouble.message)) {
            found.set(trouble.message, { ...trouble, moment, edge });
        }
    }
    return [...found.values()];
}

/** What is wrong when a handover takes place at a moment, with others on the same way. */
function troubleAt(
    handover: Handover,
    { directors }: Moment,
    together: readonly Handover[],
    people: People,
): Pick<Trouble, 'message' | 'passes'> | undefined {
    const isDirecting = ({ from }: Handover) => from !== undefined && directors.includes(people.personOf(from.name));
    const isUnknown =
        directors.includes(SOMEBODY) ||
        directors.some((d) => people.isUnknown(d)) ||
        !handover.from ||
        people.isUnknown(handover.from.name);
    const { to } = handover;
    if (together.every((h) => h.direction.length === 0)) {
        const staysIn = to !== undefined && directors.includes(people.personOf(to.name));
        return staysIn
            ? undefined
            : isDirecting(handover)
              ? { message: 'unsaid' }
              : isUnknown
                ? { message: 'undecided' }
                : undefined;
    }
    if (directors.length === 0) {
        const passes = handover.direction.find(({ role }) => role);
        return passes && { message: 'nobody', passes };
    }
    // where the director hands over too, that handover passes it on
    if (together.some((h) => h.direction.length > 0 && isDirecting(h))) {
        return undefined;
    }
    const passes = handover.direction.find(({ role }) => role && !directors.includes(people.personOf(role.name)));
    return passes && { message: isUnknown ? 'undecidedGiver' : 'notTheirs', passes };
}
