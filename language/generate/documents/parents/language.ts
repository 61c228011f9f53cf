/** What makes a text hard to read for who is no professional. Nothing is rewritten: whoever writes the text decides. */

/** A sentence of more words is long: plain Dutch (level B1) mostly keeps to about fifteen. */
export const LONG_SENTENCE = 20;

/** Words of professionals, each in lower case; a word that begins with one of them counts too. */
const JARGON: readonly string[] = [
    'afschaling', 'ambulant', 'anamnese', 'beschikking', 'bemoeizorg', 'borging', 'caseload', 'casemanag', 'casuïstiek', 'casus', 'cliëntsysteem',
    'contra-indicatie', 'diagnostiek', 'evaluatie', 'hechting', 'hulpvraag', 'indicatie', 'intake', 'interventie', 'intervisie', 'ketenpartner', 'leefgebied',
    'levensdomein', 'meldcode', 'methodiek', 'motiverende', 'multidisciplinair', 'multiproblem', 'netwerkberaad', 'opschal', 'outreachend', 'problematiek',
    'professional', 'protocol', 'psychosocia', 'regie', 'regisseur', 'screening', 'signaleren', 'stagn', 'taxatie', 'toeleid', 'traject', 'triage', 'werkalliantie',
    'zorgpad', 'zorgtoewijzing',
]; // prettier-ignore

/** The sentences of a text. */
export function sentencesIn(text: string): readonly string[] {
    return text
        .replace(/\s+/g, ' ')
        .split(/(?<=[.!?…])\s+(?=[\p{Lu}‘“"'])/u)
        .map((s) => s.trim())
        .filter((s) => s !== '');
}

export function wordCount(sentence: string): number {
    return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function longSentences(text: string): readonly string[] {
    return sentencesIn(text).filter((s) => wordCount(s) > LONG_SENTENCE);
}

/**
 * Abbreviations and words of professionals in a text that nobody explained, also as a part of a word with hyphens
 * (`VT-organisatie`): the whole words, once each.
 *
 * @param explained in lower case: whole words, or parts of them
 */
export function unexplainedTerms(text: string, explained: ReadonlySet<string>): readonly string[] {
    const words = text.match(/[\p{L}][\p{L}’'-]*/gu) ?? [];
    const isUnexplained = (part: string) => isTerm(part) && !explained.has(part.toLowerCase());
    const terms = words.filter(
        (word) => !explained.has(word.toLowerCase()) && [word, ...word.split('-')].some(isUnexplained),
    );
    return [...new Set(terms)];
}

function isTerm(word: string): boolean {
    const isAbbreviation = /^\p{Lu}{2,}(?:[’']?s)?$/u.test(word) && !/^(?:IK|WIJ|JE|UW)$/.test(word);
    return isAbbreviation || JARGON.some((term) => word.toLowerCase().startsWith(term));
}
