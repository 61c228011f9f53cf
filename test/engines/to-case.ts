import type { Case as SimulatedCase } from '../../language/execution/case.js';
import { isInside, isParallel, type Machine, type Station, type Way } from '../../language/execution/machine.js';
import { interruptionBy } from '../../language/execution/after.js';
import { knownIn } from '../../language/execution/enter.js';
import { isOpenAt, movesIn, stationOf, waysThatMayBeTaken, type Move } from '../../language/execution/moves.js';
import { withFacts, type State, type Token } from '../../language/execution/state.js';
import { isInformal, mustHold, truthsOf } from '../../language/execution/truth.js';
import type { Happening } from '../../language/simulate/record.js';
import type { Run } from '../../language/simulate/run.js';
import { isRefused } from '../../language/simulate/refusal.js';
import { informalTexts } from '../../language/simulate/said.js';
import { simulate } from '../../language/simulate/simulate.js';
import { identifier } from '../../language/workflow/draft.js';
import type { GraphNode, TaskNode, WorkflowGraph } from '../../language/workflow/graph.js';
import type { Case, Step, VariableValue } from './contract.js';

/** A case that the simulator took through a protocol, as an engine is to take it through the workflow of that protocol. */
export interface Translated {
    readonly case: Case;
    readonly run: Run;
    /** the steps and escalations that are done, as the tasks of the workflow have them */
    readonly path: readonly string[];
    /** the ids of the ends of which one is reached; undefined where the case comes to none */
    readonly ends: readonly string[] | undefined;
    /** which of what happens, counted from 0, each step of the case tells */
    readonly tells: readonly number[];
    /** with which of what happens the case first takes a turn */
    readonly met: ReadonlyMap<Turn, number>;
}

/** What may happen to a case that a workflow says otherwise than the protocol. */
export type Turn =
    /** `hervat daarna` comes while more than one piece of work is open */
    | 'suspends others'
    /** when `hervat daarna` is done, what waited for that comes to the end of the case, and nobody does anything more */
    | 'ends beside'
    /** what waited until it could go on does so when other work beside it can go on too */
    | 'goes on at once'
    /** a case is at the same place twice at once, or comes anew to a whole that it left by a way out of a part */
    | 'opens twice'
    /** a way out of one of the parts that happen together is taken, or one into a single one of them */
    | 'crosses parts'
    /** an `altijd als` holds to which the case came before, by another way */
    | 'is there already'
    /** somebody reports something while work goes on that took the place of all else */
    | 'reports late';

type Values = Record<string, VariableValue>;

/** Whether a task is one in which a case waits, by the end of its id. */
function isWait({ work, id }: TaskNode, suffix: string): boolean {
    return work === 'wait' && new RegExp(`${suffix}(_\\d+)?$`).test(id);
}

/** What the simulator does one after another, told as what people do in an engine. */
class Translation {
    readonly steps: Step[] = [];
    readonly path: string[] = [];
    readonly met = new Map<Turn, number>();
    /** id of the event subprocess in which the case goes on; undefined for the process itself */
    private instead: string | undefined;
    /** what was decided on ahead, with the task before it */
    private readonly told = new Set<Happening>();
    private readonly nodes: ReadonlyMap<string, GraphNode>;
    /** containers whose question was answered in this completion */
    private readonly answered = new Set<string>();
    /** the state whose arrivals are told of */
    private arrivedIn: State | undefined;
    /** stations that waited until the step that is going on */
    private readonly woken: number[] = [];
    /** groups and phases of which all work is done and that waited until they are */
    private readonly held = new Set<number>();

    constructor(
        private readonly machine: Machine,
        private readonly graph: WorkflowGraph,
        private readonly groupOf: (role: string) => string,
    ) {
        this.nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    }

    /** Remembers that a case takes a turn. */
    meet(turn: Turn, at: number): void {
        if (!this.met.has(turn)) {
            this.met.set(turn, at);
        }
    }

    take(all: readonly Happening[], at: number): void {
        const happening = all[at];
        if (!happening) {
            return;
        }
        const { move, before, after } = happening;
        this.arrive(before);
        this.hold(before);
        switch (move.kind) {
            case 'finish':
                this.finish(all, at, move.token, happening);
                break;
            case 'begin':
                this.complete(this.taskOf({ ...move.token, stage: 'waiting' }, before), {});
                break;
            case 'again':
            case 'enough':
            case 'leave':
            case 'fall back':
                this.decide(all, at, move.token, happening);
                break;
            case 'choose': {
                const { name } = this.station(move.token.at).node;
                const part = this.station(move.part).node.name;
                const choice = this.question(`${name}_keuze`);
                this.complete(this.task(name, 'choose', before, choice), { [choice]: part });
                break;
            }
            case 'take':
            case 'skip':
                this.chooseParts(all, at, move.token, before);
                break;
            case 'expire':
            case 'escalate':
                this.breakOff(happening, move.station);
                break;
            case 'interrupt':
                if (this.instead !== undefined) {
                    this.meet('reports late', at);
                }
                this.send(this.interruption(move.breach));
                break;
        }
        const breach = interruptionBy(this.machine, before, move);
        if (breach !== undefined && this.machine.breaches[breach]?.interrupt.resume === false) {
            this.instead = this.scopeOfBreach(breach);
        }
        this.wake(before, after);
    }

    /** Lets the timers run out that stand before what a case has just come to. */
    arrive(state: State): void {
        if (state === this.arrivedIn) {
            return;
        }
        const came = state.tokens.filter(({ at, stage }) => {
            const known = this.arrivedIn && [this.arrivedIn, ...this.arrivedIn.suspended].flatMap((s) => s.tokens);
            const isNew = !known?.some((t) => t.at === at && t.stage !== 'leaving' && t.stage !== 'offered');
            return isNew && (stage === 'busy' || stage === 'waiting');
        });
        this.arrivedIn = state;
        const scope = this.scopeIn(state);
        for (const { at } of came) {
            const { name } = this.station(at).node;
            const timers = this.graph.nodes.filter(
                (n) => n.kind === 'catch' && n.element === name && this.rootOf(n) === scope,
            );
            timers.forEach((n) => this.steps.push({ timer: n.id }));
        }
    }

    /** Which tasks the simulator says are open; undefined where more is decided at once, or where BPMN does not suspend. */
    open(state: State): string[] | undefined {
        if (state.end !== undefined || state.suspended.length > 0 || !this.isSettled(state)) {
            return undefined;
        }
        return state.tokens.map((token) => this.taskOf(token, state).id).sort();
    }

    /** Whether somebody has to do something before more can be decided. */
    private isSettled(state: State): boolean {
        const moves = movesIn(this.machine, state);
        const isDeciding = moves.some(
            (m) => 'token' in m && ['offered', 'entering', 'repeating', 'leaving'].includes(m.token.stage),
        );
        return !isDeciding && !state.tokens.some((t) => t.stage === 'leaving' && this.isForced(state, t.at));
    }

    /** Whether what is done is taken higher up because of what is known, and by nobody. */
    private isForced(state: State, at: number): boolean {
        return movesIn(this.machine, state).some(
            (move) =>
                move.kind === 'escalate' &&
                move.station === at &&
                move.way.arrow.condition !== undefined &&
                !isInformal(move.way.arrow.condition),
        );
    }

    private taskOf(token: Token, state: State): TaskNode {
        const { name } = this.station(token.at).node;
        switch (token.stage) {
            case 'waiting': {
                const side = token.into === undefined ? '' : this.station(token.into).node.name;
                // who comes into a subprocess waits before it
                return this.wait(name, state, `_wacht_bij_${identifier(side)}`) ?? this.waits(name, state, '_wacht');
            }
            case 'holding':
                return this.waits(name, state, '_wacht_klaar');
            case 'choosing':
                return this.task(name, 'choose', state, this.question(`${name}_keuze`));
            case 'leaving':
                return this.waits(name, state, '_wacht_verder');
            default:
                return this.work(name, state);
        }
    }

    private finish(all: readonly Happening[], at: number, token: Token, { move, visit, before }: Happening): void {
        const { node } = this.station(token.at);
        const task = this.work(node.name, before);
        const values: Values = {};
        for (const [name, value] of Object.entries(visit?.event?.facts ?? {})) {
            if (task.fills.includes(name) && value !== null) {
                values[name] = value;
            }
        }
        for (const [index, value] of move.kind === 'finish' ? move.facts : []) {
            values[this.machine.facts[index]?.name ?? ''] = value;
        }
        const isHere = (h: Happening) => 'token' in h.move && h.move.token.at === token.at;
        for (const next of all.slice(at + 1)) {
            if (isHere(next) && next.move.kind === 'finish') {
                break;
            }
            if (isHere(next)) {
                this.answer(values, task, next);
                if (next.move.kind !== 'enough') {
                    break;
                }
            }
        }
        this.path.push(node.name);
        this.complete(task, values);
    }

    /** What a decision says in the form of a task. */
    private answer(values: Values, task: TaskNode, happening: Happening): void {
        const { move } = happening;
        const station = 'token' in move ? this.station(move.token.at) : undefined;
        if (!station) {
            return;
        }
        const { name } = station.node;
        const say = (variable: string, value: VariableValue) => {
            if (task.fills.includes(variable)) {
                values[variable] = value;
            }
        };
        if (move.kind === 'again' || move.kind === 'enough') {
            say(this.question(`${name}_nog_een_keer`), move.kind === 'again');
        } else if (move.kind === 'leave' || move.kind === 'fall back') {
            const way = this.taken(station, happening);
            say(this.question(`${name}_verder`), `weg-${String(way ? station.exits.indexOf(way) + 1 : 0)}`);
        }
    }

    /** The way on that is taken, or on which a handover is not confirmed; several may have that in common. */
    private taken(station: Station, { move, before, visit }: Happening): Way | undefined {
        if (move.kind === 'leave') {
            return move.way;
        }
        const ways = waysThatMayBeTaken(this.machine, before, station).filter(
            ({ fallbacks }) => move.kind === 'fall back' && fallbacks.includes(move.way),
        );
        const isChosen = ({ target }: Way) =>
            target !== undefined && visit?.event?.chooses?.includes(this.station(target).node.name) === true;
        return ways.find(isChosen) ?? ways[0];
    }

    private decide(all: readonly Happening[], at: number, token: Token, happening: Happening): void {
        const station = this.station(token.at);
        const { name, kind } = station.node;
        const { move, before, passed } = happening;
        if (kind === 'group' || kind === 'phase') {
            this.decideOnWhole(all, at, token.at, before, happening);
        } else if (move.kind === 'leave' || move.kind === 'fall back') {
            // other work came between: the case waited
            const since = all.slice(0, at).findLastIndex((h) => 'token' in h.move && h.move.token.at === token.at);
            const waited = all.slice(since + 1, at).some((h) => h.move.kind === 'finish');
            if (waited && before.suspended.length === 0 && !this.hadResumed(all, since, at)) {
                if (before.tokens.some((t) => t.at !== token.at && ['leaving', 'repeating'].includes(t.stage))) {
                    this.meet('goes on at once', at);
                }
                this.complete(this.waits(name, before, '_wacht_verder'), {});
            }
        }
        if (passed.length > 0) {
            this.handOver(station, happening);
        }
    }

    private hadResumed(all: readonly Happening[], from: number, to: number): boolean {
        return all.slice(from, to).some((h) => h.before.suspended.length > 0 || h.after.suspended.length > 0);
    }

    /** The question on a group or phase that is done. */
    private decideOnWhole(
        all: readonly Happening[],
        at: number,
        index: number,
        before: State,
        happening: Happening,
    ): void {
        const { name } = this.station(index).node;
        const scope = this.scopeIn(before);
        if (this.held.delete(index)) {
            this.complete(this.waits(name, before, '_wacht_klaar'), {});
        }
        if (happening.move.kind === 'again' || happening.move.kind === 'enough') {
            this.answered.clear();
        }
        const tasks = this.graph.nodes.filter(
            (n): n is TaskNode =>
                n.kind === 'task' &&
                n.work === 'choose' &&
                n.element === name &&
                this.rootOf(n) === scope &&
                n.fills.some(
                    (f) => f === this.question(`${name}_verder`) || f === this.question(`${name}_nog_een_keer`),
                ),
        );
        for (const task of tasks) {
            const asksAgain = task.fills.includes(this.question(`${name}_nog_een_keer`));
            const isLast = happening.move.kind === 'leave' || happening.move.kind === 'fall back';
            if (this.answered.has(task.id) || (!asksAgain && !isLast && tasks.length > 1)) {
                continue;
            }
            const values: Values = {};
            this.answer(values, task, happening);
            const next = all.slice(at + 1).find((h) => 'token' in h.move && h.move.token.at === index);
            if (happening.move.kind === 'enough' && (next?.move.kind === 'leave' || next?.move.kind === 'fall back')) {
                this.answer(values, task, next);
            }
            this.complete(task, values);
            this.answered.add(task.id);
        }
        if (happening.move.kind !== 'enough') {
            tasks.forEach((t) => this.answered.delete(t.id));
        }
    }

    private chooseParts(all: readonly Happening[], at: number, token: Token, before: State): void {
        const happening = all[at];
        if (!happening || this.told.has(happening)) {
            return;
        }
        const group = this.station(this.station(token.at).parent ?? -1);
        const values: Values = {};
        for (const child of group.children) {
            const said = all
                .slice(at)
                .find(
                    (h) =>
                        (h.move.kind === 'take' || h.move.kind === 'skip') &&
                        h.move.token.at === child &&
                        !this.told.has(h),
                );
            if (said) {
                this.told.add(said);
                values[this.question(`${group.node.name}_${this.station(child).node.name}`)] =
                    said.move.kind === 'take';
            }
        }
        this.complete(this.task(group.node.name, 'choose', before, Object.keys(values)[0] ?? ''), values);
    }

    private handOver(station: Station, happening: Happening): void {
        const { passed, before } = happening;
        const taken = this.taken(station, happening);
        const scope = this.scopeIn(before);
        for (const { handover, confirmed } of passed) {
            const isPart = (n: GraphNode): n is TaskNode =>
                n.kind === 'task' &&
                n.handover?.name === handover.name &&
                n.handover.way === taken?.arrow.at &&
                this.rootOf(n) === scope;
            for (const work of ['hand-over', 'meet', 'confirm']) {
                const task = this.graph.nodes.filter(isPart).find((t) => t.work === work);
                const timer = this.graph.nodes.find(
                    (n) => n.kind === 'boundary' && n.on === task?.id && n.trigger.kind === 'timer',
                );
                if (!task && work === 'hand-over') {
                    throw new Error(`There is no task for handover ${handover.name}.`);
                }
                if (work === 'confirm' && !confirmed && timer) {
                    this.steps.push({ timer: timer.id });
                } else if (task) {
                    const variable = this.question(`${handover.name}_bevestigd`);
                    this.complete(task, task.fills.includes(variable) ? { [variable]: confirmed } : {});
                }
            }
        }
    }

    private breakOff({ before, move }: Happening, index: number): void {
        const { name } = this.station(index).node;
        const own = before.tokens.find((t) => t.at === index);
        if (own?.stage === 'leaving' && this.isForced(before, index)) {
            return;
        }
        const at = 'way' in move ? move.way.arrow.at : undefined;
        const scope = this.scopeIn(before);
        const hosts =
            own && own.stage !== 'choosing' && own.stage !== 'holding' ? [this.taskOf(own, before).id] : undefined;
        const event = this.graph.nodes.find(
            (n) =>
                n.kind === 'boundary' &&
                n.element === name &&
                n.at === at &&
                this.rootOf(n) === scope &&
                (hosts?.includes(n.on) ?? this.nodes.get(n.on)?.kind === 'subprocess'),
        );
        if (event?.kind !== 'boundary') {
            throw new Error(`Nothing breaks off ${name}.`);
        }
        this.steps.push(event.trigger.kind === 'timer' ? { timer: event.id } : { message: event.trigger.name });
    }

    /** Remembers what is done and waits until it may be. */
    private hold({ tokens }: State): void {
        tokens.filter((t) => t.stage === 'holding').forEach((t) => this.held.add(t.at));
        const isStill = (at: number) => tokens.some((t) => t.at === at && ['holding', 'repeating'].includes(t.stage));
        [...this.held].filter((at) => !isStill(at)).forEach((at) => this.held.delete(at));
    }

    /** Remembers what no longer waits. */
    private wake(before: State, after: State): void {
        for (const { at } of before.tokens.filter((t) => t.stage === 'waiting')) {
            const waits = ({ tokens }: State) => tokens.filter((t) => t.at === at && t.stage === 'waiting').length;
            if (waits(after) < waits(before)) {
                this.woken.push(at);
            }
        }
    }

    /** Closes what a case waited in, where it no longer does: when all is decided that is decided at once. */
    goOn(state: State): void {
        if (this.isSettled(state) || state.end !== undefined) {
            for (const at of this.woken.splice(0)) {
                if (state.tokens.some((t) => t.at === at && t.stage === 'busy')) {
                    this.complete(this.waits(this.station(at).node.name, state, '_wacht'), {});
                }
            }
        }
    }

    private complete(task: TaskNode, values: Values): void {
        const [role] = task.candidates;
        const variables = Object.fromEntries(Object.entries(values).map(([name, value]) => [this.idOf(name), value]));
        this.steps.push({
            complete: task.id,
            ...(role === undefined ? {} : { as: this.groupOf(role) }),
            ...(Object.keys(variables).length > 0 ? { variables } : {}),
        });
    }

    private send(start: GraphNode | undefined): void {
        if (start?.kind === 'start' && start.trigger?.kind === 'message') {
            this.steps.push({ message: start.trigger.name });
        }
    }

    /** Where an `altijd als` begins. */
    private interruption(breach: number): GraphNode | undefined {
        const at = this.machine.breaches[breach]?.interrupt.at;
        return this.graph.nodes.find((n) => n.kind === 'start' && n.at === at && n.scope !== undefined);
    }

    private scopeOfBreach(breach: number): string | undefined {
        // within what took the place of all other work, the next such thing simply follows
        return this.instead ?? this.interruption(breach)?.scope;
    }

    /** The event subprocess in which the work of a state is done. */
    private scopeIn(state: State): string | undefined {
        const beside = state.suspended.at(-1);
        return beside ? this.interruption(beside.breach)?.scope : this.instead;
    }

    private rootOf(node: GraphNode): string | undefined {
        for (let scope = node.scope; scope !== undefined; scope = this.nodes.get(scope)?.scope) {
            const around = this.nodes.get(scope);
            if (around?.kind === 'subprocess' && around.byEvent) {
                return scope;
            }
        }
        return undefined;
    }

    private work(name: string, state: State): TaskNode {
        return this.find(name, state, (t) => t.work === 'step' || t.work === 'escalation');
    }

    private waits(name: string, state: State, suffix: string): TaskNode {
        return this.find(name, state, (t) => isWait(t, suffix));
    }

    private wait(name: string, state: State, suffix: string): TaskNode | undefined {
        const scope = this.scopeIn(state);
        return this.graph.nodes.find(
            (n): n is TaskNode =>
                n.kind === 'task' && n.element === name && this.rootOf(n) === scope && isWait(n, suffix),
        );
    }

    private task(name: string, work: TaskNode['work'], state: State, fills: string): TaskNode {
        return this.find(name, state, (t) => t.work === work && t.fills.includes(fills));
    }

    private find(name: string, state: State, fits: (task: TaskNode) => boolean): TaskNode {
        const scope = this.scopeIn(state);
        const found = this.graph.nodes.find(
            (n): n is TaskNode => n.kind === 'task' && n.element === name && this.rootOf(n) === scope && fits(n),
        );
        if (!found) {
            throw new Error(`There is no task for ${name} in ${scope ?? 'the process'}.`);
        }
        return found;
    }

    /** The variable of a question: with a number behind it where a fact is called like it. */
    question(name: string): string {
        const names = this.graph.variables.flatMap((v) => (v.kind === 'decision' ? [v.name] : []));
        const isNumbered = (other: string) =>
            other.startsWith(`${name}_`) && /^\d+$/.test(other.slice(name.length + 1));
        return names.find((n) => n === name) ?? names.find(isNumbered) ?? name;
    }

    idOf(name: string): string {
        return this.graph.variables.find((v) => v.name === name)?.id ?? name;
    }

    /** The ends by which a workflow may come to where the case ended. */
    ends(run: Run): readonly string[] | undefined {
        if (isRefused(run)) {
            return this.graph.nodes
                .filter((n) => n.kind === 'end' && n.element === undefined && n.id.startsWith('geen_toegang'))
                .map((n) => n.id);
        }
        const name = run.end ?? (run.isUnstated ? undefined : '');
        if (name === '') {
            return undefined;
        }
        return this.graph.nodes.flatMap((n) =>
            n.kind === 'end' && n.element === name && (name !== undefined || n.id.startsWith('onbekend')) ? [n.id] : [],
        );
    }

    private station(index: number): Station {
        const station = this.machine.stations[index];
        if (!station) {
            throw new Error(`There is no station ${String(index)}.`);
        }
        return station;
    }
}

/** Groups of parts that happen together, which a case leaves by a way out of one of those parts. */
function leftByPart(machine: Machine, { move }: Happening): number[] {
    const { from, to } = courseOf(machine, move);
    if (from === undefined || to === undefined) {
        return [];
    }
    return machine.stations
        .filter(isParallel)
        .map((group) => group.index)
        .filter((group) => group !== from && isInside(machine, from, group))
        .filter((group) => to === group || !isInside(machine, to, group));
}

/** Whether a case comes anew to a whole that it left by a way out of one of its parts. */
function comesAnew(machine: Machine, all: readonly Happening[], at: number): boolean {
    const isIn = (group: number, { tokens }: State) => tokens.some((t) => isInside(machine, t.at, group));
    const now = all[at];
    return all
        .slice(0, at)
        .flatMap((h) => leftByPart(machine, h))
        .some((group) => now !== undefined && !isIn(group, now.before) && isIn(group, now.after));
}

/** From where to where a case goes in a move, as the indices of stations. */
function courseOf(
    machine: Machine,
    move: Move,
): { readonly from?: number | undefined; readonly to?: number | undefined } {
    return {
        from: stationOf(move),
        to:
            'way' in move
                ? move.way.target
                : move.kind === 'interrupt'
                  ? machine.breaches[move.breach]?.target
                  : undefined,
    };
}

/** Whether a case comes to a whole from outside it while it is in that whole. */
function comesBeside(machine: Machine, { move, before }: Happening): boolean {
    const { from, to } = courseOf(machine, move);
    return (
        to !== undefined &&
        from !== undefined &&
        !isInside(machine, from, to) &&
        before.tokens.some((t) => t.at !== to && isInside(machine, t.at, to))
    );
}

/** Whether a way is taken out of one of the parts that happen together, or into one of them. */
function crossesParts(machine: Machine, { move }: Happening): boolean {
    const { from, to } = courseOf(machine, move);
    if (to === undefined) {
        return false;
    }
    return machine.stations.filter(isParallel).some(({ children }) => {
        const partOf = (at: number) => children.find((part) => isInside(machine, at, part));
        return (from === undefined ? undefined : partOf(from)) !== partOf(to);
    });
}

/** Whether what becomes known would interrupt, if what it leads to were not open. */
function comesToWhatIsOpen(machine: Machine, { move, before }: Happening): boolean {
    if (move.kind !== 'finish') {
        return false;
    }
    const { at } = move.token;
    const known = knownIn(machine, withFacts(before.facts, move.facts));
    return machine.breaches.some(
        ({ interrupt, target, facts: asked }) =>
            target !== undefined &&
            !isInformal(interrupt.condition) &&
            !isInside(machine, at, target) &&
            machine.stations[at]?.determines.some((fact) => asked.has(fact)) === true &&
            mustHold(truthsOf(interrupt.condition, known)) &&
            isOpenAt(machine, before, target),
    );
}

/** @param groupOf the group of a role, as the output has it */
export function translate(
    machine: Machine,
    graph: WorkflowGraph,
    name: string,
    given: SimulatedCase,
    groupOf: (role: string) => string,
): Translated {
    const all: Happening[] = [];
    const run = simulate(machine, given, {
        watch: (happening) => {
            all.push(happening);
        },
    });
    const translation = new Translation(machine, graph, groupOf);
    const facts = new Set(graph.variables.flatMap((v) => (v.kind === 'fact' ? [v.name] : [])));
    const variables: Values = { zaak: name };
    for (const [fact, value] of Object.entries(given.facts)) {
        if (facts.has(fact) && value !== null) {
            variables[translation.idOf(fact)] = value;
        }
    }
    machine.access.forEach((condition, i) => {
        // who starts a case says in the form that somebody is not admitted
        if (informalTexts(condition).some((text) => given.facts[text] === false)) {
            variables[translation.idOf(translation.question(`toegang_${String(i + 1)}`))] = false;
        }
    });
    const ends = translation.ends(run);
    const tells: number[] = [];
    all.forEach((happening, at) => {
        turnsIn(machine, all, at, ends !== undefined).forEach((turn) => {
            translation.meet(turn, at);
        });
        translation.take(all, at);
        translation.goOn(happening.after);
        const open = translation.open(happening.after);
        if (open) {
            translation.arrive(happening.after);
            translation.steps.push({ open });
        }
        tells.push(...translation.steps.slice(tells.length).map(() => at));
    });
    return {
        case: { process: graph.id, name, variables, steps: translation.steps },
        run,
        path: translation.path,
        ends,
        tells,
        met: translation.met,
    };
}

/** The turns that a case takes in something that happens. */
function turnsIn(machine: Machine, all: readonly Happening[], at: number, comesToEnd: boolean): Turn[] {
    const happening = all[at];
    if (!happening) {
        return [];
    }
    const { before, after } = happening;
    const isTwice = ({ tokens }: Pick<State, 'tokens'>) =>
        tokens.some((token, i) => tokens.some((t, j) => i !== j && isInside(machine, t.at, token.at)));
    const isResumed = after.suspended.length < before.suspended.length;
    const turns: Readonly<Partial<Record<Turn, boolean>>> = {
        'suspends others': after.suspended.some((s) => s.tokens.length > 1),
        'ends beside': isResumed && comesToEnd && !all.slice(at + 1).some((h) => h.move.kind === 'finish'),
        'opens twice':
            [after, ...after.suspended].some(isTwice) || comesBeside(machine, happening) || comesAnew(machine, all, at),
        'crosses parts': crossesParts(machine, happening),
        'is there already': comesToWhatIsOpen(machine, happening),
    };
    return (Object.keys(turns) as Turn[]).filter((turn) => turns[turn] === true);
}
