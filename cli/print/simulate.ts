import type { Place } from '../../language/model/protocol.js';
import { contactsInWords, momentInWords, timeInWords } from '../../language/simulate/amounts.js';
import { sumOfContacts } from '../../language/execution/contacts.js';
import { foldedPath } from '../../language/simulate/folded-path.js';
import type { LogEntry, Run, Snapshot } from '../../language/simulate/run.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { printable, type Colors } from '../terminal.js';
import { jsonOfSum } from './test.js';

/**
 * What `simulate` prints for people: each event with the state after it, and the totals.
 *
 * @param read what a text of the protocol says, with the title of each element in place of its name (`[[Naam]]`); what a
 * case has to say literally stays as it is
 */
export function textOfRun(
    name: string,
    run: Run,
    language: Language,
    colors: Colors,
    read: (text: string) => string,
): string {
    const out = [colors.underline(printable(name))];
    let before: Snapshot | undefined;
    for (const entry of run.log) {
        const time = momentInWords(entry)[language];
        out.push(`  ${colors.dim(printable(time))}  ${printable(read(entry.message[language]))}`);
        out.push(...changes(entry, before, language).map((line) => colors.dim(`      ${printable(line)}`)));
        before = entry.state;
    }
    out.push('', ...totals(run, language).map(printable));
    if (run.stop) {
        out.push(colors.red(printable(run.stop.message[language])));
        if (run.stop.say) {
            const inCase = { nl: 'In de casus, met wat er echt gebeurt', en: 'In the case, with what really happens' };
            out.push(printable(`${inCase[language]}: ${JSON.stringify(run.stop.say)}`));
        }
    }
    return `${out.join('\n')}\n`;
}

/** What is open after an event, and what of the rest it changed. */
function changes({ state }: LogEntry, before: Snapshot | undefined, language: Language): string[] {
    const say = (text: Bilingual) => text[language];
    const open = state.open.map(({ name, stage }) => `${name} (${say(STAGES[stage] ?? { nl: stage, en: stage })})`);
    const news = state.documents.filter((d) => !before?.documents.includes(d));
    const directors = state.directors.join(', ');
    return [
        ...(open.length === 0 ? [] : [`${say({ nl: 'open', en: 'open' })}: ${open.join(', ')}`]),
        ...(news.length === 0 ? [] : [`${say({ nl: 'er is nu', en: 'now there is' })}: ${news.join(', ')}`]),
        ...(directors === (before?.directors.join(', ') ?? '') || directors === ''
            ? []
            : [`${say({ nl: 'regie', en: 'directs' })}: ${directors}`]),
    ];
}

const STAGES: Readonly<Record<string, Bilingual>> = {
    waiting: { nl: 'wacht', en: 'waits' },
    offered: { nl: 'kan', en: 'may' },
    entering: { nl: 'begint', en: 'begins' },
    choosing: { nl: 'kiezen', en: 'to choose' },
    busy: { nl: 'bezig', en: 'busy' },
    holding: { nl: 'gedaan, nog niet klaar', en: 'done, not finished yet' },
    repeating: { nl: 'gedaan; nog een keer?', en: 'done; once more?' },
    leaving: { nl: 'gedaan', en: 'done' },
};

function totals(run: Run, language: Language): string[] {
    const say = (nl: string, en: string) => ({ nl, en })[language];
    const organisations = [...new Set(run.contacts.flatMap((c) => c.organisations))];
    const of = (organisation?: string) => contactsInWords(sumOfContacts(run.contacts, organisation))[language];
    const list = (names: readonly string[]) => (names.length === 0 ? say('geen', 'none') : names.join(', '));
    const end =
        run.end ?? (run.isUnstated ? say('niet gezegd', 'not stated') : say('nog niet bereikt', 'not reached yet'));
    return [
        `${say('einde', 'end')}: ${end}`,
        `${say('pad', 'path')}: ${foldedPath(run.path)[language]}`,
        `${say('contacten', 'contacts')}: ${of()}`,
        ...organisations.map((o) => `  ${say('van', 'of')} ${o}: ${of(o)}`),
        ...(run.contacts.some((c) => c.organisations.length > 1 && c.count.high > 0)
            ? [
                  `  ${say('een gezamenlijk contact telt bij elke organisatie mee', 'a joint contact counts for each organisation')}`,
              ]
            : []),
        `${say('tijd', 'time')}: ${timeInWords(run.duration)[language]}`,
        `${say('documenten geleverd', 'documents delivered')}: ${list(run.delivered)}`,
        `${say('documenten overgedragen', 'documents handed over')}: ${list(run.handedOver)}`,
        `${say('regie', 'directs')}: ${list(run.directors)}`,
        ...run.unused.map(({ step }) => `${say('niet gebruikt', 'not used')}: ${step}`),
    ];
}

/** What `simulate --format json` prints. Scripts build on it: what is here stays. */
export function jsonOfRun(name: string, run: Run, language: Language, shownUri: (uri: string) => string) {
    const place = (at: Place) => ({ file: shownUri(at.file), range: at.range });
    const organisations = [...new Set(run.contacts.flatMap((c) => c.organisations))];
    return {
        version: 1,
        interventie: name,
        end: run.end ?? null,
        isUnstated: run.isUnstated,
        stop: run.stop
            ? {
                  reason: run.stop.stop,
                  step: run.stop.step ?? null,
                  message: run.stop.message[language],
                  say: run.stop.say ?? null,
                  ...place(run.stop.at),
              }
            : null,
        path: run.path,
        log: run.log.map(({ kind, step, message, at, time, date, latestDate, state }) => ({
            kind,
            step: step ?? null,
            message: message[language],
            ...place(at),
            day: { least: time.low, most: Number.isFinite(time.high) ? time.high : null },
            date: date ?? null,
            latestDate: latestDate ?? null,
            state: { ...state, contacts: jsonOfSum(state.contacts) },
        })),
        contacts: {
            ...jsonOfSum(sumOfContacts(run.contacts)),
            byOrganisation: Object.fromEntries(
                organisations.map((o) => [o, jsonOfSum(sumOfContacts(run.contacts, o))]),
            ),
        },
        days: jsonOfSum(run.duration),
        documents: { delivered: run.delivered, handedOver: run.handedOver },
        directors: run.directors,
        handovers: run.handovers,
        unused: run.unused,
    };
}
