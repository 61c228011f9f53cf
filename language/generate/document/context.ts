import { queriesOn, type QueryResult } from '../../analysis/queries.js';
import type { Contradiction, Named, Protocol, Remark } from '../../model/protocol.js';
import type { Query } from '../../model/review.js';
import { withNamesUsed } from '../../model/names-used.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import type { Related } from '../generator.js';
import { notTakenOver, type NotTakenOver } from '../not-taken-over.js';
import { anchorsOf, type Anchors } from './anchors.js';
import { gatherNotes, type Notes } from './notes.js';

/** What the parts of a document need to know of the whole while it is laid out. */
export interface Context {
    readonly language: Language;
    readonly protocol: Protocol;
    readonly related: Related;
    /** whether the file holds text that could not be read */
    readonly unread: boolean;
    readonly shared: Shared;
    readonly anchors: Anchors;
    /** what it continues, whose elements it may name and that stand in a document of their own */
    readonly earlier: readonly { readonly from: Protocol; readonly anchors: Anchors }[];
    /** what the interventie that it works out says, and that does not hold for it; undefined where it works out none, or all is said */
    readonly notTakenOver?: { readonly from: Protocol; readonly kinds: readonly NotTakenOver[] };
    /** remarks and contradictions, each with a place of its own in the document */
    readonly notes: Notes;
    /** claims that hold for the part being laid out, as they were said above it; notes to them are left out */
    readonly announced: ReadonlySet<string>;
    /** for what is handed out: who says it stands in other documents, so no notes here */
    readonly silent?: true;
    /** evaluates a `toets` on the protocol */
    readonly evaluate: (query: Query) => QueryResult;
    /** says a text in the language of the document */
    readonly say: (text: Bilingual) => string;
}

/** Shared elements: those that the protocol sees, and those that reviews and cases of it see besides. */
export type Shared = Pick<Protocol, 'sources' | 'concepts' | 'organisations' | 'roles'>;

export type RemarkNote = { readonly id: string; readonly owner: string; readonly remark: Remark };
export type ContradictionNote = { readonly id: string; readonly owner: string; readonly contradiction: Contradiction };

const NOTHING: Related = { reviews: [], frameworks: [], scenarios: [] };

export function createContext(whole: Protocol, related: Related, language: Language, unread = false): Context {
    // what works it out, or what it works out, says nothing of what this uses
    const { predecessors = [], refinements: _, refined, ...about } = related;
    const protocol = withNamesUsed(whole, about);
    const shared = sharedOf(protocol, related);
    const anchors = anchorsOf(protocol, shared, related, language);
    const earlier = predecessors.map((p) => ({ from: p, anchors: anchorsOf(p, p, NOTHING, language) }));
    const kinds = refined ? notTakenOver(refined, protocol) : [];
    return {
        language,
        protocol,
        related,
        unread,
        shared,
        anchors,
        earlier,
        ...(refined && kinds.length > 0 ? { notTakenOver: { from: refined, kinds } } : {}),
        notes: gatherNotes(
            [
                protocol,
                ...Object.values<readonly Named[]>(shared).flat(),
                ...related.frameworks,
                ...related.reviews,
                ...related.scenarios,
            ],
            anchors,
        ),
        announced: new Set(),
        evaluate: queriesOn(whole),
        say: (text) => text[language],
    };
}

/** The shared elements of a document. */
export function sharedOf(protocol: Protocol, { shared }: Related): Shared {
    const more = <T extends Named>(own: readonly T[], others: readonly T[] = []): readonly T[] => {
        const known = new Set(own.map((e) => e.name));
        return [...own, ...others.filter((e) => !known.has(e.name))];
    };
    return {
        sources: more(protocol.sources, shared?.sources),
        concepts: more(protocol.concepts, shared?.concepts),
        organisations: more(protocol.organisations, shared?.organisations),
        roles: more(protocol.roles, shared?.roles),
    };
}
