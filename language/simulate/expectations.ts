import type { Machine } from '../execution/machine.js';
import type { Expectation } from '../model/scenario.js';
import { laboursOf, personByRole, surePersonByRole } from '../model/queries.js';
import { daysIn, isWorkingDays, type Quantity } from '../model/values.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { spanOf } from '../execution/span.js';
import { clockFrom, REGISTRATION } from './clock.js';
import { contactsInWords, timeInWords } from './amounts.js';
import { sumOfContacts, type Sum } from '../execution/contacts.js';
import { openFor } from './left-open.js';
import { comparePaths } from './paths.js';
import { isRefused } from './refusal.js';
import { NOT_CERTAIN, type Run } from './run.js';

/** How a course stands to what was expected of it. */
export interface Verdict {
    readonly expectation: Expectation;
    readonly outcome: 'met' | 'failed' | 'undecided';
    /** as one says it: "einde Afgerond" */
    readonly expected: Bilingual;
    /** what came instead, or what leaves it open; undefined where it is met */
    readonly actual?: Bilingual;
}

/** Why a course goes no further where the text leaves open how it does; undefined where it does not. */
export function leftOpenAt(run: Run): Bilingual | undefined {
    return run.stop?.isOpen ? run.stop.message : run.isUnstated ? noEnd(run) : undefined;
}

/**
 * Compares a course with an expectation. Of a course that came to no end, only what has happened is certain; and what the
 * text leaves open may be as expected.
 */
export function judge(machine: Machine, run: Run, expectation: Expectation): Verdict {
    const verdict = judged(machine, run, expectation);
    // that something does not happen is not certain either where that may be what is open
    const isDoubtful = verdict.outcome === 'failed' || (verdict.outcome === 'met' && expectation.negated);
    const open = isDoubtful && expectation.kind !== 'access' ? openFor(machine, run, expectation) : undefined;
    return open ? { expectation, outcome: 'undecided', expected: verdict.expected, actual: open } : verdict;
}

function judged(machine: Machine, run: Run, expectation: Expectation): Verdict {
    const expected = wording(expectation);
    const met: Verdict = { expectation, outcome: 'met', expected };
    const failed = (actual: Bilingual): Verdict => ({ expectation, outcome: 'failed', expected, actual });
    const undecided = (actual: Bilingual): Verdict => ({ expectation, outcome: 'undecided', expected, actual });
    const names = expectation.elements.map((e) => e.name);
    const [name = ''] = names;
    const cutShort = run.stop?.message ?? leftOpenAt(run);
    const occurs = (happened: boolean, there: Bilingual, absent: Bilingual): Verdict => {
        if (happened) {
            return expectation.negated ? failed(there) : met;
        }
        if (cutShort) {
            return undecided(cutShort);
        }
        return expectation.negated ? met : failed(absent);
    };
    switch (expectation.kind) {
        case 'path': {
            const apart = comparePaths(machine, names, run);
            const open = apart?.isShort ? leftOpenAt(run) : undefined;
            return open ? undecided(open) : apart ? failed(apart.message) : met;
        }
        case 'end':
            return run.end === name
                ? met
                : cutShort
                  ? undecided(cutShort)
                  : failed({ nl: `het einde is ${run.end ?? ''}`, en: `the end is ${run.end ?? ''}` });
        case 'step':
        case 'escalation':
            return occurs(
                run.entered.includes(name),
                { nl: `${name} komt wel voor`, en: `${name} does occur` },
                { nl: `${name} komt niet voor`, en: `${name} does not occur` },
            );
        case 'handover':
            return occurs(
                run.handovers.some((h) => h.name === name && h.confirmed),
                { nl: `overdracht ${name} vindt wel plaats`, en: `handover ${name} does take place` },
                run.handovers.some((h) => h.name === name)
                    ? { nl: `overdracht ${name} wordt niet bevestigd`, en: `handover ${name} is not confirmed` }
                    : { nl: `overdracht ${name} vindt niet plaats`, en: `handover ${name} does not take place` },
            );
        case 'document':
            return occurs(
                run.delivered.includes(name),
                { nl: `${name} wordt wel geleverd`, en: `${name} is delivered` },
                notDelivered(machine, name),
            );
        case 'access': {
            const refused = isRefused(run);
            return run.stop?.stop === 'incomplete' && run.stop.step === machine.protocol.name
                ? undecided(run.stop.message)
                : refused === expectation.negated
                  ? met
                  : failed(refused && run.stop ? run.stop.message : ADMITTED);
        }
        case 'direction':
            return direction(machine, run, expectation, { met, failed, undecided });
        case 'amount':
            return amount(run, expectation, { met, failed, undecided });
    }
}

const ADMITTED: Bilingual = { nl: 'dit gezin wordt toegelaten', en: 'this family is admitted' };

interface Verdicts {
    readonly met: Verdict;
    readonly failed: (actual: Bilingual) => Verdict;
    readonly undecided: (actual: Bilingual) => Verdict;
}

function direction(machine: Machine, run: Run, { elements, after }: Expectation, verdict: Verdicts): Verdict {
    const person = personByRole(machine.protocol.roles);
    const last = after ? run.path.lastIndexOf(after.name) : -1;
    const cutShort = run.stop?.message ?? leftOpenAt(run);
    if (after && last < 0) {
        return cutShort
            ? verdict.undecided(cutShort)
            : verdict.failed({ nl: `${after.name} komt niet voor`, en: `${after.name} does not occur` });
    }
    if (!after && cutShort) {
        return verdict.undecided(cutShort);
    }
    const directors = after ? (run.directorsAfter[last] ?? []) : run.directors;
    if (directors.includes(NOT_CERTAIN)) {
        return verdict.undecided({
            nl: 'wie de regie voert, staat niet vast: een `regie naar` ervoor is `onbekend`, of geldt niet altijd',
            en: 'who directs is not certain: a `regie naar` before is `onbekend`, or does not always hold',
        });
    }
    const persons = new Set(directors.map(person));
    const expected = elements[0]?.name ?? '';
    if (persons.size === 1 && persons.has(person(expected))) {
        const surely = surePersonByRole(machine.protocol.roles);
        return directors.every((d) => surely(d) === surely(expected))
            ? verdict.met
            : verdict.undecided({
                  nl: `of ${expected} dan dezelfde persoon is als ${directors.join(', ')}, staat niet vast: iemand vervult een rol niet altijd`,
                  en: `whether ${expected} is the same person as ${directors.join(', ')} is not certain: somebody does not always fill a role`,
              });
    }
    const list = enumerate(directors);
    return verdict.failed(
        directors.length === 0
            ? { nl: 'niemand voert de regie', en: 'nobody directs' }
            : persons.size === 1
              ? { nl: `${list.nl} voert de regie`, en: `${list.en} directs` }
              : { nl: `${list.nl} voeren allemaal de regie`, en: `${list.en} all direct` },
    );
}

/** Units in which contacts are counted; of any other word that is no time it is taken to be contacts too. */
function amount(run: Run, { value, organisation, negated }: Expectation, verdict: Verdicts): Verdict {
    if (value?.type !== 'quantity') {
        return verdict.undecided({ nl: 'er is geen hoeveelheid gezegd', en: 'no amount is said' });
    }
    const unit = value.unit ?? '';
    const isTime = daysIn(unit) !== undefined || isWorkingDays(unit);
    const found: Sum = isTime ? run.duration : sumOfContacts(run.contacts, organisation?.name);
    const asked = isTime ? inDays(value) : span(value);
    const text = isTime ? timeInWords(found, unit) : contactsInWords(found);
    // before the end more may come
    const cutShort = run.stop?.message ?? leftOpenAt(run);
    const sum = cutShort ? { ...found, high: Number.POSITIVE_INFINITY } : found;
    const inside = sum.low > asked.low || (asked.lowIncluded && sum.low === asked.low);
    const below = sum.high < asked.high || (asked.highIncluded && sum.high === asked.high);
    const apart =
        sum.low > asked.high ||
        (sum.low === asked.high && !asked.highIncluded) ||
        sum.high < asked.low ||
        (sum.high === asked.low && !asked.lowIncluded);
    const outcome = inside && below ? true : apart ? false : undefined;
    if (outcome === undefined) {
        return verdict.undecided(cutShort ?? leftOpen(text, isTime, run, organisation?.name));
    }
    return outcome !== negated ? verdict.met : verdict.failed(text);
}

/** An amount that is not known well enough, with the places that leave it open. */
function leftOpen({ nl, en }: Bilingual, isTime: boolean, run: Run, organisation: string | undefined): Bilingual {
    const places = isTime ? vagueInTime(run) : vagueInContacts(run, organisation);
    return places.length === 0
        ? { nl, en }
        : {
              nl: `${nl} (${isTime ? 'hoe lang' : 'hoeveel'} precies, ligt niet vast bij ${enumerate(places).nl})`,
              en: `${en} (how ${isTime ? 'long' : 'many'} exactly is not fixed at ${enumerate(places).en})`,
          };
}

/** What is done at a moment that is known less well than all before it. */
function vagueInTime({ log }: Run): string[] {
    const found = new Set<string>();
    let spread = 0;
    for (const { step, time } of log) {
        if (time.high - time.low > spread) {
            spread = time.high - time.low;
            found.add(step ?? '');
        }
    }
    return [...found];
}

function vagueInContacts({ contacts }: Run, organisation: string | undefined): string[] {
    const parts = contacts.flatMap((c) => c.shares ?? [c]);
    const vague = parts.filter(({ element, count, organisations, gap }) => {
        const counts = organisation === undefined || organisations.includes(organisation);
        // what states none at all the sum itself names
        return counts && gap === undefined && count.high > count.low && !count.open.includes(element);
    });
    return [...new Set(vague.map(({ element }) => element))];
}

function notDelivered(machine: Machine, document: string): Bilingual {
    const steps = machine.process.nodes
        .filter((n) => laboursOf(n).some((work) => work.delivers.some((d) => d.name === document)))
        .map((n) => n.name);
    return steps.length === 0
        ? { nl: `geen stap levert ${document}`, en: `no step delivers ${document}` }
        : {
              nl: `${document} komt van ${steps.join(' of ')}, en daar kwam dit gezin niet`,
              en: `${document} comes from ${steps.join(' or ')}, to which this family did not come`,
          };
}

interface Asked {
    readonly low: number;
    readonly high: number;
    readonly lowIncluded: boolean;
    readonly highIncluded: boolean;
}

function span(value: Quantity): Asked {
    const { low, high } = spanOf(value);
    const most = value.bound !== 'less-than' && (value.bound !== undefined || value.highIncluded);
    return { low, high, lowIncluded: value.bound !== 'more-than', highIncluded: most || !Number.isFinite(high) };
}

function inDays(value: Quantity): Asked {
    const clock = clockFrom(undefined);
    const { low, high, unit, lowUnit } = spanOf(value);
    return {
        ...span(value),
        low: clock.add(REGISTRATION.low, low, lowUnit) ?? low,
        high: clock.add(REGISTRATION.low, high, unit) ?? high,
    };
}

function noEnd({ path }: Run): Bilingual {
    const last = path.at(-1);
    return last === undefined
        ? { nl: 'het draaiboek zegt niet hoe het begint', en: 'the protocol does not say how it begins' }
        : {
              nl: `het draaiboek zegt niet wat er na ${last} komt`,
              en: `the protocol does not say what comes after ${last}`,
          };
}

function wording({ kind, negated, elements, after, value, organisation }: Expectation): Bilingual {
    const list = elements.map((e) => e.name).join(', ');
    const no = negated ? { nl: 'geen ', en: 'no ' } : { nl: '', en: '' };
    switch (kind) {
        case 'path':
            return { nl: `pad ${list}`, en: `path ${list}` };
        case 'end':
            return { nl: `einde ${list}`, en: `end ${list}` };
        case 'direction':
            return {
                nl: `regie ${list}${after ? ` na ${after.name}` : ''}`,
                en: `${list} directs${after ? ` after ${after.name}` : ''}`,
            };
        case 'access':
            return { nl: `${no.nl}toegang`, en: `${no.en}access` };
        case 'amount': {
            const text = value?.type === 'quantity' ? value.text : '';
            const of = organisation?.name;
            return { nl: `${text}${of ? ` van ${of}` : ''}`, en: `${text}${of ? ` of ${of}` : ''}` };
        }
        case 'step':
            return { nl: `${no.nl}stap ${list}`, en: `${no.en}step ${list}` };
        case 'escalation':
            return { nl: `${no.nl}escalatie ${list}`, en: `${no.en}escalation ${list}` };
        case 'handover':
            return { nl: `${no.nl}overdracht ${list}`, en: `${no.en}handover ${list}` };
        case 'document':
            return { nl: `${no.nl}document ${list}`, en: `${no.en}document ${list}` };
    }
}
