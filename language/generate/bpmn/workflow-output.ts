import { layOut } from '../../diagram/layout.js';
import { obstacleTo } from '../../execution/obstacle.js';
import type { Protocol } from '../../model/protocol.js';
import { isWorkingDays, type Quantity } from '../../model/values.js';
import { buildGraph } from '../../workflow/build-graph.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { droppedLoss } from '../dropped-loss.js';
import type { GenerateOptions, Loss, Output, OutputFile, Trace } from '../generator.js';
import { safeName } from '../paths.js';
import { unsaid, type Says } from '../unsaid.js';
import { writeDefinitions } from './definitions.js';
import type { Dialect } from './dialect.js';
import { countsPartOfMonth, isoDuration } from './iso-duration.js';
import { roleLosses } from './role-losses.js';

/** What one engine adds. */
export interface WorkflowParts {
    readonly dialect: Dialect;
    readonly files?: readonly OutputFile[];
    readonly losses?: readonly Loss[];
}

/**
 * A process as BPMN in the dialect of one engine, with what that cannot say.
 *
 * @param kind what stands in the name of the file before `.bpmn`
 */
export function workflowOutput(
    protocol: Protocol,
    options: GenerateOptions,
    kind: '' | '.operaton' | '.zeebe',
    partsOf: (graph: WorkflowGraph) => WorkflowParts,
): Output {
    const { language, forced } = options;
    const graph = buildGraph(protocol, language);
    if (!graph) {
        const { nl, en } = obstacleTo(protocol) ?? { nl: 'er zijn geen stappen', en: 'there are no steps' };
        const reason = { nl: `${nl}, dus er is geen werkstroom`, en: `${en}, so there is no workflow` };
        return { files: [], losses: [{ element: protocol.name, reason }], trace: [] };
    }
    const { dialect, files = [], losses = [] } = partsOf(graph);
    const path = `${safeName(protocol.name)}${kind}.bpmn`;
    const remark = forced
        ? language === 'nl'
            ? 'Gemaakt terwijl het draaiboek nog fouten bevat.'
            : 'Made while the protocol still has errors.'
        : undefined;
    const content = writeDefinitions({
        graph,
        diagram: layOut(graph),
        protocol,
        dialect,
        language,
        ...(remark === undefined ? {} : { remark }),
    });
    return {
        files: [{ path, content }, ...files],
        losses: [
            ...graph.losses,
            ...timeLosses(graph, dialect.countsWorkingDays),
            ...losses,
            ...roleLosses(protocol, graph),
            ...unsaid(protocol, { nl: 'een werkstroom', en: 'a workflow' }, SAYS),
            ...protocol.lost.map(droppedLoss),
        ],
        trace: traceOf(graph, path),
    };
}

function traceOf({ nodes }: WorkflowGraph, file: string): Trace[] {
    return nodes.flatMap(({ id, element, at }) => (element !== undefined && at ? [{ element, id, file, at }] : []));
}

/** Working days become calendar days, or are counted without holidays; what is no time cannot be a date. */
function timeLosses({ nodes }: WorkflowGraph, countsWorkingDays: boolean): Loss[] {
    return nodes.flatMap((node): Loss[] => {
        const quantity: Quantity | undefined =
            node.kind === 'task'
                ? node.due
                : (node.kind === 'boundary' || node.kind === 'catch') && node.trigger.kind === 'timer'
                  ? node.trigger.quantity
                  : undefined;
        if (!quantity || node.element === undefined) {
            return [];
        }
        const { element } = node;
        const { text } = quantity;
        if (isoDuration(quantity) === undefined) {
            const reason = {
                nl: `${text} is geen tijd waarmee een engine rekent`,
                en: `${text} is no time that an engine counts`,
            };
            return [{ element, reason }];
        }
        if (countsPartOfMonth(quantity)) {
            const days = isoDuration(quantity) ?? '';
            const reason = {
                nl: `een deel van een maand heeft geen vaste lengte: ${text} is geteld met dertig dagen per maand (${days})`,
                en: `a part of a month has no fixed length: ${text} is counted with thirty days a month (${days})`,
            };
            return [{ element, reason }];
        }
        return isWorkingDays(quantity.unit ?? '')
            ? [
                  {
                      element,
                      reason: countsWorkingDays
                          ? {
                                nl: `werkdagen (${text}) zijn maandag tot en met vrijdag; feestdagen kent de engine niet`,
                                en: `working days (${text}) are Monday to Friday; the engine knows no holidays`,
                            }
                          : {
                                nl: `werkdagen zijn omgerekend naar kalenderdagen (${text} is ${isoDuration(quantity) ?? ''}); feestdagen tellen niet mee`,
                                en: `working days are counted as calendar days (${text} is ${isoDuration(quantity) ?? ''}); holidays do not count`,
                            },
                  },
              ]
            : [];
    });
}

/** What a workflow says, between its XML and its documentation. */
const SAYS: Says = {
    kinds: [
        'versions',
        'roles',
        'facts',
        'documents',
        'access',
        'steps',
        'performers',
        'startsAt',
        'startsAfter',
        'requires',
        'delivers',
        'determines',
        'terms',
        'workTerms',
        'repetition',
        'guards',
        'ways',
        'interruptions',
        'groups',
        'escalationFrom',
        'escalationByFacts',
        'escalationByPeople',
        'handovers',
        'handoverEnds',
        'meetings',
        'information',
        'confirmations',
        'absence',
    ],
    words: { step: ['duur'], escalation: ['duur', 'binnen'], handover: ['vorm'] },
    firm: [
        ...['toegang', 'door', 'met', 'begint bij', 'begint na', 'vereist', 'levert', 'duur', 'binnen'],
        ...['termijn van een stap', 'termijn van een fase of groep', 'termijn van een overdracht', 'daarna'],
        ...['altijd als', 'vanuit', 'vorm', 'gesprekken', 'informatie', 'bevestiging', 'bij uitblijven'],
    ],
};
