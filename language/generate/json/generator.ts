import type { Place } from '../../model/protocol.js';
import type { GenerateOptions, Generator, Trace } from '../generator.js';
import { safeName } from '../paths.js';
import type { ProtocolJson } from './protocol-json.js';

/**
 * The process model as JSON. Mapping: every part of the model (../../model/protocol.ts) under its own name; nothing is
 * left out and nothing is added, so there are no losses. File URIs become relative paths. Keys stand in a fixed order:
 * what an object is first, then the rest by name, its claims and its place last. The trace gives for each element with a
 * name its JSON Pointer (RFC 6901).
 */
export const jsonGenerator: Generator = {
    id: 'json',
    title: { nl: 'JSON', en: 'JSON' },
    summary: {
        nl: 'Het procesmodel voor andere programma’s, met een gepubliceerd JSON Schema.',
        en: 'The process model for other programs, with a published JSON Schema.',
    },
    refusesOnError: false,
    readsNames: true,
    generate(protocol, options) {
        const { reviews, frameworks, scenarios, shared = NOTHING } = options.related;
        const json: ProtocolJson = { version: 1, protocol, reviews, frameworks, scenarios, shared };
        const path = `${safeName(protocol.name)}.protocol.json`;
        return {
            files: [{ path, content: `${JSON.stringify(toPlain(json, options.pathOf), undefined, 2)}\n` }],
            losses: [],
            trace: pointers(json, path, ''),
        };
    },
};

const NOTHING: ProtocolJson['shared'] = { sources: [], concepts: [], organisations: [], roles: [] };

const FIRST = [
    'version',
    'protocol',
    'type',
    'kind',
    'name',
    'title',
    'subject',
    'text',
    'value',
    'values',
    'from',
    'to',
];
const LAST = [
    'statements',
    'remarks',
    'contradictions',
    'provenance',
    'unknowns',
    'reviews',
    'frameworks',
    'scenarios',
    'shared',
    'nameAt',
    'at',
];

/** A copy with keys in the fixed order, relative paths, and without what is undefined. */
function toPlain(value: unknown, pathOf: GenerateOptions['pathOf']): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => toPlain(item, pathOf));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const isPlace = 'file' in value && 'range' in value;
    const entries = Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
        .map(([key, part]) => [key, isPlace && key === 'file' ? pathOf(String(part)) : toPlain(part, pathOf)]);
    return Object.fromEntries(entries);
}

function rank(key: string): number {
    const first = FIRST.indexOf(key);
    return first >= 0 ? first : LAST.includes(key) ? FIRST.length + 1 + LAST.indexOf(key) : FIRST.length;
}

function pointers(value: unknown, file: string, pointer: string): Trace[] {
    if (typeof value !== 'object' || value === null) {
        return [];
    }
    const isNamed = 'name' in value && 'nameAt' in value;
    const own: Trace[] = isNamed ? [{ element: String(value.name), id: pointer, file, at: value.nameAt as Place }] : [];
    const parts = Object.entries(value).filter(([key]) => key !== 'at' && key !== 'nameAt' && key !== 'provenance');
    return [
        ...own,
        ...parts.flatMap(([key, part]) =>
            pointers(part, file, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`),
        ),
    ];
}
