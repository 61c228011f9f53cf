import { keyOf, NO_NAMES, type Names } from './keys.js';
import type { Pairs } from './pairs.js';
import { allIn, type Element, type Item } from './tree.js';

/** What one step did and two do, or the other way round. */
export interface Regrouping {
    readonly kind: 'split' | 'merged';
    /** the one step, and the more */
    readonly whole: Element;
    readonly parts: readonly Element[];
    /** what it accounts for: the steps that are on one side only, and the activities that went along */
    readonly all: ReadonlySet<Element>;
    /** of those the activities, which are told with it as a whole */
    readonly activities: readonly Element[];
    /** the one of the parts that the whole was taken for, under whatever name */
    readonly same: Element | undefined;
    /** what went from the one to the other, on both sides */
    readonly items: { readonly old: ReadonlySet<Item>; readonly new: ReadonlySet<Item> };
    /** what the steps on one side say and nothing on the other */
    readonly loose: readonly { readonly element: Element; readonly item: Item; readonly side: 'old' | 'new' }[];
    readonly sideOf: (element: Element) => 'old' | 'new';
}

/** What says what a step does; who does it and what comes next two steps may share without one being part of the other. */
const WORK: ReadonlySet<string> = new Set([
    'worksOn',
    'delivers',
    'determines',
    'requires',
    'statements',
    'activities',
    'follows',
    'guards',
]);

/** How much of the work of one step must be found in others. */
const MOST = 0.5;
/** A single thing that two steps share may be chance. */
const LEAST = 2;

/** The steps that were split, and those that were merged. */
export function regroupings(oldTree: Element, newTree: Element, pairs: Pairs): readonly Regrouping[] {
    const [olds, news] = [oldTree, newTree].map((t) => allIn(t).filter((e) => e.kind === 'stap')) as [
        Element[],
        Element[],
    ];
    if (olds.every((o) => pairs.newOf.has(o)) && news.every((n) => pairs.oldOf.has(n))) {
        return [];
    }
    const splits = found('split', olds, news, pairs.newOf, pairs, pairs.names, NO_NAMES);
    const merges = found('merged', news, olds, pairs.oldOf, pairs, NO_NAMES, pairs.names);
    const done = new Set(splits.flatMap((s) => [s.whole, ...s.parts]));
    return [...splits, ...merges.filter((m) => ![m.whole, ...m.parts].some((e) => done.has(e)))];
}

function found(
    kind: Regrouping['kind'],
    wholes: readonly Element[],
    others: readonly Element[],
    sameAs: ReadonlyMap<Element, Element>,
    pairs: Pairs,
    names: Names,
    otherNames: Names,
): readonly Regrouping[] {
    const free = others.filter((e) => (kind === 'split' ? !pairs.oldOf.has(e) : !pairs.newOf.has(e)));
    const taken = new Set<Element>();
    return wholes.flatMap((whole) => {
        const same = sameAs.get(whole);
        const stays = same ? workOf(same, otherNames) : new Map<string, Item[]>();
        const all = workOf(whole, names);
        const gone = [...all.keys()].filter((key) => !stays.has(key));
        const candidates = free.filter((e) => {
            const work = [...workOf(e, otherNames).keys()];
            const shared = work.filter((key) => gone.includes(key)).length;
            return (
                !taken.has(e) && e.parent !== undefined && shared >= (same ? LEAST : 1) && shared >= work.length * MOST
            );
        });
        const parts = [...(same ? [same] : []), ...candidates];
        const covered = gone.filter((key) => candidates.some((c) => workOf(c, otherNames).has(key)));
        if (candidates.length === 0 || parts.length < 2 || covered.length < gone.length * MOST || gone.length < LEAST) {
            return [];
        }
        candidates.forEach((c) => taken.add(c));
        return [regrouping(kind, whole, same, candidates, names, otherNames)];
    });
}

/** What a step does, as keys with the items that say so. */
function workOf(step: Element, names: Names): ReadonlyMap<string, Item[]> {
    return Map.groupBy(
        ownItems(step).filter((i) => WORK.has(i.field)),
        (i) => itemKey(i, names),
    ) as ReadonlyMap<string, Item[]>;
}

/** The items of a step, its activities as one item each. */
function ownItems(step: Element): readonly Item[] {
    const activities = step.children
        .filter((c) => c.list === 'activities')
        .map((c): Item => ({ field: 'activities', word: 'activiteit', value: c.block, owner: step.block }));
    return [...step.items, ...activities];
}

function itemKey({ field, word, value }: Item, names: Names): string {
    return `${field} ${word} ${keyOf(value, 'meaning', names)}`;
}

function regrouping(
    kind: Regrouping['kind'],
    whole: Element,
    same: Element | undefined,
    candidates: readonly Element[],
    names: Names,
    otherNames: Names,
): Regrouping {
    const stays = new Set(same ? ownItems(same).map((i) => itemKey(i, otherNames)) : []);
    const ofWhole = ownItems(whole).filter((i) => !stays.has(itemKey(i, names)));
    const keys = new Set(ownItems(whole).map((i) => itemKey(i, names)));
    const inParts = candidates.flatMap((c) => ownItems(c).map((item) => ({ element: c, item })));
    const partKeys = new Set(inParts.map(({ item }) => itemKey(item, otherNames)));
    const isName = (i: Item) => i.field === 'title';
    const went = ofWhole.filter((i) => partKeys.has(itemKey(i, names)) || (!same && isName(i)));
    const came = inParts.filter(({ item }) => keys.has(itemKey(item, otherNames)) || isName(item));
    if (same && same.called !== whole.called) {
        // which of the parts it was is a guess: that it is called otherwise is no news
        went.push(...whole.items.filter(isName));
        came.push(...same.items.filter(isName).map((item) => ({ element: same, item })));
    }
    const looseInParts = inParts.filter((p) => !came.includes(p));
    const looseInWhole = same ? [] : ofWhole.filter((i) => !went.includes(i)).map((item) => ({ element: whole, item }));
    const [wholeSide, partSide] = kind === 'split' ? (['old', 'new'] as const) : (['new', 'old'] as const);
    const [wentSet, cameSet] = [new Set(went), new Set(came.map(({ item }) => item))];
    const blocks = new Set([...wentSet, ...cameSet].filter((i) => i.field === 'activities').map((i) => i.value));
    const activities = [whole, ...candidates].flatMap((e) => e.children.filter((c) => blocks.has(c.block)));
    const order = whole.parent ? candidates[0]?.parent?.children : undefined;
    const parts = [...(same ? [same] : []), ...candidates].sort(
        (a, b) => (order?.indexOf(a) ?? 0) - (order?.indexOf(b) ?? 0),
    );
    return {
        kind,
        whole,
        parts,
        same,
        all: new Set([...(same ? [] : [whole]), ...candidates, ...activities]),
        activities,
        items: kind === 'split' ? { old: wentSet, new: cameSet } : { old: cameSet, new: wentSet },
        loose: [
            ...looseInWhole.map((l) => ({ ...l, side: wholeSide })),
            ...looseInParts.map((l) => ({ ...l, side: partSide })),
        ],
        sideOf: (e) => (e === whole || whole.children.includes(e) ? wholeSide : partSide),
    };
}
