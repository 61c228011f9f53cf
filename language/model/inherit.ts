import type { SharedElements, StatedProtocol } from './build.js';
import type { StatedProcess } from './build-process.js';
import type { FlowNode, Process } from './process.js';
import type { Departure, Named, Protocol } from './protocol.js';

/** A protocol before its arrows are known. */
export type MergedProtocol = StatedProtocol;

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
 * Adds what an interventie inherits. A local working-out has every named element of what it refines, in that order,
 * unless it drops it (`vervalt`); an element that it names again has its own statements in the old place. A new step
 * comes behind the step that precedes it in the local text. A follow-up may use the names of what it continues.
 */
export function inherit(own: StatedProtocol, { refined, continued, visible }: Bases): MergedProtocol {
    const dropped = new Set(own.dropped.map((d: Departure) => d.element.name));
    const merge = <T extends Named>(mine: readonly T[], base: readonly T[] | undefined): readonly T[] =>
        base === undefined || base.length === 0 || refined === undefined
            ? mine
            : overlay(mine, base, dropped, refined.name, new Map());
    const [ownFile, ...usedFiles] = visible;
    const share = <K extends keyof SharedElements>(kind: K): SharedElements[K] => {
        const mine: readonly Named[] = uniqueByName<Named>([...own[kind], ...(ownFile?.[kind] ?? [])]);
        return uniqueByName<Named>([
            ...merge(mine, refined?.[kind]),
            ...(continued?.[kind].map((e) => from(e, continued.name)) ?? []),
            ...usedFiles.flatMap<Named>((v) => v[kind]),
        ]) as unknown as SharedElements[K];
    };
    const process = mergeProcess(own.process, refined?.process, dropped, refined?.name ?? '');
    const { process: _own, ...rest } = own;
    return {
        ...rest,
        targetGroups: merge(own.targetGroups, refined?.targetGroups),
        goals: merge(own.goals, refined?.goals),
        indicators: merge(own.indicators, refined?.indicators),
        research: merge(own.research, refined?.research),
        facts: uniqueByName([...merge(own.facts, refined?.facts), ...inheritedNames(continued?.facts, continued)]),
        documents: uniqueByName([
            ...merge(own.documents, refined?.documents),
            ...inheritedNames(continued?.documents, continued),
        ]),
        handovers: merge(own.handovers, refined?.handovers),
        sources: share('sources'),
        concepts: share('concepts'),
        organisations: share('organisations'),
        roles: share('roles'),
        ...(process ? { process } : {}),
    };
}

function inheritedNames<T extends Named>(elements: readonly T[] | undefined, base: Protocol | undefined): T[] {
    return elements && base ? elements.map((e) => from(e, base.name)) : [];
}

function from<T extends Named>(element: T, base: string): T {
    return { ...element, inheritedFrom: element.inheritedFrom ?? base };
}

function overlay<T extends Named>(
    mine: readonly T[],
    base: readonly T[],
    dropped: ReadonlySet<string>,
    baseName: string,
    behind: ReadonlyMap<string, string | undefined>,
): T[] {
    const own = new Map(mine.map((e) => [e.name, e]));
    const known = new Set(base.map((e) => e.name));
    const result = base.filter((e) => !dropped.has(e.name)).map((e) => own.get(e.name) ?? from(e, baseName));
    for (const element of mine) {
        if (known.has(element.name)) {
            continue;
        }
        const previous = behind.get(element.name);
        const index = previous === undefined ? -1 : result.findIndex((e) => e.name === previous);
        if (index >= 0) {
            result.splice(index + 1, 0, element);
        } else {
            result.push(element);
        }
    }
    return result;
}

function mergeProcess(
    own: StatedProcess | undefined,
    base: Process | undefined,
    dropped: ReadonlySet<string>,
    baseName: string,
): StatedProcess | undefined {
    if (!base) {
        return own;
    }
    const { arrows: _arrows, start: _start, ...stated } = base;
    const baseNodes = base.nodes.filter((n) => !(n.kind === 'end' && n.implicit));
    const behind = new Map<string, string | undefined>();
    const lastIn = new Map<string | undefined, string>();
    for (const node of own?.nodes ?? []) {
        behind.set(node.name, lastIn.get(node.parent));
        lastIn.set(node.parent, node.name);
    }
    const merged = overlay<FlowNode>(own?.nodes ?? [], baseNodes, dropped, baseName, behind);
    const parents = new Map(baseNodes.map((n) => [n.name, n.parent]));
    // a step that is named again outside its group stays in its group
    const nodes = merged.map((n) => {
        const parent = n.parent ?? parents.get(n.name);
        return parent === undefined || n.parent === parent || dropped.has(parent) ? n : { ...n, parent };
    });
    const children = Map.groupBy(nodes, (n) => n.parent);
    return {
        ...stated,
        ...(own ?? {}),
        access: own && own.access.length > 0 ? own.access : base.access,
        contactBudgets: own && own.contactBudgets.length > 0 ? own.contactBudgets : base.contactBudgets,
        interrupts: [...(own?.interrupts ?? []), ...base.interrupts.filter((i) => !dropped.has(i.target.node.name))],
        nodes: nodes.map((n) =>
            n.kind === 'group' || n.kind === 'phase'
                ? { ...n, children: (children.get(n.name) ?? []).map((c) => c.name) }
                : n,
        ),
    };
}

function uniqueByName<T extends Named>(elements: readonly T[]): T[] {
    const seen = new Set<string>();
    return elements.filter((e) => {
        const isNew = !seen.has(e.name);
        seen.add(e.name);
        return isNew;
    });
}
