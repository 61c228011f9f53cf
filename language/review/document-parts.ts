import {
    paragraph,
    text,
    type Block,
    type Definition,
    type Inline,
    type Section,
} from '../generate/document/document.js';
import type { Place } from '../model/protocol.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import type { ElementAt } from './report.js';

/** What the parts of a report as a document need. */
export interface ReportWriter {
    readonly language: Language;
    readonly say: (text: Bilingual) => string;
    /** `gezinspad.draaiboek:40` */
    readonly place: (at: Place) => string;
    /** a distinct id */
    readonly fresh: (wanted: string) => string;
}

/** A chapter of the report. */
export function section(
    { fresh }: ReportWriter,
    id: string,
    title: string,
    blocks: readonly Block[],
    sections: readonly Section[] = [],
): Section {
    return { id: fresh(id), look: 'section', title: [text(oneLine(title))], blocks, sections };
}

/** What is told of something, with a line for each of it; nothing where there is none. */
export function row(term: string, details: readonly string[]): Definition {
    return { term: [text(term)], details: details.map((d) => [paragraph(...words(oneLine(d)))]) };
}

/** A sentence of ours, in which what is between backquotes is of the language. */
export function words(sentence: string): Inline[] {
    return sentence
        .split('`')
        .map((part, i): Inline => (i % 2 === 1 ? { type: 'code', text: part } : text(part)))
        .filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** Elements with their places: `Regisseur (gezinspad.draaiboek:40)`. */
export function placesOf(elements: readonly ElementAt[], { place }: ReportWriter): string {
    return elements.map(({ name, title, at }) => `${oneLine(title ?? name)} (${place(at)})`).join('; ');
}
