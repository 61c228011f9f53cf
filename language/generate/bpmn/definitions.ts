import type { Diagram } from '../../diagram/geometry.js';
import type { Protocol } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import type { Expression, Flow, GraphNode, Trigger, WorkflowGraph } from '../../workflow/graph.js';
import { valueText } from '../../messages/wording.js';
import type { Dialect, Extras } from './dialect.js';
import { drawing } from './drawing.js';
import { notesOf, type Notes } from './notes.js';
import { describe } from './describe.js';
import { document, xml, type Xml } from './xml.js';

export interface Definitions {
    readonly graph: WorkflowGraph;
    readonly diagram: Diagram;
    readonly protocol: Protocol;
    readonly dialect: Dialect;
    readonly language: Language;
    /** what must be known of the whole, such as that it was made despite errors */
    readonly remark?: string;
}

/** A workflow graph as BPMN 2.0, with a pool, lanes and a diagram. */
export function writeDefinitions(given: Definitions): string {
    const { graph, diagram, dialect, remark } = given;
    const notes = notesOf(given);
    const events = rootEvents(graph, dialect);
    const root = xml(
        'bpmn:definitions',
        {
            'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
            'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
            'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
            'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
            'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
            ...Object.fromEntries(Object.entries(dialect.namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri])),
            id: '_definitions',
            name: graph.title,
            targetNamespace: 'urn:draaiboek',
            exporter: 'Draaiboek',
            ...dialect.attributes,
        },
        [
            ...events.elements,
            xml('bpmn:collaboration', { id: '_collaboration' }, [
                xml('bpmn:participant', { id: '_pool', name: graph.title, processRef: graph.id }),
            ]),
            process(given, notes, events),
            drawing(graph, diagram, notes),
        ],
    );
    return document(root, remark);
}

/** Messages, errors and escalations that events refer to, and how to refer to them. */
interface RootEvents {
    readonly elements: readonly Xml[];
    readonly idOf: (trigger: Trigger) => string | undefined;
}

function rootEvents(graph: WorkflowGraph, dialect: Dialect): RootEvents {
    const triggers = new Map<string, Trigger>();
    for (const node of graph.nodes) {
        const trigger = 'trigger' in node ? node.trigger : undefined;
        if (trigger && trigger.kind !== 'timer') {
            triggers.set(`_${trigger.kind}_${trigger.name}`, trigger);
        }
    }
    const elements = [...triggers].map(([id, trigger]) => {
        switch (trigger.kind) {
            case 'message': {
                const extras = dialect.message(trigger);
                return xml('bpmn:message', { id, name: trigger.name, ...extras.attributes }, [...extensions(extras)]);
            }
            case 'error':
                return xml('bpmn:error', { id, name: trigger.name, errorCode: trigger.name });
            case 'escalation':
                return xml('bpmn:escalation', { id, name: trigger.name, escalationCode: trigger.name });
            default:
                return xml('bpmn:signal', { id });
        }
    });
    return {
        elements,
        idOf: (trigger) => (trigger.kind === 'timer' ? undefined : `_${trigger.kind}_${trigger.name}`),
    };
}

interface Writing extends Definitions {
    readonly notes: Notes;
    readonly events: RootEvents;
    readonly out: ReadonlyMap<string, readonly Flow[]>;
    readonly into: ReadonlyMap<string, readonly Flow[]>;
}

function process(given: Definitions, notes: Notes, events: RootEvents): Xml {
    const { graph, protocol, dialect, remark, language } = given;
    const w: Writing = {
        ...given,
        notes,
        events,
        out: Map.groupBy(graph.flows, (f) => f.from),
        into: Map.groupBy(graph.flows, (f) => f.to),
    };
    const version = protocol.versions.at(-1);
    const about = [
        remark,
        ...protocol.statements
            .filter((s) => s.kind === 'samenvatting')
            .flatMap((s) => s.values.map((v) => valueText(v, language))),
        version?.number === undefined ? undefined : `${language === 'nl' ? 'Versie' : 'Version'} ${version.number}`,
    ];
    const text = about.filter((a) => a !== undefined).join('\n\n');
    return xml('bpmn:process', { id: graph.id, name: graph.title, isExecutable: true, ...dialect.process.attributes }, [
        text === '' ? undefined : xml('bpmn:documentation', {}, [text]),
        ...extensions(dialect.process),
        ...(dialect.process.inside ?? []),
        xml(
            'bpmn:laneSet',
            { id: '_lanes' },
            graph.lanes.map((lane, i) =>
                xml(
                    'bpmn:lane',
                    { id: lane.id, name: lane.title },
                    graph.nodes
                        .filter((n) => n.lane === i && n.scope === undefined)
                        .map((n) => xml('bpmn:flowNodeRef', {}, [n.id])),
                ),
            ),
        ),
        ...contents(w, undefined),
        ...notes.dataObjects,
        ...notes.artifacts,
    ]);
}

/** The nodes and flows that stand in one scope. */
function contents(w: Writing, scope: string | undefined): Xml[] {
    const nodes = w.graph.nodes.filter((n) => n.scope === scope);
    return [
        ...nodes.map((n) => element(w, n)),
        ...nodes.flatMap((n) => (w.out.get(n.id) ?? []).map((f) => sequenceFlow(w, f))),
    ];
}

function sequenceFlow({ dialect, out }: Writing, flow: Flow): Xml {
    const when = flow.when && (dialect.asksInOrder ? flow.when : byItself(flow.when, flow, out.get(flow.from) ?? []));
    return xml(
        'bpmn:sequenceFlow',
        { id: flow.id, name: flow.label === '' ? undefined : flow.label, sourceRef: flow.from, targetRef: flow.to },
        when ? [dialect.condition(when)] : [],
    );
}

/** The condition of a flow that no other flow before it meets, so that the order in which they are asked is no matter. */
function byItself(when: Expression, flow: Flow, all: readonly Flow[]): Expression {
    const before = all.slice(0, all.indexOf(flow)).flatMap((f) => f.when ?? []);
    const others = before.filter((e) => !areApart(e, when));
    return others.length === 0
        ? when
        : { type: 'and', operands: [when, ...others.map((operand): Expression => ({ type: 'not', operand }))] };
}

/** Whether two answers to one question exclude each other. */
function areApart(a: Expression, b: Expression): boolean {
    return a.type === 'chosen' && b.type === 'chosen' && a.variable === b.variable && a.value !== b.value;
}

function element(w: Writing, node: GraphNode): Xml {
    const { dialect } = w;
    const said = (text: string) => (node.kind === 'task' ? dialect.inTask(text) : text);
    const named = { id: node.id, name: node.label === '' ? undefined : said(node.label) };
    const make = (
        name: string,
        extras: Extras,
        attributes: Record<string, string | boolean | undefined>,
        children: readonly Xml[],
    ) =>
        xml(name, { ...named, ...attributes, ...extras.attributes }, [
            ...describe(w, node).map((text) => xml('bpmn:documentation', {}, [said(text)])),
            ...extensions(extras),
            ...(w.into.get(node.id) ?? []).map((f) => xml('bpmn:incoming', {}, [f.id])),
            ...(w.out.get(node.id) ?? []).map((f) => xml('bpmn:outgoing', {}, [f.id])),
            ...children,
            ...(extras.inside ?? []),
        ]);
    switch (node.kind) {
        case 'start':
            return make(
                'bpmn:startEvent',
                node.scope === undefined ? dialect.start(node) : {},
                node.trigger ? { isInterrupting: node.interrupting !== false } : {},
                eventDefinition(w, node, node.trigger),
            );
        case 'task':
            return make('bpmn:userTask', dialect.task(node), {}, w.notes.insideTask(node));
        case 'gateway': {
            const isParallel = node.gateway === 'split' || node.gateway === 'join';
            const otherwise = w.out.get(node.id)?.find((f) => f.otherwise)?.id;
            return make(isParallel ? 'bpmn:parallelGateway' : 'bpmn:exclusiveGateway', {}, { default: otherwise }, []);
        }
        case 'boundary':
            return make(
                'bpmn:boundaryEvent',
                {},
                { attachedToRef: node.on, cancelActivity: node.interrupting },
                eventDefinition(w, node, node.trigger),
            );
        case 'catch':
            return make('bpmn:intermediateCatchEvent', {}, {}, eventDefinition(w, node, node.trigger));
        case 'set':
            return make('bpmn:intermediateThrowEvent', dialect.set(node), {}, []);
        case 'throw':
            return make('bpmn:intermediateThrowEvent', {}, {}, eventDefinition(w, node, node.trigger));
        case 'end':
            return make(
                'bpmn:endEvent',
                {},
                {},
                node.terminates && !node.trigger
                    ? [xml('bpmn:terminateEventDefinition', { id: `_wat_${node.id}` })]
                    : eventDefinition(w, node, node.trigger),
            );
        case 'subprocess':
            return make(
                'bpmn:subProcess',
                {},
                { triggeredByEvent: node.byEvent ? true : undefined },
                contents(w, node.id),
            );
    }
}

function eventDefinition({ dialect, events, graph }: Writing, node: GraphNode, trigger: Trigger | undefined): Xml[] {
    if (!trigger) {
        return [];
    }
    const id = `_wat_${node.id}`;
    switch (trigger.kind) {
        case 'timer':
            return [
                xml('bpmn:timerEventDefinition', { id }, [
                    trigger.until === undefined
                        ? dialect.timer(trigger.quantity)
                        : dialect.until(
                              graph.variables.find((v) => v.name === trigger.until)?.id ?? trigger.until,
                              node.kind === 'catch',
                          ),
                ]),
            ];
        default:
            return [xml(`bpmn:${trigger.kind}EventDefinition`, { id, [`${trigger.kind}Ref`]: events.idOf(trigger) })];
    }
}

function extensions({ extensions: inside = [] }: Extras): Xml[] {
    return inside.length === 0 ? [] : [xml('bpmn:extensionElements', {}, inside)];
}
