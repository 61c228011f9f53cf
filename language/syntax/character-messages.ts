import type { ILexingError } from 'chevrotain';
import { DefaultLexerErrorMessageProvider } from 'langium';
import { pack } from '../text/bilingual.js';
import { signInName } from './otherwise/name-signs.js';
import { otherSign } from './otherwise/signs.js';
import { codeOf, instead, printable } from './wording.js';

const AMOUNT = /^[ \t\u00A0]*(\d+(?:\.\d{3})*(?:,\d+)?)/;
const AMOUNT_BEFORE = /(\d+(?:\.\d{3})*(?:,\d+)?)[ \t\u00A0]*$/;

/** How much of a line behind a sign is looked at. */
const REST = 40;

/** Of a pair the first is told: see {@link withoutSecondOfPair}. */
const SQUARE = pack({
    nl: 'Vierkante haken kent de taal niet: namen staan achter elkaar met een komma, en tekst staat tussen aanhalingstekens.',
    en: 'The language has no square brackets: names follow each other with a comma, and text stands in quotes.',
});

/** Leaves out the `]` that belongs to a `[` which is told. */
export function withoutSecondOfPair(errors: readonly ILexingError[], text: string): ILexingError[] {
    let open = 0;
    return errors.filter(({ message, offset, length }) => {
        if (message !== SQUARE) {
            return true;
        }
        const before = open;
        for (const sign of text.slice(offset, offset + length)) {
            open = Math.max(0, open + (sign === '[' ? 1 : -1));
        }
        return before === 0;
    });
}

/** Signs for a part of one, as decimals. */
const PARTS_OF_ONE: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** Units of time as some shorten them. */
const UNITS: Readonly<Record<string, string>> = { min: 'minuten', mnd: 'maanden', wk: 'weken', jr: 'jaar' };

/** How much of a line is looked at before a sign. */
const REACH = 80;

function beforeOnLine(text: string, offset: number): string {
    return /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - REACH), offset))?.[0] ?? '';
}

/** Messages for characters that are no part of the language. */
export class DraaiboekLexerErrorMessages extends DefaultLexerErrorMessageProvider {
    override buildUnexpectedCharactersMessage(text: string, offset: number, length: number): string {
        const found = text.slice(offset, offset + Math.min(length, 20));
        if (/^[\p{C}\p{Z}]+$/u.test(found)) {
            const codes = [...new Set(Array.from(found, codeOf))].join(', ');
            return pack({
                nl: `Hier staat een teken dat u niet ziet (${codes}); het komt vaak mee uit een ander programma. Haal het weg.`,
                en: `There is a character here that you do not see (${codes}); it often comes along from another program. Take it away.`,
            });
        }
        if (found === '\u20AC') {
            const amount =
                AMOUNT.exec(text.slice(offset + length, offset + 40)) ??
                AMOUNT_BEFORE.exec(text.slice(Math.max(0, offset - 40), offset));
            const euro = `\`${amount?.[1] ?? '2.400'} euro\``;
            return pack({ nl: `Een bedrag schrijft u als ${euro}.`, en: `Write an amount as ${euro}.` });
        }
        const part = PARTS_OF_ONE[found];
        if (part !== undefined) {
            const whole = /(\d*)[ \t\u00A0]?$/.exec(beforeOnLine(text, offset))?.[1] ?? '';
            return pack(instead(`${whole === '' ? '0' : whole},${part}`, whole + found));
        }
        const years = found === '+' ? /\bleeftijd[ \t]+(\d+)[ \t]*$/.exec(beforeOnLine(text, offset))?.[1] : undefined;
        if (years !== undefined) {
            const unit = /^[ \t]*jaar\b/.test(text.slice(offset + length, offset + 40)) ? '' : ' jaar';
            return pack(instead(`vanaf ${years}${unit}`, `${years}+`));
        }
        const short = found === '.' ? /(\d+) (min|mnd|wk|jr)$/.exec(beforeOnLine(text, offset)) : null;
        if (short) {
            return pack(instead(`${short[1] ?? ''} ${UNITS[short[2] ?? ''] ?? ''}`, `${short[0]}.`));
        }
        const name = signInName(beforeOnLine(text, offset), text.slice(offset, offset + REACH));
        if (name !== undefined) {
            return pack(name);
        }
        const other = otherSign(
            found,
            beforeOnLine(text, offset),
            /^[^\r\n]*/.exec(text.slice(offset + found.length, offset + found.length + REST))?.[0],
        );
        if (other !== undefined) {
            return other;
        }
        if (/^[[\]]+$/.test(found)) {
            return SQUARE;
        }
        const characters = printable(found);
        return pack({
            nl: `\`${characters}\` hoort hier niet. Tekst staat tussen aanhalingstekens; een opmerking voor uzelf begint met \`//\`.`,
            en: `\`${characters}\` does not belong here. Text stands in quotes; a comment for yourself begins with \`//\`.`,
        });
    }
}
