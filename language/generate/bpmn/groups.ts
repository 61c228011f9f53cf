import type { Protocol } from '../../model/protocol.js';
import { identifier } from '../../workflow/draft.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { GenerateOptions, Loss } from '../generator.js';
import type { OutputSettings } from '../output-settings.js';
import { distinct } from '../paths.js';
import { strangeNames } from '../strange-names.js';

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
    const candidates = new Set(nodes.flatMap((n) => (n.kind === 'task' ? n.candidates : [])));
    const without = [...candidates].filter((role) => settings.of('groups', role) === undefined);
    if (without.length === 0) {
        return [];
    }
    const roles = without.join(', ');
    return without.length === candidates.size
        ? [settings.missing('groups', name)]
        : [
              {
                  element: name,
                  reason: {
                      nl: `draaiboek.json geeft geen groep aan ${roles}: hun groep heet naar de rol`,
                      en: `draaiboek.json gives no group to ${roles}: their group has the name of the role`,
                  },
              },
          ];
}

/** The loss of a version tag: which version of the protocol it is, is not said. */
export function missingVersion({ name, versions }: Protocol): Loss[] {
    const nl = 'welke versie van het protocol dit is, is niet gezegd: het proces heeft geen version tag';
    const en = 'which version of the protocol this is, is not said: the process has no version tag';
    return versions.at(-1)?.number === undefined ? [{ element: name, reason: { nl, en } }] : [];
}

/** The names under `groups` that no role here has, each with the role that it is near to by its name or its title. */
export function strangeGroups(settings: OutputSettings, protocol: Protocol, { file }: GenerateOptions): Loss[] {
    return strangeNames(settings, protocol.name, {
        field: 'groups',
        nl: ['een groep aan', 'geen rol'],
        en: ['a group to', 'no role'],
        own: protocol.roles,
        others: [...file.roles, ...file.interventions.flatMap((one) => one.roles)].map((r) => r.name),
    });
}
