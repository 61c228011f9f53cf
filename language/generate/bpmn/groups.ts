import type { Protocol } from '../../model/protocol.js';
import { nearest } from '../../text/distance.js';
import { identifier } from '../../workflow/draft.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { GenerateOptions, Loss } from '../generator.js';
import type { OutputSettings } from '../output-settings.js';
import { distinct } from '../paths.js';

/**
 * The group of people of each role: as `draaiboek.json` says, else the name of the role in letters, digits and underscores, with a
 * number behind it where an earlier role has that already.
 *
 * @param named what a system calls the group of a name
 */
export function groupsBy(
    settings: OutputSettings,
    { roles }: Protocol,
    { nodes }: WorkflowGraph,
    named: (id: string) => string = (id) => id,
): (role: string) => string {
    const taken = new Set<string>();
    const candidates = nodes.flatMap((n) => (n.kind === 'task' ? n.candidates : []));
    const own = new Map(
        [...new Set([...roles.map((r) => r.name), ...candidates])]
            .filter((role) => settings.of('groups', role) === undefined)
            .map((role) => [role, distinct(named(identifier(role)), taken, '_')]),
    );
    return (role) => settings.of('groups', role) ?? own.get(role) ?? named(identifier(role));
}

/** The loss of groups that nobody gave, where a task is for a role without one. */
export function missingGroups(settings: OutputSettings, { name }: Protocol, { nodes }: WorkflowGraph): Loss[] {
    const candidates = nodes.flatMap((n) => (n.kind === 'task' ? n.candidates : []));
    return candidates.some((role) => settings.of('groups', role) === undefined)
        ? [settings.missing('groups', name)]
        : [];
}

/** The loss of a version tag: which version of the protocol it is, is not said. */
export function missingVersion({ name, versions }: Protocol): Loss[] {
    const nl = 'welke versie van het protocol dit is, is niet gezegd: het proces heeft geen version tag';
    const en = 'which version of the protocol this is, is not said: the process has no version tag';
    return versions.at(-1)?.number === undefined ? [{ element: name, reason: { nl, en } }] : [];
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
