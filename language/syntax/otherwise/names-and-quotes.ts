import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords, wordsOfLine } from '../lines.js';
import { HARD_WORDS, isWordKeyword } from '../tokens.js';
import { brief, instead } from '../wording.js';
import { TEXT, WORD, type Mistake } from './mistake.js';

const QUOTED_NAME = /^["\u201C\u201D\u201E](\p{L}[\p{L}\p{N}_-]*)["\u201C\u201D]$/u;
/** How many words a message shows of a text that should stand in quotes. */
const MOST_WORDS = 6;
/** What names a new thing: its statement begins with this word, and its name is the next. */
export const NAMING = new Set(
    (
        'bron begrip organisatie richtlijn rol interventie doelgroep doel subdoel indicator factor onderzoek gegeven ' +
        'document fase stap escalatie einde overdracht toetsingskader thema criterium beoordeling informant'
    ).split(' '),
);
/** With these a statement goes on behind its name. */
const GOES_ON = new Set(
    'van naar na door voor op over aan in met als is iemand voert vervuld uitwerking vervolg volgens afgeleid en of'.split(
        ' ',
    ),
);

/** What a role is behind `is`. */
const CLIENT = /^(cliënt|client)$/;

/** What may stand behind the name and the colon of a fact. */
const KIND_OF_FACT = /^(ja|aantal|datum|tekst|een)$/;

/** For words of which the text that they belong to only has its end: `stap A Kennis maken" {`. */
export function withoutOpeningQuote({ tokens, index }: Mistake): Bilingual | undefined {
    const words: string[] = [];
    for (let i = index; tokens[i] && (i === index || tokens[i]?.firstOnLine !== true); i++) {
        const image = tokens[i]?.image ?? '';
        if (/^["\u201C\u201D]\s*$/.test(image)) {
            const all = words.slice(0, MOST_WORDS).join(' ') + (words.length > MOST_WORDS ? ' …' : '');
            return words.length === 0 || tokens[index]?.firstOnLine === true
                ? undefined
                : {
                      nl: `Voor \`${brief(words[0] ?? '')}\` ontbreekt een aanhalingsteken: \`"${all}"\`.`,
                      en: `A quotation mark is missing before \`${brief(words[0] ?? '')}\`: \`"${all}"\`.`,
                  };
        }
        if (/^["\u201C\u201D\u201E{}]/.test(image)) {
            return undefined;
        }
        words.push(image);
    }
    return undefined;
}

/** For a name of more words: `stap Huis bezoek {`. */
export function nameOfMoreWords({ tokens, index }: Mistake): Bilingual | undefined {
    const keyword = tokens[index - 2];
    const first = tokens[index - 1];
    if (keyword?.firstOnLine !== true || !NAMING.has(keyword.image) || !first || !isFreeWord(first)) {
        return undefined;
    }
    if (keyword.image === 'gegeven' && KIND_OF_FACT.test(tokens[index]?.image ?? '')) {
        return undefined;
    }
    const words = [first.image];
    let next = index;
    for (let token = tokens[next]; token && isFreeWord(token) && !token.firstOnLine; token = tokens[++next]) {
        words.push(token.image);
    }
    if (words.length === 1) {
        return undefined;
    }
    const flag = words[1] ?? '';
    if (keyword.image === 'rol' && words.length === 2 && CLIENT.test(flag)) {
        return instead(`rol ${brief(first.image)} is ${flag}`, `rol ${brief(first.image)} ${flag}`);
    }
    const title = wordsOfLine(tokens, index).words;
    const isName = first.image.toLowerCase() === words[1]?.toLowerCase();
    if (
        isName &&
        title.every((word) => /^[\p{L}\p{N},][\p{L}\p{N}-]*$/u.test(word) && !/^(volgens|afgeleid)$/.test(word))
    ) {
        const line = `${keyword.image} ${brief(first.image)}`;
        return instead(`${line} "${inWords(title)}"`, `${line} ${inWords(title)}`);
    }
    const name = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
    const hasTitle = /^["\u201C\u201D\u201E]/.test(tokens[next]?.image ?? '');
    const line = `\`${keyword.image} ${brief(name)}${hasTitle ? ' …' : ` "${brief(words.join(' '))}"`}\``;
    return {
        nl: `Een naam is één woord. Schrijf ${line}${hasTitle ? '' : '; wat tussen aanhalingstekens staat, mag elke tekst zijn'}.`,
        en: `A name is one word. Write ${line}${hasTitle ? '' : '; what stands in quotes may be any text'}.`,
    };
}

/** Statements with a list of names, which a comma divides. */
const WITH_NAMES = new Set(
    'door bepaalt levert vereist werkt volgt informatie partner vanuit escalatie gesprekken betreft'.split(' '),
);

/** `EN`, `Of` within a line: the words of the language have no capitals. */
export function wordInCapitals({ words, at }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    const lower = word.toLowerCase();
    return at > 0 && word !== lower && HARD_WORDS.has(lower) ? instead(lower, word) : undefined;
}

/** `door door W`: the same word twice. */
export function wordTwice({ words, at }: Mistake): Bilingual | undefined {
    const [one = '', two, three] = words.slice(Math.max(0, at - 2));
    const twice = at >= 2 && one === two ? one : two !== undefined && two === three ? two : undefined;
    return twice !== undefined && (HARD_WORDS.has(twice) || (at === 2 && two === one))
        ? instead(twice, `${twice} ${twice}`)
        : undefined;
}

/** `daarna: stap B`, `levert document Plan`: a name stands without what it is the name of. */
export function kindBeforeName({ words, at }: Mistake): Bilingual | undefined {
    const [before = '', kind = '', name = ''] = words.slice(Math.max(0, at - 2));
    return at > 1 &&
        NAMING.has(kind) &&
        (before === ':' || before === 'aan' || WITH_NAMES.has(before)) &&
        WORD.test(name)
        ? instead(name, `${kind} ${name}`)
        : undefined;
}

/** `levert P of Q`: which of the two, is not said. */
export function namesWithOr({ words, at, line }: Mistake): Bilingual | undefined {
    const [, keyword = '', one = '', other = ''] =
        /^(door|levert|vereist|informatie|partner|met) (\S+) (?:of|en ?\/ ?of) (\S+)$/.exec(line) ?? [];
    return other === '' || !/^(of|en|\/)$/.test(words[at] ?? '')
        ? undefined
        : {
              nl: `Met \`of\` staat niet vast wat het wordt. Schrijf \`${keyword} onbekend omdat "${one} of ${other}"\`, of noem beide met een komma: \`${keyword} ${one}, ${other}\`.`,
              en: `With \`of\` it is not said which it is. Write \`${keyword} onbekend omdat "${one} of ${other}"\`, or name both with a comma: \`${keyword} ${one}, ${other}\`.`,
          };
}

/** `"Bellen met "Jan" thuis"`: a quotation mark within a text. */
export function quoteInText({ tokens, index, token, start }: Mistake): Bilingual | undefined {
    const before = tokens[index - 1];
    const isRightBehind = before !== undefined && before.startOffset + before.image.length === token.startOffset;
    if (!isRightBehind || !TEXT.test(before.image) || !WORD.test(token.image)) {
        return undefined;
    }
    const word = brief(token.image);
    const end = tokens.findIndex((t, i) => i > index && t.firstOnLine === true);
    const line = tokens.slice(start, end < 0 ? undefined : end).map((t) => t.image);
    const isForgotten = (line.join(' ').match(/"/g) ?? []).length % 2 === 1;
    return isForgotten
        ? {
              nl: `Op deze regel ontbreekt een aanhalingsteken: een tekst begint en eindigt met \`"\`, en nu eindigt er een vlak voor \`${word}\`.`,
              en: `A quotation mark is missing on this line: a text begins and ends with \`"\`, and now one ends right before \`${word}\`.`,
          }
        : {
              nl: `Een tekst houdt op bij het eerste \`"\`. Zet \`${word}\` erin tussen ‘ en ’, of zet de hele tekst tussen \`"""\` en \`"""\`.`,
              en: `A text ends at the first \`"\`. Put \`${word}\` in it between ‘ and ’, or put the whole text between \`"""\` and \`"""\`.`,
          };
}

/** `door R en S`, `levert A en B` */
export function namesWithAnd({ words, at }: Mistake): Bilingual | undefined {
    const [previous = '', word = '', following = ''] = words.slice(Math.max(0, at - 1));
    return word === 'en' && WITH_NAMES.has(words[0] ?? '') && WORD.test(previous) && WORD.test(following)
        ? instead(`${previous}, ${following}`, `${previous} en ${following}`)
        : undefined;
}

/** A name in quotes where the message says that a name is expected: `door "Gezinswerker"`. */
export function nameInQuotes(token: PlacedToken, expected: string): Bilingual | undefined {
    const name = QUOTED_NAME.exec(token.image)?.[1];
    return name !== undefined && /^Achter `[^`]+` hoort .*\bde naam van .*, maar er staat /.test(expected)
        ? {
              nl: `Een naam staat zonder aanhalingstekens: \`${name}\`.`,
              en: `A name stands without quotes: \`${name}\`.`,
          }
        : undefined;
}

/** For a number where a name comes: `stap 1 "Kennismaken" {`, `daarna: 2`. */
export function nameOfFigures({ tokens, index }: Mistake): Bilingual | undefined {
    const before = tokens[index - 1];
    const figures = brief(gluedFrom(tokens, index));
    const isName = before?.firstOnLine === true && NAMING.has(before.image);
    const isTarget = before?.image === ':' && tokens[index]?.firstOnLine !== true;
    if (!before || !/^\d+([.,]\d+)*[\p{L}\p{N}_-]*$/u.test(figures) || !(isName || isTarget)) {
        return undefined;
    }
    const keyword = isName ? before.image : 'stap';
    const name = keyword.charAt(0).toUpperCase() + keyword.slice(1) + figures.replace(/[.,]/g, '-');
    return {
        nl: `Een naam begint met een letter: \`${name}\` in plaats van \`${figures}\`.`,
        en: `A name begins with a letter: \`${name}\` instead of \`${figures}\`.`,
    };
}

/** A token with what stands against it: `2eWerker` is a number and a word. */
function gluedFrom(tokens: readonly PlacedToken[], index: number): string {
    let image = '';
    for (let i = index; tokens[i]; i++) {
        const token = tokens[i] as PlacedToken;
        if (
            i > index &&
            (token.startOffset !== (tokens[index]?.startOffset ?? 0) + image.length || !WORD.test(token.image))
        ) {
            break;
        }
        image += token.image;
    }
    return image;
}

/** For a word of the language where a new thing gets its name: `gegeven meer: aantal`. */
export function nameOfTheLanguage({ tokens, index }: Mistake): Bilingual | undefined {
    const before = tokens[index - 1];
    const word = tokens[index]?.image ?? '';
    if (
        before?.firstOnLine !== true ||
        !NAMING.has(before.image) ||
        !HARD_WORDS.has(word) ||
        isLeftOut(tokens, index)
    ) {
        return undefined;
    }
    const [why, whyEn] =
        before.image === 'gegeven'
            ? [`, want dan is \`als ${word} …\` niet te lezen`, `, since \`als ${word} …\` could not be read then`]
            : ['', ''];
    return {
        nl: `\`${word}\` is een woord van de taal en kan zo geen naam zijn${why}. Kies een andere naam, of schrijf hem overal als \`^${word}\`.`,
        en: `\`${word}\` is a word of the language and cannot be a name like this${whyEn}. Choose another name, or write it as \`^${word}\` everywhere.`,
    };
}

/** For a word of the language where a name is used, of something that has it as its name: `als bekend: B`. */
export function nameThatIsEscaped({ tokens, index }: Mistake): Bilingual | undefined {
    const isNamed = (word: string) => HARD_WORDS.has(word) && tokens.some((t) => t.image === `^${word}`);
    const word = [index, index - 1, index + 1].map((i) => tokens[i]?.image ?? '').find(isNamed);
    return word === undefined
        ? undefined
        : {
              nl: `\`${word}\` is een woord van de taal. Wat zo heet, noemt u ook hier \`^${word}\`.`,
              en: `\`${word}\` is a word of the language. What is called so, you name \`^${word}\` here too.`,
          };
}

/** Whether the word at a place is no name, but stands behind one that was left out: `rol onbekend`, `rol volgens Bron`. */
function isLeftOut(tokens: readonly PlacedToken[], index: number): boolean {
    const [word = '', next] = [tokens[index]?.image, tokens[index + 1]];
    const isLast = next === undefined || next.firstOnLine === true || /^[{}"\u201C\u201D\u201E]|^$/.test(next.image);
    return /^(onbekend|plaatselijk)$/.test(word) || (/^(volgens|afgeleid)$/.test(word) && !isLast);
}

function isFreeWord(token: PlacedToken): boolean {
    const { name } = token.tokenType;
    return (
        !GOES_ON.has(token.image) && (name === 'WORD' || (name.endsWith('~inline') && isWordKeyword(token.tokenType)))
    );
}
