/** Words that say nothing about the subject of a sentence. */
const FUNCTION_WORDS = new Set(
    (
        'de het een en of van voor in op aan bij met te om dat die dit deze door naar uit tot tussen over onder ' +
        'is zijn was waren wordt worden werd heeft hebben kan kunnen zal zullen moet moeten wil willen gaat gaan ' +
        'als dan er zij ze hij wij we hun hen haar zich niet geen meer minder veel weinig minst meest ook nog wel na ' +
        'doel effect resultaat interventie aanpak ' +
        // for whom, not what
        'gezin gezinnen kind kinderen ouder ouders jongere jongeren jeugdige jeugdigen moeder moeders vader vaders'
    ).split(' '),
);

/** Beginnings of words for a change, whichever way it goes: a goal says "verminderen" where a study says "verbeteren". */
const CHANGE =
    /^(vermind|verbeter|verhoog|verhog|verlaag|verlag|vergro|verklein|versterk|bevorder|voorkom|afname|toename|afnem|toenem|reduc|daling|stijging|dalen|stijgen|gedaald|gestegen|oplos|opgelos)/;

/** Words that are about the subject, in lower case, without their commonest endings. */
export function contentWords(text: string): readonly string[] {
    const words = text
        .normalize('NFC')
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((w) => w.length > 2 && !FUNCTION_WORDS.has(w) && !CHANGE.test(w));
    return [...new Set(words.map(stem))];
}

/**
 * Whether two texts are about the same: every word that matters of the shorter one occurs in the other, as it is or as
 * the last part of a compound (`problemen`, `gezinsproblemen`). Which way a change goes does not count. A heuristic:
 * what it finds is to be looked at by a person.
 */
export function areAlike(a: string, b: string): boolean {
    return shareWords(contentWords(a), contentWords(b));
}

/** The same for words that were taken from their texts before, where many texts are compared with each other. */
export function shareWords(a: readonly string[], b: readonly string[]): boolean {
    const [fewer, more] = [a, b].sort((x, y) => x.length - y.length);
    return (
        fewer !== undefined &&
        more !== undefined &&
        fewer.length > 0 &&
        fewer.every((word) => more.some((other) => isSameWord(word, other)))
    );
}

function isSameWord(a: string, b: string): boolean {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    return short === long || (short.length >= 5 && long.endsWith(short));
}

/** `problemen` and `probleem` are one word, and so are `gezin` and `gezinnen`. */
function stem(word: string): string {
    const bare = word.length > 4 ? word.replace(/(en|s|e)$/, '') : word;
    return bare.replace(/([bcdfgklmnprst])\1$/, '$1').replace(/([aeou])\1(?=[a-z]$)/, '$1');
}
