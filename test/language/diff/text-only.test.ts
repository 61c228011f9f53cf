import { describe, expect, test } from 'vitest';
import { sameInOtherWords } from '../../../language/diff/text-only.js';

const same = (word: string, before: string, after: string) =>
    sameInOtherWords(word, JSON.stringify(before), JSON.stringify(after));

describe('whether a change is one of words only', () => {
    test.each([
        ['Na twee gesprekken.', 'na 2 gesprekken'],
        ['vijfentwintig gezinnen', '25 gezinnen'],
        ['tweeëntwintig gezinnen', '22 gezinnen'],
        ['Eén plan', 'één plan'],
        ['3–5 keer', '3-5 keer'],
        ['coördinatie', 'coordinatie'],
    ])('what states something is the same in “%s” and “%s”', (before, after) => {
        expect(same('klaar als', before, after)).toBe(true);
    });

    test.each([
        ['er is één plan', 'er is een plan'],
        ['niemand is thuis', 'iedereen is thuis'],
        ['het gaat wel', 'het gaat niet'],
        ['≥ 3 keer', '≤ 3 keer'],
        ['1,5 uur', '15 uur'],
        ['1.500 euro', '1,500 euro'],
        ['-5 punten', '5 punten'],
        ['5 %', '5'],
    ])('what states something is another thing in “%s” and “%s”', (before, after) => {
        expect(same('klaar als', before, after)).toBe(false);
    });

    test.each([
        ['Dit is een voorbeeld.', 'Dit is maar een voorbeeld.', true],
        ['Na twee gesprekken is er rust.', 'Er is rust na 2 gesprekken.', true],
        ['Na twee gesprekken is er rust.', 'Na drie gesprekken is er rust.', false],
        ['Niemand hoeft mee.', 'Iedereen gaat mee.', false],
        ['Na één gesprek.', 'Na een gesprek.', false],
    ])('a text that explains: “%s” and “%s”', (before, after, expected) => {
        expect(same('toelichting', before, after)).toBe(expected);
    });

    test.each([
        ['Het plan maken', 'Een plan maken', true],
        ['Hulp thuis', 'Hulp bij het gezin thuis', true],
        ['Overleggen met en melden bij Veilig Thuis', 'Overleggen met Veilig Thuis', false],
        ['Stress verminderen', 'Stress vergroten', false],
        ['Meer contact', 'Minder contact', false],
        ['Gesprek met ouders', 'Gesprek met kinderen', false],
        ['Van wijkteam naar JGZ', 'Van JGZ naar wijkteam', false],
        ['Eén plan maken', 'Een plan maken', false],
    ])('a title: “%s” and “%s”', (before, after, expected) => {
        expect(same('titel', before, after)).toBe(expected);
    });
});
