import { AstUtils, DocumentCache, DocumentState, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import { importedDocuments } from '../names/imports.js';
import { buildProtocol, buildShared, type SharedElements } from './build.js';
import { buildFramework, buildReview, buildScenario } from './build-review.js';
import { addFlow } from './flow.js';
import { inherit, type Bases } from './inherit.js';
import { Reader } from './reader.js';
import { unreadIn } from './unread.js';
import type { FileModel, Protocol, UnknownItem } from './protocol.js';
import type { LangiumSharedCoreServices } from 'langium';

interface SharedPart extends SharedElements {
    readonly unknowns: readonly UnknownItem[];
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

    private sharedOf(document: LangiumDocument<ast.ProtocolFile>): SharedPart {
        return this.shared.get(document.uri, 'shared', () => {
            const reader = readerOf(document);
            return { ...buildShared(reader, document.parseResult.value.elements), unknowns: reader.unknowns };
        });
    }

    private protocol(node: ast.Intervention, document: LangiumDocument<ast.ProtocolFile>): Protocol {
        return this.protocols.get(document.uri, node, () => {
            this.open.add(node);
            try {
                const own = buildProtocol(readerOf(document), node);
                const { process, ...merged } = inherit(own, this.bases(node, document));
                return { ...merged, ...(process ? { process: addFlow(process, merged.handovers) } : {}) };
            } finally {
                this.open.delete(node);
            }
        });
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
