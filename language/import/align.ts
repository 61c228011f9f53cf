import type { DocumentLine } from './lines.js';

/** How a line of a document differs from the one that was made. */
export type LineChange =
    | { readonly kind: 'changed'; readonly before: DocumentLine; readonly after: DocumentLine }
    /** a line, or all lines of a row of a table */
    | { readonly kind: 'added'; readonly after: readonly DocumentLine[] }
    | { readonly kind: 'removed'; readonly before: readonly DocumentLine[] }
    /** the same lines stand elsewhere now */
    | { readonly kind: 'moved'; readonly before: readonly DocumentLine[]; readonly after: readonly DocumentLine[] }
    /** one line became several, or several became one, whether words of it changed or not */
    | { readonly kind: 'regrouped'; readonly before: readonly DocumentLine[]; readonly after: readonly DocumentLine[] };

/** How large a part of their words two lines share that are one line, changed. */
const ALIKE = 0.4;

/**
 * What changed from one document to another: the fewest lines, in the order of the text; lines that stand at the same
 * place and share words are one that changed. A row of a table is held beside a row, and then cell by cell.
 */
export function changesBetween(before: readonly DocumentLine[], after: readonly DocumentLine[]): LineChange[] {
    const gaps = gapsBetween(unitsOf(before), unitsOf(after));
    const moved = movesIn(gaps);
    const stays = (unit: Unit) => !moved.has(unit);
    return gaps.flatMap(({ olds, news }) => [
        ...betweenUnits(olds.filter(stays), news.filter(stays)),
        ...olds.flatMap((old): LineChange[] => {
            const now = moved.get(old);
            return now ? [{ kind: 'moved', before: old.lines, after: now.lines }] : [];
        }),
    ]);
}

/** A paragraph, or a row of a table with all its lines. */
interface Unit {
    readonly plain: string;
    readonly lines: readonly DocumentLine[];
}

function unitsOf(lines: readonly DocumentLine[]): Unit[] {
    const units: { lines: DocumentLine[] }[] = [];
    for (const line of lines) {
        const last = units.at(-1);
        if (line.row && last?.lines[0]?.row === line.row) {
            last.lines.push(line);
        } else {
            units.push({ lines: [line] });
        }
    }
    return units.map(({ lines: own }) => ({ lines: own, plain: own.map((l) => l.plain).join('\n') }));
}

/** What stands between what two texts have in common. */
interface Gap<Piece> {
    readonly olds: readonly Piece[];
    readonly news: readonly Piece[];
}

function gapsBetween<Piece extends { readonly plain: string }>(
    before: readonly Piece[],
    after: readonly Piece[],
): Gap<Piece>[] {
    const gaps: Gap<Piece>[] = [];
    let [i, j] = [0, 0];
    for (const [a, b] of [...commonPieces(before, after), [before.length, after.length] as const]) {
        gaps.push({ olds: before.slice(i, a), news: after.slice(j, b) });
        [i, j] = [a + 1, b + 1];
    }
    return gaps;
}

/** What was taken away at one place and put at another, as it was; both ways. */
function movesIn(gaps: readonly Gap<Unit>[]): ReadonlyMap<Unit, Unit> {
    const news = Map.groupBy(
        gaps.flatMap((g) => g.news),
        (unit) => unit.plain,
    );
    const moved = new Map<Unit, Unit>();
    for (const old of gaps.flatMap((g) => g.olds).filter((o) => o.plain.length >= LEAST_MOVED)) {
        const now = news.get(old.plain)?.shift();
        if (now) {
            moved.set(old, now);
            moved.set(now, old);
        }
    }
    return moved;
}

function betweenUnits(olds: readonly Unit[], news: readonly Unit[]): LineChange[] {
    const isRow = ({ lines }: Unit) => lines[0]?.row !== undefined;
    const linesIn = (units: readonly Unit[]) => units.filter((u) => !isRow(u)).flatMap((u) => u.lines);
    let left = news.filter(isRow);
    const rows = olds.filter(isRow).flatMap((old): readonly LineChange[] => {
        const [best] = left
            .filter((row) => canBeOneRow(old, row))
            .map((row) => ({ row, score: likeness(old.plain, row.plain) }))
            .toSorted((a, b) => b.score - a.score);
        if (!best || best.score < ALIKE) {
            return [{ kind: 'removed', before: old.lines }];
        }
        left = left.filter((row) => row !== best.row);
        return gapsBetween(old.lines, best.row.lines).flatMap((gap) => between(gap.olds, gap.news));
    });
    const added = left.map(({ lines }): LineChange => ({ kind: 'added', after: lines }));
    return [...between(linesIn(olds), linesIn(news)), ...rows, ...added];
}

/** Rows that are about the same: what they begin with is alike, or all behind it is the same. */
function canBeOneRow({ lines: [a] }: Unit, { lines: [b] }: Unit): boolean {
    const [[one = '', ...rest], [other = '', ...others]] = [a?.row ?? [], b?.row ?? []];
    return likeness(one, other) >= ALIKE || rest.join('\n') === others.join('\n');
}

/** What is shorter stands at many places by itself. */
const LEAST_MOVED = 12;

function between(before: readonly DocumentLine[], after: readonly DocumentLine[]): LineChange[] {
    const [olds, news] = [[...before], [...after]];
    const changes: LineChange[] = [];
    for (let [line] = olds; line; [line] = olds) {
        const match = matchOf(line, news);
        if (!match) {
            changes.push({ kind: 'removed', before: [line] });
            olds.shift();
            continue;
        }
        changes.push(...news.splice(0, match.from).map((added): LineChange => ({ kind: 'added', after: [added] })));
        const now = news.splice(0, match.count);
        const [only] = now;
        // what one line took in of the lines behind it
        const was = only && now.length === 1 ? olds.splice(0, joined(only, olds, 0)) : olds.splice(0, 1);
        changes.push(
            only && now.length === 1 && was.length === 1
                ? { kind: 'changed', before: line, after: only }
                : { kind: 'regrouped', before: was, after: now },
        );
    }
    return [...changes, ...news.map((added): LineChange => ({ kind: 'added', after: [added] }))];
}

/** The first lines that are one line, changed; where that was split, all pieces of it. */
function matchOf(line: DocumentLine, news: readonly DocumentLine[]) {
    for (let from = 0; from < news.length; from++) {
        const count = joined(line, news, from);
        const text = plainOf(news.slice(from, from + count));
        if (likeness(line.plain, text) >= ALIKE) {
            return { from, count };
        }
    }
    return undefined;
}

/** How many of some lines, from one on, are pieces of a line: each of them brings words of it that those before do not have. */
function joined(whole: DocumentLine, pieces: readonly DocumentLine[], from: number): number {
    let count = 1;
    for (; from + count < pieces.length; count++) {
        const next = pieces[from + count];
        const text = plainOf(pieces.slice(from, from + count));
        const own = wordsOf(next?.plain ?? '');
        const brought = shared(whole.plain, plainOf(pieces.slice(from, from + count + 1))) - shared(whole.plain, text);
        if (pieces[from]?.place !== next?.place || own.length === 0 || brought < own.length * PIECE) {
            break;
        }
    }
    return count;
}

/** How large a part of the words of a piece stand in the whole. */
const PIECE = 0.6;

/** The text of several lines as one. */
export function plainOf(lines: readonly DocumentLine[]): string {
    return lines.map((l) => l.plain).join(' ');
}

/** The words that two texts share, as a part of those of the longer one. */
function likeness(a: string, b: string): number {
    return shared(a, b) / Math.max(1, wordsOf(a).length, wordsOf(b).length);
}

/** How many words two texts share. */
function shared(a: string, b: string): number {
    const counts = new Map<string, number>();
    wordsOf(a).forEach((w) => counts.set(w, (counts.get(w) ?? 0) + 1));
    return wordsOf(b).filter((word) => {
        const left = counts.get(word) ?? 0;
        counts.set(word, left - 1);
        return left > 0;
    }).length;
}

function wordsOf(text: string): readonly string[] {
    return text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((w) => w !== '');
}

/** The longest row of pieces that both have, as pairs of places; what both begin and end with needs no search. */
function commonPieces(
    a: readonly { readonly plain: string }[],
    b: readonly { readonly plain: string }[],
): (readonly [number, number])[] {
    const same = (i: number, j: number) => a[i]?.plain === b[j]?.plain;
    let start = 0;
    while (start < a.length && start < b.length && same(start, start)) {
        start++;
    }
    let end = 0;
    while (end < a.length - start && end < b.length - start && same(a.length - 1 - end, b.length - 1 - end)) {
        end++;
    }
    const [n, m] = [a.length - start - end, b.length - start - end];
    const width = m + 1;
    // the length of the longest row from each pair of places on
    const longest = new Uint32Array((n + 1) * width);
    const at = (i: number, j: number) => longest[i * width + j] ?? 0;
    for (let i = n - 1; i >= 0; i--) {
        for (let j = m - 1; j >= 0; j--) {
            longest[i * width + j] = same(start + i, start + j)
                ? at(i + 1, j + 1) + 1
                : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const middle: (readonly [number, number])[] = [];
    for (let [i, j] = [0, 0]; i < n && j < m;) {
        if (same(start + i, start + j)) {
            middle.push([start + i++, start + j++]);
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            i++;
        } else {
            j++;
        }
    }
    const head = Array.from({ length: start }, (_, i) => [i, i] as const);
    const tail = Array.from({ length: end }, (_, i) => [a.length - end + i, b.length - end + i] as const);
    return [...head, ...middle, ...tail];
}
