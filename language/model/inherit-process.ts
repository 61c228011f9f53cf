import type { StatedProcess } from './build-process.js';
import { overlay } from './overlay.js';
import type { Branch, Escalation, FlowNode, Group, Process } from './process.js';
import type { Deadline, Target } from './protocol.js';
import type { Value } from './values.js';

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
): StatedProcess | undefined {
    if (!base) {
        return own;
    }
    const { arrows: _arrows, start: _start, ...stated } = base;
    const baseNodes = base.nodes.filter((n) => !(n.kind === 'end' && n.implicit));
    const ownNodes = withGroupsOfBase(own?.nodes ?? [], baseNodes);
    const gone = allDropped(dropped, baseNodes, new Set(ownNodes.map((n) => n.name)));
    const kept = baseNodes.filter((n) => !gone.has(n.name));
    const detour = (target: Target | undefined) => around(target, gone, base);
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
    return {
        ...stated,
        ...(own ?? {}),
        access: ownOr(own?.access, base.access),
        contactBudgets: ownOr(own?.contactBudgets, base.contactBudgets),
        deployment: ownOr(own?.deployment, base.deployment),
        interrupts: [...(own?.interrupts ?? []), ...base.interrupts.filter((i) => !gone.has(i.target.node.name))],
        nodes: nodes.map((n) =>
            isContainer(n) ? { ...n, children: (children.get(n.name) ?? []).map((c) => c.name) } : n,
        ),
    };
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
function allDropped(dropped: ReadonlySet<string>, nodes: readonly FlowNode[], own: ReadonlySet<string>): Set<string> {
    const gone = new Set([...dropped].filter((name) => !own.has(name)));
    // a group stands before what it contains
    for (const node of nodes) {
        if (node.parent !== undefined && gone.has(node.parent) && !own.has(node.name)) {
            gone.add(node.name);
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

/** Whether a group got its name from build-process.ts: in the text it begins where its keyword begins. */
function isUnnamedGroup(node: FlowNode): node is Group {
    const [name, all] = [node.nameAt.range.start, node.at.range.start];
    return node.kind === 'group' && name.line === all.line && name.character === all.character;
}

/** Where nobody says where a way leads. */
const NOWHERE: Value = { type: 'unknown' };

/** A node of the base without what is gone: where it went there, it goes on as the dropped node did. */
function without(
    node: FlowNode,
    gone: ReadonlySet<string>,
    detour: (target: Target | undefined) => Target | undefined,
): FlowNode {
    if (node.kind === 'end' || gone.size === 0) {
        return node;
    }
    const branches = node.branches.map((branch): Branch => {
        const { target, ...rest } = branch;
        const next = detour(target);
        return next === undefined ? { value: NOWHERE, ...rest } : { ...rest, target: next };
    });
    const deadlines = node.deadlines.map((deadline): Deadline => {
        const { otherwise, ...rest } = deadline;
        const next = detour(otherwise);
        return next === undefined ? rest : { ...rest, otherwise: next };
    });
    const outgoing = { branches, deadlines };
    return node.kind === 'escalation'
        ? ({ ...node, ...outgoing, fromNodes: node.fromNodes.filter((f) => !gone.has(f.name)) } satisfies Escalation)
        : { ...node, ...outgoing };
}

/**
 * Where a way to a dropped node leads instead: where that node led, when it had one way only. Otherwise nobody says
 * where, and there is no target.
 */
function around(target: Target | undefined, gone: ReadonlySet<string>, base: Process): Target | undefined {
    let name = target?.node.name;
    const seen = new Set<string>();
    while (target && name !== undefined && gone.has(name) && !seen.has(name)) {
        seen.add(name);
        const [only, ...others] = base.arrows.filter(
            (a) => a.from === name && ['next', 'branch', 'otherwise'].includes(a.kind),
        );
        name = only?.kind === 'next' && others.length === 0 ? only.to : undefined;
    }
    return target && name !== undefined && !gone.has(name) ? { ...target, node: { ...target.node, name } } : undefined;
}

function isContainer(node: FlowNode): node is Extract<FlowNode, { children: readonly string[] }> {
    return node.kind === 'group' || node.kind === 'phase';
}
