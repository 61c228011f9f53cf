/** The languages of messages. Dutch is the default. */
export type Language = 'nl' | 'en';

/** A text for people in both languages. */
export interface Bilingual {
    readonly nl: string;
    readonly en: string;
}

/** Fills in the parameters of a text: `{name}` is replaced by the parameter of that name. */
export function fill(template: Bilingual, parameters: Readonly<Record<string, string | number>> = {}): Bilingual {
    const one = (text: string) => text.replace(/\{(\w+)\}/g, (all, key: string) => String(parameters[key] ?? all));
    return { nl: one(template.nl), en: one(template.en) };
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
