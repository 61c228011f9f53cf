import { backward, forward } from './columns.js';
import type { Frame, Item, Plan } from './plan.js';

/**
 * Gives each item its row. Every lane has rows of its own, and only what can never stand in one column shares a row: what
 * comes before or after the other, or stands in another frame. So a row depends on its lane alone, and not on columns.
 *
 * @returns for each lane how many rows it has, at least one
 */
export function assignRows(plan: Plan, lanes: number): number[] {
    const order = orderIn(plan);
    const previous = new Map([plan.root, ...plan.frames].map((f) => [f, backward(f)]));
    const rows: Item[][][] = Array.from({ length: lanes }, () => []);
    const placed = new Set<Item>();
    for (const item of plan.items) {
        const lane = item.frame ? laneOf(item.frame) : item.lane;
        if (item.frame) {
            continue;
        }
        const own = (rows[lane] ??= []);
        const wish = wishedRow(item, lane, previous, placed) ?? 0;
        const fits = (row: number) => (own[row] ?? []).every((other) => canShareRow(order, item, other));
        const candidates = own.map((_, row) => row).filter(fits);
        const row = candidates.sort((a, b) => distance(a, wish) - distance(b, wish))[0] ?? own.length;
        (own[row] ??= []).push(item);
        item.row = row;
        placed.add(item);
    }
    const counts = rows.map((r) => Math.max(1, r.length));
    const first = counts.map((_, lane) => counts.slice(0, lane).reduce((a, b) => a + b, 0));
    plan.items.forEach((i) => (i.row += i.frame ? 0 : (first[i.lane] ?? 0)));
    [...plan.frames].reverse().forEach(fitFrame);
    const { root } = plan;
    root.top = 0;
    root.bottom = counts.reduce((a, b) => a + b, 0) - 1;
    return counts;
}

/** Lower rows are nearer than higher ones. */
const distance = (row: number, wish: number) => (row >= wish ? row - wish : wish - row + 0.5);

function laneOf(frame: Frame): number {
    const [first] = frame.items;
    return first?.frame ? laneOf(first.frame) : (first?.lane ?? 0);
}

/** The highest row in this lane of what comes last before an item. */
function wishedRow(
    item: Item,
    lane: number,
    previous: ReadonlyMap<Frame, ReadonlyMap<Item, readonly Item[]>>,
    placed: ReadonlySet<Item>,
): number | undefined {
    const seen = new Set<Item>();
    const found: number[] = [];
    const look = [item];
    for (const one of look) {
        for (const before of previous.get(one.scope)?.get(one) ?? []) {
            if (seen.has(before)) {
                continue;
            }
            seen.add(before);
            const standing = before.frame ? portItem(before.frame) : before;
            if (standing.lane === lane && placed.has(standing)) {
                found.push(standing.row);
            } else {
                look.push(before);
            }
        }
    }
    return found.length > 0 ? Math.min(...found) : undefined;
}

function portItem(frame: Frame): Item {
    const [first] = frame.items;
    return first?.frame ? portItem(first.frame) : (first as Item);
}

function fitFrame(frame: Frame): void {
    const rows = frame.items.flatMap((i) => (i.frame ? [i.frame.top, i.frame.bottom] : [i.row]));
    frame.top = Math.min(...rows);
    frame.bottom = Math.max(...rows);
    frame.port = portItem(frame).row;
}

/** What comes after each item of a frame, as bits. */
interface Order {
    readonly place: ReadonlyMap<Item, number>;
    readonly after: ReadonlyMap<Item, Uint32Array>;
}

function orderIn(plan: Plan): ReadonlyMap<Frame, Order> {
    return new Map([plan.root, ...plan.frames].map((f) => [f, orderOf(f)]));
}

function orderOf(frame: Frame): Order {
    const place = new Map(frame.items.map((item, index) => [item, index]));
    const next = forward(frame);
    const words = Math.ceil(frame.items.length / 32);
    const after = new Map<Item, Uint32Array>();
    for (const item of sorted(frame, next).reverse()) {
        const bits = new Uint32Array(words);
        for (const target of next.get(item) ?? []) {
            const at = place.get(target) ?? 0;
            bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
            after.get(target)?.forEach((word, i) => (bits[i] = (bits[i] ?? 0) | word));
        }
        after.set(item, bits);
    }
    return { place, after };
}

/** What comes after what. */
function sorted(frame: Frame, next: ReadonlyMap<Item, readonly Item[]>): Item[] {
    const waiting = new Map<Item, number>();
    for (const targets of next.values()) {
        targets.forEach((t) => waiting.set(t, (waiting.get(t) ?? 0) + 1));
    }
    const result = frame.items.filter((i) => !waiting.has(i));
    for (const item of result) {
        for (const target of next.get(item) ?? []) {
            const left = (waiting.get(target) ?? 0) - 1;
            waiting.set(target, left);
            if (left === 0) {
                result.push(target);
            }
        }
    }
    return result;
}

/** Whether two items can never stand in one column; those that stand apart from the flow may share theirs. */
function canShareRow(orders: ReadonlyMap<Frame, Order>, a: Item, b: Item): boolean {
    if (a.scope !== b.scope) {
        const [one, other] = [apartOf(a), apartOf(b)];
        return one === undefined || other === undefined || one === other;
    }
    const order = orders.get(a.scope);
    return order !== undefined && (comesAfter(order, a, b) || comesAfter(order, b, a));
}

/** The outermost frame that stands apart in which an item stands. */
function apartOf({ scope }: Item): Frame | undefined {
    let found: Frame | undefined;
    for (let frame: Frame | undefined = scope; frame?.node; frame = frame.parent) {
        found = frame.node.byEvent ? frame : found;
    }
    return found;
}

function comesAfter({ place, after }: Order, before: Item, item: Item): boolean {
    const at = place.get(item) ?? 0;
    return ((after.get(before)?.[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}
