import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

const FORM = /^(warm|koud|lauw|mondeling|schriftelijk|digitaal|telefonisch)$/;
const CONFIRMED = /^(bevestig(ing|d|t)|onbevestigd)$/;

/** `warm`, `met Ouders` as a line of a handover. */
export function formOfHandover({ words, at, block, line }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    if (at === 0 && block === 'overdracht' && /^(gesprek )?met \S/.test(line)) {
        return instead(`gesprekken ${line.replace(/^gesprek /, '')}`, line);
    }
    return at === 0 && block === 'overdracht' && FORM.test(word) ? instead(`vorm ${word}`, word) : undefined;
}

/** `overdracht O van A aan B` */
export function receiver({ words, at }: Mistake): Bilingual | undefined {
    const to = words[at + 1] ?? '';
    return words[at] === 'aan' && words[0] === 'overdracht' ? instead(`naar ${to}`, `aan ${to}`) : undefined;
}

/** `overdracht O van A, B naar C`: one hands over. */
export function givers({ line }: Mistake): Bilingual | undefined {
    const [, head = '', first = '', second = ''] =
        /^(overdracht \S+(?: "[^"]*")? van )(\S+)(?:,| en) (\S+)/.exec(line) ?? [];
    return second === ''
        ? undefined
        : {
              nl: `Een overdracht heeft één gever. Doet \`${second}\` mee aan het gesprek, schrijf dan \`gesprekken met ${second}\` in het blok; draagt \`${second}\` ook zelf over, dan is dat een eigen overdracht: \`${head.replace(/^(overdracht )\S+/, '$1Naam')}${second} naar …\`.`,
              en: `A handover has one giver. If \`${second}\` joins in the meeting, write \`gesprekken met ${second}\` in the block; if \`${second}\` hands over as well, that is a handover of its own: \`${head.replace(/^(overdracht )\S+/, '$1Naam')}${second} naar …\`, beside that of \`${first}\`.`,
          };
}

/** `bij NaarWijkteam: bevestiging blijft uit`, `bij NaarWijkteam: niet bevestigd`: in a case that is a term that runs out. */
export function confirmationStaysOut({ words, at }: Mistake): Bilingual | undefined {
    const colon = [at - 1, at - 2].find((i) => words[i] === ':') ?? -1;
    if (colon < 2 || words[colon - 2] !== 'bij' || !words.slice(colon + 1, colon + 4).some((w) => CONFIRMED.test(w))) {
        return undefined;
    }
    const example = `\`bij ${words[colon - 1] ?? ''}: termijn verstrijkt\``;
    return {
        nl: `Dat de bevestiging van een overdracht uitblijft, schrijft u zo: ${example}.`,
        en: `That the confirmation of a handover stays out is written like this: ${example}.`,
    };
}
