import type { ProtocolTextNode } from './texts.js';

/** A piece of a protocol that is replaced, by offsets. */
export interface RawEdit {
    readonly from: number;
    readonly to: number;
    readonly newText: string;
}

/** An edit of a text, with the line of it that changes as a document shows it. */
export interface LineEdit extends RawEdit {
    readonly before: string;
    readonly after: string;
}

/** The words between what two texts begin and end with alike. */
export interface Span {
    /** in the text before */
    readonly from: number;
    readonly to: number;
    readonly inserted: string;
}

/** Where one text differs from another, widened to whole words. */
export function spanBetween(before: string, after: string): Span {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) {
        start++;
    }
    let end = 0;
    while (
        end < before.length - start &&
        end < after.length - start &&
        before[before.length - 1 - end] === after[after.length - 1 - end]
    ) {
        end++;
    }
    return { from: start, to: before.length - end, inserted: after.slice(start, after.length - end) };
}

/**
 * The edit of a protocol that does to a text what was done to a line that shows it: only the words that changed are
 * written, so that the rest keeps its layout.
 *
 * @param line the line as it was shown; the text stands in it
 * @returns undefined where the change is not in the text, or the text is written otherwise than it is shown
 */
export function editOf({ raw, offset, lines }: ProtocolTextNode, line: string, changed: string): LineEdit | undefined {
    const span = spanBetween(line, changed);
    for (const shown of lines) {
        const at = line.indexOf(shown);
        const inside = at >= 0 && shown !== '' && span.from >= at && span.to <= at + shown.length;
        const place = inside ? placeIn(raw, shown) : undefined;
        if (!place) {
            continue;
        }
        const from = place[span.from - at];
        const to = span.to === span.from ? from : (place[span.to - at - 1] ?? -1) + 1;
        if (from !== undefined && to !== undefined) {
            const after = shown.slice(0, span.from - at) + span.inserted + shown.slice(span.to - at);
            return { from: offset + from, to: offset + to, newText: safe(span.inserted), before: shown, after };
        }
    }
    return undefined;
}

/** For each character of a line, and its end, where it stands in a text in which white space may be longer. */
function placeIn(raw: string, shown: string): number[] | undefined {
    const pattern = shown
        .split(/\s+/)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('\\s+');
    const found = [...raw.matchAll(new RegExp(pattern, 'g'))];
    const [match] = found;
    if (!match || found.length !== 1) {
        return undefined;
    }
    const places: number[] = [];
    let at = match.index;
    for (const character of shown) {
        places.push(at);
        at += /\s/.test(character) ? (/^\s+/.exec(raw.slice(at))?.[0].length ?? 1) : character.length;
        for (let extra = 1; extra < character.length; extra++) {
            places.push(at - character.length + extra);
        }
    }
    places.push(at);
    return places;
}

/** New words may not end the text that they stand in, or name something. */
function safe(text: string): string {
    return text
        .replace(/"([^"]*)"/g, '‘$1’')
        .replace(/["“”„]/g, '’')
        .replaceAll('[[', '\\[[');
}
