import type { Box, Point } from '../../diagram/geometry.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { circle, escapeXml, num, path, rect, words } from './elements.js';
import type { Entry } from './legend.js';

/** What became of something since an earlier version. */
export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** In the order of a legend. */
export const MARKS: readonly Mark[] = ['added', 'removed', 'changed', 'moved'];

/** Each has a sign as well as a colour, and a line of its own. */
const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '≠', moved: '↕' };

const MEANINGS: Readonly<Record<Mark, Bilingual>> = {
    added: { nl: 'nieuw', en: 'new' },
    removed: { nl: 'vervallen', en: 'removed' },
    changed: { nl: 'veranderd', en: 'changed' },
    moved: { nl: 'verplaatst', en: 'moved' },
};

const ROUND = 8;

/** Around a shape, or over a flow, what became of it. */
export function drawMark(mark: Mark, at: { box: Box } | { points: readonly Point[] }, language: Language): string {
    const title = `<title>${escapeXml(MEANINGS[mark][language])}</title>`;
    if ('points' in at) {
        const line = at.points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('');
        return `<g>${title}${path(line, `dr-way-mark dr-${mark}`)}</g>`;
    }
    const { box } = at;
    const wide = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
    return `<g>${title}${rect(wide, `dr-mark dr-${mark}`, ROUND)}${badge(mark, wide.x + 4, wide.y + 4)}</g>`;
}

function badge(mark: Mark, x: number, y: number): string {
    return (
        circle(x, y, ROUND, `dr-badge dr-${mark}`) +
        words(SIGNS[mark], { x, y: y + 4.5 }, 13, 'dr-badge-sign dr-bold', ' text-anchor="middle"')
    );
}

/** What a mark looks like, with what it means. */
export function markEntry(mark: Mark): Entry {
    const box = { x: 2, y: 2, width: 34, height: 20 };
    return {
        symbol: rect(box, `dr-mark dr-${mark}`, ROUND / 2) + badge(mark, 6, 6),
        width: 38,
        height: 24,
        meaning: MEANINGS[mark],
    };
}
