import { AstUtils, GrammarAST, type AstNode, type LangiumDocument, type Reference, type ReferenceInfo } from 'langium';
import { isFactValue, isProseReference } from '../generated/ast.js';
import { homeOf, NameIndexes, type Home, type NameIndex } from '../names/name-index.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** What is in the way of another name. */
export interface Clash {
    /** the element that has that name */
    readonly taken: AstNode;
    /** what would be about another element than it is now */
    readonly misread?: Reference;
}

/** The names as they are when elements have got another one. */
class NamesAfterRename extends NameIndexes {
    private readonly renamed = new Map<Home, AstNode[]>();
    private readonly after = new Map<LangiumDocument, NameIndex>();

    constructor(
        private readonly now: NameIndexes,
        elements: ReadonlySet<AstNode>,
        private readonly name: string,
    ) {
        super();
        for (const element of elements) {
            const home = homeOf(element);
            this.renamed.set(home, [...(this.renamed.get(home) ?? []), element]);
        }
    }

    override of(document: LangiumDocument): NameIndex {
        let index = this.after.get(document);
        if (!index) {
            index = new Map([...this.now.of(document)].map(([home, names]) => [home, this.inHome(home, names)]));
            this.after.set(document, index);
        }
        return index;
    }

    private inHome(
        home: Home,
        names: ReadonlyMap<string, readonly AstNode[]>,
    ): ReadonlyMap<string, readonly AstNode[]> {
        const moved = this.renamed.get(home);
        return moved ? new Map([...names, [this.name, [...(names.get(this.name) ?? []), ...moved]]]) : names;
    }
}

/**
 * Looks in all files whether a name would stand for another element when some get it: a use of those for one that has
 * the name already, or what has the name now for one of those.
 */
export function misreadAfterRename(
    elements: ReadonlySet<AstNode>,
    name: string,
    { shared, names, references }: DraaiboekLspServices,
): Clash | undefined {
    const documents = shared.workspace.LangiumDocuments.all.toArray();
    const isNew = !documents.some((d) => [...names.of(d).values()].some((named) => named.has(name)));
    if (isNew || [...elements].some(isFactValue)) {
        return undefined;
    }
    const scopes = references.ScopeProvider.withNames(new NamesAfterRename(names, elements, name));
    for (const document of documents) {
        for (const reference of document.references as readonly Reference[]) {
            const target = reference.ref;
            if (!target || !(elements.has(target) || reference.$refText === name)) {
                continue;
            }
            const context = contextOf(reference);
            const found = context && scopes.getScope(context).getElement(name)?.node;
            if (found && found !== target && !(elements.has(found) && elements.has(target))) {
                return { taken: elements.has(found) ? target : found, misread: reference };
            }
        }
    }
    return undefined;
}

/** Where a reference stands, as the linker was told. */
function contextOf(reference: Reference): ReferenceInfo | undefined {
    const { $refNode: place } = reference;
    const container = place?.astNode;
    const property = isProseReference(container)
        ? 'element'
        : AstUtils.getContainerOfType(place?.grammarSource, GrammarAST.isAssignment)?.feature;
    return container && property !== undefined ? { reference, container, property } : undefined;
}
