import * as ast from '../generated/ast.js';
import { readBlock, readNamed, readPlainNamed } from './blocks.js';
import { concerns } from './build-goals.js';
import { stated } from './build-statements.js';
import type { Block, Named } from './protocol.js';
import type {
    Attention,
    Criterion,
    FollowUp,
    Framework,
    FrameworkIndicator,
    Query,
    QueryCriterion,
    Review,
    ReviewBy,
    ReviewFinding,
    Theme,
    Verdict,
} from './review.js';
import type { CaseEvent, Assignment, Expectation, Scenario } from './scenario.js';
import { name, number, oneLineOf, plain, type Reader } from './reader.js';

const QUANTIFIERS = {
    elke: 'every',
    elk: 'every',
    geen: 'none',
    minstens: 'at-least',
    hoogstens: 'at-most',
    precies: 'exactly',
} as const;
const EXPECTATIONS = {
    pad: 'path',
    overdracht: 'handover',
    document: 'document',
    escalatie: 'escalation',
    stap: 'step',
    einde: 'end',
    regie: 'direction',
    toegang: 'access',
} as const;

export function buildFramework(reader: Reader, node: ast.Framework): Framework {
    return readNamed(reader, node, () =>
        plain<Omit<Framework, keyof Named>>({
            owner: node.owner ?? node.ownerName,
            ownerValue: reader.optionalValue(node.ownerUnknown, 'toetsingskader van'),
            verdicts: node.statements
                .filter(ast.isVerdict)
                .map((v) => plain<Verdict>({ ...readPlainNamed(reader, v), sign: v.sign })),
            themes: node.statements.filter(ast.isTheme).map((t): Theme =>
                readNamed(reader, t, () => ({
                    criteria: t.statements
                        .filter(ast.isCriterion)
                        .map((c): Criterion =>
                            readNamed(reader, c, () => ({ indicators: indicators(reader, c.statements) })),
                        ),
                    indicators: indicators(reader, t.statements),
                })),
            ),
        }),
    );
}

function indicators(reader: Reader, nodes: readonly { $type: string }[]): FrameworkIndicator[] {
    return nodes
        .filter(ast.isFrameworkIndicator)
        .map((i) =>
            readNamed(reader, i, () => ({ queries: i.statements.filter(ast.isQuery).map((q) => query(reader, q)) })),
        );
}

function query(reader: Reader, node: ast.Query): Query {
    return plain<Query>({
        quantifier: QUANTIFIERS[node.quantifier] ?? 'every',
        count: number(node.count),
        elementKind: node.elementKind ?? '',
        nameAt: reader.atProperty(node, 'elementKind'),
        container: node.container,
        where: node.where.map((c) => criterion(reader, c)),
        has: node.has.map((c) => criterion(reader, c)),
        text: queryWords(node),
        ...stated(reader, node),
    });
}

/** A query as written; who says it is told apart from it. */
function queryWords(node: ast.Query): string {
    const cst = node.$cstNode;
    const claims = node.provenance[0]?.$cstNode;
    return oneLineOf(cst?.text.slice(0, claims && claims.offset - cst.offset)).trimEnd();
}

function criterion(reader: Reader, node: ast.QueryCriterion): QueryCriterion {
    const value: QueryCriterion['value'] | undefined = node.yes
        ? { type: 'yes' }
        : node.no
          ? { type: 'no' }
          : node.unknown
            ? { type: 'unknown' }
            : node.word !== undefined
              ? { type: 'word', word: node.word }
              : node.text !== undefined
                ? { type: 'text', text: node.text }
                : node.quantity && reader.quantity(node.quantity, 'toets');
    return plain<QueryCriterion>({
        property: node.property ?? '',
        nameAt: reader.atProperty(node, 'property'),
        at: reader.at(node),
        negated: node.negated,
        value,
    });
}

export function buildReview(reader: Reader, node: ast.Review): Review {
    const nowhere = { name: '', at: reader.at(node) };
    return readNamed(reader, node, () => ({
        intervention: reader.optionalRef(node.intervention) ?? nowhere,
        framework: reader.optionalRef(node.framework) ?? nowhere,
        frameworkIndicators: frameworkIndicators(node.framework?.ref),
        by: node.statements.filter(ast.isReviewBy).map((b) => reviewBy(reader, b)),
        informants: node.statements.filter(ast.isInformant).map((i) => readPlainNamed(reader, i)),
        findings: node.statements.filter(ast.isFinding).map((f) => finding(reader, f)),
    }));
}

function frameworkIndicators(framework: ast.Framework | undefined): Review['frameworkIndicators'] {
    const themes = framework?.statements.filter(ast.isTheme) ?? [];
    return themes
        .flatMap((theme) => theme.statements.flatMap((s) => (ast.isCriterion(s) ? s.statements : [s])))
        .filter(ast.isFrameworkIndicator)
        .map((i) => ({ code: i.name ?? '', hasQueries: i.statements.some(ast.isQuery) }));
}

function reviewBy(reader: Reader, node: ast.ReviewBy): ReviewBy {
    return plain<ReviewBy>({
        value: node.value ? reader.value(node.value, 'door') : { type: 'unknown' },
        date: reader.date(node.date),
        dateValue: reader.optionalValue(node.dateUnknown, 'datum van de beoordeling'),
        version: node.versionOf,
        versionValue: reader.optionalValue(node.versionUnknown, 'beoordeelde versie'),
        ...stated(reader, node),
    });
}

function finding(reader: Reader, node: ast.Finding): ReviewFinding {
    return readBlock(reader, node, node.indicators.map(name).join(', '), () =>
        plain<Omit<ReviewFinding, keyof Block>>({
            indicators: reader.refs(node.indicators),
            joint: node.joint,
            allocation: reader.optionalValue(node.allocation, 'toedeling'),
            verdict: reader.optionalRef(node.verdict),
            verdictSign: node.verdict?.ref?.sign,
            verdictValue: reader.optionalValue(node.verdictUnknown, 'oordeel'),
            text: node.text,
            markdown: reader.markdown(node),
            attention: node.statements
                .filter(ast.isAttention)
                .map((a) =>
                    plain<Attention>({ text: a.text ?? '', markdown: reader.markdown(a), ...stated(reader, a) }),
                ),
            ...concerns(reader, node.statements),
            reactions: node.statements.filter(ast.isReply).map((r) => reader.spoken(r)),
            followUps: node.statements.filter(ast.isFollowUp).map((f) => followUp(reader, f)),
        }),
    );
}

function followUp(reader: Reader, node: ast.FollowUp): FollowUp {
    return readBlock(reader, node, 'opvolging', () =>
        plain<Omit<FollowUp, keyof Block>>({
            modality: reader.modality(node.modality),
            value: reader.optionalValue(node.value, 'opvolging'),
            text: node.text ?? '',
            who: node.who ?? node.whoName,
            whoValue: reader.optionalValue(node.whoValue, 'opvolging door'),
            due: reader.date(node.due),
            dueValue: reader.optionalValue(node.dueValue, 'opvolging voor'),
            state: node.statements
                .filter(ast.isProperty)
                .find((p) => p.kind === 'stand')
                ?.values.find(ast.isWordValue)?.word,
        }),
    );
}

export function buildScenario(reader: Reader, node: ast.Scenario): Scenario {
    const nowhere = { name: '', at: reader.at(node) };
    return readBlock(reader, node, node.title ?? '', () => ({
        title: node.title ?? '',
        intervention: reader.optionalRef(node.intervention) ?? nowhere,
        given: node.statements
            .filter(ast.isGiven)
            .map((g) => ({ assignments: g.assignments.map((a) => assignment(reader, a)), ...stated(reader, g) })),
        during: node.statements.filter(ast.isDuring).map((d) => ({
            node: reader.optionalRef(d.node) ?? nowhere,
            events: d.events.map((e) => event(reader, e)),
            ...stated(reader, d),
        })),
        expectations: node.statements.filter(ast.isExpectation).map((e) => expectation(reader, e)),
    }));
}

function assignment(reader: Reader, node: ast.Assignment): Assignment {
    const value =
        number(node.number) ??
        (node.value ? name(node.value) : undefined) ??
        reader.date(node.date) ??
        node.text ??
        (node.unknown ? null : !node.no);
    return plain<Assignment>({
        type: 'fact',
        fact: reader.optionalRef(node.fact),
        informal: node.informal,
        value,
        at: reader.at(node),
    });
}

function event(reader: Reader, node: ast.CaseEvent): CaseEvent {
    const at = reader.at(node);
    switch (node.$type) {
        case ast.Duration.$type:
            return { type: 'duration', value: reader.quantity(node.quantity, 'duurt'), at };
        case ast.Expiry.$type:
            return { type: 'expiry', at };
        case ast.Choice.$type:
            return { type: 'choice', node: reader.optionalRef(node.node) ?? { name: '', at }, at };
        default:
            return assignment(reader, node);
    }
}

function expectation(reader: Reader, node: ast.Expectation): Expectation {
    const one = node.handover ?? node.document ?? node.end ?? node.role ?? (node.role ? undefined : node.node);
    return plain<Expectation>({
        kind: node.quantity ? 'amount' : (EXPECTATIONS[node.kind] ?? 'path'),
        negated: node.negated,
        elements: node.path.length > 0 ? reader.refs(node.path) : one ? [reader.ref(one)] : [],
        after: node.role ? reader.optionalRef(node.node) : undefined,
        value: node.quantity && reader.quantity(node.quantity, 'verwacht'),
        organisation: reader.optionalRef(node.organisation),
        ...stated(reader, node),
    });
}
