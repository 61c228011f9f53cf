import type { Machine, Station } from '../execution/machine.js';
import { countsFrom } from '../execution/timed-work.js';
import { startText } from '../messages/wording.js';
import type { StartsAfter } from '../model/process.js';
import { isVague, type Quantity } from '../model/values.js';
import type { Language } from '../text/bilingual.js';
import { of, type Building, type Scope } from './building.js';
import { numbered, timerOf, type KeptMoment } from './moments.js';
import { isTime } from './terms.js';

/** A `begint … na` that an engine waits for. */
export interface CountedStart extends KeptMoment {
    /** index of the station that begins then */
    readonly station: number;
    readonly said: StartsAfter;
    /** the least of it: from then on the work may begin */
    readonly quantity: Quantity;
}

/** Everything that work waits for by the clock, in the order of the text. What is no figure or no moment is not counted. */
export function countedStarts(machine: Machine, language: Language): CountedStart[] {
    return machine.stations.flatMap(({ node, index }) => {
        const all = node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
        return all.flatMap((said, n): CountedStart[] => {
            const quantity = leastOf(said);
            const from = countsFrom(machine, said.after);
            const wanted = numbered(`${node.name}_begint`, n);
            const label = startText(said, machine.protocol, language);
            return quantity && from ? [{ station: index, said, quantity, from, wanted, label }] : [];
        });
    });
}

/**
 * The least of a time before work begins, where that is said in figures that a clock counts.
 *
 * @returns undefined where it is vague or open, has no least, or is no time
 */
export function leastOf({ value, modality }: StartsAfter): Quantity | undefined {
    if (!isTime(value) || modality || isVague(value)) {
        return undefined;
    }
    const { bound, ...rest } = value;
    const { low, high } = value;
    if (low === undefined) {
        return undefined;
    }
    const isExact = high === low && (bound === undefined || bound === 'exactly');
    return isExact ? value : { ...rest, high: low, highIncluded: true };
}

/** What waits before work until it may begin: a timer for each thing that it says, of which the last one counts. */
export function delayed(b: Building, scope: Scope, station: Station, entry: string): string {
    return b.starts
        .filter((s) => s.station === station.index)
        .reduceRight((next, start, i) => {
            const timer = b.draft.add(start.wanted, station.index - 0.15 + i / 1000, {
                kind: 'catch',
                label: start.label,
                trigger: timerOf(b, start.quantity, start),
                ...of(b, scope, station, start.said.at),
            });
            b.draft.connect(timer, next);
            return timer;
        }, entry);
}

/** Names what an engine does otherwise than the text says about when work begins. */
export function startLosses(b: Building, station: Station, starts: readonly StartsAfter[]): void {
    const { node } = station;
    const own = b.starts.filter((s) => s.station === station.index);
    for (const said of starts) {
        const [nl, en] = [startText(said, b.machine.protocol, 'nl'), startText(said, b.machine.protocol, 'en')];
        const counted = own.find((s) => s.said === said);
        if (!counted) {
            b.draft.lose(node.name, {
                nl: `begint ${nl} staat alleen in woorden bij de taak: die gaat open zodra een zaak er komt`,
                en: `begins ${en} stands at the task in words only: it opens as soon as a case comes there`,
            });
        } else if (counted.quantity !== said.value) {
            b.draft.lose(node.name, {
                nl: `begint ${nl}: de taak gaat open zodra het kan; dat zij later mag beginnen, staat alleen in woorden`,
                en: `begins ${en}: the task opens as soon as it may; that it may begin later stands in words only`,
            });
        }
    }
    const canBreakOff = station.expiries.length > 0 || station.escalations.length > 0;
    if (own.length > 0 && canBreakOff) {
        b.draft.lose(node.name, {
            nl: 'terwijl een zaak wacht tot dit werk mag beginnen, breekt in een engine geen termijn of opschaling van het werk zelf dat wachten af',
            en: 'while a case waits until this work may begin, no term or escalation of the work itself ends that waiting in an engine',
        });
    }
}
