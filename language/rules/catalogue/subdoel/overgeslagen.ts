import { goalStations, goalsLeftOpenAt, skippedGoals, workOn } from '../../../analysis/goals.js';
import type { End } from '../../../model/process.js';
import { hasOwnSteps, workableGoals } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { goalKind } from '../../goal-kind.js';
import { defineProof, example, toldElsewhere } from '../../proof.js';

export const subdoelOvergeslagen = defineProof({
    code: 'subdoel/overgeslagen',
    severity: 'warning',
    title: {
        nl: 'Wie geslaagd eindigt, heeft aan elk subdoel gewerkt',
        en: 'Who ends successfully has worked on each subgoal',
    },
    question: {
        nl: 'Is op elke weg naar een geslaagd einde aan elk subdoel gewerkt?',
        en: 'Does every course to a successful end work on each subgoal?',
    },
    lacks: (protocol, { space: { machine } }) => {
        const goals = workableGoals(protocol);
        if (goals.length === 0) {
            return { nl: 'Er staat geen doel.', en: 'No goal is stated.' };
        }
        if (goalStations(machine).size === 0 && goalsLeftOpenAt(machine).length === 0) {
            return { nl: 'Geen stap zegt aan welk doel zij werkt.', en: 'No step states which goal it works on.' };
        }
        return goals.every((g) => g.inheritedFrom !== undefined) &&
            !hasOwnSteps(protocol) &&
            protocol.dropped.length === 0
            ? toldElsewhere(protocol)
            : undefined;
    },
    doubt: ({ space: { machine } }) => {
        const idle = workableGoals(machine.protocol).filter(
            ({ element, parent }) => workOn(machine, element, parent).sure.size === 0,
        );
        const names = enumerate(idle.map((g) => `\`${g.element.name}\``));
        if (idle.length === 0) {
            return undefined;
        }
        const open = goalsLeftOpenAt(machine).map((s) => `\`${s}\``);
        const at = enumerate(open);
        return open.length === 0
            ? { nl: `Geen stap zegt te werken aan ${names.nl}.`, en: `No step states to work on ${names.en}.` }
            : {
                  nl: `Of er aan ${names.nl} wordt gewerkt, is niet te zeggen: waaraan bij ${at.nl} wordt gewerkt, is open.`,
                  en: `Whether there is work on ${names.en} cannot be said: what is worked on at ${at.en} is open.`,
              };
    },
    reason: {
        nl: 'Een aanpak belooft al zijn subdoelen (werkblad NJi, 1.3). Eindigt een weg geslaagd zonder dat er aan een subdoel is gewerkt, dan is dat subdoel daar vergeten, of is die weg niet geslaagd. Een subdoel waar alleen bij een onderbreking of escalatie aan wordt gewerkt, zoals veiligheid, hoort niet bij elke weg; dat staat er ter informatie.',
        en: 'An approach promises all its subgoals (NJi form, 1.3). Where a course ends successfully without work on a subgoal, that was forgotten there, or the course is no success. A subgoal on which is worked in an interruption or escalation only, such as safety, is not for every course; the finding informs of it.',
    },
    noFix: {
        nl: 'In welke stap op die weg aan het subdoel wordt gewerkt, of waarom dat er niet hoort, weet alleen wie het werk kent.',
        en: 'In which step on that course the subgoal is worked on, or why it does not belong there, only who knows the work can tell.',
    },
    messages: {
        skipped: {
            nl: 'Op de weg in het voorbeeld eindigt een gezin geslaagd bij `{end}` zonder dat er aan {kind} `{name}` is gewerkt. Schrijf `werkt aan {name}` bij een stap op die weg, of haal `geslaagd` daar weg.',
            en: 'On the course in the example a case ends successfully at `{end}` without work on {kindEn} `{name}`. Write `werkt aan {name}` in a step on that course, or take `geslaagd` away there.',
        },
        remarkApart: {
            nl: 'Aan {kind} `{name}` wordt alleen gewerkt na een onderbreking of escalatie, en dus niet op elke weg naar `{end}`. Is het voor elk gezin, schrijf dan ook `werkt aan {name}` bij een gewone stap.',
            en: 'Work on {kindEn} `{name}` is done behind an interruption or escalation only, so not on every course to `{end}`. If it is for every case, write `werkt aan {name}` in an ordinary step as well.',
        },
        undecided: {
            nl: 'Of op elke weg naar `{end}` aan {kind} `{name}` is gewerkt, valt niet te zeggen: van een stap op de weg in het voorbeeld is niet bekend aan welk subdoel hij werkt. Schrijf het achter `werkt aan`.',
            en: 'Whether every course to `{end}` works on {kindEn} `{name}` cannot be decided: of a step on the course in the example is not known on which subgoal it works. Write it behind `werkt aan`.',
        },
        undecidedEnd: {
            nl: 'Op weg naar `{end}` is niet altijd aan {kind} `{name}` gewerkt. Of dat hoort, valt niet te zeggen: geen einde is `geslaagd`. Schrijf `geslaagd` in het blok van de einden die dat zijn.',
            en: 'On the way to `{end}` there is not always work on {kindEn} `{name}`. Whether that is right cannot be decided: no end is `geslaagd`. Write `geslaagd` in the block of the ends that are.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door"
        subdoel eten "Het gezin eet samen"
    }
    gegeven klaar: ja/nee "Het gezin kan zonder hulp verder"
    aanpak {
        stap Slaapplan "Een slaapplan maken" {
            werkt aan slapen
            bepaalt klaar
            daarna {
                als klaar: Afgerond
                anders: Tafel
            }
        }
        stap Tafel "Samen koken en eten" { werkt aan eten }
        einde Afgerond { geslaagd }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door"
        subdoel eten "Het gezin eet samen"
    }
    aanpak {
        stap Slaapplan "Een slaapplan maken" { werkt aan slapen }
        stap Tafel "Samen koken en eten" { werkt aan eten }
        einde Afgerond { geslaagd }
    }
}
`,
    prove: (protocol, proofs, report) => {
        if (protocol.goals.length === 0) {
            return;
        }
        const { machine } = proofs.space;
        const space = proofs.spaceSeeing(goalStations(machine));
        const ends = machine.process.nodes.filter((n) => n.kind === 'end');
        const marked = ends.some((e) => e.successful);
        const counted = (end: End) => (marked ? end.successful : !end.onRefusal);
        for (const { goal, end, course, how } of skippedGoals(space, counted)) {
            const { element, kind, inheritedFrom } = goal;
            const isInherited = inheritedFrom !== undefined;
            // what is inherited unchanged is told there
            if (isInherited && (how === 'apart' || (!hasOwnSteps(protocol) && protocol.dropped.length === 0))) {
                continue;
            }
            const message =
                how === 'apart' ? 'remarkApart' : how === 'perhaps' ? 'undecided' : marked ? 'skipped' : 'undecidedEnd';
            report({
                message,
                at: isInherited ? protocol.nameAt : element.nameAt,
                ...(message !== 'skipped' && { severity: 'info' }),
                parameters: { ...goalKind(kind), name: element.name, end: end.name },
                ...(how !== 'apart' && example({ space, work: proofs.work }, course.at(-1)?.to ?? 0, course)),
            });
        }
    },
});
