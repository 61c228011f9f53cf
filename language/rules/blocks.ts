import type { Goal, Subgoal } from '../model/goals.js';
import type { Block, FileModel, Named, Place, Protocol } from '../model/protocol.js';
import { ofList } from '../model/of-list.js';
import { comparePositions, contains } from './places.js';

/** A block with the element that it belongs to. */
export interface OwnedBlock {
    readonly block: Block;
    /** the keyword of the block: "stap", "erkenning" */
    readonly kind: string;
    /** the name of the element, or what it is called where it has none */
    readonly owner: string;
    /** where the name is, or where the block begins */
    readonly nameAt: Place;
}

const cache = new WeakMap<object, readonly OwnedBlock[]>();

/**
 * All blocks that stand inside an interventie, itself first, for rules that look at every statement. What it inherits
 * and what its file shares stands elsewhere and is left out. Gathered once for each version of the protocol.
 */
export function blocksOf(protocol: Protocol): readonly OwnedBlock[] {
    return remembered(protocol, () =>
        [...protocolBlocks(protocol)].filter(({ block }) => contains(protocol.at, block.at)),
    );
}

/** All blocks of a file outside its interventies. */
export function blocksOutside(file: FileModel): readonly OwnedBlock[] {
    return remembered(file, () => [...fileBlocks(file)]);
}

function remembered(key: object, make: () => readonly OwnedBlock[]): readonly OwnedBlock[] {
    let blocks = cache.get(key);
    if (!blocks) {
        blocks = make();
        cache.set(key, blocks);
    }
    return blocks;
}

function* protocolBlocks(protocol: Protocol): Generator<OwnedBlock> {
    yield named('interventie', protocol);
    for (const party of protocol.parties) {
        yield unnamed(party.kind, party, protocol.name);
    }
    yield* allUnnamed('erkenning', protocol.recognitions, protocol.name);
    yield* allNamed('doelgroep', protocol.targetGroups);
    for (const goal of protocol.goals) {
        yield* goalBlocks('doel', goal);
        for (const subgoal of goal.subgoals) {
            yield* goalBlocks('subdoel', subgoal);
        }
    }
    yield* allNamed('indicator', protocol.indicators);
    yield* effects(protocol.effects);
    for (const rationale of protocol.rationales) {
        yield unnamed('onderbouwing', rationale, 'onderbouwing');
        yield* allNamed('factor', rationale.factors);
        for (const element of rationale.workingElements) {
            yield unnamed('werkzaam element', element, element.title);
        }
    }
    yield* allUnnamed('uitvoering', protocol.deliveries, 'uitvoering');
    for (const research of protocol.research) {
        yield named('onderzoek', research);
        yield* allUnnamed('onderzoek', research.phases, research.name);
        yield* effects(research.effects);
    }
    yield* allUnnamed('samenwerking', protocol.collaborations, 'samenwerking');
    yield* allNamed('gegeven', protocol.facts);
    yield* allNamed('document', protocol.documents);
    const { sources, concepts, organisations, roles, at } = protocol;
    yield* sharedBlocks({
        sources: inside(sources, at),
        concepts: inside(concepts, at),
        organisations: inside(organisations, at),
        roles: inside(roles, at),
    });
    if (protocol.process) {
        yield unnamed('aanpak', protocol.process, 'aanpak');
        for (const node of protocol.process.nodes) {
            yield named(NODE_KINDS[node.kind], node);
            if (node.kind !== 'end') {
                yield* allUnnamed('daarna', node.next, node.name);
            }
            if (node.kind === 'step' || node.kind === 'escalation') {
                for (const activity of node.activities) {
                    yield unnamed('activiteit', activity, activity.title);
                }
            }
        }
    }
    yield* allNamed('overdracht', protocol.handovers);
}

const NODE_KINDS = { step: 'stap', escalation: 'escalatie', group: 'groep', phase: 'fase', end: 'einde' } as const;

function* fileBlocks(file: FileModel): Generator<OwnedBlock> {
    yield* sharedBlocks(file);
    for (const framework of file.frameworks) {
        yield named('toetsingskader', framework);
        yield* allNamed('oordeel', framework.verdicts);
        for (const theme of framework.themes) {
            yield named('thema', theme);
            yield* allNamed('indicator', theme.indicators);
            for (const criterion of theme.criteria) {
                yield named('criterium', criterion);
                yield* allNamed('indicator', criterion.indicators);
            }
        }
    }
    for (const review of file.reviews) {
        yield named('beoordeling', review);
        yield* allNamed('informant', review.informants);
        for (const finding of review.findings) {
            yield unnamed('bevinding', finding, review.name);
            yield* allUnnamed('opvolging', finding.followUps, review.name);
        }
    }
    for (const scenario of file.scenarios) {
        yield unnamed('scenario', scenario, scenario.title);
    }
}

/** The elements of a list that stand inside a place. */
export function inside<T extends Named>(elements: readonly T[], place: Place): readonly T[] {
    const all = inOrder(elements).get(place.file) ?? [];
    let [low, high] = [0, all.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        const at = all[middle]?.at;
        if (at && comparePositions(at.range.start, place.range.start) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const found: Named[] = [];
    for (let next = all[low]; next && contains(place, next.at); next = all[++low]) {
        found.push(next);
    }
    return found as T[];
}

/** By file, in the order of the text. */
const inOrder = ofList((elements: readonly Named[]) =>
    Map.groupBy(
        elements.toSorted((a, b) => comparePositions(a.at.range.start, b.at.range.start)),
        (e) => e.at.file,
    ),
);

function* sharedBlocks(of: Pick<Protocol, 'sources' | 'concepts' | 'organisations' | 'roles'>): Generator<OwnedBlock> {
    for (const source of of.sources) {
        yield named(source.kind === 'source' ? 'bron' : 'richtlijn', source);
    }
    yield* allNamed('begrip', of.concepts);
    yield* allNamed('organisatie', of.organisations);
    yield* allNamed('rol', of.roles);
}

function* goalBlocks(kind: string, goal: Goal | Subgoal): Generator<OwnedBlock> {
    yield named(kind, goal);
    yield* allNamed('indicator', goal.indicators);
}

function* effects(all: Protocol['effects']): Generator<OwnedBlock> {
    for (const effect of all) {
        yield unnamed('effect', effect, effect.subject);
    }
}

function* allNamed(kind: string, elements: readonly Named[]): Generator<OwnedBlock> {
    for (const element of elements) {
        yield named(kind, element);
    }
}

function* allUnnamed(kind: string, blocks: readonly Block[], owner: string): Generator<OwnedBlock> {
    for (const block of blocks) {
        yield unnamed(kind, block, owner);
    }
}

function named(kind: string, element: Named): OwnedBlock {
    return { kind, block: element, owner: element.name, nameAt: element.nameAt };
}

function unnamed(kind: string, block: Block, owner: string): OwnedBlock {
    const { file, range } = block.at;
    return { kind, block, owner, nameAt: { file, range: { start: range.start, end: range.start } } };
}
