import { expect, test } from 'vitest';
import { machineOf } from '../../../language/execution/machine.js';
import { contactsInWords, timeInWords } from '../../../language/simulate/amounts.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';

test.each([
    [2 / 24, 2 / 24, '2 uur', '2 hours'],
    [1 / 24, 1 / 24, '1 uur', '1 hour'],
    [0, 2.5 / 24, '0 tot 2,5 uur', '0 to 2.5 hours'],
    [0, 0, '0 dagen', '0 days'],
    [1, 1, '1 dag', '1 day'],
    [0, 1, '0 tot 1 dag', '0 to 1 days'],
    [1, Number.POSITIVE_INFINITY, 'minstens 1 dag', 'at least 1 day'],
    [0.5, Number.POSITIVE_INFINITY, 'minstens 12 uur', 'at least 12 hours'],
    [20.4, 20.4, 'ruim 20 dagen', 'just over 20 days'],
])('from %d to %d days is %s', (low, high, nl, en) => {
    expect(timeInWords({ low, high, open: [] })).toEqual({ nl, en });
});

test.each([
    [1, 1, '1 contactmoment', '1 contact'],
    [0, 1, '0 tot 1 contactmoment', '0 to 1 contacts'],
    [1, 3, '1 tot 3 contactmomenten', '1 to 3 contacts'],
    [1, Number.POSITIVE_INFINITY, 'minstens 1 contactmoment', 'at least 1 contact'],
])('from %d to %d contacts is %s', (low, high, nl, en) => {
    expect(contactsInWords({ low, high, open: [] })).toEqual({ nl, en });
});

test('a least of one week is said as one', () => {
    const least = (low: number) => timeInWords({ low, high: Number.POSITIVE_INFINITY, open: [] }, 'weken');
    expect([least(7), least(14)].map(({ nl, en }) => `${nl}, ${en}`)).toEqual([
        'minstens 1 week, at least 1 week',
        'minstens 2 weken, at least 2 weeks',
    ]);
});

test('only what leaves it open is named, not what comes behind it', async () => {
    const machine = machineOf(
        await protocol(`interventie X { aanpak {
            stap Vooraf { duur ongeveer 1 dag }
            stap Week { duur precies 1 week }
            fase F { duur 4 weken stap Les { duur 2 uur } }
            einde Klaar
        } }`),
    );
    expect(machine && simulate(machine, { facts: {}, at: [] }).duration.open).toEqual(['Vooraf']);
});
