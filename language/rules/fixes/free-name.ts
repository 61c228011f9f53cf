import type { Protocol } from '../../model/protocol.js';

/** A name that nothing has yet: this one, or this one with a number behind it. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
    let free = name;
    for (let i = 2; taken.has(free); i++) {
        free = `${name}${String(i)}`;
    }
    return free;
}

const namesByProtocol = new WeakMap<Protocol, ReadonlySet<string>>();

/** The names that an interventie sees: those of its elements and of what its files share. */
export function namesIn(protocol: Protocol): ReadonlySet<string> {
    let names = namesByProtocol.get(protocol);
    if (!names) {
        names = gatherNames(protocol);
        namesByProtocol.set(protocol, names);
    }
    return names;
}

function gatherNames(protocol: Protocol): ReadonlySet<string> {
    const { goals, rationales, process } = protocol;
    const all = [...goals, ...goals.flatMap((g) => g.subgoals)];
    return new Set(
        [
            ...all,
            ...[...protocol.indicators, ...all.flatMap((g) => g.indicators)],
            ...rationales.flatMap((r) => r.factors),
            ...protocol.targetGroups,
            ...protocol.research,
            ...protocol.facts,
            ...protocol.documents,
            ...protocol.handovers,
            ...(process?.nodes ?? []),
            ...protocol.sources,
            ...protocol.concepts,
            ...protocol.organisations,
            ...protocol.roles,
        ].map((e) => e.name),
    );
}
