import type { Place } from '../model/protocol.js';
import { mayNameSomething, piecesOfProse } from '../text/prose-references.js';
import { isCompared } from './fields.js';

/** What names are called in the new text, by what they were called in the old one. */
export type Names = ReadonlyMap<string, string>;

export const NO_NAMES: Names = new Map();

/**
 * A part of the model as text, without where it stands: the same for two that are the same.
 * - `full`: everything that is written
 * - `meaning`: without who says so, how a text is laid out, and how an amount is written
 *
 * @param names how names are written; those of the old text become those of the new one
 */
export function keyOf(part: unknown, level: 'full' | 'meaning', names: Names = NO_NAMES): string {
    return JSON.stringify(stripped(part, level, names)) ?? '';
}

function stripped(part: unknown, level: 'full' | 'meaning', names: Names): unknown {
    if (typeof part === 'string') {
        const text = level === 'meaning' ? part.replace(/\s+/g, ' ').trim() : part;
        return renamedInProse(text, names);
    }
    if (Array.isArray(part)) {
        return part.map((p) => stripped(p, level, names));
    }
    if (typeof part !== 'object' || part === null) {
        return part;
    }
    const record = part as Readonly<Record<string, unknown>>;
    const isName = isRef(part) && !('nameAt' in part);
    return Object.fromEntries(
        Object.entries(record)
            .filter(([field, value]) => value !== undefined && isCompared(field) && !isLeftOut(field, record, level))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([field, value]): [string, unknown] => {
                if (typeof value === 'string' && ((isName && field === 'name') || field === 'source')) {
                    return [field, names.get(value) ?? value];
                }
                return [field, field === 'provenance' ? claims(value, level, names) : stripped(value, level, names)];
            }),
    );
}

function isLeftOut(field: string, record: Readonly<Record<string, unknown>>, level: 'full' | 'meaning'): boolean {
    return (
        level === 'meaning' &&
        (field === 'provenance' || field === 'markdown' || (field === 'text' && record['type'] === 'quantity'))
    );
}

/** The claims that are made here and not once for a block around it. */
function claims(value: unknown, level: 'full' | 'meaning', names: Names): unknown {
    const own = (value as readonly { readonly fromBlock: boolean }[]).filter((p) => !p.fromBlock);
    return stripped(own, level, names);
}

function renamedInProse(text: string, names: Names): string {
    return names.size === 0 || !mayNameSomething(text)
        ? text
        : piecesOfProse(text)
              .map((p) =>
                  p.type === 'text'
                      ? p.text.replaceAll('[[', '\\[[')
                      : p.type === 'name'
                        ? `[[${names.get(p.name) ?? p.name}]]`
                        : '[[',
              )
              .join('');
}

/** Whether a part of the model is a reference by name. */
export function isRef(part: unknown): part is { readonly name: string; readonly at: Place } {
    return typeof part === 'object' && part !== null && 'name' in part && 'at' in part;
}

/** Whether a part of the model is something that stands in the text as a statement. */
export function isStated(part: unknown): part is { readonly at: Place; readonly provenance: readonly object[] } {
    return typeof part === 'object' && part !== null && 'provenance' in part && 'at' in part;
}
