import type { Protocol } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * Why an interventie cannot be run, nor reasoned about, as what people are told of it: `X heeft …`. Two nodes of one name
 * are told by `meta/dubbel`: which of them is meant is not known, and one could be its own parent.
 *
 * @returns undefined where it can
 */
export function obstacleTo({ name, process }: Protocol): Bilingual | undefined {
    const nodes = process?.nodes ?? [];
    // a phase of which nobody says what happens in it takes no case anywhere
    if (!nodes.some((n) => n.kind === 'step' || n.kind === 'escalation')) {
        return { nl: `${name} heeft geen \`aanpak\` met stappen`, en: `${name} has no \`aanpak\` with steps` };
    }
    return new Set(nodes.map((n) => n.name)).size < nodes.length
        ? { nl: `${name} heeft twee onderdelen met dezelfde naam`, en: `${name} has two parts of the same name` }
        : undefined;
}
