import { ELEMENT_WORDS } from '../model/element-words.js';
import type { Departure, Protocol } from '../model/protocol.js';
import { areaOf } from './areas.js';
import type { Change, Claim, ElementId } from './change.js';
import { nameSpaceOf } from './fields.js';
import { wholeOf, type Pairs } from './pairs.js';
import type { TextAt } from './said.js';
import { sentenceOf } from './sentences.js';
import type { Regrouping } from './splits.js';
import type { Element } from './tree.js';

export interface CompareOptions {
    /** what stands at a place of the old text, and of the new one */
    readonly oldText: TextAt;
    readonly newText: TextAt;
    /** interventies that are held beside each other whatever they are called: a local working-out and what it refines */
    readonly given?: readonly (readonly [old: Protocol, now: Protocol])[];
}

/** What is known of both sides when a difference is told. */
export interface Context extends CompareOptions {
    readonly pairs: Pairs;
    readonly regroupings: readonly Regrouping[];
    readonly isOneOfMany: boolean;
    /** the local workings-out that are held beside what they work out */
    readonly locals: ReadonlySet<Element>;
}

/** One difference, in a sentence, with the reason that a local working-out gives for it. */
export function change(
    kind: Change['kind'],
    element: Element,
    { pairs, isOneOfMany, locals }: Context,
    facts: Partial<Omit<Change, 'kind' | 'claims' | 'sentence'>>,
    claims: readonly Claim[],
): Change {
    const id = idOf(element);
    const reason =
        locals.has(wholeOf(element) ?? element) || kind === 'removed' ? reasonFor(element, pairs) : undefined;
    const told: Omit<Change, 'sentence'> = {
        kind,
        degree: 'meaning',
        area: areaOf(element.kind, facts.what, wholeOf(element)?.kind),
        element: id,
        ...(reason === undefined ? {} : { reason }),
        ...facts,
        claims,
    };
    return { ...told, sentence: sentenceOf(told, isOneOfMany) };
}

export function idOf(element: Element): ElementId {
    const whole = wholeOf(element);
    const within = whole && whole !== element ? whole.called : undefined;
    const called = element.name ?? element.called;
    return {
        kind: element.kind,
        name: element.kind === 'aanpak' ? '' : called,
        ...(element.title === undefined || element.title === called ? {} : { title: element.title }),
        ...(within === undefined ? {} : { within }),
    };
}

/** What the name of an element is told by. */
export function nameClaims(o: Element, n: Element): Claim[] {
    return [
        { side: 'old', of: o.block, field: 'name' },
        { side: 'new', of: n.block, field: 'name' },
    ];
}

/**
 * What a local working-out says about what it leaves out or does otherwise: an `afwijking` of an element speaks for all that
 * stands in it, that of the `aanpak` and of the `interventie` for what these say without a name; a `vervalt` for what goes
 * along with it.
 */
function reasonFor(element: Element, { newOf, oldOf }: Pairs): string | undefined {
    const whole = wholeOf(element);
    const now = whole && (oldOf.has(whole) ? whole : newOf.get(whole));
    const { dropped = [], deviations = [], lost = [] } = (now?.block ?? {}) as Partial<Protocol>;
    const departures: readonly Departure[] = [...dropped, ...deviations];
    const speaksFor = (at: Element) => (d: Departure) =>
        at === whole
            ? d.elementKind === 'interventie'
            : at.list === 'process'
              ? d.elementKind === 'aanpak'
              : d.element.name === at.called && nameSpaceOf(ELEMENT_WORDS.get(d.elementKind)?.list ?? '') === at.space;
    for (let at: Element | undefined = element; at; at = at.parent) {
        const said = departures.find(speaksFor(at));
        if (said || at === whole) {
            return said?.reason;
        }
        // what has a name and stands in the whole or in the aanpak speaks for itself
        if (at.name !== undefined && (at.parent === whole || at.parent?.list === 'process')) {
            break;
        }
    }
    const along = lost.find((l) => l.element === element.called)?.dropped;
    return dropped.find((d) => d.element.name === along)?.reason;
}
