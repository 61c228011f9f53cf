import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { opensAgain } from '../../workflow/opens-again.js';
import type { Generator, Loss } from '../generator.js';
import { decisionsIn } from './dialect.js';
import { plainDialect } from './plain.js';
import { workflowOutput } from './workflow-output.js';

/** BPMN 2.0 that every modeler opens, with a pool, lanes and a diagram. Its mapping table stands in docs/uitvoer.md. */
export const bpmnGenerator: Generator = {
    id: 'bpmn',
    title: { nl: 'BPMN 2.0', en: 'BPMN 2.0' },
    summary: {
        nl: 'Het verloop als BPMN-diagram met banen, voor elk modelleerprogramma.',
        en: 'The process as a BPMN diagram with lanes, for every modeler.',
    },
    refusesOnError: true,
    generate: (protocol, options) =>
        workflowOutput(protocol, options, '', (graph) => ({
            dialect: plainDialect(graph),
            losses: graph.nodes.flatMap((node) => [...dueLoss(node), ...answerLoss(graph, node)]),
        })),
};

/** How long a task may take: BPMN itself has no place for that. */
function dueLoss(node: GraphNode): Loss[] {
    return node.kind === 'task' && node.due
        ? [
              {
                  element: node.element ?? node.id,
                  reason: {
                      nl: `${node.due.text} staat alleen in woorden bij de taak: BPMN zelf heeft geen plaats voor een uiterste datum`,
                      en: `${node.due.text} stands at the task in words only: BPMN itself has no place for a due date`,
                  },
              },
          ]
        : [];
}

/** What people decide on in a task that opens once more: engines with forms begin it without an answer. */
function answerLoss(graph: WorkflowGraph, node: GraphNode): Loss[] {
    return node.kind === 'task' && decisionsIn(graph, node).length > 0 && opensAgain(graph, node.id)
        ? [
              {
                  element: node.element ?? node.id,
                  reason: {
                      nl: 'gaat deze taak opnieuw open, dan staat er nog wat mensen de vorige keer besloten: wie met de taak werkt, moet het opnieuw zeggen',
                      en: 'when this task opens again, what people decided the last time is still there: whoever does the task has to say it anew',
                  },
              },
          ]
        : [];
}
