import { isInside, type Breach, type Station } from '../execution/machine.js';
import { isInformal } from '../execution/truth.js';
import type { Interrupt } from '../model/process.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { conditionText, firmText } from '../messages/wording.js';
import {
    followAll,
    gateway,
    inScope,
    of,
    says,
    scopeOf,
    stationAt,
    titleOf,
    type Building,
    type Scope,
} from './building.js';
import { all, byFacts, not, type Truth } from './expressions.js';
import type { Expression, Trigger } from './graph.js';
import { atMost, atMostOf } from './labels.js';
import type { Choice } from './leaving.js';
import { beginElsewhere, isInRestart, restart } from './restarts.js';

/** The loss of `hervat daarna`. */
export const GOES_ON_BESIDE: Bilingual = {
    nl: 'het andere werk wacht in de werkstroom niet tot dit klaar is, maar gaat ernaast door: de zaak eindigt daar pas als ook dit klaar is; geldt de onderbreking opnieuw terwijl dit openstaat, dan opent het nog een keer',
    en: 'in the workflow other work does not wait until this is done, but goes on beside it: there the case ends only when this is done too; where the interruption holds again while this is open, it opens once more',
};

/** The same where other work may come to an end that breaks off all that is open. */
function stopsAt(ends: readonly string[]): Bilingual {
    return {
        nl: `komt het andere werk intussen bij ${ends.join(' of ')}, dan eindigt de zaak en houdt dit op`,
        en: `where other work comes to ${ends.join(' or ')} meanwhile, the case ends and this stops`,
    };
}

/** The loss of an `altijd als` whose target a case may have come to by another way. */
export const BEGINS_ANEW: Bilingual = {
    nl: 'staat dit al open langs een andere weg als de onderbreking erheen geldt, dan eindigt een werkstroom al het werk en begint dit opnieuw',
    en: 'where this is open already by another way when the interruption that leads to it holds, a workflow ends all work and begins this anew',
};

/** The same where the interruption goes on beside other work. */
export const OPENS_BESIDE: Bilingual = {
    nl: 'staat dit al open langs een andere weg als de onderbreking erheen (hervat daarna) geldt, dan opent een werkstroom het nog een keer',
    en: 'where this is open already by another way when the interruption that leads to it (resumes after) holds, a workflow opens it once more',
};

/** The loss of an `altijd als` that people decide, while what another one began goes on. */
export const REPORTED_NO_MORE: Bilingual = {
    nl: 'loopt al werk dat door een onderbreking in de plaats van al het andere kwam, dan kan niemand dit in de werkstroom nog melden',
    en: 'while work goes on that took the place of all else by an interruption, nobody can report this in the workflow',
};

/** An `altijd als` that facts decide, where one of them becomes known. */
export interface Raised {
    readonly index: number;
    readonly breach: Breach;
    /** its condition holds, and that of none before it */
    readonly when: Truth;
}

/**
 * The `altijd als` that what a station determines may bring about, in the order of the text: the first that holds happens.
 * Those that end all other work raise an error for the event subprocess that waits for it; others an escalation, for
 * one that goes on beside. In what an `altijd als` itself started, it simply goes on there, and where other work may be open it
 * ends that (restarts.ts).
 */
export function interruptionsBehind(
    b: Building,
    scope: Scope,
    station: Station,
): { readonly instead: readonly Choice[]; readonly beside: readonly Raised[] } {
    const earlier: Truth[] = [];
    const found: Raised[] = [];
    b.machine.breaches.forEach((breach, index) => {
        const { condition } = breach.interrupt;
        const concerned = station.determines.some((fact) => breach.facts.has(fact));
        // it does not interrupt what it leads to
        const isThere = breach.target !== undefined && isInside(b.machine, station.index, breach.target);
        if (concerned && !isInformal(condition) && !isThere) {
            const below = counterOf(b, index);
            const holds = all([byFacts(condition, false), ...(below ? [below] : [])]);
            found.push({ index, breach, when: all([holds, ...earlier.map(not)]) });
            earlier.push(holds);
        }
    });
    const instead = found
        .filter((r) => !r.breach.interrupt.resume)
        .map((raised): Choice => {
            const label = whenText(b, raised.breach);
            return { label, when: raised.when, to: () => raiseInstead(b, scope, station, raised) };
        });
    const beside = found.filter((r) => r.breach.interrupt.resume);
    if (beside.length > 0 && scope.course !== 'main') {
        b.draft.lose(station.node.name, {
            nl: 'een onderbreking (hervat daarna) binnen wat een andere onderbreking begon, gebeurt in de werkstroom niet',
            en: 'an interruption (resumes after) within what another interruption began does not happen in the workflow',
        });
        return { instead, beside: [] };
    }
    return { instead, beside };
}

/** `zo nodig als acuut`. */
function whenText(b: Building, { interrupt: { condition, modality, target } }: Breach): string {
    const said = `${says(b, 'when')} ${conditionText(condition, b.language)}`;
    return firmText({ modality, toModality: target?.modality }, said, b.language);
}

function raiseInstead(b: Building, scope: Scope, station: Station, { index, breach }: Raised): string {
    if (isInRestart(scope)) {
        const name = `altijd_${goalOf(b, breach)}_telt`;
        return beginElsewhere(b, scope, index, (next, order, where) => countedOnce(b, index, next, name, order, where));
    }
    if (scope.course === 'instead') {
        const target = b.enter(scope, breach.target);
        return countedOnce(
            b,
            index,
            target,
            `${station.node.name}_telt_altijd`,
            station.index + 0.65,
            inScope(b.laneOf(station), scope),
        );
    }
    b.raised.add(index);
    return b.draft.add(`${station.node.name}_onderbroken`, station.index + 0.65, {
        kind: 'end',
        label: conditionText(breach.interrupt.condition, b.language),
        terminates: false,
        trigger: triggerOf(b, index),
        ...of(b, scope, station, breach.interrupt.at),
    });
}

/** Raises what goes on beside, and goes on. */
export function throwBeside(
    b: Building,
    scope: Scope,
    station: Station,
    beside: readonly Raised[],
    next: string,
): string {
    const gate = gateway(b, scope, station, 'decide', 'onderbreken', { order: 0.55, label: says(b, 'whetherFirst') });
    for (const { index, breach, when } of beside) {
        b.raised.add(index);
        const label = conditionText(breach.interrupt.condition, b.language);
        const event = b.draft.add(`${station.node.name}_meldt`, station.index + 0.56, {
            kind: 'throw',
            label,
            trigger: triggerOf(b, index),
            ...of(b, scope, station, breach.interrupt.at),
        });
        if (when !== false) {
            b.draft.connect(gate, event, when === true ? { otherwise: true } : { label: whenText(b, breach), when });
        }
        b.draft.connect(event, next);
    }
    b.draft.connect(gate, next, { label: says(b, 'otherwise'), otherwise: true });
    return gate;
}

function goalOf(b: Building, { target }: Breach): string {
    return target === undefined ? 'onbekend' : stationAt(b, target).node.name;
}

/** What an `altijd als` waits for. */
export function triggerOf(b: Building, index: number): Trigger {
    const breach = b.machine.breaches[index];
    const name = b.breachNames[index] ?? (breach ? goalOf(b, breach) : 'onbekend');
    return breach && isInformal(breach.interrupt.condition)
        ? { kind: 'message', name }
        : { kind: breach?.interrupt.resume ? 'escalation' : 'error', name };
}

/**
 * The event subprocesses: one for each `altijd als` that people decide or that something raises, and one for each end that
 * work beside the main course comes to. What an `altijd als` leads to stands in its event subprocess with all that can
 * follow, also where the main course has that too: there the main course is over.
 */
export function interruptions(b: Building): void {
    const built = new Set<number>();
    for (;;) {
        const next = b.machine.breaches.findIndex(
            ({ interrupt }, i) => !built.has(i) && (isInformal(interrupt.condition) || b.raised.has(i)),
        );
        if (next < 0) {
            break;
        }
        built.add(next);
        interruption(b, next);
        followAll(b);
    }
    for (const [index, name] of b.endsRaised) {
        endFromBeside(b, index, name);
    }
}

function interruption(b: Building, index: number): void {
    const breach = b.machine.breaches[index];
    if (!breach) {
        return;
    }
    const { interrupt, target } = breach;
    const goal = target === undefined ? undefined : stationAt(b, target);
    const name = goal?.node.name ?? 'onbekend';
    const bound = boundOf(interrupt, b.language);
    const lane = goal ? b.laneOf(goal) : b.laneOfRole(undefined);
    const order = (target ?? b.machine.stations.length) - 0.5;
    const node = b.draft.add(`altijd_${name}`, order, {
        kind: 'subprocess',
        byEvent: true,
        label: goal ? titleOf(goal) : '',
        lane,
        element: name,
        at: interrupt.at,
    });
    const scope = scopeOf({
        id: node,
        course: interrupt.resume ? 'beside' : 'instead',
        ...(target === undefined ? {} : { target }),
    });
    const start = b.draft.add(`altijd_${name}_start`, order + 0.01, {
        kind: 'start',
        fills: [],
        trigger: triggerOf(b, index),
        interrupting: !interrupt.resume,
        label: bound === '' ? whenText(b, breach) : `${whenText(b, breach)}, ${bound}`,
        ...inScope(lane, scope),
        element: name,
        at: interrupt.at,
    });
    const begins = restart(b, scope, target, `altijd_${name}`, order + 0.03, lane);
    b.draft.connect(start, countedOnce(b, index, begins, `altijd_${name}_telt`, order + 0.02, inScope(lane, scope)));
    if (interrupt.resume) {
        b.draft.lose(name, GOES_ON_BESIDE);
        const ends = [...b.draft.nodes.values()].flatMap((n) =>
            n.kind === 'end' && n.terminates && n.scope === undefined ? [n.element ?? n.label] : [],
        );
        if (ends.length > 0) {
            b.draft.lose(name, stopsAt(ends));
        }
    }
    if (b.waits.thereAlready(index)) {
        b.draft.lose(name, interrupt.resume ? OPENS_BESIDE : BEGINS_ANEW);
    }
    if (isInformal(interrupt.condition) && b.machine.breaches.some((other) => leavesWork(b, other, breach))) {
        b.draft.lose(name, REPORTED_NO_MORE);
    }
    if (bound !== '' && !counterOf(b, index)) {
        b.draft.lose(name, {
            nl: `hoe vaak een onderbreking hoogstens mag (${boundOf(interrupt, 'nl')}): de werkstroom telt dat niet, en gaat er telkens heen als de voorwaarde geldt`,
            en: `how often an interruption may happen (${boundOf(interrupt, 'en')}): the workflow does not count it, and goes there whenever its condition holds`,
        });
    }
}

/** Whether an `altijd als` takes the place of all else, and another one may then happen in what follows. */
function leavesWork(b: Building, { interrupt, target }: Breach, then: Breach): boolean {
    const station = target === undefined ? undefined : stationAt(b, target);
    if (interrupt.resume || !station || station.node.kind === 'end') {
        return false;
    }
    const goesOn = station.exits.some((w) => w.target !== undefined && stationAt(b, w.target).node.kind !== 'end');
    return target !== then.target || goesOn;
}

/** Whether an `altijd als` may happen once more; undefined without a bound in figures, and where people say when. */
function counterOf(b: Building, index: number): (Expression & { readonly type: 'below' }) | undefined {
    const breach = b.machine.breaches[index];
    const { interrupt, counter } = breach ?? {};
    const bound = counter === undefined ? undefined : b.machine.bounds[counter];
    if (!breach || !interrupt || bound === undefined || isInformal(interrupt.condition)) {
        return undefined;
    }
    const goal = goalOf(b, breach);
    const name = `altijd_naar_${goal}_${String(counter)}`;
    const label = `${says(b, 'when')} ${conditionText(interrupt.condition, b.language)} → ${goal}`;
    return { type: 'below', counter: b.draft.know({ kind: 'counter', name, label }), bound };
}

/** The node by which an `altijd als` is counted; `next` itself where it is not. */
function countedOnce(
    b: Building,
    index: number,
    next: string,
    id: string,
    order: number,
    where: { readonly lane: number; readonly scope?: string },
): string {
    const below = counterOf(b, index);
    if (!below) {
        return next;
    }
    const sets = [{ variable: below.counter, to: { type: 'up' as const } }];
    const set = b.draft.add(id, order, { kind: 'set', label: atMost(below.bound, b.language), sets, ...where });
    b.draft.connect(set, next);
    return set;
}

/** How often an `altijd als` may happen at most, in words; empty where nothing bounds it. */
function boundOf({ target }: Interrupt, language: Language): string {
    const { atMost: times, atMostValue } = target ?? {};
    if (atMostValue) {
        return atMostOf(atMostValue.type === 'local' ? 'local' : 'unknown', language);
    }
    return times === undefined ? '' : atMost(times, language);
}

function endFromBeside(b: Building, index: number, name: string): void {
    const station = index < 0 ? undefined : b.machine.stations[index];
    const title = station ? titleOf(station) : says(b, 'unknown');
    const lane = station ? b.laneOf(station) : b.laneOfRole(undefined);
    const order = index < 0 ? b.machine.stations.length : index;
    const node = b.draft.add(`${name}_eindigt`, order, { kind: 'subprocess', byEvent: true, label: title, lane });
    const scope = { id: node };
    const start = b.draft.add(`${name}_start`, order, {
        kind: 'start',
        fills: [],
        trigger: { kind: 'error', name },
        interrupting: true,
        lane,
        scope: scope.id,
    });
    const end = b.draft.add(`${name}_einde`, order, {
        kind: 'end',
        label: title,
        terminates: true,
        lane,
        scope: scope.id,
        ...(station?.node.kind === 'end'
            ? {
                  outcome: station.node.successful ? 'successful' : station.node.onRefusal ? 'refusal' : 'other',
                  element: station.node.name,
                  at: station.node.nameAt,
              }
            : {}),
    });
    b.draft.connect(start, end);
}
