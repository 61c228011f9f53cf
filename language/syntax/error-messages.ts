import { EOF, type IToken, type TokenType } from 'chevrotain';
import {
    DefaultLexerErrorMessageProvider,
    LangiumParserErrorMessageProvider,
    type LangiumCoreServices,
} from 'langium';
import { pack, type Bilingual } from '../text/bilingual.js';
import { nearest } from '../text/distance.js';
import { blockStarters } from './statements.js';

/** What a kind of token is called by someone who never programmed. */
const WORDS: Record<string, Bilingual> = {
    NAME: { nl: 'een naam', en: 'a name' },
    INLINE: { nl: 'een woord', en: 'a word' },
    WORD: { nl: 'een woord', en: 'a word' },
    FIRST_WORD: { nl: 'een naam', en: 'a name' },
    TEXT: { nl: 'een tekst tussen aanhalingstekens', en: 'a text in quotes' },
    FIRST_NUMBER: { nl: 'een getal', en: 'a number' },
    UNIT_WORD: { nl: 'een eenheid', en: 'a unit' },
    NUMBER: { nl: 'een getal', en: 'a number' },
    DATE: { nl: 'een datum (2026-03-01)', en: 'a date (2026-03-01)' },
    CODE: { nl: 'een nummer zoals 3.1', en: 'a number such as 3.1' },
    EOF: { nl: 'het einde van het bestand', en: 'the end of the file' },
};
/** How many possibilities a message lists. */
const MOST_SHOWN = 6;

interface Mismatch {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
}

/** Messages of the parser in the reader's words: what was found, what was expected there, and the likely mend. */
export class DraaiboekErrorMessages extends LangiumParserErrorMessageProvider {
    private known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

    constructor(private readonly services: LangiumCoreServices) {
        super();
    }

    /** Worked out at the first error. */
    private get starters(): ReadonlyMap<string, ReadonlySet<string>> {
        return (this.known ??= blockStarters(this.services.Grammar));
    }

    override buildMismatchTokenMessage({ expected, actual, previous, ruleName }: Mismatch): string {
        const statements = this.starters.get(ruleName.replace('\u200B', ''));
        if (statements && (expected.name === '}' || expected === EOF)) {
            return pack(this.wrongStatement(actual, statements, expected !== EOF));
        }
        const mend = isWord(actual) ? nearest(actual.image, [expected.name]) : undefined;
        if (mend !== undefined && mend !== actual.image) {
            return pack(didYouMean(actual.image, mend));
        }
        return pack(expectedBut([expected], actual, previous));
    }

    override buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken; ruleName: string }): string {
        const top = this.starters.get('ProtocolFile') ?? new Set<string>();
        return pack(
            firstRedundant.image === '}'
                ? {
                      nl: 'Deze `}` sluit niets: er staat er een te veel, of er ontbreekt eerder een `{`.',
                      en: 'This `}` closes nothing: there is one too many, or a `{` is missing before.',
                  }
                : this.wrongStatement(firstRedundant, top, false),
        );
    }

    override buildNoViableAltMessage(o: {
        expectedPathsPerAlt: TokenType[][][];
        actual: IToken[];
        previous: IToken;
        ruleName: string;
    }): string {
        return pack(alternatives(o.expectedPathsPerAlt.flat(), o.actual[0], o.previous));
    }

    override buildEarlyExitMessage(o: {
        expectedIterationPaths: TokenType[][];
        actual: IToken[];
        previous: IToken;
        ruleName: string;
    }): string {
        return pack(alternatives(o.expectedIterationPaths, o.actual[0], o.previous));
    }

    private wrongStatement(actual: IToken, statements: ReadonlySet<string>, inBlock: boolean): Bilingual {
        if (isEnd(actual)) {
            return {
                nl: 'Dit blok is niet gesloten: er ontbreekt een `}`.',
                en: 'This block is not closed: a `}` is missing.',
            };
        }
        const mend = isWord(actual) ? nearest(actual.image, statements) : undefined;
        if (mend !== undefined && mend !== actual.image) {
            return didYouMean(actual.image, mend);
        }
        const shown = [...statements].sort().slice(0, MOST_SHOWN).map((s) => `\`${s}\``);
        const more = statements.size > MOST_SHOWN ? ' …' : '';
        const found = describe(actual);
        return inBlock
            ? {
                  nl: `${found.nl} kan hier niet staan. Op deze plaats hoort een regel die begint met bijvoorbeeld ${shown.join(', ')}${more}, of \`}\`.`,
                  en: `${found.en} cannot stand here. A line belongs here that begins with for example ${shown.join(', ')}${more}, or \`}\`.`,
              }
            : {
                  nl: `${found.nl} kan hier niet staan. Buiten de blokken begint een regel met ${shown.join(', ')}${more}.`,
                  en: `${found.en} cannot stand here. Outside the blocks a line begins with ${shown.join(', ')}${more}.`,
              };
    }
}

/** Messages for characters that are no part of the language. */
export class DraaiboekLexerErrorMessages extends DefaultLexerErrorMessageProvider {
    override buildUnexpectedCharactersMessage(text: string, offset: number, length: number): string {
        const characters = printable(text.slice(offset, offset + Math.min(length, 20)));
        return pack({
            nl: `\`${characters}\` hoort hier niet. Tekst staat tussen aanhalingstekens; een opmerking voor uzelf begint met \`//\`.`,
            en: `\`${characters}\` does not belong here. Text stands in quotes; a comment for yourself begins with \`//\`.`,
        });
    }
}

function alternatives(paths: TokenType[][], actual: IToken | undefined, previous: IToken): Bilingual {
    const first = [...new Set(paths.map((path) => path[0]).filter((t) => t !== undefined))];
    const words = first.map(plainName).filter((n) => /^[a-zà-ÿ]/.test(n));
    const mend = actual && isWord(actual) ? nearest(actual.image, words) : undefined;
    return actual && mend !== undefined && mend !== actual.image
        ? didYouMean(actual.image, mend)
        : expectedBut(first, actual, previous);
}

function expectedBut(expected: readonly TokenType[], actual: IToken | undefined, previous: IToken): Bilingual {
    const shown = [...new Set(expected.map(plainName))].slice(0, MOST_SHOWN);
    const list = (language: 'nl' | 'en', or: string) =>
        shown.map((n) => WORDS[n]?.[language] ?? `\`${n}\``).join(', ').replace(/, ([^,]*)$/, ` ${or} $1`);
    const found = describe(actual);
    const place = previous.image ? { nl: `Na \`${brief(previous.image)}\``, en: `After \`${brief(previous.image)}\`` } : { nl: 'Hier', en: 'Here' };
    return {
        nl: `${place.nl} hoort ${list('nl', 'of')}, maar er staat ${lower(found.nl)}.`,
        en: `${place.en} comes ${list('en', 'or')}, but there is ${lower(found.en)}.`,
    };
}

function didYouMean(word: string, keyword: string): Bilingual {
    return {
        nl: `\`${brief(word)}\` – bedoelde u \`${keyword}\`?`,
        en: `\`${brief(word)}\` – did you mean \`${keyword}\`?`,
    };
}

function plainName(type: TokenType): string {
    return (type.LABEL ?? type.name).replace(/~inline$/, '');
}

function isWord(token: IToken): boolean {
    return /^[\p{L}_]/u.test(token.image);
}

function isEnd(token: IToken | undefined): boolean {
    return token === undefined || token.tokenType === EOF || token.image === '';
}

function describe(token: IToken | undefined): Bilingual {
    if (token === undefined || isEnd(token)) {
        return { nl: 'Het einde van het bestand', en: 'The end of the file' };
    }
    const image = `\`${brief(token.image)}\``;
    return { nl: image, en: image };
}

function lower(text: string): string {
    return text.startsWith('`') ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A token's text, short enough for a message. */
function brief(image: string): string {
    const line = printable(image.split(/\r|\n/)[0] ?? '');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function printable(text: string): string {
    // eslint-disable-next-line no-control-regex -- these are the characters that must not reach a terminal
    return text.replace(/[\u0000-\u001f\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
