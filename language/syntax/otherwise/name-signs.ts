import type { Bilingual } from '../../text/bilingual.js';
import { brief } from '../wording.js';
import type { Mistake } from './mistake.js';
import { NAMING } from './names-and-quotes.js';

/** A line up to a sign in the name of a new thing. */
const BEFORE = /^[ \t]*(\p{L}+)[ \t]+([\p{L}_][^\s{}"]*)$/u;

/** `stap Start/Intake`, `stap Start(1)`: a name has no such signs. */
export function nameWithSigns({ tokens, index, token }: Mistake): Bilingual | undefined {
    const [keyword, first] = [tokens[index - 2], tokens[index - 1]];
    if (keyword?.firstOnLine !== true || !NAMING.has(keyword.image) || !first || !/^[/(]$/.test(token.image)) {
        return undefined;
    }
    let name = first.image;
    for (let i = index; tokens[i]?.startOffset === first.startOffset + name.length; i++) {
        const image = tokens[i]?.image ?? '';
        if (/^(?:[{}]|["\u201C\u201D\u201E].*)?$/s.test(image)) {
            break;
        }
        name += image;
    }
    return name === first.image ? undefined : withoutSigns(name);
}

/**
 * The same for a sign that stands nowhere in the language: `rol J.G.Z`.
 *
 * @param before what stands before the sign on its line
 * @param from the text from the sign on
 */
export function signInName(before: string, from: string): Bilingual | undefined {
    const [, keyword = '', begin = ''] = BEFORE.exec(before) ?? [];
    const rest = /^[^\s{}"]*/.exec(from)?.[0] ?? '';
    return NAMING.has(keyword) && /^[^\p{L}\p{N}\s]+[\p{L}\p{N}]/u.test(rest) ? withoutSigns(begin + rest) : undefined;
}

function withoutSigns(name: string): Bilingual {
    const parts = name.split(/[^\p{L}\p{N}_-]+/u).filter((part) => part !== '');
    // an abbreviation is one word
    const right = parts.join(parts.every((part) => part.length === 1) ? '' : '-');
    const [meant, found] = [brief(right), brief(name)];
    return {
        nl: `In een naam staan alleen letters, cijfers, \`-\` en \`_\`. Schrijf \`${meant}\` in plaats van \`${found}\`.`,
        en: `A name has letters, figures, \`-\` and \`_\` only. Write \`${meant}\` instead of \`${found}\`.`,
    };
}
