import { layOut } from '../../diagram/layout.js';
import type { FlowNode } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import { isWorkingDays, type Quantity } from '../../model/values.js';
import { buildGraph } from '../../workflow/build-graph.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { label } from '../document/labels.js';
import { droppedLoss } from '../dropped-loss.js';
import type { GenerateOptions, Loss, Output, OutputFile, Trace } from '../generator.js';
import { safeName } from '../paths.js';
import { writeDefinitions } from './definitions.js';
import type { Dialect } from './dialect.js';
import { isoDuration } from './iso-duration.js';

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
        const reason = {
            nl: 'het draaiboek beschrijft geen stappen, of twee met dezelfde naam, dus er is geen werkstroom',
            en: 'the protocol describes no steps, or two of the same name, so there is no workflow',
        };
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
            ...unsaid(protocol),
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
                : node.kind === 'boundary' && node.trigger.kind === 'timer'
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

/** What work says of itself in words and figures, but for its time: contacts, frequency, place. */
function saidOfWork(works: readonly FlowNode[]): (readonly [nl: string, en: string, there: boolean])[] {
    const kinds = new Set(works.flatMap((w) => w.statements.map((s) => s.kind)));
    kinds.delete('duur');
    kinds.delete('binnen');
    return [...kinds].map((kind) => [kind, label(kind, 'en').toLowerCase(), true]);
}

/** What a protocol may say and a workflow has no place for, a kind at a time. */
function unsaid(protocol: Protocol): Loss[] {
    const { process } = protocol;
    const works = process?.nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation') ?? [];
    const kinds: readonly (readonly [nl: string, en: string, there: boolean])[] = [
        ['doelen', 'goals', protocol.goals.length > 0],
        ['contactbudget', 'contact budget', (process?.contactBudgets.length ?? 0) > 0],
        ...saidOfWork(works),
        ['inzet', 'deployment', (process?.deployment.length ?? 0) > 0 || works.some((w) => w.deployment.length > 0)],
        ['activiteiten', 'activities', works.some((w) => w.activities.length > 0)],
        ['richtlijnen', 'guidelines', works.some((w) => w.follows.length > 0)],
        ['onderbouwing', 'rationale', protocol.rationales.length > 0],
        ['effecten en onderzoek', 'effects and research', protocol.effects.length + protocol.research.length > 0],
        ['uitvoering', 'delivery', protocol.deliveries.length > 0],
        ['samenwerking', 'collaboration', protocol.collaborations.length > 0],
    ];
    const there = kinds.filter(([, , isThere]) => isThere);
    if (there.length === 0) {
        return [];
    }
    const reason = {
        nl: `een werkstroom zegt niet: ${there.map(([nl]) => nl).join(', ')}`,
        en: `a workflow does not say: ${there.map(([, en]) => en).join(', ')}`,
    };
    return [{ element: protocol.name, reason }];
}
