import type { Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';
import { lineStart } from './lines.js';
import { instead, NUMBERS, otherNotation } from './other-notation.js';
import { brief } from './wording.js';

const IN_FIGURES = /^\d+$/;
const UNIT_OF_TIME = /^(uur|uren|dag(en)?|werkdag(en)?|week|weken|maand(en)?|kwarta(al|len)|jaar|jaren)$/;
const BOUND = /^(minstens|hoogstens|precies|ongeveer|circa|ruim|bijna)$/;
const OPEN_VALUE = /^(onbekend|plaatselijk)$/;
const CONFIRMED = /^(bevestig(ing|d|t)|onbevestigd)$/;
/** Blocks in which `termijn` says what `binnen` says elsewhere. */
const WITH_TERM = new Set(['stap', 'fase']);
/** Blocks with `kenmerk` for what has no word of its own. */
const WITH_CHARACTERISTIC = new Set(['interventie', 'doelgroep', 'erkenning']);
const MOST_WORDS_OF_ROLE = 6;

/**
 * What many try and the language says in another way: how to say it, in place of what the parser expected.
 *
 * @param tokens the text
 * @param index the number of the token at which it went wrong
 * @param block the first word of the block around it
 * @returns nothing where the mistake is another one
 */
export function saidOtherwise(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual | undefined {
    const word = tokens[index]?.image ?? '';
    return (
        article(tokens, index) ??
        decider(tokens, index, block) ??
        longTime(tokens, index) ??
        confirmation(tokens, index) ??
        otherNotation(tokens, index, block) ??
        (tokens[index]?.firstOnLine === true ? undefined : figures(word)) ??
        (OPEN_VALUE.test(word) ? openRole(tokens, index) : undefined) ??
        (word === 'binnen' && WITH_TERM.has(block ?? '') ? TERM : undefined) ??
        (word === 'termijn' && block === 'activiteit' ? TERM_OF_STEP : undefined)
    );
}

const HALVES: Readonly<Record<string, readonly [half: string, oneAndHalf: string]>> = {
    uur: ['30 minuten', '90 minuten'],
    dag: ['12 uur', '36 uur'],
    jaar: ['6 maanden', '18 maanden'],
};

/** `een half jaar`, `anderhalf uur`, `een week`, `een paar weken`: as much as these say, in figures. */
function article(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const [a = '', b = '', c = ''] = tokens.slice(index, index + 3).map((t) => t.image);
    if (tokens[index]?.firstOnLine === true) {
        return undefined;
    }
    const [size, unit] = a === 'een' ? [b, c] : [a, b];
    const isHalf = /^(half|halve)$/.test(size);
    const halves =
        Object.hasOwn(HALVES, unit) && (isHalf || /^(anderhalf|anderhalve)$/.test(size)) ? HALVES[unit] : undefined;
    if (halves) {
        return instead(isHalf ? halves[0] : halves[1], a === 'een' ? `een ${b} ${c}` : `${a} ${b}`);
    }
    if (a !== 'een') {
        return undefined;
    }
    if (/^(paar|aantal)$/.test(b) && UNIT_OF_TIME.test(c)) {
        return instead(`enkele ${c}`, `een ${b} ${c}`);
    }
    return UNIT_OF_TIME.test(b) ? instead(`1 ${b}`, `een ${b}`) : undefined;
}

/** `door X naar Y` in the block of an escalation: to whom it goes up stands in its first line. */
function decider(tokens: readonly PlacedToken[], index: number, block: string | undefined): Bilingual | undefined {
    const start = lineStart(tokens, index);
    if (tokens[index]?.image !== 'naar' || block !== 'escalatie' || tokens[start]?.image !== 'door') {
        return undefined;
    }
    const by = tokens
        .slice(start + 1, index)
        .map((t) => t.image)
        .join(' ');
    const to = brief(tokens[index + 1]?.image ?? '');
    return {
        nl: `\`naar\` kan hier niet. Naar wie er wordt opgeschaald, staat op de eerste regel: \`escalatie Naam door ${by} naar ${to} {\`. Wie er dan beslist, staat in het blok: \`door ${to}\`.`,
        en: `\`naar\` cannot stand here. To whom it is escalated stands in the first line: \`escalatie Naam door ${by} naar ${to} {\`. Who decides then stands in the block: \`door ${to}\`.`,
    };
}

/** `per twee weken`, `in 6 maanden`: a time behind `per` has its number in figures, and behind `in` comes a period. */
function longTime(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const figureAt = (i: number) => {
        const image = tokens[i]?.image ?? '';
        return IN_FIGURES.test(image)
            ? image
            : NUMBERS.includes(image)
              ? String(NUMBERS.indexOf(image) + 1)
              : undefined;
    };
    const at = figureAt(index) === undefined ? index - 1 : index;
    const figure = figureAt(at);
    const [before, unit] = [tokens[at - 1]?.image, tokens[at + 1]?.image ?? ''];
    if (figure === undefined || !UNIT_OF_TIME.test(unit) || (before !== 'per' && before !== 'in')) {
        return undefined;
    }
    const found = `\`${before} ${tokens[at]?.image ?? ''} ${unit}\``;
    const often = `\`per ${figure} ${unit}\``;
    return before === 'per'
        ? {
              nl: `Getallen schrijft u met cijfers: ${often} in plaats van ${found}.`,
              en: `Write numbers in figures: ${often} instead of ${found}.`,
          }
        : {
              nl: `${found} kan hier niet: achter \`in\` staat een jaar, een maand met jaar of een datum, zoals in \`78 gezinnen in 2025\`. Zeg hoe vaak met ${often}, en hoe lang iets duurt met \`duur\`.`,
              en: `${found} cannot stand here: behind \`in\` comes a year, a month with a year or a date, as in \`78 gezinnen in 2025\`. Say how often with ${often}, and how long something takes with \`duur\`.`,
          };
}

/** `bij NaarWijkteam: bevestiging blijft uit`, `bij NaarWijkteam: niet bevestigd`: in a case that is a term that runs out. */
function confirmation(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const colon = [index - 1, index - 2].find((i) => tokens[i]?.image === ':');
    const after = colon === undefined ? [] : tokens.slice(colon + 1, colon + 4);
    if (colon === undefined || tokens[colon - 2]?.image !== 'bij' || !after.some((t) => CONFIRMED.test(t.image))) {
        return undefined;
    }
    const example = `\`bij ${brief(tokens[colon - 1]?.image ?? '')}: termijn verstrijkt\``;
    return {
        nl: `Dat de bevestiging van een overdracht uitblijft, schrijft u zo: ${example}.`,
        en: `That the confirmation of a handover stays out is written like this: ${example}.`,
    };
}

/** Where `minstens` or `meer dan`, at which it went wrong, stands before a number in letters: that number. */
export function numberBehindBound(tokens: readonly PlacedToken[], index: number): PlacedToken | undefined {
    const word = tokens[index]?.image ?? '';
    const at = /^(meer|minder)$/.test(word) ? index + 2 : BOUND.test(word) ? index + 1 : -1;
    return NUMBERS.includes(tokens[at]?.image ?? '') ? tokens[at] : undefined;
}

function figures(word: string): Bilingual | undefined {
    const number = NUMBERS.indexOf(word) + 1;
    return number === 0
        ? undefined
        : {
              nl: `Getallen schrijft u met cijfers: \`${String(number)}\` in plaats van \`${word}\`.`,
              en: `Write numbers in figures: \`${String(number)}\` instead of \`${word}\`.`,
          };
}

/** `rol Vertrouwenspersoon plaatselijk`: who fills a role has words of its own. */
function openRole(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    for (let i = index - 1; i >= 0 && i >= index - MOST_WORDS_OF_ROLE; i--) {
        if (tokens[i]?.firstOnLine !== true) {
            continue;
        }
        const word = tokens[index]?.image ?? '';
        const line = `\`rol ${brief(tokens[i + 1]?.image ?? '')} vervuld door ${word}\``;
        return tokens[i]?.image !== 'rol' || i + 1 === index
            ? undefined
            : {
                  nl: `\`${word}\` kan hier niet. Wie de rol vervult, schrijft u achter \`vervuld door\`: ${line}.`,
                  en: `\`${word}\` cannot stand here. Write who fills the role behind \`vervuld door\`: ${line}.`,
              };
    }
    return undefined;
}

const TERM_OF_STEP: Bilingual = {
    nl: 'Een `activiteit` heeft geen eigen `termijn`. Zet hem in de stap eromheen, of zeg met `duur` hoe lang de activiteit duurt.',
    en: 'An `activiteit` has no `termijn` of its own. Put it in the step around it, or say with `duur` how long the activity takes.',
};

const TERM: Bilingual = {
    nl: '`binnen` kan hier niet. In een stap schrijft u een termijn als `termijn 10 werkdagen na aanmelding`.',
    en: '`binnen` cannot stand here. In a step a term is written as `termijn 10 werkdagen na aanmelding`.',
};

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
