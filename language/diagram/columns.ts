import type { Frame, Item, Link, Plan } from './plan.js';

/**
 * Gives each item its column: as far to the left as what comes before it allows. A frame has its columns for itself, so
 * what else could stand beside it in the same column comes before it; event subprocesses stand behind all else. Flows that
 * lead back count as none. Rows are known.
 *
 * @returns how many columns there are
 */
export function assignColumns(root: Frame): number {
    const width = widthOf(root);
    shift(root, 0);
    return width;
}

/** Between the columns of one strip and the next there is one in which nothing stands. */
const BETWEEN_STRIPS = 1;

/** Says of each flow whether it leads back. */
export function findBackLinks(plan: Plan): void {
    [plan.root, ...plan.frames].forEach(markBackLinks);
}

/** Columns from 0 within a frame, and how many; those of a frame in it from 0 too. */
function widthOf(frame: Frame): number {
    const inner = new Map(frame.items.flatMap((i) => (i.frame ? [[i, widthOf(i.frame)] as const] : [])));
    let column = 0;
    for (const [strip, items] of Map.groupBy(inStrips(frame.items), (i) => i.strip)) {
        column = placeStrip(frame, items, inner, column + (strip > 0 && column > 0 ? BETWEEN_STRIPS : 0));
    }
    return column;
}

function inStrips(items: readonly Item[]): readonly Item[] {
    return [...items].sort((a, b) => a.strip - b.strip || a.index - b.index);
}

/** @returns the column behind the last */
function placeStrip(frame: Frame, items: readonly Item[], inner: ReadonlyMap<Item, number>, first: number): number {
    const linked = new Set(frame.links.flatMap((l) => [l.from, l.to]));
    const stands = (i: Item) => isApart(i) && !linked.has(i);
    const layers = layersOf(
        frame,
        items.filter((i) => !stands(i)),
    );
    let column = first;
    for (const layer of layers) {
        const narrow = layer.filter((i) => !i.frame);
        narrow.forEach((i) => (i.column = column));
        column += narrow.length > 0 ? 1 : 0;
        for (const item of layer) {
            if (item.frame) {
                item.column = column;
                column += inner.get(item) ?? 1;
                item.frame.left = item.column;
                item.frame.right = column - 1;
            }
        }
    }
    return placeApart(items.filter(stands), inner, column);
}

/** Side by side where their rows meet, else below each other. */
function placeApart(apart: readonly Item[], inner: ReadonlyMap<Item, number>, first: number): number {
    let end = first;
    const placed: Frame[] = [];
    for (const item of apart) {
        const { frame } = item;
        if (frame) {
            const beside = placed.filter((f) => f.top <= frame.bottom && frame.top <= f.bottom);
            item.column = Math.max(first, ...beside.map((f) => f.right + 1));
            frame.left = item.column;
            frame.right = item.column + (inner.get(item) ?? 1) - 1;
            placed.push(frame);
            end = Math.max(end, frame.right + 1);
        }
    }
    return end;
}

function shift(frame: Frame, by: number): void {
    for (const item of frame.items) {
        item.column += by;
        if (item.frame) {
            item.frame.left += by;
            item.frame.right += by;
            shift(item.frame, item.column);
        }
    }
}

/** Some items of a frame by the longest paths to them, from what none of the others lead to. */
export function layersOf(frame: Frame, items: readonly Item[]): readonly Item[][] {
    const waiting = new Map(items.map((i) => [i, 0]));
    const links = frame.links.filter((l) => !l.isBack && waiting.has(l.from) && waiting.has(l.to));
    const next = grouped(
        links,
        (l) => l.from,
        (l) => l.to,
    );
    links.forEach((l) => waiting.set(l.to, (waiting.get(l.to) ?? 0) + 1));
    const layer = new Map<Item, number>();
    const ready = items.filter((i) => waiting.get(i) === 0);
    for (const item of ready) {
        const own = layer.get(item) ?? 0;
        layer.set(item, own);
        for (const target of next.get(item) ?? []) {
            layer.set(target, Math.max(layer.get(target) ?? 0, own + 1));
            const left = (waiting.get(target) ?? 0) - 1;
            waiting.set(target, left);
            if (left === 0) {
                ready.push(target);
            }
        }
    }
    const layers: Item[][] = [];
    for (const item of items) {
        (layers[layer.get(item) ?? 0] ??= []).push(item);
    }
    return layers;
}

/** Whether it stands apart from the flow. */
export const isApart = (item: Item) => item.frame?.node?.byEvent === true;

/** From each item to those that flows lead to, back ones left out. */
export function forward(frame: Frame, counts: (link: Link) => boolean = () => true): Map<Item, Item[]> {
    return grouped(
        frame.links.filter((l) => !l.isBack && counts(l)),
        (l) => l.from,
        (l) => l.to,
    );
}

/** From each item to those that flows come from, back ones left out. */
export function backward(frame: Frame): Map<Item, Item[]> {
    return grouped(
        frame.links.filter((l) => !l.isBack),
        (l) => l.to,
        (l) => l.from,
    );
}

function grouped(links: readonly Link[], key: (l: Link) => Item, value: (l: Link) => Item): Map<Item, Item[]> {
    const result = new Map<Item, Item[]>();
    for (const link of links) {
        const old = result.get(key(link));
        if (old) {
            old.push(value(link));
        } else {
            result.set(key(link), [value(link)]);
        }
    }
    return result;
}

/**
 * A flow leads back where it leads to what is on the way to it, seen from where the process begins and in the order of the
 * text; without these flows no cycle remains.
 */
function markBackLinks(frame: Frame): void {
    const next = new Map<Item, Link[]>();
    const entered = new Set<Item>();
    for (const link of frame.links) {
        next.set(link.from, [...(next.get(link.from) ?? []), link]);
        entered.add(link.to);
    }
    const state = new Map<Item, 'open' | 'left'>();
    // what nothing leads to first; what is then left is on a cycle that nothing leads into
    for (const item of [...frame.items.filter((i) => !entered.has(i)), ...frame.items]) {
        walk(item, next, state);
    }
}

/** Depth first, without recursion. */
function walk(from: Item, next: ReadonlyMap<Item, Link[]>, state: Map<Item, 'open' | 'left'>): void {
    if (state.has(from)) {
        return;
    }
    state.set(from, 'open');
    const stack: { readonly item: Item; at: number }[] = [{ item: from, at: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const link = next.get(top.item)?.[top.at];
        top.at += 1;
        if (link === undefined) {
            state.set(top.item, 'left');
            stack.pop();
        } else if (!state.has(link.to)) {
            state.set(link.to, 'open');
            stack.push({ item: link.to, at: 0 });
        } else {
            link.isBack = state.get(link.to) === 'open';
        }
    }
}
