import { describe, expect, test } from 'vitest';
import { durationsOf } from '../../../language/analysis/durations.js';
import { spaceOf, type Space } from '../../../language/analysis/space.js';
import { gapsOf } from '../../../language/analysis/gaps.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { timedWork } from '../../../language/execution/timed-work.js';
import type { Figure } from '../../../language/analysis/days-clock.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { checkFor } from '../rule-tester.js';
import { protocol } from '../support/language.js';

async function machine(step: string, rest = ''): Promise<Machine> {
    const made = machineOf(
        await protocol(`interventie X {\naanpak {\nstap A {\n${step}\n}\n${rest}\neinde Klaar\neinde Weg\n}\n}`),
    );
    if (!made) {
        throw new Error('There is always an aanpak.');
    }
    return made;
}

/** The days on which the work is done, at least and at most, and what leaves it open when. */
function played(of: Machine) {
    const { log, stop, duration } = simulate(of, { facts: {}, at: [] });
    expect(stop).toBeUndefined();
    return {
        days: log.flatMap(({ kind, time }) => (kind === 'done' ? [[time.low, time.high]] : [])),
        open: duration.open,
    };
}

function longest(space: Space, figure: Figure): number {
    const all = durationsOf(space, timedWork(space.machine), figure);
    const ends = space.states.flatMap((s, i) => (s.end === undefined ? [] : [all(i)?.days ?? Number.NaN]));
    return figure === 'low' ? Math.min(...ends) : Math.max(...ends);
}

test.each([
    ['duur 1 dag\nfrequentie 1 keer per week', [1, 8, 15, 22]],
    ['duur 1 dag\nfrequentie elke 2 weken', [1, 15, 29, 43]],
    ['duur precies 2 weken\nfrequentie 1 keer per week', [14, 28, 42, 56]],
    ['duur 1 dag', [1, 2, 3, 4]],
])('the next round begins so long after the last: %s', async (said, days) => {
    const of = await machine(`${said}\nherhaal precies 3 keer`);
    expect(played(of).days).toEqual(days.map((d) => [d, d]));
    const space = spaceOf(of);
    expect([longest(space, 'low'), longest(space, 'high')]).toEqual([days[3], days[3]]);
});

test('what comes behind it counts from the last round, and each visit begins anew', async () => {
    const of = await machine(
        'duur 1 dag\nfrequentie 1 keer per week\nherhaal precies 1 keer',
        'stap B { duur 1 dag\ndaarna {\nals "nog eens": A hoogstens 1 keer\nanders: Klaar\n} }',
    );
    expect([longest(spaceOf(of), 'low'), longest(spaceOf(of), 'high')]).toEqual([9, 18]);
});

test('without bound what is done again by a frequency may take for ever', async () => {
    const of = await machine('duur 0 dagen\nfrequentie 1 keer per week\nherhaal tot "genoeg"');
    expect(longest(spaceOf(of), 'high')).toBe(Number.POSITIVE_INFINITY);
});

test.each([
    ['frequentie onbekend', 'notStated'],
    ['frequentie "in overleg"', 'notStated'],
    ['frequentie 2 keer per week', 'vague'],
    ['frequentie ongeveer 1 keer per week', 'vague'],
    ['frequentie veelal 1 keer per week', 'vague'],
] as const)('the time between rounds is open: %s', async (said, gap) => {
    const of = await machine(`duur 1 dag\n${said}\nherhaal precies 3 keer`);
    const { days, open } = played(of);
    expect(open).toEqual(['A']);
    expect(days[0]).toEqual([1, 1]);
    expect(days[3]?.[1]).toBe(Number.POSITIVE_INFINITY);
    expect(gapsOf(spaceOf(of), timedWork(of))[gap]).toEqual(['A']);
});

describe('the duration of the whole', () => {
    const course = (duration: string, said: string) => `interventie X {
duur ${duration}
aanpak {
    stap A "Bijeenkomst" { duur 1,5 uur
        ${said}
        herhaal precies 9 keer
    }
    einde Klaar { geslaagd }
}
}`;

    test('ten weekly meetings take nine weeks', async () => {
        expect(await checkFor('tijd/som', course('hoogstens 10 weken', 'frequentie 1 keer per week'))).toEqual([]);
        const [finding] = await checkFor('tijd/som', course('hoogstens 8 weken', 'frequentie 1 keer per week'));
        expect(finding).toMatchObject({ severity: 'warning' });
        expect(finding?.message.nl).toContain('63');
    });

    test('ten weekly meetings are ten weeks to who reckons a week to the last', async () => {
        expect(await checkFor('tijd/som', course('10 weken', 'frequentie 1 keer per week'))).toEqual([]);
        expect(await checkFor('tijd/som', course('12 weken', 'frequentie 1 keer per week'))).toHaveLength(1);
    });

    test('an open frequency accuses nobody', async () => {
        const found = await checkFor('tijd/som', course('hoogstens 8 weken', 'frequentie onbekend'));
        expect(found).toMatchObject([{ severity: 'info' }]);
    });
});
