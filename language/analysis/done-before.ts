import type { Step } from '../model/process.js';
import type { State } from '../execution/state.js';
import { reachedWithout, type Edge, type Space } from './space.js';

/** How many steps of a course are looked at. */
const MOST_LOOKED_AT = 5;

/**
 * The last steps of a course that are done on every course which comes to where it comes, the last first.
 *
 * @param isThere whether a state is where it comes
 * @param isOut the moves that no course has which counts
 */
export function doneBefore(
    space: Space,
    course: readonly Edge[],
    isThere: (state: State) => boolean,
    isOut: (edge: Edge) => boolean = () => false,
): Step[] {
    const { stations } = space.machine;
    const done = course.flatMap(({ move }) => (move.kind === 'finish' ? [move.token.at] : []));
    return [...new Set(done.toReversed())].slice(0, MOST_LOOKED_AT).flatMap((station) => {
        const node = stations[station]?.node;
        const without = reachedWithout(
            space,
            (edge) => isOut(edge) || (edge.move.kind === 'finish' && edge.move.token.at === station),
        );
        const isAvoided = without.states.some((i) => {
            const state = space.states[i];
            return state !== undefined && isThere(state);
        });
        return node?.kind === 'step' && !isAvoided ? [node] : [];
    });
}
