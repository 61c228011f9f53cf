import { timeConflicts, type TimeConflict } from '../../../analysis/time-conflicts.js';
import { overrunsOf, termsInDoubt } from '../../../analysis/time-doubts.js';
import { courseOf } from '../../../analysis/course.js';
import type { Constraint } from '../../../analysis/time-network.js';
import { amountOf, enoughIn } from '../../../analysis/enough.js';
import type { Machine } from '../../../execution/machine.js';
import type { Term } from '../../../execution/timed-work.js';
import { lengthInWords } from '../../../text/days.js';
import type { Arrow } from '../../../model/process.js';
import type { Place, Protocol } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import type { RelatedPlace } from '../../finding.js';
import { defineProof, example } from '../../proof.js';

export const tijdOnhaalbaar = defineProof({
    code: 'tijd/onhaalbaar',
    severity: 'error',
    title: {
        nl: 'Termijnen en duren zijn samen te halen',
        en: 'Terms and durations can be met together',
    },
    question: {
        nl: 'Is elke termijn op minstens één weg te halen?',
        en: 'Can each term be met on at least one course?',
    },
    lacks: (protocol, { work }) =>
        termsIn(protocol).length > 0 || work.stations.some((s, i) => s.duration && isPhase(protocol, i))
            ? undefined
            : {
                  nl: 'Er staat geen termijn, en geen fase met een duur.',
                  en: 'There is no term, and no phase with a duration.',
              },
    doubt: ({ space, work }) => {
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
        const between = enumerate(doubt?.open.map((name) => `\`${name}\``) ?? []);
        return (
            doubt && {
                nl: `Of “${doubt.bound.quantity.text}” van \`${doubt.bound.of}\` te halen is, is niet te zeggen: hoe lang het werk bij ${between.nl} duurt, staat er niet precies.`,
                en: `Whether “${doubt.bound.quantity.text}” of \`${doubt.bound.of}\` can be met cannot be said: how long the work at ${between.en} takes is not stated exactly.`,
            }
        );
    },
    aside: ({ space, work }) => {
        const [overrun] = overrunsOf(space, work);
        const last = overrun?.course.at(-1);
        const path = enumerate(last ? inRounds(courseOf(space, last.to, overrun?.course ?? []).path) : []);
        return (
            overrun && {
                nl: `Niet op elke weg: na ${path.nl} is “${overrun.bound.quantity.text}” van \`${overrun.bound.of}\` zeker overschreden.`,
                en: `Not on every course: after ${path.en} “${overrun.bound.quantity.text}” of \`${overrun.bound.of}\` is surely overrun.`,
            }
        );
    },
    reason: {
        nl: 'Een termijn van drie weken na aanmelding is niet te halen als er eerst iets moet gebeuren dat minstens vier weken duurt. De regel zet alle termijnen en duren op een weg in één netwerk en zoekt uitspraken die elkaar uitsluiten (simple temporal network: Dechter, Meiri en Pearl 1991). Zij meldt wat op geen enkele weg te halen is; haalt een weg het en een andere zeker niet, dan staat die weg bij het antwoord van `draaiboek check --proofs`. Werkdagen en kalenderdagen blijven uit elkaar; wat vaag is, leidt nooit tot een fout, en een termijn met `anders` ook niet: loopt hij altijd af, dan is dat een waarschuwing.',
        en: 'A term of three weeks after registration cannot be met when something must happen first that takes at least four. The rule puts all terms and durations on a course in one network and looks for statements that exclude each other (simple temporal network: Dechter, Meiri and Pearl 1991). It reports what cannot be met on any course; where one course meets it and another surely does not, the answer of `draaiboek check --proofs` names that course. Working days and calendar days are kept apart; what is vague never leads to an error, nor does a term with `anders`: where it always runs out, that is a warning.',
    },
    noFix: {
        nl: 'Of de termijn ruimer moet of het werk korter, is een keuze over het werk zelf.',
        en: 'Whether the term should grow or the work shrink is a choice about the work itself.',
    },
    messages: {
        conflict: {
            nl: '“{stated}” van `{name}` is niet te halen: er is {needed} nodig. Schrijf `{mend}`, of verkort wat {inTheWay} duurt.',
            en: '“{stated}” of `{name}` cannot be met: it needs {needed}. Write `{mend}`, or shorten {inTheWay}.',
        },
        runsOut: {
            nl: '“{stated}” van `{name}` loopt altijd af voordat het werk klaar is, dus gaat het altijd naar {to}. Moet `{name}` af kunnen komen, maak de termijn dan langer of het werk korter.',
            en: '“{stated}” of `{name}` always runs out before the work is done, so a case always goes to {to}. If `{name}` is to be done at times, make the term longer or the work shorter.',
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
    prove: (_protocol, proofs, report, { settings }) => {
        if (!proofs.space.complete) {
            return;
        }
        const { stations, outlasted } = proofs.space.machine;
        const foreseen = new Map(stations.flatMap((s) => s.expiries.map((way) => [way.arrow.at, way.arrow] as const)));
        const runsOut = (name: string, stated: string, { at, to = 'onbekend' }: Arrow) => {
            report({ message: 'runsOut', severity: 'warning', at, parameters: { name, stated, to: `\`${to}\`` } });
        };
        for (const [station, ways] of outlasted) {
            const terms = proofs.work.stations[station]?.terms ?? [];
            for (const { arrow } of ways) {
                const term = terms.find((t) => t.at === arrow.at);
                const isReached = proofs.space.out.flat().some(({ move }) => 'way' in move && move.way.arrow === arrow);
                if (term && isReached) {
                    runsOut(term.of, term.quantity.text, arrow);
                }
            }
        }
        for (const conflict of timeConflicts(proofs.space, proofs.workWith(settings.holidays))) {
            const { bound, because, constraints, course, measure, needed } = conflict;
            const arrow = foreseen.get(bound.at);
            if (arrow && because === 'certain') {
                runsOut(bound.of, bound.quantity.text, arrow);
                continue;
            }
            const amount = lengthInWords(needed.amount, measure);
            const vague = new Set(constraints.flatMap(({ because }) => (because?.vague ? [`\`${because.of}\``] : [])));
            const inTheWay = new Set(constraints.flatMap((c) => (c.station === undefined ? [] : [nameOf(c)])));
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
                    needed: needed.isMore
                        ? { nl: `meer dan ${amount.nl}`, en: `more than ${amount.en}` }
                        : { nl: `minstens ${amount.nl}`, en: `at least ${amount.en}` },
                    atTimes: needed.isMore ? { nl: `meer dan ${amount.nl}`, en: `more than ${amount.en}` } : amount,
                    vague: enumerate([...vague]),
                    mend: mendOf(conflict, proofs.space.machine),
                    inTheWay: enumerate([...inTheWay]),
                },
                related: statementsOf(conflict),
                // the order holds for certain; terms do not
                data: last ? example(proofs, last.to, course, { reading: 'certain' }).data : {},
            });
        }
    },
});

function nameOf({ because }: Constraint): string {
    return `\`${because?.of ?? ''}\``;
}

/** The bound as it would have to be, as one writes it. */
function mendOf({ bound, needed, measure }: TimeConflict, { stations }: Machine): string {
    const unit = bound.quantity.unit ?? 'dagen';
    const amount = amountOf(enoughIn(unit, { ...needed, measure }), unit);
    if (!('from' in bound)) {
        return `duur hoogstens ${amount}`;
    }
    const { from } = bound as Term;
    const name = from.type === 'registration' ? 'aanmelding' : stations[from.station]?.node.name;
    const isOwn = from.type === 'begin' && name === bound.of;
    const since = name === undefined || isOwn ? '' : from.type === 'begin' ? ` na begin van ${name}` : ` na ${name}`;
    return `termijn ${amount}${since}`;
}

/** The statements that exclude each other, each once. */
function statementsOf({ constraints, bound }: TimeConflict): RelatedPlace[] {
    const others = constraints.filter((c) => c.because && c.because !== bound);
    const seen = new Set<unknown>();
    return others.flatMap((c: Constraint) => {
        const { because } = c;
        if (!because || seen.has(because.at)) {
            return [];
        }
        seen.add(because.at);
        const { of, quantity, at } = because;
        return [
            {
                message:
                    c.station === undefined
                        ? { nl: `${of}: hoogstens “${quantity.text}”`, en: `${of}: at most “${quantity.text}”` }
                        : { nl: `${of}: minstens “${quantity.text}”`, en: `${of}: at least “${quantity.text}”` },
                at,
            },
        ];
    });
}

/** The names on a course, each that comes several times on end once, with how often. */
function inRounds(path: readonly string[]): string[] {
    const rounds = path.reduce<{ name: string; times: number }[]>((all, name) => {
        const last = all.at(-1);
        return last?.name === name
            ? [...all.slice(0, -1), { name, times: last.times + 1 }]
            : [...all, { name, times: 1 }];
    }, []);
    return rounds.map(({ name, times }) => (times > 1 ? `\`${name}\` (${String(times)}×)` : `\`${name}\``));
}

/** Each term of the process and its handovers, with what it is of. */
function termsIn({ process, handovers }: Protocol): { readonly of: string; readonly at: Place }[] {
    const nodes = process?.nodes.flatMap((n) => (n.kind === 'end' ? [] : [n])) ?? [];
    return [...nodes, ...handovers].flatMap(({ name, deadlines }) => deadlines.map(({ at }) => ({ of: name, at })));
}

function isPhase({ process }: Protocol, index: number): boolean {
    return process?.nodes[index]?.kind === 'phase';
}
