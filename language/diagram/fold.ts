import { isApart, layersOf } from './columns.js';
import type { Frame, Item, Plan } from './plan.js';

/** How a drawing that is too wide is folded: into strips below each other, each with its bands, read as lines of a text. */
export interface Fold {
    /** a drawing that is no wider stays one strip */
    readonly width: number;
    /** of nodes by their id, in which part of the process they stand: 0, 1 …; a part begins a strip of its own */
    readonly parts: ReadonlyMap<string, number>;
}

/** What a strip shows: a part of the process, where it is said which those are, or what stands apart from the flow. */
export interface StripOf {
    readonly part?: number;
    readonly isApart?: boolean;
}

/** Beside a column, for the flows between it and the next. */
const BESIDE = 38;
/** What a flow costs that goes from one strip to another, in strips that are empty. */
const CROSSING = 0.06;
/** What it costs to begin a strip with a choice about what stands in the one before. */
const BELONGING = 0.2;

/**
 * Says of each item in which strip it stands. What is in no part stands with what comes before it. A part that is too wide
 * goes on in a next strip, where few flows go from one to the other; what stands apart has the last strip for itself.
 *
 * @returns what each strip shows
 */
export function assignStrips(plan: Plan, { width, parts }: Fold): readonly StripOf[] {
    const { root } = plan;
    const [apart, flowing] = [root.items.filter(isApart), root.items.filter((i) => !isApart(i))];
    const all = layersOf(root, flowing);
    if (sum(all.map(widthOfLayer)) + sum(apart.map(widthOfItem)) <= width) {
        return [{}];
    }
    const partOf = spread(root, all.flat(), parts);
    const strips: StripOf[] = [];
    for (const part of [...new Set(partOf.values())].sort((a, b) => a - b)) {
        const own = flowing.filter((i) => partOf.get(i) === part);
        for (const layers of broken(layersOf(root, own), root, width)) {
            layers.flat().forEach((i) => (i.strip = strips.length));
            strips.push(parts.size > 0 ? { part } : {});
        }
    }
    keepEnds(root, flowing);
    const used = [...new Set(flowing.map((i) => i.strip))].sort((a, b) => a - b);
    flowing.forEach((i) => (i.strip = used.indexOf(i.strip)));
    const shown = used.flatMap((s) => strips[s] ?? []);
    if (apart.length > 0) {
        apart.forEach((i) => (i.strip = shown.length));
        shown.push({ isApart: true });
    }
    // outer frames come first
    for (const frame of plan.frames) {
        const strip = plan.items.find((i) => i.frame === frame)?.strip ?? 0;
        frame.items.forEach((i) => (i.strip = strip));
    }
    return shown;
}

/** An end stands with what leads to it, as far as that is in one strip. */
function keepEnds(root: Frame, items: readonly Item[]): void {
    const before = Map.groupBy(root.links, (l) => l.to);
    const goesOn = new Set(root.links.map((l) => l.from));
    for (const item of items.filter((i) => !goesOn.has(i))) {
        const [strip, ...others] = new Set(before.get(item)?.map((l) => l.from.strip));
        item.strip = strip === undefined || others.length > 0 ? item.strip : strip;
    }
}

/** The part of each item: its own, else the first of what comes before it, else of what comes behind it. */
function spread(root: Frame, inOrder: readonly Item[], parts: ReadonlyMap<string, number>): ReadonlyMap<Item, number> {
    const result = new Map<Item, number>();
    for (const item of inOrder) {
        const own = item.node && parts.get(item.node.id);
        if (own !== undefined) {
            result.set(item, own);
        }
    }
    const links = root.links.filter((l) => !l.isBack);
    const before = Map.groupBy(links, (l) => l.to);
    const behind = Map.groupBy(links, (l) => l.from);
    const fill = (item: Item, neighbours: readonly Item[]) => {
        const known = neighbours.flatMap((n) => result.get(n) ?? []);
        if (!result.has(item) && known.length > 0) {
            result.set(item, Math.min(...known));
        }
    };
    inOrder.forEach((i) => {
        fill(i, before.get(i)?.map((l) => l.from) ?? []);
    });
    [...inOrder].reverse().forEach((i) => {
        fill(i, behind.get(i)?.map((l) => l.to) ?? []);
    });
    inOrder.forEach((i) => result.set(i, result.get(i) ?? 0));
    return result;
}

/** Layers in as many strips as they need, broken where few flows cross. */
function broken(layers: readonly (readonly Item[])[], root: Frame, width: number): (readonly (readonly Item[])[])[] {
    const layerOf = new Map(layers.flatMap((layer, i) => layer.map((item) => [item, i] as const)));
    const widths = layers.map(widthOfLayer);
    const goesOn = new Set(root.links.map((l) => l.from));
    // flows that go over the place before each layer; those to one target run as one
    const over = layers.map(() => new Set<Item>());
    for (const { from, to } of root.links) {
        const [a, b] = [layerOf.get(from), layerOf.get(to)];
        for (let at = Math.min(a ?? 0, b ?? 0) + 1; a !== undefined && b !== undefined && at <= Math.max(a, b); at++) {
            over[at]?.add(to);
        }
    }
    /** the least that layers up to here cost, and where their last strip begins */
    const best: { cost: number; begin: number }[] = [{ cost: 0, begin: 0 }];
    for (let end = 1; end <= layers.length; end++) {
        // ends that this strip leads to stand in it
        let own = widthOfLayer(layers[end]?.filter((i) => !goesOn.has(i)) ?? []);
        const found = { cost: Number.POSITIVE_INFINITY, begin: end - 1 };
        for (let begin = end - 1; begin >= 0; begin--) {
            own += widths[begin] ?? 0;
            if (own > width && begin < end - 1) {
                break;
            }
            const empty = Math.max(0, 1 - own / width);
            const crossing = begin === 0 ? 0 : CROSSING * (over[begin]?.size ?? 0);
            const apart = begin > 0 && layers[begin]?.some(belongsBefore) ? BELONGING : 0;
            const cost = (best[begin]?.cost ?? 0) + 1 + empty * empty * 0.5 + crossing + apart;
            if (cost < found.cost) {
                Object.assign(found, { cost, begin });
            }
        }
        best.push(found);
    }
    const result: (readonly (readonly Item[])[])[] = [];
    for (let end = layers.length; end > 0;) {
        const begin = best[end]?.begin ?? 0;
        result.unshift(layers.slice(begin, end));
        end = begin;
    }
    return result;
}

const belongsBefore = ({ node, flow }: Item) => flow !== undefined || node?.kind === 'gateway';

/** About how wide something is, with what is beside it. */
function widthOfItem({ frame, extent }: Item): number {
    return frame ? sum(layersOf(frame, frame.items).map(widthOfLayer)) + BESIDE : extent.width + BESIDE;
}

function widthOfLayer(layer: readonly Item[]): number {
    const frames = layer.filter((i) => i.frame);
    return Math.max(0, ...layer.filter((i) => !i.frame).map(widthOfItem)) + sum(frames.map(widthOfItem));
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
