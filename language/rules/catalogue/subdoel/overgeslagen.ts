import { doneBefore } from '../../../analysis/done-before.js';
import type { Edge, Space } from '../../../analysis/space.js';
import {
    goalStations,
    goalsLeftOpenAt,
    isDoneAt,
    isWorkedOnAsARule,
    skippedGoals,
    workOn,
} from '../../../analysis/goals.js';
import type { Proofs } from '../../../analysis/proofs.js';
import type { Step } from '../../../model/process.js';
import { workableGoals, type WorkableGoal } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { goalKind } from '../../goal-kind.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { aroundDoubt } from '../../not-looked-at.js';
import { defineProof, example } from '../../proof.js';

export const subdoelOvergeslagen = defineProof({
    code: 'subdoel/overgeslagen',
    severity: 'warning',
    title: {
        nl: 'Wie geslaagd eindigt, heeft aan elk subdoel gewerkt',
        en: 'Who ends successfully has worked on each subgoal',
    },
    question: {
        nl: 'Is op elke geslaagde weg gewerkt aan elk subdoel dat niet alleen bij een onderbreking of escalatie hoort?',
        en: 'Does every successful course work on each subgoal that is not for an interruption or escalation only?',
    },
    lacks: (protocol, { space: { machine } }) => {
        const goals = workableGoals(protocol);
        if (goals.length === 0) {
            return { nl: 'Er staat geen doel.', en: 'No goal is stated.' };
        }
        if (goalStations(machine).size === 0 && goalsLeftOpenAt(machine).length === 0) {
            return { nl: 'Geen stap zegt aan welk doel zij werkt.', en: 'No step states which goal it works on.' };
        }
        return undefined;
    },
    doubt: (proofs) => {
        const { machine } = proofs.space;
        const idle = workableGoals(machine.protocol).filter(
            ({ element, parent }) => workOn(machine, element, parent).sure.size === 0,
        );
        const [usual] = idle.filter(({ element }) => isWorkedOnAsARule(machine, element));
        if (usual) {
            return {
                nl: `Of er aan \`${usual.element.name}\` wordt gewerkt, staat niet vast: achter \`werkt\`, of bij de activiteit, staat een woord als \`veelal\`.`,
                en: `Whether there is work on \`${usual.element.name}\` is not certain: a word such as \`veelal\` stands behind \`werkt\`, or at the activity.`,
            };
        }
        const names = enumerate(idle.map((g) => `\`${g.element.name}\``));
        if (idle.length === 0) {
            const worked = workableGoals(machine.protocol).map(({ element, parent }) => {
                const { sure, perhaps } = workOn(machine, element, parent);
                return { name: element.name, stations: new Set([...sure, ...perhaps]) };
            });
            return aroundDoubt(proofs, worked);
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
    aside: (proofs) => {
        const { apart } = skippedIn(proofs);
        const names = enumerate([...new Set(apart.map((g) => `\`${g.goal.element.name}\``))]);
        return apart.length === 0
            ? undefined
            : {
                  nl: `Aan ${names.nl} wordt alleen gewerkt na een onderbreking of escalatie; dat hoort niet bij elke weg, en telt hier niet mee.`,
                  en: `Work on ${names.en} is done behind an interruption or escalation only; that is not for every course, and does not count here.`,
              };
    },
    reason: {
        nl: 'Een aanpak belooft al zijn subdoelen (werkblad NJi, 1.3). Eindigt een weg geslaagd zonder dat er aan een subdoel is gewerkt, dan is dat subdoel daar vergeten, of is die weg niet geslaagd. Een subdoel waar alleen bij een onderbreking of escalatie aan wordt gewerkt, zoals veiligheid, hoort niet bij elke weg; dat staat er ter informatie.',
        en: 'An approach promises all its subgoals (NJi form, 1.3). Where a course ends successfully without work on a subgoal, that was forgotten there, or the course is no success. A subgoal on which is worked in an interruption or escalation only, such as safety, is not for every course; the finding informs of it.',
    },
    messages: {
        skipped: {
            nl: 'Op de weg in het voorbeeld eindigt een gezin geslaagd bij `{end}` zonder dat er aan {kind} `{name}` is gewerkt. Schrijf `werkt aan {name}` bij een stap op die weg, of haal `geslaagd` daar weg.',
            en: 'On the course in the example a case ends successfully at `{end}` without work on {kindEn} `{name}`. Write `werkt aan {name}` in a step on that course, or take `geslaagd` away there.',
        },
        none: {
            nl: 'Op geen enkele weg naar een geslaagd einde is aan {kind} `{name}` gewerkt: geen stap zegt eraan te werken.',
            en: 'No course to a successful end works on {kindEn} `{name}`: no step states to work on it.',
        },
        remarkApart: {
            nl: 'Aan {kind} `{name}` wordt alleen gewerkt na een onderbreking of escalatie, en dus niet op elke weg naar `{end}`. Is het voor elk gezin, schrijf dan ook `werkt aan {name}` bij een gewone stap.',
            en: 'Work on {kindEn} `{name}` is done behind an interruption or escalation only, so not on every course to `{end}`. If it is for every case, write `werkt aan {name}` in an ordinary step as well.',
        },
        undecided: {
            nl: 'Of op elke weg naar `{end}` aan {kind} `{name}` is gewerkt, valt niet te zeggen: van een stap op de weg in het voorbeeld staat niet vast of hij eraan werkt. Schrijf het achter `werkt aan`.',
            en: 'Whether every course to `{end}` works on {kindEn} `{name}` cannot be decided: of a step on the course in the example it is not certain whether it works on it. Write it behind `werkt aan`.',
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
    prove: (protocol, proofs, report, { document }) => {
        if (protocol.goals.length === 0) {
            return;
        }
        const { space, marked, skipped } = skippedIn(proofs);
        // a goal that no step works on is told by subdoel/zonder-stap
        for (const { element, kind } of marked ? neverWorkedOn(space) : []) {
            const parameters = { ...goalKind(kind), name: element.name, end: '' };
            report({ message: 'none', at: element.nameAt, heldBack: true, parameters });
        }
        for (const { goal, end, course, avoided, how } of skipped) {
            const { element, kind } = goal;
            const message =
                how === 'apart' ? 'remarkApart' : how === 'perhaps' ? 'undecided' : marked ? 'skipped' : 'undecidedEnd';
            const steps = message === 'skipped' ? stepsFor(goal, space, course) : [];
            report({
                message,
                at: element.nameAt,
                fixes: steps.flatMap((step) =>
                    insertStatement(document, step, `werkt aan ${written(element.name)}`, {
                        nl: `bij stap \`${step.name}\``,
                        en: `at step \`${step.name}\``,
                    }),
                ),
                ...(message !== 'skipped' && { severity: 'info' }),
                parameters: { ...goalKind(kind), name: element.name, end: end.name },
                ...example({ space, work: proofs.work }, course.at(-1)?.to ?? 0, course, {
                    allows: (move) => !isDoneAt(avoided, { move }),
                    shows: (state) => typeof state.end === 'number' && space.machine.stations[state.end]?.node === end,
                }),
            });
        }
    },
});

/** The goals that some course to an end leaves out: to one that is successful, or, where none is called so, not for refusal. */
function skippedIn(proofs: Pick<Proofs, 'space' | 'spaceSeeing'>) {
    const { machine } = proofs.space;
    const space = proofs.spaceSeeing(goalStations(machine));
    const marked = machine.process.nodes.some((n) => n.kind === 'end' && n.successful);
    const skipped = skippedGoals(space, (end) => (marked ? end.successful : !end.onRefusal));
    return { space, marked, skipped, apart: skipped.filter((g) => g.how === 'apart') };
}

/** Where some steps say what they work on and a case comes to a successful end: the goals on which none does. */
function neverWorkedOn({ machine, states }: Space): WorkableGoal[] {
    const isSuccess = ({ end }: Space['states'][number]): boolean => {
        const node = typeof end === 'number' ? machine.stations[end]?.node : undefined;
        return node?.kind === 'end' && node.successful;
    };
    return goalStations(machine).size === 0 || !states.some(isSuccess)
        ? []
        : workableGoals(machine.protocol).filter(({ element, parent }) => {
              const { sure, perhaps } = workOn(machine, element, parent);
              return sure.size + perhaps.size === 0 && !element.titleValue;
          });
}

/** The steps of a course that are done whenever a case comes to its end without this goal, behind work on goals before it. */
function stepsFor({ element, parent }: WorkableGoal, space: Space, course: readonly Edge[]): Step[] {
    const { machine, states } = space;
    const end = states[course.at(-1)?.to ?? -1]?.end;
    const { sure } = workOn(machine, element, parent);
    const earlier = new Set(element.after.map((g) => g.name));
    const first = new Set(
        workableGoals(machine.protocol)
            .filter((g) => earlier.has(g.element.name))
            .flatMap((g) => [...workOn(machine, g.element, g.parent).sure]),
    );
    const isAt = ({ move }: Edge, stations: ReadonlySet<number>) =>
        move.kind === 'finish' && stations.has(move.token.at);
    const last = course.findLastIndex((e) => isAt(e, first));
    const steps = doneBefore(
        space,
        course,
        (state) => state.end === end,
        (e) => isAt(e, sure),
    );
    const since = new Set(
        course
            .slice(last + 1)
            .flatMap(({ move }) => (move.kind === 'finish' ? [machine.stations[move.token.at]?.node] : [])),
    );
    return steps.filter((step) => since.has(step));
}
