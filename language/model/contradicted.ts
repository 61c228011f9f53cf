import { numbersIn } from '../text/amounts-in-text.js';
import type { Contradiction } from './protocol.js';
import { isOpen } from './queries.js';
import type { Quantity, Value } from './values.js';

/** What a contradiction may be about: a property, a number of steps, a budget. */
export interface Figure {
    /** how it begins, or what it is about: `duur` */
    readonly word: string;
    readonly values: readonly Value[];
}

/** Whether a contradiction has what a figure is of in its title, or the same figure. */
export function isAbout({ title, sides }: Contradiction, { word, values }: Figure): boolean {
    const texts = [title, ...sides.map((s) => s.text ?? '')];
    const called = word.toLowerCase();
    const isCalled = title
        .toLowerCase()
        .split(/[^\p{L}\p{N}-]+/u)
        .some((w) => w === called || w === `${called}t`);
    return values.some((value) =>
        value.type === 'quantity' ? isCalled || texts.some((t) => hasAmount(t, value)) : isCalled && isOpen(value),
    );
}

function hasAmount(text: string, { low, high, unit }: Quantity): boolean {
    return (
        unit !== undefined &&
        numbersIn(text, (word) => word === unit).amounts.some((a) => a.number === low || a.number === high)
    );
}
