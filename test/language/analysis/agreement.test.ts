import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetBreaches } from '../../../language/analysis/budgets.js';
import { contactsOf } from '../../../language/analysis/contacts.js';
import { courseOf } from '../../../language/analysis/course.js';
import { inOrderOfTime } from '../../../language/analysis/in-time.js';
import { courseOfMoves, possibleCourse } from '../../../language/analysis/possible-course.js';
import { durationsOf } from '../../../language/analysis/durations.js';
import type { Extremes } from '../../../language/analysis/extremes.js';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import type { Budget } from '../../../language/execution/budget.js';
import { sumOfContacts } from '../../../language/execution/contacts.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { after, leavesEarly } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { movesIn, type Move } from '../../../language/execution/moves.js';
import { keyOf, type State } from '../../../language/execution/state.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import type { Performers, Step } from '../../../language/model/process.js';
import type { Block } from '../../../language/model/protocol.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { brokenOff, openProcess, randomProcess } from './random-process.js';

const { Draaiboek } = createDraaiboekServices();

/**
 * The same processes each time, so that a change is judged by itself. To look at others, put another number here, and
 * more runs below.
 */
const SEED = 11;

/** More courses than this are too many to go through one by one. */
const MOST = 8_000;

/** What all courses come to, by going through them: no reduction, nothing forgotten, contacts counted along the way. */
interface Enumerated {
    readonly stuck: boolean;
    readonly improper: boolean;
    readonly reached: ReadonlySet<string>;
    /** by end: the numbers of contacts with which some course reaches it */
    readonly contacts: ReadonlyMap<string, readonly Tally[]>;
    /** the numbers of contacts at each moment from which no course comes to an end */
    readonly endless: readonly Tally[];
}

/** Contacts along the way, at least and at most. */
interface Tally {
    readonly all: Bounds;
    /** those of the organisation for certain, and with those of people of whom it is not stated */
    readonly own: Bounds;
    readonly maybe: Bounds;
}

type Bounds = readonly [low: number, high: number];

function enumerate(machine: Machine): Enumerated | undefined {
    const seen = new Set<string>();
    const reached = new Set<string>();
    const contacts = new Map<string, Tally[]>();
    let stuck = false;
    let improper = false;
    const work: { state: State; sum: Tally; parts: Parts; from?: string }[] = beginnings(machine).map((state) => ({
        state,
        sum: NOTHING,
        parts: {},
    }));
    const moments = new Map<string, { all: Tally; before: string[]; isEnd: boolean }>();
    const name = (index: number) => machine.stations[index]?.node.name ?? '';
    for (let item = work.pop(); item; item = work.pop()) {
        const { state, sum, parts, from } = item;
        const all = total(machine, sum, parts);
        const key = `${keyOf(state)} ${JSON.stringify([sum, parts])}`;
        const moment = moments.get(key) ?? { all, before: [], isEnd: state.end !== undefined };
        moment.before.push(...(from === undefined ? [] : [from]));
        moments.set(key, moment);
        if (seen.has(key)) {
            continue;
        }
        if (seen.size > MOST) {
            return undefined;
        }
        seen.add(key);
        state.tokens.filter((t) => t.stage !== 'waiting').forEach((t) => reached.add(name(t.at)));
        if (state.end !== undefined) {
            const end = state.end === 'unknown' ? 'onbekend' : name(state.end);
            reached.add(end);
            improper ||= state.leftOpen.length > 0;
            contacts.set(end, [...(contacts.get(end) ?? []), all]);
            continue;
        }
        const moves = movesIn(machine, state);
        // what people may decide from outside the work, an escalation or an interruption, is no way on
        stuck ||= moves.every((m) => m.kind === 'escalate' || m.kind === 'interrupt');
        for (const move of moves) {
            const next = after(machine, state, move);
            work.push({ from: key, state: next, ...counted(machine, { sum, parts }, state, move, next) });
        }
    }
    const toEnd = new Set([...moments].flatMap(([key, { isEnd }]) => (isEnd ? [key] : [])));
    for (const key of toEnd) {
        moments.get(key)?.before.forEach((b) => toEnd.add(b));
    }
    const endless = [...moments].flatMap(([key, { all }]) => (toEnd.has(key) ? [] : [all]));
    return { stuck, improper, reached, contacts, endless };
}

const NONE: Bounds = [0, 0];
const NOTHING: Tally = { all: NONE, own: NONE, maybe: NONE };

function add(a: Tally, b: Tally): Tally {
    const sum = ([p, q]: Bounds, [r, s]: Bounds): Bounds => [p + r, q + s];
    return { all: sum(a.all, b.all), own: sum(a.own, b.own), maybe: sum(a.maybe, b.maybe) };
}

/** What the work in each open phase that states its contacts has come to, by its index; what stands in another is in that. */
type Parts = Readonly<Record<string, Tally>>;

/** What a move adds: to the innermost phase around it that states its contacts, which counts when it is over. */
function counted(
    machine: Machine,
    before: { readonly sum: Tally; readonly parts: Parts },
    state: State,
    move: Move,
    next: State,
): { sum: Tally; parts: Parts } {
    let { sum } = before;
    const parts: Record<string, Tally> = { ...before.parts };
    const put = (around: readonly number[], contacts: Tally) => {
        const whole = around.find((i) => statesWhole(machine, i));
        if (whole === undefined) {
            sum = add(sum, contacts);
        } else {
            parts[whole] = add(parts[whole] ?? NOTHING, contacts);
        }
    };
    put(move.kind === 'finish' ? (machine.stations[move.token.at]?.around ?? []) : [], contactsIn(machine, move));
    for (const at of brokenOff(state, move, next)) {
        put(machine.stations[at]?.around ?? [], upToMost(contactsOfStation(machine, at)));
    }
    for (const { index, around } of machine.stations.toReversed()) {
        const isDone = next.completed.includes(index);
        if (statesWhole(machine, index) && (isDone || leavesEarly(machine, state, move, next, index))) {
            put(around.slice(1), bounded(machine, index, parts[index] ?? NOTHING, isDone));
            Reflect.deleteProperty(parts, index);
        }
    }
    return { sum, parts };
}

/** All so far, that of open phases as of one that is left. */
function total(machine: Machine, sum: Tally, parts: Parts): Tally {
    const rest: Record<string, Tally> = { ...parts };
    let all = sum;
    for (const { index, around } of machine.stations.toReversed()) {
        const inside = bounded(machine, index, rest[index] ?? NOTHING, false);
        const whole = around.slice(1).find((i) => statesWhole(machine, i));
        if (statesWhole(machine, index) && whole !== undefined) {
            rest[whole] = add(rest[whole] ?? NOTHING, inside);
        } else if (statesWhole(machine, index)) {
            all = add(all, inside);
        }
    }
    return all;
}

function statesWhole({ stations }: Machine, index: number): boolean {
    const node = stations[index]?.node;
    return node?.kind === 'phase' && node.statements.some((s) => s.kind === 'contacten');
}

/** What the whole of a phase makes of its parts. */
function bounded({ stations }: Machine, index: number, parts: Tally, isDone: boolean): Tally {
    const text = stations[index]?.node.statements.flatMap((s) => (s.kind === 'contacten' ? s.values : []))[0];
    const said = text?.type === 'quantity' ? text.text : '';
    const [figure = 0, second = figure] = [...said.matchAll(/\d+/g)].map(Number);
    const [least, most] = said.startsWith('minstens')
        ? [figure, Number.POSITIVE_INFINITY]
        : said.startsWith('hoogstens')
          ? [0, figure]
          : [figure, second];
    const inside = stations.filter((s) => s.node.kind === 'step' && s.around.includes(index));
    const isOwn = inside.every(({ node }) => node.kind === 'step' && partsOf(node).every((p) => p.isOf));
    const clamp =
        (low: number) =>
        ([p, q]: Bounds): Bounds => [Math.min(Math.max(p, low), most), Math.min(Math.max(q, low), most)];
    const own = clamp(isDone && isOwn ? least : 0);
    return { all: clamp(isDone ? least : 0)(parts.all), own: own(parts.own), maybe: own(parts.maybe) };
}

function contactsIn(machine: Machine, move: Move): Tally {
    return move.kind === 'finish' ? contactsOfStation(machine, move.token.at) : NOTHING;
}

function contactsOfStation({ stations }: Machine, index: number): Tally {
    const node = stations[index]?.node;
    return node?.kind === 'step' ? partsOf(node).map(tallied).reduce(add, NOTHING) : NOTHING;
}

/** Nobody knows how far work was that was broken off. */
function upToMost({ all, own, maybe }: Tally): Tally {
    return { all: [0, all[1]], own: [0, own[1]], maybe: [0, maybe[1]] };
}

interface Whose {
    readonly isOf: boolean;
    readonly mayBeOf: boolean;
}

interface Part extends Whose {
    readonly all: Bounds;
}

/** What a step says and of whom, read from the statements by themselves, as docs/taal.md says it. */
function partsOf(node: Step): Part[] {
    const said = (block: Pick<Block, 'statements'>) =>
        block.statements.flatMap((s) => (s.kind === 'contacten' ? s.values : []));
    const sumOf = (values: ReturnType<typeof said>) =>
        values
            .map((v) => (v.type === 'quantity' ? boundsIn(v.text) : NONE))
            .reduce<Bounds>(([p, q], [r, s]) => [p + r, q + s], NONE);
    const each = node.activities.map((a) => ({
        all: sumOf(said(a)),
        ...whose(a.performers.length > 0 ? a.performers : node.performers),
    }));
    if (said(node).length === 0) {
        return each;
    }
    const [low, high] = sumOf(said(node));
    // a step takes no less than its activities, as far as it says itself
    const activities = each.reduce((sum, { all }) => sum + all[0], 0);
    // without a performer of its own it is of those of its activities
    const elsewhere = node.activities.flatMap((a) => a.performers);
    const { isOf, mayBeOf } = whose(node.performers.length > 0 ? node.performers : elsewhere);
    return [
        {
            all: [Math.max(low, Math.min(activities, high)), high],
            isOf: isOf && (node.performers.length === 0 || each.every((e) => e.isOf)),
            mayBeOf: mayBeOf || each.some((e) => e.mayBeOf),
        },
    ];
}

function tallied({ all, isOf, mayBeOf }: Part): Tally {
    return { all, own: isOf ? all : NONE, maybe: isOf ? all : mayBeOf ? [0, all[1]] : NONE };
}

/** A contact is of everybody who is there. */
function whose(performers: readonly Performers[]): Whose {
    const by = performers.flatMap((p) => [...p.performers, ...p.with].map((r) => r.name));
    const isOf = by.includes('Werker') || by.includes('Inval');
    return { isOf, mayBeOf: isOf || by.includes('Losse') || by.length === 0 };
}

function boundsIn(text: string): Bounds {
    const [first = 0, second] = [...text.matchAll(/\d+/g)].map(Number);
    return text.startsWith('meer dan')
        ? [first + 1, Number.POSITIVE_INFINITY]
        : text.startsWith('minder dan')
          ? [0, first - 1]
          : [first, second ?? first];
}

/** What going through all courses says of a budget, end by end. */
function breaches({ contacts, endless }: Enumerated, { least, most }: Budget): string[] {
    const lows = (end: string) => (contacts.get(end) ?? []).map(({ all: [low] }) => low);
    const highs = (end: string) => (contacts.get(end) ?? []).map(({ all: [, high] }) => high);
    const ends = ['Klaar', 'Gestopt'].filter((end) => contacts.has(end));
    const over = ends.flatMap((end) =>
        Math.min(...lows(end)) > most
            ? [`over ${end}`]
            : Math.max(...highs(end)) > most
              ? [`sometimes over ${end}`]
              : [],
    );
    const soFar = Math.max(0, ...highs('onbekend')) > most ? ['over so far '] : [];
    const isOver = over.length > 0 || soFar.length > 0;
    const without = !isOver && endless.some(({ all: [, high] }) => high > most) ? ['over without end '] : [];
    const under = ends.flatMap((end) => (Math.min(...lows(end)) < least ? [end] : []));
    const never = under.filter((end) => Math.max(...highs(end)) < least);
    // no end is marked as a success: where there are two, some course that falls short says nothing yet
    const isSure = ends.length === 1 || never.length === ends.length;
    return [
        ...over,
        ...soFar,
        ...without,
        ...under.map((end) =>
            isSure ? `${never.includes(end) ? 'under' : 'sometimes under'} ${end}` : `perhaps under ${end}`,
        ),
    ].sort();
}

async function machineFor(text: string): Promise<Machine | undefined> {
    const document = await parseText(Draaiboek, text);
    const [protocol] = modelOf(Draaiboek, document).interventions;
    return protocol && machineOf(protocol);
}

function endOf(machine: Machine, { end }: State): string {
    return end === 'unknown' ? 'onbekend' : end === undefined ? '' : (machine.stations[end]?.node.name ?? '');
}

/** Whether a step is open twice: what a case says of it by its name may then be about either. */
function isTwiceAtOnce(state: State | undefined): boolean {
    const at = state?.tokens.map((t) => t.at) ?? [];
    return new Set(at).size < at.length;
}

/** Whether a phase that states its contacts is completed while other work in it is open. */
function isCompletedEarly(machine: Machine, { completed, tokens }: State): boolean {
    return completed.some(
        (c) =>
            statesWhole(machine, c) &&
            tokens.some((t) => t.at !== c && machine.stations[t.at]?.around.includes(c) === true),
    );
}

function least(all: readonly (Extremes | undefined)[]): Extremes | undefined {
    return all.reduce((a, b) => (a && b && a.least <= b.least ? a : (b ?? a)), undefined);
}

function greatest(all: readonly (Extremes | undefined)[]): Extremes | undefined {
    return all.reduce((a, b) => (a && b && a.greatest >= b.greatest ? a : (b ?? a)), undefined);
}

const randomBudget: fc.Arbitrary<Budget> = fc.record({
    least: fc.nat({ max: 8 }),
    most: fc.oneof(fc.nat({ max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
});

describe('the analysis agrees with going through all courses', () => {
    it('on stuck cases, improper ends, what is reached, and contacts to each end', async () => {
        let compared = 0;
        let simulated = 0;
        await fc.assert(
            fc.asyncProperty(randomProcess, randomBudget, async (text, budget) => {
                const machine = await machineFor(text);
                const all = machine && enumerate(machine);
                if (!machine || !all) {
                    return;
                }
                compared++;
                const space = spaceOf(machine);
                expect(space.complete).toBe(true);
                const { stuck, improper, unreached } = soundnessOf(space);
                expect(stuck.length > 0).toBe(all.stuck);
                expect(improper.length > 0).toBe(all.improper);
                const names = unreached.map((i) => machine.stations[i]?.node.name ?? '');
                expect(names.filter((n) => all.reached.has(n))).toEqual([]);
                const steps = machine.stations.filter((s) => s.node.kind === 'step' || s.node.kind === 'end');
                const missed = steps.map((s) => s.node.name).filter((n) => !all.reached.has(n) && !names.includes(n));
                expect(missed).toEqual([]);
                const told = budgetBreaches({ space, work: timedWork(machine) }, budget).map((b) =>
                    'end' in b ? `${b.kind} ${b.end}` : b.kind,
                );
                expect([text, budget, told.sort()]).toEqual([text, budget, breaches(all, budget)]);
                const total = contactsOf(space);
                const own = contactsOf(space, 'JGZ');
                for (const [end, sums] of all.contacts) {
                    const there = space.states.flatMap((s, i) => (endOf(machine, s) === end ? [i] : []));
                    const [low, high] = [there.map(own.certain), there.map(own.possible)];
                    expect({
                        end,
                        all: [least(there.map(total.certain))?.least, greatest(there.map(total.certain))?.greatest],
                        own: [least(low)?.least, greatest(high)?.greatest],
                        certain: greatest(low)?.greatest,
                    }).toEqual({
                        end,
                        all: [Math.min(...sums.map((s) => s.all[0])), Math.max(...sums.map((s) => s.all[1]))],
                        own: [Math.min(...sums.map((s) => s.own[0])), Math.max(...sums.map((s) => s.maybe[1]))],
                        certain: Math.max(...sums.map((s) => s.own[1])),
                    });
                    for (const { state, edges, read } of [
                        ...there.map((state) => ({ state, edges: total.certain(state)?.leastCourse, read: 'all' })),
                        ...there.map((state) => ({ state, edges: own.possible(state)?.greatestCourse, read: 'own' })),
                    ]) {
                        if (edges?.some(({ to }) => isTwiceAtOnce(space.states[to]))) {
                            continue;
                        }
                        const shown = possibleCourse(space, timedWork(machine), edges ?? [], {});
                        if (shown.outcome !== 'possible' || !shown.isKept || shown.space.states.some(isTwiceAtOnce)) {
                            continue;
                        }
                        // a phase that is completed while a part of it still goes on takes in what comes before, in another order
                        const isReordered = shown.course.some(({ move }, i) => move !== edges?.[i]?.move);
                        if (isReordered && space.states.some((s) => isCompletedEarly(machine, s))) {
                            continue;
                        }
                        const run = simulate(machine, courseOf(shown.space, shown.state, shown.course).case);
                        const counted = sumOfContacts(run.contacts, read === 'own' ? 'JGZ' : undefined);
                        const found = read === 'own' ? own.possible(state)?.greatest : total.certain(state)?.least;
                        expect([run.stop, read === 'own' ? counted.high : counted.low]).toEqual([undefined, found]);
                        simulated++;
                    }
                }
            }),
            { numRuns: 120, seed: SEED },
        );
        expect(compared).toBeGreaterThan(60);
        expect(simulated).toBeGreaterThan(100);
    });

    it.each([
        ['', randomProcess, 120],
        [', with bounds that are not known and people who interrupt', openProcess, 150],
    ])(
        'on the least and greatest time of each course that it shows%s',
        async (_, processes, numRuns) => {
            let compared = 0;
            let impossible = 0;
            await fc.assert(
                fc.asyncProperty(processes, async (text) => {
                    const machine = await machineFor(text);
                    const space = machine && spaceOf(machine, { limit: 3_000 });
                    if (!machine || !space?.complete) {
                        return;
                    }
                    const work = timedWork(machine);
                    for (const figure of ['low', 'high'] as const) {
                        const durations = durationsOf(space, work, figure);
                        for (const state of space.states.flatMap((s, i) => (typeof s.end === 'number' ? [i] : []))) {
                            const { days = Number.NaN, course = [] } = durations(state) ?? {};
                            // what goes round for ever no case does
                            if (!Number.isFinite(days) || course.some(({ to }) => isTwiceAtOnce(space.states[to]))) {
                                continue;
                            }
                            const begin = space.beginnings.get(course[0]?.from ?? -1);
                            const moves = inOrderOfTime(space, work, { course, days, figure });
                            const timed = begin && moves && courseOfMoves(space, begin, moves);
                            if (!timed || timed.space.states.some(isTwiceAtOnce)) {
                                impossible++;
                                continue;
                            }
                            const { duration, stop, log } = simulate(
                                machine,
                                courseOf(timed.space, timed.state, timed.course).case,
                            );
                            // what is possible in time overruns nothing
                            expect(log.filter((e) => /later klaar|duurt langer/.test(e.message.nl))).toEqual([]);
                            const steps = log.map(({ message, time }) => `${message.nl} ${JSON.stringify(time)}`);
                            expect([stop, figure, duration[figure], steps]).toEqual([undefined, figure, days, steps]);
                            compared++;
                        }
                    }
                }),
                { numRuns, seed: SEED },
            );
            expect(compared).toBeGreaterThan(100);
            expect(impossible).toBeGreaterThan(0);
        },
        240_000,
    );
});
