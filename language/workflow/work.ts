import { determinedAt, type Station, type Way } from '../execution/machine.js';
import { firmText, valueText } from '../messages/wording.js';
import type { Escalation, Step } from '../model/process.js';
import type { Bilingual } from '../text/bilingual.js';
import { isOpen, laboursOf } from '../model/queries.js';
import { loseOpen, standardOf } from './open-times.js';
import { boundaries, COUNTS_FROM_OPENING } from './boundaries.js';
import { factVariable, of, says, titleOf, type Building, type Scope } from './building.js';
import type { TaskNode } from './graph.js';
import { all, byFacts, not } from './expressions.js';
import { loseInformal, waitsBefore } from './guards.js';
import { interruptionsBehind, throwBeside } from './interruptions.js';
import { choicesOf, decide, repetition, type Choice, type Repetition } from './leaving.js';
import { beginAnew } from './rounds.js';
import { noted, notedWaiting, variableOf } from './moments.js';
import { delayed, startLosses } from './starts.js';
import { dueTerms, isCountable } from './due-terms.js';
import { countsFromHere } from './terms.js';

/**
 * A step or escalation: its task, with before it what it waits for, on its border what breaks it off, and behind it one
 * gateway that asks, in the order of the semantics, whether it is done, interrupted, done once more, taken higher up, and
 * which way it goes.
 *
 * @param behind where it leads when no way on is said
 * @returns where a case comes in
 */
export function work(b: Building, scope: Scope, station: Station, behind: () => string): string {
    const { node } = station;
    if (node.kind !== 'step' && node.kind !== 'escalation') {
        throw new Error(`${node.name} is no work.`);
    }
    const task = addTask(b, scope, station, node);
    const again = repetition(b, scope, station, (variable) => {
        b.draft.fill(task, [variable]);
    });
    const { begin: open, wait } = waitsBefore(b, scope, station, noted(b, scope, station, 'begin', task));
    const begin = delayed(b, scope, station, wait === undefined ? open : notedWaiting(b, scope, station, open));
    const entry = again ? beginAnew(b, scope, station, begin) : begin;
    scope.entries.set(station.index, entry);
    for (const host of [...(wait === undefined ? [] : [wait]), task]) {
        boundaries(b, scope, station, host);
    }
    b.later.push(() => {
        followWork(b, scope, station, task, again, behind);
    });
    return entry;
}

/** What follows work: made after where it begins is known, so that long processes need no deep stack. */
function followWork(
    b: Building,
    scope: Scope,
    station: Station,
    task: string,
    again: Repetition | undefined,
    behind: () => string,
): void {
    const first: Choice[] = [];
    const done = all(station.doneWhen.map((c) => byFacts(c, true)));
    if (done !== true) {
        first.push({ label: says(b, 'notDone'), when: not(done), to: () => task });
    }
    const { instead, beside } = interruptionsBehind(b, scope, station);
    first.push(...instead);
    const then: Choice[] = [];
    if (again) {
        const up = again.counter === undefined ? task : again.count('up', 0.61);
        if (up !== task) {
            b.draft.connect(up, task);
        }
        then.push({ label: again.label, when: again.when, to: () => up });
    }
    const ways = choicesOf(b, scope, station, {
        ask: (variable) => {
            b.draft.fill(task, [variable]);
        },
        behind,
    });
    then.push(...ways);
    const choices = beside.length === 0 ? [...first, ...then] : then;
    const on = isPlain(choices) ? (choices[0]?.to(() => '') ?? '') : decide(b, scope, station, choices);
    if (beside.length === 0) {
        b.draft.connect(
            task,
            noted(b, scope, station, 'end', on),
            isPlain(choices) && choices[0]?.way ? plainWay(b, choices[0].way) : {},
        );
        return;
    }
    const raised = throwBeside(b, scope, station, beside, on);
    const checks =
        first.length === 0
            ? raised
            : decide(b, scope, station, [...first, { label: '', when: true, to: () => raised }]);
    b.draft.connect(task, noted(b, scope, station, 'end', checks));
}

/** The only way on needs no words but how firm it is. */
function plainWay(b: Building, { arrow }: Way) {
    const label = firmText(arrow, '', b.language);
    return { at: arrow.at, ...(label === '' ? {} : { label }) };
}

function isPlain(choices: readonly Choice[]): boolean {
    return choices.length === 1 && choices[0]?.when === true;
}

/** The loss of work that may be open twice at once. */
export const OPENS_TWICE: Bilingual = {
    nl: 'een zaak kan dit werk twee keer tegelijk open hebben: wat een werkstroom telt en onthoudt, is dan van beide samen, en niet elke engine opent het twee keer',
    en: 'a case may have this work open twice at once: what a workflow counts and keeps is then of both together, and not every engine opens it twice',
};

function addTask(b: Building, scope: Scope, station: Station, node: Step | Escalation): string {
    const labours = laboursOf(node);
    const due = dueOf(b, station, node);
    const names = (refs: readonly { readonly name: string }[]) => [...new Set(refs.map((r) => r.name))];
    const own = node.performers.length > 0 ? node.performers : node.activities.flatMap((a) => a.performers);
    if (own.some((p) => p.value) || own.length === 0) {
        b.draft.lose(node.name, {
            nl: 'wie dit doet, is niet gezegd: iedereen kan de taak oppakken',
            en: 'it is not said who does this: anybody may take the task',
        });
    }
    if (b.waits.twice(station.index)) {
        b.draft.lose(node.name, OPENS_TWICE);
    }
    loseInformal(b, node.name, node.guards);
    startLosses(b, station, node.startsAfter);
    for (const { text } of node.startsAt) {
        if (text !== undefined) {
            b.draft.lose(node.name, {
                nl: `begint bij “${text}” staat alleen in woorden bij de taak: die gaat open zodra een zaak er komt`,
                en: `starts at “${text}” stands at the task in words only: it opens as soon as a case comes there`,
            });
        }
    }
    return b.draft.addOwn(node.name, station.index, {
        kind: 'task',
        work: node.kind,
        label: titleOf(station),
        ...of(b, scope, station),
        candidates: names(own.flatMap((p) => p.performers)),
        with: names(own.flatMap((p) => p.with)),
        ...due,
        fills: determinedAt(node).map((name) => factVariable(b, name)),
        requires: names(labours.flatMap((l) => l.requires)),
        delivers: names(labours.flatMap((l) => l.delivers)),
        guards: node.guards,
        ...(node.startsAt.length > 0 ? { startsAt: node.startsAt } : {}),
        ...(node.startsAfter.length > 0 ? { startsAfter: node.startsAfter } : {}),
    });
}

/** When a task is due: how long it may take, and the moment where that is kept. */
type Due = Pick<TaskNode, 'due' | 'dueAt'>;

/**
 * How long work may take: its duration, else the term of an escalation, else a term that leads nowhere. What else is said
 * about its time is lost, and so is from when it counts where that is no moment that a case keeps.
 */
function dueOf(b: Building, station: Station, node: Step | Escalation): Due {
    const { terms, due } = dueTerms(node);
    const kept = due && b.terms.find((t) => t.deadline === due.deadline);
    if (due?.deadline && !kept && !countsFromHere(b.machine, station, due.deadline)) {
        b.draft.lose(node.name, COUNTS_FROM_OPENING);
    }
    for (const { kind, value } of terms) {
        loseOpen(b, node.name, kind, value);
    }
    for (const { value } of terms.filter((t) => t !== due && !isOpen(t.value))) {
        b.draft.lose(node.name, {
            nl: `${valueText(value, 'nl')} is geen uiterste datum: een taak heeft er hoogstens één, in cijfers, met een hoogste, en geteld vanaf dat zij opengaat`,
            en: `${valueText(value, 'en')} is no due date: a task has at most one, in figures, with a most, and counted from when it opens`,
        });
    }
    const quantity = due && standardOf(due.value);
    return quantity && isCountable(quantity) ? { due: quantity, ...(kept ? { dueAt: variableOf(b, kept) } : {}) } : {};
}
