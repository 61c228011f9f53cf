import type { Edge, Space } from './space.js';
import type { TimedWork } from '../execution/timed-work.js';

/** What of the time of a process is not known, by name, of what is done on some course. */
export interface Gaps {
    /** nothing is stated, or no most */
    readonly notStated: readonly string[];
    readonly vague: readonly string[];
}

/** Which steps, escalations and handovers leave it open how long a course takes. */
export function gapsOf(space: Space, work: TimedWork): Gaps {
    return gapsOn(space, work, space.out.flat());
}

/** Which of what is done on one course leave it open how long it takes. */
export function gapsOn({ machine }: Pick<Space, 'machine'>, work: TimedWork, course: readonly Edge[]): Gaps {
    const notStated = new Set<string>();
    const vague = new Set<string>();
    // each place is asked once, however many moves there are at it
    const asked = { finish: new Set<unknown>(), again: new Set<unknown>(), leave: new Set<unknown>() };
    for (const { move } of course) {
        if (move.kind !== 'finish' && move.kind !== 'again' && move.kind !== 'leave') {
            continue;
        }
        const place = move.kind === 'leave' ? move.way : move.token.at;
        if (asked[move.kind].has(place)) {
            continue;
        }
        asked[move.kind].add(place);
        if (move.kind === 'finish') {
            const { within, wait } = work.stations[move.token.at] ?? {};
            if (wait === 'not-stated') {
                notStated.add(machine.stations[move.token.at]?.node.name ?? '');
            } else if (within?.vague || wait === 'vague') {
                vague.add(machine.stations[move.token.at]?.node.name ?? '');
            }
            for (const at of machine.stations[move.token.at]?.around ?? []) {
                const gap = work.stations[at]?.gap;
                if (gap !== undefined) {
                    (gap === 'vague' ? vague : notStated).add(machine.stations[at]?.node.name ?? '');
                }
            }
        } else if (move.kind === 'again') {
            const pause = work.stations[move.token.at]?.pause;
            if (pause !== undefined) {
                (pause === 'vague' ? vague : notStated).add(machine.stations[move.token.at]?.node.name ?? '');
            }
        } else if (move.kind === 'leave') {
            for (const { name } of move.way.handovers) {
                const { terms = [], confirmation } = work.handovers.get(name) ?? {};
                const lengths = confirmation ? [...terms, confirmation] : terms;
                if (!lengths.some((l) => Number.isFinite(l.days.high))) {
                    notStated.add(name);
                } else if (lengths.some((l) => l.vague)) {
                    vague.add(name);
                }
            }
        }
    }
    return { notStated: [...notStated], vague: [...vague] };
}
