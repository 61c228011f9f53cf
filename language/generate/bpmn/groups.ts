import type { Protocol } from '../../model/protocol.js';
import { nearest } from '../../text/distance.js';
import { identifier } from '../../workflow/draft.js';
import type { GenerateOptions, Loss } from '../generator.js';
import type { OutputSettings } from '../output-settings.js';

/** The group of people of a role: as `draaiboek.json` says, else the name of the role in letters, digits and underscores. */
export function groupsBy(settings: OutputSettings): (role: string) => string {
    return (role) => settings.of('groups', role) ?? identifier(role);
}

/** The names under `groups` that no role here has, each with the role that it is near to by its name or its title. */
export function strangeGroups(settings: OutputSettings, protocol: Protocol, { file }: GenerateOptions): Loss[] {
    const { name: element, roles } = protocol;
    const known = new Set([...roles, ...file.roles, ...file.interventions.flatMap((i) => i.roles)].map((r) => r.name));
    const words = new Map([
        ...roles.flatMap(({ name, title }) => (title === undefined ? [] : [[title, name] as const])),
        ...roles.map(({ name }) => [name, name] as const),
    ]);
    return settings
        .names('groups')
        .filter((name) => !known.has(name))
        .map((name) => {
            const near = words.get(nearest(name, words.keys()) ?? '');
            const [nl, en] = near === undefined ? ['', ''] : [`; bedoelde u ${near}?`, `; did you mean ${near}?`];
            return {
                element,
                reason: {
                    nl: `draaiboek.json geeft een groep aan ${name}, en zo heet hier geen rol${nl}`,
                    en: `draaiboek.json gives a group to ${name}, and no role here has that name${en}`,
                },
            };
        });
}
