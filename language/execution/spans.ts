import { daysInMonths } from '../model/units.js';
import { publicHolidays, type DaysOff } from './calendar.js';

const DAY = 86_400_000;
/** The years over which the calendar is looked at: they have Easter, and Christmas on a weekday, in all ways that matter. */
const [FIRST, LAST] = [2000, 2099];
/** Working days in a week. */
const WEEK = 5;
/** Lengths that are longer than this are reckoned by the year, a little too wide. */
const LONG = 5_000;

/** A calendar with what was asked of it. */
interface Known {
    /** the days from Monday to Friday that are not off, in days since 1970 */
    readonly working: Int32Array;
    readonly longest: Map<number, number>;
    readonly fewest: Map<number, number>;
}

const calendars = new WeakMap<DaysOff, Known>();

function known(off: DaysOff): Known {
    const old = calendars.get(off);
    if (old) {
        return old;
    }
    const free = new Set(off.further.map((date) => Date.parse(date) / DAY));
    for (let year = FIRST; year <= LAST; year++) {
        publicHolidays(year).forEach((date) => free.add(Date.parse(date) / DAY));
    }
    const working: number[] = [];
    for (let day = Date.UTC(FIRST, 0, 1) / DAY; day <= Date.UTC(LAST, 11, 31) / DAY; day++) {
        // the first of January 1970 was a Thursday
        const weekday = (day + 4) % 7;
        if (weekday !== 0 && weekday !== 6 && !free.has(day)) {
            working.push(day);
        }
    }
    const made = { working: Int32Array.from(working), longest: new Map(), fewest: new Map() };
    calendars.set(off, made);
    return made;
}

/**
 * In how many calendar days so many working days are over at the soonest, counted from the day after the one from which
 * is counted. From a Sunday five working days are over on Friday; a sixth has a weekend before it. Public holidays make
 * it longer, never shorter.
 *
 * @param fromWork whether that day is a working day itself: then the best is a Monday
 */
export function soonest(count: number, fromWork = false): number {
    const n = Math.ceil(count);
    return n <= 0 || !Number.isFinite(n)
        ? Math.max(0, n)
        : n + 2 * (fromWork ? Math.floor(n / WEEK) : Math.ceil(n / WEEK) - 1);
}

/** In how many calendar days so many working days are over at the latest, whatever the day, public holidays included. */
export function latest(count: number, off: DaysOff): number {
    const n = Math.ceil(count);
    if (n <= 0 || !Number.isFinite(n)) {
        return Math.max(0, n);
    }
    if (n > LONG) {
        return n + 2 * Math.ceil(n / WEEK) + 10 * Math.ceil(n / 200) + off.further.length;
    }
    const { working, longest } = known(off);
    const old = longest.get(n);
    if (old !== undefined) {
        return old;
    }
    let most = 0;
    for (let i = n; i < working.length; i++) {
        most = Math.max(most, (working[i] ?? 0) - (working[i - n] ?? 0));
    }
    longest.set(n, most);
    return most;
}

/** How many working days are over for certain in so many calendar days. */
export function fewestIn(days: number, off: DaysOff): number {
    if (!Number.isFinite(days)) {
        return days;
    }
    const { fewest } = known(off);
    const old = fewest.get(days);
    if (old !== undefined) {
        return old;
    }
    let n = Math.ceil((days * WEEK) / 7);
    while (n > 0 && latest(n, off) > days) {
        n--;
    }
    fewest.set(days, n);
    return n;
}

/** How many working days there are in so many calendar days at most. */
export function mostIn(days: number, fromWork = false): number {
    if (!Number.isFinite(days)) {
        return days;
    }
    const whole = Math.ceil(days);
    return WEEK * Math.floor(whole / 7) + Math.min(whole % 7, fromWork ? WEEK - 1 : WEEK);
}

/** The least number of working days that take so many calendar days for certain. */
export function working(days: number): number {
    const n = mostIn(days);
    return soonest(n) >= days ? n : n + 1;
}

/** How many whole months are over for certain in so many days. */
export function monthsIn(days: number): number {
    if (!Number.isFinite(days)) {
        return days;
    }
    let n = Math.ceil(days / 30);
    while (n > 0 && daysInMonths(n)[1] > days) {
        n--;
    }
    return n;
}

/** The least number of whole months that take so many days for certain. */
export function monthsFor(days: number): number {
    if (!Number.isFinite(days)) {
        return days;
    }
    let n = Math.max(0, Math.floor(days / 31));
    while (daysInMonths(n)[0] < days) {
        n++;
    }
    return n;
}
