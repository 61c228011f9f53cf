import { comesBack } from '../../analysis/loops.js';
import { contactsAt, contactsOfHandover, type Contacts } from '../../execution/contacts.js';
import { machineOf, type Machine } from '../../execution/machine.js';
import { NOWHERE, timedWork, type Length, type Term } from '../../execution/timed-work.js';
import type { Escalation, Group, Phase, Step } from '../../model/process.js';
import type { Handover, Protocol } from '../../model/protocol.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';

/** When what happens, as far as the protocol says so. */
export interface Schedule {
    readonly rows: readonly Row[];
    /** days on the axis; undefined where a step on the way has no stated most, so that there is only an order */
    readonly days: number | undefined;
    /** steps on the way whose duration has no most that is stated in figures */
    readonly open: readonly string[];
}

export type Row =
    | {
          /** a phase, or a group that has a term of its own */
          readonly kind: 'whole';
          readonly node: Phase | Group;
          readonly span: Span | undefined;
          readonly terms: readonly Mark[];
      }
    | {
          readonly kind: 'work';
          readonly node: Step | Escalation;
          /** undefined for what has no fixed place in time */
          readonly span: Span | undefined;
          readonly duration: Length | undefined;
          /** whether how long it takes, or when it begins, is only about so long or so late */
          readonly vague: boolean;
          readonly terms: readonly Mark[];
          readonly contacts: Contacts | undefined;
          /** whether a way back may lead to it again; only one time is placed */
          readonly comesBack: boolean;
          readonly when: When;
      }
    | {
          readonly kind: 'handover';
          readonly handover: Handover;
          readonly at: number | undefined;
          readonly terms: readonly Mark[];
          readonly contacts: Contacts | undefined;
      };

/** On the way, only where a term runs out, only after an escalation, whenever something happens, or never, since no way leads there. */
export type When = 'on-the-way' | 'term' | 'aside' | 'always' | 'nowhere';

/** In days from the registration, or in steps where there is only an order. */
export interface Span {
    readonly from: number;
    readonly to: number;
}

/** When a term runs out, where that is known. */
export interface Mark {
    readonly at: number | undefined;
    /** whether it is only about then */
    readonly vague: boolean;
}

/**
 * Places the steps of a process one behind the other, each for as long as it may take at most, and no earlier than the text says
 * that it begins; repetition, waiting for a condition and escalations take no time here. Undefined where the process cannot be read as one.
 */
export function scheduleOf(protocol: Protocol, graph: WorkflowGraph): Schedule | undefined {
    const machine = machineOf(protocol);
    if (!machine) {
        return undefined;
    }
    const work = timedWork(machine);
    const when = whenOf(graph);
    const onTheWay = machine.stations.filter((s) => s.node.kind === 'step' && when.get(s.node.name) === 'on-the-way');
    const most = (name: string) => work.stations[machine.index.get(name) ?? -1]?.duration?.days.high;
    const open = onTheWay.map((s) => s.node.name).filter((name) => !Number.isFinite(most(name) ?? Number.NaN));
    // as far as it is known when that is from which it counts
    const earliest = (name: string, known: ReadonlyMap<string, Span>) =>
        (work.stations[machine.index.get(name) ?? -1]?.starts ?? []).flatMap(({ from: since, days }) => {
            const from = since.type === 'round' ? undefined : momentOf({ from: since }, machine, known, undefined);
            return from === undefined ? [] : [from + days.low];
        });
    const spans =
        open.length > 0
            ? placed(
                  graph,
                  when,
                  () => 1,
                  () => [],
              )
            : placed(graph, when, (name) => most(name) ?? 0, earliest);
    const mark = (term: Term, begin: number | undefined): Mark => {
        const at = open.length > 0 ? undefined : momentOf(term, machine, spans, begin);
        return { at: at === undefined ? undefined : at + term.limit.high, vague: term.vague };
    };
    const isOnTheWay = (name: string) => when.get(name) === 'on-the-way';
    const back = comesBack(machine);
    const shown = new Set<Handover>();
    const rows = machine.stations.flatMap(({ node, index, exits }): Row[] => {
        const timed = work.stations[index];
        switch (node.kind) {
            case 'phase':
            case 'group': {
                const span = spanOf(machine, index, spans);
                const terms = (timed?.terms ?? []).map((t) => mark(t, span?.from));
                return node.kind === 'phase' || terms.length > 0 ? [{ kind: 'whole', node, span, terms }] : [];
            }
            case 'step':
            case 'escalation': {
                const span = isOnTheWay(node.name) ? spans.get(node.name) : undefined;
                const terms = (timed?.terms ?? []).map((t) => mark(t, span?.from));
                const contacts = contactsAt(protocol, node);
                const own = when.get(node.name) ?? 'nowhere';
                const row = {
                    kind: 'work' as const,
                    node,
                    span,
                    duration: timed?.duration,
                    vague: timed?.duration?.vague === true || timed?.wait !== undefined,
                    terms,
                    contacts,
                    comesBack: back.has(node),
                    when: own,
                };
                // one that may begin at more than one place stands at the first
                const handovers = [...new Set(exits.flatMap((e) => e.handovers))].filter((h) => !shown.has(h));
                handovers.forEach((h) => shown.add(h));
                return [
                    row,
                    ...handovers.map((handover): Row => ({
                        kind: 'handover',
                        handover,
                        at: span?.to,
                        terms: (work.handovers.get(handover.name)?.terms ?? []).map((t) => mark(t, span?.to)),
                        contacts: contactsOfHandover(protocol, handover),
                    })),
                ];
            }
            default:
                return [];
        }
    });
    const ends = rows.flatMap((r) => [...r.terms.map((t) => t.at ?? 0), r.kind === 'work' ? (r.span?.to ?? 0) : 0]);
    const days = Math.max(0, ...ends.filter((e) => Number.isFinite(e)));
    return { rows, open, days: open.length > 0 || days === 0 ? undefined : days };
}

/** Of each element that is work, whether a case comes there by itself. */
function whenOf(graph: WorkflowGraph): ReadonlyMap<string, When> {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const reached = new Set<string>();
    const look = graph.nodes.filter((n) => n.kind === 'start' && n.scope === undefined).map((n) => n.id);
    const inside = (id: string) => graph.nodes.filter((n) => n.scope === id && n.kind === 'start').map((n) => n.id);
    const add = (found: Set<string>, beside: (id: string) => readonly string[]): void => {
        for (const id of look) {
            const node = nodes.get(id);
            if (!found.has(id) && !(node?.kind === 'task' && node.work === 'escalation')) {
                found.add(id);
                look.push(...inside(id), ...beside(id), ...graph.flows.filter((f) => f.from === id).map((f) => f.to));
            }
        }
    };
    const termsOn = (id: string) =>
        graph.nodes.filter((n) => n.kind === 'boundary' && n.on === id && n.trigger.kind === 'timer').map((n) => n.id);
    add(reached, () => []);
    const late = new Set<string>();
    add(late, termsOn);
    const isAlways = (node: GraphNode | undefined): boolean => {
        const frame = nodes.get(node?.scope ?? '');
        return frame?.kind === 'subprocess' && (frame.byEvent || isAlways(frame));
    };
    return new Map(
        [...graph.nodes]
            .reverse()
            .flatMap((n): [string, When][] =>
                n.kind === 'task' && n.element !== undefined
                    ? [
                          [
                              n.element,
                              isAlways(n)
                                  ? 'always'
                                  : reached.has(n.id)
                                    ? 'on-the-way'
                                    : late.has(n.id)
                                      ? 'term'
                                      : 'aside',
                          ],
                      ]
                    : [],
            ),
    );
}

/**
 * From when to when each step on the way is, when each begins as soon as all that comes before is done.
 *
 * @param earliest moments before which a step does not begin, by where the steps before it stand
 */
function placed(
    graph: WorkflowGraph,
    when: ReadonlyMap<string, When>,
    length: (name: string) => number,
    earliest: (name: string, known: ReadonlyMap<string, Span>) => readonly number[],
): ReadonlyMap<string, Span> {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const next = wayOn(graph, (n) => n.kind === 'task' && when.get(n.element ?? '') !== 'on-the-way');
    const begins = new Map<string, number>();
    const spans = new Map<string, Span>();
    for (const id of inOrder(graph, next)) {
        const node = nodes.get(id);
        const isStep = node?.kind === 'task' && node.work === 'step' && node.element !== undefined;
        const from = Math.max(begins.get(id) ?? 0, ...(isStep ? earliest(node.element ?? '', spans) : []));
        const to = from + (isStep ? length(node.element ?? '') : 0);
        if (isStep && when.get(node.element ?? '') === 'on-the-way') {
            spans.set(node.element ?? '', { from, to });
        }
        (next.get(id) ?? []).forEach((target) => begins.set(target, Math.max(begins.get(target) ?? 0, to)));
    }
    return spans;
}

/** Where a case goes from each node; into a subprocess through its start, and out of it through its ends. */
function wayOn(graph: WorkflowGraph, isAside: (node: GraphNode) => boolean): ReadonlyMap<string, readonly string[]> {
    const flows = Map.groupBy(graph.flows, (f) => f.from);
    const inside = Map.groupBy(graph.nodes, (n) => n.scope);
    const targets = (id: string) => (flows.get(id) ?? []).map((f) => f.to);
    return new Map(
        graph.nodes.map((n): [string, readonly string[]] => {
            const starts = (inside.get(n.id) ?? []).filter((i) => i.kind === 'start').map((i) => i.id);
            const around = n.kind === 'end' && n.scope !== undefined ? targets(n.scope) : [];
            return [n.id, isAside(n) ? [] : starts.length > 0 ? starts : [...targets(n.id), ...around]];
        }),
    );
}

/** What comes before what, from the start; what leads back is left out. */
function inOrder(graph: WorkflowGraph, next: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const state = new Map<string, 'open' | 'left'>();
    const left: string[] = [];
    const stack: { readonly id: string; at: number }[] = [];
    const open = (id: string) => {
        if (!state.has(id)) {
            state.set(id, 'open');
            stack.push({ id, at: 0 });
        }
    };
    graph.nodes
        .filter((n) => n.kind === 'start' && n.scope === undefined)
        .forEach((n) => {
            open(n.id);
        });
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const target = next.get(top.id)?.[top.at];
        top.at += 1;
        if (target !== undefined) {
            open(target);
        } else {
            state.set(top.id, 'left');
            left.push(top.id);
            stack.pop();
        }
    }
    return left.reverse();
}

/** From the first to the last step in a group or phase. */
function spanOf(machine: Machine, index: number, spans: ReadonlyMap<string, Span>): Span | undefined {
    const inside = machine.stations
        .filter((s) => s.around.includes(index))
        .flatMap((s) => spans.get(s.node.name) ?? []);
    return inside.length === 0
        ? undefined
        : { from: Math.min(...inside.map((s) => s.from)), to: Math.max(...inside.map((s) => s.to)) };
}

/** @param begin when that begins of which it is a term */
function momentOf(
    { from }: Pick<Term, 'from'>,
    machine: Machine,
    spans: ReadonlyMap<string, Span>,
    begin: number | undefined,
): number | undefined {
    if (from.type === 'registration') {
        return 0;
    }
    if (from.type === 'handover') {
        return undefined;
    }
    if (from.station === NOWHERE) {
        return begin;
    }
    const span = spanOf(machine, from.station, spans);
    return from.type === 'begin' ? span?.from : span?.to;
}
