import {
    joined,
    paragraph,
    strong,
    text,
    type Block,
    type Inline,
    type Section,
} from '../generate/document/document.js';
import { prose } from '../generate/document/prose.js';
import { OUTCOMES } from '../messages/queries.js';
import { oneLine } from '../text/one-line.js';
import { placesOf, row, words, type ReportWriter } from './document-parts.js';
import type { IndicatorReport, ReportedFinding, ReportedTest } from './report.js';
import {
    attentionText,
    findingsTogether,
    COMPARISONS,
    followUpText,
    reactionText,
    saysNoTest,
    sharedText,
    sourcesText,
    verdictText,
    WORDS,
} from './words.js';
import { capital } from '../text/capital.js';

/** Indicators with finding, LET OP, test and how they go together, at a glance. */
export function tableOf(
    indicators: readonly IndicatorReport[],
    caption: string,
    { say, language }: ReportWriter,
): Block {
    const cells = ({ code, title, findings, tests, comparison }: IndicatorReport): Inline[][] => [
        [text(oneLine(title === undefined ? code : `${code} ${title}`))],
        joined(
            findingsTogether(findings, language).map((some): Inline[] => [
                ...joined(
                    some.map((f) => [{ type: 'mark', mark: 'state', text: verdictText(f, language) } as const]),
                    ', ',
                ),
                ...some
                    .slice(0, 1)
                    .flatMap((f) => (sharedText(f, language) === '' ? [] : [text(sharedText(f, language))])),
            ]),
            '; ',
        ),
        [text(findings.flatMap((f) => f.attention.map((a) => oneLine(a.text))).join('; '))],
        joined(
            tests.map((t): Inline[] => [strong(text(say(OUTCOMES[t.outcome]))), text(': '), ...inShort(t, say)]),
            '; ',
        ),
        [text(comparison.outcome === 'nothing' ? '' : `${say(COMPARISONS[comparison.outcome])}: ${comparison.why}`)],
    ];
    const none = [say(WORDS.noFinding), '—', say(WORDS.noTest), '—'];
    return {
        type: 'table',
        caption: oneLine(caption),
        columns: [
            [text(say({ nl: 'Indicator', en: 'Indicator' }))],
            [text(say({ nl: 'Oordeel van een mens', en: 'Verdict of a person' }))],
            [text(say({ nl: 'Let op', en: 'Look out' }))],
            [text(say({ nl: 'Toets van de tekst', en: 'Test of the text' }))],
            [text(capital(say(WORDS.comparison)))],
        ],
        rowHeadings: true,
        rows: indicators.map((indicator) => ({
            cells: cells(indicator).map((cell, i) => (isEmpty(cell) ? [text(none[i - 1] ?? '')] : cell)),
        })),
    };
}

/** Where a `toets` holds or fails, by the titles of the first of these; what it rests on stands below the table. */
function inShort({ outcome, result, evidence, counterexamples }: ReportedTest, say: ReportWriter['say']): Inline[] {
    const fails = outcome === 'fails';
    const shown = fails ? counterexamples : evidence;
    if (outcome === 'undecided' || shown.length === 0) {
        return words(result);
    }
    const [most, rest] = [
        shown.slice(0, MOST_SHOWN).map(({ name, title }) => oneLine(title ?? name)),
        shown.length - MOST_SHOWN,
    ];
    const more = rest > 0 ? say({ nl: ` en nog ${String(rest)}`, en: ` and ${String(rest)} more` }) : '';
    const at = fails ? say({ nl: 'niet bij ', en: 'not at ' }) : say({ nl: 'bij ', en: 'at ' });
    return [text(`${at}${most.join('; ')}${more}`)];
}

const MOST_SHOWN = 3;

function isEmpty(cell: readonly Inline[]): boolean {
    return cell.every((i) => i.type === 'text' && i.text === '');
}

/** An indicator with all that was found and read, and what it rests on. */
export function indicatorSection(indicator: IndicatorReport, writer: ReportWriter): Section {
    const { code, title, findings, tests, comparison, explanations } = indicator;
    const { say } = writer;
    return {
        id: writer.fresh(`indicator ${code}`),
        look: 'element',
        title: [text(oneLine(title === undefined ? code : `${code} ${title}`))],
        blocks: [
            ...(findings.length === 0 ? [paragraph(text(capital(say(WORDS.noFinding))))] : []),
            ...findingsTogether(findings, writer.language).flatMap((some) => findingsAt(code, some, writer)),
            ...(tests.length === 0 && !saysNoTest(explanations, writer.language)
                ? [paragraph(text(capital(say(WORDS.noTest))))]
                : []),
            ...tests.map((test) => testBlock(test, writer)),
            ...(comparison.outcome === 'nothing'
                ? []
                : [
                      paragraph(
                          strong(text(`${capital(say(WORDS.comparison))}: ${say(COMPARISONS[comparison.outcome])}`)),
                          text(`: ${comparison.why}.`),
                      ),
                  ]),
            ...explanations.map((e) => paragraph(text(oneLine(e)))),
            ...sourcesText(indicator, writer.language).map((s) =>
                paragraph(text(`${capital(say(WORDS.source))}: ${oneLine(s)}`)),
            ),
        ],
        sections: [],
    };
}

/** Findings about several indicators stand with the first of them. */
function findingsAt(code: string, findings: readonly ReportedFinding[], writer: ReportWriter): Block[] {
    const [finding] = findings;
    const first = finding?.indicators[0] ?? code;
    if (first === code || !finding) {
        return findings.flatMap((f) => findingBlocks(f, writer));
    }
    const { say, language } = writer;
    const what = capital(say(findings.length === 1 ? WORDS.finding : WORDS.findings));
    const verdicts = `${findings.map((f) => verdictText(f, language)).join(', ')}${sharedText(finding, language)}`;
    return [paragraph(text(`${what}: ${oneLine(verdicts)}: ${say(WORDS.seeAt)} ${first}.`))];
}

/** What a person found. */
export function findingBlocks(finding: ReportedFinding, writer: ReportWriter): Block[] {
    const { say, language } = writer;
    const { text: said, markdown, attention, concerns, reactions, followUps, explanations } = finding;
    const rows = [
        row(capital(say(WORDS.concerns)), concerns.length === 0 ? [] : [placesOf(concerns, writer)]),
        row(
            capital(say(WORDS.reaction)),
            reactions.map((r) => reactionText(r, language)),
        ),
        row(
            capital(say(WORDS.followUp)),
            followUps.map((f) => followUpText(f, language)),
        ),
        row(capital(say(WORDS.explanation)), explanations),
        row(capital(say(WORDS.source)), sourcesText(finding, language)),
    ].filter((r) => r.details.length > 0);
    return [
        {
            type: 'notice',
            kind: 'information',
            title: [
                text(`${capital(say(WORDS.finding))}: `),
                { type: 'mark', mark: 'state', text: verdictText(finding, language) },
                text(oneLine(sharedText(finding, language)) === '' ? '' : ` ${oneLine(sharedText(finding, language))}`),
            ],
            blocks: [
                ...(said === undefined ? [] : prose(said, markdown)),
                ...attention.map((a): Block => ({
                    type: 'notice',
                    kind: 'attention',
                    title: [text(capital(say(WORDS.attention)))],
                    blocks: prose(attentionText(a, language), false),
                })),
                ...(rows.length === 0 ? [] : [{ type: 'definitions' as const, rows }]),
            ],
        },
    ];
}

function testBlock(test: ReportedTest, writer: ReportWriter): Block {
    const { say, language } = writer;
    const { query, outcome, result, evidence, counterexamples, open } = test;
    const rows = [
        row(capital(say(WORDS.evidence)), evidence.length === 0 ? [] : [placesOf(evidence, writer)]),
        row(
            capital(say(WORDS.counterexamples)),
            counterexamples.length === 0 ? [] : [placesOf(counterexamples, writer)],
        ),
        row(capital(say(WORDS.open)), open),
        row(capital(say(WORDS.source)), sourcesText(test, language)),
    ].filter((r) => r.details.length > 0);
    return {
        type: 'notice',
        kind: 'information',
        title: [text(`${capital(say(WORDS.test))}: `), strong(text(say(OUTCOMES[outcome])))],
        blocks: [
            paragraph({ type: 'code', text: oneLine(query) }),
            ...(evidence.length + counterexamples.length + open.length === 0
                ? [paragraph(...words(`${capital(result)}.`))]
                : []),
            ...(rows.length === 0 ? [] : [{ type: 'definitions' as const, rows }]),
        ],
    };
}
