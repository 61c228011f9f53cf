import type { ClosesAfter, Handover, Meetings, Role } from '../model/protocol.js';
import { isOpen, personByRole, statementsOf, surePersonByRole, textsOf } from '../model/queries.js';
import { interval, isVague, type Quantity } from '../model/values.js';

/**
 * What is known of when the giver of a handover lets go.
 * - `in-time`: after the last joint meeting; `early`: before it; `no-such-meeting`: after one that there is not
 * - `vague`, `unsettled`: the number of meetings is not exact, or the text leaves room for who is there or when
 * - `order`: some meetings are joint and some are not, and which comes last is not said
 * - `unstated`: it is warm, and the text does not say when
 * - `apart`: by the text no meeting is of giver and receiver together
 * - `open`: the text leaves it open, says it in words, or does not say how many joint meetings there are
 */
export interface Closing {
    readonly handover: Handover;
    /** what says when; undefined for `unstated` */
    readonly closes?: ClosesAfter;
    readonly outcome:
        'in-time' | 'early' | 'no-such-meeting' | 'vague' | 'unsettled' | 'order' | 'unstated' | 'apart' | 'open';
    /** of `early` and `no-such-meeting` the number of meetings */
    readonly count: number;
    /** the numbers of meetings, as the text says them */
    readonly value: string;
    /** the meetings that are counted */
    readonly meetings: readonly Meetings[];
}

/** Compares when the giver lets go with the joint meetings, for each `sluit af na`, and for a warm handover without one. */
export function closingsOf(handover: Handover, roles: readonly Role[]): Closing[] {
    const none = { handover, count: 0, value: '', meetings: [] };
    if (handover.closesAfter.length === 0) {
        const isWarm = statementsOf(handover, 'vorm').some((f) => textsOf(f).includes('warm'));
        return isWarm ? [{ ...none, outcome: 'unstated' }] : [];
    }
    const { meetings } = handover;
    const joint = meetings.filter((m) => isJoint(handover, m, personByRole(roles)));
    const [all, shared] = [countOf(meetings), countOf(joint)];
    const hasRoom = joint.some(
        (m) => m.modality ?? m.withModality ?? m.withValue ?? !isJoint(handover, m, surePersonByRole(roles)),
    );
    return handover.closesAfter.map((closes): Closing => {
        const { meeting, modality } = closes;
        const told = { handover, closes };
        if (meeting === undefined || !all) {
            return { ...none, ...told, outcome: 'open' };
        }
        const isUnsettled = hasRoom || modality !== undefined;
        const ofAll = { ...told, count: all.most, value: all.value, meetings };
        const ofJoint = { ...told, count: shared?.least ?? 0, value: shared?.value ?? '', meetings: joint };
        if (meeting > all.most && !all.isVague && !meetings.some((m) => m.modality) && modality === undefined) {
            return { ...ofAll, outcome: 'no-such-meeting' };
        }
        if (joint.length === 0) {
            return { ...ofAll, outcome: 'apart' };
        }
        if (!shared) {
            return { ...ofAll, outcome: 'open' };
        }
        if (shared.isVague || isUnsettled) {
            return { ...ofJoint, outcome: isUnsettled ? 'unsettled' : 'vague' };
        }
        if (meeting < shared.least) {
            return { ...ofJoint, outcome: 'early' };
        }
        if (meeting < shared.most) {
            return { ...ofJoint, outcome: 'vague' };
        }
        // a number beyond them counts others too
        return meeting === shared.most || meeting >= all.most
            ? { ...ofJoint, outcome: 'in-time' }
            : { ...ofAll, outcome: 'order' };
    });
}

/** How many meetings there are at least and at most; undefined where some number is open or not stated. */
function countOf(meetings: readonly Meetings[]) {
    const amounts = meetings.flatMap((m): Quantity[] => (m.value?.type === 'quantity' ? [m.value] : []));
    if (amounts.length < meetings.length || meetings.length === 0 || meetings.some((m) => isOpen(m.value))) {
        return undefined;
    }
    const spans = amounts.map(interval);
    return {
        least: spans.reduce((sum, s) => sum + s.low, 0),
        most: spans.reduce((sum, s) => sum + s.high, 0),
        isVague: amounts.some((a) => isVague(a)),
        value: amounts.map((a) => a.text).join(', '),
    };
}

/** Whether giver and receiver both are in a meeting; one that names nobody counts too. */
function isJoint(handover: Handover, meeting: Meetings, personOf: (role: string) => string): boolean {
    const present = new Set(meeting.with.map((r) => personOf(r.name)));
    const has = (role: string | undefined) => role === undefined || present.has(personOf(role));
    return meeting.with.length === 0 || (has(handover.from?.name) && has(handover.to?.name));
}
