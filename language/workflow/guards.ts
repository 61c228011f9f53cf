import type { Station } from '../execution/machine.js';
import type { Condition, Guard } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { informalGuardLosses } from '../generate/informal-guards.js';
import { conditionText } from '../messages/wording.js';
import { boundaries } from './boundaries.js';
import { gateway, says, stationAt, type Building, type Scope } from './building.js';
import { all, byFacts, type Truth } from './expressions.js';
import { notedWaiting } from './moments.js';
import { waitTask } from './waiting.js';

/** Where a case comes to what waits to begin, and the task in which it waits; none where it never has to. */
export interface Waiting {
    readonly begin: string;
    readonly wait?: string;
}

/**
 * `pas als`: as long as it does not hold, a case waits before the work. What people decide on holds nothing up. Where a case
 * never comes before it holds, there is nothing to wait for.
 *
 * @param work where it goes when it holds
 * @param side the part of a group or phase that a case comes to by the side
 */
export function waitsBefore(b: Building, scope: Scope, station: Station, work: string, side?: Station): Waiting {
    const may = mayHoldByFacts(station.guards);
    if (may === true || !b.waits.before(station.index)) {
        return { begin: work };
    }
    const suffix = (word: string) => (side === undefined ? word : `${word}_bij_${side.node.name}`);
    const gate = gateway(b, scope, station, 'decide', suffix('pas_als'), {
        order: -0.1,
        label: says(b, 'whetherBegin'),
    });
    const wait = waitTask(b, scope, station, suffix('wacht'), -0.05, told(station, 'only-when'));
    if (may !== false) {
        b.draft.connect(gate, work, { label: says(b, 'mayBegin'), when: may });
    }
    b.draft.connect(gate, wait, { label: says(b, 'otherwise'), otherwise: true });
    b.draft.connect(wait, gate);
    return { begin: gate, wait };
}

/**
 * The same of a group or phase, which may be broken off while it waits; what follows that may lead back to it, so where a
 * case comes to it is noted first.
 *
 * @param content where its work begins
 */
export function waitsBeforeAll(b: Building, scope: Scope, station: Station, content: string): string {
    const { begin: asked, wait } = waitsBefore(b, scope, station, content);
    const begin = wait === undefined ? asked : notedWaiting(b, scope, station, asked);
    scope.entries.set(station.index, begin);
    if (wait !== undefined) {
        boundaries(b, scope, station, wait);
    } else {
        loseGuards(b, station, station.guards, 'pas als', 'only when');
    }
    return begin;
}

/**
 * What a case waits for that comes into groups and phases by the side: the outermost is asked first. From the outermost that
 * is a subprocess on, they are asked where a case comes to that.
 *
 * @param entered the groups and phases that it comes into, from the inside out
 */
export function waitsByTheSide(
    b: Building,
    scope: Scope,
    target: number,
    entered: readonly number[],
    entry: string,
): string {
    const outside = entered.slice(entered.findLastIndex((i) => b.framed.has(i)) + 1);
    return outside.reduce((next, index) => {
        const key = `${String(index)} ${String(target)} ${next}`;
        const begin =
            scope.sides.get(key) ?? waitsBefore(b, scope, stationAt(b, index), next, stationAt(b, target)).begin;
        scope.sides.set(key, begin);
        return begin;
    }, entry);
}

/** `klaar als` of a group or phase: as long as it does not hold when all work is done, a case waits. @param on what follows */
export function waitsBehindAll(b: Building, scope: Scope, station: Station, on: string): string {
    const done = mayHoldByFacts(station.doneWhen);
    if (done === true || !b.waits.within(station.index)) {
        loseGuards(b, station, station.doneWhen, 'klaar als', 'done when');
        return on;
    }
    const gate = gateway(b, scope, station, 'decide', 'klaar_als', { order: 0.852, label: says(b, 'whetherDone') });
    const wait = waitTask(b, scope, station, 'wacht_klaar', 0.855, told(station, 'done-when'));
    if (done !== false) {
        b.draft.connect(gate, on, { label: says(b, 'done'), when: done });
    }
    b.draft.connect(gate, wait, { label: says(b, 'notDone'), otherwise: true });
    b.draft.connect(wait, gate);
    return gate;
}

function mayHoldByFacts(conditions: readonly Condition[]): Truth {
    return all(conditions.map((c) => byFacts(c, true)));
}

/** What a task says in which a case waits before or behind a group or phase; a step says it itself. */
function told({ node, children }: Station, kind: Guard['kind']): readonly Guard[] {
    return node.kind === 'end' || children.length === 0 ? [] : node.guards.filter((g) => g.kind === kind);
}

/** Names the `pas als` and `klaar als` of work or of a handover on which people decide. */
export function loseInformal({ draft }: Building, name: string, guards: readonly Guard[]): void {
    informalGuardLosses(name, guards, { nl: 'een werkstroom', en: 'a workflow' }).forEach(({ element, reason }) => {
        draft.lose(element, reason);
    });
}

/** Names what a workflow does not ask of a group or phase. */
function loseGuards(b: Building, { node }: Station, conditions: readonly Condition[], nl: string, en: string): void {
    for (const condition of conditions) {
        const why = byFacts(condition, true) === true ? DECIDED : HOLDS;
        b.draft.lose(node.name, {
            nl: `${nl} ${conditionText(condition, 'nl')}: ${why.nl}`,
            en: `${en} ${conditionText(condition, 'en')}: ${why.en}`,
        });
    }
}

const DECIDED: Bilingual = {
    nl: 'daarover beslist een mens, en dat houdt een groep of fase in een werkstroom niet op',
    en: 'a person decides on it, and that does not hold up a group or phase in a workflow',
};

const HOLDS: Bilingual = {
    nl: 'dat geldt altijd al wanneer het erop aankomt, dus een werkstroom vraagt het niet',
    en: 'that always holds when it comes to it, so a workflow does not ask it',
};
