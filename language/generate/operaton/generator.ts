import { groupsBy, missingGroups, missingVersion, strangeGroups } from '../bpmn/groups.js';
import { workflowOutput } from '../bpmn/workflow-output.js';
import type { Generator } from '../generator.js';
import { HISTORY, outputSettings } from '../output-settings.js';
import { operatonDialect } from './dialect.js';

/** BPMN for Operaton, Camunda 7 and Valtimo. Its mapping table stands in docs/uitvoer.md. */
export const operatonGenerator: Generator = {
    id: 'operaton',
    title: { nl: 'Operaton (Camunda 7)', en: 'Operaton (Camunda 7)' },
    summary: {
        nl: 'BPMN die in Operaton, Camunda 7 en Valtimo draait, met formulieren en groepen.',
        en: 'BPMN that runs in Operaton, Camunda 7 and Valtimo, with forms and groups.',
    },
    refusesOnError: true,
    generate(protocol, options) {
        const settings = outputSettings(options.settings, 'operaton');
        const history = settings.text('historyTimeToLive');
        return workflowOutput(protocol, options, '.operaton', (graph) => ({
            dialect: operatonDialect(graph, protocol, {
                historyTimeToLive: history ?? HISTORY,
                versionTag: protocol.versions.at(-1)?.number,
                groupOf: groupsBy(settings, protocol, graph),
            }),
            losses: [
                ...(history === undefined ? [settings.missing('historyTimeToLive', protocol.name)] : []),
                ...missingGroups(settings, protocol, graph),
                ...missingVersion(protocol),
                ...strangeGroups(settings, protocol, options),
            ],
        }));
    },
};
