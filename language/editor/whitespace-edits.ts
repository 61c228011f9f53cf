/** Replaces the text from one offset to another. */
export interface Edit {
    readonly start: number;
    readonly end: number;
    readonly newText: string;
}

/**
 * The smallest changes that make one text of another when only white space differs: one for each run of white space
 * that is not the same, and one by itself for how far the line behind it is indented. Where something else differs, one change for all from there on, without the end that is equal.
 */
export function whitespaceEdits(before: string, after: string): Edit[] {
    const edits: Edit[] = [];
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
        const endI = endOfSpace(before, i);
        const endJ = endOfSpace(after, j);
        const was = before.slice(i, endI);
        const becomes = after.slice(j, endJ);
        if (was !== becomes) {
            edits.push(...linesAndIndent(i, was, becomes));
        }
        i = endI;
        j = endJ;
        while (i < before.length && j < after.length && before[i] === after[j] && !isSpace(before, i)) {
            i++;
            j++;
        }
        const stuck = (i < before.length && !isSpace(before, i)) || (j < after.length && !isSpace(after, j));
        if (stuck && !isSpace(before, i) && !isSpace(after, j)) {
            edits.push(trimmed(i, before.slice(i), after.slice(j)));
            break;
        }
    }
    return edits;
}

/** How many lines are skipped, and then how far the next one is indented: each can be done without the other. */
function linesAndIndent(offset: number, was: string, becomes: string): Edit[] {
    const [from, to] = [LAST_BREAK.exec(was), LAST_BREAK.exec(becomes)];
    if (!from || !to) {
        return [trimmed(offset, was, becomes)];
    }
    return [
        trimmed(offset, was.slice(0, from.index), becomes.slice(0, to.index)),
        trimmed(offset + from.index, from[0], to[0]),
    ].filter(({ start, end, newText }) => end > start || newText !== '');
}

/** The last line break and what is behind it. */
const LAST_BREAK = /\r?\n[^\n]*$/;

/** Without what both have in common at their start and end. */
function trimmed(offset: number, was: string, becomes: string): Edit {
    const most = Math.min(was.length, becomes.length);
    let head = 0;
    while (head < most && was[head] === becomes[head]) {
        head++;
    }
    let tail = 0;
    while (tail < most - head && was[was.length - 1 - tail] === becomes[becomes.length - 1 - tail]) {
        tail++;
    }
    return {
        start: offset + head,
        end: offset + was.length - tail,
        newText: becomes.slice(head, becomes.length - tail),
    };
}

function endOfSpace(text: string, from: number): number {
    let end = from;
    while (isSpace(text, end)) {
        end++;
    }
    return end;
}

function isSpace(text: string, at: number): boolean {
    const character = text[at];
    return character !== undefined && /\s/.test(character);
}
