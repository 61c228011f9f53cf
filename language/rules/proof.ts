import { reachedNames, standsAlong } from '../analysis/along.js';
import { courseOf, type Course } from '../analysis/course.js';
import type { Station } from '../execution/machine.js';
import { mayFallBack, stationOf, type Move } from '../execution/moves.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import { possibleCourse, sameAs, type Claim, type Found, type Shown } from '../analysis/possible-course.js';
import { outlastedOn } from '../analysis/overrun.js';
import { leadsSomewhereOpen } from '../analysis/soundness.js';
import { courseTo, courseWith, type Edge, type Space } from '../analysis/space.js';
import { neverBegunOn } from '../analysis/sums-on-course.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import type { LeftOpen } from '../model/left-open.js';
import type { Protocol } from '../model/protocol.js';
import { laboursOf, leavesOpen as isLeftOpenIn } from '../model/queries.js';
import { fill, type Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { asSteps, type RelatedPlace } from './finding.js';
import { tellAsBefore } from './told-before.js';
import { AT_ITS_BOUNDS, whateverTheBounds } from './whatever-the-bounds.js';
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
    /** whether it is about what is at a station; about every part of the work where left out */
    readonly concerns: (station: Station) => boolean;
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
        readonly concerns?: ProofRule['concerns'];
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
    const { prove, question, lacks, concerns = isWork, doubt, aside, unproved, ...description } = rule;
    const messages = { ...description.messages, ...IN_TIME };
    const check = (
        protocol: Protocol,
        report: Report<(keyof Messages & string) | keyof typeof IN_TIME>,
        context: RuleContext,
    ): void => {
        const proofs = proofsOf(protocol, context.settings.holidays);
        if (proofs) {
            const { settings } = context;
            tellAsBefore(description.code, protocol, { proofs, settings }, report, (told) => {
                prove(protocol, proofs, whenPossible(description.messages, told), context);
            });
        } else {
            unproved?.(protocol, report);
        }
    };
    return {
        ...defineRule<Messages & typeof IN_TIME & typeof AT_ITS_BOUNDS>({
            ...description,
            messages: { ...messages, ...AT_ITS_BOUNDS },
            checkProtocol: (protocol, report, context) => {
                whateverTheBounds(messages, protocol, report, (of, told) => {
                    check(of, told, context);
                });
            },
        }),
        question,
        lacks,
        concerns,
        ...(doubt && { doubt }),
        ...(aside && { aside }),
    };
}

/** How a rule about courses reports: with an example, which says whether it is possible in time. */
export type ProofReport<Key extends string> = (
    finding: Parameters<Report<Key>>[0] & { readonly inTime?: Shown['outcome'] },
) => void;

/** What every rule about courses says where no course that was found is possible in time, or not all were looked at. */
const IN_TIME = {
    undecidedGivenUp: {
        nl: 'Niet uitgezocht: {claim} Of dat met de duren en termijnen kan zoals zij er staan, is niet tot het eind bekeken: daarvoor zijn er te veel wegen.',
        en: 'Not found out: {claim} Whether it can be with the durations and terms as they are stated was not looked at to the end: there are too many courses for that.',
    },
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
        const { message, at, parameters, heldBack = false } = finding;
        const template = messages[message];
        if (inTime === 'possible') {
            report(finding);
        } else if (inTime !== 'never' && template) {
            report({
                message: inTime === 'open' ? 'undecidedInTime' : 'undecidedGivenUp',
                severity: 'info',
                at,
                parameters: { claim: fill(template, parameters) },
                heldBack,
            });
        }
    };
}

/** Of a question that each process has something of: whatever has steps. */
export const EVERY_PROCESS: ProofRule['lacks'] = () => undefined;

/** What most questions are about: all but ends. */
const isWork: ProofRule['concerns'] = ({ node }) => node.kind !== 'end';

/** What a question is about that is answered from the text as it stands, whatever course comes there. */
export const NO_STATION: ProofRule['concerns'] = () => false;

/** Why a question about handovers does not apply. */
export const NO_HANDOVERS: Bilingual = { nl: 'Er is geen overdracht.', en: 'There is no handover.' };

export function isProof(rule: Rule): rule is ProofRule {
    return 'question' in rule;
}

/** What a finding about a course shows. */
export interface Example {
    readonly inTime: Shown['outcome'];
    /** whether it is possible in time only where something vague takes longer or shorter than its figures */
    readonly isByVague: boolean;
    readonly related: RelatedPlace[];
    readonly data: Record<string, unknown>;
    /** the state that the course comes to */
    readonly state: State | undefined;
    /** what the text leaves open that the course comes past */
    readonly couldUndo: (open: LeftOpen) => boolean;
}

/** What is told of a move besides. @param isLeftOut whether the work somewhere that it breaks off had not begun there */
type Adds = (edge: Edge, space: Space, isLeftOut: (station: number) => boolean) => Bilingual | undefined;

/**
 * What a finding about a state shows: a course to it that is possible in time, in the text and as data.
 *
 * @param edges the moves of a course to it; those of a shortest one where left out
 * @param claim by what another course is looked for where this one is not possible in time; any to that state where
 * neither this nor the moves are given
 * @param adds what is told of a move besides, in the order of the course
 */
export function example(
    proofs: Pick<Proofs, 'space' | 'work'>,
    state: number,
    edges?: readonly Edge[],
    claim?: Claim,
    adds?: Adds,
): Example {
    if (!edges || claim || adds) {
        return findExample(proofs, state, edges, claim, adds);
    }
    const known = examplesKnown.get(edges) ?? findExample(proofs, state, edges);
    examplesKnown.set(edges, known);
    return known;
}

/** Of courses that are kept with what they were found in: the same is shown at each letter that somebody types. */
const examplesKnown = new WeakMap<readonly Edge[], Example>();

function findExample(
    { space, work }: Pick<Proofs, 'space' | 'work'>,
    state: number,
    edges?: readonly Edge[],
    claim?: Claim,
    adds?: Adds,
): Example {
    const target = space.states[state];
    const found = possibleCourse(
        space,
        work,
        edges ?? courseTo(space, state),
        claim ?? (edges || !target ? {} : { shows: sameAs(space, target) }),
        state,
    );
    if (found.outcome !== 'possible') {
        // another state may show the same
        return {
            inTime: claim ? found.outcome : 'open',
            isByVague: false,
            related: [],
            data: {},
            state: undefined,
            couldUndo: () => true,
        };
    }
    const isLeftOut = adds && neverBegunOn(found, work);
    const course = courseOf(
        found.space,
        found.state,
        found.course,
        isLeftOut && ((edge, of) => adds(edge, of, (station) => isLeftOut(edge, station))),
    );
    return {
        inTime: 'possible',
        isByVague: !found.isKept && found.overrun.length === 0,
        related: [
            ...asSteps(course.parts),
            ...longerThanStated(found, work),
            ...found.overrun.map(({ of, quantity: { text }, at }) => ({
                message: {
                    nl: `Daarbij loopt ${of} over “${text}” heen.`,
                    en: `There ${of} overruns “${text}”.`,
                },
                at,
            })),
        ],
        data: dataOf(course, found),
        state: found.space.states[found.state],
        couldUndo: standsAlong(found.space, found.course, found.state),
    };
}

/** The path of a course and its case, as plain data; the case is worked out when somebody reads it. */
function dataOf(course: Course, { isKept, space, overrun }: Found): Record<string, unknown> {
    const data: Record<string, unknown> = { path: course.path };
    // what a case does not name, the simulator does in the order in which all is kept
    if (isKept || space.states.every((s) => s.tokens.length <= 1)) {
        Object.defineProperty(data, 'case', { enumerable: true, get: () => course.case });
    }
    if (overrun.length > 0) {
        data.overrun = overrun.map((l) => `${l.of}: ${l.quantity.text}`);
    }
    return data;
}

/** That a course counts on work that takes longer than is stated: a term of it runs out. */
export function longerThanStated(on: Parameters<typeof outlastedOn>[0], work: TimedWork): RelatedPlace[] {
    return outlastedOn(on, work).map(({ of, quantity: { text }, at }) => ({
        message: {
            nl: `Daarbij duurt ${of} langer dan “${text}”, want de termijn verstrijkt.`,
            en: `There ${of} takes longer than “${text}”, since the term runs out.`,
        },
        at,
    }));
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
    /** from a handover to behind what it is, where the text leaves open what comes when it stays out */
    const absent = new Map<string, string>();
    for (const { move, to } of open.size > 0 ? space.out.flat() : []) {
        const station = stationOf(move);
        if (open.has(to) && station !== undefined) {
            const isSaid = 'way' in move && move.way.target === undefined && !move.way.arrow.implied;
            const name = `\`${space.machine.stations[station]?.node.name ?? ''}\``;
            if (isSaid && move.kind === 'fall back') {
                move.way.arrow.handovers.forEach((h) => absent.set(`\`${h}\``, name));
            } else {
                (isSaid ? said : unsaid).add(name);
            }
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
        ...[...absent].map(([handover, name]) => ({
            nl: `Wat er komt als overdracht ${handover} na ${name} uitblijft, laat de tekst open.`,
            en: `What comes where handover ${handover} behind ${name} stays out the text leaves open.`,
        })),
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

/** Doubt about the flow: the bound on where a handover leads that stays out is reached, and what comes then is not said. */
export function usedUpNotStated({ space: { machine, states, out } }: Proofs): Bilingual | undefined {
    const names = new Set(
        out.flat().flatMap(({ from, move }) => {
            const state = states[from];
            const isUsedUp =
                state &&
                move.kind === 'leave' &&
                move.way.fallbacks.length > 0 &&
                !move.way.fallbacks.some((back) => mayFallBack(state, machine, back));
            return isUsedUp ? move.way.handovers.map((h) => `\`${h.name}\``) : [];
        }),
    );
    const list = enumerate([...names]);
    return names.size === 0
        ? undefined
        : {
              nl: `Wat er komt als ${list.nl} weer uitblijft en de grens achter \`bij uitblijven\` al bereikt is, staat er niet.`,
              en: `What comes where ${list.en} stays out again and the bound behind \`bij uitblijven\` is reached already is not stated.`,
          };
}

/** Several doubts as one. */
export function allDoubts(...doubts: readonly (Bilingual | undefined)[]): Bilingual | undefined {
    const said = doubts.filter((d) => d !== undefined);
    return said.length === 0 ? undefined : { nl: said.map((d) => d.nl).join(' '), en: said.map((d) => d.en).join(' ') };
}

/**
 * Whether the text leaves open where some way leads, or when, or which handover it passes: then nothing in the flow is
 * an error for certain.
 *
 * @param counts the stations that count; those to which some case comes where left out
 */
export function leavesOpen(
    { space }: Pick<Proofs, 'space'>,
    counts: (station: Station) => boolean = isReachedIn(space),
): boolean {
    return space.machine.stations.some((s) => leadsSomewhereOpen(s) && counts(s));
}

/** Whether some case comes to a station, as far as the text says from where one does. */
export function isReachedIn(space: Space): (station: Station) => boolean {
    let reached: ReadonlySet<string> | undefined;
    return (s) => comesFromAnywhere(s) || (reached ??= reachedNames(space)).has(s.node.name);
}

/** `vanuit onbekend` */
export function comesFromAnywhere({ node }: Station): boolean {
    return node.kind === 'escalation' && isLeftOpenIn(node, 'vanuit');
}

/** Whether the text leaves open which facts become known somewhere: then it cannot be said that one never does. */
export function leavesFactsOpen({ space }: Pick<Proofs, 'space'>): boolean {
    const isReached = isReachedIn(space);
    return space.machine.stations.some(
        (s) => laboursOf(s.node).some((work) => isLeftOpenIn(work, 'bepaalt')) && isReached(s),
    );
}

/** What a finding about some parts of the work shows: a shortest course on which one is done, by itself or in the whole. */
export function exampleBy(
    proofs: Pick<Proofs, 'space' | 'work'>,
    names: readonly string[],
): Partial<Pick<Example, 'related' | 'data'>> {
    const { stations } = proofs.space.machine;
    const isNamed = (at: number) => stations[at]?.around.some((i) => names.includes(stations[i]?.node.name ?? ''));
    return exampleOf(proofs, (move) =>
        move.kind === 'finish'
            ? isNamed(move.token.at) === true
            : move.kind === 'leave' && move.way.handovers.some((h) => names.includes(h.name)),
    );
}

/** What a finding about something that happens shows: a shortest course that ends with it; nothing where none has it. */
export function exampleOf(
    proofs: Pick<Proofs, 'space' | 'work'>,
    isMeant: (move: Move) => boolean,
): Partial<Pick<Example, 'related' | 'data'>> {
    const course = courseWith(proofs.space, isMeant);
    const last = course?.at(-1);
    if (!last) {
        return {};
    }
    const { related, data } = example(proofs, last.to, course, {});
    return { related, data };
}
