import { oneLine } from '../text/one-line.js';
import type { Change, Claim } from './change.js';
import { placeOf } from './moves.js';
import { asSaid, withoutKeyword, type TextAt } from './said.js';
import type { Regrouping } from './splits.js';
import { change, idOf, nameClaims, type Context } from './telling.js';
import type { Element } from './tree.js';

/** An element that is there on one side only, with all that stands in it. */
export function wholeChange(kind: 'added' | 'removed', element: Element, context: Context): Change {
    const isText = element.list === 'remarks';
    const at = element.at ? { at: element.at } : {};
    const side = kind === 'added' ? 'new' : 'old';
    const text = element.list === 'nodes' ? placeOf(element) : saidBy(element, context[`${side}Text`]);
    return change(kind, element, context, { degree: isText ? 'text' : 'meaning', [side]: { text, ...at } }, [
        { side, of: element.block },
    ]);
}

/** What an element that is called by nothing says, as it stands in the text: it cannot be told by its name. */
function saidBy({ called, kind, at, children }: Element, textAt: TextAt): string {
    const written = called === '' && children.length === 0 && at ? textAt(at) : undefined;
    return written === undefined ? '' : withoutKeyword(oneLine(written), kind);
}

/** A step that became more, or more that became one; and what of it is found in none of them. */
export function regroupingChanges(regrouping: Regrouping, context: Context): Change[] {
    const { kind, whole, parts, items, loose } = regrouping;
    const claims: Claim[] = [
        ...[...items.old].map((i): Claim => ({ side: 'old', of: i.owner, field: i.field, entry: i.value })),
        ...[...items.new].map((i): Claim => ({ side: 'new', of: i.owner, field: i.field, entry: i.value })),
        ...[...regrouping.all].map((e): Claim => ({ side: regrouping.sideOf(e), of: e.block, field: 'shell' })),
        ...regrouping.activities.map((c): Claim => ({ side: regrouping.sideOf(c), of: c.block })),
        ...(regrouping.same ? nameClaims(...inTime(regrouping.kind, whole, regrouping.same)) : []),
    ];
    const others = parts.map((p) => idOf(p));
    const first = change(kind, whole, context, { others }, claims);
    const rest = loose.flatMap(({ element, item, side }) => {
        const text = side === 'old' ? context.oldText : context.newText;
        const said = asSaid(item, text);
        const facts = { what: item.word, [side]: said };
        return change(side === 'old' ? 'removed' : 'added', element, context, facts, [
            { side, of: item.owner, field: item.field, entry: item.value },
        ]);
    });
    return [first, ...rest];
}

function inTime(kind: Regrouping['kind'], whole: Element, part: Element): [Element, Element] {
    return kind === 'split' ? [whole, part] : [part, whole];
}
