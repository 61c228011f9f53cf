import type { Language } from '../../text/bilingual.js';
import type { OpenItem } from './unknowns.js';

/**
 * The document model: what a protocol says, laid out in sections, before any format. Markdown and HTML are written from
 * it, and so can another format be. It holds no markup: every text in it is plain text, which each format escapes.
 */
export interface DocumentModel {
    readonly language: Language;
    readonly title: string;
    /** what kind of document it is: "Protocol", "Plaatselijke uitwerking" */
    readonly kicker: string;
    /** one line under the title */
    readonly subtitle: readonly Inline[];
    /** said before everything else, such as that there are errors */
    readonly banner?: readonly Inline[];
    /** when it was made, as whoever made it says: ISO date */
    readonly date?: string;
    /** wide tables: pages lie on their side */
    readonly landscape?: true;
    readonly sections: readonly Section[];
    /** what of the protocol is open in it, for the report on the output */
    readonly open?: readonly OpenItem[];
}

/**
 * A part with a heading. What stands in it comes before the parts inside it.
 *
 * Its look is what it is: `section`: a chapter; `element`: something of the protocol; `step`: one of its steps; `group`:
 * holds steps; `colophon`: what the document is; `card`: a page of its own, to hand out.
 */
export interface Section {
    /** distinct within the document; safe in a URL */
    readonly id: string;
    /** "1.3" */
    readonly number?: string;
    readonly title: readonly Inline[];
    readonly look: 'section' | 'element' | 'step' | 'group' | 'colophon' | 'card';
    /** on paper it begins a page */
    readonly newPage?: true;
    /** for wide drawings: on paper its pages lie on their side */
    readonly landscape?: true;
    /** small words above or before the title: "stap 3", "rol" */
    readonly label?: string;
    readonly blocks: readonly Block[];
    readonly sections: readonly Section[];
}

export type Block =
    | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
    /** heading inside prose, which is no part of the document's structure */
    | { readonly type: 'minor-heading'; readonly content: readonly Inline[] }
    | {
          readonly type: 'list';
          readonly ordered: boolean;
          readonly start?: number;
          readonly items: readonly (readonly Block[])[];
      }
    | Table
    | { readonly type: 'definitions'; readonly rows: readonly Definition[] }
    /** what somebody said or what is quoted at length */
    | { readonly type: 'quotation'; readonly blocks: readonly Block[]; readonly by?: readonly Inline[] }
    | Notice
    | Picture
    | { readonly type: 'code'; readonly text: string }
    | { readonly type: 'rule' };

/** A drawing. HTML holds it as it is; formats without drawings get it as a file or as points. */
export interface Picture {
    readonly type: 'picture';
    /** distinct within the document; part of the name of a file */
    readonly name: string;
    readonly caption: string;
    /** what is in it, for who does not see it */
    readonly alternative: string;
    /** without a style of its own, see `../svg/style.ts` */
    readonly svg: string;
    /** heights, in the coordinates of the drawing, at which it may be cut to fit on pages */
    readonly cuts?: readonly number[];
}

export interface Table {
    readonly type: 'table';
    /** says what the table holds; undefined only for a table in somebody's prose */
    readonly caption?: string;
    readonly columns: readonly (readonly Inline[])[];
    /** whether the first cell of each row is its heading */
    readonly rowHeadings: boolean;
    readonly rows: readonly TableRow[];
}

export interface TableRow {
    /** where the row is an element that may be referred to */
    readonly id?: string;
    readonly cells: readonly (readonly Inline[])[];
}

export interface Definition {
    readonly term: readonly Inline[];
    readonly details: readonly (readonly Block[])[];
}

/** Something that must not be overlooked, or that is not of the text itself. */
export interface Notice {
    readonly type: 'notice';
    readonly kind: 'contradiction' | 'remark' | 'attention' | 'empty' | 'information';
    readonly id?: string;
    readonly title: readonly Inline[];
    readonly blocks: readonly Block[];
}

export type Inline =
    /** `literal`: as it is quoted, so that `[[` in it is nothing but brackets */
    | { readonly type: 'text'; readonly text: string; readonly literal?: true }
    | { readonly type: 'strong' | 'emphasis' | 'deleted'; readonly content: readonly Inline[] }
    | { readonly type: 'code'; readonly text: string }
    | { readonly type: 'break' }
    /** a place that may be referred to, with nothing to see */
    | { readonly type: 'anchor'; readonly id: string }
    /** to a place in this document; `inProse`: by a name in somebody's text */
    | {
          readonly type: 'reference';
          readonly to: string;
          readonly text: string;
          readonly hint?: string;
          readonly inProse?: true;
      }
    /** to the world; http or https only */
    | { readonly type: 'link'; readonly href: string; readonly content: readonly Inline[] }
    | { readonly type: 'date'; readonly date: string; readonly text: string }
    /** what is `onbekend` or `plaatselijk`; formats show it by more than colour */
    | { readonly type: 'open'; readonly open: 'unknown' | 'local'; readonly text: string }
    /** a word about the text: a name, `afgeleid`, `veelal`, `uit Gezinspad` */
    | { readonly type: 'mark'; readonly mark: Mark; readonly text: string }
    | { readonly type: 'citation'; readonly citation: Citation };

export type Mark = 'name' | 'derived' | 'modality' | 'implied' | 'inherited' | 'no-source' | 'not-found' | 'state';

/** Where a claim comes from, as one note. */
export interface Citation {
    /** two citations with the same key are the same note */
    readonly key: string;
    readonly content: readonly Inline[];
    /** the same on one line, for where notes are text */
    readonly text: string;
}

export function text(value: string): Inline {
    return { type: 'text', text: value };
}

export function strong(...content: Inline[]): Inline {
    return { type: 'strong', content };
}

export function paragraph(...content: Inline[]): Block {
    return { type: 'paragraph', content };
}

export function definition(term: string, ...details: (readonly Block[])[]): Definition {
    return { term: [text(term)], details };
}

/** The inlines of each part with the same words between them. */
export function joined(parts: readonly (readonly Inline[])[], between: string): Inline[] {
    return parts.flatMap((part, i) => (i === 0 ? [...part] : [text(between), ...part]));
}

/** Things with a word before the last: `A, B en C`. @param last with its spaces */
export function enumerated(parts: readonly (readonly Inline[])[], last: string): Inline[] {
    const [end = [], ...before] = parts.toReversed();
    return before.length === 0 ? [...end] : [...joined(before.toReversed(), ', '), text(last), ...end];
}

/**
 * The blocks with inlines added at the end of the last line of text, such as the notes to a claim. Where the last block
 * is no line of text, they get a line of their own.
 */
export function withEnding(blocks: readonly Block[], ending: readonly Inline[]): readonly Block[] {
    if (ending.length === 0) {
        return blocks;
    }
    const last = blocks.at(-1);
    if (last?.type === 'list') {
        const items = last.items.map((item, i) => (i === last.items.length - 1 ? withEnding(item, ending) : item));
        return [...blocks.slice(0, -1), { ...last, items }];
    }
    if (last?.type === 'paragraph') {
        return [...blocks.slice(0, -1), { ...last, content: [...last.content, ...ending] }];
    }
    return [...blocks, paragraph(...ending)];
}
