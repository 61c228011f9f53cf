import type { Handover } from '../../model/protocol.js';
import type { Fix } from '../finding.js';
import { replacement, written } from './replace.js';

/** A fix that writes another node behind the `vanuit` of a handover; none where that names more than one. */
export function otherPlace({ fromNodes }: Handover, name: string): Fix[] {
    const [first, ...others] = fromNodes;
    if (!first || others.length > 0) {
        return [];
    }
    const title = {
        nl: `Maak van \`vanuit ${first.name}\` \`vanuit ${name}\``,
        en: `Make \`vanuit ${first.name}\` \`vanuit ${name}\``,
    };
    return [{ ...replacement(first.at, written(name)), title }];
}
