import type { RuleDescription } from './rule.js';

/**
 * What is reported when a rule fails by a mistake of ours. No text causes it, so it is no rule of the catalogue;
 * `ruleByCode` knows it, so that whoever meets the code can look it up.
 */
export const regelfout = {
    code: 'meta/regelfout',
    severity: 'warning',
    title: { nl: 'Een regel kon niet worden uitgevoerd', en: 'A rule could not be carried out' },
    reason: {
        nl: 'Een fout in Draaiboek zelf mag niet verbergen dat iets niet gecontroleerd is. De andere regels gaan gewoon door.',
        en: 'A mistake in Draaiboek itself must not hide that something was not checked. The other rules go on.',
    },
    messages: {
        rule: {
            nl: 'De regel `{rule}` kon dit bestand niet controleren, door een fout in Draaiboek ({error}). Meld dit aan de makers; de andere regels zijn wel uitgevoerd.',
            en: 'The rule `{rule}` could not check this file, by a mistake in Draaiboek ({error}). Report it to the makers; the other rules were carried out.',
        },
        model: {
            nl: 'Dit bestand kon niet worden doorgerekend, door een fout in Draaiboek ({error}). Meld dit aan de makers; alleen schrijfwijze en verwijzingen zijn gecontroleerd.',
            en: 'This file could not be worked out, by a mistake in Draaiboek ({error}). Report it to the makers; only its syntax and references were checked.',
        },
    },
    wrong: '',
    right: '',
} as const satisfies RuleDescription;
