import { AstUtils, DocumentCache, DocumentState, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import { importedDocuments } from '../names/imports.js';
import { buildProtocol, buildShared, type SharedElements } from './build.js';
import { buildFramework, buildReview, buildScenario } from './build-review.js';
import { addFlow } from './flow.js';
import { inherit, type Bases } from './inherit.js';
import { inOneUnit } from './one-unit.js';
import { essenceOf, takesOver, withEssence } from './kept.js';
import { Reader } from './reader.js';
import { unreadIn } from './unread.js';
import type { FileModel, Protocol, UnknownItem } from './protocol.js';
import type { LangiumSharedCoreServices } from 'langium';

interface SharedPart extends SharedElements {
    readonly unknowns: readonly UnknownItem[];
}

/** What was built of a document: of this version of its tree, and of the one before. */
interface Earlier {
    root: ast.ProtocolFile;
    shared?: SharedPart;
    /** by name */
    protocols: Map<string, { readonly node: ast.Intervention; readonly essence: Protocol }>;
    before: Earlier['protocols'];
}

function readerOf(document: LangiumDocument<ast.ProtocolFile>): Reader {
    return new Reader(document.uri.toString(), unreadIn(document.parseResult));
}

/** How many interventies may inherit from each other in a row; no one writes more, and each takes from the stack. */
const MOST_GENERATIONS = 100;

/**
 * The process model of each document, built once for each version of it and of what it inherits. This is the one place
 * where the model comes from: rules, analyses, documents and workflow outputs ask here.
 */
export class ModelCache {
    private readonly models: DocumentCache<string, FileModel>;
    private readonly shared: DocumentCache<string, SharedPart>;
    private readonly protocols: DocumentCache<ast.Intervention, Protocol>;
    private readonly earlier = new WeakMap<LangiumDocument, Earlier>();
    /** interventies whose model is being built, to cut cycles of inheritance */
    private readonly open = new Set<ast.Intervention>();

    constructor(private readonly services: { readonly shared: LangiumSharedCoreServices }) {
        // a document is linked anew when it changed, and when something that it refers to did
        this.models = new DocumentCache(services.shared, DocumentState.Linked);
        this.shared = new DocumentCache(services.shared, DocumentState.Linked);
        this.protocols = new DocumentCache(services.shared, DocumentState.Linked);
    }

    /** @param document a linked document, with errors or without */
    of(document: LangiumDocument<ast.ProtocolFile>): FileModel {
        return this.models.get(document.uri, 'model', () => {
            const file = document.uri.toString();
            const reader = readerOf(document);
            const elements = document.parseResult.value.elements;
            const shared = this.sharedOf(document);
            return {
                file,
                ...shared,
                interventions: elements.filter(ast.isIntervention).map((i) => this.protocol(i, document)),
                frameworks: elements.filter(ast.isFramework).map((f) => buildFramework(reader, f)),
                reviews: elements.filter(ast.isReview).map((r) => buildReview(reader, r)),
                scenarios: elements.filter(ast.isScenario).map((s) => buildScenario(reader, s)),
                unknowns: [...shared.unknowns, ...reader.unknowns],
            };
        });
    }

    /** Lets go of the model of a document; who asks again has it built anew. */
    forget(document: LangiumDocument): void {
        for (const cache of [this.models, this.shared, this.protocols]) {
            cache.clear(document.uri);
        }
        this.earlier.delete(document);
    }

    private sharedOf(document: LangiumDocument<ast.ProtocolFile>): SharedPart {
        return this.shared.get(document.uri, 'shared', () => {
            const reader = readerOf(document);
            const made = { ...buildShared(reader, document.parseResult.value.elements), unknowns: reader.unknowns };
            const earlier = this.earlierOf(document);
            if (!earlier.shared || !takesOver(earlier.shared, made)) {
                earlier.shared = made;
            }
            return earlier.shared;
        });
    }

    private protocol(node: ast.Intervention, document: LangiumDocument<ast.ProtocolFile>): Protocol {
        return this.protocols.get(document.uri, node, () => {
            this.open.add(node);
            try {
                const own = buildProtocol(readerOf(document), node);
                const { process, ...merged } = inherit(own, this.bases(node, document));
                const made = inOneUnit({
                    ...merged,
                    ...(process ? { process: addFlow(process, merged.handovers, merged.roles) } : {}),
                });
                return this.kept(made, node, document);
            } finally {
                this.open.delete(node);
            }
        });
    }

    /**
     * An interventie with the essence that it had, where that holds: what runs and reasons knows it then. One that inherits
     * shares parts with what it inherits from, which must not get its places.
     */
    private kept(made: Protocol, node: ast.Intervention, document: LangiumDocument<ast.ProtocolFile>): Protocol {
        const { protocols, before } = this.earlierOf(document);
        const same = protocols.get(made.name);
        const inherits = (node.refines ?? node.continues) !== undefined;
        // two of one name cannot be told apart
        const known = same ? (same.node === node ? same.essence : undefined) : before.get(made.name)?.essence;
        const kept = known && !inherits ? withEssence(known, made) : made;
        protocols.set(made.name, { node, essence: essenceOf(kept) });
        return kept;
    }

    private earlierOf(document: LangiumDocument<ast.ProtocolFile>): Earlier {
        const root = document.parseResult.value;
        let earlier = this.earlier.get(document);
        if (!earlier) {
            earlier = { root, protocols: new Map(), before: new Map() };
            this.earlier.set(document, earlier);
        } else if (earlier.root !== root) {
            Object.assign(earlier, { root, before: earlier.protocols, protocols: new Map() });
        }
        return earlier;
    }

    private bases(node: ast.Intervention, document: LangiumDocument<ast.ProtocolFile>): Bases {
        const refined = this.base(node.refines?.ref);
        const continued = this.base(node.continues?.ref);
        const files = [document, ...importedDocuments(document, this.services.shared.workspace.LangiumDocuments)];
        return {
            ...(refined ? { refined } : {}),
            ...(continued ? { continued } : {}),
            visible: files.map((f) => this.sharedOf(f as LangiumDocument<ast.ProtocolFile>)),
        };
    }

    private base(node: ast.Intervention | undefined): Protocol | undefined {
        const document = node && AstUtils.findRootNode(node).$document;
        return node && document && !this.open.has(node) && this.open.size < MOST_GENERATIONS
            ? this.protocol(node, document as LangiumDocument<ast.ProtocolFile>)
            : undefined;
    }
}
