import type { FactValue } from './truth.js';

/**
 * One case, as a `scenario` or a JSON file gives it to the simulator and as an analysis gives its example: what is known
 * at the start and what happens where. Plain JSON.
 */
export interface Case {
    readonly facts: Readonly<Record<string, FactValue | null>>;
    /** in the order in which it happens; what is said of a step again is for the next time that the case comes there */
    readonly at: readonly CaseEvent[];
}

/** What happens at a step, escalation, group, phase or handover. */
export interface CaseEvent {
    /** its name */
    readonly step: string;
    /**
     * facts that become known there (null: it stays unknown), and by their texts the informal conditions that a person
     * decides on there
     */
    readonly facts?: Readonly<Record<string, FactValue | null>>;
    /** its term runs out; of a handover: it is not confirmed */
    readonly expires?: true;
    /** the nodes that are chosen there: of a group, or as what comes next, an escalation or an interruption included */
    readonly chooses?: readonly string[];
    /** `herhaal` without a condition: whether it is done once more */
    readonly again?: boolean;
    /** how long it takes, as written: "1 week" */
    readonly duration?: string;
}
