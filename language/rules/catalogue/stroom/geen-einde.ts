import { sameAs } from '../../../analysis/possible-course.js';
import { isForPeople, rescuesIn } from '../../../analysis/rescue.js';
import { onlyByPeople } from '../../only-by-people.js';
import { allDoubts, defineProof, EVERY_PROCESS, example, nextNotStated, usedUpNotStated } from '../../proof.js';

export const stroomGeenEinde = defineProof({
    code: 'stroom/geen-einde',
    severity: 'error',
    restsOn: ['facts', 'ends'],
    title: { nl: 'Niemand blijft rondgaan zonder einde', en: 'No case goes round without an end' },
    question: {
        nl: 'Komt elk gezin dat rondgaat er nog uit, tot een einde?',
        en: 'Can every case that goes round still get out, to an end?',
    },
    lacks: EVERY_PROCESS,
    doubt: (proofs) => allDoubts(nextNotStated(proofs), usedUpNotStated(proofs)),
    reason: {
        nl: 'Een gezin dat rond blijft gaan zonder dat er nog een einde te bereiken is, komt nooit van de hulp af. De regel bekijkt elke weg die een gezin kan gaan (van der Aalst 1998: “livelock”). Een `altijd als` of een escalatie waarover mensen beslissen, telt niet als weg naar een einde: die overkomt niet elk gezin. Over wie stilstaat en niet verder kan, gaat `stroom/vastloper`.',
        en: 'A case that goes round while no end can be reached any more never gets out. The rule looks at every course that a case can take (van der Aalst 1998: “livelock”). An `altijd als` or an escalation that people decide on is no way to an end: it does not happen to every case. Of who stands still and cannot go on tells `stroom/vastloper`.',
    },
    noFix: {
        nl: 'Waar een gezin daarna heen gaat, weet alleen wie het werk kent.',
        en: 'Where a case goes after that only who knows the work can tell.',
    },
    messages: {
        endless: {
            nl: 'Wie bij `{name}` komt zoals in het voorbeeld, kan daarna bij geen enkel einde meer komen.{only} Schrijf bij een stap verderop een `daarna` die naar een einde gaat.',
            en: 'Who comes to `{name}` as in the example cannot reach any end after that.{onlyEn} Write a `daarna` that leads to an end at a step behind it.',
        },
        never: {
            nl: 'Wie bij `{name}` begint, kan bij geen enkel einde komen: elke weg komt terug waar hij al was.{only} Schrijf bij een stap op die weg een `daarna` die naar een einde gaat.',
            en: 'Who begins at `{name}` cannot reach any end: every way comes back to where it was.{onlyEn} Write a `daarna` that leads to an end at a step on that way.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Gesprek "Praten" { daarna: Plan }
        stap Plan "Een plan maken" { daarna: Gesprek }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens met het plan"
    aanpak {
        stap Gesprek "Praten" { daarna: Plan }
        stap Plan "Een plan maken" {
            bepaalt akkoord
            daarna {
                als akkoord: Klaar
                anders: Gesprek
            }
        }
        einde Klaar
    }
}
`,
    prove: (_protocol, proofs, report) => {
        const { machine, states } = proofs.space;
        // the first state behind which there is no end tells it; those behind it are the same story
        const { endless, stated, unsure } = proofs.soundness;
        const isAtWork = (i: number) => states[i]?.tokens.some((t) => t.stage === 'busy') === true;
        // what is so whatever the text leaves open comes first
        const rescues = rescuesIn(proofs.space);
        const sure = endless.filter((i) => stated.has(i) && !unsure.has(i) && !isForPeople(rescues(i)));
        const told = sure.length > 0 ? sure : endless;
        const index = told.find(isAtWork) ?? told[0];
        const state = index === undefined ? undefined : states[index];
        const token = state?.tokens[0];
        const node = token && machine.stations[token.at]?.node;
        if (index !== undefined && state && node) {
            const shown = example(proofs, index, stated.has(index) ? stated.courseTo(index) : undefined, {
                shows: sameAs(proofs.space, state),
            });
            report({
                // where no case has done anything yet, there is no course to show
                message: shown.related.length > 0 ? 'endless' : 'never',
                ...(sure.length === 0 && { severity: 'info' }),
                at: node.nameAt,
                parameters: { name: node.name, ...onlyByPeople(machine, rescues(index)) },
                ...shown,
                // whatever becomes known later may lead to an end
                couldUndo: () => true,
            });
        }
    },
});
