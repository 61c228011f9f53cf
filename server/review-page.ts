import type { LangiumDocument } from 'langium';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import { escapeHtml } from '../language/generate/html/escape.js';
import { dateText } from '../language/messages/wording.js';
import { OUTCOMES } from '../language/messages/queries.js';
import type { Place, Protocol } from '../language/model/protocol.js';
import { reviewReport } from '../language/review/build.js';
import type { FrameworkReport, IndicatorReport, ReportedFinding, ReportedTest } from '../language/review/report.js';
import {
    COMPARISONS,
    coverageText,
    followUpText,
    IMPROVEMENTS,
    sharedText,
    verdictText,
    WORDS,
} from '../language/review/words.js';
import type { Severity } from '../language/rules/finding.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { cut } from '../language/text/cut.js';
import { oneLine } from '../language/text/one-line.js';
import type { PreviewPlace } from './requests.js';
import { spotOf } from './tree.js';

/** What a reviewer wants to see of an interventie, as HTML without scripts, with the places in the text of its parts. */
export interface ReviewPage {
    readonly html: string;
    readonly places: readonly PreviewPlace[];
}

/** How much of an element's name stands on a button. */
const LONGEST = 60;

/** Makes a button that shows a place in the text. */
type Link = (text: string, at: Place) => string;

/**
 * The review report of an interventie on one page: for each indicator of each framework what reviews found and what a
 * `toets` reads in the text; what is to be improved and was promised; the findings of the checks; contradictions; and
 * what is still unknown. Everything leads to its place in the text.
 */
export function reviewPage(
    protocol: Protocol,
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekLspServices,
    language: Language,
): ReviewPage {
    const report = reviewReport(protocol, document, services, {
        language,
        // as of the last time that a file was checked
        findingsOf: (one) => services.findings.of(one),
    });
    const places: PreviewPlace[] = [];
    const link: Link = (text, at) => {
        const { uri, line, character, endLine } = spotOf(at);
        const id = `place/${String(places.length + 1)}`;
        places.push({ id, uri, line, character, endLine });
        return `<button type="button" class="to-text" id="${id}">${escapeHtml(oneLine(text))}</button>`;
    };
    const section = (title: Bilingual, items: readonly string[], none: Bilingual = WORDS.none, content = list(items)) =>
        `<section><h2>${escapeHtml(title[language])}${items.length > 0 ? ` (${String(items.length)})` : ''}</h2>${
            items.length > 0 ? content : about(none[language])
        }</section>`;
    const optional = (title: Bilingual, items: readonly string[]) => (items.length === 0 ? '' : section(title, items));
    const frameworks = report.frameworks.map((framework) => frameworkHtml(framework, link, language));
    const { improvements, followUps, findings, contradictions, unknowns, spoken, remarks } = report;
    const from = (...parts: (string | undefined)[]) => note(parts.filter((p) => p !== undefined).join(', '));
    const date = (day: string | undefined) => (day === undefined ? undefined : dateText(day, language));
    const parts = [
        section(
            { nl: 'Resultaten per indicator', en: 'Results per indicator' },
            report.frameworks
                .flatMap((f) => f.themes.flatMap((t) => [...t.indicators, ...t.criteria.flatMap((c) => c.indicators)]))
                .map((i) => i.code),
            WORDS.noFramework,
            about(WORDS.twoThings[language]) + frameworks.join(''),
        ),
        section(
            WORDS.improvements,
            improvements.map(({ kind, framework, indicators, text, elements, at }) => {
                const where = elements.map((e) => link(cut(oneLine(e.name), LONGEST), e.at)).join(', ');
                const what = `${framework} ${indicators.join(', ')}, ${IMPROVEMENTS[kind][language]}`;
                return `<li>${link(text, at)} ${note(what)}<br>${where === '' ? note(WORDS.noPlace[language]) : where}</li>`;
            }),
        ),
        section(
            WORDS.followUps,
            followUps.map(
                (f) =>
                    `<li${f.lateSince ? ' class="attention"' : ''}>${link(followUpText(f, language), f.at)} ${note(f.indicators.join(', '))}</li>`,
            ),
        ),
        section(
            { nl: 'Meldingen', en: 'Findings' },
            findings.map((f) => f.code),
            WORDS.none,
            SEVERITIES.map(([severity, name]) => {
                const own = findings.filter((f) => f.severity === severity);
                const rows = own.map(
                    ({ code, message, at }) => `<li class="${severity}">${link(message, at)} ${note(code)}</li>`,
                );
                return own.length === 0
                    ? ''
                    : `<h3>${escapeHtml(name[language])} (${String(own.length)})</h3>${list(rows)}`;
            }).join(''),
        ),
        section(
            WORDS.contradictions,
            contradictions.map(
                ({ title, sides, at }) => `<li>${link(title, at)} ${note(sides.map((s) => s.text).join(' / '))}</li>`,
            ),
        ),
        section(
            WORDS.unknowns,
            unknowns.flatMap((part) => part.items.map((i) => i.what)),
            WORDS.noUnknowns,
            unknowns
                .map(({ title, items }) => {
                    const rows = items.map(
                        ({ what, element, reason, at }) => `<li>${link(what, at)} ${from(element, reason)}</li>`,
                    );
                    return `<h3>${escapeHtml(title)}</h3>${list(rows)}`;
                })
                .join(''),
        ),
        optional(
            WORDS.voices,
            spoken.map(
                ({ kind, who, date: day, text, at }) => `<li>${link(text, at)} ${from(kind, who, date(day))}</li>`,
            ),
        ),
        optional(
            WORDS.remarks,
            remarks.map(
                ({ author, date: day, text, element, at }) =>
                    `<li>${link(text, at)} ${from(element, author, date(day))}</li>`,
            ),
        ),
    ];
    return { html: `<main class="review"><h1>${escapeHtml(report.title)}</h1>${parts.join('')}</main>`, places };
}

/** A framework with its themes and criteria as headings, and below them its indicators. */
function frameworkHtml(framework: FrameworkReport, link: Link, language: Language): string {
    const { title, at, found, themes, loose, verdicts, tests, coverage, differing } = framework;
    const counts = [
        ...verdicts.map((v) => `${verdictText(v, language)}: ${String(v.findings)}`),
        ...(['holds', 'fails', 'undecided'] as const)
            .filter((outcome) => tests[outcome] > 0)
            .map((outcome) => `${WORDS.test[language]} ${OUTCOMES[outcome][language]}: ${String(tests[outcome])}`),
    ].join(' · ');
    const said = [
        counts,
        ...(found ? [coverageText(coverage, language).join('; ')] : [WORDS.frameworkNotFound[language]]),
        ...(differing.length === 0 ? [] : [`${WORDS.differing[language]}: ${differing.join(', ')}`]),
    ];
    const indicators = (all: readonly IndicatorReport[]) => list(all.map((i) => indicatorHtml(i, link, language)));
    const inside = themes.map(
        (theme) =>
            `<h4>${link(theme.title, theme.at)}</h4>${indicators(theme.indicators)}${theme.criteria
                .map((c) => `<h5>${link(c.title, c.at)}</h5>${indicators(c.indicators)}`)
                .join('')}`,
    );
    const rest =
        loose.length === 0
            ? ''
            : `<h4>${escapeHtml(WORDS.loose[language])}</h4>${list(loose.flatMap((f) => findingHtml(f, link, language)))}`;
    return `<h3>${link(title, at)}</h3>${said
        .filter((t) => t !== '')
        .map(about)
        .join('')}${inside.join('')}${rest}`;
}

/** An indicator with what was found and what is read, each by itself. */
function indicatorHtml(indicator: IndicatorReport, link: Link, language: Language): string {
    const { code, title, findings, tests, comparison, explanations, at } = indicator;
    const isOdd = comparison.outcome === 'differ' || comparison.outcome === 'undecided';
    const inside = [
        ...(findings.length === 0 ? [`<li>${note(WORDS.noFinding[language])}</li>`] : []),
        ...findings.flatMap((finding) => findingAt(code, finding, link, language)),
        ...(tests.length === 0 ? [`<li>${note(WORDS.noTest[language])}</li>`] : []),
        ...tests.map((test) => testHtml(test, link, language)),
        ...(isOdd ? [`<li>${note(`${COMPARISONS[comparison.outcome][language]}: ${comparison.why}`)}</li>`] : []),
        ...explanations.map((text) => `<li>${note(`${WORDS.explanation[language]}: ${text}`)}</li>`),
    ];
    const label = title === undefined ? code : `${code} ${title}`;
    return `<li>${link(label, findings[0]?.at ?? at)}${list(inside)}</li>`;
}

/** A finding about several indicators stands with the first of them. */
function findingAt(code: string, finding: ReportedFinding, link: Link, language: Language): string[] {
    const [first = code] = finding.indicators;
    const verdict = `${verdictText(finding, language)}${sharedText(finding, language)}`;
    return first === code
        ? findingHtml(finding, link, language)
        : [`<li>${link(verdict, finding.at)} ${note(`${WORDS.seeAt[language]} ${first}`)}</li>`];
}

/** A finding as an item, and each LET OP of it as one. */
function findingHtml(finding: ReportedFinding, link: Link, language: Language): string[] {
    const { text, mood, attention, concerns, reactions, followUps, at } = finding;
    const verdict = `${verdictText(finding, language)}${sharedText(finding, language)}`;
    const about = concerns.map((c) => link(cut(oneLine(c.title ?? c.name), LONGEST), c.at)).join(', ');
    const inside = [
        ...(about === '' ? [] : [`<li>${note(WORDS.concerns[language])} ${about}</li>`]),
        ...reactions.map(
            (r) => `<li>${link(r.text, r.at)} ${note([WORDS.reaction[language], r.who ?? ''].join(' ').trim())}</li>`,
        ),
        ...followUps.map((f) => `<li>${link(followUpText(f, language), f.at)} ${note(WORDS.followUp[language])}</li>`),
    ];
    const finds = `<li${mood === 'other' ? '' : ` class="${mood}"`}>${link(text ?? verdict, at)}${text === undefined ? '' : ` ${note(verdict)}`}${list(inside)}</li>`;
    const look = attention.map(
        (a) => `<li class="attention"><strong>${escapeHtml(LOOK_OUT[language])}</strong> ${link(a.text, a.at)}</li>`,
    );
    return [finds, ...look];
}

/** What a `toets` reads; a click goes to the first element that it is about, or else to the question. */
function testHtml(test: ReportedTest, link: Link, language: Language): string {
    const { query, outcome, result, evidence, counterexamples, at } = test;
    const mood = MOODS[outcome];
    const row = (word: Bilingual, elements: typeof evidence) => {
        const shown = elements.map((e) => link(cut(oneLine(e.name), LONGEST), e.at)).join(', ');
        return shown === '' ? [] : [`<li>${note(word[language])} ${shown}</li>`];
    };
    const label = `${WORDS.test[language]} ${OUTCOMES[outcome][language]}: ${result}`;
    const inside = [
        `<li>${note(query)}</li>`,
        ...row(WORDS.evidence, evidence),
        ...row(WORDS.counterexamples, counterexamples),
    ];
    const target = outcome === 'fails' ? (counterexamples[0]?.at ?? at) : at;
    return `<li${mood === 'other' ? '' : ` class="${mood}"`}>${link(label, target)}${list(inside)}</li>`;
}

function list(items: readonly string[]): string {
    return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function note(text: string): string {
    return `<span class="about">${escapeHtml(oneLine(text))}</span>`;
}

function about(text: string): string {
    return `<p class="about">${escapeHtml(text)}</p>`;
}

const MOODS = { holds: 'good', fails: 'bad', undecided: 'other' } as const;
const LOOK_OUT: Bilingual = { nl: 'Let op', en: 'Look out' };
const SEVERITIES: readonly (readonly [Severity, Bilingual])[] = [
    ['error', { nl: 'Fouten', en: 'Errors' }],
    ['warning', { nl: 'Waarschuwingen', en: 'Warnings' }],
    ['info', { nl: 'Goed om te weten', en: 'Good to know' }],
];
