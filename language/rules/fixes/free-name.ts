import { ofList } from '../../model/of-list.js';
import type { Named, Protocol } from '../../model/protocol.js';

/** Names that are taken. */
export type Names = Pick<ReadonlySet<string>, 'has'>;

/** A name that nothing has yet: this one, or this one with a number behind it. */
export function freeName(name: string, taken: Names): string {
    let free = name;
    for (let i = 2; taken.has(free); i++) {
        free = `${name}${String(i)}`;
    }
    return free;
}

const namesByProtocol = new WeakMap<Protocol, Names>();

/** The names that an interventie sees: those of its elements and of what its files share. */
export function namesIn(protocol: Protocol): Names {
    let names = namesByProtocol.get(protocol);
    if (!names) {
        names = gatherNames(protocol);
        namesByProtocol.set(protocol, names);
    }
    return names;
}

const namesOf = ofList((elements: readonly Named[]) => new Set(elements.map((e) => e.name)));

function gatherNames(protocol: Protocol): Names {
    const { goals, rationales, process } = protocol;
    const all = [...goals, ...goals.flatMap((g) => g.subgoals)];
    const own = namesOf([
        ...all,
        ...[...protocol.indicators, ...all.flatMap((g) => g.indicators)],
        ...rationales.flatMap((r) => r.factors),
        ...protocol.targetGroups,
        ...protocol.research,
        ...protocol.facts,
        ...protocol.documents,
        ...protocol.handovers,
        ...(process?.nodes ?? []),
    ]);
    const lists = [protocol.sources, protocol.concepts, protocol.organisations, protocol.roles];
    return { has: (name) => own.has(name) || lists.some((list) => namesOf(list).has(name)) };
}
