import type { Frame, Item, Link, Plan } from './plan.js';

/**
 * Which way each flow goes: along rows and through the channels between rows and between columns. Channel `n` of rows is
 * above row `n`, channel `n` of columns is right of column `n`. Vertical parts are in channels of columns only; horizontal
 * ones in channels of rows or, where it is free, on the line of a row. So no flow crosses a shape.
 */
export interface Route {
    readonly link: Link;
    /** the horizontal parts; from each to the next a vertical one */
    readonly levels: readonly Level[];
    /** the channels of columns of the vertical parts, one less than levels */
    readonly turns: readonly number[];
}

/** Where a horizontal part runs. */
export interface Level {
    readonly kind: 'row' | 'channel';
    readonly at: number;
}

/** The channel of columns left of all strips, for flows that run past one. */
export const GUTTER = -2;

/** What flows in a frame may use. */
interface Grid {
    /** who stands or runs in a cell */
    readonly cells: Map<number, Item | Link[]>;
    readonly rows: number;
    readonly strips: Plan['strips'];
    /** how many flows use each channel of rows */
    readonly use: number[];
}

/** Chooses a route for each link, short ones first, so that they are the straight ones. */
export function chooseRoutes(plan: Plan): Route[] {
    const rows = plan.root.bottom + 1;
    const cells = new Map<number, Item | Link[]>();
    for (const item of plan.items) {
        if (!item.frame) {
            cells.set(item.column * rows + item.row, item);
        }
    }
    const grid: Grid = { cells, rows, strips: plan.strips, use: [] };
    const routes: Route[] = [];
    const span = (l: Link) => Math.abs(startColumn(l) - endColumn(l));
    for (const link of [...plan.links].sort((a, b) => span(a) - span(b) || a.index - b.index)) {
        routes[link.index] = routeOf(link, grid);
    }
    return routes;
}

/** The route of a link that uses no line of a row but those of its ends. */
export function detour(route: Route, plan: Plan): Route {
    const grid: Grid = { cells: new Map(), rows: plan.root.bottom + 1, strips: plan.strips, use: [] };
    return throughChannel(route.link, grid);
}

/** The channel of columns in which a link starts. */
function startColumn({ from, event, to }: Link): number {
    const right = from.frame ? from.frame.right : from.column;
    const left = from.frame ? from.frame.left : from.column;
    // an event stands below: it may go either way
    return event && endOf(to) < right ? left - 1 : right;
}

const endOf = (item: Item) => (item.frame ? item.frame.left : item.column) - 1;
const endColumn = ({ to }: Link) => endOf(to);

export const rowOf = (item: Item) => (item.frame ? item.frame.port : item.row);
/** The channel of rows below a shape. */
export const belowOf = (item: Item) => (item.frame ? item.frame.bottom : item.row) + 1;

function routeOf(link: Link, grid: Grid): Route {
    const [start, end] = [startColumn(link), endColumn(link)];
    const [from, to] = [rowOf(link.from), rowOf(link.to)];
    if (link.from.strip !== link.to.strip) {
        return betweenStrips(link, grid);
    }
    if (link.event || start > end) {
        return throughChannel(link, grid);
    }
    if (start === end) {
        return from === to
            ? { link, levels: [row(from)], turns: [] }
            : { link, levels: [row(from), row(to)], turns: [start] };
    }
    if (isFree(link, from, grid)) {
        take(link, from, grid);
        return from === to
            ? { link, levels: [row(from)], turns: [] }
            : { link, levels: [row(from), row(to)], turns: [end] };
    }
    if (isFree(link, to, grid)) {
        take(link, to, grid);
        return { link, levels: [row(from), row(to)], turns: [start] };
    }
    return throughChannel(link, grid);
}

function throughChannel(link: Link, grid: Grid): Route {
    const [start, end] = [startColumn(link), endColumn(link)];
    const [from, to] = [rowOf(link.from), rowOf(link.to)];
    if (link.event) {
        const first = belowOf(link.from);
        if (start === end || isOpen(link, first, start, end)) {
            count(grid, first);
            return { link, levels: [channel(first), row(to)], turns: [end] };
        }
        const second = bestChannel(link, first - 0.5, to, grid);
        count(grid, second);
        return { link, levels: [channel(first), channel(second), row(to)], turns: [start, end] };
    }
    const best = bestChannel(link, from, to, grid);
    count(grid, best);
    return { link, levels: [row(from), channel(best), row(to)], turns: [start, end] };
}

/** Through the channels between strips, and past those between them at the left. */
function betweenStrips(link: Link, { strips }: Grid): Route {
    const [from, to] = [link.from.strip, link.to.strip];
    const below = (strip: number) => (strips[strip]?.bottom ?? 0) + 2;
    const [first, last] = from < to ? [below(from), below(to - 1)] : [below(from - 1), below(to)];
    const [start, end] = [startColumn(link), endColumn(link)];
    const begin = link.event ? channel(belowOf(link.from)) : row(rowOf(link.from));
    return first === last
        ? { link, levels: [begin, channel(first), row(rowOf(link.to))], turns: [start, end] }
        : { link, levels: [begin, channel(first), channel(last), row(rowOf(link.to))], turns: [start, GUTTER, end] };
}

const row = (at: number): Level => ({ kind: 'row', at });
const channel = (at: number): Level => ({ kind: 'channel', at });

function count(grid: Grid, at: number): void {
    grid.use[at] = (grid.use[at] ?? 0) + 1;
}

/** The channel of rows with the least to climb; flows that lead back rather run near where they begin, or above, others below. */
function bestChannel(link: Link, from: number, to: number, grid: Grid): number {
    const [start, end] = [startColumn(link), endColumn(link)];
    let best = link.from.row;
    let least = Number.POSITIVE_INFINITY;
    const { top, bottom } = link.scope.parent ? link.scope : (grid.strips[link.from.strip] ?? link.scope);
    for (let at = top; at <= bottom + 1; at++) {
        if (start !== end && !isOpen(link, at, start, end)) {
            continue;
        }
        const height = at - 0.5;
        const climb = Math.abs(height - from) + Math.abs(height - to);
        const preference = link.isBack ? Math.abs(height - from) * 0.01 + at * 0.001 : at * -0.001;
        const cost = climb + preference + 0.15 * (grid.use[at] ?? 0);
        if (cost < least) {
            [best, least] = [at, cost];
        }
    }
    return best;
}

/** Whether no frame stands in the way in a channel of rows, from one channel of columns to another. */
function isOpen(link: Link, at: number, start: number, end: number): boolean {
    const [left, right] = [Math.min(start, end) + 1, Math.max(start, end)];
    return link.scope.items.every(
        ({ frame: f }) => !f || f.right < left || f.left > right || at <= f.top || at > f.bottom,
    );
}

/** Whether the line of a row is free between a link's ends, or used by links that start or end where it does. */
function isFree(link: Link, at: number, grid: Grid): boolean {
    const [left, right] = [startColumn(link) + 1, endColumn(link)];
    if (at < link.scope.top || at > link.scope.bottom) {
        return false;
    }
    for (let column = left; column <= right; column++) {
        const there = grid.cells.get(column * grid.rows + at);
        if (there && !(Array.isArray(there) && there.every((other) => areRelated(link, other)))) {
            return false;
        }
    }
    return link.scope.items.every(
        ({ frame: f }) => !f || f.right < left || f.left > right || at < f.top || at > f.bottom,
    );
}

function take(link: Link, at: number, grid: Grid): void {
    for (let column = startColumn(link) + 1; column <= endColumn(link); column++) {
        const key = column * grid.rows + at;
        const there = grid.cells.get(key);
        if (Array.isArray(there)) {
            there.push(link);
        } else {
            grid.cells.set(key, [link]);
        }
    }
}

/** Whether two links may run over each other: they leave one place, or arrive at one. */
export function areRelated(a: Link, b: Link): boolean {
    return a === b || a.to === b.to || (a.from === b.from && a.event === b.event);
}

/** Where a channel of a frame lies among those of others: below 0 within frames that end here, above 0 within such as begin. */
export function zoneOf(scope: Frame, at: number, side: 'rows' | 'columns'): number {
    let zone = 0;
    for (let frame: Frame | undefined = scope; frame?.parent; frame = frame.parent) {
        const [first, last] = side === 'rows' ? [frame.top, frame.bottom + 1] : [frame.left - 1, frame.right];
        zone += at === first ? 1 : at === last ? -1 : 0;
    }
    return zone;
}
