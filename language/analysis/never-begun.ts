import { beginnings } from '../execution/begin.js';
import type { Move } from '../execution/moves.js';
import type { LeadingTerm } from '../execution/outlast.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import { everyPlace, graphOf, timesOf } from './places-in-time.js';
import type { Space } from './space.js';
import type { ZoneNode } from './zone-graph.js';

/** Whether work that a move breaks off surely had not begun, whatever the course to the state before. */
export type NeverBegun = (before: State, move: Move, station: number) => boolean;

/**
 * Work to which a case comes only after its term is over never begins: `termijn 2 weken na aanmelding anders: X` at work that
 * comes behind three weeks of other work. It is asked of all moments at which a case may come to a state (zone-graph.ts), as
 * certain whatever the calendar; where there are too many of those, it may have begun.
 */
export function neverBegun({ machine }: Space, work: TimedWork): NeverBegun {
    const places = everyPlace(machine);
    let nodes: ReadonlyMap<string, readonly ZoneNode[]> | undefined;
    const nodesAt = (state: State): readonly ZoneNode[] => {
        if (!nodes) {
            const graph = graphOf(places, beginnings(machine), timesOf(machine, work, 'certain'));
            nodes = Map.groupBy(graph.isWhole ? graph.nodes : [], (n) => n.place.key);
        }
        return nodes.get(places.of(state, []).key) ?? [];
    };
    return (before, move, station) => {
        const way = move.kind === 'expire' ? move.way : undefined;
        // work that begins too late is done too late: of most terms that is known not to be so, without all moments
        const outlasted = machine.outlasted.get(station) ?? [];
        if (!outlasted.some((term) => (!way || term.way === way) && mayBeOver(work, term, station))) {
            return false;
        }
        const all = nodesAt(before);
        const times = timesOf(machine, work, 'certain');
        const isNot = ({ place: { state }, zone: { zone } }: ZoneNode) =>
            state.tokens.filter((t) => t.at === station).every((token) => times.isOverBefore(state, zone, token, way));
        return all.length > 0 && all.every(isNot);
    };
}

/** Whether a term may be over before work begins: not where it counts from that begin. */
function mayBeOver({ stations }: TimedWork, { station, way }: LeadingTerm, at: number): boolean {
    const term = stations[station]?.terms.find((t) => t.at === way.arrow.at);
    return term !== undefined && !(term.from.type === 'begin' && term.from.station === at);
}
