import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import { hasUnread } from '../model/unread.js';
import { baseOf } from '../rules/bases.js';
import { modelOf, withAllThatItUses } from '../workspace.js';
import { assess, boundsIn, together } from './assess.js';
import type { ComparedSide } from './difference.js';
import type { TextAt } from './said.js';

/** What linked documents say, with what follows from it. What it gives stays as it is when the documents change. */
export function sideOf(documents: readonly LangiumDocument<ProtocolFile>[], services: DraaiboekServices): ComparedSide {
    return {
        files: documents.map((document) => modelOf(services, document)),
        textAt: textIn(services),
        assessment: together(documents.map((document) => assess(document, services))),
        unread: unreadIn(documents, services),
    };
}

/** The files, and those that they use, of which a part cannot be read. */
function unreadIn(documents: readonly LangiumDocument[], services: DraaiboekServices): readonly string[] {
    const all = new Set(documents.flatMap((document) => [...withAllThatItUses(document, services)]));
    return [...all].filter(({ parseResult }) => hasUnread(parseResult)).map(({ uri }) => uri.toString());
}

function textIn({ shared }: DraaiboekServices): TextAt {
    const texts = new Map(
        shared.workspace.LangiumDocuments.all
            .map(({ uri, textDocument }) => [uri.toString(), textDocument] as const)
            .toArray(),
    );
    return ({ file, range }) => texts.get(file)?.getText(range);
}

const NOTHING_ELSE = {
    sources: [],
    concepts: [],
    organisations: [],
    roles: [],
    frameworks: [],
    reviews: [],
    scenarios: [],
};

/** What is national and what is local, with which is beside which. */
export interface LocalSides {
    readonly national: ComparedSide;
    readonly local: ComparedSide;
    readonly beside: readonly (readonly [national: Protocol, local: Protocol])[];
}

/**
 * What is local beside what it works out, for each interventie of some documents that works out another one.
 *
 * @returns undefined where none does
 */
export function localSides(
    documents: readonly LangiumDocument<ProtocolFile>[],
    services: DraaiboekServices,
): LocalSides | undefined {
    const beside = documents.flatMap((document) =>
        modelOf(services, document).interventions.flatMap((local) => {
            const base = baseOf(local, 'refines', document, services);
            // of one that several work out, each has its own
            return base ? [[{ ...base }, local] as const] : [];
        }),
    );
    const textAt = textIn(services);
    const side = (interventions: readonly Protocol[]): ComparedSide => ({
        files: [{ ...NOTHING_ELSE, interventions }],
        textAt,
        unread: unreadIn(documents, services),
        assessment: {
            ...together([]),
            // they are called as the local one, so that each stands beside its own
            bounds: interventions.flatMap((p, i) => {
                const { holidays } = services.settings.settingsFor(p.at.file);
                return boundsIn(p, holidays).map((b) => ({ ...b, interventie: beside[i]?.[1].name ?? p.name }));
            }),
        },
    });
    const [nationals, locals] = [beside.map(([base]) => base), beside.map(([, local]) => local)];
    return beside.length === 0 ? undefined : { national: side(nationals), local: side(locals), beside };
}
