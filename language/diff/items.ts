import type { ChangeKind, Claim } from './change.js';
import { isStated, keyOf, NO_NAMES, type Names } from './keys.js';
import { share } from './pairs.js';
import { isAside, sameInOtherWords } from './text-only.js';
import type { Item } from './tree.js';

/** A difference in what two elements say under one word. */
export interface ItemDifference {
    readonly kind: Extract<ChangeKind, 'added' | 'removed' | 'changed' | 'source' | 'order'>;
    readonly degree: 'meaning' | 'text';
    readonly word: string;
    readonly old?: Item;
    readonly new?: Item;
    readonly claims: readonly Claim[];
}

/**
 * What two elements say differently. What is said in the same words is the same, wherever in its block it stands; what
 * is left under one word is put beside what is most like it.
 *
 * @param names what names of the old text are in the new one
 */
export function compareItems(olds: readonly Item[], news: readonly Item[], names: Names): readonly ItemDifference[] {
    const byWord = Map.groupBy(olds, (i) => i.word);
    const newByWord = Map.groupBy(news, (i) => i.word);
    const words = new Set([...byWord.keys(), ...newByWord.keys()]);
    return [...words].flatMap((word) => compareUnder(word, byWord.get(word) ?? [], newByWord.get(word) ?? [], names));
}

function compareUnder(word: string, olds: readonly Item[], news: readonly Item[], names: Names): ItemDifference[] {
    const result: ItemDifference[] = [];
    const same: [Item, Item][] = [];
    const full = keys(olds, news, 'full', names);
    const [left, right] = take(
        olds,
        news,
        (o, n) => full.get(o) === full.get(n),
        (o, n) => same.push([o, n]),
    );
    const meaning = keys(left, right, 'meaning', names);
    const [left2, right2] = take(
        left,
        right,
        (o, n) => meaning.get(o) === meaning.get(n),
        (o, n) => {
            same.push([o, n]);
            result.push(inOtherWords(word, o, n, names));
        },
    );
    const beside = (o: Item, n: Item): void => {
        const keysOf = [meaning.get(o) ?? '""', meaning.get(n) ?? '""'] as const;
        const degree = sameInOtherWords(word, ...keysOf) ? 'text' : 'meaning';
        const claims = [...claimsOf('old', o), ...claimsOf('new', n)];
        result.push({ kind: 'changed', degree, word, old: o, new: n, claims });
    };
    const [left3, right3] =
        left2.length === 1 && right2.length === 1
            ? take(left2, right2, () => true, beside)
            : mostAlike(left2, right2, meaning, beside);
    result.push(
        ...left3.map((o): ItemDifference => ({
            kind: 'removed',
            degree: isAside(word) ? 'text' : 'meaning',
            word,
            old: o,
            claims: claimsOf('old', o),
        })),
        ...right3.map((n): ItemDifference => ({
            kind: 'added',
            degree: isAside(word) ? 'text' : 'meaning',
            word,
            new: n,
            claims: claimsOf('new', n),
        })),
    );
    if (!isInOrder(same, olds, news)) {
        const [o] = olds;
        result.push({
            kind: 'order',
            degree: o && ORDERED.has(o.field) ? 'meaning' : 'text',
            word,
            claims: [
                ...fieldsOf(olds).map(([of, field]): Claim => ({ side: 'old', of, field: `${field}/order` })),
                ...fieldsOf(news).map(([of, field]): Claim => ({ side: 'new', of, field: `${field}/order` })),
            ],
        });
    }
    return result;
}

/** The lists in which the order is what is said. */
const ORDERED: ReadonlySet<string> = new Set(['during', 'given', 'elements', 'activities']);

function keys(
    olds: readonly Item[],
    news: readonly Item[],
    level: 'full' | 'meaning',
    names: Names,
): ReadonlyMap<Item, string> {
    return new Map([
        ...olds.map((i) => [i, keyOf(i.value, level, names)] as const),
        ...news.map((i) => [i, keyOf(i.value, level)] as const),
    ]);
}

/** Takes together what belongs together, in the order of the old text. @returns what is left of both */
function take(
    olds: readonly Item[],
    news: readonly Item[],
    isSame: (o: Item, n: Item) => boolean,
    taken: (o: Item, n: Item) => void,
): [Item[], Item[]] {
    const right = [...news];
    const left = olds.filter((o) => {
        const index = right.findIndex((n) => isSame(o, n));
        const [n] = index < 0 ? [] : right.splice(index, 1);
        if (n) {
            taken(o, n);
        }
        return !n;
    });
    return [left, right];
}

/** The same is said, by somebody else or in other letters; or by the same, which is now said of it by itself or of the whole. */
function inOtherWords(word: string, o: Item, n: Item, names: Names): ItemDifference {
    const isWritten = saidBy(o, names, false) === saidBy(n, NO_NAMES, false);
    const isSaidBySame = saidBy(o, names, true) === saidBy(n, NO_NAMES, true);
    return {
        kind: isWritten ? 'source' : 'changed',
        degree: isWritten && !isSaidBySame ? 'meaning' : 'text',
        word,
        old: o,
        new: n,
        claims: [...claimsOf('old', o), ...claimsOf('new', n)],
    };
}

/** What an item says; with the claims that hold for it, whether they are made there or for the whole. */
function saidBy({ value }: Item, names: Names, withClaims: boolean): string {
    const provenance = isStated(value) && withClaims ? value.provenance.map((p) => ({ ...p, fromBlock: false })) : [];
    return keyOf(isStated(value) ? { ...value, provenance } : value, 'full', names);
}

/** How much of what is said must be the same to be put beside each other. */
const ALIKE = 0.6;

function mostAlike(
    olds: readonly Item[],
    news: readonly Item[],
    meaning: ReadonlyMap<Item, string>,
    taken: (o: Item, n: Item) => void,
): [Item[], Item[]] {
    if (olds.length * news.length > MOST_COMPARED) {
        return [[...olds], [...news]];
    }
    const words = (i: Item) => new Set((meaning.get(i) ?? '').split(/[^\p{L}\d]+/u));
    const scored = olds
        .flatMap((o) => news.map((n) => ({ o, n, score: share(words(o), words(n)) + sameGround(o, n) })))
        .filter(({ score }) => score >= ALIKE)
        .sort((a, b) => b.score - a.score);
    const done = new Set<Item>();
    for (const { o, n } of scored) {
        if (!done.has(o) && !done.has(n)) {
            done.add(o).add(n);
            taken(o, n);
        }
    }
    return [olds.filter((o) => !done.has(o)), news.filter((n) => !done.has(n))];
}

const MOST_COMPARED = 40_000;

/** Branches on the same condition, or to the same place, are the same branch. */
function sameGround(o: Item, n: Item): number {
    const parts = ({ value }: Item) => value as { condition?: object; target?: object };
    const is = (field: 'condition' | 'target') => {
        const [a, b] = [parts(o)[field], parts(n)[field]];
        return a !== undefined && b !== undefined && keyOf(a, 'meaning') === keyOf(b, 'meaning');
    };
    return o.field !== 'branches' || n.field !== 'branches' ? 0 : is('condition') ? 1 : is('target') ? 0.5 : -1;
}

/**
 * The parts of the model that an item is: of `geslaagd` the end says that it is so, and the statement that it is said; of
 * the `stand` of a comment likewise.
 */
function claimsOf(side: Claim['side'], item: Item): Claim[] {
    const { field, owner } = item;
    const isFlag = field === 'successful' || field === 'onRefusal';
    const isState = field === 'statements' && item.word === 'stand' && 'state' in owner;
    return [
        claimOf(side, item),
        ...(isFlag ? [{ side, of: owner, field: 'flags' }] : []),
        ...(isState ? [{ side, of: owner, field: 'state' }] : []),
    ];
}

/** The part of the model that an item is. */
export function claimOf(side: Claim['side'], { value, owner, field }: Item): Claim {
    return typeof value === 'object' && value !== null ? { side, of: value } : { side, of: owner, field, entry: value };
}

function isInOrder(same: readonly [Item, Item][], olds: readonly Item[], news: readonly Item[]): boolean {
    const at = same.map(([o, n]) => [olds.indexOf(o), news.indexOf(n)] as const).sort(([a], [b]) => a - b);
    return at.every(([, n], i) => i === 0 || n > (at[i - 1]?.[1] ?? -1));
}

function fieldsOf(items: readonly Item[]): readonly (readonly [object, string])[] {
    return [...new Map(items.map((i) => [i.field, [i.owner, i.field] as const])).values()];
}
