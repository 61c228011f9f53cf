/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours each cost one.
 * Source: Damerau (1964), in the restricted form of Boytsov (2011).
 *
 * @param most a distance above it need not be known
 * @returns the distance, or infinity where it is seen early to be above `most`
 */
export function distance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
    if (Math.abs(a.length - b.length) > most) {
        return Number.POSITIVE_INFINITY;
    }
    // what both begin and end with costs nothing
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) {
        start++;
    }
    let [endA, endB] = [a.length, b.length];
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
        endA--;
        endB--;
    }
    if (most === 1 && Math.max(endA, endB) - start > 2) {
        return Number.POSITIVE_INFINITY; // more than one letter, and more than a swap
    }
    return distanceOf(a.slice(start, endA), b.slice(start, endB), most);
}

function distanceOf(a: string, b: string, most: number): number {
    let beforePrevious: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    let leastBefore = 0;
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        let least = i;
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
            }
            current.push(cost);
            least = Math.min(least, cost);
        }
        // a swap reaches back over one row, and costs one more than what it comes from
        if (least > most && leastBefore >= most) {
            return Number.POSITIVE_INFINITY;
        }
        leastBefore = least;
        beforePrevious = previous;
        previous = current;
    }
    return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
    return row[index] ?? Number.POSITIVE_INFINITY;
}

/** With these a word is turned into its opposite. */
const OPPOSITE = /^(?:niet|geen|non|on|in)-?(?=\p{L})/iu;

/** What a word is the opposite of: `veilig` of `onveilig`; undefined where it does not say so. */
export function oppositeOf(word: string): string | undefined {
    const root = word.replace(OPPOSITE, '');
    return root === word ? undefined : root;
}

/**
 * Whether one of two words is the opposite of the other, misspelt or not: `onveilig` of `veilig`. However near they are,
 * the one is never written for the other.
 */
export function isOpposite(one: string, other: string): boolean {
    const [a, b] = [one.toLowerCase(), other.toLowerCase()];
    const isNegated = (whole: string, bare: string) => {
        const root = oppositeOf(whole);
        return root !== undefined && distance(root, bare) < distance(whole, bare);
    };
    return isNegated(a, b) || isNegated(b, a);
}

/**
 * The one candidate that `word` most likely was meant to be, or undefined when none is near or two are equally near.
 * A short word may differ by one letter, a longer one by two, a very long one by three. Case does not count. Of a word
 * that is the opposite of a candidate it is not known that it was misspelt.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    const near = nearestAll(word, candidates);
    const [first, second] = near;
    if (!first || (second && second.distance === first.distance)) {
        return undefined;
    }
    return first.candidate;
}

/** All near candidates, nearest first; the same measure as {@link nearest}. */
export function nearestAll(word: string, candidates: Iterable<string>): { candidate: string; distance: number }[] {
    const lower = word.normalize('NFC').toLowerCase();
    const most = lower.length <= 2 ? 0 : lower.length <= 4 ? 1 : lower.length <= 12 ? 2 : 3;
    const near: { candidate: string; distance: number }[] = [];
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - lower.length) > most) {
            continue;
        }
        const d = distance(lower, candidate.toLowerCase(), most);
        if (d <= most && (d === 0 || !isOpposite(lower, candidate))) {
            near.push({ candidate, distance: d });
        }
    }
    return near.sort((x, y) => x.distance - y.distance || (x.candidate < y.candidate ? -1 : 1));
}
