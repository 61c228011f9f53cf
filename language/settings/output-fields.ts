import type { Bilingual } from '../text/bilingual.js';
import { nearest } from '../text/distance.js';
import { ZGW_FIELDS } from './zgw-fields.js';

/**
 * What `output` in `draaiboek.json` may say, an output at a time: what a protocol cannot know and its target needs. The
 * schema, the reader and the generators share these facts; a generator that needs one more field names it here.
 */
export interface OutputField {
    /** `names`: a text for each name of an element of the protocol */
    readonly type: 'text' | 'url' | 'number' | 'yes-no' | 'date' | 'names' | 'url-names';
    readonly about: Bilingual;
    /** where only some words will do */
    readonly words?: readonly string[];
    /** what a text must look like */
    readonly pattern?: string;
    readonly longest?: number;
    /** a number of an organisation, of which the digits add up as those of a bank account do */
    readonly isRsin?: true;
    readonly example: unknown;
}

export type OutputFields = Readonly<Record<string, OutputField>>;

const URL_PATTERN = '^https?://[^\\s]+$';

const PATTERNS: Partial<Record<OutputField['type'], string>> = {
    url: URL_PATTERN,
    'url-names': URL_PATTERN,
    date: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
};

const GROUPS: OutputField = {
    type: 'names',
    about: {
        nl: 'De groep van mensen van elke rol, zoals het systeem die kent; zonder deze instelling de naam van de rol.',
        en: 'The group of people of each role, as the system knows it; without this setting the name of the role.',
    },
    example: { Gezinswerker: 'jgz-gezinswerkers' },
};

const HISTORY: OutputField = {
    type: 'text',
    pattern: '^P[0-9]+D$',
    about: {
        nl: 'Hoelang de engine bewaart wat er in een zaak gebeurde, in dagen (ISO 8601).',
        en: 'How long the engine keeps what happened in a case, in days (ISO 8601).',
    },
    example: 'P7300D',
};

const VALTIMO: OutputFields = {
    groups: {
        type: 'names',
        about: {
            nl: 'De rol in Valtimo (Keycloak) van elke rol; zonder deze instelling `ROLE_` met de naam van de rol.',
            en: 'The role in Valtimo (Keycloak) of each role; without this setting `ROLE_` with the name of the role.',
        },
        example: { Gezinswerker: 'ROLE_GEZINSWERKER' },
    },
    historyTimeToLive: HISTORY,
    versionTag: {
        type: 'text',
        pattern: '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$',
        about: {
            nl: 'De versie van het zaaktype in Valtimo, waar de versie van het protocol geen getallen heeft.',
            en: 'The version of the case in Valtimo, where the version of the protocol has no figures.',
        },
        example: '1.0.0',
    },
    zaaktype: {
        type: 'url',
        about: {
            nl: 'Het adres van het zaaktype in de Catalogi API waarmee een zaak in Valtimo verbonden is.',
            en: 'The address of the zaaktype in the Catalogi API to which a case in Valtimo is linked.',
        },
        example: 'https://openzaak.gemeente.nl/catalogi/api/v1/zaaktypen/…',
    },
    zakenApiPluginConfigurationId: {
        type: 'text',
        pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
        about: {
            nl: 'De id van de configuratie van de Zaken API-plug-in in Valtimo.',
            en: 'The id of the configuration of the Zaken API plug-in in Valtimo.',
        },
        example: '3079d6fe-42e3-4f8f-a9db-52ce2507b7ee',
    },
    rsin: {
        type: 'text',
        pattern: '^[0-9]{9}$',
        isRsin: true,
        about: {
            nl: 'Het RSIN van de organisatie die zaken aanmaakt.',
            en: 'The RSIN of the organisation that creates cases.',
        },
        example: '000000000',
    },
};

/** The fields of each output that has any, by its id as in `--to`. */
export const OUTPUT_FIELDS: Readonly<Record<string, OutputFields>> = {
    fhir: {
        url: {
            type: 'url',
            about: {
                nl: 'Het adres waaronder de PlanDefinition en de ActivityDefinitions staan; hun canonieke adressen beginnen ermee.',
                en: 'The address under which the PlanDefinition and the ActivityDefinitions stand; their canonical addresses begin with it.',
            },
            example: 'https://jeugd.voorbeeld.nl/fhir',
        },
        bundle: {
            type: 'text',
            words: ['collection', 'transaction'],
            about: {
                nl: 'Het soort Bundle: `collection` om te bewaren (zonder deze instelling), `transaction` om op een server te laden.',
                en: 'The kind of Bundle: `collection` to keep (without this setting), `transaction` to load onto a server.',
            },
            example: 'transaction',
        },
    },
    operaton: {
        historyTimeToLive: HISTORY,
        groups: GROUPS,
    },
    zeebe: { groups: GROUPS },
    valtimo: VALTIMO,
    zgw: ZGW_FIELDS,
};

/** Whether a field has a text for each name. */
export function isByName({ type }: OutputField): boolean {
    return type === 'names' || type === 'url-names';
}

/** What keeps a value from being that of a field; undefined where it is one. Of a text for each name only that it is such a map. */
export function mismatch(field: OutputField, value: unknown): Bilingual | undefined {
    if (isByName(field)) {
        const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isMap ? undefined : expected(field, value);
    }
    const fits =
        field.type === 'number'
            ? typeof value === 'number' && Number.isInteger(value) && value >= 0
            : field.type === 'yes-no'
              ? typeof value === 'boolean'
              : isText(field, value);
    return fits ? undefined : expected(field, value);
}

/** What keeps the text for one name from being one; undefined where it is. */
export function mismatchOf(field: OutputField, value: unknown): Bilingual | undefined {
    const example = Object.values((field.example ?? {}) as Readonly<Record<string, unknown>>)[0];
    return isText(field, value) ? undefined : expected({ ...field, example }, value);
}

/** The eleven test: nine times the first digit, eight times the second, …, less the last: a multiple of eleven. */
function isRsin(text: string): boolean {
    const sum = [...text].reduce((all, digit, i) => all + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
    return sum % 11 === 0;
}

function isText(field: OutputField, value: unknown): boolean {
    const { type, words, pattern = PATTERNS[type], longest = Infinity } = field;
    return (
        typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= longest &&
        (words?.includes(value) ?? true) &&
        (pattern === undefined || new RegExp(pattern, 'u').test(value)) &&
        (field.isRsin !== true || isRsin(value))
    );
}

/** What was found, and what to write. */
function expected(field: OutputField, value: unknown): Bilingual {
    const write = toWrite(field, value);
    const found = typeof value === 'object' ? '' : JSON.stringify(value);
    return found === ''
        ? write
        : { nl: `${found} past hier niet; ${write.nl}`, en: `${found} does not fit here; ${write.en}` };
}

function toWrite({ words, longest, example, pattern, isRsin: rsin }: OutputField, value: unknown): Bilingual {
    const such = JSON.stringify(example);
    if (words) {
        const near = typeof value === 'string' ? nearest(value, words) : undefined;
        const list = words.map((w) => `"${w}"`).join(', ');
        return near === undefined
            ? { nl: `schrijf een van ${list}.`, en: `write one of ${list}.` }
            : { nl: `bedoelde u "${near}"?`, en: `did you mean "${near}"?` };
    }
    if (rsin && typeof value === 'string' && new RegExp(pattern ?? '', 'u').test(value)) {
        return {
            nl: 'de cijfers van een RSIN voldoen aan de elfproef, en deze niet: kijk of er een verkeerd staat.',
            en: 'the digits of an RSIN pass the eleven test, and these do not: see whether one is wrong.',
        };
    }
    return longest === undefined
        ? { nl: `schrijf iets als ${such}.`, en: `write something like ${such}.` }
        : {
              nl: `schrijf iets als ${such}, van hoogstens ${String(longest)} tekens.`,
              en: `write something like ${such}, of at most ${String(longest)} characters.`,
          };
}

/** The JSON Schema of a field, in Dutch. */
export function fieldSchema(field: OutputField): Readonly<Record<string, unknown>> {
    const { type, about, words, pattern = PATTERNS[type], longest, example } = field;
    const description = about.nl;
    switch (type) {
        case 'number':
            return { type: 'integer', minimum: 0, description, examples: [example] };
        case 'yes-no':
            return { type: 'boolean', description };
        default: {
            const text = {
                type: 'string',
                minLength: 1,
                ...(words ? { enum: words } : {}),
                ...(pattern === undefined ? {} : { pattern }),
                ...(longest === undefined ? {} : { maxLength: longest }),
            };
            return type === 'names' || type === 'url-names'
                ? { type: 'object', additionalProperties: text, description, examples: [example] }
                : { ...text, description, examples: [example] };
        }
    }
}
