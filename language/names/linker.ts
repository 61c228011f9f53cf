import {
    AstUtils,
    Cancellation,
    DefaultLinker,
    interruptAndCheck,
    type AstNode,
    type AstNodeLocator,
    type LangiumCoreServices,
    type LangiumDocument,
    type ReferenceDescription,
    type ReferenceDescriptionProvider,
    type ReferenceInfo,
    type URI,
    type Reference,
} from 'langium';
import { readNamesInProse } from './prose-references.js';
import { forEachPart } from './tree.js';

const NODES_BETWEEN_PAUSES = 20_000;

/** Links as Langium does, with one lean walk and a pause now and then instead of one at each node; then the names in texts. */
export class DraaiboekLinker extends DefaultLinker {
    override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
        const stack: AstNode[] = [document.parseResult.value];
        const linkIt = (info: ReferenceInfo): void => {
            this.doLink(info, document);
        };
        const later = (child: AstNode): void => {
            stack.push(child);
        };
        let count = 0;
        for (let node = stack.pop(); node; node = stack.pop()) {
            forEachPart(node, later, linkIt);
            if (++count % NODES_BETWEEN_PAUSES === 0) {
                await interruptAndCheck(cancelToken);
            }
        }
        const { references } = readNamesInProse(document, (node, cst, name) =>
            this.buildReference(node, 'element', cst, name),
        );
        for (const container of references) {
            this.doLink({ reference: container.element, container, property: 'element' }, document);
        }
    }
}

/**
 * Describes the references of a document for the index. Langium walks the tree again and writes out two paths for each
 * reference; here the linker's list is used, and a path or an address is made when it is asked for.
 */
export class DraaiboekReferenceDescriptions implements ReferenceDescriptionProvider {
    private readonly locator: AstNodeLocator;

    constructor(services: LangiumCoreServices) {
        this.locator = services.workspace.AstNodeLocator;
    }

    createDescriptions(document: LangiumDocument): Promise<ReferenceDescription[]> {
        const result: ReferenceDescription[] = [];
        for (const reference of document.references as Reference[]) {
            const target = reference.ref;
            const segment = reference.$refNode;
            if (target && segment) {
                result.push(new LazyReferenceDescription(document.uri, segment, target, this.locator));
            }
        }
        return Promise.resolve(result);
    }
}

class LazyReferenceDescription implements ReferenceDescription {
    constructor(
        readonly sourceUri: URI,
        private readonly refNode: NonNullable<Reference['$refNode']>,
        private readonly target: AstNode,
        private readonly locator: AstNodeLocator,
    ) {}

    get targetUri(): URI {
        return AstUtils.getDocument(this.target).uri;
    }

    get local(): boolean {
        return this.targetUri.toString() === this.sourceUri.toString();
    }

    get sourcePath(): string {
        return this.locator.getAstNodePath(this.refNode.astNode);
    }

    get targetPath(): string {
        return this.locator.getAstNodePath(this.target);
    }

    get segment(): ReferenceDescription['segment'] {
        const { offset, end, length, range } = this.refNode;
        return { offset, end, length, range };
    }
}
