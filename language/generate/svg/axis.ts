import type { Schedule } from './schedule.js';

/** From moments to places on a line. */
export interface Axis {
    readonly x: (moment: number) => number;
    readonly ticks: readonly { readonly at: number; readonly label: string }[];
    /** undefined where there is only an order */
    readonly unit: 'days' | 'weeks' | 'months' | undefined;
}

const UNITS = { days: 1, weeks: 7, months: 365.25 / 12 };
const STEPS = [1, 2, 3, 4, 6, 12, 24, 48, 96, 192];
const MOST_TICKS = 13;

/** A scale in days, weeks or months with a tick at each whole one; without figures the steps are equally long. */
export function axisOf({ days, rows }: Schedule, left: number, width: number): Axis {
    if (days === undefined) {
        const last = Math.max(1, ...rows.flatMap((r) => (r.kind === 'work' && r.span ? [r.span.to] : [])));
        return { x: (moment) => left + (moment / last) * width, ticks: [], unit: undefined };
    }
    const unit = days <= 21 ? 'days' : days <= 365 ? 'weeks' : 'months';
    const size = UNITS[unit];
    const count = Math.ceil(days / size - 1e-9);
    const step = STEPS.find((s) => count / s < MOST_TICKS) ?? Math.ceil(count / MOST_TICKS);
    const last = Math.ceil(count / step) * step;
    const ticks = Array.from({ length: last / step + 1 }, (_, i) => ({ at: i * step * size, label: String(i * step) }));
    return { x: (moment) => left + (moment / (last * size)) * width, ticks, unit };
}
