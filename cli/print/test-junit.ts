import type { Failure } from '../../language/simulate/run-scenario.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { EXTENSION } from '../files/paths.js';
import { colorsFor } from '../terminal.js';
import { junitXml, type JUnitCase } from './junit-xml.js';
import { courseLines, failureLines, type TestedScenario, type TestReport } from './test.js';

/**
 * `test --format junit`: a suite for each file, a case for each scenario, with the path taken as its output. All that
 * failed is in one failure: Jenkins and GitLab show only one of a case.
 */
export function junitOfTest({ scenarios }: TestReport, language: Language): string {
    const files = [...new Set(scenarios.map((s) => s.file))];
    return junitXml(
        'Draaiboek',
        files.map((file) => ({
            name: file,
            cases: scenarios.filter((s) => s.file === file).map((s) => caseOf(s, language)),
        })),
    );
}

function caseOf(scenario: TestedScenario, language: Language): JUnitCase {
    const { file, name, interventie, failures, run, outcome } = scenario;
    const plain = colorsFor({ write: () => undefined, isTerminal: false }, {});
    const path = file.endsWith(EXTENSION) ? file.slice(0, -EXTENSION.length) : file;
    const [first, ...others] = failures;
    const more = { nl: `en nog ${String(others.length)}`, en: `and ${String(others.length)} more` }[language];
    return {
        className: `${path}.${interventie}`,
        name,
        problems: first
            ? [
                  {
                      kind: run ? (outcome === 'undecided' ? 'skipped' : 'failure') : 'error',
                      type: 'scenario/mislukt',
                      message: `${toldOf(first)[language]}${others.length > 0 ? ` (${more})` : ''}`,
                      text: [file, ...failureLines(scenario, language)].join('\n'),
                  },
              ]
            : [],
        output: courseLines(scenario, language, plain).join('\n'),
    };
}

/** What a list of tests shows of a failure. */
function toldOf({ kind, expected, actual }: Failure): Bilingual {
    return kind === 'scenario' ? actual : { nl: `${expected.nl}: ${actual.nl}`, en: `${expected.en}: ${actual.en}` };
}
