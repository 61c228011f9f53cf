import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { queriesOn, type QueryResult } from '../language/analysis/queries.js';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import { OUTCOMES, resultInWords } from '../language/messages/queries.js';
import type { Framework, FrameworkIndicator, Query, ReviewFinding } from '../language/model/review.js';
import { heldAgainst, type Held } from '../language/review/held.js';
import { moodOf } from '../language/rules/verdicts.js';
import type { Language } from '../language/text/bilingual.js';
import { onDocumentRequest } from './asking.js';
import { withNamesRead } from './names-read.js';
import { TREES, type TreeIcon, type TreeNode, type TreeRequest } from './requests.js';
import { NO_TEXT, treeOf, type NodeParts } from './tree.js';

/** Answers what reviews and `toets`en say about the interventies of a file. */
export function answerResultsRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(connection, services, TREES.results, (document, _request: TreeRequest) =>
        resultsOf(document, services),
    );
}

/**
 * For each interventie of a file, and each that a review in it is about, and each framework that it is held against:
 * theme, criterion and indicator, with what a reviewer found, what a `toets` reads in the text, and what to look out for.
 */
export function resultsOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekLspServices): TreeNode[] {
    const { language } = services.settings.settingsFor(document.uri.toString());
    return treeOf(
        heldAgainst(document, services).map((held) =>
            withNamesRead(frameworkParts(held, language), held.protocol, document, services, language, NO_TEXT),
        ),
    );
}

function frameworkParts({ protocol, framework, reviews }: Held, language: Language): NodeParts {
    const evaluate = queriesOn(protocol);
    const findings = reviews.flatMap((review) => review.findings);
    const indicators = (all: readonly FrameworkIndicator[]) =>
        all.map((i) =>
            indicatorParts(
                i,
                findings.filter((f) => f.indicators.some(({ name }) => name === i.name)),
                evaluate,
                language,
            ),
        );
    const parts = framework.themes.map((theme): NodeParts => ({
        ...named(theme, 'theme', { nl: 'thema', en: 'theme' }[language]),
        children: [
            ...indicators(theme.indicators),
            ...theme.criteria.map((criterion) => ({
                ...named(criterion, 'part', { nl: 'criterium', en: 'criterion' }[language]),
                children: indicators(criterion.indicators),
            })),
        ],
    }));
    return {
        key: `${protocol.name} ${framework.name}`,
        label: framework.title ?? framework.name,
        description: protocol.title ?? protocol.name,
        tooltip: reviews.map((r) => r.title ?? r.name).join('\n'),
        icon: 'framework',
        kind: { nl: 'toetsingskader', en: 'framework' }[language],
        at: reviews[0]?.at ?? framework.at,
        children: parts,
    };
}

function named({ name, title, at }: Pick<Framework, 'name' | 'title' | 'at'>, icon: TreeIcon, kind: string): NodeParts {
    return { key: name, label: title ?? name, icon, kind, at };
}

/** An indicator by its finding, and what the text itself says; good only where nothing says otherwise. */
function indicatorParts(
    indicator: FrameworkIndicator,
    findings: readonly ReviewFinding[],
    evaluate: (query: Query) => QueryResult,
    language: Language,
): NodeParts {
    const results = indicator.queries.map(evaluate);
    const attention = findings.flatMap((f) => f.attention);
    const icons = [...findings.map(iconOfFinding), ...results.map(iconOfResult)];
    const description = [
        ...findings.map((f) => verdictText(f, language)),
        ...results.map(({ outcome }) => `toets ${OUTCOMES[outcome][language]}`),
        ...(attention.length > 0 ? [{ nl: 'let op', en: 'look out' }[language]] : []),
        ...(findings.length === 0 && results.length === 0
            ? [{ nl: 'geen bevinding', en: 'no finding' }[language]]
            : []),
    ];
    return {
        key: indicator.name,
        label: indicator.title === undefined ? indicator.name : `${indicator.name} ${indicator.title}`,
        description: description.join(' · '),
        icon: icons.includes('bad') ? 'bad' : icons.length > 0 && icons.every((i) => i === 'good') ? 'good' : 'other',
        kind: 'indicator',
        at: findings[0]?.at ?? indicator.at,
        children: [
            ...findings.map((finding): NodeParts => ({
                key: 'finding',
                label: finding.text ?? verdictText(finding, language),
                description: finding.text === undefined ? '' : verdictText(finding, language),
                icon: iconOfFinding(finding),
                kind: { nl: 'bevinding', en: 'finding' }[language],
                at: finding.at,
            })),
            ...attention.map(({ text, at }): NodeParts => ({
                key: 'attention',
                label: text,
                icon: 'attention',
                kind: { nl: 'let op', en: 'look out' }[language],
                at,
            })),
            ...results.map((result) => resultParts(result, language)),
        ],
    };
}

/** What a `toets` reads in the text; a click goes to the first element that it is about, or else to the question. */
function resultParts(result: QueryResult, language: Language): NodeParts {
    const { query, outcome, lacking } = result;
    const why = resultInWords(result)[language];
    return {
        key: 'toets',
        label: `toets ${OUTCOMES[outcome][language]}: ${why}`,
        tooltip: `${query.text}\n${why}`,
        icon: iconOfResult(result),
        at: (outcome === 'fails' ? lacking[0]?.at : undefined) ?? query.at,
    };
}

function verdictText({ verdict, verdictSign, verdictValue }: ReviewFinding, language: Language): string {
    if (verdictValue || !verdict) {
        return { nl: 'oordeel onbekend', en: 'verdict unknown' }[language];
    }
    return verdictSign === undefined ? verdict.name : `${verdictSign} ${verdict.name}`;
}

function iconOfFinding({ verdict, verdictSign }: ReviewFinding): TreeIcon {
    return verdict ? moodOf(verdict.name, verdictSign) : 'other';
}

function iconOfResult({ outcome }: QueryResult): TreeIcon {
    return { holds: 'good', fails: 'bad', undecided: 'unknown' }[outcome] as TreeIcon;
}
