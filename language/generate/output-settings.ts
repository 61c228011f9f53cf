import { mismatch, mismatchOf, OUTPUT_FIELDS } from '../settings/output-fields.js';
import type { Settings } from '../settings/settings.js';
import type { Loss } from './generator.js';

/** How long an engine keeps what happened in a case, where nobody says: half a year, Operaton's own default for processes. */
export const HISTORY = 'P180D';

/** What `draaiboek.json` says for one output; a value that does not fit its field counts as not said. */
export interface OutputSettings {
    readonly text: (field: string) => string | undefined;
    readonly number: (field: string) => number | undefined;
    readonly yes: (field: string) => boolean | undefined;
    /** what is said for an element by its name */
    readonly of: (field: string, name: string) => string | undefined;
    /** the names that a field says something for */
    readonly names: (field: string) => readonly string[];
    /** the loss of a field that is needed and not said, at an element */
    readonly missing: (field: string, element: string) => Loss;
}

/** @param output id as in `--to` */
export function outputSettings({ output }: Pick<Settings, 'output'>, id: string): OutputSettings {
    const said = output[id] as Readonly<Record<string, unknown>> | undefined;
    const fields = OUTPUT_FIELDS[id] ?? {};
    const value = (name: string): unknown => {
        const field = fields[name];
        const found = said !== undefined && Object.hasOwn(said, name) ? said[name] : undefined;
        return field && found !== undefined && !mismatch(field, found) ? found : undefined;
    };
    return {
        text: (field) => value(field) as string | undefined,
        number: (field) => value(field) as number | undefined,
        yes: (field) => value(field) as boolean | undefined,
        of: (field, name) => {
            const names = value(field) as Readonly<Record<string, string>> | undefined;
            const found = names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
            return fields[field] && mismatchOf(fields[field], found) === undefined ? found : undefined;
        },
        names: (field) => Object.keys((value(field) as Readonly<Record<string, string>> | undefined) ?? {}),
        missing: (field, element) => {
            const path = `output › ${id} › ${field}`;
            return {
                element,
                reason: {
                    nl: `draaiboek.json zegt niet ${path}: ${lowerFirst(fields[field]?.about.nl ?? '')}`,
                    en: `draaiboek.json does not say ${path}: ${lowerFirst(fields[field]?.about.en ?? '')}`,
                },
            };
        },
    };
}

function lowerFirst(text: string): string {
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
