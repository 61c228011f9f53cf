import { MODALITY_WORDS } from '../../messages/modalities.js';
import { statementDoc } from '../../messages/statements.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { brief, instead } from '../wording.js';
import { OPEN_VALUE, TEXT, type Mistake } from './mistake.js';

/** How many words a message shows of a text that should stand in quotes. */
const MOST_WORDS = 8;
/** How many words the keyword of a statement may have. */
const MOST_WORDS_OF_KEYWORD = 4;
const ENDS_VALUE = /^(volgens|afgeleid|[{}])$/;

/** For words without quotation marks behind a keyword that takes a text: `selectie-eis minstens 2 jaar ervaring`. */
export function unquotedText({ tokens, index, token, block, told }: Mistake): Bilingual | undefined {
    // a word that is near to another is that
    if (token.firstOnLine === true || / – bedoelde u /.test(told)) {
        return undefined;
    }
    const start = statementStart(tokens, index);
    const head = tokens.slice(start, start + MOST_WORDS_OF_KEYWORD).map((t) => t.image);
    const doc = statementDoc(head.join(' '), block ?? 'bestand');
    if (!doc?.example.startsWith(`${doc.keyword} "`)) {
        return undefined;
    }
    const first = withoutModality(tokens, start + doc.keyword.split(' ').length);
    const value: PlacedToken[] = [];
    for (let i = first; isOfValue(tokens[i]) && !(i > first && beginsNext(tokens, i, block)); i++) {
        value.push(tokens[i] as PlacedToken);
    }
    const words = value.filter((t) => /\p{L}/u.test(t.image));
    if (index < first || index >= first + value.length || words.length === 0) {
        return undefined;
    }
    // what is open stays open
    if (value.some((t) => TEXT.test(t.image)) || OPEN_VALUE.test(value[0]?.image ?? '')) {
        return undefined;
    }
    const isOneWord =
        value.length === 1 && !(/^\p{L}/u.test(value[0]?.image ?? '') && / hoort .*\btekst tussen /.test(told));
    if (isOneWord || (value[0]?.image === ':' && value.length > MOST_WORDS)) {
        return undefined;
    }
    if (value[0]?.image === ':') {
        const plain = asWritten(value.slice(1));
        return instead(`${doc.keyword} "${plain}"`, `${doc.keyword}: ${plain}`);
    }
    const said = `\`${doc.keyword}\``;
    const shown = `\`"${asWritten(value.slice(0, MOST_WORDS))}${value.length > MOST_WORDS ? ' …' : ''}"\``;
    return {
        nl: `Achter ${said} staat tekst tussen aanhalingstekens: ${shown}.`,
        en: `Behind ${said} text stands in quotes: ${shown}.`,
    };
}

/** Where the statement of a token begins: first on its line, or first in a block on one line. */
function statementStart(tokens: readonly PlacedToken[], index: number): number {
    let start = index;
    while (start > 0 && tokens[start]?.firstOnLine !== true && tokens[start - 1]?.image !== '{') {
        start--;
    }
    return start;
}

function withoutModality(tokens: readonly PlacedToken[], first: number): number {
    const found = Object.values(MODALITY_WORDS)
        .map((w) => w.nl.split(' '))
        .find((said) => said.every((word, i) => tokens[first + i]?.image === word));
    return first + (found?.length ?? 0);
}

function isOfValue(token: PlacedToken | undefined): boolean {
    return token !== undefined && token.firstOnLine !== true && token.image !== '' && !ENDS_VALUE.test(token.image);
}

/** Whether behind more than one space another statement of the same block begins: `niveau goed onderbouwd  datum 2022`. */
function beginsNext(tokens: readonly PlacedToken[], index: number, block = 'bestand'): boolean {
    const [before, token] = [tokens[index - 1], tokens[index]];
    const isApart = before && token && token.startOffset > before.startOffset + before.image.length + 1;
    return isApart === true && statementDoc(token.image, block) !== undefined;
}

/** The words with a space where the text has one. */
function asWritten(tokens: readonly PlacedToken[]): string {
    return tokens
        .map((token, i) => {
            const before = tokens[i - 1];
            const isApart = before && token.startOffset > before.startOffset + before.image.length;
            return (isApart ? ' ' : '') + brief(token.image);
        })
        .join('');
}
