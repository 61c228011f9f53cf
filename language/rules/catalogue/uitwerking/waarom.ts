import { addedBehind } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const uitwerkingWaarom = defineRule({
    code: 'uitwerking/waarom',
    severity: 'warning',
    title: {
        nl: 'Bij wat vervalt of anders gaat, staat waarom',
        en: 'What is dropped or goes otherwise says why',
    },
    reason: {
        nl: 'Wie toetst of een gemeente modeltrouw werkt, heeft aan “dit doen wij niet” niets: een stap die vervalt omdat een ander haar doet, is iets anders dan een stap waarvoor het geld op is. De reden staat in `omdat`. Weet u haar niet, schrijf dan `omdat onbekend`: dan staat zij in de documenten bij wat nog uitgezocht moet worden.',
        en: 'Who reviews whether a municipality keeps to the model has no use for “we do not do this”: a step that is dropped since somebody else does it is something else than a step for which there was no money. The reason stands in `omdat`. Where you do not know it, write `omdat onbekend`: then the documents have it among what is still to be found out.',
    },
    messages: {
        dropped: {
            nl: '`{element}` ({kind}) vervalt. Waarom? Schrijf erachter `omdat "…"`, of `omdat onbekend`.',
            en: '`{element}` ({kind}) is dropped. Why? Write `omdat "…"` behind it, or `omdat onbekend`.',
        },
        otherwise: {
            nl: '`{element}` ({kind}) gaat hier anders. Waarom? Schrijf erachter `omdat "…"`, of `omdat onbekend`.',
            en: '`{element}` ({kind}) goes otherwise here. Why? Write `omdat "…"` behind it, or `omdat onbekend`.',
        },
        whole: {
            nl: 'De `{kind}` gaat hier anders. Waarom? Schrijf erachter `omdat "…"`, of `omdat onbekend`.',
            en: 'The `{kind}` goes otherwise here. Why? Write `omdat "…"` behind it, or `omdat onbekend`.',
        },
    },
    wrong: `
interventie Basis "Basis" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker }
        stap Nabellen { door Gezinswerker }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    vervalt stap Nabellen
}
`,
    right: `
interventie Basis "Basis" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker }
        stap Nabellen { door Gezinswerker }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    vervalt stap Nabellen omdat "Het wijkteam belt zelf."
}
`,
    checkProtocol: ({ dropped, deviations, at: { file } }, report) => {
        const departures = [
            ...dropped.map((d) => ['dropped', d] as const),
            ...deviations.map((d) => [isWhole(d.elementKind) ? 'whole' : 'otherwise', d] as const),
        ];
        for (const [message, { elementKind, element, reason, reasonValue, at }] of departures) {
            if (at.file === file && reason === undefined && !reasonValue && element.name !== '') {
                report({
                    message,
                    at,
                    parameters: { kind: elementKind, ...(message === 'whole' ? {} : { element: element.name }) },
                    fixes: [addedBehind(element.at, 'omdat onbekend')],
                });
            }
        }
    },
});

function isWhole(kind: string): boolean {
    return kind === 'aanpak' || kind === 'interventie';
}
