import type { Arrow, FlowNode, Group, Phase, Process } from '../model/process.js';

/** A way that a case goes, from what it does to what it does next; without `from` it comes from anywhere. */
export interface Way {
    readonly from?: FlowNode;
    readonly to: FlowNode;
    readonly arrow: Arrow;
}

const ONWARD: ReadonlySet<Arrow['kind']> = new Set(['next', 'branch', 'otherwise']);

/**
 * The arrows of a process between what a case does: one to a group or phase leads to what comes first in it, one that
 * goes on behind it comes from what completes it, and any other (a term, an escalation) from all that is in it.
 */
export function waysBetweenSteps(process: Process): readonly Way[] {
    const inside = insideOf(process);
    const first = firstIn(process, inside);
    const returning = new Set(process.interrupts.flatMap((i) => (i.resume && i.target ? [i.target.node.name] : [])));
    const goingOn = new Set(process.arrows.flatMap(({ from, kind }) => (from && ONWARD.has(kind) ? [from] : [])));
    const last = (node: Group | Phase) =>
        inside.in(node).filter(({ name, kind }) => kind !== 'end' && !goingOn.has(name) && !returning.has(name));
    return process.arrows.flatMap((arrow) => {
        const [from, to] = [inside.named(arrow.from), inside.named(arrow.to)];
        if (!to) {
            return [];
        }
        const begins = inside.within(to, first);
        const leaves =
            from && inside.within(from, ONWARD.has(arrow.kind) || arrow.kind === 'repeat' ? last : inside.in);
        return begins.flatMap((to) => leaves?.map((from) => ({ from, to, arrow })) ?? [{ to, arrow }]);
    });
}

/** What a case comes to when it begins. */
export function comesFirst(process: Process): readonly FlowNode[] {
    const inside = insideOf(process);
    const start = inside.named(process.start);
    return start ? inside.within(start, firstIn(process, inside)) : [];
}

/** Where a case begins in a group or phase. */
function firstIn(
    { interrupts }: Process,
    inside: ReturnType<typeof insideOf>,
): (node: Group | Phase) => readonly FlowNode[] {
    const interrupting = new Set(interrupts.flatMap((i) => i.target?.node.name ?? []));
    return (node) => {
        const going = inside
            .in(node)
            .filter(({ name, kind }) => kind !== 'end' && kind !== 'escalation' && !interrupting.has(name));
        return node.kind === 'phase' ? going.slice(0, 1) : going;
    };
}

/** What a case does in a node: the node itself, or all that is in a group or phase. */
export function doneIn(process: Process, node: FlowNode): ReadonlySet<string> {
    const inside = insideOf(process);
    return new Set(inside.within(node, inside.in).map(({ name }) => name));
}

function insideOf({ nodes }: Process) {
    const byName = new Map(nodes.map((n) => [n.name, n]));
    const inNode = ({ children }: Group | Phase) => children.flatMap((name) => byName.get(name) ?? []);
    /** Of a group or phase with something in it what `next` finds, and in that again; of any other node itself. */
    const within = (node: FlowNode, next: (container: Group | Phase) => readonly FlowNode[]): readonly FlowNode[] =>
        (node.kind === 'group' || node.kind === 'phase') && node.children.length > 0
            ? next(node).flatMap((child) => within(child, next))
            : [node];
    return {
        named: (name: string | undefined) => (name === undefined ? undefined : byName.get(name)),
        in: inNode,
        within,
    };
}
