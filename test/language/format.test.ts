import { describe, expect, it, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { formatText } from '../../language/format/format.js';
import { unindent } from './support/places.js';

const { Draaiboek: services } = createDraaiboekServices();
const long = 'een lange competentie '.repeat(5).trim();

/** Each text as it is typed, and as it is laid out. */
const CASES: readonly (readonly [name: string, typed: string, laidOut: string])[] = [
    ['nothing', '', ''],
    [
        'indentation by blocks',
        'interventie A {\n      doel B "b" {\n subdoel c\n}\n   }\n',
        'interventie A {\n  doel B "b" {\n    subdoel c\n  }\n}\n',
    ],
    ['one space between words', 'rol   A\t van  B\n', 'rol A van B\n'],
    ['one statement a line', 'rol A {\n  taak "x"   positie "y" }\n', 'rol A {\n  taak "x"\n  positie "y"\n}\n'],
    ['a block on one line stays on one line', 'rol A {taak "x" positie "y"}\n', 'rol A { taak "x"  positie "y" }\n'],
    [
        'a block on one line that is too long is broken up',
        `rol Werker { competentie "${long}"  caseload hoogstens 12 gezinnen }\n`,
        `rol Werker {\n  competentie "${long}"\n  caseload hoogstens 12 gezinnen\n}\n`,
    ],
    ['an empty block', 'rol A {\n\n}\n', 'rol A { }\n'],
    ['a brace on a line of its own joins its statement', 'rol A\n{\n  taak "x"\n}\n', 'rol A {\n  taak "x"\n}\n'],
    [
        'one empty line at most, none at the edges of a block',
        'rol A {\n\n\n  taak "x"\n\n\n\n  taak "y"\n\n}\n',
        'rol A {\n  taak "x"\n\n  taak "y"\n}\n',
    ],
    [
        'no space inside marks',
        'interventie A { gegeven b : ja / nee  leeftijd 0 - 12 jaar }\n',
        'interventie A { gegeven b: ja/nee  leeftijd 0 - 12 jaar }\n',
    ],
    [
        'a line that goes on stands deeper',
        'bron S\nrol A "a"\nvolgens S "woorden"\n',
        'bron S\nrol A "a"\n  volgens S "woorden"\n',
    ],
    [
        'comments stay where they are',
        '// boven\nrol A { // achter de haak\n// ervoor\ntaak /* ertussen */ "x" // erachter\n// onderaan\n}\n// einde\n',
        '// boven\nrol A {  // achter de haak\n  // ervoor\n  taak /* ertussen */ "x"  // erachter\n  // onderaan\n}\n// einde\n',
    ],
    ['a comment before a brace', 'rol A // wie\n{\n}\n', 'rol A  // wie\n{ }\n'],
    [
        'prose in triple quotes stands under its statement',
        'begrip B """\nEen.\n\n    Twee.\n"""\n',
        'begrip B """\n  Een.\n\n      Twee.\n  """\n',
    ],
    ['no white space at line ends, one line end at the end', 'rol A   \n\n\n', 'rol A\n'],
    [
        'how firm a statement is, what it leaves open, and what a choice explains',
        'interventie X { aanpak { stap A { levert  zo   nodig onbekend\ndaarna   veelal { als onbekend :  B\ntoelichting "t"\nanders: bij  voorkeur C } } } }\n',
        unindent(`
            interventie X {
              aanpak {
                stap A {
                  levert zo nodig onbekend
                  daarna veelal {
                    als onbekend: B
                    toelichting "t"
                    anders: bij voorkeur C
                  }
                }
              }
            }`) + '\n',
    ],
    ['names that are words of the language', 'rol stap\nrol rol "rol"\n', 'rol stap\nrol rol "rol"\n'],
    [
        'comments inside lists, conditions and arrows',
        'interventie X { aanpak { stap A { door /* wie */ R, // eerste\nS // tweede\nmet /* x */ T\npas als (a /* a */ en // b\nb)\ndaarna { als a /* c */ : B // d\n// e\nanders : C } } } }',
        unindent(`
            interventie X {
              aanpak {
                stap A {
                  door /* wie */ R,  // eerste
                    S  // tweede
                    met /* x */ T
                  pas als (a /* a */ en  // b
                    b)
                  daarna {
                    als a /* c */: B  // d
                    // e
                    anders: C
                  }
                }
              }
            }`) + '\n',
    ],
    [
        'comments that are all there is in a block',
        'rol A { /* alleen */ }\nrol B { // alleen\n}\nrol C {\n\n// alleen\n\n}',
        'rol A { /* alleen */ }\nrol B {  // alleen\n}\nrol C {\n  // alleen\n}\n',
    ],
    [
        'comments behind a block, and between a statement and its claims',
        'rol A { taak "x" } // na\nrol B "b"\nvolgens S\n// tussen\nvolgens T\nrol C',
        'rol A { taak "x" }  // na\nrol B "b"\n  volgens S\n  // tussen\n  volgens T\nrol C\n',
    ],
    [
        'a comment of several lines keeps its lines, and what stands behind it its place',
        'rol A /* een\n   twee\n     drie */ "x"\n/* alleen\n     dit */ rol B',
        'rol A /* een\n   twee\n     drie */ "x"\n/* alleen\n     dit */ rol B\n',
    ],
    [
        'a brace behind a comment',
        'interventie X {\n  rol A\n  /* slot */ }\n',
        'interventie X {\n  rol A\n  /* slot */\n}\n',
    ],
    ['nothing but comments', '// a\n\n\n\n// b\n/* c */', '// a\n\n// b\n/* c */\n'],
    [
        'several statements on one line outside a block of one line',
        'interventie X { doel D "d" { subdoel S "s" }\ndoel E "e" } rol R rol T',
        'interventie X {\n  doel D "d" { subdoel S "s" }\n  doel E "e"\n}\nrol R\nrol T\n',
    ],
    [
        'the outermost of blocks on one line is broken up first, an inner one only where it must',
        `interventie X { doel D "d" { subdoel S "${'s'.repeat(34)}" { indicator I "${'i'.repeat(34)}" { norm 80 % } } } }`,
        unindent(`
            interventie X {
              doel D "d" {
                subdoel S "${'s'.repeat(34)}" { indicator I "${'i'.repeat(34)}" { norm 80 % } }
              }
            }`) + '\n',
    ],
    [
        'a list keeps its line breaks, and a line that goes on stands deeper',
        'interventie X {\npartner A,\nB,C\ntegenspraak "a" tussen "b"\nvolgens S\nen "d" volgens T\n}',
        'interventie X {\n  partner A,\n    B, C\n  tegenspraak "a" tussen "b"\n    volgens S\n    en "d" volgens T\n}\n',
    ],
    [
        'lines that mean another thing than one line are not joined',
        'interventie X {\nvraag "x"\n6 stappen\nduur 3\ncontact "y"\n}',
        'interventie X {\n  vraag "x"\n  6 stappen\n  duur 3\n  contact "y"\n}\n',
    ],
    [
        'units and percentages',
        'interventie X { cijfer "a" 80% van "x"\ncijfer "b" 5   % van "x"\nleeftijd 0-12jaar\nperiode 2  tot   en met 3   weken }',
        'interventie X {\n  cijfer "a" 80% van "x"\n  cijfer "b" 5 % van "x"\n  leeftijd 0-12 jaar\n  periode 2 tot en met 3 weken\n}\n',
    ],
    [
        'amounts of more words',
        'interventie X { frequentie 1   keer per  2 weken\nduur tussen 2   en 4 weken\nleeftijd 12 t/m 17jaar\nleeftijd 1 jaar  en 6 maanden\nbereik 5  van de   78 trajecten\nfrequentie  elke 2  weken }',
        'interventie X {\n  frequentie 1 keer per 2 weken\n  duur tussen 2 en 4 weken\n  leeftijd 12 t/m 17 jaar\n  leeftijd 1 jaar en 6 maanden\n  bereik 5 van de 78 trajecten\n  frequentie elke 2 weken\n}\n',
    ],
    [
        'prose with claims and a block behind it',
        'interventie X {\nsamenvatting """\n  a\n    b\n  """ volgens S "q" // c\n volgens T\nbegrip B """x""" { toelichting """\ny\n""" }\n}',
        unindent(`
            interventie X {
              samenvatting """
                a
                  b
                """ volgens S "q"  // c
                volgens T
              begrip B """x""" {
                toelichting """
                  y
                  """
              }
            }`) + '\n',
    ],
    ['tabs and spaces of other kinds', 'rol A\n\t{\n\ttaak\t"x"\u00a0\n\t}', 'rol A {\n  taak "x"\n}\n'],
];

describe('formatting', () => {
    test.each(CASES)('%s', (_, typed, laidOut) => {
        const { text, refused } = formatText(typed, services);
        expect(refused).toBeUndefined();
        expect(text).toBe(laidOut);
        expect(formatText(text, services)).toEqual({ text, changed: false });
    });

    it('keeps the line ends of Windows and the byte order mark', () => {
        expect(formatText('\uFEFFrol A {\r\ntaak "x"\r\n}\r\n', services).text).toBe(
            '\uFEFFrol A {\r\n  taak "x"\r\n}\r\n',
        );
    });

    it('keeps the line ends of an old Mac, and makes the ends of a mixed text those of its first line', () => {
        expect(formatText('rol A {\rtaak "x"\r}\r', services).text).toBe('rol A {\r  taak "x"\r}\r');
        expect(formatText('rol A {\r\ntaak "x"\n}', services).text).toBe('rol A {\r\n  taak "x"\r\n}\r\n');
    });

    it('keeps the line ends of Windows in prose and in comments', () => {
        const typed = 'begrip B """\r\n een\r\n\r\n twee\r\n"""\r\n/* a\r\n b */\r\n';
        const laidOut = 'begrip B """\r\n  een\r\n\r\n  twee\r\n  """\r\n/* a\r\n b */\r\n';
        expect(formatText(typed, services).text).toBe(laidOut);
        expect(formatText(laidOut, services)).toEqual({ text: laidOut, changed: false });
    });

    it.each([
        ['// A  \ninterventie P "P" { }\n', '// A\ninterventie P "P" { }\n'],
        [
            'interventie P "P" { // A\t\nversie onbekend // B \n}\n',
            'interventie P "P" {  // A\n  versie onbekend  // B\n}\n',
        ],
        ['/* A  \n   B  */ \ninterventie P "P" { }\n', '/* A  \n   B  */\ninterventie P "P" { }\n'],
        ['// A \r\ninterventie P "P" { }\r\n', '// A\r\ninterventie P "P" { }\r\n'],
    ])('takes away blanks behind a comment: %j', (text, formatted) => {
        expect(formatText(text, services).text).toBe(formatted);
    });

    it('fills the paragraphs of prose, and leaves alone what has lines of its own', () => {
        const typed = unindent(`
            interventie X {
              samenvatting """
                een twee drie vier vijf zes zeven acht negen tien elf

                # Kop
                - een punt dat lang is en doorgaat
                  op de volgende regel

                1. een eerste punt dat ook te lang is

                | a | b |

                > een citaat dat te lang is om te passen

                slot
                van de
                tekst
                """
            }`);
        const wrapped = formatText(`${typed}\n`, services, { wrap: 30 });
        expect(wrapped.text).toBe(
            `${typed.replace(/een twee .*/, 'een twee drie vier vijf\n    zes zeven acht negen tien\n    elf').replace(/slot\s+van de\s+tekst/, 'slot van de tekst')}\n`,
        );
        expect(formatText(wrapped.text, services, { wrap: 30 }).changed).toBe(false);
    });

    it('keeps a name in brackets on one line, also one with spaces', () => {
        const text =
            'interventie X {\n  samenvatting """\n    Een twee drie [[Eerste lange naam]], vier vijf zes.\n    """\n}\n';
        expect(formatText(text, services, { wrap: 24 }).text.split('\n').slice(2, 6)).toEqual([
            '    Een twee drie',
            '    [[Eerste lange naam]],',
            '    vier vijf zes.',
            '    """',
        ]);
    });

    it('fills prose anew only when asked, and leaves lists alone', () => {
        const text = 'begrip B """\n  een twee drie vier vijf zes zeven\n\n  - acht\n  - negen\n  """\n';
        expect(formatText(text, services).changed).toBe(false);
        expect(formatText(text, services, { wrap: 22 }).text).toBe(
            'begrip B """\n  een twee drie vier\n  vijf zes zeven\n\n  - acht\n  - negen\n  """\n',
        );
    });

    it('keeps a range as tight as it was, also with the dash of a word processor', () => {
        const text = 'interventie X {\n  duur 2\u20134 weken\n  frequentie 1-2 keer per week\n}\n';
        expect(formatText(text, services).changed).toBe(false);
    });

    it('begins no line with what would make a list, a heading or a quotation of it', () => {
        for (const sign of ['-', '*', '+', '#', '>', '1.', '2)', '=', '---', '```']) {
            const text = `begrip B """\n  een twee drie vier ${sign} vijf zes zeven acht negen\n  """\n`;
            const wrapped = formatText(text, services, { wrap: 22 }).text;
            expect(wrapped.split('\n').length).toBeGreaterThan(4);
            expect(wrapped).toContain(`vier ${sign}`);
        }
    });

    it('keeps a line break that was asked for', () => {
        const text = 'begrip B """\n  een\\\n  twee drie vier vijf zes zeven\n  """\n';
        expect(formatText(text, services, { wrap: 22 }).changed).toBe(false);
    });

    it('breaks any number of blocks that are too long for a line', () => {
        const role = (name: string) => `rol ${name} { taak "${'werken '.repeat(20)}" }\n`;
        const text = Array.from({ length: 2000 }, (_, i) => role(`R${String(i)}`)).join('');
        const result = formatText(text, services);
        expect(result.text.split('\n')).toHaveLength(3 * 2000 + 1);
    });

    it.each(['rol {', 'stapp X', 'rol A { taak "x }'])(
        'leaves a text with errors as it is and says why: %s',
        (text) => {
            const result = formatText(text, services);
            expect(result).toMatchObject({ text, changed: false });
            expect(result.refused?.nl).toContain('fouten');
        },
    );
});
