/** The languages of messages. Dutch is the default. */
export type Language = 'nl' | 'en';

/** What is filled in for `{name}` in a text; in both languages where they differ. */
export type Parameters = Readonly<Record<string, string | number | Bilingual>>;

/** A text for people in both languages. */
export interface Bilingual {
    readonly nl: string;
    readonly en: string;
}

/** Fills in the parameters of a text: `{name}` is replaced by the parameter of that name. */
export function fill(template: Bilingual, parameters: Parameters = {}): Bilingual {
    const one = (language: Language) =>
        template[language].replace(/\{(\w+)\}/g, (all, key: string) => {
            const value = parameters[key] ?? all;
            return typeof value === 'object' ? value[language] : String(value);
        });
    return { nl: one('nl'), en: one('en') };
}

const SEPARATOR = '\u0000';

/** Both languages in one string, for the parser framework, whose errors hold one string. {@link unpack} reads it. */
export function pack(text: Bilingual): string {
    return text.nl + SEPARATOR + text.en;
}

/** The inverse of {@link pack}; a string that was not packed is the same in both languages. */
export function unpack(message: string): Bilingual {
    const [nl = '', en = nl] = message.split(SEPARATOR);
    return { nl, en };
}
