import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { OPEN_PARTS } from '../../model/open-parts.js';
import { inWords } from '../lines.js';
import { brief, instead } from '../wording.js';
import { OPEN_VALUE, WORD, type Mistake } from './mistake.js';

const MOST_WORDS_OF_ROLE = 6;
/** With these a part goes on behind its name. */
const GOES_ON = /^(in|van|naar|door|over|na|beïnvloed|op) /;
/** With these begins why something is not known. */
const REASON = /^("[^"]*"|(nog|niet|geen|nooit|wordt|moet|volgt|later|verschilt)\b.*)$/;
/** With these begins what of something local is known. */
const WHERE = /^("[^"]*"|(per|in|bij|door|verschilt|afhankelijk|nog|elke|elk|iedere)\b.*)$/;
const DIFFERS = /^(verschilt|varieert|wisselt|lokaal|afhankelijk)$/;
/** Parts that are open as a whole without a name, as in `doelgroep onbekend`. */
const NAMING = new Set(
    'doelgroep doel subdoel indicator factor onderzoek document escalatie einde overdracht'.split(' '),
);
const WITHOUT_NAME = new Set('erkenning onderbouwing uitvoering aanpak gepland tussenstand gerealiseerd'.split(' '));
const NAMED_WITHOUT_VALUE = new Set(
    'bron organisatie richtlijn interventie doelgroep indicator onderzoek document fase stap einde'.split(' '),
);

const RECOGNITION: Bilingual = {
    nl: 'Een erkenning geldt voor het hele land en is nooit `plaatselijk`. Schrijf `erkenning onbekend`, `erkenning geen`, of zeg in een blok wat de erkenning inhoudt.',
    en: 'A recognition holds for the whole country and is never `plaatselijk`. Write `erkenning onbekend`, `erkenning geen`, or say in a block what it holds.',
};

/** `erkenning plaatselijk` */
export function openRecognition({ line }: Mistake): Bilingual | undefined {
    return line === 'erkenning plaatselijk' ? RECOGNITION : undefined;
}

/** `doelgroep onbekend {`: nothing is said of what is open as a whole. */
export function blockOfOpen({ tokens, index, token }: Mistake): Bilingual | undefined {
    const [keyword, open] = [index - 2, index - 1].map((i) => brief(tokens[i]?.image ?? ''));
    if (token.image === '{' && OPEN_VALUE.test(open ?? '') && WITHOUT_NAME.has(keyword ?? '')) {
        return {
            nl: `Van wat als geheel \`${open ?? ''}\` is, valt niets te zeggen. Haal \`${open ?? ''}\` weg, of het blok erachter.`,
            en: `Nothing can be said of what is \`${open ?? ''}\` as a whole. Take \`${open ?? ''}\` away, or the block behind it.`,
        };
    }
    return token.image === '{' && OPEN_VALUE.test(open ?? '') && NAMING.has(keyword ?? '')
        ? {
              nl: `Van wat als geheel \`${open ?? ''}\` is, valt niets te zeggen. Geef het een naam (\`${keyword ?? ''} Naam {\`), of haal het blok weg.`,
              en: `Nothing can be said of what is \`${open ?? ''}\` as a whole. Give it a name (\`${keyword ?? ''} Naam {\`), or take the block away.`,
          }
        : undefined;
}

/** `werkzaam element onbekend in Plan`: of what is open as a whole nothing else is said. */
export function moreOfOpenPart({ words, at, line, rest }: Mistake): Bilingual | undefined {
    const open = words[at - 1] ?? '';
    const keyword = words.slice(0, at - 1).join(' ');
    if (!OPEN_VALUE.test(open) || !OPEN_PARTS.has(keyword) || !GOES_ON.test(rest)) {
        return undefined;
    }
    if (rest.split(/,? /).every((word) => OPEN_VALUE.test(word) || GOES_ON.test(`${word} `))) {
        return instead(`${keyword} ${open}`, line);
    }
    const named = `${keyword} ${keyword === 'werkzaam element' ? '"…"' : 'Naam'} ${rest}`;
    return {
        nl: `Van wat als geheel \`${open}\` is, valt niets te zeggen. Geef het een naam (\`${named}\`), of haal \`${rest}\` weg.`,
        en: `Nothing can be said of what is \`${open}\` as a whole. Give it a name (\`${named}\`), or take \`${rest}\` away.`,
    };
}

/** `bereik onbekend nog niet gemeten`, `kosten plaatselijk per gemeente`: why it is open, or what of it is known. */
export function reasonOfOpen({ words, at, rest }: Mistake): Bilingual | undefined {
    const open = words[at - 1] ?? '';
    const [, why = rest] = /^(?:omdat|want|doordat|vanwege|wegens) (.+)$/.exec(rest) ?? [];
    const isReason =
        open === 'onbekend' ? why !== rest || REASON.test(rest) : open === 'plaatselijk' && WHERE.test(rest);
    const text = why.replace(/ (volgens|afgeleid)\b.*$/, '');
    if (at < 2 || !isReason || /["`]/.test(text.replace(/^"(.*)"$/, '$1'))) {
        return undefined;
    }
    const found = rest.slice(0, rest.length - why.length) + text;
    const said = `"${text.replace(/"/g, '')}"`;
    return instead(open === 'onbekend' ? `onbekend omdat ${said}` : `plaatselijk ${said}`, `${open} ${found}`);
}

/** `duur nader te bepalen` */
export function toBeDetermined({ words, at, rest, told }: Mistake): Bilingual | undefined {
    const isOpen =
        /^(nader|nog) (te bepalen|in te vullen|onbekend|niet bekend)$|^(ntb|tbd|volgt|volgt (nog|later))$/.test(rest);
    return at > 0 && isOpen && !OPEN_VALUE.test(words[at - 1] ?? '') && told.includes('`onbekend`')
        ? instead(`${words[at - 1] ?? ''} onbekend omdat "${rest}"`, `${words[at - 1] ?? ''} ${rest}`)
        : undefined;
}

/** `met Ouders, plaatselijk Leerplichtambtenaar "in Waalstad"`: what is so locally of one of several names. */
export function openBefore({ words, at }: Mistake): Bilingual | undefined {
    const open = words[at - 1] ?? '';
    const said = words.slice(at - 1);
    if (!OPEN_VALUE.test(open) || words[at - 2] !== ',' || !WORD.test(words[at] ?? '')) {
        return undefined;
    }
    const note = `toelichting "${inWords(said).replace(/["`]/g, '')}"`;
    const line = inWords([...words.slice(0, at - 2), ',', words[at] ?? '']);
    return {
        nl: `\`${open}\` staat in plaats van een naam, niet ervoor. Schrijf \`${line}\`, en zeg op een eigen regel wat ervan \`${open}\` is: \`${note}\`.`,
        en: `\`${open}\` stands instead of a name, not before one. Write \`${line}\`, and say on a line of its own what of it is \`${open}\`: \`${note}\`.`,
    };
}

/** `kosten verschilt per gemeente` */
export function differsLocally({ words, at }: Mistake): Bilingual | undefined {
    const kind = words[0] ?? '';
    return at === 1 && DIFFERS.test(words[1] ?? '')
        ? {
              nl: `Wat elke gemeente zelf invult, schrijft u als \`${kind} plaatselijk\`, met daarachter wat u erbij wilt zeggen: \`${kind} plaatselijk "verschilt per gemeente"\`.`,
              en: `Write what each municipality fills in as \`${kind} plaatselijk\`, with what you want to add behind it: \`${kind} plaatselijk "verschilt per gemeente"\`.`,
          }
        : undefined;
}

/** `rol Vertrouwenspersoon plaatselijk`: who fills a role has words of its own. */
export function openRole({ words, at }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    const line = `\`rol ${words[1] ?? ''} vervuld door ${word}\``;
    return words[0] === 'rol' && at > 1 && at <= MOST_WORDS_OF_ROLE && OPEN_VALUE.test(word)
        ? {
              nl: `\`${word}\` kan hier niet. Wie de rol vervult, schrijft u achter \`vervuld door\`: ${line}.`,
              en: `\`${word}\` cannot stand here. Write who fills the role behind \`vervuld door\`: ${line}.`,
          }
        : undefined;
}

/** `onbekend` or `plaatselijk` where the line was complete already: why it cannot stand there and what can. */
export function openWhereComplete(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const [word, previous] = [tokens[index]?.image ?? '', brief(tokens[index - 1]?.image ?? '')];
    if (!OPEN_VALUE.test(word)) {
        return undefined;
    }
    const isSecond = tokens[index - 2]?.firstOnLine === true;
    const kind = isSecond ? (tokens[index - 2]?.image ?? '') : '';
    if (NAMED_WITHOUT_VALUE.has(kind)) {
        const line = `${kind} ${previous} { ${kind === 'doelgroep' ? 'omschrijving' : 'toelichting'} ${word} }`;
        return {
            nl: `\`${word}\` kan hier niet staan. Laat het weg, of zeg in het blok wat ${word} is: \`${line}\`.`,
            en: `\`${word}\` cannot stand here. Leave it out, or say in the block what is \`${word}\`: \`${line}\`.`,
        };
    }
    const [leaveNl, leaveEn] = isSecond
        ? ['Laat een van beide weg', 'Leave one of the two out']
        : ['Laat het weg', 'Leave it out'];
    return {
        nl: `\`${word}\` kan hier niet staan: achter \`${previous}\` is deze regel af. ${leaveNl}.`,
        en: `\`${word}\` cannot stand here: the line is complete behind \`${previous}\`. ${leaveEn}.`,
    };
}
