import type { Place } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

/** What a change is about, in the words of the form and of those who read it. */
export type Area =
    | 'steps'
    | 'goals'
    | 'roles'
    | 'terms'
    | 'budgets'
    | 'handovers'
    | 'conditions'
    | 'documents'
    | 'facts'
    | 'sources'
    | 'review'
    | 'scenarios'
    | 'description';

/**
 * - `added`, `removed`: an element, or something that an element says
 * - `changed`: something that an element says; `source`: it says the same, by somebody else
 * - `moved`: an element stands elsewhere; `order`: the same, in another order
 * - `renamed`: only its name is another one
 * - `split`, `merged`: what one step did, two do, or the other way round
 * - `silent`: what a local working-out says nothing about and does not take over, the words of it in `old`
 */
export type ChangeKind =
    'added' | 'removed' | 'changed' | 'source' | 'moved' | 'order' | 'renamed' | 'split' | 'merged' | 'silent';

/** An element as people and programs know it. */
export interface ElementId {
    /** the keyword of its block: "stap", "aanpak" */
    readonly kind: string;
    /** its name, or what it is called where it has none; empty for what there is one of */
    readonly name: string;
    readonly title?: string;
    /** the interventie, framework, review or scenario that it stands in */
    readonly within?: string;
}

/** What stood or stands there. */
export interface Said {
    /** as written, on one line, without the keyword */
    readonly text: string;
    readonly at?: Place;
}

/** One difference between two models. */
export interface Change {
    readonly kind: ChangeKind;
    /** `meaning`: what the text says; `text`: only how it is written */
    readonly degree: 'meaning' | 'text';
    readonly area: Area;
    /** in the new text; of what is removed in the old one */
    readonly element: ElementId;
    /** the word of what changed in the element: `duur`, `door`, `daarna`; undefined for the element as a whole */
    readonly what?: string;
    /** where the source is another one: what it is the source of, as written */
    readonly of?: string;
    readonly old?: Said;
    readonly new?: Said;
    /** what it was split into, or merged from */
    readonly others?: readonly ElementId[];
    /** what a local working-out says of it: `vervalt … omdat "…"` */
    readonly reason?: string;
    readonly sentence: Bilingual;
    readonly claims: readonly Claim[];
}

/** The parts of the two models that a change accounts for. */
export interface Claim {
    readonly side: 'old' | 'new';
    /** an object of the model */
    readonly of: object;
    /** one field of it, or where it stands among others; undefined for all of it */
    readonly field?: string;
    /** one of the entries of that field, where those are no objects */
    readonly entry?: unknown;
}
