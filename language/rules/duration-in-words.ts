import { measureOf, type AtEnd } from '../analysis/ends-in-time.js';
import { A_LITTLE } from '../execution/days.js';
import type { TimedWork } from '../execution/timed-work.js';
import { isAbout } from '../model/contradicted.js';
import type { Protocol, Statement } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { lengthInWords } from '../text/days.js';
import { asSteps, type RelatedPlace } from './finding.js';

/** What differs less is equal: sums of parts of days are not exact. */
const PRECISION = A_LITTLE / 100;

/** Where the text gives more than one time for one thing. */
export function severalIn({ stations }: TimedWork): RelatedPlace[] {
    return stations
        .flatMap((s) => [s.duration, s.within, ...s.activities])
        .flatMap((length) => (length?.several ? [length] : []))
        .map(({ of, quantity: { text }, at }) => ({
            message: {
                nl: `Bij ${of} staan meer tijden naast elkaar: “${text}”.`,
                en: `${of} states more than one time: “${text}”.`,
            },
            at,
        }));
}

/** A duration, and that it takes at least so long. */
export function durationInWords(end: AtEnd): { days: Bilingual; atLeast: Bilingual } {
    const days = lengthInWords(end.amount, measureOf(end));
    const isMore = end.amount > Math.round(end.amount * 1000) / 1000 + PRECISION / 2;
    return {
        days,
        atLeast: isMore
            ? { nl: `meer dan ${days.nl}`, en: `more than ${days.en}` }
            : { nl: `minstens ${days.nl}`, en: `at least ${days.en}` },
    };
}

/** As data has it: none where there is no end to it. */
export function finite(days: number): number | null {
    return Number.isFinite(days) ? days : null;
}

/** What a duration is the sum of, in the order of time. */
export function critical(end: AtEnd): RelatedPlace[] {
    const steps = end.critical.filter((s) => Number.isFinite(s.until));
    return asSteps(
        steps.map(({ name, at, days, until }) => {
            const [long, day] = [lengthInWords(days, measureOf(end)), lengthInWords(until, measureOf(end))];
            return {
                message: {
                    nl: `${name}: ${long.nl}, klaar na ${day.nl}`,
                    en: `${name}: ${long.en}, done after ${day.en}`,
                },
                at,
            };
        }),
    );
}

/** That a source says otherwise how long it takes: then it may be that which holds. */
export function saidElsewhere(protocol: Protocol, { kind, values }: Statement): RelatedPlace[] {
    return [...protocol.contradictions, ...(protocol.process?.contradictions ?? [])]
        .filter((c) => isAbout(c, { word: kind, values }))
        .map(({ title, at }) => ({
            message: {
                nl: `Hier staat dat bronnen elkaar hierover tegenspreken: “${title}”. Kijk welke geldt voordat u iets aanpast.`,
                en: `Here it is said that sources contradict each other about this: “${title}”. See which one holds before you change anything.`,
            },
            at,
        }));
}
