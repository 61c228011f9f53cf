import type { Place } from '../model/protocol.js';
import type { Severity } from '../rules/finding.js';
import type { Mood } from '../rules/verdicts.js';

/**
 * The review report of one interventie: plain data, in one language, with the place in a text of everything in it. The
 * tool prints it, documents are laid out from it, and the review tab of the preview shows it. What it never has is an
 * overall grade: a `toets` speaks of the text and a finding of the practice too, and neither is counted from the other.
 *
 * Every text of a protocol is as it was written, with the title of each element in place of its name (`[[Naam]]`).
 */
export interface ReviewReport {
    /** name of the interventie */
    readonly name: string;
    readonly title: string;
    /** "1.2, van 1 maart 2026, vastgesteld" */
    readonly version?: string;
    readonly at: Place;
    /** the day for which the report is made, ISO 8601; what was due before it is late */
    readonly date?: string;
    /** whether its file, or one that it uses, holds text that could not be read, so that something may be missing here */
    readonly unread: boolean;
    /** each framework that the interventie is held against, by a review or by its `toets`en */
    readonly frameworks: readonly FrameworkReport[];
    readonly improvements: readonly Improvement[];
    readonly followUps: readonly ReportedFollowUp[];
    readonly contradictions: readonly ReportedContradiction[];
    /** what is `onbekend` or `plaatselijk`, by the part of the protocol that it stands in */
    readonly unknowns: readonly UnknownPart[];
    /** experiences, statements and reactions that the protocol itself holds */
    readonly spoken: readonly ReportedSpoken[];
    /** remarks of colleagues that are not dealt with */
    readonly remarks: readonly ReportedRemark[];
    /** what the rules find in the interventie and in the reviews of it, the worst first */
    readonly findings: readonly CheckFinding[];
}

export interface FrameworkReport {
    readonly name: string;
    readonly title: string;
    /** false where a review names a framework that is nowhere to be found */
    readonly found: boolean;
    /** whose framework it is; absent where that is not said */
    readonly owner?: string;
    readonly at: Place;
    readonly sources: readonly ReportedClaim[];
    /** where all its `toets`en come from, where that is the same for each: said once, and marked `usual` at each */
    readonly testSources: readonly ReportedClaim[];
    readonly reviews: readonly ReportedReview[];
    readonly themes: readonly ThemeReport[];
    /** findings that stand under no indicator of the framework */
    readonly loose: readonly ReportedFinding[];
    readonly coverage: Coverage;
    /** how often each verdict was given, in the order of the framework; findings, not indicators, are counted */
    readonly verdicts: readonly VerdictCount[];
    /** how the `toets`en came out */
    readonly tests: Readonly<Record<TestOutcome, number>>;
    /** codes of the indicators of which finding and `toets` differ */
    readonly differing: readonly string[];
}

/** What the indicators of a framework have. Codes are in the order of the framework. */
export interface Coverage {
    readonly indicators: number;
    /** how many have a finding; one about several indicators together counts for each */
    readonly withFinding: number;
    readonly withTest: number;
    readonly withoutFinding: readonly string[];
    readonly withoutTest: readonly string[];
    /** of these nobody knows which of the findings about several indicators together is about them */
    readonly notAllotted: readonly string[];
}

export interface VerdictCount {
    /** absent for findings without a verdict: `bevinding 1.1 onbekend` */
    readonly verdict?: string;
    readonly sign?: string;
    readonly mood: Mood;
    readonly findings: number;
}

/** Who reviewed, when, how, and by whom they were told. */
export interface ReportedReview {
    readonly name: string;
    readonly title: string;
    readonly at: Place;
    readonly by: readonly { readonly who: string; readonly date?: string; readonly version?: string }[];
    readonly informants: readonly { readonly name: string; readonly title?: string; readonly at: Place }[];
    /** methode, periode, conclusie, kanttekening …: the keyword with its values */
    readonly said: readonly { readonly kind: string; readonly text: string; readonly at: Place }[];
    readonly sources: readonly ReportedClaim[];
}

export interface ThemeReport {
    readonly name: string;
    readonly title: string;
    readonly at: Place;
    readonly criteria: readonly CriterionReport[];
    readonly indicators: readonly IndicatorReport[];
}

export interface CriterionReport {
    readonly name: string;
    readonly title: string;
    readonly at: Place;
    readonly indicators: readonly IndicatorReport[];
}

export interface IndicatorReport {
    readonly code: string;
    readonly title?: string;
    readonly at: Place;
    /** what the framework explains about it, such as why a `toets` cannot read it */
    readonly explanations: readonly string[];
    readonly sources: readonly ReportedClaim[];
    readonly findings: readonly ReportedFinding[];
    readonly tests: readonly ReportedTest[];
    readonly comparison: Comparison;
}

/**
 * A finding beside what the `toets`en of its indicator read.
 * - `agree`, `differ`: verdict and text say the same, or not
 * - `undecided`: both are there, and what is not known keeps them from being compared
 * - `nothing`: one of them is not there
 */
export interface Comparison {
    readonly outcome: 'agree' | 'differ' | 'undecided' | 'nothing';
    readonly why: string;
}

/** What a reviewer found, in practice too. */
export interface ReportedFinding {
    readonly review: string;
    /** codes of all indicators that it is about */
    readonly indicators: readonly string[];
    /** one finding for these indicators together */
    readonly joint: boolean;
    /** how a joint finding is shared out over its indicators */
    readonly allotment?: { readonly known: boolean; readonly text: string };
    /** absent where the verdict is unknown */
    readonly verdict?: string;
    readonly sign?: string;
    readonly mood: Mood;
    readonly text?: string;
    /** whether the text is Markdown */
    readonly markdown?: true;
    /** LET OP */
    readonly attention: readonly ReportedText[];
    /** what it is about, with its place in the protocol */
    readonly concerns: readonly ElementAt[];
    readonly reactions: readonly ReportedSpoken[];
    readonly followUps: readonly ReportedFollowUp[];
    readonly explanations: readonly string[];
    readonly sources: readonly ReportedClaim[];
    /** true where nobody is cited for it, though its review cites a source for other findings */
    readonly unsourced?: true;
    readonly at: Place;
}

export type TestOutcome = 'holds' | 'fails' | 'undecided';

/** What a `toets` reads in the text. */
export interface ReportedTest {
    /** as it is written */
    readonly query: string;
    readonly outcome: TestOutcome;
    /** in a sentence */
    readonly result: string;
    /** elements that speak for it: of `elke` and `minstens` those that have what it asks, of `geen` those that do not */
    readonly evidence: readonly ElementAt[];
    /** elements that speak against it: those that it does not let be so, and those that lack what it asks */
    readonly counterexamples: readonly ElementAt[];
    /** what leaves it open, also where the outcome does not hang on it */
    readonly open: readonly string[];
    /** where the `toets` comes from; `afgeleid` where it is a reading of who wrote it, and not of whose framework it is */
    readonly sources: readonly ReportedClaim[];
    readonly at: Place;
}

/** An element of a protocol and where it stands. */
export interface ElementAt {
    readonly name: string;
    readonly title?: string;
    readonly at: Place;
}

export interface ReportedText {
    readonly text: string;
    readonly sources: readonly ReportedClaim[];
    readonly at: Place;
}

/** Where something comes from, as far as it is said of it alone. */
export interface ReportedClaim {
    /** title of the source; absent for the author's own reading (`afgeleid`) */
    readonly source?: string;
    readonly place?: string;
    readonly quote?: string;
    readonly speaker?: string;
    /** why the author reads it so */
    readonly reason?: string;
    readonly derived: boolean;
    /** true where it says no more than what is said once, at the head of its review or framework */
    readonly usual?: true;
}

/** Something that somebody said. */
export interface ReportedSpoken {
    readonly kind: string;
    readonly who?: string;
    readonly date?: string;
    readonly text: string;
    readonly at: Place;
}

export interface ReportedRemark {
    readonly author?: string;
    readonly date?: string;
    readonly text: string;
    readonly state?: string;
    readonly replies: readonly ReportedSpoken[];
    /** the element that it stands in */
    readonly element: string;
    readonly at: Place;
}

/** What was promised after a finding. */
export interface ReportedFollowUp {
    readonly review: string;
    readonly indicators: readonly string[];
    readonly text: string;
    readonly who?: string;
    /** ISO 8601, or in words why there is none */
    readonly due?: string;
    readonly state?: string;
    readonly isDone: boolean;
    /** what makes it late: a day that is later than the one it was due before; absent where nothing does */
    readonly lateSince?: { readonly date: string; readonly what: string };
    readonly at: Place;
}

/**
 * Something that is open: to be improved and not done yet, or not dealt with.
 * - `finding`: a reviewer says that it is to be improved, and no follow-up is finished; with the `toets`en that say the same
 * - `attention`: a LET OP to which nobody reacted
 * - `test`: the text lacks what a `toets` asks, and no reviewer says that this is to be improved
 */
export interface Improvement {
    readonly kind: 'finding' | 'test' | 'attention';
    readonly framework: string;
    readonly indicators: readonly string[];
    readonly text: string;
    /** the places in the protocol that it is about; empty where nobody says which */
    readonly elements: readonly ElementAt[];
    /** `toets`en of the same indicator that fail too */
    readonly tests: readonly ImprovementTest[];
    /** follow-ups that are promised and not done */
    readonly followUps: readonly ReportedFollowUp[];
    readonly at: Place;
}

/** A `toets` that fails, beside the finding that says the same. */
export interface ImprovementTest {
    readonly text: string;
    readonly elements: readonly ElementAt[];
    readonly at: Place;
}

export interface ReportedContradiction {
    readonly title: string;
    /** the element that it stands in */
    readonly element: string;
    readonly sides: readonly {
        readonly text: string;
        readonly sources: readonly ReportedClaim[];
        readonly at: Place;
    }[];
    readonly at: Place;
}

export interface UnknownPart {
    readonly title: string;
    readonly items: readonly ReportedUnknown[];
}

export interface ReportedUnknown {
    readonly type: 'unknown' | 'local';
    readonly what: string;
    readonly element: string;
    /** the title of the element, where it has one */
    readonly title?: string;
    readonly reason?: string;
    readonly expected?: string;
    readonly at: Place;
}

export interface CheckFinding {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly at: Place;
}
