import type { Frame, Item, Link } from './plan.js';

/**
 * Gives each item its column: as far to the left as what comes before it allows. A frame has its columns for itself, so
 * what else could stand beside it in the same column comes before it. Flows that lead back count as none.
 *
 * @returns how many columns there are
 */
export function assignColumns(root: Frame): number {
    const width = widthOf(root);
    shift(root, 0);
    return width;
}

/** Columns from 0 within a frame, and how many; those of a frame in it from 0 too. */
function widthOf(frame: Frame): number {
    markBackLinks(frame);
    const inner = new Map(frame.items.flatMap((i) => (i.frame ? [[i, widthOf(i.frame)] as const] : [])));
    const layers = layersOf(frame);
    let column = 0;
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
    return column;
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

/** Longest paths from what nothing leads to; what nothing leads to or from, such as an event subprocess, comes last. */
function layersOf(frame: Frame): Item[][] {
    const waiting = new Map(frame.items.map((i) => [i, 0]));
    const next = forward(frame);
    for (const targets of next.values()) {
        targets.forEach((t) => waiting.set(t, (waiting.get(t) ?? 0) + 1));
    }
    const linked = new Set(frame.links.flatMap((l) => [l.from, l.to]));
    const layer = new Map<Item, number>();
    const ready = frame.items.filter((i) => waiting.get(i) === 0);
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
    const apart: Item[] = [];
    for (const item of frame.items) {
        if (item.frame?.node?.byEvent && !linked.has(item)) {
            apart.push(item);
        } else {
            (layers[layer.get(item) ?? 0] ??= []).push(item);
        }
    }
    return apart.length > 0 ? [...layers, apart] : layers;
}

/** From each item to those that flows lead to, back ones left out. */
export function forward(frame: Frame): Map<Item, Item[]> {
    return grouped(
        frame.links.filter((l) => !l.isBack),
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

/** A flow leads back where it is on a cycle and leads to what stands earlier in the text; so no cycle remains. */
function markBackLinks(frame: Frame): void {
    const component = components(frame);
    for (const link of frame.links) {
        link.isBack = component.get(link.from) === component.get(link.to) && link.to.index <= link.from.index;
    }
}

/** A number for each set of items that can all reach each other (Kosaraju). */
function components(frame: Frame): Map<Item, number> {
    const next = grouped(
        frame.links,
        (l) => l.from,
        (l) => l.to,
    );
    const previous = grouped(
        frame.links,
        (l) => l.to,
        (l) => l.from,
    );
    const finished: Item[] = [];
    const seen = new Set<Item>();
    for (const item of frame.items) {
        walk(item, next, seen, (i) => finished.push(i));
    }
    const component = new Map<Item, number>();
    const taken = new Set<Item>();
    finished.reverse().forEach((item, number) => {
        walk(item, previous, taken, (i) => component.set(i, number));
    });
    return component;
}

/** Depth first, without recursion: `leave` sees each item after what it leads to. */
function walk(from: Item, next: ReadonlyMap<Item, Item[]>, seen: Set<Item>, leave: (item: Item) => void): void {
    if (seen.has(from)) {
        return;
    }
    seen.add(from);
    const stack: { readonly item: Item; at: number }[] = [{ item: from, at: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const target = next.get(top.item)?.[top.at];
        top.at += 1;
        if (target === undefined) {
            leave(top.item);
            stack.pop();
        } else if (!seen.has(target)) {
            seen.add(target);
            stack.push({ item: target, at: 0 });
        }
    }
}
