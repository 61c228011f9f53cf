import type { Arrow } from '../model/process.js';
import type { Departure, Place } from '../model/protocol.js';

/**
 * One difference between a local working-out and what it refines.
 * - `dropped`: what is refined has it, the working-out has not; `added`: the other way round; `changed`: both, otherwise
 */
export interface Difference {
    readonly kind: 'dropped' | 'changed' | 'added';
    /** the keyword of the element: "stap", "aanpak" */
    readonly elementKind: string;
    readonly element: string;
    /** what of it, by its word (`door`, `werkt-aan`, `daarna`); undefined for the element as a whole */
    readonly what?: string;
    /** in the words of what is refined, and of the working-out */
    readonly was?: string;
    readonly is?: string;
    /**
     * How firm it is, for what is changed or dropped.
     * - `contrary`: what is refined does not hold any more
     * - `within`: still within what is refined, such as a shorter term
     * - `wording`: other words or figures that cannot be compared; a person has to judge whether they say the same
     * - `open`: the working-out says `onbekend` or `plaatselijk`, and so says itself that it does not know
     * - `silent`: it says nothing of what stands unnamed at the head of what is refined, and so does not take that over
     *
     * For what is added: `filled` where what is refined said `onbekend` or `plaatselijk`.
     */
    readonly degree?: 'contrary' | 'within' | 'wording' | 'open' | 'silent' | 'filled';
    /** by which `vervalt` or `afwijking` the author says so */
    readonly saidBy?: Departure;
    /** in the working-out where it stands there; otherwise the element, or the working-out */
    readonly at: Place;
    /** the element in the working-out, where it has it */
    readonly elementAt?: Place;
    /** in what is refined, where it stands there */
    readonly baseAt?: Place;
}

/** What the comparison of one element needs to know of the two protocols. */
export interface Around {
    /** what the working-out drops, by name */
    readonly dropped: ReadonlyMap<string, Departure>;
    /** the ways on from each node, in what is refined and in the working-out */
    readonly waysBefore: ReadonlyMap<string | undefined, readonly Arrow[]>;
    readonly waysAfter: ReadonlyMap<string | undefined, readonly Arrow[]>;
    /** whether only the working-out has a node */
    readonly isNew: (node: string) => boolean;
    /** whether a way leads to the end that nobody wrote */
    readonly isNoEnd: (node: string) => boolean;
}

/** A difference before it is known of which element it is. */
export type Part = Pick<Difference, 'kind' | 'what' | 'was' | 'is' | 'degree' | 'saidBy'>;

export function changed(
    what: string,
    was: string | undefined,
    is: string | undefined,
    degree: Difference['degree'],
): Part {
    return {
        kind: 'changed',
        what,
        ...(was === undefined ? {} : { was }),
        ...(is === undefined || is === '' ? {} : { is }),
        ...(degree === undefined ? {} : { degree }),
    };
}
