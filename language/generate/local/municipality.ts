import type { LocalValues } from '../../settings/local-values.js';
import type { Settings } from '../../settings/settings.js';
import type { Bilingual } from '../../text/bilingual.js';
import { nearest } from '../../text/distance.js';

/**
 * The municipality for which outputs are made that run: the one that is asked for, else what `municipality` of the
 * settings says, else the only one that there is.
 *
 * @returns none where several could be meant; what is wrong where there is none of that name
 */
export function municipalityOf(
    { locals = [], municipality }: Pick<Settings, 'locals' | 'municipality'>,
    asked = municipality,
): { readonly local?: LocalValues; readonly problem?: Bilingual } {
    const [only, ...others] = locals;
    if (asked === undefined) {
        return only && others.length === 0 ? { local: only } : {};
    }
    const local = locals.find(({ name }) => name.toLowerCase() === asked.trim().toLowerCase());
    if (local) {
        return { local };
    }
    const names = locals.map(({ name }) => name);
    const near = nearest(asked, names);
    const list = names.join(', ');
    return {
        problem: {
            nl: `Van de gemeente ${asked} is er geen bestand.${near === undefined ? '' : ` Bedoelde u ${near}?`} ${list === '' ? 'draaiboek.json noemt er geen (`local`).' : `\`local\` in draaiboek.json geeft: ${list}.`}`,
            en: `There is no file of the municipality ${asked}.${near === undefined ? '' : ` Did you mean ${near}?`} ${list === '' ? 'draaiboek.json names none (`local`).' : `\`local\` in draaiboek.json gives: ${list}.`}`,
        },
    };
}
