import { likely, type Likely } from './likeness.js';
import { keyOf, NO_NAMES, type Names } from './keys.js';
import { allIn, type Element } from './tree.js';

/** Which element of the new text is which of the old one. */
export interface Pairs {
    readonly newOf: ReadonlyMap<Element, Element>;
    readonly oldOf: ReadonlyMap<Element, Element>;
    /** what the names of the old text are in the new one, for those that differ */
    readonly names: Names;
    /** the elements of the new text that may stand in the place of another one, and not be that one under another name */
    readonly unsure: ReadonlySet<Element>;
}

/** How much of what two elements say must be the same for one to be the other under another name. */
const ALIKE = 0.5;

/**
 * Finds which element is which: by name within what they stand in, then by name elsewhere, then by what they say and who
 * refers to them where the name is another one. What has no name is found by what it says.
 *
 * @param given what is known to be the same already, such as an interventie and its local working-out
 */
export function pair(oldRoot: Element, newRoot: Element, given: ReadonlyMap<Element, Element> = new Map()): Pairs {
    const newOf = new Map<Element, Element>([[oldRoot, newRoot], ...given]);
    const oldOf = new Map<Element, Element>([...newOf].map(([o, n]) => [n, o]));
    const names = new Map<string, string>();
    const unsure = new Set<Element>();
    const join = (o: Element, n: Element): void => {
        newOf.set(o, n);
        oldOf.set(n, o);
        if (o.called !== n.called && o.block && 'nameAt' in o.block) {
            names.set(o.called, n.called);
        }
    };
    for (const [o, n] of given) {
        if (o.called !== n.called) {
            names.set(o.called, n.called);
        }
    }
    const [olds, news] = [allIn(oldRoot), allIn(newRoot)];
    const isFreeOld = (e: Element) => !newOf.has(e);
    const isFreeNew = (e: Element) => !oldOf.has(e);

    // by name, from the outside in; what stands elsewhere now is found after what stands where it stood
    for (const near of [true, false]) {
        const byName = Map.groupBy(
            news.filter((e) => e.name !== undefined && isFreeNew(e)),
            nameKey,
        );
        for (const o of olds) {
            if (o.name === undefined || !isFreeOld(o)) {
                continue;
            }
            const same = byName.get(nameKey(o))?.find((n) => {
                const isSamePlace = o.parent !== undefined && newOf.get(o.parent) === n.parent;
                return isFreeNew(n) && (near ? isSamePlace : isSameWhole(o, n, newOf));
            });
            if (same) {
                join(o, same);
            }
        }
    }
    exchanged(olds, news, newOf, oldOf).forEach(([o, n]) => {
        join(o, n);
    });
    // by what they say, until that finds no more: a name that is found makes others alike
    for (let found = true; found;) {
        found = false;
        const free = olds.filter((e) => 'nameAt' in e.block && isFreeOld(e));
        const candidates = news.filter((e) => 'nameAt' in e.block && isFreeNew(e));
        if (free.length === 0 || candidates.length === 0) {
            break;
        }
        const scored = likely({ olds: free, news: candidates }, { olds, news }, names)
            .filter(({ o, n, score }) => {
                return score >= ALIKE && n.space === o.space && n.kind === o.kind && isSameWhole(o, n, newOf);
            })
            .filter((one, _, all) => !one.isByPlace || isOnlyOne(one, all))
            .toSorted((a, b) => b.score - a.score);
        const [best] = scored;
        for (const { o, n, score, isSure } of scored) {
            if (isFreeOld(o) && isFreeNew(n) && score >= (best?.score ?? 1) - 0.1) {
                join(o, n);
                found = true;
                if (!isSure) {
                    unsure.add(n);
                }
            }
        }
    }
    for (const o of olds) {
        const n = newOf.get(o);
        if (n) {
            pairUnnamed(o, n, names, join);
        }
    }
    // a comment that is the same word for word went along with what it is about
    const remarkKey = (e: Element, called: Names) => keyOf(e.block, 'full', called);
    const remarks = (all: readonly Element[], isFree: (e: Element) => boolean) =>
        all.filter((e) => e.list === 'remarks' && isFree(e));
    const left = Map.groupBy(remarks(news, isFreeNew), (n) => remarkKey(n, NO_NAMES));
    for (const o of remarks(olds, isFreeOld)) {
        const n = left.get(remarkKey(o, names))?.find((one) => isFreeNew(one) && isSameWhole(o, one, newOf));
        if (n) {
            join(o, n);
        }
    }
    return { newOf, oldOf, names, unsure };
}

/** Whether neither of two elements is like a third one. */
function isOnlyOne({ o, n }: Likely, all: readonly Likely[]): boolean {
    return all.filter((other) => other.o === o || other.n === n).length === 1;
}

/**
 * Elements that were found by name, and of which each says what another one said: they exchanged their names. That is so
 * only where each of them is more like the one that it takes the name of than like the one of its own name.
 */
function exchanged(
    olds: readonly Element[],
    news: readonly Element[],
    newOf: ReadonlyMap<Element, Element>,
    oldOf: ReadonlyMap<Element, Element>,
): readonly (readonly [Element, Element])[] {
    const differing = olds.flatMap((o) => {
        const n = newOf.get(o);
        return n && o.name !== undefined && o.name === n.name && 'nameAt' in o.block && !saysSame(o, n)
            ? [{ o, n }]
            : [];
    });
    if (differing.length < 2) {
        return [];
    }
    const free = { olds: differing.map((d) => d.o), news: differing.map((d) => d.n) };
    const scored = likely(free, { olds, news }, NO_NAMES).filter(
        ({ o, n }) => n.space === o.space && n.kind === o.kind && isSameWhole(o, n, newOf),
    );
    const best = new Map(
        [...Map.groupBy(scored, (s) => s.o)].flatMap(([o, all]) => {
            const straight = all.find((s) => s.n === newOf.get(o))?.score ?? 0;
            const [first] = all.toSorted((a, b) => b.score - a.score);
            return first && first.score >= ALIKE && first.score > straight ? [[o, first.n] as const] : [];
        }),
    );
    const isRound = (o: Element): boolean => {
        const seen = new Set<Element>();
        for (let at: Element | undefined = o; at && !seen.has(at);) {
            seen.add(at);
            const n = best.get(at);
            at = n && oldOf.get(n);
            if (at === o) {
                return true;
            }
        }
        return false;
    };
    return [...best].filter(([o]) => isRound(o));
}

/** Whether two elements say the same of themselves. */
function saysSame(o: Element, n: Element): boolean {
    const keys = (e: Element) => e.items.map((i) => `${i.field} ${keyOf(i.value, 'meaning')}`).sort();
    return JSON.stringify(keys(o)) === JSON.stringify(keys(n));
}

function nameKey({ space, name }: Element): string {
    return `${space} ${name ?? ''}`;
}

/** Whether two elements stand in the same interventie, framework or review, or beside them. */
function isSameWhole(o: Element, n: Element, newOf: ReadonlyMap<Element, Element>): boolean {
    const [a, b] = [wholeOf(o), wholeOf(n)];
    return a === undefined || b === undefined || a === o || newOf.get(a) === b;
}

/** The interventie, framework, review or scenario that an element stands in or is; undefined for what is shared. */
export function wholeOf(element: Element): Element | undefined {
    const { parent } = element;
    if (!parent) {
        return undefined;
    }
    return parent.parent ? wholeOf(parent) : SHARED.has(element.list) ? undefined : element;
}

/** The lists of what stands beside the interventies, or in one. */
export const SHARED: ReadonlySet<string> = new Set(['sources', 'concepts', 'organisations', 'roles']);

/** Pairs what has no name in two elements: what says the same, then what is called the same, then what is left alone. */
function pairUnnamed(o: Element, n: Element, names: Names, join: (o: Element, n: Element) => void): void {
    const unnamed = (e: Element) => e.children.filter((c) => !('nameAt' in c.block));
    const groups = Map.groupBy(unnamed(o), (c) => `${c.list} ${c.kind}`);
    const others = Map.groupBy(unnamed(n), (c) => `${c.list} ${c.kind}`);
    for (const [key, olds] of groups) {
        let left = olds;
        let right = others.get(key) ?? [];
        const take = (same: (a: Element, b: Element) => boolean): void => {
            for (const a of left) {
                const b = right.find((r) => same(a, r));
                if (b) {
                    join(a, b);
                    left = left.filter((x) => x !== a);
                    right = right.filter((x) => x !== b);
                }
            }
        };
        const keys = new Map([...left.map((e) => [e, keyOf(e.block, 'full', names)] as const)]);
        for (const e of right) {
            keys.set(e, keyOf(e.block, 'full'));
        }
        take((a, b) => keys.get(a) === keys.get(b));
        take((a, b) => a.called !== '' && keyOf(a.called, 'meaning', names) === keyOf(b.called, 'meaning'));
        take((a, b) => share(wordsIn(keys.get(a) ?? ''), wordsIn(keys.get(b) ?? '')) >= ALIKE);
        if (left.length === 1 && right.length === 1) {
            take(() => true);
        }
    }
}

function wordsIn(key: string): ReadonlySet<string> {
    return new Set(key.toLowerCase().split(/[^\p{L}\d]+/u));
}

/** How much two sets have in common, from 0 to 1. */
export function share<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
    const common = [...a].filter((x) => b.has(x)).length;
    return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
