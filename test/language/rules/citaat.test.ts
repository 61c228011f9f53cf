import { describe, expect, it } from 'vitest';
import { applyFix, checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'meta/citaat';

const SOURCE = `De begeleiding duurt **ongeveer** zes
maanden, en wordt gegeven door een gezins-
werker – "altijd dezelfde".  <p>Het gezin bel\u00ADt zelf.</p>
Daarna is er nazorg van drie maanden.
`;

function quoting(quote: string): string {
    return [
        'bron Handboek { bestand "bron.txt" }',
        'interventie X {',
        `    duur 6 maanden volgens Handboek ${quote}`,
        '}',
        '',
    ].join('\n');
}

const texts = { 'bron.txt': SOURCE };

describe('meta/citaat', () => {
    it.each([
        ['literally', '"De begeleiding duurt ongeveer zes maanden"'],
        ['over more lines', '"""\n    De begeleiding duurt\n    ongeveer zes maanden\n    """'],
        ['with other quotation marks and another dash', '"door een gezinswerker — ‘altijd dezelfde’."'],
        ['with the hyphen of the line', '"door een gezins- werker"'],
        ['without soft hyphens', '"Het gezin belt zelf."'],
        ['with something left out', '"De begeleiding duurt … zes maanden, [...] nazorg van drie maanden."'],
        ['with something left out at either end', '"...duurt ongeveer zes (…) drie maanden…"'],
    ])('is content with what the source says %s', async (_, quote) => {
        expect(await checkFor(CODE, quoting(quote), { texts })).toEqual([]);
    });

    it('finds what the source does not say, with the passage that is near, and offers that', async () => {
        const text = quoting('"De begeleiding duurt ongeveer negen maanden"');
        const [finding] = await expectFindings(
            CODE,
            text,
            [{ line: 3, says: 'Daar staat: “De begeleiding duurt ongeveer zes maanden,”', severity: 'warning' }],
            { texts },
        );
        expect(finding && pointedAt(text, finding)).toBe('"De begeleiding duurt ongeveer negen maanden"');
        const mended = finding ? applyFix(text, finding) : '';
        expect(mended).toContain('volgens Handboek "De begeleiding duurt ongeveer zes maanden,"');
        expect(await checkFor(CODE, mended, { texts })).toEqual([]);
    });

    it.each([
        [
            'nothing is near',
            '"Ouders kiezen hun eigen hulpverlener en plannen samen"',
            'staat niet letterlijk in "bron.txt"',
        ],
        ['two words are wrong', '"zeven weken"', 'staat niet letterlijk in "bron.txt"'],
        ['capitals differ', '"de begeleiding duurt ongeveer zes maanden"', 'Daar staat: “De begeleiding'],
        ['a piece is wrong', '"De begeleiding … vier maanden"', 'staat “vier maanden” niet op die plaats'],
        [
            'the order is another',
            '"nazorg van drie maanden … De begeleiding"',
            'staat “De begeleiding” niet op die plaats',
        ],
    ])('finds it where %s', async (_, quote, says) => {
        await expectFindings(CODE, quoting(quote), [{ line: 3, says }], { texts });
    });

    it('informs once for a source of which the file cannot be read', async () => {
        const text = quoting('"een"').replace('}\n', '}\ninterventie Y { duur 3 weken volgens Handboek "twee" }\n');
        const found = [{ line: 1, says: /"bron.txt" is er niet of is geen leesbare tekst/, severity: 'info' }] as const;
        await expectFindings(CODE, text, found, { texts: {} });
        await expectFindings(CODE, text, found, { texts: { 'bron.txt': '%PDF-1.7\u0000\u0001' } });
        await expectFindings(CODE, text.replace('bron.txt', 'https://example.org/bron.txt'), [
            { line: 1, says: 'https://example.org/bron.txt' },
        ]);
    });

    it.each([
        ['names no file', 'bron Handboek'],
        ['does not know its file', 'bron Handboek { bestand onbekend }'],
    ])('has nothing to say where the source %s', async (_, source) => {
        const text = quoting('"een"').replace('bron Handboek { bestand "bron.txt" }', source);
        expect(await checkFor(CODE, text, { texts })).toEqual([]);
    });

    it('looks in all files of a source, and is silent where one of them cannot be read', async () => {
        const two = (quote: string) => quoting(quote).replace('"bron.txt"', '"bron.txt", "deel-2.txt"');
        const both = { ...texts, 'deel-2.txt': 'Het tweede deel.' };
        expect(await checkFor(CODE, two('"Het tweede deel."'), { texts: both })).toEqual([]);
        await expectFindings(CODE, two('"Het derde deel."'), [{ line: 3, says: 'niet letterlijk' }], { texts: both });
        await expectFindings(CODE, two('"Het tweede deel."'), [{ line: 1, says: '"deel-2.txt" is er niet' }], {
            texts,
        });
    });

    it('looks up what a file quotes from a source in another one, beside that', async () => {
        const files = { 'map/bronnen.draaiboek': 'richtlijn Handboek { bestand "bron.txt" }\n' };
        const text = (quote: string) =>
            `gebruik "map/bronnen.draaiboek"\ninterventie X { duur 6 maanden volgens Handboek "${quote}" }\n`;
        const options = { files, texts: { 'map/bron.txt': SOURCE } };
        expect(await checkFor(CODE, text('Daarna is er nazorg'), options)).toEqual([]);
        await expectFindings(CODE, text('Daarna is er geen nazorg'), [{ line: 2, says: 'Daar staat' }], options);
    });

    it('leaves a broken statement alone', async () => {
        expect(await checkFor(CODE, quoting('"een'), { texts: { 'bron.txt': 'een' } })).toEqual([]);
        expect(await checkFor(CODE, 'bron A { bestand }\nbron B { bestand "" }\n', { texts })).toEqual([]);
    });
});

describe('the place of a quotation', () => {
    const at = (place: string) => checkFor(CODE, quoting(`op "${place}" "Het gezin belt zelf."`), { texts });

    it('is a heading that the text of the source has', async () => {
        const [finding] = await at('Hoofdstuk 9');
        expect(finding?.message.nl).toContain('“Hoofdstuk 9” staat niet in "bron.txt"');
        expect(await at('de begeleiding')).toEqual([]);
    });

    it.each(['p. 12', 'blz. 3 en 4', '§ 2.1', '4.2', 'regel 7'])('may be counted: %s', async (place) => {
        expect(await at(place)).toEqual([]);
    });
});
