import type { StatedProcess } from './build-process.js';
import { overlay } from './overlay.js';
import type { Branch, Escalation, FlowNode, Interrupt, Process } from './process.js';
import { conditionKey, detourOf, leadAround, lostInProcess, type Detour } from './lost.js';
import type { Lost } from './protocol.js';
import { isUnnamedGroup } from './unnamed-groups.js';
import type { Value } from './values.js';

/** A process with what it inherits, and what got lost on the way. */
export interface InheritedProcess {
    readonly process?: StatedProcess;
    /** from each node that is gone to the node that is dropped: itself, or the group or phase around it */
    readonly gone: ReadonlyMap<string, string>;
    readonly detour: Detour;
    readonly lost: readonly Lost[];
}

/**
 * The process of a local working-out: the nodes of what it refines, in that order, without those that it drops and with
 * its own in their place. A new node comes behind the one that precedes it in the local text. What the local `aanpak`
 * says about entry, contacts and staffing replaces what it inherits of that.
 *
 * @param dropped the names of the nodes that it drops
 * @param baseName the interventie that it refines
 */
export function inheritProcess(
    own: StatedProcess | undefined,
    base: Process | undefined,
    dropped: ReadonlySet<string>,
    baseName: string,
): InheritedProcess {
    if (!base) {
        return { ...(own ? { process: own } : {}), gone: new Map(), detour: (target) => target, lost: [] };
    }
    const { arrows: _arrows, start: _start, ...stated } = base;
    const baseNodes = base.nodes.filter((n) => !(n.kind === 'end' && n.implicit));
    const ownNodes = withGroupsOfBase(own?.nodes ?? [], baseNodes);
    const ownNames = new Set(ownNodes.map((n) => n.name));
    const gone = allDropped(dropped, baseNodes, ownNames);
    const kept = baseNodes.filter((n) => !gone.has(n.name));
    const detour = detourOf(gone, base.arrows);
    const merged = overlay(
        ownNodes,
        kept.map((n) => without(n, gone, detour)),
        new Set(),
        baseName,
        precedents(ownNodes),
    );
    const parents = new Map(kept.map((n) => [n.name, n.parent]));
    const nodes = merged.map((n) => {
        // a step that is named again outside its group stays in its group
        const parent = n.parent ?? parents.get(n.name);
        return parent === undefined || n.parent === parent || gone.has(parent) ? n : { ...n, parent };
    });
    const children = Map.groupBy(nodes, (n) => n.parent);
    const process: StatedProcess = {
        ...stated,
        ...(own ?? {}),
        access: ownOr(own?.access, base.access),
        contactBudgets: ownOr(own?.contactBudgets, base.contactBudgets),
        deployment: ownOr(own?.deployment, base.deployment),
        interrupts: [
            ...(own?.interrupts ?? []),
            ...base.interrupts.filter((i) => !i.target || (!gone.has(i.target.node.name) && !restates(own, i))),
        ],
        nodes: nodes.map((n) =>
            isContainer(n) ? { ...n, children: (children.get(n.name) ?? []).map((c) => c.name) } : n,
        ),
    };
    const lost = gone.size === 0 ? [] : lostInProcess({ base, own, ownNames, gone, detour });
    return { process, gone, detour, lost };
}

/** Whether an `aanpak` itself says of the same condition that it leads to the same: how often, it then says as well. */
function restates(own: StatedProcess | undefined, inherited: Interrupt): boolean {
    return (own?.interrupts ?? []).some(
        (i) =>
            conditionKey(i) === conditionKey(inherited) &&
            i.target?.node.name === inherited.target?.node.name &&
            i.resume === inherited.resume,
    );
}

function ownOr<T>(own: readonly T[] | undefined, inherited: readonly T[]): readonly T[] {
    return own && own.length > 0 ? own : inherited;
}

/** For each node the one before it in the same group or phase of the text. */
function precedents(nodes: readonly FlowNode[]): Map<string, string | undefined> {
    const behind = new Map<string, string | undefined>();
    const last = new Map<string | undefined, string>();
    for (const node of nodes) {
        behind.set(node.name, last.get(node.parent) ?? node.parent);
        last.set(node.parent, node.name);
    }
    return behind;
}

/** What is dropped, with what stands in a dropped group or phase, unless the local text names it again. */
function allDropped(
    dropped: ReadonlySet<string>,
    nodes: readonly FlowNode[],
    own: ReadonlySet<string>,
): Map<string, string> {
    const known = new Set(nodes.map((n) => n.name));
    const gone = new Map([...dropped].filter((name) => known.has(name) && !own.has(name)).map((name) => [name, name]));
    // a group stands before what it contains
    for (const node of nodes) {
        const cause = node.parent === undefined ? undefined : gone.get(node.parent);
        if (cause !== undefined && !own.has(node.name) && !gone.has(node.name)) {
            gone.set(node.name, cause);
        }
    }
    return gone;
}

/**
 * The local nodes with groups that have no name in the text under the name of the group of the base that has the same
 * steps, and otherwise under a name that the base does not have.
 */
function withGroupsOfBase(own: readonly FlowNode[], base: readonly FlowNode[]): readonly FlowNode[] {
    const baseByName = new Map(base.map((n) => [n.name, n]));
    const taken = new Set([...base, ...own].map((n) => n.name));
    const renamed = new Map<string, string>();
    for (const node of own) {
        if (!isUnnamedGroup(node)) {
            continue;
        }
        const same = node.children
            .map((child) => baseByName.get(baseByName.get(child)?.parent ?? ''))
            .find((group) => group !== undefined && isUnnamedGroup(group) && group.mode === node.mode);
        if (same) {
            renamed.set(node.name, same.name);
        } else if (baseByName.has(node.name)) {
            const name = freeName(node.name, taken);
            taken.add(name);
            renamed.set(node.name, name);
        }
    }
    if (renamed.size === 0) {
        return own;
    }
    return own.map((node) => {
        const name = isUnnamedGroup(node) ? (renamed.get(node.name) ?? node.name) : node.name;
        const parent = node.parent === undefined ? undefined : (renamed.get(node.parent) ?? node.parent);
        return { ...node, name, ...(parent === undefined ? {} : { parent }) };
    });
}

/** A name for a group such as `groep-1`, with the next number that is free. */
function freeName(name: string, taken: ReadonlySet<string>): string {
    const kind = name.replace(/-\d+$/, '');
    let n = 1;
    while (taken.has(`${kind}-${String(n)}`)) {
        n++;
    }
    return `${kind}-${String(n)}`;
}

/** Where nobody says where a way leads. */
const NOWHERE: Value = { type: 'unknown' };

/** A node of the base without what is gone: where it went there, it goes on as the dropped node did. */
function without(node: FlowNode, gone: ReadonlyMap<string, string>, detour: Detour): FlowNode {
    if (node.kind === 'end' || gone.size === 0) {
        return node;
    }
    const branches = node.branches.map((branch): Branch => {
        const { target, ...rest } = branch;
        const next = detour(target);
        if (next === target) {
            return branch;
        }
        return { ...rest, ...(next ? { target: next } : { value: NOWHERE }), insteadOf: target?.node.name ?? '' };
    });
    const deadlines = node.deadlines.map((deadline) => leadAround(deadline, detour));
    const outgoing = { branches, deadlines };
    return node.kind === 'escalation'
        ? ({ ...node, ...outgoing, fromNodes: node.fromNodes.filter((f) => !gone.has(f.name)) } satisfies Escalation)
        : { ...node, ...outgoing };
}

function isContainer(node: FlowNode): node is Extract<FlowNode, { children: readonly string[] }> {
    return node.kind === 'group' || node.kind === 'phase';
}
