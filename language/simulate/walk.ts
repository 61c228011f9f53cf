import { after } from '../execution/after.js';
import { begin } from '../execution/begin.js';
import type { Case } from '../execution/case.js';
import { knownIn } from '../execution/enter.js';
import type { Machine } from '../execution/machine.js';
import { movesIn, openStations, type Move } from '../execution/moves.js';
import { stateBefore, type State } from '../execution/state.js';
import { mayHold, truthsOf, type FactValue } from '../execution/truth.js';
import type { Scenario } from '../model/scenario.js';
import { clockFrom, REGISTRATION } from './clock.js';
import { recorderOf, type Happening } from './record.js';
import { isRefused } from './refusal.js';
import type { Run } from './run.js';
import { caseOf } from './scenario.js';
import type { Visit } from './script.js';
import { admission, MOST_EVENTS, simulate, type SimulateOptions } from './simulate.js';
import { nameOf, stationAt, type Passed } from './situation.js';
import type { Stop } from './stops.js';
import { tellCourse, type Proposal } from './tell-course.js';
import { timingOf, type Due } from './timing.js';

/** What somebody chose in a walk, by names, so that it outlives an edit of the text elsewhere. Plain JSON. */
export interface Choice {
    readonly kind: Move['kind'];
    /** where it happens: a step, group or phase; of an interruption where it leads */
    readonly step: string;
    /** where a way leads, or the part that is chosen */
    readonly to?: string;
    /** which of several that are alike otherwise, from 0 */
    readonly nth?: number;
    /** of work that is done what becomes known by it */
    readonly facts?: Readonly<Record<string, FactValue>>;
}

/** A walk through a case: what is known when it begins, and what was chosen since. */
export interface Walk {
    readonly facts: Case['facts'];
    readonly choices: readonly Choice[];
}

/** Something that can be chosen now; of work that is done `facts` is still to be given. */
export interface Option {
    readonly choice: Choice;
    readonly move: Move;
}

/** Where a walk is. */
export interface Walked {
    readonly state: State;
    /** how it came there; it has a stop where the case is not admitted */
    readonly run: Run;
    /** how many of the choices were made: the next one cannot be, since the text is another now */
    readonly made: number;
    readonly options: readonly Option[];
    /** the terms of open work, of the groups and phases around it too */
    readonly due: readonly Due[];
    readonly states: readonly State[];
    readonly moves: readonly Move[];
}

/**
 * Takes a case through a process by what somebody chooses, one thing after the other, by the reference semantics
 * (execution/). Where only one thing can be decided, that happens by itself. Nothing is kept between two calls: to step
 * back is to leave out the last choice.
 */
export function walk(machine: Machine, { facts, choices }: Walk, options: SimulateOptions = {}): Walked {
    const clock = clockFrom(options.start, options.holidays);
    const timing = timingOf(machine, clock, () => NOTHING_SAID);
    const record = recorderOf(machine, clock);
    const known = machine.facts.map(({ name }) => facts[name] ?? undefined);
    const refused = admission(machine, known, { facts, at: [] });
    if (refused) {
        const state = stateBefore(machine, known);
        const run = record.run(state, refused, REGISTRATION, timing.open(), []);
        return { state, run, made: 0, options: [], due: [], states: [state], moves: [] };
    }
    let state = begin(machine, known);
    timing.begins(state);
    record.begins(facts, state);
    const states = [state];
    const moves: Move[] = [];
    const happens = (move: Move) => {
        const next = after(machine, state, move);
        const visit = visitOf(machine, move);
        const passed = passedBy(machine, move);
        const timed = timing.happens(move, next, visit, passed);
        record.happens({ move, visit, passed, before: state, after: next, ...timed });
        state = next;
        states.push(state);
        moves.push(move);
    };
    const goOn = () => {
        for (let only = forced(machine, state); only && moves.length < MOST_EVENTS; only = forced(machine, state)) {
            happens(only);
        }
    };
    goOn();
    let made = 0;
    for (const choice of choices) {
        const option = optionsIn(machine, state).find((o) => isSame(o.choice, choice));
        const move = option && withChosen(machine, state, option.move, choice);
        if (!move) {
            break;
        }
        happens(move);
        goOn();
        made++;
    }
    const all = optionsIn(machine, state);
    const inTime = all.filter(({ move }) => timing.mayBeNext(move, 'certain'));
    return {
        state,
        run: record.run(state, undefined, timing.now(), timing.open(), []),
        made,
        options: inTime.length > 0 ? inTime : all,
        due: timing.due(openStations(machine, state)),
        states,
        moves,
    };
}

/** The walk that a scenario tells, as far as it says what happens, and why it goes no further where it does not end. */
export function walkOf(
    machine: Machine,
    scenario: Scenario,
    options: SimulateOptions = {},
): Walk & { readonly stop?: Stop } {
    const given = caseOf(scenario);
    const choices: Choice[] = [];
    const watch = ({ move, before }: Happening) => {
        const option = optionsIn(machine, before).find((o) => isSameMove(o.move, move));
        if (option && !forced(machine, before)) {
            const facts = move.kind === 'finish' && move.facts.length > 0 ? factsOf(machine, move) : undefined;
            choices.push({ ...option.choice, ...(facts && { facts }) });
        }
    };
    const { stop } = simulate(machine, given, { ...options, watch });
    return { facts: given.facts, choices, ...(stop && { stop }) };
}

/** The case of a walk that came to its end, or was not admitted, as a scenario tells it; undefined where a scenario cannot. */
export function caseOfWalk(
    machine: Machine,
    { facts }: Walk,
    { states, moves, state, run }: Walked,
    { holidays = [] }: Pick<SimulateOptions, 'holidays'> = {},
): Proposal | undefined {
    if (isRefused(run)) {
        return { given: { facts, at: [] }, run };
    }
    const [first] = states;
    if (state.end === undefined || !first || moves.length === 0) {
        return undefined;
    }
    const edges = moves.map((move, from) => ({ from, to: from + 1, move }));
    const space = {
        machine,
        states,
        out: edges.map((edge) => [edge]),
        first: [undefined, ...edges],
        beginnings: new Map([[0, first]]),
        complete: true,
        many: undefined,
        growing: [],
        reducedAt: new Set<number>(),
    };
    return tellCourse(space, states.length - 1, edges, { holidays, known: facts });
}

/** A visit of which the text alone says how long it takes. */
const NOTHING_SAID: Visit = { event: undefined, order: Number.POSITIVE_INFINITY, used: new Set() };

const DECISIONS: ReadonlySet<Move['kind']> = new Set(['again', 'enough', 'leave', 'fall back']);

/** What happens by itself: of what is to be decided the only thing that can be. */
function forced(machine: Machine, state: State): Move | undefined {
    const moves = movesIn(machine, state);
    const [only] = moves;
    return only && moves.length === 1 && DECISIONS.has(only.kind) ? only : undefined;
}

/** What can happen in a state; work can be done once, whatever becomes known by it. */
function optionsIn(machine: Machine, state: State): Option[] {
    const options: Option[] = [];
    const times = new Map<string, number>();
    const finished = new Set<unknown>();
    for (const move of movesIn(machine, state)) {
        if (move.kind === 'finish') {
            if (finished.has(move.token)) {
                continue;
            }
            finished.add(move.token);
        }
        const choice = choiceOf(machine, move);
        const key = [choice.kind, choice.step, choice.to].join(' ');
        const nth = times.get(key) ?? 0;
        times.set(key, nth + 1);
        options.push({ choice: nth === 0 ? choice : { ...choice, nth }, move });
    }
    return options;
}

function choiceOf(machine: Machine, move: Move): Choice {
    const name = (index: number) => stationAt(machine, index).node.name;
    switch (move.kind) {
        case 'begin':
        case 'finish':
        case 'again':
        case 'enough':
        case 'take':
        case 'skip':
            return { kind: move.kind, step: name(move.token.at) };
        case 'choose':
            return { kind: move.kind, step: name(move.token.at), to: name(move.part) };
        case 'leave':
        case 'fall back':
            return { kind: move.kind, step: name(move.token.at), to: nameOf(machine, move.way) };
        case 'expire':
        case 'escalate':
            return { kind: move.kind, step: name(move.station), to: nameOf(machine, move.way) };
        case 'interrupt': {
            const { target } = machine.breaches[move.breach] ?? {};
            return { kind: move.kind, step: target === undefined ? '' : name(target) };
        }
    }
}

function isSame(a: Choice, b: Choice): boolean {
    return a.kind === b.kind && a.step === b.step && a.to === b.to && (a.nth ?? 0) === (b.nth ?? 0);
}

function isSameMove(a: Move, b: Move): boolean {
    return JSON.stringify(named(a)) === JSON.stringify(named(b));
}

/** A move by what tells it from others of its state. */
function named(move: Move): unknown[] {
    return [
        move.kind,
        ...('token' in move ? [move.token] : []),
        ...('way' in move ? [move.way.arrow.at, move.way.target ?? null] : []),
        ...('station' in move ? [move.station] : []),
        ...('part' in move ? [move.part] : []),
        ...('breach' in move ? [move.breach] : []),
    ];
}

/** The move of a choice; undefined where it does not say what becomes known, or its `klaar als` does not hold by that. */
function withChosen(machine: Machine, state: State, move: Move, { facts = {} }: Choice): Move | undefined {
    if (move.kind !== 'finish') {
        return move;
    }
    const station = stationAt(machine, move.token.at);
    const said = station.determines.map((index) => [index, facts[machine.facts[index]?.name ?? '']] as const);
    const known = said.flatMap(([index, value]) => (value === undefined ? [] : [[index, value] as const]));
    const after = known.reduce<State['facts']>((all, [index, value]) => all.with(index, value), state.facts);
    const isDone = station.doneWhen.every((c) => mayHold(truthsOf(c, knownIn(machine, after))));
    return known.length === said.length && isDone ? { ...move, facts: known } : undefined;
}

function visitOf(machine: Machine, move: Move): Visit {
    const { step } = choiceOf(machine, move);
    switch (move.kind) {
        case 'finish':
            return { ...NOTHING_SAID, event: { step, facts: factsOf(machine, move) } };
        case 'expire':
            return { ...NOTHING_SAID, event: { step, expires: true } };
        default:
            return NOTHING_SAID;
    }
}

function factsOf({ facts }: Machine, move: Extract<Move, { kind: 'finish' }>): Record<string, FactValue> {
    return Object.fromEntries(move.facts.flatMap(([i, value]) => (facts[i] ? [[facts[i].name, value]] : [])));
}

/** The handovers on a way: all are confirmed, up to the one of which the way is that it is not. */
function passedBy(machine: Machine, move: Move): Passed[] {
    if (move.kind === 'leave') {
        return move.way.handovers.map((handover) => ({ handover, visit: NOTHING_SAID, confirmed: true }));
    }
    if (move.kind !== 'fall back') {
        return [];
    }
    const way = stationAt(machine, move.token.at).exits.find((w) => w.fallbacks.includes(move.way));
    const all = way?.handovers ?? [];
    const failing = all.findIndex(({ name }) => move.way.arrow.handovers.includes(name));
    return all.slice(0, failing + 1).map((handover, i) => ({
        handover,
        visit: NOTHING_SAID,
        confirmed: i < failing,
        ...(i === failing && { back: move.way }),
    }));
}
