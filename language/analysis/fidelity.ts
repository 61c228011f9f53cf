import { ELEMENT_WORDS, type ElementList } from '../model/element-words.js';
import type { Arrow } from '../model/process.js';
import type { Departure, Named, Protocol } from '../model/protocol.js';
import { elementsOf, type QueriedElement } from './elements.js';
import type { Around, Difference } from './difference.js';
import { headDifferences } from './fidelity-head.js';
import { restatedDifferently } from './restated.js';

/** The lists of elements that are held to what is refined; the others say who and what exists, and not what is done. */
const LISTS: ReadonlySet<ElementList> = new Set<ElementList>([
    'roles',
    'targetGroups',
    'goals',
    'indicators',
    'factors',
    'facts',
    'documents',
    'handovers',
    'nodes',
]);

/**
 * How a local working-out differs from what it refines (fidelity: whether what is done is what was described). An element
 * that it does not name again is the same; one that it names again has its own statements only, so what it does not
 * repeat is dropped. What was `onbekend` or `plaatselijk` is there to be filled in: that is `added`.
 *
 * What the head says without a name is not inherited (fidelity-head.ts).
 *
 * An `afwijking` of an element speaks for everything in it, that of the `aanpak` and of the `interventie` for what these
 * say of themselves; a `vervalt` for everything that goes along with it.
 *
 * @param protocol the working-out, with what it inherits
 * @param base what it refines
 * @returns the differences: what is dropped, then element by element in the order of the working-out; linear in both
 */
export function differencesFrom(base: Protocol, protocol: Protocol): readonly Difference[] {
    const said = sayer(protocol);
    const there = compared(base);
    const here = compared(protocol);
    const wentWith = new Map(protocol.lost.map((l) => [l.element, l.dropped]));
    const dropped = [...there].flatMap(([key, element]): Difference[] =>
        here.has(key) || element.kind === 'aanpak'
            ? []
            : [
                  withSayer(said(element, wentWith.get(element.name)), {
                      kind: 'dropped',
                      elementKind: element.kind,
                      element: element.name,
                      degree: 'contrary',
                      at: protocol.nameAt,
                      baseAt: element.at,
                  }),
              ],
    );
    const lost = protocol.lost
        .filter((l) => l.kind !== 'inside')
        .map((l): Difference =>
            withSayer(
                protocol.dropped.find((d) => d.element.name === l.dropped),
                {
                    kind: 'changed',
                    elementKind:
                        (here.get(`nodes ${l.element}`) ?? here.get(`handovers ${l.element}`))?.kind ?? 'aanpak',
                    element: l.element,
                    what: LOST_WORDS[l.kind],
                    was: l.dropped,
                    ...(l.to === undefined ? {} : { is: l.to }),
                    degree: 'contrary',
                    at: protocol.nameAt,
                    baseAt: l.at,
                },
            ),
        );
    const around = aroundOf(base, protocol);
    const added = addedTo(there, here).map((d) => withSayer(said(d.element), d.difference));
    const changed = [...here].flatMap(([key, element]) => {
        const before = there.get(key);
        return before === undefined || (element.block as Partial<Named>).inheritedFrom !== undefined
            ? []
            : restatedDifferently(before, element, around).map((d) => withSayer(d.saidBy ?? said(element), d));
    });
    const aboutHead = protocol.deviations.find((d) => d.elementKind === 'interventie');
    const head = headDifferences(base, protocol, around).map((d) => withSayer(aboutHead, d));
    return [...dropped, ...lost, ...head, ...changed, ...added];
}

const LOST_WORDS = {
    branch: 'daarna',
    ways: 'daarna',
    start: 'daarna',
    deadline: 'termijn',
    absent: 'bij-uitblijven',
    interrupt: 'altijd-als',
    inside: '',
    from: 'vanuit',
} as const;

function addedTo(
    there: ReadonlyMap<string, QueriedElement>,
    here: ReadonlyMap<string, QueriedElement>,
): { readonly element: QueriedElement; readonly difference: Difference }[] {
    return [...here].flatMap(([key, element]) =>
        there.has(key) || element.kind === 'aanpak'
            ? []
            : [
                  {
                      element,
                      difference: {
                          kind: 'added',
                          elementKind: element.kind,
                          element: element.name,
                          at: element.at,
                          elementAt: element.at,
                      },
                  },
              ],
    );
}

function withSayer(saidBy: Departure | undefined, difference: Difference): Difference {
    return saidBy ? { ...difference, saidBy } : difference;
}

function aroundOf(base: Protocol, protocol: Protocol): Around {
    const nodesOf = ({ process }: Protocol) => process?.nodes ?? [];
    const before = new Set(nodesOf(base).map((n) => n.name));
    const noEnds = [...nodesOf(base), ...nodesOf(protocol)].filter((n) => n.kind === 'end' && n.implicit);
    const unwritten = new Set(noEnds.map((n) => n.name));
    return {
        dropped: new Map(protocol.dropped.map((d) => [d.element.name, d])),
        waysBefore: Map.groupBy(onward(base), (a) => a.from),
        waysAfter: Map.groupBy(onward(protocol), (a) => a.from),
        isNew: (node) => !before.has(node),
        isNoEnd: (node) => unwritten.has(node),
    };
}

function onward({ process }: Protocol): readonly Arrow[] {
    return process?.arrows.filter((a) => ['next', 'branch', 'otherwise'].includes(a.kind)) ?? [];
}

/** From the list and the name of each element that is compared to the element. */
function compared(protocol: Protocol): ReadonlyMap<string, QueriedElement> {
    const result = new Map<string, QueriedElement>();
    for (const [kind, elements] of elementsOf(protocol)) {
        const list = listOf(kind);
        for (const element of kind === 'groep' ? [] : elements) {
            const key = kind === 'aanpak' ? 'aanpak' : `${list ?? ''} ${element.name}`;
            if (kind === 'aanpak' || (list && LISTS.has(list) && !isUnnamed(element))) {
                result.set(key, result.get(key) ?? element);
            }
        }
    }
    return result;
}

/** Whether a group has no name in the text, so that nobody can speak of it. */
function isUnnamed({ at, block }: QueriedElement): boolean {
    const [name, all] = [at.range.start, block.at.range.start];
    return name.line === all.line && name.character === all.character;
}

function listOf(kind: string): ElementList | undefined {
    return kind === 'een-van' || kind === 'naar-keuze' ? 'nodes' : ELEMENT_WORDS.get(kind)?.list;
}

/** Finds what the author says about an element: its own departure, that of what it stands in, or that of what it went with. */
function sayer(protocol: Protocol): (element: QueriedElement, wentWith?: string) => Departure | undefined {
    const byKey = new Map<string, Departure>();
    const byName = new Map<string, Departure>();
    for (const departure of [...protocol.deviations, ...protocol.dropped]) {
        byKey.set(`${ELEMENT_WORDS.get(departure.elementKind)?.list ?? ''} ${departure.element.name}`, departure);
        byName.set(departure.element.name, departure);
    }
    return (element, wentWith) => {
        for (let at: QueriedElement | undefined = element; at && at.kind !== 'interventie'; at = at.parent) {
            const departure = byKey.get(`${listOf(at.kind) ?? ''} ${at.name}`);
            // an `afwijking` of the `aanpak` is about what that says of itself, and not about each of its steps
            if (departure && (at === element || at.kind !== 'aanpak')) {
                return departure;
            }
        }
        return wentWith === undefined ? undefined : byName.get(wentWith);
    };
}
