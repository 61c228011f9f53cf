import { momentPlanOf, type MomentPlan } from '../execution/moment-plan.js';
import { happeningBy } from '../execution/moments.js';
import type { State } from '../execution/state.js';
import type { Clock, Moments, Timeline } from '../execution/timeline.js';
import type { Edge } from './space.js';

/** How moments follow on each edge, whatever the clock; kept as long as what is stated of time. */
const plansOf = new WeakMap<Timeline, WeakMap<Edge, MomentPlan>>();

/**
 * The moments after an edge of a space.
 *
 * @param before the state that it leaves; @param next the state that it comes to
 */
export function momentsAlong<T>(
    timeline: Timeline,
    edge: Edge,
    [before, next]: readonly [State, State],
    moments: Moments<T>,
    clock: Clock<T>,
): Moments<T> {
    const plans = plansOf.get(timeline) ?? new WeakMap<Edge, MomentPlan>();
    plansOf.set(timeline, plans);
    const plan = plans.get(edge) ?? momentPlanOf(timeline, before, edge.move, next);
    plans.set(edge, plan);
    return happeningBy(timeline, plan, moments, clock).moments;
}
