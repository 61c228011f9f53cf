/**
 * Which of the things that stand in two lists stand elsewhere in the second: as few as possible (all but a longest
 * increasing subsequence), so that who moves one thing hears of one thing.
 *
 * @param positions where in the second list each stands, in the order of the first
 * @returns the indices in `positions` of what moved
 */
export function movedAmong(positions: readonly number[]): readonly number[] {
    const lengths: number[] = [];
    const before: number[] = [];
    positions.forEach((position, i) => {
        let [length, previous] = [1, -1];
        for (let j = 0; j < i; j++) {
            if ((positions[j] ?? 0) < position && (lengths[j] ?? 0) + 1 > length) {
                [length, previous] = [(lengths[j] ?? 0) + 1, j];
            }
        }
        lengths.push(length);
        before.push(previous);
    });
    const kept = new Set<number>();
    for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = before[at] ?? -1) {
        kept.add(at);
    }
    return positions.flatMap((_, i) => (kept.has(i) ? [] : [i]));
}
