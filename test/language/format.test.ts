import { describe, expect, it, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { formatText } from '../../language/format/format.js';

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
    ['names that are words of the language', 'rol stap\nrol rol "rol"\n', 'rol stap\nrol rol "rol"\n'],
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

    it('fills prose anew only when asked, and leaves lists alone', () => {
        const text = 'begrip B """\n  een twee drie vier vijf zes zeven\n\n  - acht\n  - negen\n  """\n';
        expect(formatText(text, services).changed).toBe(false);
        expect(formatText(text, services, { wrap: 22 }).text).toBe(
            'begrip B """\n  een twee drie vier\n  vijf zes zeven\n\n  - acht\n  - negen\n  """\n',
        );
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
