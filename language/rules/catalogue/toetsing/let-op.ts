import { resultInWords } from '../../../messages/queries.js';
import type { QueryResult } from '../../../analysis/queries.js';
import { testsThatDiffer } from '../../differing.js';
import { defineDocumentRule } from '../../document-rule.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { hasKnownVerdict, queryResults, reviewsOf } from '../../reviewed.js';
import { moodOf } from '../../verdicts.js';

export const toetsingLetOp = defineDocumentRule({
    code: 'toetsing/let-op',
    severity: 'info',
    title: {
        nl: 'Een oordeel dat niet past bij een LET OP of een toets krijgt een reactie of opvolging',
        en: 'A verdict that does not fit a LET OP or a test gets a reaction or a follow-up',
    },
    reason: {
        nl: 'Bij STJ voldoet indicator 3.2.1, met LET OP: één partij zegt dat de regisseur er niet is. Zo’n oordeel en zo’n opmerking spreken elkaar tegen. Dat kan ook met wat een `toets` in het protocol leest: het staat er niet en gebeurt wel, of het staat er en gebeurt niet. Beide blijven staan, want de toets leest de tekst en de beoordelaar zag de praktijk; een reactie, opvolging of toelichting zegt wat ermee is gedaan. Een toets die niet te bepalen is, zegt niets.',
        en: 'In the STJ review indicator 3.2.1 is satisfied, with LET OP: one party says that there is no director. Such a verdict and such a remark contradict each other. So may what a `toets` reads in the protocol: it is not written and is done, or it is written and not done. Both stay, since the test reads the text and the reviewer saw practice; a reaction, follow-up or explanation says what was done about it. A test that cannot be decided says nothing.',
    },
    messages: {
        open: {
            nl: 'Bevinding {indicators} is `{verdict}`, maar LET OP: “{text}”. Schrijf met `reactie` of `opvolging` wat ermee is gedaan.',
            en: 'Finding {indicators} is `{verdict}`, but LET OP: “{text}”. Write with `reactie` or `opvolging` what was done about it.',
        },
        'good-but-fails': {
            nl: 'Bevinding {indicators} is `{verdict}`, maar het protocol haalt de toets van {indicator} niet: `{query}` ({result}). Doet de praktijk meer dan er staat, zet dat dan in het protocol; of schrijf met `toelichting`, `reactie` of `opvolging` hoe het zit.',
            en: 'Finding {indicators} is `{verdict}`, but the protocol does not pass the test of {indicator}: `{query}` ({resultEn}). Where practice does more than is written, write it in the protocol; or say with `toelichting`, `reactie` or `opvolging` how it is.',
        },
        'bad-but-holds': {
            nl: 'Bevinding {indicators} is `{verdict}`, maar het protocol haalt elke toets ervan: {queries}. Het staat er dus wel. Schrijf met `toelichting`, `reactie` of `opvolging` wat er in de praktijk anders is.',
            en: 'Finding {indicators} is `{verdict}`, but the protocol passes each test of it: {queries}. So it is written. Say with `toelichting`, `reactie` or `opvolging` what is otherwise in practice.',
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
    bevinding 1.1 voldoet "Er is een regisseur." {
        let op "Eén partner zegt dat deze persoon er niet is."
    }
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
    bevinding 1.1 voldoet "Er is een regisseur." {
        let op "Eén partner zegt dat deze persoon er niet is."
        opvolging "De naam van de regisseur staat voortaan op elk plan"
    }
}
`,
    checkDocument: ({ document, services }, report) => {
        for (const reviewed of reviewsOf(document, services)) {
            const results = queryResults(reviewed);
            for (const finding of reviewed.review.findings) {
                const { verdict, verdictSign, attention, reactions, followUps } = finding;
                if (!verdict || !hasKnownVerdict(finding, reviewed) || reactions.length > 0 || followUps.length > 0) {
                    continue;
                }
                const mood = moodOf(verdict.name, verdictSign);
                const indicators = finding.indicators.map((i) => i.name).join(', ');
                const fixes = insertStatement(document, finding, 'opvolging onbekend');
                const related = [{ message: { nl: 'Dit oordeel.', en: 'This verdict.' }, at: verdict.at }];
                for (const { text, at } of mood === 'bad' ? [] : attention) {
                    report({
                        message: 'open',
                        at,
                        parameters: { indicators, verdict: verdict.name, text },
                        related,
                        fixes,
                    });
                }
                if (finding.statements.some((s) => s.kind === 'toelichting')) {
                    continue;
                }
                const contradicting = testsThatDiffer(finding, mood, results);
                if (mood === 'good') {
                    for (const { indicator, result } of contradicting) {
                        const words = resultInWords(result);
                        report({
                            message: 'good-but-fails',
                            at: verdict.at,
                            parameters: {
                                indicators,
                                indicator,
                                verdict: verdict.name,
                                query: result.query.text,
                                result: words.nl,
                                resultEn: words.en,
                            },
                            related: [testAt(result)],
                            fixes,
                        });
                    }
                } else if (contradicting.length > 0) {
                    const queries = contradicting.map(({ result }) => `\`${result.query.text}\``).join(', ');
                    report({
                        message: 'bad-but-holds',
                        at: verdict.at,
                        parameters: { indicators, verdict: verdict.name, queries },
                        related: contradicting.map(({ result }) => testAt(result)),
                        fixes,
                    });
                }
            }
        }
    },
});

function testAt({ query }: QueryResult) {
    return { message: { nl: 'Dit is de toets.', en: 'This is the test.' }, at: query.at };
}
