import { describe, expect, it } from 'vitest';
import { checkFor, pointedAt } from '../rule-tester.js';

const CODE = 'norm/meting';

function indicator(...lines: string[]): string {
    return `interventie X {\n    indicator I "Iets" {\n${lines.map((l) => `        ${l}`).join('\n')}\n    }\n}\n`;
}

async function outcome(...lines: string[]): Promise<string[]> {
    return (await checkFor(CODE, indicator(...lines))).map((f) => `${f.severity}: ${f.message.nl}`);
}

describe('a norm, its measurement and its verdict', () => {
    it('give the percentage of a part of a whole, as each language writes it', async () => {
        const text = indicator('norm hoogstens 5 %', 'meting 5 van 78 trajecten in 2013', 'oordeel "ongeveer in lijn"');
        const [finding] = await checkFor(CODE, text);
        expect(finding?.severity).toBe('warning');
        expect(finding?.message.nl).toContain('(6,4 %) tegenover “hoogstens 5 %”');
        expect(finding?.message.en).toContain('(6.4 %) against “hoogstens 5 %”');
        expect(finding && pointedAt(text, finding)).toBe('oordeel "ongeveer in lijn"');
        expect(finding?.related.map((r) => pointedAt(text, { ...finding, at: r.at }))).toEqual([
            'norm hoogstens 5 %',
            'meting 5 van 78 trajecten in 2013',
        ]);
    });

    it.each([
        ['below a least', 'norm minstens 80 %', 'meting 61 van 78 gezinnen', 'oordeel "gehaald"'],
        ['at a bound that is excluded', 'norm minder dan 5 %', 'meting 5 %', 'oordeel "gehaald"'],
        ['two parts of a whole', 'norm minstens 4 van 5 gezinnen', 'meting 7 van 10 gezinnen', 'oordeel "in orde"'],
        ['in a unit of their own', 'norm hoogstens 3 weken', 'meting 4 weken', 'oordeel "op tijd"'],
        ['in percents as a word', 'norm hoogstens 5 procent', 'meting 5 van de 78 trajecten', 'oordeel "in lijn"'],
        ['weeks against days', 'norm hoogstens 2 weken', 'meting 15 dagen', 'oordeel "op tijd"'],
        ['years against months', 'norm minstens 1 jaar', 'meting 11 maanden', 'oordeel "gehaald"'],
        [
            'weeks against months, however long those are',
            'norm hoogstens 6 weken',
            'meting 2 maanden',
            'oordeel "goed"',
        ],
        ['an amount in two units', 'norm hoogstens 2 jaar', 'meting 2 jaar en 1 maand', 'oordeel "gehaald"'],
        ['none allowed', 'norm geen uitval', 'meting 5 van de 78 trajecten', 'oordeel "gehaald"'],
        ['one who is too old', 'norm tot 6 jaar', 'meting 6 jaar', 'oordeel "gehaald"'],
        ['how often', 'norm minstens 1 keer per week', 'meting 1 keer per 2 weken', 'oordeel "gehaald"'],
        ['how often in other periods', 'norm minstens 2 keer per maand', 'meting 1 keer per kwartaal', 'oordeel "ja"'],
        ['how often, of weeks and months', 'norm minstens 1 keer per week', 'meting 1 keer per maand', 'oordeel "ja"'],
        [
            'how often for each',
            'norm minstens 2 keer per week per kind',
            'meting 1 keer per week per kind',
            'oordeel "ja"',
        ],
        ['none at all', 'norm minstens 1 bezoek', 'meting geen bezoeken', 'oordeel "gehaald"'],
    ])('contradict each other when the norm is missed: %s', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([expect.stringMatching(/^warning: De norm van `I` is niet gehaald/)]);
    });

    it.each([
        ['at a bound that is included', 'norm minstens 80 %', 'meting 80 %', 'oordeel "gehaald"'],
        [
            'a third, which no decimal writes exactly',
            'norm minstens 1 van 3 gezinnen',
            'meting 2 van 6 gezinnen',
            'oordeel "gehaald"',
        ],
        ['exactly as much in another unit', 'norm hoogstens 1 jaar', 'meting 12 maanden', 'oordeel "gehaald"'],
        ['a month is more than four weeks or as much', 'norm minstens 4 weken', 'meting 1 maand', 'oordeel "gehaald"'],
        ['elke is once', 'norm minstens 1 keer per 2 weken', 'meting elke week', 'oordeel "gehaald"'],
        ['within one term', 'norm minstens 80 % binnen 1 week', 'meting 85 % binnen 7 dagen', 'oordeel "gehaald"'],
        ['none of the whole', 'norm hoogstens 5 %', 'meting geen uitval', 'oordeel "gehaald"'],
        ['nothing of what was not read', 'norm hoogstens 5 %', 'meting 5 van 78 of 80', 'oordeel "in lijn"'],
        ['of that what is counted up to the last', 'norm tot 5 %', 'meting 5 %', 'oordeel "gehaald"'],
        ['in a range', 'norm 2 tot 4 weken', 'meting 3 weken', 'oordeel "gehaald"'],
        ['missed, and the verdict says so', 'norm minstens 80 %', 'meting 10 %', 'oordeel "net niet gehaald"'],
        [
            'missed, and one of two verdicts says so',
            'norm minstens 80 %',
            'meting 10 %',
            'oordeel "niet gehaald"',
            'oordeel "jammer"',
        ],
    ])('agree: %s', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([]);
    });

    it('contradict each other when a norm that is met is said to be missed', async () => {
        expect(await outcome('norm minstens 80 %', 'meting 66 van 78 gezinnen', 'oordeel "niet gehaald"')).toEqual([
            expect.stringMatching(/^warning: De norm van `I` is gehaald: “66 van 78 gezinnen” \(84,6 %\)/),
        ]);
    });

    it.each([
        [
            'a vague norm',
            ['norm ongeveer 80 %', 'meting 10 %', 'oordeel "gehaald"'],
            'de norm “ongeveer 80 %” is niet precies',
        ],
        [
            'a vague measurement',
            ['norm minstens 80 %', 'meting ruim 10 %', 'oordeel "gehaald"'],
            'de meting “ruim 10 %” is niet precies',
        ],
        [
            'a norm without bound',
            ['norm 80 %', 'meting 66 %', 'oordeel "gehaald"'],
            'zegt niet of dat minstens of hoogstens is',
        ],
        [
            'a range that the norm cuts',
            ['norm minstens 80 %', 'meting 70 tot 90 %', 'oordeel "gehaald"'],
            'deels binnen en deels buiten',
        ],
        [
            'another unit',
            ['norm minstens 80 %', 'meting 12 gezinnen', 'oordeel "gehaald"'],
            'is een deel van een geheel, en de meting “12 gezinnen” is een aantal `gezinnen`',
        ],
        ['a number without a unit', ['norm minstens 80 %', 'meting 0,79'], 'is een getal zonder eenheid'],
        ['none of something else', ['norm geen uitval', 'meting 2 gezinnen'], 'aantal `uitval`'],
        ['weeks beside parents', ['norm 70 weken', 'meting 21 van de 34 ouders'], 'is een aantal `weken`'],
        [
            'working days, which have no fixed length',
            ['norm hoogstens 1 week', 'meting 5 werkdagen'],
            'hangt af van hoe lang maanden zijn, weekenden en feestdagen',
        ],
        ['working days that never fit', ['norm hoogstens 1 week', 'meting 9 werkdagen'], 'is niet gehaald'],
        [
            'another term',
            ['norm minstens 80 % binnen 3 werkdagen', 'meting 85 % binnen 5 werkdagen', 'oordeel "gehaald"'],
            'gaan over een andere termijn',
        ],
        ['a norm without figure', ['norm enkele weken', 'meting 3 weken'], 'de norm “enkele weken” is niet precies'],
        ['a missed norm without verdict', ['norm minstens 80 %', 'meting 10 %'], 'Er staat geen `oordeel` bij'],
    ])('only inform about %s', async (_, lines, says) => {
        expect(await outcome(...lines)).toEqual([expect.stringMatching(/^info: /)]);
        expect((await outcome(...lines))[0]).toContain(says);
    });

    it.each([
        ['measurement', 'norm minstens 80 %', 'meting onbekend', 'oordeel "gehaald"'],
        ['norm', 'norm plaatselijk', 'meting 10 %', 'oordeel "gehaald"'],
        ['verdict', 'norm minstens 80 %', 'meting 10 %', 'oordeel onbekend'],
    ])('are not judged where the %s is open', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([]);
    });

    it('inform where the text records the difference itself', async () => {
        const lines = [
            'norm hoogstens 5 %',
            'meting 6 %',
            'oordeel "in lijn"',
            'tegenspraak "in lijn?" tussen "6 %" en "in lijn"',
        ];
        expect(await outcome(...lines)).toEqual([
            expect.stringMatching(/^info: .*legt het verschil vast als `tegenspraak`/),
        ]);
    });

    it.each([
        ['veelal', 'norm veelal minstens 80 %', 'meting 10 %', 'oordeel "gehaald"'],
        ['in beginsel', 'norm in beginsel minstens 80 %', 'meting 10 %', 'oordeel "gehaald"'],
        ['bij voorkeur', 'norm bij voorkeur hoogstens 3 weken', 'meting 4 weken', 'oordeel "gehaald"'],
        ['zo nodig', 'norm zo nodig hoogstens 3 weken', 'meting 2 weken', 'oordeel "niet gehaald"'],
    ])('are not held against each other where the norm says %s: it leaves room', async (word, ...lines) => {
        expect(await outcome(...lines)).toEqual([expect.stringMatching(new RegExp(`^info: .*“${word}”.*ruimte`))]);
    });

    it('leave room too where the measurement says veelal', async () => {
        expect(await outcome('norm minstens 80 %', 'meting veelal 10 %', 'oordeel "gehaald"')).toEqual([
            expect.stringMatching(/^info: .*“veelal”/),
        ]);
    });

    it('are held against the norm that is firm, beside one that leaves room', async () => {
        const lines = ['norm veelal minstens 90 %', 'norm minstens 80 %', 'meting 10 %', 'oordeel "gehaald"'];
        expect(await outcome(...lines)).toEqual([expect.stringMatching(/^warning: .*tegenover “minstens 80 %”/)]);
    });
});

describe('of several measurements', () => {
    const NORM = 'norm minstens 80 %';

    it.each([
        ['years', 'meting 10 % in 2012', 'meting 90 % in 2013'],
        ['years, the latest first', 'meting 90 % in 2013', 'meting 10 % in 2012'],
        ['months', 'meting 10 % in januari 2013', 'meting 90 % in oktober 2013'],
        ['days', 'meting 10 % in 2013-01-31', 'meting 90 % in 2013-02-01'],
        ['a year and a month', 'meting 10 % in december 2012', 'meting 90 % in 2013'],
    ])('the latest is judged, by their %s', async (_, one, other) => {
        expect(await outcome(NORM, one, other, 'oordeel "gehaald"')).toEqual([]);
        expect(await outcome(NORM, one, other, 'oordeel "niet gehaald"')).toEqual([
            expect.stringMatching(/^warning: De norm van `I` is gehaald: “90 % in/),
        ]);
    });

    it.each([
        ['none has a date', 'meting 10 %', 'meting 90 %'],
        ['one has a date', 'meting 10 % in 2012', 'meting 90 %'],
        ['both are of one year', 'meting 10 % in 2012', 'meting 90 % in 2012'],
        ['one is of a month in the year of the other', 'meting 10 % in maart 2012', 'meting 90 % in 2012'],
    ])('nothing is certain where %s and they differ', async (_, one, other) => {
        for (const verdict of ['oordeel "gehaald"', 'oordeel "niet gehaald"']) {
            expect(await outcome(NORM, one, other, verdict)).toEqual([
                expect.stringMatching(/^info: .*valt niet te zeggen: .*welke meting de laatste is/),
            ]);
        }
    });

    it('it is no matter which is the latest where all of them say the same', async () => {
        expect(await outcome(NORM, 'meting 10 %', 'meting 20 %', 'oordeel "gehaald"')).toEqual([
            expect.stringMatching(/^warning: De norm van `I` is niet gehaald: “10 %”, “20 %” tegenover/),
        ]);
        expect(await outcome(NORM, 'meting 90 %', 'meting 95 %', 'oordeel "gehaald"')).toEqual([]);
    });

    it('one of another unit does not count', async () => {
        expect(await outcome(NORM, 'meting 10 % in 2012', 'meting 3 weken in 2014', 'oordeel "gehaald"')).toEqual([
            expect.stringMatching(/^warning: .*“10 % in 2012”/),
        ]);
    });
});

describe('a verdict that tells the side of the norm', () => {
    it.each([
        ['hoogstens 5 %', '6 %', 'onder de maat'],
        ['hoogstens 5 %', '6 %', 'boven de norm'],
        ['minstens 80 %', '70 %', 'ruim onder de norm'],
        ['hoogstens 5 %', '4 %', 'ruim onder de norm'],
        ['hoogstens 5 %', '4 %', 'niet boven de norm'],
        ['minstens 80 %', '90 %', 'boven de norm'],
    ])('agrees: norm %s, meting %s, “%s”', async (norm, measured, verdict) => {
        expect(await outcome(`norm ${norm}`, `meting ${measured}`, `oordeel "${verdict}"`)).toEqual([]);
    });

    it.each([
        ['hoogstens 5 %', '6 %', 'ruim onder de norm', 'niet gehaald'],
        ['hoogstens 5 %', '4 %', 'boven de norm', 'is gehaald'],
        ['hoogstens 5 %', '4 %', 'onder de maat', 'is gehaald'],
        ['minstens 80 %', '70 %', 'boven de norm', 'niet gehaald'],
        ['minstens 80 %', '90 %', 'niet boven de norm', 'is gehaald'],
    ])('differs: norm %s, meting %s, “%s”', async (norm, measured, verdict, said) => {
        const [first] = await outcome(`norm ${norm}`, `meting ${measured}`, `oordeel "${verdict}"`);
        expect(first).toContain(said);
    });
});

describe('a verdict that tells whether the norm is passed', () => {
    it.each([
        ['above a most, and not passed', 'norm hoogstens 5 %', 'meting 6 %', 'oordeel "niet overschreden"'],
        [
            'the same of a measurement with a bound',
            'norm hoogstens 5 %',
            'meting minstens 6 %',
            'oordeel "nooit overschreden"',
        ],
        ['the same in another form', 'norm hoogstens 5 %', 'meting 6 %', 'oordeel "het overschrijdt de norm niet"'],
        ['the same in a noun', 'norm hoogstens 5 %', 'meting 6 %', 'oordeel "zonder overschrijding"'],
        ['above a most, and not too high', 'norm hoogstens 5 %', 'meting 6 %', 'oordeel "niet te hoog"'],
        [
            'below a least, not passed but met',
            'norm minstens 80 %',
            'meting 75 %',
            'oordeel "de norm is niet overschreden maar gehaald"',
        ],
        ['below a least, and passed', 'norm minstens 80 %', 'meting 75 %', 'oordeel "ruim overschreden"'],
    ])('contradicts a norm that is missed: %s', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([expect.stringMatching(/^warning: De norm van `I` is niet gehaald/)]);
    });

    it.each([
        ['below a most, and passed', 'norm hoogstens 5 %', 'meting 4 %', 'oordeel "overschreden"'],
        ['above a least, and below it', 'norm minstens 80 %', 'meting 85 %', 'oordeel "de norm is onderschreden"'],
    ])('contradicts a norm that is met: %s', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([expect.stringMatching(/^warning: De norm van `I` is gehaald/)]);
    });

    it.each([
        ['a most that is passed', 'norm hoogstens 5 %', 'meting 6 %', 'oordeel "overschreden"'],
        ['a most that is not', 'norm hoogstens 5 %', 'meting 4 %', 'oordeel "niet overschreden"'],
        ['a least that is passed', 'norm minstens 80 %', 'meting 85 %', 'oordeel "ruim overschreden"'],
        [
            'a least that is not passed and not met',
            'norm minstens 80 %',
            'meting 75 %',
            'oordeel "niet gehaald, laat staan overschreden"',
        ],
        ['a least that is just met', 'norm minstens 80 %', 'meting 80 %', 'oordeel "niet overschreden"'],
    ])('agrees: %s', async (_, ...lines) => {
        expect(await outcome(...lines)).toEqual([]);
    });
});

it('shows as many digits as it takes to see that a measurement is not its norm', async () => {
    const text = indicator('norm hoogstens 6,4 %', 'meting 5 van 78 trajecten', 'oordeel "gehaald"');
    const [finding] = await checkFor(CODE, text);
    expect(finding?.message.nl).toContain('(6,41 %) tegenover “hoogstens 6,4 %”');
    expect(finding?.message.en).toContain('(6.41 %) against “hoogstens 6,4 %”');
});

it('calls a part of none what it is', async () => {
    const [said] = await outcome('norm minstens 80 %', 'meting 0 van 0 gezinnen', 'oordeel "gehaald"');
    expect(said).toContain('“0 van 0 gezinnen” is een deel van nul, en dat heeft geen percentage.');
});
