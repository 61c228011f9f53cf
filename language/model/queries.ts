import { OPEN_PARTS } from './open-parts.js';
import type { Activity, Escalation, FlowNode, Labour, Outgoing, Process, StartsAfter, Step } from './process.js';
import type { Goal, Subgoal } from './goals.js';
import type {
    Block,
    Condition,
    Handover,
    ModalCondition,
    Modality,
    Named,
    Protocol,
    Ref,
    Role,
    StatedRef,
    Statement,
} from './protocol.js';
import type { Framework, FrameworkIndicator } from './review.js';
import type { LocalValue, Quantity, UnknownValue, Value } from './values.js';
import { ofList } from './of-list.js';

/** Questions that many rules and outputs ask of the process model. All of them are pure and linear in what they read. */

/** Whether a value is left open: `onbekend`, or `plaatselijk` and so for each municipality to fill in. */
export function isOpen(value: Value | undefined): value is UnknownValue | LocalValue {
    return value?.type === 'unknown' || value?.type === 'local';
}

/** The statements of a block that have one of these keywords, in the order of the text. */
export function statementsOf(block: Pick<Block, 'statements'>, ...kinds: string[]): readonly Statement[] {
    return block.statements.filter((s) => kinds.includes(s.kind));
}

/** The one value that statements give. */
export interface OnlyValue<V extends Value> extends Pick<Statement, 'at'> {
    readonly value: V;
    readonly modality: Modality | undefined;
}

/** The one value that a block states under a keyword; undefined where it states none, or several of which nobody knows which holds. */
export function onlyValueOf(block: Pick<Block, 'statements'>, kind: string): OnlyValue<Value> | undefined {
    const [only, ...others] = statementsOf(block, kind).flatMap(({ values, modality, at }) =>
        values.map((value) => ({ value, modality, at })),
    );
    return others.length === 0 ? only : undefined;
}

/** The one quantity that a block states under a keyword, firmly: a modality leaves open whether it holds. */
export function onlyQuantityOf(block: Pick<Block, 'statements'>, kind: string): OnlyValue<Quantity> | undefined {
    const only = onlyValueOf(block, kind);
    return only?.value.type === 'quantity' && !only.modality ? { ...only, value: only.value } : undefined;
}

/** Whether a block has a statement with one of these keywords; `onbekend` is a statement too. */
export function states(block: Pick<Block, 'statements'>, ...kinds: string[]): boolean {
    return block.statements.some((s) => kinds.includes(s.kind));
}

/**
 * Whether something is said to be open: by a part (`doel onbekend`), or by a `kenmerk` or `vraag` whose subject matches
 * (`kenmerk "Doel" onbekend`), in the protocol or in what it works out.
 */
export function isSaidOpen(protocol: SaysWhatIsOpen & Pick<Protocol, 'openInBase'>, subject: RegExp): boolean {
    return whatSaysOpen(protocol, subject) !== undefined;
}

/** The statement by which something is said to be open; see {@link isSaidOpen}. */
export function whatSaysOpen(
    protocol: SaysWhatIsOpen & Pick<Protocol, 'openInBase'>,
    subject: RegExp,
): Statement | undefined {
    return [...openSubjects(protocol), ...protocol.openInBase].find((s) => subject.test(s.subject ?? s.kind));
}

/** Each `kenmerk` and `vraag` that says that something is open, and each part that is (`doelgroep onbekend`). */
export function openSubjects({ statements, process }: SaysWhatIsOpen): readonly Statement[] {
    return [...statements, ...(process?.statements ?? [])].filter(
        ({ kind, values }) =>
            (kind === 'kenmerk' || kind === 'vraag' || OPEN_PARTS.has(kind)) && values.some((v) => isOpen(v)),
    );
}

/** Whether a text says that there is none of something that would be expected: `escalatie geen`, `kenmerk "Regie" geen`. */
export function saysNone({ statements, process }: SaysWhatIsOpen, subject: RegExp): boolean {
    return [...statements, ...(process?.statements ?? [])].some(
        ({ kind, subject: about = kind, values }) =>
            (kind === 'kenmerk' || OPEN_PARTS.has(kind)) &&
            subject.test(about) &&
            values.some((v) => v.type === 'quantity' && v.numeral === 'none' && v.unit === undefined),
    );
}

interface SaysWhatIsOpen extends Pick<Protocol, 'statements'> {
    readonly process?: Pick<Process, 'statements'>;
}

/** Whether a block says of parts that it would hold that they are open: `indicator onbekend` in a goal. */
export function leavesPartOpen(block: Pick<Block, 'statements'>, kind: string): boolean {
    return statementsOf(block, kind).some((s) => s.values.some((v) => isOpen(v)));
}

/** Whether an interventie goes on where another ends, described in these files or not, or works out one that is not. */
export function isFollowUp({ continues, continuesValue, refinesValue }: Protocol): boolean {
    return (continues ?? continuesValue ?? refinesValue) !== undefined;
}

/** Whether work says of a statement such as `werkt aan` or `levert` that what it names is open: `levert onbekend`. */
export function leavesOpen(work: Labour, kind: string): boolean {
    return work.open.some((s) => s.kind === kind);
}

/** Whether a node says that what comes next is unknown or decided locally: `daarna onbekend`, or a branch to it. */
export function isNextOpen(node: Outgoing): boolean {
    return node.next.some((n) => n.value !== undefined) || node.branches.some((b) => b.target === undefined);
}

/** The texts of a statement: quoted texts and words. */
export function textsOf(statement: Statement): readonly string[] {
    return statement.values.flatMap((v) => (v.type === 'text' ? [v.text] : v.type === 'word' ? [v.word] : []));
}

/** Whether an element stands in this protocol itself, not in what it refines or continues. */
export function isOwn(element: Named): boolean {
    return element.inheritedFrom === undefined;
}

/** All steps, those of groups and phases too, in the order of the text. */
export function stepsOf(process: Process | undefined): readonly Step[] {
    return process?.nodes.filter((n) => n.kind === 'step') ?? [];
}

/** All escalations in the order of the text. */
export function escalationsOf(process: Process | undefined): readonly Escalation[] {
    return process?.nodes.filter((n) => n.kind === 'escalation') ?? [];
}

/** Whether the process of a protocol has steps of its own, rather than only steps that it inherits. */
export function hasOwnSteps(protocol: Protocol): boolean {
    return stepsOf(protocol.process).some((s) => isOwn(s));
}

/** Elements by name; where a name occurs twice the first counts. */
export function byName<T extends Named>(elements: readonly T[]): ReadonlyMap<string, T> {
    let names = named.get(elements) as ReadonlyMap<string, T> | undefined;
    if (!names) {
        names = new Map([...elements].reverse().map((e) => [e.name, e]));
        named.set(elements, names);
    }
    return names;
}

/** Made once for each list, since many interventies of a file may share one; no list of a model changes. */
const named = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>();

/** A goal on which work can be done directly: a subgoal, or a goal without subgoals. */
export interface WorkableGoal {
    readonly element: Goal | Subgoal;
    /** the goal that a subgoal belongs to */
    readonly parent?: Goal;
    /** the keyword */
    readonly kind: 'doel' | 'subdoel';
    /** the interventie that it comes from, where it is inherited, with its goal or by itself */
    readonly inheritedFrom?: string;
}

/** Every subgoal, and every goal that has none, in the order of the text. */
export function workableGoals(protocol: Protocol): readonly WorkableGoal[] {
    return protocol.goals.flatMap((goal): WorkableGoal[] => {
        const inherited = goal.inheritedFrom === undefined ? {} : { inheritedFrom: goal.inheritedFrom };
        return goal.subgoals.length === 0
            ? [{ element: goal, kind: 'doel', ...inherited }]
            : goal.subgoals.map((element) => {
                  const from = element.inheritedFrom ?? goal.inheritedFrom;
                  return {
                      element,
                      parent: goal,
                      kind: 'subdoel',
                      ...(from === undefined ? {} : { inheritedFrom: from }),
                  };
              });
    });
}

/** The goals that a step or escalation says to work on, those of its activities included. */
export function goalsOf(work: Step | Escalation): readonly StatedRef[] {
    return [...work.worksOn, ...work.activities.flatMap((a) => a.worksOn)];
}

/** From the name of each goal to the steps and escalations that work on it. */
export function workByGoal(process: Process | undefined): ReadonlyMap<string, readonly (Step | Escalation)[]> {
    const result = new Map<string, (Step | Escalation)[]>();
    for (const work of [...stepsOf(process), ...escalationsOf(process)]) {
        for (const name of new Set(goalsOf(work).map((g) => g.name))) {
            const known = result.get(name);
            if (known) {
                known.push(work);
            } else {
                result.set(name, [work]);
            }
        }
    }
    return result;
}

/** The roles that execute a step or escalation, those of its activities included; not those that join in (`met`). */
export function executorsOf(work: Step | Escalation): readonly Ref[] {
    return [...work.performers, ...work.activities.flatMap((a) => a.performers)].flatMap((p) => p.performers);
}

/**
 * From the name of each role to the name of the role that stands for it: the one that fills it (`vervuld door`), or
 * itself. Two roles with the same one are the same person, or may be: who fills a role as a rule only (`vervuld door
 * veelal X`) counts too.
 */
export const personByRole = ofList((roles: readonly Role[]) => following(roles, () => true));

/** The same, for who asks what is certain: two roles with the same one are the same person on every course. */
export const surePersonByRole = ofList((roles: readonly Role[]) =>
    following(roles, (r) => r.filledByModality === undefined),
);

function following(roles: readonly Role[], counts: (role: Role) => boolean): (role: string) => string {
    const filledBy = new Map(roles.flatMap((r) => (r.filledBy && counts(r) ? [[r.name, r.filledBy.name]] : [])));
    return (role) => {
        const seen = new Set<string>();
        let person = role;
        for (let next = filledBy.get(person); next !== undefined && !seen.has(next); next = filledBy.get(person)) {
            seen.add(person);
            person = next;
        }
        return person;
    };
}

/** The roles that direct (`voert regie`). */
export const directorsOf = ofList((roles: readonly Role[]) => roles.filter((r) => r.directs));

/** The names of the roles that are the client. */
export const clientsOf = ofList(
    (roles: readonly Role[]) => new Set(roles.filter((r) => r.isClient).map((r) => r.name)),
);

/** All indicators of a framework, theme by theme, those of its criteria first. */
export function indicatorsOf(framework: Framework): readonly FrameworkIndicator[] {
    return framework.themes.flatMap((t) => [...t.criteria.flatMap((c) => c.indicators), ...t.indicators]);
}

/** A part of a condition that asks something itself. */
export type Question = Extract<Condition, { type: 'fact' | 'informal' | 'open' | 'modal' }>;

/** What a condition asks, in the order of the text; one that is not firm asks a person whether it counts. */
export function questionsIn(condition: Condition | undefined): Question[] {
    if (!condition) {
        return [];
    }
    switch (condition.type) {
        case 'and':
        case 'or':
            return [...questionsIn(condition.left), ...questionsIn(condition.right)];
        case 'not':
            return questionsIn(condition.operand);
        default:
            return [condition];
    }
}

/** What a condition names, in the order of the text: what one that is not firm says as well. */
export function namedIn(condition: Condition | undefined): Exclude<Question, ModalCondition>[] {
    return questionsIn(condition).flatMap((q) => (q.type === 'modal' ? namedIn(q.condition) : [q]));
}

/** The parts of a protocol that have conditions. */
export interface HasConditions extends Pick<Protocol, 'handovers'> {
    readonly process?: Process;
}

/** All conditions of a process and its handovers, but for those by which a case is admitted. */
export function conditionsIn({ process, handovers }: HasConditions): Condition[] {
    const { nodes = [], arrows = [] } = process ?? {};
    const all = [
        ...nodes.flatMap((n) =>
            n.kind === 'end' ? [] : [...n.guards.map((g) => g.condition), ...n.repeats.map((r) => r.until)],
        ),
        ...arrows.map((a) => (a.kind === 'repeat' ? undefined : a.condition)),
        ...handovers.flatMap((h) => h.guards.map((g) => g.condition)),
    ];
    return all.filter((c) => c !== undefined);
}

/** What a step or escalation says of its work, by itself and by its activities; nothing of another node. */
export function laboursOf(node: FlowNode): readonly (Step | Escalation | Activity)[] {
    return node.kind === 'step' || node.kind === 'escalation' ? [node, ...node.activities] : [];
}

/**
 * The same, for who asks what is certain: what an activity says that is not firm itself (`activiteit zo nodig "x" { levert
 * Plan }`) is no firmer than the activity.
 */
export function weighedLaboursOf(node: FlowNode): readonly Labour[] {
    const labours = laboursOf(node);
    if (!labours.some((l) => weightOf(l) !== undefined)) {
        return labours;
    }
    const known =
        weighed.get(node) ??
        labours.map((labour): Labour => {
            const modality = weightOf(labour);
            if (modality === undefined) {
                return labour;
            }
            const soften = (refs: readonly StatedRef[]) =>
                refs.map((ref) => (ref.modality === undefined ? { ...ref, modality } : ref));
            return {
                ...labour,
                worksOn: soften(labour.worksOn),
                requires: soften(labour.requires),
                delivers: soften(labour.delivers),
                determines: soften(labour.determines),
            };
        });
    weighed.set(node, known);
    return known;
}

const weighed = new WeakMap<FlowNode, readonly Labour[]>();

/**
 * The documents that must be there when work begins, with how firm that is: not what an activity requires that one before
 * it, in the order of the text, delivers.
 */
export function requiredBefore(node: FlowNode): readonly StatedRef[] {
    const labours = weighedLaboursOf(node);
    return labours.flatMap(({ requires }, i) => {
        // the first says what all of it requires and delivers, at its begin and end
        const earlier = labours.slice(1, Math.max(i, 1)).flatMap((l) => l.delivers);
        return requires.flatMap((document): StatedRef[] => {
            const made = earlier.filter((d) => d.name === document.name);
            if (made.some((d) => d.modality === undefined)) {
                return [];
            }
            const modality = document.modality ?? made[0]?.modality;
            return [modality === undefined ? document : { ...document, modality }];
        });
    });
}

function weightOf(labour: Step | Escalation | Activity): Modality | undefined {
    return 'modality' in labour ? labour.modality : undefined;
}

/** What work waits for before it begins: `begint … na`. */
export function startsAfterOf(node: FlowNode): readonly StartsAfter[] {
    return node.kind === 'step' || node.kind === 'escalation' ? node.startsAfter : [];
}

/**
 * Whether a confirmation counts from when it is asked: nothing else is said, or the last meeting (`na gesprek 2` of two),
 * behind which it is asked at once.
 *
 * @param after what stands behind `na`
 */
export function countsFromAsking(after: Value | undefined, { meetings }: Pick<Handover, 'meetings'>): boolean {
    if (after === undefined) {
        return true;
    }
    const counts = meetings.map(({ value }) =>
        value === undefined ? 1 : value.type === 'quantity' && value.low === value.high ? value.low : undefined,
    );
    const [, which] = after.type === 'text' ? (/^gesprek (\d+)$/.exec(after.text.trim()) ?? []) : [];
    const last = counts.reduce((sum, n) => (sum === undefined || n === undefined ? undefined : sum + n), 0);
    return which !== undefined && Number(which) === last;
}

/** Whether work begins with a document that comes from outside: its `begint bij` names it. */
export function beginsWith(work: FlowNode, document: string, protocol: Protocol): boolean {
    const starts = startsInLowerCase.get(work) ?? startsOf(work);
    startsInLowerCase.set(work, starts);
    if (starts.length === 0) {
        return false;
    }
    const titles = titlesOf.get(protocol) ?? new Map(protocol.documents.map((d) => [d.name, d.title]));
    titlesOf.set(protocol, titles);
    const title = titles.get(document);
    const names = [document, ...(title === undefined ? [] : [title])].map((n) => n.toLowerCase());
    return starts.some((text) => names.some((n) => text.includes(n)));
}

const startsInLowerCase = new WeakMap<FlowNode, readonly string[]>();
const titlesOf = new WeakMap<Protocol, ReadonlyMap<string, string | undefined>>();

/** What work surely begins with, in words. */
function startsOf(work: FlowNode): string[] {
    const starts = work.kind === 'step' || work.kind === 'escalation' ? work.startsAt : [];
    return starts.flatMap(({ text, modality }) => (modality || text === undefined ? [] : text.toLowerCase()));
}
