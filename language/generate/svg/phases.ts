import type { Box, Diagram } from '../../diagram/geometry.js';
import { wrap } from '../../diagram/metrics.js';
import { rect, words } from './elements.js';

const ROW = 24;
const ABOVE = 8;
const BESIDE = 12;

/** Phases below a drawing that is not folded: from where to where each is, over more rows where they overlap. */
export function drawPhases(
    { shapes, strips, height }: Diagram,
    partOf: ReadonlyMap<string, number>,
    titles: readonly string[],
): { readonly svg: string; readonly height: number } {
    if (strips.length > 1) {
        return { svg: '', height: 0 };
    }
    const inPart = Map.groupBy(shapes, (s) => partOf.get(s.node));
    const ends: number[] = [];
    const bars = titles.flatMap((title, part) => {
        const own = inPart.get(part) ?? [];
        if (title === '' || own.length === 0) {
            return [];
        }
        const left = Math.min(...own.map((s) => s.x)) - BESIDE;
        const right = Math.max(...own.map((s) => s.x + s.width)) + BESIDE;
        const free = ends.findIndex((end) => end <= left);
        const row = free < 0 ? ends.length : free;
        ends[row] = right;
        return [bar(title, { x: left, y: height + ABOVE + row * ROW, width: right - left, height: ROW - 4 })];
    });
    return { svg: bars.join(''), height: bars.length === 0 ? 0 : ABOVE + ends.length * ROW };
}

function bar(title: string, box: Box): string {
    const [line = ''] = wrap(title, box.width - 10, 1, 12, true).lines;
    const at = { x: box.x + box.width / 2, y: box.y + 14.5 };
    return rect(box, 'dr-head') + words(line, at, 12, 'dr-text dr-bold', ' text-anchor="middle"');
}
