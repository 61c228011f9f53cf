import { courseOf } from '../analysis/course.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import { possibleCourse, sameAs, type Claim, type Shown } from '../analysis/possible-course.js';
import { leadsSomewhereOpen } from '../analysis/soundness.js';
import { courseTo, type Edge } from '../analysis/space.js';
import type { State } from '../execution/state.js';
import type { Named, Protocol } from '../model/protocol.js';
import { isOwn, laboursOf, leavesOpen as isLeftOpenIn } from '../model/queries.js';
import { fill, type Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
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
    /** what is told beside an answer that is no `nee`, and changes nothing about it */
    readonly aside?: (proofs: Proofs) => Bilingual | undefined;
}

/** Declares a rule about the courses of a case; it is not asked of an interventie without an `aanpak`. */
export function defineProof<const Messages extends Record<string, MessageTemplate>>(
    rule: RuleDescription<Messages> & {
        readonly question: Bilingual;
        readonly lacks: ProofRule['lacks'];
        readonly doubt?: ProofRule['doubt'];
        readonly aside?: ProofRule['aside'];
        /** asked instead of `prove` where nothing can be proved */
        readonly unproved?: (protocol: Protocol, report: Report<keyof Messages & string>) => void;
        readonly prove: (
            protocol: Protocol,
            proofs: Proofs,
            report: ProofReport<keyof Messages & string>,
            context: RuleContext,
        ) => void;
    },
): ProofRule {
    const { prove, question, lacks, doubt, aside, unproved, ...description } = rule;
    return {
        ...defineRule<Messages & typeof IN_TIME>({
            ...description,
            messages: { ...description.messages, ...IN_TIME },
            checkProtocol: (protocol, report, context) => {
                const proofs = proofsOf(protocol);
                if (proofs) {
                    prove(protocol, proofs, whenPossible(description.messages, report), context);
                } else {
                    unproved?.(protocol, report);
                }
            },
        }),
        question,
        lacks,
        ...(doubt && { doubt }),
        ...(aside && { aside }),
    };
}

/** How a rule about courses reports: with an example, which says whether it is possible in time. */
type ProofReport<Key extends string> = (
    finding: Parameters<Report<Key>>[0] & { readonly inTime?: Shown['outcome'] },
) => void;

/** What every rule about courses says where no course that was found is possible in time. */
const IN_TIME = {
    undecidedInTime: {
        nl: 'Hangt af van tijd: {claim} Op elke weg daarheen die bekeken is, sluiten de duren en termijnen dat uit, zoals zij er nu staan.',
        en: 'Depends on time: {claim} On every course to it that was looked at, durations and terms rule that out, as they are stated now.',
    },
};

/** Nothing is told of what cannot be in time; what may not be, is for information. */
function whenPossible<Messages extends Record<string, MessageTemplate>>(
    messages: Messages,
    report: Report<(keyof Messages & string) | keyof typeof IN_TIME>,
): ProofReport<keyof Messages & string> {
    return ({ inTime = 'possible', ...finding }) => {
        const { message, at, parameters } = finding;
        const template = messages[message];
        if (inTime === 'possible') {
            report(finding);
        } else if (inTime === 'open' && template) {
            report({
                message: 'undecidedInTime',
                severity: 'info',
                at,
                parameters: { claim: fill(template, parameters) },
            });
        }
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

/** What a finding about a course shows. */
export interface Example {
    readonly inTime: Shown['outcome'];
    readonly related: RelatedPlace[];
    readonly data: Record<string, unknown>;
    /** the state that the course comes to */
    readonly state: State | undefined;
}

/**
 * What a finding about a state shows: a course to it that is possible in time, in the text and as data.
 *
 * @param edges the moves of a course to it; those of a shortest one where left out
 * @param claim by what another course is looked for where this one is not possible in time; any to that state where
 * neither this nor the moves are given
 */
export function example(
    { space, work }: Pick<Proofs, 'space' | 'work'>,
    state: number,
    edges?: readonly Edge[],
    claim?: Claim,
): Example {
    const target = space.states[state];
    const found = possibleCourse(
        space,
        work,
        edges ?? courseTo(space, state),
        claim ?? (edges || !target ? {} : { shows: sameAs(space, target) }),
    );
    if (found.outcome !== 'possible') {
        // another state may show the same
        return { inTime: claim ? found.outcome : 'open', related: [], data: {}, state: undefined };
    }
    const last = found.course.length > 0 ? found.state : state;
    const course = courseOf(found.space, last, found.course);
    return {
        inTime: 'possible',
        related: [
            ...course.parts.map(({ message, at }, i) => ({
                message: { nl: `${String(i + 1)}. ${message.nl}`, en: `${String(i + 1)}. ${message.en}` },
                at,
            })),
            ...found.overrun.map(({ of, quantity: { text }, at }) => ({
                message: {
                    nl: `Daarbij loopt ${of} over “${text}” heen.`,
                    en: `There ${of} overruns “${text}”.`,
                },
                at,
            })),
        ],
        data: {
            path: course.path,
            // what a case does not name, the simulator does in the order in which all is kept
            ...((found.isKept || found.space.states.every((s) => s.tokens.length <= 1)) && { case: course.case }),
            ...(found.overrun.length > 0 && { overrun: found.overrun.map((l) => `${l.of}: ${l.quantity.text}`) }),
        },
        state: found.space.states[last],
    };
}

/**
 * Doubt about the flow: where the text does not say what comes next, a case may go anywhere. Names every place where
 * some course comes to that, apart where the text says that it is open (`onbekend`, `plaatselijk`) and where it says
 * nothing.
 */
export function nextNotStated({ space, soundness }: Proofs): Bilingual | undefined {
    const open = new Set(soundness.unstated);
    const said = new Set<string>();
    const unsaid = new Set<string>();
    for (const { move, to } of open.size > 0 ? space.out.flat() : []) {
        const station = 'token' in move ? move.token.at : 'station' in move ? move.station : undefined;
        if (open.has(to) && station !== undefined) {
            const isSaid = 'way' in move && move.way.target === undefined && !move.way.arrow.implied;
            (isSaid ? said : unsaid).add(`\`${space.machine.stations[station]?.node.name ?? ''}\``);
        }
    }
    if (open.size === 0) {
        return undefined;
    }
    const [left, silent] = [enumerate([...said]), enumerate([...unsaid].filter((name) => !said.has(name)))];
    const parts = [
        ...(left.nl === ''
            ? []
            : [
                  {
                      nl: `Wat er na ${left.nl} komt, laat de tekst open.`,
                      en: `What comes behind ${left.en} the text leaves open.`,
                  },
              ]),
        ...(silent.nl === ''
            ? []
            : [
                  {
                      nl: `Wat er na ${silent.nl} komt, staat er niet.`,
                      en: `What comes behind ${silent.en} is not stated.`,
                  },
              ]),
    ];
    return { nl: parts.map((p) => p.nl).join(' '), en: parts.map((p) => p.en).join(' ') };
}

/**
 * Whether the text leaves open where some way leads, or when, or which handover it passes: then nothing in the flow is
 * an error for certain.
 */
export function leavesOpen({ space }: Pick<Proofs, 'space'>): boolean {
    return space.machine.stations.some(leadsSomewhereOpen);
}

/** Whether the text leaves open which facts become known somewhere: then it cannot be said that one never does. */
export function leavesFactsOpen({ space }: Pick<Proofs, 'space'>): boolean {
    return space.machine.stations.some((s) => laboursOf(s.node).some((work) => isLeftOpenIn(work, 'bepaalt')));
}
