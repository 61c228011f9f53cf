import type { SharedElements, StatedProtocol } from './build.js';
import { droppedFrom } from './dropped.js';
import type { ElementList } from './element-words.js';
import { inheritProcess, type InheritedProcess } from './inherit-process.js';
import { leadAround, lostInHandover } from './lost.js';
import { openSubjects } from './queries.js';
import { inheritedFrom, overlay, uniqueByName } from './overlay.js';
import type { Goal, Indicator, Rationale, Subgoal } from './goals.js';
import type { Handover, Named, Protocol, Statement, StatementOfBase, WhenAbsent } from './protocol.js';

/** What an interventie inherits from. */
export interface Bases {
    /** `uitwerking van`: every named element */
    readonly refined?: Protocol;
    /** `vervolg op`: names only, so shared elements, facts and documents */
    readonly continued?: Protocol;
    /** of the own file first, then of the files that it uses */
    readonly visible: readonly SharedElements[];
}

/**
 * Adds what an interventie inherits; the arrows are not known yet. A local working-out has every named element of what it refines, in that order,
 * unless it drops it (`vervalt`); an element that it names again has its own statements in the old place, and keeps the
 * named elements in it that it does not name. A follow-up may use the names of what it continues.
 */
export function inherit(own: StatedProtocol, { refined, continued, visible }: Bases): StatedProtocol {
    const dropped = (list: ElementList): Set<string> => droppedFrom(list, own.dropped);
    const merge = <T extends Named>(
        list: ElementList,
        mine: readonly T[],
        base: readonly T[] | undefined,
    ): readonly T[] =>
        base === undefined || base.length === 0 || refined === undefined
            ? mine
            : overlay(mine, base, dropped(list), refined.name);
    const [ownFile, ...usedFiles] = visible;
    const share = <K extends keyof SharedElements>(kind: K): SharedElements[K] => {
        const isOfFiles = own[kind].length === 0 && !refined?.[kind].length && !continued?.[kind].length;
        const known = isOfFiles && ownFile ? listsOf(ownFile, usedFiles) : undefined;
        const list = known?.get(kind) ?? shareAnew(kind);
        known?.set(kind, list);
        return list as SharedElements[K];
    };
    const shareAnew = <K extends keyof SharedElements>(kind: K): SharedElements[K] => {
        const mine: readonly Named[] = uniqueByName<Named>([...own[kind], ...(ownFile?.[kind] ?? [])]);
        return uniqueByName<Named>([
            ...merge(kind, mine, refined?.[kind]),
            ...(continued?.[kind].map((e) => inheritedFrom(e, continued.name)) ?? []),
            ...usedFiles.flatMap<Named>((v) => v[kind]),
        ]) as unknown as SharedElements[K];
    };
    const droppedNodes = dropped('nodes');
    const { process, ...without } = inheritProcess(own.process, refined?.process, droppedNodes, refined?.name ?? '');
    const handovers = merge('handovers', own.handovers, refined?.handovers);
    const inheritedHandovers = without.gone.size === 0 ? [] : handovers.filter((h) => h.inheritedFrom !== undefined);
    const { process: _own, ...rest } = own;
    return {
        ...rest,
        openInBase: refined ? leftOpen(refined, [...own.statements, ...(process?.statements ?? [])]) : [],
        lost: [...without.lost, ...inheritedHandovers.flatMap((h) => lostInHandover(h, without))],
        rationales: refined ? mergeRationales(own.rationales, refined, dropped('factors')) : own.rationales,
        targetGroups: merge('targetGroups', own.targetGroups, refined?.targetGroups),
        goals: refined ? mergeGoals(own.goals, refined, dropped) : own.goals,
        indicators: merge('indicators', own.indicators, refined?.indicators),
        research: merge('research', own.research, refined?.research),
        facts: uniqueByName([
            ...merge('facts', own.facts, refined?.facts),
            ...inheritedNames(continued?.facts, continued),
        ]),
        documents: uniqueByName([
            ...merge('documents', own.documents, refined?.documents),
            ...inheritedNames(continued?.documents, continued),
        ]),
        handovers: handovers.map((h) => (inheritedHandovers.includes(h) ? leavingWhatIsLeft(h, without) : h)),
        sources: share('sources'),
        concepts: share('concepts'),
        organisations: share('organisations'),
        roles: share('roles'),
        ...(process ? { process } : {}),
    };
}

/** What is open in what is refined, and the local text says nothing about. */
function leftOpen(refined: Protocol, own: readonly Statement[]): readonly StatementOfBase[] {
    return [...openSubjects(refined).map((s) => ({ ...s, inheritedFrom: refined.name })), ...refined.openInBase].filter(
        ({ kind, subject }) => !own.some((s) => s.kind === kind && s.subject === subject),
    );
}

interface ListsOfFiles {
    readonly used: readonly SharedElements[];
    readonly lists: Map<keyof SharedElements, SharedElements[keyof SharedElements]>;
}

const ofFiles = new WeakMap<SharedElements, ListsOfFiles>();

/** The lists of what a file and those that it uses share: one for all interventies in it that add nothing to them. */
function listsOf(ownFile: SharedElements, used: readonly SharedElements[]): ListsOfFiles['lists'] {
    const known = ofFiles.get(ownFile);
    if (known?.used.length === used.length && known.used.every((u, i) => u === used[i])) {
        return known.lists;
    }
    const lists: ListsOfFiles['lists'] = new Map();
    ofFiles.set(ownFile, { used, lists });
    return lists;
}

function inheritedNames<T extends Named>(elements: readonly T[] | undefined, base: Protocol | undefined): T[] {
    return elements && base ? elements.map((e) => inheritedFrom(e, base.name)) : [];
}

/** Goals with their subgoals and indicators, each inherited by itself. */
function mergeGoals(own: readonly Goal[], base: Protocol, dropped: (list: ElementList) => Set<string>): Goal[] {
    const goals = dropped('goals');
    const indicators = dropped('indicators');
    const inherited = new Map(base.goals.map((g) => [g.name, g]));
    const mergeIndicators = (
        mine: readonly Indicator[] | undefined,
        theirs: readonly Indicator[],
    ): readonly Indicator[] =>
        mine ? overlay(mine, theirs, indicators, base.name) : theirs.filter((i) => !indicators.has(i.name));
    const mergeSubgoals = (mine: readonly Subgoal[] | undefined, theirs: readonly Subgoal[]): readonly Subgoal[] => {
        const byName = new Map(theirs.map((s) => [s.name, s]));
        const all = mine ? overlay(mine, theirs, goals, base.name) : theirs.filter((s) => !goals.has(s.name));
        return all.map((s) => {
            const stated = mine?.find((m) => m.name === s.name);
            return { ...s, indicators: mergeIndicators(stated?.indicators, byName.get(s.name)?.indicators ?? []) };
        });
    };
    return overlay(own, base.goals, goals, base.name).map((goal) => {
        const theirs = inherited.get(goal.name);
        const mine = own.find((g) => g.name === goal.name);
        return theirs
            ? {
                  ...goal,
                  subgoals: mergeSubgoals(mine?.subgoals, theirs.subgoals),
                  indicators: mergeIndicators(mine?.indicators, theirs.indicators),
              }
            : goal;
    });
}

/** The factors of what is refined, in the first block of the local text or in one that only has them. */
function mergeRationales(
    own: readonly Rationale[],
    base: Protocol,
    dropped: ReadonlySet<string>,
): readonly Rationale[] {
    const [first, ...others] = own;
    const elsewhere = new Set(others.flatMap((r) => r.factors.map((f) => f.name)));
    const theirs = base.rationales.flatMap((r) => r.factors).filter((f) => !elsewhere.has(f.name));
    const factors = overlay(first?.factors ?? [], theirs, dropped, base.name);
    const [model] = base.rationales;
    if (first) {
        return [{ ...first, factors }, ...others];
    }
    return model && factors.length > 0
        ? [
              {
                  at: model.at,
                  provenance: [],
                  statements: [],
                  remarks: [],
                  contradictions: [],
                  factors,
                  workingElements: [],
              },
          ]
        : [];
}

/** A handover from the nodes that are still there, and to them where it is not confirmed. */
function leavingWhatIsLeft(handover: Handover, { gone, detour }: Pick<InheritedProcess, 'gone' | 'detour'>): Handover {
    return {
        ...handover,
        fromNodes: handover.fromNodes.filter((f) => !gone.has(f.name)),
        toEnds: handover.toEnds.filter((e) => !gone.has(e.name)),
        whenAbsent: handover.whenAbsent.map((absent): WhenAbsent => {
            const { target, ...rest } = absent;
            const next = detour(target);
            return next === target
                ? absent
                : { ...rest, ...(next ? { target: next } : {}), insteadOf: target?.node.name ?? '' };
        }),
        deadlines: handover.deadlines.map((deadline) => leadAround(deadline, detour)),
    };
}
