import type { Departure, Protocol } from '../model/protocol.js';
import type { Difference } from './difference.js';
import { elementsOf, type QueriedElement } from './elements.js';
import { contentOf } from './restated-rest.js';

/**
 * The `afwijking` statements of a local working-out that speak of something that is exactly as in what it refines: its
 * own statements, what stands in it and the ways on from it. Remarks and who says it are no difference.
 *
 * @param differences what {@link differencesFrom} found
 */
export function idleDeviations(
    base: Protocol,
    protocol: Protocol,
    differences: readonly Difference[],
): readonly Departure[] {
    const used = new Set(differences.map((d) => d.saidBy));
    const candidates = protocol.deviations.filter((d) => !used.has(d));
    if (candidates.length === 0) {
        return [];
    }
    const [there, here] = [elementsOf(base), elementsOf(protocol)];
    return candidates.filter(({ elementKind: kind, element: { name } }) => {
        const isWhole = kind === 'aanpak' || kind === 'interventie';
        const find = (all: typeof there) => all.get(kind)?.find((e) => isWhole || e.name === name);
        const [before, after] = [find(there), find(here)];
        return (
            before !== undefined &&
            after !== undefined &&
            (isWhole
                ? ownContent(before) === ownContent(after)
                : wholeContent(before, base) === wholeContent(after, protocol))
        );
    });
}

/** What an `aanpak` or an interventie says of itself, without the named elements in it. */
function ownContent({ block }: QueriedElement): string {
    const { statements, access, contactBudgets, stepCounts, deployment, interrupts, deliveries, rationales } =
        block as Partial<Protocol & NonNullable<Protocol['process']>>;
    const workingElements = rationales?.flatMap((r) => r.workingElements) ?? [];
    return contentOf({
        statements,
        access,
        contactBudgets,
        stepCounts,
        deployment,
        interrupts,
        deliveries: deliveries?.filter((d) => d.statements.length > 0),
        workingElements,
    });
}

/** What an element and all that stands in it say, and where they lead. */
function wholeContent(element: QueriedElement, protocol: Protocol): string {
    const ways = (protocol.process?.arrows ?? []).filter((a) => a.from === element.name);
    return [
        element.kind,
        element.parent?.kind === 'interventie' ? '' : (element.parent?.name ?? ''),
        contentOf(element.block),
        contentOf(ways.map(({ implied: _, ...way }) => way)),
        ...element.inside.filter((e) => e.kind !== 'opmerking').map((e) => wholeContent(e, protocol)),
    ].join('\n');
}
