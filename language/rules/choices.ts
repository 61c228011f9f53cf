import type { Decision } from '../analysis/decisions.js';
import type { Claim } from '../analysis/possible-course.js';
import type { Proofs } from '../analysis/proofs.js';
import type { Space } from '../analysis/space.js';
import { knownIn } from '../execution/enter.js';
import type { Machine } from '../execution/machine.js';
import type { Known } from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';

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

/** Doubt whether some branch holds at these choices, since people decide on what their branches ask. */
export function peopleDecideAt(
    { space, decisions }: Pick<Proofs, 'space' | 'decisions'>,
    isInDoubt: (decision: Decision) => boolean,
): Bilingual | undefined {
    const nodes = decisions.filter(isInDoubt).flatMap((d) => space.machine.stations[d.station]?.node ?? []);
    const names = enumerate(nodes.map((d) => `\`${d.name}\``));
    return nodes.length === 0
        ? undefined
        : {
              nl: `Bij ${names.nl} beslist een mens, en staat er geen \`anders\`.`,
              en: `At ${names.en} a person decides, and there is no \`anders\`.`,
          };
}

/**
 * What a finding about a choice claims: that a case comes to it of which something is known.
 *
 * @param decided what people decide there
 */
export function choosing(
    machine: Machine,
    station: number,
    holds: (known: Known) => boolean,
    decided?: Known['decided'],
): Claim {
    return {
        shows: ({ tokens, facts }) =>
            tokens.some((t) => t.at === station && t.stage === 'leaving') && holds(knownIn(machine, facts, decided)),
    };
}
