import { machineOf } from '../language/execution/machine.js';
import type { Arrow } from '../language/model/process.js';
import type { Protocol } from '../language/model/protocol.js';
import { branchesOf, branchInWords } from '../language/simulate/coverage.js';
import type { Run } from '../language/simulate/run.js';
import type { Language } from '../language/text/bilingual.js';
import type { CoveredFile, CoveredPart, Spot } from './requests.js';
import { headOf, spotOf } from './tree.js';

/**
 * How often cases came through each step, escalation, end and handover, and took each way on which something decides, by
 * the places in the text. What a working-out inherits stands where it was written, and is counted there together.
 */
export function coveredFiles(runs: ReadonlyMap<Protocol, readonly Run[]>, language: Language): CoveredFile[] {
    const parts = new Map<string, Part>();
    for (const [protocol, done] of runs) {
        for (const part of partsOf(protocol, done, language)) {
            const key = keyOf(part.at);
            const known = parts.get(key);
            parts.set(key, known ? together(known, part) : part);
        }
    }
    const byFile = new Map<string, CoveredPart[]>();
    for (const part of [...parts.values()].sort((a, b) => compare(a.at, b.at))) {
        const { uri } = part.at;
        byFile.set(uri, [...(byFile.get(uri) ?? []), { ...part, branches: [...part.branches.values()] }]);
    }
    return [...byFile].map(([uri, all]) => ({ uri, parts: all }));
}

interface Part extends Omit<CoveredPart, 'branches'> {
    readonly branches: ReadonlyMap<string, Way>;
}
type Way = CoveredPart['branches'][number];

function partsOf(protocol: Protocol, runs: readonly Run[], language: Language): Part[] {
    const machine = machineOf(protocol);
    if (!machine) {
        return [];
    }
    const entered = tally(runs.flatMap((run) => [...run.entered, ...(run.end === undefined ? [] : [run.end])]));
    const done = tally(runs.flatMap((run) => [...run.path, ...(run.end === undefined ? [] : [run.end])]));
    const taken = tally(runs.flatMap((run) => run.arrows));
    const confirmed = tally(runs.flatMap((run) => run.handovers.flatMap((h) => (h.confirmed ? [h.name] : []))));
    const ways = branchesOf(machine);
    const waysFrom = (name: string | undefined) =>
        ways.filter((arrow) => arrow.from === name).map((arrow) => wayOf(protocol, arrow, taken, language));
    const part = (name: string, times: number, at: Spot, branches: readonly Way[] = []): Part => ({
        name,
        times,
        at,
        branches: new Map(branches.map((way) => [keyOf(way.at) + way.label, way])),
    });
    return [
        ...machine.process.nodes
            .filter((node) => !(node.kind === 'end' && node.implicit))
            .map((node) => {
                const isContainer = node.kind === 'group' || node.kind === 'phase';
                const times = (isContainer ? entered : done).get(node.name) ?? 0;
                return part(node.name, times, headOf(node), waysFrom(node.name));
            }),
        ...protocol.handovers.map((handover) =>
            part(handover.name, confirmed.get(handover.name) ?? 0, headOf(handover)),
        ),
        // an interruption comes from anywhere
        ...waysFrom(undefined).map((way) => part(way.label, way.times, way.at)),
    ];
}

function wayOf(protocol: Protocol, arrow: Arrow, taken: ReadonlyMap<Arrow, number>, language: Language): Way {
    return { label: branchInWords(protocol, arrow)[language], times: taken.get(arrow) ?? 0, at: spotOf(arrow.at) };
}

function together(a: Part, b: Part): Part {
    const branches = new Map(a.branches);
    for (const [key, way] of b.branches) {
        branches.set(key, { ...way, times: way.times + (branches.get(key)?.times ?? 0) });
    }
    return { ...a, times: a.times + b.times, branches };
}

function tally<T>(all: readonly T[]): Map<T, number> {
    const counts = new Map<T, number>();
    for (const one of all) {
        counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts;
}

function keyOf({ uri, line, character }: Spot): string {
    return `${uri} ${String(line)} ${String(character)} `;
}

function compare(a: Spot, b: Spot): number {
    return a.uri === b.uri ? a.line - b.line || a.character - b.character : a.uri < b.uri ? -1 : 1;
}
