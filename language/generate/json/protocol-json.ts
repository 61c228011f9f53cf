import type { Protocol } from '../../model/protocol.js';
import type { Framework, Review } from '../../model/review.js';
import type { Scenario } from '../../model/scenario.js';
import type { Related } from '../generator.js';

/**
 * The protocol as JSON, for other programs. Its JSON Schema, docs/protocol.schema.json, is made from this type
 * (scripts/docs/protocol-schema.ts). A file in a place (`at`) is a path relative to where the tool ran.
 */
export interface ProtocolJson {
    /** of this format; changes only when a reader of the old one could not read the new one */
    readonly version: 1;
    /** one interventie with all that its text and what it inherits say */
    readonly protocol: Protocol;
    /** reviews of this interventie */
    readonly reviews: readonly Review[];
    /** the frameworks that those reviews use */
    readonly frameworks: readonly Framework[];
    /** shared elements of the files that those stand in, which the protocol itself may not see */
    readonly shared: Required<Related>['shared'];
    /** cases for this interventie, with what is expected of them */
    readonly scenarios: readonly Scenario[];
}
