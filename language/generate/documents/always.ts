import type { Arrow, FlowNode, Process } from '../../model/process.js';

/** The steps that only what may come at any time (`altijd als`) leads to. */
export function setApart(process: Process): ReadonlySet<string> {
    const usual = reached(process, process.start === undefined ? [] : [process.start]);
    const sudden = process.interrupts.flatMap((i) => (i.target ? [i.target.node.name] : []));
    return new Set([...reached(process, sudden)].filter((name) => !usual.has(name)));
}

/**
 * Whether a case may come to a good end without this node. Within a phase it is asked of cases that come into the phase;
 * of what stands in a group nothing is said, since the group says it. False where no good end is reached at all.
 */
export function isSkippable(process: Process, node: FlowNode): boolean {
    const from = node.parent === undefined ? [process.start ?? ''] : entriesOf(process, node.parent);
    const good = goodEnds(process, from);
    const others = reached(process, from, [node.name]);
    return good.some((end) => others.has(end));
}

function goodEnds({ nodes, ...process }: Process, from: readonly string[]): readonly string[] {
    const all = reached({ nodes, ...process }, from);
    const ends = nodes.flatMap((n) => (n.kind === 'end' && all.has(n.name) && !n.onRefusal ? [n] : []));
    const successful = ends.filter((e) => e.successful);
    return (successful.length > 0 ? successful : ends).map((e) => e.name);
}

/** The nodes of a phase that a case first comes to: by the ways from what it comes to before that phase. */
function entriesOf(process: Process, phase: string): readonly string[] {
    const { nodes, arrows, start } = process;
    const inside = nodes.filter((n) => n.parent === phase).map((n) => n.name);
    const before = reached(process, start === undefined ? [] : [start], [phase, ...inside]);
    const into = arrows.filter((a) => before.has(a.from ?? '') && a.kind !== 'escalation');
    const entered = inside.filter((name) => name === start || into.some((a) => a.to === name));
    return entered.length > 0 ? entered : inside.slice(0, 1);
}

/** What a case may come to from these nodes, without passing others. */
function reached(
    { nodes, arrows }: Process,
    from: readonly string[],
    without: readonly string[] = [],
): ReadonlySet<string> {
    const byName = new Map(nodes.map((n) => [n.name, n]));
    const outOf = Map.groupBy(arrows.filter(isOnTheWay), (a) => a.from);
    const children = Map.groupBy(nodes, (n) => n.parent);
    const found = new Set<string>();
    const queue = [...from];
    for (const name of queue) {
        const node = byName.get(name);
        if (!node || found.has(name) || without.includes(name)) {
            continue;
        }
        found.add(name);
        const inside = children.get(name) ?? [];
        queue.push(...(node.kind === 'phase' ? inside.slice(0, 1) : inside).map((n) => n.name));
        queue.push(...leaving(node, byName, outOf, node.kind === 'phase' && inside.length > 0));
    }
    return found;
}

/** Where a case goes from a node: its own ways, or those of the group or phase that ends with it. */
function leaving(
    node: FlowNode,
    byName: ReadonlyMap<string, FlowNode>,
    outOf: ReadonlyMap<string | undefined, readonly Arrow[]>,
    isEntered: boolean,
): readonly string[] {
    if (isEntered) {
        return [];
    }
    for (let at: FlowNode | undefined = node; at; at = byName.get(at.parent ?? '')) {
        const own = outOf.get(at.name) ?? [];
        if (own.length > 0) {
            return own.flatMap((a) => (a.to === undefined ? [] : [a.to]));
        }
    }
    return [];
}

function isOnTheWay({ kind }: Arrow): boolean {
    return kind !== 'repeat' && kind !== 'interrupt';
}
