import type { Machine, Station } from '../execution/machine.js';
import { termCountsFrom } from '../execution/timed-work.js';
import { valueText } from '../messages/wording.js';
import type { Deadline, Handover } from '../model/protocol.js';
import { exactFactor } from '../model/units.js';
import { isWorkingDays, mostOf, type Quantity, type Value } from '../model/values.js';
import type { Language } from '../text/bilingual.js';
import { dueTerms } from './due-terms.js';
import { byFacts } from './expressions.js';
import { numbered, type KeptMoment } from './moments.js';
import { standardOf } from './open-times.js';
import type { Waits } from './waits.js';

/** A term of which a case keeps when it is over: one that counts from elsewhere, or of work that opens more than once. */
export interface CountedTerm extends KeptMoment {
    readonly deadline: Deadline;
}

/** What is known of a process before its graph is made. */
interface Known {
    readonly machine: Machine;
    readonly waits: Waits;
    readonly language: Language;
}

/** The terms of a process of which a case keeps when they are over, in the order of the text. */
export function countedTerms(known: Known): CountedTerm[] {
    const { machine } = known;
    const own = machine.stations.flatMap((station) => {
        const { node, index } = station;
        const deadlines = node.kind === 'end' ? [] : node.deadlines;
        const due = dueTerms(node).due?.deadline;
        return deadlines.flatMap((deadline, n): CountedTerm[] => {
            const quantity = figures(deadline);
            const from = termCountsFrom(machine, deadline, index);
            const isKept = opensAgain(known, station) || !countsFromHere(machine, station, deadline);
            return quantity && isTime(quantity) && from && isKept && (leadsElsewhere(deadline) || deadline === due)
                ? [{ station: index, deadline, quantity, from, ...named(known, node.name, deadline, n) }]
                : [];
        });
    });
    return [...own, ...machine.protocol.handovers.flatMap((h) => ofHandover(known, h))];
}

function ofHandover(known: Known, { name, deadlines }: Handover): CountedTerm[] {
    return deadlines.flatMap((deadline, n): CountedTerm[] => {
        const quantity = figures(deadline);
        const from = termCountsFrom(known.machine, deadline, undefined);
        return quantity && isTime(quantity) && from && leadsElsewhere(deadline)
            ? [{ station: undefined, deadline, quantity, from, ...named(known, name, deadline, n) }]
            : [];
    });
}

function named({ language }: Known, name: string, { value }: Deadline, n: number) {
    return { wanted: numbered(`${name}_termijn`, n), label: valueText(value, language) };
}

function leadsElsewhere({ otherwise, otherwiseValue }: Deadline): boolean {
    return (otherwise ?? otherwiseValue) !== undefined;
}

/** How long a term is, where that is said in figures and has a most. */
export function figures({ value }: Pick<Deadline, 'value'>): Quantity | undefined {
    const quantity = standardOf(value);
    return quantity.type === 'quantity' && mostOf(quantity) !== undefined ? quantity : undefined;
}

/** Whether a value is a length of time that a clock counts. */
export function isTime(value: Value): value is Quantity {
    if (value.type !== 'quantity' || value.per !== undefined) {
        return false;
    }
    const { unit = '' } = value;
    return isWorkingDays(unit) || [exactFactor(unit, 'minuut'), exactFactor(unit, 'maand')].some((f) => f);
}

/**
 * Whether what a term breaks off may open once more while the term goes on: by `herhaal`, by `klaar als`, when its bound is
 * reached, or since a case waits there and then asks again.
 */
function opensAgain({ waits }: Known, { node, index, repeats, doneWhen, expiries, escalations }: Station): boolean {
    const isWork = node.kind === 'step' || node.kind === 'escalation';
    return (
        waits.before(index) ||
        (isWork ? repeats.length > 0 || doneWhen.some((c) => byFacts(c, true) !== true) : waits.behind(index)) ||
        [...expiries, ...escalations].some((w) => w.counter !== undefined)
    );
}

/** Whether a term begins when the work does, by its own words or because the work always follows at once. */
export function countsFromHere({ start, process, stations }: Machine, station: Station, { after }: Deadline): boolean {
    if (!after) {
        return true;
    }
    if (after.type === 'other') {
        return false;
    }
    const into = process.arrows.filter((a) => a.to === station.node.name && a.kind !== 'repeat');
    if (after.type === 'handover') {
        const { name } = after.handover;
        return into.length > 0 && into.every((a) => a.handovers.includes(name));
    }
    if (after.type === 'registration') {
        for (let index = start; index !== undefined; index = stations[index]?.children[0]) {
            if (index === station.index) {
                return !process.arrows.some((a) => a.to === station.node.name && a.kind !== 'repeat');
            }
        }
        return false;
    }
    if (after.type === 'begin') {
        return after.node.name === station.node.name;
    }
    return into.length > 0 && into.every((a) => a.kind === 'next' && a.from === after.node.name);
}
