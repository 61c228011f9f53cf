import { AstUtils, GrammarAST, type AstNode } from 'langium';
import { QUERY_KINDS, wordsAbout } from '../analysis/query-words.js';
import { isIntervention, isProperty, isWordValue } from '../generated/ast.js';
import { ELEMENT_WORDS } from '../model/element-words.js';
import {
    AGE_UNITS,
    CONTACT_UNITS,
    MEASURES,
    MONEY,
    PEOPLE,
    RECOGNITION_LEVELS,
    TIME_UNITS,
    USUAL_WORDS,
    VOCABULARIES,
} from '../rules/vocabularies.js';
import { ruleOf, type Expectation } from './expectations.js';
import type { PlaceInText } from './place-in-text.js';

/** What a place is about: its statement so far, and the elements around it. */
interface Asked {
    readonly place: PlaceInText;
    readonly words: readonly string[];
    readonly container: AstNode;
}

type Words = (asked: Asked) => readonly string[];

/** The units that are said of one: `per week`, `elke maand`. */
const ONE_OF = [
    'dag',
    'dagdeel',
    'week',
    'maand',
    'kwartaal',
    'jaar',
    'schooljaar',
    'gezin',
    'kind',
    'jongere',
    'contact',
];

/** From a part of a rule of the grammar to the words that are known to stand there. */
const WORDS_OF: Readonly<Record<string, Words>> = {
    'RoleFlags.flags': () => vocabulary('rol is'),
    'Version.state': () => vocabulary('versie stand'),
    'Every.per': measured,
    'When.per': measured,
    'When.each': () => ONE_OF,
    CountedIn: measured,
    'Range.lowEvent': () => vocabulary('gebeurtenis'),
    'UntilEnd.highEvent': () => vocabulary('gebeurtenis'),
    Unit: ({ words }) => unitsFor(words),
    'Query.elementKind': () => QUERY_KINDS,
    'Query.container': () => QUERY_KINDS,
    'QueryCriterionRule.property': ({ words }) => [...wordsAbout(kindIn(words))],
    'QueryCriterionRule.word': ({ words }) => {
        const property = words.at(words.at(-1) === 'is' ? -2 : -1) ?? '';
        return vocabulary(`${kindIn(words)} ${property}`, property);
    },
    'Dropped.elementKind': () => [...ELEMENT_WORDS.keys()],
    'Deviation.elementKind': () => [...ELEMENT_WORDS.keys()],
    'ProtocolDocument.except': ({ container }) => areasOf(container),
    'WordValue.word': ({ place, words, container }) => {
        const [keyword = ''] = words;
        if (keyword === 'document') {
            return areasOf(container);
        }
        return vocabulary(`${place.block} ${keyword}`, `${keyword} ${keyword}`, keyword);
    },
};

/** The values that are known to stand at a place: the words of a list, levels of recognition, units of a measure. */
export function knownValues(place: PlaceInText, container: AstNode): readonly string[] {
    const words = place.statement.map((t) => t.image);
    if (words[0] === 'niveau' && place.block === 'erkenning' && place.continuations.some(isText)) {
        return RECOGNITION_LEVELS.map((level) => `"${level}"`);
    }
    const asked = { place, words, container };
    return [...new Set(place.continuations.flatMap((e) => WORDS_OF[partOf(e)]?.(asked) ?? []))];
}

/** Which part of which rule a word would be: `RoleFlags.flags`; the rule alone, where its text is all that it is. */
function partOf({ element }: Expectation): string {
    if (!GrammarAST.isRuleCall(element) || !/^(INLINE|UNIT_WORD)$/.test(element.rule.$refText)) {
        return '';
    }
    const rule = ruleOf(element)?.name ?? '';
    const feature = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature;
    return feature === undefined ? rule : `${rule}.${feature}`;
}

function isText({ element }: Expectation): boolean {
    return GrammarAST.isRuleCall(element) && element.rule.$refText === 'TEXT';
}

/** The words of the first of the lists that there is, with those that are usual. */
function vocabulary(...keys: readonly string[]): readonly string[] {
    const key = keys.find((k) => Object.hasOwn(VOCABULARIES, k) || Object.hasOwn(USUAL_WORDS, k));
    return key === undefined ? [] : (VOCABULARIES[key]?.words ?? USUAL_WORDS[key] ?? []);
}

/** The kind of elements that a `toets` asks about. */
function kindIn(words: readonly string[]): string {
    return words.slice(1).find((word) => QUERY_KINDS.includes(word)) ?? '';
}

/** What stands behind `per` and `elke`: of one, or of as many as a number there says. */
function measured({ words }: Asked): readonly string[] {
    return /^\d/.test(words.at(-1) ?? '') ? TIME_UNITS : ONE_OF;
}

/** What is counted behind a number: by the word before it that measures something, and any unit where none does. */
function unitsFor(words: readonly string[]): readonly string[] {
    const measuring = words.findLast((word) => Object.hasOwn(UNITS_OF, word));
    return measuring === undefined
        ? [...TIME_UNITS, ...CONTACT_UNITS, ...PEOPLE, ...MONEY]
        : (UNITS_OF[measuring] ?? []);
}

const UNITS_BY_MEASURE = {
    time: TIME_UNITS,
    age: AGE_UNITS,
    contacts: CONTACT_UNITS,
    frequency: ['keer', ...CONTACT_UNITS],
} as const;

const UNITS_OF: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Object.entries(MEASURES).map(([word, measure]) => [word, UNITS_BY_MEASURE[measure]])),
    begint: TIME_UNITS,
    na: TIME_UNITS,
    duurt: TIME_UNITS,
    kosten: MONEY,
    caseload: PEOPLE,
    bereik: PEOPLE,
    omvang: PEOPLE,
    intensiteit: [...TIME_UNITS, ...CONTACT_UNITS],
};

/** The areas of life that the interventie around a place names; the usual ones where it names none. */
function areasOf(container: AstNode): readonly string[] {
    const around = AstUtils.getContainerOfType(container, isIntervention);
    const stated = around?.statements.filter(isProperty).filter(({ kind }) => kind === 'leefgebieden') ?? [];
    const named = stated.flatMap(({ values }) => values.filter(isWordValue).map(({ word }) => word));
    return named.length > 0 ? named : vocabulary('leefgebieden');
}
