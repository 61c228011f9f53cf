import { GrammarAST } from 'langium';
import { RECOGNITION_LEVELS, CONTACT_UNITS, MEASURES, TIME_UNITS, VOCABULARIES } from '../rules/vocabularies.js';
import type { Expectation } from './expectations.js';
import type { PlaceInText } from './place-in-text.js';

/** The values that are known to stand at a place: the words of a list, levels of recognition, units of a measure. */
export function knownValues({ block, statement, continuations }: PlaceInText): readonly string[] {
    const words = statement.map((t) => t.image);
    const [keyword = ''] = words;
    const expects = (name: string) => continuations.some((e) => terminalOf(e) === name);
    if (/^\d/.test(words.at(-1) ?? '') && expects('UNIT_WORD')) {
        const measure = Object.hasOwn(MEASURES, keyword) ? MEASURES[keyword] : undefined;
        return measure === 'time' || measure === 'age'
            ? TIME_UNITS
            : keyword === 'contacten' || keyword === 'contactbudget'
              ? CONTACT_UNITS
              : [];
    }
    if (keyword === 'niveau' && block === 'erkenning' && expects('TEXT')) {
        return RECOGNITION_LEVELS.map((level) => `"${level}"`);
    }
    const last = words.includes('stand') ? 'stand' : keyword;
    const key = [`${block} ${last}`, `${keyword} ${last}`, last].find((k) => Object.hasOwn(VOCABULARIES, k));
    return key !== undefined && expects('INLINE') ? (VOCABULARIES[key]?.words ?? []) : [];
}

function terminalOf({ element }: Expectation): string {
    return GrammarAST.isRuleCall(element) ? element.rule.$refText : '';
}
