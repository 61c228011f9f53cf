import type { Machine, Station, Way } from '../execution/machine.js';
import type { Handover } from '../model/protocol.js';
import {
    handsIn,
    isAmong,
    isBeside,
    mayMiss,
    onlyAt,
    meet,
    partsOf,
    peopleOf,
    placesAt,
    surelyMeet,
    type Hands,
    type Part,
    type People,
} from './people.js';
import { courseWith, type Edge, type Space } from './space.js';

/** A way on which others get a case in hands, while no handover takes place on it. */
export interface Change {
    /** what is left: of work in parallel the one part that is, where the others go on in the same hands */
    readonly from: Station;
    /** what is come to: of work in parallel the one part that others do */
    readonly to: Station;
    readonly way: Way;
    readonly before: Hands;
    readonly after: Hands;
    /** whether somebody may work on both sides: joins in or does it only where needed, or is the same person as a rule */
    readonly mayMeet: boolean;
    /** a handover that may be meant, of which the text leaves open where it takes place or between whom */
    readonly unclear: Handover | undefined;
    /** a handover between these people that takes place elsewhere */
    readonly elsewhere: Handover | undefined;
}

/**
 * The ways that some course takes on which nobody who worked on a case goes on with it and no handover takes place; of
 * work in parallel each part that others do. Who worked beside somebody who goes on leaves the family with who knows
 * it: the case does not pass from one to the other, as both had it all along, and what the one found out reaches the
 * other while they work together. Who comes to work in parallel beside somebody who goes on is new to the family, so
 * that does count. A way by a term that runs out or by a handover that is not confirmed is one as any other. To take
 * something up is no handover: who does so stays with it; an end is nobody's work. Neither is an interruption (`altijd
 * als`): it comes at any moment and cannot wait until somebody has met the family.
 */
export function changesOf(space: Space): readonly Change[] {
    const known = changesKnown.get(space) ?? findChanges(space);
    changesKnown.set(space, known);
    return known;
}

/** While somebody types in a protocol the same is asked of the same proofs at each letter. */
const changesKnown = new WeakMap<Space, readonly Change[]>();
const coursesKnown = new WeakMap<Change, readonly Edge[] | undefined>();

function findChanges(space: Space): Change[] {
    const { machine } = space;
    const people = peopleOf(machine.protocol);
    const taken = waysTaken(space);
    const done = new Set(
        space.out.flatMap((edges) => edges.flatMap(({ move }) => (move.kind === 'finish' ? [move.token.at] : []))),
    );
    return machine.stations.flatMap((from) =>
        [...from.exits, ...from.expiries, ...fallbacksOf(from)].flatMap((way): Change[] => {
            const to = way.target === undefined ? undefined : machine.stations[way.target];
            if (!taken.has(way) || !to || to.node.kind === 'end' || to.node.kind === 'escalation') {
                return [];
            }
            const passed = changeOn(machine, people, from, to, { way, done });
            if (!passed) {
                return [];
            }
            const between = handoversBetween(machine, people, passed.before, passed.after);
            return [
                {
                    ...passed,
                    way,
                    unclear: between.find((h) => isOpenAbout(h, passed.from)),
                    elsewhere: between.find(
                        (h) => h.from && h.to && isAmong(people.surePersonOf, passed.after.executors, h.to.name),
                    ),
                },
            ];
        }),
    );
}

/**
 * The moves of a shortest course on which a case passes as a change says, breadth first: of a group or phase of which one
 * part is left, a course that does that part in this visit; none where there is no such course.
 */
export function courseOver(space: Space, change: Change): readonly Edge[] | undefined {
    if (!coursesKnown.has(change)) {
        coursesKnown.set(change, findCourse(space, change));
    }
    return coursesKnown.get(change);
}

/** Whether a case leaves a group or phase behind the part that others do, rather than that part itself. */
export function isOfPart({ from, way }: Change): boolean {
    return !from.exits.some((w) => w === way || w.fallbacks.includes(way)) && !from.expiries.includes(way);
}

function findCourse(space: Space, change: Change): Edge[] | undefined {
    const { from, way } = change;
    if (!isOfPart(change)) {
        return courseWith(space, (move) => 'way' in move && move.way === way);
    }
    const reached: Reached[] = [...space.beginnings.keys()].map((state) => ({ state, isDone: false }));
    const seen = new Set(reached.map(keyOf));
    for (const before of reached) {
        for (const edge of space.out[before.state] ?? []) {
            const { move, to } = edge;
            if ('way' in move && move.way === way && before.isDone) {
                return [...movesTo(before), edge];
            }
            const isLeft = move.kind === 'leave' && move.token.at !== from.index && from.around.includes(move.token.at);
            const isDone = (before.isDone && !isLeft) || (move.kind === 'finish' && move.token.at === from.index);
            const next = { state: to, isDone, by: edge, before };
            if (!seen.has(keyOf(next))) {
                seen.add(keyOf(next));
                reached.push(next);
            }
        }
    }
    return undefined;
}

interface Reached {
    readonly state: number;
    /** whether the part that is left is done, since the group or phase around it was left last */
    readonly isDone: boolean;
    readonly by?: Edge;
    readonly before?: Reached;
}

const keyOf = ({ state, isDone }: Reached): number => 2 * state + Number(isDone);

function movesTo(reached: Reached): Edge[] {
    const moves: Edge[] = [];
    for (let at: Reached | undefined = reached; at?.by; at = at.before) {
        moves.push(at.by);
    }
    return moves.reverse();
}

type Passed = Pick<Change, 'from' | 'to' | 'before' | 'after' | 'mayMeet'>;

/** Between whom a case passes on a way without a handover: surely, else perhaps. */
function changeOn(
    machine: Machine,
    people: People,
    from: Station,
    to: Station,
    { way, done }: { readonly way: Way; readonly done: ReadonlySet<number> },
): Passed | undefined {
    const left = onlyAt(done, placesAt(machine, from, 'leave'));
    const entered = onlyAt(done, placesAt(machine, to, 'enter'));
    const handsOf = (parts: readonly Part[]) =>
        handsIn(
            people,
            parts.flatMap((p) => p.work),
        );
    const handovers = way.arrow.kind === 'fallback' ? [] : way.handovers;
    const changing = (
        meeting: (before: Hands, after: Hands) => boolean,
    ): Pick<Passed, 'from' | 'to' | 'before' | 'after'> | undefined => {
        // who is not stated may be anybody
        const goesOn = (a: Part, b: Part): boolean => {
            const [before, after] = [handsOf([a]), handsOf([b])];
            return !isStated(before) || !isStated(after) || meeting(before, after);
        };
        const [gone, come] = [partsOf(left), partsOf(entered)];
        const stays = (a: Part) => !mayMiss(entered, (b) => goesOn(a, b));
        const leaving = gone.filter((a) => !stays(a) && !isBeside(left, a, stays));
        const coming = come.filter((b) => mayMiss(left, (a) => goesOn(a, b)));
        if (leaving.length + coming.length === 0 || !isStated(handsOf(gone)) || !isStated(handsOf(come))) {
            return undefined;
        }
        const isIn = (part: Part, role: string | undefined) =>
            role === undefined || isAmong(people.personOf, handsOf([part]).roles, role);
        // where nobody goes on, whose handover it is is another question (overdracht/van-naar)
        const isWhole = leaving.length === gone.length && coming.length === come.length;
        const notGiven = leaving.filter((a) => !handovers.some((h) => isIn(a, h.from?.name)));
        const notReceived = coming.filter((b) => !handovers.some((h) => isIn(b, h.to?.name)));
        if (handovers.length > 0 && (isWhole || notGiven.length + notReceived.length === 0)) {
            return undefined;
        }
        const before = notGiven.length > 0 ? notGiven : gone;
        const after = notReceived.length > 0 ? notReceived : come;
        const only = (parts: readonly Part[], all: readonly Part[], whole: Station) =>
            parts.length === 1 && all.length > 1 ? (parts[0]?.station ?? whole) : whole;
        return {
            from: only(before, gone, from),
            to: only(after, come, to),
            before: handsOf(before),
            after: handsOf(after),
        };
    };
    const isOpen = (before: Hands, after: Hands) => before.isOpen || after.isOpen;
    const sure =
        changing((before, after) => isOpen(before, after) || meet(people, before, after)) ??
        changing((before, after) => meet(people, before, after));
    const perhaps = sure ?? changing((before, after) => surelyMeet(people, before, after));
    return perhaps && { ...perhaps, mayMeet: sure === undefined };
}

function isStated(hands: Hands): boolean {
    return hands.roles.length > 0 || hands.isOpen;
}

/** Where a case goes when a handover is not confirmed. */
function fallbacksOf({ exits }: Station): Way[] {
    return [...new Set(exits.flatMap((way) => way.fallbacks))];
}

/** The ways that some course takes: done, out of time, or not confirmed. */
function waysTaken({ out }: Space): ReadonlySet<Way> {
    return new Set(
        out.flatMap((edges) =>
            edges.flatMap(({ move }) =>
                move.kind === 'leave' || move.kind === 'fall back' || move.kind === 'expire' ? [move.way] : [],
            ),
        ),
    );
}

/** The handovers that could be meant: whose giver and receiver are among these people, or not known. */
function handoversBetween({ protocol }: Machine, people: People, before: Hands, after: Hands): Handover[] {
    const isIn = (hands: Hands, role: string | undefined) =>
        role === undefined || isAmong(people.personOf, hands.roles, role);
    return protocol.handovers.filter((h) => isIn(before, h.from?.name) && isIn(after, h.to?.name));
}

/** Whether a handover may take place behind a node, as far as the text leaves open where, or between whom. */
function isOpenAbout(handover: Handover, from: Station): boolean {
    const isHere = handover.fromNodes.length === 0 || handover.fromNodes.some((n) => n.name === from.node.name);
    return handover.open.length > 0 || (isHere && (handover.fromValue !== undefined || handover.toValue !== undefined));
}
