import type { AstNode, LangiumDocument } from 'langium';
import type { ProtocolFile } from '../generated/ast.js';
import type { Place } from '../model/protocol.js';
import { cutOf, hasUnread, piecesNotRead, unreadIn } from '../model/unread.js';
import { nameOf } from '../names/name-index.js';
import { forEachChild } from '../names/tree.js';
import type { Finding } from './finding.js';
import { contains, placeOfProperty } from './places.js';

/** The rule that says what cannot be read. */
const UNREADABLE = 'meta/syntaxis';
/** Rules about what is written: whether it can be read, and whether its names lead somewhere. */
const ABOUT_WRITING: ReadonlySet<string> = new Set([UNREADABLE, 'meta/verwijzing', 'meta/regelfout']);
/** Rules about what is written that stay true whatever the rest of the text says. */
const CERTAIN: ReadonlySet<string> = new Set([UNREADABLE, 'meta/regelfout', 'meta/waarde', 'meta/dubbel']);
/** The area of rules about the text itself, which miss nothing in it. */
const ABOUT_TEXT = 'meta/';
/** Of how many mistakes of writing the element is looked up. */
const MOST_LOOKED_UP = 100;

/**
 * The findings that rest on what was read. What could not be read may say anything, so nobody is told
 * - something at it or because of it: what was read of a statement with a mistake of writing in it, or that breaks off at
 *   one, may mean something else;
 * - that something is missing in the element that it stands in: it may be just that;
 * - what is wrong with a name that stands in it: it may be used or described there. Of other elements all is told.
 *
 * The mistake itself is told.
 */
export function onlyOfWhatWasRead(findings: Finding[], document: LangiumDocument<ProtocolFile>): Finding[] {
    const isUnread = unreadPlaces(document);
    const names = namesAroundMistakes(findings, document);
    if (!isUnread && names.length === 0) {
        return findings;
    }
    const restsOnUnread = ({ code, at, related }: Finding): boolean =>
        isUnread !== undefined && !ABOUT_WRITING.has(code) && [at, ...related.map((r) => r.at)].some(isUnread);
    const mayMissUnread = ({ code, at }: Finding): boolean =>
        !code.startsWith(ABOUT_TEXT) && names.some((name) => contains(name, at) && contains(at, name));
    // what is told to be written otherwise is no name
    const beginOf = ({ at: { range } }: Finding) => `${String(range.start.line)}:${String(range.start.character)}`;
    const told = new Set(findings.filter((f) => f.code === UNREADABLE).map(beginOf));
    const isInTold = beforeMistakes(findings, document);
    const isBehindSign = behindSigns(document);
    const isToldName = (f: Finding): boolean =>
        f.code === 'meta/verwijzing' && (told.has(beginOf(f)) || isInTold(f) || isBehindSign(f));
    const isNamed = namedInUnread(document);
    // nor is what is said of such a name: that `moet` has no handover
    const noNames = findings.filter(isToldName).map((f) => `\`${document.textDocument.getText(f.at.range)}\``);
    const isAboutNoName = ({ code, message }: Finding): boolean =>
        !CERTAIN.has(code) && noNames.some((name) => message.nl.includes(name));
    return findings.filter(
        (f) => !restsOnUnread(f) && !mayMissUnread(f) && !isToldName(f) && !isNamed(f) && !isAboutNoName(f),
    );
}

/** Whether a name stands on a line behind a sign that the language does not know: what it would be there is not known. */
function behindSigns({ parseResult, textDocument }: LangiumDocument): (finding: Finding) => boolean {
    const signs = new Map<number, number>();
    for (const { offset } of parseResult.lexerErrors) {
        const { line, character } = textDocument.positionAt(offset);
        signs.set(line, Math.min(character, signs.get(line) ?? character));
    }
    return ({ at: { range } }) => range.start.character > (signs.get(range.start.line) ?? Infinity);
}

/** Whether a finding is about a name that also stands in what was not read: what is said of it there, nobody knows. */
function namedInUnread({ parseResult, textDocument }: LangiumDocument): (finding: Finding) => boolean {
    const text = textDocument.getText();
    const names = new Set(
        piecesNotRead(parseResult).flatMap(
            ({ offset, end }) =>
                text
                    .slice(offset, end)
                    .replace(/"[^"]*"/g, ' ')
                    .match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [],
        ),
    );
    return ({ code, at }) => names.size > 0 && !CERTAIN.has(code) && names.has(textDocument.getText(at.range));
}

/**
 * While part of a text cannot be read, an error elsewhere may be no more than its consequence: a name that leads nowhere
 * is that of the `rol` on the broken line, a step that nobody comes to waits for what it would have determined. So it is
 * a warning until all can be read.
 *
 * @param texts the text that is checked and those that it uses
 */
export function softenedByUnread(findings: Finding[], texts: Iterable<LangiumDocument>): Finding[] {
    const isConsequence = ({ code, severity }: Finding): boolean => severity === 'error' && !CERTAIN.has(code);
    if (!findings.some(isConsequence) || ![...texts].some((text) => hasUnread(text.parseResult))) {
        return findings;
    }
    return findings.map((f) => (isConsequence(f) ? { ...f, severity: 'warning' } : f));
}

/** Whether what stands at a place could not be read to its end; undefined where all was read. */
function unreadPlaces({ parseResult, textDocument, uri }: LangiumDocument): ((at: Place) => boolean) | undefined {
    if (!hasUnread(parseResult)) {
        return undefined;
    }
    const file = uri.toString();
    const isUnread = unreadIn(parseResult);
    return ({ file: where, range }) => {
        if (where !== file) {
            return false;
        }
        const piece = { offset: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) };
        // of a block, each statement is read or not by itself
        return isUnread(piece) && !textDocument.getText(range).includes('{');
    };
}

/** Whether a place ends right before a mistake on its line: `het` in `door het hele team` is half of what was meant. */
function beforeMistakes(
    findings: readonly Finding[],
    { textDocument }: LangiumDocument,
): (finding: Finding) => boolean {
    const mistakes = findings.filter((f) => f.code === UNREADABLE && !isMisspelt(f));
    const begins = new Set(mistakes.map(({ at }) => textDocument.offsetAt(at.range.start)));
    return ({ at }) => {
        const end = textDocument.offsetAt(at.range.end);
        const space = /^[ \t\u00A0]*/.exec(textDocument.getText().slice(end, end + 20))?.[0].length ?? 0;
        return space > 0 && begins.has(end + space);
    };
}

/** Whether a mistake is one word that is near to another, so that what stands before it means what it says. */
function isMisspelt({ message }: Finding): boolean {
    return message.nl.includes(' – bedoelde u ');
}

/** The names of the elements in which a statement could not be read. */
function namesAroundMistakes(findings: readonly Finding[], document: LangiumDocument): Place[] {
    return findings
        .filter((f) => f.code === UNREADABLE)
        .slice(0, MOST_LOOKED_UP)
        .map((f) => document.textDocument.offsetAt(f.at.range.start))
        .flatMap((offset) => [elementAround(document, offset), headBefore(document, offset)])
        .filter((element) => element !== undefined)
        .concat(cutOf(document.parseResult).flatMap(({ offset }) => elementsAround(document, offset)))
        .map((element) => placeOfProperty(document, element, 'name'));
}

/** The element of which only the head stands right before a mistake on its line: what was meant as its block, nobody read. */
function headBefore(document: LangiumDocument, offset: number): AstNode | undefined {
    const line = /[^\n]*$/.exec(document.textDocument.getText().slice(0, offset))?.[0] ?? '';
    const end = offset - line.length + line.trimEnd().length;
    const element = line.trim() === '' || line.trimEnd().endsWith('}') ? undefined : elementAround(document, end);
    return element?.$cstNode?.end === end ? element : undefined;
}

/** The name of the smallest element around a place in the text; undefined outside all of them. */
export function nameAround(document: LangiumDocument, offset: number): string | undefined {
    const element = elementAround(document, offset);
    return element && nameOf(element);
}

/** The smallest element with a name around a place in the text. */
function elementAround(document: LangiumDocument, offset: number): AstNode | undefined {
    return elementsAround(document, offset).at(-1);
}

/** The elements with a name around a place in the text, the smallest last. */
function elementsAround(document: LangiumDocument, offset: number): AstNode[] {
    const found: AstNode[] = [];
    let node: AstNode | undefined = document.parseResult.value;
    while (node) {
        if (nameOf(node) !== undefined) {
            found.push(node);
        }
        let inner: AstNode | undefined;
        forEachChild(node, (child) => {
            const cst = child.$cstNode;
            inner = cst && cst.offset <= offset && offset <= cst.end ? child : inner;
        });
        node = inner;
    }
    return found;
}
