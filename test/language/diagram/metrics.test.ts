import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from '../../../language/diagram/metrics.js';
import { random } from './random-graph.js';

describe('the width of text', () => {
    it('is that of Arial: wide letters are wide, accents take no room', () => {
        expect(textWidth('iiii', 10)).toBeCloseTo(8.88);
        expect(textWidth('MMMM', 10)).toBeCloseTo(33.32);
        expect(textWidth('één ïdee', 12)).toBeCloseTo(textWidth('een idee', 12));
        expect(textWidth('漢字', 10)).toBeGreaterThanOrEqual(20);
        // what joins signs takes no room
        expect(textWidth('👩\u200d👧', 10)).toBe(textWidth('👩👧', 10));
        expect(textWidth('vet', 10, true)).toBeGreaterThan(textWidth('vet', 10));
    });
});

describe('wrapping', () => {
    it('breaks between words and keeps all of them', () => {
        const { lines, isCut } = wrap('De mensen om het gezin heen uitnodigen', 100, 5, 13);
        expect(lines.join(' ')).toBe('De mensen om het gezin heen uitnodigen');
        expect(lines.length).toBeGreaterThan(1);
        expect(isCut).toBe(false);
    });

    it('breaks a word that is too long before a consonant with a vowel behind it', () => {
        expect(wrap('VoorZorgverpleegkundige', 116, 3, 11, true)).toEqual({
            lines: ['VoorZorgverpleeg-', 'kundige'],
            isCut: false,
            isBroken: true,
        });
    });

    it('leaves out whole words where it has to, and part of one that is alone on its line', () => {
        expect(wrap('wanneer niet alle hulpverleners op een lijn zitten', 120, 2, 11).lines).toEqual([
            'wanneer niet alle',
            'hulpverleners op een…',
        ]);
        expect(wrap('hulpverleningsgeschiedenis', 60, 1, 11).lines).toEqual([expect.stringMatching(/^hulp\w+…$/)]);
    });

    it('says so when it leaves words out', () => {
        const { lines, isCut } = wrap('een twee drie vier vijf zes zeven acht', 50, 2, 12);
        expect(isCut).toBe(true);
        expect(lines).toHaveLength(2);
        expect(lines.at(-1)).toMatch(/…$/);
    });

    it('never makes a line that is wider than it may be, whatever the text', () => {
        const next = random(7);
        const letters = [...'abcdefghijklmnopqrstuvwxyzABCMW éï-–“”…😀漢 \n\t&<'];
        for (let i = 0; i < 500; i++) {
            const text = Array.from(
                { length: Math.floor(next() * 120) },
                () => letters[Math.floor(next() * letters.length)],
            );
            const [width, most] = [30 + next() * 150, 1 + Math.floor(next() * 5)];
            const { lines } = wrap(text.join(''), width, most, 12);
            expect(lines.length).toBeLessThanOrEqual(most);
            expect(lines.filter((line) => textWidth(line, 12) > width)).toEqual([]);
        }
    });
});
