import { describe, expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

const found = async (text: string, code = 'tijd/som') =>
    (await checkFor(code, `interventie P "P" {\nrol W\ngegeven g: ja/nee\n${text}\n}\n`)).map(
        ({ severity, message, data = {} }) =>
            `${severity} ${message.nl.replace(/ (Pas de|Begrens de|Schrijf).*/, '')}${'days' in data ? ` ${String(data.days)}` : ''}`,
    );

const SHORT = (stated: string, ends: readonly [short: string, long: string], kinds = '') =>
    `duur ${stated}
    aanpak {
        stap A { door W duur precies 1 week bepaalt g daarna { als g: B anders: C } }
        stap B { door W duur precies 1 day daarna: ${ends[0]} }
        stap C { door W duur precies 3 weken daarna: ${ends[1]} }
        ${kinds}
    }`.replace('1 day', '1 dag');

describe('the duration that is stated, against the shortest course to each end', () => {
    const one: readonly [string, string] = ['Klaar', 'Klaar'];
    const two: readonly [string, string] = ['Kort', 'Lang'];
    it.each([
        [
            'precies 4 weken',
            one,
            'einde Klaar',
            ['warning De weg in het voorbeeld naar `Klaar` duurt hoogstens 8 dagen; hier staat “precies 4 weken”. 8'],
        ],
        [
            'minstens 4 weken',
            one,
            'einde Klaar',
            ['warning De weg in het voorbeeld naar `Klaar` duurt hoogstens 8 dagen; hier staat “minstens 4 weken”. 8'],
        ],
        [
            '3 tot 4 weken',
            two,
            'einde Kort { geslaagd } einde Lang { geslaagd }',
            ['warning De weg in het voorbeeld naar `Kort` duurt hoogstens 8 dagen; hier staat “3 tot 4 weken”. 8'],
        ],
        ['3 tot 4 weken', two, 'einde Kort { bij weigering } einde Lang', []],
        ['3 tot 4 weken', two, 'einde Kort einde Lang { geslaagd }', []],
        [
            '3 tot 4 weken',
            two,
            'einde Kort einde Lang',
            [
                'info De weg in het voorbeeld naar `Kort` duurt hoogstens 8 dagen; hier staat “3 tot 4 weken”. Of dat te kort is, valt niet te zeggen: geen einde is `geslaagd`. 8',
            ],
        ],
        ['4 weken', one, 'einde Klaar', []],
        ['8 tot 28 dagen', one, 'einde Klaar', []],
    ])('%s, ends %j: %s', async (stated, ends, kinds, expected) => {
        expect(await found(SHORT(stated, ends, kinds))).toEqual(expected);
    });

    it('says nothing of a course of which some time is not stated', async () => {
        expect(
            await found(
                'duur minstens 4 weken aanpak { stap A { door W } stap B { door W duur precies 1 week } einde Klaar }',
            ),
        ).not.toEqual([expect.stringContaining('De weg in het voorbeeld')]);
    });
});

describe('the longest course', () => {
    const REST = `daarna { als g: B anders: C } }
        stap B { door W duur precies 3 weken daarna: Klaar }
        stap C { door W duur precies 1 week daarna: Klaar }
        einde Klaar`;

    it('takes as long as the work does where a term without `anders` is overrun', async () => {
        expect(
            await found(
                `duur hoogstens 4 weken aanpak { stap A { door W duur precies 2 weken bepaalt g termijn 13 dagen ${REST} }`,
            ),
        ).toEqual(['warning De langste weg, naar `Klaar`, duurt 5 weken; hier staat “hoogstens 4 weken”. 35']);
        expect(
            await found(`duur hoogstens 3 weken aanpak {
                gelijktijdig {
                    stap A { door W duur precies 2 weken }
                    stap B { door W duur precies 1 week termijn 5 dagen }
                }
                stap C { door W duur 1 tot 4 weken }
                einde Klaar }`),
        ).toEqual(['warning De langste weg, naar `Klaar`, duurt 6 weken; hier staat “hoogstens 3 weken”. 42']);
    });

    it('has no bound where people may interrupt time and again', async () => {
        expect(
            await found(`duur hoogstens 4 weken aanpak { stap A { door W duur precies 2 weken bepaalt g termijn 2 weken ${REST}
                altijd als "rust": R, hervat daarna
                stap R { door W duur precies 1 week } }`),
        ).toEqual([
            'warning Hoe lang het tot `Klaar` hoogstens duurt, heeft geen grens; hier staat “hoogstens 4 weken”. null',
        ]);
    });

    it.each([
        ['herhaal onbekend', '', 'info'],
        ['', 'als niet g: A hoogstens onbekend keer', 'info'],
        ['herhaal tot g', '', 'warning'],
        ['', 'als niet g: A', 'warning'],
    ])('is undecided where its bound is left open: %s%s', async (repeat, back, severity) => {
        const text = `duur hoogstens 4 weken aanpak {
            contactbudget hoogstens 3
            stap A { door W contacten precies 1 duur precies 1 week bepaalt g ${repeat} daarna { ${back} anders: Klaar } }
            einde Klaar }`;
        const isOpen = severity === 'info';
        expect(await found(text)).toEqual([
            isOpen
                ? 'info Of elke weg past in “hoogstens 4 weken”, is niet te zeggen: hoe vaak een gezin bij `A` terugkomt, is open gelaten.'
                : 'warning Hoe lang het tot `Klaar` hoogstens duurt, heeft geen grens; hier staat “hoogstens 4 weken”. null',
        ]);
        expect(await found(text, 'budget/overschreden')).toEqual([
            isOpen
                ? 'info Of het budget van 3 altijd genoeg is, is niet te zeggen: hoe vaak een gezin bij `A` terugkomt, is open gelaten.'
                : expect.stringMatching(/^warning Hoeveel contacten er tot `Klaar` hoogstens zijn, heeft geen grens/),
        ]);
    });
});
