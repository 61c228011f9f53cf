import { STATEMENTS } from '../messages/statements.js';
import { HARD_WORDS } from '../syntax/tokens.js';
import { ELEMENT_TABLES, hyphened, KINDS_OF_APPROACH } from './elements.js';

/** What every element answers to, besides what stands in its block. */
const EVERYWHERE = ['naam', 'titel', 'volgens', 'afgeleid', 'opmerking', 'tegenspraak'] as const;

const WORK = ['fase', 'stap', 'activiteit', 'escalatie'];
const DELIVERY = ['uitvoering'];
const RATIONALE = ['onderbouwing'];

/**
 * What an interventie says by its parts: the kinds of elements that may say it for the whole. Whoever asks whether an
 * interventie tells its costs need not know in which block an author wrote them.
 */
export const SAID_WITHIN: Readonly<Record<string, readonly string[]>> = {
    duur: ['aanpak'],
    volgorde: ['aanpak'],
    werving: ['aanpak', 'doelgroep'],
    principe: ['aanpak'],
    frequentie: ['aanpak', ...WORK],
    intensiteit: ['aanpak', ...WORK],
    werkwijze: ['aanpak', ...WORK],
    locatie: ['aanpak', ...DELIVERY, ...WORK],
    materiaal: [...DELIVERY, ...WORK],
    opleiding: [...DELIVERY, 'rol'],
    competentie: [...DELIVERY, 'rol'],
    ...Object.fromEntries(
        ['kosten', 'financiering', 'randvoorwaarde', 'kwaliteitsbewaking', 'implementatie', 'begeleiding']
            .map((word) => [word, DELIVERY]), // prettier-ignore
    ),
    ...Object.fromEntries(
        ['probleem', 'oorzaak', 'gevolg', 'theorie', 'model', 'verantwoording', 'aansluiting']
            .map((word) => [word, RATIONALE]), // prettier-ignore
    ),
    ...Object.fromEntries(
        ['leeftijd', 'bereik', 'betrokkenheid', 'selectie', 'contra-indicatie', 'omvang'].map((word) => [
            word,
            ['doelgroep'],
        ]),
    ),
};

/** What stands in an element only by way of something else in it. */
const DEEPER: Readonly<Record<string, readonly string[]>> = {
    interventie: [...Object.keys(ELEMENT_TABLES), ...Object.keys(SAID_WITHIN)],
    aanpak: [...KINDS_OF_APPROACH],
};

const GROUPS = ['gelijktijdig', 'een-van', 'naar-keuze'];

/** The kinds of elements that a `toets` may be about. */
export const QUERY_KINDS: readonly string[] = Object.keys(ELEMENT_TABLES);

const known = new Map<string, ReadonlySet<string>>();

/**
 * The words with which a `toets` may ask something of an element of this kind: each keyword that may stand in its block,
 * with hyphens for its spaces, and what its own line says. A word that is never a name in the language, such as `als`,
 * cannot be asked.
 *
 * @returns nothing for a word that is no kind of element
 */
export function wordsAbout(kind: string): ReadonlySet<string> {
    let words = known.get(kind);
    if (!words) {
        const table = Object.hasOwn(ELEMENT_TABLES, kind) ? ELEMENT_TABLES[kind] : undefined;
        const blocks = kind === 'groep' ? GROUPS : [kind];
        const stated = STATEMENTS.filter((s) => s.blocks.some((b) => b === '*' || blocks.includes(hyphened(b))));
        const keywords = stated.map((s) => hyphened((s.keyword.split(' …')[0] ?? '').replace(/:$/, '')));
        const all = [...keywords, ...Object.keys(table ?? {}), ...EVERYWHERE, ...(DEEPER[kind] ?? [])];
        words = new Set(table ? all.filter((w) => !HARD_WORDS.has(w) && w !== 'toets') : []);
        known.set(kind, words);
    }
    return words;
}
