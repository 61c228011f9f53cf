import type { Machine, Station } from '../execution/machine.js';
import type { Place } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import type { Draft } from './draft.js';
import type { Lane } from './graph.js';
import { word, type Word } from './labels.js';
import type { KeptMoment } from './moments.js';
import type { CountedStart } from './starts.js';
import type { CountedTerm } from './terms.js';
import type { Waits } from './waits.js';

/** What all that build a graph share. */
export interface Building {
    readonly machine: Machine;
    readonly language: Language;
    readonly draft: Draft;
    readonly lanes: readonly Lane[];
    /** index in lanes, by station */
    readonly laneOf: (station: Station) => number;
    readonly laneOfRole: (role: string | undefined) => number;
    /** the groups and phases to which something can happen as a whole */
    readonly framed: ReadonlySet<number>;
    readonly waits: Waits;
    /** what work waits for by the clock */
    readonly starts: readonly CountedStart[];
    /** terms of which a case keeps when they are over */
    readonly terms: readonly CountedTerm[];
    /** all moments that a case keeps */
    readonly moments: readonly KeptMoment[];
    /** what is still to be made of work that a case comes to: what follows it */
    readonly later: (() => void)[];
    /** groups whose parts are awaited */
    readonly joins: Join[];
    /** indices of the formal `altijd als` that some node raises */
    readonly raised: Set<number>;
    /** ends that the whole case comes to from work that goes on beside it */
    readonly endsRaised: Map<number, string>;
    /** names of what an `altijd als` waits for, by its index */
    readonly breachNames: readonly string[];
    /** where a case comes to a station; see stations.ts */
    readonly enter: (scope: Scope, target: number | undefined) => string;
}

/**
 * Where nodes stand: the process itself, a group or phase as a whole (`container`), or what an `altijd als` starts. A station
 * has one node in each scope.
 */
export interface Scope {
    /** id of the subprocess; undefined for the process itself */
    readonly id?: string;
    /** index of the station that is a subprocess */
    readonly container?: number;
    /** what it stands in, for a group or phase */
    readonly outer?: Scope;
    /** `main`, `instead` of all other work (`altijd als`), or `beside` it (`hervat daarna`) */
    readonly course: 'main' | 'instead' | 'beside';
    /** what an `altijd als` leads to, which it does not interrupt itself */
    readonly target?: number;
    /** id of where a case comes in, by station; -1 for where nobody says what comes */
    readonly entries: Map<number, string>;
    /** the same for the inside of a group or phase */
    readonly contents: Map<number, string>;
    /** the same for what follows when all of it is done */
    readonly done: Map<number, string>;
    readonly frames: Map<number, Frame>;
    readonly joins: Map<number, Join>;
    /** id of where a case waits that comes into a group or phase by the side: by that, where it goes and what is there */
    readonly sides: Map<string, string>;
    /** what an `altijd als` leads to, where another one may end all of it */
    readonly restart?: Restart;
}

/** What an `altijd als` leads to as a subprocess of its own (restarts.ts). */
export interface Restart {
    readonly node: string;
    /** the event subprocess */
    readonly around: Scope;
    /** gateways that choose the way in, and whether it begins anew */
    readonly into: string;
    readonly outOf: string;
    readonly order: number;
    /** by index of an interruption: the node by which that ends all in it */
    readonly left: Map<number, string>;
}

/** A group or phase that is a subprocess. */
export interface Frame {
    readonly node: string;
    readonly inner: Scope;
    /** gateways that choose the way in and out */
    readonly into: string;
    readonly outOf: string;
    /** by station: the node by which a way from one of several parts leads there, while the others go on */
    readonly aside: Map<number, string>;
    /** by index of an interruption: the node by which that ends all in it, within what another interruption began */
    readonly left: Map<number, string>;
}

/** Where the parts of a group come together. */
export interface Join {
    readonly scope: Scope;
    readonly station: Station;
    readonly node: string;
    /** where each part arrives */
    readonly parts: Map<number, string>;
    isOpen: boolean;
}

export function scopeOf(given: Pick<Scope, 'course'> & Partial<Scope>): Scope {
    return {
        entries: new Map(),
        contents: new Map(),
        done: new Map(),
        frames: new Map(),
        joins: new Map(),
        sides: new Map(),
        ...given,
    };
}

/** Makes all that follows work that a case comes to; without a call within a call, for processes of any length. */
export function followAll({ later }: Building): void {
    for (let next = later.pop(); next; next = later.pop()) {
        next();
    }
}

export function stationAt({ machine }: Building, index: number): Station {
    const station = machine.stations[index];
    if (!station) {
        throw new Error(`There is no station ${String(index)}.`);
    }
    return station;
}

/** Whether parts of it may be open at the same time. */
export function isParallel({ node, children }: Station): boolean {
    return node.kind === 'group' && node.mode !== 'one' && children.length > 1;
}

export function titleOf({ node }: Station): string {
    return node.title ?? node.name;
}

/** What nodes of a station have in common. */
export function of(
    b: Building,
    scope: Scope,
    station: Station,
    at: Place = station.node.nameAt,
): { lane: number; scope?: string; element: string; at: Place } {
    return { ...inScope(b.laneOf(station), scope), element: station.node.name, at };
}

export function inScope(lane: number, { id }: Scope): { lane: number; scope?: string } {
    return id === undefined ? { lane } : { lane, scope: id };
}

/** A fact of the protocol as a variable; its name stays its own. */
export function factVariable({ draft, machine }: Building, name: string): string {
    const fact = machine.protocol.facts.find((f) => f.name === name);
    return draft.know({ kind: 'fact', name, label: fact?.title ?? name });
}

/** A gateway that belongs to a station. */
export function gateway(
    b: Building,
    scope: Scope,
    station: Station,
    kind: 'decide' | 'merge' | 'split' | 'join',
    suffix: string,
    options: { readonly label?: string; readonly order?: number } = {},
): string {
    const { label = '', order = 0.5 } = options;
    const where = inScope(b.laneOf(station), scope);
    return b.draft.add(`${station.node.name}_${suffix}`, station.index + order, {
        kind: 'gateway',
        gateway: kind,
        label,
        ...(kind === 'decide' ? of(b, scope, station) : where),
    });
}

export function says(b: Building, key: Word): string {
    return word(key, b.language);
}
