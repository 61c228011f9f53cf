import { groupsBy, strangeGroups } from '../bpmn/groups.js';
import type { Protocol } from '../../model/protocol.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { workflowOutput } from '../bpmn/workflow-output.js';
import type { GenerateOptions, Generator, Loss } from '../generator.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';
import { operatonDialect } from '../operaton/dialect.js';
import { HISTORY, outputSettings, type OutputSettings } from '../output-settings.js';
import { safeName } from '../paths.js';
import { zipOf } from '../zip.js';
import { caseDefinition, caseKey, documentDefinition, internalStatuses, semver, zaakTypeLink } from './files.js';
import { formsOf } from './forms.js';

/**
 * A case for Valtimo 13 (GZAC): the ZIP that its import reads, with the process of the output `operaton`. Its mapping table
 * stands in docs/uitvoer.md.
 */
export const valtimoGenerator: Generator = {
    id: 'valtimo',
    title: { nl: 'Valtimo-zaak', en: 'Valtimo case' },
    summary: {
        nl: 'Een zaak met proces en formulieren, om in Valtimo (GZAC) te importeren.',
        en: 'A case with its process and forms, to import into Valtimo (GZAC).',
    },
    refusesOnError: true,
    generate(protocol, options) {
        const settings = outputSettings(options.settings, 'valtimo');
        const key = caseKey(protocol);
        const versionTag = semver(protocol.versions.at(-1)?.number) ?? settings.text('versionTag');
        const made: { graph?: WorkflowGraph } = {};
        const { files, losses, trace } = workflowOutput(protocol, options, '.operaton', (graph) => {
            made.graph = graph;
            return {
                dialect: operatonDialect(graph, protocol, {
                    historyTimeToLive: settings.text('historyTimeToLive') ?? HISTORY,
                    versionTag: protocol.versions.at(-1)?.number,
                    groupOf: groupsBy(settings, protocol, graph, (id) => `ROLE_${id.toUpperCase()}`),
                }),
            };
        });
        const [bpmn] = files;
        if (!made.graph || !bpmn) {
            return { files: [], losses, trace: [] };
        }
        const folder = `config/case/${key}/${(versionTag ?? NO_VERSION).replaceAll('.', '-')}`;
        const parts = partsOf(protocol, options, made.graph, { key, versionTag: versionTag ?? NO_VERSION, settings });
        const contents = [
            ...parts.map(({ path, json }) => ({
                path: `${folder}/${path}`,
                text: `${JSON.stringify(json, undefined, 2)}\n`,
            })),
            { path: `${folder}/bpmn/${key}.bpmn`, text: String(bpmn.content) },
        ];
        const path = `${safeName(protocol.name)}.valtimo.zip`;
        return {
            files: [{ path, content: zipOf(contents) }],
            losses: [
                ...losses,
                ...strangeGroups(settings, protocol, options),
                ...ownLosses(protocol, settings, versionTag),
            ],
            trace: trace.map((t) => ({ ...t, file: path })),
        };
    },
};

const NO_VERSION = '0.0.0';

interface Part {
    readonly path: string;
    readonly json: unknown;
}

interface Names {
    readonly key: string;
    readonly versionTag: string;
    readonly settings: OutputSettings;
}

/** Each file besides the process, at the place where an importer of Valtimo looks for it. */
function partsOf(
    protocol: Protocol,
    options: GenerateOptions,
    graph: WorkflowGraph,
    { key, versionTag, settings }: Names,
): Part[] {
    const { language, forced } = options;
    const forms = formsOf(graph, protocol, options).map((form) => ({ ...form, name: `${key}-${form.node}` }));
    const link = zaakTypeLink(settings);
    return [
        {
            path: `case/definition/${key}.case-definition.json`,
            json: caseDefinition(protocol, key, versionTag, forced ? MADE_DESPITE_ERRORS[language] : undefined),
        },
        { path: `case/internal-status/${key}.internal-case-status.json`, json: internalStatuses(protocol, language) },
        {
            path: `document/definition/${key}.schema.document-definition.json`,
            json: documentDefinition(protocol, key, graph),
        },
        ...forms.map(({ name, content }) => ({ path: `form/${name}.form.json`, json: content })),
        {
            path: `process-link/${graph.id}.process-link.json`,
            json: forms.map(({ node, kind, name }) => ({
                activityId: node,
                activityType: kind === 'task' ? 'bpmn:UserTask:create' : 'bpmn:StartEvent:start',
                processLinkType: 'form',
                formDefinitionName: name,
            })),
        },
        {
            path: `process-document-link/${key}.process-document-link.json`,
            json: [{ processDefinitionKey: graph.id, canInitializeDocument: true, startableByUser: true }],
        },
        ...(link ? [{ path: `zgw/zaak-type-link/${key}.zaak-type-link.json`, json: link }] : []),
    ];
}

function ownLosses({ name, roles }: Protocol, settings: OutputSettings, versionTag: string | undefined): Loss[] {
    const needed = [
        ...(settings.text('historyTimeToLive') === undefined ? ['historyTimeToLive'] : []),
        ...(roles.some((r) => settings.of('groups', r.name) === undefined) ? ['groups'] : []),
        ...(versionTag === undefined ? ['versionTag'] : []),
        ...['zaaktype', 'zakenApiPluginConfigurationId', 'rsin'].filter((f) => settings.text(f) === undefined),
    ];
    return [
        ...needed.map((field) => settings.missing(field, name)),
        {
            element: name,
            reason: {
                nl: 'Valtimo zet de interne status van een zaak niet vanzelf, en wat in een formulier gezegd wordt, staat in het proces en niet in het dossier',
                en: 'Valtimo does not set the internal status of a case by itself, and what is said in a form stands in the process and not in the file of the case',
            },
        },
    ];
}
