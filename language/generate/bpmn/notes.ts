import type { Diagram } from '../../diagram/geometry.js';
import type { Protocol, UnknownItem } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import type { TaskNode, WorkflowGraph } from '../../workflow/graph.js';
import { identifier } from '../../workflow/draft.js';
import type { Dialect } from './dialect.js';
import { xml, type Xml } from './xml.js';

/** What stands below all lanes: documents in the pool, and below it what is unknown. */
export interface Notes {
    readonly dataObjects: readonly Xml[];
    readonly artifacts: readonly Xml[];
    readonly shapes: readonly Xml[];
    /** how much higher the pool must be for the documents, which stand at its bottom */
    readonly room: number;
    /** the documents that a task reads and makes */
    readonly insideTask: (node: TaskNode) => Xml[];
}

const GAP = 40;
/** the strips in which the pool and its lanes have their titles */
const HEADERS = 160;
const DOCUMENT = { width: 36, height: 50, room: 140, row: 100 };
const NOTE = { width: 240, line: 16, letters: 36 };

interface Given {
    readonly graph: WorkflowGraph;
    readonly diagram: Diagram;
    readonly protocol: Protocol;
    readonly dialect: Dialect;
    readonly language: Language;
}

/** Data objects for documents that tasks need or make, and a text annotation for each element that leaves something open. */
export function notesOf({ graph, diagram, protocol, dialect, language }: Given): Notes {
    const documents = dialect.hasDataObjects ? documentsIn(graph) : [];
    const taken = new Set<string>();
    const ids = new Map(documents.map((name) => [name, distinct(`_document_${identifier(name)}`, taken)]));
    const titles = new Map(protocol.documents.map((d) => [d.name, d.title ?? d.name]));
    const perRow = Math.max(1, Math.floor((diagram.pool.width - HEADERS) / DOCUMENT.room));
    const bottom = diagram.pool.y + diagram.pool.height;
    const room = Math.ceil(documents.length / perRow) * DOCUMENT.row;
    const shapes = documents.map((name, i) => {
        const x = diagram.pool.x + HEADERS + (i % perRow) * DOCUMENT.room;
        const y = bottom + Math.floor(i / perRow) * DOCUMENT.row;
        const { width, height } = DOCUMENT;
        return xml('bpmndi:BPMNShape', { id: `_di${ids.get(name) ?? ''}`, bpmnElement: `_ref${ids.get(name) ?? ''}` }, [
            xml('dc:Bounds', { x: x + (DOCUMENT.room - width) / 2, y, width, height }),
            xml('bpmndi:BPMNLabel', {}, [
                xml('dc:Bounds', { x: x + 5, y: y + height + 4, width: DOCUMENT.room - 10, height: 30 }),
            ]),
        ]);
    });
    const open = openIn(graph, protocol);
    const below = bottom + room + GAP;
    const artifacts: Xml[] = [];
    const notes: Xml[] = [];
    open.forEach(({ node, items }, i) => {
        const id = `_open_${node.id}`;
        const lines = items.map((item) => unknownText(item, language));
        const text = `${node.label}: ${lines.join('; ')}`;
        artifacts.push(xml('bpmn:textAnnotation', { id }, [xml('bpmn:text', {}, [text])]));
        notes.push(
            xml('bpmndi:BPMNShape', { id: `_di${id}`, bpmnElement: id }, [
                xml('dc:Bounds', {
                    x: diagram.pool.x + i * (NOTE.width + 20),
                    y: below,
                    width: NOTE.width,
                    height: 14 + NOTE.line * Math.ceil(text.length / NOTE.letters),
                }),
            ]),
        );
    });
    const refs = (names: readonly string[]) => names.flatMap((name) => ids.get(name) ?? []);
    return {
        dataObjects: documents.flatMap((name) => {
            const id = ids.get(name) ?? '';
            return [
                xml('bpmn:dataObject', { id }),
                xml('bpmn:dataObjectReference', { id: `_ref${id}`, name: titles.get(name) ?? name, dataObjectRef: id }),
            ];
        }),
        artifacts,
        shapes: [...shapes, ...notes],
        room,
        insideTask: (node) => dataOf(node.id, refs(node.requires), refs(node.delivers)),
    };
}

function documentsIn({ nodes }: WorkflowGraph): string[] {
    const all = nodes.flatMap((n) => (n.kind === 'task' ? [...n.requires, ...n.delivers] : []));
    return [...new Set(all)];
}

/** What a task reads and makes, as BPMN has it: inputs and outputs, and how they are tied to data objects. */
function dataOf(task: string, requires: readonly string[], delivers: readonly string[]): Xml[] {
    if (requires.length + delivers.length === 0) {
        return [];
    }
    const input = (i: number) => `_in_${String(i + 1)}_${task}`;
    const output = (i: number) => `_uit_${String(i + 1)}_${task}`;
    return [
        xml('bpmn:ioSpecification', { id: `_io_${task}` }, [
            ...requires.map((_, i) => xml('bpmn:dataInput', { id: input(i) })),
            ...delivers.map((_, i) => xml('bpmn:dataOutput', { id: output(i) })),
            xml(
                'bpmn:inputSet',
                { id: `_inset_${task}` },
                requires.map((_, i) => xml('bpmn:dataInputRefs', {}, [input(i)])),
            ),
            xml(
                'bpmn:outputSet',
                { id: `_outset_${task}` },
                delivers.map((_, i) => xml('bpmn:dataOutputRefs', {}, [output(i)])),
            ),
        ]),
        ...requires.map((id, i) =>
            xml('bpmn:dataInputAssociation', { id: `_van${input(i)}` }, [
                xml('bpmn:sourceRef', {}, [`_ref${id}`]),
                xml('bpmn:targetRef', {}, [input(i)]),
            ]),
        ),
        ...delivers.map((id, i) =>
            xml('bpmn:dataOutputAssociation', { id: `_naar${output(i)}` }, [
                xml('bpmn:sourceRef', {}, [output(i)]),
                xml('bpmn:targetRef', {}, [`_ref${id}`]),
            ]),
        ),
    ];
}

/** The tasks that leave something open, with what. */
function openIn({ nodes }: WorkflowGraph, protocol: Protocol): { node: TaskNode; items: readonly UnknownItem[] }[] {
    const items = Map.groupBy(protocol.unknowns, (u) => u.element);
    const seen = new Set<string>();
    return nodes.flatMap((node) => {
        const own = node.element === undefined ? undefined : items.get(node.element);
        const isFirst =
            node.kind === 'task' && node.work !== 'wait' && node.element !== undefined && !seen.has(node.element);
        if (!own || !isFirst || node.scope !== undefined) {
            return [];
        }
        seen.add(node.element ?? '');
        return [{ node, items: own }];
    });
}

function unknownText({ type, what, reason }: UnknownItem, language: Language): string {
    const nl = language === 'nl';
    const word = type === 'local' ? (nl ? 'plaatselijk' : 'decided locally') : nl ? 'onbekend' : 'unknown';
    return `${what} ${word}${reason === undefined ? '' : ` (${reason})`}`;
}

function distinct(wanted: string, taken: Set<string>): string {
    let id = wanted;
    for (let n = 2; taken.has(id.toLowerCase()); n++) {
        id = `${wanted}_${String(n)}`;
    }
    taken.add(id.toLowerCase());
    return id;
}
