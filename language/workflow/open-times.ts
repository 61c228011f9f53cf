import { valueText } from '../messages/wording.js';
import type { Value } from '../model/values.js';
import type { Building } from './building.js';

/** A value, or the standard of one that is decided locally. */
export function standardOf(value: Value): Value {
    return value.type === 'local' ? (value.standard ?? value) : value;
}

/** The loss of a time that is not known, or is decided locally. @param kind the statement, as the text has it */
export function loseOpen({ draft }: Building, element: string, kind: string, value: Value): void {
    if (value.type === 'unknown' || (value.type === 'local' && !value.standard)) {
        draft.lose(element, {
            nl: `${kind} ${valueText(value, 'nl')}: daarvan houdt een werkstroom geen tijd bij`,
            en: `${kind} ${valueText(value, 'en')}: a workflow keeps no time of that`,
        });
    } else if (value.type === 'local') {
        draft.lose(element, {
            nl: `${kind} ${valueText(value, 'nl')}: een werkstroom rekent met de standaard`,
            en: `${kind} ${valueText(value, 'en')}: a workflow counts with the standard`,
        });
    }
}
