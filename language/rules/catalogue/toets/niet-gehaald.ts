import { culprits, resultInWords } from '../../../messages/queries.js';
import { defineDocumentRule } from '../../document-rule.js';
import { queryResults, reviewsOf } from '../../reviewed.js';

/** How many elements are pointed at; with more the text is better read from its documents. */
const MOST_POINTED_AT = 20;

export const toetsNietGehaald = defineDocumentRule({
    code: 'toets/niet-gehaald',
    severity: 'info',
    title: {
        nl: 'Een protocol haalt de toetsen van het kader waarmee het beoordeeld is',
        en: 'A protocol passes the tests of the framework by which it was reviewed',
    },
    reason: {
        nl: 'Een `toets` leest wat er in het protocol staat; of de praktijk zo is, beoordeelt een mens. Wie een kader schrijft, zegt met een `toets` wat hij in de tekst wil terugvinden. Haalt de tekst haar niet, dan is er iets aan de tekst te doen of zegt zij iets anders dan gedaan wordt. Wat `onbekend` of `plaatselijk` is, beslist niets en wordt hier niet gemeld.',
        en: 'A `toets` reads what the protocol says; whether practice is so, a person judges. Who writes a framework says with a `toets` what should be found in the text. Where the text does not pass it there is something to do about the text, or it says something else than is done. What is `onbekend` or `plaatselijk` decides nothing and is not reported here.',
    },
    noFix: {
        nl: 'Wat de tekst mist, staat bij de regels over dat onderdeel; de toets zelf leest alleen.',
        en: 'What the text lacks is told by the rules about that element; the test only reads.',
    },
    messages: {
        fails: {
            nl: '`{protocol}` haalt de toets van indicator {indicator} niet: `{query}`. Gevonden: {result}.',
            en: '`{protocol}` does not pass the test of indicator {indicator}: `{query}`. Found: {resultEn}.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker }
        stap Plan
    }
}
toetsingskader Kader "Kader" {
    oordeel verbeterpunt "X"
    thema Aanpak "Aanpak" {
        indicator 1.1 "Elke stap heeft een uitvoerder" { toets elke stap heeft door }
    }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 verbeterpunt "Niet overal is duidelijk wie het doet."
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker }
        stap Plan { door Gezinswerker }
    }
}
toetsingskader Kader "Kader" {
    oordeel voldoet "✓"
    thema Aanpak "Aanpak" {
        indicator 1.1 "Elke stap heeft een uitvoerder" { toets elke stap heeft door }
    }
}
beoordeling Eerste van Voorbeeld aan de hand van Kader {
    bevinding 1.1 voldoet "Overal is duidelijk wie het doet."
}
`,
    checkDocument: ({ document, services }, report) => {
        for (const reviewed of reviewsOf(document, services)) {
            const { review, protocol } = reviewed;
            const findings = review.findings.flatMap((f) => f.indicators);
            for (const [indicator, results] of queryResults(reviewed)) {
                for (const result of results.filter((r) => r.outcome === 'fails')) {
                    const words = resultInWords(result);
                    const elements = culprits(result);
                    report({
                        message: 'fails',
                        at: findings.find((i) => i.name === indicator)?.at ?? review.nameAt,
                        parameters: {
                            protocol: protocol?.name ?? '',
                            indicator,
                            query: result.query.text,
                            result: words.nl,
                            resultEn: words.en,
                        },
                        related: [
                            ...elements.slice(0, MOST_POINTED_AT).map(({ name, at }) => ({
                                message: { nl: `Het gaat om \`${name}\`.`, en: `It concerns \`${name}\`.` },
                                at,
                            })),
                            { message: { nl: 'Dit is de toets.', en: 'This is the test.' }, at: result.query.at },
                        ],
                        data: { indicator, query: result.query.text, elements: elements.map((e) => e.name) },
                    });
                }
            }
        }
    },
});
