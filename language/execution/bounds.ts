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

/** Bounds on one moment. */
export function boundsOf(): Bounds {
    return new Matrix(1, new Float64Array([0]), true);
}

/** Whether all moments that meet some bounds meet others, on as many moments. */
export function isWithin(inner: Bounds, outer: Bounds): boolean {
    for (let of = 0; of < inner.size; of++) {
        for (let than = 0; than < inner.size; than++) {
            if (inner.most(of, than) > outer.most(of, than) + PRECISION) {
                return false;
            }
        }
    }
    return true;
}

/** The tightest bounds that all moments meet which meet either, on as many moments: their hull. */
export function hullOf(first: Bounds, second: Bounds): Bounds {
    return eachOf(first.size, (of, than) => Math.max(first.most(of, than), second.most(of, than)));
}

/** Of so many moments nothing is known. */
export function anyMoments(size: number): Bounds {
    return eachOf(size, (of, than) => (of === than ? 0 : Number.POSITIVE_INFINITY));
}

function eachOf(size: number, most: Bounds['most']): Bounds {
    const days = Float64Array.from({ length: size * size }, (_, at) => most(Math.floor(at / size), at % size));
    return new Matrix(size, days, true);
}

/** Rows lie one behind the other. */
class Matrix implements Bounds {
    constructor(
        public size: number,
        private days: Float64Array,
        private possible: boolean,
    ) {}

    most(of: number, than: number): number {
        return this.days[of * this.size + than] ?? Number.POSITIVE_INFINITY;
    }

    add(): number {
        const { size, days } = this;
        const wider = new Float64Array((size + 1) * (size + 1)).fill(Number.POSITIVE_INFINITY);
        for (let of = 0; of < size; of++) {
            wider.set(days.subarray(of * size, (of + 1) * size), of * (size + 1));
        }
        wider[wider.length - 1] = 0;
        this.days = wider;
        this.size = size + 1;
        return size;
    }

    limit(of: number, than: number, limit: number): void {
        if (!Number.isFinite(limit) || limit >= this.most(of, than) || !this.possible) {
            return;
        }
        if (limit + this.most(than, of) < -PRECISION) {
            this.possible = false;
            return;
        }
        const { size, days } = this;
        for (let i = 0; i < size; i++) {
            const before = this.most(i, of) + limit;
            if (before < Number.POSITIVE_INFINITY) {
                for (let j = 0; j < size; j++) {
                    const at = i * size + j;
                    const through = before + this.most(than, j);
                    if (through < this.most(i, j)) {
                        days[at] = through;
                    }
                }
            }
        }
    }

    isPossible(): boolean {
        return this.possible;
    }

    copy(): Bounds {
        return new Matrix(this.size, this.days.slice(), this.possible);
    }

    keep(moments: readonly number[]): Bounds {
        const size = moments.length;
        const days = new Float64Array(size * size);
        moments.forEach((of, i) => {
            moments.forEach((than, j) => {
                days[i * size + j] = this.most(of, than);
            });
        });
        return new Matrix(size, days, this.possible);
    }
}
