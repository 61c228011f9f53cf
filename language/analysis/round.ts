import { components } from './components.js';
import type { Edge, Space } from './space.js';

/**
 * A course with one round more: where it first comes to a state from which a case can come back to it by something that
 * counts, it does so once, by a shortest way round (breadth first, within the strongly connected component).
 *
 * @param counts whether a move is one of those for the sake of which the round is shown
 * @returns the course itself where it passes no such state, or goes round already
 */
export function withRound({ out }: Space, course: readonly Edge[], counts: (edge: Edge) => boolean): readonly Edge[] {
    const component = components(out.map((edges) => edges.map((e) => e.to)));
    const round = out.flat().filter((e) => component[e.from] === component[e.to] && counts(e));
    const growing = new Set(round.map((e) => component[e.from]));
    const repeated = new Set(round.map((e) => stationOf(e)));
    const done = course.filter(counts).map((e) => stationOf(e));
    if (done.some((station, i) => repeated.has(station) && done.indexOf(station) < i)) {
        return course;
    }
    const states = [...course.slice(0, 1).map((e) => e.from), ...course.map((e) => e.to)];
    const place = states.findIndex((s) => growing.has(component[s]));
    const start = states[place];
    if (start === undefined) {
        return course;
    }
    interface Visit {
        readonly state: number;
        readonly counted: boolean;
        readonly by: Edge | undefined;
        readonly before: Visit | undefined;
    }
    const queue: Visit[] = [{ state: start, counted: false, by: undefined, before: undefined }];
    const seen = new Set([`${String(start)} false`]);
    for (const visit of queue) {
        const inside: readonly Edge[] = (out[visit.state] ?? []).filter((e) => component[e.to] === component[start]);
        for (const by of inside) {
            const next: Visit = { state: by.to, counted: visit.counted || counts(by), by, before: visit };
            if (next.state === start && next.counted) {
                const back: Edge[] = [];
                for (let at: Visit | undefined = next; at?.by; at = at.before) {
                    back.push(at.by);
                }
                return [...course.slice(0, place), ...back.reverse(), ...course.slice(place)];
            }
            const key = `${String(next.state)} ${String(next.counted)}`;
            if (!seen.has(key)) {
                seen.add(key);
                queue.push(next);
            }
        }
    }
    return course;
}

function stationOf({ move }: Edge): number | undefined {
    return 'token' in move ? move.token.at : undefined;
}
