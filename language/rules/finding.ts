import type { Place } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

export type Severity = 'error' | 'warning' | 'info';

/** One remark about a text, neutral of language, editor and output format. */
export interface Finding {
    /** stable code of the rule, `area/name` */
    readonly code: string;
    readonly severity: Severity;
    readonly message: Bilingual;
    /** the smallest piece of text that is wrong */
    readonly at: Place;
    /** the other places concerned */
    readonly related: readonly RelatedPlace[];
    readonly fixes: readonly Fix[];
    /** the rule's own facts, such as values or a path; plain JSON */
    readonly data?: Readonly<Record<string, unknown>>;
}

export interface RelatedPlace {
    readonly message: Bilingual;
    readonly at: Place;
    /** of a place on the course that the finding shows, in its order: what happens there, without its number */
    readonly step?: Bilingual;
}

/** The places of a course, numbered in its order. */
export function asSteps(places: readonly Pick<RelatedPlace, 'message' | 'at'>[]): RelatedPlace[] {
    return places.map(({ message, at }, i) => ({
        message: { nl: `${String(i + 1)}. ${message.nl}`, en: `${String(i + 1)}. ${message.en}` },
        at,
        step: message,
    }));
}

/** A mend that can be written mechanically. */
export interface Fix {
    readonly title: Bilingual;
    readonly edits: readonly TextEdit[];
    /** whether it may be applied without a person looking at it */
    readonly safe: boolean;
    /** where it does nothing but write `onbekend` for what is not said, so that it invents nothing */
    readonly marksUnknown?: true;
}

export interface TextEdit {
    /** the text to replace; empty to insert */
    readonly at: Place;
    readonly newText: string;
}
