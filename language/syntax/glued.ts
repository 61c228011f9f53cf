import { STATEMENTS } from '../messages/statements.js';

/** First words of lines that many write, in English or in other Dutch, and the word of the language. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
    intervention: 'interventie',
    goal: 'doel',
    doelstelling: 'doel',
    hoofddoel: 'doel',
    subgoal: 'subdoel',
    role: 'rol',
    source: 'bron',
    summary: 'samenvatting',
    approach: 'aanpak',
    phase: 'fase',
    end: 'einde',
    activity: 'activiteit',
    handover: 'overdracht',
    by: 'door',
    duration: 'duur',
    frequency: 'frequentie',
    requires: 'vereist',
    delivers: 'levert',
    then: 'daarna',
    if: 'als',
    when: 'als',
    indien: 'als',
    wanneer: 'als',
    else: 'anders',
    otherwise: 'anders',
};

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The words of the language that someone wrote as one, or in another way: `werktaan` is `werkt aan`, `daarnanaar` would be
 * `daarna:`, and `goal` is `doel`.
 *
 * @returns their images as the language writes them; undefined where a word is no such thing
 */
export function partsOfGlued(word: string): readonly string[] | undefined {
    known ??= new Map<string, readonly string[]>([
        ...STATEMENTS.map(({ keyword }) => keyword.split(' '))
            .filter((words) => words.length > 1 && words.every((w) => /^[a-zà-ÿ]+$/.test(w)))
            .flatMap((words) => [[words.join(''), words] as const, [words.join('-'), words] as const]),
        ['daarnanaar', ['daarna', ':']],
        ...Object.entries(OTHER_WORDS).map(([word, own]) => [word, [own]] as const),
    ]);
    return known.get(word.normalize('NFC').toLowerCase());
}

/** How the language writes them: `werkt aan`, `daarna:`. */
export function phraseOf(parts: readonly string[]): string {
    return parts.join(' ').replace(' :', ':');
}
