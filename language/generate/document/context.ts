import type { Contradiction, FileModel, Protocol, Remark } from '../../model/protocol.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { anchorsOf, type Anchors } from './anchors.js';
import { gatherNotes, type Notes } from './notes.js';

/** What the parts of a document need to know of the whole while it is laid out. */
export interface Context {
    readonly language: Language;
    readonly protocol: Protocol;
    readonly related: Related;
    readonly anchors: Anchors;
    /** remarks and contradictions, each with a place of its own in the document */
    readonly notes: Notes;
    /** claims that hold for the part being laid out, as they were said above it; notes to them are left out */
    readonly announced: ReadonlySet<string>;
    /** says a text in the language of the document */
    readonly say: (text: Bilingual) => string;
}

export interface Related {
    readonly reviews: FileModel['reviews'];
    readonly frameworks: FileModel['frameworks'];
    readonly scenarios: FileModel['scenarios'];
}

export type RemarkNote = { readonly id: string; readonly owner: string; readonly remark: Remark };
export type ContradictionNote = { readonly id: string; readonly owner: string; readonly contradiction: Contradiction };

export function createContext(protocol: Protocol, related: Related, language: Language): Context {
    const anchors = anchorsOf(protocol, related);
    return {
        language,
        protocol,
        related,
        anchors,
        notes: gatherNotes([protocol, ...related.frameworks, ...related.reviews, ...related.scenarios], anchors),
        announced: new Set(),
        say: (text) => text[language],
    };
}
