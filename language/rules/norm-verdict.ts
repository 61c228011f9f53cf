import type { Statement } from '../model/protocol.js';
import { textsOf } from '../model/queries.js';
import type { Quantity } from '../model/values.js';

/** Words that tell that a norm is missed, whatever the norm is. */
const BAD =
    'onvoldoende|onder(?:maats| de maat)|beneden de maat|slechter|gemist|tekort|te (?:hoog|laag|veel|weinig|lang|laat|vaak)';
const NOT = '(?:niet|geen|nergens|nooit|zonder)';
const ADVERB = '(?:(?:net|ruim|ver|iets|nog|meer|langer|of nauwelijks) )?';
const MISSED = new RegExp(`\\b(?:${NOT}|${BAD})\\b`, 'i');
/** What denies that the norm is missed: `niet te hoog`. */
const DENIED = new RegExp(`\\b${NOT} ${ADVERB}(?:${BAD})\\b`, 'gi');
/** On which side of the norm: that is good or bad by whether the norm is a least or a most. */
const BESIDE = new RegExp(
    `\\b(niet )?${ADVERB}(onder|beneden|boven) (?:de |het )?(?:norm|streefwaarde|grens)\\b`,
    'gi',
);
/** The same in a verb: `overschreden`, `overschrijdt de norm niet`, `zonder overschrijding`. */
const PASSED = new RegExp(
    `\\b(${NOT} ${ADVERB})?(over|onder)schr(?:eden|eed|ijdt?|ijden|ijding(?:en)?)\\b((?: (?:de |het )?(?:norm|streefwaarde|grens))? (?:niet|nergens|nooit)\\b)?`,
    'gi',
);

/** Whether a verdict says that the norm with this bound is missed. Any other words leave that unsaid. */
export function saysMissed(verdict: Statement, { bound }: Quantity): boolean {
    const isMost = bound === 'at-most' || bound === 'less-than';
    const isLeast = bound === 'at-least' || bound === 'more-than';
    /** A side is wrong for a bound; of a norm without one, either. */
    const isWrong = (isAbove: boolean, isDenied: boolean) =>
        isMost || isLeast ? (isAbove === isMost) !== isDenied : !isDenied;
    return textsOf(verdict).some((text) => {
        const beside = [...text.matchAll(BESIDE)].some(([, not, side]) =>
            isWrong(side?.toLowerCase() === 'boven', not !== undefined),
        );
        // a least that is not passed upwards may still be met, to the point: that says nothing
        const passed = [...text.matchAll(PASSED)].some(([, before, side, behind]) => {
            const isAbove = side?.toLowerCase() === 'over';
            const isDenied = before !== undefined || behind !== undefined;
            return isWrong(isAbove, isDenied) && !(isDenied && (isMost || isLeast));
        });
        return beside || passed || MISSED.test(text.replace(BESIDE, '').replace(PASSED, '').replace(DENIED, ''));
    });
}
