import type { Way } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import type { Direction, Handover, Protocol, Role } from '../model/protocol.js';
import { directorsOf, executorsOf, isOwn } from '../model/queries.js';
import type { People } from './people.js';
import type { Edge, Space } from './space.js';

/** Stands for somebody of whom the text says that it is not known who it is. */
export const SOMEBODY = '';

/** Who direct at one moment of some course. */
export interface Moment {
    /** a state of the space */
    readonly state: number;
    /** names of the roles that stand for the persons who direct, in ascending order; {@link SOMEBODY} among them */
    readonly directors: readonly string[];
    /** the move that led here; undefined at a beginning */
    readonly by: Edge | undefined;
    /** index of the moment before; undefined at a beginning */
    readonly before: number | undefined;
}

/**
 * Everybody who may direct in each state: the product of the space and who directs, breadth first (as in model checking
 * with an observer: Clarke, Grumberg, Peled 1999, chapter 9). Direction begins with the roles that `voert regie`; a
 * handover with `regie naar` passes it on when a case goes on by a way on which it takes place.
 *
 * @param space with every order of the ways on which direction is passed on
 * @param first the roles with which direction begins
 */
export function directionOf(space: Space, people: People, first: readonly Role[]): Moment[] {
    const moments: Moment[] = [];
    const seen = new Set<string>();
    const add = (moment: Moment) => {
        const key = `${String(moment.state)} ${moment.directors.join(' ')}`;
        if (!seen.has(key)) {
            seen.add(key);
            moments.push(moment);
        }
    };
    const begin = distinct(first.map((r) => people.personOf(r.name)));
    for (const state of space.beginnings.keys()) {
        add({ state, directors: begin, by: undefined, before: undefined });
    }
    for (const [before, { state, directors }] of moments.entries()) {
        for (const edge of space.out[state] ?? []) {
            const passed = edge.move.kind === 'leave' ? passedOn(edge.move.way.handovers, people) : undefined;
            if (passed) {
                add({ state: edge.to, directors: passed.directors, by: edge, before });
            }
            if (!passed?.isSure) {
                add({ state: edge.to, directors, by: edge, before });
            }
        }
    }
    return moments;
}

/** The moves to a moment. */
export function courseToMoment(moments: readonly Moment[], moment: Moment): Edge[] {
    const result: Edge[] = [];
    for (let at: Moment | undefined = moment; at?.by; at = at.before === undefined ? undefined : moments[at.before]) {
        result.push(at.by);
    }
    return result.reverse();
}

/** To whom handovers pass direction; undefined where they say nothing about it. */
function passedOn(handovers: readonly Handover[], people: People) {
    const said = handovers.flatMap((h) => h.direction);
    return said.length === 0
        ? undefined
        : { directors: distinct(said.map((d) => receiverOf(d, people))), isSure: said.some((d) => !d.modality) };
}

function receiverOf({ role }: Direction, people: People): string {
    return role ? people.personOf(role.name) : SOMEBODY;
}

function distinct(names: readonly string[]): string[] {
    return [...new Set(names)].sort();
}

/**
 * The roles that direct (`voert regie`): those of the interventie itself and those that do something in it. A shared one
 * that it does not name counts where there is no other.
 */
export function directingRoles(protocol: Protocol, people: People): Role[] {
    const all = directorsOf(protocol.roles);
    const { process, handovers } = protocol;
    const acting = new Set(
        [
            ...(process?.nodes ?? []).flatMap((n) =>
                n.kind === 'step' || n.kind === 'escalation' ? executorsOf(n) : [],
            ),
            ...handovers.flatMap((h) => [h.from, h.to, ...h.direction.map((d) => d.role)].flatMap((r) => r ?? [])),
        ].map((r) => people.personOf(r.name)),
    );
    const own = all.filter(
        (r) => !isOwn(r) || isInside(r, protocol) || acting.has(people.personOf(r.name)) || acting.has(r.name),
    );
    return own.length > 0 ? own : all;
}

function isInside(role: Role, { at }: Protocol): boolean {
    const { start, end } = role.at.range;
    return role.at.file === at.file && start.line >= at.range.start.line && end.line <= at.range.end.line;
}

/** Whether a move passes direction on, so that the order counts in which such moves happen. */
export function passesDirection(move: Move): boolean {
    return move.kind === 'leave' && move.way.handovers.some((h) => h.direction.length > 0);
}

/** The stations behind which direction may be passed on. */
export function stationsPassingDirection({ machine }: Space): ReadonlySet<number> {
    const passes = (way: Way) => way.handovers.some((h) => h.direction.length > 0);
    return new Set(machine.stations.flatMap((s) => (s.exits.some(passes) ? [s.index] : [])));
}
