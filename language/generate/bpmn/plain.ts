import type { Quantity } from '../../model/values.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { assignments, BPMN_TYPE, initialValues, NEVER, type Dialect } from './dialect.js';
import { FEEL, writeExpression } from './expression.js';
import { isoDuration } from './iso-duration.js';
import { xml, type Xml } from './xml.js';

/** FEEL as DMN 1.3 names it. */
const FEEL_URI = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/**
 * BPMN 2.0 by itself, with nothing of any engine. Conditions are FEEL; roles are potential owners; variables are properties
 * of the process; a count is an assignment of an intermediate event.
 */
export function plainDialect(graph: WorkflowGraph): Dialect {
    const roleTitles = new Map(graph.lanes.flatMap((l) => (l.role === undefined ? [] : [[l.role, l.title]])));
    return {
        namespaces: {},
        attributes: { expressionLanguage: FEEL_URI },
        process: { inside: graph.variables.map(({ id }) => xml('bpmn:property', { id: `_gegeven_${id}`, name: id })) },
        start: () => ({ inside: countersAtZero(graph) }),
        task: ({ id, candidates }) => ({
            inside: candidates.map((role, i) =>
                xml('bpmn:potentialOwner', { id: `_door_${String(i + 1)}_${id}`, name: roleTitles.get(role) ?? role }, [
                    xml('bpmn:resourceAssignmentExpression', {}, [xml('bpmn:formalExpression', {}, [FEEL.text(role)])]),
                ]),
            ),
        }),
        inTask: (text) => text,
        set: (node) => ({
            inside: [
                ...node.sets.map((_, i) => xml('bpmn:dataInput', { id: `_zet_${String(i + 1)}_${node.id}` })),
                ...assignments(node, graph, FEEL.text, afterInFeel).map(({ id, value }, i) =>
                    xml('bpmn:dataInputAssociation', {}, [
                        xml('bpmn:targetRef', {}, [`_zet_${String(i + 1)}_${node.id}`]),
                        xml('bpmn:assignment', {}, [
                            xml('bpmn:from', BPMN_TYPE, [value]),
                            xml('bpmn:to', BPMN_TYPE, [id]),
                        ]),
                    ]),
                ),
                xml(
                    'bpmn:inputSet',
                    {},
                    node.sets.map((_, i) => xml('bpmn:dataInputRefs', {}, [`_zet_${String(i + 1)}_${node.id}`])),
                ),
            ],
        }),
        condition: (expression) =>
            xml('bpmn:conditionExpression', { ...BPMN_TYPE, language: FEEL_URI }, [
                writeExpression(expression, graph, FEEL),
            ]),
        asksInOrder: true,
        countsWorkingDays: false,
        timer: (quantity) => xml('bpmn:timeDuration', BPMN_TYPE, [isoDuration(quantity) ?? 'P1D']),
        until: (id, waits) =>
            xml('bpmn:timeDate', { ...BPMN_TYPE, language: FEEL_URI }, [
                `if ${id} = null then now()${waits ? '' : ` + duration("${NEVER}")`} else ${id}`,
            ]),
        message: () => ({}),
        hasDataObjects: true,
    };
}

/** The moment that is so long after this one. */
function afterInFeel(quantity: Quantity): string {
    return `now() + duration(${FEEL.text(isoDuration(quantity) ?? 'PT0M')})`;
}

/** Counters begin at zero; every other variable begins without a value. */
function countersAtZero(graph: WorkflowGraph): Xml[] {
    const counters = initialValues(graph).filter(({ value }) => value === '0');
    return [
        ...counters.map(({ id }) => xml('bpmn:dataOutput', { id: `_begin_${id}` })),
        ...counters.map(({ id, value }) =>
            xml('bpmn:dataOutputAssociation', {}, [
                xml('bpmn:sourceRef', {}, [`_begin_${id}`]),
                xml('bpmn:targetRef', {}, [`_gegeven_${id}`]),
                xml('bpmn:assignment', {}, [xml('bpmn:from', BPMN_TYPE, [value]), xml('bpmn:to', BPMN_TYPE, [id])]),
            ]),
        ),
    ];
}
