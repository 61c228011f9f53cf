import type { Finding } from '../../language/rules/finding.js';
import type { Bilingual } from '../../language/text/bilingual.js';
import { EXTENSION } from '../files/paths.js';
import { SEVERITY_WORDS } from '../messages.js';
import { colorsFor } from '../terminal.js';
import { junitXml, type JUnitCase, type JUnitSuite } from './junit-xml.js';
import type { CheckedFile, CheckReport, PrintContext } from './report.js';
import { placeOf } from './place.js';
import { detailsOf, messageOf } from './text.js';

/** The case that holds what does not make the check fail. */
const OTHER: Bilingual = { nl: 'overige bevindingen', en: 'other findings' };

/**
 * `check --format junit`: a suite for each file. What makes the check fail is a failure; the rest is the output of one
 * case that passes. As cases of their own, warnings would be passed tests to GitLab and Jenkins, which fold those away and
 * count them as good news; as failures they would turn a build red that the exit code calls fine. That one case is always
 * there: Jenkins takes a report without cases for a mistake.
 */
export function junitReport({ files, problems }: CheckReport, context: PrintContext): string {
    const plain = { ...context, colors: colorsFor({ write: () => undefined, isTerminal: false }, {}) };
    const suites = files.map((file) => suiteOf(file, plain));
    return junitXml('Draaiboek', problems.length > 0 ? [...suites, suiteOfProblems(problems, context)] : suites);
}

function suiteOf(file: CheckedFile, context: PrintContext): JUnitSuite {
    const { shown, findings, language } = file;
    const className = shown.endsWith(EXTENSION) ? shown.slice(0, -EXTENSION.length) : shown;
    const failures = findings.filter(({ severity }) => context.isTooSevere(severity));
    const others = findings.filter(({ severity }) => !context.isTooSevere(severity));
    return {
        name: shown,
        cases: [
            ...failures.map((finding): JUnitCase => {
                const message = messageOf(finding, language);
                const text = whole(finding, file, context);
                return {
                    className,
                    name: `${finding.code}: ${message}`,
                    problems: [{ kind: 'failure', type: finding.code, message, text }],
                };
            }),
            {
                className,
                name: OTHER[language],
                problems: [],
                ...(others.length > 0 ? { output: others.map((f) => whole(f, file, context)).join('\n') } : {}),
            },
        ],
    };
}

/** A finding with its place, for whoever sees nothing else. */
function whole(finding: Finding, file: CheckedFile, context: PrintContext): string {
    const { shown, language } = file;
    const place = `${shown}:${placeOf(finding.at.range)}`;
    const first = `${place}  ${SEVERITY_WORDS[finding.severity][language]}  ${messageOf(finding, language)}  ${finding.code}`;
    return [first, ...detailsOf(finding, file, context).map((line) => `  ${line}`)].join('\n');
}

function suiteOfProblems(problems: readonly Bilingual[], { language }: PrintContext): JUnitSuite {
    const className = 'draaiboek';
    const cases = problems.map((problem): JUnitCase => {
        const text = problem[language];
        return { className, name: text, problems: [{ kind: 'error', type: 'draaiboek', message: text, text }] };
    });
    return { name: className, cases };
}
