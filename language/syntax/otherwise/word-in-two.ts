import { STATEMENTS } from '../../messages/statements.js';
import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

let known: ReadonlyMap<string, string> | undefined;

/** For a word of the language that stands there as two: `contra indicatie`, `doel groep Gezinnen`. */
export function wordInTwo({ tokens, index }: Mistake): Bilingual | undefined {
    known ??= new Map(
        STATEMENTS.map(({ keyword }) => keyword)
            .filter((keyword) => /^[a-zà-ÿ-]+$/.test(keyword))
            .map((keyword) => [keyword.replace('-', ''), keyword]),
    );
    // the parser fails at the first word, or behind it where that is a word of the language too
    for (const at of [index, index - 1, index - 2]) {
        const [first, second] = [tokens[at], tokens[at + 1]];
        if (first?.firstOnLine === true && second && second.firstOnLine !== true) {
            const keyword = known.get(`${first.image}${second.image}`.toLowerCase());
            return keyword === undefined ? undefined : instead(keyword, `${first.image} ${second.image}`);
        }
    }
    return undefined;
}
