import { describe, expect, it } from 'vitest';
import { areAlike } from '../../../language/text/likeness.js';
import { applyFix, checkFor, expectFindings } from '../rule-tester.js';

const CODE = 'effect/overclaim';

describe('texts about the same', () => {
    it.each([
        ['Verminderen problemen', 'het verbeteren van kind- en gezinsproblemen'],
        ['Minder opvoedingsproblemen in het gezin', 'vermindering van het opvoedingsprobleem'],
        ['schulden', 'Het gezin heeft minder schulden'],
    ])('are alike: %s / %s', (a, b) => {
        expect(areAlike(a, b)).toBe(true);
        expect(areAlike(b, a)).toBe(true);
    });

    it.each([
        ['toeleiding naar zorg', 'het verbeteren van kind- en gezinsproblemen'],
        ['Het gezin heeft rust', 'Het gezin heeft een plan'],
        ['bereik van gezinnen', 'gezinnen met jonge kinderen'],
        ['', 'schulden'],
    ])('are not: %s / %s', (a, b) => {
        expect(areAlike(a, b)).toBe(false);
    });
});

describe('effect/overclaim', () => {
    it('finds a goal that an effect which was not shown is about, by name', async () => {
        const text =
            'interventie A {\n    doel D {\n        subdoel s "Het gezin slaapt"\n    }\n    onderzoek O {\n        effect "nachtrust" niet aangetoond { betreft s }\n    }\n}\n';
        await expectFindings(CODE, text, [{ line: 3, says: 'subdoel `s`', severity: 'warning' }]);
        expect(
            await checkFor(CODE, text.replace('slaapt"', 'slaapt" { kanttekening "Dit is niet aangetoond." }')),
        ).toEqual([]);
    });

    it('does not take what is denied for a claim, nor what was not asked for not shown', async () => {
        const text = (claim: string, outcome: string) =>
            `interventie A {\n    ${claim} "vermindering van schulden"\n    effect "minder schulden" ${outcome}\n}\n`;
        expect(await checkFor(CODE, text('opbrengst', 'niet aangetoond'))).toHaveLength(1);
        expect(await checkFor(CODE, text('biedt', 'niet aangetoond'))).toHaveLength(1);
        for (const claim of ['biedt geen', 'niet primair doel', 'aanleiding']) {
            expect(await checkFor(CODE, text(claim, 'niet aangetoond'))).toEqual([]);
        }
        for (const outcome of ['aangetoond', 'onbekend']) {
            expect(await checkFor(CODE, text('opbrengst', outcome))).toEqual([]);
        }
        for (const outcome of ['niet beantwoord', 'verondersteld', 'veelal verondersteld']) {
            expect(await checkFor(CODE, text('biedt', outcome))).toEqual([]);
            expect(await checkFor(CODE, text('opbrengst mogelijk', outcome))).toEqual([]);
        }
    });

    it.each([
        ['niet beantwoord', 'als opbrengst genoemd, maar of dat zo is, is niet beantwoord'],
        ['verondersteld', 'als opbrengst genoemd, maar dat is verondersteld'],
    ])('finds a result of which the effect is %s, and not a goal', async (outcome, says) => {
        const text = (claim: string) => `interventie A {\n    ${claim}\n    effect "minder schulden" ${outcome}\n}\n`;
        const claimed = text('opbrengst "vermindering van schulden"');
        const [finding] = await expectFindings(CODE, claimed, [{ line: 2, says, severity: 'warning' }]);
        const mended = finding ? applyFix(claimed, finding) : '';
        expect(mended).toContain(`tegenspraak "genoemd en ${outcome}"`);
        expect(await checkFor(CODE, mended)).toEqual([expect.objectContaining({ severity: 'info' })]);
        expect(await checkFor(CODE, text('doel D "vermindering van schulden"'))).toEqual([]);
        expect(await checkFor(CODE, text('opbrengst "Er zijn mogelijk minder schulden."'))).toEqual([]);
        expect(await checkFor(CODE, text('oordeel "minder schulden bereikt"'))).toHaveLength(1);
    });

    it('informs where the text records the contradiction', async () => {
        const text = (sides: string) =>
            `interventie A {\n    kenmerk "Doel" "Minder schulden"\n    effect "vermindering van schulden" niet aangetoond\n    tegenspraak "doel en effect" tussen ${sides}\n}\n`;
        await expectFindings(CODE, text('"het doel is minder schulden" en "schulden: niet aangetoond"'), [
            { line: 2, says: 'legt dat vast', severity: 'info' },
        ]);
        await expectFindings(CODE, text('"zes stappen" en "vijf stappen"'), [
            { line: 2, says: 'genoemd, maar onderzoek', severity: 'warning' },
        ]);
    });
});

describe('what a verdict or summary says of an effect', () => {
    const told = async (...lines: string[]) =>
        (await checkFor(CODE, `interventie A {\n${lines.map((l) => `    ${l}`).join('\n')}\n}\n`)).map(
            (f) => f.message.nl,
        );

    it.each([
        ['effect "minder uithuisplaatsingen" niet aangetoond', 'oordeel "minder uithuisplaatsingen bereikt"'],
        [
            'effect "uithuisplaatsingen" niet beantwoord',
            'samenvatting "Voor gezinnen. De aanpak leidt aantoonbaar tot minder uithuisplaatsingen."',
        ],
        ['effect "uithuisplaatsingen" niet beantwoord', 'samenvatting "Dit leidt tot minder uithuisplaatsingen."'],
        [
            'effect "uithuisplaatsingen" verondersteld',
            'samenvatting "De aanpak is bewezen: minder uithuisplaatsingen."',
        ],
    ])('is told where research did not show it: %s', async (effect, claim) => {
        expect(await told(effect, claim)).toHaveLength(1);
    });

    it.each([
        ['effect "minder uithuisplaatsingen" niet aangetoond', 'oordeel "minder uithuisplaatsingen niet bereikt"'],
        ['effect "minder uithuisplaatsingen" niet aangetoond', 'oordeel "de wachttijd is verkort; doel bereikt"'],
        ['effect "uithuisplaatsingen" verondersteld', 'samenvatting "Dit kan leiden tot minder uithuisplaatsingen."'],
        [
            'effect "uithuisplaatsingen" aangetoond',
            'samenvatting "Dit leidt aantoonbaar tot minder uithuisplaatsingen."',
        ],
    ])('is left alone otherwise: %s, %s', async (effect, claim) => {
        expect(await told(effect, claim)).toEqual([]);
    });

    it('is told of an effect that no study showed', async () => {
        expect(await told('effect "bereik" aangetoond op grond van 0 studies')).toEqual([
            expect.stringContaining('nul studies'),
        ]);
        expect(await told('effect "bereik" aangetoond op grond van 1 studie')).toEqual([]);
        expect(await told('effect "bereik" aangetoond op grond van onbekend')).toEqual([]);
    });
});

it('does not call it an overclaim that there is no effect', async () => {
    const text = (result: string) =>
        `interventie A {\n    opbrengst "${result}"\n    effect "stress van ouders" niet aangetoond\n}\n`;
    expect(await checkFor('effect/overclaim', text('Geen effect op stress van ouders'))).toEqual([]);
    expect(await checkFor('effect/overclaim', text('Minder stress van ouders'))).toHaveLength(1);
});
