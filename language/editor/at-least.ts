import { contactsAt } from '../execution/contacts.js';
import { lengthOf } from '../execution/timed-work.js';
import type { FlowNode, Process } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';
import { leavesPartOpen, statementsOf } from '../model/queries.js';
import { comesFirst, waysBetweenSteps, type Way } from './ways-between-steps.js';

/** What a case has surely had when it comes to a step, and what of that nobody knows. */
export interface AtLeast {
    readonly contacts: number;
    readonly days: number;
    /** whether a step on some way to it says `contacten onbekend` */
    readonly contactsOpen: boolean;
    /** whether one says `duur onbekend` */
    readonly daysOpen: boolean;
}

/**
 * For each step that a case can come to: the least that is done on one way to it. What is done beside that way is left
 * out, so that it holds in whatever order parallel work is done, and it takes no look at the states of a case.
 */
export function atLeastBefore({ process, ...rest }: Protocol): ReadonlyMap<string, AtLeast> {
    if (!process) {
        return new Map();
    }
    const protocol = { process, ...rest };
    const ways = waysBetweenSteps(process);
    const begins = [...comesFirst(process), ...ways.flatMap(({ from, to }) => (from ? [] : [to]))];
    const least = (cost: (node: FlowNode) => number) => shortest(ways, begins, cost);
    const [inAny, inWhole] = [inside(process, isOfChoice), inside(process, statesWhole)];
    const contacts = least((node) =>
        inAny.has(node.name) || inWhole.has(node.name) ? 0 : (contactsAt(protocol, node)?.count.low ?? 0),
    );
    const days = least((node) =>
        inAny.has(node.name) ? 0 : (lengthOf(statementsOf(node, 'duur'), node.name)?.days.low ?? 0),
    );
    const openBefore = (kind: string) =>
        behind(
            ways,
            (n) => leavesPartOpen(n, kind) || (n.kind === 'step' && n.activities.some((a) => leavesPartOpen(a, kind))),
        );
    const [contactsOpen, daysOpen] = [openBefore('contacten'), openBefore('duur')];
    return new Map(
        [...contacts].map(([name, count]) => [
            name,
            {
                contacts: count,
                days: days.get(name) ?? 0,
                contactsOpen: contactsOpen.has(name),
                daysOpen: daysOpen.has(name),
            },
        ]),
    );
}

const COMPLETING: ReadonlySet<string> = new Set(['next', 'branch', 'otherwise', 'repeat']);

/** For each node the least sum of what is done before it; who leaves work by a term or upwards may not have done it. */
function shortest(ways: readonly Way[], begins: readonly FlowNode[], cost: (node: FlowNode) => number) {
    const out = Map.groupBy(ways, ({ from }) => from?.name);
    const found = new Map(begins.map(({ name }) => [name, 0]));
    const queue = [...found.keys()];
    for (const name of queue) {
        const so = found.get(name) ?? 0;
        for (const { from, to, arrow } of out.get(name) ?? []) {
            const sum = so + (from && COMPLETING.has(arrow.kind) ? cost(from) : 0);
            if (sum < (found.get(to.name) ?? Infinity)) {
                found.set(to.name, sum);
                queue.push(to.name);
            }
        }
    }
    return found;
}

/** The names of what some way leads to from a node of this kind. */
function behind(ways: readonly Way[], isMeant: (node: FlowNode) => boolean): ReadonlySet<string> {
    const out = Map.groupBy(ways, ({ from }) => from?.name);
    const found = new Set<string>();
    const queue = [...new Set(ways.flatMap(({ from }) => (from && isMeant(from) ? [from.name] : [])))];
    for (const name of queue) {
        for (const { to } of out.get(name) ?? []) {
            if (!found.has(to.name)) {
                found.add(to.name);
                queue.push(to.name);
            }
        }
    }
    return found;
}

/** The names of all that stands in a group or phase of this kind, at any depth. */
function inside({ nodes }: Process, isMeant: (node: FlowNode) => boolean): ReadonlySet<string> {
    const found = new Set<string>();
    const around = new Set(nodes.filter(isMeant).map(({ name }) => name));
    // in the order of the text, so what is around a node comes before it
    for (const { name, parent } of nodes) {
        if (parent !== undefined && (around.has(parent) || found.has(parent))) {
            found.add(name);
        }
    }
    return found;
}

/** Of `naar keuze` a case may do nothing. */
function isOfChoice(node: FlowNode): boolean {
    return node.kind === 'group' && node.mode === 'any';
}

/** What a group or phase states as a whole bounds what is in it. */
function statesWhole(node: FlowNode): boolean {
    return (node.kind === 'group' || node.kind === 'phase') && statementsOf(node, 'contacten').length > 0;
}
