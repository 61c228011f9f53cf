import type { State } from '../../../execution/state.js';
import { budgetBreaches, budgetOf } from '../../../analysis/budgets.js';
import type { ContactBudget } from '../../../model/process.js';
import { isExact } from '../../../model/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { formatNumber, someNames } from '../../../text/numbers.js';
import { leftOpenIn } from '../../../analysis/loops.js';
import { defineProof, example, nextNotStated } from '../../proof.js';

/** How many names a message lists. */
const MOST_NAMED = 5;

export const budgetOverschreden = defineProof({
    code: 'budget/overschreden',
    severity: 'error',
    title: { nl: 'Elke weg blijft binnen het contactbudget', en: 'Every course stays within the contact budget' },
    question: {
        nl: 'Blijft elk gezin binnen het contactbudget?',
        en: 'Does every case stay within the contact budget?',
    },
    lacks: (protocol) =>
        (protocol.process?.contactBudgets.length ?? 0) > 0
            ? undefined
            : { nl: 'Er staat geen contactbudget.', en: 'No contact budget is stated.' },
    doubt: nextNotStated,
    reason: {
        nl: 'Een grens als “hoogstens vijf contacten” moet kloppen voor elke weg die een gezin kan gaan, herhaling en gesprekken bij een overdracht meegeteld. Past de kortste weg er al niet in, dan is het budget niet uit te voeren; past de langste er niet in, dan is het een waarschuwing. Een laagste aantal, zoals “minstens vijf” of “precies vijf”, geldt voor elke weg naar een einde dat `geslaagd` is, of, als er geen zo heet, naar een einde zonder `bij weigering`: wie weigert of uitvalt, is niet aan een laagste aantal te houden.',
        en: 'A bound such as “five contacts at most” must be right for every course that a case can take, repetition and the meetings of a handover counted. Where not even the shortest fits, the budget cannot be kept; where the longest does not, it is a warning. A least number, such as “at least five” or “exactly five”, holds for every course to an end that is `geslaagd`, or, where none is, to an end without `bij weigering`: who refuses or drops out cannot be held to a least.',
    },
    noFix: {
        nl: 'Of het budget ruimer moet of het werk korter, is een keuze over het werk zelf.',
        en: 'Whether the budget should grow or the work shrink is a choice about the work itself.',
    },
    messages: {
        least: {
            nl: 'Elke weg naar `{end}` vraagt minstens {contacts}; het budget is {limit}.',
            en: 'Every course to `{end}` needs at least {contacts}; the budget is {limit}.',
        },
        greatest: {
            nl: 'De weg in het voorbeeld naar `{end}` vraagt tot {contacts}; het budget is {limit}.',
            en: 'The course in the example to `{end}` takes up to {contacts}; the budget is {limit}.',
        },
        unbounded: {
            nl: 'Hoeveel contacten er tot `{end}` hoogstens zijn, heeft geen grens; het budget is {limit}. Begrens de herhaling of het aantal contacten.',
            en: 'How many contacts there are at most to `{end}` has no bound; the budget is {limit}. Bound the repetition or the number of contacts.',
        },
        undecidedBound: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: hoe vaak een gezin bij {names} terugkomt, is open gelaten.',
            en: 'Whether the budget of {limit} is always enough cannot be said: how often a case comes back to {names} is left open.',
        },
        soFar: {
            nl: 'De weg in het voorbeeld vraagt tot {contacts}, en wat er daarna komt, staat er niet; het budget is {limit}.',
            en: 'The course in the example takes up to {contacts}, and what comes behind it is not stated; the budget is {limit}.',
        },
        never: {
            nl: 'Elke weg naar `{end}` telt hoogstens {contacts}; het budget is minstens {minimum}.',
            en: 'Every course to `{end}` has {contacts} at most; the budget is at least {minimum}.',
        },
        few: {
            nl: 'De weg in het voorbeeld naar `{end}` telt soms maar {contacts}; het budget is minstens {minimum}.',
            en: 'The course in the example to `{end}` may have only {contacts}; the budget is at least {minimum}.',
        },
        undecidedEnd: {
            nl: 'De weg in het voorbeeld naar `{end}` telt soms maar {contacts}; het budget is minstens {minimum}. Of dat te weinig is, valt niet te zeggen: geen einde is `geslaagd`. Schrijf `geslaagd` bij de einden die dat zijn.',
            en: 'The course in the example to `{end}` may have only {contacts}; the budget is at least {minimum}. Whether that is too few cannot be said: no end is `geslaagd`. Write `geslaagd` at the ends that are.',
        },
        undecidedNotStated: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: hoeveel `contacten` er zijn, staat niet bij {names}.',
            en: 'Whether the budget of {limit} is always enough cannot be said: how many `contacten` there are is not stated at {names}.',
        },
        undecidedVague: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet zeker: het aantal contacten is vaag bij {names}.',
            en: 'Whether the budget of {limit} is always enough is not certain: the number of contacts is vague at {names}.',
        },
        undecidedWhose: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: van welke organisatie de mensen zijn, staat niet bij {names}. Zet bij hun rol `van …`.',
            en: 'Whether the budget of {limit} is always enough cannot be said: from which organisation the people are is not stated at {names}. Add `van …` to their role.',
        },
        undecidedFewNotStated: {
            nl: 'Of er altijd minstens {minimum} contacten zijn, is niet te zeggen: hoeveel `contacten` er zijn, staat niet bij {names}.',
            en: 'Whether there are always at least {minimum} contacts cannot be said: how many `contacten` there are is not stated at {names}.',
        },
        undecidedFewVague: {
            nl: 'Of er altijd minstens {minimum} contacten zijn, is niet zeker: het aantal contacten is vaag bij {names}.',
            en: 'Whether there are always at least {minimum} contacts is not certain: the number of contacts is vague at {names}.',
        },
        undecidedFewWhose: {
            nl: 'Of er altijd minstens {minimum} contacten zijn, is niet te zeggen: van welke organisatie de mensen zijn, staat niet bij {names}. Zet bij hun rol `van …`.',
            en: 'Whether there are always at least {minimum} contacts cannot be said: from which organisation the people are is not stated at {names}. Add `van …` to their role.',
        },
        undecidedOrganisation: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: van welke organisatie het is, staat er niet.',
            en: 'Whether the contact budget is enough cannot be said: of which organisation it is is not stated.',
        },
        undecidedUnit: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: het telt niet hoeveel contacten er in het hele traject zijn. Schrijf bijvoorbeeld `contactbudget hoogstens 5 contacten`.',
            en: 'Whether the contact budget is enough cannot be said: it does not count how many contacts there are in the whole course. Write `contactbudget hoogstens 5 contacten`, for example.',
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
        for (const stated of protocol.process?.contactBudgets ?? []) {
            const budget = budgetOf(stated);
            if (!budget) {
                report({ message: messageWithoutFigures(stated), severity: 'info', at: stated.at });
                continue;
            }
            const limits = { limit: budget.most, minimum: budget.least };
            for (const breach of budgetBreaches(proofs.space, budget, stated.organisation?.name)) {
                if (breach.kind === 'undecided') {
                    const { bound, because, names } = breach;
                    report({
                        message: UNDECIDED[bound][because],
                        severity: 'info',
                        at: stated.at,
                        parameters: { ...limits, names: someNames(names, MOST_NAMED) },
                    });
                    continue;
                }
                const { kind, end, contacts, state, course } = breach;
                const isBounded = Number.isFinite(contacts);
                const open = isBounded ? [] : leftOpenIn(proofs.space.machine, proofs.loops);
                if (open.length > 0) {
                    report({
                        message: 'undecidedBound',
                        severity: 'info',
                        at: stated.at,
                        parameters: { ...limits, names: someNames(open, MOST_NAMED) },
                    });
                    continue;
                }
                // what holds of every course to an end, any of them shows
                const isOfEach = kind === 'over' || kind === 'under';
                const there = proofs.space.states[state]?.end;
                const claim = isOfEach ? { shows: (s: State) => s.end === there } : {};
                const { related, data, inTime } = example(proofs, state, course, claim);
                report({
                    message: kind === 'sometimes over' && !isBounded ? 'unbounded' : MESSAGES[kind],
                    // what a text calls usual or preferred is no bound
                    severity:
                        stated.modality !== undefined || kind === 'perhaps under'
                            ? 'info'
                            : kind === 'over' || kind === 'under'
                              ? 'error'
                              : 'warning',
                    at: stated.at,
                    parameters: { ...limits, end, contacts: inWords(contacts) },
                    related,
                    data: { ...data, contacts: isBounded ? contacts : null },
                    inTime: isOfEach ? 'possible' : inTime,
                });
            }
        }
    },
});

function inWords(contacts: number): Bilingual {
    if (!Number.isFinite(contacts)) {
        return { nl: 'onbegrensd veel contacten', en: 'any number of contacts' };
    }
    const { nl, en } = formatNumber(contacts);
    return contacts === 1
        ? { nl: `${nl} contact`, en: `${en} contact` }
        : { nl: `${nl} contacten`, en: `${en} contacts` };
}

const MESSAGES = {
    over: 'least',
    'sometimes over': 'greatest',
    'over so far': 'soFar',
    under: 'never',
    'sometimes under': 'few',
    'perhaps under': 'undecidedEnd',
} as const;

const UNDECIDED = {
    most: { 'not stated': 'undecidedNotStated', vague: 'undecidedVague', whose: 'undecidedWhose' },
    least: { 'not stated': 'undecidedFewNotStated', vague: 'undecidedFewVague', whose: 'undecidedFewWhose' },
} as const;

function messageWithoutFigures({ value, organisationValue }: ContactBudget) {
    return organisationValue
        ? 'undecidedOrganisation'
        : value.type === 'quantity' && isExact(value)
          ? 'undecidedUnit'
          : 'undecidedBudget';
}
