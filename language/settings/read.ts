import { parseDate } from '../model/values.js';
import { catalogue } from '../rules/catalogue.js';
import type { Severity } from '../rules/finding.js';
import type { Bilingual } from '../text/bilingual.js';
import { nearest } from '../text/distance.js';
import { ONE_FOR_ALL, NOT_CONFIGURABLE, SETTINGS_PARTS, SEVERITY_WORDS, WRAP_WIDTHS } from './fields.js';
import { isByName, mismatch, mismatchOf, OUTPUT_FIELDS, type OutputField } from './output-fields.js';
import { DEFAULT_SETTINGS, type Limits, type Settings } from './settings.js';

type Json = Readonly<Record<string, unknown>>;

/** What was read, and what could not be taken over. */
export interface ReadSettings {
    readonly settings: Settings;
    readonly problems: readonly Bilingual[];
    /** whether the text could be read at all; else the settings are the default */
    readonly readable: boolean;
}

/**
 * Reads the text of a `draaiboek.json`. What is wrong is left out and told, with where it is and how to mend it; the
 * rest holds, and where the text is silent the default does.
 */
export function readSettings(jsonText: string): ReadSettings {
    const problems: Bilingual[] = [];
    const json = parse(jsonText, problems);
    const settings = json ? new SettingsReader(problems).read(json) : DEFAULT_SETTINGS;
    return { settings, problems, readable: json !== undefined };
}

function parse(text: string, problems: Bilingual[]): Json | undefined {
    const content = text.replace(/^\uFEFF/, '');
    if (content.trim() === '') {
        problems.push({
            nl: 'Het bestand is leeg. Zet er ten minste `{}` in.',
            en: 'The file is empty. Put at least `{}` in it.',
        });
        return undefined;
    }
    let value: unknown;
    try {
        value = JSON.parse(content);
    } catch (error) {
        problems.push(syntaxProblem(content, error));
        return undefined;
    }
    if (!isObject(value)) {
        problems.push({
            nl: 'De instellingen horen tussen `{` en `}` te staan: { "rules": { … } }.',
            en: 'The settings belong between `{` and `}`: { "rules": { … } }.',
        });
        return undefined;
    }
    return value;
}

/** JSON.parse gives a place in its own words; engines differ in them. */
function syntaxProblem(text: string, error: unknown): Bilingual {
    const message = error instanceof Error ? error.message : '';
    const [, offset] = /position (\d+)/.exec(message) ?? [];
    const line = offset === undefined ? undefined : text.slice(0, Number(offset)).split('\n').length;
    const where =
        line === undefined ? { nl: '', en: '' } : { nl: `Regel ${String(line)}: `, en: `Line ${String(line)}: ` };
    const comment = /^\s*\/[/*]/m.test(text);
    return comment
        ? {
              nl: `${where.nl}dit is geen geldige JSON. Haal de opmerkingen (\`//\`, \`/* */\`) weg: JSON kent die niet.`,
              en: `${where.en}this is no valid JSON. Take the comments (\`//\`, \`/* */\`) away: JSON has none.`,
          }
        : {
              nl: `${where.nl}dit is geen geldige JSON. Kijk of er een komma of aanhalingsteken te veel of te weinig staat.`,
              en: `${where.en}this is no valid JSON. See whether a comma or quotation mark is missing or one too many.`,
          };
}

/** Whether prose may be broken at a width. */
export function isWrapWidth(width: unknown): width is number {
    return Number.isInteger(width) && Number(width) >= WRAP_WIDTHS.least && Number(width) <= WRAP_WIDTHS.most;
}

class SettingsReader {
    constructor(private readonly problems: Bilingual[]) {}

    read(json: Json): Settings {
        this.unknownKeys(json, Object.keys(SETTINGS_PARTS), '');
        const local = this.local(json['local']);
        const municipality = this.municipality(json['municipality']);
        const wrap = this.wrap(json['wrap']);
        return {
            rules: this.rules(json['rules']),
            language: this.language(json['language']),
            holidays: this.holidays(json['holidays']),
            output: this.output(json['output']),
            limits: this.figures(json['limits'], DEFAULT_SETTINGS.limits, 'limits') as Limits,
            ...(local === undefined ? {} : { local }),
            ...(municipality === undefined ? {} : { municipality }),
            ...(wrap === undefined ? {} : { wrap }),
        };
    }

    private rules(value: unknown): Settings['rules'] {
        const result: Record<string, Severity | 'off'> = {};
        if (value === undefined || !this.isObjectAt(value, 'rules')) {
            return result;
        }
        const codes = catalogue.map((r) => r.code);
        for (const [code, word] of Object.entries(value)) {
            const where = `rules › ${code}`;
            const severity = typeof word === 'string' ? own(SEVERITY_WORDS, word) : undefined;
            if (NOT_CONFIGURABLE.has(code)) {
                this.problem(where, {
                    nl: 'deze melding is niet in te stellen: een tekst die niet te lezen is, is niet te controleren. Haal deze regel weg.',
                    en: 'this finding cannot be set: a text that cannot be read cannot be checked. Take this line away.',
                });
            } else if (!codes.includes(code)) {
                this.unknown(where, code, codes, {
                    nl: 'er is geen melding met deze code',
                    en: 'there is no finding with this code',
                });
            } else if (severity === undefined) {
                this.unknown(where, String(word), Object.keys(SEVERITY_WORDS), {
                    nl: 'schrijf "error", "warning", "info" of "off"',
                    en: 'write "error", "warning", "info" or "off"',
                });
            } else {
                result[code] = severity;
            }
        }
        return result;
    }

    private language(value: unknown): Settings['language'] {
        if (value !== undefined && value !== 'nl' && value !== 'en') {
            this.problem('language', { nl: 'schrijf "nl" of "en".', en: 'write "nl" or "en".' });
        }
        return value === 'en' ? 'en' : DEFAULT_SETTINGS.language;
    }

    private holidays(value: unknown): Settings['holidays'] {
        if (value === undefined) {
            return DEFAULT_SETTINGS.holidays;
        }
        if (!Array.isArray(value)) {
            this.problem('holidays', { nl: 'schrijf een lijst: ["2026-05-04"].', en: 'write a list: ["2026-05-04"].' });
            return DEFAULT_SETTINGS.holidays;
        }
        return value.flatMap((day: unknown, index) => {
            const date = typeof day === 'string' && /^\d{4}-/.test(day) ? parseDate(day) : undefined;
            if (date === undefined) {
                this.problem(`holidays › ${String(index + 1)}`, {
                    nl: `${JSON.stringify(day)} is geen dag. Schrijf jaar-maand-dag: "2026-05-04".`,
                    en: `${JSON.stringify(day)} is no day. Write year-month-day: "2026-05-04".`,
                });
                return [];
            }
            return [date];
        });
    }

    private local(value: unknown): readonly string[] | undefined {
        if (value === undefined) {
            return undefined;
        }
        const names: readonly unknown[] = Array.isArray(value) ? value : [value];
        if (names.every((name) => typeof name === 'string' && name.trim() !== '')) {
            return names as string[];
        }
        this.problem('local', {
            nl: 'schrijf de naam van een bestand, "gemeente.json", of een lijst: ["breda.json", "tilburg.json"].',
            en: 'write the name of a file, "gemeente.json", or a list: ["breda.json", "tilburg.json"].',
        });
        return undefined;
    }

    private municipality(value: unknown): string | undefined {
        if (value === undefined || (typeof value === 'string' && value.trim() !== '')) {
            return value;
        }
        this.problem('municipality', {
            nl: 'schrijf de naam van een gemeente, als tekst: "Breda".',
            en: 'write the name of a municipality, as text: "Breda".',
        });
        return undefined;
    }

    private output(value: unknown): Settings['output'] {
        if (value === undefined || !this.isObjectAt(value, 'output')) {
            return DEFAULT_SETTINGS.output;
        }
        return Object.fromEntries(
            Object.entries(value).flatMap(([id, inner]) =>
                this.isObjectAt(inner, `output › ${id}`) ? [[id, this.outputFields(id, inner)]] : [],
            ),
        );
    }

    private outputFields(id: string, said: Json): Json {
        const fields = own(OUTPUT_FIELDS, id);
        if (!fields) {
            return said;
        }
        this.unknownKeys(said, Object.keys(fields), `output › ${id}`);
        return Object.fromEntries(
            Object.entries(said).flatMap(([name, value]) => {
                const field = own(fields, name);
                const where = `output › ${id} › ${name}`;
                const wrong = field && mismatch(field, value);
                if (wrong) {
                    this.problem(where, wrong);
                }
                return field && !wrong
                    ? [[name, isByName(field) ? this.byName(field, value as Json, where) : value]]
                    : [];
            }),
        );
    }

    /** Of a text for each name those that are right. */
    private byName(field: OutputField, said: Json, where: string): Json {
        return Object.fromEntries(
            Object.entries(said).filter(([name, value]) => {
                const wrong = mismatchOf(field, value);
                if (wrong) {
                    this.problem(`${where} › ${name}`, wrong);
                }
                return !wrong;
            }),
        );
    }

    /** Figures, grouped as their defaults are. */
    private wrap(value: unknown): number | undefined {
        if (value === undefined || isWrapWidth(value)) {
            return value;
        }
        const { least, most } = WRAP_WIDTHS;
        this.problem('wrap', {
            nl: `schrijf een heel getal van ${String(least)} tot en met ${String(most)}, zonder aanhalingstekens.`,
            en: `write a whole number from ${String(least)} to ${String(most)}, without quotation marks.`,
        });
        return undefined;
    }

    private figures<T>(value: unknown, defaults: T, where: string): T {
        if (typeof value === 'number' && ONE_FOR_ALL.has(where.replace('limits › ', ''))) {
            const each = Object.keys(defaults as object).map((key) => [key, value]);
            return this.figures(Object.fromEntries(each), defaults, where);
        }
        if (value === undefined || !this.isObjectAt(value, where)) {
            return defaults;
        }
        const known = defaults as Readonly<Record<string, unknown>>;
        this.unknownKeys(value, Object.keys(known), where);
        return Object.fromEntries(
            Object.entries(known).map(([key, standard]): [string, unknown] => {
                const given = value[key];
                const inner = `${where} › ${key}`;
                if (typeof standard === 'object' && standard !== null) {
                    return [key, this.figures(given, standard, inner)];
                }
                if (given === undefined || (typeof given === 'number' && Number.isFinite(given) && given >= 0)) {
                    return [key, given ?? standard];
                }
                if (typeof given === 'number') {
                    this.problem(inner, {
                        nl: `schrijf een getal van 0 of meer: ${String(standard)}.`,
                        en: `write a number of 0 or more: ${String(standard)}.`,
                    });
                    return [key, standard];
                }
                this.problem(inner, {
                    nl: `schrijf een getal, zonder aanhalingstekens: ${String(standard)}.`,
                    en: `write a number, without quotation marks: ${String(standard)}.`,
                });
                return [key, standard];
            }),
        ) as T;
    }

    private unknownKeys(json: Json, known: readonly string[], where: string): void {
        for (const key of Object.keys(json)) {
            if (!known.includes(key) && !(where === '' && key === '$schema')) {
                this.unknown(where === '' ? key : `${where} › ${key}`, key, known, {
                    nl: `deze instelling bestaat niet; wel ${known.join(', ')}`,
                    en: `there is no such setting; there are ${known.join(', ')}`,
                });
            }
        }
    }

    private unknown(where: string, word: string, known: readonly string[], otherwise: Bilingual): void {
        const near = nearest(word, known);
        this.problem(
            where,
            near === undefined
                ? { nl: `${otherwise.nl}.`, en: `${otherwise.en}.` }
                : { nl: `bedoelde u "${near}"?`, en: `did you mean "${near}"?` },
        );
    }

    private isObjectAt(value: unknown, where: string): value is Json {
        if (isObject(value)) {
            return true;
        }
        this.problem(where, {
            nl: 'hier horen instellingen tussen `{` en `}`.',
            en: 'settings between `{` and `}` belong here.',
        });
        return false;
    }

    private problem(where: string, { nl, en }: Bilingual): void {
        this.problems.push({ nl: `Bij ${where}: ${nl}`, en: `At ${where}: ${en}` });
    }
}

function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
    return Object.hasOwn(table, key) ? table[key] : undefined;
}
