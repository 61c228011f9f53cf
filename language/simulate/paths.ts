import { isParallel, type Machine } from '../execution/machine.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Run } from './run.js';
import { inSentence } from './stops.js';

/** Where a course leaves a path. */
export interface Apart {
    readonly message: Bilingual;
    /** whether it does so by going no further */
    readonly isShort: boolean;
}

/**
 * Where a course leaves the path that is expected of it; undefined where it does not. The whole path counts. Steps of
 * one parallel group have no order among their parts; a group or phase stands for what is done in it, an end for itself.
 */
export function comparePaths(machine: Machine, expected: readonly string[], run: Run): Apart | undefined {
    const actual = [...run.path, ...(run.end === undefined ? [] : [run.end])];
    const names = expected.at(-1) === run.end ? expected : [...expected, ...(run.end === undefined ? [] : [run.end])];
    const left = inOrder(machine, actual);
    const right = inOrder(machine, names);
    let at = 0;
    for (const [i, name] of right.entries()) {
        const inside = left.slice(at).findIndex((step) => !isIn(machine, step, name));
        const count = inside < 0 ? left.length - at : inside;
        if (isContainer(machine, name) && count > 0) {
            at += count;
        } else if (left[at] === name) {
            at++;
        } else {
            return apart(left, at, i < expected.length ? name : undefined, run);
        }
    }
    return at < left.length ? apart(left, at, undefined, run) : undefined;
}

function apart(actual: readonly string[], at: number, expected: string | undefined, run: Run): Apart {
    const before = actual[at - 1];
    const where =
        before === undefined
            ? { nl: 'aan het begin', en: 'at the beginning' }
            : { nl: `na ${before}`, en: `after ${before}` };
    const found = actual[at];
    if (found === undefined) {
        const [why, reason] = run.stop ? [behind(run.stop.message.nl), behind(run.stop.message.en)] : ['', ''];
        const nl = `${where.nl} komt ${expected ?? ''} niet meer${why}`;
        return { message: { nl, en: `${where.en} ${expected ?? ''} does not come${reason}` }, isShort: true };
    }
    const message =
        expected === undefined
            ? { nl: `${where.nl} komt ook nog ${found}`, en: `${where.en} comes ${found} as well` }
            : { nl: `${where.nl} komt ${found}, niet ${expected}`, en: `${where.en} comes ${found}, not ${expected}` };
    return { message, isShort: false };
}

function behind(text: string): string {
    return ` (${inSentence(text).replace(/\.$/, '')})`;
}

function isContainer(machine: Machine, name: string): boolean {
    const kind = machine.process.nodes[machine.index.get(name) ?? -1]?.kind;
    return kind === 'group' || kind === 'phase';
}

/** Whether a step is, or stands in, what is named. */
function isIn(machine: Machine, step: string, name: string): boolean {
    for (let at: string | undefined = step; at !== undefined;) {
        if (at === name) {
            return true;
        }
        at = machine.process.nodes[machine.index.get(at) ?? -1]?.parent;
    }
    return false;
}

/** A path in which steps of one parallel group that follow each other stand part by part, in the order of the text. */
function inOrder(machine: Machine, path: readonly string[]): string[] {
    const result: string[] = [];
    let run: { group: string; steps: { name: string; part: number }[] } | undefined;
    const flush = () => {
        result.push(...(run?.steps.toSorted((a, b) => a.part - b.part).map((s) => s.name) ?? []));
        run = undefined;
    };
    for (const name of path) {
        const around = parallelAround(machine, name);
        if (!around) {
            flush();
            result.push(name);
        } else if (run?.group === around.group) {
            run.steps.push({ name, part: around.part });
        } else {
            flush();
            run = { group: around.group, steps: [{ name, part: around.part }] };
        }
    }
    flush();
    return result;
}

/** The outermost parallel group that a node stands in, and in which of its parts. */
function parallelAround(machine: Machine, name: string): { group: string; part: number } | undefined {
    let found: { group: string; part: number } | undefined;
    let index = machine.index.get(name);
    for (;;) {
        const parent: number | undefined = index === undefined ? undefined : machine.stations[index]?.parent;
        const station = parent === undefined ? undefined : machine.stations[parent];
        if (index === undefined || !station) {
            return found;
        }
        if (isParallel(station)) {
            found = { group: station.node.name, part: station.children.indexOf(index) };
        }
        index = parent;
    }
}
