import { machineOf } from '../execution/machine.js';
import { obstacleTo } from '../execution/obstacle.js';
import type { Bilingual } from '../text/bilingual.js';
import type { ScenarioInFile } from './in-document.js';
import { runScenario, type Failure, type Outcome } from './run-scenario.js';
import type { Run } from './run.js';
import type { SimulateOptions } from './simulate.js';

/** What became of a scenario of a file, also where it cannot be run. */
export interface TestResult {
    /** whether all is as expected */
    readonly passed: boolean;
    readonly outcome: Outcome;
    /** undefined where it cannot be run */
    readonly run?: Run;
    readonly failures: readonly Failure[];
}

/** As {@link runScenario}; what stands in the way of running it is its failure. @param unreadable said of a text with errors */
export function testScenario(
    { scenario, protocol, fault }: ScenarioInFile,
    unreadable: Bilingual,
    options?: SimulateOptions,
): TestResult {
    const cannot = (kind: Failure['kind'], actual: Bilingual, at = scenario.at): TestResult => ({
        passed: false,
        outcome: 'failed',
        failures: [{ expected: RUNNABLE, actual, at, certain: true, kind }],
    });
    if (fault) {
        return cannot('scenario', unreadable, fault.file === scenario.at.file ? fault : scenario.at);
    }
    const machine = protocol && machineOf(protocol);
    if (!machine) {
        const { name } = scenario.intervention;
        return cannot(
            'course',
            (protocol && obstacleTo(protocol)) ?? {
                nl: `${name} heeft geen \`aanpak\` met stappen`,
                en: `${name} has no \`aanpak\` with steps`,
            },
        );
    }
    const { run, failures, passed, outcome } = runScenario(machine, scenario, options);
    return { run, failures, passed, outcome };
}

const RUNNABLE: Bilingual = { nl: 'een draaiboek dat te doorlopen is', en: 'a protocol that can be run' };
