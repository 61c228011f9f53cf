import type { Bilingual, Language } from '../text/bilingual.js';
import { cut } from '../text/cut.js';
import { enumerate } from '../text/numbers.js';
import { kindText } from './kind-words.js';
import type { Change, ElementId, Said } from './change.js';
import { capital } from '../text/capital.js';

type Untold = Omit<Change, 'sentence'>;

/**
 * A change in one sentence, in plain words: what, of which element, from what to what.
 *
 * @param isOneOfMany whether more than one interventie is compared, so that a sentence says in which it is
 */
export function sentenceOf(change: Untold, isOneOfMany: boolean): Bilingual {
    const alone = ({ within: _, ...id }: ElementId): ElementId => id;
    const told = isOneOfMany
        ? change
        : {
              ...change,
              element: alone(change.element),
              ...(change.others ? { others: change.others.map(alone) } : {}),
          };
    return { nl: sentence(told, 'nl'), en: sentence(told, 'en') };
}

function sentence(change: Untold, language: Language): string {
    const nl = language === 'nl';
    const reason = change.reason === undefined ? '' : nl ? ` Reden: ${change.reason}` : ` Reason: ${change.reason}`;
    return capital(bare(change, language)) + reason;
}

function bare({ kind, degree, element, what, of, old, new: now, others = [] }: Untold, language: Language): string {
    const nl = language === 'nl';
    const it = elementText(element, language);
    const word = what === undefined ? '' : code(what);
    const [was, is] = told(old?.text ?? '', now?.text ?? '').map(code) as [string, string];
    switch (kind) {
        case 'added':
            return what === undefined
                ? `${nl ? 'nieuw' : 'new'}: ${it}${titleText(element)}${wholeText(element, now, language)}.`
                : `${it}: ${nl ? 'nieuw is' : 'new is'} ${code(statement(what, now))}.`;
        case 'removed':
            return what === undefined
                ? `${nl ? 'vervallen' : 'removed'}: ${it}${titleText(element)}${wholeText(element, old, language)}.`
                : `${it}: ${nl ? 'vervallen is' : 'removed is'} ${code(statement(what, old))}.`;
        case 'changed':
            if ((old?.text ?? '') === (now?.text ?? '')) {
                return nl
                    ? `${it}: ${code(statement(what ?? '', now))} staat er nog zo, en noemt iets anders dan eerst.`
                    : `${it}: ${code(statement(what ?? '', now))} is written as before, and names something else.`;
            }
            return nl ? `${it}: ${word} was ${was} en is nu ${is}.` : `${it}: ${word} was ${was} and is now ${is}.`;
        case 'source': {
            const said = code(statement(what ?? '', of === undefined ? undefined : { text: of }));
            const own = (text: string) => (text === '``' ? NO_OWN_SOURCE[language] : text);
            if (degree === 'text') {
                return nl
                    ? `${it}: van ${said} is de bron dezelfde, en staat die op een andere plaats: eerst ${own(was)}, nu ${own(is)}.`
                    : `${it}: the source of ${said} is the same, and is said in another place: first ${own(was)}, now ${own(is)}.`;
            }
            return nl
                ? `${it}: van ${said} is de bron anders: eerst ${own(was)}, nu ${own(is)}.`
                : `${it}: the source of ${said} is another one: first ${own(was)}, now ${own(is)}.`;
        }
        case 'renamed': {
            const [before, after] = [
                elementText({ ...element, name: old?.text ?? '' }, language),
                code(now?.text ?? ''),
            ];
            if (now?.text === '') {
                return nl ? `${before} heeft geen naam meer.` : `${before} has no name any more.`;
            }
            const orReplaced = nl ? ', of is erdoor vervangen' : ', or was replaced by it';
            return `${before} ${nl ? 'heet nu' : 'is now called'} ${after}${degree === 'meaning' ? orReplaced : ''}.`;
        }
        case 'moved':
            return nl
                ? `${it} staat nu ${place(now, language)}; eerst ${place(old, language)}.`
                : `${it} now stands ${place(now, language)}; it stood ${place(old, language)}.`;
        case 'order':
            return nl ? `${it}: de volgorde van ${word} is anders.` : `${it}: the order of ${word} is another one.`;
        case 'silent':
            return nl
                ? `${it} neemt niet over, en zegt niets over: ${old?.text ?? ''}.`
                : `${it} does not take over, and says nothing about: ${old?.text ?? ''}.`;
        case 'split':
            return nl
                ? `${it} is gesplitst in ${list(others, language)}.`
                : `${it} was split into ${list(others, language)}.`;
        case 'merged':
            return nl
                ? `${list(others, language)} zijn samengevoegd tot ${it}.`
                : `${list(others, language)} were merged into ${it}.`;
    }
}

/** An element in a sentence: "stap `Plan`". */
export function elementText({ kind, name, within }: ElementId, language: Language): string {
    const word = kindText(kind, language);
    const of = within === undefined ? '' : ` ${language === 'nl' ? 'van' : 'of'} ${code(within)}`;
    return `${name === '' ? word : `${word} ${code(name)}`}${of}`;
}

function titleText({ title }: ElementId): string {
    return title === undefined ? '' : ` “${title}”`;
}

/** Where an element stands among others, or what it says where it has no name to be told by. */
function wholeText({ name }: ElementId, said: Said | undefined, language: Language): string {
    if (said === undefined || said.text === '') {
        return '';
    }
    return name === '' ? `: ${code(cut(said.text, LONGEST))}` : `, ${place(said, language)}`;
}

function place(said: Said | undefined, language: Language): string {
    return (said?.text ?? '')
        .split(', ')
        .map((part) => {
            const [word = '', name] = part.split(/ (.*)/s);
            const called = PLACES[word]?.[language] ?? word;
            return name === undefined ? called : `${called} ${code(name)}`;
        })
        .join(', ');
}

const PLACES: Readonly<Record<string, Bilingual>> = {
    na: { nl: 'na', en: 'after' },
    in: { nl: 'in', en: 'in' },
    vooraan: { nl: 'vooraan', en: 'first' },
    los: { nl: 'buiten een interventie', en: 'outside of an intervention' },
};

function list(elements: readonly ElementId[], language: Language): string {
    return enumerate(elements.map((e) => elementText(e, language)))[language];
}

function statement(what: string, said: Said | undefined): string {
    return said === undefined || said.text === '' ? what : `${what} ${cut(said.text, LONGEST)}`;
}

const NO_OWN_SOURCE: Bilingual = { nl: 'die van het geheel', en: 'that of the whole' };

/** As much of a text as a sentence holds. */
const LONGEST = 240;
/** As much of what is the same before what differs. */
const BEFORE = 60;

/** Two texts side by side: of long ones the piece that begins shortly before they differ. */
function told(was: string, is: string): readonly [string, string] {
    const longest = Math.max(was.length, is.length);
    let same = 0;
    while (same < longest && was[same] === is[same]) {
        same++;
    }
    const from = longest <= LONGEST || same <= BEFORE || was === '' || is === '' ? 0 : wordBefore(was, same - BEFORE);
    const piece = (text: string) => (from === 0 ? '' : '… ') + cut(text.slice(from), LONGEST);
    return [piece(was), piece(is)];
}

function wordBefore(text: string, at: number): number {
    return text.lastIndexOf(' ', at) + 1;
}

/** As it stands in the text: between backticks, which the text itself then has not. */
function code(text: string): string {
    return `\`${text.replaceAll('`', 'ˋ')}\``;
}
