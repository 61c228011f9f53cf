import { dateText } from '../messages/wording.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type {
    Comparison,
    Coverage,
    FrameworkReport,
    Improvement,
    ReportedClaim,
    ReportedContradiction,
    ReportedFinding,
    ReportedFollowUp,
    ReportedReview,
    ReportedSpoken,
    ReportedText,
} from './report.js';

/** The words of a report that every form of it says alike. */
export const WORDS = {
    twoThings: {
        nl: 'Een bevinding is wat een mens zag, ook in de praktijk; een toets leest alleen de tekst. Zij staan naast elkaar, en er wordt geen eindcijfer uit gemaakt.',
        en: 'A finding is what a person saw, in practice too; a test reads the text only. They stand side by side, and no overall grade is made of them.',
    },
    noFramework: {
        nl: 'Dit draaiboek is nog langs geen kader gelegd.',
        en: 'This protocol is not held against a framework yet.',
    },
    frameworkNotFound: {
        nl: 'Dit kader staat in geen van de gelezen bestanden.',
        en: 'This framework is in none of the files that were read.',
    },
    unread: {
        nl: 'In de tekst staat iets wat niet te lezen is. Wat hier lijkt te ontbreken, kan daar staan.',
        en: 'The text holds something that cannot be read. What seems to be missing here may stand there.',
    },
    results: { nl: 'Resultaten per indicator', en: 'Results per indicator' },
    framework: { nl: 'kader', en: 'framework' },
    review: { nl: 'beoordeling', en: 'review' },
    informants: { nl: 'informanten', en: 'informants' },
    finding: { nl: 'bevinding', en: 'finding' },
    findings: { nl: 'bevindingen', en: 'findings' },
    seeAt: { nl: 'zie bij', en: 'see at' },
    noFinding: { nl: 'geen bevinding', en: 'no finding' },
    verdictUnknown: { nl: 'oordeel onbekend', en: 'verdict unknown' },
    attention: { nl: 'let op', en: 'look out' },
    test: { nl: 'toets', en: 'test' },
    tests: { nl: 'toetsen', en: 'tests' },
    noTest: { nl: 'geen toets', en: 'no test' },
    evidence: { nl: 'gevonden', en: 'found' },
    counterexamples: { nl: 'tegenvoorbeeld', en: 'counter-example' },
    open: { nl: 'open', en: 'open' },
    comparison: { nl: 'naast elkaar', en: 'side by side' },
    concerns: { nl: 'betreft', en: 'concerns' },
    reaction: { nl: 'reactie', en: 'reaction' },
    followUp: { nl: 'opvolging', en: 'follow-up' },
    explanation: { nl: 'toelichting', en: 'explanation' },
    source: { nl: 'bron', en: 'source' },
    noSource: { nl: 'niet vermeld', en: 'not stated' },
    sourceOfTests: { nl: 'herkomst van de toetsen', en: 'origin of the tests' },
    testToo: { nl: 'de toets ook niet gehaald', en: 'the test not passed either' },
    loose: {
        nl: 'Bevindingen die bij geen indicator van het kader staan',
        en: 'Findings under no indicator of the framework',
    },
    coverage: { nl: 'Dekking', en: 'Coverage' },
    counts: { nl: 'Uitkomsten', en: 'Outcomes' },
    differing: { nl: 'Oordeel en toets verschillen bij', en: 'Verdict and test differ at' },
    improvements: { nl: 'Open punten', en: 'Open points' },
    followUps: { nl: 'Opvolging', en: 'Follow-up' },
    contradictions: { nl: 'Tegenspraken', en: 'Contradictions' },
    unknowns: { nl: 'Nog in te vullen', en: 'Still to fill in' },
    voices: { nl: 'Ervaringen en reacties', en: 'Experiences and reactions' },
    remarks: { nl: 'Openstaande opmerkingen', en: 'Open remarks' },
    checks: { nl: 'Meldingen van de controle', en: 'Findings of the checks' },
    none: { nl: 'Geen.', en: 'None.' },
    noUnknowns: { nl: 'Niets is onbekend of plaatselijk.', en: 'Nothing is unknown or local.' },
    noPlace: { nl: 'niet gezegd bij welk onderdeel', en: 'not said at which element' },
    derived: { nl: 'afgeleid', en: 'derived' },
} as const satisfies Record<string, Bilingual>;

export const COMPARISONS: Readonly<Record<Comparison['outcome'], Bilingual>> = {
    agree: { nl: 'gelijk', en: 'alike' },
    differ: { nl: 'verschil', en: 'different' },
    undecided: { nl: 'niet te zeggen', en: 'cannot be said' },
    nothing: { nl: 'niets naast elkaar', en: 'nothing side by side' },
};

export const IMPROVEMENTS: Readonly<Record<Improvement['kind'], Bilingual>> = {
    finding: { nl: 'bevinding', en: 'finding' },
    test: { nl: 'toets niet gehaald', en: 'test not passed' },
    attention: { nl: 'let op, zonder reactie', en: 'look out, without a reaction' },
};

/** The verdict of a finding with its sign: "✓ voldoet". */
export function verdictText({ verdict, sign }: Pick<ReportedFinding, 'verdict' | 'sign'>, language: Language): string {
    return verdict === undefined ? WORDS.verdictUnknown[language] : sign === undefined ? verdict : `${sign} ${verdict}`;
}

/** Whether an explanation already says that an indicator has no `toets`, so that it need not be said before it. */
export function saysNoTest(explanations: readonly string[], language: Language): boolean {
    const words = WORDS.noTest[language];
    return explanations.some((e) => e.trimStart().toLowerCase().startsWith(words));
}

/** Findings about the same indicators together, so that this is said once for all of them. */
export function findingsTogether(findings: readonly ReportedFinding[], language: Language): ReportedFinding[][] {
    return [...Map.groupBy(findings, (f) => sharedText(f, language) || f).values()];
}

/** ` (over 1.1, 1.2 samen; toedeling onbekend)`; empty for a finding about one indicator. */
export function sharedText({ indicators, joint, allotment }: ReportedFinding, language: Language): string {
    if (indicators.length < 2) {
        return '';
    }
    const nl = language === 'nl';
    const codes = indicators.join(', ');
    const together = joint ? (nl ? ' samen' : ' together') : '';
    const share = allotment === undefined ? '' : `; ${nl ? 'toedeling' : 'allotment'} ${allotment.text}`;
    return ` (${nl ? 'over' : 'on'} ${codes}${together}${share})`;
}

/** `Brief aan de partners, door Wethouder, voor 1 oktober 2026, open; te laat, want dit verslag is van …` */
export function followUpText({ text, who, due, state, lateSince }: ReportedFollowUp, language: Language): string {
    const nl = language === 'nl';
    const parts = [
        text,
        ...(who === undefined ? [] : [`${nl ? 'door' : 'by'} ${who}`]),
        ...(due === undefined ? [] : [`${nl ? 'voor' : 'before'} ${dateText(due, language)}`]),
        ...(state === undefined ? [] : [state]),
    ].join(', ');
    const late = lateSince && dateText(lateSince.date, language);
    return late === undefined
        ? parts
        : nl
          ? `${parts}; te laat, want ${lateSince?.what ?? ''} is van ${late}`
          : `${parts}; late, since ${lateSince?.what ?? ''} is of ${late}`;
}

/** Who reviewed, when, and which version: `door Inspectie op 1 maart 2026 over versie 1.2`. */
export function reviewerText({ who, date, version }: ReportedReview['by'][number], language: Language): string {
    const nl = language === 'nl';
    return [
        `${nl ? 'door' : 'by'} ${who}`,
        ...(date === undefined ? [] : [`${nl ? 'op' : 'on'} ${dateText(date, language)}`]),
        ...(version === undefined ? [] : [`${nl ? 'over versie' : 'of version'} ${version}`]),
    ].join(' ');
}

/** Who said something and when, as far as that is said. */
export function saidBy(who: string | undefined, date: string | undefined, language: Language): string[] {
    return [...(who === undefined ? [] : [who]), ...(date === undefined ? [] : [dateText(date, language)])];
}

/** `De wethouder, 1 mei 2026: Wij gaan dit doen.` */
export function reactionText({ who, date, text }: ReportedSpoken, language: Language): string {
    const from = saidBy(who, date, language).join(', ');
    return from === '' ? text : `${from}: ${text}`;
}

/** What one side of a contradiction says, with its sources behind it. */
export function sideText({ text, sources }: ReportedContradiction['sides'][number], language: Language): string {
    const from = sources.map((s) => claimText(s, language)).join('; ');
    return from === '' ? text : `${text} (${from})`;
}

/** `Verslag van het bezoek, blz. 3, aldus een ouder: “…”` */
export function claimText(claim: ReportedClaim, language: Language): string {
    const { source, place, quote, speaker, reason, derived } = claim;
    const nl = language === 'nl';
    const parts = [
        ...(source === undefined ? [] : [source]),
        ...(derived ? [WORDS.derived[language]] : []),
        ...(place === undefined ? [] : [place]),
        ...(speaker === undefined ? [] : [`${nl ? 'aldus' : 'says'} ${speaker}`]),
    ].join(', ');
    const because = reason === undefined ? '' : `: ${reason}`;
    return `${parts}${because}${quote === undefined ? '' : `: “${quote}”`}`;
}

/** What stands as the source of something: what is said of it alone, and not once for all. */
export function sourcesText(
    { sources, unsourced }: { readonly sources: readonly ReportedClaim[]; readonly unsourced?: true },
    language: Language,
): string[] {
    return [
        ...sources.filter((s) => !s.usual).map((s) => claimText(s, language)),
        ...(unsourced ? [WORDS.noSource[language]] : []),
    ];
}

/** `Tenzij anders vermeld volgens …`: what a review or a framework cites for all that stands in it; empty for none. */
export function usualText(sources: readonly ReportedClaim[], language: Language): string {
    const said = [...new Set(sources.flatMap((s) => (s.source === undefined ? [] : [s.source])))].join('; ');
    return said === ''
        ? ''
        : `${{ nl: 'tenzij anders vermeld volgens', en: 'unless stated otherwise by' }[language]} ${said}`;
}

/** `eigen lezing, niet van STJ (afgeleid: …)`: where all `toets`en of a framework come from; empty where they differ. */
export function testSourcesText({ testSources, owner }: FrameworkReport, language: Language): string {
    const said = testSources.map((s) => claimText(s, language)).join('; ');
    if (said === '' || testSources.some((s) => !s.derived || s.source !== undefined)) {
        return said;
    }
    const nl = language === 'nl';
    const notOf = owner === undefined ? '' : nl ? `, niet van ${owner}` : `, not of ${owner}`;
    return `${nl ? 'eigen lezing' : 'an own reading'}${notOf} (${said})`;
}

/** A LET OP, with its source behind it. */
export function attentionText({ text, sources }: ReportedText, language: Language): string {
    const from = sourcesText({ sources }, language).join('; ');
    return from === '' ? text : `${text} (${from})`;
}

/** How many are open, of each kind: `10 verbeterpunten, 4 LET OP, 2 toetsen`. */
export function openCounts(improvements: readonly Pick<Improvement, 'kind'>[], language: Language): string {
    return (Object.keys(KINDS) as Improvement['kind'][])
        .map((kind) => ({ kind, count: improvements.filter((i) => i.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => `${String(count)} ${KINDS[kind][count === 1 ? 'one' : 'more'][language]}`)
        .join(', ');
}

const KINDS: Readonly<Record<Improvement['kind'], Readonly<Record<'one' | 'more', Bilingual>>>> = {
    finding: {
        one: { nl: 'verbeterpunt', en: 'improvement point' },
        more: { nl: 'verbeterpunten', en: 'improvement points' },
    },
    attention: { one: { nl: 'LET OP', en: 'LOOK OUT' }, more: { nl: 'LET OP', en: 'LOOK OUT' } },
    test: {
        one: { nl: 'toets niet gehaald', en: 'test not passed' },
        more: { nl: 'toetsen niet gehaald', en: 'tests not passed' },
    },
};

/** The coverage of a framework, a sentence for each thing that can be said of it. */
export function coverageText(coverage: Coverage, language: Language): string[] {
    const { indicators, withFinding, withTest, withoutFinding, withoutTest, notAllotted } = coverage;
    const nl = language === 'nl';
    const of = (n: number) => `${String(n)} ${nl ? 'van' : 'of'} ${String(indicators)}`;
    return [
        nl
            ? `${of(withFinding)} indicatoren met een bevinding, ${of(withTest)} met een toets`
            : `${of(withFinding)} indicators with a finding, ${of(withTest)} with a test`,
        ...(withoutFinding.length === 0
            ? []
            : [`${nl ? 'zonder bevinding' : 'without finding'}: ${withoutFinding.join(', ')}`]),
        ...(withoutTest.length === 0 ? [] : [`${nl ? 'zonder toets' : 'without test'}: ${withoutTest.join(', ')}`]),
        ...(notAllotted.length === 0
            ? []
            : [
                  nl
                      ? `alleen een bevinding over meer indicatoren samen, waarvan de toedeling onbekend is: ${notAllotted.join(', ')}`
                      : `only a finding about several indicators together, of which the allotment is unknown: ${notAllotted.join(', ')}`,
              ]),
    ];
}
