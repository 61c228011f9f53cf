import type { CaseEvent } from '../execution/case.js';
import type { FactValue } from '../execution/truth.js';
import type { Arrow } from '../model/process.js';
import type { Place } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Moment } from './clock.js';
import type { Contacts, Sum } from '../execution/contacts.js';
import type { Stop } from './stops.js';

/** How a case goes through a protocol. Plain JSON, but for infinite bounds. */
export interface Run {
    /** the name of the end that is reached */
    readonly end?: string;
    /** true where the text does not say what comes next: `daarna onbekend`, or nothing that leads on */
    readonly isUnstated: boolean;
    /** why the case goes no further, where it comes to no end */
    readonly stop?: Stop;
    /** the steps and escalations that are done, in order */
    readonly path: readonly string[];
    readonly log: readonly LogEntry[];
    readonly contacts: readonly Contacts[];
    /** the time from `aanmelding` to where the case is, in days */
    readonly duration: Sum;
    readonly delivered: readonly string[];
    readonly handedOver: readonly string[];
    /** roles that direct, at the end; {@link NOT_CERTAIN} among them where that is open */
    readonly directors: readonly string[];
    /** who directs at the moment that each of {@link path} is done, before any handover */
    readonly directorsAfter: readonly (readonly string[])[];
    readonly handovers: readonly { readonly name: string; readonly confirmed: boolean }[];
    /** the ways that were taken, those of the process itself */
    readonly arrows: readonly Arrow[];
    /** the groups and phases that a case came into, the steps and escalations, in order */
    readonly entered: readonly string[];
    /** the terms that ran out, what was done later than its term or longer than stated, the budgets exceeded; of the log */
    readonly overrun: readonly LogEntry[];
    /** what the case says and nothing used */
    readonly unused: readonly CaseEvent[];
}

/** Stands among who directs where the text leaves it open: `regie naar onbekend`, `regie veelal naar …`. No role has this name. */
export const NOT_CERTAIN = 'onbekend';

/** Something that happens in a case. */
export interface LogEntry {
    readonly kind:
        'begin' | 'done' | 'chosen' | 'goes-on' | 'handover' | 'term' | 'escalation' | 'interruption' | 'remark';
    readonly step?: string;
    readonly message: Bilingual;
    readonly at: Place;
    readonly time: Moment;
    /** the date of the earliest moment; undefined without a start */
    readonly date?: string;
    /** the date of the latest moment; undefined without a start, or without a most */
    readonly latestDate?: string;
    readonly state: Snapshot;
}

/** Where a case is after an event. */
export interface Snapshot {
    readonly open: readonly { readonly name: string; readonly stage: string }[];
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly documents: readonly string[];
    readonly directors: readonly string[];
    readonly contacts: Sum;
}
