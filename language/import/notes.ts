import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, isElement, type Element, type Node } from './inline.js';

/** Where footnotes are read: behind the text, as a document has them, or where the text calls them. */
export type NotesStand = 'behind' | 'in the text';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What a text calls a note with is short: a number, a star. */
const LONGEST_CALL = 6;

/** What may hold one note. */
const HOLDERS: ReadonlySet<string> = new Set(['li', 'div', 'aside', 'dd', 'p']);
const INLINE: ReadonlySet<string> = new Set(['a', 'sup', 'span', 'b', 'strong', 'em', 'i', 'font']);

/**
 * Moves each note to where the text first calls it, between brackets. A note is what a link leads to from which another
 * link leads back, as Word, LibreOffice, Pandoc and our own web pages have it.
 */
export function bringNotesIn(document: Parent): void {
    const all = elementsIn(document);
    const named = new Map<string, Element>();
    for (const element of all) {
        for (const name of [attributeOf(element, 'id'), attributeOf(element, 'name')]) {
            if (name !== undefined && !named.has(name)) {
                named.set(name, element);
            }
        }
    }
    const order = new Map(all.map((element, index) => [element, index]));
    const brought = new Set<Element>();
    for (const call of all.filter(isInnerLink)) {
        const number = textOf(call).replace(/[[\]()\s]/g, '');
        const note = noteAt(targetOf(call, named));
        const back =
            note && number.length <= LONGEST_CALL && !contains(note, call) && !brought.has(note)
                ? elementsIn(note)
                      .filter(isInnerLink)
                      .find((link) => isAt(targetOf(link, named), call))
                : undefined;
        // of two that lead to each other the first one in the text calls the other
        if (note && back && (order.get(call) ?? 0) < (order.get(back) ?? 0)) {
            brought.add(note);
            tree.detachNode(back);
            move(note, number, call);
        }
    }
}

/** A text without the note at its end, and that note. */
export function withoutNote(text: string): readonly [text: string, note: string | undefined] {
    const [, words = text, note] = /^([\s\S]*?)\s*(\(noot [^\s:]*: [\s\S]*\))$/.exec(text) ?? [];
    return [words, note];
}

function move(note: Element, number: string, call: Element): void {
    const [parent, around] = [call.parentNode, note.parentNode];
    if (!parent) {
        return;
    }
    tree.detachNode(note);
    if (around && 'tagName' in around && textOf(around).trim() === '') {
        tree.detachNode(around);
    }
    for (const node of [text(` (noot ${number}: `), ...contentOf(note), text(')')]) {
        tree.insertBefore(parent, node, call);
    }
    tree.detachNode(call);
}

/** What a note says, in one line: its paragraphs one behind the other. */
function contentOf(note: Element): Node[] {
    const inside = elementsIn(note);
    if (inside.some((e) => ['li', 'table', 'dl', 'pre'].includes(e.tagName))) {
        return [text(textOf(note).replace(/\s+/g, ' ').trim())];
    }
    const paragraphs = inside.filter((e) => e.tagName === 'p');
    const nodes = (paragraphs.length === 0 ? [note] : paragraphs).flatMap((part, i) => [
        ...(i === 0 ? [] : [text(' ')]),
        ...part.childNodes,
    ]);
    trim(nodes.find(hasText), /^\s+/);
    trim(nodes.findLast(hasText), /\s+$/);
    return nodes;
}

function hasText(node: Node): boolean {
    return (isElement(node) ? textOf(node) : tree.isTextNode(node) ? node.value : '').trim() !== '';
}

function trim(node: Node | undefined, space: RegExp): void {
    if (node && tree.isTextNode(node)) {
        node.value = node.value.replace(space, '');
    }
}

function text(value: string): Node {
    return tree.createTextNode(value);
}

function isInnerLink(element: Element): boolean {
    return element.tagName === 'a' && attributeOf(element, 'href')?.startsWith('#') === true;
}

function targetOf(link: Element, named: ReadonlyMap<string, Element>): Element | undefined {
    return named.get((attributeOf(link, 'href') ?? '').slice(1));
}

/** Whether a place is a link, or the words that it stands in. */
function isAt(place: Element | undefined, link: Element): boolean {
    return (
        place !== undefined && (place === link || contains(link, place) || (isInline(place) && contains(place, link)))
    );
}

function isInline({ tagName }: Element): boolean {
    return INLINE.has(tagName);
}

function contains(around: Element, inside: Element): boolean {
    for (let at = inside.parentNode; at && 'tagName' in at; at = at.parentNode) {
        if (at === around) {
            return true;
        }
    }
    return false;
}

/** The note of which a place is the beginning: all its paragraphs, where no other note stands beside it. */
function noteAt(target: Element | undefined): Element | undefined {
    let at = target;
    while (at && isInline(at)) {
        at = parentOf(at);
    }
    if (!at || !HOLDERS.has(at.tagName)) {
        return undefined;
    }
    const around = at.tagName === 'p' ? parentOf(at) : undefined;
    const isWhole = around && HOLDERS.has(around.tagName) && elementsIn(around).filter(isInnerLink).length === 1;
    return isWhole ? around : at;
}

function parentOf({ parentNode }: Element): Element | undefined {
    return parentNode && 'tagName' in parentNode ? parentNode : undefined;
}

function textOf(parent: Parent): string {
    return parent.childNodes.map((n) => (tree.isTextNode(n) ? n.value : isElement(n) ? textOf(n) : '')).join('');
}

function elementsIn(parent: Parent): Element[] {
    return parent.childNodes.filter(isElement).flatMap((e) => [e, ...elementsIn(e)]);
}
