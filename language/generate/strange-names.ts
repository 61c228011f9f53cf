import { nearest } from '../text/distance.js';
import type { Loss } from './generator.js';
import type { OutputSettings } from './output-settings.js';

/** What a setting is given to, by name: what is called so here, and what else may be. */
export interface Given {
    readonly field: string;
    /** as a sentence about it says that: "een groep aan", "geen rol" */
    readonly nl: readonly [what: string, none: string];
    readonly en: readonly [what: string, none: string];
    /** of this interventie: a name that is near to one of these is likely to be meant for it */
    readonly own: readonly { readonly name: string; readonly title?: string }[];
    /** names that are right as well */
    readonly others?: readonly string[];
}

/** The names under a setting that nothing here has, each with the one that it is near to by its name or its title. */
export function strangeNames(settings: OutputSettings, element: string, given: Given): Loss[] {
    const { field, nl, en, own, others = [] } = given;
    const known = new Set([...own.map(({ name }) => name), ...others]);
    const words = new Map([
        ...own.flatMap(({ name, title }) => (title === undefined ? [] : [[title, name] as const])),
        ...own.map(({ name }) => [name, name] as const),
    ]);
    return settings
        .names(field)
        .filter((name) => !known.has(name))
        .map((name) => {
            const near = words.get(nearest(name, words.keys()) ?? '');
            const [meantNl, meantEn] =
                near === undefined ? ['', ''] : [`; bedoelde u ${near}?`, `; did you mean ${near}?`];
            return {
                element,
                reason: {
                    nl: `draaiboek.json geeft ${nl[0]} ${name}, en zo heet hier ${nl[1]}${meantNl}`,
                    en: `draaiboek.json gives ${en[0]} ${name}, and ${en[1]} here has that name${meantEn}`,
                },
            };
        });
}
