import type { Box, Point, TextBox } from '../../diagram/geometry.js';
import { isMeasured, LINE, textWidth, wrap } from '../../diagram/metrics.js';
import { escapeHtml } from '../html/escape.js';

/** A number as it stands in a drawing: a tenth of a pixel is enough. */
export const num = (value: number) => String(Math.round(value * 10) / 10);

export function rect({ x, y, width, height }: Box, style: string, radius = 0): string {
    const round = radius > 0 ? ` rx="${num(radius)}"` : '';
    return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${round} class="${style}"/>`;
}

export function circle(x: number, y: number, radius: number, style: string): string {
    return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" class="${style}"/>`;
}

/** A path of commands in steps from a point. */
export function path(data: string, style: string): string {
    return `<path d="${data}" class="${style}"/>`;
}

/** Lines of text; each word of it is data. */
export function text(box: TextBox, style = 'dr-text'): string {
    const x = box.align === 'left' ? box.x : box.x + box.width / 2;
    const anchor = box.align === 'middle' ? ' text-anchor="middle"' : '';
    return box.lines
        .map((line, i) => words(line, { x, y: box.y + box.size * (0.93 + i * LINE) }, box.size, style, anchor))
        .join('');
}

/** One line of text at a point, as wide as it is in our font: another one, which may be wider, is made to fit. Signs that no font of ours has keep their own width. */
export function words(content: string, { x, y }: Point, size: number, style: string, more = ''): string {
    const width = textWidth(content, size, style.includes('bold'));
    const fit = width > 0 && isMeasured(content) ? ` textLength="${num(width)}" lengthAdjust="spacingAndGlyphs"` : '';
    return `<text x="${num(x)}" y="${num(y)}" class="${style}" font-size="${num(size)}"${more}${fit}>${escapeXml(content)}</text>`;
}

export interface Paragraph {
    readonly svg: string;
    readonly height: number;
}

/** Text that wraps, from the top of a place; what does not fit is cut, and then the whole of it is its title. */
export function paragraph(
    content: string,
    { x, y, width }: Omit<Box, 'height'>,
    look: { readonly size: number; readonly lines: number; readonly style?: string; readonly middle?: boolean },
): Paragraph {
    const style = look.style ?? 'dr-text';
    const { lines, isCut } = wrap(content, width, look.lines, look.size, style.includes('bold'));
    const height = Math.ceil(lines.length * look.size * LINE);
    const align = look.middle ? ('middle' as const) : ('left' as const);
    const svg = text({ x, y, width, height, lines, size: look.size, align, isCut }, style);
    return { height, svg: isCut ? `<g><title>${escapeXml(content)}</title>${svg}</g>` : svg };
}

/** Text in XML: escaped, and without characters that XML 1.0 does not allow. */
export const escapeXml = escapeHtml;

const ROUND = 6;
const TIP = 8;

/** A flow with rounded corners and the head of an arrow at its end. */
export function arrow(points: readonly Point[]): string {
    const last = points.at(-1);
    const before = points.at(-2);
    if (!last || !before) {
        return '';
    }
    const [dx, dy] = [Math.sign(last.x - before.x), Math.sign(last.y - before.y)];
    const stop = { x: last.x - dx * (TIP - 1), y: last.y - dy * (TIP - 1) };
    const [side, back] = [4, TIP];
    const tip = `M${num(last.x)} ${num(last.y)}L${num(last.x - dx * back - dy * side)} ${num(last.y - dy * back - dx * side)}L${num(last.x - dx * back + dy * side)} ${num(last.y - dy * back + dx * side)}Z`;
    return path(rounded([...points.slice(0, -1), stop]), 'dr-flow') + path(tip, 'dr-tip');
}

function rounded(points: readonly Point[]): string {
    return points
        .map((point, i) => {
            const [before, after] = [points[i - 1], points[i + 1]];
            if (!before) {
                return `M${num(point.x)} ${num(point.y)}`;
            }
            if (!after) {
                return `L${num(point.x)} ${num(point.y)}`;
            }
            const [one, other] = [towards(point, before), towards(point, after)];
            return `L${num(one.x)} ${num(one.y)}Q${num(point.x)} ${num(point.y)} ${num(other.x)} ${num(other.y)}`;
        })
        .join('');
}

/** The point where a corner begins, on the way to the next point. */
function towards(from: Point, to: Point): Point {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const step = Math.min(ROUND, length / 2);
    return { x: from.x + Math.sign(to.x - from.x) * step, y: from.y + Math.sign(to.y - from.y) * step };
}
