import { AstUtils, type AstNode, type ReferenceInfo } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { Home } from '../names/name-index.js';
import { nearestAll } from '../text/distance.js';

/** For how many wrong names in one file a declaration is offered: a file with more lacks something else. */
const MOST_DECLARED = 200;
/**
 * How many names are compared in all for one file. Only where thousands of wrong names each see thousands of names is
 * that too few; what comes after is told without the name that was meant, so that the time stays in measure.
 */
const MOST_COMPARED = 2_000_000;
/** How many equally near names are offered. */
const MOST_OFFERED = 3;

type NearName = ReturnType<typeof nearestAll>[number];

/** The names of one kind in a home, and what was found among them. */
interface NamesOfKind {
    readonly names: readonly string[];
    readonly near: Map<string, readonly NearName[]>;
}

/**
 * Finds the names that a wrong name may have been meant to be, among those that are seen from its place and are of the
 * kind that is sought. The names of a home (a file, an interventie) are read once for each kind, and a wrong name is
 * compared with them once, from however many places it is seen: the work grows with the text, not with its square.
 */
export class NearNames {
    private readonly inHomes = new Map<Home, Map<string, NamesOfKind>>();
    /** the names by title, for each kind */
    private readonly titles = new Map<string, Map<string, Set<string>>>();
    private readonly words = new Set<string>();
    private count = 0;

    constructor(
        private readonly services: DraaiboekServices,
        private readonly mostCompared = MOST_COMPARED,
    ) {}

    /** How many names were read or compared. */
    get compared(): number {
        return this.count;
    }

    /** Whether so many names were not found that this file lacks something else than letters. */
    get givesUp(): boolean {
        return this.words.size > MOST_DECLARED;
    }

    /** @returns the nearest names, none or up to three that are equally near */
    of(reference: ReferenceInfo): readonly string[] {
        const word = reference.reference.$refText;
        this.words.add(word);
        const type = this.services.shared.AstReflection.getReferenceType(reference);
        const near: NearName[] = [];
        for (const home of this.services.references.ScopeProvider.homesInSight(reference)) {
            const ofKind = this.namesOfKind(home, type);
            let found = ofKind.near.get(word);
            if (!found) {
                if (this.count + ofKind.names.length > this.mostCompared) {
                    return [];
                }
                this.count += ofKind.names.length;
                found = nearestAll(word, ofKind.names);
                ofKind.near.set(word, found);
            }
            near.push(...found);
        }
        return nearestOf(near);
    }

    /** @returns the name of the only element of that kind in sight whose title is written as the name, in one word or more */
    titled(reference: ReferenceInfo): string | undefined {
        const { container } = reference;
        const type = this.services.shared.AstReflection.getReferenceType(reference);
        const file = AstUtils.getDocument(container).parseResult.value;
        let byTitle = this.titles.get(type);
        if (!byTitle) {
            byTitle = new Map<string, Set<string>>();
            this.titles.set(type, byTitle);
            for (const node of AstUtils.streamAst(file)) {
                const { name, title } = node as { name?: unknown; title?: unknown };
                if (typeof name === 'string' && typeof title === 'string' && this.isOfKind(node, type)) {
                    const key = withoutSigns(title);
                    byTitle.set(key, (byTitle.get(key) ?? new Set<string>()).add(name));
                }
            }
        }
        const scope = this.services.references.ScopeProvider.getScope(reference);
        const titled = [...(byTitle.get(withoutSigns(reference.reference.$refText)) ?? [])];
        const found = titled.filter((n) => scope.getElement(n) !== undefined);
        return found.length === 1 ? found[0] : undefined;
    }

    private isOfKind(node: AstNode, type: string): boolean {
        return this.services.shared.AstReflection.isSubtype(node.$type, type);
    }

    private namesOfKind(home: Home, type: string): NamesOfKind {
        const byType = this.inHomes.get(home) ?? new Map<string, NamesOfKind>();
        this.inHomes.set(home, byType);
        let ofKind = byType.get(type);
        if (!ofKind) {
            const all = this.services.names.of(AstUtils.getDocument(home)).get(home) ?? new Map<string, AstNode[]>();
            const names: string[] = [];
            for (const [name, nodes] of all) {
                if (nodes.some((n) => this.isOfKind(n, type))) {
                    names.push(name);
                }
            }
            this.count += all.size;
            ofKind = { names, near: new Map() };
            byType.set(type, ofKind);
        }
        return ofKind;
    }
}

/** The nearest of some names: more than one where several are equally near, none where no one is near. */
export function nearestNames(word: string, names: Iterable<string>): string[] {
    return nearestOf(nearestAll(word, names));
}

function nearestOf(near: readonly NearName[]): string[] {
    const least = Math.min(...near.map((n) => n.distance));
    const names = new Set(near.filter((n) => n.distance === least).map((n) => n.candidate));
    return [...names].sort((x, y) => (x < y ? -1 : 1)).slice(0, MOST_OFFERED);
}

/** What is left of a title that is written as a name: `VoorZorg-verpleegkundige` is "voorzorg verpleegkundige". */
function withoutSigns(text: string): string {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
