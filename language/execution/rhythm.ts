import type { FlowNode } from '../model/process.js';
import { statementsOf } from '../model/queries.js';
import { isVague, type Quantity } from '../model/values.js';
import type { DaysOff } from './calendar.js';
import { daysOf } from './days.js';
import { sayTheSame } from '../messages/wording.js';
import { countsTimes } from './frequency.js';
import type { Length } from './timed-work.js';

/** How long after the begin of a round the next one begins, of work that is done again. */
export interface Rhythm {
    /** undefined where no figure says it */
    readonly length: Length | undefined;
    /** what keeps it unknown when the next round begins: nothing where it is once in a period (`1 keer per week`) */
    readonly gap: 'not-stated' | 'vague' | undefined;
}

/**
 * What `frequentie` beside `herhaal` says. Once in a period that is exact puts that period between two begins; more often
 * in a period, vaguely or usually says how often, and not when. Work that itself lasts at least so long knows no pause.
 *
 * @returns undefined where nothing says how long there is between two rounds
 */
export function rhythmOf(node: FlowNode, duration: Length | undefined, off: DaysOff): Rhythm | undefined {
    if ((node.kind !== 'step' && node.kind !== 'escalation') || node.repeats.length === 0) {
        return undefined;
    }
    const statements = statementsOf(node, 'frequentie');
    const [statement] = statements;
    const [value, ...others] = statements.flatMap((s) => s.values);
    if (!statement || !value) {
        return undefined;
    }
    if (!sayTheSame([value, ...others].map((v) => ({ value: v })))) {
        // which of them holds nobody says
        return { length: undefined, gap: 'not-stated' };
    }
    const period = value.type === 'quantity' ? periodOf(value) : undefined;
    const days = period && daysOf(period, off);
    if (!period || !days) {
        const isOpen = value.type !== 'quantity' || (countsTimes(value) && value.per !== undefined);
        return isOpen ? { length: undefined, gap: 'not-stated' } : undefined;
    }
    if (duration && !duration.vague && duration.days.low >= days.high) {
        return undefined;
    }
    const isOnce = value.type === 'quantity' && value.low === 1 && value.high === 1 && value.bound === undefined;
    const vague = !isOnce || isVague(period) || statement.modality !== undefined;
    const length = { days, quantity: period, vague, of: node.name, at: statement.at };
    return { length, gap: vague ? 'vague' : undefined };
}

/** The time from one to the next; undefined where no figures say that, or it is counted for each of something else. */
function periodOf(frequency: Quantity): Quantity | undefined {
    const { per, low, high = low, text } = frequency;
    const times = high ?? 0;
    return per === undefined || !countsTimes(frequency) || times === 0
        ? undefined
        : {
              type: 'quantity',
              low: per.count / times,
              high: (per.high ?? per.count) / times,
              highIncluded: true,
              unit: per.unit,
              text,
          };
}
