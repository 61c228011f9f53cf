import type { Place } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import { escapeXml, num, rect, words } from './elements.js';
import { LIGHT_STYLE, STYLE_OF_DRAWINGS } from './style.js';

export interface DrawingOptions {
    readonly language: Language;
    /** how the file of a place is written: a path from the folder of the protocol; in the editor a URI */
    readonly pathOf: (fileUri: string) => string;
    /** mark the drawing as made despite errors */
    readonly forced: boolean;
    /** begins each id in it, so that two drawings may stand on one page */
    readonly prefix: string;
    /** `both`: light and dark, by what the reader prefers; `none`: on a page that has the style of drawings */
    readonly style: 'both' | 'light' | 'none';
}

const MARGIN = 16;

/** A whole SVG document around a drawing, with margins, title, description and style. */
export function svg(drawing: {
    readonly title: string;
    readonly description: string;
    readonly width: number;
    readonly height: number;
    readonly body: readonly string[];
    readonly options: DrawingOptions;
}): string {
    const { title, description, options, body } = drawing;
    const { prefix, language, style } = options;
    const notice = options.forced ? FORCED[language] : '';
    const top = MARGIN + (notice === '' ? 0 : 24);
    const [width, height] = [Math.ceil(drawing.width + 2 * MARGIN), Math.ceil(drawing.height + MARGIN + top)];
    const css = style === 'both' ? STYLE_OF_DRAWINGS : style === 'light' ? LIGHT_STYLE : '';
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="${num(-MARGIN)} ${num(-top)} ${num(width)} ${num(height)}" lang="${language}" role="graphics-document document" aria-labelledby="${prefix}title ${prefix}desc">`,
        `<title id="${prefix}title">${escapeXml(title)}</title>`,
        `<desc id="${prefix}desc">${escapeXml(notice === '' ? description : `${notice} ${description}`)}</desc>`,
        ...(css === '' ? [] : [`<style>${css}</style>`]),
        rect({ x: -MARGIN, y: -top, width, height }, 'dr-paper'),
        ...(notice === '' ? [] : [words(notice, { x: 0, y: -MARGIN }, 13, 'dr-tag-escalation dr-bold')]),
        ...body,
        '</svg>',
        '',
    ].join('\n');
}

const FORCED = {
    nl: 'Concept: gemaakt terwijl het draaiboek nog fouten bevat.',
    en: 'Draft: made while the protocol still has errors.',
};

export interface Marked {
    readonly id: string;
    readonly label: string;
    readonly element?: string | undefined;
    readonly at: Place | undefined;
    readonly options: DrawingOptions;
}

/** What belongs together, with where it comes from. */
export function group(content: string, { id, label, element, at, options }: Marked): string {
    const where = at
        ? ` data-file="${escapeXml(options.pathOf(at.file))}" data-line="${String(at.range.start.line + 1)}" data-column="${String(at.range.start.character + 1)}"`
        : '';
    const what = element === undefined ? '' : ` data-element="${escapeXml(element)}"`;
    const role = label === '' ? '' : ' role="graphics-symbol img"';
    const title = label === '' ? '' : `<title>${escapeXml(label)}</title>`;
    return `<g id="${options.prefix}${escapeXml(id)}"${what}${where}${role}>${title}${content}</g>`;
}
