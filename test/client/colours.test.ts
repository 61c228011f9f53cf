import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { beforeAll, describe, expect, test } from 'vitest';
import { textMateGrammar } from '../../scripts/editor/textmate.js';

let grammar: textmate.IGrammar;

beforeAll(async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM({ data: wasm });
    const registry = new textmate.Registry({
        onigLib: Promise.resolve({
            createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
            createOnigString: (text) => new oniguruma.OnigString(text),
        }),
        loadGrammar: () =>
            Promise.resolve(textmate.parseRawGrammar(JSON.stringify(textMateGrammar()), 'draaiboek.tmLanguage.json')),
    });
    const loaded = await registry.loadGrammar('source.draaiboek');
    expect(loaded).not.toBeNull();
    grammar = loaded as textmate.IGrammar;
});

/** The pieces of a text that have a colour, each with it: `stap:keyword.control`. White space is left out. */
function colours(text: string): string[] {
    let stack = textmate.INITIAL;
    return text.split('\n').flatMap((line) => {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
        stack = ruleStack;
        return tokens
            .map((t) => [line.slice(t.startIndex, t.endIndex).trim(), t.scopes.slice(1)] as const)
            .filter(([piece, scopes]) => piece !== '' && scopes.length > 0)
            .map(([piece, scopes]) => `${piece}:${(scopes.at(-1) ?? '').replace('.draaiboek', '')}`);
    });
}
const colourOf = (piece: string, text: string) =>
    colours(text)
        .find((c) => c.startsWith(`${piece}:`))
        ?.slice(piece.length + 1);

describe('colours', () => {
    test('a statement, the name that it gives, a text', () => {
        expect(colours('    stap Signaal "Het signaal" {')).toEqual([
            'stap:keyword.control',
            'Signaal:entity.name.type',
            '"Het signaal":string.quoted.double',
            '{:punctuation.section.block',
        ]);
    });

    test('a name in a text', () => {
        expect(colours('toelichting "Na [[Kennis-making]]."')).toEqual([
            'toelichting:keyword.control',
            '"Na:string.quoted.double',
            '[[:punctuation.definition.reference',
            'Kennis-making:variable.other',
            ']]:punctuation.definition.reference',
            '.":string.quoted.double',
        ]);
        expect(colourOf('Signaal', 'toelichting """\n  Na [[Signaal]]\n  """')).toBe('variable.other');
        expect(colours('toelichting "Na \\[[Signaal]]"')).toHaveLength(2);
    });

    test('statements of more words, and words within a statement', () => {
        expect(colours('werkt aan gedeelde-zorg')).toEqual([
            'werkt aan:keyword.control',
            'gedeelde-zorg:variable.other',
        ]);
        expect(colours('door Gezinswerker met Coördinator volgens Handboek')).toEqual([
            'door:keyword.control',
            'Gezinswerker:variable.other',
            'met:keyword.control',
            'Coördinator:variable.other',
            'volgens:keyword.control',
            'Handboek:variable.other',
        ]);
    });

    test('a word of the language inside a name is part of the name', () => {
        expect(colourOf('stap-van-doel', 'levert stap-van-doel')).toBe('variable.other');
        expect(colourOf('^als', 'door ^als')).toBe('variable.other');
        expect(colourOf('niet-gehaald', 'als niet-gehaald: X')).toBe('variable.other');
        expect(colourOf('één', 'levert één')).toBe('variable.other');
    });

    test('diacritics, composed and decomposed', () => {
        for (const form of ['NFC', 'NFD']) {
            const name = 'Coördinator'.normalize(form);
            expect(colourOf(name, `rol ${name}`)).toBe('entity.name.type');
            expect(colourOf('beïnvloed'.normalize(form), `factor X "x" beïnvloed door Y`.normalize(form))).toBe(
                'keyword.control',
            );
        }
    });

    test('what is not known stands out', () => {
        expect(colourOf('onbekend', 'duur onbekend omdat "x"')).toBe('constant.language');
        expect(colourOf('plaatselijk', 'locatie plaatselijk')).toBe('constant.language');
        expect(colourOf('onbekend', 'contra-indicatie onbekend')).toBe('constant.language');
    });

    test('numbers with their units, ranges, dates and codes', () => {
        expect(colours('bereik 1.250 gezinnen')).toEqual([
            'bereik:keyword.control',
            '1.250:constant.numeric',
            'gezinnen:keyword.other.unit',
        ]);
        expect(colours('leeftijd 0-19 jaar').slice(1)).toEqual([
            '0:constant.numeric',
            '19:constant.numeric',
            'jaar:keyword.other.unit',
        ]);
        expect(colourOf('6,4', 'norm 6,4 %')).toBe('constant.numeric');
        expect(colourOf('%', 'norm 6,4 %')).toBe('keyword.other.unit');
        expect(colourOf('2026-03-01', 'datum 2026-03-01')).toBe('constant.numeric.date');
        expect(colourOf('3.1', 'bevinding 3.1 voldoet')).toBe('constant.numeric.code');
        expect(colourOf('3.1', 'indicator 3.1 "x"')).toBe('entity.name.type');
        expect(colourOf('tot', 'duur 2 tot 4 weken')).toBe('keyword.control');
    });

    test('texts in curly and in triple quotes, with what looks like something else in them', () => {
        expect(colours('aanleiding “een stap // van 2 weken”').slice(1)).toEqual([
            '“een stap // van 2 weken”:string.quoted.double',
        ]);
        expect(colours('begrip X """\nstap {\n// geen opmerking\n""" volgens Y')).toEqual([
            'begrip:keyword.control',
            'X:entity.name.type',
            '""":string.quoted.triple',
            'stap {:string.quoted.triple',
            '// geen opmerking:string.quoted.triple',
            '""":string.quoted.triple',
            'volgens:keyword.control',
            'Y:variable.other',
        ]);
    });

    test('a text without its end does not colour the next line', () => {
        expect(colours('aanleiding "zonder einde\nduur 2 weken')).toEqual([
            'aanleiding:keyword.control',
            '"zonder einde:string.quoted.double',
            'duur:keyword.control',
            '2:constant.numeric',
            'weken:keyword.other.unit',
        ]);
    });

    test('comments, and in them the word that ignores a finding', () => {
        expect(colours('stap X // een stap')).toEqual([
            'stap:keyword.control',
            'X:entity.name.type',
            '// een stap:comment.line.double-slash',
        ]);
        expect(colours('/* stap\n X */ doel Y').slice(0, 4)).toEqual(
            ['/*', 'stap', 'X', '*/'].map((piece) => `${piece}:comment.block`),
        );
        expect(colourOf('draaiboek: negeer', '// draaiboek: negeer doel/meetbaar – reden')).toBe(
            'keyword.control.directive',
        );
    });

    test('every statement of the example begins with a coloured word', () => {
        const text = readFileSync('examples/gezinspad/gezinspad.draaiboek', 'utf8').replace(/"""[^]*?"""/g, '""');
        const uncoloured = text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => /^\p{L}/u.test(line) && !/:keyword\.control$/.test(colours(line)[0] ?? ''));
        expect(uncoloured).toEqual([]);
    });
});
