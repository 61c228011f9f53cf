import { withNamesUsed } from '../model/names-used.js';
import { isSaidOpen, leavesPartOpen } from '../model/queries.js';
import type { Place, Protocol } from '../model/protocol.js';
import type { Query, QueryCriterion } from '../model/review.js';
import { interval, isVague, type Value } from '../model/values.js';
import { countInActivities } from '../execution/contacts.js';
import type { Escalation, Step } from '../model/process.js';
import { said, type Answer } from './query-answers.js';
import { every, meets, not, type Obstacle, type Truth } from './criteria.js';
import { allInside, ELEMENT_TABLES, elementsOf, isOfKind, KINDS_OF_APPROACH, type QueriedElement } from './elements.js';
import { SAID_WITHIN, wordsAbout } from './query-words.js';

/**
 * Why a `toets` cannot be decided.
 * - those of {@link Obstacle}, of one word of one element
 * - `no-kind`, `no-word`: the language has no such element, or nothing of that name to ask of it
 * - `no-approach`: the protocol describes no `aanpak`; `unnamed`: it counts more steps than it names
 * - `said-open`: it says itself that this is open (`kenmerk "Overdracht" onbekend`)
 * - `none`: there is nothing that the question is about, so that nothing can be said of each
 * - `no-container`: it has nothing of the name behind `in`
 */
export interface Undecided {
    readonly why: Obstacle | 'no-kind' | 'no-word' | 'no-approach' | 'unnamed' | 'said-open' | 'none' | 'no-container';
    /** the element that leaves it open */
    readonly element?: QueriedElement;
    /** the word that was asked: a property, a kind of element, the name behind `in` */
    readonly what: string;
    /** where it was asked, for a word that the language does not know */
    readonly at?: Place;
}

/** What a `toets` finds in a protocol. It judges the text; practice is for a person to judge. */
export interface QueryResult {
    readonly query: Query;
    readonly outcome: 'holds' | 'fails' | 'undecided';
    /** the elements that it is about and that have what it asks, in the order of the text */
    readonly having: readonly QueriedElement[];
    /** the elements that it is about and that have it not */
    readonly lacking: readonly QueriedElement[];
    /** what would have to be known; also where the outcome is settled without it */
    readonly open: readonly Undecided[];
}

/**
 * Evaluates `toets`en on a protocol: what its text says, with what it inherits. A closed world as to statements, since a
 * `toets` asks whether something is written: what is not written an element does not have. An open one as to values: what
 * is `onbekend`, `plaatselijk`, vague or only in words decides nothing.
 *
 * The elements that a `toets` is about are those of its kind that stand `in` what it names (a kind of block such as
 * `aanpak` or `fase`, or an element by its name) and that meet every criterion behind `waar`; what they have to have
 * stands behind `heeft`. See {@link meets} for what a criterion means, and `elements.ts` for the kinds.
 *
 * - `elke`: each element that it is about has it. Where there is none this is undecided: nothing was judged
 * - `geen`: no element that it is about has it (without `heeft`: there is none)
 * - `minstens n`, `hoogstens n`, `precies n`: so many have it
 *
 * What is said with reserve (`door veelal Arts`, an activity `zo nodig`) leaves undecided what depends on it; what is there
 * with reserve itself is one of `elke`, and perhaps one that is counted. What a step says is what it and its activities
 * say, and its contacts where it states none are theirs; of `werkwijze` and `inzet` it says what the nearest block around
 * it says, up to the interventie, where it is silent itself. An interventie says of itself what its parts say for it, such as its `aanpak` of `duur` and its `uitvoering` of
 * `kosten` (query-words.ts). Who works on a subgoal works on its goal.
 *
 * @returns the evaluation of one `toets`; linear in the protocol, whose elements are gathered once, when first asked
 */
export function queriesOn(protocol: Protocol): (query: Query) => QueryResult {
    let world: World | undefined;
    return (query) => evaluate(query, (world ??= worldOf(withNamesUsed(protocol))));
}

function worldOf(protocol: Protocol): World {
    const elements = elementsOf(protocol);
    return {
        protocol,
        elements,
        names: new Set([...elements.values()].flatMap((all) => all.map((e) => e.name))),
        goalOf: new Map(protocol.goals.flatMap((g) => g.subgoals.map((s) => [s.name, g.name]))),
    };
}

interface World {
    readonly protocol: Protocol;
    readonly elements: ReadonlyMap<string, readonly QueriedElement[]>;
    readonly names: ReadonlySet<string>;
    readonly goalOf: ReadonlyMap<string, string>;
}

function evaluate(query: Query, world: World): QueryResult {
    const { elementKind: kind, container } = query;
    const wrong = wordsNotKnown(query);
    if (wrong.length > 0) {
        return { query, outcome: 'undecided', having: [], lacking: [], open: wrong };
    }
    const having: QueriedElement[] = [];
    const lacking: QueriedElement[] = [];
    const open: Undecided[] = [];
    // elements of which it is open whether they are meant and have it; those that only may be meant and lack it
    let perhaps = 0;
    let perhapsLacking = 0;
    for (const element of world.elements.get(kind) ?? []) {
        const within = container === undefined ? true : isIn(element, container);
        const isThere = isCounted(query) && element.modality !== undefined ? 'not-firm' : true;
        const meant = every([within, isThere, element.open?.type ?? true, ...judge(element, query.where, world)]);
        if (meant === false) {
            continue;
        }
        const has = every(judge(element, query.has, world));
        if (meant === true && typeof has === 'boolean') {
            (has ? having : lacking).push(element);
            continue;
        }
        open.push(...obstacles(element, query, world));
        perhaps += has === false ? 0 : 1;
        perhapsLacking += has === true ? 0 : 1;
    }
    const more = untold(kind, world.protocol);
    const none: Undecided = { why: 'none', what: kind };
    const outcome = decide(query, {
        having: having.length,
        lacking: lacking.length,
        perhaps: more ? Number.POSITIVE_INFINITY : perhaps,
        perhapsLacking: more ? Number.POSITIVE_INFINITY : perhapsLacking,
    });
    const nothing = query.quantifier === 'every' && outcome === 'undecided' && open.length === 0 && !more;
    const noContainer = container !== undefined && !isKind(container) && !world.names.has(container);
    return {
        query,
        outcome: noContainer ? 'undecided' : outcome,
        having,
        lacking,
        open: noContainer
            ? [{ why: 'no-container', what: container }]
            : [...open, ...(more ? [more] : []), ...(nothing ? [none] : [])],
    };
}

/** Whether it asks how many there are, and not what is so of each. */
function isCounted({ quantifier }: Query): boolean {
    return quantifier !== 'every';
}

interface Count {
    readonly having: number;
    readonly lacking: number;
    readonly perhaps: number;
    readonly perhapsLacking: number;
}

function decide({ quantifier, count = 0 }: Query, n: Count): QueryResult['outcome'] {
    const most = n.having + n.perhaps;
    switch (quantifier) {
        case 'every':
            return n.lacking > 0 ? 'fails' : n.perhapsLacking > 0 || n.having === 0 ? 'undecided' : 'holds';
        case 'at-least':
            return n.having >= count ? 'holds' : most < count ? 'fails' : 'undecided';
        case 'none':
            return n.having > 0 ? 'fails' : most > 0 ? 'undecided' : 'holds';
        case 'at-most':
            return n.having > count ? 'fails' : most > count ? 'undecided' : 'holds';
        case 'exactly':
            return n.having > count || most < count ? 'fails' : n.perhaps === 0 ? 'holds' : 'undecided';
    }
}

function judge(element: QueriedElement, criteria: readonly QueryCriterion[], world: World): Truth[] {
    return criteria.map((criterion) => judgeOne(element, criterion, world));
}

function judgeOne(element: QueriedElement, criterion: QueryCriterion, { goalOf }: World): Truth {
    const alsoNamed = criterion.property === 'werkt-aan' ? (name: string) => goalOf.get(name) : undefined;
    const truth = meets(answers(element, criterion.property), criterion, alsoNamed);
    return criterion.negated ? not(truth) : truth;
}

/** What an element says about a word, or what its parts say for it, or what is around it. */
function answers(element: QueriedElement, word: string): readonly Answer[] {
    const own = ownAnswers(element, word);
    const said = element.kind === 'interventie' ? [...own, ...fromWithin(element, word)] : own;
    if (said.length > 0) {
        return said;
    }
    return FROM_AROUND.has(word)
        ? fromAround(element, word)
        : word === 'contacten'
          ? contactsOfActivities(element)
          : said;
}

/** What an element says itself about a word: its statements, what stands in it, its title and where it comes from. */
function ownAnswers(element: QueriedElement, word: string): readonly Answer[] {
    return [
        ...element.answers(word),
        ...(isKind(word) ? allInside(element, word).map(asAnswer) : []),
        ...general(element, word),
    ];
}

/** What the nearest element around this one says itself: what another part says is not said of this one. */
function fromAround({ parent }: QueriedElement, word: string): readonly Answer[] {
    const own = parent ? ownAnswers(parent, word) : [];
    return parent && own.length === 0 ? fromAround(parent, word) : own;
}

/** What the activities in a step take together, or what they say of that where it is no number. */
function contactsOfActivities({ block, inside }: QueriedElement): readonly Answer[] {
    const answers = inside
        .filter((e) => e.kind === 'activiteit')
        .flatMap((e) => said(e.modality, e.answers('contacten')));
    const figures = answers.filter((a) => a.type === 'quantity');
    if (figures.length === 0) {
        return answers;
    }
    const sum = countInActivities(block as Step | Escalation);
    return figures.every((f) => f.modality) ? said(figures[0]?.modality, [sum]) : [sum];
}

/** What the parts of an interventie say for the whole of it. */
function fromWithin(whole: QueriedElement, word: string): Answer[] {
    return (SAID_WITHIN[word] ?? [])
        .flatMap((kind) => allInside(whole, kind))
        .flatMap((part) => said(part.modality, part.answers(word)));
}

const FROM_AROUND: ReadonlySet<string> = new Set(['werkwijze', 'inzet']);

function asAnswer({ name, open, modality }: QueriedElement): Answer {
    return open ?? { type: 'name', name, ...(modality && { modality }) };
}

function general({ block, name, title }: QueriedElement, word: string): Answer[] {
    switch (word) {
        case 'naam':
            return [{ type: 'name', name }];
        case 'titel':
            return title === undefined ? [] : [{ type: 'text', text: title }];
        case 'volgens':
            return block.provenance.flatMap(({ source }): Answer[] =>
                source === undefined ? [] : [{ type: 'name', name: source }],
            );
        case 'afgeleid':
            return block.provenance.some((p) => p.derived) ? [{ type: 'there' }] : [];
        default:
            return [];
    }
}

function isIn(element: QueriedElement, container: string): boolean {
    for (let around = element.parent; around; around = around.parent) {
        if (isKind(container) ? isOfKind(around, container) : around.name === container) {
            return true;
        }
    }
    return false;
}

function isKind(word: string): boolean {
    return Object.hasOwn(ELEMENT_TABLES, word);
}

function obstacles(element: QueriedElement, query: Query, world: World): Undecided[] {
    const what = query.elementKind;
    const own: Undecided[] = [
        ...(element.open ? [{ why: element.open.type, element, what }] : []),
        ...(isCounted(query) && element.modality ? [{ why: 'not-firm' as const, element, what }] : []),
    ];
    return [
        ...own,
        ...[...query.where, ...query.has].flatMap((criterion): Undecided[] => {
            const why = judgeOne(element, criterion, world);
            return typeof why === 'boolean' ? [] : [{ why, element, what: criterion.property }];
        }),
    ];
}

/** Why there may be more elements of a kind than the text names. */
function untold(kind: string, protocol: Protocol): Undecided | undefined {
    const { process } = protocol;
    const written = process?.nodes.filter((n) => n.kind !== 'end' || !n.implicit) ?? [];
    if (KINDS_OF_APPROACH.has(kind)) {
        const steps = written.filter((n) => n.kind === 'step').length;
        const counts = [...protocol.stepCounts, ...(process?.stepCounts ?? [])];
        if (kind === 'stap' && counts.some(({ count }) => count.type !== 'quantity')) {
            return { why: 'said-open', what: kind };
        }
        if (kind === 'stap' && counts.some((c) => c.unnamed && mayExceed(c.count, steps))) {
            return { why: 'unnamed', what: kind };
        }
        if (written.length === 0) {
            return { why: 'no-approach', what: kind };
        }
    }
    // a group of people is no goal
    const about = kind === 'doel' ? /^doel(?!groep)/i : new RegExp(`^${kind}`, 'i');
    return isSaidOpen(protocol, about) || isPartOpen(kind, protocol) ? { why: 'said-open', what: kind } : undefined;
}

/** Whether there may be more than so many: a vague count may be of any number. */
function mayExceed(count: Value, number: number): boolean {
    return count.type !== 'quantity' || isVague(count) || interval(count).high > number;
}

/** Whether a block inside the protocol says that such parts of it are open: `indicator onbekend` in a goal. */
function isPartOpen(kind: string, { goals, rationales, research }: Protocol): boolean {
    switch (kind) {
        case 'subdoel':
        case 'indicator':
            return goals.some((g) => [g, ...g.subgoals].some((goal) => leavesPartOpen(goal, kind)));
        case 'factor':
        case 'werkzaam-element':
            return rationales.some((r) => leavesPartOpen(r, kind.replace('-', ' ')));
        case 'effect':
            return research.some((r) => leavesPartOpen(r, kind));
        default:
            return false;
    }
}

/** The words of a `toets` that the language does not know; one that has them asks nothing that can be answered. */
export function wordsNotKnown({ elementKind, nameAt, where, has }: Query): Undecided[] {
    if (!isKind(elementKind)) {
        return [{ why: 'no-kind', what: elementKind, at: nameAt }];
    }
    const words = wordsAbout(elementKind);
    return [...where, ...has].flatMap(({ property, nameAt }): Undecided[] =>
        words.has(property) ? [] : [{ why: 'no-word', what: property, at: nameAt }],
    );
}
