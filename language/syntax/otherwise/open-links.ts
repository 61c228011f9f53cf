import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import { instead } from '../wording.js';
import { OPEN_VALUE, type Mistake } from './mistake.js';

/** A word of the language that the parser missed. */
const MISSED = / hoort (?:`[^`]+` of )?`([\p{L}:]+)`, maar er staat /u;
/** Words that join what is open to what stands before it, as the parser misses them, with what belongs to them. */
const LINKS: Readonly<Record<string, string>> = {
    op: 'op', van: 'van', met: 'met', aan: 'aan', door: 'door', als: 'als', na: 'na', naar: 'naar', is: 'is', ':': ':', af: 'af na',
    grond: 'grond van', element: 'element', doel: 'doel', primair: 'primair doel', uitblijven: 'uitblijven', versie: 'versie',
    hervat: 'hervat daarna', daarna: 'daarna',
}; // prettier-ignore
/** Lines in which nothing open stands behind the word that is missing, and those in which only `onbekend` does. */
const NOTHING_OPEN = /^(beoordeling|scenario|tegenspraak|toets|verwacht|let|een|bij [^:]+:? (onbekend|plaatselijk)$)/;
const NOTHING_LOCAL = /^(ervaring|uitspraak|reactie|door .* over|interventie .* uitwerking)\b/;

/** `werkt onbekend`, `gericht veelal plaatselijk`: the word is missing that joins what is open to what stands before. */
export function openWithoutLink({ words, at, line, told, block }: Mistake): Bilingual | undefined {
    const link = LINKS[MISSED.exec(told)?.[1] ?? ''];
    const open = words[at] ?? '';
    if (
        link === undefined ||
        at === 0 ||
        !OPEN_VALUE.test(open) ||
        (NOTHING_OPEN.test(line) && link !== 'uitblijven')
    ) {
        return undefined;
    }
    const isLocal = open === 'plaatselijk' && (block === 'scenario' || NOTHING_LOCAL.test(line));
    return isLocal ? undefined : instead(inWords([...words.slice(0, at), link, ...words.slice(at)]), line);
}
