import { MODALITY_WORDS } from './modalities.js';
import type { StartsAfter } from '../model/process.js';
import type { Condition, FactTest, Modality, Named, Protocol, Ref, Since } from '../model/protocol.js';
import { isDateRange, parseDate, parseMonth, type Bound, type Quantity, type Value } from '../model/values.js';
import type { Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';

/** Parts of a sentence: words, the name of a fact, an informal condition as it is quoted, or one that is open. */
export type Phrase =
    | { readonly type: 'words'; readonly text: string }
    | { readonly type: 'fact'; readonly fact: Ref }
    | { readonly type: 'informal'; readonly text: string }
    | { readonly type: 'open'; readonly value: Value }
    | { readonly type: 'modality'; readonly modality: Modality };

/** veelal, in beginsel, zo nodig, bij voorkeur, mogelijk, gestreefd naar. */
export function modalityText(modality: Modality, language: Language): string {
    return MODALITY_WORDS[modality][language];
}

/** What is said of a way, with how firm it is: `bij voorkeur als klaar`, `als klaar: veelal`. */
export function firmText({ modality, toModality }: Firmness, said: string, language: Language): string {
    const way = [modality ? modalityText(modality, language) : '', said].filter((w) => w !== '').join(' ');
    return [way, toModality ? modalityText(toModality, language) : ''].filter((w) => w !== '').join(': ');
}

interface Firmness {
    readonly modality?: Modality | undefined;
    readonly toModality?: Modality | undefined;
}

const BOUNDS: Readonly<Record<Bound, Record<Language, string>>> = {
    about: { nl: 'ongeveer', en: 'about' },
    over: { nl: 'ruim', en: 'well over' },
    almost: { nl: 'bijna', en: 'almost' },
    'at-least': { nl: 'minstens', en: 'at least' },
    'at-most': { nl: 'hoogstens', en: 'at most' },
    exactly: { nl: 'precies', en: 'exactly' },
    'more-than': { nl: 'meer dan', en: 'more than' },
    'less-than': { nl: 'minder dan', en: 'less than' },
};

/** minstens, hoogstens, ongeveer … */
export function boundText(bound: Bound, language: Language): string {
    return BOUNDS[bound][language];
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
    nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
    en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}; // prettier-ignore

/** An ISO date or month in words, `1 maart 2026`, `maart 2026`; what is no date stays as it is. */
export function dateText(iso: string, language: Language): string {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
    const name = MONTHS[language][Number(month) - 1];
    return year && name ? `${day ? `${String(Number(day))} ` : ''}${name} ${year}` : iso;
}

/** A quantity as it is written; in a range of dates those are in words. */
export function quantityText(quantity: Quantity, language: Language): string {
    return isDateRange(quantity)
        ? quantity.text.replace(/\d{4}-\d{2}(?:-\d{2})?|(?:\d{1,2}-)?\d{1,2}-\d{4}/g, (d) =>
              dateText(parseDate(d) ?? parseMonth(d) ?? d, language),
          )
        : `${quantity.text.replace(/\s+/g, ' ')}${quantity.reason === undefined ? '' : ` (${quantity.reason})`}`;
}

/** A value as a text states it, with how firm that is; nothing where it states none. */
interface SaidValue {
    readonly value?: Value | undefined;
    readonly modality?: Modality | undefined;
}

/** What is said by values side by side, each thing once: where it is more than one, nobody knows which of them holds. */
export function differentWords(said: readonly SaidValue[]): readonly string[] {
    return [...new Set(said.flatMap((s) => (s.value ? [firmText(s, valueText(s.value, 'nl'), 'nl')] : [])))];
}

/** Whether values side by side say the same in words. */
export function sayTheSame(said: readonly SaidValue[]): boolean {
    return differentWords(said).length <= 1;
}

/** A value on one line, as a sentence about it would say it. */
export function valueText(value: Value, language: Language): string {
    switch (value.type) {
        case 'unknown': {
            const because = value.reason === undefined ? '' : ` (${value.reason})`;
            const expected =
                value.expected === undefined
                    ? ''
                    : language === 'nl'
                      ? `, verwacht in ${value.expected}`
                      : `, expected in ${value.expected}`;
            const bound = value.bound ? `${boundText(value.bound, language)} ` : '';
            return `${bound}${language === 'nl' ? 'onbekend' : 'unknown'}${unitText(value)}${because}${expected}`;
        }
        case 'local': {
            const reason = value.reason === undefined ? '' : ` (${value.reason})`;
            const standard =
                value.standard === undefined
                    ? ''
                    : language === 'nl'
                      ? `, standaard ${value.standard.text}`
                      : `, by default ${value.standard.text}`;
            const bound = value.bound ? `${boundText(value.bound, language)} ` : '';
            return `${bound}${language === 'nl' ? 'plaatselijk' : 'decided locally'}${unitText(value)}${reason}${standard}`;
        }
        case 'text':
            return value.text.replace(/\s+/g, ' ');
        case 'quantity':
            return quantityText(value, language);
        case 'word':
            return value.word;
        case 'date':
            return dateText(value.date, language);
    }
}

/** In what something is counted of which the number is open, behind it. */
export function unitText({ unit }: { readonly unit?: string }): string {
    return unit === undefined ? '' : ` ${unit}`;
}

/** `4 weken na Kennismaken, thuis`: how long after what work begins. */
export function startText(
    { value, modality, after }: StartsAfter,
    protocol: Pick<Protocol, 'process' | 'handovers'>,
    language: Language,
): string {
    const firm = modality ? [modalityText(modality, language)] : [];
    const word = language === 'nl' ? 'na' : 'after';
    return [...firm, valueText(value, language), word, sinceText(after, protocol, language)].join(' ');
}

/** From when a term counts, or before what it ends: `na het begin van Plan`, `voor de eerste bijeenkomst`. */
export function termSinceText(
    since: Since,
    protocol: Pick<Protocol, 'process' | 'handovers'>,
    language: Language,
): string {
    const isBefore = since.type === 'other' && since.isBefore;
    const word = language === 'nl' ? (isBefore ? 'voor' : 'na') : isBefore ? 'before' : 'after';
    return `${word} ${sinceText(since, protocol, language)}`;
}

/** What a term counts from: `Kennismaken, thuis`, `het begin van Plan`, `aanmelding`. */
export function sinceText(
    after: Since,
    { process, handovers }: Pick<Protocol, 'process' | 'handovers'>,
    language: Language,
): string {
    const nl = language === 'nl';
    const titleOf = ({ name }: Ref, all: readonly Named[] = process?.nodes ?? []) =>
        all.find((n) => n.name === name)?.title ?? name;
    switch (after.type) {
        case 'registration':
            return nl ? 'aanmelding' : 'registration';
        case 'other':
            return valueText(after.value, language);
        case 'begin':
            return `${nl ? 'het begin van' : 'the beginning of'} ${titleOf(after.node)}`;
        case 'end':
            return titleOf(after.node);
        case 'handover':
            return titleOf(after.handover, handovers);
    }
}

/**
 * A condition on one line: `zorg-gedeeld en niet (hulp-nodig of plan-akkoord is onbekend)`.
 *
 * @param called what a fact is called in it
 */
export function conditionText(
    condition: Condition,
    language: Language,
    called: (fact: Ref) => string = (fact) => fact.name,
): string {
    return conditionPhrases(condition, language)
        .map((p) => {
            switch (p.type) {
                case 'words':
                    return p.text;
                case 'fact':
                    return called(p.fact);
                case 'informal':
                    return `“${p.text}”`;
                case 'open':
                    return valueText(p.value, language);
                case 'modality':
                    return `${modalityText(p.modality, language)} `;
            }
        })
        .join('');
}

/** Conditions that hold together, on one line. */
export function conditionsText(conditions: readonly Condition[], language: Language): string {
    const [first, ...rest] = conditions;
    return first
        ? conditionText(
              rest.reduce((left, right): Condition => ({ type: 'and', left, right }), first),
              language,
          )
        : '';
}

/** A fact in a sentence: its title in quotes, since that mostly is a sentence itself; its name where it has none. */
export function factText({ facts }: Pick<Protocol, 'facts'>, { name }: Ref): string {
    const title = facts.find((f) => f.name === name)?.title;
    return title === undefined ? name : `‘${oneLine(title)}’`;
}

/** The same in parts, so that facts in it can be links. Brackets stand where the reading would change without them. */
export function conditionPhrases(condition: Condition, language: Language): readonly Phrase[] {
    switch (condition.type) {
        case 'and':
        case 'or': {
            const word = { and: { nl: ' en ', en: ' and ' }, or: { nl: ' of ', en: ' or ' } }[condition.type][language];
            return [
                ...operand(condition.left, condition.type, language),
                words(word),
                ...operand(condition.right, condition.type, language),
            ];
        }
        case 'not':
            return [words(language === 'nl' ? 'niet ' : 'not '), ...operand(condition.operand, 'not', language)];
        case 'informal':
            return [{ type: 'informal', text: condition.text }];
        case 'open':
            return [{ type: 'open', value: condition.value }];
        case 'modal':
            return [
                { type: 'modality', modality: condition.modality },
                ...conditionPhrases(condition.condition, language),
            ];
        case 'fact':
            return [{ type: 'fact', fact: condition.fact }, ...testPhrases(condition, language)];
    }
}

function operand(condition: Condition, within: 'and' | 'or' | 'not', language: Language): readonly Phrase[] {
    const loose =
        (condition.type === 'or' && within !== 'or') ||
        (condition.type === 'and' && within === 'not') ||
        condition.type === 'modal';
    const phrases = conditionPhrases(condition, language);
    return loose ? [words('('), ...phrases, words(')')] : phrases;
}

function testPhrases({ test, negated }: FactTest, language: Language): readonly Phrase[] {
    const is = language === 'nl' ? (negated ? ' is niet ' : ' is ') : negated ? ' is not ' : ' is ';
    switch (test.type) {
        case 'yes':
            return negated ? [words(is + (language === 'nl' ? 'ja' : 'yes'))] : [];
        case 'no':
            return [words(is + (language === 'nl' ? 'nee' : 'no'))];
        case 'known':
            return [words(is + (language === 'nl' ? 'bekend' : 'known'))];
        case 'unknown':
            return [words(is + (language === 'nl' ? 'onbekend' : 'unknown'))];
        case 'number': {
            if (test.value.type !== 'quantity') {
                return [words(' '), { type: 'open', value: test.value }];
            }
            const text = valueText(test.value, language);
            return [words(/^\d/.test(text) || negated ? is + text : ` ${text}`)];
        }
        case 'word':
            return [words(is + test.word)];
        case 'date':
            return [words(is + dateText(test.date, language))];
        case 'text':
            return [words(`${is}“${test.text}”`)];
    }
}

function words(text: string): Phrase {
    return { type: 'words', text };
}
