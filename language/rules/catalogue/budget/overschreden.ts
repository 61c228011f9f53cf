import { contactsOf } from '../../../analysis/contacts.js';
import type { Extremes } from '../../../analysis/extremes.js';
import { countOf } from '../../../execution/span.js';
import { interval, isExact } from '../../../model/values.js';
import { someNames } from '../../../text/numbers.js';
import { defineProof, example } from '../../proof.js';

/** How many names a message lists. */
const MOST_NAMED = 5;

export const budgetOverschreden = defineProof({
    code: 'budget/overschreden',
    severity: 'error',
    title: { nl: 'Het contactbudget wordt nooit overschreden', en: 'The contact budget is never exceeded' },
    question: {
        nl: 'Blijft elk gezin binnen het contactbudget?',
        en: 'Does every case stay within the contact budget?',
    },
    lacks: (protocol) =>
        protocol.process?.contactBudgets.some(
            ({ value }) => value.type !== 'quantity' || Number.isFinite(interval(value).high),
        )
            ? undefined
            : {
                  nl: 'Er staat geen contactbudget dat zegt hoeveel contacten er hoogstens zijn.',
                  en: 'No contact budget states how many contacts there are at most.',
              },
    reason: {
        nl: 'Een grens als “hoogstens vijf contacten” moet kloppen voor elke weg die een gezin kan gaan, herhaling en gesprekken bij een overdracht meegeteld. Past de kortste weg er al niet in, dan is het budget niet uit te voeren; past de langste er niet in, dan is het een waarschuwing.',
        en: 'A bound such as “five contacts at most” must be right for every course that a case can take, repetition and the meetings of a handover counted. Where not even the shortest fits, the budget cannot be kept; where the longest does not, it is a warning.',
    },
    noFix: {
        nl: 'Of het budget ruimer moet of het werk korter, is een keuze over het werk zelf.',
        en: 'Whether the budget should grow or the work shrink is a choice about the work itself.',
    },
    messages: {
        least: {
            nl: 'Op elke weg naar `{end}` zijn minstens {least} contacten nodig; het budget is {limit}.',
            en: 'Every course to `{end}` needs at least {least} contacts; the budget is {limit}.',
        },
        greatest: {
            nl: 'Op de weg in het voorbeeld zijn er tot {greatest} contacten tot `{end}`; het budget is {limit}.',
            en: 'On the course in the example there are up to {greatest} contacts to `{end}`; the budget is {limit}.',
        },
        unbounded: {
            nl: 'Hoeveel contacten er tot `{end}` hoogstens zijn, heeft geen grens; het budget is {limit}. Begrens de herhaling of het aantal contacten.',
            en: 'How many contacts there are at most to `{end}` has no bound; the budget is {limit}. Bound the repetition or the number of contacts.',
        },
        undecidedNotStated: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: `contacten` ontbreekt bij {names}.',
            en: 'Whether the budget of {limit} is always enough cannot be said: `contacten` is missing at {names}.',
        },
        undecidedVague: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet zeker: het aantal contacten is vaag bij {names}.',
            en: 'Whether the budget of {limit} is always enough is not certain: the number of contacts is vague at {names}.',
        },
        undecidedWhose: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: van welke organisatie de mensen zijn, staat niet bij {names}. Zet bij hun rol `van …`.',
            en: 'Whether the budget of {limit} is always enough cannot be said: from which organisation the people are is not stated at {names}. Add `van …` to their role.',
        },
        undecidedBudget: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: het is niet in een getal gezegd.',
            en: 'Whether the contact budget is enough cannot be said: it is not stated in figures.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        contactbudget hoogstens 5 contacten
        stap Bezoek "Langsgaan" {
            bepaalt akkoord
            contacten precies 2
            herhaal hoogstens 2 keer tot akkoord
        }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        contactbudget hoogstens 6 contacten
        stap Bezoek "Langsgaan" {
            bepaalt akkoord
            contacten precies 2
            herhaal hoogstens 2 keer tot akkoord
        }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report) => {
        const { machine, states } = proofs.space;
        for (const budget of protocol.process?.contactBudgets ?? []) {
            const { value } = budget;
            const limit = value.type === 'quantity' ? countOf(value).high : Number.POSITIVE_INFINITY;
            if (value.type !== 'quantity' || !isExact(value)) {
                report({ message: 'undecidedBudget', severity: 'info', at: budget.at });
                continue;
            }
            if (!Number.isFinite(limit)) {
                continue;
            }
            // what a text calls usual or preferred is no bound
            const firm = budget.modality === undefined;
            const { certain, possible, notStated, vague, whose } = contactsOf(proofs.space, budget.organisation?.name);
            const parameters = { limit };
            let exceeded = false;
            for (const station of machine.stations.filter((s) => s.node.kind === 'end')) {
                const there = states.flatMap((state, i) => (state.end === station.index ? [i] : []));
                const end = station.node.name;
                const least = atBest(there, certain, (a, b) => a.least <= b.least);
                const most = atBest(there, certain, (a, b) => a.greatest >= b.greatest);
                if (least && least.least > limit) {
                    exceeded = true;
                    report({
                        message: 'least',
                        severity: firm ? 'error' : 'info',
                        at: budget.at,
                        parameters: { ...parameters, end, least: least.least },
                        ...example(proofs, least.state, least.leastCourse),
                    });
                } else if (most && most.greatest > limit) {
                    exceeded = true;
                    report({
                        message: Number.isFinite(most.greatest) ? 'greatest' : 'unbounded',
                        severity: firm ? 'warning' : 'info',
                        at: budget.at,
                        parameters: { ...parameters, end, greatest: most.greatest },
                        ...example(proofs, most.state, most.greatestCourse),
                    });
                }
            }
            const [message, names] = exceeded
                ? []
                : notStated.length > 0
                  ? (['undecidedNotStated', notStated] as const)
                  : vague.length > 0
                    ? (['undecidedVague', vague] as const)
                    : states.some((s, i) => typeof s.end === 'number' && (possible(i)?.greatest ?? 0) > limit)
                      ? (['undecidedWhose', whose] as const)
                      : [];
            if (message) {
                report({
                    message,
                    severity: 'info',
                    at: budget.at,
                    parameters: { ...parameters, names: someNames(names, MOST_NAMED) },
                });
            }
        }
    },
});

/** The state of these with the best courses, with what those come to. */
function atBest(
    states: readonly number[],
    to: (state: number) => Extremes | undefined,
    isBest: (a: Extremes, b: Extremes) => boolean,
): (Extremes & { readonly state: number }) | undefined {
    return states
        .flatMap((state) => {
            const extremes = to(state);
            return extremes ? [{ state, ...extremes }] : [];
        })
        .reduce<(Extremes & { readonly state: number }) | undefined>((a, b) => (a && isBest(a, b) ? a : b), undefined);
}
