import { groupsBy, missingGroups, missingVersion, strangeGroups } from '../bpmn/groups.js';
import { workflowOutput } from '../bpmn/workflow-output.js';
import type { Generator } from '../generator.js';
import { outputSettings } from '../output-settings.js';
import { safeNames } from '../paths.js';
import { CASE_VARIABLE, zeebeDialect } from './dialect.js';
import { formsOf, labelLosses } from './forms.js';

/** BPMN and forms for Camunda 8 (Zeebe). Its mapping table stands in docs/uitvoer.md. */
export const zeebeGenerator: Generator = {
    id: 'zeebe',
    title: { nl: 'Camunda 8 (Zeebe)', en: 'Camunda 8 (Zeebe)' },
    summary: {
        nl: 'BPMN en formulieren die in Camunda 8 draaien.',
        en: 'BPMN and forms that run in Camunda 8.',
    },
    refusesOnError: true,
    generate(protocol, options) {
        const settings = outputSettings(options.settings, 'zeebe');
        return workflowOutput(protocol, options, '.zeebe', (graph) => {
            const forms = formsOf(graph, protocol, options);
            const byNode = new Map(forms.map((f) => [f.node, f.id]));
            const names = safeNames(forms.map((f) => f.id));
            const hasMessages = graph.nodes.some((n) => 'trigger' in n && n.trigger?.kind === 'message');
            return {
                dialect: zeebeDialect(graph, {
                    versionTag: protocol.versions.at(-1)?.number,
                    groupOf: groupsBy(settings, protocol, graph),
                    formOf: (node) => byNode.get(node),
                }),
                files: forms.map((f, i) => ({ path: `${names[i] ?? f.id}.form`, content: f.content })),
                losses: [
                    ...missingGroups(settings, protocol, graph),
                    ...missingVersion(protocol),
                    ...labelLosses(graph),
                    ...strangeGroups(settings, protocol, options),
                    ...(hasMessages
                        ? [
                              {
                                  element: protocol.name,
                                  reason: {
                                      nl: `wie een zaak start, geeft de variabele \`${CASE_VARIABLE}\` een eigen waarde: daarmee vindt een bericht zijn zaak`,
                                      en: `whoever starts a case gives the variable \`${CASE_VARIABLE}\` a value of its own: by that a message finds its case`,
                                  },
                              },
                          ]
                        : []),
                ],
            };
        });
    },
};
