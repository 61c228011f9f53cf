import { describe, expect, it } from 'vitest';
import { conditionText, dateText, valueText } from '../../../language/messages/wording.js';
import type { Condition } from '../../../language/model/protocol.js';
import { caseFrom } from '../generate/support.js';

/** The condition of the only access of a text with these words. */
async function conditionOf(words: string): Promise<Condition> {
    const { protocol } = await caseFrom(`interventie X {
        gegeven a: ja/nee
        gegeven b: ja/nee
        gegeven n: aantal
        gegeven d: datum
        gegeven s: een van rood, groen
        aanpak { toegang als ${words} }
    }`);
    const condition = protocol.process?.access[0]?.condition;
    if (!condition) throw new Error('no condition');
    return condition;
}

describe('a condition in words', () => {
    it.each([
        'a',
        'niet a',
        'a en b of n minstens 3',
        '(a of b) en niet (a en b)',
        'a is nee',
        'a is bekend',
        'a is onbekend',
        'n minstens 3',
        'n meer dan 2',
        'n is 3',
        's is rood',
        's is niet groen',
    ])('reads as it is written: %s', async (words) => {
        expect(conditionText(await conditionOf(words), 'nl')).toBe(words);
    });

    it('gives a date in words, and an informal condition in quotation marks', async () => {
        expect(conditionText(await conditionOf('d is 2026-03-01'), 'nl')).toBe('d is 1 maart 2026');
        expect(conditionText(await conditionOf('"het gezin wil" en a'), 'nl')).toBe('“het gezin wil” en a');
    });

    it('can be said in English', async () => {
        expect(conditionText(await conditionOf('(a of b) en niet s is rood'), 'en')).toBe('(a or b) and not s is rood');
    });
});

describe('values and dates in words', () => {
    it('says dates as people do, and leaves what is no date', () => {
        expect(dateText('2026-12-09', 'nl')).toBe('9 december 2026');
        expect(dateText('2026-12-09', 'en')).toBe('9 December 2026');
        expect(dateText('2026-13-09', 'nl')).toBe('2026-13-09');
        expect(dateText('ooit', 'nl')).toBe('ooit');
    });

    it('never fills in what is unknown', () => {
        expect(valueText({ type: 'unknown', reason: 'leeg', expected: '2027' }, 'nl')).toBe(
            'onbekend (leeg), verwacht in 2027',
        );
        expect(valueText({ type: 'local' }, 'nl')).toBe('plaatselijk');
    });
});
