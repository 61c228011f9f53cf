import type { Departure, Named, Protocol } from '../model/protocol.js';
import { areaOf } from './areas.js';
import type { Change, Claim, ElementId } from './change.js';
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

/** What a local working-out says about what it leaves out or does otherwise. */
function reasonFor(element: Element, { newOf, oldOf }: Pairs): string | undefined {
    const whole = wholeOf(element);
    const now = whole && (oldOf.has(whole) ? whole : newOf.get(whole));
    const protocol = now?.block as Partial<Protocol> | undefined;
    const departures: readonly Departure[] = [...(protocol?.dropped ?? []), ...(protocol?.deviations ?? [])];
    const name = element === whole ? 'interventie' : ((element.block as Partial<Named>).name ?? element.kind);
    return departures.find((d) => d.element.name === name)?.reason;
}
