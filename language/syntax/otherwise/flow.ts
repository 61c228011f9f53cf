import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords, lineStart, wordsOfLine } from '../lines.js';
import { brief, instead } from '../wording.js';
import { NUMBERS } from './amounts.js';
import { TEXT, WORD, type Mistake } from './mistake.js';

const BRANCH = /^(als|anders)$/;
const WITH_STEP_COUNT = new Set(['interventie', 'aanpak']);

/** `als y: B` and `anders: C` as lines of a step: branches stand in a block of `daarna`. */
export function branchesInStep({ tokens, index, block }: Mistake): Bilingual | undefined {
    if (block !== 'stap' || !isBranch(tokens[index])) {
        return undefined;
    }
    const lines: string[] = [];
    for (let i = index; isBranch(tokens[i]);) {
        const { words, next } = wordsOfLine(tokens, i);
        if (!words.includes(':') || words.some((w) => TEXT.test(w))) {
            return undefined;
        }
        lines.push(inWords(words).replace(/^als geen /, 'als niet '));
        i = next;
    }
    const form = `\`daarna { ${lines.join('  ')} }\``;
    return {
        nl: `In een stap staan takken in een blok: ${form}.`,
        en: `In a step branches stand in a block: ${form}.`,
    };
}

/** `als het misgaat: Bellen` as a line of the approach: what may happen at any moment. */
export function interruptionOfApproach({ line, at, block }: Mistake): Bilingual | undefined {
    const [, condition = '', target = ''] = /^als ([^:]+): (.+)$/.exec(line) ?? [];
    if (block !== 'aanpak' || at !== 0 || target === '') {
        return undefined;
    }
    const said =
        / /.test(condition) && !/ (is|minstens|hoogstens|en|of) |^niet |"/.test(condition)
            ? `"${condition}"`
            : condition;
    const form = `altijd als ${said}: ${/ /.test(target) ? 'Naam' : target}`;
    return {
        nl: `Wat na een stap gebeurt, staat in het blok van die stap: \`daarna { als …: … }\`. Kan het op elk moment gebeuren, schrijf dan \`${form}\`, met de naam van de stap die dan volgt.`,
        en: `What happens after a step stands in the block of that step: \`daarna { als …: … }\`. If it may happen at any moment, write \`${form}\`, with the name of the step that follows then.`,
    };
}

/** `einde Geslaagd als g`: when a case comes there is said at the step before. */
export function endOnCondition({ words, at }: Mistake): Bilingual | undefined {
    const [keyword, name = ''] = words;
    return keyword === 'einde' && words[at] === 'als' && at > 1
        ? {
              nl: `Wanneer het zo eindigt, staat bij de stap ervoor: \`daarna { als …: ${name}  anders: … }\`. Hier staat alleen \`einde ${name}\`.`,
              en: `When it ends so is said at the step before it: \`daarna { als …: ${name}  anders: … }\`. Here stands \`einde ${name}\` only.`,
          }
        : undefined;
}

/** `stap Evaluatie na 3 maanden`: when a step begins stands in its block, and from when that counts. */
export function stepAfter({ line }: Mistake): Bilingual | undefined {
    const [, name = '', wait = ''] = /^(?:stap|fase) (\S+)(?: "[^"]*")? na (\d+ \S+)$/.exec(line) ?? [];
    return name === ''
        ? undefined
        : {
              nl: `Wanneer \`${name}\` begint, staat in het blok ervan, met vanaf wanneer dat telt: \`begint ${wait} na aanmelding\`, of \`na\` en de naam van een stap.`,
              en: `When \`${name}\` begins stands in its block, with from when that counts: \`begint ${wait} na aanmelding\`, or \`na\` and the name of a step.`,
          };
}

/** `gesprek met Jongere en Ouders` as a line of a step: what is done. */
export function activityInWords({ line, at, block }: Mistake): Bilingual | undefined {
    return at === 0 && block === 'stap' && /^(gesprek|overleg|huisbezoek|afspraak|bellen) [^"`:]+$/.test(line)
        ? instead(`activiteit "${line}"`, line)
        : undefined;
}

/** Whether a branch in a step comes below another, with which it was told. */
export function isFurtherBranch(tokens: readonly PlacedToken[], index: number, block: string | undefined): boolean {
    return block === 'stap' && isBranch(tokens[index]) && isBranch(tokens[lineStart(tokens, index - 1)]);
}

function isBranch(token: PlacedToken | undefined): boolean {
    return token?.firstOnLine === true && BRANCH.test(token.image);
}

/** `daarna naar B als y`, `daarna: B als y`: the condition comes first, in a block. */
export function branchBehindTarget({ words }: Mistake): Bilingual | undefined {
    const said = /^daarna (?:naar|:) (\S+) (?:als|wanneer|indien) ([^{}:"]+)$/.exec(words.join(' '));
    return said ? instead(`daarna { als ${said[2] ?? ''}: ${said[1] ?? ''} }`, inWords(words)) : undefined;
}

/** `als x dan B`, in a step or among its branches */
export function thenForColon({ line, block }: Mistake): Bilingual | undefined {
    const [, condition = '', target = '', other = ''] =
        /^als ([^":]+?),? dan (?:naar )?(\S+)( anders: \S+)?$/.exec(line) ?? [];
    if (target === '' || !/^(stap|fase|daarna)$/.test(block ?? '')) {
        return undefined;
    }
    const branch = `als ${condition}: ${target}${other}`;
    return instead(block === 'daarna' ? branch : `daarna { ${branch} }`, line);
}

/** `daarna: B of C`, `daarna B, C`: which of them, is not said. */
export function moreTargets({ line, at }: Mistake): Bilingual | undefined {
    const [, one = '', other = ''] = /^daarna(?: naar|:)? (\S+?)(?:,| of| en) (\S+)$/.exec(line) ?? [];
    const form = `daarna { als …: ${one}  anders: ${other} }`;
    return other === '' || at === 0
        ? undefined
        : {
              nl: `Achter \`daarna:\` staat één naam. Zeg wanneer het \`${one}\` wordt en wanneer \`${other}\`: \`${form}\`.`,
              en: `One name stands behind \`daarna:\`. Say when it is \`${one}\` and when \`${other}\`: \`${form}\`.`,
          };
}

/** `daarna -> B`, `als x -> B` */
export function arrow({ tokens, index, words, at }: Mistake): Bilingual | undefined {
    const [sign, next] = [tokens[index], tokens[index + 1]];
    const isWide = next !== undefined && next.startOffset - (sign?.startOffset ?? 0) > 1;
    return words[at] === '-' && isWide && /^(daarna|als|anders|bij)$/.test(words[0] ?? '')
        ? instead(':', '->')
        : undefined;
}

/** `klaar: B` among the branches of a step */
export function branchWithoutWord({ words, at, block, line }: Mistake): Bilingual | undefined {
    return block === 'daarna' &&
        at === 0 &&
        words[1] === ':' &&
        WORD.test(words[0] ?? '') &&
        !/^(ja|nee)$/.test(words[0] ?? '')
        ? instead(`als ${line}`, line)
        : undefined;
}

/** `daarna B`, `daarna naar B` */
export function nextWithoutColon({ words, at }: Mistake): Bilingual | undefined {
    const [word = '', following = ''] = words.slice(at);
    if (words[at - 1] !== 'daarna' || !WORD.test(word) || BRANCH.test(word)) {
        return undefined;
    }
    const isArticle = /^(de|het|een)$/.test(following) && WORD.test(words[at + 2] ?? '');
    const target = isArticle ? (words[at + 2] ?? '') : following;
    return word === 'naar'
        ? instead(`daarna: ${target}`, `daarna naar ${isArticle ? `${following} ` : ''}${target}`)
        : instead(`daarna: ${word}`, `daarna ${word}`);
}

/** `als x: Y na 4 weken`, `daarna: Y na 4 weken`: when work begins is said in its own block. */
export function waitBehindTarget({ tokens, index, words, at }: Mistake): Bilingual | undefined {
    const [target = '', figure = '', unit = ''] = [words[at - 1], words[at + 1], words[at + 2]];
    const isTarget = words[at] === 'na' && words.slice(Math.max(0, at - 4), at - 1).includes(':');
    if (!isTarget || !/^\d/.test(figure) || !/^\p{L}/u.test(unit)) {
        return undefined;
    }
    const around = tokens
        .slice(0, index)
        .findLastIndex((t) => t.firstOnLine === true && /^(stap|fase|escalatie)$/.test(t.image));
    const from = tokens[around + 1]?.image;
    const begins = `begint ${figure} ${unit} na ${from === undefined || around < 0 ? 'Naam' : brief(from)}`;
    return {
        nl: `Hoe lang daarna \`${target}\` begint, staat in het blok van \`${target}\` zelf: \`${begins}\`.`,
        en: `How long after that \`${target}\` begins stands in the block of \`${target}\` itself: \`${begins}\`.`,
    };
}

/** `hervat zo mogelijk daarna`, `hervat daarna mogelijk`: that it may go on is not that it does. */
export function resumes({ line }: Mistake): Bilingual | undefined {
    const found = /, (hervat (?:daarna )?(?:zo )?(mogelijk|nodig|veelal|bij voorkeur|in beginsel)(?: daarna)?)$/.exec(
        line,
    )?.[1];
    const how = found?.replace(/hervat|daarna/g, '').trim();
    return found === undefined ? undefined : instead(`hervat daarna onbekend omdat "${how ?? ''}"`, found);
}

/** `niet geslaagd`, `ongeslaagd`: an end is that unless it says otherwise. */
export function endWithoutSuccess({ line, block }: Mistake): Bilingual | undefined {
    return block === 'einde' && /^(niet |on)geslaagd$/.test(line)
        ? {
              nl: `Een einde is geslaagd als dat er staat: \`geslaagd\`. Haal \`${line}\` weg.`,
              en: `An end is a success where that is said: \`geslaagd\`. Take \`${line}\` away.`,
          }
        : undefined;
}

/** `werkt naar X` */
export function worksTowards({ words, at }: Mistake): Bilingual | undefined {
    const word = words[at] ?? '';
    return at === 1 && words[0] === 'werkt' && /^(naar|toe|richting|voor|op)$/.test(word)
        ? instead('werkt aan', `werkt ${word}`)
        : undefined;
}

/** `door X naar Y` in the block of an escalation: to whom it goes up stands in its first line. */
export function decider({ words, at, block }: Mistake): Bilingual | undefined {
    if (words[at] !== 'naar' || block !== 'escalatie' || words[0] !== 'door') {
        return undefined;
    }
    const by = words.slice(1, at).join(' ');
    const to = words[at + 1] ?? '';
    return {
        nl: `\`naar\` kan hier niet. Naar wie er wordt opgeschaald, staat op de eerste regel: \`escalatie Naam door ${by} naar ${to} {\`. Wie er dan beslist, staat in het blok: \`door ${to}\`.`,
        en: `\`naar\` cannot stand here. To whom it is escalated stands in the first line: \`escalatie Naam door ${by} naar ${to} {\`. Who decides then stands in the block: \`door ${to}\`.`,
    };
}

/** `stappen 6`, `stappen onbekend`, `zes stappen` */
export function countOfSteps({ words, at, block = '' }: Mistake): Bilingual | undefined {
    const count = words[at + 1] ?? '';
    if (at !== 0 || !WITH_STEP_COUNT.has(block)) {
        return undefined;
    }
    const number = NUMBERS.indexOf(words[0] ?? '') + 1;
    if (number > 0 && count === 'stappen') {
        return instead(`${String(number)} stappen`, `${words[0] ?? ''} stappen`);
    }
    if (words[0] !== 'stappen') {
        return undefined;
    }
    if (count === 'onbekend' || count === 'plaatselijk') {
        return instead(`${count} aantal stappen`, `stappen ${count}`);
    }
    return /^\d/.test(count) ? instead(`${count} stappen`, `stappen ${count}`) : undefined;
}

/** `overdracht van R naar Q`, which names the handover `van` */
export function namelessHandover({ words, at }: Mistake): Bilingual | undefined {
    const [word, van, from = '', naar, to = ''] = words.slice(Math.max(0, at - 2));
    return word === 'overdracht' && van === 'van' && naar === 'naar' && from === words[at]
        ? instead(`overdracht Naam van ${from} naar ${to}`, `overdracht van ${from} naar ${to}`)
        : undefined;
}

/** `klaar wanneer x`, `pas indien x` */
export function conditionWord({ words, at }: Mistake): Bilingual | undefined {
    const [previous, word] = [words[at - 1] ?? '', words[at] ?? ''];
    return /^(wanneer|indien)$/.test(word) && /^(klaar|pas|toegang|altijd|wat)$/.test(previous)
        ? instead(`${previous} als`, `${previous} ${word}`)
        : undefined;
}

/** `duur: 3 weken` */
export function surplusColon({ words, at }: Mistake): Bilingual | undefined {
    const previous = words[at - 1] ?? '';
    return words[at] === ':' && WORD.test(previous) && !isInCondition(words.slice(0, at))
        ? {
              nl: `Achter \`${previous}\` hoort hier geen dubbele punt. Haal \`:\` weg.`,
              en: `No colon comes behind \`${previous}\` here. Take \`:\` away.`,
          }
        : undefined;
}

/** Whether a colon behind these words stands where a condition is not complete: behind `niet`, or in brackets that are open. */
function isInCondition(words: readonly string[]): boolean {
    const open = words.filter((w) => w === '(').length > words.filter((w) => w === ')').length;
    return words.includes('als') && (open || /^(als|niet|en|of)$/.test(words.at(-1) ?? ''));
}
