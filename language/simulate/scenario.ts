import type { Case, CaseEvent } from '../execution/case.js';
import type { FactValue } from '../execution/truth.js';
import type { Assignment, During, Scenario } from '../model/scenario.js';

/** The case that a scenario tells. */
export function caseOf({ given, during }: Scenario): Case {
    return {
        facts: factsOf(given.flatMap((g) => g.assignments)),
        at: during.map(eventOf),
    };
}

function eventOf({ node, events }: During): CaseEvent {
    const facts = events.filter((e) => e.type === 'fact');
    const chosen = events.flatMap((e) => (e.type === 'choice' ? [e.node.name] : []));
    const duration = events.flatMap((e) =>
        e.type === 'duration' && e.value.type === 'quantity' ? [e.value.text] : [],
    );
    return {
        step: node.name,
        ...(facts.length > 0 && { facts: factsOf(facts) }),
        ...(events.some((e) => e.type === 'expiry') && { expires: true as const }),
        // a step that is chosen at that step itself is done once more, or a way back to it is taken
        ...(chosen.length > 0 && { chooses: chosen }),
        ...(duration[0] !== undefined && { duration: duration[0] }),
    };
}

function factsOf(assignments: readonly Assignment[]): Record<string, FactValue | null> {
    return Object.fromEntries(
        assignments.flatMap(({ fact, informal, value }) => {
            const name = fact?.name ?? informal;
            return name === undefined ? [] : [[name, value] as const];
        }),
    );
}
