import type { Machine, Station } from '../execution/machine.js';
import type { CountsFrom } from '../execution/timed-work.js';
import { startText } from '../messages/wording.js';
import type { StartsAfter } from '../model/process.js';
import { exactFactor } from '../model/units.js';
import { isVague, isWorkingDays, type Quantity } from '../model/values.js';
import { inScope, of, says, type Building, type Scope } from './building.js';

/** A `begint … na` that an engine waits for. */
export interface CountedStart {
    /** index of the station that begins then */
    readonly station: number;
    readonly said: StartsAfter;
    /** the least of it: from then on the work may begin */
    readonly quantity: Quantity;
    readonly from: CountsFrom;
    /** name of the variable that keeps the moment from which it may begin; null as long as nothing counts */
    readonly variable: string;
}

/** Everything that work waits for by the clock, in the order of the text. What is no figure or no moment is not counted. */
export function countedStarts(machine: Machine): CountedStart[] {
    return machine.stations.flatMap(({ node, index }) => {
        const all = node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
        return all.flatMap((said, n): CountedStart[] => {
            const quantity = leastOf(said);
            const from = momentOf(machine, said);
            const variable = `${node.name}_begint${n === 0 ? '' : `_${String(n + 1)}`}`;
            return quantity && from ? [{ station: index, said, quantity, from, variable }] : [];
        });
    });
}

/**
 * The least of a time before work begins, where that is said in figures that a clock counts.
 *
 * @returns undefined where it is vague or open, has no least, or is no time
 */
export function leastOf({ value, modality }: StartsAfter): Quantity | undefined {
    if (value.type !== 'quantity' || modality || isVague(value) || value.per !== undefined) {
        return undefined;
    }
    const { bound, ...rest } = value;
    const { unit = '', low, high } = value;
    const isTime = isWorkingDays(unit) || [exactFactor(unit, 'minuut'), exactFactor(unit, 'maand')].some((f) => f);
    if (low === undefined || !isTime) {
        return undefined;
    }
    const isExact = high === low && (bound === undefined || bound === 'exactly');
    return isExact ? value : { ...rest, high: low, highIncluded: true };
}

function momentOf({ index }: Machine, { after }: StartsAfter): CountedStart['from'] | undefined {
    switch (after.type) {
        case 'registration':
            return { type: 'registration' };
        case 'other':
            return undefined;
        case 'handover':
            return { type: 'handover', name: after.handover.name };
        default: {
            const station = index.get(after.node.name);
            return station === undefined ? undefined : { type: after.type, station };
        }
    }
}

/** What waits before work until it may begin: a timer for each thing that it says, of which the last one counts. */
export function delayed(b: Building, scope: Scope, station: Station, entry: string): string {
    return b.starts
        .filter((s) => s.station === station.index)
        .reduceRight((next, { said, quantity, variable }, i) => {
            const timer = b.draft.add(variable, station.index - 0.15 + i / 1000, {
                kind: 'catch',
                label: startText(said, b.machine.protocol, b.language),
                trigger: { kind: 'timer', quantity, until: variable },
                ...of(b, scope, station, said.at),
            });
            b.draft.connect(timer, next);
            return timer;
        }, entry);
}

/**
 * Notes, where a case passes, from when on work that counts from there may begin. A group or phase is done when the last
 * of what is in it is.
 *
 * @returns the node by which a case passes; `next` itself where nothing counts from there
 */
export function noted(b: Building, scope: Scope, station: Station, type: 'begin' | 'end', next: string): string {
    const about = type === 'end' ? station.around : [station.index];
    const counting = b.starts.filter(({ from }) => from.type === type && about.includes(from.station));
    return note(b, counting, next, station.node.name + (type === 'end' ? '_gedaan_op' : '_begonnen_op'), {
        order: station.index + (type === 'end' ? 0.4 : -0.02),
        where: inScope(b.laneOf(station), scope),
    });
}

/** The same for what counts from the end of a handover. */
export function notedHandedOver(b: Building, scope: Scope, station: Station, handover: string, next: string): string {
    const counting = b.starts.filter(({ from }) => from.type === 'handover' && from.name === handover);
    return note(b, counting, next, `${handover}_gedaan_op`, {
        order: station.index + 0.78,
        where: inScope(b.laneOf(station), scope),
    });
}

/** The same for what counts from `aanmelding`. */
export function notedAtStart(b: Building, lane: number, next: string): string {
    const counting = b.starts.filter((s) => s.from.type === 'registration');
    return note(b, counting, next, 'aangemeld_op', { order: -0.95, where: { lane } });
}

function note(
    b: Building,
    counting: readonly CountedStart[],
    next: string,
    id: string,
    { order, where }: { readonly order: number; readonly where: { readonly lane: number; readonly scope?: string } },
): string {
    if (counting.length === 0) {
        return next;
    }
    const set = b.draft.add(id, order, {
        kind: 'set',
        label: says(b, 'noted'),
        sets: counting.map(({ said, variable, quantity }) => ({
            variable: b.draft.know({
                kind: 'moment',
                name: variable,
                label: startText(said, b.machine.protocol, b.language),
            }),
            to: { type: 'after', quantity },
        })),
        ...where,
    });
    b.draft.connect(set, next);
    return set;
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
