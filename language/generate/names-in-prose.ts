import type { Named, Protocol } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import { mayNameSomething, readProse } from '../text/prose-references.js';
import { anchorsOf } from './document/anchors.js';
import { sharedOf } from './document/context.js';
import type { GenerateOptions, Generator, Related } from './generator.js';

/** What is literal in the model: quotations from sources, and paths. */
const isLiteral = (key: string, value: object): boolean =>
    key === 'quote' || ('kind' in value && value.kind === 'bestand');

/** The same generator, for which every name in a text (`[[Naam]]`) reads as the title of its element. */
export function withNamesRead(generator: Generator): Generator {
    return generator.readsNames === true
        ? generator
        : {
              ...generator,
              generate: (protocol, options) => {
                  const [readProtocol, readOptions] = namesRead(protocol, options);
                  return generator.generate(readProtocol, readOptions);
              },
          };
}

/** A protocol and what is around it, with the title of each element in place of its name in a text. */
export function namesRead<Options extends Pick<GenerateOptions, 'related' | 'language'>>(
    protocol: Protocol,
    options: Options,
): [Protocol, Options] {
    const whole = [protocol, options] as const;
    if (!namesAnything(whole)) {
        return [protocol, options];
    }
    const called = callerOf(protocol, options.related, options.language);
    const known = new Map<object, unknown>();
    const read = (value: unknown, key: string, holder: object): unknown => {
        if (typeof value === 'string') {
            return isLiteral(key, holder) ? value : readProse(value, called);
        }
        if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
            return value;
        }
        const before = known.get(value);
        if (before !== undefined || isLiteral('', value)) {
            return before ?? value;
        }
        // an element that stands in several places stays one element
        const result: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
        known.set(value, result);
        for (const [part, inner] of Object.entries(value)) {
            (result as Record<string, unknown>)[part] = read(inner, part, value);
        }
        return result;
    };
    return read(whole, '', whole) as [Protocol, Options];
}

/** Whether any text of a model has a name in it, or brackets that are marked as text. */
export function namesAnything(model: unknown): boolean {
    const seen = new Set<object>();
    const look = (value: unknown): boolean => {
        if (typeof value === 'string') {
            return mayNameSomething(value);
        }
        if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) {
            return false;
        }
        seen.add(value);
        return Object.values(value).some(look);
    };
    return look(model);
}

/** What elements are called in a sentence: by their title, or else by their name, as any name that stands for nothing here. */
export function callerOf(protocol: Protocol, related: Related, language: Language): (name: string) => string {
    const anchors = anchorsOf(protocol, sharedOf(protocol, related), related, language);
    const called = (name: string, inside: readonly string[]): string =>
        spoken(name, anchors.find(name) ?? elsewhere(protocol, related, name), inside, called) ?? name;
    return (name) => called(name, []);
}

/** An element of a name that stands outside what an interventie says itself: she herself, what she continues, other ones. */
export function elsewhere(
    protocol: Protocol,
    related: Related,
    name: string,
): Pick<Named, 'name' | 'title'> | undefined {
    const { predecessors = [], others = [] } = related;
    const isMeant = (element: Pick<Named, 'name'>) => element.name === name;
    for (const earlier of predecessors) {
        const found = anchorsOf(earlier, earlier, { reviews: [], frameworks: [], scenarios: [] }, 'nl').find(name);
        if (found) {
            return found;
        }
    }
    return [protocol, ...predecessors, ...others].find(isMeant);
}

/**
 * Title or name on one line. A title may name something as well, but not what it is inside of.
 *
 * @param inside the names whose titles are being read
 * @param called how a name in the title reads
 */
export function spoken(
    name: string,
    element: Pick<Named, 'name' | 'title'> | undefined,
    inside: readonly string[],
    called: (name: string, inside: readonly string[]) => string,
): string | undefined {
    const read = (other: string) =>
        other === name || inside.includes(other) ? other : called(other, [...inside, name]);
    return element && oneLine(readProse(element.title ?? element.name, read));
}
