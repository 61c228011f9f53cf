import { neverAsked } from '../../../analysis/never-asked.js';
import { enumerate } from '../../../text/numbers.js';
import { defineProof } from '../../proof.js';

export const stroomNietGevraagd = defineProof({
    code: 'stroom/niet-gevraagd',
    severity: 'warning',
    restsOn: ['ways'],
    title: {
        nl: 'Wanneer een fase of groep klaar is of wordt herhaald, komt op enige weg aan de orde',
        en: 'When a phase or group is done or repeated comes up on some course',
    },
    question: {
        nl: 'Komt elke `klaar als` en `herhaal` van een fase of groep op enige weg aan de orde?',
        en: 'Does each `klaar als` and `herhaal` of a phase or group come up on some course?',
    },
    concerns: ({ children, doneWhen, repeats }) => children.length > 0 && (doneWhen.length > 0 || repeats.length > 0),
    lacks: (_protocol, { space: { machine } }) =>
        machine.stations.some((s) => s.children.length > 0 && (s.doneWhen.length > 0 || s.repeats.length > 0))
            ? undefined
            : {
                  nl: 'Bij geen fase of groep staat `klaar als` of `herhaal`.',
                  en: 'No phase or group has `klaar als` or `herhaal`.',
              },
    reason: {
        nl: 'Wat in het blok van een fase of groep staat over wanneer zij klaar is (`klaar als`) of nog een keer gedaan wordt (`herhaal`), wordt gevraagd als al het werk erin gedaan is. Gaat elke weg er met een `daarna` van een stap uit voordat het zover is, dan wordt het nooit gevraagd, en geldt het dus voor geen enkel gezin.',
        en: 'What the block of a phase or group says about when it is done (`klaar als`) or done once more (`herhaal`) is asked when all work in it is done. Where every way leads out of it by a `daarna` of a step before that, it is never asked, and so holds for no case at all.',
    },
    noFix: {
        nl: 'Of de voorwaarde weg kan of de weg erlangs moet, is een keuze over het werk zelf.',
        en: 'Whether the condition can go or the way is to pass it is a choice about the work itself.',
    },
    messages: {
        never: {
            nl: 'Wat achter {what} staat bij `{name}`, wordt op geen enkele weg gevraagd: elk gezin gaat er al eerder uit, vanuit {steps} naar {targets}. Laat het laatste werk in `{name}` zonder eigen `daarna` en schrijf in het blok van `{name}` wat er dan komt, of haal {what} weg.',
            en: 'What stands behind {whatEn} at `{name}` is asked on no course: every case leaves it before, from {stepsEn} to {targetsEn}. Leave the last work in `{name}` without a `daarna` of its own and write in the block of `{name}` what comes then, or take {whatEn} away.',
        },
        undecided: {
            nl: 'Of wat achter {what} staat bij `{name}` ooit wordt gevraagd, is niet te zeggen: van een weg erin is open waarheen hij gaat.',
            en: 'Whether what stands behind {whatEn} at `{name}` is ever asked cannot be said: where some way in it leads is left open.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens met het plan"
    aanpak {
        fase Starten "Kennismaken en plannen" {
            klaar als akkoord
            stap Gesprek "Praten met het gezin"
            stap Plan "Een plan maken" {
                bepaalt akkoord
                daarna: Hulp
            }
        }
        stap Hulp "Hulp thuis"
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens met het plan"
    aanpak {
        fase Starten "Kennismaken en plannen" {
            klaar als akkoord
            termijn 6 weken anders: Gestopt
            stap Gesprek "Praten met het gezin"
            stap Plan "Een plan maken" { bepaalt akkoord }
            daarna: Hulp
        }
        stap Hulp "Hulp thuis" { daarna: Klaar }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (_protocol, { space, soundness }, report) => {
        const named = (names: readonly string[]) => enumerate([...new Set(names)].map((name) => `\`${name}\``));
        for (const { station, ways, isOpen, isConsequence } of neverAsked(space, soundness)) {
            const { node, doneWhen, repeats } = station;
            const words = [...(doneWhen.length > 0 ? ['klaar als'] : []), ...(repeats.length > 0 ? ['herhaal'] : [])];
            const [what, steps, targets] = [
                named(words),
                named(ways.map((w) => w.arrow.from ?? '')),
                named(ways.map((w) => w.arrow.to ?? '')),
            ];
            const stated = node.kind === 'group' || node.kind === 'phase' ? [...node.guards, ...node.repeats] : [];
            report({
                message: isOpen ? 'undecided' : 'never',
                ...(isOpen && { severity: 'info' }),
                at: stated.find((s) => !('kind' in s) || s.kind === 'done-when')?.at ?? node.nameAt,
                parameters: {
                    name: node.name,
                    what: what.nl,
                    whatEn: what.en,
                    steps: steps.nl,
                    stepsEn: steps.en,
                    targets: targets.nl,
                    targetsEn: targets.en,
                },
                related: ways.map(({ arrow }) => ({ message: { nl: 'Deze weg.', en: 'This way.' }, at: arrow.at })),
                heldBack: isConsequence || ways.length === 0,
            });
        }
    },
});
