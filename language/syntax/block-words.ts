import { GrammarAST } from 'langium';
import { STATEMENTS } from '../messages/statements.js';
import { firstKeywords } from './statements.js';

/** How many words with which a line may begin. */
export const MOST_WORDS = 5;

/** The words that a reader needs first in the largest blocks; for the others the catalogue of statements is asked. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
    bestand: ['gebruik', 'bron', 'rol', 'interventie', 'beoordeling'],
    interventie: ['samenvatting', 'doelgroep', 'doel', 'rol', 'aanpak'],
    aanpak: ['toegang', 'stap', 'fase', 'escalatie', 'einde'],
    stap: ['door', 'werkt aan', 'duur', 'levert', 'daarna'],
    overdracht: ['vanuit', 'vorm', 'gesprekken', 'informatie', 'bevestiging'],
};

/** The blocks that a message names first. */
const BEST_KNOWN = ['stap', 'interventie', 'aanpak', 'doel', 'doelgroep', 'overdracht', 'fase', 'escalatie'];

/** For each rule of a block the keyword with which the block begins, where there is only one. */
export function blockNames(rules: readonly GrammarAST.AbstractRule[]): ReadonlyMap<string, string> {
    return new Map(
        rules.filter(GrammarAST.isParserRule).flatMap((rule): [string, string][] => {
            const [first, ...others] = firstKeywords(rule);
            return first !== undefined && others.length === 0 && /^[a-zà-ÿ]/.test(first) ? [[rule.name, first]] : [];
        }),
    );
}

/** The blocks in which a word may begin a line, as the catalogue of statements knows them; none when it may anywhere. */
export function blocksOf(word: string): string[] {
    const blocks = STATEMENTS.filter((s) => s.keyword.split(' ')[0] === word).flatMap((s) => s.blocks);
    const rank = (block: string) => (BEST_KNOWN.includes(block) ? BEST_KNOWN.indexOf(block) : BEST_KNOWN.length);
    return blocks.includes('*') ? [] : [...new Set(blocks)].sort((a, b) => rank(a) - rank(b));
}

/** Some words with which a line in a block may begin, the best known first. */
export function usualIn(block: string, statements: ReadonlySet<string>): readonly string[] {
    const words = STATEMENTS.filter((s) => s.blocks.includes(block))
        .sort((a, b) => a.blocks.length - b.blocks.length)
        .map((s) => s.keyword.replace(/ ….*|:/, ''))
        .filter((keyword) => statements.has(keyword.split(' ')[0] ?? ''));
    return USUAL[block] ?? [...new Set(words.length > 0 ? words : statements)].slice(0, MOST_WORDS);
}
