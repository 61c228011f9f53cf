import type { Coverage, Covered } from '../../language/simulate/coverage.js';
import { sumOfContacts, type Sum } from '../../language/execution/contacts.js';
import {
    courseInWords,
    failureInWords,
    unusedInWords,
    overrunInWords,
} from '../../language/simulate/course-in-words.js';
import type { Run } from '../../language/simulate/run.js';
import type { Failure, Outcome } from '../../language/simulate/run-scenario.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { amount } from '../messages.js';
import { printable, type Colors } from '../terminal.js';

/** What `test` found. */
export interface TestReport {
    readonly scenarios: readonly TestedScenario[];
    readonly coverage: readonly ({ readonly interventie: string } & Coverage)[];
}

export interface TestedScenario {
    readonly name: string;
    /** as people see it */
    readonly file: string;
    readonly interventie: string;
    readonly passed: boolean;
    readonly outcome: Outcome;
    /** undefined where it cannot be run */
    readonly run?: Run;
    readonly failures: readonly Failure[];
}

/** What `test` prints for people: each scenario with the path taken, what failed, and what is covered. */
export function textOfTest({ scenarios, coverage }: TestReport, language: Language, colors: Colors): string {
    const out: string[] = [];
    for (const file of new Set(scenarios.map((s) => s.file))) {
        out.push(colors.underline(printable(file)));
        for (const scenario of scenarios.filter((s) => s.file === file)) {
            out.push(...linesOf(scenario, language, colors));
        }
        out.push('');
    }
    out.push(...coverage.flatMap((c) => coverageLines(c, language, colors)), '');
    const failed = countOf(scenarios, 'failed');
    const open = countOf(scenarios, 'undecided');
    const all = amount(scenarios.length, { nl: 'scenario', en: 'scenario' }, { nl: 'scenario’s', en: 'scenarios' });
    const text: Bilingual =
        failed + open === 0
            ? { nl: `${all.nl} doorlopen: alles zoals verwacht.`, en: `${all.en} run: all as expected.` }
            : {
                  nl: `${all.nl} doorlopen: ${String(failed)} anders dan verwacht${open > 0 ? `, ${String(open)} niet te zeggen` : ''}.`,
                  en: `${all.en} run: ${String(failed)} not as expected${open > 0 ? `, ${String(open)} cannot be told` : ''}.`,
              };
    out.push((failed > 0 ? colors.red : open > 0 ? colors.yellow : colors.green)(text[language]));
    return `${out.join('\n')}\n`;
}

function countOf(scenarios: readonly TestedScenario[], outcome: Outcome): number {
    return scenarios.filter((s) => s.outcome === outcome).length;
}

const MARKS: Readonly<Record<Outcome, string>> = { met: '✓', failed: '✗', undecided: '?' };

/** A scenario with the path taken, and what failed. */
function linesOf(scenario: TestedScenario, language: Language, colors: Colors): string[] {
    const { name, interventie, outcome } = scenario;
    const paint = { met: colors.green, failed: colors.red, undecided: colors.yellow }[outcome];
    const mark = paint(MARKS[outcome]);
    return [
        `  ${mark} ${printable(name)} ${colors.dim(`(${printable(interventie)})`)}`,
        ...courseLines(scenario, language, colors).map((line) => `      ${line}`),
        ...failureLines(scenario, language).map((line) => `      ${paint(line)}`),
    ];
}

/** The path taken, with what it comes to. */
export function courseLines({ run, failures }: TestedScenario, language: Language, colors: Colors): string[] {
    const out: string[] = [];
    // of a case that does not begin there is no course
    if (run && (run.path.length > 0 || run.end !== undefined)) {
        const [path, sums] = courseInWords(run);
        out.push(colors.dim(printable(path[language])));
        out.push(colors.dim(printable(sums[language])));
        out.push(...overrunInWords(run).map((text) => colors.yellow(printable(text[language]))));
        const isPossible = failures.every(({ kind }) => kind !== 'scenario');
        out.push(...(isPossible ? unusedInWords(run) : []).map((text) => colors.yellow(printable(text[language]))));
    }
    return out;
}

/** Each thing that went otherwise than expected, with its line; what the first keeps from being told in one line. */
export function failureLines({ failures }: TestedScenario, language: Language): string[] {
    const unknown = failures.filter(({ kind }) => kind === 'unknown');
    const told = failures.filter(({ kind }) => kind !== 'unknown');
    const [first] = unknown;
    return [
        ...told.map((failure) => printable(`${linesIn([failure], language)}: ${failureInWords(failure)[language]}`)),
        ...(first
            ? [
                  printable(
                      `${linesIn(unknown, language)}: ${first.actual[language]}: ${unknown.map((f) => f.expected[language]).join('; ')}`,
                  ),
              ]
            : []),
    ];
}

/** `regel 3`, `regels 3, 5`, `regels 30 tot en met 38` */
function linesIn(failures: readonly Failure[], language: Language): string {
    const numbers = [...new Set(failures.map(({ at }) => at.range.start.line + 1))].toSorted((a, b) => a - b);
    const lines = runsOf(numbers).map(([from, to]) =>
        from === to ? String(from) : `${String(from)} ${{ nl: 'tot en met', en: 'to' }[language]} ${String(to)}`,
    );
    const word = { nl: ['regel', 'regels'] as const, en: ['line', 'lines'] as const }[language];
    return `${numbers.length === 1 ? word[0] : word[1]} ${lines.join(', ')}`;
}

/** Numbers of which three or more follow each other as one run; others each by itself. */
function runsOf(numbers: readonly number[]): (readonly [from: number, to: number])[] {
    const runs: [number, number][] = [];
    for (const number of numbers) {
        const last = runs.at(-1);
        if (last?.[1] === number - 1) {
            last[1] = number;
        } else {
            runs.push([number, number]);
        }
    }
    return runs.flatMap(([from, to]) =>
        to - from === 1 ? [[from, from] as const, [to, to] as const] : [[from, to] as const],
    );
}

const PARTS: Readonly<Record<keyof Coverage, Bilingual>> = {
    steps: { nl: 'stappen', en: 'steps' },
    branches: { nl: 'vertakkingen', en: 'branches' },
    handovers: { nl: 'overdrachten', en: 'handovers' },
    ends: { nl: 'eindes', en: 'ends' },
};

function coverageLines(one: { readonly interventie: string } & Coverage, language: Language, colors: Colors): string[] {
    const parts = Object.keys(PARTS) as (keyof Coverage)[];
    const of = { nl: 'van', en: 'of' }[language];
    const figures = parts
        .filter((part) => one[part].total > 0)
        .map((part) => `${PARTS[part][language]} ${String(one[part].covered)} ${of} ${String(one[part].total)}`);
    const title = { nl: 'gedekt', en: 'covered' }[language];
    const not = { nl: 'nog niet', en: 'not yet' }[language];
    return [
        `${printable(one.interventie)}, ${title}: ${figures.join(', ')}`,
        ...parts.flatMap((part) =>
            one[part].missing.length === 0
                ? []
                : [
                      colors.dim(
                          printable(
                              `  ${not} (${PARTS[part][language]}): ${one[part].missing.map((m) => m[language]).join(', ')}`,
                          ),
                      ),
                  ],
        ),
    ];
}

/** What `test --format json` prints. Scripts build on it: what is here stays. */
export function jsonOfTest({ scenarios, coverage }: TestReport, language: Language) {
    const counted = ({ covered, total, missing }: Covered) => ({
        covered,
        total,
        missing: missing.map((m) => m[language]),
    });
    return {
        version: 1,
        scenarios: scenarios.map(({ name, file, interventie, passed, outcome, run, failures }) => ({
            name,
            file,
            interventie,
            passed,
            outcome,
            path: run?.path ?? [],
            end: run?.end ?? null,
            failures: failures.map(({ expected, actual, at, certain }) => ({
                expected: expected[language],
                actual: actual[language],
                outcome: certain ? 'failed' : 'undecided',
                range: at.range,
            })),
            contacts: run ? jsonOfSum(sumOfContacts(run.contacts)) : null,
            days: run ? jsonOfSum(run.duration) : null,
            handovers: run?.handovers ?? [],
            documents: run?.delivered ?? [],
            unused: run?.unused.map((e) => e.step) ?? [],
            overrun: run?.overrun.map((e) => e.message[language]) ?? [],
        })),
        coverage: coverage.map(({ interventie, steps, branches, handovers, ends }) => ({
            interventie,
            steps: counted(steps),
            branches: counted(branches),
            handovers: counted(handovers),
            ends: counted(ends),
        })),
        summary: {
            scenarios: scenarios.length,
            passed: countOf(scenarios, 'met'),
            failed: countOf(scenarios, 'failed'),
            undecided: countOf(scenarios, 'undecided'),
        },
    };
}

/** An amount with its bounds; no most is null, and what leaves it open is named. */
export function jsonOfSum({ low, high, open }: Sum) {
    return { least: low, most: Number.isFinite(high) ? high : null, notStated: open };
}
