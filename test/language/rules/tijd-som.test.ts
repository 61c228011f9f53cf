import { describe, expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

const found = async (text: string, code = 'tijd/som') =>
    (await checkFor(code, `interventie P "P" {\nrol W\ngegeven g: ja/nee\n${text}\n}\n`)).map(
        ({ severity, message, data = {} }) =>
            `${severity} ${message.nl.replace(/ (Pas de|Begrens|Schrijf).*/, '')}${'days' in data ? ` ${String(data.days)}` : ''}`,
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

    it('waits for an interruption during which a term runs out', async () => {
        expect(
            await found(`duur hoogstens 15 dagen aanpak {
                altijd als g: P, hervat daarna
                gelijktijdig {
                    stap A { door W duur precies 3 weken termijn 2 weken anders: Klaar }
                    stap C { door W bepaalt g duur precies 10 dagen }
                }
                stap P { door W duur precies 4 weken }
                stap D { door W duur precies 1 dag }
                einde Klaar }`),
        ).toEqual(['warning De langste weg, naar `Klaar`, duurt 38 dagen; hier staat “hoogstens 15 dagen”. 38']);
    });

    it.each([
        ['', 'hoe lang het hoogstens duurt, staat niet bij `B`', ['A', 'B']],
        ['duur onbekend', 'hoe lang het hoogstens duurt, staat niet bij `B`', ['A', 'B']],
        ['duur precies 1 week  herhaal onbekend', 'hoe vaak een gezin bij `B` terugkomt', ['A', 'B', 'B', 'C']],
        ['duur enkele weken', 'is niet te zeggen: ', ['A', 'B']],
        ['duur ongeveer 3 weken', 'de tijd is vaag bij `B`', ['A', 'B', 'C']],
    ])('shows a course by what leaves it open: %s', async (said, says, path) => {
        const text = `interventie X "x" {
            duur hoogstens 4 weken
            rol W
            aanpak {
                stap A { door W duur precies 1 week }
                stap B { door W ${said} }
                stap C { door W duur precies 1 week }
                einde Klaar
            }
        }`;
        const [finding, ...others] = await checkFor('tijd/som', text);
        expect(others).toEqual([]);
        expect(finding?.message.nl).toContain(says);
        expect(finding?.data?.path).toEqual(path);
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

describe('time that is vague', () => {
    const works = (stated: string, ...steps: readonly string[]) =>
        found(
            `duur ${stated} aanpak { ${steps.map((s, i) => `stap S${String(i)} { door W ${s} }`).join('\n')} einde Klaar }`,
        );
    const VAGUE = (stated: string, of: string, days: string) =>
        `info Of elke weg past in “${stated}”, is niet te zeggen: de tijd is vaag bij ${of}. Met de getallen die er staan, komt de langste weg, naar \`Klaar\`, op ${days}.`;

    it.each([
        ['duur ongeveer 26 weken', '26 weken'],
        ['duur veelal 6 weken', '6 weken'],
    ])('breaks no bound for sure: %s', async (work, days) => {
        expect((await works('hoogstens 3 weken', work)).map((m) => m.replace(/ \d+$/, ''))).toEqual([
            VAGUE('hoogstens 3 weken', '`S0`', days),
        ]);
    });

    it('is said of a step that begins a vague time after another', async () => {
        expect(
            (
                await works(
                    'hoogstens 5 weken',
                    'duur precies 1 week',
                    'begint ongeveer 6 weken na S0 duur precies 1 week',
                )
            )[0],
        ).toContain('de tijd is vaag bij `S1`');
    });

    it('and a bound that is vague is broken by nothing', async () => {
        expect((await works('ongeveer 3 weken', 'duur ongeveer 26 weken'))[0]).toContain(
            'is niet te zeggen: dat is niet precies, en de tijd is vaag bij `S0`.',
        );
        expect(await works('ongeveer 3 maanden', 'duur precies 26 weken')).toEqual([
            'info De langste weg, naar `Klaar`, duurt 26 weken. Of dat past in “ongeveer 3 maanden”, is niet te zeggen: dat is niet precies. 182',
        ]);
    });

    it('leaves sure what it is not part of', async () => {
        expect(
            await found(`duur hoogstens 4 weken aanpak {
                stap A { door W duur precies 1 week bepaalt g daarna { als g: B anders: C } }
                stap B { door W duur precies 5 weken daarna: Klaar }
                stap C { door W duur ongeveer 1 week daarna: Klaar }
                einde Klaar }`),
        ).toEqual(['warning De langste weg, naar `Klaar`, duurt 6 weken; hier staat “hoogstens 4 weken”. 42']);
    });
});

describe('a phase that is repeated', () => {
    const repeated = (stated: string, inside = 'stap A { door W }') =>
        found(
            `duur ${stated} aanpak { fase F { duur precies 2 weken herhaal precies 1 keer ${inside} daarna: Klaar } einde Klaar }`,
        );

    it.each(['stap A { door W }', 'stap A { door W duur hoogstens 1 week }', 'stap A { door W duur precies 2 weken }'])(
        'lasts as long as it says each round, as a step does: %s',
        async (inside) => {
            expect(await repeated('hoogstens 3 weken', inside)).toEqual([
                'warning Elke weg naar `Klaar` duurt minstens 4 weken; hier staat “hoogstens 3 weken”. 28',
            ]);
            expect(await repeated('precies 4 weken', inside)).toEqual([]);
            expect(await repeated('minstens 5 weken', inside)).toEqual([
                'warning De weg in het voorbeeld naar `Klaar` duurt hoogstens 4 weken; hier staat “minstens 5 weken”. 28',
            ]);
        },
    );

    it('is in the simulator as long as here', async () => {
        const ways = (stated: string) =>
            checkFor(
                'scenario/mislukt',
                `interventie P "P" {
                    rol W
                    aanpak {
                        fase F { duur precies 2 weken herhaal precies 2 keer stap A { door W } }
                        stap B { door W duur precies 1 week }
                        einde Klaar
                    }
                }
                scenario "S" voor P { verwacht einde Klaar verwacht ${stated} }`,
            );
        expect(await ways('precies 7 weken')).toEqual([]);
        expect(await ways('hoogstens 6 weken')).toHaveLength(1);
    });
});

it('tells that another source says otherwise how long it takes', async () => {
    const text = (contradiction: string) => `bron H bron W interventie P "P" { rol W1
        duur hoogstens 9 maanden volgens H
        ${contradiction}
        aanpak { stap A { door W1 duur precies 11 maanden } einde Klaar } }`;
    const related = async (contradiction: string) =>
        (await checkFor('tijd/som', text(contradiction))).flatMap((f) => f.related.map((r) => r.message.nl));
    expect(
        await related(
            'tegenspraak "Hoe lang" tussen "hoogstens 9 maanden" volgens H en "hoogstens 12 maanden" volgens W',
        ),
    ).toContain(
        'Hier staat dat bronnen elkaar hierover tegenspreken: “Hoe lang”. Kijk welke geldt voordat u iets aanpast.',
    );
    expect(await related('tegenspraak "Het bereik" tussen "10 gezinnen" en "12 gezinnen"')).toHaveLength(1);
});

it('does not ask to bound a repetition where only vague time has no most', async () => {
    const [only, ...others] = await checkFor(
        'tijd/som',
        `interventie T "T" { duur 10 weken rol A
        aanpak {
            stap Intake { door A duur ongeveer 1 uur }
            fase Training { duur 10 weken stap Bijeenkomst { door A duur 1,5 uur } }
            stap Nameting { door A termijn 2 weken na Bijeenkomst }
            einde Klaar
        } }`,
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ severity: 'info' });
    expect(only?.message.nl).toContain('alleen vaag gezegd bij `Intake`');
});

describe('the steps below it add up to what it says', () => {
    const phase = `fase Hulp { duur 4 weken
        stap Week1 { door A duur 2 weken }
        stap Tussen { begint 2 weken na begin van Week1 door A }
        stap Week3en4 { door A duur 2 weken }
    }`;
    it.each([
        ['termijn 2 dagen na aanmelding', phase],
        ['duur 2 dagen', phase],
        ['duur 2 dagen', phase.replace('begint 2 weken na begin van Week1', '')],
    ])('%s', async (first, hulp) => {
        const all = await checkFor(
            'tijd/som',
            `interventie T "T" { duur hoogstens 4 weken rol A
            aanpak { stap Vooraf { door A ${first} } ${hulp} einde Klaar } }`,
        );
        const steps = all.flatMap((f) => f.related.map((r) => r.message.nl));
        expect(steps.at(-1)).toMatch(/klaar na 30 dagen$/);
        expect(steps.filter((s) => s.includes('Hulp')).length * steps.filter((s) => s.includes('Week')).length).toBe(0);
        expect(all.map((f) => f.message.nl).join()).not.toContain('gelijktijdig');
    });
});

describe('several durations side by side, of which nothing says which holds', () => {
    const step = (stated: string) =>
        found(`bron B\nbron C\nduur hoogstens 3 weken\naanpak { stap S { door W ${stated} } einde E { geslaagd } }`);

    it.each([
        'duur 2 weken volgens B duur 4 weken volgens C',
        'duur 4 weken volgens B duur 2 weken volgens C',
        'duur 2 weken\nduur 4 weken',
        'duur 2 weken, 4 weken',
        'duur 4 weken, 2 weken',
    ])('are not decided, whichever stands first: %s', async (stated) => {
        const [only, ...others] = await step(stated);
        expect(others).toEqual([]);
        expect(only).toMatch(
            /^info Of elke weg past in “hoogstens 3 weken”, is niet te zeggen: de tijd is vaag bij `S`\./,
        );
    });

    it.each([
        'duur 2 weken, onbekend',
        'duur 2 weken volgens B duur onbekend volgens C',
        'duur 2 weken, "zo nodig meer"',
    ])('have no most where one of them is no figure: %s', async (stated) => {
        expect(await step(stated)).toEqual([
            'info Of elke weg past in “hoogstens 3 weken”, is niet te zeggen: hoe lang het hoogstens duurt, is alleen vaag gezegd bij `S`.',
        ]);
    });

    it('of the whole leave it open as well, and the same one twice is one', async () => {
        const whole = (stated: string) => found(`${stated}\naanpak { stap S { door W duur precies 4 weken } einde E }`);
        expect(await whole('duur hoogstens 3 weken, hoogstens 6 weken')).toEqual([
            expect.stringMatching(/^info .*“hoogstens 3 weken”, is niet te zeggen: dat is niet precies/),
        ]);
        expect(await whole('duur hoogstens 3 weken, hoogstens 3 weken')).toEqual([
            expect.stringMatching(/^warning .*“hoogstens 3 weken”/),
        ]);
        expect(await step('duur precies 2 weken volgens B duur precies 2 weken volgens C')).toEqual([]);
    });
});

describe('the critical path', () => {
    it.each([
        ['of the work', 'stap X { door W  duur 1 tot 5 weken  termijn 3 weken anders: Op }'],
        [
            'of the group around it',
            'gelijktijdig G { termijn 3 weken anders: Op  stap X { door W  duur 1 tot 5 weken }  stap Y { door W  duur 2 weken } }',
        ],
    ])('has work that a term bounds as one stretch: a term %s', async (_, work) => {
        const text = `interventie P { rol W  duur hoogstens 4 weken  aanpak {
            ${work}
            stap Z { door W  duur precies 2 weken  daarna: Klaar }
            stap Op { door W  duur precies 1 week  daarna: Weg }
            einde Klaar
            einde Weg
        } }`;
        const [one] = await checkFor('tijd/som', text);
        expect(one?.related.flatMap((r) => r.step?.nl ?? [])).toEqual([
            'X: 3 weken, klaar na 3 weken',
            'Z: 2 weken, klaar na 5 weken',
        ]);
    });
});

describe('what surely misses its term', () => {
    it('is named, where nothing else bounds it and nothing comes back', async () => {
        const text = (least: string) => `duur hoogstens 10 weken
            aanpak {
                stap A { door W  duur minstens ${least}  termijn 2 weken }
                stap B { door W  duur 2 weken }
                einde Klaar
            }`;
        expect(await found(text('3 weken'))).toEqual([
            'info Of elke weg past in “hoogstens 10 weken”, is niet te zeggen: `A` is zeker niet klaar in de tijd die er staat, en hoe lang het dan hoogstens duurt, staat er niet. null',
        ]);
        expect(await found(text('1 week'))).toEqual([]);
    });

    it('is named, where that is the duration of a phase around it', async () => {
        const text = `duur hoogstens 10 weken
            aanpak {
                fase F {
                    duur hoogstens 2 weken
                    stap A { door W  duur 3 tot 4 weken }
                    stap B { door W }
                }
                einde Klaar
            }`;
        expect(await found(text)).toEqual([
            'info Of elke weg past in “hoogstens 10 weken”, is niet te zeggen: `B` is zeker niet klaar in de tijd die er staat, en hoe lang het dan hoogstens duurt, staat er niet. null',
        ]);
    });
});

describe('a least duration that a course may fall short of', () => {
    const text = (stated: string, first: string, ends = 'einde Klaar', next = 'daarna: Klaar') =>
        `duur ${stated} aanpak { stap A { door W duur ${first} } stap B { door W duur precies 1 week ${next} } ${ends} }`;
    const short = 'De weg in het voorbeeld naar `Klaar` duurt soms maar 2 weken; hier staat “minstens 3 weken”.';

    it('is told as contacts that may be too few are', async () => {
        expect(await found(text('minstens 3 weken', '1 tot 3 weken'))).toEqual([`warning ${short} 14`]);
        expect(await found(text('minstens 2 weken', '1 tot 3 weken'))).toEqual([]);
        expect(await found(text('4 weken', '1 tot 3 weken'))).toEqual([]);
    });

    it('holds for the ends of a case that is seen through', async () => {
        const next = 'daarna { als "ja": Klaar anders: Weg }';
        const ends = (klaar: string, weg: string) => `einde Klaar ${klaar} einde Weg ${weg}`;
        const of = (klaar: string, weg: string) =>
            found(text('minstens 3 weken', '1 tot 3 weken', ends(klaar, weg), next));
        expect(await of('{ geslaagd }', '')).toEqual([`warning ${short} 14`]);
        expect(await of('', '{ bij weigering }')).toEqual([`warning ${short} 14`]);
        expect((await of('', '')).map((f) => f.split(' ')[0])).toEqual(['info', 'info']);
    });

    it('cannot be decided where a step states no least', async () => {
        expect(await found(text('minstens 3 weken', 'hoogstens 3 weken'))).toEqual([
            'info Of geen weg te kort is voor “minstens 3 weken”, is niet te zeggen: hoe lang het minstens duurt, staat niet bij `A`. 7',
        ]);
    });
});
