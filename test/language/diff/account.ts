import type { Change, Claim } from '../../../language/diff/change.js';
import type { Comparison } from '../../../language/diff/compare.js';
import type { FileModel } from '../../../language/model/protocol.js';

/**
 * What is left of two models when everything is taken out that a change claims: nothing of it may differ. Goes through
 * the models as plain data, whatever is in them; what follows from the rest, and where it stands, is left out here by
 * name, so that a field that is added to the model is compared until somebody says otherwise.
 */
export function leftOver(comparison: Comparison, old: FileModel, now: FileModel): { old: unknown; now: unknown } {
    const { changes, pairs } = comparison;
    return { old: maskedBy(changes, 'old', old, pairs.names), now: maskedBy(changes, 'new', now, new Map()) };
}

/** Whether a change tells of two things that are the same, or of an element that is on both sides as not being on one. */
export function isNoChange({ kind, what, element, claims }: Change, comparison: Comparison): boolean {
    const [old, now] = [claims.find((c) => c.side === 'old'), claims.find((c) => c.side === 'new')];
    if ((kind === 'changed' || kind === 'source') && old?.field === undefined && now?.field === undefined) {
        return (
            old !== undefined && now !== undefined && bare(old.of, comparison.pairs.names) === bare(now.of, new Map())
        );
    }
    if ((kind === 'added' || kind === 'removed') && what === undefined) {
        const [here, there] =
            kind === 'added'
                ? [comparison.pairs.newOf, comparison.pairs.oldOf]
                : [comparison.pairs.oldOf, comparison.pairs.newOf];
        const isThis = (e: { block: object }) => e.block === (kind === 'added' ? now?.of : old?.of);
        return [...here.values()].some(isThis) || [...there.keys()].some(isThis) || element.kind === '';
    }
    return claims.length === 0;
}

/** All that stands in a part of a model, without its places. */
function bare(part: unknown, names: ReadonlyMap<string, string>): string {
    return JSON.stringify(part, (key, value: unknown) =>
        NOT_LOOKED_AT.has(key) && key !== 'fromBlock'
            ? undefined
            : (key === 'name' || key === 'source') && typeof value === 'string'
              ? (names.get(value) ?? value)
              : value,
    );
}

const PLACES = ['at', 'nameAt', 'nextAt', 'file', 'inheritedFrom', 'insteadOf'];
/** Worked out from the rest by flow.ts, place-handovers.ts, lost.ts and the reader. */
const FOLLOWS = ['arrows', 'start', 'children', 'unknowns', 'lost', 'openInBase', 'isClient', 'verdictSign'];
const NOT_LOOKED_AT = new Set([...PLACES, ...FOLLOWS, 'frameworkIndicators', 'fromBlock']);
/** What stands beside the interventies, in no order: a name is found wherever it is declared. */
const UNORDERED = new Set([
    ...['sources', 'concepts', 'organisations', 'roles'],
    ...['interventions', 'frameworks', 'reviews', 'scenarios'],
]);
/** Lists in which lines of different keywords stand together; these have no order among each other. */
const BY_KEYWORD = new Set(['statements', 'open', 'guards', 'spoken']);

type Fields = Readonly<Record<string, unknown>>;

function maskedBy(
    changes: readonly Change[],
    side: Claim['side'],
    model: FileModel,
    names: ReadonlyMap<string, string>,
): unknown {
    const claims = changes.flatMap((c) => c.claims).filter((c) => c.side === side);
    const whole = new Set(claims.filter((c) => c.field === undefined).map((c) => c.of));
    const has = (of: object, field: string) => claims.some((c) => c.of === of && c.field === field && !('entry' in c));
    const entries = (of: object, field: string) =>
        claims.filter((c) => c.of === of && c.field === field && 'entry' in c).map((c) => c.entry);
    const here = new Set(model.interventions.map((p) => p.name));
    const elsewhere = new Map<object, unknown>();
    const call = (name: string) => names.get(name) ?? name;

    // an interventie sees what stands in its file as well: that is looked at where it stands
    const beside = new Set<object>([...model.sources, ...model.concepts, ...model.organisations, ...model.roles]);

    const maskedList = (owner: Fields, field: string, all: readonly unknown[]): unknown => {
        const claimed = [...entries(owner, field)];
        const kept = all.flatMap((one): unknown[] => {
            const index = claimed.indexOf(one);
            if (index >= 0) {
                claimed.splice(index, 1);
                return [];
            }
            if (typeof one !== 'object' || one === null) {
                return [typeof one === 'string' ? inProse(one) : one];
            }
            const isInherited = 'inheritedFrom' in one && here.has(String(one.inheritedFrom));
            const isUnsaid = (one as { implicit?: boolean }).implicit === true || isFromBlock(field, one);
            const isSeen = beside.has(one) && (owner as unknown) !== model;
            if (whole.has(one)) {
                // what stands in it may stand elsewhere on the other side
                masked(one as Fields);
                return [];
            }
            if (isInherited || isUnsaid || isSeen) {
                return [];
            }
            const inside = masked(one as Fields);
            if (has(one, 'position')) {
                elsewhere.set(one, inside);
                return [];
            }
            return has(one, 'shell') && isEmpty(inside) ? [] : [inside];
        });
        if (UNORDERED.has(field) || has(owner, `${field}/order`)) {
            return kept.sort((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)));
        }
        return BY_KEYWORD.has(field) ? kept.sort((a, b) => compareTexts(keywordOf(a), keywordOf(b))) : kept;
    };
    const masked = (object: Fields): Fields => {
        const isGroup = isUnnamedGroup(object);
        return Object.fromEntries(
            Object.entries(object).flatMap(([field, value]): [string, unknown][] => {
                if (value === undefined || value === false || NOT_LOOKED_AT.has(field) || has(object, field)) {
                    return [];
                }
                if (Array.isArray(value)) {
                    const list = maskedList(
                        object,
                        field,
                        field === 'flags' ? moreThanSaid(object) : value,
                    ) as unknown[];
                    return list.length === 0 ? [] : [[field, list]];
                }
                if (typeof value === 'object' && value !== null) {
                    return whole.has(value) ? [] : [[field, masked(value as Fields)]];
                }
                if (entries(object, field).includes(value) || (field === 'name' && isGroup)) {
                    return [];
                }
                if (field === 'name' || field === 'source') {
                    return [[field, call(String(value))]];
                }
                if (field === 'parent') {
                    return has(object, 'position') ? [] : [[field, call(String(value))]];
                }
                return [[field, typeof value === 'string' ? inProse(value) : value]];
            }),
        );
    };
    const inProse = (text: string) =>
        text.replace(/(?<!\\)\[\[(?!\[)([^[\]\r\n]*)\]\]/g, (_, name: string) => `[[${call(name.trim())}]]`);

    const rest = masked(model as unknown as Fields);
    return { rest, elsewhere: [...elsewhere.values()].map((e) => JSON.stringify(e)).sort() };
}

/** Of an end `successful` and `onRefusal` say that a flag is there: as many that say nothing more follow from those. */
function moreThanSaid({ flags, successful, onRefusal }: Fields): readonly unknown[] {
    let said = Number(successful ?? false) + Number(onRefusal ?? false);
    return (flags as readonly (object | string)[]).filter((flag) => {
        const isBare = typeof flag === 'object' && Object.keys(flag).every((k) => k === 'at' || k === 'provenance');
        const { provenance } = flag as { provenance?: readonly { fromBlock: boolean }[] };
        return !isBare || provenance?.some((p) => !p.fromBlock) || said-- <= 0;
    });
}

function isFromBlock(field: string, value: object): boolean {
    return field === 'provenance' && (value as { fromBlock: boolean }).fromBlock;
}

function isEmpty(object: Fields): boolean {
    return Object.keys(object).every((k) => k === 'name' || k === 'kind');
}

/** A group that the model names by its place. */
function isUnnamedGroup(object: Fields): boolean {
    const [at, nameAt] = [object['at'], object['nameAt']] as { range: { start: object } }[];
    return (
        object['name'] !== '' &&
        at !== undefined &&
        nameAt !== undefined &&
        JSON.stringify(at.range.start) === JSON.stringify(nameAt.range.start)
    );
}

function keywordOf(statement: unknown): string {
    const { kind = '', subject = '' } = statement as { kind?: string; subject?: string };
    return `${kind} ${subject}`;
}

function compareTexts(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
