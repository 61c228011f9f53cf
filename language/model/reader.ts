import { type AstNode, type CstNode, type Reference } from 'langium';
import * as ast from '../generated/ast.js';
import { cstOfProperty, isTripleQuoted } from './cst.js';
import type {
    Contradiction,
    Place,
    Provenance,
    Range,
    Ref,
    Modality,
    Spoken,
    Statement,
    Target,
    UnknownItem,
} from './protocol.js';
import { boundOf, readDateRange, readQuantity, unreadQuantity } from './read-quantity.js';
import type { IsUnread } from './unread.js';
import { parseDate, parseMonth, parseNumber, type Quantity, type Value } from './values.js';

/** A type whose optional parts may also be undefined; see {@link plain}. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

/**
 * The same object under its strict type: what is undefined counts as left out. A broken statement may lack any part
 * that is no list, so parts that must be there get a default where they are read.
 */
export function plain<T extends object>(parts: Loose<T>): T {
    return parts as T;
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const MODALITIES: Record<string, Modality> = {
    veelal: 'usually',
    'in beginsel': 'in-principle',
    'zo nodig': 'if-needed',
    'bij voorkeur': 'preferably',
    mogelijk: 'possibly',
    'gestreefd naar': 'aimed',
};

/**
 * Reads the parts that occur in many statements from the syntax tree of one file: places, values, claims, conditions.
 * It keeps the claims that hold for the block being read, and gathers what is unknown.
 */
export class Reader {
    readonly unknowns: UnknownItem[] = [];
    private blockClaims: readonly Provenance[] = [];
    private element = '';

    /** @param unread which pieces of the text were not read to their end */
    constructor(
        readonly file: string,
        private readonly unread: IsUnread,
    ) {}

    /** Reads the content of a block: its `tenzij anders vermeld` claims hold, and unknowns are of this element. */
    within<T>(element: string | undefined, claims: readonly Provenance[], read: () => T): T {
        const outer = { claims: this.blockClaims, element: this.element };
        const forBlock = claims.filter((c) => this.isDefault.has(c));
        if (forBlock.length > 0) {
            this.blockClaims = forBlock.map((c) => ({ ...c, fromBlock: true }));
        }
        this.element = element ?? outer.element;
        try {
            return read();
        } finally {
            this.blockClaims = outer.claims;
            this.element = outer.element;
        }
    }

    private readonly isDefault = new Set<Provenance>();

    at(node: AstNode): Place {
        return this.place(node.$cstNode);
    }

    /** Reads what does not come from the source of the block around it, such as a colleague's comment. */
    outside<T>(read: () => T): T {
        const outer = this.blockClaims;
        this.blockClaims = [];
        try {
            return read();
        } finally {
            this.blockClaims = outer;
        }
    }

    /** Where a property of a node stands; the node itself when the property is not in the text. */
    atProperty(node: AstNode, property: string): Place {
        return this.place(cstOfProperty(node.$cstNode, node, property) ?? node.$cstNode);
    }

    place(cst: CstNode | undefined): Place {
        return { file: this.file, range: cst ? cst.range : NOWHERE };
    }

    provenance(claims: readonly ast.Provenance[]): readonly Provenance[] {
        return claims.length === 0 ? this.blockClaims : claims.map((c) => this.claim(c));
    }

    private claim(node: ast.Provenance): Provenance {
        const claim = plain<Provenance>({
            source: node.source?.$refText === undefined ? undefined : name(node.source),
            place: node.place,
            quote: node.quote,
            speaker: node.speaker ?? node.speakerName,
            speakerUnknown: node.speakerUnknown ? true : undefined,
            derived: node.derived,
            reason: node.reason,
            fromBlock: false,
            at: this.at(node),
        });
        if (node.default) {
            this.isDefault.add(claim);
        }
        return claim;
    }

    ref(reference: Reference): Ref {
        return { name: name(reference), at: this.place(reference.$refNode) };
    }

    refs(references: readonly Reference[]): readonly Ref[] {
        return references.map((r) => this.ref(r));
    }

    optionalRef(reference: Reference | undefined): Ref | undefined {
        return reference && this.ref(reference);
    }

    modality(text: string | undefined): Modality | undefined {
        return text === undefined ? undefined : MODALITIES[text];
    }

    date(text: string | undefined): string | undefined {
        return text === undefined ? undefined : (parseDate(text) ?? parseMonth(text) ?? text);
    }

    /** @param what the keyword or subject that the value belongs to, for the list of unknowns */
    value(node: ast.AnyValue | undefined, what: string): Value {
        if (!node) {
            // a broken statement may lack its value
            return { type: 'unknown' };
        }
        switch (node.$type) {
            case ast.Unknown.$type: {
                const { reason, expected, unit } = node;
                this.unknowns.push(
                    plain<UnknownItem>({
                        type: 'unknown',
                        what,
                        element: this.element,
                        reason,
                        expected,
                        at: this.at(node),
                    }),
                );
                return plain<Value>({ type: 'unknown', bound: boundOf(node.bound), unit, reason, expected });
            }
            case ast.Local.$type: {
                const { reason } = node;
                const standard = node.standard && this.quantity(node.standard, what);
                this.unknowns.push(
                    plain<UnknownItem>({
                        type: 'local',
                        what,
                        element: this.element,
                        reason,
                        expected: undefined,
                        standard,
                        at: this.at(node),
                    }),
                );
                return plain<Value>({
                    type: 'local',
                    bound: boundOf(node.bound),
                    unit: node.unit,
                    reason,
                    standard,
                });
            }
            case ast.TextValue.$type:
                return isTripleQuoted(node.$cstNode, node.text)
                    ? { type: 'text', text: node.text ?? '', markdown: true }
                    : { type: 'text', text: node.text ?? '' };
            case ast.WordValue.$type:
                return { type: 'word', word: node.word ?? '' };
            case ast.DateValue.$type:
                return node.until === undefined
                    ? { type: 'date', date: this.date(node.date) ?? '' }
                    : readDateRange(node);
            default:
                return this.quantity(node, what);
        }
    }

    optionalValue(node: ast.AnyValue | undefined, what: string): Value | undefined {
        return node && this.value(node, what);
    }

    /** `gesprek onbekend`: one of the meetings, of which the number is open. */
    openMeeting(node: ast.Open | undefined, what: string): Value | undefined {
        const value = this.optionalValue(node, what);
        return value?.type === 'unknown' || value?.type === 'local' ? { ...value, unit: 'gesprek' } : value;
    }

    /** Whether the text of a node was in triple quotes; undefined where it was not. */
    markdown(node: AstNode & { text?: string }): true | undefined {
        return isTripleQuoted(cstOfProperty(node.$cstNode, node, 'text'), node.text) ? true : undefined;
    }

    /** What a statement says that names something elsewhere, where it says `onbekend` or `plaatselijk` instead. */
    openStatement(
        node: AstNode & { value?: ast.Open | ast.Quantity; modality?: string; provenance: ast.Provenance[] },
        kind: string,
    ): Statement[] {
        return node.value
            ? [
                  plain<Statement>({
                      kind,
                      subject: undefined,
                      values: [this.value(node.value, kind)],
                      modality: this.modality(node.modality),
                      after: undefined,
                      provenance: this.provenance(node.provenance),
                      at: this.at(node),
                  }),
              ]
            : [];
    }

    /** Whether a mistake of writing keeps a node from being read to its end. */
    isUnread(node: AstNode): boolean {
        return this.unread(node.$cstNode);
    }

    /** A quantity is read whole or not at all: what follows a mistake of writing may have changed what it means. */
    quantity(node: ast.Quantity, what: string): Quantity {
        if (this.isUnread(node)) {
            return unreadQuantity(node);
        }
        const { lowValue, highValue, totalValue, withinValue } = node;
        return lowValue || highValue || totalValue || withinValue
            ? plain<Quantity>({
                  ...readQuantity(node),
                  lowValue: this.optionalValue(lowValue, what),
                  highValue: this.optionalValue(highValue, what),
                  totalValue: this.optionalValue(totalValue, what),
                  withinValue: this.optionalValue(withinValue, `${what} binnen`),
              })
            : readQuantity(node);
    }

    statement(node: ast.Property): Statement {
        const kind =
            node.kind === 'gericht' ? 'gericht op' : node.negation ? `${node.kind} ${node.negation}` : node.kind;
        const what = node.subject ?? kind;
        return plain<Statement>({
            kind,
            subject: node.subject,
            values: node.values.map((v) => this.value(v, what)),
            modality: this.modality(node.modality),
            after: this.optionalValue(node.afterValue, `${node.kind} na`),
            provenance: this.provenance(node.provenance),
            at: this.at(node),
        });
    }

    spoken(node: ast.Reply | ast.Spoken): Spoken {
        return plain<Spoken>({
            kind: node.kind,
            who: node.who ?? node.whoName,
            whoValue: this.optionalValue(node.whoUnknown, `${node.kind} van`),
            modality: ast.isSpoken(node) ? this.modality(node.modality) : undefined,
            date: this.date(node.date),
            dateValue: this.optionalValue(node.dateUnknown, `${node.kind} op`),
            text: node.text ?? '',
            textValue: this.optionalValue(node.textUnknown, node.kind),
            markdown: this.markdown(node),
            provenance: this.provenance(node.provenance),
            at: this.at(node),
        });
    }

    contradiction(node: ast.Contradiction): Contradiction {
        return {
            title: node.title ?? '',
            sides: node.sides.map((side) =>
                plain<Contradiction['sides'][number]>({
                    element: this.optionalRef(side.element),
                    text: side.text,
                    value: this.optionalValue(side.value, 'tegenspraak'),
                    provenance: this.provenance(side.provenance),
                    at: this.at(side),
                }),
            ),
            provenance: this.provenance(node.provenance),
            at: this.at(node),
        };
    }

    /** A broken target has no node: then the branch counts as leading to somewhere unknown. */
    target(node: ast.Target | undefined): Target | undefined {
        return node?.node === undefined
            ? undefined
            : plain<Target>({
                  modality: this.modality(node.modality),
                  node: this.ref(node.node),
                  atMost: number(node.atMost),
                  atMostValue: this.optionalValue(node.atMostValue, 'hoogstens … keer'),
              });
    }
}

/** The name that a reference gives, composed and without the escape, whether it resolves or not. */
export function name(reference: Reference): string {
    return reference.$refText;
}

/** Text as it is written, on one line. */
export function oneLineOf(written: string | undefined): string {
    return written?.replace(/\s+/g, ' ') ?? '';
}

/** A number of the text, or undefined. */
export function number(text: string | undefined): number | undefined {
    return text === undefined ? undefined : parseNumber(text);
}
