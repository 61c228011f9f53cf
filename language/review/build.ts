import { URI, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import { relatedTo } from '../generate/related.js';
import { forEachBlock } from '../model/blocks-within.js';
import type { Protocol } from '../model/protocol.js';
import { hasUnread } from '../model/unread.js';
import type { Finding, Severity } from '../rules/finding.js';
import { isClosed } from '../rules/follow-ups.js';
import { contains } from '../rules/places.js';
import type { Language } from '../text/bilingual.js';
import { modelsAround, withAllThatItUses } from '../workspace.js';
import { findingsOf, frameworkReport, withoutFramework } from './frameworks.js';
import { heldAgainst } from './held.js';
import { improvementsIn } from './improvements.js';
import type { CheckFinding, ReportedContradiction, ReportedRemark, ReviewReport, UnknownPart } from './report.js';
import { claimsOf, sayerOf, spokenIn, versionText, type Sayer } from './say.js';
import { openPartsOf } from './unknown-parts.js';

export interface ReviewOptions {
    readonly language: Language;
    /** the day for which the report is made, ISO 8601; without one only the dates in the texts say what is late */
    readonly date?: string;
    /** what the rules find in a file, in the order of its text */
    readonly findingsOf: (document: LangiumDocument<ProtocolFile>) => readonly Finding[];
}

/**
 * The review report of an interventie, by all files that were read. Pure: the same texts and options give the same
 * report. Never fails on a half-finished protocol.
 *
 * @param document in which the interventie stands, linked
 */
export function reviewReport(
    protocol: Protocol,
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
    options: ReviewOptions,
): ReviewReport {
    const { language, date } = options;
    const related = relatedTo(protocol, modelsAround(document, services));
    const held = heldAgainst(document, services).filter((h) => h.protocol === protocol);
    const frameworks = [...related.frameworks, ...held.map((h) => h.framework)];
    const sayer = sayerOf(protocol, { ...related, frameworks: [...new Set(frameworks)] }, language);
    const parts = held.map(({ framework, reviews }) => ({
        framework,
        report: frameworkReport(sayer, framework, reviews, date),
    }));
    const placed = new Set(held.flatMap((h) => h.reviews));
    const lost = related.reviews
        .filter((review) => !placed.has(review))
        .map((review) => ({ framework: undefined, report: withoutFramework(sayer, review, date) }));
    const all = [...parts, ...lost];
    const reports = all.map((p) => p.report);
    const [version] = protocol.versions;
    const roots = [protocol, ...related.reviews, ...held.map((h) => h.framework)];
    return {
        name: protocol.name,
        title: sayer.read(protocol.title ?? protocol.name),
        ...(version ? { version: versionText(sayer, version) } : {}),
        at: protocol.at,
        ...(date === undefined ? {} : { date }),
        unread: [...withAllThatItUses(document, services)].some((d) => hasUnread(d.parseResult)),
        frameworks: reports,
        improvements: all.flatMap(({ report, framework }) => improvementsIn(sayer, report, framework)),
        followUps: followUpsIn(reports),
        contradictions: contradictionsIn(sayer, roots),
        unknowns: unknownsIn(sayer),
        spoken: protocol.spoken.map((s) => spokenIn(sayer, s)),
        remarks: remarksIn(sayer, roots),
        findings: checkFindings(protocol, related.reviews, services, options),
    };
}

/** By the day that they are due, those without a day last. */
function followUpsIn(reports: ReviewReport['frameworks']): ReviewReport['followUps'] {
    const isDay = (due: string | undefined) => due !== undefined && /^\d{4}-/.test(due);
    const key = (due: string | undefined) => (isDay(due) ? String(due) : '9999');
    return reports
        .flatMap((report) => findingsOf(report).flatMap((f) => f.followUps))
        .toSorted((a, b) => (key(a.due) < key(b.due) ? -1 : key(a.due) > key(b.due) ? 1 : 0));
}

function contradictionsIn(sayer: Sayer, roots: readonly unknown[]): ReportedContradiction[] {
    const found = new Map<object, ReportedContradiction>();
    forEachBlock(roots, (block, element) => {
        for (const one of block.contradictions) {
            found.set(one, {
                title: sayer.read(one.title),
                element,
                sides: one.sides.map((side) => ({
                    text: sideText(sayer, side),
                    sources: claimsOf(sayer, side.provenance),
                    at: side.at,
                })),
                at: one.at,
            });
        }
    });
    return [...found.values()];
}

function sideText({ anchors, read, value }: Sayer, { text, element, value: open }: SideText): string {
    const title = element && (anchors.find(element.name)?.title ?? element.name);
    return read(text ?? title ?? (open ? value(open) : ''));
}

type SideText = Protocol['contradictions'][number]['sides'][number];

function remarksIn(sayer: Sayer, roots: readonly unknown[]): ReportedRemark[] {
    const found = new Map<object, ReportedRemark>();
    forEachBlock(roots, (block, element) => {
        for (const remark of block.remarks.filter((r) => !isClosed(r))) {
            const author = remark.author ?? (remark.authorValue && sayer.value(remark.authorValue));
            const date = remark.date ?? (remark.dateValue && sayer.value(remark.dateValue));
            found.set(remark, {
                ...(author === undefined ? {} : { author }),
                ...(date === undefined ? {} : { date }),
                text: sayer.read(remark.text),
                ...(remark.state === undefined ? {} : { state: remark.state }),
                replies: remark.replies.map((r) => spokenIn(sayer, r)),
                element,
                at: remark.at,
            });
        }
    });
    return [...found.values()];
}

function unknownsIn({ protocol, say, read, anchors }: Sayer): UnknownPart[] {
    return openPartsOf(protocol).map(({ title, items }) => ({
        title: say(title),
        items: items.map(({ type, what, element, reason, expected, at }) => ({
            type,
            what: read(what),
            element,
            ...titled(anchors.find(element)?.title, read),
            ...(reason === undefined ? {} : { reason: read(reason) }),
            ...(expected === undefined ? {} : { expected }),
            at,
        })),
    }));
}

function titled(title: string | undefined, read: (text: string) => string): { readonly title?: string } {
    return title === undefined ? {} : { title: read(title) };
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** What the rules find in the interventie, and in the reviews of it, the worst first. */
function checkFindings(
    protocol: Protocol,
    reviews: readonly { readonly at: Protocol['at'] }[],
    services: DraaiboekServices,
    { findingsOf: check, language }: ReviewOptions,
): CheckFinding[] {
    const places = [protocol.at, ...reviews.map((r) => r.at)];
    return [...new Set(places.map((at) => at.file))]
        .flatMap((file) => {
            const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(file));
            return document ? check(document as LangiumDocument<ProtocolFile>) : [];
        })
        .filter(({ at }) => places.some((place) => place.file === at.file && contains(place, at)))
        .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
        .map(({ code, severity, message, at }) => ({ code, severity, message: message[language], at }));
}
