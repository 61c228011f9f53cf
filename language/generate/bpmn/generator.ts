import type { GraphNode } from '../../workflow/graph.js';
import type { Generator, Loss } from '../generator.js';
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
            losses: graph.nodes.flatMap(dueLoss),
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
