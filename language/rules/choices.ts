import type { Space } from '../analysis/space.js';
import type { Condition } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

/** A choice: what its branches ask, and whether one catches the rest. */
export interface Choice {
    /** of the node at which is chosen */
    readonly name: string;
    readonly conditions: readonly Condition[];
    readonly hasOtherwise: boolean;
}

/** The choices of a process of which some branch has a condition. */
export function conditionsAt({ machine }: Space): Choice[] {
    return machine.stations.flatMap(({ node, exits }): Choice[] => {
        const conditions = exits.flatMap((w) => w.arrow.condition ?? []);
        return conditions.length > 0
            ? [{ name: node.name, conditions, hasOtherwise: conditions.length < exits.length }]
            : [];
    });
}

/** Why a question about branches does not apply. */
export const NO_CONDITIONS: Bilingual = {
    nl: 'Er wordt nergens gekozen: geen tak heeft een voorwaarde.',
    en: 'Nothing is chosen: no branch has a condition.',
};
