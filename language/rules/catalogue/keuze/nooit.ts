import { isHeldBackByGuard } from '../../../analysis/held-back.js';
import { waysOnlyBesideTime } from '../../../analysis/only-beside-time.js';
import type { Decision } from '../../../analysis/decisions.js';
import { standsBefore } from '../../../analysis/along.js';
import { takenBefore } from '../../../analysis/taken-before.js';
import { usualFactsAt, usualWays } from '../../../analysis/usual.js';
import { alwaysInWords } from '../../../analysis/values-in-words.js';
import type { Breach, Machine, Station, Way } from '../../../execution/machine.js';
import { FALSE, factsIn, testsIn, truthsOf } from '../../../execution/truth.js';
import type { Condition } from '../../../model/protocol.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { conditionsAt, NO_CONDITIONS } from '../../choices.js';
import { removal } from '../../fixes/remove.js';
import { defineProof, exampleOf, leavesFactsOpen } from '../../proof.js';

export const keuzeNooit = defineProof({
    code: 'keuze/nooit',
    severity: 'error',
    restsOn: ['facts', 'ways', 'conditions'],
    title: { nl: 'Elke tak kan gelden', en: 'Every branch can hold' },
    question: { nl: 'Kan elke tak ooit gelden?', en: 'Can every branch ever hold?' },
    concerns: ({ exits }) => exits.some((w) => w.arrow.condition !== undefined),
    lacks: (_protocol, { space }) => (conditionsAt(space).length > 0 ? undefined : NO_CONDITIONS),
    aside: ({ space, work }) => {
        const beside = waysOnlyBesideTime(space, work).map(
            ({ arrow: { from, to } }) => `\`${from ?? ''}\` → \`${to ?? 'onbekend'}\``,
        );
        const names = enumerate([...new Set(beside)]);
        return beside.length === 0
            ? undefined
            : {
                  nl: `De tak ${names.nl} neemt een gezin alleen als iets korter of langer duurt dan er staat: met de duren en termijnen zoals zij er staan, komt niemand er.`,
                  en: `The branch ${names.en} is taken only where something takes shorter or longer than is stated: with the durations and terms as they are stated nobody comes there.`,
              };
    },
    reason: {
        nl: 'Een tak die nooit kan gelden, is een vergissing in de voorwaarde of in wat eraan voorafgaat. De regel rekent het uit voor de waarden die een gezin daar kan hebben. Een `anders` waar niemand komt, misleidt wie het leest maar stuurt niemand verkeerd: dat is een waarschuwing.',
        en: 'A branch that can never hold is a mistake in the condition or in what comes before. The rule works it out for the values that a case can have there. An `anders` to which nobody comes misleads who reads it but sends nobody wrong: that is a warning.',
    },
    messages: {
        otherwise: {
            nl: 'Na `{name}` komt niemand bij `anders`: {because}. {advice}{absent}',
            en: 'Behind `{name}` nobody comes to `anders`: {because}. {advice}{absent}',
        },
        undecided: {
            nl: 'Of er na `{name}` ooit een gezin bij deze tak komt, is niet te zeggen: {because}.',
            en: 'Whether a case ever comes to this branch behind `{name}` cannot be said: {because}.',
        },
        never: {
            nl: 'De voorwaarde van deze tak na `{name}` kan hier nooit waar zijn{because}. Verander de voorwaarde, of haal de tak weg.',
            en: 'The condition of this branch behind `{name}` can never be true here{because}. Change the condition, or take the branch away.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3 en bezoeken minder dan 2: Gestopt
                anders: Klaar
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3: Gestopt
                anders: Klaar
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (_protocol, proofs, report, { document }) => {
        const { machine, complete } = proofs.space;
        const unreached = new Set(proofs.soundness.unreached);
        for (const { station: at, never, seen, unknown } of complete ? proofs.decisions : []) {
            const station = machine.stations[at];
            if (!station) {
                continue;
            }
            const { name } = station.node;
            for (const way of never) {
                const { condition, at: place, to } = way.arrow;
                const usual = usuallyOnly(machine, station, way);
                if (usual) {
                    report({ message: 'undecided', severity: 'info', at: place, parameters: { name, because: usual } });
                    continue;
                }
                const isHeldBack = isHeldBackByGuard(machine, station, way);
                const before = isHeldBack ? [] : takenBefore(proofs.space, station, way);
                // what asks about a fact that is never known is told by keuze/onbekend-gegeven
                const heldBack = unknown.some((u) => factsIn(condition).has(u.fact));
                // what else nobody comes to would be told once the branch is gone
                const only = way.target !== undefined && unreached.has(way.target) ? to : undefined;
                // a shortest course to the choice
                const chosen = exampleOf(proofs, (move) => move.kind === 'leave' && move.token.at === at);
                report({
                    message: condition ? 'never' : 'otherwise',
                    ...(!condition && { severity: 'warning' }),
                    at: place,
                    parameters: condition
                        ? {
                              name,
                              because: isHeldBack
                                  ? GUARDED
                                  : joined(becauseOf(condition, seen, machine), goneBefore(before, machine)),
                          }
                        : {
                              name,
                              ...ofOtherwise(isHeldBack, only, goneBefore(before, machine)),
                              absent: ifAbsent(station, to),
                          },
                    related: [
                        ...before.map(({ interrupt }) => ({ message: GOES_BEFORE, at: interrupt.at })),
                        ...(chosen.related ?? []),
                    ],
                    ...(chosen.data && { data: chosen.data }),
                    fixes:
                        condition || only !== undefined || place.file !== document.uri.toString()
                            ? []
                            : [removal(document, place)],
                    heldBack,
                    couldUndo: standsBefore(proofs.space, at),
                    ...(heldBack && leavesFactsOpen(proofs) && { severity: 'info' }),
                });
            }
        }
    },
});

/** What is so as a rule only, so that a case may come to a branch to which it never comes otherwise. */
function usuallyOnly(machine: Machine, station: Station, { arrow: { condition } }: Way): Bilingual | undefined {
    const [other] = condition ? [] : usualWays(station);
    if (other) {
        const to = other.arrow.to === undefined ? '`onbekend`' : `\`${other.arrow.to}\``;
        return {
            nl: `bij de tak naar ${to} staat een woord als \`veelal\``,
            en: `the branch to ${to} has a word such as \`veelal\``,
        };
    }
    // `anders` catches what is not known as well, and `is onbekend` asks for just that
    const asked = condition
        ? testsIn(condition).flatMap(({ fact, test }) =>
              test.type === 'unknown' || test.type === 'known' ? [fact.name] : [],
          )
        : station.exits.flatMap((w) => [...factsIn(w.arrow.condition)]);
    const usual = usualFactsAt(machine, station);
    const fact = asked.find((name) => usual.has(name));
    return fact === undefined
        ? undefined
        : {
              nl: `of \`${fact}\` dan bekend is, staat niet vast (er staat een woord als \`veelal\`)`,
              en: `whether \`${fact}\` is known then is not certain (there is a word such as \`veelal\`)`,
          };
}

const GUARDED: Bilingual = {
    nl: ': wie hier verdergaat, voldoet aan `klaar als`, en dan geldt hij niet',
    en: ': who goes on here meets `klaar als`, and then it does not hold',
};

const GOES_BEFORE: Bilingual = { nl: 'Dit gaat voor.', en: 'This comes first.' };

/** By which `altijd als` those who would take the branch are gone; undefined where by none. */
function goneBefore(breaches: readonly Breach[], { stations }: Machine): Bilingual | undefined {
    const to = breaches.map(({ target }) => `\`${stations[target ?? -1]?.node.name ?? 'onbekend'}\``);
    const names = enumerate([...new Set(to)]);
    return to.length === 0
        ? undefined
        : {
              nl: `wie deze tak zou nemen, is dan door \`altijd als\` al naar ${names.nl}`,
              en: `who would take this branch has gone to ${names.en} by \`altijd als\` then`,
          };
}

function joined(because: Bilingual, gone: Bilingual | undefined): Bilingual {
    return gone
        ? {
              nl: `${because.nl === '' ? ': ' : `${because.nl}, want `}${gone.nl}`,
              en: `${because.en === '' ? ': ' : `${because.en}, since `}${gone.en}`,
          }
        : because;
}

/**
 * Why nobody comes to `anders`, and what to do.
 *
 * @param only what only comes by it, if anything; @param gone see {@link goneBefore}
 */
function ofOtherwise(
    isHeldBack: boolean,
    only: string | undefined,
    gone: Bilingual | undefined,
): { because: Bilingual; advice: Bilingual } {
    const check = isHeldBack
        ? { nl: '`klaar als` te veel tegenhoudt', en: '`klaar als` holds back too much' }
        : gone
          ? { nl: '`altijd als` te veel vangt', en: '`altijd als` catches too much' }
          : { nl: 'de andere takken te veel vangen', en: 'the other branches catch too much' };
    return {
        because: isHeldBack
            ? {
                  nl: 'wie hier verdergaat, voldoet aan `klaar als`, en dan geldt een andere tak',
                  en: 'who goes on here meets `klaar als`, and then another branch holds',
              }
            : (gone ?? { nl: 'er geldt altijd een andere tak', en: 'another branch always holds' }),
        advice:
            only === undefined
                ? {
                      nl: `Haal \`anders\` weg, of kijk na of ${check.nl}.`,
                      en: `Take \`anders\` away, or check whether ${check.en}.`,
                  }
                : {
                      nl: `Kijk na of ${check.nl}: alleen zo komt een gezin bij \`${only}\`.`,
                      en: `Check whether ${check.en}: only so does a case come to \`${only}\`.`,
                  },
    };
}

/** What to write where `anders` is meant for a handover on another branch that stays out; it is not for that. */
function ifAbsent({ exits }: Station, to = 'onbekend'): Bilingual {
    const [handover] = exits.flatMap((w) => w.handovers).filter((h) => h.whenAbsent.length === 0);
    return handover
        ? {
              nl: ` Is \`anders\` bedoeld voor als overdracht \`${handover.name}\` uitblijft, schrijf dan daarin \`bij uitblijven: ${to}\`.`,
              en: ` If \`anders\` is meant for when handover \`${handover.name}\` stays out, write \`bij uitblijven: ${to}\` in that.`,
          }
        : { nl: '', en: '' };
}

/**
 * Which values the facts that a branch asks about have where a case comes to it: of those that rule it out by themselves,
 * or else of all that cannot have just any value there.
 */
function becauseOf(condition: Condition, seen: Decision['seen'], machine: Machine): Bilingual {
    const limited = [...factsIn(condition)].flatMap((name) => {
        const fact = machine.facts[machine.factIndex.get(name) ?? -1];
        const found = [...(seen.get(name) ?? [])];
        const values = found.filter((v) => v !== undefined);
        return fact && values.length === found.length && values.length < fact.domain.length
            ? [{ name, fact, values }]
            : [];
    });
    const deciding = limited.filter(({ name, values }) =>
        values.every(
            (value) => truthsOf(condition, { fact: (asked) => (asked === name ? value : undefined) }) === FALSE,
        ),
    );
    const told = (deciding.length > 0 ? deciding : limited).map(({ name, fact, values }) => {
        const words = alwaysInWords(values, fact);
        return { nl: `\`${name}\` is daar ${words.nl}`, en: `\`${name}\` is ${words.en} there` };
    });
    const [first] = told;
    return first
        ? { nl: `: ${told.map((t) => t.nl).join(' en ')}`, en: `: ${told.map((t) => t.en).join(' and ')}` }
        : { nl: '', en: '' };
}
