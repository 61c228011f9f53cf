import { A_LITTLE, MEASURES } from '../execution/days.js';
import { isFirm, NOWHERE, type Length, type Term, type TimedWork } from '../execution/timed-work.js';
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
        if (!duration || duration.vague) {
            return [];
        }
        return terms
            .filter((term) => isFirm(term) && term.from.type === 'begin' && term.from.station === index)
            .filter((term) => isLonger(duration, term) && !expiries.some((w) => w.arrow.at === term.at))
            .map((term) => ({ duration, term }));
    });
}

/**
 * The handovers of which the confirmation may come after a term of theirs that counts from when they begin: a handover is
 * over when it is confirmed. What is vague is not asked.
 */
export function confirmationMayOutlast({ handovers }: TimedWork): MayOutlast[] {
    return [...handovers.values()].flatMap(({ terms, confirmation: duration }): MayOutlast[] =>
        !duration || duration.vague
            ? []
            : terms
                  .filter((term) => isFirm(term) && term.from.type === 'end' && term.from.station === NOWHERE)
                  .filter((term) => isLonger(duration, term))
                  .map((term) => ({ duration, term })),
    );
}

/** Whether the most that a length allows surely is more than a term does, however the days fall. */
function isLonger({ days }: Length, { limit }: Term): boolean {
    return (
        Number.isFinite(days.high) &&
        MEASURES.some(
            (m) => days.highest[m].least - (days.isLess ? A_LITTLE : 0) > limit.highest[m].most + A_LITTLE / 2,
        )
    );
}
