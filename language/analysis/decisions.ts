import { knownIn } from '../execution/enter.js';
import type { Station, Way } from '../execution/machine.js';
import { isOpen } from '../execution/moves.js';
import {
    factsIn,
    isInformal,
    mayHold,
    mustHold,
    OPEN,
    truthsOf,
    valuesAskedIn,
    type FactValue,
} from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import { questionsIn } from '../model/queries.js';
import type { Space } from './space.js';

/** Facts with their values, by name; undefined where a fact is not known. */
export type Values = Readonly<Record<string, FactValue | undefined>>;

/** What is known of the choices at one node, given what is known on each path to it. */
export interface Decision {
    /** index of the station */
    readonly station: number;
    /** values for which no branch holds, each with the first state in which that is so */
    readonly uncovered: readonly { readonly values: Values; readonly state: number }[];
    /** where there are such: the values that a case can have here and for which some branch may hold */
    readonly held: readonly Values[];
    /** pairs of branches that hold for the same values; of each pair the first */
    readonly overlaps: readonly {
        readonly first: Way;
        readonly second: Way;
        readonly values: Values;
        readonly state: number;
        /** of these two the ones that hold for other values without the other one */
        readonly alone: readonly Way[];
    }[];
    /** the values that each fact which branches ask about has when a case comes here, in the order in which they are found */
    readonly seen: ReadonlyMap<string, ReadonlySet<FactValue | undefined>>;
    /** branches whose condition cannot hold here */
    readonly never: readonly Way[];
    /** whether values for which no branch holds may be left out: more than one thing is for people to decide, or it is open */
    readonly inDoubt: boolean;
    /** facts that a branch asks about in a state in which they are not known */
    readonly unknown: readonly { readonly fact: string; readonly way: Way; readonly state: number }[];
}

/**
 * Completeness, overlap and branches that are never taken (as for decision tables: Huysmans et al. 2011; CODASYL 1982),
 * exactly: over the values that a case can have when it comes to a choice. What a person decides is yes or no, the same text
 * the same at one choice. Of two texts only people know whether both can be so: what rests on that is in doubt.
 */
export function decisionsOf(space: Space): Decision[] {
    const arriving = statesByLeaving(space);
    return space.machine.stations
        .filter((s) => s.exits.some((w) => w.arrow.condition) && arriving[s.index]?.length)
        .map((s) => decisionAt(space, s, arriving[s.index] ?? []));
}

/** For each station the states in which work there is done and is to go on. */
function statesByLeaving({ machine, states }: Space): number[][] {
    const result: number[][] = machine.stations.map(() => []);
    states.forEach((state, i) => {
        for (const token of state.tokens) {
            if (token.stage === 'leaving') {
                result[token.at]?.push(i);
            }
        }
    });
    return result;
}

function decisionAt({ machine, states }: Space, station: Station, arriving: readonly number[]): Decision {
    const branches = station.exits.filter((w) => w.arrow.condition);
    const names = [...new Set(branches.flatMap((w) => [...factsIn(w.arrow.condition)]))];
    const covered = station.exits.some((w) => !w.arrow.condition);
    const texts = textsIn(branches);
    const assignments = texts.length > MOST_TEXTS ? [{}] : assignmentsOf(texts);
    const isExact = texts.length <= MOST_TEXTS && branches.every((w) => !hasOpenQuestion(w.arrow.condition));
    const otherwise = station.exits.find((w) => w.arrow.kind === 'otherwise' && !w.arrow.condition);
    const uncovered = new Map<string, { values: Values; state: number }>();
    const overlaps = new Map<string, Omit<Decision['overlaps'][number], 'alone'>>();
    const alone = new Map<Way, Set<Way>>();
    const seen = new Map<string, Set<FactValue | undefined>>(names.map((name) => [name, new Set()]));
    const unknown = new Map<string, Decision['unknown'][number]>();
    const possible = new Set<Way>();
    const held: Values[] = [];
    let inDoubt = !covered && !isExact;
    for (const index of arriving) {
        const state = states[index];
        for (const said of state ? assignments : []) {
            const known = knownIn(machine, state?.facts ?? [], (text) => said[text]);
            const truths = new Map(
                branches.map((w) => [w, w.arrow.condition ? truthsOf(w.arrow.condition, known) : 0] as const),
            );
            const may = branches.filter((w) => mayHold(truths.get(w) ?? 0));
            may.forEach((w) => possible.add(w));
            const isCaught = branches.some(
                (w) => state && isOpen(state, machine, w) && !w.mayBeUsedUp && mustHold(truths.get(w) ?? 0),
            );
            if (otherwise && !isCaught) {
                possible.add(otherwise);
            }
            const values: Values = { ...Object.fromEntries(names.map((n) => [n, known.fact(n)])), ...said };
            // a way that may not be taken any more covers its values: that a case is stuck then is another question
            if (may.length > 0) {
                held.push(values);
            } else if (!covered && isExact) {
                if (texts.length > 1) {
                    inDoubt = true;
                } else {
                    keep(uncovered, keyOfValues(values), {
                        values,
                        state: index,
                    });
                }
            }
            for (const way of branches.filter((w) => (truths.get(w) ?? 0) & OPEN)) {
                for (const fact of unknownIn(way.arrow.condition, known.fact)) {
                    keep(unknown, fact, { fact, way, state: index });
                }
            }
            const holding = branches.filter((w) => mustHold(truths.get(w) ?? 0));
            for (const way of may) {
                const others = alone.get(way) ?? new Set();
                branches.filter((w) => !may.includes(w)).forEach((w) => others.add(w));
                alone.set(way, others);
            }
            names.forEach((name) => seen.get(name)?.add(known.fact(name)));
            holding.forEach((first, i) => {
                for (const second of holding.slice(i + 1).filter((w) => textsIn([first, w]).length <= 1)) {
                    const pair = `${String(branches.indexOf(first))} ${String(branches.indexOf(second))}`;
                    keep(overlaps, pair, { first, second, values, state: index });
                }
            });
        }
    }
    return {
        station: station.index,
        uncovered: [...uncovered.values()],
        held: uncovered.size > 0 ? [...new Map(held.map((v) => [keyOfValues(v), v])).values()] : [],
        overlaps: [...overlaps.values()].map((o) => ({
            ...o,
            alone: [
                ...(alone.get(o.first)?.has(o.second) === true ? [o.first] : []),
                ...(alone.get(o.second)?.has(o.first) === true ? [o.second] : []),
            ],
        })),
        seen,
        never: [...branches, ...(otherwise ? [otherwise] : [])].filter((w) => !possible.has(w)),
        inDoubt,
        unknown: [...unknown.values()],
    };
}

function keyOfValues(values: Values): string {
    return JSON.stringify(Object.values(values).map((v) => v ?? null));
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
    if (!map.has(key)) {
        map.set(key, value);
    }
}

/** Of more texts that people decide on, not every combination is looked at. */
const MOST_TEXTS = 6;

function textsIn(ways: readonly Way[]): string[] {
    const texts = ways.flatMap(({ arrow }) =>
        questionsIn(arrow.condition).flatMap((q) => (q.type === 'informal' ? [q.text] : [])),
    );
    return [...new Set(texts)];
}

/** Every way in which people can decide on these texts. */
function assignmentsOf(texts: readonly string[]): Readonly<Record<string, boolean>>[] {
    return texts.reduce<Record<string, boolean>[]>(
        (all, text) => all.flatMap((one) => [true, false].map((truth) => ({ ...one, [text]: truth }))),
        [{}],
    );
}

/** Whether a condition asks what is `onbekend`, or holds a fact against a vague amount. */
function hasOpenQuestion(condition: Condition | undefined): boolean {
    return questionsIn(condition).some((q) => q.type !== 'informal' && isInformal(q));
}

/** The facts that a condition asks about, other than whether they are known, and that are not. */
function unknownIn(condition: Condition | undefined, fact: (name: string) => FactValue | undefined): string[] {
    return [...valuesAskedIn(condition)].filter((name) => fact(name) === undefined);
}
