import type { Machine, Station, Way } from '../execution/machine.js';
import type { Handover } from '../model/protocol.js';
import { handsAt, meet, peopleOf, type Hands, type People } from './people.js';
import type { Space } from './space.js';

/** A way on which others get a case in hands, while no handover takes place on it. */
export interface Change {
    readonly from: Station;
    readonly to: Station;
    readonly way: Way;
    readonly before: Hands;
    readonly after: Hands;
    /** a handover that may be meant, of which the text leaves open where it takes place or between whom */
    readonly unclear: Handover | undefined;
    /** a handover between these people that takes place elsewhere */
    readonly elsewhere: Handover | undefined;
}

/**
 * The ways that some course takes on which nobody who worked on a case goes on with it and no handover takes place.
 * A way by a term that runs out or by a handover that is not confirmed is one as any other. To take something up is no
 * handover: who does so stays with it; an end is nobody's work. Neither is an interruption (`altijd als`): it comes at
 * any moment and cannot wait until somebody has met the family.
 */
export function changesOf(space: Space): Change[] {
    const { machine } = space;
    const people = peopleOf(machine.protocol);
    const taken = waysTaken(space);
    return machine.stations.flatMap((from) =>
        [...from.exits, ...from.expiries, ...fallbacksOf(from)].flatMap((way): Change[] => {
            const to = way.target === undefined ? undefined : machine.stations[way.target];
            if (
                !taken.has(way) ||
                !to ||
                to.node.kind === 'end' ||
                to.node.kind === 'escalation' ||
                (way.handovers.length > 0 && way.arrow.kind !== 'fallback')
            ) {
                return [];
            }
            const before = handsAt(machine, people, from, 'leave');
            const after = handsAt(machine, people, to, 'enter');
            const isStated = (hands: Hands) => hands.roles.length > 0 || hands.isOpen;
            if (!isStated(before) || !isStated(after) || meet(people, before, after)) {
                return [];
            }
            const between = handoversBetween(machine, people, before, after);
            return [
                {
                    from,
                    to,
                    way,
                    before,
                    after,
                    unclear: between.find((h) => isOpenAbout(h, from)),
                    elsewhere: between.find((h) => h.from && h.to && after.executors.includes(h.to.name)),
                },
            ];
        }),
    );
}

/** Where a case goes when a handover is not confirmed. */
function fallbacksOf({ exits }: Station): Way[] {
    return [...new Set(exits.flatMap((way) => way.fallbacks))];
}

/** The ways that some course takes: done, out of time, or not confirmed. */
function waysTaken({ out }: Space): ReadonlySet<Way> {
    return new Set(
        out.flatMap((edges) =>
            edges.flatMap(({ move }) =>
                move.kind === 'leave' || move.kind === 'fall back' || move.kind === 'expire' ? [move.way] : [],
            ),
        ),
    );
}

/** The handovers that could be meant: whose giver and receiver are among these people, or not known. */
function handoversBetween({ protocol }: Machine, people: People, before: Hands, after: Hands): Handover[] {
    const isIn = (hands: Hands, role: string | undefined) =>
        role === undefined || hands.roles.some((r) => people.personOf(r) === people.personOf(role));
    return protocol.handovers.filter((h) => isIn(before, h.from?.name) && isIn(after, h.to?.name));
}

/** Whether a handover may take place behind a node, as far as the text leaves open where, or between whom. */
function isOpenAbout(handover: Handover, from: Station): boolean {
    const isHere = handover.fromNodes.length === 0 || handover.fromNodes.some((n) => n.name === from.node.name);
    return handover.open.length > 0 || (isHere && (handover.fromValue !== undefined || handover.toValue !== undefined));
}
