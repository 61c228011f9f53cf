import type { CaseEvent } from '../execution/case.js';
import { toDecideIn } from '../execution/enter.js';
import type { Machine, Way } from '../execution/machine.js';
import { movesIn, type Move } from '../execution/moves.js';
import { openWork, type State } from '../execution/state.js';
import type { FactValue } from '../execution/truth.js';
import { isInformal } from '../execution/truth.js';
import type { Edge, Space } from './space.js';

type Writable = { -readonly [K in keyof CaseEvent]: CaseEvent[K] };

/** What a case must say for the simulator to go by these moves: one event a visit, in the order in which they happen. */
export function eventsOf(space: Space, edges: readonly Edge[]): CaseEvent[] {
    const { machine } = space;
    const events: Writable[] = [];
    const last = new Map<string, Writable>();
    const begin = (step: string, said: Omit<CaseEvent, 'step'> = {}) => {
        const event = { step, ...said };
        events.push(event);
        last.set(step, event);
    };
    /** adds to what is said of a visit that is going on, or of a new one where that says it already */
    const add = (step: string, said: Pick<CaseEvent, 'again'> | Pick<CaseEvent, 'chooses'>) => {
        const event = last.get(step);
        if (!event || ('again' in said && event.again !== undefined) || ('chooses' in said && event.chooses)) {
            begin(step, said);
        } else {
            Object.assign(event, said);
        }
    };
    /** what is said of a group or phase as a whole is said of one visit: then each visit of it has an event of its own */
    const broken = new Set(edges.flatMap(({ move }) => ('station' in move ? [move.station] : [])));
    const visit = (at: number) => {
        if (broken.has(at) && (machine.stations[at]?.children.length ?? 0) > 0 && !last.has(nameAt(machine, at))) {
            begin(nameAt(machine, at));
        }
    };
    /** groups that a case came to, of which nothing is decided yet */
    const fresh = new Set<number>();
    const compare = (before: Seen, after: Seen) => {
        for (const [group, count] of after.toDecide) {
            if (count > (before.toDecide.get(group) ?? 0)) {
                fresh.add(group);
            }
        }
        for (const index of before.open) {
            if (!after.open.has(index)) {
                last.delete(nameAt(machine, index));
            }
        }
    };
    compare(NOTHING, seenIn(machine, space.states[edges[0]?.from ?? -1]));
    for (const { from, to, move } of edges) {
        const state = space.states[from];
        const seen = seenIn(machine, state);
        const others = seen.moves;
        switch (move.kind) {
            case 'finish':
                begin(nameAt(machine, move.token.at), move.facts.length > 0 ? { facts: values(machine, move) } : {});
                break;
            case 'again':
            case 'enough':
                if (others.length > 1) {
                    add(nameAt(machine, move.token.at), { again: move.kind === 'again' });
                }
                visit(move.token.at);
                if (move.kind === 'again') {
                    last.delete(nameAt(machine, move.token.at));
                }
                break;
            case 'leave':
            case 'fall back': {
                const step = nameAt(machine, move.token.at);
                const ways = others.flatMap((m) => (m.kind === 'leave' ? [m.way] : []));
                const way = move.kind === 'leave' ? move.way : ways.find((w) => w.fallbacks.includes(move.way));
                const backs = others.flatMap((m) => (m.kind === 'fall back' ? [m.way] : []));
                const { condition } = way?.arrow ?? {};
                const isByBound =
                    last.get(step)?.again === false &&
                    machine.stations[move.token.at]?.repeats.some((r) => r.isOpen) === true;
                const isChoice = ways.length > 1 || isByBound || others.some((m) => m.kind === 'escalate');
                if (way && (isChoice || (condition && isInformal(condition)))) {
                    add(step, { chooses: [targetOf(machine, way)] });
                }
                visit(move.token.at);
                last.delete(step);
                for (const handover of way?.handovers ?? []) {
                    const expires = move.kind === 'fall back' && move.way.arrow.handovers.includes(handover.name);
                    begin(handover.name, expires ? { expires, ...among(machine, move.way, backs) } : {});
                    if (expires) {
                        break;
                    }
                }
                break;
            }
            case 'choose':
                begin(nameAt(machine, move.token.at), { chooses: [nameAt(machine, move.part)] });
                break;
            case 'take':
            case 'skip': {
                const group = machine.stations[move.token.at]?.parent;
                if (group === undefined) {
                    break;
                }
                const name = nameAt(machine, group);
                if (fresh.delete(group)) {
                    begin(name, { chooses: [] });
                }
                const event = last.get(name);
                if (event && move.kind === 'take') {
                    event.chooses = [...(event.chooses ?? []), nameAt(machine, move.token.at)];
                }
                break;
            }
            case 'expire':
                begin(nameAt(machine, move.station), {
                    expires: true,
                    ...among(
                        machine,
                        move.way,
                        others.flatMap((m) => (m.kind === 'expire' && m.station === move.station ? [m.way] : [])),
                    ),
                });
                last.delete(nameAt(machine, move.station));
                break;
            case 'escalate':
                // one that is known to hold is the only thing that can happen
                if (!isDue(state, { ...move, kind: 'escalate' }) && (others.length > 1 || isDecided(move.way))) {
                    begin(nameAt(machine, move.station), { chooses: [targetOf(machine, move.way)] });
                }
                last.delete(nameAt(machine, move.station));
                break;
            case 'interrupt': {
                const open = state?.tokens[0];
                const target = machine.breaches[move.breach]?.target;
                if (open && target !== undefined) {
                    begin(nameAt(machine, open.at), { chooses: [nameAt(machine, target)] });
                    last.delete(nameAt(machine, open.at));
                }
                break;
            }
        }
        compare(seen, seenIn(machine, space.states[to]));
    }
    return events;
}

/** What is asked of each state of a course. */
interface Seen {
    readonly moves: readonly Move[];
    /** the groups of which it is to be decided who does what, with how often */
    readonly toDecide: ReadonlyMap<number, number>;
    /** the stations where work is open, also while it is interrupted */
    readonly open: ReadonlySet<number>;
}

const NOTHING: Seen = { moves: [], toDecide: new Map(), open: new Set() };

/** Most courses of a process go by the same states. */
const known = new WeakMap<State, Seen>();

function seenIn(machine: Machine, state: State | undefined): Seen {
    if (!state) {
        return NOTHING;
    }
    const seen = known.get(state) ?? {
        moves: movesIn(machine, state),
        toDecide: toDecideIn(machine, state),
        open: new Set(openWork(state).flatMap((t) => machine.stations[t.at]?.around ?? [])),
    };
    known.set(state, seen);
    return seen;
}

/** Whether work is done and an escalation that is known to hold is what happens where nothing else is said. */
function isDue(state: State | undefined, { station, way }: Move & { kind: 'escalate' }): boolean {
    return !isDecided(way) && state?.tokens.some((t) => t.at === station && t.stage === 'leaving') === true;
}

function isDecided({ arrow: { condition } }: Way): boolean {
    return !condition || isInformal(condition);
}

function values(machine: Machine, move: Extract<Move, { kind: 'finish' }>): Record<string, FactValue> {
    return Object.fromEntries(
        move.facts.flatMap(([i, value]) => (machine.facts[i] ? [[machine.facts[i].name, value]] : [])),
    );
}

/** Which of several ways, where there is more than one. */
function among(machine: Machine, way: Way, ways: readonly Way[]): Pick<CaseEvent, 'chooses'> {
    return new Set(ways.map((w) => w.target)).size > 1 ? { chooses: [targetOf(machine, way)] } : {};
}

function targetOf(machine: Machine, { target }: Way): string {
    return target === undefined ? 'onbekend' : nameAt(machine, target);
}

function nameAt(machine: Machine, index: number): string {
    return machine.stations[index]?.node.name ?? '';
}
