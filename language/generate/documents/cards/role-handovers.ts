import type { Handover } from '../../../model/protocol.js';
import { laboursOf } from '../../../model/queries.js';
import { plainText, reference, references } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { paragraph, text, type Block, type Inline } from '../../document/document.js';
import { definitions, row } from '../../document/element.js';
import { handoverRows } from '../../document/sections/handovers.js';
import { valueInlines } from '../../document/values.js';
import { makersOf, type Work } from '../whose.js';

/** Documents that others make and I need, and handovers to me. */
export function receives(context: Context, mine: readonly Work[], handovers: readonly Handover[]): Block[] {
    const { protocol } = context;
    const labours = mine.flatMap(laboursOf);
    const made = new Set(labours.flatMap((w) => w.delivers.map((d) => d.name)));
    const needed = [...new Set(labours.flatMap((w) => w.requires.map((d) => d.name)))].filter((name) => !made.has(name));
    const lines = needed.map((name): Inline[] => {
        const makers = makersOf(protocol.process, name).flatMap((m) => m.by);
        const from = [...new Map(makers.map((r) => [r.name, r])).values()];
        return [
            reference(context, { name, at: protocol.at }, 'document'),
            ...(from.length === 0 ? [] : [text(context.say({ nl: ', van ', en: ', from ' })), ...references(context, from, 'role')]),
        ];
    });
    const list: Block[] = lines.length === 0 ? [] : [{ type: 'list', ordered: false, items: lines.map((l) => [paragraph(...l)]) }];
    return [...list, ...handoverBlocks(context, handovers, 'from')];
} // prettier-ignore

/** All that a handover asks of who gives and who receives, with the one on the other side. */
export function handoverBlocks(context: Context, handovers: readonly Handover[], other: 'from' | 'to'): Block[] {
    return handovers.flatMap((h): Block[] => {
        const whom = other === 'from' ? [h.from, h.fromValue] as const : [h.to, h.toValue] as const;
        const [ref, value] = whom;
        const word = other === 'from' ? { nl: 'Van', en: 'From' } : { nl: 'Aan', en: 'To' };
        return [
            { type: 'minor-heading', content: [reference(context, { name: h.name, at: h.nameAt }, 'handover')] },
            ...definitions([
                row(word, context, [...(ref ? [reference(context, ref, 'role')] : []), ...(value ? valueInlines(context, value) : [])]),
                ...handoverRows(context, h).filter((r) => !SIDES.has(plainText(r.term))),
            ]),
        ];
    });
} // prettier-ignore

/** Who the two are stands above, in words of the one whose card it is. */
const SIDES: ReadonlySet<string> = new Set(['Van', 'Naar', 'From', 'To']);
