import { MOST_NAMED } from '../../language/messages/queries.js';
import type { Place } from '../../language/model/protocol.js';
import type { Mood } from '../../language/rules/verdicts.js';
import type {
    ElementAt,
    FrameworkReport,
    IndicatorReport,
    ReportedFinding,
    ReportedTest,
    ReviewReport,
    TestOutcome,
} from '../../language/review/report.js';
import {
    COMPARISONS,
    coverageText,
    followUpText,
    reactionText,
    reviewerText,
    attentionText,
    openCounts,
    saysNoTest,
    sharedText,
    sourcesText,
    testSourcesText,
    usualText,
    verdictText,
    WORDS,
} from '../../language/review/words.js';
import { OUTCOMES } from '../../language/messages/queries.js';
import type { Language } from '../../language/text/bilingual.js';
import { oneLine } from '../../language/text/one-line.js';
import { label } from '../../language/generate/document/labels.js';
import { dateText } from '../../language/messages/wording.js';
import { printable, type Colors } from '../terminal.js';
import { placeOf } from './place.js';
import { closingParts } from './review-rest.js';
import { capital } from '../../language/text/capital.js';

/** What the printers of a report need. */
export interface ReviewPrinter {
    readonly language: Language;
    readonly colors: Colors;
    readonly shownUri: (uri: string) => string;
}

/** What `review` prints for people: for each interventie the frameworks with each indicator, and then what is open. */
export function textOfReviews(reports: readonly ReviewReport[], printer: ReviewPrinter): string {
    return [...reports.map((report) => `${linesOf(report, printer).join('\n')}\n`), summary(reports, printer)].join(
        '\n\n',
    );
}

/** The last line, by which a report is known again. */
function summary(reports: readonly ReviewReport[], { language }: ReviewPrinter): string {
    const nl = language === 'nl';
    const sum = (count: (report: ReviewReport) => number) => reports.reduce((all, r) => all + count(r), 0);
    const said = (n: number, one: string, more: string) => `${String(n)} ${n === 1 ? one : more}`;
    const improvements = reports.flatMap((r) => r.improvements);
    const parts = [
        said(improvements.length, nl ? 'open punt' : 'open point', nl ? 'open punten' : 'open points') +
            (improvements.length === 0 ? '' : ` (${openCounts(improvements, language)})`),
        said(
            sum((r) => r.followUps.filter((f) => f.lateSince).length),
            nl ? 'opvolging te laat' : 'late follow-up',
            nl ? 'opvolgingen te laat' : 'late follow-ups',
        ),
        said(
            sum((r) => r.contradictions.length),
            nl ? 'tegenspraak' : 'contradiction',
            nl ? 'tegenspraken' : 'contradictions',
        ),
    ];
    return `${said(reports.length, 'interventie', 'interventies')}: ${parts.join(', ')}.\n`;
}

function linesOf(report: ReviewReport, printer: ReviewPrinter): string[] {
    const { language, colors, shownUri } = printer;
    const { name, title, version, date, at } = report;
    const head = [
        title === name ? title : `${title} (${name})`,
        ...(version === undefined ? [] : [`${{ nl: 'versie', en: 'version' }[language]} ${version}`]),
    ].join(', ');
    return [
        colors.bold(printable(oneLine(head))),
        colors.dim(
            printable(
                [
                    `${shownUri(at.file)}:${placeOf(at.range)}`,
                    ...(date === undefined
                        ? []
                        : [`${{ nl: 'verslag van', en: 'report of' }[language]} ${dateText(date, language)}`]),
                ].join(', '),
            ),
        ),
        ...(report.unread ? [colors.yellow(WORDS.unread[language])] : []),
        ...(report.frameworks.length === 0 ? ['', WORDS.noFramework[language]] : ['', WORDS.twoThings[language]]),
        ...report.frameworks.flatMap((framework) => ['', ...frameworkLines(framework, printer)]),
        ...closingParts(report, printer),
    ];
}

function frameworkLines(framework: FrameworkReport, printer: ReviewPrinter): string[] {
    const { language, colors } = printer;
    const { title, owner, found, reviews, themes, loose, differing } = framework;
    const of = owner === undefined ? '' : ` ${{ nl: 'van', en: 'of' }[language]} ${owner}`;
    const line = (text: string) => printable(oneLine(text));
    return [
        colors.underline(line(`${title}${of}`)),
        ...(found ? [] : [`  ${colors.yellow(WORDS.frameworkNotFound[language])}`]),
        ...headLines([usualText(framework.sources, language)]),
        ...headLines([testSourcesText(framework, language)].map((t) => t && `${WORDS.sourceOfTests[language]}: ${t}`)),
        ...reviews.flatMap((review) => reviewLines(review, printer)),
        ...themes.flatMap((theme) => [
            '',
            `  ${colors.bold(line(theme.title))}`,
            ...theme.indicators.flatMap((i) => indicatorLines(i, '    ', printer)),
            ...theme.criteria.flatMap((criterion) => [
                `    ${line(criterion.title)}`,
                ...criterion.indicators.flatMap((i) => indicatorLines(i, '      ', printer)),
            ]),
        ]),
        ...(loose.length === 0 ? [] : ['', `  ${WORDS.loose[language]}`]),
        ...loose.flatMap((f) => findingLines(f, printer).map((l) => `    ${l}`)),
        '',
        ...(found
            ? [`  ${WORDS.coverage[language]}: ${line(coverageText(framework.coverage, language).join('; '))}`]
            : []),
        `  ${WORDS.counts[language]}: ${line(countsText(framework, language))}`,
        ...(differing.length === 0
            ? []
            : [`  ${colors.yellow(`${WORDS.differing[language]}: ${line(differing.join(', '))}`)}`]),
    ];
}

/** What holds for all that follows, a sentence on each line. */
function headLines(sentences: readonly string[]): string[] {
    return sentences.filter((s) => s !== '').map((s) => `  ${printable(oneLine(capital(s)))}`);
}

function reviewLines(
    { title, by, informants, said, sources }: FrameworkReport['reviews'][number],
    printer: ReviewPrinter,
): string[] {
    const { language } = printer;
    const who = by.map((one) => reviewerText(one, language));
    const names = informants.map((i) => i.title ?? i.name).join('; ');
    return headLines([
        `${capital(WORDS.review[language])}: ${[title, ...who].join(', ')}`,
        ...(names === '' ? [] : [`${capital(WORDS.informants[language])}: ${names}`]),
        ...said.map(({ kind, text }) => `${label(kind, language)}: ${text}`),
        usualText(sources, language),
    ]);
}

/** `bevindingen: ✓ voldoet 17, X verbeterpunt 10; toetsen: gehaald 4, …` */
function countsText({ verdicts, tests }: FrameworkReport, language: Language): string {
    const given = verdicts.map((v) => `${verdictText(v, language)} ${String(v.findings)}`).join(', ');
    const outcomes = (Object.keys(OUTCOMES) as TestOutcome[])
        .map((outcome) => `${OUTCOMES[outcome][language]} ${String(tests[outcome])}`)
        .join(', ');
    const parts = [
        ...(verdicts.length === 0 ? [] : [`${WORDS.findings[language]}: ${given}`]),
        ...(tests.holds + tests.fails + tests.undecided === 0 ? [] : [`${WORDS.tests[language]}: ${outcomes}`]),
    ];
    return parts.length === 0 ? WORDS.none[language] : parts.join('; ');
}

function indicatorLines(indicator: IndicatorReport, indent: string, printer: ReviewPrinter): string[] {
    const { language, colors } = printer;
    const { code, title, findings, tests, comparison, explanations } = indicator;
    const head = printable(oneLine(title === undefined ? code : `${code} ${title}`));
    const paint = { agree: colors.green, differ: colors.yellow, undecided: colors.dim, nothing: colors.dim };
    const inside = [
        ...(findings.length === 0 ? [colors.dim(WORDS.noFinding[language])] : []),
        ...findings.flatMap((finding) => findingAt(code, finding, printer)),
        ...(tests.length === 0 && !saysNoTest(explanations, language) ? [colors.dim(WORDS.noTest[language])] : []),
        ...tests.flatMap((test) => testLines(test, printer)),
        ...(comparison.outcome === 'nothing'
            ? []
            : [
                  `${WORDS.comparison[language]}: ${paint[comparison.outcome](COMPARISONS[comparison.outcome][language])}: ${printable(comparison.why)}`,
              ]),
        ...explanations.map((text) => `${WORDS.explanation[language]}: ${printable(oneLine(text))}`),
        ...sourcesText(indicator, language).map((s) => `${WORDS.source[language]}: ${printable(oneLine(s))}`),
    ];
    return [`${indent}${head}`, ...inside.map((text) => `${indent}    ${text}`)];
}

/** A finding about several indicators stands with the first of them. */
function findingAt(code: string, finding: ReportedFinding, printer: ReviewPrinter): string[] {
    const [first = code] = finding.indicators;
    if (first === code) {
        return findingLines(finding, printer);
    }
    const { language, colors } = printer;
    const verdict = moodPaint(finding.mood, colors)(printable(oneLine(verdictText(finding, language))));
    const shared = printable(oneLine(sharedText(finding, language)));
    return [
        `${WORDS.finding[language]} ${verdict}${shared === '' ? '' : ` ${shared}`}: ${WORDS.seeAt[language]} ${first}`,
    ];
}

function findingLines(finding: ReportedFinding, printer: ReviewPrinter): string[] {
    const { language, colors } = printer;
    const { text, attention, concerns, reactions, followUps, explanations, mood } = finding;
    const line = (words: string) => printable(oneLine(words));
    const verdict = moodPaint(mood, colors)(line(verdictText(finding, language)));
    const shared = line(sharedText(finding, language));
    const row = (word: string, said: string) => `  ${word}: ${line(said)}`;
    return [
        `${WORDS.finding[language]} ${verdict}${shared === '' ? '' : ` ${shared}`}${text === undefined ? '' : `: ${line(text)}`}`,
        ...attention.map((a) =>
            colors.yellow(row(WORDS.attention[language].toUpperCase(), attentionText(a, language))),
        ),
        ...(concerns.length === 0 ? [] : [row(WORDS.concerns[language], placed(concerns, printer))]),
        ...reactions.map((r) => row(WORDS.reaction[language], reactionText(r, language))),
        ...followUps.map((f) => row(WORDS.followUp[language], followUpText(f, language))),
        ...explanations.map((e) => row(WORDS.explanation[language], e)),
        ...sourcesText(finding, language).map((s) => row(WORDS.source[language], s)),
    ];
}

function moodPaint(mood: Mood, { green, red, yellow }: Colors): (text: string) => string {
    return { good: green, bad: red, other: yellow }[mood];
}

function testLines(test: ReportedTest, printer: ReviewPrinter): string[] {
    const { language, colors } = printer;
    const { query, outcome, result, evidence, counterexamples, open } = test;
    const paint = { holds: colors.green, fails: colors.red, undecided: colors.yellow }[outcome];
    const list = (word: string, elements: readonly ElementAt[]) =>
        elements.length === 0 ? [] : [`  ${word}: ${printable(oneLine(placed(elements, printer)))}`];
    return [
        `${WORDS.test[language]} ${paint(OUTCOMES[outcome][language])}: ${printable(oneLine(query))}`,
        ...list(WORDS.evidence[language], evidence),
        ...list(WORDS.counterexamples[language], counterexamples),
        ...(evidence.length + counterexamples.length === 0 && outcome !== 'undecided'
            ? [`  ${printable(result)}`]
            : []),
        ...open.map((reason) => `  ${WORDS.open[language]}: ${printable(reason)}`),
        ...sourcesText(test, language).map((s) => `  ${WORDS.source[language]}: ${printable(oneLine(s))}`),
    ];
}

/** `Regisseur (gezinspad.draaiboek:40:7), Plan (…)`; of many the first ones, and how many there are more. */
export function placed(elements: readonly ElementAt[], { shownUri, language }: ReviewPrinter): string {
    const where = ({ file, range }: Place) => `${shownUri(file)}:${placeOf(range)}`;
    const rest = elements.length - MOST_NAMED;
    return [
        ...elements.slice(0, MOST_NAMED).map(({ name, title, at }) => `${title ?? name} (${where(at)})`),
        ...(rest > 0 ? [{ nl: `en ${String(rest)} andere`, en: `and ${String(rest)} more` }[language]] : []),
    ].join(', ');
}
