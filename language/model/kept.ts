import { isPlace } from './is-place.js';
import type { Place, Protocol } from './protocol.js';

type Values = Record<string, unknown>;
/** An object, a key of it and what stands there from now on, and so on: in one list, since there are thousands. */
type Changes = unknown[];

/** Statements of which the text is for people alone: nothing that runs or reasons reads it. */
const PROSE: ReadonlySet<unknown> = new Set(['samenvatting', 'toelichting']);
/** What a source says, literally and where, beside what follows from it. */
const OF_SOURCES: ReadonlySet<string> = new Set(['quote', 'reason', 'place', 'speaker']);

/**
 * Lets what was read earlier take over from what was read now, where both say the same but for places in the text and
 * for words that only people read: titles, summaries, explanations, quotations. While somebody types those, or
 * something above or below, what was computed of the model holds, and is not computed again.
 *
 * @param before plain data of an earlier version of the text; it is changed where the answer is `true`, and only there
 * @param after the same of the version that was read now
 */
export function takesOver(before: object, after: object): boolean {
    const changes: Changes = [];
    if (!isSame(before as Values, after as Values, changes)) {
        return false;
    }
    for (let i = 0; i < changes.length; i += 3) {
        (changes[i] as Values)[changes[i + 1] as string] = changes[i + 2];
    }
    return true;
}

function isSame(before: Values, after: Values, changes: Changes): boolean {
    if (before === after) {
        return true;
    }
    if (isPlace(after)) {
        if (!isSameRange(before as Partial<Place>, after)) {
            changes.push(before, 'range', after.range);
        }
        return before['file'] === after.file && 'range' in before;
    }
    let count = 0;
    for (const key in after) {
        count++;
        const old = before[key];
        const fresh = after[key];
        if (typeof old === 'object' && typeof fresh === 'object' && old !== null && fresh !== null) {
            const isRead = !(key === 'values' && PROSE.has(after['kind']) && 'at' in after);
            if (isRead ? !isSame(old as Values, fresh as Values, changes) : !isSameProse(before, after, changes)) {
                return false;
            }
        } else if (old !== fresh) {
            if (typeof old !== 'string' || typeof fresh !== 'string' || !isForPeople(key, after)) {
                return false;
            }
            changes.push(before, key, fresh);
        }
    }
    for (const _ in before) {
        count--;
    }
    return count === 0;
}

function isSameRange({ range }: Partial<Place>, { range: { start, end } }: Place): boolean {
    return (
        range?.start.line === start.line &&
        range.start.character === start.character &&
        range.end.line === end.line &&
        range.end.character === end.character
    );
}

function isForPeople(key: string, object: Values): boolean {
    return (
        (key === 'title' && 'nameAt' in object) ||
        (OF_SOURCES.has(key) && 'fromBlock' in object) ||
        (key === 'text' && 'replies' in object)
    );
}

/** Of a statement in prose any text may become another. */
function isSameProse(before: Values, after: Values, changes: Changes): boolean {
    const [old, fresh] = [before['values'], after['values']] as [{ type: unknown }[], { type: unknown }[]];
    changes.push(before, 'values', fresh);
    return old.length === fresh.length && fresh.every(({ type }, i) => type === old[i]?.type && type === 'text');
}

const essences = new WeakMap<Protocol, Protocol>();

/**
 * What stands for all versions of an interventie that say the same for what runs and reasons: what is computed of one is
 * remembered by it. It has the places and the words of the newest of them.
 */
export function essenceOf(protocol: Protocol): Protocol {
    return essences.get(protocol) ?? protocol;
}

/**
 * The model of an interventie that was read anew, with the essence of the one before where both say the same.
 *
 * @param before an essence
 */
export function withEssence(before: Protocol, after: Protocol): Protocol {
    if (!takesOver(before, after)) {
        return after;
    }
    const kept = { ...before };
    essences.set(kept, before);
    return kept;
}
