import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkErrors, outline, parseClean, read } from './support/language.js';
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
        name: 'the first quotation mark left out',
        mistake: (l) => l.replace(/(?<!")"(?!")/, ''),
        mean: 0,
        most: 0,
    },
    {
        name: 'the second quotation mark left out',
        mistake: (l) => l.replace(/^([^"]*"[^"]+)"(?!")/, '$1'),
        mean: 0.1,
        most: 1,
    },
    {
        name: 'the first triple quotes left out',
        mistake: (l) => l.replace('"""', ''),
        mean: 0.1,
        most: 2,
        within: 'block',
    },
    { name: 'a colon left out', mistake: (l) => (l.includes('"') ? undefined : l.replace(':', '')), mean: 0, most: 0 },
    {
        name: 'the first line of a block left out: it costs its block',
        mistake: (l) => (/^\s+(rol|stap|document|criterium|indicator|doelgroep) .*\{$/.test(l) ? '' : undefined),
        mean: 0,
        most: 0,
        within: 'block',
    },
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
            name: 'a source of nothing outside the blocks costs its line',
            text: `
                bron B {
                  titel "b"
                }
                  volgens B "iets"
                interventie X {
                  duur 3 weken
                }`,
            left: `
                ProtocolFile
                  Source name=B
                    Property kind=titel
                      values: TextValue text=b
                  Intervention name=X
                    Property kind=duur
                      values: Quantity low=3 unit=weken`,
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

describe('what is in the way between a head and its brace costs itself only', () => {
    const inFile = (head: string) => `rol R\n${head}\n  toelichting "b"\n  aanpak { stap Z }\n}\nbron B\n`;
    const inCourse = (head: string) =>
        `interventie X "a" {\n  aanpak {\n    ${head}\n      toelichting "b"\n    }\n    stap Z\n  }\n}\n`;
    const inBlock = (head: string) =>
        `interventie X "a" {\n  ${head}\n    toelichting "b"\n  }\n  aanpak { stap Z }\n}\n`;

    test.each([
        ['interventie X "a" q {', 'Intervention name=X title=a', inFile],
        ['interventie X Y "a" {', 'Intervention name=X title=a', inFile],
        ['interventie X: {', 'Intervention name=X', inFile],
        ['interventie X: "a" {', 'Intervention name=X title=a', inFile],
        ['interventie X, "a" {', 'Intervention name=X title=a', inFile],
        ['interventie X (concept) {', 'Intervention name=X', inFile],
        ['interventie X "a" (concept) volgens B {', 'Intervention name=X title=a', inFile],
        ['interventie X "a" vervolg op 3 {', 'Intervention name=X title=a', inFile],
        ['interventie X "a" uitwerking van 3 {', 'Intervention name=X title=a', inFile],
        ['doelgroep {', 'TargetGroup', inBlock],
        ['doelgroep 3 "g" {', 'TargetGroup title=g', inBlock],
        ['escalatie 3 {', 'Escalation', inCourse],
        ['onderzoek {', 'Research', inBlock],
        ['Interventie X "a" {', 'Intervention name=X title=a', inFile],
        ['INTERVENTIE X "a" {', 'Intervention name=X title=a', inFile],
        ['interventi X "a" {', 'Intervention name=X title=a', inFile],
        ['stap A: {', 'Step name=A', inCourse],
        ['stap A, {', 'Step name=A', inCourse],
        ['stap A (nieuw) {', 'Step name=A', inCourse],
        ['stap A - "x" {', 'Step name=A title=x', inCourse],
        ['stap A "x" "y" {', 'Step name=A title=x', inCourse],
        ['stap A "x" door R {', 'Step name=A title=x', inCourse],
        ['interventie X "a"q {', 'Intervention name=X title=a', inFile],
        ['stappen A {', 'Step name=A', inCourse],
        ['documenten D "d" {', 'ProtocolDocument name=D title=d', inBlock],
        ['stap 1 {', 'Step', inCourse],
        ['stap 1 "x" {', 'Step title=x', inCourse],
        ['fase F van 0 tot 2 jaar, {', 'Phase name=F', inCourse],
        ['rol R "r" "q" {', 'Role name=R title=r', inBlock],
        ['doelgroep G "g" "h" {', 'TargetGroup name=G title=g', inBlock],
        ['doel D "d" "e" {', 'Goal name=D title=d', inBlock],
        ['onderzoek O "o" (2012) {', 'Research name=O title=o', inBlock],
    ])('%s', (head, left, around) => {
        const { root, messages } = read(around(head));
        const lines = outline(root)
            .split('\n')
            .map((l) => l.trim());
        expect(messages).toHaveLength(1);
        expect(lines).toContain(left);
        expect(lines).toContain('Property kind=toelichting');
        expect(lines).toContain('Step name=Z');
    });

    // of two mistakes each is told, or the first with what stands behind it
    test.each([
        ['interventie X q "a" q {', 'Intervention name=X title=a', inFile, 2],
        ['interventie q X "a" vervolg op 3 {', 'Intervention name=q title=a', inFile, 2],
        ['stap A q "a" q {', 'Step name=A title=a', inCourse, 2],
        ['stap A : "a", volgens B "c" {', 'Step name=A title=a', inCourse, 2],
        ['stap A "a" volgens B q "c" q {', 'Step name=A title=a', inCourse, 2],
        ['stap "z" A "a" {', 'Step title=z', inCourse, 2],
        ['stapp A q "a" {', 'Step name=A title=a', inCourse, 2],
        ['escalatie E q "e" , naar R {', 'Escalation name=E title=e', inCourse, 2],
        ['doel D : "d" , na E {', 'Goal name=D title=d', inBlock, 2],
        ['overdracht H , "h" van R naar 3 S {', 'Handover name=H title=h from=@R', inBlock, 2],
        ['document P q "p" over 3 q {', 'ProtocolDocument name=P title=p', inBlock, 2],
        ['eigenaar q q "a" {', 'Party kind=eigenaar', inBlock, 1],
    ])('two mistakes in one head: %s', (head, left, around, told) => {
        const { root, messages } = read(around(head));
        const lines = outline(root).split('\n');
        const at = lines.findIndex((l) => l.trim() === left);
        expect(lines.map((l) => l.trim())).toContain(left);
        const depth = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0;
        const block = lines.slice(at + 1);
        const end = block.findIndex((l) => (/^ */.exec(l)?.[0].length ?? 0) <= depth);
        expect(block.slice(0, end < 0 ? undefined : end).map((l) => l.trim())).toContain('values: TextValue text=b');
        expect(lines.map((l) => l.trim())).toContain('Step name=Z');
        expect(messages).toHaveLength(told);
    });

    test.each(['interventie "a" "b" {', "interventie X 'a' {"])('%s, with a message for each mistake', (head) => {
        const { root, messages } = read(inFile(head));
        expect(messages).toHaveLength(head.includes("'") ? 1 : 2);
        expect(outline(root)).toContain('Step name=Z');
    });

    test('thousands of mistakes in one block cost themselves only', () => {
        const block = '  qqzzqq {\n  }\n  duur 3 weken\n'.repeat(12_000);
        const { root, errors } = read(`rol R\nInterventie X "a" {\n${block}}\nrol S\n`);
        expect(errors).toBeGreaterThanOrEqual(12_000);
        const lines = outline(root).split('\n');
        expect(lines).toContain('  Role name=S');
        expect(lines.filter((l) => l.trim() === 'Property kind=duur')).toHaveLength(12_000);
    });

    test('in a heading of two lines too', () => {
        const text =
            'bron B "b"\ninterventie X "x" blabla\n  volgens B {\n  doel D "d"\n  duur 3 weken afgleid\n}\ninterventie Y "y" {\n}\n';
        const { root, messages } = read(text);
        expect(messages).toHaveLength(2);
        expect(outline(root)).toContain('Goal name=D');
        expect(outline(root)).toContain('Intervention name=Y');
    });

    test('a first word is repaired, though more mistakes show in its block then', () => {
        const { root, messages } = read(
            unindent(`
                Interventie X "a" {
                  doel D "d"
                  dol E "e"
                  Aanpak {
                    Stap S, {
                      qqzzqq
                      duur 3 weken
                    }
                  }
                }
                interventie Y "y"`),
        );
        expect(outline(root)).toBe(
            unindent(`
                ProtocolFile
                  Intervention name=X title=a
                    Goal name=D title=d
                    Goal name=E title=e
                    Approach
                      Step name=S
                        Property kind=duur
                          values: Quantity low=3 unit=weken
                  Intervention name=Y title=y`),
        );
        expect(messages).toHaveLength(6);
    });
});

function isPlain(line: string): boolean {
    return !line.includes('"""');
}

describe('a mistake in the middle of a line', () => {
    test('costs that line, and those below are told and read by themselves', () => {
        const text =
            'interventie X {\n  aanpak {\n    stap A {\n      duur 10 weken exclusief vakanties\n      blub door B\n      blub door C\n      levert D\n    }\n  }\n}\n';
        const { root, messages } = read(text);
        expect(messages).toHaveLength(3);
        expect(outline(root)).toContain('Delivers');
    });
});

describe('two words of the language written as one', () => {
    test('cost nothing but the message', () => {
        const text =
            'interventie X {\n  aanpak {\n    stap A {\n      werktaan d\n      daarnanaar B\n    }\n    eenvan {\n      stap B\n    }\n  }\n}\n';
        const { root, messages } = read(text);
        expect(messages).toHaveLength(3);
        expect(outline(root.elements)).toBe(
            outline(
                parseClean(
                    text.replace('werktaan', 'werkt aan').replace('daarnanaar', 'daarna:').replace('eenvan', 'een van'),
                ).elements,
            ),
        );
    });

    test('are not taken for another word that is near', () => {
        const text =
            'interventie X "x" {\n    doell onbekend\n    aanpak {\n        stap A "a" {\n            werktaan iets\n        }\n    }\n}\n';
        expect(read(text).messages.join('\n')).not.toContain('werkzaam');
    });
});
