import type { LangiumDocument } from 'langium';
import type { TimeConflict } from '../analysis/time-conflicts.js';
import { neededBy, type Constraint } from '../analysis/time-network.js';
import type { Machine } from '../execution/machine.js';
import type { Length, Start, Term, TimedWork } from '../execution/timed-work.js';
import type { Bilingual } from '../text/bilingual.js';
import { lengthInWords } from '../text/days.js';
import { enumerate } from '../text/numbers.js';
import type { Fix, RelatedPlace } from './finding.js';
import { replacement } from './fixes/replace.js';
import { contains, placeOfText } from './places.js';

/** How long it takes to fit. */
export function neededIn({ needed, measure }: TimeConflict): Bilingual {
    const { nl, en } = lengthInWords(needed.amount, measure);
    return needed.isMore
        ? { nl: `meer dan ${nl}`, en: `more than ${en}` }
        : { nl: `minstens ${nl}`, en: `at least ${en}` };
}

/** Up to how long it takes where that depends on how working days fall. */
export function asDaysFall(
    { needed, measure }: TimeConflict,
    enough: Bilingual,
): { calendar: string; calendarEn: string } {
    return measure !== 'working' || enough.nl === lengthInWords(needed.amount, measure).nl
        ? { calendar: '', calendarEn: '' }
        : {
              calendar: ` (tot ${enough.nl}, naar hoe weekenden en feestdagen vallen)`,
              calendarEn: ` (up to ${enough.en}, as weekends and public holidays fall)`,
          };
}

/** What takes the time, by name. */
export function inTheWayOf({ constraints }: TimeConflict): Bilingual {
    const takeTime = constraints.filter((c) => c.station !== undefined && takesTime(c));
    const names = takeTime.toSorted((a, b) => (a.station ?? 0) - (b.station ?? 0)).map(nameOf);
    return enumerate([...new Set(names)]);
}

function nameOf({ because }: Constraint): string {
    return `\`${because?.of ?? ''}\``;
}

/** Whether something takes any time at all: what takes a week at most may take none. */
function takesTime({ sizes, isStrict }: Constraint): boolean {
    return isStrict || (sizes?.days.least ?? 0) > 0;
}

/** A bound of another length, as one writes it. */
export function withAmount(bound: Length, amount: string, machine: Machine): string {
    if (!('from' in bound)) {
        return `duur hoogstens ${amount}`;
    }
    return `termijn ${amount}${sinceIn(bound as Term, machine)}`;
}

/** From when a term or a wait counts, as one writes it behind its length. */
export function sinceIn({ from, of }: Term | Start, { stations }: Machine): string {
    const name =
        from.type === 'registration'
            ? 'aanmelding'
            : from.type === 'handover'
              ? from.name
              : stations[from.station]?.node.name;
    const isOwn = from.type === 'begin' && name === of;
    return name === undefined || isOwn ? '' : from.type === 'begin' ? ` na begin van ${name}` : ` na ${name}`;
}

/** What makes work begin only when its term is over already, however short the work is. */
export function startsTooLate({ stations }: TimedWork, { bound, constraints, measure }: TimeConflict): Start[] {
    const own = stations.find((s) => s.terms.some((t) => t.at === bound.at));
    const starts = own?.starts.filter((s) => s.from.type !== 'round' && constraints.some((c) => c.because === s)) ?? [];
    const lengths: readonly unknown[] = [own?.duration, ...(own?.activities ?? [])];
    const before = constraints.filter((c) => c.kind === 'most' || !c.because || !lengths.includes(c.because));
    const limit = (bound as Term).limit.highest[measure].most;
    return neededBy(before, bound, measure, 'certain').amount > limit ? starts : [];
}

/** The fix that makes a bound longer; what else the statement says stays. A plain `duur` is how long at least. */
export function longerIn(document: LangiumDocument, bound: Length, enough: string): Fix[] {
    const { at, quantity } = bound;
    const stated = placeOfText(document, at, quantity.text);
    const isThere = at.file === document.uri.toString() && !contains(stated, at);
    const isAtMost = !('from' in bound) || /^hoogstens\b/.test(quantity.text);
    const amount = isAtMost ? `hoogstens ${enough}` : enough;
    return isThere ? [replacement(stated, amount)] : [];
}

/** The statements that exclude each other, each once. */
export function statementsOf({ constraints, bound }: TimeConflict): RelatedPlace[] {
    const others = constraints.filter((c) => c.because && c.because !== bound && (c.kind === 'most' || takesTime(c)));
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
                message: c.byTerm
                    ? runsOutAfter(of, quantity.text)
                    : c.station === undefined
                      ? notLonger(of, quantity.text)
                      : takes(of, quantity.text),
                at,
            },
        ];
    });
}

/** That something takes so long. */
export function takes(of: string, stated: string): Bilingual {
    return { nl: `${of} vraagt “${stated}”`, en: `${of} takes “${stated}”` };
}

function runsOutAfter(of: string, stated: string): Bilingual {
    return { nl: `De termijn “${stated}” van ${of} verstrijkt`, en: `The term “${stated}” of ${of} runs out` };
}

function notLonger(of: string, stated: string): Bilingual {
    return { nl: `${of} mag niet langer duren dan “${stated}”`, en: `${of} may not take longer than “${stated}”` };
}
