import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

const TITLE = {
    nl: 'Zet er van elke ontbrekende indicator `bevinding … onbekend` bij',
    en: 'Add `bevinding … onbekend` for each missing indicator',
};

export const toetsingDekking = defineRule({
    code: 'toetsing/dekking',
    severity: 'warning',
    title: {
        nl: 'Elke indicator van het kader heeft een bevinding',
        en: 'Each indicator of the framework has a finding',
    },
    reason: {
        nl: 'STJ geeft per indicator aan of de aanpak voldoet. Waar een bevinding ontbreekt, weet de lezer niet of er is gekeken. Een bevinding over meer indicatoren samen telt voor alle; `bevinding X onbekend` zegt dat er niet over is geoordeeld.',
        en: 'STJ says of each indicator whether the approach satisfies it. Where a finding is missing the reader does not know whether anybody looked. A finding about several indicators together counts for all; `bevinding X onbekend` says that no verdict was given.',
    },
    messages: {
        missing: {
            nl: 'Beoordeling `{name}` heeft geen bevinding over {count} van de {total} indicatoren van `{framework}`: {codes}. Schrijf een `bevinding`, of `bevinding {first} onbekend`.',
            en: 'Review `{name}` has no finding about {count} of the {total} indicators of `{framework}`: {codesEn}. Write a `bevinding`, or `bevinding {first} onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld"
toetsingskader Kader "Kader" {
    oordeel voldoet
    thema Aanpak "Aanpak" {
        indicator 1.1 "Er is een plan"
        indicator 1.2 "Er is een regisseur"
    }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 voldoet "Er is een plan."
}
`,
    right: `
interventie Voorbeeld "Voorbeeld"
toetsingskader Kader "Kader" {
    oordeel voldoet
    thema Aanpak "Aanpak" {
        indicator 1.1 "Er is een plan"
        indicator 1.2 "Er is een regisseur"
    }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 voldoet "Er is een plan."
    bevinding 1.2 onbekend
}
`,
    checkReview: (review, report, { document }) => {
        const found = new Set(review.findings.flatMap((f) => f.indicators.map((i) => i.name)));
        const missing = review.frameworkIndicators.map((i) => i.code).filter((code) => code !== '' && !found.has(code));
        const [first] = missing;
        if (first !== undefined) {
            const codes = enumerate(missing);
            report({
                message: 'missing',
                at: review.nameAt,
                parameters: {
                    name: review.name,
                    framework: review.framework.name,
                    count: missing.length,
                    total: review.frameworkIndicators.length,
                    codes: codes.nl,
                    codesEn: codes.en,
                    first,
                },
                fixes: insertStatement(
                    document,
                    review,
                    missing.map((code) => `bevinding ${code} onbekend`),
                ).map((fix) => ({ ...fix, title: TITLE })),
                data: { missing },
            });
        }
    },
});
