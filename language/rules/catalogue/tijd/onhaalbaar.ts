import { conflictsWithin, timeConflicts, type TimeConflict } from '../../../analysis/time-conflicts.js';
import { overrunsOf, termsInDoubt, termsNotShown } from '../../../analysis/time-doubts.js';
import { confirmationMayOutlast, mayOutlast } from '../../../analysis/may-outlast.js';
import { termsNeverCounting } from '../../../analysis/never-counting.js';
import { amountInWords, amountOf } from '../../../analysis/enough.js';
import { roomFor, roomWithin } from '../../../analysis/room.js';
import type { Move } from '../../../execution/moves.js';
import type { Way } from '../../../execution/machine.js';
import type { Length, Start } from '../../../execution/timed-work.js';
import { lengthInWords } from '../../../text/days.js';
import type { Arrow } from '../../../model/process.js';
import type { Place, Protocol } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { notLookedAt } from '../../not-looked-at.js';
import {
    asDaysFall,
    inTheWayOf,
    longerIn,
    neededIn,
    sinceIn,
    startsTooLate,
    statementsOf,
    takes,
    withAmount,
} from '../../time-conflict-in-words.js';
import { defineProof, example, exampleBy, exampleOf } from '../../proof.js';

export const tijdOnhaalbaar = defineProof({
    code: 'tijd/onhaalbaar',
    severity: 'error',
    restsOn: ['facts', 'ways', 'conditions'],
    title: {
        nl: 'Termijnen en duren zijn samen te halen',
        en: 'Terms and durations can be met together',
    },
    question: {
        nl: 'Kan al het werk binnen zijn termijn klaar zijn?',
        en: 'Can all work be done within its term?',
    },
    concerns: ({ node, exits }) =>
        (node.kind !== 'end' && node.deadlines.length > 0) ||
        node.kind === 'phase' ||
        exits.some((w) => w.handovers.some((h) => h.deadlines.length > 0)),
    lacks: (protocol, { work }) =>
        termsIn(protocol).length > 0 || work.stations.some((s, i) => s.duration && isPhase(protocol, i))
            ? undefined
            : {
                  nl: 'Er staat geen termijn, en geen fase met een duur.',
                  en: 'There is no term, and no phase with a duration.',
              },
    doubt: ({ space, spaceSeeing, work }) => {
        const read = [...work.stations, ...work.handovers.values()].flatMap((w) => w.terms.map((t) => t.at));
        const open = termsIn(space.machine.protocol).filter((t) => !read.includes(t.at));
        const names = enumerate([...new Set(open.map((t) => `\`${t.of}\``))]);
        if (open.length > 0) {
            return {
                nl: `Met de termijn van ${names.nl} is niet te rekenen: hoe lang hij is of vanaf wanneer hij telt, staat er niet precies.`,
                en: `The term of ${names.en} cannot be reckoned with: how long it is or from when it counts is not stated exactly.`,
            };
        }
        const [doubt] = termsInDoubt(space, work);
        const [unshown] = doubt ? [] : termsNotShown(space, work, spaceSeeing);
        if (unshown) {
            return {
                nl: `Of “${unshown.quantity.text}” van \`${unshown.of}\` te halen is, is niet te zeggen: op de wegen die bekeken zijn, is dat waarvandaan hij telt daarvoor te vroeg.`,
                en: `Whether “${unshown.quantity.text}” of \`${unshown.of}\` can be met cannot be said: on the courses that were looked at, what it counts from is too early for that.`,
            };
        }
        const between = enumerate(doubt?.open.map((name) => `\`${name}\``) ?? []);
        return (
            doubt && {
                nl: `Of “${doubt.bound.quantity.text}” van \`${doubt.bound.of}\` te halen is, is niet te zeggen: hoe lang het werk bij ${between.nl} duurt, staat er niet precies.`,
                en: `Whether “${doubt.bound.quantity.text}” of \`${doubt.bound.of}\` can be met cannot be said: how long the work at ${between.en} takes is not stated exactly.`,
            }
        );
    },
    reason: {
        nl: 'Een termijn van drie weken na aanmelding is niet te halen als er eerst iets moet gebeuren dat minstens vier weken duurt. De regel zet alle termijnen en duren op een weg in één netwerk en zoekt uitspraken die elkaar uitsluiten (simple temporal network: Dechter, Meiri en Pearl 1991). Zij meldt wat op geen enkele weg te halen is; haalt een weg het en een andere zeker niet, dan is dat een waarschuwing. Werkdagen en kalenderdagen blijven uit elkaar; wat vaag is, leidt nooit tot een fout, en een termijn met `anders` ook niet: loopt hij altijd af, dan is dat een waarschuwing.',
        en: 'A term of three weeks after registration cannot be met when something must happen first that takes at least four. The rule puts all terms and durations on a course in one network and looks for statements that exclude each other (simple temporal network: Dechter, Meiri and Pearl 1991). It reports what cannot be met on any course; where one course meets it and another surely does not, that is a warning. Working days and calendar days are kept apart; what is vague never leads to an error, nor does a term with `anders`: where it always runs out, that is a warning.',
    },
    messages: {
        conflict: {
            nl: '“{stated}” van `{name}` is niet te halen: er is {needed} nodig{calendar}. Schrijf `{mend}`, dan passen de tijden die er staan, of maak de tijd bij {inTheWay} korter.',
            en: '“{stated}” of `{name}` cannot be met: it needs {needed}{calendarEn}. Write `{mend}`, so that the times that are stated fit, or make the time at {inTheWay} shorter.',
        },
        neverCounts: {
            nl: 'De termijn “{stated}” van `{name}` begint nooit te tellen: {moment} van `{since}` is er op geen enkele weg geweest als een gezin {there}. Laat hem tellen vanaf iets wat eerder komt{orLess}.',
            en: 'The term “{stated}” of `{name}` never begins to count: on no course has the {momentEn} of `{since}` been when a case {thereEn}. Let it count from something that comes before{orLessEn}.',
        },
        overrun: {
            nl: 'Niet elk gezin haalt “{stated}” van `{name}`: op de weg in het voorbeeld is er {needed} nodig{calendar}, door {inTheWay}. Schrijf `{mend}`, dan passen de tijden die er staan, of maak de tijd daar korter.',
            en: 'Not every case meets “{stated}” of `{name}`: on the course in the example it needs {needed}{calendarEn}, by {inTheWay}. Write `{mend}`, so that the times that are stated fit, or make the time there shorter.',
        },
        remarkLonger: {
            nl: 'Het werk bij `{name}` kan volgens “{lasts}” langer duren dan de termijn van “{stated}” toelaat. Maak een van de twee anders, of schrijf met `anders: …` waar het dan heen gaat.',
            en: 'The work at `{name}` may by “{lasts}” take longer than its term of “{stated}” allows. Change one of the two, or write with `anders: …` where it goes then.',
        },
        remarkConfirmed: {
            nl: 'De bevestiging van `{name}` mag met “binnen {lasts}” later komen dan de termijn van “{stated}” toelaat: een overdracht is klaar als zij bevestigd is. Maak een van de twee anders.',
            en: 'The confirmation of `{name}` may with “within {lasts}” come later than its term of “{stated}” allows: a handover is over when it is confirmed. Change one of the two.',
        },
        runsOut: {
            nl: '“{stated}” van `{name}` loopt altijd af voordat het werk klaar is, dus gaat het altijd naar {to}. Moet `{name}` af kunnen komen, {mend} of maak het werk korter.',
            en: '“{stated}” of `{name}` always runs out before the work is done, so a case always goes to {to}. If `{name}` is to be done at times, {mend} or make the work shorter.',
        },
        runsOutBefore: {
            nl: '“{stated}” van `{name}` is altijd al om voordat `{name}` mag beginnen ({starts}), dus gaat het altijd naar {to}. Moet `{name}` gebeuren, {mend} of laat het eerder beginnen.',
            en: '“{stated}” of `{name}` is always over before `{name}` may begin ({starts}), so a case always goes to {to}. If `{name}` is to be done at times, {mend} or let it begin earlier.',
        },
        runsOutInside: {
            nl: '“{stated}” van `{name}` loopt altijd af voordat het werk bij {names} klaar is: dat wordt nooit afgemaakt, en een gezin gaat naar {to}. Maak de termijn langer, of dat werk korter.',
            en: '“{stated}” of `{name}` always runs out before the work at {names} is done: that is never finished, and a case goes to {to}. Make the term longer, or that work shorter.',
        },
        undecidedCalendar: {
            nl: 'Of “{stated}” van `{name}` te halen is, hangt af van weekenden, feestdagen en hoe lang de maanden zijn: soms is er {amount} nodig.',
            en: 'Whether “{stated}” of `{name}` can be met depends on weekends, public holidays and how long the months are: it sometimes needs {amount}.',
        },
        undecidedVague: {
            nl: 'Of “{stated}” van `{name}` te halen is, is niet te zeggen: er kan {atTimes} nodig zijn, en de tijd bij {vague} is niet precies.',
            en: 'Whether “{stated}” of `{name}` can be met cannot be said: it may need {atTimes}, and the time at {vague} is not exact.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Verkennen "Een beeld maken" { duur minstens 4 weken }
        stap Plan "Eén plan maken" { termijn 3 weken na aanmelding }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Verkennen "Een beeld maken" { duur minstens 4 weken }
        stap Plan "Eén plan maken" { termijn 6 weken na aanmelding }
        einde Klaar
    }
}
`,
    prove: (_protocol, proofs, report, { document }) => {
        if (!proofs.space.complete) {
            return;
        }
        const { stations, outlasted, idle } = proofs.space.machine;
        const nodeOf = (station: number) => stations[station]?.node.name;
        const foreseen = new Map(stations.flatMap((s) => s.expiries.map((way) => [way.arrow.at, way.arrow] as const)));
        const { work } = proofs;
        const showing = (isMeant: (move: Move) => boolean) => exampleOf(proofs, isMeant);
        const isRunningOut = (at: Place) => (move: Move) => 'way' in move && move.way.arrow.at === at;
        const isDone = (name: string) => (move: Move) =>
            move.kind === 'finish' && stations[move.token.at]?.around.some((i) => nodeOf(i) === name) === true;
        const isHandedOver = (name: string) => (move: Move) =>
            move.kind === 'leave' && move.way.handovers.some((h) => h.name === name);
        /** @param enough how long the term would have to be; undefined where that is not known */
        const runsOut = (
            term: Length,
            { at, to = 'onbekend' }: Arrow,
            enough: string | undefined,
            starts: readonly Start[] = [],
        ) => {
            const longer =
                enough === undefined ? '' : `${withAmount(term, enough, proofs.space.machine)} anders: ${to}`;
            const mend = {
                nl: longer === '' ? 'maak de termijn dan langer' : `schrijf dan \`${longer}\``,
                en: longer === '' ? 'make the term longer' : `write \`${longer}\``,
            };
            report({
                message: starts.length > 0 ? 'runsOutBefore' : 'runsOut',
                severity: 'warning',
                at,
                parameters: {
                    name: term.of,
                    stated: term.quantity.text,
                    to: `\`${to}\``,
                    mend,
                    starts: enumerate(
                        starts.map((s) => `\`begint ${s.quantity.text}${sinceIn(s, proofs.space.machine)}\``),
                    ),
                },
                fixes: enough === undefined ? [] : longerIn(document, term, enough),
                ...showing(isRunningOut(at)),
            });
        };
        const taken =
            outlasted.size > 0
                ? new Set(proofs.space.out.flat().flatMap(({ move }) => ('way' in move ? [move.way] : [])))
                : undefined;
        const runningOut = [...outlasted].flatMap(([station, terms]) =>
            terms.flatMap(({ station: of, way }) => {
                const term = work.stations[of]?.terms.find((t) => t.at === way.arrow.at);
                return term && taken?.has(way) ? [{ station, of, way, term }] : [];
            }),
        );
        const own = new Set(runningOut.flatMap(({ station, of, way }) => (of === station ? [way] : [])));
        /** of each term of what is around work the names of the work that it breaks off */
        const inside = new Map<Way, { readonly term: Length; readonly names: string[] }>();
        for (const { station, of, way, term } of runningOut) {
            const found = proofs.runOuts.find((r) => r.station === station && r.term.way === way);
            if (of !== station) {
                const isBrokenOffBefore = outlasted
                    .get(station)
                    ?.some((t) => t.station === station && !idle.has(t.way));
                if (!own.has(way) && !isBrokenOffBefore) {
                    const names = inside.get(way)?.names ?? [];
                    inside.set(way, { term, names: [...names, `\`${stations[station]?.node.name ?? ''}\``] });
                }
                continue;
            }
            const timed = work.stations[station];
            const isOwn = term.from.type === 'begin' && term.from.station === station;
            const unit = term.quantity.unit ?? 'dagen';
            const room = found && roomFor(found.space, work, found.conflict);
            const enough = room
                ? amountOf(room.count, room.unit)
                : isOwn && timed
                  ? amountOf(roomWithin(timed, unit, work.off), unit)
                  : undefined;
            runsOut(term, way.arrow, enough, found && startsTooLate(work, found.conflict));
        }
        inside.forEach(({ term, names }, { arrow: { at, to = 'onbekend' } }) => {
            report({
                message: 'runsOutInside',
                severity: 'warning',
                at,
                parameters: { name: term.of, stated: term.quantity.text, names: enumerate(names), to: `\`${to}\`` },
                ...showing(isRunningOut(at)),
            });
        });
        for (const { term, from, isOfHandover } of termsNeverCounting(proofs)) {
            report({
                message: 'neverCounts',
                at: term.at,
                parameters: {
                    name: term.of,
                    stated: term.quantity.text,
                    since: from.type === 'handover' ? from.name : (nodeOf(from.station) ?? ''),
                    moment: from.type === 'begin' ? 'het begin' : 'het einde',
                    momentEn: from.type === 'begin' ? 'begin' : 'end',
                    there: isOfHandover ? 'wordt overgedragen' : `bij \`${term.of}\` is`,
                    thereEn: isOfHandover ? 'is handed over' : `is at \`${term.of}\``,
                    orLess: isOfHandover
                        ? ''
                        : `, of laat \`na …\` weg: dan telt hij vanaf het begin van \`${term.of}\``,
                    orLessEn: isOfHandover
                        ? ''
                        : `, or leave out \`na …\`: then it counts from the begin of \`${term.of}\``,
                },
                ...showing(isOfHandover ? isHandedOver(term.of) : isDone(term.of)),
            });
        }
        const enoughFor = (conflict: TimeConflict) => {
            const { count, unit } = roomFor(proofs.space, work, conflict);
            const { low, high, parts, bound } = conflict.bound.quantity;
            // a month and three days are 31 days at least
            const sure = (parts && low) ?? high ?? Number.POSITIVE_INFINITY;
            return { ...amountInWords(count, unit), isStated: bound === 'less-than' ? count < sure : count <= sure };
        };
        const unlooked = notLookedAt(proofs)?.stations.map((s) => s.index) ?? [];
        const conflicts = [
            ...timeConflicts(proofs.space, work, proofs.spaceSeeing),
            ...conflictsWithin(proofs.space, work, unlooked),
        ];
        const told = new Set(conflicts.filter((c) => c.because === 'certain').map((c) => c.bound.at));
        for (const overrun of overrunsOf(proofs.space, work)) {
            const { bound, course } = overrun;
            const last = course.at(-1);
            if (!last || told.has(bound.at)) {
                continue;
            }
            told.add(bound.at);
            const enough = enoughFor(overrun);
            const shown = example(proofs, last.to, course, { reading: 'certain' });
            report({
                message: 'overrun',
                severity: 'warning',
                at: bound.at,
                parameters: {
                    name: bound.of,
                    stated: bound.quantity.text,
                    needed: neededIn(overrun),
                    ...asDaysFall(overrun, enough),
                    mend: withAmount(bound, enough.nl, proofs.space.machine),
                    inTheWay: inTheWayOf(overrun),
                },
                related: [...statementsOf(overrun), ...shown.related],
                fixes: longerIn(document, bound, enough.nl),
                data: shown.data,
            });
        }
        for (const conflict of conflicts) {
            const { bound, because, constraints, course, measure, needed } = conflict;
            const arrow = foreseen.get(bound.at);
            const enough = enoughFor(conflict);
            if (arrow && because === 'certain') {
                runsOut(bound, arrow, enough.nl, startsTooLate(work, conflict));
                continue;
            }
            // what each of them needs by itself is more than what they need together
            if (because === 'calendar' && enough.isStated) {
                continue;
            }
            const amount = because === 'calendar' ? enough : lengthInWords(needed.amount, measure);
            const vague = new Set(constraints.flatMap(({ because }) => (because?.vague ? [`\`${because.of}\``] : [])));
            const last = course.at(-1);
            report({
                message:
                    because === 'certain'
                        ? 'conflict'
                        : because === 'calendar'
                          ? 'undecidedCalendar'
                          : 'undecidedVague',
                severity: because === 'certain' ? 'error' : 'info',
                at: bound.at,
                parameters: {
                    name: bound.of,
                    stated: bound.quantity.text,
                    amount,
                    needed: neededIn(conflict),
                    ...asDaysFall(conflict, enough),
                    atTimes: needed.isMore ? { nl: `meer dan ${amount.nl}`, en: `more than ${amount.en}` } : amount,
                    vague: enumerate([...vague]),
                    mend: withAmount(bound, enough.nl, proofs.space.machine),
                    inTheWay: inTheWayOf(conflict),
                },
                related: statementsOf(conflict),
                fixes: because === 'certain' ? longerIn(document, bound, enough.nl) : [],
                // work that by itself takes longer than it may does so whatever the text leaves open
                couldUndo: () => constraints.some((c) => c.station !== undefined && nodeOf(c.station) !== bound.of),
                // the order holds for certain; terms do not
                data:
                    (last ? example(proofs, last.to, course, { reading: 'certain' }) : exampleBy(proofs, [bound.of]))
                        .data ?? {},
            });
        }
        const unmet = new Set([...told, ...conflicts.map((c) => c.bound.at)]);
        for (const { duration, term } of mayOutlast(proofs.space, work)) {
            if (!unmet.has(term.at)) {
                const shown = showing(isDone(term.of));
                report({
                    message: 'remarkLonger',
                    severity: 'info',
                    at: term.at,
                    parameters: { name: term.of, lasts: duration.quantity.text, stated: term.quantity.text },
                    related: [
                        { message: takes(duration.of, duration.quantity.text), at: duration.at },
                        ...(shown.related ?? []),
                    ],
                    ...(shown.data && { data: shown.data }),
                });
            }
        }
        for (const { duration, term } of confirmationMayOutlast(work).filter((m) => !unmet.has(m.term.at))) {
            report({
                message: 'remarkConfirmed',
                severity: 'info',
                at: term.at,
                parameters: { name: term.of, lasts: duration.quantity.text, stated: term.quantity.text },
                related: [
                    {
                        message: {
                            nl: `De bevestiging mag binnen “${duration.quantity.text}” komen`,
                            en: `The confirmation may come within “${duration.quantity.text}”`,
                        },
                        at: duration.at,
                    },
                ],
            });
        }
    },
});

/** Each term of the process and its handovers, with what it is of. */
function termsIn({ process, handovers }: Protocol): { readonly of: string; readonly at: Place }[] {
    const nodes = process?.nodes.flatMap((n) => (n.kind === 'end' ? [] : [n])) ?? [];
    return [...nodes, ...handovers].flatMap(({ name, deadlines }) => deadlines.map(({ at }) => ({ of: name, at })));
}

function isPhase({ process }: Protocol, index: number): boolean {
    return process?.nodes[index]?.kind === 'phase';
}
