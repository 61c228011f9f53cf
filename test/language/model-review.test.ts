import { describe, expect, test } from 'vitest';
import { bare } from './support/bare.js';
import { figure, text, unknown } from './support/figures.js';
import { model } from './support/language.js';

describe('frameworks, reviews and scenarios', () => {
    test('a framework and its questions', async () => {
        const m = await model(`
            toetsingskader K "k" van "Toezicht" {
              oordeel voldoet "✓"
              thema T "t" {
                criterium C "c" {
                  indicator 2.1 "y" {
                    toets elke stap in aanpak waar werkt-aan is S en niet duur is onbekend heeft caseload hoogstens 12 gezinnen
                    toets minstens 2 rol waar voert-regie
                    toets geen stap heeft locatie "x" en werkwijze outreachend
                    toets precies 1 rol waar voert-regie ja
                  }
                }
                indicator 1.1 "x"
              }
            }`);
        expect(bare(m.frameworks)).toEqual([
            {
                name: 'K',
                title: 'k',
                owner: 'Toezicht',
                verdicts: [{ name: 'voldoet', sign: '✓' }],
                themes: [
                    {
                        name: 'T',
                        title: 't',
                        criteria: [
                            {
                                name: 'C',
                                title: 'c',
                                indicators: [
                                    {
                                        name: '2.1',
                                        title: 'y',
                                        queries: [
                                            {
                                                quantifier: 'every',
                                                elementKind: 'stap',
                                                container: 'aanpak',
                                                where: [
                                                    { property: 'werkt-aan', value: { type: 'word', word: 'S' } },
                                                    { property: 'duur', negated: true, value: unknown },
                                                ],
                                                has: [
                                                    {
                                                        property: 'caseload',
                                                        value: figure(
                                                            'hoogstens 12 gezinnen',
                                                            12,
                                                            'gezinnen',
                                                            'at-most',
                                                        ),
                                                    },
                                                ],
                                                text: 'toets elke stap in aanpak waar werkt-aan is S en niet duur is onbekend heeft caseload hoogstens 12 gezinnen',
                                            },
                                            {
                                                quantifier: 'at-least',
                                                count: 2,
                                                elementKind: 'rol',
                                                where: [{ property: 'voert-regie' }],
                                                text: 'toets minstens 2 rol waar voert-regie',
                                            },
                                            {
                                                quantifier: 'none',
                                                elementKind: 'stap',
                                                has: [
                                                    { property: 'locatie', value: text('x') },
                                                    {
                                                        property: 'werkwijze',
                                                        value: { type: 'word', word: 'outreachend' },
                                                    },
                                                ],
                                                text: 'toets geen stap heeft locatie "x" en werkwijze outreachend',
                                            },
                                            {
                                                quantifier: 'exactly',
                                                count: 1,
                                                elementKind: 'rol',
                                                where: [{ property: 'voert-regie', value: { type: 'yes' } }],
                                                text: 'toets precies 1 rol waar voert-regie ja',
                                            },
                                        ],
                                    },
                                ],
                            },
                        ],
                        indicators: [{ name: '1.1', title: 'x' }],
                    },
                ],
            },
        ]);
    });

    test('a review', async () => {
        const m = await model(`
            toetsingskader K { thema T { indicator 1.1 { toets geen stap } criterium C { indicator 1.2 } } }
            interventie X
            beoordeling B "b" van X aan de hand van K {
              door "STJ" op 2026-05-01 over versie "2.1"
              door "STJ" op onbekend over versie onbekend
              methode "m"
              informant Gemeente "g"
              bevinding 1.1 voldoet "goed" {
                let op "l"
                betreft Gemeente, X
                reactie van Gemeente op 2026-01-01 "r"
                opvolging "o" door "wethouder" voor 2026-09-01 { stand open }
              }
              bevinding over 1.1, 1.2 samen, toedeling "gelijk" onbekend
            }`);
        expect(bare(m.reviews)).toEqual([
            {
                name: 'B',
                title: 'b',
                intervention: '@X',
                framework: '@K',
                frameworkIndicators: [{ code: '1.1', hasQueries: true }, { code: '1.2' }],
                by: [
                    { value: text('STJ'), date: '2026-05-01', version: '2.1' },
                    { value: text('STJ'), dateValue: unknown, versionValue: unknown },
                ],
                statements: [{ kind: 'methode', values: [text('m')] }],
                informants: [{ name: 'Gemeente', title: 'g' }],
                findings: [
                    {
                        indicators: ['@1.1'],
                        verdict: '@voldoet',
                        text: 'goed',
                        attention: [{ text: 'l' }],
                        concerns: ['@Gemeente', '@X'],
                        reactions: [{ kind: 'reactie', who: 'Gemeente', date: '2026-01-01', text: 'r' }],
                        followUps: [
                            {
                                text: 'o',
                                who: 'wethouder',
                                due: '2026-09-01',
                                state: 'open',
                                statements: [{ kind: 'stand', values: [{ type: 'word', word: 'open' }] }],
                            },
                        ],
                    },
                    { indicators: ['@1.1', '@1.2'], joint: true, allocation: text('gelijk'), verdictValue: unknown },
                ],
            },
        ]);
    });

    test('a scenario', async () => {
        const m = await model(`
            interventie X { gegeven o: een van a, b }
            scenario "s" voor X {
              toelichting "t"
              gegeven klaar is ja, n is 1.250, d is 1-2-2026, o is a, w is "x", "mijdt" is nee, u is onbekend
              bij A: klaar is nee, duurt 1 week, termijn verstrijkt, kiest B
              verwacht pad A, B
              verwacht overdracht H
              verwacht geen document D
              verwacht escalatie E
              verwacht geen stap S
              verwacht einde F
              verwacht regie R na A
              verwacht hoogstens 5 contactmomenten van JGZ
            }`);
        const fact = (name: string, value: unknown) => ({ type: 'fact', fact: `@${name}`, value });
        expect(bare(m.scenarios)).toEqual([
            {
                title: 's',
                intervention: '@X',
                statements: [{ kind: 'toelichting', values: [text('t')] }],
                given: [
                    {
                        assignments: [
                            fact('klaar', true),
                            fact('n', 1250),
                            fact('d', '2026-02-01'),
                            fact('o', 'a'),
                            fact('w', 'x'),
                            { type: 'fact', informal: 'mijdt', value: false },
                            fact('u', null),
                        ],
                    },
                ],
                during: [
                    {
                        node: '@A',
                        events: [
                            fact('klaar', false),
                            { type: 'duration', value: figure('1 week', 1, 'week') },
                            { type: 'expiry' },
                            { type: 'choice', node: '@B' },
                        ],
                    },
                ],
                expectations: [
                    { kind: 'path', elements: ['@A', '@B'] },
                    { kind: 'handover', elements: ['@H'] },
                    { kind: 'document', negated: true, elements: ['@D'] },
                    { kind: 'escalation', elements: ['@E'] },
                    { kind: 'step', negated: true, elements: ['@S'] },
                    { kind: 'end', elements: ['@F'] },
                    { kind: 'direction', elements: ['@R'], after: '@A' },
                    {
                        kind: 'amount',
                        value: figure('hoogstens 5 contactmomenten', 5, 'contactmomenten', 'at-most'),
                        organisation: '@JGZ',
                    },
                ],
            },
        ]);
    });
});
