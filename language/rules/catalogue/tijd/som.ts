import { daysOff } from '../../../execution/calendar.js';
import { declaredBy, declaredIn, durationsStated } from '../../declared-duration.js';
import { defineProof } from '../../proof.js';
import { compare, sumsOf } from './som-compare.js';
import { MESSAGES } from './som-messages.js';

export const tijdSom = defineProof({
    code: 'tijd/som',
    severity: 'warning',
    title: {
        nl: 'De stappen passen in de duur die er staat',
        en: 'The steps fit in the duration that is stated',
    },
    question: {
        nl: 'Past elke weg die een gezin kan gaan in de duur van de interventie?',
        en: 'Does every course that a case can take fit in the duration of the intervention?',
    },
    lacks: (protocol) =>
        durationsStated(protocol).length > 0
            ? undefined
            : {
                  nl: 'Er staat niet hoe lang de interventie duurt.',
                  en: 'How long the intervention takes is not stated.',
              },
    doubt: ({ space: { machine } }) =>
        durationsStated(machine.protocol).some((s) => declaredBy([s]).length === 0)
            ? {
                  nl: 'Hoe lang de interventie duurt, is niet in een getal gezegd.',
                  en: 'How long the intervention takes is not stated in figures.',
              }
            : undefined,
    reason: {
        nl: 'Wie “ongeveer zes maanden” belooft, moet dat met de stappen waar kunnen maken. De regel rekent de kortste en de langste weg uit: van werk dat gelijktijdig loopt telt wat het laatst klaar is, herhaling telt mee, een termijn begrenst een stap, of verstrijkt doordat het werk langer duurt dan er staat, en de termijn van een overdracht telt als tijd, of anders die van de bevestiging. Wachttijd voor een stap telt mee waar die er staat (`begint 3 maanden na …`). Vijf werkdagen zijn vijf tot zeven dagen; feestdagen kunnen daar nog bij komen. Een laagste duur, zoals “minstens twee weken” of “2 tot 4 weken”, geldt voor elke weg naar een einde dat `geslaagd` is, of, als er geen zo heet, naar een einde zonder `bij weigering`. Werkblad voor erkenning (NJi), 1.3: duur.',
        en: 'Who promises “about six months” must be able to keep it with the steps. The rule computes the shortest and the longest course: of parallel work what is done last counts, repetition counts, a term bounds a step, or runs out since the work takes longer than is stated, and the term of a handover counts as time, or else that of its confirmation. Waiting before a step counts where it is stated (`begint 3 maanden na …`). Five working days are five to seven days; public holidays may come on top. A least duration, such as “at least two weeks” or “2 to 4 weeks”, holds for every course to an end that is `geslaagd`, or, where none is, to an end without `bij weigering`. Form for recognition (NJi), 1.3: duration.',
    },
    noFix: {
        nl: 'Of de duur van het geheel of die van een stap anders is, weet alleen wie het werk kent.',
        en: 'Whether the duration of the whole or that of a step is otherwise only who knows the work can tell.',
    },
    messages: MESSAGES,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    duur hoogstens 6 weken
    aanpak {
        stap Plan "Eén plan maken" { duur hoogstens 3 weken }
        gelijktijdig Doen {
            stap Oefenen "Thuis oefenen" { duur precies 4 weken }
            stap Navraag "Bellen met de school" { duur hoogstens 1 week }
        }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    duur hoogstens 7 weken
    aanpak {
        stap Plan "Eén plan maken" { duur hoogstens 3 weken }
        gelijktijdig Doen {
            stap Oefenen "Thuis oefenen" { duur precies 4 weken }
            stap Navraag "Bellen met de school" { duur hoogstens 1 week }
        }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report, { settings }) => {
        const declared = declaredIn(protocol, daysOff(settings.holidays));
        if (declared.length === 0 || !proofs.space.complete) {
            return;
        }
        const sums = sumsOf(proofs, declared);
        // the interventie and its aanpak may say the same
        const same = Map.groupBy(declared, (d) => `${d.quantity.text} ${d.statement.modality ?? ''}`);
        for (const [one] of same.values()) {
            if (one) {
                compare({ ...sums, ...one, proofs, report });
            }
        }
    },
});
