import type { Access } from '../model/process.js';
import type { Protocol, Ref } from '../model/protocol.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { Loss } from './generator.js';
import { conditionText, modalityText, valueText } from '../messages/wording.js';

/**
 * What is said of who comes in, and by which no system refuses anybody: what is not always so (`toegang veelal als`), what is
 * left open, and who refers.
 *
 * @param output what the output is called, with its article
 */
export function accessLosses({ process, name, roles, organisations }: Protocol, output: Bilingual): Loss[] {
    const titleOf = (ref: Ref) => [...roles, ...organisations].find((e) => e.name === ref.name)?.title ?? ref.name;
    return (process?.access ?? []).flatMap((access): Loss[] => {
        if (access.condition && !access.modality) {
            return [];
        }
        const [nl, en] = (['nl', 'en'] as const).map((language) => accessText(access, titleOf, language));
        return [
            {
                element: name,
                reason: access.via
                    ? {
                          nl: `${nl ?? ''}: wie verwijst, vraagt ${output.nl} niet`,
                          en: `${en ?? ''}: ${output.en} does not ask who refers`,
                      }
                    : {
                          nl: `${nl ?? ''}: daarop weigert ${output.nl} niemand`,
                          en: `${en ?? ''}: ${output.en} refuses nobody for that`,
                      },
            },
        ];
    });
}

/** `toegang veelal als …`, `toegang via de huisarts`. */
function accessText(
    { condition, routes, value, via, modality }: Access,
    titleOf: (ref: Ref) => string,
    language: Language,
): string {
    const nl = language === 'nl';
    const who = [...routes.map(titleOf), ...(value ? [valueText(value, language)] : [])].join(', ');
    return [
        nl ? 'toegang' : 'access',
        ...(modality ? [modalityText(modality, language)] : []),
        ...(condition ? [nl ? 'als' : 'if', conditionText(condition, language)] : []),
        ...(via ? ['via'] : []),
        who,
    ]
        .filter((word) => word !== '')
        .join(' ');
}
