import { leavesPartOpen, states, statementsOf, workableGoals, type WorkableGoal } from '../../../model/queries.js';
import type { Indicator } from '../../../model/goals.js';
import type { Protocol } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { goalKind } from '../../goal-kind.js';
import { defineRule } from '../../rule.js';

export const doelMeetbaar = defineRule({
    code: 'doel/meetbaar',
    severity: 'warning',
    title: {
        nl: 'Elk subdoel is meetbaar: een indicator met een norm en een moment',
        en: 'Each subgoal is measurable: an indicator with a norm and a moment',
    },
    reason: {
        nl: 'Een doel is te toetsen wanneer vaststaat waaraan u het ziet, hoeveel genoeg is en wanneer u kijkt (SMART; beoordelaars van het werkblad NJi vragen ernaar). Een norm met `binnen …` zegt ook het moment. Dit geldt ook voor een doel zonder subdoelen.',
        en: 'A goal can be checked once it is settled by what you see it, how much is enough and when you look (SMART; reviewers of the NJi form ask for it). A norm with `binnen …` says the moment too. This holds for a goal without subgoals as well.',
    },
    leftOpen: { subject: /indicator|meetbaar/i, example: 'kenmerk "Indicatoren" onbekend' },
    messages: {
        'no-indicator': {
            nl: 'Waaraan ziet u dat {kind} `{name}` is bereikt? Schrijf in het blok ervan een `indicator …`, met een `norm` en een `moment` daarin.',
            en: 'How do you see that {kindEn} `{name}` has been reached? Write an `indicator …` in its block, with a `norm` and a `moment` in it.',
        },
        incomplete: {
            nl: 'Indicator `{indicator}` van {kind} `{name}` heeft geen {missing}. Schrijf het erbij, of zeg dat het `onbekend` is.',
            en: 'Indicator `{indicator}` of {kindEn} `{name}` has no {missingEn}. Add it, or say that it is `onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door" {
            indicator Nachten "Nachten zonder wakker worden" { norm minstens 5 nachten per week }
        }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door" {
            indicator Nachten "Nachten zonder wakker worden" {
                norm minstens 5 nachten per week
                moment "Zes weken na het eerste bezoek"
            }
        }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        for (const goal of workableGoals(protocol).filter(
            (g) => g.inheritedFrom === undefined && !g.element.titleValue,
        )) {
            const { element, kind, parent } = goal;
            const gaps = element.indicators.map((i) => ({ indicator: i, missing: missingIn(i, goal) }));
            const [first] = gaps;
            if (!first) {
                const isLeftOpen = [element, parent].some((g) => g && leavesPartOpen(g, 'indicator'));
                if (!isLeftOpen) {
                    report({
                        message: 'no-indicator',
                        unlessOpen: true,
                        at: element.nameAt,
                        parameters: { ...goalKind(kind), name: element.name },
                        fixes: [skeleton(protocol, goal), 'indicator onbekend'].flatMap((s) =>
                            insertStatement(document, element, s),
                        ),
                        data: { missing: ['indicator'] },
                    });
                }
            } else if (gaps.every((g) => g.missing.length > 0)) {
                const { indicator, missing } = first;
                const names = enumerate(missing.map((m) => `\`${m}\``));
                report({
                    message: 'incomplete',
                    at: indicator.nameAt,
                    parameters: {
                        indicator: indicator.name,
                        ...goalKind(kind),
                        name: element.name,
                        missing: names.nl,
                        missingEn: names.en,
                    },
                    related: [{ message: { nl: `Dit is het ${kind}.`, en: 'This is the goal.' }, at: element.nameAt }],
                    fixes: insertStatement(
                        document,
                        indicator,
                        missing.map((m) => `${m} onbekend`),
                    ),
                    data: { missing },
                });
            }
        }
    },
});

/** An indicator of which everything still is to be found out. */
function skeleton(protocol: Protocol, { element }: WorkableGoal): string {
    const name = freeName(`${element.name}-indicator`, namesIn(protocol));
    return [`indicator ${name} {`, '\tnorm onbekend', '\tmoment onbekend', '}'].join('\n');
}

function missingIn(indicator: Indicator, { element, parent }: WorkableGoal): readonly string[] {
    const norms = statementsOf(indicator, 'norm');
    // `binnen 6 maanden` and `na 6 maanden` say when
    const inTime = norms.some(
        (n) => n.after !== undefined || n.values.some((v) => v.type === 'quantity' && v.within !== undefined),
    );
    const hasMoment =
        inTime || states(indicator, 'moment') || states(element, 'moment') || (parent && states(parent, 'moment'));
    return [...(norms.length === 0 ? ['norm'] : []), ...(hasMoment ? [] : ['moment'])];
}
