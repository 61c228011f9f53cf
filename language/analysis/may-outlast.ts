import { A_LITTLE, MEASURES } from '../execution/days.js';
import { isFirm, type Length, type Term, type TimedWork } from '../execution/timed-work.js';
import type { Space } from './space.js';

/** Work that may last longer than its own term, though it need not. */
export interface MayOutlast {
    readonly duration: Length;
    readonly term: Term;
}

/**
 * The steps, phases and escalations of which the duration has a most that surely is longer than a term of theirs, counted
 * from their own begin, without a word on what happens then (`anders`). What is vague is not asked.
 */
export function mayOutlast({ machine }: Pick<Space, 'machine'>, { stations }: TimedWork): MayOutlast[] {
    return machine.stations.flatMap(({ index, expiries }): MayOutlast[] => {
        const { duration, terms = [] } = stations[index] ?? {};
        if (!duration || duration.vague || !Number.isFinite(duration.days.high)) {
            return [];
        }
        const isLonger = ({ limit }: Term) =>
            MEASURES.some(
                (m) =>
                    duration.days.highest[m].least - (duration.days.isLess ? A_LITTLE : 0) >
                    limit.highest[m].most + A_LITTLE / 2,
            );
        return terms
            .filter((term) => isFirm(term) && term.from.type === 'begin' && term.from.station === index)
            .filter((term) => isLonger(term) && !expiries.some((w) => w.arrow.at === term.at))
            .map((term) => ({ duration, term }));
    });
}
