import type { QueryResult } from '../analysis/queries.js';
import type { ReviewFinding } from '../model/review.js';
import type { Mood } from './verdicts.js';

/** A `toets` that says otherwise than a verdict, and the code of its indicator. */
export interface Differing {
    readonly indicator: string;
    readonly result: QueryResult;
}

/**
 * The `toets`en that say otherwise than a verdict: under a good one those that fail; under a bad one all of them, when
 * each indicator that it is about has some and all hold. Nothing where nobody knows to which indicator it belongs.
 *
 * @param results the `toets`en of each indicator, by its code
 */
export function testsThatDiffer(
    { indicators, allocation }: Pick<ReviewFinding, 'indicators' | 'allocation'>,
    mood: Mood,
    results: ReadonlyMap<string, readonly QueryResult[]>,
): readonly Differing[] {
    if (allocation?.type === 'unknown') {
        return [];
    }
    const each = indicators.map(({ name }) => (results.get(name) ?? []).map((result) => ({ indicator: name, result })));
    const all = each.flat();
    switch (mood) {
        case 'good':
            return all.filter(({ result }) => result.outcome === 'fails');
        case 'bad':
            return each.every((r) => r.length > 0) && all.every(({ result }) => result.outcome === 'holds') ? all : [];
        default:
            return [];
    }
}
