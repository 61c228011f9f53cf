import type { QueryResult } from '../analysis/queries.js';
import type { ReviewFinding } from '../model/review.js';
import { testsThatDiffer } from '../rules/differing.js';
import { moodOf, type Mood } from '../rules/verdicts.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Comparison } from './report.js';

/** How an indicator's findings and its `toets`en go together, and why; see {@link Comparison}. */
export interface Compared {
    readonly outcome: Comparison['outcome'];
    readonly why: Bilingual;
}

/**
 * Holds what reviewers found about an indicator beside what its `toets`en read. Nothing is said of what cannot be known:
 * a `toets` that is undecided, a verdict of which nobody knows whether it is good, and a finding about several indicators
 * of which nobody knows to which it belongs, leave it open.
 *
 * @param findings those about the indicator
 * @param results the `toets`en of each indicator of the framework, by its code
 */
export function compared(
    code: string,
    findings: readonly ReviewFinding[],
    results: ReadonlyMap<string, readonly QueryResult[]>,
): Compared {
    const tests = results.get(code) ?? [];
    if (tests.length === 0 || findings.length === 0) {
        return { outcome: 'nothing', why: nothing(tests.length > 0, findings.length > 0) };
    }
    const each = findings.map((finding) => comparedOne(code, finding, results));
    return (
        each.find((c) => c.outcome === 'differ') ??
        each.find((c) => c.outcome === 'undecided') ??
        each[0] ?? { outcome: 'nothing', why: NO_FINDING }
    );
}

function nothing(hasTest: boolean, hasFinding: boolean): Bilingual {
    return hasTest ? NO_FINDING : hasFinding ? NO_TEST : NEITHER;
}

function comparedOne(
    code: string,
    finding: ReviewFinding,
    results: ReadonlyMap<string, readonly QueryResult[]>,
): Compared {
    const { verdict, verdictSign, allocation } = finding;
    const mood: Mood = verdict ? moodOf(verdict.name, verdictSign) : 'other';
    const tests = results.get(code) ?? [];
    if (!verdict) {
        return undecided('het oordeel is onbekend', 'the verdict is unknown');
    }
    if (mood === 'other') {
        return undecided(
            `of het oordeel ‘${verdict.name}’ gunstig is, zegt het kader niet`,
            `whether the verdict ‘${verdict.name}’ is favourable the framework does not say`,
        );
    }
    if (allocation?.type === 'unknown' && finding.indicators.length > 1) {
        return undecided(
            'de bevinding gaat over meer indicatoren samen, en bij welke zij hoort is onbekend',
            'the finding is about several indicators together, and to which it belongs is unknown',
        );
    }
    if (testsThatDiffer(finding, mood, results).some(({ indicator }) => indicator === code)) {
        return { outcome: 'differ', why: mood === 'good' ? GOOD_BUT_FAILS : BAD_BUT_HOLDS };
    }
    const settled = mood === 'good' ? tests.every((t) => t.outcome === 'holds') : tests.some(isFailed);
    if (settled) {
        return { outcome: 'agree', why: mood === 'good' ? BOTH_GOOD : BOTH_BAD };
    }
    return tests.some((t) => t.outcome === 'undecided')
        ? undecided('de toets is niet te bepalen', 'the test cannot be decided')
        : undecided(
              'het oordeel gaat over meer indicatoren samen, en de tekst haalt alleen de toets van een andere niet, of die heeft er geen',
              'the verdict is about several indicators together, and the text fails the test of another only, or that one has none',
          );
}

function isFailed({ outcome }: QueryResult): boolean {
    return outcome === 'fails';
}

function undecided(nl: string, en: string): Compared {
    return { outcome: 'undecided', why: { nl, en } };
}

const NO_TEST: Bilingual = { nl: 'er is geen toets', en: 'there is no test' };
const NO_FINDING: Bilingual = { nl: 'er is geen bevinding', en: 'there is no finding' };
const NEITHER: Bilingual = { nl: 'er is geen bevinding en geen toets', en: 'there is no finding and no test' };
const BOTH_GOOD: Bilingual = {
    nl: 'het oordeel is gunstig en de tekst haalt de toets',
    en: 'the verdict is favourable and the text passes the test',
};
const BOTH_BAD: Bilingual = {
    nl: 'het oordeel vraagt verbetering en de tekst haalt de toets ook niet',
    en: 'the verdict asks for improvement and the text fails the test too',
};
const GOOD_BUT_FAILS: Bilingual = {
    nl: 'het oordeel is gunstig, maar de tekst haalt de toets niet; doet de praktijk het anders dan er staat, dan hoort dat in het protocol',
    en: 'the verdict is favourable, but the text fails the test; where practice does otherwise than is written, that belongs in the protocol',
};
const BAD_BUT_HOLDS: Bilingual = {
    nl: 'het oordeel vraagt verbetering, maar de tekst haalt de toets wel; wat er in de praktijk anders is, leest een toets niet',
    en: 'the verdict asks for improvement, but the text passes the test; what is otherwise in practice a test does not read',
};
