import { daysOff } from '../../../execution/calendar.js';
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
import { withRound } from '../../../analysis/round.js';
import type { Edge } from '../../../analysis/space.js';
import { gapsOf, gapsOn, type Gaps } from '../../../analysis/gaps.js';
import { enumerate, someNames } from '../../../text/numbers.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { declaredBy, declaredIn, durationsStated, isPlainMost, limitsOf } from '../../declared-duration.js';
import { critical, durationInWords, finite, saidElsewhere, severalIn } from '../../duration-in-words.js';
import { whatToBound } from '../../endless.js';
import { defineProof, example, exampleBy, longerThanStated, type Example } from '../../proof.js';

/** How many names a message lists. */
const MOST_NAMED = 5;
const REPETITION: Bilingual = { nl: 'de herhaling', en: 'the repetition' };
/** An example shows no more of what comes back. */
const MOST_ROUNDS = 3;
const NO_WORK: Parameters<typeof openWork>[0] = { tokens: [], suspended: [] };
/** What differs less is equal: sums of parts of days are not exact. */
const PRECISION = A_LITTLE / 100;

export const tijdSom = defineProof({
    code: 'tijd/som',
    severity: 'warning',
    title: {
        nl: 'De stappen passen in de duur die er staat',
        en: 'The steps fit in the duration that is stated',
    },
    question: {
        nl: 'Past elke weg die een gezin kan gaan in de duur van de interventie?',
        en: 'Does every course that a case can take fit in the duration of the intervention?',
    },
    lacks: (protocol) =>
        durationsStated(protocol).length > 0
            ? undefined
            : {
                  nl: 'Er staat niet hoe lang de interventie duurt.',
                  en: 'How long the intervention takes is not stated.',
              },
    doubt: ({ space: { machine } }) =>
        durationsStated(machine.protocol).some((s) => declaredBy([s]).length === 0)
            ? {
                  nl: 'Hoe lang de interventie duurt, is niet in een getal gezegd.',
                  en: 'How long the intervention takes is not stated in figures.',
              }
            : undefined,
    reason: {
        nl: 'Wie “ongeveer zes maanden” belooft, moet dat met de stappen waar kunnen maken. De regel rekent de kortste en de langste weg uit: van werk dat gelijktijdig loopt telt wat het laatst klaar is, herhaling telt mee, een termijn begrenst een stap, of verstrijkt doordat het werk langer duurt dan er staat, en de termijn van een overdracht telt als tijd, of anders die van de bevestiging. Wachttijd voor een stap telt mee waar die er staat (`begint 3 maanden na …`). Vijf werkdagen zijn vijf tot zeven dagen; feestdagen kunnen daar nog bij komen. Werkblad voor erkenning (NJi), 1.3: duur.',
        en: 'Who promises “about six months” must be able to keep it with the steps. The rule computes the shortest and the longest course: of parallel work what is done last counts, repetition counts, a term bounds a step, or runs out since the work takes longer than is stated, and the term of a handover counts as time, or else that of its confirmation. Waiting before a step counts where it is stated (`begint 3 maanden na …`). Five working days are five to seven days; public holidays may come on top. Form for recognition (NJi), 1.3: duration.',
    },
    noFix: {
        nl: 'Of de duur van het geheel of die van een stap anders is, weet alleen wie het werk kent.',
        en: 'Whether the duration of the whole or that of a step is otherwise only who knows the work can tell.',
    },
    messages: {
        least: {
            nl: 'Elke weg naar `{end}` duurt {atLeast}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
            en: 'Every course to `{end}` takes {atLeast}; this says “{stated}”. Change the duration of the steps, or this one.',
        },
        greatest: {
            nl: 'De langste weg, naar `{end}`, duurt {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze; telt werk aan het eind niet mee, zoals nazorg, zet deze `duur` dan bij de fase ervoor.',
            en: 'The longest course, to `{end}`, takes {days}; this says “{stated}”. Change the duration of the steps, or this one; where work at the end does not count, such as aftercare, put this `duur` at the phase before it.',
        },
        unbounded: {
            nl: 'Hoe lang het tot {ends} hoogstens duurt, heeft geen grens; hier staat “{stated}”. Begrens {what}.',
            en: 'How long it takes at most to {ends} has no bound; this says “{stated}”. Bound {whatEn}.',
        },
        short: {
            nl: 'Ook de langste weg, naar `{end}`, duurt hoogstens {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
            en: 'Even the longest course, to `{end}`, takes at most {days}; this says “{stated}”. Change the duration of the steps, or this one.',
        },
        shortAt: {
            nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
            en: 'The course in the example to `{end}` takes at most {days}; this says “{stated}”. Change the duration of the steps, or this one.',
        },
        undecidedEnd: {
            nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of dat te kort is, valt niet te zeggen: geen einde is `geslaagd`. Schrijf `geslaagd` bij de einden die dat zijn.',
            en: 'The course in the example to `{end}` takes at most {days}; this says “{stated}”. Whether that is too short cannot be said: no end is `geslaagd`. Write `geslaagd` at the ends that are.',
        },
        undecidedBound: {
            nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe vaak een gezin bij {names} terugkomt, is open gelaten.',
            en: 'Whether every course fits in “{stated}” cannot be said: how often a case comes back to {names} is left open.',
        },
        undecidedTime: {
            nl: 'Of elke weg naar `{end}` past in “{stated}”, is niet te zeggen: hoe vaak iets terugkomt, heeft geen grens. Begrens {what}.',
            en: 'Whether every course to `{end}` fits in “{stated}” cannot be said: how often something comes back has no bound. Bound {whatEn}.',
        },
        undecidedOrder: {
            nl: 'Een weg naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of het ooit zo lang duurt, is niet te zeggen: in werk dat gelijktijdig loopt, vraagt het ene wat het andere dan misschien nog niet weet.',
            en: 'A course to `{end}` takes at most {days}; this says “{stated}”. Whether it ever takes that long cannot be said: of parallel work, one part asks what another may not have found out by then.',
        },
        undecidedTogether: {
            nl: 'Een weg naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of het ooit zo lang duurt, is niet te zeggen: de langste tijden op die weg gaan misschien niet samen.',
            en: 'A course to `{end}` takes at most {days}; this says “{stated}”. Whether it ever takes that long cannot be said: the longest times on that course may exclude each other.',
        },
        undecidedNotStated: {
            nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe lang het hoogstens duurt, staat niet bij {names}.',
            en: 'Whether every course fits in “{stated}” cannot be said: how long it takes at most is not stated at {names}.',
        },
        undecidedNoMost: {
            nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe lang het hoogstens duurt, is alleen vaag gezegd bij {names}.',
            en: 'Whether every course fits in “{stated}” cannot be said: how long it takes at most is stated only vaguely at {names}.',
        },
        undecidedVague: {
            nl: 'Of elke weg past in “{stated}”, is niet te zeggen: de tijd is vaag bij {names}. Met de getallen die er staan, komt de langste weg, naar `{end}`, op {days}.',
            en: 'Whether every course fits in “{stated}” cannot be said: the time is vague at {names}. With the figures that are stated the longest course, to `{end}`, comes to {days}.',
        },
        undecidedBoth: {
            nl: 'Of elke weg past in “{stated}”, is niet te zeggen: dat is niet precies, en de tijd is vaag bij {names}. Met de getallen die er staan, komt de langste weg, naar `{end}`, op {days}.',
            en: 'Whether every course fits in “{stated}” cannot be said: it is not exact, and the time is vague at {names}. With the figures that are stated the longest course, to `{end}`, comes to {days}.',
        },
        undecidedShort: {
            nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}. Of dat past in “{stated}”, is niet te zeggen: dat is niet precies.',
            en: 'The course in the example to `{end}` takes at most {days}. Whether that fits in “{stated}” cannot be said: it is not exact.',
        },
        undecidedFigure: {
            nl: 'De langste weg, naar `{end}`, duurt {days}. Of dat past in “{stated}”, is niet te zeggen: dat is niet precies.',
            en: 'The longest course, to `{end}`, takes {days}. Whether that fits in “{stated}” cannot be said: it is not exact.',
        },
        undecidedCalendar: {
            nl: 'Of de langste weg, naar `{end}`, past in “{stated}”, hangt af van weekenden, feestdagen en hoe lang de maanden zijn: zonder feestdagen hoogstens {days}.',
            en: 'Whether the longest course, to `{end}`, fits in “{stated}” depends on weekends, public holidays and how long the months are: at most {days} without holidays.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    duur hoogstens 6 weken
    aanpak {
        stap Plan "Eén plan maken" { duur hoogstens 3 weken }
        gelijktijdig Doen {
            stap Oefenen "Thuis oefenen" { duur precies 4 weken }
            stap Navraag "Bellen met de school" { duur hoogstens 1 week }
        }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    duur hoogstens 7 weken
    aanpak {
        stap Plan "Eén plan maken" { duur hoogstens 3 weken }
        gelijktijdig Doen {
            stap Oefenen "Thuis oefenen" { duur precies 4 weken }
            stap Navraag "Bellen met de school" { duur hoogstens 1 week }
        }
        einde Klaar
    }
}
`,
    prove: (protocol, all, report, { settings }) => {
        const { space, loops, work } = all;
        const proofs: Timed = { space, work };
        const declared = declaredIn(protocol, daysOff(settings.holidays));
        if (declared.length === 0 || !proofs.space.complete) {
            return;
        }
        const gaps = gapsOf(proofs.space, proofs.work);
        const { vague } = gaps;
        const isPlain = declared.every((d) => isInDays(d.quantity)) && isAllInDays(proofs.work);
        const measures = isPlain ? (['days'] as const) : MEASURES;
        const known = new Map<Figure, readonly AtEnd[]>();
        const withoutMost = new Set(gaps.notStated);
        const ends = (figure: Figure): readonly AtEnd[] => {
            const made = known.get(figure) ?? byEnd(proofs, figure, (name) => withoutMost.add(name));
            known.set(figure, made);
            return made;
        };
        const longestBy = (figure: Figure) => longestIn(ends(figure));
        const seen = new Set<string>();
        const several = severalIn(proofs.work);
        for (const { statement, quantity, days, isFirm } of declared) {
            // the interventie and its aanpak may say the same
            const said = `${quantity.text} ${statement.modality ?? ''}`;
            if (seen.has(said)) {
                continue;
            }
            seen.add(said);
            const stated = quantity.text;
            const undecided = { severity: 'info', at: statement.at, related: several } as const;
            const told = (end: AtEnd) => ({
                at: statement.at,
                parameters: { ...durationInWords(end), end: end.end, stated },
                related: [
                    ...critical(end),
                    ...longerThanStated({ space, course: end.course }, work),
                    ...saidElsewhere(protocol, statement),
                    ...several,
                ],
                data: { [measureOf(end)]: finite(end.amount) },
            });
            const found = (end: AtEnd) => {
                const { data, ...rest } = told(end);
                return { ...rest, data: { ...dataOf(proofs, end), ...data } };
            };
            const notSure = (end: AtEnd, names: readonly string[]) => {
                const { parameters } = told(end);
                const message = isFirm ? 'undecidedVague' : 'undecidedBoth';
                report({
                    message,
                    ...found(end),
                    severity: 'info',
                    parameters: { ...parameters, names: someNames(names, MOST_NAMED) },
                });
            };
            const openAt = (end: AtEnd, { notStated, vague }: Gaps) => {
                if (notStated.length === 0 && Number.isFinite(end.amount)) {
                    notSure(end, vague);
                    return;
                }
                const names = [...new Set([...notStated, ...vague])];
                const isVaguely = (name: string) =>
                    proofs.work.stations[space.machine.index.get(name) ?? -1]?.duration?.vague === true;
                report({
                    message: names.every(isVaguely) ? 'undecidedNoMost' : 'undecidedNotStated',
                    ...undecided,
                    parameters: { stated, names: someNames(names, MOST_NAMED) },
                    ...exampleBy(proofs, names),
                });
            };
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
                    : measures.flatMap((m) =>
                          ends(`least ${m}`).filter((end) => end.amount > most(m).most + PRECISION),
                      );
            const named = new Map(tooLong.toReversed().map((end) => [end.end, end]));
            named.forEach((end) => {
                report({ message: 'least', severity: 'warning', ...found(end) });
            });
            if (!longest || tooLong.length > 0) {
                continue;
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
                    (m) => (longestBy(`${of} ${m}`)?.amount ?? 0) + lastRound(m) < least(m)[as] - PRECISION,
                );
            const isEndless = sure !== undefined && !Number.isFinite(sure.amount);
            const open = isEndless ? leftOpenIn(space.machine, loops) : [];
            const early =
                !sure && least('days').least > 0 && !isPlainMost(quantity) ? tooShort(proofs, least, measures) : [];
            if (sure && open.length > 0) {
                report({
                    message: 'undecidedBound',
                    ...undecided,
                    parameters: { stated, names: someNames(open, MOST_NAMED) },
                    ...roundOf(proofs, { ...sure, course: withoutRounds(sure.course) }),
                });
            } else if (sure && isEndless) {
                const end = measureOf(sure) === 'days' ? longest : sure;
                const { parameters, ...rest } = found(end);
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
                const bound = whatToBound(all, REPETITION, ofThese);
                const unsure = gapsOn(space, proofs.work, end.course);
                if (bound.what === REPETITION.nl && unsure.vague.length + unsure.notStated.length > 0) {
                    // nothing comes back: what is vague or not stated has no most
                    openAt(longest, unsure);
                    continue;
                }
                report({
                    message: isPossible ? 'unbounded' : 'undecidedTime',
                    severity: isPossible && isFirm ? 'warning' : 'info',
                    ...rest,
                    parameters: {
                        ...parameters,
                        ends: enumerate(endless.map((e) => `\`${e.end}\``)),
                        ...bound,
                    },
                    ...(isFew ? {} : { related: [], data: {} }),
                    ...(round && { ...round, data: { ...round.data, days: null } }),
                });
            } else if (sure) {
                const end = measureOf(sure) === 'days' ? longest : sure;
                const unsure = gapsOn(space, proofs.work, end.course).vague;
                if (unsure.length > 0) {
                    notSure(end, unsure);
                } else if (!isFirm) {
                    report({ message: 'undecidedFigure', severity: 'info', ...found(end) });
                } else if (orderOf(proofs, sure)) {
                    report({ message: 'greatest', severity: 'warning', ...found(end) });
                } else {
                    const isParallel = end.course.some(({ to }) => openWork(space.states[to] ?? NO_WORK).length > 1);
                    const message = isParallel ? 'undecidedOrder' : 'undecidedTogether';
                    report({ message, severity: 'info', ...found(end) });
                }
            } else if (early.length > 0) {
                early.forEach(({ isSure, ...end }) => {
                    const message = !isFirm ? 'undecidedShort' : isSure ? 'shortAt' : 'undecidedEnd';
                    report({ message, ...found(end), severity: isSure && isFirm ? 'warning' : 'info' });
                });
            } else if (withoutMost.size > 0) {
                openAt(longest, { notStated: [...withoutMost], vague: [] });
            } else if (vague.length > 0) {
                notSure(longest, vague);
            } else if (isShort('late', 'least')) {
                report({
                    message: isFirm ? 'short' : 'undecidedFigure',
                    severity: isFirm ? 'warning' : 'info',
                    ...found(longest),
                });
            } else if (isFirm && (!fits || isShort('early', 'reach'))) {
                report({ message: 'undecidedCalendar', severity: 'info', ...found(longest) });
            }
        }
    },
});

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
    return inOrderOfTime(space, work, reckoned) ?? inOrderOfTime(space, work, reckoned, () => false);
}

/**
 * The shortest course to each end of a case that is seen through (see budgets.ts), where all that is done on it states how
 * long it takes and that is less at most than the duration that is stated.
 */
function tooShort(
    { space, work }: Timed,
    least: ReturnType<typeof limitsOf>['least'],
    measures: readonly Measure[],
): (AtEnd & { readonly isSure: boolean })[] {
    const ends = endsSeenThrough(space, endsOf(space));
    const isSure = ends.length === 1 || ends.some((e) => e.node?.successful);
    const names = new Set(ends.map((e) => e.node?.name));
    return byEnd({ space, work }, 'low').flatMap((end) => {
        const { notStated, vague } = gapsOn(space, work, end.course);
        const figure = measures
            .map((m) => `late ${m}` as const)
            .find((f, i) => durationOf(space, work, end.course, f) < least(measures[i] ?? 'days').least - PRECISION);
        return figure === undefined || !names.has(end.end) || notStated.length + vague.length > 0
            ? []
            : [{ ...end, figure, amount: durationOf(space, work, end.course, figure), critical: [], isSure }];
    });
}
