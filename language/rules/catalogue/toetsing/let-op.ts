import { defineRule } from '../../rule.js';

export const toetsingLetOp = defineRule({
    code: 'toetsing/let-op',
    severity: 'info',
    title: {
        nl: 'Een LET OP bij een goed oordeel krijgt een reactie of opvolging',
        en: 'A LET OP with a good verdict gets a reaction or a follow-up',
    },
    reason: {
        nl: 'Bij STJ voldoet indicator 3.2.1, met LET OP: één partij zegt dat de regisseur er niet is. Zo’n oordeel en zo’n opmerking spreken elkaar tegen. Beide blijven staan; een reactie of opvolging zegt wat ermee is gedaan.',
        en: 'In the STJ review indicator 3.2.1 is satisfied, with LET OP: one party says that there is no director. Such a verdict and such a remark contradict each other. Both stay; a reaction or follow-up says what was done about it.',
    },
    messages: {
        open: {
            nl: 'Bevinding {indicators} is `{verdict}`, maar LET OP: “{text}”. Schrijf met `reactie` of `opvolging` wat ermee is gedaan.',
            en: 'Finding {indicators} is `{verdict}`, but LET OP: “{text}”. Write with `reactie` or `opvolging` what was done about it.',
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
    checkReview: (review, report) => {
        for (const finding of review.findings) {
            const { verdict, verdictSign, attention, reactions, followUps, indicators } = finding;
            if (!verdict || reactions.length > 0 || followUps.length > 0 || isBad(verdict.name, verdictSign)) {
                continue;
            }
            for (const { text, at } of attention) {
                report({
                    message: 'open',
                    at,
                    parameters: { indicators: indicators.map((i) => i.name).join(', '), verdict: verdict.name, text },
                    related: [{ message: { nl: 'Dit oordeel.', en: 'This verdict.' }, at: verdict.at }],
                });
            }
        }
    },
});

/** Whether a verdict finds fault itself, so that an attention point agrees with it. */
function isBad(name: string, sign: string | undefined): boolean {
    return /verbeter|onvoldoende|niet|slecht|fout/i.test(name) || (sign !== undefined && /^[x✗✘×-]$/i.test(sign));
}
