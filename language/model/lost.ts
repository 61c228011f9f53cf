import type { StatedProcess } from './build-process.js';
import type { Arrow, FlowNode, Process } from './process.js';
import type { Condition, Deadline, Handover, Lost, Target } from './protocol.js';

/** Where a way leads once nodes are dropped: the same target where it is still there, and undefined where nobody says. */
export type Detour = (target: Target | undefined) => Target | undefined;

/**
 * The ways around nodes that are gone: a way to one leads where that node led, when it had one way only. Otherwise
 * nobody says where, and there is no target.
 *
 * @param arrows of the process in which the nodes still were
 */
export function detourOf(gone: ReadonlyMap<string, string>, arrows: readonly Arrow[]): Detour {
    const onward = Map.groupBy(gone.size === 0 ? [] : arrows.filter(isOnward), (a) => a.from);
    return (target) => {
        if (!target || !gone.has(target.node.name)) {
            return target;
        }
        let name: string | undefined = target.node.name;
        const seen = new Set<string>();
        while (name !== undefined && gone.has(name) && !seen.has(name)) {
            seen.add(name);
            const [only, ...others]: readonly Arrow[] = onward.get(name) ?? [];
            name = only?.kind === 'next' && others.length === 0 ? only.to : undefined;
        }
        return name === undefined || gone.has(name) ? undefined : { ...target, node: { ...target.node, name } };
    };
}

/** A term whose `anders` leads around what is gone. */
export function leadAround(deadline: Deadline, detour: Detour): Deadline {
    const { otherwise, ...rest } = deadline;
    const next = detour(otherwise);
    return otherwise === undefined || next === otherwise
        ? deadline
        : { ...rest, ...(next ? { otherwise: next } : {}), insteadOf: otherwise.node.name };
}

function isOnward({ kind }: Arrow): boolean {
    return kind === 'next' || kind === 'branch' || kind === 'otherwise';
}

interface Dropping {
    readonly base: Process;
    readonly own: StatedProcess | undefined;
    readonly ownNames: ReadonlySet<string>;
    /** from each node that is gone to what is dropped */
    readonly gone: ReadonlyMap<string, string>;
    readonly detour: Detour;
}

/** What an `aanpak` loses with the nodes that are dropped: see {@link Lost}. Nodes that are named again lose nothing. */
export function lostInProcess({ base, own, ownNames, gone, detour }: Dropping): Lost[] {
    const causeOf = (name: string) => gone.get(name) ?? name;
    const ways = (node: Exclude<FlowNode, { kind: 'end' }>): Lost[] => [
        ...node.branches.flatMap((b) => rerouted('branch', node.name, b.target, b)),
        ...node.deadlines.flatMap((d) => rerouted('deadline', node.name, d.otherwise, d)),
    ];
    const rerouted = (kind: Lost['kind'], element: string, target: Target | undefined, { at }: Pick<Lost, 'at'>) =>
        reroutedWay(kind, element, target, at, { gone, detour });
    const nodes = base.nodes.flatMap((node): Lost[] => {
        const { name, nameAt: at } = node;
        const cause = gone.get(name);
        if (cause !== undefined && cause !== name) {
            return [{ kind: 'inside', dropped: cause, element: name, at }];
        }
        if (node.kind === 'end' || ownNames.has(name)) {
            return [];
        }
        if (cause !== undefined) {
            const before = base.arrows.find((a) => a.to === name && a.implied && !gone.has(a.from ?? ''))?.from;
            const kind = before !== undefined ? 'ways' : isFirst(base, node) ? 'start' : undefined;
            return kind && node.branches.length > 0
                ? [{ kind, dropped: cause, element: before ?? name, at: node.nextAt ?? node.branches[0]?.at ?? at }]
                : [];
        }
        return [...ways(node), ...(node.kind === 'escalation' ? noBeginning(node, gone) : [])];
    });
    const restated = new Set((own?.interrupts ?? []).map(conditionKey));
    const interrupts = base.interrupts
        .filter((i) => !restated.has(conditionKey(i)))
        .flatMap(({ target, at }): Lost[] => {
            const name = target?.node.name;
            return name !== undefined && gone.has(name)
                ? [{ kind: 'interrupt', dropped: causeOf(name), element: name, at }]
                : [];
        });
    return [...nodes, ...interrupts];
}

/** Whether a case begins at a node, or a phase does. */
function isFirst({ start, nodes }: Process, { name, parent }: FlowNode): boolean {
    const around = nodes.find((n) => n.name === parent);
    return name === start || (around?.kind === 'phase' && around.children[0] === name);
}

/** What an inherited handover loses with the nodes that are dropped. */
export function lostInHandover(
    handover: Handover,
    { gone, detour }: { readonly gone: ReadonlyMap<string, string>; readonly detour: Detour },
): Lost[] {
    return [
        ...noBeginning(handover, gone),
        ...handover.whenAbsent.flatMap((w) => reroutedWay('absent', handover.name, w.target, w.at, { gone, detour })),
        ...handover.deadlines.flatMap((d) =>
            reroutedWay('deadline', handover.name, d.otherwise, d.at, { gone, detour }),
        ),
    ];
}

function reroutedWay(
    kind: Lost['kind'],
    element: string,
    target: Target | undefined,
    at: Lost['at'],
    { gone, detour }: { readonly gone: ReadonlyMap<string, string>; readonly detour: Detour },
): Lost[] {
    const dropped = target && gone.get(target.node.name);
    if (dropped === undefined) {
        return [];
    }
    const to = detour(target)?.node.name;
    return [{ kind, dropped, element, ...(to === undefined ? {} : { to }), at }];
}

/** What began at dropped nodes only now begins nowhere. */
function noBeginning(
    { name, fromNodes }: Pick<Handover, 'name' | 'fromNodes'>,
    gone: ReadonlyMap<string, string>,
): Lost[] {
    const [first] = fromNodes;
    const dropped = first && gone.get(first.name);
    return first && dropped !== undefined && fromNodes.every((f) => gone.has(f.name))
        ? [{ kind: 'from', dropped, element: name, at: first.at }]
        : [];
}

/** A condition as plain text, so that two that say the same are the same. */
export function conditionKey({ condition }: { readonly condition: Condition }): string {
    return JSON.stringify(condition, (key, value: unknown) => (key === 'at' ? undefined : value));
}
