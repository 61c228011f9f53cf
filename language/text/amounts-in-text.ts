/** An amount in running Dutch: `zes gesprekken`, `hoogstens 80 %`, `3 keer per week`. */
export interface AmountInText {
    readonly number: number;
    /** the word behind the number as it is written, "%" for percents */
    readonly unit: string;
    /** `minstens`, `hoogstens` and words that mean the same */
    readonly limit?: 'at-least' | 'at-most';
    /** the time or the people behind `per` */
    readonly per?: string;
    /** number and unit as they are written */
    readonly text: string;
}

/** What a text says in figures, and which numbers are in it at all. */
export interface NumbersInText {
    readonly numbers: readonly number[];
    /** those that stand by themselves, with a unit behind them; no part of a range, a sum or a vague amount */
    readonly amounts: readonly AmountInText[];
}

/** `één` only: `een` mostly is no number. */
const WORDS = 'één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');
const AT_LEAST = /^(minstens|minimaal|minimum|tenminste|vanaf)$/;
const AT_MOST = /^(hoogstens|maximaal|maximum)$/;
/** Between two numbers: the second is the end of a range, one of a row, or part of a sum. */
const LINKS = /^(tot|en|of|à|a|met|van|plus|keer|maal|x|–|-|\/|\+)$/;
/** Before a number: it is a vague one, a moment, a part, or what was added. */
const NOT_BY_ITSELF =
    /^(tussen|ongeveer|circa|ca|ruim|bijna|gemiddeld|zo’n|zo'n|rond|eerste|laatste|volgende|tweede|derde|andere|overige|resterende|extra|nog|na|elke|iedere|per|dan)$/;
/** Behind a number: the other end of a range, or another thing than the unit. */
const GOES_ON = /^(tot|à|a|of|en|t|van|x|–|-|\/|\+)$/;
/** Of these a word in between may be an adjective: `zes wekelijkse gesprekken`. */
const NO_ADJECTIVE = /^(de|het|een|deze|die|dit|dat|zulke|andere|volgende|laatste|halve|ze|je|me|we)$/;
const PIECES = /\d+(?:[.,]\d+)*|%|\p{L}[\p{L}\u0300-\u036F’']*|[^\s]/gu;

interface Piece {
    readonly image: string;
    readonly from: number;
    readonly to: number;
}

/**
 * Reads the numbers of a text, in figures and in words up to twelve, and the amounts that need no guess.
 *
 * @param isUnit whether a word is the unit that is sought
 */
export function numbersIn(text: string, isUnit: (word: string) => boolean): NumbersInText {
    const pieces = [...text.normalize('NFC').matchAll(PIECES)].map(({ 0: image, index }): Piece => ({
        image: image.toLowerCase(),
        from: index,
        to: index + image.length,
    }));
    const numbers = pieces.map(({ image }) => numberOf(image));
    const amounts = numbers.flatMap((number, i) => {
        const amount = number === undefined ? undefined : amountAt(text, pieces, i, number, isUnit);
        return amount ? [amount] : [];
    });
    return { numbers: numbers.filter((n) => n !== undefined), amounts };
}

function amountAt(
    text: string,
    pieces: readonly Piece[],
    i: number,
    number: number,
    isUnit: (word: string) => boolean,
): AmountInText | undefined {
    const [before, own, next, second] = [pieces[i - 1], pieces[i], pieces[i + 1], pieces[i + 2]];
    // `3e`, `6-weekse`
    const isApart = next !== undefined && own !== undefined && (next.from > own.to || next.image === '%');
    if (!isApart || GOES_ON.test(next.image)) {
        return undefined;
    }
    const isAdjective = /e$/.test(next.image) && !NO_ADJECTIVE.test(next.image) && !isUnit(next.image);
    const unit = isUnit(next.image) ? next : isAdjective && second && isUnit(second.image) ? second : undefined;
    const [a, b] = [pieces[i - 2]?.image, before?.image ?? ''];
    const limit =
        AT_LEAST.test(b) || (a === 'ten' && b === 'minste') || (a === 'meer' && b === 'dan')
            ? 'at-least'
            : AT_MOST.test(b) || (a === 'ten' && b === 'hoogste')
              ? 'at-most'
              : undefined;
    const isEach = a === 'om' && b === 'de';
    if (!unit || isLinked(pieces, i) || isEach || (limit === undefined && NOT_BY_ITSELF.test(b))) {
        return undefined;
    }
    const behind = pieces.slice(pieces.indexOf(unit) + 1);
    if (behind[0] && /^(tot|à|of|plus)$/.test(behind[0].image)) {
        return undefined;
    }
    const per = behind[0] && /^(per|elke|iedere)$/.test(behind[0].image) ? behind[1]?.image : undefined;
    const shown = text.normalize('NFC').slice(own?.from, unit.to).replace(/\s+/g, ' ');
    return {
        number,
        unit: unit.image,
        ...(limit === undefined ? {} : { limit }),
        ...(per === undefined ? {} : { per }),
        text: shown,
    };
}

/** Whether another number stands before it that it goes with: `vier tot en met acht`, `4 weken tot 3 maanden`. */
function isLinked(pieces: readonly Piece[], i: number): boolean {
    let start = i;
    while (LINKS.test(pieces[start - 1]?.image ?? '')) {
        start--;
    }
    const isNumber = (at: number) => numberOf(pieces[at]?.image ?? '') !== undefined;
    return (
        start < i && (isNumber(start - 1) || (/^(tot|à|–|-)$/.test(pieces[start]?.image ?? '') && isNumber(start - 2)))
    );
}

function numberOf(image: string): number | undefined {
    if (/^\d/.test(image)) {
        return Number(image.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
    }
    const index = WORDS.indexOf(image);
    return index < 0 ? undefined : index + 1;
}
