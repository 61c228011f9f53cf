import { isInformal } from '../execution/truth.js';
import type { Guard } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Loss } from './generator.js';
import { conditionText } from '../messages/wording.js';

/**
 * Names each `pas als` and `klaar als` of an element that has a part in words: on that a person decides, and it holds nothing up.
 *
 * @param output what the output is called, with its article
 */
export function informalGuardLosses(element: string, guards: readonly Guard[], output: Bilingual): Loss[] {
    return guards
        .filter((g) => isInformal(g.condition))
        .map(({ kind, condition }) => {
            const [nl, en] = kind === 'only-when' ? ['pas als', 'only when'] : ['klaar als', 'done when'];
            return {
                element,
                reason: {
                    nl: `${nl} ${conditionText(condition, 'nl')}: wat daarvan in woorden staat, beslist een mens; ${output.nl} houdt daar niets voor op`,
                    en: `${en} ${conditionText(condition, 'en')}: what of it is in words, a person decides; ${output.en} holds nothing up for it`,
                },
            };
        });
}
