import type { ReviewFinding } from '../../../model/review.js';
import { defineDocumentRule } from '../../document-rule.js';
import { hasKnownVerdict, reviewsOf } from '../../reviewed.js';
import { moodOf } from '../../verdicts.js';

export const toetsingTegenspraak = defineDocumentRule({
    code: 'toetsing/tegenspraak',
    severity: 'warning',
    title: {
        nl: 'Een beoordeling geeft één indicator geen tegengestelde oordelen',
        en: 'A review does not give opposite verdicts on one indicator',
    },
    reason: {
        nl: 'Wie leest dat een indicator voldoet en drie regels verder dat hij niet voldoet, weet niet wat de beoordelaar vond. Horen de bevindingen bij meer indicatoren samen en is niet bekend welke bij welke hoort (STJ, 3.1.4 tot en met 3.1.7), dan spreken zij elkaar niet tegen. Gaan zij over verschillende partijen, dan zegt een `toelichting`, `reactie` of `opvolging` dat.',
        en: 'Who reads that an indicator is satisfied and three lines on that it is not does not know what the reviewer thought. Where findings belong to several indicators together and nobody knows which to which (STJ, 3.1.4 to 3.1.7) they do not contradict each other. Where they are about different parties, a `toelichting`, `reactie` or `opvolging` says so.',
    },
    noFix: {
        nl: 'Welk oordeel geldt, weet alleen wie beoordeelde.',
        en: 'Which verdict holds only the reviewer knows.',
    },
    messages: {
        opposite: {
            nl: 'Indicator {indicator} is hier `{verdict}`, en in regel {line} `{other}`. Laat één oordeel staan, of schrijf met `toelichting` hoe beide kunnen gelden.',
            en: 'Indicator {indicator} is `{verdict}` here, and `{other}` in line {line}. Keep one verdict, or say with `toelichting` how both can hold.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld"
toetsingskader Kader "Kader" {
    oordeel voldoet "✓"
    oordeel verbeterpunt "X"
    thema Regie "Regie" { indicator 1.1 "Er is een regisseur" }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 voldoet "Er is een regisseur."
    bevinding 1.1 verbeterpunt "Er is geen regisseur."
}
`,
    right: `
interventie Voorbeeld "Voorbeeld"
toetsingskader Kader "Kader" {
    oordeel voldoet "✓"
    oordeel verbeterpunt "X"
    thema Regie "Regie" { indicator 1.1 "Er is een regisseur" }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 voldoet "Er is een regisseur."
    bevinding 1.1 verbeterpunt "Er is geen regisseur." {
        toelichting "Het eerste geldt voor de stad, dit voor de dorpen."
    }
}
`,
    checkDocument: ({ document, services }, report) => {
        for (const reviewed of reviewsOf(document, services)) {
            const firstOf = new Map<string, Map<'good' | 'bad', ReviewFinding>>();
            for (const finding of reviewed.review.findings) {
                const { verdict, verdictSign } = finding;
                if (!verdict || !hasKnownVerdict(finding, reviewed) || isExplained(finding) || isShared(finding)) {
                    continue;
                }
                const mood = moodOf(verdict.name, verdictSign);
                if (mood === 'other') {
                    continue;
                }
                for (const { name } of finding.indicators) {
                    const verdicts = firstOf.get(name) ?? new Map<'good' | 'bad', ReviewFinding>();
                    firstOf.set(name, verdicts);
                    const opposite = verdicts.get(mood === 'good' ? 'bad' : 'good');
                    if (opposite?.verdict && !verdicts.has(mood)) {
                        report({
                            message: 'opposite',
                            at: verdict.at,
                            parameters: {
                                indicator: name,
                                verdict: verdict.name,
                                other: opposite.verdict.name,
                                line: opposite.verdict.at.range.start.line + 1,
                            },
                            related: [
                                {
                                    message: { nl: 'Het andere oordeel.', en: 'The other verdict.' },
                                    at: opposite.verdict.at,
                                },
                            ],
                        });
                    }
                    if (!verdicts.has(mood)) {
                        verdicts.set(mood, finding);
                    }
                }
            }
        }
    },
});

/** Whether a finding says itself how it goes together with others. */
function isExplained({ reactions, followUps, statements }: ReviewFinding): boolean {
    return reactions.length > 0 || followUps.length > 0 || statements.some((s) => s.kind === 'toelichting');
}

/** Whether a finding is about several indicators and need not be about each of them. */
function isShared({ indicators, allocation }: ReviewFinding): boolean {
    return indicators.length > 1 && allocation !== undefined;
}
