import {
    AstUtils,
    EMPTY_SCOPE,
    stream,
    type AstNode,
    type AstNodeDescription,
    type AstNodeLocator,
    type AstReflection,
    type LangiumCoreServices,
    type LangiumDocuments,
    type ReferenceInfo,
    type Scope,
    type ScopeProvider,
    type Stream,
    type URI,
} from 'langium';
import {
    type Assignment,
    type Comparison,
    type FactType,
    isAssignment,
    isComparison,
    isDeviation,
    isDropped,
    isFramework,
    isIntervention,
    isReview,
    isScenario,
    type Intervention,
} from '../generated/ast.js';
import { ELEMENT_WORDS } from '../model/element-words.js';
import { importedDocuments } from './imports.js';
import { isHome, type Home, type NameIndexes } from './name-index.js';

/**
 * Which names a reference sees, nearest first:
 * the block's own home (interventie, framework, review); for an interventie its file, then what it refines and
 * continues with their files; for a review its framework and interventie, for a scenario its interventie; the file; the
 * files that it uses. A name is found by the type that is asked for as well.
 */
export class DraaiboekScopeProvider implements ScopeProvider {
    private readonly reflection: AstReflection;
    private readonly documents: () => LangiumDocuments;
    private readonly describe: (node: AstNode, name: string) => AstNodeDescription;
    private readonly sight: Sight;

    constructor(
        private readonly services: LangiumCoreServices,
        private readonly names: () => NameIndexes,
    ) {
        this.reflection = services.shared.AstReflection;
        this.documents = () => services.shared.workspace.LangiumDocuments;
        const descriptions = new WeakMap<AstNode, AstNodeDescription>();
        this.describe = (node, name) => {
            let description = descriptions.get(node);
            if (!description) {
                description = new DescriptionOfNode(node, name, services.workspace.AstNodeLocator);
                descriptions.set(node, description);
            }
            return description;
        };
        this.sight = {
            homes: ({ container, property }) => this.homes(container, property),
            namesIn: (home) => this.namesIn(home),
            describe: this.describe,
            isA: (node, type) => this.reflection.isSubtype(node.$type, type),
        };
    }

    /** What references would see if the elements had the names of another index. */
    withNames(names: NameIndexes): DraaiboekScopeProvider {
        return new DraaiboekScopeProvider(this.services, () => names);
    }

    getScope(context: ReferenceInfo): Scope {
        const { container, property } = context;
        if (property === 'value' && (isComparison(container) || isAssignment(container))) {
            return this.factValues(container);
        }
        const type = this.reflection.getReferenceType(context);
        const kind =
            property === 'element' && (isDropped(container) || isDeviation(container))
                ? container.elementKind
                : undefined;
        const meant = kind === undefined ? undefined : ELEMENT_WORDS.get(kind)?.type;
        return new HomesScope(this.sight, context, this.nearestHome(container, property), type, meant);
    }

    /** The homes whose names a reference sees, nearest first, each once; none for the value of a fact. */
    homesInSight({ container, property }: ReferenceInfo): Iterable<Home> {
        return property === 'value' && (isComparison(container) || isAssignment(container))
            ? []
            : this.homes(container, property);
    }

    /** The first of the homes that a reference sees; undefined where that takes more than a look at what is around it. */
    private nearestHome(container: AstNode, property: string): Home | undefined {
        const node = nearestWithNames(isHeader(container, property) ? container.$container : container);
        return node && (isScenario(node) || isDropped(container)) ? undefined : node;
    }

    /** The homes that a reference sees, nearest first. Lazy: most references are found in the first one. */
    private *homes(container: AstNode, property: string): Generator<Home> {
        const seen = new Set<Home>();
        for (const home of this.allHomes(container, property)) {
            if (!seen.has(home)) {
                seen.add(home);
                yield home;
            }
        }
    }

    private *allHomes(container: AstNode, property: string): Generator<Home> {
        let node = nearestWithNames(isHeader(container, property) ? container.$container : container);
        while (node) {
            if (isIntervention(node)) {
                if (isDropped(container) && property === 'element') {
                    yield* this.inherited(node);
                } else {
                    // what the own file says comes before what is inherited
                    yield node;
                    yield AstUtils.findRootNode(node);
                    yield* this.lineage(node);
                }
            } else if (isReview(node)) {
                const { framework, intervention } = node as Partial<typeof node>;
                yield node;
                yield* this.withFile(framework?.ref);
                yield* this.lineageOf(intervention?.ref);
            } else if (isFramework(node)) {
                yield node;
            } else if (isScenario(node)) {
                yield* this.lineageOf((node as Partial<typeof node>).intervention?.ref);
            } else {
                yield* this.fileHomes(node);
            }
            node = nearestWithNames(node.$container);
        }
    }

    private *lineageOf(intervention: Intervention | undefined): Generator<Home> {
        if (intervention) {
            yield* this.lineage(intervention);
        }
    }

    /** An interventie with all that it inherits from; cycles, which a rule reports, are cut. */
    private *lineage(intervention: Intervention, seen = new Set<Intervention>()): Generator<Home> {
        if (seen.has(intervention)) {
            return;
        }
        seen.add(intervention);
        yield intervention;
        yield* this.inherited(intervention, seen);
    }

    private *inherited(intervention: Intervention, seen = new Set<Intervention>([intervention])): Generator<Home> {
        for (const base of [intervention.refines?.ref, intervention.continues?.ref]) {
            if (base) {
                yield* this.lineage(base, seen);
            }
        }
        yield* this.fileHomes(AstUtils.findRootNode(intervention));
    }

    private *withFile(node: AstNode | undefined): Generator<Home> {
        if (node) {
            yield node;
            yield* this.fileHomes(AstUtils.findRootNode(node));
        }
    }

    private *fileHomes(root: AstNode): Generator<Home> {
        yield root;
        if (root.$document) {
            for (const imported of importedDocuments(root.$document, this.documents())) {
                yield imported.parseResult.value;
            }
        }
    }

    private namesIn(home: Home): ReadonlyMap<string, readonly AstNode[]> | undefined {
        const document = AstUtils.findRootNode(home).$document;
        return document && isHome(home) ? this.names().of(document).get(home) : undefined;
    }

    private factValues(container: Comparison | Assignment): Scope {
        // a broken declaration may lack its type, and a broken value its name
        const type = container.fact?.ref?.type as FactType | undefined;
        const named = type?.values ?? [];
        if (named.length === 0) {
            return EMPTY_SCOPE;
        }
        const describe = this.describe;
        return {
            getElement: (name) => named.filter((v) => v.name === name).map((v) => describe(v, v.name))[0],
            getElements: (name) => stream(named.filter((v) => v.name === name).map((v) => describe(v, v.name))),
            getAllElements: () => stream(named.map((v) => describe(v, v.name))),
        };
    }
}

/** Whether a reference is in a head and so looked up outside the block: `uitwerking van X`, `beoordeling … van X`, `scenario voor X`. */
function isHeader(container: AstNode, property: string): boolean {
    switch (property) {
        case 'refines':
        case 'continues':
            return isIntervention(container);
        case 'framework':
            return isReview(container);
        case 'intervention':
            return isReview(container) || isScenario(container);
        default:
            return false;
    }
}

/** The node itself, or the nearest around it, by which is decided what names are seen. */
function nearestWithNames(node: AstNode | undefined): AstNode | undefined {
    let current = node;
    while (current && !isHome(current) && !isScenario(current)) {
        current = current.$container;
    }
    return current;
}

/** What the linker is told of a node. Langium's own holds what follows from the node, for each name that is referred to. */
class DescriptionOfNode implements AstNodeDescription {
    readonly type: string;

    constructor(
        readonly node: AstNode,
        readonly name: string,
        private readonly locator: AstNodeLocator,
    ) {
        this.type = node.$type;
    }

    get documentUri(): URI {
        return AstUtils.getDocument(this.node).uri;
    }

    get path(): string {
        return this.locator.getAstNodePath(this.node);
    }
}

/** What the scopes of all references ask of their provider. */
interface Sight {
    /** the homes that a reference sees, nearest first */
    homes(context: ReferenceInfo): Iterable<Home>;
    namesIn(home: Home): ReadonlyMap<string, readonly AstNode[]> | undefined;
    describe(node: AstNode, name: string): AstNodeDescription;
    isA(node: AstNode, type: string): boolean;
}

class HomesScope implements Scope {
    constructor(
        private readonly sight: Sight,
        private readonly context: ReferenceInfo,
        /** the first of the homes, where it is known: most references are found in it, without a list of all */
        private readonly nearest: Home | undefined,
        /** the type that the reference asks for */
        private readonly type: string,
        /** the type that is meant rather than any other that fits */
        private readonly meant: string | undefined,
    ) {}

    getElement(name: string): AstNodeDescription | undefined {
        const found = (this.meant === undefined ? undefined : this.find(name, this.meant)) ?? this.find(name);
        return found && this.sight.describe(found, name);
    }

    /** The nearest of this name of exactly a type; without one, of any type that fits. */
    private find(name: string, exactly?: string): AstNode | undefined {
        const { nearest } = this;
        const found = nearest && this.findIn(nearest, name, exactly);
        if (found) {
            return found;
        }
        for (const home of this.sight.homes(this.context)) {
            const further = this.findIn(home, name, exactly);
            if (further) {
                return further;
            }
        }
        return undefined;
    }

    private findIn(home: Home, name: string, exactly: string | undefined): AstNode | undefined {
        const named = this.sight.namesIn(home)?.get(name) ?? [];
        return named.find((node) => (exactly === undefined ? this.fits(node) : node.$type === exactly));
    }

    private fits(node: AstNode): boolean {
        return this.sight.isA(node, this.type);
    }

    getElements(name: string): Stream<AstNodeDescription> {
        return stream(this.all().filter((d) => d.name === name));
    }

    getAllElements(): Stream<AstNodeDescription> {
        return stream(this.all());
    }

    private all(): AstNodeDescription[] {
        const result = new Map<string, AstNodeDescription>();
        for (const home of this.sight.homes(this.context)) {
            for (const [name, nodes] of this.sight.namesIn(home) ?? []) {
                const node = nodes.find((n) => this.fits(n));
                if (node && !result.has(name)) {
                    result.set(name, this.sight.describe(node, name));
                }
            }
        }
        return [...result.values()];
    }
}
