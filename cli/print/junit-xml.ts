import { xmlAttribute, xmlText } from '../../language/text/xml.js';

/** A suite of a report in JUnit's form: what was looked at in one file. */
export interface JUnitSuite {
    readonly name: string;
    readonly cases: readonly JUnitCase[];
}

/** One case: passed where it has no problems. */
export interface JUnitCase {
    /** GitLab shows this as the suite, and Jenkins as package and class, split at the last dot */
    readonly className: string;
    /** what GitLab and Jenkins know a case by from run to run, with its class: no line numbers */
    readonly name: string;
    readonly problems: readonly JUnitProblem[];
    /** what else there is to say; shown with the case */
    readonly output?: string;
}

export interface JUnitProblem {
    /** an error is something that could not be tested; what is skipped makes no build fail */
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly type: string;
    readonly message: string;
    /** all that there is to know: GitLab shows no message or type */
    readonly text: string;
}

/**
 * A report in the form that JUnit's XML has in the reader of Jenkins, which says what may stand where. It has no times,
 * so that the same findings give the same text.
 *
 * GitLab ignores a case whose class and name were there before, so those get a number.
 */
export function junitXml(name: string, suites: readonly JUnitSuite[]): string {
    const seen = new Map<string, number>();
    const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
    lines.push(`<testsuites ${attributes({ name, ...counts(suites.flatMap(({ cases }) => cases)) })}>`);
    for (const suite of suites) {
        const skipped = having(suite.cases, 'skipped');
        lines.push(`  <testsuite ${attributes({ name: suite.name, ...counts(suite.cases), skipped })}>`);
        for (const one of suite.cases) {
            const key = JSON.stringify([one.className, one.name]);
            const count = (seen.get(key) ?? 0) + 1;
            seen.set(key, count);
            lines.push(caseXml(one, count === 1 ? one.name : `${one.name} (${String(count)})`));
        }
        lines.push('  </testsuite>');
    }
    lines.push('</testsuites>');
    return `${lines.join('\n')}\n`;
}

function caseXml({ className, problems, output }: JUnitCase, name: string): string {
    const start = `    <testcase ${attributes({ classname: className, name })}`;
    const parts = [
        // in the order that the schema asks
        ...problems.filter(({ kind }) => kind === 'skipped').map(problemXml),
        ...problems.filter(({ kind }) => kind === 'error').map(problemXml),
        ...problems.filter(({ kind }) => kind === 'failure').map(problemXml),
        ...(output === undefined ? [] : [`      <system-out>${xmlText(output)}</system-out>`]),
    ];
    return parts.length === 0 ? `${start}/>` : [`${start}>`, ...parts, '    </testcase>'].join('\n');
}

function problemXml({ kind, type, message, text }: JUnitProblem): string {
    if (kind === 'skipped') {
        // it has no attributes in the form that Jenkins reads
        return `      <skipped>${xmlText(text)}</skipped>`;
    }
    return `      <${kind} ${attributes({ type, message })}>${xmlText(text)}</${kind}>`;
}

/** How many cases there are, and how many have a failure or an error. */
function counts(cases: readonly JUnitCase[]): Readonly<Record<'tests' | 'failures' | 'errors', string>> {
    return { tests: String(cases.length), failures: having(cases, 'failure'), errors: having(cases, 'error') };
}

/** How many cases have such a problem. */
function having(cases: readonly JUnitCase[], kind: JUnitProblem['kind']): string {
    return String(cases.filter(({ problems }) => problems.some((problem) => problem.kind === kind)).length);
}

function attributes(values: Readonly<Record<string, string>>): string {
    return Object.entries(values)
        .map(([name, value]) => `${name}="${xmlAttribute(value)}"`)
        .join(' ');
}
