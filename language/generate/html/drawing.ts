import type { Language } from '../../text/bilingual.js';
import type { Picture } from '../document/document.js';
import { mostOfAPicture, piecesOf, sizeOf } from '../document/pieces.js';
import { escapeHtml } from './escape.js';

/** As wide as a drawing may be to be read at the width of the text. */
const READABLE = 1230;

/**
 * As wide as the text; a larger one as large as it is, in a place to scroll in, unless the reader wants to see it whole. On
 * paper one that is higher than a page comes in pieces, cut where it may be cut.
 *
 * @param isWide whether it lies on its side on paper
 */
export function drawing(picture: Picture, language: Language, isWide: boolean): string {
    const { caption, svg } = picture;
    const name = escapeHtml(caption);
    const isLarge = sizeOf(svg).width > READABLE;
    const whole = language === 'nl' ? 'Laat de hele tekening in één keer zien' : 'Show the whole drawing at once';
    const choice = isLarge ? `<label class="whole"><input type="checkbox"> ${whole}</label>` : '';
    const { drawn, pieces } = inPieces(picture, isWide);
    return `<figure class="drawing${isLarge ? ' large' : ''}">${choice}<div class="scroll" role="group" aria-label="${name}" tabindex="0">${drawn}</div>${pieces}<figcaption>${name}</figcaption></figure>`;
}

/** The drawing, and for paper the pieces of it, each of which shows a part of the same drawing. */
function inPieces(picture: Picture, isWide: boolean): { readonly drawn: string; readonly pieces: string } {
    const svg = picture.svg.trim();
    const pieces = piecesOf(picture, mostOfAPicture(isWide));
    const [, left = '0', top = '0'] = /viewBox="(\S+) (\S+)/.exec(svg) ?? [];
    if (pieces.length < 2) {
        return { drawn: svg, pieces: '' };
    }
    const id = `tekening-${picture.name}`;
    const { width } = sizeOf(svg);
    const shown = pieces.map(
        ({ from, to }) =>
            `<svg viewBox="${left} ${String(Number(top) + from)} ${String(width)} ${String(to - from)}" width="${String(width)}" height="${String(to - from)}"><use href="#${id}"/></svg>`,
    );
    return {
        drawn: svg.replace('</desc>', () => `</desc><g id="${id}">`).replace(/<\/svg>$/, '</g></svg>'),
        pieces: `<div class="pieces" aria-hidden="true">${shown.join('')}</div>`,
    };
}
