import type { Framework, FrameworkIndicator, Review, ReviewBy } from '../../../model/review.js';
import { citations, elementMarks, enter, titleOf, whoever } from '../claims.js';
import type { Context } from '../context.js';
import { paragraph, text, type Block, type Definition, type Inline, type Section } from '../document.js';
import { definitions, elementSection, row } from '../element.js';
import { dateInline, pointers, statementRows, valueInlines } from '../values.js';
import { findingBlocks, findingElsewhere, noFinding } from './findings.js';
import { outcomeInlines, verdictsBesideTests } from './verdicts.js';
import { oneLine } from '../../../text/one-line.js';

/** What reviewers found, framework by framework; then the frameworks that no review here uses. */
export function reviews(context: Context): Section[] {
    const used = new Set(context.related.reviews.map((r) => r.framework.name));
    return [
        ...context.related.reviews.map((review) => reviewSection(context, review)),
        ...context.related.frameworks.filter((f) => !used.has(f.name)).map((f) => frameworkSection(context, f)),
    ];
}

function reviewSection(context: Context, review: Review): Section {
    const framework = context.related.frameworks.find((f) => f.name === review.framework.name);
    const label = context.say({ nl: 'beoordeling', en: 'review' });
    return elementSection(context, review, label, (inner) => {
        const rest = review.findings.filter(
            (f) =>
                !framework || f.indicators.length === 0 || f.indicators.some((i) => !hasIndicator(framework, i.name)),
        );
        const isFirst = context.related.reviews.find((r) => r.framework.name === review.framework.name) === review;
        return {
            rows: [
                row({ nl: 'Kader', en: 'Framework' }, inner, [frameworkName(inner, review.framework.name, framework)]),
                row({ nl: 'Door', en: 'By' }, inner, ...review.by.map((b) => byLine(inner, b))),
            ],
            rowsAfter: [informantsRow(inner, review)],
            blocks: [
                ...rest.flatMap((f) => findingBlocks(inner, f, true)),
                ...(framework ? verdictsBesideTests(inner, framework, review) : []),
            ],
            sections: framework
                ? [
                      ...(isFirst ? [aboutFramework(inner, framework)] : []),
                      ...frameworkParts(inner, framework, review, isFirst),
                  ]
                : [],
        };
    });
}

function frameworkName(context: Context, name: string, framework: Framework | undefined): Inline {
    return framework
        ? text(oneLine(framework.title ?? framework.name))
        : { type: 'mark', mark: 'not-found', text: name };
}

function hasIndicator(framework: Framework, code: string): boolean {
    return framework.themes.some((t) =>
        [...t.indicators, ...t.criteria.flatMap((c) => c.indicators)].some((i) => i.name === code),
    );
}

function byLine(context: Context, by: ReviewBy): Inline[] {
    const nl = context.language === 'nl';
    const line = [...valueInlines(context, by.value)];
    if (by.date !== undefined || by.dateValue) {
        line.push(
            text(nl ? ' op ' : ' on '),
            ...(by.dateValue ? valueInlines(context, by.dateValue) : [dateInline(context, by.date ?? '')]),
        );
    }
    if (by.version !== undefined || by.versionValue) {
        line.push(
            text(nl ? ', over versie ' : ', of version '),
            ...(by.versionValue ? valueInlines(context, by.versionValue) : [text(by.version ?? '')]),
        );
    }
    return [...line, ...citations(context, by.provenance)];
}

function informantsRow(context: Context, review: Review): Definition {
    const details = review.informants.map((informant): readonly Block[] => {
        const { context: inner, marks } = enter(context, informant);
        const title = informant.title === undefined ? [] : [text(`: ${oneLine(informant.title)}`)];
        return [
            paragraph({ type: 'anchor', id: context.anchors.of(informant) }, text(informant.name), ...title, ...marks),
            ...definitions(statementRows(inner, informant.statements)),
            ...pointers(inner, informant),
        ];
    });
    return { term: [text(context.say({ nl: 'Informanten', en: 'Informants' }))], details };
}

function frameworkSection(context: Context, framework: Framework): Section {
    return elementSection(context, framework, context.say({ nl: 'toetsingskader', en: 'framework' }), (inner) => ({
        rows: frameworkRows(inner, framework),
        sections: frameworkParts(inner, framework, undefined, true),
    }));
}

/** Themes, criteria and indicators, each indicator with what the review found. */
function frameworkParts(outer: Context, framework: Framework, review: Review | undefined, first: boolean): Section[] {
    // claims that hold for the whole framework were announced with it
    const context = {
        ...outer,
        announced: new Set([...outer.announced, ...enter(outer, framework).context.announced]),
    };
    const again = (section: Section): Section => (first ? section : renumbered(context, section));
    const indicatorSections = (inner: Context, indicators: readonly FrameworkIndicator[]): Section[] =>
        indicators.map((i) => again(indicatorSection(inner, i, review)));
    const themes = framework.themes.map((theme) =>
        again(
            elementSection(
                context,
                theme,
                context.say({ nl: 'thema', en: 'theme' }),
                (inner) => ({
                    sections: [
                        ...theme.criteria.map((criterion) =>
                            again(
                                elementSection(
                                    inner,
                                    criterion,
                                    context.say({ nl: 'criterium', en: 'criterion' }),
                                    (within) => ({ sections: indicatorSections(within, criterion.indicators) }),
                                    'group',
                                ),
                            ),
                        ),
                        ...indicatorSections(inner, theme.indicators),
                    ],
                }),
                'group',
            ),
        ),
    );
    return themes;
}

/** The same part of a framework stands with each review; ids are given once. */
function renumbered(context: Context, section: Section): Section {
    return { ...section, id: context.anchors.fresh(section.id) };
}

/** A framework itself: whose it is, and its verdicts. */
function aboutFramework(context: Context, framework: Framework): Section {
    return elementSection(context, framework, context.say({ nl: 'toetsingskader', en: 'framework' }), (inner) => ({
        rows: frameworkRows(inner, framework),
    }));
}

function frameworkRows(context: Context, framework: Framework): Definition[] {
    const verdicts = framework.verdicts.map((v): readonly Block[] => {
        const { context: inner, marks } = enter(context, v);
        const sign = v.sign === undefined ? [] : [text(` (${v.sign})`)];
        const line = paragraph(
            { type: 'anchor', id: context.anchors.of(v) },
            text(titleOf(context, v)),
            ...sign,
            ...elementMarks(context, v),
            ...marks,
        );
        return [line, ...definitions(statementRows(inner, v.statements)), ...pointers(inner, v)];
    });
    return [
        row({ nl: 'Van', en: 'Of' }, context, [
            ...(framework.owner === undefined ? [] : [whoever(context, framework.owner)]),
            ...(framework.ownerValue ? valueInlines(context, framework.ownerValue) : []),
        ]),
        { term: [text(context.say({ nl: 'Oordelen', en: 'Verdicts' }))], details: verdicts },
    ];
}

function indicatorSection(context: Context, indicator: FrameworkIndicator, review: Review | undefined): Section {
    const found = (review?.findings ?? []).filter((f) => f.indicators.some((i) => i.name === indicator.name));
    const section = elementSection(context, indicator, context.say({ nl: 'indicator', en: 'indicator' }), (inner) => ({
        rows: [
            row(
                { nl: 'Toets', en: 'Test' },
                inner,
                ...indicator.queries.map((q): Inline[] => [
                    { type: 'code', text: q.text },
                    ...citations(inner, q.provenance),
                ]),
            ),
            row(
                { nl: 'Uitkomst van de toets', en: 'Outcome of the test' },
                inner,
                ...(review ? indicator.queries.map((q) => outcomeInlines(inner, inner.evaluate(q))) : []),
            ),
        ],
        blocks: [
            ...found.flatMap((f) =>
                f.indicators[0]?.name === indicator.name
                    ? findingBlocks(inner, f, f.indicators.length > 1)
                    : findingElsewhere(inner, f),
            ),
            ...(review && found.length === 0 ? [noFinding(inner)] : []),
        ],
    }));
    if (indicator.title === undefined) {
        return section;
    }
    // the code is what reviewers know an indicator by: it comes first instead of behind the title
    const marks = section.title.slice(indicator.title === indicator.name ? 1 : 3);
    return { ...section, title: [text(`${indicator.name} ${oneLine(indicator.title)}`), ...marks] };
}
