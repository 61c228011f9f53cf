import type { Machine } from '../execution/machine.js';
import type { Place } from '../model/protocol.js';
import type { Scenario } from '../model/scenario.js';
import type { Bilingual } from '../text/bilingual.js';
import { judge, type Verdict } from './expectations.js';
import type { Run } from './run.js';
import { caseOf } from './scenario.js';
import { problemsOf, type Problem } from './scenario-problems.js';
import { simulate, type SimulateOptions } from './simulate.js';

/** What became of a scenario. */
export interface ScenarioResult {
    readonly scenario: Scenario;
    readonly run: Run;
    readonly verdicts: readonly Verdict[];
    readonly failures: readonly Failure[];
    readonly passed: boolean;
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
     * - `follows`: and so does this, by the cause that the first failure tells
     * - `scenario`: the scenario itself says what cannot be
     */
    readonly kind: 'course' | 'follows' | 'scenario';
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
    const course = simulate(machine, caseOf(scenario), options);
    const verdicts = scenario.expectations.map((e) => judge(machine, course, e));
    const problems = problemsOf(machine, scenario);
    const failures = problems.length > 0 ? problems.map(failureOf) : failuresOf(scenario, course, verdicts);
    return { scenario, run: course, verdicts, failures, passed: failures.length === 0 };
}

function failureOf({ at, message }: Problem): Failure {
    return { expected: POSSIBLE, actual: message, at, certain: true, kind: 'scenario' };
}

const POSSIBLE: Bilingual = { nl: 'een scenario dat kan', en: 'a scenario that is possible' };
const AN_END: Bilingual = { nl: 'een einde', en: 'an end' };
const NOT_TOLD: Bilingual = { nl: 'niet meer na te gaan', en: 'can no longer be told' };

/** What went otherwise. What has one cause is told by it: first the cause, then briefly what follows from it. */
function failuresOf(scenario: Scenario, run: Run, verdicts: readonly Verdict[]): Failure[] {
    const { stop } = run;
    if (stop && verdicts.length === 0) {
        return [{ expected: AN_END, actual: stop.message, at: scenario.at, certain: true, kind: 'course' }];
    }
    const missed = verdicts.filter((v) => v.outcome !== 'met');
    const left = missed.find((v) => v.expectation.kind === 'path');
    const cause = left ?? missed.find((v) => v.actual === stop?.message);
    const follows = (v: Verdict) => v !== cause && (left !== undefined || (stop && v.actual === stop.message));
    const failure = (
        { outcome, expected, actual = NOT_TOLD, expectation }: Verdict,
        kind: Failure['kind'],
    ): Failure => ({
        expected,
        actual: kind === 'follows' ? NOT_TOLD : actual,
        at: expectation.at,
        certain: outcome === 'failed' || isCertain(run),
        kind,
    });
    const others = missed.filter((v) => v !== cause && !follows(v));
    return [
        ...(cause ? [failure(cause, 'course')] : []),
        ...others.map((v) => failure(v, 'course')),
        ...missed.filter(follows).map((v) => failure(v, 'follows')),
    ];
}

/** Whether what stopped a course is a fact about the text and the case, rather than something left open. */
function isCertain(run: Run): boolean {
    return run.stop !== undefined && run.stop.isOpen !== true;
}
