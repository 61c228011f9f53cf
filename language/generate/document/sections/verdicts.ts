import type { QueryResult } from '../../../analysis/queries.js';
import { OUTCOMES, resultInWords } from '../../../messages/queries.js';
import { indicatorsOf } from '../../../model/queries.js';
import type { Framework, FrameworkIndicator, Review, ReviewFinding } from '../../../model/review.js';

import type { Context } from '../context.js';
import { joined, strong, text, type Block, type Inline } from '../document.js';
import { valueInlines } from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/**
 * The verdict of a person and what each `toets` reads, side by side for each indicator: two things, of which none is
 * counted from the other. Nothing where the framework asks nothing of the text.
 */
export function verdictsBesideTests(context: Context, framework: Framework, review: Review): Block[] {
    const indicators = indicatorsOf(framework);
    if (indicators.every((i) => i.queries.length === 0)) {
        return [];
    }
    const findings = Map.groupBy(
        review.findings.flatMap((finding) => finding.indicators.map((i) => ({ code: i.name, finding }))),
        ({ code }) => code,
    );
    return [
        {
            type: 'table',
            caption: context.say({
                nl: 'Het oordeel van een mens over de praktijk, en wat de toets in de tekst leest',
                en: 'The verdict of a person on practice, and what the test reads in the text',
            }),
            columns: [
                [text(context.say({ nl: 'Indicator', en: 'Indicator' }))],
                [text(context.say({ nl: 'Oordeel', en: 'Verdict' }))],
                [text(context.say({ nl: 'Toets', en: 'Test' }))],
            ],
            rowHeadings: true,
            rows: indicators.map((indicator) => ({
                cells: [
                    indicatorName(context, indicator),
                    verdictCell(
                        context,
                        (findings.get(indicator.name) ?? []).map((f) => f.finding),
                    ),
                    testCell(context, indicator),
                ],
            })),
        },
    ];
}

function indicatorName(context: Context, { name, title }: FrameworkIndicator): Inline[] {
    const found = context.anchors.find(name, 'framework-indicator');
    const label = title === undefined ? name : `${name} ${oneLine(title)}`;
    return [found ? { type: 'reference', to: found.id, text: label } : text(label)];
}

function verdictCell(context: Context, findings: readonly ReviewFinding[]): Inline[] {
    if (findings.length === 0) {
        return [text(context.say({ nl: 'geen bevinding', en: 'no finding' }))];
    }
    const lines = findings.map((finding): Inline[] => {
        const codes = finding.indicators.map((i) => i.name).join(', ');
        const together = context.say({ nl: ` (over ${codes} samen)`, en: ` (on ${codes} together)` });
        return [...verdictInlines(context, finding), ...(finding.joint ? [text(together)] : [])];
    });
    return joined(lines, '; ');
}

/** The verdict of a finding, with its sign. */
export function verdictInlines(context: Context, { verdict, verdictValue }: ReviewFinding): Inline[] {
    if (!verdict) {
        return verdictValue ? [...valueInlines(context, verdictValue)] : [];
    }
    const known = context.anchors.find(verdict.name, 'verdict');
    const sign = context.related.frameworks.flatMap((f) => f.verdicts).find((v) => v.name === verdict.name)?.sign;
    return [
        {
            type: 'mark',
            mark: known ? 'state' : 'not-found',
            text: `${sign === undefined ? '' : `${sign} `}${oneLine(known?.title ?? verdict.name)}`,
        },
    ];
}

function testCell(context: Context, { queries }: FrameworkIndicator): Inline[] {
    return queries.length === 0
        ? [text(context.say({ nl: 'geen toets', en: 'no test' }))]
        : joined(
              queries.map((query) => outcomeInlines(context, context.evaluate(query))),
              '; ',
          );
}

/** How a `toets` came out, and by which elements. */
export function outcomeInlines(context: Context, result: QueryResult): Inline[] {
    const parts = context.say(resultInWords(result)).split('`');
    return [
        strong(text(context.say(OUTCOMES[result.outcome]))),
        text(': '),
        ...parts.map((part, i): Inline => (i % 2 === 1 ? { type: 'code', text: part } : text(part))),
    ];
}
