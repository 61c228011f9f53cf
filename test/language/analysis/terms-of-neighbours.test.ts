import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../language/rules/answers.js';
import { link, services } from '../support/language.js';

const process = (lines: string) =>
    `interventie P "P" {\nrol W voert regie\ngegeven g: ja/nee\ngegeven n: aantal\naanpak {\n${lines}\neinde Klaar { geslaagd }\n}\n}`;

/** What the table of proofs says of some question. */
async function outcome(code: string, lines: string): Promise<string | undefined> {
    const all = answersOf(await link(process(lines)), services())[0]?.answers ?? [];
    return all.find((a) => a.code === code)?.outcome;
}

const beside = (...steps: string[]) => `gelijktijdig S { ${steps.join('\n')} }`;
const B = (days: string) => `stap B { duur precies ${days} termijn 2 weken na D }`;

describe('a term that counts from work beside other work', () => {
    it.each([
        ['a step', beside('stap C { duur precies 3 weken }', 'stap D { duur precies 1 week }')],
        ['a phase', beside('stap C { duur precies 3 weken }', 'fase D { stap E { duur precies 1 week } }')],
        ['bounds', beside('stap C { duur minstens 3 weken }', 'stap D { duur hoogstens 1 week }')],
    ])('cannot be met by letting that work wait: %s', async (_, before) => {
        expect(await outcome('tijd/onhaalbaar', `${before}\n${B('2 weken')}`)).toBe('fails');
    });

    it('cannot be met by being done before that work begins, where that is not possible in time', async () => {
        const before =
            'fase F { stap C { duur precies 9 dagen } stap B { duur precies 8 dagen termijn 2 dagen na begin van D } }';
        const other = (days: string) =>
            `fase G { stap E { duur precies ${days} dagen } stap D { duur precies 5 dagen } }`;
        expect(await outcome('tijd/onhaalbaar', beside(before, other('10')))).toBe('fails');
        expect(await outcome('tijd/onhaalbaar', beside(before, other('20')))).toBe('holds');
    });

    it('cannot be met by the work beside it either', async () => {
        const lines = beside('stap C { duur precies 3 weken termijn 1 week na D }', 'stap D { duur precies 1 week }');
        expect(await outcome('tijd/onhaalbaar', lines)).toBe('fails');
    });

    it.each([
        ['the work takes an open time', 'stap D'],
        ['the work may be done again', 'stap D { duur precies 1 week  herhaal hoogstens 4 keer }'],
        [
            'there may be more work before',
            'stap A { bepaalt g daarna { als g: X anders: D } }\nstap X { duur precies 2 weken daarna: D }\nstap D { duur precies 1 week }',
        ],
    ])('is met on some course: %s', async (_, before) => {
        const inside = before.includes('\n') ? `fase F { ${before} }` : before;
        const lines = `${beside('stap C { duur precies 3 weken }', inside)}\n${B('1 week')}`;
        expect(await outcome('tijd/onhaalbaar', lines)).not.toBe('fails');
    });

    it('is not said to be met where the last of parallel work comes too early for that', async () => {
        const inside =
            'fase F { gelijktijdig T { stap X { duur precies 1 week }\nstap Y { duur precies 1 week } }\nstap D { duur precies 1 week } }';
        const lines = `${beside('stap C { duur precies 6 weken }', inside)}\n${B('1 week')}`;
        expect(await outcome('tijd/onhaalbaar', lines)).not.toBe('holds');
    });
});

describe('a term with `anders` that counts from what has not been', () => {
    const late = 'termijn 1 week na C anders: Mis';

    it('does not run out before that, so that what it leads to may be reached by nobody', async () => {
        const lines = `stap B { ${late} daarna: C }\nstap C { daarna: Klaar }\neinde Mis`;
        expect(await outcome('stroom/onbereikbaar', lines)).toBe('fails');
    });

    it('does not run out while the work from the end of which it counts is open', async () => {
        const lines = beside('stap A', 'stap B { termijn 1 week na A anders: Mis }').replace('{', '{ daarna: Klaar');
        expect(await outcome('stroom/onzuiver-einde', `${lines}\neinde Mis`)).toBe('holds');
    });

    it('always runs out where the work beside that surely takes longer', async () => {
        const b = 'stap B { duur precies 3 weken termijn 1 week na A anders: Mis }';
        const lines = `${beside('stap A { duur precies 1 week }', b).replace('{', '{ daarna: Klaar')}\neinde Mis`;
        expect(await outcome('stroom/onbereikbaar', lines)).toBe('fails');
        expect(await outcome('tijd/onhaalbaar', lines)).toBe('fails');
    });
});
