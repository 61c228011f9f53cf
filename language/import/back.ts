import type { AstNode, LangiumDocument } from 'langium';
import type { Place } from '../model/protocol.js';
import { statementEdit } from '../rules/fixes/insert-statement.js';
import type { TextEdit } from '../rules/finding.js';
import { comparePositions, contains, placeAt } from '../rules/places.js';
import { isRemark } from '../generated/ast.js';
import { cut } from '../text/cut.js';
import { oneLine } from '../text/one-line.js';
import { changesBetween, plainOf, type LineChange } from './align.js';
import type { ImportedComment, ImportedDocument, Revision } from './blocks.js';
import { editOf, type LineEdit } from './edit.js';
import { linesOf, type DocumentLine, type DocumentRow } from './lines.js';
import { isUnnamed, nodeOfElement, ownerOf, textsIn, type Owner, type ProtocolTextNode } from './texts.js';
import { DONE, quoted } from './write.js';

/** What comes back from a document that was made of a protocol. */
export interface BroughtBack {
    /** comments, and changes that no text of the protocol can be given */
    readonly remarks: readonly BackRemark[];
    /** changed texts, each with the edit that makes the same change in the protocol */
    readonly proposals: readonly Proposal[];
}

export interface BackRemark {
    readonly element: string;
    readonly at: Place;
    readonly author?: string;
    readonly date?: string;
    readonly text: string;
    /** whether a colleague said that it is dealt with */
    readonly isDone?: boolean;
    /** whether it stands there already */
    readonly isKnown: boolean;
}

export interface Proposal {
    readonly element: string;
    /** who changed it and when, where changes were tracked */
    readonly author?: string;
    readonly date?: string;
    /** the line of the document, as it was and as it became */
    readonly before: string;
    readonly after: string;
    readonly edit: TextEdit;
    /** a proposal before it that changes the same words otherwise, so that this one cannot be taken over as well */
    readonly rival?: Proposal;
    /** the remark that keeps it where it is not taken over */
    readonly asRemark: BackRemark;
    /**
     * the remark that is kept where it is taken over and the document shows the text as it was at another place: without it
     * that place would ask for the words before when the document comes back again
     */
    readonly asTaken?: BackRemark;
}

export interface BackContext {
    /** the interventie in the syntax tree */
    readonly node: AstNode;
    readonly document: LangiumDocument;
    /** how a name in a text reads */
    readonly called: (name: string) => string;
    /** from a place in the document, as {@link placeKey} writes it, to the name of its element */
    readonly elements: ReadonlyMap<string, string>;
    /** what the document is called, for remarks about changes of it */
    readonly from: string;
    /** whether its comments say already what they are about */
    readonly saysAbout?: boolean;
}

/** A place without what formats change in its name: Word allows no hyphens, and forty characters. */
export function placeKey(id: string): string {
    return id
        .replace(/[^A-Za-z0-9]/g, '_')
        .slice(0, 40)
        .toLowerCase();
}

/**
 * What colleagues did in a document that was made of a protocol: their comments as remarks at the right element, and what
 * they changed as proposals. Nothing of the protocol is taken away.
 *
 * @param made the document as it is made of the protocol now
 * @param received the same as it came back
 */
export function broughtBack(made: ImportedDocument, received: ImportedDocument, context: BackContext): BroughtBack {
    const lines = linesOf(received.blocks);
    const struck = [...lines.map((l) => l.revisions), ...(received.struckRows ?? []).map((r) => [r])];
    const back = new Back(context, lines, struck);
    const changes = changesBetween(linesOf(made.blocks).filter(isOfText), lines.filter(isOfText));
    changes.forEach((change) => {
        back.change(change);
    });
    const before = new Map(changes.flatMap((c) => (c.kind === 'changed' ? [[c.after, c.before] as const] : [])));
    const about = new Map(lines.flatMap((line) => line.comments.map((key) => [key, line] as const)));
    received.comments.forEach((comment) => {
        const line = about.get(comment.key);
        back.comment(comment, line, line && before.get(line));
    });
    return { remarks: back.remarks, proposals: back.proposals };
}

/**
 * Writes remarks at the end of the blocks of their elements, one element after the other: one that stands in another moves
 * when that one grows.
 *
 * @param parse reads a text as the protocol; gives its document and the interventie in it
 * @returns the text with the remarks that are not known yet
 */
export function withRemarks(
    text: string,
    remarks: readonly BackRemark[],
    parse: (text: string) => { readonly document: LangiumDocument; readonly node: AstNode | undefined },
): string {
    const fresh = remarks.filter((r) => !r.isKnown);
    let current = text;
    for (const [name, same] of Map.groupBy(fresh, (r) => r.element)) {
        const { document, node } = parse(current);
        const found = node && ('name' in node && node.name === name ? node : nodeOfElement(node, name));
        const owner = found && ownerOf(found, document);
        const edit = owner && statementEdit(document, owner, [...new Set(same.map(statementOf))]);
        if (edit) {
            const [from, to] = [edit.at.range.start, edit.at.range.end].map((p) => document.textDocument.offsetAt(p));
            current = current.slice(0, from) + edit.newText + current.slice(to);
        }
    }
    return current;
}

/** How the remarks begin that tell what was changed in a document. */
const TOLD = /^(?:(?:Toegevoegd|Geschrapt|Verplaatst|Voorstel|Gesplitst|Samengevoegd) in|Overgenomen uit) (.+?): /;

/**
 * A part of the model without the remarks that a document brought back before, so that the document that is made of it is
 * the one that was sent.
 *
 * @param from what the document is called
 */
export function withoutBroughtBack<T>(model: T, comments: readonly ImportedComment[], from: string): T {
    const came = new Set(comments.map((c) => plain(c.text)));
    const isFromHere = (value: unknown): value is { readonly at: Place } =>
        typeof value === 'object' &&
        value !== null &&
        'text' in value &&
        typeof value.text === 'string' &&
        (came.has(plain(value.text).replace(/^Bij '[^']*': /, '')) ||
            came.has(plain(value.text)) ||
            TOLD.exec(value.text)?.[1] === from);
    const gone: Place[] = [];
    eachList(model, 'remarks', (list) => gone.push(...list.filter(isFromHere).map((r) => r.at)));
    // that nobody knows who wrote one is told by itself
    const isGone = (value: unknown) =>
        isFromHere(value) ||
        (typeof value === 'object' &&
            value !== null &&
            'at' in value &&
            gone.some((g) => contains(g, value.at as Place)));
    const known = new Map<object, unknown>();
    const copy = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
            return value;
        }
        const before = known.get(value);
        if (before !== undefined) {
            return before;
        }
        const result: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
        known.set(value, result);
        for (const [key, part] of Object.entries(value)) {
            (result as Record<string, unknown>)[key] =
                (key === 'remarks' || key === 'unknowns') && Array.isArray(part)
                    ? part.filter((r) => !isGone(r)).map(copy)
                    : copy(part);
        }
        return result;
    };
    return copy(model) as T;
}

/** Calls back for each list under a name, wherever in a part of a model it stands. */
function eachList(part: unknown, name: string, found: (list: readonly unknown[]) => void, seen = new Set()): void {
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part) || seen.has(part)) {
        return;
    }
    seen.add(part);
    for (const [key, value] of Object.entries(part)) {
        if (key === name && Array.isArray(value)) {
            found(value);
        }
        eachList(value, name, found, seen);
    }
}

function statementOf({ author, date, text, isDone }: BackRemark): string {
    return [
        `opmerking van ${author === undefined ? 'onbekend' : quoted(author)}`,
        ...(date === undefined ? [] : [`op ${date}`]),
        quoted(text),
        ...(isDone === true ? [DONE] : []),
    ].join(' ');
}

class Back {
    readonly remarks: BackRemark[] = [];
    readonly proposals: Proposal[] = [];
    private readonly texts: readonly ProtocolTextNode[];
    private readonly whole: Owner | undefined;

    constructor(
        private readonly context: BackContext,
        private readonly received: readonly DocumentLine[],
        /** what was changed in each line and in each row that is gone */
        private readonly revisions: readonly (readonly Revision[])[],
    ) {
        const { node, document, called } = context;
        this.texts = textsIn(node, document, called);
        this.whole = ownerOf(node, document);
    }

    change(change: LineChange): void {
        if (isAboutMaking(change)) {
            return;
        }
        const { from } = this.context;
        switch (change.kind) {
            case 'changed':
                this.changed(change.before, change.after.plain, whoIn([change.after]));
                break;
            case 'added':
                this.remark(
                    this.elementOfAll(change.after),
                    `Toegevoegd in ${from}: “${shownTogether(change.after)}”`,
                    whoIn(change.after),
                );
                break;
            case 'removed':
                this.remark(
                    this.elementOfAll(change.before),
                    `Geschrapt in ${from}: “${shownTogether(change.before)}”`,
                    this.whoStruck(change.before),
                );
                break;
            case 'moved':
                this.remark(
                    this.elementOfAll(change.before),
                    `Verplaatst in ${from}: “${shownTogether(change.after)}”`,
                    whoIn(change.after),
                );
                break;
            case 'regrouped':
                this.regrouped(change.before, change.after);
        }
    }

    /** A text of the protocol has the words of all pieces; where one piece begins stands in no text, so a remark tells. */
    private regrouped(before: readonly DocumentLine[], after: readonly DocumentLine[]): void {
        const [first] = before;
        const [was, is] = [plainOf(before), plainOf(after)];
        if (!first) {
            return;
        }
        const who = whoIn(after);
        if (was !== is && before.length === 1) {
            this.changed(first, is, who);
        }
        const pieces = after.map((l) => `“${l.plain}”`).join(' | ');
        this.remark(
            this.elementOf(first),
            before.length === 1
                ? `Gesplitst in ${this.context.from}: ${pieces}`
                : was === is
                  ? `Samengevoegd in ${this.context.from}: ${pieces}`
                  : this.proposed(before.map((l) => l.plain).join('” en “'), is),
            who,
        );
    }

    private proposed(before: string, after: string): string {
        return `Voorstel in ${this.context.from}: in plaats van “${before}” staat er “${after}”`;
    }

    private changed(before: DocumentLine, after: string, who: Who): void {
        const element = this.elementOf(before);
        const inElement = (text: ProtocolTextNode) => text.owner.name === element?.name;
        const candidates = this.texts.toSorted((a, b) => Number(inElement(b)) - Number(inElement(a)));
        for (const text of candidates) {
            const edit = editOf(text, before.plain, after);
            if (edit) {
                this.propose(text.owner, before.plain, after, who, edit);
                return;
            }
        }
        this.remark(element, this.proposed(before.plain, after), who);
    }

    /** That a text was taken over from one of the places where the document shows it. */
    private taken({ before, after }: Pick<LineEdit, 'before' | 'after'>): string {
        return `Overgenomen uit ${this.context.from}: in plaats van “${before}” staat er nu “${after}”; elders in dat document staat het er nog zoals het was`;
    }

    /** Whether the document shows a line at another place as it was before it changed. */
    private isElsewhereAsBefore({ before, after }: LineEdit): boolean {
        return this.received.some(({ plain: shown }) => shown.replaceAll(after, '').includes(before));
    }

    private propose(owner: Owner, before: string, after: string, who: Who, change: LineEdit): void {
        const undone = this.taken({ before: change.after, after: change.before });
        if (remarksIn(owner).some((r) => plain(r.text) === plain(undone))) {
            return;
        }
        const { from, to, newText } = change;
        const edit: TextEdit = { at: placeAt(this.context.document, from, to - from), newText };
        const told = `Voorstel in ${this.context.from}: `;
        const known = remarksIn(owner).find(
            (r) => r.text.startsWith(told) && plain(r.text).endsWith(plain(`staat er “${after}”`)),
        );
        if (known) {
            // it was not taken over when this document came back before
            this.remark(owner, known.text, who);
            return;
        }
        const rival = this.proposals.find((p) => !p.rival && touches(p.edit, edit) && !isSameEdit(p.edit, edit));
        const asRemark = this.remarkOf(owner, this.proposed(before, after), who);
        this.proposals.push({
            element: owner.name,
            ...who,
            before,
            after,
            edit,
            asRemark,
            ...(this.isElsewhereAsBefore(change) ? { asTaken: this.remarkOf(owner, this.taken(change), who) } : {}),
            ...(rival ? { rival } : {}),
        });
    }

    /** @param was the line that it is on before that changed: the protocol says that one */
    comment({ author, date, text, isDone }: ImportedComment, line?: DocumentLine, was = line): void {
        const element = was ? this.elementOf(was) : this.whole;
        // what has no name of its own holds texts of many kinds
        const isWide = element && (element.name === this.whole?.name || isUnnamed(element.node));
        this.remark(element, line && isWide && this.context.saysAbout !== true ? aboutLine(line.plain, text) : text, {
            ...(author === undefined ? {} : { author }),
            ...(date === undefined ? {} : { date }),
            ...(isDone === true ? { isDone } : {}),
        });
    }

    private remark(element: Owner | undefined, words: string, who: Who = {}): void {
        const home = element ?? this.whole;
        const remark = home && this.remarkOf(home, words, who);
        if (
            remark &&
            !this.remarks.some((r) => r.at === remark.at && r.text === remark.text && r.author === who.author)
        ) {
            this.remarks.push(remark);
        }
    }

    private remarkOf(owner: Owner, words: string, who: Who): BackRemark {
        const text = oneLine(words);
        const isKnown = remarksIn(owner).some(
            (r) => plain(r.text) === plain(text) && plain(r.author ?? r.authorName ?? '') === plain(who.author ?? ''),
        );
        return { element: owner.name, at: owner.at, ...who, text, isKnown };
    }

    /** Who struck out a line: it is no line any more, but what was struck out in one, or a row that was. */
    private whoStruck(gone: readonly DocumentLine[]): Who {
        const words = plain(gone[0]?.plain ?? '');
        const struck = this.revisions.flatMap((revisions) => {
            const own = revisions.filter((r) => r.kind === 'deleted');
            const text = plain(own.map((r) => r.text).join(''));
            const isSame = text.includes(words) || (text.length > SHORTEST && words.includes(text));
            return isSame ? [{ own, text }] : [];
        });
        const [longest] = struck.sort((a, b) => b.text.length - a.text.length);
        return longest ? whoOf(longest.own) : {};
    }

    /** The element that the lines of a row, or one line, are about: what the row itself is named by. */
    private elementOfAll(lines: readonly DocumentLine[]): Owner | undefined {
        const [first] = lines;
        return first && this.elementOf(first);
    }

    /** What is called as a row begins: by its own title, or by that of what it stands in with its own behind it. */
    private namedBy(row: DocumentRow | undefined): Owner | undefined {
        const title = row?.[0]?.split(' › ').at(-1)?.split('; ')[0] ?? '';
        return title === '' ? undefined : this.texts.find(({ lines }) => lines.includes(title))?.owner;
    }

    /**
     * The element that a line is about: that of the place above it; where a text of the protocol stands in it, that one's;
     * of a cell that is such a text, its own before that of its row.
     */
    private elementOf({ plain: shown, place, headings, row }: DocumentLine): Owner | undefined {
        const { node, document, elements } = this.context;
        // a part of a card has a place and is no element: the card is
        const [named] = [...(place === undefined ? [] : [place]), ...headings].flatMap(
            (p) => elements.get(placeKey(p)) ?? [],
        );
        const found = named === undefined ? undefined : nodeOfElement(node, named);
        const above = found && ownerOf(found, document);
        const says = this.texts.filter(({ lines }) => lines.some((l) => l.length > SHORTEST && shown.includes(l)));
        const inside = says.find((t) => above && isIn(t.owner, above))?.owner;
        const cell = row && this.texts.find(({ lines }) => lines.includes(shown))?.owner;
        return inside ?? above ?? cell ?? this.namedBy(row) ?? says[0]?.owner ?? this.whole;
    }
}

/** Whether an element is another, or a block of it that has no name. */
function isIn(inner: Owner, outer: Owner): boolean {
    return inner.node === outer.node || (isUnnamed(inner.node) && inner.node.$container === outer.node);
}

type Who = Pick<BackRemark, 'author' | 'date' | 'isDone'>;

/** What is said of a line that stands in no element but the whole. */
function aboutLine(line: string, text: string): string {
    return line === '' ? text : `Bij “${cut(line.replace(/["“”„]/g, ''), 60)}”: ${text}`;
}

/** A line, or the cells of a row. */
function shownTogether(lines: readonly DocumentLine[]): string {
    return lines.map((l) => l.plain).join(' | ');
}

/** A picture is drawn of the protocol, and says nothing that can come back. */
function isOfText({ plain: shown }: DocumentLine): boolean {
    return !/^(?:\(afbeelding: (?:[^()]|\([^()]*\))*\)\s*)+$/.test(shown);
}

function remarksIn({ node }: Owner) {
    return 'statements' in node && Array.isArray(node.statements) ? node.statements.filter(isRemark) : [];
}

function whoIn(lines: readonly DocumentLine[]): Who {
    return whoOf(lines.flatMap((l) => l.revisions));
}

/** All who changed something, and the last day on which they did; where that was not tracked it is not known. */
function whoOf(revisions: readonly Revision[]): Who {
    const authors = [...new Set(revisions.flatMap((r) => r.author ?? []))];
    const date = revisions
        .flatMap((r) => r.date ?? [])
        .sort()
        .at(-1);
    return authors.length === 0 ? {} : { author: authors.join(', '), ...(date === undefined ? {} : { date }) };
}

function touches(a: TextEdit, b: TextEdit): boolean {
    const [one, other] = [a.at.range, b.at.range];
    return comparePositions(one.end, other.start) >= 0 && comparePositions(other.end, one.start) >= 0;
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
    return JSON.stringify([a.at.range, a.newText]) === JSON.stringify([b.at.range, b.newText]);
}

/** A text that is shorter stands in too many lines to say of which element one is. */
const SHORTEST = 12;

function plain(text: string): string {
    return oneLine(text.replaceAll('\\[[', '[[')).replace(/["“”„‘’']/g, "'");
}

/** Lines that say when the document was made, and a table that counts words, differ each time. */
function isAboutMaking(change: LineChange): boolean {
    const lines = [...('before' in change ? [change.before] : []), ...('after' in change ? [change.after] : [])].flat();
    return (
        lines.every(isCount) ||
        lines.some((l) => /\b(?:gemaakt op|datum van aanmaak|made on|date of making)\b/.test(l.plain))
    );
}

/** A number in a row that has nothing else behind its title. */
function isCount({ plain: shown, row }: DocumentLine): boolean {
    const isNumber = (text: string) => /^[\d\s.,–—-]*$/.test(text);
    return isNumber(shown) && row !== undefined && row.length > 1 && row.slice(1).every(isNumber);
}
