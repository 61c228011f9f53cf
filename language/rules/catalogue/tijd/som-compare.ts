import { openWork } from '../../../execution/state.js';
import { A_LITTLE, MEASURES, type Measure } from '../../../execution/days.js';
import type { Figure } from '../../../analysis/days-clock.js';
import { courseOf } from '../../../analysis/course.js';
import {
    byEnd,
    isAllInDays,
    isInDays,
    longestIn,
    measureOf,
    type AtEnd,
    type Timed,
} from '../../../analysis/ends-in-time.js';
import { durationOf } from '../../../analysis/durations.js';
import { endsOf, endsSeenThrough } from '../../../analysis/budgets.js';
import { leftOpenIn } from '../../../analysis/loops.js';
import { inOrderOfTime } from '../../../analysis/in-time.js';
import { courseOfMoves } from '../../../analysis/possible-course.js';
import type { Proofs } from '../../../analysis/proofs.js';
import { withRound } from '../../../analysis/round.js';
import type { Edge } from '../../../analysis/space.js';
import { gapsOf, gapsOn, type Gaps } from '../../../analysis/gaps.js';
import { enumerate, someNames } from '../../../text/numbers.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { isPlainMost, limitsOf, type Declared } from '../../declared-duration.js';
import { critical, durationInWords, finite, saidElsewhere, severalIn } from '../../duration-in-words.js';
import { whatToBound } from '../../endless.js';
import { example, exampleBy, longerThanStated, type Example, type ProofReport } from '../../proof.js';
import type { MESSAGES } from './som-messages.js';

/** How many names a message lists. */
const MOST_NAMED = 5;
const REPETITION: Bilingual = { nl: 'de herhaling', en: 'the repetition' };
/** An example shows no more of what comes back. */
const MOST_ROUNDS = 3;
const NO_WORK: Parameters<typeof openWork>[0] = { tokens: [], suspended: [] };
/** What differs less is equal: sums of parts of days are not exact. */
const PRECISION = A_LITTLE / 100;

/** The longest and shortest courses to each end, by each figure that is asked for. */
export interface Sums {
    /** in which measures is reckoned: in days alone where nothing is stated in another */
    readonly measures: readonly Measure[];
    readonly ends: (figure: Figure) => readonly AtEnd[];
    readonly longestBy: (figure: Figure) => AtEnd | undefined;
    /** of what it is stated vaguely how long it takes */
    readonly vague: readonly string[];
    /** what has no most, as far as figures were asked for */
    readonly withoutMost: ReadonlySet<string>;
}

export function sumsOf({ space, work }: Proofs, declared: readonly Declared[]): Sums {
    const { notStated, vague } = gapsOf(space, work);
    const isPlain = declared.every((d) => isInDays(d.quantity)) && isAllInDays(work);
    const known = new Map<Figure, readonly AtEnd[]>();
    const withoutMost = new Set(notStated);
    const ends = (figure: Figure): readonly AtEnd[] => {
        const made = known.get(figure) ?? byEnd({ space, work }, figure, (name) => withoutMost.add(name));
        known.set(figure, made);
        return made;
    };
    return {
        measures: isPlain ? ['days'] : MEASURES,
        ends,
        longestBy: (figure) => longestIn(ends(figure)),
        vague,
        withoutMost,
    };
}

/** One duration that is stated, to hold the courses against. */
export interface Asked extends Declared, Sums {
    readonly proofs: Proofs;
    readonly report: ProofReport<keyof typeof MESSAGES>;
}

/** What is longer or shorter than one duration that is stated, or what leaves that open. */
export function compare(asked: Asked): void {
    const { proofs, quantity, days, isFirm, vague, withoutMost, measures, ends, longestBy, report } = asked;
    const { most, least } = limitsOf(quantity, days);
    const longest = longestBy('high');
    // what takes longer as people read it than it holds on any calendar, fits in no measure
    const fits =
        (longest?.amount ?? 0) <= most('days').most + 2 * A_LITTLE &&
        measures.some((m) => (longestBy(`late ${m}`)?.amount ?? 0) <= most(m).least + PRECISION);
    // a bound that is vague is surely broken by nothing, and vague work surely breaks none
    const tooLong =
        fits || !isFirm || vague.length > 0
            ? []
            : measures.flatMap((m) => ends(`least ${m}`).filter((end) => end.amount > most(m).most + PRECISION));
    new Map(tooLong.toReversed().map((end) => [end.end, end])).forEach((end) => {
        report({ message: 'least', severity: 'warning', ...found(asked, end) });
    });
    if (!longest || tooLong.length > 0) {
        return;
    }
    const surelyLonger = fits
        ? undefined
        : isFirm
          ? measures.find((m) => (longestBy(`early ${m}`)?.amount ?? 0) > most(m).most + PRECISION)
          : 'days';
    const sure = surelyLonger && (isFirm ? longestBy(`early ${surelyLonger}`) : longest);
    // who says ten weeks of ten weekly meetings reckons a week to the last one as well
    const lastRound = (m: Measure) =>
        Math.max(
            0,
            ...proofs.work.stations.flatMap(({ starts }) =>
                starts.flatMap((s) => (s.from.type === 'round' ? [s.days.highest[m].most] : [])),
            ),
        );
    const isShort = (of: 'late' | 'early', as: 'least' | 'reach') =>
        measures[of === 'late' ? 'some' : 'every'](
            (m) =>
                // nothing is shorter than no time
                least(m)[as] > 0 && (longestBy(`${of} ${m}`)?.amount ?? 0) + lastRound(m) < least(m)[as] - PRECISION,
        );
    const early = !sure && least('days').least > 0 && !isPlainMost(quantity) ? tooShort(proofs, least, measures) : [];
    const shorter =
        !sure && isFirm && least('days').least > 0 && !isPlainMost(quantity)
            ? sometimesShort(proofs, least, measures)
            : [];
    if (sure && !Number.isFinite(sure.amount)) {
        tellEndless(asked, sure, longest);
    } else if (sure) {
        tellLonger(asked, measureOf(sure) === 'days' ? longest : sure, sure);
    } else if (early.length > 0) {
        early.forEach(({ isSure, ...end }) => {
            const message = !isFirm ? 'undecidedShort' : isSure ? 'shortAt' : 'undecidedEnd';
            report({ message, ...found(asked, end), severity: isSure && isFirm ? 'warning' : 'info' });
        });
    } else if (shorter.length > 0) {
        tellShorter(asked, shorter);
    } else if (withoutMost.size > 0) {
        tellOpen(asked, longest, { notStated: [...withoutMost], vague: [] });
    } else if (vague.length > 0) {
        tellVague(asked, longest, vague);
    } else if (isShort('late', 'least')) {
        const message = isFirm ? 'short' : 'undecidedFigure';
        report({ message, severity: isFirm ? 'warning' : 'info', ...found(asked, longest) });
    } else if (isFirm && (!fits || isShort('early', 'reach'))) {
        report({ message: 'undecidedCalendar', severity: 'info', ...found(asked, longest) });
    }
}

/** The course to an end, with what makes it take so long. */
function found({ proofs, statement, quantity }: Asked, end: AtEnd) {
    const { space, work } = proofs;
    return {
        at: statement.at,
        parameters: { ...durationInWords(end), end: end.end, stated: quantity.text },
        related: [
            ...critical(end),
            ...longerThanStated({ space, course: end.course }, work),
            ...saidElsewhere(space.machine.protocol, statement),
            ...severalIn(work),
        ],
        data: { ...dataOf(proofs, end), [measureOf(end)]: finite(end.amount) },
    };
}

/** That it goes on without end, or as often as the text leaves open. */
function tellEndless(asked: Asked, sure: AtEnd, longest: AtEnd): void {
    const { proofs, statement, quantity, isFirm, ends, report } = asked;
    const { space, work, loops } = proofs;
    const open = leftOpenIn(space.machine, loops);
    if (open.length > 0) {
        report({
            message: 'undecidedBound',
            severity: 'info',
            at: statement.at,
            parameters: { stated: quantity.text, names: someNames(open, MOST_NAMED) },
            related: severalIn(work),
            ...roundOf(proofs, { ...sure, course: withoutRounds(sure.course) }),
        });
        return;
    }
    const end = measureOf(sure) === 'days' ? longest : sure;
    const { parameters, ...rest } = found(asked, end);
    const isPossible = orderOf(proofs, sure) !== undefined;
    const endless = ends(end.figure).filter((e) => !Number.isFinite(e.amount));
    const done = end.course.flatMap(({ move }) => (move.kind === 'finish' ? [move.token.at] : []));
    const isFew = done.length < new Set(done).size + MOST_ROUNDS;
    const round =
        isFew && new Set(done).size < done.length
            ? undefined
            : [end, ...endless].reduce<ReturnType<typeof roundOf>>(
                  (found, e) => found ?? roundOf(proofs, { ...e, course: withoutRounds(e.course) }),
                  undefined,
              );
    const ofThese = new Set(isPossible ? endless.map((e) => e.end) : [end.end]);
    const bound = whatToBound(proofs, REPETITION, ofThese);
    const unsure = gapsOn(space, work, end.course);
    if (bound.what === REPETITION.nl && unsure.vague.length + unsure.notStated.length > 0) {
        // nothing comes back: what is vague or not stated has no most
        tellOpen(asked, longest, unsure);
        return;
    }
    const missed = bound.what === REPETITION.nl ? missingTheirTerm(proofs, endless) : [];
    if (missed.length > 0) {
        report({
            message: 'undecidedMissed',
            severity: 'info',
            ...rest,
            parameters: { stated: quantity.text, names: someNames(missed, MOST_NAMED) },
        });
        return;
    }
    report({
        message: isPossible ? 'unbounded' : 'undecidedTime',
        severity: isPossible && isFirm ? 'warning' : 'info',
        ...rest,
        parameters: { ...parameters, ends: enumerate(endless.map((e) => `\`${e.end}\``)), ...bound },
        ...(isFew ? {} : { related: [], data: {} }),
        ...(round && { ...round, data: { ...round.data, days: null } }),
    });
}

/** What only a term bounds, or a phase around it, that it surely misses on the courses to these ends: nothing says how long it goes on. */
function missingTheirTerm({ space, work }: Timed, ends: readonly AtEnd[]): string[] {
    const isBounded = (name: string) => {
        const station = work.stations[space.machine.index.get(name) ?? -1];
        return station?.covered === true || (work.handovers.get(name) ?? station)?.terms.length;
    };
    const endless = ends.flatMap((e) => e.critical).filter((c) => !Number.isFinite(c.days));
    return [...new Set(endless.map((c) => c.name))].filter(isBounded);
}

/** That a course takes longer; where it is not known whether it ever does, that. */
function tellLonger(asked: Asked, end: AtEnd, sure: AtEnd): void {
    const { proofs, isFirm, report } = asked;
    const { space, work } = proofs;
    const unsure = gapsOn(space, work, end.course).vague;
    if (unsure.length > 0) {
        tellVague(asked, end, unsure);
    } else if (!isFirm) {
        report({ message: 'undecidedFigure', severity: 'info', ...found(asked, end) });
    } else if (orderOf(proofs, sure)) {
        report({ message: 'greatest', severity: 'warning', ...found(asked, end) });
    } else {
        const isParallel = end.course.some(({ to }) => openWork(space.states[to] ?? NO_WORK).length > 1);
        const message = isParallel ? 'undecidedOrder' : 'undecidedTogether';
        report({ message, severity: 'info', ...found(asked, end) });
    }
}

/** That courses may fall short of it; where it is not known whether they ever do, that. */
function tellShorter(asked: Asked, ends: ReturnType<typeof sometimesShort>): void {
    const { proofs, quantity, report } = asked;
    for (const { isSure, ...end } of ends) {
        const { parameters, ...rest } = found(asked, end);
        const names = withoutLeast(proofs, end.course);
        const message =
            names.length > 0
                ? 'undecidedLeast'
                : !orderOf(proofs, end)
                  ? 'undecidedShortest'
                  : isSure
                    ? 'sometimesShort'
                    : 'undecidedShortEnd';
        report({
            message,
            ...rest,
            severity: message === 'sometimesShort' ? 'warning' : 'info',
            parameters: { ...parameters, stated: quantity.text, names: someNames(names, MOST_NAMED) },
        });
    }
}

/** The work on a course of which the text says how long it takes at most, and not at least. */
function withoutLeast({ space, work }: Timed, course: readonly Edge[]): string[] {
    const done = course.flatMap(({ move }) => (move.kind === 'finish' ? [move.token.at] : []));
    return [...new Set(done)].flatMap((at) => {
        const { duration } = work.stations[at] ?? {};
        const isMost = duration?.quantity.bound === 'at-most' || duration?.quantity.bound === 'less-than';
        return isMost ? (space.machine.stations[at]?.node.name ?? []) : [];
    });
}

/** That it is vague how long it takes, with what the figures come to. */
function tellVague(asked: Asked, end: AtEnd, names: readonly string[]): void {
    const { parameters, ...rest } = found(asked, end);
    asked.report({
        message: asked.isFirm ? 'undecidedVague' : 'undecidedBoth',
        ...rest,
        severity: 'info',
        parameters: { ...parameters, names: someNames(names, MOST_NAMED) },
    });
}

/** That nothing says how long it takes at most. */
function tellOpen(asked: Asked, end: AtEnd, { notStated, vague }: Gaps): void {
    const { proofs, statement, quantity, report } = asked;
    const { space, work } = proofs;
    if (notStated.length === 0 && Number.isFinite(end.amount)) {
        tellVague(asked, end, vague);
        return;
    }
    const names = [...new Set([...notStated, ...vague])];
    const isVaguely = (name: string) => work.stations[space.machine.index.get(name) ?? -1]?.duration?.vague === true;
    report({
        message: names.every(isVaguely) ? 'undecidedNoMost' : 'undecidedNotStated',
        severity: 'info',
        at: statement.at,
        related: severalIn(work),
        parameters: { stated: quantity.text, names: someNames(names, MOST_NAMED) },
        ...exampleBy(proofs, names),
    });
}

/** A course that comes to no state twice. */
function withoutRounds(course: readonly Edge[]): readonly Edge[] {
    return course.reduce<readonly Edge[]>((before, edge) => {
        const known = before.findIndex((e) => e.from === edge.to);
        return known < 0 ? [...before, edge] : before.slice(0, known);
    }, []);
}

/** A course that goes round once where that can go on without end; undefined where none is found that is possible in time. */
function roundOf({ space, work }: Timed, end: AtEnd): Pick<Example, 'related' | 'data'> | undefined {
    const takesTime = ({ move }: Edge) =>
        move.kind === 'finish' && (work.stations[move.token.at]?.duration?.days.high ?? 0) > 0;
    const course = withRound(space, end.course, takesTime);
    const { inTime, related, data } = example({ space, work }, course.at(-1)?.to ?? 0, course, {});
    return inTime === 'possible' && course !== end.course ? { related, data } : undefined;
}

/** The case by which it takes so long, in the order in which that happens; none where there is no such order. */
function dataOf({ space, work }: Timed, end: AtEnd): Readonly<Record<string, unknown>> {
    const begin = space.beginnings.get(end.course[0]?.from ?? -1);
    const moves = begin && orderOf({ space, work }, end);
    const found = moves && courseOfMoves(space, begin, moves);
    const course = found && courseOf(found.space, found.state, found.course);
    return course ? { path: course.path, case: course.case } : {};
}

/** Its course in the order of time; where that must overrun something without `anders`, with what it overruns. */
function orderOf({ space, work }: Timed, end: AtEnd) {
    const reckoned = { ...end, days: end.amount };
    return inOrderOfTime(space, work, reckoned) ?? inOrderOfTime(space, work, reckoned, 'overrun');
}

/**
 * The shortest course to each end of a case that is seen through, where that takes less at least, by any measure, than the
 * duration that is stated: a case may go so.
 */
function sometimesShort(
    { space, work }: Timed,
    least: ReturnType<typeof limitsOf>['least'],
    measures: readonly Measure[],
): ShortEnd[] {
    return shortestSeenThrough({ space, work }).filter(
        (end) =>
            end.amount < least('days').least - PRECISION &&
            measures.every((m) => durationOf(space, work, end.course, `least ${m}`) < least(m).least - PRECISION),
    );
}

/**
 * The shortest course to each end of a case that is seen through, where that takes less at most than the duration that is
 * stated.
 */
function tooShort(
    { space, work }: Timed,
    least: ReturnType<typeof limitsOf>['least'],
    measures: readonly Measure[],
): ShortEnd[] {
    return shortestSeenThrough({ space, work }).flatMap((end) => {
        const figure = measures
            .map((m) => `late ${m}` as const)
            .find((f, i) => durationOf(space, work, end.course, f) < least(measures[i] ?? 'days').least - PRECISION);
        return figure === undefined
            ? []
            : [{ ...end, figure, amount: durationOf(space, work, end.course, figure), critical: [] }];
    });
}

/** An end, and whether it is sure that a case which comes there is seen through. */
type ShortEnd = AtEnd & { readonly isSure: boolean };

/**
 * The shortest course to each end of a case that is seen through (see budgets.ts), where all that is done on it states how
 * long it takes.
 */
function shortestSeenThrough({ space, work }: Timed): ShortEnd[] {
    const ends = endsSeenThrough(space, endsOf(space));
    const isSure = ends.length === 1 || ends.some((e) => e.node?.successful);
    const names = new Set(ends.map((e) => e.node?.name));
    return byEnd({ space, work }, 'low').flatMap((end) => {
        const { notStated, vague } = gapsOn(space, work, end.course);
        return names.has(end.end) && notStated.length + vague.length === 0 ? [{ ...end, isSure }] : [];
    });
}
