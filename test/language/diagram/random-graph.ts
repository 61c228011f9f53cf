import type { Flow, GraphNode, WorkflowGraph } from '../../../language/workflow/graph.js';

/** A source of numbers below 1 that is the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

const WORDS =
    'gezin veiligheid kennismaken afsluiten van het plan evaluatie overdragen aan wijkteam ja nee crisis & <b>'.split(
        ' ',
    );

/**
 * A process of any shape: sequences, decisions, parallel blocks, loops, events on borders, subprocesses in subprocesses,
 * event subprocesses, and here and there a flow to anywhere.
 */
export function randomGraph(seed: number, size: number, lanes = 4): WorkflowGraph {
    const next = random(seed);
    const pick = (n: number) => Math.floor(next() * n);
    const nodes: GraphNode[] = [];
    const flows: Flow[] = [];
    const words = (most: number) => Array.from({ length: pick(most + 1) }, () => WORDS[pick(WORDS.length)]).join(' ');
    const id = (kind: string) => `${kind}_${String(nodes.length)}`;
    const base = (kind: string, scope: string | undefined, label: string) => ({
        id: id(kind),
        label,
        lane: pick(lanes),
        ...(scope !== undefined && { scope }),
    });
    const flow = (from: string, to: string, most = 0) => {
        flows.push({ id: `flow_${String(flows.length)}`, from, to, label: words(most) });
    };
    const task = (scope: string | undefined) => {
        const made = {
            ...base('task', scope, words(14)),
            kind: 'task' as const,
            work: 'step' as const,
            candidates: [],
            with: [],
            fills: [],
            requires: [],
            delivers: [],
            guards: [],
        };
        nodes.push(made);
        return made;
    };
    const gateway = (scope: string | undefined, kind: 'decide' | 'merge' | 'split' | 'join') => {
        const made = {
            ...base('gateway', scope, kind === 'decide' ? words(8) : ''),
            kind: 'gateway' as const,
            gateway: kind,
        };
        nodes.push(made);
        return made;
    };
    const end = (scope: string | undefined) => {
        const made = { ...base('end', scope, words(10)), kind: 'end' as const, terminates: next() < 0.5 };
        nodes.push(made);
        return made.id;
    };
    const events = (on: GraphNode, scope: string | undefined, targets: readonly string[]) => {
        while (next() < 0.25) {
            const { id: event, label } = base('event', scope, words(8));
            const timer = {
                kind: 'timer' as const,
                quantity: { type: 'quantity' as const, highIncluded: true, text: '2 weken' },
            };
            nodes.push({
                id: event,
                label,
                lane: on.lane,
                kind: 'boundary',
                on: on.id,
                trigger: timer,
                interrupting: true,
                ...(scope !== undefined && { scope }),
            });
            const target = targets[pick(targets.length)];
            flow(event, target !== undefined && next() < 0.4 ? target : end(scope));
        }
    };
    /** @returns where it begins and ends */
    const block = (
        room: number,
        scope: string | undefined,
        depth: number,
        around: readonly string[],
    ): [string, string] => {
        if (room <= 1 || next() < 0.1) {
            const made = task(scope);
            events(made, scope, around);
            return [made.id, made.id];
        }
        const kind = next();
        if (kind < 0.4) {
            const half = 1 + pick(room - 1);
            const [a, b] = block(half, scope, depth, around);
            const [c, d] = block(room - half, scope, depth, [...around, a]);
            flow(b, c, next() < 0.1 ? 5 : 0);
            return [a, d];
        }
        if (kind < 0.75) {
            const parallel = next() < 0.4;
            const open = gateway(scope, parallel ? 'split' : 'decide');
            const close = gateway(scope, parallel ? 'join' : 'merge');
            const branches = 2 + pick(3);
            for (let i = 0; i < branches; i++) {
                const [a, b] = block(Math.max(1, Math.floor(room / branches)), scope, depth, [...around, close.id]);
                flow(open.id, a, parallel ? 0 : 12);
                flow(b, next() < 0.15 ? end(scope) : close.id);
            }
            if (!parallel && next() < 0.3) {
                flow(open.id, close.id, 12);
            }
            return [open.id, close.id];
        }
        if (kind < 0.88 || depth > 2) {
            const merge = gateway(scope, 'merge');
            const [a, b] = block(room - 1, scope, depth, [...around, merge.id]);
            const decide = gateway(scope, 'decide');
            flow(merge.id, a);
            flow(b, decide.id);
            flow(decide.id, merge.id, 10);
            return [merge.id, decide.id];
        }
        const made = { ...base('sub', scope, words(9)), kind: 'subprocess' as const, byEvent: false };
        nodes.push(made);
        events(made, scope, around);
        whole(room - 1, made.id, depth + 1);
        return [made.id, made.id];
    };
    const whole = (room: number, scope: string | undefined, depth: number) => {
        const start = { ...base('start', scope, next() < 0.2 ? words(6) : ''), kind: 'start' as const, fills: [] };
        nodes.push(start);
        const [a, b] = block(room, scope, depth, []);
        flow(start.id, a);
        flow(b, end(scope));
        if (next() < 0.2) {
            const made = { ...base('sub', scope, ''), kind: 'subprocess' as const, byEvent: true };
            nodes.push(made);
            whole(1 + pick(4), made.id, depth + 1);
        }
    };
    whole(size, undefined, 0);
    const sources = nodes.filter((n) => n.kind === 'task' || n.kind === 'gateway');
    for (let i = 0; i < size / 12; i++) {
        const from = sources[pick(sources.length)];
        const to = sources[pick(sources.length)];
        if (from && to && from.scope === to.scope) {
            flow(from.id, to.id, 6);
        }
    }
    return {
        id: 'Proef',
        title: 'Proef',
        lanes: Array.from({ length: lanes }, (_, i) => ({ id: `lane_${String(i)}`, title: words(6) })),
        nodes,
        flows,
        variables: [],
        losses: [],
        unreached: [],
    };
}
