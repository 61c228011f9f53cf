import { determinedAt, type Machine, type Station, type Way } from '../execution/machine.js';
import type { Condition } from '../model/protocol.js';
import { laboursOf, leavesOpen } from '../model/queries.js';
import { isUnnamedGroup } from '../model/unnamed-groups.js';
import type { Bilingual } from '../text/bilingual.js';
import { informalTexts } from './said.js';

/** What a case may say of one place in a process: what of it is asked there, or can happen there. */
export interface Sayable {
    readonly kind: 'step' | 'end' | 'handover';
    /** facts that become known there; undefined where the text leaves open which */
    readonly facts: readonly string[] | undefined;
    /** conditions that a person decides there, by their texts */
    readonly texts: readonly string[];
    /** names of where a case may go from there, and of the parts of a group; undefined where the text leaves open which */
    readonly choices: readonly string[] | undefined;
    /** whether it has a term that can run out */
    readonly hasTerm: boolean;
}

/** @returns undefined where the process has nothing of that name */
export function sayableAt(machine: Machine, name: string): Sayable | undefined {
    const station = machine.stations[machine.index.get(name) ?? -1];
    return station ? atStation(machine, station) : atHandover(machine, name);
}

/** The names of what a place is part of, from the inside out, from which a case may go where it may not from that place. */
function chosenAround({ stations, index }: Machine, place: string, chosen: string): readonly string[] {
    const target = index.get(chosen);
    const [, ...around] = stations[index.get(place) ?? -1]?.around ?? [];
    return around.flatMap((i) => {
        const station = stations[i];
        const isThere =
            target !== undefined &&
            station !== undefined &&
            !isUnnamedGroup(station.node) &&
            [...station.exits, ...station.escalations].some((w) => w.target === target);
        return isThere ? [station.node.name] : [];
    });
}

/** That something cannot be chosen at a place, but can at what that is part of; undefined where it cannot. */
export function toChooseAround(machine: Machine, place: string, chosen: string): Bilingual | undefined {
    const [where] = chosenAround(machine, place, chosen);
    return where === undefined
        ? undefined
        : {
              nl: `Bij ${place} kan ${chosen} niet worden gekozen, maar wel bij ${where}: schrijf \`bij ${where}: kiest ${chosen}\`.`,
              en: `At ${place} ${chosen} cannot be chosen, but it can at ${where}: write \`bij ${where}: kiest ${chosen}\`.`,
          };
}

/** The conditions that a person decides before a case begins, by their texts. */
export function textsAtStart({ process }: Machine): readonly string[] {
    return textsOf(process.access.map((a) => a.condition));
}

function atStation(machine: Machine, station: Station): Sayable {
    const { node, exits, expiries, escalations, guards, doneWhen, repeats } = station;
    if (node.kind === 'end') {
        return { kind: 'end', facts: [], texts: [], choices: [], hasTerm: false };
    }
    const ways = [...exits, ...expiries, ...escalations];
    const interrupts = machine.breaches.map((b) => b.interrupt.condition);
    const isOpen = laboursOf(node).some((work) => leavesOpen(work, 'bepaalt'));
    // an escalation of which the text leaves open where it comes from, may come from here
    const isAnywhere = machine.process.nodes.some((n) => n.kind === 'escalation' && leavesOpen(n, 'vanuit'));
    const targets = [
        ...namesOf(machine, ways),
        ...machine.breaches.flatMap((b) => nameAt(machine, b.target)),
        ...station.children.flatMap((child) => nameAt(machine, child)),
        ...(repeats.length > 0 ? [node.name] : []),
    ];
    return {
        kind: 'step',
        facts: isOpen ? undefined : determinedAt(node),
        texts: textsOf([
            ...interrupts,
            ...ways.map((w) => w.arrow.condition),
            ...guards,
            ...doneWhen,
            ...repeats.map((r) => r.until),
        ]),
        choices: isAnywhere || ways.some((w) => w.target === undefined) ? undefined : [...new Set(targets)],
        hasTerm: node.deadlines.length > 0,
    };
}

function atHandover(machine: Machine, name: string): Sayable | undefined {
    const handover = machine.protocol.handovers.find((h) => h.name === name);
    if (!handover) {
        return undefined;
    }
    const exits = machine.stations.flatMap((s) => s.exits).filter((w) => w.handovers.includes(handover));
    const backs = exits.flatMap((w) => w.fallbacks).filter((w) => w.arrow.handovers.includes(name));
    return {
        kind: 'handover',
        facts: [],
        texts: textsOf(handover.guards.map((g) => g.condition)),
        choices: backs.some((w) => w.target === undefined) ? undefined : [...new Set(namesOf(machine, backs))],
        // a confirmation that stays out is its term
        hasTerm: true,
    };
}

function namesOf(machine: Machine, ways: readonly Way[]): string[] {
    return ways.flatMap((w) => nameAt(machine, w.target));
}

function nameAt({ stations }: Machine, index: number | undefined): string[] {
    const station = index === undefined ? undefined : stations[index];
    return station ? [station.node.name] : [];
}

function textsOf(conditions: readonly (Condition | undefined)[]): string[] {
    return [...new Set(conditions.flatMap((c) => (c ? informalTexts(c) : [])))];
}
