import type { QueriedElement } from '../analysis/elements.js';
import type { QueryResult, Undecided } from '../analysis/queries.js';
import { enumerate } from '../text/numbers.js';
import type { Bilingual } from '../text/bilingual.js';

/** How many elements are named before the rest is counted. */
export const MOST_NAMED = 6;
/** How much of a text stands for an element without a name. */
const LONGEST = 60;

const NOTHING: Bilingual = { nl: '', en: '' };
const ONE: Bilingual = { nl: 'het is er één:', en: 'there is one:' };
const several = (n: number): Bilingual => ({ nl: `het zijn er ${String(n)}:`, en: `there are ${String(n)}:` });

/** How a `toets` came out, in a word. */
export const OUTCOMES: Readonly<Record<QueryResult['outcome'], Bilingual>> = {
    holds: { nl: 'gehaald', en: 'passed' },
    fails: { nl: 'niet gehaald', en: 'not passed' },
    undecided: { nl: 'niet te bepalen', en: 'cannot be decided' },
};

/** What a `toets` found, in one sentence without its full stop; the same for a finding and for a document. */
export function resultInWords(result: QueryResult): Bilingual {
    const { query, having, lacking, open } = result;
    const counted = query.has.length === 0 ? '' : ' hiermee';
    switch (result.outcome) {
        case 'undecided':
            return enumerateTexts(open.map(undecidedInWords));
        case 'holds':
            return having.length === 0
                ? { nl: `het protocol heeft er geen${counted}`, en: 'the protocol has none' }
                : named(having, { nl: 'bij', en: 'at' });
        case 'fails':
            if (query.quantifier === 'every') {
                return named(lacking, { nl: 'niet bij', en: 'not at' });
            }
            return having.length > 0
                ? named(having, having.length === 1 ? ONE : several(having.length))
                : { nl: `het protocol heeft er geen${counted}`, en: 'the protocol has none' };
    }
}

/** The elements that make a `toets` fail: those that lack what each must have, or those that are too many. */
export function culprits({ query, outcome, having, lacking }: QueryResult): readonly QueriedElement[] {
    if (outcome !== 'fails') {
        return [];
    }
    const tooFew =
        query.quantifier === 'at-least' || (query.quantifier === 'exactly' && having.length < (query.count ?? 0));
    return query.quantifier === 'every' || tooFew ? lacking : having;
}

function named(elements: readonly QueriedElement[], before: Bilingual): Bilingual {
    const first = elements.slice(0, MOST_NAMED).map(quoted);
    const rest = elements.length - first.length;
    const { nl, en } = enumerate(first);
    return rest > 0
        ? {
              nl: `${before.nl} ${first.join(', ')} en ${String(rest)} andere`,
              en: `${before.en} ${first.join(', ')} and ${String(rest)} more`,
          }
        : { nl: `${before.nl} ${nl}`, en: `${before.en} ${en}` };
}

/** What an element is called, between backquotes; one without a name is called by its text. */
function quoted({ name }: QueriedElement): string {
    const line = name.replace(/[\s`]+/g, ' ').trim();
    return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line}\``;
}

/** Why a `toets` cannot be decided: "`door` van `Plan` is onbekend". */
export function undecidedInWords({ why, element, what }: Undecided): Bilingual {
    const of =
        element && element.name !== what ? { nl: ` van ${quoted(element)}`, en: ` of ${quoted(element)}` } : NOTHING;
    const subject = { nl: `\`${what}\`${of.nl}`, en: `\`${what}\`${of.en}` };
    switch (why) {
        case 'unknown':
            return { nl: `${subject.nl} is onbekend`, en: `${subject.en} is unknown` };
        case 'local':
            return { nl: `${subject.nl} is plaatselijk`, en: `${subject.en} is decided locally` };
        case 'words':
            return { nl: `${subject.nl} staat er alleen in woorden`, en: `${subject.en} is in words only` };
        case 'vague':
            return { nl: `${subject.nl} is niet precies genoeg`, en: `${subject.en} is not exact enough` };
        case 'unit':
            return { nl: `${subject.nl} staat er in een andere eenheid`, en: `${subject.en} is in another unit` };
        case 'not-firm':
            return { nl: `${subject.nl} staat er met voorbehoud`, en: `${subject.en} is said with reserve` };
        case 'none':
            return {
                nl: `het protocol heeft geen \`${what}\` waar de vraag over gaat`,
                en: `the protocol has no \`${what}\` that the question is about`,
            };
        case 'no-approach':
            return { nl: 'het protocol beschrijft geen aanpak', en: 'the protocol describes no approach (`aanpak`)' };
        case 'unnamed':
            return { nl: 'het protocol noemt niet al zijn stappen', en: 'the protocol does not name all of its steps' };
        case 'said-open':
            return {
                nl: `het protocol zegt dat \`${what}\` open is`,
                en: `the protocol says that \`${what}\` is open`,
            };
        case 'no-container':
            return { nl: `het protocol heeft geen \`${what}\``, en: `the protocol has no \`${what}\`` };
        case 'no-kind':
            return { nl: `\`${what}\` is geen soort onderdeel`, en: `\`${what}\` is no kind of element` };
        case 'no-word':
            return { nl: `naar \`${what}\` is niet te vragen`, en: `\`${what}\` cannot be asked` };
    }
}

function enumerateTexts(all: readonly Bilingual[]): Bilingual {
    const first = all.slice(0, MOST_NAMED);
    const rest = all.length - first.length;
    const join = (language: keyof Bilingual, more: string) =>
        [...new Set(first.map((t) => t[language])), ...(rest > 0 ? [more] : [])].join('; ');
    return { nl: join('nl', `en nog ${String(rest)}`), en: join('en', `and ${String(rest)} more`) };
}
