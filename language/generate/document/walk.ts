import { text, type DocumentModel, type Inline, type Section } from './document.js';

/** These sections and all in them, each before what it holds. */
export function sectionsIn(sections: readonly Section[]): readonly Section[] {
    return sections.flatMap((section) => [section, ...sectionsIn(section.sections)]);
}

/** Every object in a part of a document, each before what it holds. */
export function* partsIn(value: unknown): Generator<object> {
    if (Array.isArray(value)) {
        for (const item of value) {
            yield* partsIn(item);
        }
    } else if (typeof value === 'object' && value !== null) {
        yield value;
        for (const part of Object.values(value)) {
            if (typeof part === 'object') {
                yield* partsIn(part);
            }
        }
    }
}

/** The places in a document that may be referred to, in its order. */
export function placesIn(part: unknown): ReadonlySet<string> {
    const places = new Set<string>();
    for (const one of partsIn(part)) {
        if ('id' in one && typeof one.id === 'string') {
            places.add(one.id);
        }
    }
    return places;
}

/** The places that a part of a document refers to. */
export function placesReferredTo(part: unknown): ReadonlySet<string> {
    const places = new Set<string>();
    for (const one of partsIn(part)) {
        if (isReference(one)) {
            places.add(one.to);
        }
    }
    return places;
}

/** The document with a reference to what does not stand in it as words. */
export function withinReach(model: DocumentModel): DocumentModel {
    const places = placesIn(model);
    return mapped(model, (one) => (isReference(one) && !places.has(one.to) ? text(one.text) : one)) as DocumentModel;
}

/** A part of a document in which each object is what `change` makes of it, after what it holds. */
export function mapped(value: unknown, change: (one: object) => object): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => mapped(item, change));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    return change(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)])));
}

function isReference(one: object): one is Inline & { readonly type: 'reference' } {
    return 'type' in one && one.type === 'reference';
}
