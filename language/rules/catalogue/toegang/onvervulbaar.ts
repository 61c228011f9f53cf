import { defineProof, NO_STATION } from '../../proof.js';

export const toegangOnvervulbaar = defineProof({
    code: 'toegang/onvervulbaar',
    severity: 'error',
    title: { nl: 'Er is een gezin dat erin kan', en: 'Some case can enter' },
    question: {
        nl: 'Is er een gezin dat aan de toegang voldoet?',
        en: 'Is there a case that meets the access conditions?',
    },
    concerns: NO_STATION,
    lacks: (_protocol, { space }) =>
        space.machine.access.length > 0
            ? undefined
            : {
                  nl: 'Er staat geen voorwaarde voor de toegang die altijd geldt.',
                  en: 'No condition for access is stated that always holds.',
              },
    reason: {
        nl: 'Sluiten de voorwaarden bij `toegang` elkaar uit, dan komt er nooit een gezin binnen.',
        en: 'Where the conditions of `toegang` exclude each other no case ever enters.',
    },
    noFix: {
        nl: 'Welke van de voorwaarden anders moet, weet alleen de schrijver.',
        en: 'Which of the conditions should change only the writer knows.',
    },
    messages: {
        none: {
            nl: 'Geen enkel gezin kan hieraan voldoen: de voorwaarden bij `toegang` sluiten elkaar uit.',
            en: 'No case can meet this: the conditions of `toegang` exclude each other.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven kinderen: aantal "Aantal kinderen"
    aanpak {
        toegang als kinderen minstens 3
        toegang als kinderen minder dan 2
        stap Gesprek "Praten"
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven kinderen: aantal "Aantal kinderen"
    aanpak {
        toegang als kinderen minstens 2
        toegang als kinderen minder dan 5
        stap Gesprek "Praten"
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report) => {
        const { machine, beginnings } = proofs.space;
        if (machine.start === undefined || beginnings.size > 0) {
            return;
        }
        const asked = protocol.process?.access.filter((a) => a.condition && !a.modality) ?? [];
        const [first, ...others] = asked;
        if (first) {
            report({
                message: 'none',
                at: first.at,
                related: others.map((a) => ({ message: { nl: 'En deze.', en: 'And this one.' }, at: a.at })),
            });
        }
    },
});
