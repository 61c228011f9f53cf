import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords } from '../lines.js';
import { instead } from '../wording.js';
import { howMuch } from './amounts.js';
import type { Mistake } from './mistake.js';

/** What stands behind a fact where a number is compared. */
const BOUND = 'ongeveer|circa|ruim|bijna|minstens|hoogstens|precies|meer dan|minder dan';
/** Words between which more than one condition stands. */
const JOINS = /^(en|of|niet|is|,)$/;
/** Where a condition ends that has no colon behind it. */
const ENDS = /^(volgens|afgeleid|omdat)$/;

/** A value that a fact may have. */
const VALUE = /^(?!(?:en|of|is)$)(?:\p{Ll}[\p{L}\p{N}_-]*|\d+)$/u;

/** What others write of one fact, behind its name, and how the language says it. */
const COMPARED: readonly (readonly [pattern: RegExp, right: string])[] = [
    [new RegExp(`^(\\S+) is ((?:${BOUND}) \\S.*)$`), '$1 $2'],
    [/^(\S+) (?:is )?niet (onbekend|bekend)$/, '$1 is niet $2'],
    [/^(\S+) (onbekend|bekend|ja|nee)$/, '$1 is $2'],
    [/^(\S+) (?:is )?niet$/, 'niet $1'],
];

/** `als veilig onbekend: B`, `als het gezin veilig is: B`: a condition in other words than those of the language. */
export function conditionInWords(mistake: Mistake): Bilingual | undefined {
    const { words, at, tokens } = mistake;
    const opener = words[0] === 'herhaal' ? 'tot' : 'als';
    const from = words.slice(0, at + 1).lastIndexOf(opener) + 1;
    const said = words.slice(from);
    const end = said.findIndex((word) => word === ':' || ENDS.test(word));
    const condition = end < 0 ? said : said.slice(0, end);
    const isBranch =
        (from === 1 && mistake.block !== 'escalatie') || words[0] === 'altijd' || words[from - 2] === 'veelal';
    if (from === 0 || at < from || at >= from + condition.length || (isBranch && said[end] !== ':')) {
        return undefined;
    }
    if (condition.some((word) => word === 'anders' || word === 'als')) {
        return undefined;
    }
    const line = inWords(condition);
    const facts = factsOf(tokens);
    const negated = negatedFacts(line, facts);
    if (negated !== line) {
        return instead(negated, line);
    }
    if (opener === 'tot') {
        return undefined;
    }
    const compared = COMPARED.find(([pattern]) => pattern.test(line));
    if (compared) {
        return instead(line.replace(compared[0], compared[1]), line);
    }
    const [fact = '', value = ''] = condition;
    if (condition.length === 2 && facts.has(fact) && !facts.has(value) && VALUE.test(value)) {
        return instead(`${fact} is ${value}`, line);
    }
    return isSentence(condition, facts) ? (howMuch(mistake) ?? instead(`"${line}"`, line)) : undefined;
}

/** `a en geen b`, `a maar niet b`, `a is geen ja`: of a fact is said `niet`. */
function negatedFacts(line: string, facts: ReadonlySet<string>): string {
    const isFact = (name: string) => facts.has(name);
    return line
        .replace(/(\S+) is geen (\S+)/g, (all, name: string, value: string) =>
            isFact(name) ? `${name} is niet ${value}` : all,
        )
        .replace(/\bgeen ([^\s():]+)/g, (all, name: string) => (isFact(name) ? `niet ${name}` : all))
        .replace(/\bmaar (?=niet ([^\s():]+))/g, (all, name: string) => (isFact(name) ? 'en ' : all));
}

/** Whether words say something by themselves, and are no names of facts with a sign or a word between them that is wrong. */
function isSentence(words: readonly string[], facts: ReadonlySet<string>): boolean {
    const [first = '', second = ''] = words;
    const isPlain = words.every((word) => /^(?:[\p{L}_][\p{L}\p{N}_-]*|\d+|,)$/u.test(word));
    const isCompared = new RegExp(`^(${BOUND}|meer|minder)$`).test(second) || (facts.has(first) && words.length === 2);
    const isJoined = words.every((word) => facts.has(word) || JOINS.test(word.toLowerCase()));
    return isPlain && words.length > 1 && !isCompared && !isJoined;
}

function factsOf(tokens: readonly PlacedToken[]): ReadonlySet<string> {
    return new Set(tokens.flatMap((token, i) => (tokens[i - 1]?.image === 'gegeven' ? [token.image] : [])));
}

/** `als veilig: naar B`, `anders: ga naar B`: behind the colon stands the name alone. */
export function targetBehindTo({ words, at }: Mistake): Bilingual | undefined {
    const from = words.slice(0, at + 1).lastIndexOf(':') + 1;
    const said = inWords(words.slice(from));
    const [found, name = ''] =
        /^(?:dan )?(?:ga |verder )?(?:naar|met) (?:de |het )?(?:stap |fase |einde )?([\p{L}_^]\S*)/u.exec(said) ?? [];
    return from > 1 && found !== undefined && /^(daarna|als|anders|altijd|termijn|bij)$/.test(words[0] ?? '')
        ? instead(`: ${name}`, `: ${found}`)
        : undefined;
}
