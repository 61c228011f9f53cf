import { describe, expect, test } from 'vitest';
import { fhirGenerator } from '../../language/generate/fhir/generator.js';
import { htmlGenerator } from '../../language/generate/html/generator.js';
import { markdownGenerator } from '../../language/generate/markdown/generator.js';
import { xstateGenerator } from '../../language/generate/xstate/generator.js';
import { conditionText } from '../../language/messages/wording.js';
import type { Condition } from '../../language/model/protocol.js';
import { caseFrom, textOf } from './generate/support.js';
import { bare } from './support/bare.js';
import { protocol } from './support/language.js';
import { check, checkFor } from './rule-tester.js';

const process = (steps: string, more = ''): string =>
    `interventie X "x" {
    rol R
    rol Q
    gegeven g: ja/nee
    gegeven n: aantal
    aanpak {
        ${steps}
        einde E { geslaagd }
    }
    ${more}
}
`;

const G = { type: 'fact', fact: '@g', test: { type: 'yes' } };

describe('a condition that is not firm', () => {
    test.each([
        ['pas als veelal g', G, 'usually', 'veelal g'],
        ['klaar veelal als g', G, 'usually', 'veelal g'],
        ['klaar als zo nodig "het kan"', { type: 'informal', text: 'het kan' }, 'if-needed', 'zo nodig “het kan”'],
    ])('%s', async (line, condition, modality, words) => {
        const [step] = (await protocol(process(`stap A { ${line} }`))).process?.nodes ?? [];
        const [guard] = step?.kind === 'step' ? step.guards : [];
        expect(bare(guard?.condition)).toEqual({ type: 'modal', modality, condition });
        expect(conditionText(guard?.condition as Condition, 'nl')).toBe(words);
    });

    test('has a fact that may be called as the word: `als mogelijk-veilig`', async () => {
        const text = process('stap A { bepaalt mogelijk-veilig klaar als mogelijk-veilig }').replace(
            'n: aantal',
            'mogelijk-veilig: ja/nee',
        );
        const [step] = (await protocol(text)).process?.nodes ?? [];
        expect(step?.kind === 'step' && step.guards[0]?.condition.type).toBe('fact');
    });

    // each of these is a fault where it is firm
    test.each([
        ['stroom/vastloper', (firm: string) => process(`stap A { pas als ${firm}g }\nstap B { bepaalt g }`)],
        ['stroom/vastloper', (firm: string) => process(`stap A { bepaalt g }\nstap B { pas als ${firm}g }`)],
        ['stroom/vastloper', (firm: string) => process(`stap A { bepaalt g klaar als ${firm}n minstens 3 }`)],
        [
            'stroom/vastloper',
            (firm: string) =>
                process(
                    'stap A { door R bepaalt g }\nstap B { door Q }',
                    `overdracht H van R naar Q { vanuit A pas als ${firm}g }`,
                ),
        ],
    ])('never accuses: %s', async (code, text) => {
        expect(await checkFor(code, text(''))).not.toEqual([]);
        expect(await checkFor(code, text('veelal '))).toEqual([]);
        // the fact in it is used
        const unused = async (firm: string) => (await checkFor('meta/ongebruikt', text(firm))).map((f) => f.message.nl);
        expect(await unused('veelal ')).toEqual(await unused(''));
    });

    test('is decided by a person in a case, by its words', async () => {
        const scenario = (decides: string) =>
            `${process('stap A { klaar als veelal g }')}scenario "s" voor X { bij A: "veelal g" is ${decides} verwacht einde E }\n`;
        expect(await checkFor('scenario/mislukt', scenario('ja'))).toEqual([]);
        expect(await checkFor('scenario/mislukt', scenario('nee'))).not.toEqual([]);
    });

    test('is a question to a person in what is made of it', async () => {
        const one = await caseFrom(process('stap A { bepaalt g }\nstap B { klaar als veelal g }'));
        expect(textOf(htmlGenerator, one)).toContain('<span class="mark modality">veelal</span>');
        expect(textOf(markdownGenerator, one)).toContain('**Klaar als:** veelal g');
        expect(textOf(fhirGenerator, one)).toContain('"expression": "%`veelal g`"');
        expect(textOf(xstateGenerator, one)).toContain('"mens": "veelal g"');
    });
});

describe('what else may be said to be less than firm', () => {
    test('an effect, and what somebody says', async () => {
        const text = process('stap A').replace(
            'rol R',
            'effect "rust" veelal aangetoond\nervaring van ouders bij voorkeur "Samen."\nervaring veelal van ouders "Fijn."\nrol R',
        );
        const { effects, spoken } = await protocol(text);
        expect(effects.map((e) => [e.outcome, e.modality])).toEqual([['shown', 'usually']]);
        expect(spoken.map((s) => s.modality)).toEqual(['preferably', 'usually']);
        const one = await caseFrom(text);
        expect(textOf(markdownGenerator, one)).toContain('**rust**: veelal *aangetoond*');
        expect(textOf(markdownGenerator, one)).toContain('> bij voorkeur: Samen.');
    });

    test('an effect that is not firm contradicts no claim', async () => {
        const text = (firm: string) =>
            `interventie X "x" { kenmerk "Doel" "Verminderen van problemen" effect "minder problemen" ${firm}niet aangetoond }`;
        expect(await checkFor('effect/overclaim', text(''))).not.toEqual([]);
        expect(await checkFor('effect/overclaim', text('mogelijk '))).toEqual([]);
    });

    test.each([
        ['toegang als veelal g', 'toegang veelal als g'],
        ['toegang via in beginsel R', 'toegang in beginsel via R'],
    ])('access, in either order: %s', async (line, other) => {
        const [access, same] = await Promise.all(
            [line, other].map(async (l) => (await protocol(process(`${l}\nstap A { bepaalt g }`))).process?.access),
        );
        expect(bare(access)).toEqual(bare(same));
        expect(access?.[0]?.modality).toBeDefined();
        const one = await caseFrom(process(`${line}\nstap A { bepaalt g }`));
        expect(textOf(markdownGenerator, one)).toMatch(/\*\*(Als:\*\* veelal g|Via:\*\* in beginsel R)/);
    });

    test('an end of which nothing is known makes no finding that there is none certain', async () => {
        const endless = (more: string) =>
            `interventie X "x" { aanpak { stap A { daarna: B } stap B { daarna: A } ${more} } }`;
        const severities = async (more: string) =>
            (await check(endless(more))).filter((f) => f.code.startsWith('stroom/')).map((f) => f.severity);
        expect(await severities('')).toContain('error');
        expect(await severities('einde onbekend')).not.toContain('error');
    });
});
