import { dropOf } from '../../../model/dropped.js';
import { escalationsOf, hasOwnSteps } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { contains } from '../../places.js';
import { defineRule } from '../../rule.js';

export const escalatieOntbreekt = defineRule({
    code: 'escalatie/ontbreekt',
    severity: 'warning',
    title: {
        nl: 'Er is een weg omhoog als het proces stagneert',
        en: 'There is a way up when the process stagnates',
    },
    reason: {
        nl: 'STJ toetst of er bij stagnatie mogelijkheden zijn om op te schalen (indicator 4.1.2). Zonder die weg blijft een gezin hangen zodra hulpverleners het niet eens worden. Dit geldt voor een aanpak met stappen; `escalatie onbekend` in de `aanpak` zegt dat de bron het openlaat.',
        en: 'STJ reviews whether there is a way up when the process stagnates (indicator 4.1.2). Without one a family is stuck as soon as professionals disagree. It holds for an approach with steps; `escalatie onbekend` in the `aanpak` says that the source leaves it open.',
    },
    leftOpen: { subject: /escalatie|opschal/i, example: 'kenmerk "Escalatie" onbekend', mayBeNone: true },
    messages: {
        none: {
            nl: 'Wat gebeurt er als `{name}` vastloopt? Schrijf in `aanpak` een `escalatie … door … naar …`, met `vanuit …` en de stappen daarin, of `escalatie onbekend`.',
            en: 'What happens when `{name}` gets stuck? Write an `escalatie … door … naar …` in `aanpak`, with `vanuit …` and the steps in it, or `escalatie onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
    }
}
`,
    right: `
organisatie Gemeente
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
        escalatie Vastgelopen door Gezinswerker naar Gemeente {
            vanuit Kennismaken
            daarna: Klaar
        }
        einde Klaar
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const { process } = protocol;
        const hasWayUp = escalationsOf(process).length > 0;
        const drop = hasOwnSteps(protocol) ? undefined : dropOf('nodes', protocol);
        if ((hasOwnSteps(protocol) || drop) && !hasWayUp) {
            report({
                message: 'none',
                unlessOpen: true,
                at: drop?.element.at ?? protocol.nameAt,
                parameters: { name: protocol.name },
                fixes:
                    process && contains(protocol.at, process.at)
                        ? insertStatement(document, process, 'escalatie onbekend')
                        : insertStatement(document, protocol, 'kenmerk "Escalatie" onbekend'),
            });
        }
    },
});
