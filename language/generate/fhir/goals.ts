import type { Goal as StatedGoal, Indicator, Subgoal } from '../../model/goals.js';
import { isOpen, statementsOf } from '../../model/queries.js';
import { isVague } from '../../model/values.js';
import { absent } from './absent.js';
import { fhirLine, titleOf, type Context } from './context.js';
import { comparatorOf } from './timing.js';
import type { CodeableConcept, Goal, Quantity } from './types.js';

/** Goals and subgoals; their indicators are targets. */
export function goalsOfPlan(context: Context): Goal[] {
    return context.protocol.goals.flatMap((goal) => [
        toGoal(context, goal, 'doel'),
        ...goal.subgoals.map((sub) => toGoal(context, sub, 'subdoel', goal)),
    ]);
}

function toGoal(context: Context, goal: StatedGoal | Subgoal, kind: string, parent?: StatedGoal): Goal {
    if (parent || goal.after.length > 0) {
        const nl = [parent && `het hoort bij doel ${parent.name}`, ...goal.after.map((a) => `het komt na ${a.name}`)];
        const en = [
            parent && `it is part of goal ${parent.name}`,
            ...goal.after.map((a) => `it comes after ${a.name}`),
        ];
        context.lose(
            goal.name,
            `FHIR kent geen verband tussen doelen: ${nl.filter(Boolean).join(', ')}`,
            `FHIR has no relation between goals: ${en.filter(Boolean).join(', ')}`,
        );
    }
    const target = goal.indicators.map((indicator) => ({
        measure: { text: titleOf(indicator) },
        ...normOf(context, indicator),
    }));
    return {
        id: context.goalIds.get(goal.name) ?? '',
        category: { text: kind },
        description: describe(context, goal),
        ...(target.length > 0 ? { target } : {}),
    };
}

function describe(context: Context, goal: StatedGoal | Subgoal): CodeableConcept {
    if (goal.title === undefined && isOpen(goal.titleValue)) {
        context.lose(
            goal.name,
            'wat dit doel is, is onbekend: de beschrijving heeft data-absent-reason',
            'what this goal is, is unknown: the description has data-absent-reason',
        );
        return { _text: absent(goal.titleValue) };
    }
    return { text: fhirLine(goal.title ?? goal.name) };
}

/** The norm of an indicator in figures. */
function normOf(context: Context, indicator: Indicator): { detailQuantity: Quantity } | undefined {
    const norms = statementsOf(indicator, 'norm').flatMap((s) => s.values);
    const [norm] = norms;
    if (norm?.type === 'quantity' && !isVague(norm) && norm.total === undefined && norm.per === undefined) {
        const value = norm.low ?? norm.high;
        if (value !== undefined && (norm.low ?? value) === (norm.high ?? value)) {
            const comparator = comparatorOf(norm);
            return {
                detailQuantity: {
                    value,
                    ...(comparator ? { comparator } : {}),
                    ...(norm.unit === undefined ? {} : { unit: fhirLine(norm.unit) }),
                },
            };
        }
    }
    if (norms.length > 0) {
        context.lose(indicator.name, 'de norm is geen getal dat FHIR kent', 'the norm is no figure that FHIR knows');
    }
    return undefined;
}
