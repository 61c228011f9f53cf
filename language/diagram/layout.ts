import type { WorkflowGraph } from '../workflow/graph.js';
import { runZones } from './channels.js';
import { assignColumns, findBackLinks } from './columns.js';
import type { Band, Box, Diagram, Edge, Point, Shape, Strip } from './geometry.js';
import { assignStrips, type Fold, type StripOf } from './fold.js';
import { heightsOf, TITLE, type Heights } from './heights.js';
import { planOf, type Item, type Link, type Plan } from './plan.js';
import { rowOf, chooseRoutes, type Route } from './routes.js';
import { assignRows, type LaneRows } from './rows.js';
import { boundaryText, boxOf, EVENT, flowText, nodeText, SLOT, titleText } from './sizes.js';
import { makeTrunks, type Trunk } from './trunks.js';
import { levelHeight, trunkTracks, widthsOf, type RunIndex, type Widths } from './widths.js';

/** The strip at the left of a pool, for its title, and that of each band. */
export const POOL_HEADER = 30;
const BAND_HEADER = 132;
const HIGH = 110;

/**
 * Gives everything in a graph its place: layers from left to right (columns.ts), a band of rows for each lane (rows.ts),
 * flows along rows and through channels between them (routes.ts, channels.ts, trunks.ts). What holds: no shape overlaps
 * another, but an event stands on the border of what it belongs to and a frame is around what stands in it; no flow
 * crosses a shape; no label overlaps a shape, a flow or a label; flows that neither leave one place nor arrive at one do
 * not run over each other. No place depends on the words of a label.
 *
 * @param fold how a drawing for people is folded; one for an engine is not
 */
export function layOut(graph: WorkflowGraph, fold?: Fold): Diagram {
    const plan = planOf(graph);
    findBackLinks(plan);
    const parts = fold ? assignStrips(plan, fold) : [{}];
    const lanes = assignRows(plan, Math.max(1, graph.lanes.length), parts.length);
    const columns = assignColumns(plan.root);
    const routes = chooseRoutes(plan);
    const { trunks, before } = makeTrunks(routes, plan);
    const zones = runZones(routes);
    const byRoute = new Map(
        zones.flatMap((z) => z.runs).map((r) => [`${String(r.route.link.index)} ${String(r.level)}`, r]),
    );
    const runs: RunIndex = (route, level) => byRoute.get(`${String(route.link.index)} ${String(level)}`);
    const heights = heightsOf(plan, zones, lanes);
    const tracks = trunkTracks(trunks, before, heights, runs);
    const widths = widthsOf(plan, columns, trunks, tracks, POOL_HEADER + BAND_HEADER);
    const shapes = shapesOf(graph, plan, heights, widths);
    const pool = { x: 0, y: 0, width: widths.right, height: heights.bands.at(-1)?.bottom ?? 0 };
    return {
        width: pool.width,
        height: pool.height,
        pool,
        strips: stripsOf(parts, lanes, heights, pool.width),
        bands: bandsOf(graph, lanes, heights, pool.width),
        shapes: shapes.list,
        edges: edgesOf(plan, routes, trunks, { heights, widths, runs, boxes: shapes.boxes }),
    };
}

function stripsOf(parts: readonly StripOf[], lanes: readonly LaneRows[], { bands }: Heights, width: number): Strip[] {
    return parts.map((what, strip) => {
        const own = bands.filter((_, i) => lanes[i]?.strip === strip);
        const y = own[0]?.top ?? 0;
        return { x: 0, y, width, height: (own.at(-1)?.bottom ?? y) - y, ...what };
    });
}

function bandsOf(graph: WorkflowGraph, lanes: readonly LaneRows[], { bands }: Heights, right: number): Band[] {
    return lanes.flatMap(({ lane: index }, at) => {
        const lane = graph.lanes[index];
        if (!lane) {
            return [];
        }
        const { top: y, bottom } = bands[at] ?? { top: 0, bottom: 0 };
        const height = bottom - y;
        const header = { x: POOL_HEADER, y, width: BAND_HEADER, height };
        // near the top: of a high band the middle may be out of sight
        const room = { x: header.x + 8, y: y + 4, width: BAND_HEADER - 16, height: Math.min(height - 8, HIGH) };
        const text = titleText(lane.title, room, 12, 'middle') ?? {
            ...header,
            lines: [],
            size: 12,
            align: 'middle',
            isCut: false,
        };
        return { x: POOL_HEADER, y, width: right - POOL_HEADER, height, lane: index, header, text };
    });
}

interface Shapes {
    readonly list: Shape[];
    /** of items, and of events by their id */
    readonly boxes: ReadonlyMap<Item | string, Box>;
}

function shapesOf(graph: WorkflowGraph, plan: Plan, heights: Heights, widths: Widths): Shapes {
    const boxes = new Map<Item | string, Box>();
    const byId = new Map<string, Shape>();
    for (const item of plan.items) {
        const { node, frame, column, row, extent } = item;
        const [x, y] = [widths.column[column] ?? 0, heights.row[row] ?? 0];
        if (!node) {
            continue;
        }
        const box = frame ? frameBox(item, heights, widths) : boxOf(node, extent, x, y);
        const text = frame
            ? titleText(
                  node.label,
                  { x: box.x + 12, y: box.y + 3, width: box.width - 24, height: TITLE - 6 },
                  12,
                  'left',
              )
            : nodeText(node, box, item.events.length);
        boxes.set(item, box);
        byId.set(node.id, { ...box, node: node.id, ...(text && { text }) });
        const slot = frame ? SLOT.width : (box.width - 16) / Math.max(1, item.events.length);
        item.events.forEach((event, index) => {
            const place = {
                x: box.x + 8 + index * slot,
                y: box.y + box.height - EVENT / 2,
                width: EVENT,
                height: EVENT,
            };
            const label = boundaryText(event.label, place, slot);
            boxes.set(event.id, place);
            byId.set(event.id, { ...place, node: event.id, ...(label && { text: label }) });
        });
    }
    return { list: graph.nodes.flatMap((n) => byId.get(n.id) ?? []), boxes };
}

function frameBox({ frame }: Item, heights: Heights, widths: Widths): Box {
    const { top, bottom } = (frame && heights.frames.get(frame)) ?? { top: 0, bottom: 0 };
    const { left, right } = (frame && widths.frames.get(frame)) ?? { left: 0, right: 0 };
    return { x: left, y: top, width: right - left, height: bottom - top };
}

interface Places {
    readonly heights: Heights;
    readonly widths: Widths;
    readonly runs: RunIndex;
    readonly boxes: Shapes['boxes'];
}

function edgesOf(plan: Plan, routes: readonly Route[], trunks: readonly Trunk[], places: Places): Edge[] {
    const turnAt = new Map(
        trunks.flatMap((t) => t.parts.map((p) => [`${String(p.route.link.index)} ${String(p.turn)}`, t] as const)),
    );
    const ways = Map.groupBy(plan.links, (l) => l.flow);
    return [...ways].map(([flow, links]) => {
        const points = links.flatMap((link) => pointsOf(link, routes[link.index], turnAt, places));
        const label = links[0]?.to.flow === flow ? links[0].to : undefined;
        const left = label ? (places.widths.column[label.column] ?? 0) - label.extent.width / 2 : 0;
        const text = label && flowText(flow.label, left, places.heights.row[label.row] ?? 0);
        return { flow: flow.id, points: withoutNeedless(points), ...(text && { text }) };
    });
}

function pointsOf(link: Link, route: Route | undefined, turnAt: ReadonlyMap<string, Trunk>, places: Places): Point[] {
    const { heights, widths, runs, boxes } = places;
    const points: Point[] = [];
    const from = link.event ? boxes.get(link.event.id) : boxes.get(link.from);
    const to = boxes.get(link.to);
    if (!route) {
        return points;
    }
    const height = (level: number) => levelHeight(route, level, heights, runs);
    if (from && link.event) {
        const x = from.x + from.width / 2;
        points.push({ x, y: from.y + from.height }, { x, y: height(0) });
    } else if (from) {
        points.push({ x: from.x + from.width, y: heights.row[rowOf(link.from)] ?? 0 });
    }
    route.turns.forEach((_, turn) => {
        const trunk = turnAt.get(`${String(link.index)} ${String(turn)}`);
        const x = (trunk && widths.trunk.get(trunk)) ?? 0;
        points.push({ x, y: height(turn) }, { x, y: height(turn + 1) });
    });
    if (to) {
        points.push({ x: to.x, y: heights.row[rowOf(link.to)] ?? 0 });
    }
    return points;
}

/** Without points on the way between two others. */
function withoutNeedless(points: readonly Point[]): Point[] {
    const result: Point[] = [];
    for (const point of points) {
        const [before, last] = [result.at(-2), result.at(-1)];
        if (last && last.x === point.x && last.y === point.y) {
            continue;
        }
        if (
            before &&
            last &&
            ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
        ) {
            result.pop();
        }
        result.push(point);
    }
    return result;
}
