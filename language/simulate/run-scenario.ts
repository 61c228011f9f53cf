import type { Machine } from '../execution/machine.js';
import type { Place } from '../model/protocol.js';
import type { Scenario } from '../model/scenario.js';
import type { Bilingual } from '../text/bilingual.js';
import { judge, type Verdict } from './expectations.js';
import type { Run } from './run.js';
import { caseOf } from './scenario.js';
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
}

/** Runs a scenario and compares what happens with what it expects. */
export function runScenario(machine: Machine, scenario: Scenario, options?: SimulateOptions): ScenarioResult {
    const run = simulate(machine, caseOf(scenario), options);
    const verdicts = scenario.expectations.map((e) => judge(machine, run, e));
    const failures = verdicts.flatMap(({ outcome, expected, actual, expectation }): Failure[] =>
        outcome === 'met' || !actual
            ? []
            : [{ expected, actual, at: expectation.at, certain: outcome === 'failed' || isCertain(run) }],
    );
    if (run.stop && verdicts.length === 0) {
        const expected = { nl: 'een einde', en: 'an end' };
        failures.push({ expected, actual: run.stop.message, at: scenario.at, certain: true });
    }
    return { scenario, run, verdicts, failures, passed: failures.length === 0 };
}

/** Whether what stopped a course is a fact about the text and the case, rather than something left open. */
function isCertain(run: Run): boolean {
    return run.stop !== undefined && run.stop.isOpen !== true;
}
