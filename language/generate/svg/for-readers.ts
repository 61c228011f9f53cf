import type { Guard } from '../../model/protocol.js';
import { conditionsText } from '../../messages/wording.js';
import type { Language } from '../../text/bilingual.js';
import type { Flow, GraphNode, Trigger, WorkflowGraph } from '../../workflow/graph.js';

/**
 * A workflow graph as people read it: without what only an engine needs. Nothing is said that the graph does not say, and
 * no element of the protocol is left out.
 * - Counting, and points at which ways come together, are no nodes: their flows go on to what is behind.
 * - That each step asks whether `altijd als` holds is said once, by what it starts.
 * - What a choice is about stands on the ways that leave it.
 * - Waiting for a `pas als` is a condition on the way to the step, group or phase; for the `klaar als` of a group or phase one
 *   on the way out of it.
 * - Where the protocol does not say how it goes on, each way has an end of its own, and a handover one for all its ways.
 * - An end, which nobody does, stands with who does what comes before it.
 */
export function forReaders(graph: WorkflowGraph, language: Language): WorkflowGraph {
    const draft: Draft = { nodes: new Map(graph.nodes.map((n) => [n.id, n])), flows: [...graph.flows] };
    for (const node of graph.nodes) {
        if (raises(graph, node)) {
            remove(draft, node.id);
        }
    }
    for (const node of graph.nodes) {
        if (node.kind === 'task' && node.work === 'wait') {
            sayWhatIsWaitedFor(draft, node, language);
            removeWaiting(draft, node);
        }
    }
    for (const node of graph.nodes) {
        if (node.kind === 'set' || (node.kind === 'gateway' && node.gateway !== 'split' && node.gateway !== 'join')) {
            leaveOut(draft, node);
        }
    }
    for (const node of graph.nodes) {
        if (node.kind === 'task' && draft.nodes.has(node.id)) {
            sayWhenItMayBegin(draft, node, language);
        }
    }
    for (const node of draft.nodes.values()) {
        if (node.kind === 'gateway' && node.label !== '') {
            draft.nodes.set(node.id, { ...node, label: '' });
        }
    }
    endApart(draft);
    for (const node of draft.nodes.values()) {
        if (node.kind === 'end') {
            draft.nodes.set(node.id, { ...node, lane: laneBefore(draft, node.id) ?? node.lane });
        }
    }
    const { nodes } = draft;
    // a band in which nothing is left is none
    const used = graph.lanes.flatMap((_, i) => ([...nodes.values()].some((n) => n.lane === i) ? [i] : []));
    return {
        ...graph,
        lanes: used.flatMap((i) => graph.lanes[i] ?? []),
        nodes: [...nodes.values()].map((n) => ({ ...n, lane: used.indexOf(n.lane) })),
        flows: draft.flows.filter((f) => nodes.has(f.from) && nodes.has(f.to)),
    };
}

interface Draft {
    readonly nodes: Map<string, GraphNode>;
    flows: Flow[];
}

/** Only tells an event subprocess that it begins. */
function raises({ nodes }: WorkflowGraph, node: GraphNode): boolean {
    const name = node.kind === 'end' && node.outcome === undefined ? nameOf(node.trigger) : undefined;
    const begins = (n: GraphNode) => n.kind === 'start' && nameOf(n.trigger) === name;
    return node.kind === 'throw' || (name !== undefined && nodes.some(begins));
}

function nameOf(trigger: Trigger | undefined): string | undefined {
    return trigger && trigger.kind !== 'timer' ? trigger.name : undefined;
}

function remove(draft: Draft, id: string): void {
    draft.nodes.delete(id);
    draft.flows = draft.flows.filter((f) => f.from !== id && f.to !== id);
}

/** Writes what a group or phase waits for on the way to where it goes on. */
function sayWhatIsWaitedFor(draft: Draft, wait: GraphNode & { kind: 'task' }, language: Language): void {
    const [guard] = wait.guards;
    const gate = draft.nodes.get(draft.flows.find((f) => f.from === wait.id)?.to ?? '');
    if (!guard || gate?.kind !== 'gateway') {
        return;
    }
    const label = inWords(wait.guards, language);
    draft.flows = draft.flows.map((f) => (f.from === gate.id && f.to !== wait.id ? { ...f, label } : f));
    // nothing is chosen there, so what stands on its way out stays there
    draft.nodes.set(gate.id, { ...gate, gateway: 'merge' });
}

function inWords(guards: readonly Guard[], language: Language): string {
    const nl = language === 'nl';
    const conditions = conditionsText(
        guards.map((g) => g.condition),
        language,
    );
    const isDone = guards[0]?.kind === 'done-when';
    return `${isDone ? (nl ? 'klaar als' : 'done when') : nl ? 'pas als' : 'only when'} ${conditions}`;
}

/** Takes away a task that only waits, with what can happen meanwhile where that can happen to the step as well. */
function removeWaiting(draft: Draft, wait: GraphNode): void {
    const events = [...draft.nodes.values()].filter((n) => n.kind === 'boundary' && n.on === wait.id);
    const twins = [...draft.nodes.values()].filter(
        (n) => n.kind === 'boundary' && n.on !== wait.id && draft.nodes.get(n.on)?.element === wait.element,
    );
    const isTwin = (event: GraphNode) => twins.some((t) => t.label === event.label && event.label !== '');
    if (events.every(isTwin)) {
        events.forEach((e) => {
            remove(draft, e.id);
        });
        remove(draft, wait.id);
    }
}

/** Joins each flow to a node with the one that leaves it, where there is one only. */
function leaveOut(draft: Draft, node: GraphNode): void {
    const coming = draft.flows.filter((f) => f.to === node.id);
    const [going, ...others] = draft.flows.filter((f) => f.from === node.id);
    if (!going || others.length > 0 || coming.length === 0 || going.to === node.id) {
        return;
    }
    const isWay = node.kind === 'gateway' && node.gateway === 'decide';
    const behind = draft.nodes.get(going.to);
    const isMoment = node.kind === 'set' && node.sets.every((s) => s.to.type === 'after');
    if (node.kind === 'set' && !isMoment && behind?.kind === 'end' && behind.label === '') {
        // it ends here because it goes on elsewhere
        draft.nodes.set(behind.id, { ...behind, label: node.label });
    }
    draft.nodes.delete(node.id);
    draft.flows = draft.flows.flatMap((f) => {
        if (f === going) {
            return [];
        }
        if (f.to !== node.id) {
            return [f];
        }
        const labels = [f.label, isWay || going.otherwise ? '' : going.label].filter((l) => l !== '');
        return [{ ...f, to: going.to, label: labels.join('; ') }];
    });
}

/** Writes what must be so before a task begins on the ways to it that say nothing else; where each says something, behind that. */
function sayWhenItMayBegin(draft: Draft, task: GraphNode & { kind: 'task' }, language: Language): void {
    const guards = task.guards.filter((g) => g.kind === 'only-when');
    if (guards.length === 0 || task.work !== 'step') {
        return;
    }
    const words = inWords(guards, language);
    const isSilent = draft.flows.some((f) => f.to === task.id && f.label === '');
    draft.flows = draft.flows.map((f) =>
        f.to === task.id && (f.label === '' || !isSilent)
            ? { ...f, label: f.label === '' ? words : `${f.label}; ${words}` }
            : f,
    );
}

/** An end that is no element of the protocol, for each way to it; for all that one handover leads to it one. */
function endApart(draft: Draft): void {
    const handovers = new Set(
        [...draft.nodes.values()].flatMap((n) => (n.kind === 'task' && n.handover ? n.element : [])),
    );
    const wayOf = ({ from }: Flow): string => {
        const element = draft.nodes.get(from)?.element;
        return element !== undefined && handovers.has(element) ? element : from;
    };
    for (const node of [...draft.nodes.values()]) {
        if (node.kind !== 'end' || node.element !== undefined || node.outcome !== undefined) {
            continue;
        }
        const ways = [
            ...Map.groupBy(
                draft.flows.filter((f) => f.to === node.id),
                wayOf,
            ).values(),
        ];
        ways.forEach((flows, index) => {
            const id = index === 0 ? node.id : freeId(draft, node.id);
            const [first] = flows;
            draft.nodes.set(id, { ...node, id, lane: (first && laneOf(draft, first.from)) ?? node.lane });
            draft.flows = draft.flows.map((f) => (flows.includes(f) ? { ...f, to: id } : f));
        });
    }
}

/** The id with the first number behind it that no node has. */
function freeId({ nodes }: Draft, wanted: string): string {
    for (let n = 2; ; n++) {
        const id = `${wanted}_${String(n)}`;
        if (!nodes.has(id)) {
            return id;
        }
    }
}

/** The lane of all that leads to a node, if that is one; nobody does an end. */
function laneBefore(draft: Draft, id: string): number | undefined {
    const lanes = new Set(draft.flows.flatMap((f) => (f.to === id ? (laneOf(draft, f.from) ?? []) : [])));
    return lanes.size === 1 ? [...lanes][0] : undefined;
}

function laneOf({ nodes }: Draft, id: string): number | undefined {
    const node = nodes.get(id);
    return node?.kind === 'boundary' ? nodes.get(node.on)?.lane : node?.lane;
}
