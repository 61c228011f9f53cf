import type { Machine } from '../execution/machine.js';
import type { End } from '../model/process.js';
import type { Goal, Subgoal } from '../model/goals.js';
import type { Ref } from '../model/protocol.js';
import { leavesOpen, weighedLaboursOf, workableGoals, type WorkableGoal } from '../model/queries.js';
import { reachedWithout, type Edge, type Space } from './space.js';

/** At which stations is worked on a goal. */
export interface GoalWork {
    /** where that is said: on the goal itself or on one of its subgoals */
    readonly sure: ReadonlySet<number>;
    /**
     * where it may be: as a rule (`werkt veelal aan`), on the goal that it is part of as a whole, or on what is not known
     * (`werkt aan onbekend`)
     */
    readonly perhaps: ReadonlySet<number>;
}

/** A course on which nothing is done at some stations. */
interface Without {
    readonly course: readonly Edge[];
    readonly avoided: ReadonlySet<number>;
}

/** `na` between goals: work on the one comes before work on the other. */
export interface GoalOrder {
    readonly goal: Goal | Subgoal;
    readonly earlier: Ref;
    /** the stations at which is, or may be, worked on the earlier one */
    readonly first: ReadonlySet<number>;
    /** where work on the goal is done, while none on the earlier one is: a course, and whether that is sure */
    readonly broken: (Without & { readonly work: ReadonlySet<number>; readonly isSure: boolean }) | undefined;
}

/** A goal on which nothing is done on some course to an end. */
export interface SkippedGoal extends Without {
    readonly goal: WorkableGoal;
    readonly end: End;
    /**
     * - `sure`; - `perhaps`: on that course something is done of which it is not known what for
     * - `apart`: all work on the goal is behind an interruption or escalation
     */
    readonly how: 'sure' | 'perhaps' | 'apart';
}

/** From the name of each goal to the stations at which is worked on it, and those of which it is not known what for. */
interface WorkByGoal {
    readonly on: ReadonlyMap<string, ReadonlySet<number>>;
    /** where it is done as a rule */
    readonly usual: ReadonlyMap<string, ReadonlySet<number>>;
    readonly open: ReadonlySet<number>;
}

const known = new WeakMap<Machine, WorkByGoal>();

function workByGoal(machine: Machine): WorkByGoal {
    const old = known.get(machine);
    if (old) {
        return old;
    }
    const on = new Map<string, Set<number>>();
    const usual = new Map<string, Set<number>>();
    const open = new Set<number>();
    for (const { index, node } of machine.stations) {
        if (node.kind !== 'step' && node.kind !== 'escalation') {
            continue;
        }
        for (const { name, modality } of weighedLaboursOf(node).flatMap((l) => l.worksOn)) {
            const all = modality === undefined ? on : usual;
            all.set(name, (all.get(name) ?? new Set()).add(index));
        }
        if (leavesOpen(node, 'werkt aan') || node.activities.some((a) => leavesOpen(a, 'werkt aan'))) {
            open.add(index);
        }
    }
    const made = { on, usual, open };
    known.set(machine, made);
    return made;
}

/** The stations at which is worked on some goal, for a space in which their order is seen. */
export function goalStations(machine: Machine): ReadonlySet<number> {
    const { on, usual } = workByGoal(machine);
    return new Set([...on.values(), ...usual.values()].flatMap((stations) => [...stations]));
}

/** The names of the steps and escalations of which it is left open what they work on: `werkt aan onbekend`. */
export function goalsLeftOpenAt(machine: Machine): string[] {
    return [...workByGoal(machine).open].map((i) => machine.stations[i]?.node.name ?? '');
}

/**
 * At which stations is worked on a goal.
 *
 * @param parent the goal that it is part of
 */
export function workOn(machine: Machine, goal: Goal | Subgoal, parent?: Goal): GoalWork {
    const { on, usual, open } = workByGoal(machine);
    const at = (all: WorkByGoal['on'], names: readonly string[]) => names.flatMap((name) => [...(all.get(name) ?? [])]);
    const own = [goal.name, ...('subgoals' in goal ? goal.subgoals.map((s) => s.name) : [])];
    const whole = parent ? [parent.name] : [];
    return {
        sure: new Set(at(on, own)),
        perhaps: new Set([...at(usual, [...own, ...whole]), ...at(on, whole), ...open]),
    };
}

/** Whether something works on a goal, or on one of its subgoals, as a rule. */
export function isWorkedOnAsARule(machine: Machine, goal: Goal | Subgoal): boolean {
    const { usual } = workByGoal(machine);
    return [goal.name, ...('subgoals' in goal ? goal.subgoals.map((s) => s.name) : [])].some((name) => usual.has(name));
}

/** For each `na` whether every course keeps it; those between goals on which nobody works are left out. */
export function goalOrders(space: Space): GoalOrder[] {
    const { machine } = space;
    const all = machine.protocol.goals.flatMap((g): { readonly goal: Goal | Subgoal; readonly parent?: Goal }[] => [
        { goal: g },
        ...g.subgoals.map((goal) => ({ goal, parent: g })),
    ]);
    const byName = new Map(all.map((g) => [g.goal.name, g]));
    return all.flatMap(({ goal }) =>
        goal.after.flatMap((earlier): GoalOrder[] => {
            const before = byName.get(earlier.name);
            const { sure: work } = workOn(machine, goal);
            const first = before && workOn(machine, before.goal, before.parent);
            if (!first || work.size === 0 || first.sure.size + first.perhaps.size === 0) {
                return [];
            }
            const anyFirst = new Set([...first.sure, ...first.perhaps]);
            const sure = courseAvoiding(space, work, anyFirst);
            const course = sure ?? courseAvoiding(space, work, first.sure);
            const broken = course && {
                course,
                work,
                avoided: sure ? anyFirst : first.sure,
                isSure: sure !== undefined,
            };
            return [{ goal, earlier, first: anyFirst, broken }];
        }),
    );
}

/** A shortest course to work at some stations on which nothing is done at others. */
function courseAvoiding(
    space: Space,
    work: ReadonlySet<number>,
    avoided: ReadonlySet<number>,
): readonly Edge[] | undefined {
    const reached = reachedWithout(space, (edge) => isDoneAt(avoided, edge));
    for (const state of reached.states) {
        const edge = (space.out[state] ?? []).find((e) => isDoneAt(work, e) && !isDoneAt(avoided, e));
        if (edge) {
            return [...reached.courseTo(state), edge];
        }
    }
    return undefined;
}

/**
 * The goals on which nothing is done on some course to an end that counts, each with the first such course; those on which
 * nobody works at all are left out.
 *
 * @param isCounted whether an end counts, such as one that is successful
 */
export function skippedGoals(space: Space, isCounted: (end: End) => boolean): SkippedGoal[] {
    const { machine } = space;
    const aside = reachedWithout(space, (edge) => leadsAside(space, edge));
    return workableGoals(machine.protocol).flatMap((goal): SkippedGoal[] => {
        const { sure, perhaps } = workOn(machine, goal.element, goal.parent);
        if (sure.size === 0) {
            return [];
        }
        const any = new Set([...sure, ...perhaps]);
        const found = endWithout(space, any, isCounted);
        const [end, course] = found ?? endWithout(space, sure, isCounted) ?? [];
        if (!end || !course) {
            return [];
        }
        const isWorkedOn = (s: number) => space.out[s]?.some((e) => isDoneAt(sure, e)) === true;
        // work that no course comes to is behind nothing
        const isApart = !aside.states.some(isWorkedOn) && space.states.some((_, s) => isWorkedOn(s));
        return [
            { goal, end, course, avoided: found ? any : sure, how: isApart ? 'apart' : found ? 'sure' : 'perhaps' },
        ];
    });
}

function endWithout(
    space: Space,
    avoided: ReadonlySet<number>,
    isCounted: (end: End) => boolean,
): readonly [End, Edge[]] | undefined {
    const reached = reachedWithout(space, (edge) => isDoneAt(avoided, edge));
    for (const state of reached.states) {
        const at = space.states[state]?.end;
        const node = typeof at === 'number' ? space.machine.stations[at]?.node : undefined;
        if (node?.kind === 'end' && isCounted(node)) {
            return [node, reached.courseTo(state)];
        }
    }
    return undefined;
}

/** Whether a move is or brings about an interruption, or goes to an escalation. */
function leadsAside({ machine, states }: Space, { from, to, move }: Edge): boolean {
    const target = 'way' in move ? move.way.target : undefined;
    if (move.kind === 'interrupt' || move.kind === 'escalate') {
        return true;
    }
    if (target !== undefined && machine.stations[target]?.node.kind === 'escalation') {
        return true;
    }
    const isAt = (state: number, station: number) => states[state]?.tokens.some((t) => t.at === station);
    return machine.breaches.some((b) => b.target !== undefined && isAt(to, b.target) && !isAt(from, b.target));
}

/** Whether work at one of some stations is done by a move. */
export function isDoneAt(stations: ReadonlySet<number>, { move }: Pick<Edge, 'move'>): boolean {
    return move.kind === 'finish' && stations.has(move.token.at);
}
