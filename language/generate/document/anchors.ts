import type { Named, Place, Protocol } from '../../model/protocol.js';
import { distinct, safeName } from '../paths.js';
import type { Language } from '../../text/bilingual.js';
import type { Related } from '../generator.js';
import type { Shared } from './context.js';

/** Kinds of element that a name may stand for; one name may stand for one of each. */
export type ElementKind =
    | 'source' | 'concept' | 'organisation' | 'role' | 'target-group' | 'goal' | 'indicator' | 'factor' | 'research'
    | 'fact' | 'document' | 'node' | 'handover' | 'framework' | 'theme' | 'criterion' | 'framework-indicator'
    | 'verdict' | 'review' | 'informant'; // prettier-ignore

/** Where an element stands in the document. */
export interface Anchor {
    readonly id: string;
    readonly kind: ElementKind;
    readonly name: string;
    readonly title?: string;
    readonly at: Place;
}

export interface Anchors {
    /** the element of a name, of the first of these kinds that has it; of any kind where none is given */
    find(name: string, ...kinds: readonly ElementKind[]): Anchor | undefined;
    /** the place of an element in the document */
    of(element: Named): string;
    /** all of them, in the order of the protocol */
    readonly all: readonly Anchor[];
    /** a distinct id for something else in the document */
    fresh(wanted: string): string;
}

const PREFIX: Readonly<Record<ElementKind, string>> = {
    source: 'bron', concept: 'begrip', organisation: 'organisatie', role: 'rol', 'target-group': 'doelgroep', goal: 'doel',
    indicator: 'indicator', factor: 'factor', research: 'onderzoek', fact: 'gegeven', document: 'document', node: 'stap',
    handover: 'overdracht', framework: 'kader', theme: 'thema', criterion: 'criterium', 'framework-indicator': 'toets',
    verdict: 'oordeel', review: 'beoordeling', informant: 'informant',
}; // prettier-ignore

/** Gives every element of a protocol, and of what is about it, its own id in the document. */
export function anchorsOf(protocol: Protocol, shared: Shared, related: Related, language: Language): Anchors {
    const taken = new Set<string>();
    const all: Anchor[] = [];
    const byKind = new Map<string, Anchor>();
    const byName = new Map<string, Anchor>();
    const ids = new Map<Named, string>();
    const add = (kind: ElementKind, elements: readonly Named[]) => {
        for (const element of elements) {
            const id = distinct(`${PREFIX[kind]}-${safeName(element.name).replace(/\./g, '-').toLowerCase()}`, taken);
            const { name, nameAt: at } = element;
            const title = titleIn(language, element);
            const anchor: Anchor = { id, kind, name, at, ...(title === undefined ? {} : { title }) };
            all.push(anchor);
            ids.set(element, id);
            setOnce(byKind, `${kind} ${name}`, anchor);
            setOnce(byName, name, anchor);
        }
    };
    for (const [kind, elements] of elementsOf(protocol, shared, related)) {
        add(kind, elements);
    }
    const fresh = (wanted: string) => distinct(wanted, taken);
    // a copy of an element, with some of its properties taken out, stands at the same place in the text
    const sameElement = (element: Named) => all.find((a) => a.at === element.nameAt && a.name === element.name)?.id;
    return {
        all,
        fresh,
        find(name, ...kinds) {
            if (kinds.length === 0) {
                return byName.get(name);
            }
            return kinds.map((k) => byKind.get(`${k} ${name}`)).find((a) => a !== undefined);
        },
        of(element) {
            const known =
                ids.get(element) ?? sameElement(element) ?? fresh(`deel-${safeName(element.name).toLowerCase()}`);
            ids.set(element, known);
            return known;
        },
    };
}

/**
 * What an element is called: its title. A group that has no name in the text was given one by the model, `groep-1`; as a
 * title that reads "Groep 1".
 */
export function titleIn(language: Language, element: Named): string | undefined {
    const [, number] = /^groep-(\d+)$/.exec(element.name) ?? [];
    const isUnnamed = number !== undefined && element.title === undefined && 'mode' in element;
    return isUnnamed ? `${language === 'nl' ? 'Groep' : 'Group'} ${number}` : element.title;
}

function* elementsOf(
    protocol: Protocol,
    shared: Shared,
    related: Related,
): Generator<readonly [ElementKind, readonly Named[]]> {
    yield ['target-group', protocol.targetGroups];
    for (const goal of protocol.goals) {
        yield ['goal', [goal]];
        yield ['indicator', goal.indicators];
        for (const subgoal of goal.subgoals) {
            yield ['goal', [subgoal]];
            yield ['indicator', subgoal.indicators];
        }
    }
    yield ['indicator', protocol.indicators];
    yield ['node', protocol.process?.nodes ?? []];
    yield ['handover', protocol.handovers];
    yield ['role', shared.roles];
    yield ['organisation', shared.organisations];
    yield ['fact', protocol.facts];
    yield ['document', protocol.documents];
    for (const rationale of protocol.rationales) {
        yield ['factor', rationale.factors];
    }
    yield ['research', protocol.research];
    yield ['concept', shared.concepts];
    yield ['source', shared.sources];
    for (const framework of related.frameworks) {
        yield ['framework', [framework]];
        yield ['verdict', framework.verdicts];
        for (const theme of framework.themes) {
            yield ['theme', [theme]];
            yield ['framework-indicator', theme.indicators];
            for (const criterion of theme.criteria) {
                yield ['criterion', [criterion]];
                yield ['framework-indicator', criterion.indicators];
            }
        }
    }
    for (const review of related.reviews) {
        yield ['review', [review]];
        yield ['informant', review.informants];
    }
}

function setOnce<V>(map: Map<string, V>, key: string, value: V): void {
    if (!map.has(key)) {
        map.set(key, value);
    }
}
