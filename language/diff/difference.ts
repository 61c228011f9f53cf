import type { FileModel, Protocol } from '../model/protocol.js';
import { consequencesOf, type Consequences } from './consequences.js';
import type { Assessment } from './assess.js';
import type { Change } from './change.js';
import { compare, type Comparison } from './compare.js';
import type { TextAt } from './said.js';

/** One side of a difference, with what follows from it. */
export interface ComparedSide {
    readonly files: readonly Pick<
        FileModel,
        'sources' | 'concepts' | 'organisations' | 'roles' | 'interventions' | 'frameworks' | 'reviews' | 'scenarios'
    >[];
    readonly textAt: TextAt;
    readonly assessment: Assessment;
    /** URIs of the files of which a part cannot be read: that part is missing from what is compared */
    readonly unread: readonly string[];
}

/** What differs between two sides, and what follows from that. */
export interface Difference extends Comparison {
    readonly meaning: readonly Change[];
    readonly text: readonly Change[];
    readonly consequences: Consequences;
    /** URIs of the files of which a part cannot be read; then what it says is not compared */
    readonly unread: readonly string[];
}

/**
 * The difference between two versions, or between what is national and what a municipality makes of it. Where each side
 * has one interventie only, or one works out another, those are held beside each other whatever they are called.
 *
 * @param given which interventies are held beside each other, where that is known
 */
export function differenceBetween(
    older: ComparedSide,
    newer: ComparedSide,
    given: readonly (readonly [old: Protocol, now: Protocol])[] = beside(older.files, newer.files),
): Difference {
    const comparison = compare(older, newer, {
        oldText: older.textAt,
        newText: newer.textAt,
        given,
    });
    const consequences = consequencesOf(older.assessment, newer.assessment, comparison.pairs.names);
    return {
        ...comparison,
        meaning: comparison.changes.filter((c) => c.degree === 'meaning'),
        text: comparison.changes.filter((c) => c.degree === 'text'),
        consequences,
        unread: [...new Set([...older.unread, ...newer.unread])],
    };
}

function beside(
    olds: ComparedSide['files'],
    news: ComparedSide['files'],
): readonly (readonly [old: Protocol, now: Protocol])[] {
    const before = olds.flatMap((f) => f.interventions);
    const after = news.flatMap((f) => f.interventions);
    const isSame = before.some((o) => after.some((n) => n.name === o.name));
    const [o, n] = [before[0], after[0]];
    if (!isSame && before.length === 1 && after.length === 1 && o && n) {
        return [[o, n]];
    }
    return after.flatMap((local) => {
        const known = before.some((p) => p.name === local.name);
        const base = known ? undefined : before.find((p) => p.name === local.refines?.name);
        const isTaken = after.some((p) => p.name === base?.name);
        return base && !isTaken ? [[base, local] as const] : [];
    });
}
