import type { FlowNode } from '../model/process.js';
import type { Place, Protocol } from '../model/protocol.js';
import { isOwn, laboursOf, leavesOpen } from '../model/queries.js';

/** A document that nothing delivers any more in a local working-out, while something there still needs it. */
export interface LostDocument {
    readonly document: string;
    /** what delivered it in what is worked out */
    readonly producer: string;
    /** whether the working-out writes that anew, and did not drop it */
    readonly isAnew: boolean;
    /** where the working-out says so */
    readonly at: Place;
    /** the steps that require it and the handovers that pass it on */
    readonly users: readonly string[];
}

/** The documents that got lost as a working-out drops what delivered them, or writes it anew without; none where it leaves open what a step delivers. */
export function documentsLost(base: Protocol, protocol: Protocol): LostDocument[] {
    const here = new Map(protocol.process?.nodes.map((n) => [n.name, n]));
    if ([...here.values()].some((n) => laboursOf(n).some((work) => leavesOpen(work, 'levert')))) {
        return [];
    }
    const delivered = new Set([...here.values()].flatMap(deliveredBy));
    const parents = new Map(base.process?.nodes.map((n) => [n.name, n.parent]));
    const departureOf = (name: string | undefined): Protocol['dropped'][number] | undefined =>
        name === undefined
            ? undefined
            : (protocol.dropped.find((d) => d.element.name === name) ?? departureOf(parents.get(name)));
    return (base.process?.nodes ?? []).flatMap((node) => {
        const now = here.get(node.name);
        const lost = now && !isOwn(now) ? [] : deliveredBy(node).filter((d) => !delivered.has(d));
        const at = now?.nameAt ?? departureOf(node.name)?.element.at ?? protocol.nameAt;
        return lost.flatMap((document) => {
            const users = usersOf(protocol, document);
            return users.length === 0 ? [] : [{ document, producer: node.name, isAnew: now !== undefined, at, users }];
        });
    });
}

function deliveredBy(node: FlowNode): string[] {
    return laboursOf(node).flatMap((work) => work.delivers.map((d) => d.name));
}

function usersOf({ process, handovers }: Protocol, document: string): string[] {
    const steps = process?.nodes.filter((n) =>
        laboursOf(n).some((work) => work.requires.some((d) => d.name === document)),
    );
    const carrying = handovers.filter((h) => h.information.some((i) => i.documents.some((d) => d.name === document)));
    return [...(steps ?? []), ...carrying].map((u) => u.name);
}
