import { conditionKey } from '../model/lost.js';
import type { Outgoing, Step } from '../model/process.js';
import type { Deadline, Guard, Place } from '../model/protocol.js';
import { isVague, type Quantity } from '../model/values.js';
import type { Answer } from './query-answers.js';
import { meets } from './criteria.js';
import { ELEMENT_TABLES, hyphened, KINDS_OF_APPROACH, type QueriedElement } from './elements.js';
import { changed, type Around, type Difference, type Part } from './difference.js';
import { ways } from './restated-ways.js';

/** Words that say something about the text and not about what is done, and those that say what another word says too. */
const LEFT_OUT: ReadonlySet<string> = new Set(['toelichting', 'kanttekening', 'client', 'geheimhouding-uitzondering']);
/** Words whose answers do not say all of it, which are compared below, and what stays besides what is said anew. */
const BY_THEMSELVES: ReadonlySet<string> = new Set([
    'pas-als',
    'klaar-als',
    'termijn',
    'herhaal',
    'altijd-als',
    'toegang',
]);

/** Words whose figure is a most, also where the text does not say so. */
const LIMITS: ReadonlySet<string> = new Set(['termijn', 'binnen', 'contactbudget']);

/** How an element that is named again differs from what it was. */
export function restatedDifferently(before: QueriedElement, after: QueriedElement, around: Around): Difference[] {
    const words = new Set([...wordsOf(before), ...wordsOf(after)].filter((w) => !LEFT_OUT.has(w)));
    const parts: Part[] = before.kind === after.kind ? [] : [changed('soort', before.kind, after.kind, 'contrary')];
    for (const word of words) {
        if (!BY_THEMSELVES.has(word)) {
            parts.push(...compare(word, before.answers(word), after.answers(word), around));
        }
    }
    parts.push(...title(before, after), ...byThemselves(before, after, around));
    return parts.map((part) => ({
        ...part,
        elementKind: after.kind,
        element: after.name,
        at: placeOf(after, part.what) ?? after.at,
        elementAt: after.at,
        baseAt: placeOf(before, part.what) ?? before.at,
    }));
}

function wordsOf(element: QueriedElement): string[] {
    return [
        ...element.block.statements.map((s) => hyphened(s.kind)),
        ...Object.keys(ELEMENT_TABLES[element.kind] ?? {}),
    ];
}

function placeOf({ block }: QueriedElement, word: string | undefined): Place | undefined {
    return block.statements.find((s) => hyphened(s.kind) === word)?.at;
}

/** Whether an answer leaves open what it is. */
function isOpenAnswer(answer: Answer): boolean {
    return answer.type === 'unknown' || answer.type === 'local';
}

function compare(word: string, before: readonly Answer[], after: readonly Answer[], around: Around): Part[] {
    if (before.length === 0 && after.length === 0) {
        return [];
    }
    const was = before.filter((a) => !isOpenAnswer(a));
    const is = after.filter((a) => !isOpenAnswer(a));
    if (was.length === 0) {
        return is.length === 0 ? [] : [{ kind: 'added', what: word, is: inWords(is) }];
    }
    const missing = was.filter((b) => !is.some((a) => isSame(a, b)));
    if (missing.length === 0) {
        const more = is.filter((a) => !was.some((b) => isSame(a, b)));
        return more.length === 0 ? [] : [{ kind: 'added', what: word, is: inWords(more) }];
    }
    if (is.length === 0) {
        return after.length > 0
            ? [changed(word, inWords(was), undefined, 'open')]
            : lackingNames(word, missing, around).map((part) => ({ ...part, kind: 'dropped' }));
    }
    const more = is.filter((a) => !was.some((b) => isSame(a, b)));
    return missing.flatMap((b): Part[] => {
        if (b.type === 'quantity') {
            return [changed(word, b.text, inWords(more), degreeOf(word, b, more))];
        }
        if (b.type === 'text' || b.type === 'about' || b.type === 'date') {
            return [changed(word, inWords([b]), inWords(more), 'wording')];
        }
        return lackingNames(word, [b], around).map((part) =>
            more.length > 0 ? { ...part, kind: 'changed', is: inWords(more) } : { ...part, kind: 'dropped' },
        );
    });
}

/** How figures stand to the one that they replace: each has to be within it. */
function degreeOf(word: string, before: Quantity, after: readonly Answer[]): Difference['degree'] {
    const most: Quantity = before.bound === undefined && LIMITS.has(word) ? { ...before, bound: 'at-most' } : before;
    const truths = after.map((a) => {
        const truth = meets([a], { value: most });
        // what allows more than it did is no longer within it, unless a vague word leaves that open
        return truth === 'vague' && a.type === 'quantity' && !isVague(a) && !isVague(before) ? false : truth;
    });
    return after.length === 0 || truths.includes(false)
        ? 'contrary'
        : truths.every((t) => t === true)
          ? 'within'
          : 'wording';
}

/** What is not there any more; of a name that is dropped itself its `vervalt` says so. */
function lackingNames(word: string, missing: readonly Answer[], { dropped }: Around): Part[] {
    const said = (a: Answer) => (a.type === 'name' ? dropped.get(a.name) : undefined);
    return [...Map.groupBy(missing, said)].map(([saidBy, answers]) => {
        const was = inWords(answers);
        return {
            kind: 'dropped',
            what: word,
            ...(was === '' ? {} : { was }),
            degree: 'contrary',
            ...(saidBy ? { saidBy } : {}),
        };
    });
}

function isSame(a: Answer, b: Answer): boolean {
    return keyOf(a) === keyOf(b);
}

/** An answer as text, so that two that say the same are the same, however they are written. */
function keyOf(answer: Answer): string {
    switch (answer.type) {
        case 'quantity': {
            const { text: _text, ...figures } = answer;
            return JSON.stringify(figures);
        }
        case 'text':
            return `text ${answer.text.replace(/\s+/g, ' ').trim()}`;
        case 'about':
            return `about ${answer.subject} ${answer.values.map(keyOf).join(' ')}`;
        default:
            return JSON.stringify(answer);
    }
}

function inWords(answers: readonly Answer[]): string {
    return answers
        .map((answer) => {
            switch (answer.type) {
                case 'name':
                    return answer.name;
                case 'word':
                    return answer.word;
                case 'text':
                case 'quantity':
                    return answer.text;
                case 'about':
                    return answer.subject;
                case 'date':
                    return answer.date;
                default:
                    return '';
            }
        })
        .filter((text) => text !== '')
        .join(', ');
}

/** Goals and target groups are what their title says; of anything else the title is a name. */
function title(before: QueriedElement, after: QueriedElement): Part[] {
    const isContent = ['doel', 'subdoel', 'doelgroep', 'gegeven', 'factor'].includes(after.kind);
    return isContent && before.title !== undefined && after.title !== undefined && before.title !== after.title
        ? [changed('titel', before.title, after.title, 'wording')]
        : [];
}

function byThemselves(before: QueriedElement, after: QueriedElement, around: Around): Part[] {
    const b = before.block as Partial<Step>;
    const a = after.block as Partial<Step>;
    const activities = ({ activities = [] }: Partial<Step>) =>
        activities.map((x): Answer => ({ type: 'text', text: x.title }));
    return [
        ...guards('pas-als', 'only-when', b.guards ?? [], a.guards ?? []),
        ...guards('klaar-als', 'done-when', b.guards ?? [], a.guards ?? []),
        ...deadlines(b.deadlines ?? [], a.deadlines ?? [], around),
        ...repeats(b.repeats ?? [], a.repeats ?? [], around),
        ...compare('activiteit', activities(b), activities(a), around),
        ...(KINDS_OF_APPROACH.has(after.kind) ? ways(after.name, around) : []),
        ...place(before, after, around),
    ];
}

/** A step that is named again in another group or phase. */
function place({ parent: before }: QueriedElement, { parent: after }: QueriedElement, { dropped }: Around): Part[] {
    const moved = before && after && KINDS_OF_APPROACH.has(before.kind) && before.name !== after.name;
    return moved && !dropped.has(before.name) ? [changed('in', before.name, after.name, 'contrary')] : [];
}

function guards(word: string, kind: Guard['kind'], before: readonly Guard[], after: readonly Guard[]): Part[] {
    const closed = (g: Guard) => g.kind === kind && g.condition.type !== 'open';
    const there = after.filter((g) => g.kind === kind);
    const keys = new Set(there.map(conditionKey));
    return before
        .filter((g) => closed(g) && !keys.has(conditionKey(g)))
        .map((g): Part => {
            if (there.length === 0) {
                return { kind: 'dropped', what: word, degree: 'contrary' };
            }
            const isInformal = g.condition.type === 'informal' || there.some((t) => t.condition.type === 'informal');
            const isOpen = !there.some(closed);
            return changed(word, undefined, undefined, isOpen ? 'open' : isInformal ? 'wording' : 'contrary');
        });
}

function deadlines(before: readonly Deadline[], after: readonly Deadline[], around: Around): Part[] {
    const parts: Part[] = [];
    for (const deadline of before) {
        const same =
            after.find((d) => sinceKey(d) === sinceKey(deadline)) ?? (after.length === 1 ? after[0] : undefined);
        if (!same) {
            if (!isOpenAnswer(deadline.value)) {
                parts.push({
                    ...lackingNames('termijn', [deadline.value], around)[0],
                    kind: 'dropped',
                    what: 'termijn',
                });
            }
            continue;
        }
        parts.push(...compare('termijn', [deadline.value], [same.value], around));
        if (sinceKey(same) !== sinceKey(deadline)) {
            parts.push(changed('termijn', sinceKey(deadline), sinceKey(same), 'contrary'));
        }
        const target = deadline.otherwise?.node.name;
        if (target !== undefined && same.otherwise?.node.name !== target && deadline.insteadOf === undefined) {
            const to = same.otherwise ? [{ type: 'name', name: same.otherwise.node.name } as const] : [];
            parts.push(...compare('termijn', [{ type: 'name', name: target }], to, around));
        }
    }
    return parts;
}

/** From when a term runs; a term of an element itself runs from where that begins. */
function sinceKey({ after }: Deadline): string {
    if (!after) {
        return '';
    }
    switch (after.type) {
        case 'registration':
            return 'aanmelding';
        case 'other':
            return `other ${JSON.stringify(after.value)}`;
        default:
            return `${after.type} ${after.node.name}`;
    }
}

function repeats(before: Outgoing['repeats'], after: Outgoing['repeats'], around: Around): Part[] {
    const [was] = before;
    const [is] = after;
    if (!was || !is) {
        return was ? [{ kind: 'dropped', what: 'herhaal', degree: 'contrary' }] : [];
    }
    const bound = compare('herhaal', was.bound ? [was.bound] : [], is.bound ? [is.bound] : [], around);
    const until = ({ until: condition }: typeof was) => condition && conditionKey({ condition });
    return was.until && until(was) !== until(is)
        ? [...bound, changed('herhaal', undefined, undefined, 'contrary')]
        : bound;
}
