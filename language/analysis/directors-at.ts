import type { Protocol } from '../model/protocol.js';
import { escalationsOf, stepsOf } from '../model/queries.js';
import { directingRoles, directionOf, SOMEBODY, stationsPassingDirection } from './direction.js';
import { peopleOf } from './people.js';
import { proofsOf } from './proofs.js';

/** Names of the roles that direct while something is done, on one course or another; each once. */
export interface DirectorsAt {
    /** at a step or an escalation; nothing of one that no course comes to */
    readonly work: ReadonlyMap<string, ReadonlySet<string>>;
    /** when a handover begins */
    readonly handovers: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Who directs when, over all courses of a case, without further days off: the roles that `voert regie`, and behind a
 * handover with `regie naar` those that it names.
 *
 * @returns undefined where direction is passed on in a process that cannot be reasoned about
 */
export function directorsAt(protocol: Protocol): DirectorsAt | undefined {
    const people = peopleOf(protocol);
    const first = directingRoles(protocol, people);
    if (protocol.handovers.every((h) => h.direction.length === 0)) {
        const all = new Set(first.map((r) => r.name));
        const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
        return {
            work: new Map(work.map((n) => [n.name, all])),
            handovers: new Map(protocol.handovers.map((h) => [h.name, all])),
        };
    }
    const proofs = proofsOf(protocol, []);
    if (!proofs?.space.complete) {
        return undefined;
    }
    const space = proofs.spaceSeeing(stationsPassingDirection(proofs.space));
    const named = [...first.map((r) => r.name), ...protocol.handovers.flatMap((h) => h.direction.flatMap((d) => d.role?.name ?? []))];
    const rolesOf = Map.groupBy(new Set(named), people.personOf);
    const [work, handovers] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    const tell = (told: Map<string, Set<string>>, name: string | undefined, directors: readonly string[]) => {
        if (name !== undefined) {
            const known = told.get(name) ?? new Set();
            told.set(name, known);
            directors.filter((d) => d !== SOMEBODY).flatMap((d) => rolesOf.get(d) ?? []).forEach((r) => known.add(r));
        }
    };
    for (const { state, directors } of directionOf(space, people, first)) {
        for (const { move } of space.out[state] ?? []) {
            if (move.kind === 'finish') {
                tell(work, space.machine.stations[move.token.at]?.node.name, directors);
            } else if (move.kind === 'leave') {
                move.way.handovers.forEach((h) => {
                    tell(handovers, h.name, directors);
                });
            }
        }
    }
    return { work, handovers };
} // prettier-ignore
