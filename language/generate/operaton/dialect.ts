import type { Protocol } from '../../model/protocol.js';
import type { Quantity } from '../../model/values.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { assignments, BPMN_TYPE, decisionsIn, dueAtOf, initialValues, type Dialect } from '../bpmn/dialect.js';
import { JUEL, writeExpression } from '../bpmn/expression.js';
import { dateAsText, formFields } from '../bpmn/fields.js';
import { isoDuration, lengthOf } from '../bpmn/iso-duration.js';
import { dateAfterWorkingDaysInJuel, workingDaysIn } from '../bpmn/working-days.js';
import { xml, type Xml } from '../bpmn/xml.js';

export interface OperatonOptions {
    readonly historyTimeToLive: string;
    readonly versionTag: string | undefined;
    readonly groupOf: (role: string) => string;
}

const TYPES = { 'yes-no': 'boolean', number: 'long', text: 'string', date: 'string', choice: 'enum' } as const;

/** A text in which JUEL sees no expression: with a backslash before its beginning it gives that as it stands. */
function literal(text: string): string {
    return text.replace(/[$#](?=\{)/g, '\\$&');
}

/** BPMN for Operaton and Camunda 7: their own attributes and elements, and JUEL. */
export function operatonDialect(graph: WorkflowGraph, protocol: Protocol, options: OperatonOptions): Dialect {
    const listener = (event: 'start' | 'end', expression: string) =>
        xml('camunda:executionListener', { event, expression: `\${${expression}}` });
    const forms = (fills: readonly string[]): Xml[] => {
        const fields = formFields(graph, protocol, fills);
        return fields.length === 0
            ? []
            : [
                  xml(
                      'camunda:formData',
                      {},
                      fields.map(({ id, label, type, options: values }) =>
                          xml(
                              'camunda:formField',
                              {
                                  id,
                                  label: literal(type === 'date' ? dateAsText(label) : label),
                                  type: TYPES[type],
                              },
                              values.map((v) => xml('camunda:value', { id: v.value, name: v.label })),
                          ),
                      ),
                  ),
              ];
    };
    return {
        namespaces: {
            camunda: 'http://camunda.org/schema/1.0/bpmn',
            modeler: 'http://camunda.org/schema/modeler/1.0',
        },
        attributes: { 'modeler:executionPlatform': 'Camunda Platform', 'modeler:executionPlatformVersion': '7.23.0' },
        process: {
            attributes: {
                'camunda:historyTimeToLive': options.historyTimeToLive,
                'camunda:versionTag': options.versionTag,
            },
        },
        start: ({ fills }) => ({
            extensions: [
                ...forms(fills),
                // a condition about a variable that is not there is an error
                ...initialValues(graph).map(({ id, value }) =>
                    listener(
                        'start',
                        `execution.hasVariable('${id}') ? null : execution.setVariable('${id}', ${value})`,
                    ),
                ),
            ],
        }),
        task: (node) => ({
            attributes: {
                'camunda:candidateGroups':
                    node.candidates.length === 0 ? undefined : node.candidates.map(options.groupOf).join(','),
                'camunda:dueDate': node.due && dueDate(node.due, dueAtOf(graph, node)),
            },
            extensions: [
                ...forms(node.fills),
                ...decisionsIn(graph, node).map((id) => listener('start', `execution.setVariable('${id}', null)`)),
            ],
        }),
        inTask: literal,
        set: (node) => ({
            extensions: assignments(node, graph, JUEL.text, momentAfter).map(({ id, value }) =>
                listener('start', `execution.setVariable('${id}', ${value})`),
            ),
        }),
        condition: (expression) =>
            xml('bpmn:conditionExpression', BPMN_TYPE, [`\${${writeExpression(expression, graph, JUEL)}}`]),
        asksInOrder: true,
        countsWorkingDays: true,
        timer: (quantity) => {
            const days = workingDaysIn(quantity);
            return days === undefined
                ? xml('bpmn:timeDuration', BPMN_TYPE, [isoDuration(quantity) ?? 'P1D'])
                : xml('bpmn:timeDate', BPMN_TYPE, [`\${${dateAfterWorkingDaysInJuel(days)}}`]);
        },
        until: (id, waits) =>
            xml('bpmn:timeDate', BPMN_TYPE, [
                `\${${id} == null ? dateTime()${waits ? '' : '.plusYears(100)'}.toDate() : ${id}}`,
            ]),
        message: () => ({}),
        hasDataObjects: false,
    };
}

/** The moment that is so long after this one. */
function momentAfter(quantity: Quantity): string {
    const days = workingDaysIn(quantity);
    if (days !== undefined) {
        return dateAfterWorkingDaysInJuel(days);
    }
    const { months, minutes } = lengthOf(quantity) ?? { months: 0, minutes: 0 };
    const isDays = minutes % 1440 === 0;
    const rest = isDays ? `.plusDays(${String(minutes / 1440)})` : `.plusMinutes(${String(minutes)})`;
    return `dateTime()${months > 0 ? `.plusMonths(${String(months)})` : rest}.toDate()`;
}

/** @param kept the id of the moment, where a case keeps that; null is no due date */
function dueDate(due: Quantity, kept: string | undefined): string | undefined {
    if (kept !== undefined) {
        return `\${${kept}}`;
    }
    const days = workingDaysIn(due);
    return days === undefined ? isoDuration(due) : `\${${dateAfterWorkingDaysInJuel(days)}}`;
}
