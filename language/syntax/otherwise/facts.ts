import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import { WORD, type Mistake } from './mistake.js';

/** What many call the type of a fact. */
const FACT_TYPES: Readonly<Record<string, string | undefined>> = {
    getal: 'aantal',
    nummer: 'aantal',
    cijfer: 'aantal',
    jaartal: 'aantal',
    dag: 'datum',
    boolean: 'ja/nee',
};

/** `gegeven x: ja of nee` */
export function yesOrNo({ words, at }: Mistake): Bilingual | undefined {
    const [before, word, next] = words.slice(at - 1, at + 2);
    return words[0] === 'gegeven' && before === 'ja' && /^(of|en)$/.test(word ?? '') && next === 'nee'
        ? instead('ja/nee', `ja ${word ?? ''} nee`)
        : undefined;
}

/** `gegeven x: nee/ja`, `gegeven x: thuis/elders` */
export function valuesWithSlash({ words, at, tokens, index }: Mistake): Bilingual | undefined {
    if (words[0] !== 'gegeven' || words[at - 1] !== ':' || words[at + 1] !== '/') {
        return undefined;
    }
    const values: string[] = [];
    for (let i = at; WORD.test(words[i] ?? ''); i += 2) {
        values.push(words[i] ?? '');
        if (words[i + 1] !== '/') {
            break;
        }
    }
    const isAgainst = tokens[index + 1]?.startOffset === (tokens[index]?.startOffset ?? 0) + (words[at]?.length ?? 0);
    const found = values.join(isAgainst ? '/' : ' / ');
    return values.join() === 'nee,ja' ? instead('ja/nee', found) : instead(`een van ${values.join(', ')}`, found);
}

/** `gegeven x: getal` */
export function kindOfFact({ words, at }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    const type = words[0] === 'gegeven' && words[at - 1] === ':' ? FACT_TYPES[word.toLowerCase()] : undefined;
    return type === undefined ? undefined : instead(type, word);
}

/** `een van begeleiding "Begeleiding thuis", behandeling`: a value has a name only. */
export function textOfValue({ words, at }: Mistake): Bilingual | undefined {
    const text = at > 0 ? [words[at], words[at - 1]].find((w) => w !== undefined && /^"/.test(w)) : undefined;
    const value = text === undefined ? undefined : words[words.indexOf(text) - 1];
    if (words[0] !== 'gegeven' || !words.includes('van') || text === undefined || value === undefined) {
        return undefined;
    }
    const form = `{ toelichting "${value}: ${text.replace(/"/g, '')}" }`;
    return {
        nl: `Een waarde van een gegeven heeft alleen een naam. Zet wat \`${value}\` betekent achter de waarden, in een blok: \`${form}\`.`,
        en: `A value of a fact has a name only. Put what \`${value}\` means behind the values, in a block: \`${form}\`.`,
    };
}
