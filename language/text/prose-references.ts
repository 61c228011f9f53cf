/** A piece of running text: as it is written, or a name between `[[` and `]]`. */
export type ProsePiece =
    | { readonly type: 'text'; readonly text: string }
    | {
          readonly type: 'name';
          readonly name: string;
          /** where the name begins, in the text */
          readonly from: number;
          /** the length of the name as written */
          readonly length: number;
      }
    /** brackets that nothing closes; they read as they are written */
    | { readonly type: 'unclosed'; readonly from: number };

/** What every reference begins with: a text without it has none, and costs nothing. */
const OPENING = '[[';
/** `\[[` stands for the brackets themselves; the last two of a row of brackets begin a name. */
const MARKS = /\\\[\[|\[\[(?!\[)(?:([^[\]\r\n]*)\]\])?/g;

/** Whether a text may name something; cheap. */
export function mayNameSomething(text: string): boolean {
    return text.includes(OPENING);
}

/**
 * Reads the references in running text: `[[Naam]]` names an element, `\[[` is how the brackets themselves are written.
 * A name stands on one line.
 */
export function piecesOfProse(text: string): readonly ProsePiece[] {
    const pieces: ProsePiece[] = [];
    let end = 0;
    const addText = (to: number, more = '') => {
        const words = text.slice(end, to) + more;
        if (words !== '') {
            pieces.push({ type: 'text', text: words });
        }
    };
    for (const { 0: image, 1: inside, index } of text.matchAll(MARKS)) {
        if (image.startsWith('\\')) {
            addText(index, OPENING);
        } else {
            addText(index);
            const from = index + OPENING.length;
            pieces.push(inside === undefined ? { type: 'unclosed', from: index } : nameIn(inside, from));
        }
        end = index + image.length;
    }
    addText(text.length);
    return pieces;
}

function nameIn(inside: string, from: number): ProsePiece {
    const name = inside.trim();
    return { type: 'name', name, from: from + inside.length - inside.trimStart().length, length: name.length };
}

/** The names in a text, each as often as it stands there. */
export function namesInProse(text: string): readonly string[] {
    return mayNameSomething(text) ? piecesOfProse(text).flatMap((p) => (p.type === 'name' ? [p.name] : [])) : [];
}

/** A text as it reads: each name as `called` says it, the brackets themselves without their mark. */
export function readProse(text: string, called: (name: string) => string): string {
    return mayNameSomething(text)
        ? piecesOfProse(text)
              .map((p) => (p.type === 'text' ? p.text : p.type === 'name' ? called(p.name) : OPENING))
              .join('')
        : text;
}
