import type { Block as ModelBlock, Modality, Named, Provenance, Ref, StatedRef } from '../../model/protocol.js';
import { titleIn, type Anchor, type ElementKind } from './anchors.js';
import type { Context } from './context.js';
import { paragraph, text, type Block, type Citation, type Inline } from './document.js';
import { WORDS } from './labels.js';
import { modalityText } from '../../messages/wording.js';
import { oneLine } from '../../text/one-line.js';

/**
 * The notes to a claim: one for each source with its quotation, and a mark where the author interprets. A claim that
 * holds for the whole block is announced once at its beginning, and gets no note here.
 */
export function citations(context: Context, provenance: readonly Provenance[]): Inline[] {
    if (context.silent) {
        return [];
    }
    return provenance.flatMap((claim): Inline[] => {
        if (claim.fromBlock && context.announced.has(keyOf(claim))) {
            return [];
        }
        const mark: Inline[] = claim.derived
            ? [text(' '), { type: 'mark', mark: 'derived', text: context.say(WORDS.derived) }]
            : [];
        const isBare = claim.derived && claim.source === undefined && claim.reason === undefined;
        return isBare ? mark : [...mark, { type: 'citation', citation: citationOf(context, claim) }];
    });
}

function citationOf(context: Context, claim: Provenance): Citation {
    const nl = context.language === 'nl';
    const content: Inline[] = [];
    if (claim.source !== undefined) {
        content.push(nameReference(context, { name: claim.source, at: claim.at }, 'source'));
    }
    if (claim.place !== undefined) {
        content.push(text(`, ${claim.place}`));
    }
    if (claim.quote !== undefined) {
        content.push({
            type: 'text',
            literal: true,
            text: `${content.length > 0 ? ', ' : ''}“${oneLine(claim.quote)}”`,
        });
    }
    if (claim.speaker !== undefined) {
        content.push(text(nl ? ', aldus ' : ', according to '), whoever(context, claim.speaker));
    } else if (claim.speakerUnknown) {
        content.push(
            text(
                nl ? ', aldus iemand die de bron niet noemt' : ', according to somebody whom the source does not name',
            ),
        );
    }
    if (claim.derived) {
        const reason = claim.reason === undefined ? '' : `: ${oneLine(claim.reason)}`;
        content.push(text(`${content.length > 0 ? ', ' : ''}${context.say(WORDS.derived)}${reason}`));
    }
    return { key: keyOf(claim), content, text: plainText(content) };
}

/** Somebody named in the text: a role, an organisation or an informant is led to, anybody else is called as written. */
export function whoever(context: Context, who: string): Inline {
    const known = context.anchors.find(who, 'role', 'organisation', 'informant');
    return known ? toAnchor(known.id, known.title ?? known.name) : text(who);
}

/** What makes two claims the same: everything but where they stand. */
function keyOf(claim: Provenance): string {
    const { source, place, quote, speaker, speakerUnknown, derived, reason } = claim;
    return JSON.stringify([source, place, quote, speaker, speakerUnknown, derived, reason]);
}

/** How to lay out what stands in a block: its claims, and the context in which they hold. */
export interface Entered {
    readonly context: Context;
    /** notes behind the block's title */
    readonly marks: readonly Inline[];
    /** said before the content of the block */
    readonly lead: readonly Block[];
}

/**
 * Enters a block. Claims that hold for its whole are announced in its first line, and notes to them are then left out.
 * A block without any claim inside one with such claims says that nobody is cited for it, since it stands elsewhere in
 * the text and they do not hold for it. A block with a claim from a block that is not shown has its note with its title.
 */
export function enter(context: Context, block: ModelBlock): Entered {
    if (context.silent) {
        return { context, marks: [], lead: [] };
    }
    const own = block.provenance.filter((p) => !p.fromBlock);
    const inherited = inheritedKeys(block);
    const whole = own.filter((p) => inherited.has(keyOf(p)));
    if (whole.length > 0) {
        const rest = own.filter((p) => !whole.includes(p));
        const sources = whole.flatMap((p, i): Inline[] => [
            text(i === 0 ? ' ' : context.say(WORDS.and)),
            ...announced(context, p),
        ]);
        return {
            context: { ...context, announced: new Set(whole.map(keyOf)) },
            marks: citations(context, rest),
            lead: [
                paragraph({ type: 'emphasis', content: [text(context.say(WORDS.unlessSaid)), ...sources, text('.')] }),
            ],
        };
    }
    if (block.provenance.length === 0 && context.announced.size > 0) {
        const mark: Inline = { type: 'mark', mark: 'no-source', text: context.say(WORDS.noSource) };
        return { context: { ...context, announced: new Set() }, marks: [text(' '), mark], lead: [] };
    }
    const around = block.provenance.filter((p) => p.fromBlock && !context.announced.has(keyOf(p)));
    const marks = citations(context, block.provenance);
    // the claim of a block that is not in this document, such as of what the element was inherited from: said here once
    return {
        context: around.length === 0 ? context : { ...context, announced: new Set(around.map(keyOf)) },
        marks,
        lead: [],
    };
}

/** A source in full where it is announced: its title, and the name by which notes call it. */
function announced(context: Context, claim: Provenance): readonly Inline[] {
    const { content } = citationOf(context, claim);
    const source = claim.source === undefined ? undefined : context.anchors.find(claim.source, 'source');
    return source?.title === undefined ? content : [text(`${oneLine(source.title)} (`), ...content, text(')')];
}

/** Keys of the claims that anything inside the block has from a block around it. */
function inheritedKeys(block: ModelBlock): ReadonlySet<string> {
    const keys = new Set<string>();
    const visit = (value: unknown): void => {
        if (Array.isArray(value)) {
            value.forEach(visit);
        } else if (typeof value === 'object' && value !== null) {
            for (const [key, part] of Object.entries(value)) {
                if (key === 'provenance') {
                    (part as readonly Provenance[]).filter((p) => p.fromBlock).forEach((p) => keys.add(keyOf(p)));
                } else if (key !== 'at' && key !== 'nameAt') {
                    visit(part);
                }
            }
        }
    };
    for (const [key, part] of Object.entries(block)) {
        if (key !== 'provenance') {
            visit(part);
        }
    }
    return keys;
}

/** A reference to an element by what it is called; one that names nothing says so. */
export function reference(context: Context, ref: Ref, ...kinds: readonly ElementKind[]): Inline {
    const anchor = context.anchors.find(ref.name, ...kinds);
    if (!anchor) {
        return absent(context, ref, kinds, ({ title, name }) => title ?? name);
    }
    const hint = anchor.title === undefined ? {} : { hint: anchor.name };
    return { type: 'reference', to: anchor.id, text: oneLine(anchor.title ?? anchor.name), ...hint };
}

/**
 * A name that stands for nothing here. One that was left out (`vervalt`) is known; one of what this continues says so, as
 * "Intake (van Basis)"; any other is marked.
 */
function absent(
    { protocol, earlier, language }: Context,
    { name }: Ref,
    kinds: readonly ElementKind[],
    called: (anchor: Anchor) => string,
): Inline {
    if (protocol.dropped.some((d) => d.element.name === name)) {
        return text(name);
    }
    for (const { from, anchors } of earlier) {
        const anchor = anchors.find(name, ...kinds);
        if (anchor) {
            return text(
                `${oneLine(called(anchor))} (${language === 'nl' ? 'van' : 'of'} ${oneLine(from.title ?? from.name)})`,
            );
        }
    }
    return { type: 'mark', mark: 'not-found', text: name };
}

/** A reference by its name, with what it is called as a hint; for names that are words in a sentence. */
export function nameReference(context: Context, ref: Ref, ...kinds: readonly ElementKind[]): Inline {
    const anchor = context.anchors.find(ref.name, ...kinds);
    if (!anchor) {
        return absent(context, ref, kinds, (other) => other.name);
    }
    const hint = anchor.title === undefined ? {} : { hint: anchor.title };
    return { type: 'reference', to: anchor.id, text: ref.name, ...hint };
}

/** `veelal `, before what it is about. */
export function modalityInlines(context: Context, modality: Modality | undefined): Inline[] {
    return modality === undefined
        ? []
        : [{ type: 'mark', mark: 'modality', text: modalityText(modality, context.language) }, text(' ')];
}

/** References in a row, with the modality and the claims of the statements that make them. */
export function references(context: Context, refs: readonly Ref[], ...kinds: readonly ElementKind[]): Inline[] {
    const show = (ref: Ref) => reference(context, ref, ...kinds);
    const between = refs.some((r) => plainText([show(r)]).includes(',')) ? '; ' : ', ';
    return [
        ...byModality(context, refs, (run) => run.flatMap((r, i) => (i === 0 ? [show(r)] : [text(between), show(r)]))),
        ...citations(context, claimsOf(refs)),
    ];
}

/** Things in a row, with each modality before those that it is said of. */
export function byModality<T extends object>(
    context: Context,
    items: readonly T[],
    show: (run: readonly T[]) => readonly Inline[],
): Inline[] {
    const runs: { readonly modality: Modality | undefined; readonly items: T[] }[] = [];
    for (const item of items) {
        const modality = 'modality' in item ? (item.modality as Modality | undefined) : undefined;
        const last = runs.at(-1);
        if (last && last.modality === modality) {
            last.items.push(item);
        } else {
            runs.push({ modality, items: [item] });
        }
    }
    return runs.flatMap((run, i) => [
        ...(i === 0 ? [] : [text('; ')]),
        ...modalityInlines(context, run.modality),
        ...show(run.items),
    ]);
}

/** The claims of the statements that make these references, each once. */
export function claimsOf(refs: readonly Ref[]): readonly Provenance[] {
    return [...new Set(refs.filter(isStated).flatMap((r) => r.provenance))];
}

function isStated(ref: Ref): ref is StatedRef {
    return 'provenance' in ref;
}

function toAnchor(to: string, words: string): Inline {
    return { type: 'reference', to, text: words };
}

/** The title of an element, or its name where it has none. */
export function titleOf({ language }: Context, element: Named): string {
    return oneLine(titleIn(language, element) ?? element.name);
}

/** Marks behind the title of an element: its name, what it was inherited from. */
export function elementMarks(context: Context, element: Named): Inline[] {
    const marks: Inline[] = [];
    if (element.title !== undefined && element.title !== element.name) {
        marks.push(text(' '), { type: 'mark', mark: 'name', text: element.name });
    }
    return [...marks, ...inheritedMark(context, element)];
}

export function inheritedMark(context: Context, { inheritedFrom }: Pick<Named, 'inheritedFrom'>): Inline[] {
    const words = context.language === 'nl' ? 'uit' : 'from';
    return inheritedFrom === undefined
        ? []
        : [text(' '), { type: 'mark', mark: 'inherited', text: `${words} ${inheritedFrom}` }];
}

/** The words of inlines, without what they look like. */
export function plainText(content: readonly Inline[]): string {
    return content
        .map((inline) => {
            switch (inline.type) {
                case 'strong':
                case 'emphasis':
                case 'deleted':
                case 'link':
                    return plainText(inline.content);
                case 'break':
                    return ' ';
                case 'citation':
                case 'anchor':
                    return '';
                default:
                    return inline.text;
            }
        })
        .join('');
}
