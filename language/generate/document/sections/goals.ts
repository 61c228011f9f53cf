import type { Effect, Goal, Indicator, Subgoal } from '../../../model/goals.js';
import type { Statement } from '../../../model/protocol.js';
import { enter, modalityInlines, references } from '../claims.js';
import type { Context } from '../context.js';
import { strong, text, type Block, type Definition, type Inline, type Section } from '../document.js';
import { definitions, elementSection, row } from '../element.js';
import { listInlines, openLines, pointers, statementRows, valueInlines } from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/** 1.1: who it is for. */
export function targetGroups(context: Context): Section[] {
    return context.protocol.targetGroups.map((group) => elementSection(context, group, undefined));
}

/** 1.2: goals with their subgoals and indicators. */
export function goals(context: Context): Section[] {
    return [
        ...context.protocol.goals.map((goal) => goalSection(context, goal)),
        ...context.protocol.indicators.map((indicator) => indicatorSection(context, indicator)),
    ];
}

function goalSection(context: Context, goal: Goal): Section {
    return elementSection(context, goal, context.say({ nl: 'doel', en: 'goal' }), (inner) => ({
        marks: unknownMark(inner, goal),
        rows: [afterRow(inner, goal), ...workedOnRow(inner, goal)],
        sections: [
            ...goal.subgoals.map((subgoal) =>
                elementSection(inner, subgoal, context.say({ nl: 'subdoel', en: 'subgoal' }), (within) => ({
                    marks: unknownMark(within, subgoal),
                    rows: [afterRow(within, subgoal), ...workedOnRow(within, subgoal)],
                    sections: subgoal.indicators.map((i) => indicatorSection(within, i)),
                })),
            ),
            ...goal.indicators.map((i) => indicatorSection(inner, i)),
        ],
    }));
}

/** That there is a goal is known, what it is not. */
function unknownMark(context: Context, { titleValue }: Goal | Subgoal): Inline[] {
    return titleValue ? [text(' '), ...valueInlines(context, titleValue)] : [];
}

function afterRow(context: Context, { after, afterValue }: Goal | Subgoal): Definition {
    return row({ nl: 'Na', en: 'After' }, context, listInlines(context, after, afterValue, 'goal'));
}

/** Which steps work on a goal: said with the steps, and of use here. */
function workedOnRow(context: Context, { name }: Goal | Subgoal): Definition[] {
    const nodes = (context.protocol.process?.nodes ?? []).filter(
        (n) => 'worksOn' in n && n.worksOn.some((r) => r.name === name),
    );
    const refs = nodes.map((n) => ({ name: n.name, at: n.nameAt }));
    return refs.length === 0 ? [] : [row({ nl: 'In stap', en: 'In step' }, context, references(context, refs, 'node'))];
}

function indicatorSection(context: Context, indicator: Indicator): Section {
    return elementSection(context, indicator, context.say({ nl: 'indicator', en: 'indicator' }));
}

const OUTCOMES = {
    shown: { nl: 'aangetoond', en: 'shown' },
    'not-shown': { nl: 'niet aangetoond', en: 'not shown' },
    'not-answered': { nl: 'niet beantwoord', en: 'not answered' },
    supposed: { nl: 'verondersteld', en: 'supposed' },
    unknown: { nl: 'onbekend', en: 'unknown' },
} as const;

/** Effects: what was looked for, whether it was shown, and on what ground. */
export function effects(context: Context, items: readonly Effect[]): readonly Block[] {
    const list = items.map((effect): readonly Block[] => {
        const { context: inner, marks, lead } = enter(context, effect);
        const outcome = context.say(OUTCOMES[effect.outcome]);
        const line: Inline[] = [
            strong(text(oneLine(effect.subject))),
            text(': '),
            ...modalityInlines(inner, effect.modality),
            ...(effect.outcomeValue
                ? valueInlines(inner, effect.outcomeValue)
                : [{ type: 'mark', mark: 'state', text: outcome } as const]),
        ];
        if (effect.basis) {
            line.push(
                text(context.language === 'nl' ? ', op grond van ' : ', on the ground of '),
                ...valueInlines(inner, effect.basis),
            );
        }
        return [
            { type: 'paragraph', content: [...line, ...marks] },
            ...lead,
            ...definitions([
                row(
                    { nl: 'Betreft', en: 'Concerns' },
                    inner,
                    references(inner, effect.concerns),
                    ...openLines(inner, effect.open, 'betreft'),
                ),
                ...statementRows(inner, effect.statements),
            ]),
            ...pointers(inner, effect),
        ];
    });
    return list.length === 0 ? [] : [{ type: 'list', ordered: false, items: list }];
}

/** The properties of a protocol that stand in one part of the form. */
export function placed(context: Context, statements: readonly Statement[]): Block[] {
    return definitions(statementRows(context, statements));
}
