import type { Protocol } from '../model/protocol.js';
import type { Change } from './change.js';
import { wholeOf, type Pairs } from './pairs.js';
import { change, type Context } from './telling.js';
import type { Element } from './tree.js';

/** Whether this is a local working-out that is held beside what it works out. */
export function isLocal(n: Element, { oldOf }: Pairs): boolean {
    const { refines } = n.block as Partial<Protocol>;
    return refines !== undefined && oldOf.get(n)?.called === refines.name;
}

/** How a local working-out says that it is one, and what it does otherwise: that is the comparison itself. */
export const OF_LOCAL: ReadonlySet<string> = new Set(['refines', 'dropped', 'deviations', 'title']);

/** Tells in one sentence what a local working-out does not take over, since it stands there without a name. */
export function foldSilence(local: Element, told: Map<Element, Change[]>, context: Context): void {
    const base = context.pairs.oldOf.get(local);
    const silent: Change[] = [];
    for (const [at, changes] of told) {
        const whole = wholeOf(at);
        if ((whole === local || whole === base) && at.list !== 'process' && (at.name === undefined || at === whole)) {
            const isGone = (c: Change) =>
                c.kind === 'removed' && at.parent?.list !== 'process' && at.list !== 'activities';
            silent.push(...changes.filter(isGone));
            told.set(
                at,
                changes.filter((c) => !isGone(c)),
            );
        }
    }
    if (silent.length > 0) {
        const words = new Set(silent.map((c) => `\`${c.what ?? c.element.kind}\``));
        const facts = { old: { text: [...words].join(', ') }, area: 'description' as const };
        const all = change(
            'silent',
            local,
            context,
            facts,
            silent.flatMap((c) => c.claims),
        );
        told.set(local, [all, ...(told.get(local) ?? [])]);
    }
}
