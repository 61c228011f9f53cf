/**
 * How wide text is, without a screen to ask: the widths of Arimo, which are those of Arial and Liberation Sans. So a text
 * that fits here fits wherever a drawing names these fonts.
 */
export const FONT = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif";

/** Height of a line, in heights of its letters. */
export const LINE = 1.22;

type Widths = readonly (readonly [number, string])[];

/** In thousandths of the height of the letters, the characters of each width. */
const REGULAR: Widths = [
    [191, "'"],
    [222, 'ijl‘’'],
    [260, '|'],
    [278, ' !,./:;I[\\]ft'],
    [333, '()-`r{}“”·'],
    [355, '"•'],
    [389, '*'],
    [469, '^'],
    [500, 'Jcksvxyz'],
    [556, '#$0123456789?L_abdeghnopqu–€≥≤'],
    [584, '+<=>~×'],
    [611, 'FTZß'],
    [667, '&ABEKPSVXY'],
    [722, 'CDHNRUw'],
    [778, 'GOQ'],
    [833, 'Mm'],
    [889, '%'],
    [944, 'W'],
    [1000, '—…→'],
    [1015, '@'],
];
const BOLD: Widths = [
    [238, "'"],
    [278, ' ,./I\\ijl|‘’'],
    [333, '!()-:;[]`ft·'],
    [350, '•'],
    [389, '*r{}'],
    [474, '"'],
    [500, 'z“”'],
    [556, '#$0123456789J_aceksvxy–€≥≤'],
    [584, '+<=>^~×'],
    [611, '?FLTZbdghnopquß'],
    [667, 'EPSVXY'],
    [722, '&ABCDHKNRU'],
    [778, 'GOQw'],
    [833, 'M'],
    [889, '%m'],
    [944, 'W'],
    [975, '@'],
    [1000, '—…→'],
];
const byLetter = (widths: Widths) => new Map(widths.flatMap(([width, chars]) => [...chars].map((c) => [c, width])));
const [REGULAR_OF, BOLD_OF] = [byLetter(REGULAR), byLetter(BOLD)];
/** What is in neither: other letters, and wide ones. */
const LETTER = 600;
const WIDE = 1100;

const FIRST_WIDE = 0x2e80;
const PLAIN = /^[ -~]*$/;
/** Accents, and what joins or varies the signs around it. */
const MARK = /[\p{M}\u200B-\u200F\u2060]/gu;

/** The width of a text on one line, for letters of a height. */
export function textWidth(text: string, size: number, bold = false): number {
    const plain = PLAIN.test(text) ? text : text.normalize('NFD').replace(MARK, '');
    let sum = 0;
    for (const char of plain) {
        sum += (bold ? BOLD_OF : REGULAR_OF).get(char) ?? ((char.codePointAt(0) ?? 0) >= FIRST_WIDE ? WIDE : LETTER);
    }
    return (sum * size) / 1000;
}

/** Whether that width is the one on a screen: emoji come from a font whose widths are not known here. */
export function isMeasured(text: string): boolean {
    return PLAIN.test(text) || [...text].every((c) => (c.codePointAt(0) ?? 0) < FIRST_WIDE);
}

export interface Wrapped {
    readonly lines: readonly string[];
    /** whether words were left out, and stand as `…` */
    readonly isCut: boolean;
    /** whether a word is broken */
    readonly isBroken: boolean;
}

/** Breaks a text into lines of at most a width, and at most so many; a word that is too long is broken too. */
export function wrap(text: string, width: number, most: number, size: number, bold = false): Wrapped {
    const lines: string[] = [];
    let line = '';
    for (const word of pieces(text, width, size, bold)) {
        const longer = line === '' ? word : line.endsWith('\u00ad') ? line.slice(0, -1) + word : `${line} ${word}`;
        if (line === '' || textWidth(longer, size, bold) <= width) {
            line = longer;
        } else {
            lines.push(line);
            line = word;
        }
        if (lines.length >= most) {
            break;
        }
    }
    if (line !== '' && lines.length < most) {
        lines.push(line);
        line = '';
    }
    const shown = lines.map((l) => (l.endsWith('\u00ad') ? `${l.slice(0, -1)}-` : l));
    const isCut = line !== '';
    return {
        lines: isCut ? cut(shown, width, size, bold) : shown,
        isCut,
        isBroken: lines.some((l) => l.endsWith('\u00ad')),
    };
}

/** The words of a text; what does not fit on a line is broken in pieces, each but the last with a soft hyphen. */
function pieces(text: string, width: number, size: number, bold: boolean): string[] {
    return text.split(/\s+/).flatMap((word) => {
        if (word === '') {
            return [];
        }
        if (textWidth(word, size, bold) <= width) {
            return [word];
        }
        const result: string[] = [];
        let rest = [...word];
        while (textWidth(rest.join(''), size, bold) > width) {
            let fits = 1;
            while (fits < rest.length && textWidth(`${rest.slice(0, fits + 1).join('')}-`, size, bold) <= width) {
                fits++;
            }
            const at = breakIn(rest, fits);
            result.push(`${rest.slice(0, at).join('')}\u00ad`);
            rest = rest.slice(at);
        }
        return [...result, rest.join('')];
    });
}

const isVowel = (letter = '') => /[aeiouy]/i.test(letter.normalize('NFD').charAt(0));
const isConsonant = (letter = '') => /[b-df-hj-np-tv-xz]/i.test(letter);

/** Where a long word is broken: before a consonant with a vowel behind it, if there is one near, else where it must. */
function breakIn(letters: readonly string[], most: number): number {
    for (let at = most; at > Math.max(2, most - 7); at--) {
        if (isConsonant(letters[at]) && isVowel(letters[at + 1]) && isConsonant(letters[at - 1])) {
            return at;
        }
    }
    return most;
}

function cut(lines: readonly string[], width: number, size: number, bold: boolean): string[] {
    const whole = lines.at(-1) ?? '';
    let last = whole;
    while (last !== '' && textWidth(`${last}…`, size, bold) > width) {
        last = [...last].slice(0, -1).join('');
    }
    // no piece of a word behind whole ones
    if (last !== whole && last.includes(' ') && whole[last.length] !== ' ') {
        last = last.slice(0, last.lastIndexOf(' '));
    }
    return [...lines.slice(0, -1), `${last.replace(/[\s,;:.-]+$/u, '')}…`];
}
