import type { Protocol } from '../../model/protocol.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { Loss } from '../generator.js';

/** What is said of roles and no engine sees to: who must be somebody else, who fills another role, and who directs. */
export function roleLosses({ roles }: Protocol, { nodes }: WorkflowGraph): Loss[] {
    const working = new Set(nodes.flatMap((n) => (n.kind === 'task' ? n.candidates : [])));
    return roles.flatMap(({ name, otherThan, filledBy, directs }): Loss[] => {
        const others = otherThan.map((o) => o.name).join(', ');
        const reasons = [
            ...(others !== '' && working.has(name)
                ? [
                      {
                          nl: `dit is iemand anders dan ${others}: een werkstroom laat één mens het werk van beide doen`,
                          en: `this is somebody else than ${others}: a workflow lets one person do the work of both`,
                      },
                  ]
                : []),
            ...(filledBy && working.has(name)
                ? [
                      {
                          nl: `dit wordt vervuld door ${filledBy.name}: in een werkstroom zijn dat twee groepen, en wie in de ene zit, hoort ook in de andere`,
                          en: `this is filled by ${filledBy.name}: in a workflow these are two groups, and who is in the one belongs in the other`,
                      },
                  ]
                : []),
            ...(directs
                ? [
                      {
                          nl: 'dat deze rol regie voert, zegt een werkstroom niet',
                          en: 'that this role directs, a workflow does not say',
                      },
                  ]
                : []),
        ];
        return reasons.map((reason) => ({ element: name, reason }));
    });
}
