import { catalogue } from '../rules/catalogue.js';
import { ONE_FOR_ALL, LIMITS, NOT_CONFIGURABLE, SETTINGS_PARTS, SEVERITY_WORDS, WRAP_WIDTHS } from './fields.js';
import { fieldSchema, OUTPUT_FIELDS, type OutputFields } from './output-fields.js';
import { DEFAULT_SETTINGS } from './settings.js';

/** A JSON Schema: plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of `draaiboek.json`, in Dutch, made from the catalogue of rules and the default settings:
 * an editor offers the codes with what they check.
 */
export function settingsSchema(): JsonSchema {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'draaiboek.json',
        description: 'Instellingen van Draaiboek voor de map waarin dit bestand staat en wat eronder ligt.',
        type: 'object',
        properties: {
            $schema: { type: 'string', description: 'Waar dit schema staat.' },
            rules: rules(),
            language: { enum: ['nl', 'en'], default: DEFAULT_SETTINGS.language, description: about('language') },
            holidays: {
                type: 'array',
                items: { type: 'string', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
                default: DEFAULT_SETTINGS.holidays,
                description: about('holidays'),
            },
            local: {
                anyOf: [
                    { type: 'string', pattern: '\\S' },
                    { type: 'array', items: { type: 'string', pattern: '\\S' } },
                ],
                description: about('local'),
            },
            municipality: { type: 'string', pattern: '\\S', description: about('municipality') },
            output: {
                type: 'object',
                properties: Object.fromEntries(
                    Object.entries(OUTPUT_FIELDS).map(([id, fields]) => [id, output(fields)]),
                ),
                additionalProperties: { type: 'object' },
                default: DEFAULT_SETTINGS.output,
                description: about('output'),
            },
            wrap: {
                type: 'integer',
                minimum: WRAP_WIDTHS.least,
                maximum: WRAP_WIDTHS.most,
                description: about('wrap'),
            },
            limits: figures(DEFAULT_SETTINGS.limits as unknown as Figures, '', about('limits')),
        },
        additionalProperties: false,
    };
}

function rules(): JsonSchema {
    const severities = Object.keys(SEVERITY_WORDS);
    return {
        type: 'object',
        description: about('rules'),
        properties: Object.fromEntries(
            catalogue
                .filter((rule) => !NOT_CONFIGURABLE.has(rule.code))
                .map((rule) => [
                    rule.code,
                    { enum: severities, default: rule.severity, description: `${rule.title.nl}.` },
                ]),
        ),
        additionalProperties: false,
    };
}

function output(fields: OutputFields): JsonSchema {
    return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
        additionalProperties: false,
    };
}

/** Figures, some of them grouped. */
interface Figures {
    readonly [key: string]: number | Figures;
}

function figures(defaults: Figures, path: string, description: string): JsonSchema {
    return {
        type: 'object',
        description,
        properties: Object.fromEntries(
            Object.entries(defaults).map(([key, value]) => {
                const inner = path === '' ? key : `${path}.${key}`;
                const text = LIMITS[inner]?.nl ?? '';
                if (typeof value === 'number') {
                    return [key, { type: 'number', minimum: 0, default: value, description: text }];
                }
                const group = figures(value, inner, text);
                return [
                    key,
                    ONE_FOR_ALL.has(inner)
                        ? { description: text, anyOf: [{ type: 'number', minimum: 0 }, { ...group }] }
                        : group,
                ];
            }),
        ),
        additionalProperties: false,
    };
}

function about(part: string): string {
    return SETTINGS_PARTS[part]?.nl ?? '';
}
