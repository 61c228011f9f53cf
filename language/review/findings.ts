import { isLaterDate } from '../model/values.js';
import type { ReviewFinding, FollowUp, Review } from '../model/review.js';
import { textsOf } from '../model/queries.js';
import { isClosed, latest } from '../rules/follow-ups.js';
import { moodOf } from '../rules/verdicts.js';
import type { ReportedFinding, ReportedFollowUp, ReportedReview } from './report.js';
import { besideUsual, claimsOf, elementAt, spokenIn, type Sayer } from './say.js';

/** The findings of a review as a report holds them. @param today the day of the report, if it has one */
export function findingsIn(sayer: Sayer, review: Review, today: string | undefined): ReportedFinding[] {
    return review.findings.map((finding) => reportedFinding(sayer, review, finding, today));
}

function reportedFinding(
    sayer: Sayer,
    review: Review,
    finding: ReviewFinding,
    today: string | undefined,
): ReportedFinding {
    const { verdict, verdictSign: sign, text, markdown, allocation, statements } = finding;
    const { read, value } = sayer;
    const usual = claimsOf(sayer, review.provenance);
    return {
        review: review.name,
        indicators: finding.indicators.map((i) => i.name),
        joint: finding.joint,
        ...(allocation ? { allotment: { known: allocation.type !== 'unknown', text: value(allocation) } } : {}),
        ...(verdict ? { verdict: verdict.name } : {}),
        ...(sign === undefined ? {} : { sign }),
        mood: verdict ? moodOf(verdict.name, sign) : 'other',
        ...(text === undefined ? {} : { text: read(text) }),
        ...(markdown ? { markdown } : {}),
        attention: finding.attention.map((a) => ({
            text: read(a.text),
            sources: besideUsual(claimsOf(sayer, a.provenance), usual),
            at: a.at,
        })),
        concerns: finding.concerns.map((c) => elementAt(sayer, c)),
        reactions: finding.reactions.map((r) => spokenIn(sayer, r)),
        followUps: finding.followUps.map((f) => followUp(sayer, review, finding, f, today)),
        explanations: explanationsIn(sayer, statements),
        sources: besideUsual(claimsOf(sayer, finding.provenance), usual),
        ...(usual.length > 0 && finding.provenance.length === 0 ? { unsourced: true } : {}),
        at: finding.at,
    };
}

/** What each `toelichting` of a block says. */
export function explanationsIn({ read, value }: Sayer, statements: ReviewFinding['statements']): string[] {
    return statements
        .filter((s) => s.kind === 'toelichting')
        .flatMap((s) => (textsOf(s).length > 0 ? textsOf(s).map(read) : s.values.map(value)));
}

function followUp(
    sayer: Sayer,
    review: Review,
    finding: ReviewFinding,
    one: FollowUp,
    today: string | undefined,
): ReportedFollowUp {
    const { value, read, say, related, protocol } = sayer;
    const { who, whoValue, due, dueValue, state } = one;
    const by = who ?? (whoValue && value(whoValue));
    const until = due ?? (dueValue && value(dueValue));
    const inText = latest(review, related.reviews, protocol);
    const later = today === undefined ? inText : { date: today, what: { nl: 'dit verslag', en: 'this report' } };
    const isLate = !isClosed(one) && due !== undefined && later !== undefined && isLaterDate(later.date, due);
    return {
        review: review.name,
        indicators: finding.indicators.map((i) => i.name),
        text: one.value ? value(one.value) : read(one.text),
        ...(by === undefined ? {} : { who: by }),
        ...(until === undefined ? {} : { due: until }),
        ...(state === undefined ? {} : { state }),
        isDone: isClosed(one),
        ...(isLate ? { lateSince: { date: later.date, what: say(later.what) } } : {}),
        at: one.at,
    };
}

/** Who reviewed, when, how, and by whom they were told. */
export function reportedReview(sayer: Sayer, review: Review): ReportedReview {
    const { read, value } = sayer;
    return {
        name: review.name,
        title: read(review.title ?? review.name),
        at: review.at,
        by: review.by.map((by) => {
            const date = by.date ?? (by.dateValue && value(by.dateValue));
            const version = by.version ?? (by.versionValue && value(by.versionValue));
            return {
                who: value(by.value),
                ...(date === undefined ? {} : { date }),
                ...(version === undefined ? {} : { version }),
            };
        }),
        informants: review.informants.map(({ name, title, at }) => ({
            name,
            ...(title === undefined ? {} : { title: read(title) }),
            at,
        })),
        said: review.statements.map(({ kind, values, at }) => ({ kind, text: values.map(value).join('; '), at })),
        sources: claimsOf(sayer, review.provenance),
    };
}
