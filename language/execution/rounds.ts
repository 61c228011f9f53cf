import type { Modality } from '../model/protocol.js';
import { isVague, type Bound, type Value } from '../model/values.js';
import { countOf } from './span.js';

/** How often `herhaal` lets work be done again. */
export interface Rounds {
    readonly least: number;
    /** infinite where no most is stated in figures */
    readonly most: number;
    /** whether there is a number that the text does not tell: `hoogstens onbekend keer`, `plaatselijk`, `ongeveer 2 keer` */
    readonly isOpen: boolean;
    /** whether not even that it may be done no more at all is known: `ongeveer 2 keer` */
    readonly leastIsOpen: boolean;
}

/** Where only the number is left open, work may be done again any number of times, and then the number is reached. */
const OPEN: Rounds = { least: 0, most: Number.POSITIVE_INFINITY, isOpen: true, leastIsOpen: false };
const UNSAID: Rounds = { ...OPEN, isOpen: false };

/**
 * What a bound says; of one that is left open, vague or not firm (`herhaal veelal hoogstens 1 keer`) no figure counts.
 */
export function roundsOf(bound: Value | undefined, modality?: Modality): Rounds {
    switch (bound?.type) {
        case 'unknown':
        case 'local': {
            const isLeast = bound.bound === 'at-least' || bound.bound === 'more-than';
            return isLeast ? { ...UNSAID, leastIsOpen: true } : { ...OPEN, leastIsOpen: !isMost(bound.bound) };
        }
        case 'quantity': {
            // what happens only where needed is no more than stated; what is usual may be anything
            const mayBeNone = modality === 'if-needed' || modality === 'possibly';
            if (isVague(bound) || (modality !== undefined && !mayBeNone)) {
                return { ...OPEN, leastIsOpen: !isMost(bound.bound) };
            }
            const { low, high } = countOf(bound);
            return { least: mayBeNone ? 0 : Math.ceil(low), most: Math.floor(high), isOpen: false, leastIsOpen: false };
        }
        default:
            return UNSAID;
    }
}

function isMost(bound: Bound | undefined): boolean {
    return bound === 'at-most' || bound === 'less-than';
}
