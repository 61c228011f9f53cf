import { MODALITY_WORDS } from '../messages/modalities.js';
import type { Access, ContactBudget, Process, Step } from '../model/process.js';
import type { Block, Handover, Modality, Role, StatedRef } from '../model/protocol.js';
import { conditionText, valueText } from '../messages/wording.js';
import type { Quantity, Value } from '../model/values.js';
import type { Part } from './difference.js';
import { hyphened } from './elements.js';
import { asLimit, inExactUnit } from './same-amount.js';

/**
 * What the answers to a word leave out: how firm something is, and what more a statement says (`actie … door … binnen …`,
 * a budget `van` an organisation). Compared as it stands in the model, without its place and who says it, so that no
 * change of it goes unseen.
 */

/** All that a block may have of what is compared here. */
type Anything = Partial<Omit<Step, 'kind'> & Handover & Process & Pick<Role, 'flags'>> & {
    readonly when?: readonly object[];
};

type Items = (block: Anything) => readonly object[] | undefined;

/** By the word under which a difference is told: what a block says of it, item by item. */
const ITEMS: Readonly<Record<string, Items>> = {
    door: (b) =>
        b.performers?.flatMap(({ performers, modality, value }) => [...firm(performers, modality), ...one(value)]),
    met: (b) => [
        ...(b.performers ?? []).flatMap((p) => [...firm(p.with, p.withModality), ...one(p.withValue)]),
        ...(b.meetings ?? []).flatMap((m) => [...firm(m.with, m.withModality), ...one(m.withValue)]),
    ],
    inzet: (b) => b.deployment,
    'werkt-aan': (b) => refs(b.worksOn),
    vereist: (b) => refs(b.requires),
    levert: (b) => refs(b.delivers),
    bepaalt: (b) => refs(b.determines),
    vanuit: (b) => refs(b.fromNodes),
    'naar-einde': (b) => refs(b.toEnds),
    volgt: (b) =>
        b.follows?.flatMap(({ guidelines, meldcode, ...rest }) =>
            guidelines.length > 0 ? firm(guidelines, rest.modality) : [meldcode ? { ...rest, meldcode } : rest],
        ),
    begint: (b) => b.startsAfter?.map(({ value, modality }) => ({ value, modality })),
    'begint-bij': (b) => b.startsAt,
    als: (b) => b.when,
    termijn: (b) => b.deadlines?.map(({ value, modality }) => ({ value, modality })),
    herhaal: (b) => b.repeats?.map(({ bound, modality }) => ({ bound, modality })),
    gesprekken: (b) => b.meetings?.map(({ value, modality }) => ({ value, modality })),
    informatie: (b) =>
        b.information?.flatMap(({ documents, value, modality }) => [
            ...firm(documents, modality),
            ...(value ? [{ value, modality }] : []),
        ]),
    actie: (b) => b.actions,
    'wat-als': (b) => b.contingencies,
    geheimhouding: (b) => b.secrecy,
    bevestiging: (b) => b.confirmations,
    'regie-naar': (b) => b.direction,
    'sluit-af-na': (b) => b.closesAfter,
    contactbudget: (b) => b.contactBudgets,
    toegang: (b) => b.access,
    // the flags of an end are statements, and its words are compared
    is: (b) => b.flags?.flatMap((flag) => (typeof flag === 'string' ? [{ flag }] : [])),
};

function firm(names: readonly { readonly name: string }[], modality: Modality | undefined): object[] {
    return names.map(({ name }) => ({ name, modality }));
}

function refs(all: readonly StatedRef[] | undefined): object[] {
    return (all ?? []).map(({ name, modality }) => ({ name, modality }));
}

function one(value: object | undefined): object[] {
    return value ? [{ value }] : [];
}

/**
 * The differences between two elements in what the words that are told already leave out.
 *
 * @param told the words of which a difference was found
 * @param leftOut the words that are not about what is done
 */
export function theRest(
    before: Pick<Block, 'statements'>,
    after: Pick<Block, 'statements'>,
    told: ReadonlySet<string | undefined>,
    leftOut: ReadonlySet<string>,
): Part[] {
    const stated = new Set([...before.statements, ...after.statements].map((s) => hyphened(s.kind)));
    const byWord = new Map([
        ...[...stated].map((word): [string, Items] => [word, statedOf(word)]),
        ...Object.entries(ITEMS),
    ]);
    return [...byWord].flatMap(([word, itemsOf]) =>
        told.has(word) || leftOut.has(word) ? [] : compareItems(word, itemsOf(before) ?? [], itemsOf(after) ?? []),
    );
}

/** What the statements with a keyword say. */
function statedOf(word: string): Items {
    return ({ statements }) =>
        statements
            ?.filter((s) => hyphened(s.kind) === word)
            .flatMap(({ values, subject, modality, after: since }) =>
                values.map((value) => ({ value, subject, modality, since })),
            );
}

function compareItems(word: string, before: readonly object[], after: readonly object[]): Part[] {
    if (before.length === 0 && after.length === 0) {
        return [];
    }
    const was = before.map((item) => plain(asMeant(word, item))).filter((item) => !isOpenItem(item));
    const all = after.map((item) => plain(asMeant(word, item)));
    const is = all.filter((item) => !isOpenItem(item));
    const missing = without(was, is);
    const more = without(is, was);
    if (missing.length === 0) {
        const kind = was.length === 0 && before.length > 0 ? ({ degree: 'filled' } as const) : {};
        return more.length === 0 ? [] : [{ kind: 'added', what: word, ...kind }];
    }
    if (is.length === 0) {
        return [
            all.length > 0
                ? { kind: 'changed', what: word, degree: 'open' }
                : { kind: 'dropped', what: word, degree: 'contrary' },
        ];
    }
    const firmness = missing.map((item) => firmnessIn(item, more));
    if (firmness.every((f) => f !== undefined)) {
        const [first] = firmness;
        const isWithin = firmness.every(({ is: now }) => now === undefined);
        return [
            {
                kind: 'changed',
                what: word,
                was: said(first?.was),
                is: said(first?.is),
                degree: isWithin
                    ? 'within'
                    : firmness.every(({ was: then }) => then === undefined)
                      ? 'contrary'
                      : 'wording',
            },
        ];
    }
    const isWording = missing.every((item) => more.some((other) => shapeOf(item) === shapeOf(other)));
    const [then, now] = [inWords(word, before, missing), inWords(word, after, more)];
    return [
        {
            kind: more.length > 0 ? 'changed' : 'dropped',
            what: word,
            ...(then !== '' && { was: then }),
            ...(then !== '' && now !== '' && { is: now }),
            degree: isWording ? 'wording' : 'contrary',
        },
    ];
}

/** An item with its amount as the word before it means it. */
function asMeant(word: string, item: object): object {
    const { value } = item as { readonly value?: Value };
    return value?.type === 'quantity' ? { ...item, value: asLimit(word, value) } : item;
}

/** An amount, of whom, under which condition and by which way, of those of the items that are meant; nothing where they say none of these. */
function inWords(word: string, items: readonly object[], meant: readonly Item[]): string {
    const keys = new Set(meant.map((m) => JSON.stringify(m)));
    return items
        .filter((item) => keys.has(JSON.stringify(plain(asMeant(word, item)))))
        .map((item) => {
            const { condition, routes = [], value, organisation } = item as Partial<Access & ContactBudget>;
            return [
                ...(value?.type === 'quantity' ? [valueText(value, 'nl')] : []),
                ...(organisation ? [`van ${organisation.name}`] : []),
                ...(condition ? [`als ${conditionText(condition, 'nl').replace(/[“”]/g, '"')}`] : []),
                ...(routes.length > 0 ? [`via ${routes.map((r) => r.name).join(', ')}`] : []),
            ].join(' ');
        })
        .filter((text) => text !== '')
        .join('; ');
}

type Item = Readonly<Record<string, unknown>>;

function without(items: readonly Item[], others: readonly Item[]): Item[] {
    const known = new Set(others.map((o) => JSON.stringify(o)));
    return items.filter((item) => !known.has(JSON.stringify(item)));
}

/** How firm an item was and is, where that is all that differs. */
function firmnessIn(item: Item, others: readonly Item[]): { was?: unknown; is?: unknown } | undefined {
    const bare = ({ modality: _, ...rest }: Item) => JSON.stringify(rest);
    const same = others.find((o) => bare(o) === bare(item));
    return same && { was: item.modality, is: same.modality };
}

function said(modality: unknown): string {
    return modality === undefined ? 'zonder voorbehoud' : MODALITY_WORDS[modality as Modality].nl;
}

/** What says where something stands, who says it, or what is said about the text. */
const ABOUT_THE_TEXT: ReadonlySet<string> = new Set([
    'at',
    'nameAt',
    'nextAt',
    'provenance',
    'remarks',
    'contradictions',
    'inheritedFrom',
    'insteadOf',
    'markdown',
    'fromBlock',
]);

/** As it stands in the model, without what is about the text, its parts in a fixed order. */
function plain(item: object): Item {
    return strip(item) as Item;
}

function strip(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(strip);
    }
    if (typeof value === 'string') {
        return value.replace(/\s+/g, ' ').trim();
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const isQuantity = (value as { type?: unknown }).type === 'quantity';
    return Object.fromEntries(
        Object.entries(isQuantity ? inExactUnit(value as Quantity) : value)
            .filter(([key, v]) => v !== undefined && !ABOUT_THE_TEXT.has(key) && !(isQuantity && key === 'text'))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, v]) => [key, strip(v)]),
    );
}

/** Whether an item says itself that it is not known, or that it is decided locally. */
function isOpenItem({ value, exceptionValue }: Item): boolean {
    const type = ((value ?? exceptionValue) as { type?: unknown } | undefined)?.type;
    return type === 'unknown' || type === 'local';
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'situation', 'response', 'exception', 'title']);

/** An item with other words for what stands in it as text. */
function shapeOf(item: Item): string {
    return JSON.stringify(item, (key, value: unknown) => (TEXTS.has(key) && typeof value === 'string' ? '…' : value));
}

/** An element as it stands in the model, without what is about the text: the same for two that say the same. */
export function contentOf(block: object): string {
    return JSON.stringify(strip(block));
}
