import { culprits, resultInWords } from '../messages/queries.js';
import type { Framework } from '../model/review.js';
import type { FrameworkReport, Improvement, ReportedFinding } from './report.js';
import { findingsOf, indicatorReports } from './frameworks.js';
import { queriedAt, type Sayer } from './say.js';

/**
 * What is open by one framework: by its findings, by its LET OPs, and by its `toets`en. A `toets` that says the same as a
 * finding about its indicator stands with that finding.
 */
export function improvementsIn(sayer: Sayer, report: FrameworkReport, framework: Framework | undefined): Improvement[] {
    const indicators = indicatorReports(report);
    const agreeing = new Set(indicators.filter((i) => i.comparison.outcome === 'agree').map((i) => i.code));
    const tests = framework ? ofTests(sayer, framework) : [];
    const told = new Set<Improvement>();
    const found = findingsOf(report).flatMap((finding) =>
        ofFinding(report, finding).map((one): Improvement => {
            if (one.kind !== 'finding') {
                return one;
            }
            const same = tests.filter(
                (t) => !told.has(t) && t.indicators.some((code) => agreeing.has(code) && one.indicators.includes(code)),
            );
            same.forEach((t) => told.add(t));
            return { ...one, tests: same.map(({ text, elements, at }) => ({ text, elements, at })) };
        }),
    );
    return [...found, ...tests.filter((t) => !told.has(t))];
}

function ofFinding(report: FrameworkReport, finding: ReportedFinding): Improvement[] {
    const { name: framework } = report;
    const { mood, indicators, concerns: elements, attention, reactions, at } = finding;
    const followUps = finding.followUps.filter((f) => !f.isDone);
    const isDone = finding.followUps.length > 0 && followUps.length === 0;
    const about = { framework, indicators, elements, tests: [], followUps };
    if (mood === 'bad') {
        const asked = indicatorReports(report)
            .filter((i) => indicators.includes(i.code))
            .map((i) => i.title ?? i.code);
        return isDone ? [] : [{ kind: 'finding', ...about, text: finding.text ?? asked.join('; '), at }];
    }
    return isDone || reactions.length > 0
        ? []
        : attention.map((a): Improvement => ({ kind: 'attention', ...about, text: a.text, at: a.at }));
}

function ofTests(sayer: Sayer, framework: Framework): Improvement[] {
    const all = framework.themes.flatMap((t) => [...t.indicators, ...t.criteria.flatMap((c) => c.indicators)]);
    return all.flatMap((indicator) =>
        indicator.queries
            .map(sayer.evaluate)
            .filter(({ outcome }) => outcome === 'fails')
            .map((result): Improvement => ({
                kind: 'test',
                framework: framework.name,
                indicators: [indicator.name],
                text: `${result.query.text}: ${sayer.say(resultInWords(result))}`,
                elements: culprits(result).map((e) => queriedAt(sayer, e)),
                tests: [],
                followUps: [],
                at: result.query.at,
            })),
    );
}
