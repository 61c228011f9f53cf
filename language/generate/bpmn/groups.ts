import { identifier } from '../../workflow/draft.js';
import type { OutputSettings } from '../output-settings.js';

/** The group of people of a role: as `draaiboek.json` says, else the name of the role in letters, digits and underscores. */
export function groupsBy(settings: OutputSettings): (role: string) => string {
    return (role) => settings.of('groups', role) ?? identifier(role);
}
