import type { Box, Diagram, TextBox } from '../../diagram/geometry.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { Notes } from './notes.js';
import { xml, type Xml } from './xml.js';

/** The diagram of a process, as BPMN DI. */
export function drawing(graph: WorkflowGraph, diagram: Diagram, notes: Notes): Xml {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const shape = (element: string, box: Box, attributes: Record<string, boolean> = {}, text?: TextBox) =>
        xml('bpmndi:BPMNShape', { id: `_di_${element}`, bpmnElement: element, ...attributes }, [
            bounds(box),
            text ? xml('bpmndi:BPMNLabel', {}, [bounds(text)]) : undefined,
        ]);
    return xml('bpmndi:BPMNDiagram', { id: '_diagram' }, [
        xml('bpmndi:BPMNPlane', { id: '_plane', bpmnElement: '_collaboration' }, [
            shape('_pool', higher(diagram.pool, notes.room), { isHorizontal: true }),
            ...diagram.bands.flatMap((band, i) => {
                const lane = graph.lanes[band.lane];
                return lane
                    ? [
                          shape(lane.id, higher(band, i === diagram.bands.length - 1 ? notes.room : 0), {
                              isHorizontal: true,
                          }),
                      ]
                    : [];
            }),
            ...diagram.shapes.map((s) => {
                const node = nodes.get(s.node);
                const isBeside = node && node.kind !== 'task' && node.kind !== 'subprocess';
                const attributes: Record<string, boolean> =
                    node?.kind === 'subprocess'
                        ? { isExpanded: true }
                        : node?.kind === 'gateway' && (node.gateway === 'decide' || node.gateway === 'merge')
                          ? { isMarkerVisible: true }
                          : {};
                return shape(s.node, s, attributes, isBeside ? s.text : undefined);
            }),
            ...diagram.edges.map((e) =>
                xml('bpmndi:BPMNEdge', { id: `_di_${e.flow}`, bpmnElement: e.flow }, [
                    ...e.points.map(({ x, y }) => xml('di:waypoint', { x: figure(x), y: figure(y) })),
                    e.text ? xml('bpmndi:BPMNLabel', {}, [bounds(e.text)]) : undefined,
                ]),
            ),
            ...notes.shapes,
        ]),
    ]);
}

function higher(box: Box, room: number): Box {
    return { ...box, height: box.height + room };
}

function bounds({ x, y, width, height }: Box): Xml {
    return xml('dc:Bounds', { x: figure(x), y: figure(y), width: figure(width), height: figure(height) });
}

function figure(value: number): number {
    return Math.round(value * 100) / 100;
}
