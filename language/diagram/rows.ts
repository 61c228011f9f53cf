import { backward, forward } from './columns.js';
import type { Frame, Item, Plan } from './plan.js';

/** The rows of a lane, in one strip of the drawing. */
export interface LaneRows {
    readonly lane: number;
    readonly strip: number;
    readonly first: number;
    readonly count: number;
}

/** Between strips, so that what runs from one to the other has a channel of its own. */
const BETWEEN_STRIPS = 2;

/**
 * Gives each item its row. Every lane has rows of its own in each strip, and only what can never stand in one column shares a row: what
 * comes before or after the other, or stands in another frame. So a row depends on its lane alone, and not on columns.
 *
 * @returns the lanes of each strip from top to bottom; of a folded drawing those in which something stands
 */
export function assignRows(plan: Plan, lanes: number, strips: number): LaneRows[] {
    const order = orderIn(plan);
    const previous = new Map([plan.root, ...plan.frames].map((f) => [f, backward(f)]));
    const rows: Item[][][] = Array.from({ length: lanes * strips }, () => []);
    const bandOf = ({ lane, strip }: Pick<Item, 'lane' | 'strip'>) => strip * lanes + lane;
    const placed = new Set<Item>();
    for (const item of inOrder(plan, strips)) {
        if (item.frame) {
            continue;
        }
        const own = (rows[bandOf(item)] ??= []);
        const wish = wishedRow(item, previous, placed) ?? 0;
        const fits = (row: number) => (own[row] ?? []).every((other) => canShareRow(order, item, other));
        const candidates = own.map((_, row) => row).filter(fits);
        const row = candidates.sort((a, b) => distance(a, wish) - distance(b, wish))[0] ?? own.length;
        (own[row] ??= []).push(item);
        item.row = row;
        placed.add(item);
    }
    const result: LaneRows[] = [];
    let next = 0;
    plan.strips = Array.from({ length: strips }, (_, strip) => {
        next += strip > 0 ? BETWEEN_STRIPS : 0;
        const top = next;
        for (let lane = 0; lane < lanes; lane++) {
            const count = rows[bandOf({ lane, strip })]?.length ?? 0;
            if (count > 0 || strips === 1) {
                result.push({ lane, strip, first: next, count: Math.max(1, count) });
                next += Math.max(1, count);
            }
        }
        return { top, bottom: next - 1 };
    });
    const first = new Map(result.map((r) => [bandOf(r), r.first]));
    plan.items.forEach((i) => (i.row += i.frame ? 0 : (first.get(bandOf(i)) ?? 0)));
    [...plan.frames].reverse().forEach(fitFrame);
    const { root } = plan;
    root.top = 0;
    root.bottom = next - 1;
    return result;
}

/**
 * In the order of the text; in a strip last the labels of flows that leave it or lead back, so that what stays is together.
 * Not the first of a choice, which is the way on.
 */
function inOrder(plan: Plan, strips: number): readonly Item[] {
    if (strips === 1) {
        return plan.items;
    }
    const ways = plan.links.filter(({ from }) => from.flow);
    const first = new Map([...ways].reverse().flatMap((l) => (l.isBack ? [] : [[l.flow.from, l] as const])));
    const leaves = ways.filter((l) => l.isBack || (l.to.strip !== l.from.strip && first.get(l.flow.from) !== l));
    const later = new Set(leaves.map((l) => l.from));
    return [...plan.items.filter((i) => !later.has(i)), ...plan.items.filter((i) => later.has(i))];
}

/** Lower rows are nearer than higher ones. */
const distance = (row: number, wish: number) => (row >= wish ? row - wish : wish - row + 0.5);

/** The highest row in this lane of what comes last before an item. */
function wishedRow(
    item: Item,
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
            if (standing.lane === item.lane && standing.strip === item.strip && placed.has(standing)) {
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
    // what comes after what through another strip may yet stand in one column with it
    const next = forward(frame, ({ from, to }) => from.strip === to.strip);
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
