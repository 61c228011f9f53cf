/** A text as it is compared with quotations from it. Both have the same length: a place in one is that in the other. */
export interface Comparable {
    /** with single spaces, without soft hyphens and without marks for emphasis and paragraphs */
    readonly shown: string;
    /** the same with one kind of quotation mark and one kind of dash */
    readonly compared: string;
}

/** What a quotation leaves out, between the pieces that it quotes: `…`, `...`, `[...]`, `(…)`. */
const LEFT_OUT = /\s*[[(]\s*(?:…|\.{3,})\s*[\])]\s*|\s*(?:…|\.{3,})\s*/;
/** How large a part of its words a passage must share with a quotation to be near it. */
const NEAR = 0.6;
/** A quotation of fewer words is near too much. */
const FEWEST_WORDS = 3;

export function comparable(text: string): Comparable {
    const shown = text
        .normalize('NFC')
        .replace(/\*\*|<\/?[a-z][a-z0-9]*>|\u00AD/gi, '')
        .replace(/[\s\u00A0\uFEFF]+/g, ' ')
        .trim();
    const compared = shown.replace(/[‘’‚‛´`“”„‟"«»‹›]/g, "'").replace(/[\u2010-\u2015\u2212]/g, '-');
    return { shown, compared };
}

/** The same text with the words together that a hyphen at the end of a line cuts in two. */
export function withoutLineHyphens(text: string): Comparable {
    return comparable(text.replace(/[-\u2010]\r?\n\s*(?=\p{Ll})/gu, ''));
}

/** The pieces of a quotation between what it leaves out, as they are compared. */
export function piecesOf(quotation: string): readonly string[] {
    return comparable(quotation)
        .compared.split(LEFT_OUT)
        .filter((piece) => piece.trim() !== '');
}

/** The first piece of a quotation that is not in a text behind the pieces before it; undefined where all are there. */
export function missingPiece(pieces: readonly string[], { compared }: Comparable): string | undefined {
    let from = 0;
    return pieces.find((piece) => {
        const at = compared.indexOf(piece, from);
        from = at + piece.length;
        return at < 0;
    });
}

/**
 * The passage of a text that shares most words with a piece of a quotation and is about as long.
 *
 * @returns undefined where nothing is near
 */
export function nearestPassage(piece: string, text: Comparable): string | undefined {
    const wanted = Map.groupBy(wordsOf(piece), (w) => w.word);
    const length = [...wanted.values()].reduce((sum, same) => sum + same.length, 0);
    const words = wordsOf(text.compared);
    if (length < FEWEST_WORDS || words.length < length) {
        return undefined;
    }
    const inWindow = new Map<string, number>();
    let shared = 0;
    let best = { shared: 0, start: 0 };
    for (const [index, { word }] of words.entries()) {
        const most = wanted.get(word)?.length ?? 0;
        const count = (inWindow.get(word) ?? 0) + 1;
        inWindow.set(word, count);
        shared += count <= most ? 1 : 0;
        const gone = words[index - length];
        if (gone) {
            const before = inWindow.get(gone.word) ?? 0;
            inWindow.set(gone.word, before - 1);
            shared -= before <= (wanted.get(gone.word)?.length ?? 0) ? 1 : 0;
        }
        if (shared > best.shared) {
            best = { shared, start: Math.max(0, index - length + 1) };
        }
    }
    const first = words[best.start];
    const last = words[best.start + length - 1];
    return best.shared >= NEAR * length && first && last ? text.shown.slice(first.from, last.to) : undefined;
}

interface Word {
    /** without capitals and punctuation */
    readonly word: string;
    readonly from: number;
    readonly to: number;
}

function wordsOf(text: string): readonly Word[] {
    return [...text.matchAll(/\S+/g)].map((match) => ({
        word: match[0].toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || match[0],
        from: match.index,
        to: match.index + match[0].length,
    }));
}
