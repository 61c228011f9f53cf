import type { Language } from '../../language/text/bilingual.js';
import { EXTENSION } from '../files/paths.js';
import { colorsFor } from '../terminal.js';
import { junitXml, type JUnitCase } from './junit-xml.js';
import { linesOf, type TestedScenario, type TestReport } from './test.js';

/** `test --format junit`: a suite for each file, a case for each scenario, with the path taken as its output. */
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
    const { file, name, interventie, failures, run } = scenario;
    const plain = colorsFor({ write: () => undefined, isTerminal: false }, {});
    const text = linesOf(scenario, language, plain).join('\n');
    const path = file.endsWith(EXTENSION) ? file.slice(0, -EXTENSION.length) : file;
    return {
        className: `${path}.${interventie}`,
        name,
        problems: failures.map(({ expected, actual }) => ({
            kind: run ? 'failure' : 'error',
            type: 'scenario/mislukt',
            message: `${expected[language]}: ${actual[language]}`,
            text: `${file}\n${text}`,
        })),
        output: text,
    };
}
