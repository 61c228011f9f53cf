import { cut } from '../text/cut.js';
import type { ImportedComment, ImportedDocument, Marks, Revision } from './blocks.js';
import { linesOf } from './lines.js';
import { remarkOf } from './write.js';

/**
 * What stands in the margin of a form: its comments, and what was changed while that was tracked. Each becomes a remark
 * once, in the innermost element that takes the words over that it is about.
 */
export class Margin {
    /** how many remarks were written */
    written = 0;
    private readonly about = new Map<string, string>();
    private readonly comments: Map<string, ImportedComment>;
    private readonly changed: Map<Revision, string>;

    constructor(document: ImportedDocument) {
        this.comments = new Map(document.comments.map((c) => [c.key, c]));
        this.changed = new Map(document.struckRows?.map((r) => [r, '']));
        for (const { plain, comments, revisions } of linesOf(document.blocks)) {
            comments.forEach((key) => this.about.set(key, plain));
            revisions.forEach((r) => this.changed.set(r, plain));
        }
    }

    /** The remarks on some pieces of the form, for the element that they became. */
    on(...pieces: readonly (readonly Marks[] | undefined)[]): string[] {
        const marks = pieces.flatMap((p) => p ?? []);
        return this.write(
            marks.flatMap((m) => m.comments),
            marks.flatMap((m) => m.revisions),
        );
    }

    /** The remarks on what became no element. */
    rest(): string[] {
        return this.write([...this.comments.keys()], [...this.changed.keys()]);
    }

    private write(keys: readonly string[], revisions: readonly Revision[]): string[] {
        const own = keys.flatMap((key) => {
            const comment = this.comments.get(key);
            this.comments.delete(key);
            return comment ? [remarkOf(comment, this.beginningOf(this.about.get(key)))] : [];
        });
        const left = new Set(revisions.filter((r) => this.changed.has(r)));
        const groups = Map.groupBy(left, (r) => [this.changed.get(r), r.author, r.date].join('\n'));
        const tracked = [...groups.values()].map((same) =>
            remarkOf({ ...whoAndWhen(same[0]), text: changeText(same) }, this.beginningOf(this.wordsOf(same[0]))),
        );
        left.forEach((r) => this.changed.delete(r));
        this.written += own.length + tracked.length;
        return [...own, ...tracked];
    }

    private wordsOf(revision: Revision | undefined): string | undefined {
        return revision && this.changed.get(revision);
    }

    private beginningOf(words: string | undefined): string | undefined {
        return words === undefined || words === '' ? undefined : cut(words.replace(/["“”„]/g, ''), LONGEST_BEGINNING);
    }
}

/** How much of the words that a remark is about stands in it. */
const LONGEST_BEGINNING = 60;

function whoAndWhen({ author, date }: Partial<Revision> = {}) {
    return { ...(author === undefined ? {} : { author }), ...(date === undefined ? {} : { date }) };
}

/** What somebody changed: the text of the protocol is as after it. */
function changeText(revisions: readonly Revision[]): string {
    return revisions
        .map(({ kind, text }) => `“${text.trim()}” ${kind === 'inserted' ? 'toegevoegd' : 'geschrapt'}`)
        .join(', ');
}
