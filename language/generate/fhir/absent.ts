import type { Value } from '../../model/values.js';
import type { Absent } from './types.js';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/**
 * Why a value is not there, by the extension data-absent-reason of FHIR R4: `unknown` for `onbekend`, `temp-unknown`
 * ("there is reason to expect that the value may become known") for what is `plaatselijk` or expected later.
 */
export function absent(value?: Value): Absent {
    const later = value?.type === 'local' || (value?.type === 'unknown' && value.expected !== undefined);
    return { extension: [{ url: ABSENT, valueCode: later ? 'temp-unknown' : 'unknown' }] };
}
