import { MEASURES, measuresIn, type Measure } from '../execution/days.js';
import type { TimedWork } from '../execution/timed-work.js';
import type { Quantity } from '../model/values.js';
import { isOfLeast, type Figure } from './days-clock.js';
import { durationsOf, type Duration } from './durations.js';
import type { Proofs } from './proofs.js';

/** What the duration of courses is reckoned from. */
export type Timed = Pick<Proofs, 'space' | 'work'>;

/** Whether a length of time is stated in calendar days. */
export function isInDays(quantity: Quantity): boolean {
    return measuresIn(quantity).every((m) => m === 'days');
}

/** Whether all that is stated of time is in calendar days, so that other measures say nothing more. */
export function isAllInDays({ stations, handovers }: TimedWork): boolean {
    const lengths = [
        ...stations.flatMap((s) => [s.duration, s.within, ...s.activities, ...s.starts, ...s.terms]),
        ...[...handovers.values()].flatMap((h) => [h.confirmation, ...h.terms]),
    ];
    return lengths.every((l) => l === undefined || isInDays(l.quantity));
}

/** The least or greatest duration to one end. */
export interface AtEnd extends Omit<Duration, 'days'> {
    readonly figure: Figure;
    /** in the measure of that figure */
    readonly amount: number;
    readonly end: string;
    readonly state: number;
}

/** For each end that a case can reach the least or greatest duration. */
export function byEnd({ space, work }: Timed, figure: Figure, unknown?: (name: string) => void): AtEnd[] {
    const { machine, states } = space;
    const durations = durationsOf(space, work, figure, unknown);
    const best = new Map<string, { readonly state: number; readonly duration: Duration }>();
    states.forEach((state, i) => {
        const end = typeof state.end === 'number' ? machine.stations[state.end]?.node.name : undefined;
        const duration = end === undefined ? undefined : durations(i);
        const days = end === undefined ? undefined : best.get(end)?.duration.days;
        if (end === undefined || !duration) {
            return;
        }
        if (days === undefined || (isOfLeast(figure) ? duration.days < days : duration.days > days)) {
            best.set(end, { duration, state: i });
        }
    });
    return [...best].map(([end, { duration, state }]) => {
        const { days: amount, critical, course } = duration;
        return { amount, critical, course, figure, end, state };
    });
}

/** The longest of durations to ends. */
export function longestIn(ends: readonly AtEnd[]): AtEnd | undefined {
    return ends.reduce<AtEnd | undefined>((a, b) => (a && a.amount >= b.amount ? a : b), undefined);
}

/** In which measure a duration is. */
export function measureOf({ figure }: AtEnd): Measure {
    return MEASURES.find((m) => figure.endsWith(` ${m}`)) ?? 'days';
}
