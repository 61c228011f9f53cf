import type { Machine, Station, Way } from './machine.js';
import type { Stage, State, Token } from './state.js';
import { factsIn } from './truth.js';
import type { Condition } from '../model/protocol.js';

type Live = ReadonlySet<number>;

/** For each station the facts that something may still ask about, before they become known anew. */
export interface LiveFacts {
    /** before it begins */
    readonly entering: readonly Live[];
    /** while it may be left out */
    readonly offered: readonly Live[];
    /** while the work is being done */
    readonly busy: readonly Live[];
    /** when all work in a group or phase is done, and the rest of it is not */
    readonly holding: readonly Live[];
    /** when it is done */
    readonly leaving: readonly Live[];
    /** whatever is open: facts of an `altijd als` that asks about more than one */
    readonly always: Live;
}

/**
 * Which facts a later course can depend on: backward analysis of live variables (Aho, Lam, Sethi, Ullman 2006, section
 * 9.2.5) over the stations. Two states that differ in other facts only have the same courses.
 */
export function liveFacts(machine: Machine): LiveFacts {
    const live = known.get(machine) ?? analyse(machine);
    known.set(machine, live);
    return live;
}

const known = new WeakMap<Machine, LiveFacts>();

function analyse(machine: Machine): LiveFacts {
    const asked = (conditions: readonly (Condition | undefined)[]): number[] =>
        conditions.flatMap((c) => [...factsIn(c)].flatMap((name) => machine.factIndex.get(name) ?? []));
    const entering = machine.stations.map(() => new Set<number>());
    const offered = machine.stations.map(() => new Set<number>());
    const busy = machine.stations.map(() => new Set<number>());
    const holding = machine.stations.map(() => new Set<number>());
    const leaving = machine.stations.map(() => new Set<number>());
    const interrupts = machine.breaches.flatMap((b) => (b.target === undefined ? [] : [b.target]));
    const always = new Set(machine.breaches.filter((b) => b.facts.size > 1).flatMap((b) => [...b.facts]));
    const guards = machine.stations.map((s) => asked(s.guards));
    const behind = (ways: readonly Way[]): number[] =>
        ways.flatMap((way) => [
            ...asked([way.arrow.condition, ...way.handovers.flatMap((h) => h.guards.map((g) => g.condition))]),
            ...(way.target === undefined ? [] : (entering[way.target] ?? [])),
            // who comes into a group or phase by the side may have to wait before it
            ...(machine.stations[way.target ?? -1]?.around.flatMap((i) => guards[i] ?? []) ?? []),
            ...behind(way.fallbacks),
        ]);
    let changed = true;
    const add = (to: Set<number> | undefined, facts: Iterable<number>) => {
        for (const fact of facts) {
            if (to && !to.has(fact)) {
                to.add(fact);
                changed = true;
            }
        }
    };
    const once = (station: Station) => {
        const i = station.index;
        // what breaks it off, or what is around it, or all work
        const around = station.around.flatMap((at) => machine.stations[at] ?? []);
        const outside = [
            ...around.flatMap((s) => [...behind(s.expiries), ...behind(s.escalations)]),
            ...interrupts.flatMap((target) => [...(entering[target] ?? [])]),
        ];
        add(leaving[i], [
            ...behind(station.exits),
            ...asked(station.repeats.map((r) => r.until)),
            ...outside,
            ...(station.repeats.length > 0 ? (entering[i] ?? []) : []),
            ...(station.parent === undefined ? [] : (holding[station.parent] ?? [])),
        ]);
        add(holding[i], [...(leaving[i] ?? []), ...asked(station.doneWhen)]);
        const kept = [...(holding[i] ?? [])];
        add(busy[i], [...kept.filter((f) => !station.determines.includes(f)), ...outside]);
        const inside =
            station.children.length > 0
                ? station.children.flatMap((child) => [...(entering[child] ?? [])])
                : station.node.kind === 'step' || station.node.kind === 'escalation'
                  ? [...(busy[i] ?? [])]
                  : kept;
        const leftOut = station.node.kind === 'group' && station.node.mode === 'any' ? kept : [];
        add(entering[i], [...(guards[i] ?? []), ...inside, ...leftOut, ...outside]);
        add(offered[i], [
            ...(entering[i] ?? []),
            ...(station.parent === undefined ? [] : (holding[station.parent] ?? [])),
        ]);
    };
    while (changed) {
        changed = false;
        machine.stations.toReversed().forEach(once);
    }
    return { entering, offered, busy, holding, leaving, always };
}

const WHILE: Readonly<Record<Stage, Exclude<keyof LiveFacts, 'always'>>> = {
    waiting: 'entering',
    entering: 'entering',
    choosing: 'entering',
    offered: 'offered',
    busy: 'busy',
    holding: 'holding',
    repeating: 'leaving',
    leaving: 'leaving',
};

/** The state without the facts that no later course can depend on. */
export function forget(state: State, live: LiveFacts): State {
    const kept = new Set(live.always);
    const keep = (token: Token) => {
        const { at } = token;
        const sets = live[WHILE[token.stage]];
        sets[at]?.forEach((f) => kept.add(f));
    };
    state.tokens.forEach(keep);
    state.suspended.forEach((s) => {
        s.tokens.forEach(keep);
    });
    if (state.facts.every((value, i) => value === undefined || kept.has(i))) {
        return state;
    }
    return { ...state, facts: state.facts.map((value, i) => (kept.has(i) ? value : undefined)) };
}
