import { atItsBounds } from '../analysis/open-bounds.js';
import type { Case } from '../execution/case.js';
import { machineOf, type Machine } from '../execution/machine.js';
import type { Place } from '../model/protocol.js';
import type { During, Scenario } from '../model/scenario.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { judge, leftOpenAt, type Verdict } from './expectations.js';
import { openAtStop } from './left-open.js';
import type { Run } from './run.js';
import { caseOf } from './scenario.js';
import { problemsOf, type Problem } from './scenario-problems.js';
import { simulate, type SimulateOptions } from './simulate.js';
import type { Stop } from './stops.js';

/** What became of a scenario. */
export interface ScenarioResult {
    readonly scenario: Scenario;
    readonly run: Run;
    readonly verdicts: readonly Verdict[];
    readonly failures: readonly Failure[];
    /** whether all is as expected */
    readonly passed: boolean;
    readonly outcome: Outcome;
}

/** What a scenario comes to: one thing that is certainly otherwise makes it fail; what cannot be told does not. */
export type Outcome = 'met' | 'failed' | 'undecided';

/** @see Outcome */
export function outcomeOf(failures: readonly Failure[]): Outcome {
    return failures.length === 0 ? 'met' : failures.some((f) => f.certain) ? 'failed' : 'undecided';
}

/** One thing that went otherwise than expected, or that cannot be told. */
export interface Failure {
    readonly expected: Bilingual;
    readonly actual: Bilingual;
    readonly at: Place;
    /** false where it cannot be decided because the text leaves something open */
    readonly certain: boolean;
    /**
     * - `course`: the case goes otherwise than expected, or not far enough
     * - `follows`: and this is otherwise too, by the cause that the first failure tells
     * - `unknown`: and so this can no longer be told
     * - `scenario`: the scenario itself says what cannot be
     */
    readonly kind: 'course' | 'follows' | 'unknown' | 'scenario';
}

/**
 * Runs a scenario and compares what happens with what it expects. A scenario that says what cannot be is told that, and
 * nothing of what comes of it.
 */
export function runScenario(machine: Machine, scenario: Scenario, options: SimulateOptions = {}): ScenarioResult {
    const { holidays, ...others } = options;
    if (Object.keys(others).length > 0) {
        return run(machine, scenario, options);
    }
    let known = results.get(scenario);
    if (known?.machine !== machine || known.holidays !== holidays) {
        known = { machine, holidays, result: run(machine, scenario, options) };
        results.set(scenario, known);
    }
    return known.result;
}

/** The same scenario of the same protocol always goes the same way: the rule, the lens above it and a run ask in turn. */
const results = new WeakMap<
    Scenario,
    { readonly machine: Machine; readonly holidays: readonly string[] | undefined; readonly result: ScenarioResult }
>();

function run(machine: Machine, scenario: Scenario, options: SimulateOptions): ScenarioResult {
    const given = caseOf(scenario);
    const bounded = boundedRun(machine, given, options);
    const course = openWhereItStops(machine, simulate(machine, given, options), bounded);
    const verdicts = scenario.expectations.map((e) => whateverTheBound(judge(machine, course, e), bounded));
    const problems = problemsOf(machine, scenario);
    const failures = problems.length > 0 ? problems.map(failureOf) : failuresOf(scenario, course, verdicts);
    const outcome = outcomeOf(failures);
    return { scenario, run: course, verdicts, failures, passed: outcome === 'met', outcome };
}

/** How the same case goes where a bound that nobody knows is reached. */
interface BoundedRun {
    readonly machine: Machine;
    readonly course: Run;
    /** which bound that is */
    readonly open: Bilingual;
}

function boundedRun({ protocol }: Machine, given: Case, options: SimulateOptions): BoundedRun | undefined {
    const bounded = atItsBounds(protocol);
    const machine = bounded && machineOf(bounded.protocol);
    if (!machine) {
        return undefined;
    }
    const names = enumerate(bounded.interrupts.map(({ target }) => target?.node.name ?? ''));
    return {
        machine,
        course: simulate(machine, given, options),
        open: {
            nl: `hoe vaak ${names.nl} hoogstens onderbreekt, laat de tekst open: \`hoogstens onbekend keer\``,
            en: `how often ${names.en} interrupts at most the text leaves open: \`hoogstens onbekend keer\``,
        },
    };
}

/** A verdict that is the same where a bound that nobody knows is reached; else nobody can tell. */
function whateverTheBound(verdict: Verdict, bounded: BoundedRun | undefined): Verdict {
    const { expectation, expected, outcome } = verdict;
    return !bounded || judge(bounded.machine, bounded.course, expectation).outcome === outcome
        ? verdict
        : { expectation, outcome: 'undecided', expected, actual: bounded.open };
}

/** A course that stops where the text leaves open what it stops for: then no scenario is wrong by it. */
function openWhereItStops(machine: Machine, course: Run, bounded: BoundedRun | undefined): Run {
    const { stop } = course;
    const isByBound = bounded?.course.stop?.message.nl !== stop?.message.nl;
    const open =
        stop && stop.isOpen !== true && stop.stop !== 'not-admitted'
            ? (openAtStop(machine, course) ?? (isByBound ? bounded?.open : undefined))
            : undefined;
    if (!stop || !open) {
        return course;
    }
    const message = { nl: `${stop.message.nl} Maar ${open.nl}.`, en: `${stop.message.en} But ${open.en}.` };
    return { ...course, stop: { ...stop, stop: 'incomplete', isOpen: true, message } };
}

function failureOf({ at, message }: Problem): Failure {
    return { expected: POSSIBLE, actual: message, at, certain: true, kind: 'scenario' };
}

const POSSIBLE: Bilingual = { nl: 'een scenario dat kan', en: 'a scenario that is possible' };
const AN_END: Bilingual = { nl: 'een einde', en: 'an end' };
const NOT_TOLD: Bilingual = { nl: 'niet na te gaan', en: 'cannot be told' };

/** What went otherwise. What has one cause is told by it: first the cause, then briefly what follows from it. */
function failuresOf(scenario: Scenario, run: Run, verdicts: readonly Verdict[]): Failure[] {
    const { stop } = run;
    const said = stop && contradictedBy(scenario, stop);
    if (stop && verdicts.length === 0) {
        return [
            said
                ? failureOf({ at: said.at, message: stop.message })
                : { expected: AN_END, actual: stop.message, at: scenario.at, certain: isCertain(run), kind: 'course' },
        ];
    }
    const open = leftOpenAt(run);
    if (open && verdicts.length === 0) {
        return [{ expected: AN_END, actual: open, at: scenario.at, certain: false, kind: 'course' }];
    }
    const missed = verdicts.filter((v) => v.outcome !== 'met');
    const isStopped = (v: Verdict) => stop !== undefined && v.actual === stop.message;
    const left = missed.find((v) => v.expectation.kind === 'path');
    const cause = left ?? missed.find(isStopped);
    const follows = (v: Verdict) => isStopped(v) || (left !== undefined && v.outcome === 'failed');
    const failure = (
        { outcome, expected, actual = NOT_TOLD, expectation }: Verdict,
        kind: Failure['kind'],
    ): Failure => ({
        expected,
        actual: kind === 'unknown' ? NOT_TOLD : actual,
        at: expectation.at,
        certain: outcome === 'failed' || isCertain(run),
        kind,
    });
    const others = missed.filter((v) => v !== cause);
    const first =
        said && stop && missed.some((v) => isStopped(v) || v === left)
            ? [failureOf({ at: said.at, message: stop.message })]
            : cause
              ? [failure(cause, 'course')]
              : [];
    return [
        ...first,
        ...others.filter((v) => !follows(v)).map((v) => failure(v, 'course')),
        ...others.filter(follows).map((v) => failure(v, isStopped(v) ? 'unknown' : 'follows')),
    ];
}

/** The `bij` that says what the course contradicts. */
function contradictedBy({ during }: Scenario, { stop, step }: Stop): During | undefined {
    return stop === 'contradictory' ? during.findLast(({ node }) => node.name === step) : undefined;
}

/** Whether what stopped a course is a fact about the text and the case, rather than something left open. */
function isCertain(run: Run): boolean {
    return run.stop !== undefined && run.stop.isOpen !== true;
}
