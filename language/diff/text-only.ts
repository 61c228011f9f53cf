/**
 * Whether a change is one of words only. Strictly: what the program reads as a value is never so, and neither is a text
 * that says what is done, however small the change is. A text that explains is, as long as no figure and no word that
 * turns a sentence round changes in it: a person reads those.
 */

/** What explains, tells or sums up what is said elsewhere. */
const EXPLAINING: ReadonlySet<string> = new Set([
    'toelichting',
    'kanttekening',
    'voor ouders',
    'samenvatting',
    'titel',
    'opmaak',
    'opmerking',
    'antwoord',
]);

/** Words that turn the meaning of a sentence: negation, and what makes a rule of it or limits it. */
const TURNING: ReadonlySet<string> = new Set(
    (
        'niet geen nooit nimmer niemand niets niks nergens noch zonder ' +
        'alleen altijd minstens hoogstens maximaal minimaal tenzij mag mogen moet moeten'
    ).split(' '),
);

/**
 * Whether two values under a word differ in words only.
 *
 * @param word the word under which they stand in the text
 * @param before the value as {@link keyOf} writes its meaning; so is `after`
 */
export function sameInOtherWords(word: string, before: string, after: string): boolean {
    const [a, b] = [before, after].map((key) => JSON.parse(key) as unknown);
    if (JSON.stringify(spelled(a)) === JSON.stringify(spelled(b))) {
        return true;
    }
    const [one, other] = [textsIn(a), textsIn(b)];
    if (!EXPLAINING.has(word) || one === undefined || other === undefined) {
        return false;
    }
    // a title names what is done: no other word may come, go or change its place in it
    return pivots(one) === pivots(other) && (word !== 'titel' || subject(one) === subject(other));
}

/** What is said of the text itself, and not by it. */
const ASIDES: ReadonlySet<string> = new Set(['opmaak', 'opmerking', 'antwoord']);

/** Whether a statement may come or go without a change in what the text says. Nothing else that goes is only put otherwise. */
export function isAside(word: string): boolean {
    return ASIDES.has(word);
}

/** The text of a value that is one, or of a statement with only such values; undefined where there is more to it. */
function textsIn(value: unknown): string | undefined {
    if (typeof value === 'string') {
        return value;
    }
    const record = value as { type?: string; text?: string; values?: readonly unknown[]; modality?: string } | null;
    if (typeof record !== 'object' || record === null) {
        return undefined;
    }
    if (record.type === 'text') {
        return record.text;
    }
    const texts = record.values?.map(textsIn);
    return texts?.every((t) => t !== undefined) && record.modality === undefined ? texts.join('\n') : undefined;
}

/** A value with each text in it by its {@link letters}; names stay as they are. */
function spelled(value: unknown): unknown {
    if (typeof value === 'string') {
        return letters(value);
    }
    const inside = (part: unknown): unknown =>
        Array.isArray(part)
            ? part.map(inside)
            : typeof part === 'object' && part !== null
              ? Object.fromEntries(
                    Object.entries(part).map(([field, v]) => [
                        field,
                        field === 'text' && typeof v === 'string' ? letters(v) : inside(v),
                    ]),
                )
              : part;
    return inside(value);
}

/** A text without its spaces, punctuation, accents and capitals; a number is a figure, and figures and signs stay. */
function letters(text: string): string {
    return wordsOf(text)
        .map((word) => NUMBERS.get(word) ?? word.normalize('NFD').replace(/\p{M}/gu, ''))
        .join(' ');
}

/** The words that may come and go in a title: not *door*, *naar*, *na* or *of*, which say who, when or which. */
const SMALL: ReadonlySet<string> = new Set(
    'de het een en er die dat van voor bij in op aan met te om gezin gezinnen'.split(' '),
);

/** What a title is about: its other words, in its order. */
function subject(text: string): string {
    return letters(text)
        .split(' ')
        .filter((word) => !SMALL.has(word))
        .join(' ');
}

/** The figures and turning words of a text, in its order. */
function pivots(text: string): string {
    return wordsOf(text)
        .flatMap((word) => NUMBERS.get(word) ?? (/\d|[<>≤≥=±%+]/.test(word) || TURNING.has(word) ? [word] : []))
        .join(' ');
}

/** The words, figures and signs of a text: `≥ 1,5` and `-5` say something else than `1 5` and `5`. */
function wordsOf(text: string): readonly string[] {
    return (
        text
            .normalize('NFC')
            .toLowerCase()
            .replace(/[‐‑–—−]/g, '-')
            .match(/(?:(?<![\p{L}\p{N}])-)?\d+(?:[.,:/-]\d+)*|[\p{L}\p{M}]+|[<>≤≥=±%€+]/gu) ?? []
    );
}

const UNITS =
    'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
        ' ',
    );
const TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');
const RANKS = 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde'.split(' ');

/** Each number that is written in letters, up to a hundred, as figures. `een` is no number: it is an article too. */
const NUMBERS: ReadonlyMap<string, string> = new Map([
    ...UNITS.map((word, i) => [word, String(i)] as const),
    ['eén', '1'],
    ['éen', '1'],
    ...TENS.flatMap((ten, i) => [
        [ten, String((i + 2) * 10)] as const,
        ...UNITS.slice(1, 10).flatMap((unit, u) => {
            const first = u === 0 ? 'een' : unit;
            return ['en', 'ën'].map((and) => [`${first}${and}${ten}`, String((i + 2) * 10 + u + 1)] as const);
        }),
    ]),
    ['honderd', '100'],
    ['duizend', '1000'],
    ['half', '0,5'],
    ['halve', '0,5'],
    ['anderhalf', '1,5'],
    ['anderhalve', '1,5'],
    ...RANKS.map((word, i) => [word, `${String(i + 1)}e`] as const),
]);
