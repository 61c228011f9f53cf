import { determinedAt, type Station, type Way } from '../execution/machine.js';
import { factsIn, isInformal } from '../execution/truth.js';
import { conditionText, firmText } from '../messages/wording.js';
import type { Bilingual } from '../text/bilingual.js';
import { boundaries } from './boundaries.js';
import { factVariable, gateway, isParallel, says, stationAt, titleOf, type Building, type Scope } from './building.js';
import { all, byFacts, not, some, type Truth } from './expressions.js';
import type { Expression } from './graph.js';
import { handOver } from './handover-tasks.js';
import { atMost, times } from './labels.js';
import { lostPause } from './pauses.js';
import { countRound, roundsOf } from './rounds.js';
import { waitTask } from './waiting.js';
import { boundOf, count, goOn } from './ways.js';

export interface Questions {
    /** takes a variable that somebody must have filled in before; undefined where nobody can be asked any more */
    readonly ask: ((variable: string) => void) | undefined;
    /** where it leads when no way on is said: to what it is part of */
    readonly behind: () => string;
}

/** A way that a decide gateway may take. */
export interface Choice {
    readonly label: string;
    readonly when: Truth;
    /** @param wait where a case waits, and then asks again */
    readonly to: (wait: () => string) => string;
    readonly way?: Way;
}

/** The node by which work that is done goes on; a gateway where that is not one way only. */
export function departures(b: Building, scope: Scope, station: Station, questions: Questions): string {
    const ways = choicesOf(b, scope, station, questions);
    const [only] = ways;
    if (!only || ways.length > 1 || only.when !== true) {
        return decide(b, scope, station, ways);
    }
    const firm = only.way && firmText(only.way.arrow, '', b.language);
    if (firm) {
        b.draft.lose(station.node.name, {
            nl: `wat erna komt, is “${firm}”; de werkstroom gaat er altijd heen`,
            en: `what comes next is “${firm}”; the workflow always goes there`,
        });
    }
    return only.to(() => '');
}

/** A gateway that takes the first of the choices that holds, and waits where that may be none; else its last one is what is left. */
export function decide(b: Building, scope: Scope, station: Station, choices: readonly Choice[]): string {
    const gate = gateway(b, scope, station, 'decide', 'verder', { order: 0.6, label: says(b, 'whetherOn') });
    let waiting: string | undefined;
    const wait = () => {
        waiting ??= waitBehind(b, scope, station, gate);
        return waiting;
    };
    for (const { label, when, to, way } of choices) {
        if (when !== false) {
            const at = way ? { at: way.arrow.at } : {};
            b.draft.connect(gate, to(wait), when === true ? { label, otherwise: true, ...at } : { label, when, ...at });
        }
    }
    if (choices.at(-1)?.when !== true && b.waits.behind(station.index)) {
        b.draft.connect(gate, wait(), { label: says(b, 'otherwise'), otherwise: true });
    }
    return gate;
}

/** The loss of work that waits beside other work until it may go on. */
export const GOES_ON_LATER: Bilingual = {
    nl: 'waar nog geen weg verder kan, wacht een zaak in een taak die iemand sluit: werk ernaast dat op dat moment ook verder kan, gaat in een werkstroom eerst',
    en: 'where no way on can be taken yet, a case waits in a task that somebody closes: work beside it that can go on at that moment too, goes first in a workflow',
};

/** Where a case waits when no way on can be taken yet. A group or phase that waits can still be broken off, work that is done not. */
function waitBehind(b: Building, scope: Scope, station: Station, gate: string): string {
    const wait = waitTask(b, scope, station, 'wacht_verder', 0.62);
    b.draft.fill(wait, asked(b, station));
    if (b.waits.behindKnown(station.index) && station.around.slice(1).some((i) => isParallel(stationAt(b, i)))) {
        b.draft.lose(station.node.name, GOES_ON_LATER);
    }
    b.draft.connect(wait, gate);
    if (station.children.length > 0) {
        boundaries(b, scope, station, wait);
    }
    return wait;
}

/** What its ways on ask for, which may have stayed unsaid: what the work determines, and what somebody chooses. */
function asked(b: Building, station: Station): string[] {
    const about = station.exits.flatMap(({ arrow }) => [...factsIn(arrow.condition)]);
    return [
        ...determinedAt(station.node)
            .filter((name) => about.includes(name))
            .map((name) => factVariable(b, name)),
        ...(asksPeople(station) ? [questionOf(b, station)] : []),
    ];
}

function asksPeople({ exits }: Station): boolean {
    return exits.some((w) => w.arrow.condition && isInformal(w.arrow.condition));
}

/**
 * The ways on, in the order in which they are tried: escalations whose condition facts decide, then the exits. Where people
 * decide which way it goes, that is one question with the ways as its answers.
 */
export function choicesOf(b: Building, scope: Scope, station: Station, { ask, behind }: Questions): Choice[] {
    const choices: Choice[] = [];
    for (const way of station.escalations) {
        const { condition } = way.arrow;
        if (condition && !isInformal(condition)) {
            choices.push({
                label: labelOf(b, way),
                when: byFacts(condition, false),
                to: () => goOn(b, scope, station.index, way.target),
                way,
            });
        }
    }
    const { exits } = station;
    if (exits.length === 0) {
        return [...choices, { label: '', when: true, to: behind }];
    }
    const variable = asksPeople(station) ? questionOf(b, station) : undefined;
    if (variable !== undefined) {
        ask?.(variable);
    }
    for (const [i, way] of exits.entries()) {
        const { condition } = way.arrow;
        const must = byFacts(condition, false);
        const may = byFacts(condition, true);
        const holds: Truth =
            condition && isInformal(condition) && variable !== undefined
                ? some([must, all([may, { type: 'chosen', variable, value: answer(i) }])])
                : must;
        const on = boundOf(b, station, way);
        // what is handed over on it counts once that is confirmed
        const entry = handOver(b, scope, station, way, () =>
            count(b, scope, station, way, on, () => goOn(b, scope, station.index, way.target)),
        );
        const guards = all(way.handovers.flatMap((h) => h.guards.map((g) => byFacts(g.condition, true))));
        const isGuarded = guards !== true && !implied(guards, holds);
        const label = [labelOf(b, way), on.label].filter((l) => l !== '').join(', ');
        const when = all([holds, ...(isGuarded ? [guards] : []), ...(on.below ? [on.below] : [])]);
        choices.push({ label, when, to: () => entry, way });
        if (isGuarded && must !== false && b.waits.behind(station.index)) {
            // its handover cannot begin, and no later way is tried: the case waits
            choices.push({
                label: says(b, 'wait'),
                when: all([must, ...(on.below ? [on.below] : [])]),
                to: (wait) => wait(),
            });
        }
        if (must === true && !on.below) {
            break;
        }
    }
    return choices;
}

/** Whether what must hold for a way makes its handover possible by itself. */
function implied(guards: Truth, holds: Truth): boolean {
    const parts = (truth: Truth): string[] =>
        typeof truth === 'boolean'
            ? []
            : truth.type === 'and'
              ? truth.operands.flatMap(parts)
              : truth.type === 'condition' && truth.condition.type === 'and'
                ? [
                      ...parts({ type: 'condition', condition: truth.condition.left }),
                      ...parts({ type: 'condition', condition: truth.condition.right }),
                  ]
                : [JSON.stringify(truth, (key, value: unknown) => (key === 'at' ? undefined : value))];
    const there = new Set(parts(holds));
    return parts(guards).every((p) => there.has(p));
}

function labelOf(b: Building, way: Way): string {
    return firmText(way.arrow, saidOf(b, way), b.language);
}

function saidOf(b: Building, { arrow, target }: Way): string {
    switch (arrow.kind) {
        case 'otherwise':
            return says(b, 'otherwise');
        default:
            return arrow.condition
                ? `${says(b, 'when')} ${conditionText(arrow.condition, b.language)}`
                : target === undefined
                  ? says(b, 'unknown')
                  : '';
    }
}

function answer(index: number): string {
    return `weg-${String(index + 1)}`;
}

/** The question which way it goes, with the ways as answers. */
function questionOf(b: Building, station: Station): string {
    return b.draft.know({
        kind: 'decision',
        name: `${station.node.name}_verder`,
        label: `${titleOf(station)}: ${says(b, 'goesOn')}`,
        options: answersOf(station).map(([way, i]) => {
            const goal = way.target === undefined ? says(b, 'unknown') : titleOf(stationAt(b, way.target));
            const { condition, modality, toModality } = way.arrow;
            const bound = way.counter === undefined ? undefined : b.machine.bounds[way.counter];
            const most = bound === undefined ? '' : ` (${atMost(bound, b.language)})`;
            return {
                value: answer(i),
                label: `${firmText({ modality }, condition ? conditionText(condition, b.language) : says(b, 'otherwise'), b.language)}: ${firmText({ modality: toModality }, goal, b.language)}${most}`,
            };
        }),
    });
}

/**
 * The ways that somebody may choose: those with a part that people decide on, and the one that is left where none of those is
 * chosen. What facts alone decide nobody chooses, and what stands behind a way that is always taken is never reached.
 */
function answersOf({ exits }: Station): (readonly [way: Way, index: number])[] {
    const last = exits.findIndex((w) => byFacts(w.arrow.condition, false) === true && w.counter === undefined);
    return exits
        .map((way, index) => [way, index] as const)
        .filter(
            ([{ arrow }, index]) =>
                (last < 0 || index <= last) && (arrow.condition === undefined || isInformal(arrow.condition)),
        );
}

/** `herhaal`: when work is done once more, and how that is counted. */
export interface Repetition {
    readonly when: Expression;
    readonly label: string;
    readonly counter: string | undefined;
    /** adds a node that counts, or begins to count anew */
    readonly count: (to: 'up' | 'zero', order: number) => string;
}

/**
 * Whether work at a station may be done once more. It is while its bound allows it and, where facts say until when, until
 * they do; where people do, when they say so.
 */
export function repetition(b: Building, scope: Scope, station: Station, ask: Questions['ask']): Repetition | undefined {
    const { repeats } = station;
    if (repeats.length === 0) {
        return undefined;
    }
    const counter = roundsOf(b, station);
    const below = (bound: number): Truth =>
        counter === undefined || !Number.isFinite(bound) ? true : { type: 'below', counter, bound };
    const more = repeats.map(({ atMost: most, until }) =>
        all([below(most), until ? not(byFacts(until, false)) : true]),
    );
    const due = repeats.map(({ atLeast, atMost: most, isOpen, until }, i) =>
        isOpen
            ? false
            : until
              ? isInformal(until)
                  ? all([more[i] ?? true, not(byFacts(until, true))])
                  : (more[i] ?? true)
              : atLeast === most
                ? (more[i] ?? true)
                : atLeast > 0
                  ? below(atLeast)
                  : false,
    );
    const asks = repeats.some(
        ({ atLeast, atMost: most, isOpen, until }) => isOpen || (until ? isInformal(until) : atLeast < most),
    );
    if (repeats.some((r) => r.isOpen)) {
        b.draft.lose(station.node.name, {
            nl: 'hoe vaak dit hoogstens nog een keer gebeurt, is open: wie het doet, zegt of het nog een keer moet',
            en: 'how often at most this is done once more is left open: whoever does it says whether it is done again',
        });
    }
    const pause = lostPause(station.node);
    if (pause) {
        b.draft.lose(station.node.name, pause);
    }
    const question = asks ? questionWhetherAgain(b, station) : undefined;
    if (question !== undefined) {
        ask?.(question);
    }
    const decision: Truth = question === undefined ? false : { type: 'chosen', variable: question, value: true };
    // what is due whenever it may be done needs no more words
    const [only] = more;
    const when =
        more.length === 1 && only !== undefined && due[0] === only ? only : all([some(more), some([...due, decision])]);
    if (typeof when === 'boolean') {
        return undefined;
    }
    const most = Math.min(...repeats.map((r) => r.atMost));
    const least = Math.max(...repeats.map((r) => r.atLeast));
    const until = repeats.flatMap((r) => (r.until ? [conditionText(r.until, b.language)] : []));
    const label = [
        says(b, 'again'),
        ...(Number.isFinite(most) ? [least === most ? times(most, b.language) : atMost(most, b.language)] : []),
        ...until.map((u) => `${b.language === 'nl' ? 'tot' : 'until'} ${u}`),
    ].join(', ');
    return {
        when,
        label,
        counter,
        count: (to, order) => countRound(b, scope, station, to, order),
    };
}

function questionWhetherAgain(b: Building, station: Station): string {
    return b.draft.know({
        kind: 'decision',
        name: `${station.node.name}_nog_een_keer`,
        label: `${titleOf(station)}: ${says(b, 'again')}`,
    });
}
