import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import { instead } from '../wording.js';
import { OPEN_VALUE, TEXT, type Mistake } from './mistake.js';

/** Words that people put behind `erkenning`, which begin a line in its block. */
const OF_RECOGNITION = /^(door|niveau|datum|geldigheid|herbeoordeling|motivering)$/;

/** `duur 3 weken afgeleid "de bron zegt het niet"`: why it is concluded. */
export function reasonOfDerived({ words, at }: Mistake): Bilingual | undefined {
    const text = words[at] ?? '';
    if (words[at - 1] !== 'afgeleid' || !TEXT.test(text)) {
        return undefined;
    }
    // of a long text only the beginning would be shown
    return /[…`]/.test(text)
        ? instead('afgeleid omdat', 'afgeleid')
        : instead(`afgeleid omdat ${text}`, `afgeleid ${text}`);
}

/** `bron https://…`: where a source is found stands in its block. */
export function addressForName({ words: [keyword = '', scheme = '', colon] }: Mistake): Bilingual | undefined {
    const line = `\`${keyword} Naam { verwijzing "${scheme}://…" }\``;
    return /^(bron|richtlijn)$/.test(keyword) && /^https?$/.test(scheme) && colon === ':'
        ? {
              nl: `Een ${keyword} heeft een naam, en het adres staat in het blok: ${line}.`,
              en: `A source has a name, and its address stands in its block: ${line}.`,
          }
        : undefined;
}

/** `erkenning door NJi`: who recognised stands in the block, in quotes. */
export function recognition({ words, at }: Mistake): Bilingual | undefined {
    const [word = '', ...value] = words.slice(at);
    if (at !== 1 || words[0] !== 'erkenning' || !OF_RECOGNITION.test(word)) {
        return undefined;
    }
    const needsQuotes =
        /^(door|niveau|motivering)$/.test(word) && !value.some((w) => TEXT.test(w) || OPEN_VALUE.test(w));
    const text = inWords(value);
    return value.length > 0
        ? instead(`erkenning { ${word} ${needsQuotes ? `"${text}"` : text} }`, `erkenning ${word} ${text}`)
        : undefined;
}

/** `tegenspraak … tussen hoogstens 6 maanden en 3 maanden`, on one line or on the next: what is no name stands in quotes. */
export function sides({ tokens, start, line }: Mistake): Bilingual | undefined {
    const isBelow = tokens[start - 1]?.image === 'tussen';
    const [, head = '', all = ''] = isBelow
        ? [line, '', line]
        : (/^(tegenspraak "[^"]*" tussen )(.+)$/.exec(line) ?? []);
    const parts = all.split(/ en (?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)/);
    const inQuotes = parts.map(side);
    if (all === '' || inQuotes.every((part, i) => part === parts[i])) {
        return undefined;
    }
    const right = head + inQuotes.join(' en ');
    return parts.length > 1
        ? instead(right, line)
        : {
              nl: `Een tegenspraak staat tussen twee kanten. Wat geen naam is, staat tussen aanhalingstekens: \`${right} en "…"\`.`,
              en: `A contradiction stands between two sides. What is no name stands in quotes: \`${right} en "…"\`.`,
          };
}

/** A side of a contradiction; in quotes where it is no name. */
function side(said: string): string {
    const [, what = '', claims = ''] = /^(.*?)((?: volgens| afgeleid).*)?$/.exec(said) ?? [];
    return /^["\u201C]/.test(what) || !/[ \d]/.test(what) ? said : `"${what}"${claims}`;
}

/** `toelichting "x" aldus "y"`: who says it stands behind the source in which it is said. */
export function speaker({ line, words, at }: Mistake): Bilingual | undefined {
    if (words[at] !== 'aldus' || line.includes(' volgens ')) {
        return undefined;
    }
    const who = words[at + 1] ?? '"…"';
    return {
        nl: `Wie iets zegt, staat achter de bron waarin het staat: \`volgens Bron aldus ${who}\`. Is er geen bron, zet het dan in de tekst zelf.`,
        en: `Who says something stands behind the source that has it: \`volgens Bron aldus ${who}\`. If there is no source, put it in the text itself.`,
    };
}
