import type { Place, Protocol, Remark } from '../model/protocol.js';
import type { FollowUp, Review } from '../model/review.js';
import type { Bilingual } from '../text/bilingual.js';

/** The states of a remark and a follow-up with which nothing is left to do. */
const CLOSED = ['afgehandeld', 'vervallen'];

/** Whether nothing is left to do; without `stand` something is. */
export function isClosed({ state }: Pick<Remark | FollowUp, 'state'>): boolean {
    return state !== undefined && CLOSED.includes(state);
}

/** A day on which something was said about an interventie, and what that was. */
export interface SaidOn {
    readonly date: string;
    readonly what: Bilingual;
    readonly at: Place;
}

/**
 * The latest date on which something was said about an interventie: a version of it, or a review of it. With it a text
 * itself says that a follow-up is late, whoever reads it and when.
 *
 * @param reviews among which those of the same interventie count
 */
export function latest(
    review: Pick<Review, 'intervention'>,
    reviews: readonly Review[],
    protocol: Protocol | undefined,
): SaidOn | undefined {
    const versions = protocol?.versions ?? [];
    const dates = [
        ...versions.map(({ date, at }) => ({ date, at, what: { nl: 'een versie', en: 'a version' } })),
        ...reviews
            .filter((r) => r.intervention.name === review.intervention.name)
            .flatMap((r) => r.by)
            .map(({ date, at }) => ({ date, at, what: { nl: 'een beoordeling', en: 'a review' } })),
    ];
    return dates
        .flatMap(({ date, ...rest }) => (date === undefined ? [] : [{ date, ...rest }]))
        .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}
