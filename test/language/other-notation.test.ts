import { describe, expect, test } from 'vitest';
import { applyFix, checkFor } from './rule-tester.js';
import { syntaxErrors } from './support/language.js';

const inStep = (line: string) =>
    `interventie X {\n  aanpak {\n    stap A {\n      ${line}\n    }\n    stap B\n  }\n}\n`;
const inIntervention = (line: string) => `interventie X {\n  ${line}\n}\n`;

/** Each line as others write it, what the message points at and says to write, and the line mended so. */
const STEPS = [
    ['daarna B', 'B', '`daarna: B`', 'daarna: B'],
    ['daarna naar B', 'naar', '`daarna: B`', 'daarna: B'],
    ['door R en S', 'en', '`R, S`', 'door R, S'],
    ['bepaalt x en n', 'en', '`x, n`', 'bepaalt x, n'],
    ['werkt aan D en E', 'en', '`D, E`', 'werkt aan D, E'],
    ['pas als n minstens drie', 'drie', '`3` in plaats van `drie`', 'pas als n minstens 3'],
    ['pas als n meer dan vier', 'vier', '`4` in plaats van `vier`', 'pas als n meer dan 4'],
    ['pas als x = ja', '=', '`is`', 'pas als x is ja'],
    ['pas als n >= 3', '>=', '`minstens`', 'pas als n minstens 3'],
    ['pas als n > 3', '>', '`meer dan`', 'pas als n meer dan 3'],
    ['pas als n < 3', '<', '`minder dan`', 'pas als n minder dan 3'],
    ['pas als n ≤ 3', '≤', '`hoogstens`', 'pas als n hoogstens 3'],
    ['contacten maximaal 3', 'maximaal', '`hoogstens`', 'contacten hoogstens 3'],
    ['duur minimaal 3 weken', 'minimaal', '`minstens`', 'duur minstens 3 weken'],
    ['duur een half jaar', 'een', '`6 maanden` in plaats van `een half jaar`', 'duur 6 maanden'],
    ['duur anderhalf uur', 'anderhalf', '`90 minuten`', 'duur 90 minuten'],
    ['duur een week', 'een', '`1 week`', 'duur 1 week'],
    ['duur een paar weken', 'een', '`enkele` in plaats van `een paar`', 'duur enkele weken'],
    ['duur 10 à 12 weken', '12', '`10 tot 12`', 'duur 10 tot 12 weken'],
    ['duur: 3 weken', ':', 'geen dubbele punt', 'duur 3 weken'],
    ['door: R', ':', 'geen dubbele punt', 'door R'],
] as const;

const INTERVENTION = [
    ['aanpak { stap 1 "x" { } }', '1', '`Stap1` in plaats van `1`', 'aanpak { stap Stap1 "x" { } }'],
    ['aanpak { stap A { daarna: 2 } }', '2', '`Stap2` in plaats van `2`', 'aanpak { stap A { daarna: Stap2 } }'],
    ['gegeven x: getal', 'getal', '`aantal` in plaats van `getal`', 'gegeven x: aantal'],
    ['overdracht O van A aan B', 'aan', '`naar B` in plaats van `aan B`', 'overdracht O van A naar B'],
    ['overdracht O van A naar B { warm }', 'warm', '`vorm warm`', 'overdracht O van A naar B { vorm warm }'],
    ['stappen 6', 'stappen', '`6 stappen`', '6 stappen'],
    [
        'rol A rol B overdracht van A naar B',
        'A',
        '`overdracht Naam van A naar B`',
        'rol A rol B overdracht Naam van A naar B',
    ],
    ['zes stappen', 'zes', '`6 stappen`', '6 stappen'],
    ['stappen onbekend', 'stappen', '`onbekend aantal stappen`', 'onbekend aantal stappen'],
    [
        'aanpak { stappen plaatselijk }',
        'stappen',
        '`plaatselijk aantal stappen`',
        'aanpak { plaatselijk aantal stappen }',
    ],
    ['aanpak { stappen 6 }', 'stappen', '`6 stappen`', 'aanpak { 6 stappen }'],
    ["samenvatting 'een tekst'", "'", 'dubbele aanhalingstekens', 'samenvatting "een tekst"'],
    ['samenvatting ‘een tekst’', '‘', 'dubbele aanhalingstekens', 'samenvatting "een tekst"'],
    [
        'kosten verschilt per gemeente',
        'verschilt',
        '`kosten plaatselijk`',
        'kosten plaatselijk "verschilt per gemeente"',
    ],
    [
        'doelgroep Q onbekend',
        'onbekend',
        '`doelgroep Q { omschrijving onbekend }`',
        'doelgroep Q { omschrijving onbekend }',
    ],
    [
        'indicator I onbekend',
        'onbekend',
        '`indicator I { toelichting onbekend }`',
        'indicator I { toelichting onbekend }',
    ],
    ['duur 3 weken onbekend', 'onbekend', 'achter `weken` is deze regel af. Laat het weg', 'duur 3 weken'],
    [
        'rol A rol B overdracht O van A naar B { vorm warm onbekend }',
        'onbekend',
        'achter `warm` is deze regel af. Laat een van beide weg',
        'rol A rol B overdracht O van A naar B { vorm warm }',
    ],
] as const;

describe('what others write with another sign, word or order', () => {
    test.each([
        ...STEPS.map(([line, at, says, mended]) => [line, at, says, inStep(line), inStep(mended)] as const),
        ...INTERVENTION.map(
            ([line, at, says, mended]) => [line, at, says, inIntervention(line), inIntervention(mended)] as const,
        ),
    ])('%s: one message at `%s` says %s, and that can be read', async (_, at, says, text, mended) => {
        const errors = await syntaxErrors(text);
        expect(errors.map((e) => e.at)).toEqual([at]);
        expect(errors[0]?.nl).toContain(says);
        expect(await syntaxErrors(mended)).toEqual([]);
    });

    test.each([
        ...STEPS.map(([line, , , mended]) => [line, inStep(line), inStep(mended)] as const),
        ...INTERVENTION.map(([line, , , mended]) => [line, inIntervention(line), inIntervention(mended)] as const),
    ])('the fix of `%s` writes it so', async (_, text, mended) => {
        const [finding] = await checkFor('meta/syntaxis', text);
        expect(finding?.fixes.map((f) => f.safe)).toEqual([false]);
        expect(finding && applyFix(text, finding)).toBe(mended);
    });

    test('an article is no misspelt word', async () => {
        const [error, ...others] = await syntaxErrors(inIntervention('kosten een vast bedrag'));
        expect(others).toEqual([]);
        expect(error?.nl).toMatch(/^Achter `kosten` hoort een getal, .* maar er staat `een`/);
    });

    test.each(['meer', 'minstens', 'als', 'niet'])('a fact named %s is told where it is named', async (word) => {
        const [error] = await syntaxErrors(inIntervention(`gegeven ${word}: aantal`));
        expect(error?.at).toBe(word);
        expect(error?.nl).toContain(`schrijf hem overal als \`^${word}\``);
        const escaped = `gegeven ^${word}: aantal aanpak { toegang als ^${word} meer dan 3 }`;
        expect(await syntaxErrors(inIntervention(escaped))).toEqual([]);
    });

    test('to whom it is escalated stands in the first line, and who decides in the block', async () => {
        const block = (head: string, line: string) =>
            inIntervention(`rol R rol S aanpak { stap A\n    escalatie E ${head}{\n    vanuit A\n    ${line}\n} }`);
        const [error, ...others] = await syntaxErrors(block('', 'door R naar S'));
        expect([error?.at, others]).toEqual(['naar', []]);
        expect(error?.nl).toContain(
            '`escalatie Naam door R naar S {`. Wie er dan beslist, staat in het blok: `door S`',
        );
        expect(await syntaxErrors(block('door R naar S ', 'door S'))).toEqual([]);
    });

    test('what is open as a whole has no block', async () => {
        const [error, ...others] = await syntaxErrors(inIntervention('doelgroep onbekend { selectie onbekend }'));
        expect([error?.at, others]).toEqual(['{', []]);
        expect(error?.nl).toContain('Geef het een naam (`doelgroep Naam {`)');
    });

    test('a word that is right in another place is no other notation', async () => {
        const [error] = await syntaxErrors(inStep('daarna als x: B'));
        expect(error?.nl).not.toContain('daarna: als');
    });
});

test('the type of a fact may be written as it is spoken', async () => {
    expect(await syntaxErrors(inIntervention('gegeven x: één van rood, groen'))).toEqual([]);
});

test.each(['na', 'voor', 'vanaf'])('before or after a date is asked for with a fact of its own: %s', async (word) => {
    const [error, ...others] = await syntaxErrors(inStep(`pas als d ${word} 2026-06-01`));
    expect(error?.nl).toContain(`\`gegeven op-tijd: ja/nee "d ${word} 2026-06-01"\``);
    expect(others).toEqual([]);
});
