/**
 * Bounds on how much later one moment is than another: a difference bound matrix (Dill, “Timing assumptions and
 * verification of finite-state concurrent systems”, 1989). It is always closed: each bound is the tightest that follows.
 */
export interface Bounds {
    readonly size: number;
    /** how much later than the second the first is at most */
    readonly most: (of: number, than: number) => number;
    /** a moment more, of which nothing is known yet */
    readonly add: () => number;
    /** the first is at most so many days later than the second; less than none: at least so many days earlier */
    readonly limit: (of: number, than: number, days: number) => void;
    /** false where no moments meet all bounds */
    readonly isPossible: () => boolean;
    /** the same, apart from this: what is added or limited there does not hold here */
    readonly copy: () => Bounds;
    /** of some of the moments, in that order; the other ones are forgotten */
    readonly keep: (moments: readonly number[]) => Bounds;
}

/** Days that differ less are equal: months are counted as twelfths of a year. */
const PRECISION = 1e-6;

/** Bounds on one moment, or those of a matrix. */
export function boundsOf(rows: readonly (readonly number[])[] = [[0]], possible = true): Bounds {
    const days = rows.map((row) => [...row]);
    let isPossible = possible;
    const most = (of: number, than: number) => days[of]?.[than] ?? Number.POSITIVE_INFINITY;
    return {
        get size() {
            return days.length;
        },
        most,
        add: () => {
            days.forEach((row) => row.push(Number.POSITIVE_INFINITY));
            days.push([...days.map(() => Number.POSITIVE_INFINITY), 0]);
            return days.length - 1;
        },
        limit: (of, than, limit) => {
            if (!Number.isFinite(limit) || limit >= most(of, than) || !isPossible) {
                return;
            }
            if (limit + most(than, of) < -PRECISION) {
                isPossible = false;
                return;
            }
            for (const [i, row] of days.entries()) {
                const before = most(i, of) + limit;
                if (Number.isFinite(before)) {
                    for (const j of row.keys()) {
                        row[j] = Math.min(row[j] ?? Number.POSITIVE_INFINITY, before + most(than, j));
                    }
                }
            }
        },
        isPossible: () => isPossible,
        copy: () => boundsOf(days, isPossible),
        keep: (moments) =>
            boundsOf(
                moments.map((of) => moments.map((than) => most(of, than))),
                isPossible,
            ),
    };
}
