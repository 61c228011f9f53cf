import type { Arrow, End, FlowNode } from './process.js';
import type { Handover } from './protocol.js';
import { isNextOpen, startsAfterOf } from './queries.js';

/** How a node stands among the others: what the order of the text implies. */
export interface Order {
    readonly byName: ReadonlyMap<string, FlowNode>;
    /** From a node to the one that follows it in the text, where order counts. */
    readonly following: ReadonlyMap<string, string>;
}

/** The arrows on which a handover can take place. */
const PLACED: ReadonlySet<Arrow['kind']> = new Set(['next', 'branch', 'otherwise']);

/**
 * The arrows with the handovers that take place on them: those that leave a node of a handover's `vanuit` for a step of
 * the receiving role or of one that the same person fills, or for an end when that role has no step; for the ends that its `naar einde` names, where it does;
 * and for work that says that it begins after that handover, whoever does it. A step that ends its phase or group is left
 * on the arrow of that phase or group; a phase or group is entered at its first step, or at all of them.
 *
 * @param personOf from the name of a role to that of the role that stands for who surely fills it
 */
export function placeHandovers(
    arrows: readonly Arrow[],
    handovers: readonly Handover[],
    order: Order,
    personOf: (role: string) => string,
): Arrow[] {
    if (handovers.length === 0) {
        return [...arrows];
    }
    const { byName } = order;
    const peopleAt = (node: FlowNode) => [...executorsAtEntry(node, byName)].map(personOf);
    let withStep: ReadonlySet<string> | undefined;
    const hasStep = (role: string) => {
        withStep ??= new Set([...byName.values()].filter((n) => n.kind === 'step').flatMap(peopleAt));
        return withStep.has(personOf(role));
    };
    const leaving = new Map<string, Handover[]>();
    for (const handover of handovers) {
        for (const from of handover.fromNodes) {
            const others = leaving.get(from.name);
            if (others) {
                others.push(handover);
            } else {
                leaving.set(from.name, [handover]);
            }
        }
    }
    return arrows.map((arrow) => {
        const target = arrow.to === undefined ? undefined : byName.get(arrow.to);
        const from = arrow.from === undefined ? undefined : byName.get(arrow.from);
        if (!from || !target || !PLACED.has(arrow.kind)) {
            return arrow;
        }
        const left = [...exits(from, order), ...containersLeft(from, target, byName)];
        const behind = new Set(left.flatMap((name) => leaving.get(name) ?? []));
        if (behind.size === 0) {
            return arrow;
        }
        const people = new Set(peopleAt(target));
        const here = handovers.filter(
            (handover) =>
                behind.has(handover) &&
                (beginsBehind(target, handover, byName) ||
                    (handover.toEnds.length > 0
                        ? handover.toEnds.some((end) => end.name === target.name)
                        : target.kind === 'end'
                          ? !target.onRefusal && (handover.to === undefined || !hasStep(handover.to.name))
                          : handover.to !== undefined && people.has(personOf(handover.to.name)))),
        );
        return here.length === 0 ? arrow : { ...arrow, handovers: here.map((h) => h.name) };
    });
}

/** Whether a case can get through a node by its end: of a group or phase, when some node in it leads there. */
export function completes(node: FlowNode, order: Order): boolean {
    return isContainer(node) && node.children.length > 0 ? exits(node, order).size > 1 : node.kind !== 'end';
}

/** A node, and inside a group or phase also the nodes behind which it is completed. */
function exits(node: FlowNode, order: Order, around: ReadonlySet<string> = new Set()): Set<string> {
    const found = new Set([node.name]);
    if (!isContainer(node) || around.has(node.name)) {
        return found;
    }
    const inside = new Set(around).add(node.name);
    for (const child of childrenOf(node, order.byName)) {
        const stops =
            child.kind === 'end' || child.branches.length > 0 || isNextOpen(child) || order.following.has(child.name);
        if (stops) {
            continue;
        }
        const inner = exits(child, order, inside);
        if (!isContainer(child) || child.children.length === 0 || inner.size > 1) {
            inner.forEach((name) => found.add(name));
        }
    }
    return found;
}

/** The groups and phases around a node that an arrow to the target leads out of. */
function containersLeft(from: FlowNode, target: FlowNode, byName: ReadonlyMap<string, FlowNode>): string[] {
    const around = containersOf(target, byName);
    return containersOf(from, byName).filter((name) => !around.includes(name) && name !== target.name);
}

function containersOf(node: FlowNode, byName: ReadonlyMap<string, FlowNode>): string[] {
    const result: string[] = [];
    for (
        let parent = node.parent;
        parent !== undefined && !result.includes(parent);
        parent = byName.get(parent)?.parent
    ) {
        result.push(parent);
    }
    return result;
}

/** The roles that execute a node when a case comes to it; where a step names none, those of its activities. */
function executorsAtEntry(node: FlowNode, byName: ReadonlyMap<string, FlowNode>): Set<string> {
    return new Set(
        worksAtEntry(node, byName).flatMap(({ performers, activities }) => {
            const own = performers.flatMap((p) => p.performers);
            const all = own.length > 0 ? own : activities.flatMap((a) => a.performers.flatMap((p) => p.performers));
            return all.map((r) => r.name);
        }),
    );
}

/** Whether work that a case comes to says that it always begins after a handover (`begint 3 maanden na …`). */
function beginsBehind(node: FlowNode, { name }: Handover, byName: ReadonlyMap<string, FlowNode>): boolean {
    return worksAtEntry(node, byName).some((work) =>
        startsAfterOf(work).some(
            ({ after, modality }) => !modality && after.type === 'handover' && after.handover.name === name,
        ),
    );
}

/** The work that a case does first at a node: the node itself, or what is first in a phase, or all that is in a group. */
function worksAtEntry(node: FlowNode, byName: ReadonlyMap<string, FlowNode>, seen = new Set<string>()): Work[] {
    if (seen.has(node.name)) {
        return [];
    }
    seen.add(node.name);
    if (node.kind === 'step' || node.kind === 'escalation') {
        return [node];
    }
    const inside = childrenOf(node, byName).filter((c) => c.kind === 'step' || isContainer(c));
    const first = node.kind === 'phase' ? inside.slice(0, 1) : inside;
    return first.flatMap((child) => worksAtEntry(child, byName, seen));
}

type Work = Extract<FlowNode, { readonly kind: 'step' | 'escalation' }>;

function childrenOf(node: FlowNode, byName: ReadonlyMap<string, FlowNode>): FlowNode[] {
    return isContainer(node) ? node.children.flatMap((name) => byName.get(name) ?? []) : [];
}

function isContainer(node: FlowNode): node is Exclude<FlowNode, End> & { readonly children: readonly string[] } {
    return node.kind === 'group' || node.kind === 'phase';
}
