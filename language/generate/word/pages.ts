/** A4 in twentieths of a point, upright and on its side, and the width of the text on it. */
const PAGES = {
    upright: { width: 11906, height: 16838, text: 9638 },
    onItsSide: { width: 16838, height: 11906, text: 14570 },
} as const;

/** In twentieths of a point. */
export function textWidth(landscape: boolean): number {
    return PAGES[landscape ? 'onItsSide' : 'upright'].text;
}

/** The relation to the line at the foot of a page, as long as the page is wide. */
export function footerOf(landscape: boolean): string {
    return landscape ? 'rIdFooterWide' : 'rIdFooter';
}

/** The properties of a run of pages. */
export function pagesXml(landscape: boolean): string {
    const { width, height } = PAGES[landscape ? 'onItsSide' : 'upright'];
    const orientation = landscape ? ' w:orient="landscape"' : '';
    return `<w:sectPr><w:footerReference w:type="default" r:id="${footerOf(landscape)}"/><w:pgSz w:w="${String(width)}" w:h="${String(height)}"${orientation}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
}

/** Ends the pages before it: they lie as `landscape` says. As low as a paragraph can be. */
export function endOfPages(landscape: boolean): string {
    return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${pagesXml(landscape)}</w:pPr></w:p>`;
}
