import { EOF, tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import { LangiumParserErrorMessageProvider, type LangiumCoreServices } from 'langium';
import { pack, type Bilingual } from '../text/bilingual.js';
import { distance, nearest } from '../text/distance.js';
import { blockNames, blocksOf, MOST_WORDS, usualIn } from './block-words.js';
import { expectedNames, type ExpectedNames } from './expected-names.js';
import { partsOfGlued, phraseOf } from './glued.js';
import type { PlacedToken } from './lexer.js';
import { blockStarters } from './statements.js';
import { HARD_WORDS, isWordKeyword } from './tokens.js';
import { brief, didYouMean, enumeration, inside, nameOf, quoted, WORDS } from './wording.js';

/** What may stand before a value; a message that lists values names the values only. */
const BEFORE_VALUES = new Set(
    'veelal in zo bij ongeveer circa ruim bijna minstens hoogstens precies meer minder diverse enkele geen vanaf van tot t/m tussen elke'.split(
        ' ',
    ),
);
/** The words with which a modality begins: `veelal`, `in beginsel`, `zo nodig`. */
const MODALITIES = new Set('veelal in zo bij mogelijk gestreefd'.split(' '));
/** Statements of which the value is often a date. */
const WITH_DATE = /^(datum|periode|herbeoordeling|oplevering|moment|jaar)$/;
/** Last in a list, since they are said when there is nothing else to say. */
const OPEN_VALUES = ['onbekend', 'plaatselijk'];
/** Of how many words it is remembered to which word of the language they are near. */
const MOST_REMEMBERED = 10_000;
/** How many possibilities a message lists. */
const MOST_SHOWN = 6;
/** Marks a message about a statement that stands in the wrong block: perhaps a block above it is not closed. */
export const WRONG_BLOCK = '\u0002';

/** Marks a message about a word that cannot stand where it is: at the end of its line, something may be missing behind it. */
export const STRAY = '\u0003';

/** Marks a message about a word behind which something is missing or wrong. */
export const INCOMPLETE = '\u0004';

/** Marks a message about what no line begins with: it may be the name of a field, or too much on its line. */
export const NO_WORD = '\u0005';

/** Marks a message that says what was expected behind a word: it may be told at that word, with an example. */
export const BEHIND = '\u0001';

/** How many of them are remembered. */
const MOST_LISTS = 1000;

interface Mismatch {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
}

/** Messages of the parser in the reader's words: what was found, what was expected there, and the likely mend. */
export class DraaiboekErrorMessages extends LangiumParserErrorMessageProvider {
    private known: { readonly blocks: ReadonlyMap<string, string>; readonly names: ExpectedNames } | undefined;

    /** every word with which a line begins somewhere, gathered when it is first asked for */
    private allStarters: ReadonlySet<string> | undefined;

    /** what may come, in words; a text with many mistakes mostly has many of one kind */
    private readonly lists = new Map<string, Bilingual>();

    private readonly nearStarters = new Map<string, string | undefined>();

    constructor(private readonly services: LangiumCoreServices) {
        super();
    }

    private get starters(): ReadonlyMap<string, ReadonlySet<string>> {
        return blockStarters(this.services.Grammar);
    }

    /** Read from the grammar at the first mistake. */
    private get tables() {
        const { Grammar } = this.services;
        return (this.known ??= { blocks: blockNames(Grammar.rules), names: expectedNames(Grammar) });
    }

    override buildMismatchTokenMessage({ expected, actual, previous, ruleName }: Mismatch): string {
        const rule = plainRule(ruleName);
        if (expected.name === '}' || expected === EOF) {
            return this.wrongStatement(actual, previous, this.starters.has(rule) ? rule : '');
        }
        return this.expectedBehind([expected], actual, previous, rule);
    }

    override buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken; ruleName: string }): string {
        return this.wrongStatement(firstRedundant, undefined, 'ProtocolFile');
    }

    override buildNoViableAltMessage(o: {
        expectedPathsPerAlt: TokenType[][][];
        actual: IToken[];
        previous: IToken;
        ruleName: string;
    }): string {
        return this.expectedBehind(
            firstOf(o.expectedPathsPerAlt.flat()),
            o.actual[0],
            o.previous,
            plainRule(o.ruleName),
        );
    }

    override buildEarlyExitMessage(o: {
        expectedIterationPaths: TokenType[][];
        actual: IToken[];
        previous: IToken;
        ruleName: string;
    }): string {
        return this.expectedBehind(firstOf(o.expectedIterationPaths), o.actual[0], o.previous, plainRule(o.ruleName));
    }

    /** Something else was expected behind a word of a statement, or anything at all. */
    private expectedBehind(
        expected: readonly TokenType[],
        actual: IToken | undefined,
        previous: IToken,
        rule: string,
    ): string {
        const words = expected.map(plainName).filter((n) => /^[a-zà-ÿ]/.test(n));
        // `een` is an article, however near it is to `geen`
        const isMisspelt =
            actual && !isNothing(actual) && isWord(actual) && !HARD_WORDS.has(actual.image) && actual.image !== 'een';
        const mend = isMisspelt ? nearest(actual.image, words) : undefined;
        if (actual && mend !== undefined && mend !== actual.image) {
            return pack(didYouMean(actual.image, mend));
        }
        if (actual && /^\d+\.\d{1,2}$/.test(actual.image) && expected.some((t) => t.name === 'NUMBER')) {
            const comma = actual.image.replace('.', ',');
            return pack({
                nl: `\`${actual.image}\` is zo geen getal. Een getal achter de komma schrijft u als \`${comma}\`.`,
                en: `\`${actual.image}\` is no number like this. Write decimals with a comma: \`${comma}\`.`,
            });
        }
        if (actual && !isNothing(actual) && expected.some((t) => tokenMatcher(actual, t))) {
            // this word fits, so what stands behind it does not
            return INCOMPLETE + pack(incomplete(actual.image));
        }
        const { nl, en } = this.list(expected, rule, previous);
        const place = brief(previous.image);
        if (place === '') {
            return pack({ nl: `Hier hoort ${nl}.`, en: `Here comes ${en}.` });
        }
        return (
            BEHIND +
            pack(
                actual === undefined || isNothing(actual)
                    ? { nl: `Achter \`${place}\` ontbreekt ${nl}.`, en: `Behind \`${place}\` ${en} is missing.` }
                    : {
                          nl: `Achter \`${place}\` hoort ${nl}, maar er staat \`${brief(actual.image)}\`.`,
                          en: `Behind \`${place}\` comes ${en}, but there is \`${brief(actual.image)}\`.`,
                      },
            )
        );
    }

    /** What may come, in words: kinds of values before words of the language, `onbekend` last. */
    private list(expected: readonly TokenType[], rule: string, previous: IToken): Bilingual {
        const key = [rule, previous.image, ...expected.map((t) => t.name)].join(' ');
        let known = this.lists.get(key);
        if (!known) {
            known = this.listAnew(expected, rule, previous);
            if (this.lists.size < MOST_LISTS) {
                this.lists.set(key, known);
            }
        }
        return known;
    }

    private listAnew(expected: readonly TokenType[], rule: string, previous: IToken): Bilingual {
        const names = new Set(expected.map(plainName));
        if (names.has('TEXT') && names.has('(')) {
            // a condition
            names.delete('(');
            names.delete('niet');
        }
        // a month stands where a day may
        names.delete('MONTH');
        const isValue = names.has('NUMBER') && (names.has('ongeveer') || names.has('TEXT'));
        if (isValue && !WITH_DATE.test(previous.image)) {
            names.delete('DATE');
        }
        const kinds = this.tables.names(rule, previous.image);
        if (kinds.includes('FrameworkIndicator')) {
            names.delete('CODE');
            names.delete('NUMBER');
        }
        const told: Bilingual[] = Object.keys(WORDS)
            .filter((n) => names.has(n))
            .map((n) => (/^(NAME|FIRST_WORD|INLINE)$/.test(n) ? nameOf(kinds, n) : (WORDS[n] ?? quoted(n))));
        // what only says how firm it is, says nothing without what comes behind it
        const [first] = names;
        const isFirmness = (n: string) => MODALITIES.has(n) && (told.length > 0 || n !== first);
        const isBefore = (n: string) => (isValue && BEFORE_VALUES.has(n)) || isFirmness(n);
        const words = [...names].filter((n) => WORDS[n] === undefined && !isBefore(n));
        const open = OPEN_VALUES.filter((n) => names.has(n)).slice(0, isValue || told.length > 1 ? 1 : undefined);
        const inOrder = [...words.filter((n) => !OPEN_VALUES.includes(n)), ...open];
        const all = [...told, ...inOrder.map(quoted)];
        const unique = all.filter((a, i) => all.findIndex((b) => b.nl === a.nl) === i).slice(0, MOST_SHOWN);
        return {
            nl: enumeration(
                unique.map((a) => a.nl),
                'of',
            ),
            en: enumeration(
                unique.map((a) => a.en),
                'or',
            ),
        };
    }

    /** No statement begins so in the block of that rule. */
    private wrongStatement(actual: IToken, previous: IToken | undefined, rule: string): string {
        if (isEnd(actual)) {
            return pack(UNCLOSED);
        }
        if (actual.image === '}') {
            return pack(CLOSES_NOTHING);
        }
        const found = `\`${brief(actual.image)}\``;
        const statements = this.starters.get(rule) ?? new Set<string>();
        const isFirst = (actual as PlacedToken).firstOnLine === true;
        const block = rule === 'ProtocolFile' ? 'bestand' : (this.tables.blocks.get(rule) ?? '');
        const elsewhere = blocksOf(actual.image).filter((b) => b !== block);
        // a word of the language is what it says, however near another is
        const isMisplaced = isFirst && elsewhere.length > 0 && !statements.has(actual.image);
        const parts = partsOfGlued(actual.image) ?? [];
        const nearTo = () =>
            isWord(actual) && !isMisplaced && (isFirst || !isWordKeyword(actual.tokenType))
                ? this.nearHere(actual.image, statements, isFirst)
                : undefined;
        const mend = statements.has(parts[0] ?? '') ? phraseOf(parts) : nearTo();
        if (mend !== undefined && mend !== actual.image) {
            return pack(didYouMean(actual.image, mend));
        }
        if (!isFirst && previous !== undefined && previous.image !== '' && rule !== 'ProtocolFile') {
            return (isWordKeyword(actual.tokenType) ? STRAY : '') + pack(tooMuch(actual, previous));
        }
        const where = inside(block);
        // a word of another block, misspelt by a letter
        const meant =
            isFirst && !isMisplaced && isWord(actual) && !isWordKeyword(actual.tokenType)
                ? this.nearElsewhere(actual.image, block)
                : undefined;
        if (isMisplaced || meant !== undefined) {
            const list = blocksOf(meant ?? actual.image)
                .filter((b) => b !== block)
                .slice(0, MOST_WORDS)
                .map(inside);
            const asked = meant === undefined ? undefined : didYouMean(actual.image, meant);
            return (
                WRONG_BLOCK +
                pack({
                    nl: `${asked ? `${asked.nl} Dat` : found} kan niet ${where.nl} staan, wel ${enumeration(
                        list.map((l) => l.nl),
                        'of',
                    )}.`,
                    en: `${asked ? `${asked.en} That` : found} cannot stand ${where.en}, but it can ${enumeration(
                        list.map((l) => l.en),
                        'or',
                    )}.`,
                })
            );
        }
        const words = usualIn(block, statements).map((w) => `\`${w}\``);
        if (isWord(actual)) {
            return (
                NO_WORD +
                pack({
                    nl: `${found} is geen woord waarmee ${where.nl} een regel begint; dat is bijvoorbeeld ${enumeration(words, 'of')}. Is het tekst, zet die dan tussen aanhalingstekens.`,
                    en: `${found} is no word with which a line begins ${where.en}; such words are ${enumeration(words, 'or')}. If it is text, put that in quotes.`,
                })
            );
        }
        return (
            NO_WORD +
            pack({
                nl: `${found} hoort nergens bij. Elke regel begint met een woord dat zegt wat het is, ${where.nl} bijvoorbeeld ${enumeration(words, 'of')}.`,
                en: `${found} belongs to nothing. Each line begins with a word that says what it is, ${where.en} for example ${enumeration(words, 'or')}.`,
            })
        );
    }

    /** The word with which a line begins somewhere that is nearest; remembered, since a mistake is mostly made again. */
    private nearStarter(word: string): string | undefined {
        const known = this.nearStarters.get(word);
        if (known !== undefined || this.nearStarters.has(word)) {
            return known;
        }
        this.allStarters ??= new Set([...this.starters.values()].flatMap((of) => [...of]));
        const near = nearest(word, this.allStarters);
        if (this.nearStarters.size < MOST_REMEMBERED) {
            this.nearStarters.set(word, near);
        }
        return near;
    }

    /** The statement that a word was meant to be; behind another on its line only where a letter differs. */
    private nearHere(word: string, statements: ReadonlySet<string>, isFirst: boolean): string | undefined {
        const near = nearest(word, statements);
        return near !== undefined && (isFirst || distance(word.toLowerCase(), near, 1) <= 1) ? near : undefined;
    }

    /** The word that begins a line in other blocks alone, and that one letter of this word makes. */
    private nearElsewhere(word: string, block: string): string | undefined {
        const near = this.nearStarter(word);
        const isElsewhere = near !== undefined && blocksOf(near).length > 0 && !blocksOf(near).includes(block);
        return isElsewhere && distance(word, near) === 1 ? near : undefined;
    }
}

/** The message for what stands on a line that was complete before it. */
export function tooMuch(actual: IToken, previous: IToken): Bilingual {
    const [found, last] = [`\`${brief(actual.image)}\``, `\`${brief(previous.image)}\``];
    return {
        nl: `${found} hoort hier niet: achter ${last} is deze regel af. Begin een nieuwe regel, of haal ${found} weg.`,
        en: `${found} does not belong here: the line is complete behind ${last}. Begin a new line, or take ${found} away.`,
    };
}

/** The message for a word behind which the rest is missing, or where `found` stands instead of it. */
export function incomplete(word: string, found?: string): Bilingual {
    const place = `\`${brief(word)}\``;
    return found === undefined
        ? { nl: `Achter ${place} ontbreekt wat erbij hoort.`, en: `Behind ${place} something is missing.` }
        : {
              nl: `Achter ${place} past \`${brief(found)}\` niet.`,
              en: `Behind ${place}, \`${brief(found)}\` does not fit.`,
          };
}

/** The message for a block that the file ends in. */
export const UNCLOSED: Bilingual = {
    nl: 'Dit blok is niet gesloten: er ontbreekt een `}`.',
    en: 'This block is not closed: a `}` is missing.',
};
const CLOSES_NOTHING: Bilingual = {
    nl: 'Deze `}` sluit niets: er staat er een te veel, of er ontbreekt eerder een `{`.',
    en: 'This `}` closes nothing: there is one too many, or a `{` is missing before.',
};

function firstOf(paths: readonly TokenType[][]): TokenType[] {
    return [...new Set(paths.map((path) => path[0]).filter((t) => t !== undefined))];
}

function plainRule(name: string): string {
    return name.replace('\u200B', '');
}

function plainName(type: TokenType): string {
    return (type.LABEL ?? type.name).replace(/~inline$/, '');
}

function isWord(token: IToken): boolean {
    return /^[\p{L}_]/u.test(token.image);
}

function isEnd(token: IToken): boolean {
    return token.tokenType === EOF || token.image === '';
}

/** Whether a statement has ended before this token, so that there is nothing where something was expected. */
function isNothing(token: PlacedToken): boolean {
    return isEnd(token) || token.firstOnLine === true || token.image === '}' || token.image === '{';
}
