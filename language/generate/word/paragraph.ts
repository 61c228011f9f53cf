import type { Language } from '../../text/bilingual.js';
import { xmlAttribute, xmlText } from '../../text/xml.js';
import { W } from './style.js';

/** How one paragraph differs from its style. All lengths in twentieths of a point. */
export interface ParagraphLook {
    readonly style?: string;
    readonly keepNext?: boolean;
    readonly pageBreakBefore?: boolean;
    readonly numbering?: { readonly id: number; readonly level: number };
    readonly indent?: { readonly left: number; readonly hanging?: number };
    /** where the tab in it leads, and whether what follows begins or ends there */
    readonly tab?: { readonly at: number; readonly align: 'left' | 'right' };
}

/** A paragraph around runs. */
export function paragraphXml(look: ParagraphLook, runs: string): string {
    const { style, keepNext, pageBreakBefore, numbering, indent, tab } = look;
    // in the order of the schema (ECMA-376 part 1, 17.3.1.26)
    const properties = [
        style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
        keepNext ? '<w:keepNext/>' : '',
        pageBreakBefore ? '<w:pageBreakBefore/>' : '',
        numbering
            ? `<w:numPr><w:ilvl w:val="${String(numbering.level)}"/><w:numId w:val="${String(numbering.id)}"/></w:numPr>`
            : '',
        tab ? `<w:tabs><w:tab w:val="${tab.align}" w:pos="${String(tab.at)}"/></w:tabs>` : '',
        indent
            ? `<w:ind w:left="${String(indent.left)}"${indent.hanging === undefined ? '' : ` w:hanging="${String(indent.hanging)}"`}/>`
            : '',
    ].join('');
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** How a run of text looks: a character style, and what comes on top of it. */
export interface RunLook {
    readonly style?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly deleted?: boolean;
    /** of the text, where that is not the language of the document */
    readonly language?: Language;
}

export function runProperties({ style, bold, italic, deleted, language }: RunLook): string {
    const properties = [
        style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
        bold ? '<w:b/><w:bCs/>' : '',
        italic ? '<w:i/><w:iCs/>' : '',
        deleted ? '<w:strike/>' : '',
        language === 'en' ? '<w:lang w:val="en-GB"/>' : '',
    ].join('');
    return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
}

/** A run of text; line ends in it are spaces. */
export function runXml(text: string, look: RunLook = {}): string {
    const line = text.replace(/[\t\n\r]/g, ' ');
    return line === '' ? '' : `<w:r>${runProperties(look)}<w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`;
}

/** A field with what it shows until somebody updates it. */
export function fieldXml(instruction: string, shown: string, look: RunLook = {}): string {
    return `<w:fldSimple w:instr=" ${xmlAttribute(instruction)} ">${runXml(shown, look)}</w:fldSimple>`;
}

/** A part of the package with its root element and the namespaces that may occur in it. */
export function partXml(root: string, content: string): string {
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<w:${root} xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">${content}</w:${root}>`
    );
}
