import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkErrors, outline, read } from './support/language.js';
import { damage, type Mistake } from './support/mutations.js';
import { unindent } from './support/places.js';

const EXAMPLES = ['gezinspad/gezinspad', 'bemoeizorg-west-brabant/beoordeling', 'bemoeizorg/bemoeizorg'].map((name) =>
    readFileSync(new URL(`../../examples/${name}.draaiboek`, import.meta.url), 'utf8'),
);

/** What people do to a line, and what it may cost elsewhere in the text: parts lost on average and at most. */
const MISTAKES: readonly {
    readonly name: string;
    readonly mistake: Mistake;
    readonly mean: number;
    readonly most: number;
    readonly within?: 'block';
}[] = [
    {
        name: 'two letters of the first word swapped',
        mistake: (l) => l.replace(/^(\s*[a-zë])([a-zë])([a-zë])(?=[a-zë-])/, '$1$3$2'),
        mean: 0.1,
        most: 3,
    },
    {
        name: 'the first word with a capital',
        mistake: (l) => l.replace(/^(\s*)([a-zë])(?=[a-zë-]{2})/, (_, s: string, a: string) => s + a.toUpperCase()),
        mean: 0.1,
        most: 3,
    },
    {
        name: 'a first word that means nothing: it costs its own block',
        mistake: (l) => l.replace(/^(\s*)[a-zë-]{3,}/, '$1qqzzqq'),
        mean: 0.1,
        most: 3,
        within: 'block',
    },
    {
        name: 'nothing behind the first word',
        mistake: (l) => (/[{}]/.test(l) ? undefined : l.replace(/^(\s*[a-zë-]{3,})\s.*$/, '$1')),
        mean: 0.1,
        most: 2,
        within: 'block',
    },
    {
        name: 'the last word or text left out',
        mistake: (l) => (isPlain(l) ? l.replace(/^(\s*[a-zë-]{3,}\s.*?)\s+("[^"]*"|[^\s"{}]+)$/, '$1') : undefined),
        mean: 0.2,
        most: 1,
    },
    {
        name: 'the last quotation mark left out',
        mistake: (l) => (isPlain(l) ? l.replace(/"(?=[^"]*$)/, '') : undefined),
        mean: 0,
        most: 0,
    },
    {
        name: 'the first triple quotes left out',
        mistake: (l) => l.replace('"""', ''),
        mean: 0.1,
        most: 2,
        within: 'block',
    },
    { name: 'a colon left out', mistake: (l) => (l.includes('"') ? undefined : l.replace(':', '')), mean: 0, most: 0 },
    { name: 'an opening brace left out', mistake: (l) => l.replace(/\s*\{$/, ''), mean: 0.1, most: 2 },
    { name: 'a closing brace left out', mistake: (l) => (/^\s*\}$/.test(l) ? '' : undefined), mean: 0, most: 0 },
];

describe('one mistake costs little else, and one message', () => {
    test.each(MISTAKES)('$name', ({ mistake, mean, most, within }) => {
        const { tried, meanLost, mostLost, mostMessages, worst } = damage(EXAMPLES, mistake, within);
        const told = worst.join('\n');
        expect(tried).toBeGreaterThan(12);
        expect(meanLost, told).toBeLessThanOrEqual(mean);
        expect(mostLost, told).toBeLessThanOrEqual(most);
        expect(mostMessages, told).toBe(1);
    });
});

describe('what a mistake leaves', () => {
    const cases: readonly { readonly name: string; readonly text: string; readonly left: string }[] = [
        {
            name: 'a statement in the wrong block costs that statement',
            text: `
                interventie X {
                  aanpak {
                    doelgroep G {
                      leeftijd 3 jaar
                    }
                    stap S { door W }
                  }
                  duur 3 weken
                }`,
            left: `
                ProtocolFile
                  Intervention name=X
                    Approach
                      Step name=S
                        PerformedBy performers=@W
                    Property kind=duur
                      values: Quantity low=3 unit=weken`,
        },
        {
            name: 'an incomplete head keeps its block',
            text: `
                interventie X {
                  overdracht H van {
                    vanuit S
                  }
                  document P over {
                    bevat x
                  }
                }
                beoordeling
                  volgens STJ {
                  door "Els"
                }`,
            left: `
                ProtocolFile
                  Intervention name=X
                    Handover name=H
                      FromNodes nodes=@S
                    ProtocolDocument name=P
                      Property kind=bevat
                        values: WordValue word=x
                  Review
                    provenance: Provenance source=@STJ
                    ReviewBy
                      value: TextValue text=Els`,
        },
        {
            name: 'prose without quotes costs its lines',
            text: `
                interventie X {
                  Eerst bellen we het gezin. Daarna gaan we langs.
                  duur 3 weken
                }`,
            left: `
                ProtocolFile
                  Intervention name=X
                    Property kind=duur
                      values: Quantity low=3 unit=weken`,
        },
        {
            name: 'a text in triple quotes without end costs no other text',
            text: `
                interventie X {
                  samenvatting """
                    Prose
                    duur hoogstens een jaar
                  duur 3 weken
                  toelichting """
                    Meer.
                    """
                }`,
            left: `
                ProtocolFile
                  Intervention name=X
                    Property kind=samenvatting
                      values: TextValue text="Prose\\nduur hoogstens een jaar"
                    Property kind=duur
                      values: Quantity low=3 unit=weken
                    Property kind=toelichting
                      values: TextValue text=Meer.`,
        },
    ];
    test.each(cases)('$name', ({ text, left }) => {
        expect(outline(read(unindent(text)).root)).toBe(unindent(left));
    });

    test.each(['"a """ """ b', '"""', '""" """"', '""""', '"""""', '"" """ "'])(
        'quotation marks that do not pair: %s',
        (quotes) => {
            const { root, errors } = read(`interventie X {\n  samenvatting ${quotes}\n  duur 3 weken\n}\n`);
            expect(errors).toBeGreaterThan(0);
            expect(outline(root)).toMatch(/^ProtocolFile\n {2}Intervention name=X/);
        },
    );

    test('the rest is linked, whatever is broken', async () => {
        const text = unindent(`
            rol
            rol W
            bron B
            beoordeling R {
              bevinding 1.1 voldoet volgens B
            }
            scenario {
              bij S: klaar is ja
            }
            interventie X volgens B {
              gegeven klaar: ja/nee
              gegeven g
              doel D "x" { subdoel S2 }
              aanpak {
                stapp S {
                  door W
                  bepaalt
                  werkt aan S2
                  daarna { als klaar: E  anders }
                }
                stap T { door Wie
                einde E
              }
            }`);
        expect(await linkErrors(text)).toEqual(['1.1', 'voldoet', 'S', 'klaar', 'Wie']);
    });
});

function isPlain(line: string): boolean {
    return !line.includes('"""');
}
