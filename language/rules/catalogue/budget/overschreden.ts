import type { Edge, Space } from '../../../analysis/space.js';
import type { State } from '../../../execution/state.js';
import { budgetBreaches } from '../../../analysis/budgets.js';
import { budgetOf } from '../../../execution/budget.js';
import type { ContactBudget } from '../../../model/process.js';
import { isExact } from '../../../model/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate, formatNumber, someNames } from '../../../text/numbers.js';
import { leftOpenIn } from '../../../analysis/loops.js';
import { whatToBound } from '../../endless.js';
import { defineProof, example, exampleBy, nextNotStated } from '../../proof.js';

/** How many names a message lists. */
const MOST_NAMED = 5;

export const budgetOverschreden = defineProof({
    code: 'budget/overschreden',
    severity: 'error',
    restsOn: ['facts', 'ways', 'conditions'],
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
        nl: 'Een grens als “hoogstens vijf contacten” moet kloppen voor elke weg die een gezin kan gaan, herhaling en gesprekken bij een overdracht meegeteld, en ook waar een termijn verstrijkt doordat werk langer duurt dan er staat. Past de kortste weg er al niet in, dan is het budget niet uit te voeren; past de langste er niet in, dan is het een waarschuwing. Een laagste aantal, zoals “minstens vijf” of “precies vijf”, geldt voor elke weg naar een einde dat `geslaagd` is, of, als er geen zo heet, naar een einde zonder `bij weigering`: wie weigert of uitvalt, is niet aan een laagste aantal te houden.',
        en: 'A bound such as “five contacts at most” must be right for every course that a case can take, repetition and the meetings of a handover counted, also where a term runs out since work takes longer than is stated. Where not even the shortest fits, the budget cannot be kept; where the longest does not, it is a warning. A least number, such as “at least five” or “exactly five”, holds for every course to an end that is `geslaagd`, or, where none is, to an end without `bij weigering`: who refuses or drops out cannot be held to a least.',
    },
    noFix: {
        nl: 'Of het budget ruimer moet of het werk korter, is een keuze over het werk zelf.',
        en: 'Whether the budget should grow or the work shrink is a choice about the work itself.',
    },
    messages: {
        least: {
            nl: 'Elke weg naar `{end}` vraagt minstens {contacts}; het budget is {limit}. Verhoog het budget, of verlaag het aantal contacten van wat in het voorbeeld staat.',
            en: 'Every course to `{end}` needs at least {contacts}; the budget is {limit}. Raise the budget, or lower the number of contacts of what is in the example.',
        },
        greatest: {
            nl: 'De weg in het voorbeeld naar `{end}` vraagt tot {contacts}; het budget is {limit}. Verhoog het budget, of verlaag wat in het voorbeeld staat: het aantal contacten, of hoe vaak iets nog een keer mag.',
            en: 'The course in the example to `{end}` takes up to {contacts}; the budget is {limit}. Raise the budget, or lower what is in the example: the number of contacts, or how often something may be done once more.',
        },
        unbounded: {
            nl: 'Hoeveel contacten{of} er tot {ends} hoogstens zijn, heeft geen grens; het budget is {limit}. Begrens {what}.',
            en: 'How many contacts{of} there are at most to {ends} has no bound; the budget is {limit}. Bound {whatEn}.',
        },
        undecidedBound: {
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: hoe vaak een gezin bij {names} terugkomt, is open gelaten.',
            en: 'Whether the budget of {limit} is always enough cannot be said: how often a case comes back to {names} is left open.',
        },
        soFar: {
            nl: 'De weg in het voorbeeld vraagt tot {contacts}, en wat er daarna komt, staat er niet; het budget is {limit}.',
            en: 'The course in the example takes up to {contacts}, and what comes behind it is not stated; the budget is {limit}.',
        },
        noEnd: {
            nl: 'De weg in het voorbeeld vraagt tot {contacts}, en komt bij geen einde; het budget is {limit}.',
            en: 'The course in the example takes up to {contacts}, and comes to no end; the budget is {limit}.',
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
            nl: 'Of het budget van {limit} altijd genoeg is, is niet te zeggen: of alle contacten bij {names} van mensen van één organisatie zijn, en van welke, staat er niet. Zet `van …` bij hun rol, of het aantal contacten bij de activiteit.',
            en: 'Whether the budget of {limit} is always enough cannot be said: whether all contacts at {names} are of people of one organisation, and of which, is not stated. Add `van …` to their role, or put the number of contacts in the activity.',
        },
        undecidedFewNotStated: {
            nl: 'Of er altijd minstens {minimum} contacten{of} zijn, is niet te zeggen: hoeveel `contacten` er zijn, staat niet bij {names}.',
            en: 'Whether there are always at least {minimum} contacts{of} cannot be said: how many `contacten` there are is not stated at {names}.',
        },
        undecidedFewVague: {
            nl: 'Of er altijd minstens {minimum} contacten{of} zijn, is niet zeker: het aantal contacten is vaag bij {names}.',
            en: 'Whether there are always at least {minimum} contacts{of} is not certain: the number of contacts is vague at {names}.',
        },
        undecidedFewWhose: {
            nl: 'Of er altijd minstens {minimum} contacten{of} zijn, is niet te zeggen: of alle contacten bij {names} van mensen van één organisatie zijn, en van welke, staat er niet. Zet `van …` bij hun rol, of het aantal contacten bij de activiteit.',
            en: 'Whether there are always at least {minimum} contacts{of} cannot be said: whether all contacts at {names} are of people of one organisation, and of which, is not stated. Add `van …` to their role, or put the number of contacts in the activity.',
        },
        undecidedTooMuch: {
            nl: 'Of het contactbudget genoeg is, is niet uit te rekenen: wat bij {names} samen aan contacten mogelijk is, is te veel om na te gaan.',
            en: 'Whether the contact budget is enough cannot be worked out: what contacts are possible together at {names} is too much to look at.',
        },
        undecidedOrganisation: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: van welke organisatie het is, staat er niet.',
            en: 'Whether the contact budget is enough cannot be said: of which organisation it is is not stated.',
        },
        undecidedUnit: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: het telt niet hoeveel contacten er in het hele traject zijn. Schrijf bijvoorbeeld `contactbudget hoogstens 5 contacten`.',
            en: 'Whether the contact budget is enough cannot be said: it does not count how many contacts there are in the whole course. Write `contactbudget hoogstens 5 contacten`, for example.',
        },
        undecidedInexact: {
            nl: 'Of het contactbudget genoeg is, is niet te zeggen: “{budget}” is niet precies. Schrijf bijvoorbeeld `hoogstens` met een getal.',
            en: 'Whether the contact budget is enough cannot be said: “{budget}” is not exact. Write `hoogstens` with a figure, for example.',
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
                const { value } = stated;
                report({
                    message: messageWithoutFigures(stated),
                    severity: 'info',
                    at: stated.at,
                    parameters: { budget: value.type === 'quantity' ? value.text : '' },
                });
                continue;
            }
            const organisation = stated.organisation?.name;
            const limits = {
                limit: organisation === undefined ? budget.most : inWords(budget.most, organisation),
                minimum: budget.least,
                of: ofWhom(organisation),
            };
            const breaches = budgetBreaches(proofs, budget, organisation);
            const endless = breaches.filter((b) => b.kind === 'sometimes over' && !Number.isFinite(b.contacts));
            // of courses that take too many the one that takes most tells what would be enough
            const most = breaches.reduce(
                (a, b) => (b.kind === 'sometimes over' && b.contacts > a ? b.contacts : a),
                budget.most,
            );
            const shown = breaches.filter((b) => b.kind !== 'sometimes over' || b.contacts === most);
            const over = shown.flatMap((b) => (b.kind === 'sometimes over' ? [b] : []));
            // of several ends the one that a case comes to so in time
            const first =
                over.length < 2
                    ? over[0]
                    : (over.find((b) => example(proofs, b.state, b.course, {}).inTime === 'possible') ?? over[0]);
            for (const breach of shown.filter((b) => b.kind !== 'sometimes over' || b === first)) {
                if (breach.kind === 'undecided') {
                    const { bound, because, names } = breach;
                    report({
                        message: UNDECIDED[bound][because],
                        severity: 'info',
                        at: stated.at,
                        parameters: { ...limits, names: someNames(names, MOST_NAMED) },
                        ...exampleBy(proofs, names),
                    });
                    continue;
                }
                const { kind, end, contacts, state, course, takes } = breach;
                const isBounded = Number.isFinite(contacts);
                const open = isBounded ? [] : leftOpenIn(proofs.space.machine, proofs.loops);
                if (open.length > 0) {
                    report({
                        message: 'undecidedBound',
                        severity: 'info',
                        at: stated.at,
                        parameters: { ...limits, names: someNames(open, MOST_NAMED) },
                        ...exampleBy(proofs, open),
                    });
                    continue;
                }
                // what holds of every course to an end, any of them shows
                const isOfEach = kind === 'over' || kind === 'under';
                const there = proofs.space.states[state]?.end;
                const shows = (s: State) => s.end === there;
                const sums = sumsOf(takes);
                const greatest = example(proofs, state, course, isOfEach ? { shows } : {}, sums.adds);
                const isThis = !breach.sums || (greatest.inTime === 'possible' && sums.total() > breach.sums.moreThan);
                const others = sumsOf(takes);
                const { related, data, inTime } = isThis
                    ? greatest
                    : example(proofs, state, course, { shows, sums: breach.sums }, others.adds);
                const total = isThis ? sums.total() : others.total();
                const counted = breach.sums && inTime === 'possible' ? total : contacts;
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
                    parameters: {
                        ...limits,
                        end,
                        contacts: inWords(counted, organisation),
                        ...(breach.kind === 'sometimes over' &&
                            !isBounded && {
                                ends: enumerate(endless.flatMap((b) => ('end' in b ? [`\`${b.end}\``] : []))),
                                ...whatToBound(proofs, CONTACTS),
                            }),
                    },
                    related,
                    data: { ...data, contacts: isBounded ? counted : null },
                    inTime: isOfEach ? 'possible' : inTime,
                });
            }
        }
    },
});

/** What each move of a course adds, with the sum so far; and the sum of those that were told. */
function sumsOf(takes: (edge: Edge, space: Space, isLeftOut: (station: number) => boolean) => number) {
    let sum = 0;
    return {
        adds: (...at: Parameters<typeof takes>): Bilingual | undefined => {
            const taken = takes(...at);
            sum += taken;
            return taken > 0 && Number.isFinite(sum)
                ? {
                      nl: `(+${inWords(taken).nl}, samen ${String(sum)})`,
                      en: `(+${inWords(taken).en}, ${String(sum)} in all)`,
                  }
                : undefined;
        },
        total: () => sum,
    };
}

function inWords(contacts: number, organisation?: string): Bilingual {
    const of = ofWhom(organisation);
    if (!Number.isFinite(contacts)) {
        return { nl: `onbegrensd veel contacten${of.nl}`, en: `any number of contacts${of.en}` };
    }
    const { nl, en } = formatNumber(contacts);
    return contacts === 1
        ? { nl: `${nl} contact${of.nl}`, en: `${en} contact${of.en}` }
        : { nl: `${nl} contacten${of.nl}`, en: `${en} contacts${of.en}` };
}

function ofWhom(organisation: string | undefined): Bilingual {
    return organisation === undefined
        ? { nl: '', en: '' }
        : { nl: ` van \`${organisation}\``, en: ` of \`${organisation}\`` };
}

const CONTACTS: Bilingual = { nl: 'het aantal contacten', en: 'the number of contacts' };

const MESSAGES = {
    over: 'least',
    'sometimes over': 'greatest',
    'over so far': 'soFar',
    'over without end': 'noEnd',
    under: 'never',
    'sometimes under': 'few',
    'perhaps under': 'undecidedEnd',
} as const;

const UNDECIDED = {
    most: {
        'not stated': 'undecidedNotStated',
        vague: 'undecidedVague',
        whose: 'undecidedWhose',
        'too much': 'undecidedTooMuch',
    },
    least: {
        'not stated': 'undecidedFewNotStated',
        vague: 'undecidedFewVague',
        whose: 'undecidedFewWhose',
        'too much': 'undecidedTooMuch',
    },
} as const;

function messageWithoutFigures({ value, organisationValue }: ContactBudget) {
    return organisationValue
        ? 'undecidedOrganisation'
        : value.type === 'quantity' && isExact(value)
          ? 'undecidedUnit'
          : value.type === 'quantity' && (value.low ?? value.high) !== undefined
            ? 'undecidedInexact'
            : 'undecidedBudget';
}
