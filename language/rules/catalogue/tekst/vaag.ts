import type { Goal, Subgoal } from '../../../model/goals.js';
import { placeOfText } from '../../places.js';
import { defineRule, type Report, type RuleContext } from '../../rule.js';
import { VAGUE_WORDS } from './vage-woorden.js';

const messages = {
    vague: {
        nl: '`{name}`: aan "{words}" is niet te zien of het bereikt is; {whyNl}.',
        en: '`{name}`: "{words}" does not show whether it is reached; {whyEn}.',
    },
} as const;

export const vaag = defineRule({
    code: 'tekst/vaag',
    severity: 'info',
    title: { nl: 'Een doel staat in woorden die te zien zijn', en: 'A goal is in words that can be observed' },
    reason: {
        nl: 'Samenwerkend Toezicht Jeugd vond partners die over hetzelfde doel elk iets anders bedoelden, de een ‘vinger aan de pols houden’. Aan een doel dat te zien is (Mager, 1962; SMART, Doran, 1981) kan ieder nagaan of het bereikt is. Een doel met een indicator die een norm heeft, wordt niet gemeld: die maakt het meetbaar.',
        en: 'Samenwerkend Toezicht Jeugd found partners who each meant something else by one goal, one of them ‘keep a finger on the pulse’. Of a goal that can be observed (Mager, 1962; SMART, Doran, 1981) everybody can tell whether it is reached. A goal with an indicator that has a norm is not reported: that makes it measurable.',
    },
    noFix: {
        nl: 'Wat er te zien moet zijn, weet alleen wie het doel stelt.',
        en: 'What is to be seen only who sets the goal knows.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Zicht "De hulpverleners houden een vinger aan de pols in het gezin"
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Zicht "De kinderen gaan elke schooldag naar school"
}
`,
    checkProtocol: (protocol, report, context) => {
        for (const goal of protocol.goals) {
            checkGoal(goal, report, context);
            goal.subgoals.forEach((s) => {
                checkGoal(s, report, context);
            });
        }
    },
});

function checkGoal(goal: Goal | Subgoal, report: Report<keyof typeof messages>, { document }: RuleContext): void {
    const title = goal.title ?? '';
    const isMeasured = goal.indicators.some((i) => i.statements.some((s) => s.kind === 'norm'));
    if (goal.inheritedFrom !== undefined || title === '' || isMeasured) {
        return;
    }
    for (const { pattern, why } of VAGUE_WORDS) {
        const [words] = pattern.exec(title.toLowerCase()) ?? [];
        if (words !== undefined) {
            report({
                message: 'vague',
                at: placeOfText(
                    document,
                    { file: goal.at.file, range: { start: goal.nameAt.range.end, end: goal.at.range.end } },
                    words,
                ),
                parameters: { name: goal.name, words, whyNl: why.nl, whyEn: why.en },
                data: { words },
            });
            return;
        }
    }
}
