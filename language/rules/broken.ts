import type { AstNode, LangiumDocument } from 'langium';
import { nameOf } from '../names/name-index.js';
import { forEachChild } from '../names/tree.js';
import type { Finding } from './finding.js';
import { contains, placeOfProperty } from './places.js';

/** The rule that says what cannot be read, and the area of rules about the text itself. */
const UNREADABLE = 'meta/syntaxis';
const ABOUT_TEXT = 'meta/';
/** Of how many broken places the element is looked up. */
const MOST_LOOKED_UP = 100;

/**
 * The findings without those at the name of an element in which a statement could not be read: what a rule misses there
 * may be what that statement says. Everything about other elements stays, and so does what is about the text itself.
 */
export function notMissedInBroken(findings: Finding[], document: LangiumDocument): Finding[] {
    const broken = findings.filter((f) => f.code === UNREADABLE);
    if (broken.length === 0) {
        return findings;
    }
    const names = broken
        .slice(0, MOST_LOOKED_UP)
        .flatMap((f) => elementAround(document, document.textDocument.offsetAt(f.at.range.start)) ?? [])
        .map((element) => placeOfProperty(document, element, 'name'));
    return findings.filter(
        (f) => f.code.startsWith(ABOUT_TEXT) || !names.some((name) => contains(name, f.at) && contains(f.at, name)),
    );
}

/** The smallest element with a name around a place in the text. */
function elementAround(document: LangiumDocument, offset: number): AstNode | undefined {
    let found: AstNode | undefined;
    let node: AstNode | undefined = document.parseResult.value;
    while (node) {
        found = nameOf(node) === undefined ? found : node;
        let inner: AstNode | undefined;
        forEachChild(node, (child) => {
            const cst = child.$cstNode;
            inner = cst && cst.offset <= offset && offset <= cst.end ? child : inner;
        });
        node = inner;
    }
    return found;
}
