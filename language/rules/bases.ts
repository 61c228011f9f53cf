import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isIntervention, type ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import { elementIn } from './element-in.js';

/**
 * What a protocol refines (`uitwerking van`) or continues (`vervolg op`), from its own file or from another one, for
 * rules that compare the two.
 *
 * @param document the document in which the protocol stands
 * @returns undefined where there is none, or its name leads nowhere
 */
export function baseOf(
    protocol: Protocol,
    relation: 'refines' | 'continues',
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): Protocol | undefined {
    if (!protocol[relation]) {
        return undefined;
    }
    const node = document.parseResult.value.elements.find((e) => isIntervention(e) && e.name === protocol.name);
    const base = isIntervention(node) ? node[relation]?.ref : undefined;
    return elementIn(base, (model) => model.interventions, services);
}
