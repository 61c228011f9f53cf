import { courseOf } from '../analysis/course.js';
import type { Edge, Space } from '../analysis/space.js';
import type { Case, CaseEvent } from '../execution/case.js';
import type { Machine, Station } from '../execution/machine.js';
import type { State, Token } from '../execution/state.js';
import { OPEN_CONDITION, type FactValue } from '../execution/truth.js';
import { onlyValueOf } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import { parseDuration } from './duration.js';
import { comparePaths } from './paths.js';
import type { Run } from './run.js';
import { informalTexts } from './said.js';
import { simulate } from './simulate.js';

/** A case that a scenario can tell, with the course that it takes. */
export interface Proposal {
    readonly given: Case;
    readonly run: Run;
    /** the branch or the end that it was chosen for */
    readonly goal?: Bilingual;
}

/**
 * The case of a course as a scenario tells it: what people decide by name, and no visit of which there is nothing to say.
 *
 * @param holidays further days off; @param known what is known at the start besides what the process asks about
 * @returns undefined where the simulator does not take such a case that way
 */
export function tellCourse(
    space: Space,
    state: number,
    edges: readonly Edge[],
    { holidays, known = {} }: { readonly holidays: readonly string[]; readonly known?: Case['facts'] },
): Proposal | undefined {
    const { machine, states } = space;
    const course = courseOf(space, state, edges);
    const end = states[state]?.end;
    const name = typeof end === 'number' ? machine.stations[end]?.node.name : undefined;
    const going = (given: Case): Proposal | undefined => {
        const run = simulate(machine, given, { holidays });
        const goesSo = run.end === name && !run.stop && run.unused.length === 0;
        return goesSo && !comparePaths(machine, course.path, run) ? { given, run } : undefined;
    };
    const told = tellable(machine, { ...course.case, facts: { ...known, ...course.case.facts } });
    return going(withoutBare(told)) ?? thinned(machine, told, daysOf(space, edges), going);
}

/** How long a visit takes of which there is nothing else to say: as the text says, and else so many days. */
function durationOf(machine: Machine, step: string, days = 1): string {
    const node = stationOf(machine, step)?.node;
    const stated = node && 'statements' in node ? onlyValueOf(node, 'duur')?.value : undefined;
    const isTold = stated?.type === 'quantity' && parseDuration(stated.text).type === 'quantity';
    return isTold ? stated.text : days === 1 ? '1 dag' : `${String(days)} dagen`;
}

/** By name the days that each visit takes when on a course something is done each day, in its order. */
function daysOf({ machine, states }: Space, course: readonly Edge[]): ReadonlyMap<string, readonly number[]> {
    const since = new Map<Token, number>();
    const days = new Map<string, number[]>();
    let day = 0;
    const begin = (state: State | undefined) => {
        state?.tokens.filter((t) => !since.has(t)).forEach((t) => since.set(t, day));
    };
    begin(states[course[0]?.from ?? -1]);
    for (const { from, to, move } of course) {
        if (move.kind === 'finish') {
            const { at, again, stage } = move.token;
            const token = states[from]?.tokens.find((t) => t.at === at && t.again === again && t.stage === stage);
            const name = machine.stations[at]?.node.name ?? '';
            day++;
            days.set(name, [...(days.get(name) ?? []), day - (token ? (since.get(token) ?? 0) : 0)]);
        }
        begin(states[to]);
    }
    return days;
}

/** In a case of more events each visit is told: to leave one out takes another run. */
const MOST_THINNED = 40;

function isBare(event: CaseEvent): boolean {
    return Object.keys(event).length === 1;
}

/** Most visits of which there is nothing to say need not be told. */
function withoutBare({ facts, at }: Case): Case {
    return { facts, at: at.filter((e) => !isBare(e)) };
}

/**
 * A case in which only those visits of which there is nothing to say are told that matter: by their place in the order, or
 * since what was said of the visit before would hold again.
 */
function thinned(
    machine: Machine,
    { facts, at }: Case,
    days: ReadonlyMap<string, readonly number[]>,
    going: (given: Case) => Proposal | undefined,
): Proposal | undefined {
    const visits = new Map<string, number>();
    const told = at.map((e) => {
        const visit = visits.get(e.step) ?? 0;
        visits.set(e.step, visit + 1);
        return isBare(e) ? { ...e, duration: durationOf(machine, e.step, days.get(e.step)?.[visit]) } : e;
    });
    let best = going({ facts, at: told });
    for (const event of at.length > MOST_THINNED ? [] : told.filter((e, i) => e !== at[i])) {
        best = best && (going({ facts, at: best.given.at.filter((e) => e !== event) }) ?? best);
    }
    return best;
}

/** The case as a scenario tells it: what people decide by its text where there is no name to choose. */
function tellable(machine: Machine, { facts, at }: Case): Case {
    const told = at.map((event): CaseEvent => {
        const { chooses = [], again, facts: known, ...rest } = event;
        // to choose a step at itself may be to do it once more: where it is not, its way back is told by its text
        const isSelf = (name: string) => name === event.step && again === false;
        const named = chooses.filter((name) => name !== OPEN_CONDITION && !isSelf(name));
        const said: Record<string, FactValue | null> = {
            ...known,
            ...(chooses.includes(OPEN_CONDITION) ? textsTo(machine, event.step, undefined) : {}),
            ...(chooses.some(isSelf) ? textsTo(machine, event.step, machine.index.get(event.step)) : {}),
            ...(again === false ? textsThatEnd(machine, event.step) : {}),
        };
        return {
            ...rest,
            ...(Object.keys(said).length > 0 ? { facts: said } : {}),
            ...(named.length > 0 ? { chooses: named } : {}),
            ...(again === true ? { again } : {}),
        };
    });
    return { facts, at: told };
}

/** What people decide at a step for a case to go to a place: where the text says `onbekend` where it is undefined. */
function textsTo(machine: Machine, step: string, to: number | undefined): Record<string, boolean> {
    const result: Record<string, boolean> = {};
    for (const { arrow, target } of stationOf(machine, step)?.exits ?? []) {
        const texts = arrow.condition ? informalTexts(arrow.condition) : [];
        texts.forEach((text) => (result[text] = target === to));
        if (target === to) {
            break;
        }
    }
    return result;
}

/** What people decide at a step for it not to be done once more. */
function textsThatEnd(machine: Machine, step: string): Record<string, boolean> {
    const untils = stationOf(machine, step)?.repeats.flatMap((r) => r.until ?? []) ?? [];
    return Object.fromEntries(untils.flatMap(informalTexts).map((text) => [text, true]));
}

function stationOf(machine: Machine, name: string): Station | undefined {
    return machine.stations[machine.index.get(name) ?? -1];
}
