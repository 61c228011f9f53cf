import { courseOf } from '../analysis/course.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import type { Edge } from '../analysis/space.js';
import { isLeftOpen } from '../execution/truth.js';
import type { Named, Protocol } from '../model/protocol.js';
import { isOwn } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import type { RelatedPlace } from './finding.js';
import {
    defineRule,
    type MessageTemplate,
    type Report,
    type Rule,
    type RuleContext,
    type RuleDescription,
} from './rule.js';

/**
 * A rule that answers a question about every course that a case can take. It holds, it fails with an example, it cannot
 * be decided, which is what a message whose key begins with `undecided` says, or any that is only for information; or it
 * does not apply, since the interventie has nothing of what it is about. A message whose key begins with `remark` is
 * beside the question.
 */
export interface ProofRule extends Rule {
    /** what is proved when nothing is found */
    readonly question: Bilingual;
    /** why the question does not apply, where nothing is found: what the interventie has none of */
    readonly lacks: (protocol: Protocol, proofs: Proofs) => Bilingual | undefined;
    /** what is not stated and leaves it undecided even where nothing is found */
    readonly doubt?: (proofs: Proofs) => Bilingual | undefined;
}

/** Declares a rule about the courses of a case; it is not asked of an interventie without an `aanpak`. */
export function defineProof<const Messages extends Record<string, MessageTemplate>>(
    rule: RuleDescription<Messages> & {
        readonly question: Bilingual;
        readonly lacks: ProofRule['lacks'];
        readonly doubt?: ProofRule['doubt'];
        /** asked instead of `prove` where nothing can be proved */
        readonly unproved?: (protocol: Protocol, report: Report<keyof Messages & string>) => void;
        readonly prove: (
            protocol: Protocol,
            proofs: Proofs,
            report: Report<keyof Messages & string>,
            context: RuleContext,
        ) => void;
    },
): ProofRule {
    const { prove, question, lacks, doubt, unproved, ...description } = rule;
    return {
        ...defineRule<Messages>({
            ...description,
            checkProtocol: (protocol, report, context) => {
                const proofs = proofsOf(protocol);
                if (proofs) {
                    prove(protocol, proofs, report, context);
                } else {
                    unproved?.(protocol, report);
                }
            },
        }),
        question,
        lacks,
        ...(doubt && { doubt }),
    };
}

/** Of a question that each process has something of: whatever has steps. */
export const EVERY_PROCESS: ProofRule['lacks'] = () => undefined;

/** Why a question about handovers does not apply. */
export const NO_HANDOVERS: Bilingual = { nl: 'Er is geen overdracht.', en: 'There is no handover.' };

/** Whether a working-out has all of these from what it works out; what is wrong with them is told there. */
export function isAllInherited({ refines }: Protocol, elements: readonly Named[]): boolean {
    return refines !== undefined && elements.every((e) => !isOwn(e));
}

/** Why a question does not apply to a working-out that only has what it is about from what it works out. */
export function toldElsewhere({ refines }: Protocol): Bilingual {
    const name = refines?.name ?? '';
    return {
        nl: `Wat hierover gaat, is overgenomen van ${name} en wordt daar beantwoord.`,
        en: `What this is about is inherited from ${name} and answered there.`,
    };
}

export function isProof(rule: Rule): rule is ProofRule {
    return 'question' in rule;
}

/**
 * What a finding about a state shows: a course to it, in the text and as data.
 *
 * @param edges the moves of that course; those of a shortest one where left out
 */
export function example(
    { space }: Pick<Proofs, 'space'>,
    state: number,
    edges?: readonly Edge[],
): { related: RelatedPlace[]; data: Record<string, unknown> } {
    const course = courseOf(space, state, edges);
    return {
        related: course.parts.map(({ message, at }, i) => ({
            message: { nl: `${String(i + 1)}. ${message.nl}`, en: `${String(i + 1)}. ${message.en}` },
            at,
        })),
        data: { path: course.path, case: course.case },
    };
}

/** Doubt about the flow: where the text leaves open what comes next, a case may go anywhere. */
export function nextNotStated({ space, soundness }: Proofs): Bilingual | undefined {
    const names = new Set(
        soundness.unstated.flatMap((state) => {
            const move = space.first[state]?.move;
            const station = move && ('token' in move ? move.token.at : 'station' in move ? move.station : undefined);
            return station === undefined ? [] : [`\`${space.machine.stations[station]?.node.name ?? ''}\``];
        }),
    );
    const list = [...names].join(', ');
    return soundness.unstated.length === 0
        ? undefined
        : { nl: `Wat er na ${list} komt, staat er niet.`, en: `What comes behind ${list} is not stated.` };
}

/** Whether the text leaves open where some way leads, or when: then nothing in the flow is an error for certain. */
export function leavesOpen({ space }: Pick<Proofs, 'space'>): boolean {
    return space.machine.stations.some((s) =>
        s.exits.some(
            (w) => w.target === undefined || (w.arrow.condition !== undefined && isLeftOpen(w.arrow.condition)),
        ),
    );
}
