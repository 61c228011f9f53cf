import { AstUtils, type AstNode, type ReferenceInfo } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isDropped, isScenario } from '../generated/ast.js';
import { isHome } from '../names/name-index.js';
import { nearestAll } from '../text/distance.js';

/** How many names are looked up in one file: a file with more wrong names lacks something else than letters. */
const MOST_LOOKED_UP = 200;
/** How many equally near names are offered. */
const MOST_OFFERED = 3;
/** References that are looked up outside the block that they are the head of. */
const HEADERS: ReadonlySet<string> = new Set(['refines', 'continues', 'intervention', 'framework']);

/**
 * Finds the names that a wrong name may have been meant to be, among those that are seen from its place and are of the
 * kind that is sought. The names in sight are read once for each block and kind.
 */
export class NearNames {
    private readonly inSight = new Map<AstNode, Map<string, readonly string[]>>();
    private readonly found = new Map<readonly string[], Map<string, readonly string[]>>();
    /** the names by title, for each kind */
    private readonly titles = new Map<string, Map<string, Set<string>>>();
    private lookedUp = 0;

    constructor(private readonly services: DraaiboekServices) {}

    /** Whether so many names were looked up that this file lacks something else than letters. */
    get givesUp(): boolean {
        return this.lookedUp > MOST_LOOKED_UP;
    }

    /** @returns the nearest names, none or up to three that are equally near */
    of(reference: ReferenceInfo): readonly string[] {
        const names = this.namesInSight(reference);
        const word = reference.reference.$refText;
        const known = this.found.get(names) ?? new Map<string, readonly string[]>();
        this.found.set(names, known);
        let near = known.get(word);
        if (!near) {
            near = ++this.lookedUp > MOST_LOOKED_UP ? [] : nearestNames(word, names);
            known.set(word, near);
        }
        return near;
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
                if (
                    typeof name === 'string' &&
                    typeof title === 'string' &&
                    this.services.shared.AstReflection.isSubtype(node.$type, type)
                ) {
                    const key = withoutSigns(title);
                    byTitle.set(key, (byTitle.get(key) ?? new Set<string>()).add(name));
                }
            }
        }
        const inSight = new Set(this.namesInSight(reference));
        const found = [...(byTitle.get(withoutSigns(reference.reference.$refText)) ?? [])].filter((n) =>
            inSight.has(n),
        );
        return found.length === 1 ? found[0] : undefined;
    }

    private namesInSight(reference: ReferenceInfo): readonly string[] {
        const { container, property } = reference;
        const isHeader = HEADERS.has(property);
        const home = isHeader ? container : AstUtils.getContainerOfType(container, isHomeOrScenario);
        const block = home ?? container;
        const type = this.services.shared.AstReflection.getReferenceType(reference);
        const key = `${type} ${isHeader ? property : isDropped(container) ? 'dropped' : ''}`;
        const byKey = this.inSight.get(block) ?? new Map<string, readonly string[]>();
        this.inSight.set(block, byKey);
        let names = byKey.get(key);
        if (!names) {
            const scope = this.services.references.ScopeProvider.getScope(reference);
            names = scope
                .getAllElements()
                .map((d) => d.name)
                .toArray();
            byKey.set(key, names);
        }
        return names;
    }
}

/** The nearest of some names: more than one where several are equally near, none where no one is near. */
export function nearestNames(word: string, names: Iterable<string>): string[] {
    const near = nearestAll(word, names);
    return near
        .filter((n) => n.distance === near[0]?.distance)
        .slice(0, MOST_OFFERED)
        .map((n) => n.candidate);
}

/** What is left of a title that is written as a name: `VoorZorg-verpleegkundige` is "voorzorg verpleegkundige". */
function withoutSigns(text: string): string {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isHomeOrScenario(node: unknown): node is AstNode {
    return isScenario(node) || isHome(node as AstNode);
}
