import type { Bilingual } from '../text/bilingual.js';

/** What one municipality fills in where protocols say `plaatselijk`: a file that `local` of the settings names. */
export interface LocalValues {
    /** what the municipality is called */
    readonly name: string;
    /** for each element, by its name, what is filled in behind a keyword */
    readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Reads the text of such a file.
 *
 * @param file its name, for who gives no other
 * @returns the values, or what is wrong with it
 */
export function readLocalValues(
    text: string,
    file: string,
): { readonly read?: LocalValues; readonly problems: readonly Bilingual[] } {
    let json: unknown;
    try {
        json = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return { problems: [{ nl: `dit is geen geldige JSON. ${EXAMPLE.nl}`, en: `this is no valid JSON. ${EXAMPLE.en}` }] };
    }
    if (!isRecord(json) || !isRecord(json['values'])) {
        return { problems: [{ nl: `hier staat geen \`values\`. ${EXAMPLE.nl}`, en: `there is no \`values\` here. ${EXAMPLE.en}` }] };
    }
    const { name, values } = json;
    const unknown = Object.keys(json).filter((key) => !KEYS.includes(key));
    const wrong = Object.entries(values).flatMap(([element, said]) =>
        isRecord(said)
            ? Object.entries(said).flatMap(([keyword, value]) => (typeof value === 'string' ? [] : [`values › ${element} › ${keyword}`]))
            : [`values › ${element}`],
    );
    const problems = [
        ...unknown.map((key) => ({ nl: `\`${key}\` kan hier niet staan. ${EXAMPLE.nl}`, en: `\`${key}\` cannot stand here. ${EXAMPLE.en}` })),
        ...(name === undefined || typeof name === 'string' ? [] : [{ nl: 'name: schrijf hoe de gemeente heet, als tekst.', en: 'name: write what the municipality is called, as text.' }]),
        ...wrong.map((at) => ({ nl: `${at}: schrijf de waarde als tekst. ${EXAMPLE.nl}`, en: `${at}: write the value as text. ${EXAMPLE.en}` })),
    ];
    if (problems.length > 0) {
        return { problems };
    }
    const called = typeof name === 'string' && name.trim() !== '' ? name : file.replace(/\.json$/i, '');
    return { read: { name: called, values: values as LocalValues['values'] }, problems };
} // prettier-ignore

const KEYS: readonly string[] = ['$schema', 'name', 'values'];

const EXAMPLE: Bilingual = {
    nl: 'Een voorbeeld: { "name": "Breda", "values": { "uitvoering": { "locatie": "In het wijkhuis." } } }.',
    en: 'An example: { "name": "Breda", "values": { "uitvoering": { "locatie": "In het wijkhuis." } } }.',
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
