/** What is read from a form in Word, HTML or Markdown, before anybody knows what it means. */
export type ImportedBlock = ImportedHeading | ImportedText | ImportedList | ImportedTable;

/** What stands in a piece of a document and is no text of it. */
export interface Marks {
    /** names of places that stand in it or just before it: bookmarks, ids */
    readonly places: readonly string[];
    /** the places in the document that its links lead to */
    readonly links: readonly string[];
    /** keys of the comments on it */
    readonly comments: readonly string[];
    /** what was changed in it while that was tracked: its text is as if all of it were accepted */
    readonly revisions: readonly Revision[];
}

/** Words that somebody put in or struck out while changes were tracked. */
export interface Revision {
    readonly kind: 'inserted' | 'deleted';
    readonly text: string;
    readonly author?: string;
    /** ISO 8601 */
    readonly date?: string;
}

/** The marks of several pieces. */
export function marksOf(pieces: readonly Marks[]): Marks {
    return {
        places: pieces.flatMap((p) => p.places),
        links: pieces.flatMap((p) => p.links),
        comments: pieces.flatMap((p) => p.comments),
        revisions: pieces.flatMap((p) => p.revisions),
    };
}

interface Read extends Marks {
    /** without markup, on one line */
    readonly plain: string;
    /** the same as Markdown */
    readonly markdown: string;
}

export interface ImportedHeading extends Read {
    readonly type: 'heading';
    /** 1 to 6; {@link LABEL} for a line that is only bold */
    readonly level: number;
}

export interface ImportedText extends Read {
    readonly type: 'text';
    /** the words before a tab, which may say what the rest is */
    readonly label?: string;
    /** its lines, where it has more than one */
    readonly lines?: readonly { readonly plain: string; readonly markdown: string }[];
}

export interface ImportedList extends Read {
    readonly type: 'list';
    readonly items: readonly ImportedItem[];
}

/** One item of a list; what stands below it in lists of its own is part of it. */
export interface ImportedItem extends Read {
    /** its own words, where all that is below them is one list */
    readonly above?: ImportedText;
    readonly below?: ImportedList;
    /** all that stands in it, where that was read from a document */
    readonly blocks?: readonly ImportedBlock[];
}

export interface ImportedTable extends Read {
    readonly type: 'table';
    /** whether it is a list of terms, each with what is said of it */
    readonly isDefinitions?: true;
    readonly rows: readonly (readonly ImportedCell[])[];
}

export interface ImportedCell {
    readonly plain: string;
    readonly blocks: readonly ImportedBlock[];
}

/** The level of a heading that is none by its style: a short line in bold. Deeper than any other. */
export const LABEL = 9;

/** A comment in the margin of a document. */
export interface ImportedComment {
    readonly key: string;
    readonly author?: string;
    /** ISO 8601 */
    readonly date?: string;
    /** what stands there as its date, where there is no such day */
    readonly noDate?: string;
    /** whether a colleague said that it is dealt with */
    readonly isDone?: boolean;
    readonly text: string;
}

/** A document that was read. */
export interface ImportedDocument {
    readonly blocks: readonly ImportedBlock[];
    /** in the order of the text */
    readonly comments: readonly ImportedComment[];
    /** rows of tables that were struck out while that was tracked: they stand in none of the blocks */
    readonly struckRows?: readonly Revision[];
    /** how many pictures it has: of these only their titles and descriptions are read */
    readonly pictures?: number;
}
