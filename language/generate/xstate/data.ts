import { isInformal } from '../../execution/truth.js';
import type { Again, Machine, Station, Way } from '../../execution/machine.js';
import type { Deadline } from '../../model/protocol.js';
import { mostOf, type Value } from '../../model/values.js';
import { standardOf } from '../../workflow/open-times.js';
import { conditionJson, type ConditionJson } from './conditions.js';

/** What the runtime of the machine looks up; plain JSON, by the keys of the states. */
export interface MachineData {
    readonly delen: Readonly<Record<string, StationJson>>;
    /** for each bounded way and `altijd als` how often it may be taken */
    readonly grenzen: readonly (number | null)[];
    readonly toegang: readonly ConditionJson[];
    readonly onderbrekingen: readonly BreachJson[];
    readonly termijnen: Readonly<Record<string, TermJson>>;
    /** ISO dates that are no working days, besides those that whoever starts the machine gives */
    readonly vrijeDagen: readonly string[];
}

export interface StationJson {
    readonly naam: string;
    readonly wegen?: readonly WayJson[];
    readonly escalaties?: readonly WayJson[];
    readonly pasAls?: readonly ConditionJson[];
    readonly klaarAls?: readonly ConditionJson[];
    readonly herhaal?: readonly AgainJson[];
    /** the counter of how often a group or phase was repeated */
    /** facts that become known here */
    readonly bepaalt?: readonly string[];
}

export interface WayJson {
    readonly naar: string | null;
    readonly als?: ConditionJson;
    /** whether its condition asks facts only */
    readonly formeel?: boolean;
    /** true where it has a bound that is not known */
    readonly open?: true;
    readonly teller?: number;
    /** `pas als` of its handovers */
    readonly pasAls?: readonly ConditionJson[];
    readonly terugval?: readonly WayJson[];
    /** of a fallback behind `anders`: it holds once the one before it in the list does not */
    readonly anders?: true;
}

export interface AgainJson {
    readonly minstens: number;
    /** null where no bound is stated in figures */
    readonly hoogstens: number | null;
    /** true where there is a bound that is not known */
    readonly open?: true;
    readonly tot?: ConditionJson;
}

export interface BreachJson {
    readonly als: ConditionJson;
    readonly formeel: boolean;
    readonly feiten: readonly string[];
    readonly naar: string | null;
    readonly teller?: number;
    readonly hervat: boolean;
}

/** A term, with from when it counts. */
export interface TermJson {
    readonly aantal: number;
    readonly eenheid: Unit;
    /** the key of the state that it is about */
    readonly deel: string;
    readonly vanaf: 'begin' | 'aanmelding' | 'begin van' | 'einde van' | 'overdracht';
    /** the state of `begin van` or `einde van`, or the name of the handover */
    readonly van?: string;
}

export type Unit = 'minuten' | 'dagen' | 'maanden' | 'werkdagen';

export function machineData(
    machine: Machine,
    keys: readonly string[],
    termijnen: Record<string, TermJson>,
    vrijeDagen: readonly string[],
): MachineData {
    const factNames = (indices: Iterable<number>) => [...indices].flatMap((i) => machine.facts[i]?.name ?? []);
    return {
        delen: Object.fromEntries(machine.stations.map((s) => [keys[s.index] ?? '', stationJson(s, keys, factNames)])),
        grenzen: machine.bounds.map((b) => (Number.isFinite(b) ? b : null)),
        toegang: machine.access.map(conditionJson),
        onderbrekingen: machine.breaches.map((b) => ({
            als: conditionJson(b.interrupt.condition),
            formeel: !isInformal(b.interrupt.condition),
            feiten: factNames(b.facts),
            naar: keyOf(b.target, keys),
            ...(b.counter === undefined ? {} : { teller: b.counter }),
            hervat: b.interrupt.resume,
        })),
        termijnen,
        vrijeDagen,
    };
}

function stationJson(station: Station, keys: readonly string[], names: (i: Iterable<number>) => string[]): StationJson {
    const { exits, escalations, guards, doneWhen, repeats, determines } = station;
    return {
        naam: station.node.name,
        ...(exits.length > 0 ? { wegen: exits.map((w) => wayJson(w, keys)) } : {}),
        ...(escalations.length > 0 ? { escalaties: escalations.map((w) => wayJson(w, keys)) } : {}),
        ...(guards.length > 0 ? { pasAls: guards.map(conditionJson) } : {}),
        ...(doneWhen.length > 0 ? { klaarAls: doneWhen.map(conditionJson) } : {}),
        ...(repeats.length > 0 ? { herhaal: repeats.map(againJson) } : {}),
        ...(determines.length > 0 ? { bepaalt: names(determines) } : {}),
    };
}

function wayJson(
    { arrow, target, counter, mayBeUsedUp, handovers, fallbacks, first }: Way,
    keys: readonly string[],
): WayJson {
    const guards = handovers.flatMap((h) => h.guards.map((g) => conditionJson(g.condition)));
    return {
        naar: keyOf(target, keys),
        ...(arrow.condition
            ? { als: conditionJson(arrow.condition), formeel: !isInformal(arrow.condition) && !mayBeUsedUp }
            : {}),
        ...(mayBeUsedUp ? { open: true as const } : {}),
        ...(counter === undefined ? {} : { teller: counter }),
        ...(guards.length > 0 ? { pasAls: guards } : {}),
        ...(first ? { anders: true as const } : {}),
        ...(fallbacks.length > 0 ? { terugval: fallbacks.map((f) => wayJson(f, keys)) } : {}),
    };
}

function againJson({ atLeast, atMost, isOpen, until }: Again): AgainJson {
    return {
        minstens: atLeast,
        ...(isOpen ? { open: true as const } : {}),
        hoogstens: Number.isFinite(atMost) ? atMost : null,
        ...(until ? { tot: conditionJson(until) } : {}),
    };
}

function keyOf(target: number | undefined, keys: readonly string[]): string | null {
    return target === undefined ? null : (keys[target] ?? null);
}

/** How many of each unit of the machine's calendar one is. */
const UNITS: Readonly<Record<string, readonly [Unit, number]>> = {
    minuut: ['minuten', 1],
    minuten: ['minuten', 1],
    uur: ['minuten', 60],
    uren: ['minuten', 60],
    dag: ['dagen', 1],
    dagen: ['dagen', 1],
    etmaal: ['dagen', 1],
    etmalen: ['dagen', 1],
    kalenderdag: ['dagen', 1],
    kalenderdagen: ['dagen', 1],
    week: ['dagen', 7],
    weken: ['dagen', 7],
    maand: ['maanden', 1],
    maanden: ['maanden', 1],
    kwartaal: ['maanden', 3],
    kwartalen: ['maanden', 3],
    jaar: ['maanden', 12],
    jaren: ['maanden', 12],
    werkdag: ['werkdagen', 1],
    werkdagen: ['werkdagen', 1],
};

/** A term that a clock can keep; undefined where it is vague, open, or no time. */
export function termJson(
    machine: Machine,
    keys: readonly string[],
    deel: string,
    stated: Value,
    after: Deadline['after'],
): TermJson | undefined {
    const value = standardOf(stated);
    if (after?.type === 'other') {
        return undefined;
    }
    const [eenheid, factor] =
        value.type === 'quantity' && value.unit !== undefined && Object.hasOwn(UNITS, value.unit)
            ? (UNITS[value.unit] ?? [])
            : [];
    const most = value.type === 'quantity' && value.per === undefined ? mostOf(value) : undefined;
    if (eenheid === undefined || factor === undefined || most === undefined) {
        return undefined;
    }
    const length = { aantal: most * factor, eenheid, deel };
    if (after === undefined) {
        return { ...length, vanaf: 'begin' };
    }
    if (after.type === 'registration') {
        return { ...length, vanaf: 'aanmelding' };
    }
    if (after.type === 'handover') {
        return { ...length, vanaf: 'overdracht', van: after.handover.name };
    }
    const of = machine.index.get(after.node.name);
    if (of === undefined) {
        return undefined;
    }
    return { ...length, vanaf: after.type === 'begin' ? 'begin van' : 'einde van', van: keys[of] ?? '' };
}
