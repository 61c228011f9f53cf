import type { Language } from '../../text/bilingual.js';
import { xmlAttribute } from '../../text/xml.js';
import type { Inline } from '../document/document.js';
import { WORDS } from '../document/labels.js';
import type { Names } from './names.js';
import { fieldXml, paragraphXml, runProperties, runXml, type RunLook } from './paragraph.js';

/** Relations of one part of the package to what it refers to, by the address. */
export interface Relations {
    /** the id of the relation to an address outside */
    external(address: string): string;
}

/**
 * Writes the content of lines. A note is a footnote where the text first calls it; each later call is a cross-reference
 * to that one, which Word numbers anew by itself.
 */
export class InlineWriter {
    private readonly notes = new Map<string, number>();
    private readonly footnotes: string[] = [];

    constructor(
        private readonly language: Language,
        private readonly names: Names,
        private readonly relations: { readonly text: Relations; readonly notes: Relations },
    ) {}

    /** Runs of a line. @param own whether the words are ours, and so in the language of the edition */
    line(content: readonly Inline[], look: RunLook = {}, relations = this.relations.text): string {
        return content.map((inline) => this.inline(inline, look, relations)).join('');
    }

    /** Each footnote, in the order in which the text calls them. */
    footnoteXml(): string {
        return this.footnotes.join('');
    }

    /** The look of our own words in an edition in which they are not Dutch. */
    own(look: RunLook = {}): RunLook {
        return this.language === 'nl' ? look : { ...look, language: this.language };
    }

    private inline(inline: Inline, look: RunLook, relations: Relations): string {
        switch (inline.type) {
            case 'text':
            case 'date':
                return runXml(inline.text, look);
            case 'strong':
                return this.line(inline.content, { ...look, bold: true }, relations);
            case 'emphasis':
                return this.line(inline.content, { ...look, italic: true }, relations);
            case 'deleted':
                return this.line(inline.content, { ...look, deleted: true }, relations);
            case 'code':
                return runXml(inline.text, { ...look, style: 'CodeTeken' });
            case 'break':
                return '<w:r><w:br/></w:r>';
            case 'anchor':
                return this.names.bookmark(inline.id);
            case 'reference': {
                const runs = runXml(inline.text, { ...look, style: 'Verwijzing' });
                const place = this.names.known(inline.to);
                return place === undefined
                    ? runXml(inline.text, look)
                    : `<w:hyperlink w:anchor="${place}" w:history="1">${runs}</w:hyperlink>`;
            }
            case 'link': {
                const id = relations.external(inline.href);
                const runs = this.line(inline.content, { ...look, style: 'Hyperlink' }, relations);
                return `<w:hyperlink r:id="${xmlAttribute(id)}" w:history="1">${runs}</w:hyperlink>`;
            }
            case 'open': {
                const style = inline.open === 'unknown' ? 'Onbekend' : 'Plaatselijk';
                return runXml(`[${inline.text}]`, this.own({ ...look, style }));
            }
            case 'mark':
                switch (inline.mark) {
                    case 'name':
                        return runXml(inline.text, { ...look, style: 'CodeTeken' });
                    case 'modality':
                        return runXml(inline.text, this.own({ ...look, italic: true }));
                    case 'not-found':
                        return (
                            runXml(inline.text, { ...look, style: 'NietGevonden' }) +
                            runXml(` (${WORDS.notFound[this.language]})`, this.own({ ...look, style: 'Kanttekening' }))
                        );
                    case 'state':
                        return runXml(`(${inline.text})`, { ...look, style: 'Kanttekening' });
                    default:
                        return runXml(`(${inline.text})`, this.own({ ...look, style: 'Kanttekening' }));
                }
            case 'citation':
                return this.call(inline.citation.key, inline.citation.content);
        }
    }

    private call(key: string, content: readonly Inline[]): string {
        const known = this.notes.get(key);
        if (known !== undefined) {
            return fieldXml(`NOTEREF noot_${String(known)} \\f \\h`, String(known), { style: 'FootnoteReference' });
        }
        const number = this.notes.size + 1;
        this.notes.set(key, number);
        const reference = `<w:r>${runProperties({ style: 'FootnoteReference' })}<w:footnoteRef/></w:r>${runXml(' ')}`;
        const line = this.line(content, {}, this.relations.notes);
        const paragraph = paragraphXml({ style: 'FootnoteText' }, reference + line);
        this.footnotes.push(`<w:footnote w:id="${String(number + 1)}">${paragraph}</w:footnote>`);
        const mark = `<w:r>${runProperties({ style: 'FootnoteReference' })}<w:footnoteReference w:id="${String(number + 1)}"/></w:r>`;
        return this.names.around(`noot_${String(number)}`, mark);
    }
}
