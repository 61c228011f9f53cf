import { mayNameSomething, piecesOfProse, readProse } from '../../text/prose-references.js';
import { elsewhere, namesAnything, spoken } from '../names-in-prose.js';
import { plainText } from './claims.js';
import type { Context } from './context.js';
import { text, type Citation, type DocumentModel, type Inline, type Section } from './document.js';

/**
 * A document with each name in a text (`[[Naam]]`) as its title: a reference to its place where a reference can stand,
 * plain words in a heading, a caption and a link. A name that stands for nothing here is marked.
 */
export function withNamesRead(model: DocumentModel, context: Context): DocumentModel {
    return namesAnything(model) ? (new Reading(context).of(model) as DocumentModel) : model;
}

class Reading {
    constructor(private readonly context: Context) {}

    of(value: unknown, isPlain = false): unknown {
        if (typeof value === 'string') {
            return readProse(value, (name) => plainText([this.named(name)]));
        }
        if (Array.isArray(value)) {
            return value.flatMap((item: unknown) =>
                !isPlain && isText(item) && !item.literal && mayNameSomething(item.text)
                    ? this.inlines(item.text)
                    : [this.of(item, isPlain)],
            );
        }
        if (typeof value !== 'object' || value === null || (isText(value) && value.literal)) {
            return value;
        }
        const isLink = 'type' in value && value.type === 'link';
        const read = Object.entries(value).map(([key, part]): [string, unknown] => [
            key,
            ADDRESSES.has(key) ? part : this.of(part, isPlain || isLink || (key === 'title' && isSection(value))),
        ]);
        const whole = Object.fromEntries(read);
        return isCitation(value) ? { ...whole, text: plainText((whole as unknown as Citation).content) } : whole;
    }

    private inlines(source: string): Inline[] {
        return piecesOfProse(source).map((piece) =>
            piece.type === 'text' ? text(piece.text) : piece.type === 'name' ? this.named(piece.name) : text('[['),
        );
    }

    private named(name: string, inside: readonly string[] = []): Inline {
        const { anchors, protocol, related } = this.context;
        const anchor = anchors.find(name);
        const element = anchor ?? elsewhere(protocol, related, name);
        const called = spoken(name, element, inside, (other, names) => plainText([this.named(other, names)]));
        if (anchor && called !== undefined) {
            const hint = anchor.title === undefined ? {} : { hint: anchor.name };
            return { type: 'reference', to: anchor.id, text: called, inProse: true, ...hint };
        }
        return called === undefined ? { type: 'mark', mark: 'not-found', text: name } : text(called);
    }
}

/** What is no text for readers. */
const ADDRESSES: ReadonlySet<string> = new Set(['id', 'href', 'to', 'key', 'type']);

function isText(value: unknown): value is Inline & { readonly type: 'text' } {
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'text';
}

function isSection(value: object): value is Section {
    return 'look' in value;
}

function isCitation(value: object): value is Citation {
    return 'key' in value && 'content' in value;
}
