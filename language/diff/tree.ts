import type { FileModel, Named, Place, Protocol } from '../model/protocol.js';
import { cut } from '../text/cut.js';
import { oneLine } from '../text/one-line.js';
import { isCompared, kindIn, nameSpaceOf, wordOfField } from './fields.js';
import { isStated } from './keys.js';

/** An element of a model with what it says and what stands in it. */
export interface Element {
    /** the keyword of its block */
    readonly kind: string;
    /** the field of the model that it stands in */
    readonly list: string;
    /** the lists in which another element of this name is the same one */
    readonly space: string;
    /** undefined where it has none in the text */
    readonly name?: string;
    /** what the model calls it: its name, one that was made up for a group without, or its title */
    readonly called: string;
    readonly title?: string;
    /** the object of the model */
    readonly block: object;
    readonly at?: Place;
    readonly parent?: Element;
    /** the group or phase that a node stands in */
    readonly inGroup?: string;
    readonly items: readonly Item[];
    readonly children: readonly Element[];
}

/** One thing that an element says. */
export interface Item {
    readonly field: string;
    /** the word under which the text says it; with what is asked in `kenmerk "Methode"` */
    readonly word: string;
    readonly value: unknown;
    /** the object that has the field */
    readonly owner: object;
    readonly at?: Place;
}

type Fields = Readonly<Record<string, unknown>>;

/** One side of a comparison: files, or one interventie by itself. */
export interface Side {
    readonly files: readonly Pick<FileModel, RootList>[];
}

type RootList =
    'sources' | 'concepts' | 'organisations' | 'roles' | 'interventions' | 'frameworks' | 'reviews' | 'scenarios';

const SHARED = ['sources', 'concepts', 'organisations', 'roles'] as const;

/**
 * What the files of one side say, as a tree of elements. What an interventie shares with its file, or takes from another
 * file, stands beside it and not in it; what it inherits from an interventie of these files is told there.
 */
export function treeOf({ files }: Side): Element {
    const interventions = files.flatMap((f) => f.interventions);
    const here = new Set(interventions.map((p) => p.name));
    const shared = new Map(SHARED.map((list) => [list, sharedIn(list, files, interventions)] as const));
    const root: Fields = {
        ...Object.fromEntries(shared),
        interventions,
        frameworks: files.flatMap((f) => f.frameworks),
        reviews: files.flatMap((f) => f.reviews),
        scenarios: files.flatMap((f) => f.scenarios),
    };
    const isHere = (list: string, element: Partial<Named>) =>
        element.inheritedFrom === undefined
            ? !(shared as ReadonlyMap<string, readonly object[]>).get(list)?.includes(element)
            : !here.has(element.inheritedFrom);
    return elementOf(root, 'bestand', undefined, isHere);
}

/** What stands beside the interventies of the files, or in files that they use; each once. */
function sharedIn(
    list: (typeof SHARED)[number],
    files: Side['files'],
    interventions: readonly Protocol[],
): readonly object[] {
    const visible = interventions.flatMap((p) => p[list].filter((e) => !standsIn(e, p)));
    return [...new Set<object>([...files.flatMap<object>((f) => f[list]), ...visible])];
}

function standsIn({ at, inheritedFrom }: Named, protocol: Protocol): boolean {
    const [from, to] = [protocol.at.range.start, protocol.at.range.end];
    const inside = at.file === protocol.at.file && at.range.start.line >= from.line && at.range.start.line <= to.line;
    const isBefore =
        at.range.start.line === from.line && at.range.start.character < from.character
            ? true
            : at.range.start.line === to.line && at.range.start.character > to.character;
    return inheritedFrom !== undefined || (inside && !isBefore);
}

function elementOf(
    block: Fields,
    list: string,
    parent: Element | undefined,
    isHere: (list: string, element: Partial<Named>) => boolean,
): Element {
    const named = block as Partial<Named> & { parent?: string };
    const kind = list === 'bestand' ? list : kindIn(list, block);
    // a group that the model names by its place; what lacks the name that it should have is called by nothing
    const isUnnamed =
        named.name !== '' && named.nameAt !== undefined && named.at !== undefined && startsAt(named.nameAt, named.at);
    const title = typeof named.title === 'string' ? named.title : undefined;
    const element = {
        kind,
        list,
        space: nameSpaceOf(list),
        ...(named.name === undefined || named.nameAt === undefined || isUnnamed ? {} : { name: named.name }),
        called: named.name ?? title ?? textOf(block),
        ...(title === undefined ? {} : { title }),
        block,
        ...(named.at ? { at: named.nameAt ?? named.at } : {}),
        ...(parent ? { parent } : {}),
        ...(list === 'nodes' && named.parent !== undefined ? { inGroup: named.parent } : {}),
        items: [] as Item[],
        children: [] as Element[],
    };
    for (const [field, value] of Object.entries(block)) {
        if (value === undefined || !isCompared(field) || isIdentity(field, list) || isStatedToo(field, block)) {
            continue;
        }
        const all: readonly unknown[] = kind === 'einde' && field === 'flags' ? moreThanSaid(block) : [value].flat();
        for (const one of all) {
            if (isBlock(one)) {
                if ((parent === undefined || isHere(field, one)) && !(one as { implicit?: boolean }).implicit) {
                    element.children.push(elementOf(one as Fields, field, element, isHere));
                }
            } else if (one !== false && !isInherited(field, one)) {
                element.items.push(itemOf(field, one, block, kind));
            }
        }
    }
    return element;
}

/** What says which element it is, of what kind, and in what it stands: that is told by itself. */
function isIdentity(field: string, list: string): boolean {
    return (
        field === 'name' ||
        (list === 'nodes' && (field === 'parent' || field === 'kind' || field === 'mode')) ||
        ((list === 'parties' || list === 'sources') && field === 'kind') ||
        (list === 'phases' && field === 'phase')
    );
}

/** The `stand` of a comment or a follow-up is a statement in its block as well. */
function isStatedToo(field: string, { statements }: Fields): boolean {
    return field === 'state' && (statements as readonly { kind: string }[]).some(({ kind }) => kind === 'stand');
}

/** Of `geslaagd` and `bij weigering` the end itself says that they are there; what is left is who says so, how firmly, or twice. */
function moreThanSaid({ flags, successful, onRefusal }: Fields): readonly unknown[] {
    let said = Number(successful) + Number(onRefusal);
    return (flags as readonly object[]).filter((flag) => !saysNothing(flag) || said-- <= 0);
}

function saysNothing(value: object): boolean {
    return (
        isStated(value) &&
        Object.keys(value).every((k) => k === 'at' || k === 'provenance') &&
        (value.provenance as readonly { readonly fromBlock: boolean }[]).every((p) => p.fromBlock)
    );
}

function isBlock(value: unknown): value is Partial<Named> {
    return typeof value === 'object' && value !== null && 'statements' in value;
}

/** A claim that a block around it makes once for all. */
function isInherited(field: string, value: unknown): boolean {
    return field === 'provenance' && (value as { readonly fromBlock: boolean }).fromBlock;
}

function startsAt(a: Place, b: Place): boolean {
    return a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}

/** Of these the title says what they are; of anything else it is a name for readers. */
const SAID_BY_TITLE: ReadonlySet<string> = new Set([
    'doel',
    'subdoel',
    'indicator',
    'criterium',
    'effect',
    'doelgroep',
    'gegeven',
    'factor',
    'werkzaam element',
    'activiteit',
    'einde',
]);

function itemOf(field: string, value: unknown, owner: object, kind: string): Item {
    const stated = value as { kind?: string; subject?: string; at?: Place; type?: string };
    const isObject = typeof value === 'object' && value !== null;
    const word =
        field === 'statements' || field === 'spoken' || field === 'open'
            ? `${stated.kind ?? ''}${stated.subject === undefined ? '' : ` "${stated.subject}"`}`
            : field === 'guards'
              ? stated.kind === 'only-when'
                  ? 'pas als'
                  : 'klaar als'
              : field === 'title' && SAID_BY_TITLE.has(kind)
                ? 'tekst'
                : field === 'values' && (owner as Fields).kind === kind
                  ? kind
                  : wordOfField(field);
    return { field, word, value, owner, ...(isObject && stated.at ? { at: stated.at } : {}) };
}

/** What an element without a name or title is called: the text in it. */
function textOf({ subject, text, indicators }: Fields): string {
    const names = Array.isArray(indicators) ? indicators.flatMap((i: { name?: string }) => i.name ?? []) : [];
    return typeof subject === 'string' ? subject : typeof text === 'string' ? cut(oneLine(text), 60) : names.join(', ');
}

/** An element and all that stands in it. */
export function allIn(element: Element): readonly Element[] {
    return [element, ...element.children.flatMap(allIn)];
}
