import type { StatedProcess } from './build-process.js';
import { completes, placeHandovers } from './place-handovers.js';
import type { Arrow, End, FlowNode, Process } from './process.js';
import { isNextOpen, isOpen, surePersonByRole } from './queries.js';
import type { Condition, Handover, Modality, Place, Rerouted, Role, Stated, Target } from './protocol.js';
import type { Value } from './values.js';

/** The name of the end that nobody wrote, unless something else has it. */
const IMPLICIT_END = 'einde';

/**
 * Adds to a process what its order and its statements imply: the ways from node to node, the implicit end, the start.
 *
 * - Without `daarna` a node goes to the next one in the text, in the same group or phase; the last one of a group or
 *   phase completes it; the last one of all goes to the only `einde`, or to an implicit one.
 * - A node that an `altijd als` goes to stands outside that order, like an escalation; with `hervat daarna` it returns.
 *   Whether it does may be unknown; then it is not said what comes behind it.
 * - Nodes of a group have no order among themselves.
 * - An escalation is reached from the nodes in its `vanuit`; an end is reached by being named, or by being the only one.
 * - A handover takes place on the arrows that leave a node of its `vanuit` for a step of the receiving role (or of one
 *   that the same person fills), or for an end when that role has no step; for the ends behind `naar einde` where it names some; and for work that begins after it (`begint … na`).
 */
export function addFlow(stated: StatedProcess, handovers: readonly Handover[], roles: readonly Role[]): Process {
    const interrupting = new Map(
        stated.interrupts.flatMap((i) => (i.target ? [[i.target.node.name, i] as const] : [])),
    );
    const inOrder = stated.nodes.filter((n) => isInSequence(n) && !interrupting.has(n.name));
    const first = inOrder.find((n) => n.parent === undefined);
    const arrows: Arrow[] = [];
    const byName = new Map(stated.nodes.map((n) => [n.name, n]));
    const ends = stated.nodes.filter((n) => n.kind === 'end');
    const following = nextInText(inOrder, byName);
    let implicitEnd: End | undefined;

    for (const node of stated.nodes) {
        if (node.kind === 'end') {
            continue;
        }
        addStatedArrows(node, arrows);
        if (node.branches.length > 0 || isNextOpen(node)) {
            // `daarna: onbekend` beside another `daarna` is a way of its own
            if (node.branches.length === 0 || node.next.some((n) => isOpen(n.value))) {
                arrows.push({
                    from: node.name,
                    kind: 'next',
                    handovers: [],
                    implied: false,
                    at: node.nextAt ?? node.nameAt,
                });
            }
            continue;
        }
        if (
            node.kind === 'escalation' ||
            interrupting.get(node.name)?.resume ||
            !completes(node, { byName, following })
        ) {
            continue;
        }
        const unsettled = interrupting.get(node.name);
        if (unsettled?.resumeValue) {
            arrows.push({ from: node.name, kind: 'next', handovers: [], implied: false, at: unsettled.at });
            continue;
        }
        const next = following.get(node.name);
        if (next !== undefined) {
            arrows.push({ from: node.name, to: next, kind: 'next', handovers: [], implied: true, at: node.nameAt });
        } else if (node.parent === undefined) {
            if (ends.length === 0) {
                implicitEnd ??= makeImplicitEnd(freeName(IMPLICIT_END, byName), node.at);
            }
            const only = ends.length === 1 ? ends[0] : implicitEnd;
            const to = only?.name;
            arrows.push({
                from: node.name,
                ...(to === undefined ? {} : { to }),
                kind: 'next',
                handovers: [],
                implied: true,
                at: node.nameAt,
            });
        }
    }
    for (const interrupt of stated.interrupts) {
        const { condition, at } = interrupt;
        const said = { condition, ...firm(interrupt.modality), handovers: [], implied: false, at };
        arrows.push(toTarget({ kind: 'interrupt', ...said }, interrupt.target));
    }
    const nodes = implicitEnd ? [...stated.nodes, implicitEnd] : stated.nodes;
    const order = { byName: new Map(nodes.map((n) => [n.name, n])), following };
    const placed = placeHandovers(arrows, handovers, order, surePersonByRole(roles));
    return {
        ...stated,
        nodes,
        arrows: [...placed, ...fallbacks(handovers, placed)],
        ...(first ? { start: first.name } : {}),
    };
}

function isInSequence(node: FlowNode): boolean {
    return node.kind === 'step' || node.kind === 'group' || node.kind === 'phase';
}

/** For each node the one that follows it in the text inside the same container, where order counts. */
function nextInText(order: readonly FlowNode[], byName: ReadonlyMap<string, FlowNode>): Map<string, string> {
    const last = new Map<string | undefined, string>();
    const result = new Map<string, string>();
    for (const node of order) {
        const container = node.parent === undefined ? undefined : byName.get(node.parent);
        if (container?.kind !== 'group') {
            const previous = last.get(node.parent);
            if (previous !== undefined) {
                result.set(previous, node.name);
            }
            last.set(node.parent, node.name);
        }
    }
    return result;
}

type Going = Exclude<FlowNode, End>;

/** The arrows that the node's own statements say. */
function addStatedArrows(node: Going, into: Arrow[]): void {
    const [daarna, ...more] = node.next;
    const ofAll = more.length === 0 ? daarna?.modality : undefined;
    for (const branch of node.branches) {
        const kind = branch.otherwise ? 'otherwise' : branch.condition ? 'branch' : 'next';
        const arrow: Arrow = {
            from: node.name,
            kind,
            ...(branch.condition ? { condition: branch.condition } : {}),
            ...firm(branch.modality ?? ofAll),
            handovers: [],
            ...routed(branch),
            at: branch.at,
        };
        into.push(toTarget(arrow, branch.target));
    }
    for (const repeat of node.repeats) {
        const bound = repeat.bound?.type === 'quantity' ? repeat.bound.high : undefined;
        into.push({
            from: node.name,
            to: node.name,
            kind: 'repeat',
            ...(repeat.until ? { condition: { type: 'not' as const, operand: repeat.until } } : {}),
            ...firm(repeat.modality),
            ...(bound === undefined ? {} : { atMost: bound }),
            handovers: [],
            implied: false,
            at: repeat.at,
        });
    }
    for (const deadline of node.deadlines) {
        if (deadline.otherwise ?? deadline.otherwiseValue) {
            into.push(
                toTarget(
                    {
                        from: node.name,
                        kind: 'deadline',
                        ...firm(deadline.modality),
                        handovers: [],
                        ...routed(deadline),
                        at: deadline.at,
                    },
                    deadline.otherwise,
                ),
            );
        }
    }
    if (node.kind === 'escalation') {
        const condition = anyOf(node.when.map((w) => w.condition));
        for (const from of node.fromNodes) {
            into.push({
                from: from.name,
                to: node.name,
                kind: 'escalation',
                ...(condition ? { condition } : {}),
                ...firm(from.modality),
                handovers: [],
                implied: false,
                at: from.at,
            });
        }
    }
}

function routed({ insteadOf }: Rerouted): Pick<Arrow, 'implied' | 'insteadOf'> {
    return insteadOf === undefined ? { implied: false } : { implied: true, insteadOf };
}

function firm(modality: Modality | undefined): Pick<Arrow, 'modality'> {
    return modality ? { modality } : {};
}

/** Of several reasons any one is enough. */
function anyOf(conditions: readonly Condition[]): Condition | undefined {
    return conditions.length === 0 ? undefined : conditions.reduce((left, right) => ({ type: 'or', left, right }));
}

/** Without target an arrow leads nobody knows where. */
function toTarget(arrow: Arrow, target: Target | undefined): Arrow {
    if (!target) {
        return arrow;
    }
    return {
        ...arrow,
        to: target.node.name,
        ...(target.modality && { toModality: target.modality }),
        ...(target.atMost === undefined ? {} : { atMost: target.atMost }),
        ...(target.atMostValue && { atMostValue: target.atMostValue }),
    };
}

/**
 * Where a case goes when a handover is not confirmed, or its term runs out: from where it takes place, which of a step that
 * ends its phase is that phase; from its `vanuit` where it takes place nowhere.
 */
function fallbacks(handovers: readonly Handover[], placed: readonly Arrow[]): Arrow[] {
    const leaving = new Map<string, Set<string>>();
    for (const { from, handovers: names } of placed) {
        if (from !== undefined) {
            names.forEach((name) => leaving.set(name, (leaving.get(name) ?? new Set()).add(from)));
        }
    }
    const one = (
        handover: Handover,
        target: Target | undefined,
        value: Value | undefined,
        stated: Stated & Rerouted & { readonly modality?: Modality; readonly otherwise?: unknown },
    ) =>
        (target ?? (value?.type === 'unknown' || value?.type === 'local'))
            ? [...(leaving.get(handover.name) ?? handover.fromNodes.map((from) => from.name))].map((from): Arrow =>
                  toTarget(
                      {
                          from,
                          kind: 'fallback',
                          ...firm(stated.modality),
                          handovers: [handover.name],
                          ...(stated.otherwise === true && { otherwise: true }),
                          ...routed(stated),
                          at: stated.at,
                      },
                      target,
                  ),
              )
            : [];
    return handovers.flatMap((h) => [
        ...h.whenAbsent.flatMap((w) => one(h, w.target, w.value, w)),
        ...h.deadlines.flatMap((d) => one(h, d.otherwise, d.otherwiseValue, d)),
    ]);
}

/** A name that nothing has: the given one, or with a number behind it. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
    let free = name;
    for (let n = 2; taken.has(free); n++) {
        free = `${name}-${String(n)}`;
    }
    return free;
}

function makeImplicitEnd(name: string, at: Place): End {
    return {
        kind: 'end',
        name,
        nameAt: at,
        successful: false,
        onRefusal: false,
        flags: [],
        implicit: true,
        statements: [],
        remarks: [],
        contradictions: [],
        provenance: [],
        at,
    };
}
