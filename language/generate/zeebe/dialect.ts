import type { Quantity } from '../../model/values.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { assignments, BPMN_TYPE, decisionsIn, dueAtOf, initialValues, NEVER, type Dialect } from '../bpmn/dialect.js';
import { FEEL, writeExpression } from '../bpmn/expression.js';
import { isoDuration } from '../bpmn/iso-duration.js';
import { calendarDaysInFeel, workingDaysIn } from '../bpmn/working-days.js';
import { xml } from '../bpmn/xml.js';

/** The variable by which a message finds its case; whoever starts a case gives it a value of its own. */
export const CASE_VARIABLE = 'zaak';

export interface ZeebeOptions {
    readonly versionTag: string | undefined;
    readonly groupOf: (role: string) => string;
    /** the form of a node, where it has one */
    readonly formOf: (node: string) => string | undefined;
}

/** A term as a text of ISO 8601, in FEEL. */
function durationInFeel(quantity: Quantity): string | undefined {
    const days = workingDaysIn(quantity);
    const fixed = isoDuration(quantity);
    return days === undefined
        ? fixed === undefined
            ? undefined
            : FEEL.text(fixed)
        : `"P" + string(${calendarDaysInFeel(days)}) + "D"`;
}

/** The moment that is so long after this one, as a text. */
function momentAfter(quantity: Quantity): string {
    return `string(now() + duration(${durationInFeel(quantity) ?? '"PT0M"'}))`;
}

/** When a task is due. @param kept the id of the moment, where a case keeps that; null is no due date */
function dueDate(due: Quantity | undefined, kept: string | undefined): string | undefined {
    if (kept !== undefined) {
        return `if ${kept} = null then null else date and time(${kept})`;
    }
    const length = due && durationInFeel(due);
    return length === undefined ? undefined : `now() + duration(${length})`;
}

/** BPMN for Camunda 8: its own elements, and FEEL. */
export function zeebeDialect(graph: WorkflowGraph, { versionTag, groupOf, formOf }: ZeebeOptions): Dialect {
    const output = (source: string, target: string) => xml('zeebe:output', { source: `=${source}`, target });
    const form = (node: string) => {
        const formId = formOf(node);
        return formId === undefined ? [] : [xml('zeebe:formDefinition', { formId })];
    };
    return {
        namespaces: {
            zeebe: 'http://camunda.org/schema/zeebe/1.0',
            modeler: 'http://camunda.org/schema/modeler/1.0',
        },
        attributes: { 'modeler:executionPlatform': 'Camunda Cloud', 'modeler:executionPlatformVersion': '8.8.0' },
        process: { extensions: versionTag === undefined ? [] : [xml('zeebe:versionTag', { value: versionTag })] },
        start: ({ id }) => {
            const values = initialValues(graph);
            return {
                extensions: [
                    ...form(id),
                    ...(values.length === 0
                        ? []
                        : [
                              xml(
                                  'zeebe:ioMapping',
                                  {},
                                  // what whoever starts the case says stays; what nobody says is there, and null
                                  values.map((v) => output(v.value === 'null' ? v.id : v.value, v.id)),
                              ),
                          ]),
                ],
            };
        },
        task: (node) => {
            const { id, candidates, due } = node;
            const decided = decisionsIn(graph, node);
            const filled = graph.variables.filter((v) => node.fills.includes(v.name)).map((v) => v.id);
            const date = dueDate(due, dueAtOf(graph, node));
            const groups = candidates.map(groupOf);
            return {
                extensions: [
                    xml('zeebe:userTask'),
                    ...form(id),
                    ...(groups.length === 0
                        ? []
                        : [
                              xml('zeebe:assignmentDefinition', {
                                  candidateGroups: `=[${groups.map(FEEL.text).join(', ')}]`,
                              }),
                          ]),
                    ...(date === undefined ? [] : [xml('zeebe:taskSchedule', { dueDate: `=${date}` })]),
                    // what is null in a task alone is there, and only what is mapped leaves it
                    ...(decided.length === 0
                        ? []
                        : [
                              xml('zeebe:ioMapping', {}, [
                                  ...decided.map((target) => xml('zeebe:input', { source: '=null', target })),
                                  ...filled.map((variable) => output(variable, variable)),
                              ]),
                          ]),
                ],
            };
        },
        inTask: (text) => text,
        set: (node) => ({
            extensions: [
                xml(
                    'zeebe:ioMapping',
                    {},
                    assignments(node, graph, FEEL.text, momentAfter).map(({ id, value }) => output(value, id)),
                ),
            ],
        }),
        condition: (expression) =>
            xml('bpmn:conditionExpression', BPMN_TYPE, [`=${writeExpression(expression, graph, FEEL)}`]),
        asksInOrder: false,
        countsWorkingDays: true,
        timer: (quantity) => {
            const days = workingDaysIn(quantity);
            const text = days === undefined ? (isoDuration(quantity) ?? 'P1D') : `=${durationInFeel(quantity) ?? ''}`;
            return xml('bpmn:timeDuration', BPMN_TYPE, [text]);
        },
        // a moment is kept as a text
        until: (id, waits) =>
            xml('bpmn:timeDate', BPMN_TYPE, [
                `=if ${id} = null then now()${waits ? '' : ` + duration("${NEVER}")`} else date and time(${id})`,
            ]),
        message: () => ({ extensions: [xml('zeebe:subscription', { correlationKey: `=${CASE_VARIABLE}` })] }),
        hasDataObjects: false,
    };
}
