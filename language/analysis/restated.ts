import { MODALITY_WORDS } from '../messages/modalities.js';
import { conditionText, valueText } from '../messages/wording.js';
import { conditionKey } from '../model/lost.js';
import type { Activity, Interrupt, Outgoing, Process, Step } from '../model/process.js';
import type { Deadline, Guard, Place, Target } from '../model/protocol.js';
import type { Answer } from './query-answers.js';
import { ELEMENT_TABLES, hyphened, KINDS_OF_APPROACH, type QueriedElement } from './elements.js';
import { changed, type Around, type Difference, type Part } from './difference.js';
import { compare, isOpenAnswer, lackingNames } from './restated-answers.js';
import { theRest } from './restated-rest.js';
import { ways } from './restated-ways.js';

/**
 * Words that say something about the text or what was found and not about what is done, and those that say what another
 * word says too.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
    'toelichting',
    'kanttekening',
    'voor-ouders',
    'meting',
    'oordeel',
    'client',
    'geheimhouding-uitzondering',
    'alle-leefgebieden',
]);
/** Words whose answers do not say all of it, which are compared below, and what stays besides what is said anew. */
const BY_THEMSELVES: ReadonlySet<string> = new Set([
    'pas-als',
    'klaar-als',
    'termijn',
    'herhaal',
    'altijd-als',
    'toegang',
    'toegang-als',
    'toegang-via',
]);

/** How an element that is named again differs from what it was. */
export function restatedDifferently(before: QueriedElement, after: QueriedElement, around: Around): Difference[] {
    const words = new Set([...wordsOf(before), ...wordsOf(after)].filter((w) => !LEFT_OUT.has(w)));
    const parts: Part[] = before.kind === after.kind ? [] : [changed('soort', before.kind, after.kind, 'contrary')];
    for (const word of words) {
        // what is left out of areas that nobody spoke of takes nothing out
        if (!BY_THEMSELVES.has(word) && !(word === 'behalve' && before.answers('leefgebieden').length === 0)) {
            parts.push(...compare(word, before.answers(word), after.answers(word), around));
        }
    }
    parts.push(...title(before, after), ...byThemselves(before, after, around));
    parts.push(...theRest(before.block, after.block, new Set(parts.map((p) => p.what)), LEFT_OUT));
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
        ...withinActivities(b.activities ?? [], a.activities ?? [], around),
        ...interruptions(before.block as Partial<Process>, after.block as Partial<Process>, around),
        ...(KINDS_OF_APPROACH.has(after.kind) ? ways(after.name, around) : []),
        ...place(before, after, around),
    ];
}

/** What activities with the same title say of themselves; who does them and what they deliver counts for the step. */
function withinActivities(before: readonly Activity[], after: readonly Activity[], around: Around): Part[] {
    return before.flatMap((b) => {
        const a = after.find((other) => other.title === b.title);
        const firmness = ({ modality }: Activity) => (modality ? MODALITY_WORDS[modality].nl : 'zonder voorbehoud');
        const isFirmer = a?.modality === undefined;
        const firm =
            a && a.modality !== b.modality
                ? [
                      changed(
                          'activiteit',
                          firmness(b),
                          firmness(a),
                          isFirmer ? 'within' : b.modality ? 'wording' : 'contrary',
                      ),
                  ]
                : [];
        const words = a ? new Set([...b.statements, ...a.statements].map((s) => hyphened(s.kind))) : [];
        const answers = ({ statements }: Activity, word: string) =>
            statements.filter((s) => hyphened(s.kind) === word).flatMap((s) => s.values);
        const said = [...words].flatMap((word) =>
            a && !LEFT_OUT.has(word) ? compare(word, answers(b, word), answers(a, word), around) : [],
        );
        return [...firm, ...said];
    });
}

/** An `aanpak` keeps each `altijd als` that it inherits; its own come first. */
function interruptions(
    { interrupts: before = [] }: Partial<Process>,
    { interrupts: after = [] }: Partial<Process>,
    { dropped }: Around,
): Part[] {
    const keyOf = (i: Interrupt) =>
        `${conditionKey(i)} ${i.target?.node.name ?? ''} ${String(i.resume)} ${i.resumeValue?.type ?? ''}`;
    const known = new Map(before.map((i) => [keyOf(i), i]));
    const oftener = after.flatMap((i): Part[] => {
        const was = known.get(keyOf(i))?.target;
        return was === undefined || was.atMost === i.target?.atMost ? [] : [bound('altijd-als', was, i.target)];
    });
    const others = after
        .filter((i) => !known.has(keyOf(i)))
        .map((i): Part => {
            const same = before.find((b) => conditionKey(b) === conditionKey(i));
            const target = i.target?.node.name;
            const saidBy = dropped.get(same?.target?.node.name ?? '');
            const onlyAfter = same !== undefined && same.target?.node.name === target;
            const [was, is] = onlyAfter ? [resumes(same), resumes(i)] : [same?.target?.node.name, target];
            return same
                ? { ...changed('altijd-als', was, is, 'contrary'), ...(saidBy && { saidBy }) }
                : { kind: 'added', what: 'altijd-als', ...(is === undefined ? {} : { is }) };
        });
    return [...oftener, ...others];
}

/** Where a case goes behind an `altijd als`, and whether the other work goes on then. */
function resumes({ target, resume, resumeValue }: Interrupt): string {
    const name = target?.node.name ?? '';
    return resumeValue
        ? `${name}, hervat daarna ${resumeValue.type === 'local' ? 'plaatselijk' : 'onbekend'}`
        : resume
          ? `${name}, hervat daarna`
          : `${name}, zonder hervat daarna`;
}

/** A way, or an `altijd als`, that may happen more often than it might, or less often. */
function bound(word: string, before: Target, now: Target | undefined): Part {
    const inWords = ({ node, atMost }: Target) =>
        atMost === undefined ? node.name : `${node.name} hoogstens ${String(atMost)} keer`;
    const degree = now?.atMostValue
        ? 'open'
        : now?.atMost !== undefined && now.atMost < (before.atMost ?? Number.POSITIVE_INFINITY)
          ? 'within'
          : 'contrary';
    return changed(word, inWords(before), now && !now.atMostValue ? inWords(now) : undefined, degree);
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
    const known = before.filter((g) => g.kind === kind);
    if (known.length === 0 && there.some(closed)) {
        return [{ kind: 'added', what: word }];
    }
    if (!known.some(closed)) {
        return there.some(closed) ? [{ kind: 'added', what: word, degree: 'filled' }] : [];
    }
    if (known.every((g) => keys.has(conditionKey(g)))) {
        return there.length > known.length ? [{ kind: 'added', what: word }] : [];
    }
    return before
        .filter((g) => closed(g) && !keys.has(conditionKey(g)))
        .map((g): Part => {
            if (there.length === 0) {
                return { kind: 'dropped', what: word, degree: 'contrary' };
            }
            const isInformal =
                /^(informal|modal)$/.test(g.condition.type) || there.some((t) => t.condition.type === 'informal');
            const isOpen = !there.some(closed);
            return changed(word, undefined, undefined, isOpen ? 'open' : isInformal ? 'wording' : 'contrary');
        });
}

function deadlines(before: readonly Deadline[], after: readonly Deadline[], around: Around): Part[] {
    const parts: Part[] =
        before.length === 0
            ? compare(
                  'termijn',
                  [],
                  after.map((d) => d.value),
                  around,
              )
            : [];
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
            parts.push(changed('termijn', sinceInWords(deadline), sinceInWords(same), 'contrary'));
        }
        const target = deadline.otherwise?.node.name;
        if (target !== undefined && same.otherwise?.node.name !== target && deadline.insteadOf === undefined) {
            const to = same.otherwise ? [{ type: 'name', name: same.otherwise.node.name } as const] : [];
            parts.push(...compare('termijn', [{ type: 'name', name: target }], to, around));
        } else if (deadline.otherwise && same.otherwise && deadline.otherwise.atMost !== same.otherwise.atMost) {
            parts.push(bound('termijn', deadline.otherwise, same.otherwise));
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
            return `other ${after.isBefore ? 'before ' : ''}${JSON.stringify(after.value)}`;
        case 'handover':
            return `handover ${after.handover.name}`;
        default:
            return `${after.type} ${after.node.name}`;
    }
}

function sinceInWords({ after }: Deadline): string {
    if (!after) {
        return 'vanaf het begin ervan';
    }
    switch (after.type) {
        case 'registration':
            return 'vanaf aanmelding';
        case 'other':
            return `${after.isBefore ? 'voor' : 'vanaf'} ${valueText(after.value, 'nl')}`;
        case 'handover':
            return `vanaf ${after.handover.name}`;
        default:
            return `vanaf ${after.type === 'begin' ? 'het begin van ' : ''}${after.node.name}`;
    }
}

function repeats(before: Outgoing['repeats'], after: Outgoing['repeats'], around: Around): Part[] {
    const [was] = before;
    const [is] = after;
    if (!was && is) {
        return [{ kind: 'added', what: 'herhaal' }];
    }
    if (!was || !is) {
        return was ? [{ kind: 'dropped', what: 'herhaal', degree: 'contrary' }] : [];
    }
    const bound = compare('herhaal', was.bound ? [was.bound] : [], is.bound ? [is.bound] : [], around);
    const until = ({ until: condition }: typeof was) => condition && conditionKey({ condition });
    const inWords = ({ until: condition }: typeof was) =>
        condition ? `tot ${conditionText(condition, 'nl')}` : 'zonder tot';
    return until(was) === until(is)
        ? bound
        : [...bound, changed('herhaal', inWords(was), inWords(is), was.until ? 'contrary' : 'within')];
}
