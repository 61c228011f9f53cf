import type { Bilingual } from '../../text/bilingual.js';
import { blocksOf, MOST_WORDS } from '../block-words.js';
import type { PlacedToken } from '../lexer.js';
import { inWords } from '../lines.js';
import { enumeration, instead } from '../wording.js';
import { type Mistake } from './mistake.js';

const BELOW_TWENTY =
    'één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien';
const TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');
/** Numbers in letters, up to a hundred; not `een`, which is mostly no number. */
export const NUMBERS: readonly string[] = [
    ...BELOW_TWENTY.split(' '),
    ...TENS.flatMap((ten) => [
        ten,
        ...'eenen tweeën drieën vieren vijfen zesen zevenen achten negenen'.split(' ').map((unit) => unit + ten),
    ]),
    'honderd',
];
/** Words that many write where the language has another. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
    maximaal: 'hoogstens',
    maximum: 'hoogstens',
    max: 'hoogstens',
    minimaal: 'minstens',
    minimum: 'minstens',
    min: 'minstens',
    ca: 'circa',
    tenminste: 'minstens',
    tenhoogste: 'hoogstens',
    uiterlijk: 'hoogstens',
};
const UNIT_OF_TIME = /^(uur|uren|dag(en)?|werkdag(en)?|week|weken|maand(en)?|kwarta(al|len)|jaar|jaren)$/;
const BOUND = /^(minstens|hoogstens|precies|ongeveer|circa|ruim|bijna)$/;
const FIGURES = /^\d/;

/** How often and how much, as many say it, and as the language does. */
const AMOUNTS: readonly (readonly [pattern: RegExp, right: (said: readonly string[]) => string])[] = [
    [/^dagelijks\b/, () => '1 keer per dag'],
    [/^wekelijks\b/, () => '1 keer per week'],
    [/^(tweewekelijks\b|om de (twee |2 )?weken\b|om de week\b)/, () => 'elke 2 weken'],
    [/^maandelijks\b/, () => '1 keer per maand'],
    [/^jaarlijks\b/, () => '1 keer per jaar'],
    [
        /^(een|twee|drie|vier|vijf|zes)maal per\b/,
        ([, n = '']) => `${String(['een', ...NUMBERS.slice(1)].indexOf(n) + 1)} keer per`,
    ],
    [/^om de (dag|maand)\b/, ([, unit = '']) => `elke 2 ${unit === 'dag' ? 'dagen' : 'maanden'}`],
    [/^(eens|eenmaal) per\b/, () => '1 keer per'],
    [/^(?:rond(?: de)?(?= \d)|naar schatting\b|zo['\u2019]n\b)/i, () => 'ongeveer'],
    [/^(?:hooguit|ten hoogste|niet (?:meer|langer|later|hoger|groter) dan)\b/i, () => 'hoogstens'],
    [/^(?:ten minste|niet (?:minder|korter|eerder|lager|kleiner) dan)\b/i, () => 'minstens'],
    [/^(?:kleiner|korter|lager|jonger) dan\b/i, () => 'minder dan'],
    [/^(?:groter|langer|hoger|ouder) dan\b/i, () => 'meer dan'],
    [/^een (?:paar|handvol)\b/i, () => 'enkele'],
];
/** Figures that are no number of one amount: these stand as a text. */
const IN_QUOTES = /^(gemiddeld|mediaan)\b/;

/** `frequentie wekelijks`, `duur rond de 2 weken` */
export function howMuch({ rest, at }: Mistake): Bilingual | undefined {
    for (const [pattern, right] of at > 0 ? AMOUNTS : []) {
        const said = pattern.exec(rest);
        if (said) {
            // a number in letters behind it would be told next
            const number = /^ (\p{L}+)(?= )/u.exec(rest.slice(said[0].length))?.[1] ?? '';
            const figure = NUMBERS.indexOf(number) + 1;
            return figure > 0
                ? instead(`${right(said)} ${String(figure)}`, `${said[0]} ${number}`)
                : instead(right(said), said[0]);
        }
    }
    return undefined;
}

/** `cijfer "tijd" gemiddeld 8,2 uur` */
export function amountInText({ rest, at }: Mistake): Bilingual | undefined {
    return at > 0 && IN_QUOTES.test(rest) && !/["`]/.test(rest)
        ? instead(`"${beforeClaims(rest)}"`, beforeClaims(rest))
        : undefined;
}

const HALVES: Readonly<Record<string, readonly [half: string, oneAndHalf: string]>> = {
    uur: ['30 minuten', '90 minuten'],
    dag: ['12 uur', '36 uur'],
    jaar: ['6 maanden', '18 maanden'],
};

/** `een half jaar`, `anderhalf uur`, `een week`, `een paar weken`: as much as these say, in figures. */
export function articleOfTime({ words, at }: Mistake): Bilingual | undefined {
    const [a = '', b = '', c = ''] = words.slice(at);
    if (at === 0) {
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

/** `per twee weken`, `in 6 maanden`: a time behind `per` has its number in figures, and behind `in` comes a period. */
export function lengthOfTime({ words, at: wrong }: Mistake): Bilingual | undefined {
    const figureAt = (i: number) => {
        const word = words[i] ?? '';
        return /^\d+$/.test(word) ? word : NUMBERS.includes(word) ? String(NUMBERS.indexOf(word) + 1) : undefined;
    };
    const at = figureAt(wrong) === undefined ? wrong - 1 : wrong;
    const figure = figureAt(at);
    const [before, unit] = [words[at - 1], words[at + 1] ?? ''];
    if (figure === undefined || !UNIT_OF_TIME.test(unit) || (before !== 'per' && before !== 'in')) {
        return undefined;
    }
    const found = `\`${before} ${words[at] ?? ''} ${unit}\``;
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

/** `contacten maximaal 3`, `duur minimaal drie weken` */
export function boundInOtherWords({ words, at }: Mistake): Bilingual | undefined {
    const [word = '', following = ''] = words.slice(at);
    const key = word.toLowerCase();
    const other = at > 0 && Object.hasOwn(OTHER_WORDS, key) ? OTHER_WORDS[key] : undefined;
    const figure = NUMBERS.indexOf(following) + 1;
    if (other === undefined || (figure === 0 && !/^[\d.,]+$/.test(following))) {
        return undefined;
    }
    return figure > 0 ? instead(`${other} ${String(figure)}`, `${word} ${following}`) : instead(other, word);
}

/** `10 à 12 weken`, `4 of 5 gezinnen` */
export function rangeInOtherWords({ words, at: wrong }: Mistake): Bilingual | undefined {
    const at = /^(?:[àá]|of)$/.test(words[wrong] ?? '') ? wrong + 1 : wrong;
    const [low = '', sign = '', high = ''] = words.slice(Math.max(0, at - 2));
    return at > 1 && /^(?:[àá]|of)$/.test(sign) && FIGURES.test(low) && FIGURES.test(high)
        ? instead(`${low} tot ${high}`, `${low} ${sign} ${high}`)
        : undefined;
}

/** `duur twee weken` */
export function figures({ words, at }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    const isOne = word === 'een' && at === words.length - 1 && /^(contacten|gesprekken|caseload)$/.test(words[0] ?? '');
    const number = at === 0 ? 0 : isOne ? 1 : NUMBERS.indexOf(word) + 1;
    return number === 0
        ? undefined
        : {
              nl: `Getallen schrijft u met cijfers: \`${String(number)}\` in plaats van \`${word}\`.`,
              en: `Write numbers in figures: \`${String(number)}\` instead of \`${word}\`.`,
          };
}

/** Where `minstens` or `meer dan`, at which it went wrong, stands before a number in letters: that number. */
export function numberBehindBound(tokens: readonly PlacedToken[], index: number): PlacedToken | undefined {
    const word = tokens[index]?.image ?? '';
    const at = /^(meer|minder)$/.test(word) ? index + 2 : BOUND.test(word) ? index + 1 : -1;
    return NUMBERS.includes(tokens[at]?.image ?? '') ? tokens[at] : undefined;
}

/** Statements with a list of values, in which a text may stand behind a comma. */
const WITH_VALUES = new Set(
    (
        'bereik contact contacten duur frequentie intensiteit looptijd periode leeftijd omvang financiering kosten locatie ' +
        'materiaal opleiding caseload beschikbaarheid norm meting deelnemers werving verspreiding cijfer kenmerk selectie ' +
        'uitkomst opbrengst conclusie aanbeveling knelpunt verwachting oordeel principe aandachtspunt aanleiding perspectief opzet methode'
    ).split(' '),
);

/** `duur 6 maanden contacten precies 10` in an `aanpak`: a statement of other blocks behind one that is complete. */
export function statementOfOtherBlock({ words, at, block, told }: Mistake): Bilingual | undefined {
    const isUnit = UNIT_OF_TIME.test(words[at - 2] ?? '');
    const from = isUnit && isAmountStatement(words[at - 1]) ? at - 1 : at;
    const word = words[from] ?? '';
    const blocks = from > 1 && isAmountStatement(word) ? blocksOf(word) : [];
    const isComplete = from < at || / hoort hier niet: achter /.test(told);
    if (
        !isComplete ||
        from + 1 >= words.length ||
        block === undefined ||
        blocks.length === 0 ||
        blocks.includes(block)
    ) {
        return undefined;
    }
    const statement = `\`${inWords(words.slice(from))}\``;
    const [list, where] = [blocks.slice(0, MOST_WORDS).map((b) => `\`${b}\``), `\`${block}\``];
    return {
        nl: `${statement} is een regel op zichzelf, en die kan niet in ${where} staan, wel in ${enumeration(list, 'of')}. Zet hem daar.`,
        en: `${statement} is a line of its own, which cannot stand in ${where}, but can in ${enumeration(list, 'or')}. Put it there.`,
    };
}

/** Whether a word begins a statement of how much or how often. */
function isAmountStatement(word = ''): boolean {
    return /^(contacten|duur|frequentie|intensiteit|looptijd|leeftijd|omvang|bereik|caseload|deelnemers|termijn)$/.test(
        word,
    );
}

/**
 * For words behind a value that the language does not know (`bereik 40 leerlingen op 8 scholen`): as a text behind a comma,
 * which keeps them.
 */
export function textBehindComma({ words, at, rest: all, told }: Mistake): Bilingual | undefined {
    const rest = beforeClaims(all);
    const isText = rest.includes(' ') && isQuotable(rest);
    if (/ hoort /.test(told) && words[at - 1] === ',' && isText && WITH_VALUES.has(words[0] ?? '')) {
        return instead(`, "${rest}"`, `, ${rest}`);
    }
    const isQuoted = /^"[^"`]*"$/.test(rest);
    const isSurplusUnit = UNIT_OF_TIME.test(words[at - 2] ?? '') && /^\p{Ll}/u.test(words[at - 1] ?? '');
    if (isSurplusUnit && words[at - 1] === 'voor' && words.slice(0, at).includes('termijn') && isQuotable(rest)) {
        return instead(`voor "${rest}"`, `voor ${rest}`);
    }
    if (isSurplusUnit && isQuotable(`${words[at - 1] ?? ''} ${rest}`)) {
        // the second word of a unit, `weken exclusief`, is the first of the text
        const [unit = '', word = ''] = words.slice(at - 2, at);
        return instead(`${unit}, "${word} ${rest}"`, `${unit} ${word} ${rest}`);
    }
    const before = words[at - 1] ?? '';
    const isComplete = / hoort hier niet: achter /.test(told);
    if (!isComplete || (!isText && !isQuoted) || at < 2 || !WITH_VALUES.has(words[0] ?? '') || before === ',') {
        return undefined;
    }
    const added = isQuoted ? rest : `"${rest}"`;
    // of a long text only the beginning would be shown
    return /[…`]/.test(before) ? instead(`, ${added}`, rest) : instead(`${before}, ${added}`, `${before} ${rest}`);
}

/** Whether words can be a text as they stand: in none of them something is open or quoted. */
function isQuotable(words: string): boolean {
    return /^\p{L}/u.test(words) && !/["`]|^(onbekend|plaatselijk)\b/.test(words);
}

function beforeClaims(text: string): string {
    return text.replace(/ (volgens|afgeleid)\b.*$/, '');
}
