import { distance } from '../text/distance.js';
import { areAlike, shareWords } from '../text/likeness.js';
import { isRef, keyOf, type Names } from './keys.js';
import type { Element, Item } from './tree.js';

/** An element of the new text that may be one of the old text under another name. */
export interface Likely {
    readonly o: Element;
    readonly n: Element;
    /** how much of what they say, and of what refers to them, is the same, from 0 to 1 */
    readonly score: number;
    /** whether it is the same for sure, and not another one in its place */
    readonly isSure: boolean;
    /** whether nothing that they say of themselves is the same: they are used at the same places, and that is all */
    readonly isByPlace: boolean;
}

/**
 * Which of some elements are alike. The name itself does not count: an element that was only renamed is the same in all
 * else. Only those are compared that have something in common; of what very many have, the first ones are.
 *
 * @param all the elements of both texts, which may refer to these
 * @param names what names of the old text are known to be in the new one
 */
export function likely(
    free: { readonly olds: readonly Element[]; readonly news: readonly Element[] },
    all: { readonly olds: readonly Element[]; readonly news: readonly Element[] },
    names: Names,
): readonly Likely[] {
    const [contextsOfOld, contextsOfNew] = [contexts(all.olds, names), contexts(all.news, NOTHING)];
    const keysOf = (e: Element, called: Names, around: ReadonlyMap<string, readonly string[]>): Keys => ({
        own: ownKeys(e, called),
        around: around.get(e.called) ?? [],
    });
    const keysOfNew = new Map(free.news.map((n) => [n, keysOf(n, NOTHING, contextsOfNew)]));
    const withKey = new Map<string, Element[]>();
    for (const [n, { own, around }] of keysOfNew) {
        for (const key of new Set([...own, ...around])) {
            const known = withKey.get(key);
            if (!known) {
                withKey.set(key, [n]);
            } else if (known.length < MOST_COMPARED) {
                known.push(n);
            }
        }
    }
    return free.olds.flatMap((o) => {
        const keys = keysOf(o, names, contextsOfOld);
        const candidates = new Set([...keys.own, ...keys.around].flatMap((key) => withKey.get(key) ?? []));
        return [...candidates].map((n) => {
            const others = keysOfNew.get(n) ?? NO_KEYS;
            const isByPlace = areDifferent(keys, others);
            const score = isByPlace && !areUsedAlike(o, keys, others) ? 0 : scoreOf(keys, others);
            return { o, n, score, isSure: isSameForSure(o, n, keys, others), isByPlace };
        });
    });
}

/** With so many elements that say the same thing one is compared for that. */
const MOST_COMPARED = 40;

interface Keys {
    readonly own: readonly string[];
    /** of what refers to it */
    readonly around: readonly string[];
}

const NO_KEYS: Keys = { own: [], around: [] };

function scoreOf(a: Keys, b: Keys): number {
    const all = a.own.length + b.own.length + a.around.length + b.around.length;
    return all === 0 ? 0 : (2 * (common(a.own, b.own) + common(a.around, b.around))) / all;
}

/** Whether both say something of themselves, and nothing of it is the same. */
function areDifferent(a: Keys, b: Keys): boolean {
    return a.own.length > 0 && b.own.length > 0 && common(a.own, b.own) === 0;
}

/** The lists of what is used by others at many places, and stands at none of its own. */
const USED: ReadonlySet<string> = new Set(['roles', 'organisations', 'documents', 'facts']);
/** How much of the places where two are used must be the same for one to be the other where nothing else is. */
const USED_ALIKE = 0.8;

/** Whether two elements do the same work: who works in the same steps, and hands over to the same people. */
function areUsedAlike({ list }: Element, { around: a }: Keys, { around: b }: Keys): boolean {
    const same = common(a, b);
    return USED.has(list) && same > 1 && 2 * same >= USED_ALIKE * (a.length + b.length);
}

/** Of two that only stand in the same place, one may be there instead of the other: what they say themselves must be the same. */
function isSameForSure(o: Element, n: Element, a: Keys, b: Keys): boolean {
    const haveTitles = o.title !== undefined && n.title !== undefined;
    if (areNamesAlike(o.called, n.called) || (haveTitles && areAlike(o.title, n.title))) {
        return true;
    }
    const says = (keys: Keys) =>
        keys.own.filter((key) => !key.startsWith('title ') && !key.includes('"type":"unknown"'));
    const [mine, theirs] = [says(a), says(b)];
    const same = common(mine, theirs);
    return same >= (haveTitles ? 4 : 2) && 2 * same >= Math.max(mine.length, theirs.length);
}

/** One letter apart, or one word in a longer one: `Werker` and `Gezinswerker`. */
function areNamesAlike(a: string, b: string): boolean {
    const [one, other] = [a.toLowerCase(), b.toLowerCase()];
    return distance(one, other) <= 1 || shareWords([one], [other]);
}

const NOTHING: Names = new Map();
const SELF = '\u0001';

/** What an element says, as keys; its title counts twice. */
function ownKeys(element: Element, names: Names): readonly string[] {
    const self = new Map([...names, [element.called, SELF]]);
    return itemsWithin(element).flatMap(({ field, word, value }) => {
        const key = `${field} ${word} ${keyOf(value, 'meaning', self)}`;
        return field === 'title' ? [key, `${key} 2`] : [key];
    });
}

/** The items of an element and of what has no name in it; what has a name in it is an item itself. */
export function itemsWithin(element: Element): readonly Item[] {
    return [
        ...element.items,
        ...element.children.flatMap((c) =>
            c.name === undefined
                ? itemsWithin(c)
                : [{ field: c.list, word: c.kind, value: c.called, owner: element.block }],
        ),
    ];
}

/** Where each name is used: what refers to it, with the name left out. */
function contexts(elements: readonly Element[], names: Names): ReadonlyMap<string, readonly string[]> {
    const result = new Map<string, string[]>();
    const put = (name: string, key: string): void => {
        const known = result.get(name);
        if (known) {
            known.push(key);
        } else {
            result.set(name, [key]);
        }
    };
    for (const element of elements) {
        for (const { field, word, value } of element.items) {
            for (const name of namesIn(value)) {
                const self = new Map([...names, [name, SELF]]);
                put(
                    name,
                    `${names.get(element.called) ?? element.called} ${field} ${word} ${keyOf(value, 'meaning', self)}`,
                );
            }
        }
        if (element.inGroup !== undefined) {
            put(element.inGroup, `in ${names.get(element.called) ?? element.called}`);
        }
    }
    return result;
}

/** The names that a part of the model refers to. */
function namesIn(part: unknown): ReadonlySet<string> {
    const names = new Set<string>();
    const walk = (value: unknown): void => {
        if (typeof value === 'object' && value !== null) {
            if (isRef(value) && typeof value.name === 'string') {
                names.add(value.name);
            }
            const source = (value as { source?: unknown }).source;
            if (typeof source === 'string') {
                names.add(source);
            }
            Object.values(value).forEach(walk);
        }
    };
    walk(part);
    return names;
}

function common(a: readonly string[], b: readonly string[]): number {
    const left = new Map<string, number>();
    b.forEach((key) => left.set(key, (left.get(key) ?? 0) + 1));
    return a.filter((key) => {
        const count = left.get(key) ?? 0;
        left.set(key, count - 1);
        return count > 0;
    }).length;
}
