import type { DocumentLine } from './lines.js';

/** How a line of a document differs from the one that was made. */
export type LineChange =
    | { readonly kind: 'changed'; readonly before: DocumentLine; readonly after: DocumentLine }
    | { readonly kind: 'added'; readonly after: DocumentLine }
    | { readonly kind: 'removed'; readonly before: DocumentLine };

/** How large a part of their words two lines share that are one line, changed. */
const ALIKE = 0.4;

/**
 * What changed from one document to another: the fewest lines, in the order of the text; lines that stand at the same
 * place and share words are one that changed.
 */
export function changesBetween(before: readonly DocumentLine[], after: readonly DocumentLine[]): LineChange[] {
    const changes: LineChange[] = [];
    let [i, j] = [0, 0];
    for (const [a, b] of [...commonLines(before, after), [before.length, after.length] as const]) {
        changes.push(...between(before.slice(i, a), after.slice(j, b)));
        [i, j] = [a + 1, b + 1];
    }
    return changes;
}

function between(before: readonly DocumentLine[], after: readonly DocumentLine[]): LineChange[] {
    const left = [...after];
    const changes: LineChange[] = [];
    for (const line of before) {
        const index = left.findIndex((other) => likeness(line.plain, other.plain) >= ALIKE);
        const match = left[index];
        if (!match) {
            changes.push({ kind: 'removed', before: line });
            continue;
        }
        changes.push(...left.splice(0, index).map((added): LineChange => ({ kind: 'added', after: added })));
        left.shift();
        changes.push({ kind: 'changed', before: line, after: match });
    }
    return [...changes, ...left.map((added): LineChange => ({ kind: 'added', after: added }))];
}

/** The words that two texts share, as a part of those of the longer one. */
function likeness(a: string, b: string): number {
    const words = (text: string) =>
        text
            .toLowerCase()
            .split(/[^\p{L}\p{N}]+/u)
            .filter((w) => w !== '');
    const [first, second] = [words(a), words(b)];
    const counts = new Map<string, number>();
    first.forEach((w) => counts.set(w, (counts.get(w) ?? 0) + 1));
    let shared = 0;
    for (const word of second) {
        const left = counts.get(word) ?? 0;
        shared += left > 0 ? 1 : 0;
        counts.set(word, left - 1);
    }
    return shared / Math.max(1, first.length, second.length);
}

/** The longest row of lines that both have, as pairs of places; what both begin and end with needs no search. */
function commonLines(a: readonly DocumentLine[], b: readonly DocumentLine[]): (readonly [number, number])[] {
    const same = (i: number, j: number) => a[i]?.plain === b[j]?.plain;
    let start = 0;
    while (start < a.length && start < b.length && same(start, start)) {
        start++;
    }
    let end = 0;
    while (end < a.length - start && end < b.length - start && same(a.length - 1 - end, b.length - 1 - end)) {
        end++;
    }
    const [n, m] = [a.length - start - end, b.length - start - end];
    const width = m + 1;
    // the length of the longest row from each pair of places on
    const longest = new Uint32Array((n + 1) * width);
    const at = (i: number, j: number) => longest[i * width + j] ?? 0;
    for (let i = n - 1; i >= 0; i--) {
        for (let j = m - 1; j >= 0; j--) {
            longest[i * width + j] = same(start + i, start + j)
                ? at(i + 1, j + 1) + 1
                : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const middle: (readonly [number, number])[] = [];
    for (let [i, j] = [0, 0]; i < n && j < m;) {
        if (same(start + i, start + j)) {
            middle.push([start + i++, start + j++]);
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            i++;
        } else {
            j++;
        }
    }
    const head = Array.from({ length: start }, (_, i) => [i, i] as const);
    const tail = Array.from({ length: end }, (_, i) => [a.length - end + i, b.length - end + i] as const);
    return [...head, ...middle, ...tail];
}
