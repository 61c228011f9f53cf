import { describe, expect, it } from 'vitest';
import { machineOf } from '../../../language/execution/machine.js';
import { answersOf } from '../../../language/rules/answers.js';
import { runScenario } from '../../../language/simulate/run-scenario.js';
import { checkFor } from '../rule-tester.js';
import { link, model, services } from '../support/language.js';

/** What the table of proofs says, by code. */
async function answers(text: string): Promise<Readonly<Record<string, string>>> {
    const all = answersOf(await link(text), services())[0]?.answers ?? [];
    return Object.fromEntries(all.map((a) => [a.code, a.outcome]));
}

/** What is found otherwise than a scenario expects, in its order; a question mark where that cannot be told. */
async function failures(text: string, expected: string): Promise<string[]> {
    const file = await model(`${text}\nscenario "s" voor P {\n${expected}\n}`);
    const [protocol] = file.interventions;
    const machine = protocol && machineOf(protocol);
    const [scenario] = file.scenarios;
    if (!machine || !scenario) {
        throw new Error('There is nothing to run.');
    }
    return runScenario(machine, scenario).failures.map((f) => `${f.certain ? '' : '? '}${f.actual.nl}`);
}

const process = (lines: string, facts = 'gegeven g: ja/nee\ngegeven h: ja/nee') =>
    `interventie P "P" {\nrol W voert regie\nrol V\n${facts}\naanpak {\n${lines}\neinde Klaar\n}\n}`;

describe('what the text leaves open elsewhere', () => {
    const away = (otherwise: string) =>
        process(
            `stap A { bepaalt n daarna { als n minder dan 3: B  als n meer dan 3: C  anders: ${otherwise} } }
             stap B { herhaal tot g }
             stap C { daarna: D hoogstens 0 keer }
             stap D`,
            'gegeven n: aantal\ngegeven g: ja/nee',
        );

    it.each(['onbekend', 'D'])('makes no fault a lesser one, with `anders: %s`', async (otherwise) => {
        for (const code of ['stroom/geen-einde', 'stroom/vastloper']) {
            expect([code, (await checkFor(code, away(otherwise))).map((f) => f.severity)]).toEqual([code, ['error']]);
        }
    });

    it('does where it decides whether a case comes there', async () => {
        const text = process(`stap A { daarna { als onbekend: B  anders: Klaar } }  stap B { daarna: B }`);
        expect((await checkFor('stroom/geen-einde', text)).map((f) => f.severity)).toEqual(['info']);
    });
});

describe('who directs in a scenario', () => {
    const handing = (said: string) =>
        `interventie P "P" {\nrol W voert regie\nrol V\naanpak {\nstap A { door W }\nstap B { door V }\neinde Klaar\n}
         overdracht H van W naar V { vanuit A ${said} }\n}`;

    it('is certain where the text says so', async () => {
        expect(await failures(handing('regie naar V'), 'verwacht regie V na B')).toEqual([]);
        expect(await failures(handing('regie naar V'), 'verwacht regie W na B')).toEqual(['V voert de regie']);
    });

    it.each(['regie naar onbekend', 'regie veelal naar V'])('cannot be told behind `%s`', async (said) => {
        for (const role of ['W', 'V']) {
            expect(await failures(handing(said), `verwacht regie ${role} na B`)).toEqual([
                expect.stringMatching(/^\? wie de regie voert, staat niet vast/),
            ]);
        }
        expect(await failures(handing(said), 'verwacht regie W na A')).toEqual([]);
    });

    it('is everybody to whom it is passed on one arrow', async () => {
        const text = `interventie P "P" {\nrol W voert regie\nrol V\naanpak {
            gelijktijdig G { stap A { door W }  stap B { door V } }
            gelijktijdig K { stap C { door V }  stap D { door W } }
            einde Klaar\n}
            overdracht H1 van W naar V { vanuit A regie naar V }
            overdracht H2 van V naar W { vanuit B regie naar W }\n}`;
        for (const role of ['W', 'V']) {
            expect(await failures(text, `verwacht regie ${role} na C`)).toEqual(['V en W voeren allemaal de regie']);
        }
    });
});

describe('what a scenario says that cannot be', () => {
    it('is that a fact stays unknown at a step that determines it', async () => {
        const text = process('stap A { bepaalt g daarna { als g: B  als niet g: Klaar } }\nstap B');
        expect((await answers(text))['stroom/vastloper']).toBe('holds');
        expect(await failures(text, 'bij A: g is onbekend\nverwacht einde Klaar')).toEqual([
            expect.stringContaining('Bij A wordt g bekend: daar staat `bepaalt g`'),
        ]);
        expect(await failures(text, 'bij A: g is nee\nverwacht einde Klaar')).toEqual([]);
    });

    it('is a choice where nothing is to be chosen', async () => {
        const text = process('stap A\naltijd als "rust": R, hervat daarna\nstap R');
        expect(await failures(text, 'bij A: kiest R\nverwacht pad R, A')).toEqual([]);
        expect(await failures(text, 'bij A: kiest R\nbij R: kiest R\nverwacht pad R, A')).toEqual([
            expect.stringContaining('Bij R kan R niet worden gekozen'),
        ]);
    });
});

describe('an `altijd als`', () => {
    const text = process(`stap A { bepaalt g }
        stap B { bepaalt g }
        altijd als g: Z, hervat daarna
        stap Z { bepaalt g }`);

    it('is not raised by what its own work finds out, and is again by later work', async () => {
        const said = ['A', 'Z', 'B', 'Z'].map((step) => `bij ${step}: g is ja`).join('\n');
        expect(await failures(text, `${said}\nverwacht pad A, Z, B, Z`)).toEqual([]);
    });
});

describe('what a person decides', () => {
    const choice = (branches: string) =>
        process(`stap A { bepaalt g daarna { ${branches} } }\nstap B { daarna: Klaar }\nstap C { daarna: Klaar }`);
    const asked = ['keuze/onvolledig', 'stroom/vastloper', 'keuze/nooit'];
    const told = async (branches: string) => {
        const all = await answers(choice(branches));
        return asked.map((code) => all[code]);
    };

    it('is yes or no: a text and its denial catch everything', async () => {
        expect(await told('als "x": B  als niet "x": C')).toEqual(['holds', 'holds', 'holds']);
        expect(await told('als g en "x": B  als g en niet "x": C  als niet g: B')).toEqual(['holds', 'holds', 'holds']);
    });

    it('leaves a case stuck where it is yes and no branch holds', async () => {
        expect(await told('als "x" en g: B  als niet "x": C')).toEqual(['fails', 'fails', 'holds']);
        const [found] = await checkFor('keuze/onvolledig', choice('als "x" en g: B  als niet "x": C'));
        expect(found?.data?.values).toEqual([{ g: false, x: true }]);
    });

    it('is in doubt where there are two texts, that may exclude each other', async () => {
        expect((await told('als "x": B  als "y": C'))[0]).toBe('undecided');
    });

    it('makes `anders` impossible where the other branches catch everything', async () => {
        expect((await told('als "x": B  als niet "x": C  anders: Klaar'))[2]).toBe('fails');
        expect((await told('als g: B  anders: C  als niet g: Klaar'))[2]).toBe('fails');
        expect((await told('als g: B  als niet g: A hoogstens 1 keer  anders: Klaar'))[2]).toBe('holds');
        expect((await told('als g en "x": B  als niet g: C  anders: Klaar'))[2]).toBe('holds');
    });
});
