/** What is read from a form in Word, HTML or Markdown, before anybody knows what it means. */
export type ImportedBlock = ImportedHeading | ImportedText | ImportedList | ImportedTable;

interface Read {
    /** without markup, on one line */
    readonly plain: string;
    /** the same as Markdown */
    readonly markdown: string;
    /** names of places that stand in it or just before it: bookmarks, ids */
    readonly places: readonly string[];
    /** keys of the comments on it */
    readonly comments: readonly string[];
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
}

export interface ImportedList extends Read {
    readonly type: 'list';
    readonly items: readonly ImportedItem[];
}

/** One item of a list; what stands below it in lists of its own is part of it. */
export type ImportedItem = Read;

export interface ImportedTable extends Read {
    readonly type: 'table';
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
    readonly text: string;
}

/** A document that was read. */
export interface ImportedDocument {
    readonly blocks: readonly ImportedBlock[];
    /** in the order of the text */
    readonly comments: readonly ImportedComment[];
}
