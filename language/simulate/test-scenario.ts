import { machineOf } from '../execution/machine.js';
import { obstacleTo } from '../execution/obstacle.js';
import type { Bilingual } from '../text/bilingual.js';
import type { ScenarioInFile } from './in-document.js';
import { runScenario, type Failure } from './run-scenario.js';
import type { Run } from './run.js';
import type { SimulateOptions } from './simulate.js';

/** What became of a scenario of a file, also where it cannot be run. */
export interface TestResult {
    readonly passed: boolean;
    /** undefined where it cannot be run */
    readonly run?: Run;
    readonly failures: readonly Failure[];
}

/** As {@link runScenario}; what stands in the way of running it is its failure. @param unreadable said of a text with errors */
export function testScenario(
    { scenario, protocol, isReadable }: ScenarioInFile,
    unreadable: Bilingual,
    options?: SimulateOptions,
): TestResult {
    const cannot = (actual: Bilingual): TestResult => ({
        passed: false,
        failures: [{ expected: RUNNABLE, actual, at: scenario.at, certain: true, kind: 'course' }],
    });
    if (!isReadable) {
        return cannot(unreadable);
    }
    const machine = protocol && machineOf(protocol);
    if (!machine) {
        const { name } = scenario.intervention;
        return cannot(
            (protocol && obstacleTo(protocol)) ?? {
                nl: `${name} heeft geen \`aanpak\` met stappen`,
                en: `${name} has no \`aanpak\` with steps`,
            },
        );
    }
    const { run, failures, passed } = runScenario(machine, scenario, options);
    return { run, failures, passed };
}

const RUNNABLE: Bilingual = { nl: 'een draaiboek dat te doorlopen is', en: 'a protocol that can be run' };
