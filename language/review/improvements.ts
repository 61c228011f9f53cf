import { culprits, resultInWords } from '../messages/queries.js';
import type { Framework } from '../model/review.js';
import type { FrameworkReport, Improvement, IndicatorReport, ReportedFinding } from './report.js';
import { findingsOf, indicatorReports } from './frameworks.js';
import { queriedAt, type Sayer } from './say.js';

/** What is to be improved by one framework and is not done yet: by its findings, by its LET OPs, and by its `toets`en. */
export function improvementsIn(sayer: Sayer, report: FrameworkReport, framework: Framework | undefined): Improvement[] {
    const indicators = indicatorReports(report);
    return [
        ...findingsOf(report).flatMap((finding) => ofFinding(report, finding, indicators)),
        ...(framework ? ofTests(sayer, framework) : []),
    ];
}

function ofFinding(
    { name: framework }: FrameworkReport,
    finding: ReportedFinding,
    all: readonly IndicatorReport[],
): Improvement[] {
    const { mood, indicators, concerns: elements, attention, reactions, at } = finding;
    const followUps = finding.followUps.filter((f) => !f.isDone);
    const isDone = finding.followUps.length > 0 && followUps.length === 0;
    const about = { framework, indicators, elements, followUps };
    if (mood === 'bad') {
        const asked = all.filter((i) => indicators.includes(i.code)).map((i) => i.title ?? i.code);
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
                followUps: [],
                at: result.query.at,
            })),
    );
}
