import type { Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';
import { inWords, lineStart, wordsOfLine } from './lines.js';
import { MONTHS } from '../model/values.js';
import { instead, NUMBERS } from './other-notation.js';
import { brief } from './wording.js';

/** What somebody writes of a line, and how the language says it, with its first words; `$1` and so on as in the pattern. */
const LINES: readonly (readonly [pattern: RegExp, right: string])[] = [
    [/^altijd (onbekend|plaatselijk)$/, 'altijd als $1: $1'],
    [/^(ervaring|uitspraak) (onbekend)$/, '$1 van onbekend $2'],
    [/^(pas|klaar) \1 als (.+)$/, '$1 als $2'],
    [/^bij uitblijven: ("[^"]*")$/, 'bij uitblijven $1'],
    [/^bij weigering ("[^"]*")$/, 'bij weigering toelichting $1'],
    [/^herhaal (elke .+?) (tot .+)$/, 'herhaal $2 frequentie $1'],
    [/^(\S+) ((?:enkele|diverse) \S+ tot [^"]+)$/, '$1 "$2"'],
    [/^(.* in) het (schooljaar .+)$/, '$1 $2'],
    [/^herhaal na (\d+ \S+)$/, 'herhaal frequentie elke $1'],
    [/^termijn (?:uiterlijk|binnen|voor|tot) (?:op )?(\d.*)$/, 'termijn $1'],
    [
        /^((?:door|met|gesprekken met) )(alle (?:rollen|betrokkenen|medewerkers|partijen|leden|teamleden|professionals|hulpverleners)|de hele \S+)$/,
        '$1onbekend omdat "$2"',
    ],
    [/^herhaal (.+? keer) na (\d+ \S+)( tot .+)?$/, 'herhaal $1$3 frequentie elke $2'],
    [/^(geheimhouding (?:\S+ )*?toestemming van \S+(?:, \S+)*) en (\S+)/, '$1, $2'],
    [/^geheimhouding (toestemming van \S+(?:, \S+)* of \S+)$/, 'geheimhouding "$1"'],
    [/^(sluit (?:\S+ )*?af na) gesprek (\d+) en (?:na )?([^"`]+)$/, '$1 gesprek $2 $1 "$3"'],
    [/^(sluit (?:\S+ )*?af na) (de )?(bevestiging)$/, '$1 "$2$3"'],
    [/^bevestiging (.*?)schriftelijk ?(.*)$/, 'bevestiging $1$2 aandachtspunt "De bevestiging is schriftelijk."'],
    [/^(door \S+) samen met (.+)$/, '$1 met $2'],
    [/^(intensiteit (?:\S+ )?\d+ uur) (?!per |in |tot |en |van |volgens |afgeleid)([^"`,]+)$/, '$1, "$2"'],
    [/^contactbudget ((?:\S+ )?\d+ (?:uur|uren|minuten)(?: .+)?)$/, 'intensiteit $1'],
    [/^herhaal (elke .+)$/, 'herhaal frequentie $1'],
    [/^(versie .+ van) "([^"]*\d{4})"(.*)$/, '$1 $2$3'],
    [/^(.* binnen) "(\d[\d.,]* \p{L}+)"(.*)$/u, '$1 $2$3'],
];

/** `2026-02`, `02-2026`: a month is a word. */
const MONTH = /^(versie .+ van )(?:(\d{4})-(\d{1,2})|(\d{1,2})-(\d{4}))(?=$| )/;

function month(line: string): Bilingual | undefined {
    const [said = '', before = '', year, number, numberFirst, yearBehind] = MONTH.exec(line) ?? [];
    const name = MONTHS[Number(number ?? numberFirst) - 1];
    return name === undefined ? undefined : instead(`${before}${name} ${year ?? yearBehind ?? ''}`, said);
}

/** `termijn uiterlijk week 6`, `begint in week 6`: counted from a moment, or in words. */
function numberedWeek(line: string): Bilingual | undefined {
    const said =
        /^(termijn|begint) ((?:(?:uiterlijk|voor|binnen|tot|in|vanaf|op|aan het eind van) )*(week|maand) (\d+))(?: na aanmelding)?$/;
    const [, word = '', text = '', unit = '', figure = ''] = said.exec(line) ?? [];
    if (word === '') {
        return undefined;
    }
    const isTerm = word === 'termijn';
    const count = isTerm ? Number(figure) : Number(figure) - 1;
    const units = count === 1 ? unit : unit === 'week' ? 'weken' : 'maanden';
    const counted = `${word} ${String(count)} ${units} na aanmelding`;
    const inWordsOnly = isTerm ? `termijn "${text}"` : `begint bij "${text}"`;
    return {
        nl: `Een tijd telt vanaf een moment. Is \`${unit} ${figure}\` geteld vanaf de aanmelding, schrijf dan \`${counted}\`; anders in een tekst: \`${inWordsOnly}\`.`,
        en: `A time counts from a moment. If \`${unit} ${figure}\` counts from registration, write \`${counted}\`; otherwise in a text: \`${inWordsOnly}\`.`,
    };
}

/** `als x: Y na 4 weken`, `daarna: Y na 4 weken`: when work begins is said in its own block. */
function waitBehindTarget(
    tokens: readonly PlacedToken[],
    index: number,
    words: readonly string[],
    at: number,
): Bilingual | undefined {
    const [target = '', figure = '', unit = ''] = [words[at - 1], words[at + 1], words[at + 2]];
    const isTarget = words[at] === 'na' && words.slice(Math.max(0, at - 4), at - 1).includes(':');
    if (!isTarget || !/^\d/.test(figure) || !/^\p{L}/u.test(unit)) {
        return undefined;
    }
    const around = tokens
        .slice(0, index)
        .findLastIndex((t) => t.firstOnLine === true && /^(stap|fase|escalatie)$/.test(t.image));
    const from = tokens[around + 1]?.image;
    const begins = `begint ${figure} ${unit} na ${from === undefined || around < 0 ? 'Naam' : brief(from)}`;
    return {
        nl: `Hoe lang daarna \`${target}\` begint, staat in het blok van \`${target}\` zelf: \`${begins}\`.`,
        en: `How long after that \`${target}\` begins stands in the block of \`${target}\` itself: \`${begins}\`.`,
    };
}

/** How often and how much, as many say it, and as the language does. */
const AMOUNTS: readonly (readonly [pattern: RegExp, right: (said: readonly string[]) => string])[] = [
    [/^dagelijks\b/, () => '1 keer per dag'],
    [/^wekelijks\b/, () => '1 keer per week'],
    [/^(tweewekelijks\b|om de (twee |2 )?weken\b|om de week\b)/, () => 'elke 2 weken'],
    [/^maandelijks\b/, () => '1 keer per maand'],
    [/^jaarlijks\b/, () => '1 keer per jaar'],
    [/^om de (dag|maand)\b/, ([, unit = '']) => `elke 2 ${unit === 'dag' ? 'dagen' : 'maanden'}`],
    [/^(eens|eenmaal) per\b/, () => '1 keer per'],
    [/^(meestal|doorgaans|gewoonlijk)\b/, () => 'veelal'],
    [/^rond( de)?(?= \d)/, () => 'ongeveer'],
];
/** Figures that are no number of one amount: these stand as a text. */
const IN_QUOTES = /^(gemiddeld|mediaan)\b/;

const RECOGNITION: Bilingual = {
    nl: 'Een erkenning geldt voor het hele land en is nooit `plaatselijk`. Schrijf `erkenning onbekend`, `erkenning geen`, of zeg in een blok wat de erkenning inhoudt.',
    en: 'A recognition holds for the whole country and is never `plaatselijk`. Write `erkenning onbekend`, `erkenning geen`, or say in a block what it holds.',
};

/**
 * Lines that mean something which the language says in another form: that form, which keeps what is said.
 *
 * @param index the number of the token at which it went wrong
 * @param block the first word of the block around it
 */
export function otherForm(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual | undefined {
    if (!tokens[index]) {
        return undefined;
    }
    const start = lineStart(tokens, index);
    const { words } = wordsOfLine(tokens, start);
    const line = inWords(words);
    const rest = inWords(words.slice(index - start));
    if (line === 'erkenning plaatselijk') {
        return RECOGNITION;
    }
    for (const [pattern, right] of LINES) {
        if (pattern.test(line)) {
            return instead(line.replace(pattern, right), line);
        }
    }
    if (index > start) {
        for (const [pattern, right] of AMOUNTS) {
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
        if (IN_QUOTES.test(rest) && !/["`]/.test(rest)) {
            return instead(`"${beforeClaims(rest)}"`, beforeClaims(rest));
        }
    }
    return (
        month(line) ??
        numberedWeek(line) ??
        waitBehindTarget(tokens, index, words, index - start) ??
        sides(line) ??
        givers(line) ??
        withinText(words, index - start) ??
        openBefore(words, index - start) ??
        termOfGoal(line, block) ??
        resumes(line) ??
        textOfValue(words, index - start) ??
        speaker(line, words, index - start)
    );
}

/** `tegenspraak … tussen hoogstens 6 maanden en 3 maanden`: what is no name stands in quotes. */
function sides(line: string): Bilingual | undefined {
    const [, head = '', all = ''] = /^(tegenspraak "[^"]*" tussen )([^"]+)$/.exec(line) ?? [];
    const parts = all.split(' en ');
    return parts.length > 1 && parts.some((part) => part.includes(' ')) && !/ (volgens|afgeleid)/.test(all)
        ? instead(head + parts.map((part) => (part.includes(' ') ? `"${part}"` : part)).join(' en '), line)
        : undefined;
}

/** `overdracht O van A, B naar C`: one hands over. */
function givers(line: string): Bilingual | undefined {
    const [, head = '', first = '', second = ''] =
        /^(overdracht \S+(?: "[^"]*")? van )(\S+)(?:,| en) (\S+)/.exec(line) ?? [];
    return second === ''
        ? undefined
        : {
              nl: `Een overdracht heeft één gever. Doet \`${second}\` mee aan het gesprek, schrijf dan \`gesprekken met ${second}\` in het blok; draagt \`${second}\` ook zelf over, dan is dat een eigen overdracht: \`${head.replace(/^(overdracht )\S+/, '$1Naam')}${second} naar …\`.`,
              en: `A handover has one giver. If \`${second}\` joins in the meeting, write \`gesprekken met ${second}\` in the block; if \`${second}\` hands over as well, that is a handover of its own: \`${head.replace(/^(overdracht )\S+/, '$1Naam')}${second} naar …\`, beside that of \`${first}\`.`,
          };
}

/** `binnen "zo snel mogelijk"`: what is no time in figures. */
function withinText(words: readonly string[], at: number): Bilingual | undefined {
    const [before, text = ''] = [words[at - 1], words[at]];
    if (before !== 'binnen' || !/^"[^"`]*"$/.test(text)) {
        return undefined;
    }
    const note = `toelichting "binnen ${text.slice(1, -1)}"`;
    return {
        nl: `Achter \`binnen\` staat een tijd in cijfers, zoals \`binnen 3 werkdagen\`, of \`onbekend\`. Zeg wat hier staat op een eigen regel, dan blijft het bewaard: \`${note}\`.`,
        en: `Behind \`binnen\` comes a time in figures, such as \`binnen 3 werkdagen\`, or \`onbekend\`. Say what stands here on a line of its own, so that it is kept: \`${note}\`.`,
    };
}

/** `met Ouders, plaatselijk Leerplichtambtenaar "in Waalstad"`: what is so locally of one of several names. */
function openBefore(words: readonly string[], at: number): Bilingual | undefined {
    const open = words[at - 1] ?? '';
    const said = words.slice(at - 1);
    if (!/^(onbekend|plaatselijk)$/.test(open) || words[at - 2] !== ',' || !/^[\p{L}_^]/u.test(words[at] ?? '')) {
        return undefined;
    }
    const note = `toelichting "${inWords(said).replace(/["`]/g, '')}"`;
    const line = inWords([...words.slice(0, at - 2), ',', words[at] ?? '']);
    return {
        nl: `\`${open}\` staat in plaats van een naam, niet ervoor. Schrijf \`${line}\`, en zeg op een eigen regel wat ervan \`${open}\` is: \`${note}\`.`,
        en: `\`${open}\` stands instead of a name, not before one. Write \`${line}\`, and say on a line of its own what of it is \`${open}\`: \`${note}\`.`,
    };
}

/** `termijn 3 maanden` in a goal: when it is reached is its `moment`. */
function termOfGoal(line: string, block: string | undefined): Bilingual | undefined {
    return /^(sub)?doel$/.test(block ?? '') && line.startsWith('termijn ')
        ? instead(line.replace('termijn', 'moment'), line)
        : undefined;
}

/** `hervat zo mogelijk daarna`, `hervat daarna mogelijk`: that it may go on is not that it does. */
function resumes(line: string): Bilingual | undefined {
    const found = /, (hervat (?:daarna )?(?:zo )?(mogelijk|nodig|veelal|bij voorkeur|in beginsel)(?: daarna)?)$/.exec(
        line,
    )?.[1];
    const how = found?.replace(/hervat|daarna/g, '').trim();
    return found === undefined ? undefined : instead(`hervat daarna onbekend omdat "${how ?? ''}"`, found);
}

/** `een van begeleiding "Begeleiding thuis", behandeling`: a value has a name only. */
function textOfValue(words: readonly string[], at: number): Bilingual | undefined {
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

/** `toelichting "x" aldus "y"`: who says it stands behind the source in which it is said. */
function speaker(line: string, words: readonly string[], at: number): Bilingual | undefined {
    if (words[at] !== 'aldus' || line.includes(' volgens ')) {
        return undefined;
    }
    const who = words[at + 1] ?? '"…"';
    return {
        nl: `Wie iets zegt, staat achter de bron waarin het staat: \`volgens Bron aldus ${who}\`. Is er geen bron, zet het dan in de tekst zelf.`,
        en: `Who says something stands behind the source that has it: \`volgens Bron aldus ${who}\`. If there is no source, put it in the text itself.`,
    };
}

/** Statements with a list of values, in which a text may stand behind a comma. */
const WITH_VALUES = new Set(
    (
        'bereik contact contacten duur frequentie intensiteit looptijd periode leeftijd omvang financiering kosten locatie ' +
        'materiaal opleiding caseload beschikbaarheid norm meting deelnemers werving verspreiding cijfer kenmerk selectie ' +
        'uitkomst opbrengst conclusie aanbeveling knelpunt verwachting oordeel principe aandachtspunt aanleiding perspectief opzet methode'
    ).split(' '),
);

/**
 * For words behind a value that the language does not know (`bereik 40 leerlingen op 8 scholen`): as a text behind a comma,
 * which keeps them.
 */
export function behindComma(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const start = lineStart(tokens, index);
    const { words } = wordsOfLine(tokens, start);
    const rest = beforeClaims(inWords(words.slice(index - start)));
    const isText = rest.includes(' ') && /^\p{L}/u.test(rest) && !/["`]|^(onbekend|plaatselijk)\b/.test(rest);
    const isQuoted = /^"[^"`]*"$/.test(rest);
    const before = words[index - start - 1] ?? '';
    if ((!isText && !isQuoted) || index <= start + 1 || !WITH_VALUES.has(words[0] ?? '') || before === ',') {
        return undefined;
    }
    const added = isQuoted ? rest : `"${rest}"`;
    // of a long text only the beginning would be shown
    return /[…`]/.test(before) ? instead(`, ${added}`, rest) : instead(`${before}, ${added}`, `${before} ${rest}`);
}

function beforeClaims(text: string): string {
    return text.replace(/ (volgens|afgeleid)\b.*$/, '');
}
