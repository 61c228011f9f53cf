import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { brief } from '../wording.js';

/** Blocks with `kenmerk` for what has no word of its own. */
const WITH_CHARACTERISTIC = new Set(['interventie', 'doelgroep', 'erkenning']);

/**
 * For a word with which no line begins and behind which a value stands: a field without a word of its own.
 *
 * @param told what is said of a word with which no line begins
 */
export function orCharacteristic(
    told: Bilingual,
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual {
    const value = tokens[index + 1];
    const isField =
        value?.firstOnLine !== true &&
        /^(["“„\d]|onbekend$|plaatselijk$)/.test(value?.image ?? '') &&
        WITH_CHARACTERISTIC.has(block ?? '');
    if (!isField) {
        return told;
    }
    const line = `\`kenmerk "${brief(tokens[index]?.image ?? '')}" ${brief(value?.image ?? '')}\``;
    return {
        nl: `${told.nl.replace(/\.$/, '')}; heeft het geen eigen woord, schrijf dan ${line}.`,
        en: `${told.en.replace(/\.$/, '')}; if there is no word for it, write ${line}.`,
    };
}
