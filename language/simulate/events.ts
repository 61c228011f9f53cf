import type { Case } from '../execution/case.js';
import { valueInWords } from '../analysis/values-in-words.js';
import type { Way } from '../execution/machine.js';
import type { ContactBudget, Escalation, FlowNode, Step } from '../model/process.js';
import type { Handover } from '../model/protocol.js';
import type { Length, Term } from '../execution/timed-work.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import type { Contacts, Sum } from '../execution/contacts.js';
import { contactsInWords } from './amounts.js';

/** What the log says of each kind of event. */

export function begins(facts: Case['facts']): Bilingual {
    const known = said(facts);
    return {
        nl: known.nl === '' ? 'Aanmelding.' : `Aanmelding: ${known.nl}.`,
        en: known.en === '' ? 'Registration.' : `Registration: ${known.en}.`,
    };
}

export function done(node: Step | Escalation, facts: Case['facts'], contacts: Contacts | undefined): Bilingual {
    const known = said(facts);
    const who = node.performers.flatMap((p) => p.performers.map((r) => r.name)).join(', ');
    const count = contacts === undefined || contacts.count.open.length > 0 ? undefined : contacts.count;
    const figure =
        count && (count.low === count.high ? String(count.low) : `${String(count.low)}–${String(count.high)}`);
    const parts = (language: keyof Bilingual) =>
        [
            ...(who === '' ? [] : [language === 'nl' ? `door ${who}` : `by ${who}`]),
            ...(known[language] === '' ? [] : [known[language]]),
            ...(figure === undefined || figure === '0'
                ? []
                : [language === 'nl' ? `contacten: ${figure}` : `contacts: ${figure}`]),
        ].join('; ');
    return {
        nl: `${node.name} is gedaan${parts('nl') === '' ? '' : ` (${parts('nl')})`}.`,
        en: `${node.name} is done${parts('en') === '' ? '' : ` (${parts('en')})`}.`,
    };
}

export function again(name: string): Bilingual {
    return { nl: `${name} gebeurt nog een keer.`, en: `${name} is done once more.` };
}

export function chosen(name: string): Bilingual {
    return { nl: `${name} is gekozen.`, en: `${name} is chosen.` };
}

export function goesOn(from: string, to: string | undefined): Bilingual {
    return to === undefined
        ? { nl: `Wat er na ${from} komt, is niet gezegd.`, en: `What comes after ${from} is not said.` }
        : { nl: `${from} → ${to}.`, en: `${from} → ${to}.` };
}

/** Why work has not begun when its term runs out: it waits for its begin, or the term was over when a case came there. */
export type Unbegun = 'waiting' | 'over';

const UNBEGUN: Readonly<Record<Unbegun, (name: string) => Bilingual>> = {
    waiting: (name) => ({ nl: ` voordat ${name} mag beginnen`, en: ` before ${name} may begin` }),
    over: (name) => ({ nl: ` voordat ${name} begint`, en: ` before ${name} begins` }),
};

/** A term runs out: since the case says so, before the work may begin, or since the work lasts longer. */
export function expires(
    node: FlowNode,
    { arrow }: Way,
    isSaid: boolean,
    {
        unbegun,
        unchosen,
    }: {
        /** why the work surely has not begun by then; undefined where it may have */
        readonly unbegun: Unbegun | undefined;
        /** the groups `een van` of which nobody chose a part by then */
        readonly unchosen: readonly string[];
    },
): Bilingual {
    const term = node.kind === 'end' ? undefined : node.deadlines.find((d) => d.at === arrow.at)?.value;
    const stated = term?.type === 'quantity' ? ` (${term.text})` : '';
    const { name } = node;
    const why = unbegun
        ? UNBEGUN[unbegun](name)
        : isSaid
          ? { nl: '', en: '' }
          : { nl: `, want ${name} duurt langer`, en: `, since ${name} takes longer` };
    const groups = enumerate(unchosen);
    const choice =
        unchosen.length === 0
            ? { nl: '', en: '' }
            : { nl: `; bij ${groups.nl} is dan nog niet gekozen`, en: `; at ${groups.en} nothing is chosen by then` };
    return {
        nl: `De termijn van ${name}${stated} verstrijkt${why.nl}${choice.nl}: verder met ${arrow.to ?? 'onbekend'}.`,
        en: `The term of ${name}${stated} runs out${why.en}${choice.en}: on to ${arrow.to ?? 'unknown'}.`,
    };
}

export function escalates(name: string, to: string | undefined): Bilingual {
    return {
        nl: `Er wordt opgeschaald vanuit ${name}: ${to ?? 'onbekend'}.`,
        en: `Escalated from ${name}: ${to ?? 'unknown'}.`,
    };
}

export function interrupts(name: string | undefined, resumes: boolean): Bilingual {
    const first = { nl: name ?? 'Iets wat onbekend is', en: name ?? 'Something unknown' };
    return resumes
        ? {
              nl: `${first.nl} gaat voor; het andere werk gaat daarna verder.`,
              en: `${first.en} comes first; other work goes on after.`,
          }
        : {
              nl: `${first.nl} gaat voor; al het andere werk stopt.`,
              en: `${first.en} comes first; all other work stops.`,
          };
}

export function handover(of: Handover, confirmed: boolean): Bilingual {
    const to = of.to?.name;
    return confirmed
        ? {
              nl: `Overdracht ${of.name}${to === undefined ? '' : ` aan ${to}`} is bevestigd.`,
              en: `Handover ${of.name}${to === undefined ? '' : ` to ${to}`} is confirmed.`,
          }
        : { nl: `Overdracht ${of.name} is niet bevestigd.`, en: `Handover ${of.name} is not confirmed.` };
}

export function lacking(name: string, documents: readonly string[]): Bilingual {
    const list = documents.join(', ');
    return {
        nl: `${name} vereist ${list}, en dat is er nog niet.`,
        en: `${name} requires ${list}, which is not there yet.`,
    };
}

/** A term, or the duration of a phase, is surely overrun. */
export function overrun(length: Length | Term): Bilingual {
    const { of, quantity } = length;
    return 'limit' in length
        ? {
              nl: `${of} is later klaar dan de termijn toelaat (${quantity.text}).`,
              en: `${of} is done later than its term allows (${quantity.text}).`,
          }
        : {
              nl: `${of} duurt langer dan er staat (${quantity.text}).`,
              en: `${of} takes longer than is stated (${quantity.text}).`,
          };
}

/** A case surely has more contacts than a budget allows. */
export function overBudget({ organisation, value }: ContactBudget, sum: Sum): Bilingual {
    const now = contactsInWords({ ...sum, open: [] });
    const stated = value.type === 'quantity' ? value.text : '';
    const of = organisation ? { nl: ` van ${organisation.name}`, en: ` of ${organisation.name}` } : { nl: '', en: '' };
    return {
        nl: `Dit gezin heeft nu ${now.nl}${of.nl}; het contactbudget is ${stated}.`,
        en: `This family has ${now.en}${of.en} now; the contact budget is ${stated}.`,
    };
}

const UNKNOWN: Bilingual = { nl: 'onbekend', en: 'unknown' };

/** Facts with their values, as the language writes them. */
export function said(facts: Case['facts']): Bilingual {
    const list = (language: keyof Bilingual) =>
        Object.entries(facts)
            .map(
                ([name, value]) =>
                    `${/\s/.test(name) ? `"${name}"` : name} is ${(value === null ? UNKNOWN : valueInWords(value))[language]}`,
            )
            .join(', ');
    return { nl: list('nl'), en: list('en') };
}
