import { isInside } from '../execution/machine.js';
import { openWork, type State } from '../execution/state.js';
import type { CountsFrom, Term } from '../execution/timed-work.js';
import { timelineOf, type Timeline } from '../execution/timeline.js';
import type { Proofs } from './proofs.js';
import type { Edge, Space } from './space.js';
import { handsOver } from './time-bounds.js';

/** A term that never begins to count. */
export interface NeverCounting {
    readonly term: Term;
    /** what it counts from: the begin or end of a station, or a handover; some case comes to it */
    readonly from: Exclude<CountsFrom, { readonly type: 'registration' }>;
    /** whether it is of a handover */
    readonly isOfHandover: boolean;
}

/**
 * The terms that count from something that has not been on any course while they are asked about, though some case comes
 * to both: breadth first from each moment at which it is, in a space with every order of the two.
 */
export function termsNeverCounting({ space, spaceSeeing, work }: Proofs): NeverCounting[] {
    if (!space.complete) {
        return [];
    }
    const { machine } = space;
    const timeline = timelineOf(machine, work);
    const ofStations = work.stations.flatMap(({ terms }, index) => terms.map((term) => ({ term, index, name: '' })));
    const ofHandovers = [...work.handovers].flatMap(([name, { terms }]) =>
        terms.map((term) => ({ term, index: undefined, name })),
    );
    return [...ofStations, ...ofHandovers].flatMap(({ term, index, name }): NeverCounting[] => {
        const { from } = term;
        // what counts from its own begin counts as soon as there is work
        const isOwn = from.type === 'begin' && from.station === index;
        if (isOwn || from.type === 'registration' || ('station' in from && !machine.stations[from.station])) {
            return [];
        }
        const asked: Asked = { from, of: index ?? name };
        // what counts in one order of the work counts in some
        if (howItCounts(space, timeline, asked) !== 'never') {
            return [];
        }
        const seen = [...('station' in from ? [from.station] : []), ...(index === undefined ? [] : [index])];
        const full = spaceSeeing(new Set(seen));
        return full.complete && (full === space || howItCounts(full, timeline, asked) === 'never')
            ? [{ term, from, isOfHandover: index === undefined }]
            : [];
    });
}

interface Asked extends Pick<NeverCounting, 'from'> {
    /** the station that the term is of, or the name of the handover */
    readonly of: number | string;
}

/** Whether a term counts on some course; `unasked` where no case comes to what it is of, or to what it counts from. */
function howItCounts(
    { machine, states, out, beginnings }: Space,
    timeline: Timeline,
    { from: since, of }: Asked,
): 'never' | 'sometimes' | 'unasked' {
    const station = 'station' in since ? since.station : undefined;
    const begun = states.map((s) => station !== undefined && timeline.begun(s).has(station));
    const isIt = (edge: Edge) => {
        if (since.type === 'handover') {
            return handsOver(edge, since.name);
        }
        const { from, to, move } = edge;
        const comesAnew = 'way' in move && move.way.target === station;
        const [had, has] = [begun[from] === true, begun[to] === true];
        return since.type === 'begin' ? has && (!had || comesAnew) : had && (!has || comesAnew);
    };
    const edges = out.flat();
    const after = new Set<number>([
        ...edges.filter(isIt).map((e) => e.to),
        ...(since.type === 'begin' ? [...beginnings.keys()].filter((i) => begun[i]) : []),
    ]);
    for (const state of after) {
        out[state]?.forEach((e) => after.add(e.to));
    }
    const isOpen = (state: State) =>
        openWork(state).some(
            // no term counts any more of what is done
            (t) => typeof of === 'number' && isInside(machine, t.at, of) && !(t.at === of && t.stage === 'leaving'),
        );
    const open = new Set(states.flatMap((s, i) => (isOpen(s) ? [i] : [])));
    const handedOver = edges.filter((edge) => typeof of === 'string' && handsOver(edge, of));
    const happens = since.type === 'handover' ? edges.some(isIt) : begun.includes(true);
    if (!happens || (open.size === 0 && handedOver.length === 0)) {
        return 'unasked';
    }
    const counts = [...after].some((i) => open.has(i)) || handedOver.some((e) => isIt(e) || after.has(e.from));
    return counts ? 'sometimes' : 'never';
}
