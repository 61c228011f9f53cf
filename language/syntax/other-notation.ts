import type { ParseResult } from 'langium';
import { MONTHS } from '../model/values.js';
import { pack, type Bilingual } from '../text/bilingual.js';
import { modalityAt } from './firmness.js';
import type { PlacedToken } from './lexer.js';
import { lineStart } from './lines.js';
import { brief } from './wording.js';

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
/** Signs that many write where the language has a word. */
const SIGNS: Readonly<Record<string, string>> = {
    '=': 'is',
    '==': 'is',
    '>=': 'minstens',
    '≥': 'minstens',
    '=>': 'minstens',
    '<=': 'hoogstens',
    '≤': 'hoogstens',
    '>': 'meer dan',
    '<': 'minder dan',
    '±': 'circa',
};
const SINGLE_QUOTE = /^['\u2018\u2019\u201A]$/;
/** Numbers in letters; not `een`, which is mostly no number. */
export const NUMBERS = 'één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');
/** Statements with a list of names, which a comma divides. */
const WITH_NAMES = new Set(
    'door bepaalt levert vereist werkt volgt informatie partner vanuit escalatie gesprekken betreft'.split(' '),
);
const DIFFERS = /^(verschilt|varieert|wisselt|lokaal|afhankelijk)$/;
const WITH_STEP_COUNT = new Set(['interventie', 'aanpak']);
const NAMED_WITHOUT_VALUE = new Set(
    'bron organisatie richtlijn interventie doelgroep indicator onderzoek document fase stap einde'.split(' '),
);
/** Parts that are open as a whole without a name, as in `doelgroep onbekend`. */
const NAMING = new Set('doelgroep doel subdoel indicator factor onderzoek document escalatie overdracht'.split(' '));
/** What many call the type of a fact. */
const FACT_TYPES: Readonly<Record<string, string | undefined>> = {
    getal: 'aantal',
    nummer: 'aantal',
    cijfer: 'aantal',
    jaartal: 'aantal',
    dag: 'datum',
    boolean: 'ja/nee',
};
const FORM = /^(warm|koud|lauw)$/;
const SIDE_OF_DATE = /^(voor|vóór|na|vanaf|sinds|tot|uiterlijk|eerder|later)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /^[\p{L}_^]/u;
const FIGURES = /^\d/;
const IS_NUMBER = /^[\d.,]+$/;

/**
 * What others write with a sign, a word or an order that the language does not have: how the language says it.
 *
 * @param index the number of the token at which it went wrong
 * @param block the first word of the block around it
 */
export function otherNotation(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual | undefined {
    const token = tokens[index];
    if (token?.firstOnLine === true) {
        if (block === 'overdracht' && FORM.test(token.image)) {
            return instead(`vorm ${token.image}`, token.image);
        }
        return token.image === 'stappen' && WITH_STEP_COUNT.has(block ?? '') ? stepCount(tokens[index + 1]) : undefined;
    }
    const before = tokens[index - 1];
    if (!token || !before) {
        return undefined;
    }
    const [word, previous] = [brief(token.image), brief(before.image)];
    const following = brief(tokens[index + 1]?.image ?? '');
    if (previous === 'daarna' && WORD.test(word) && !/^(als|anders)$/.test(word)) {
        const found = word === 'naar' ? `naar ${following}` : word;
        return instead(`daarna: ${word === 'naar' ? following : word}`, `daarna ${found}`);
    }
    if (word === 'en' && WITH_NAMES.has(firstWordOf(tokens, index)) && WORD.test(previous)) {
        return WORD.test(following) ? instead(`${previous}, ${following}`, `${previous} en ${following}`) : undefined;
    }
    if (word === '{' && /^(onbekend|plaatselijk)$/.test(previous) && NAMING.has(tokens[index - 2]?.image ?? '')) {
        const keyword = brief(tokens[index - 2]?.image ?? '');
        return {
            nl: `Van wat als geheel \`${previous}\` is, valt niets te zeggen. Geef het een naam (\`${keyword} Naam {\`), of haal het blok weg.`,
            en: `Nothing can be said of what is \`${previous}\` as a whole. Give it a name (\`${keyword} Naam {\`), or take the block away.`,
        };
    }
    if (previous === 'als' && tokens[index - 2]?.image === 'toegang' && modalityAt(tokens, index) !== undefined) {
        const said = modalityAt(tokens, index) ?? '';
        return instead(`toegang ${said} als`, `toegang als ${said}`);
    }
    if (word === ':' && WORD.test(previous) && !isInCondition(tokens, index)) {
        return {
            nl: `Achter \`${previous}\` hoort hier geen dubbele punt. Haal \`:\` weg.`,
            en: `No colon comes behind \`${previous}\` here. Take \`:\` away.`,
        };
    }
    if (/^(wanneer|indien)$/.test(word) && /^(klaar|pas|toegang|altijd|wat)$/.test(previous)) {
        return instead(`${previous} als`, `${previous} ${word}`);
    }
    const other = Object.hasOwn(OTHER_WORDS, word.toLowerCase()) ? OTHER_WORDS[word.toLowerCase()] : undefined;
    if (other !== undefined && (IS_NUMBER.test(following) || NUMBERS.includes(following))) {
        const figure = NUMBERS.indexOf(following) + 1;
        return figure > 0 ? instead(`${other} ${String(figure)}`, `${word} ${following}`) : instead(other, word);
    }
    if (/^[àá]$/.test(previous) && FIGURES.test(word)) {
        const low = brief(tokens[index - 2]?.image ?? '');
        return instead(`${low} tot ${word}`, `${low} ${previous} ${word}`);
    }
    const type =
        previous === ':' && firstWordOf(tokens, index) === 'gegeven' ? FACT_TYPES[word.toLowerCase()] : undefined;
    if (type !== undefined) {
        return instead(type, word);
    }
    if (word === 'aan' && firstWordOf(tokens, index) === 'overdracht') {
        return instead(`naar ${following}`, `aan ${following}`);
    }
    return beforeOrAfter(tokens, index) ?? differs(word, before) ?? months(tokens, index);
}

/** `als startdatum voor 2026-06-01`: a condition asks of a date only whether it is the one. */
function beforeOrAfter(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const at = DATE.test(tokens[index]?.image ?? '') ? index - 1 : index;
    const [fact, word, date] = [-1, 0, 1].map((i) => brief(tokens[at + i]?.image ?? ''));
    const isAsked = tokens.slice(lineStart(tokens, index), at).some(({ image }) => image === 'als');
    if (!isAsked || !SIDE_OF_DATE.test(word ?? '') || !DATE.test(date ?? '')) {
        return undefined;
    }
    const found = `${fact ?? ''} ${word ?? ''} ${date ?? ''}`;
    return {
        nl: `\`${found}\` kan hier niet: van een datum vraagt een voorwaarde alleen of het die dag was (\`${fact ?? ''} is ${date ?? ''}\`). Vraag naar wat ervoor of erna ligt met een eigen gegeven: \`gegeven op-tijd: ja/nee "${found}"\`.`,
        en: `\`${found}\` cannot stand here: of a date a condition asks only whether it was that day (\`${fact ?? ''} is ${date ?? ''}\`). Ask for what lies before or after it with a fact of its own: \`gegeven op-tijd: ja/nee "${found}"\`.`,
    };
}

/** Whether a colon stands where a condition is not complete: behind `niet`, or in brackets that are open. */
function isInCondition(tokens: readonly PlacedToken[], index: number): boolean {
    const start = lineStart(tokens, index);
    const words = tokens.slice(start, index).map((t) => t.image);
    const open = words.filter((w) => w === '(').length > words.filter((w) => w === ')').length;
    return words.includes('als') && (open || /^(als|niet|en|of)$/.test(words.at(-1) ?? ''));
}

function stepCount(count: PlacedToken | undefined): Bilingual | undefined {
    return count && FIGURES.test(count.image)
        ? instead(`${brief(count.image)} stappen`, `stappen ${brief(count.image)}`)
        : undefined;
}

function differs(word: string, before: PlacedToken): Bilingual | undefined {
    const kind = brief(before.image);
    return before.firstOnLine === true && DIFFERS.test(word)
        ? {
              nl: `Wat elke gemeente zelf invult, schrijft u als \`${kind} plaatselijk\`, met daarachter wat u erbij wilt zeggen: \`${kind} plaatselijk "verschilt per gemeente"\`.`,
              en: `Write what each municipality fills in as \`${kind} plaatselijk\`, with what you want to add behind it: \`${kind} plaatselijk "verschilt per gemeente"\`.`,
          }
        : undefined;
}

/** `januari 2020 tot en met december 2022`: months are no value, and stand in quotes. */
function months(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const written: string[] = [];
    for (
        let i = index;
        tokens[i] && tokens[i]?.firstOnLine !== true && /^[\p{L}\d/]/u.test(tokens[i]?.image ?? '');
        i++
    ) {
        written.push(tokens[i]?.image ?? '');
    }
    const text = /^.*\b\d{4}\b/.exec(written.join(' '))?.[0];
    return MONTHS.includes(written[0]?.toLowerCase() ?? '') && text !== undefined
        ? instead(`"${text}"`, text)
        : undefined;
}

/** The word with which the statement of a token begins. */
function firstWordOf(tokens: readonly PlacedToken[], index: number): string {
    let start = index;
    while (start > 0 && tokens[start]?.firstOnLine !== true) {
        start--;
    }
    return tokens[start]?.image ?? '';
}

/** The message that says what to write instead of what stands there. */
export function instead(right: string, found: string): Bilingual {
    return {
        nl: `Schrijf \`${right}\` in plaats van \`${found}\`.`,
        en: `Write \`${right}\` instead of \`${found}\`.`,
    };
}

/** `onbekend` or `plaatselijk` where the line was complete already: why it cannot stand there and what can. */
export function openWhereComplete(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const [word, previous] = [tokens[index]?.image ?? '', brief(tokens[index - 1]?.image ?? '')];
    if (!/^(onbekend|plaatselijk)$/.test(word)) {
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

const SIGN_MESSAGES = new Map(Object.entries(SIGNS).map(([sign, word]) => [sign, pack(instead(word, sign))]));
const QUOTE_MESSAGE = pack({
    nl: 'Een tekst staat tussen dubbele aanhalingstekens: `"…"`.',
    en: 'A text stands in double quotes: `"…"`.',
});
const COLON_MESSAGE = pack(instead(':', '='));
const TOLD = new Set([...SIGN_MESSAGES.values(), QUOTE_MESSAGE, COLON_MESSAGE]);

/**
 * The message for signs for which the language has a word or another sign; undefined for any others.
 *
 * @param isFact whether they stand behind the name of a new fact: there `=` is a colon
 */
export function otherSign(characters: string, isFact: boolean): string | undefined {
    if (isFact && /^:?==?$/.test(characters)) {
        return COLON_MESSAGE;
    }
    return SINGLE_QUOTE.test(characters) ? QUOTE_MESSAGE : SIGN_MESSAGES.get(characters);
}

/** Of a sign that the language says in another way, that is told and not what goes wrong behind it. Changes the result. */
export function forgetWhatFollowsSigns(result: ParseResult): void {
    const firstSign = new Map<number, number>();
    for (const { message, line = 0, offset } of result.lexerErrors) {
        if (TOLD.has(message)) {
            firstSign.set(line, Math.min(offset, firstSign.get(line) ?? offset));
        }
    }
    if (firstSign.size === 0) {
        return;
    }
    result.parserErrors = result.parserErrors.filter(
        ({ token }) => token.startOffset < (firstSign.get(token.startLine ?? 0) ?? Infinity),
    );
    // of a text in single quotes the first
    const quoted = new Set<number | undefined>();
    result.lexerErrors = result.lexerErrors.filter((e) => {
        const again = e.message === QUOTE_MESSAGE && quoted.has(e.line);
        if (e.message === QUOTE_MESSAGE) {
            quoted.add(e.line);
        }
        return !again;
    });
}
