import { dateText } from '../messages/wording.js';
import {
    paragraph,
    text,
    type Block,
    type DocumentModel,
    type Inline,
    type Section,
} from '../generate/document/document.js';
import { distinct } from '../generate/paths.js';
import { OUTCOMES } from '../messages/queries.js';
import type { Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import { findingBlocks, indicatorSection, tableOf } from './document-indicator.js';
import { row, section, type ReportWriter } from './document-parts.js';
import { closingSections } from './document-rest.js';
import { indicatorReports } from './frameworks.js';
import type { FrameworkReport, ReviewReport } from './report.js';
import { coverageText, reviewerText, testSourcesText, usualText, verdictText, WORDS } from './words.js';
import { capital } from '../text/capital.js';

/**
 * Review reports as one document, for a web page and for Word: of each interventie the frameworks, each with a table in
 * which findings and `toets`en stand side by side and then what they rest on; what is to be improved, was promised,
 * contradicts, and is not known.
 *
 * @param shown how a file is called, by its URI
 */
export function reviewDocument(
    reports: readonly ReviewReport[],
    language: Language,
    shown: (uri: string) => string,
): DocumentModel {
    const taken = new Set<string>();
    const writer: ReportWriter = {
        language,
        say: (both) => both[language],
        place: ({ file, range }) => `${shown(file)}:${String(range.start.line + 1)}`,
        fresh: (wanted) => {
            const id = wanted
                .toLowerCase()
                .replace(/[^a-z0-9]+/g, '-')
                .replace(/^-|-$/g, '');
            return distinct(id || 'deel', taken);
        },
    };
    const { say } = writer;
    const [only] = reports;
    const date = only?.date;
    const kicker = say({ nl: 'Verslag van de toetsing', en: 'Review report' });
    const frame = {
        language,
        kicker,
        ...(date === undefined ? {} : { date }),
        ...(reports.some((r) => r.unread) ? { banner: [text(say(WORDS.unread))] } : {}),
        landscape: true as const,
    };
    if (only && reports.length === 1) {
        return {
            ...frame,
            title: oneLine(only.title),
            subtitle: subtitle(only, writer),
            sections: sectionsOf(only, writer),
        };
    }
    const count = String(reports.length);
    return {
        ...frame,
        title: say({ nl: `Toetsing van ${count} interventies`, en: `Review of ${count} interventions` }),
        subtitle: date === undefined ? [] : [text(dateText(date, language))],
        sections: reports.map((report) =>
            section(
                writer,
                report.name,
                report.title,
                [paragraph(...subtitle(report, writer))],
                sectionsOf(report, writer),
            ),
        ),
    };
}

function subtitle({ version, date, at }: ReviewReport, { say, place, language }: ReportWriter): Inline[] {
    const parts = [
        version === undefined
            ? say({ nl: 'geen versie vermeld', en: 'no version given' })
            : `${say({ nl: 'versie', en: 'version' })} ${version}`,
        ...(date === undefined ? [] : [`${say({ nl: 'verslag van', en: 'report of' })} ${dateText(date, language)}`]),
        place(at),
    ];
    return [text(parts.join(' · '))];
}

function sectionsOf(report: ReviewReport, writer: ReportWriter): Section[] {
    const { say } = writer;
    const { frameworks } = report;
    return [
        ...(frameworks.length === 0
            ? [section(writer, 'kaders', say(WORDS.results), [paragraph(text(say(WORDS.noFramework)))])]
            : frameworks.map((f) => frameworkSection(f, writer))),
        ...closingSections(report, writer),
    ];
}

function frameworkSection(framework: FrameworkReport, writer: ReportWriter): Section {
    const { say, language } = writer;
    const { title, owner, found, loose, differing, coverage } = framework;
    const rows = [
        row(say({ nl: 'Van', en: 'Of' }), owner === undefined ? [] : [owner]),
        row(capital(say(WORDS.source)), sentence(usualText(framework.sources, language))),
        row(capital(say(WORDS.sourceOfTests)), sentence(testSourcesText(framework, language))),
        ...framework.reviews.flatMap((review) => [
            row(capital(say(WORDS.review)), [
                [review.title, ...review.by.map((one) => reviewerText(one, language))].join(', '),
            ]),
            row(
                capital(say(WORDS.informants)),
                review.informants.map((i) => i.title ?? i.name),
            ),
            ...review.said.map(({ kind, text: said }) => row(capital(kind), [said])),
            row(capital(say(WORDS.source)), sentence(usualText(review.sources, language))),
        ]),
        row(say(WORDS.coverage), found ? coverageText(coverage, language) : [say(WORDS.frameworkNotFound)]),
        row(
            capital(say(WORDS.findings)),
            framework.verdicts.map((v) => `${verdictText(v, language)}: ${String(v.findings)}`),
        ),
        row(
            capital(say(WORDS.tests)),
            (['holds', 'fails', 'undecided'] as const)
                .filter((outcome) => framework.tests[outcome] > 0)
                .map((outcome) => `${say(OUTCOMES[outcome])}: ${String(framework.tests[outcome])}`),
        ),
        row(say(WORDS.differing), differing.length === 0 ? [] : [differing.join(', ')]),
    ].filter((r) => r.details.length > 0);
    const themes = framework.themes.map((theme) =>
        section(
            writer,
            `thema ${theme.name}`,
            theme.title,
            theme.indicators.length === 0 ? [] : [tableOf(theme.indicators, theme.title, writer)],
            [
                ...theme.indicators.map((i) => indicatorSection(i, writer)),
                ...theme.criteria.map((criterion) => ({
                    ...section(
                        writer,
                        `criterium ${criterion.name}`,
                        criterion.title,
                        [tableOf(criterion.indicators, criterion.title, writer)],
                        criterion.indicators.map((i) => indicatorSection(i, writer)),
                    ),
                    look: 'group' as const,
                })),
            ],
        ),
    );
    const rest =
        loose.length === 0
            ? []
            : [
                  section(
                      writer,
                      'los',
                      say(WORDS.loose),
                      loose.flatMap((f) => findingBlocks(f, writer)),
                  ),
              ];
    const both = indicatorReports(framework).some((i) => i.tests.length > 0 && i.findings.length > 0);
    return section(
        writer,
        `kader ${framework.name}`,
        title,
        [
            ...(both ? [note(say(WORDS.twoThings))] : []),
            ...(rows.length === 0 ? [] : [{ type: 'definitions' as const, rows }]),
        ],
        [...themes, ...rest],
    );
}

/** A sentence that may be empty. */
function sentence(said: string): string[] {
    return said === '' ? [] : [capital(said)];
}

function note(said: string): Block {
    return { type: 'notice', kind: 'information', title: [text(said)], blocks: [] };
}
