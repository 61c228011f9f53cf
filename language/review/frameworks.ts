import type { QueriedElement } from '../analysis/elements.js';
import type { QueryResult } from '../analysis/queries.js';
import { culprits, resultInWords, undecidedInWords } from '../messages/queries.js';
import { indicatorsOf } from '../model/queries.js';
import type { Framework, FrameworkIndicator, Review } from '../model/review.js';
import { moodOf } from '../rules/verdicts.js';
import { compared } from './comparison.js';
import { explanationsIn, findingsIn, reportedReview } from './findings.js';
import type {
    Coverage,
    FrameworkReport,
    IndicatorReport,
    ReportedClaim,
    ReportedFinding,
    ReportedTest,
    ThemeReport,
    VerdictCount,
} from './report.js';
import { besideUsual, claimsOf, queriedAt, type Sayer } from './say.js';

/**
 * What reviews and `toets`en say of an interventie by one framework: theme by theme, criterion by criterion, indicator by
 * indicator.
 */
export function frameworkReport(
    sayer: Sayer,
    framework: Framework,
    reviews: readonly Review[],
    today: string | undefined,
): FrameworkReport {
    const indicators = indicatorsOf(framework);
    const codes = new Set(indicators.map((i) => i.name));
    const results = new Map(indicators.map((i) => [i.name, i.queries.map(sayer.evaluate)]));
    const findings = reviews.flatMap((review) => findingsIn(sayer, review, today));
    const all = reviews.flatMap((review) => review.findings);
    const usual = claimsOf(sayer, framework.provenance);
    const testSources = sameForAll(indicators.flatMap((i) => i.queries.map((q) => claimsOf(sayer, q.provenance))));
    const report = (indicator: FrameworkIndicator): IndicatorReport => {
        const { outcome, why } = compared(
            indicator.name,
            all.filter((f) => f.indicators.some((i) => i.name === indicator.name)),
            results,
        );
        return {
            code: indicator.name,
            ...(indicator.title === undefined ? {} : { title: sayer.read(indicator.title) }),
            at: indicator.at,
            explanations: explanationsIn(sayer, indicator.statements),
            sources: besideUsual(claimsOf(sayer, indicator.provenance), usual),
            findings: findings.filter((f) => f.indicators.includes(indicator.name)),
            tests: (results.get(indicator.name) ?? []).map((result) => testReport(sayer, result, usual, testSources)),
            comparison: { outcome, why: sayer.say(why) },
        };
    };
    const named = ({ name, title, at }: Pick<Framework, 'name' | 'title' | 'at'>) => ({
        name,
        title: sayer.read(title ?? name),
        at,
    });
    const themes = framework.themes.map((theme): ThemeReport => ({
        ...named(theme),
        criteria: theme.criteria.map((criterion) => ({
            ...named(criterion),
            indicators: criterion.indicators.map(report),
        })),
        indicators: theme.indicators.map(report),
    }));
    const reported = indicatorReports({ themes });
    const owner = framework.owner ?? (framework.ownerValue && sayer.value(framework.ownerValue));
    return {
        ...named(framework),
        found: true,
        ...(owner === undefined ? {} : { owner: sayer.anchors.find(owner)?.title ?? owner }),
        sources: usual,
        testSources,
        reviews: reviews.map((review) => reportedReview(sayer, review)),
        themes,
        loose: findings.filter((f) => !f.indicators.some((code) => codes.has(code))),
        coverage: coverageOf(reported),
        verdicts: verdictCounts(framework, findings),
        tests: testCounts(reported),
        differing: reported.filter((i) => i.comparison.outcome === 'differ').map((i) => i.code),
    };
}

/** All indicators of a report, theme by theme, those that stand in no criterion first. */
export function indicatorReports({ themes }: Pick<FrameworkReport, 'themes'>): readonly IndicatorReport[] {
    return themes.flatMap((t) => [...t.indicators, ...t.criteria.flatMap((c) => c.indicators)]);
}

/** All findings of a report, each once, also where several indicators share it. */
export function findingsOf(report: FrameworkReport): readonly ReportedFinding[] {
    return [...new Set([...indicatorReports(report).flatMap((i) => i.findings), ...report.loose])];
}

/** Reviews by a framework that no file has: what they found, under no indicator. */
export function withoutFramework(sayer: Sayer, review: Review, today: string | undefined): FrameworkReport {
    const findings = findingsIn(sayer, review, today);
    return {
        name: review.framework.name,
        title: review.framework.name,
        found: false,
        at: review.framework.at,
        sources: [],
        testSources: [],
        reviews: [reportedReview(sayer, review)],
        themes: [],
        loose: findings,
        coverage: coverageOf([]),
        verdicts: verdictCounts(undefined, findings),
        tests: testCounts([]),
        differing: [],
    };
}

/** The claims of each, where there are several and they are the same; none otherwise. */
function sameForAll(claims: readonly (readonly ReportedClaim[])[]): readonly ReportedClaim[] {
    const [first = [], ...others] = claims;
    return others.length > 0 && others.every((c) => JSON.stringify(c) === JSON.stringify(first)) ? first : [];
}

/** What a `toets` reads, with everything that it rests on. */
function testReport(
    sayer: Sayer,
    result: QueryResult,
    usual: readonly ReportedClaim[],
    testSources: readonly ReportedClaim[],
): ReportedTest {
    const { query, outcome, open } = result;
    const { evidence, counterexamples } = witnesses(result);
    return {
        query: query.text,
        outcome,
        result: sayer.say(resultInWords(result)),
        evidence: evidence.map((e) => queriedAt(sayer, e)),
        counterexamples: counterexamples.map((e) => queriedAt(sayer, e)),
        open: [...new Set(open.map((o) => sayer.say(undecidedInWords(o))))],
        sources:
            testSources.length > 0
                ? testSources.map((claim) => ({ ...claim, usual: true as const }))
                : besideUsual(claimsOf(sayer, query.provenance), usual),
        at: query.at,
    };
}

/** Who speaks for a `toets` and who against it. Of a number (`minstens`, `hoogstens`, `precies`) nobody does until it fails. */
function witnesses(result: QueryResult): Record<'evidence' | 'counterexamples', readonly QueriedElement[]> {
    const { query, having, lacking } = result;
    const against = culprits(result);
    switch (query.quantifier) {
        case 'every':
            return { evidence: having, counterexamples: lacking };
        case 'none':
            return { evidence: lacking, counterexamples: having };
        default:
            return { evidence: against === having ? [] : having, counterexamples: against };
    }
}

function coverageOf(indicators: readonly IndicatorReport[]): Coverage {
    const codes = (all: readonly IndicatorReport[]) => all.map((i) => i.code);
    const isAllotted = ({ findings }: IndicatorReport) =>
        findings.some((f) => f.indicators.length < 2 || f.allotment?.known !== false);
    const found = indicators.filter((i) => i.findings.length > 0);
    const tested = indicators.filter((i) => i.tests.length > 0);
    return {
        indicators: indicators.length,
        withFinding: found.length,
        withTest: tested.length,
        withoutFinding: codes(indicators.filter((i) => i.findings.length === 0)),
        withoutTest: codes(indicators.filter((i) => i.tests.length === 0)),
        notAllotted: codes(found.filter((i) => !isAllotted(i))),
    };
}

function testCounts(indicators: readonly IndicatorReport[]): FrameworkReport['tests'] {
    const tests = indicators.flatMap((i) => i.tests);
    const count = (outcome: ReportedTest['outcome']) => tests.filter((t) => t.outcome === outcome).length;
    return { holds: count('holds'), fails: count('fails'), undecided: count('undecided') };
}

/** The verdicts of the framework first, each also where nobody gave it; then others that were written, and none. */
function verdictCounts(framework: Framework | undefined, findings: readonly ReportedFinding[]): VerdictCount[] {
    const own = (framework?.verdicts ?? []).map(({ name, sign }) => ({
        verdict: name,
        ...(sign === undefined ? {} : { sign }),
        mood: moodOf(name, sign),
        findings: findings.filter((f) => f.verdict === name).length,
    }));
    const known = new Set(own.map((v) => v.verdict));
    const others = Map.groupBy(
        findings.filter((f) => f.verdict === undefined || !known.has(f.verdict)),
        (f) => f.verdict,
    );
    return [
        ...own,
        ...[...others].map(([verdict, given]) => ({
            ...(verdict === undefined ? {} : { verdict }),
            mood: 'other' as const,
            findings: given.length,
        })),
    ];
}
