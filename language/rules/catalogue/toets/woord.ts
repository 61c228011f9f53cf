import { QUERY_KINDS, wordsAbout } from '../../../analysis/query-words.js';
import { wordsNotKnown } from '../../../analysis/queries.js';
import { indicatorsOf } from '../../../model/queries.js';
import type { Framework, Query } from '../../../model/review.js';
import { replacement } from '../../fixes/replace.js';
import { nearestNames } from '../../near-names.js';
import { defineRule } from '../../rule.js';
import { VOCABULARIES, type Vocabulary } from '../../vocabularies.js';

export const toetsWoord = defineRule({
    code: 'toets/woord',
    severity: 'warning',
    title: {
        nl: 'Een toets vraagt naar iets wat in een protocol kan staan',
        en: 'A test asks for something that a protocol can say',
    },
    reason: {
        nl: 'Een `toets` noemt een soort onderdeel en woorden uit de taal: `stap`, `overdracht`, `door`, `werkt-aan`. Woorden die de taal niet kent, staan in geen enkel protocol. Zo’n `toets` beslist niets, en dat valt zonder melding niet op.',
        en: 'A `toets` names a kind of element and words of the language: `stap`, `overdracht`, `door`, `werkt-aan`. Words that the language does not know stand in no protocol at all. Such a `toets` decides nothing, and without a remark nobody would notice.',
    },
    messages: {
        kind: {
            nl: '`{word}` is geen soort onderdeel van een protocol. Een toets gaat bijvoorbeeld over `stap`, `rol`, `overdracht`, `document` of `subdoel`.',
            en: '`{word}` is no kind of element of a protocol. A test is about, for instance, `stap`, `rol`, `overdracht`, `document` or `subdoel`.',
        },
        'near-kind': {
            nl: '`{word}` is geen soort onderdeel van een protocol. Bedoelt u `{near}`?',
            en: '`{word}` is no kind of element of a protocol. Do you mean `{near}`?',
        },
        property: {
            nl: 'Bij een `{kind}` kan niets staan dat `{word}` heet. Gebruik het woord waarmee de regel in het protocol begint, met streepjes in plaats van spaties: `werkt aan` wordt `werkt-aan`.',
            en: 'Nothing in a `{kind}` is called `{word}`. Use the word with which the line in the protocol begins, with hyphens for its spaces: `werkt aan` becomes `werkt-aan`.',
        },
        'near-property': {
            nl: 'Bij een `{kind}` kan niets staan dat `{word}` heet. Bedoelt u `{near}`?',
            en: 'Nothing in a `{kind}` is called `{word}`. Do you mean `{near}`?',
        },
        value: {
            nl: '`{property}` kan niet `{word}` zijn, alleen: {words}.',
            en: '`{property}` cannot be `{word}`, only: {words}.',
        },
    },
    wrong: `
toetsingskader Kader "Kader" {
    oordeel voldoet "✓"
    thema Aanpak "Aanpak" {
        indicator 1.1 "Elke stap heeft een werkwijze" { toets elke stap heeft werkwijzen }
    }
}
`,
    right: `
toetsingskader Kader "Kader" {
    oordeel voldoet "✓"
    thema Aanpak "Aanpak" {
        indicator 1.1 "Elke stap heeft een werkwijze" { toets elke stap heeft werkwijze }
    }
}
`,
    checkFile: (file, report) => {
        for (const query of file.frameworks.flatMap(queriesOf)) {
            const kind = query.elementKind;
            for (const { why, what, at = query.at } of wordsNotKnown(query)) {
                const isKind = why === 'no-kind';
                const [near] = nearestNames(what, isKind ? QUERY_KINDS : [...wordsAbout(kind)]);
                const parameters = { word: what, kind };
                report({
                    message:
                        near === undefined ? (isKind ? 'kind' : 'property') : isKind ? 'near-kind' : 'near-property',
                    at,
                    parameters: near === undefined ? parameters : { ...parameters, near },
                    fixes: near === undefined ? [] : [replacement(at, near)],
                });
            }
            for (const { property, value, at: within } of [...query.where, ...query.has]) {
                const vocabulary = vocabularyOf(kind, property);
                const word = value?.type === 'word' ? value.word : undefined;
                if (!vocabulary?.closed || word === undefined || vocabulary.words.includes(word.toLowerCase())) {
                    continue;
                }
                const [near] = nearestNames(word, vocabulary.words);
                const words = vocabulary.words.map((w) => `\`${w}\``).join(', ');
                const { end } = within.range;
                const at = { ...within, range: { start: { ...end, character: end.character - word.length }, end } };
                report({
                    message: 'value',
                    at,
                    parameters: { word, property, words },
                    fixes: near === undefined ? [] : [replacement(at, near)],
                });
            }
        }
    },
});

function vocabularyOf(kind: string, property: string): Vocabulary | undefined {
    const key = Object.hasOwn(VOCABULARIES, `${kind} ${property}`) ? `${kind} ${property}` : property;
    return Object.hasOwn(VOCABULARIES, key) ? VOCABULARIES[key] : undefined;
}

function queriesOf(framework: Framework): readonly Query[] {
    return indicatorsOf(framework).flatMap((i) => i.queries);
}
