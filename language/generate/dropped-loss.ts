import { LOST_TEXTS, lostParameters, lostText } from '../messages/lost.js';
import type { Lost } from '../model/protocol.js';
import { fill } from '../text/bilingual.js';
import type { Loss } from './generator.js';

/** What a local working-out loses with what it drops, for the report on an output. */
export function droppedLoss(lost: Lost): Loss {
    const { nl, en } = fill(LOST_TEXTS[lostText(lost)], lostParameters(lost));
    return { element: lost.element, reason: { nl: nl.replaceAll('`', ''), en: en.replaceAll('`', '') } };
}
