import { describe, expect, it } from 'vitest';
import { machineOf } from '../../../language/execution/machine.js';
import { answersOf } from '../../../language/rules/answers.js';
import { runScenario, type ScenarioResult } from '../../../language/simulate/run-scenario.js';
import { checkFor } from '../rule-tester.js';
import { link, model, services } from '../support/language.js';

/** What the table of proofs says, by code. */
async function answers(text: string): Promise<Readonly<Record<string, string>>> {
    const all = answersOf(await link(text), services())[0]?.answers ?? [];
    return Object.fromEntries(all.map((a) => [a.code, a.outcome]));
}

/** What is found otherwise than a scenario expects, in its order; a question mark where that cannot be told. */
async function failures(text: string, expected: string): Promise<string[]> {
    return (await result(text, expected)).failures.map((f) => `${f.certain ? '' : '? '}${f.actual.nl}`);
}

async function result(text: string, expected: string): Promise<ScenarioResult> {
    const file = await model(`${text}\nscenario "s" voor P {\n${expected}\n}`);
    const [protocol] = file.interventions;
    const machine = protocol && machineOf(protocol);
    const [scenario] = file.scenarios;
    if (!machine || !scenario) {
        throw new Error('There is nothing to run.');
    }
    return runScenario(machine, scenario);
}

const process = (lines: string, facts = 'gegeven g: ja/nee\ngegeven h: ja/nee') =>
    `interventie P "P" {\nrol W voert regie\nrol V\n${facts}\naanpak {\n${lines}\neinde Klaar\n}\n}`;

describe('what a comment in the text ignores', () => {
    const text = (daarna: string) =>
        process(
            `stap A { door W  ${daarna} }
            // draaiboek: negeer overdracht/ontbreekt – zij kennen elkaar
            stap B { door W, V  daarna: C }
            // draaiboek: negeer overdracht/ontbreekt – de hele wijk
            stap C { door X }`,
        ).replace('rol V', 'rol V\nrol X');

    it('still is found, and the table says with which reason it is ignored', async () => {
        const all = answersOf(await link(text('daarna: B').replace('daarna: C }', '}')), services())[0]?.answers ?? [];
        const handovers = all.find((a) => a.code === 'overdracht/ontbreekt');
        expect(handovers?.outcome).toBe('fails');
        expect(handovers?.reasons.map((r) => r.nl)).toEqual([
            expect.stringMatching(
                /gaan `W` en `V` over in `X` bij `C`.*\(Genegeerd in de tekst: zij kennen elkaar\.\)$/,
            ),
        ]);
    });

    it('is not told to be gone where nobody comes', async () => {
        const gone = async (said: string) =>
            (await checkFor('meta/onderdrukking', said)).map((f) => f.at.range.start.line);
        expect(await gone(text('daarna: Klaar'))).toEqual([]);
        expect((await gone(text('daarna: B'))).length).toBeGreaterThan(0);
    });
});

it.each([
    ['als n minstens onbekend: B  als n hoogstens 5: Klaar', 'undecided'],
    ['als n minstens plaatselijk: B  als n hoogstens plaatselijk: Klaar', 'undecided'],
    ['als n minstens onbekend: Klaar  als n hoogstens 5: Klaar', 'holds'],
    ['als n minstens onbekend: B', 'not-applicable'],
    ['als n minstens 6: B  als n hoogstens 5: Klaar', 'holds'],
])('whether two branches hold at once of which one is left open: %s', async (branches, outcome) => {
    const text = process(
        `stap A { bepaalt n daarna { ${branches}  anders: Klaar } }\nstap B { daarna: Klaar }`,
        'gegeven n: aantal',
    );
    expect((await answers(text))['keuze/overlap']).toBe(outcome);
});

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

    const unlooked = [
        'keuze/nooit',
        'keuze/onbekend-gegeven',
        'keuze/onvolledig',
        'tijd/onhaalbaar',
        'document/voor-productie',
        'stroom/te-groot',
    ];
    const BEHIND = 'stap Twee { vereist Plan  duur precies 4 weken  termijn 5 weken  daarna { als g: Klaar } }';

    it.each([
        ['', ['fails', 'fails', 'fails', 'holds', 'fails', 'holds']],
        ['daarna onbekend', unlooked.map(() => 'undecided')],
    ])('leaves no question about steps decided to which nobody is seen to come: %s', async (next, expected) => {
        const found = await answers(
            process(`stap Een { ${next} }\n${BEHIND}\nstap Drie { levert Plan }`, 'document Plan\ngegeven g: ja/nee'),
        );
        expect(unlooked.map((code) => found[code])).toEqual(expected);
    });

    it.each([
        ['document/voor-productie', 'daarna onbekend', 'undecided'],
        ['subdoel/overgeslagen', 'daarna onbekend', 'undecided'],
        ['doel/volgorde', 'daarna onbekend', 'undecided'],
        ['document/voor-productie', 'daarna: Maken', 'holds'],
        ['subdoel/overgeslagen', 'daarna: Maken', 'holds'],
        ['doel/volgorde', 'daarna: Maken', 'holds'],
    ])('%s asks where a case goes that may go around the work: %s', async (code, next, outcome) => {
        const found = await answers(
            `interventie P "P" {\ngegeven g: ja/nee\ndocument Plan over alle leefgebieden
            doel Rust "Rust" { subdoel Eerst "Eerst"  subdoel Dan "Dan" na Eerst }
            aanpak {
                stap Begin { bepaalt g  daarna { als g: Maken  anders: Zien } }
                stap Zien { ${next} }
                stap Maken { levert Plan  werkt aan Eerst }
                stap Doen { vereist Plan  werkt aan Dan }
                einde Klaar { geslaagd }\n}\n}`,
        );
        expect(found[code]).toBe(outcome);
    });

    it('not where the work is done on every course to what is left open', async () => {
        const found = await answers(
            process('stap Maken { levert Plan }\nstap Doen { vereist Plan  daarna onbekend }', 'document Plan'),
        );
        expect(found['document/voor-productie']).toBe('holds');
    });

    it('does so behind a step that a working-out drops', async () => {
        const text = `${process(
            `stap Een { daarna { als "ja": Midden  anders: Klaar } }
            stap Midden { bepaalt g  levert Plan  daarna { als g: Twee  anders: Klaar } }
            stap Twee { vereist Plan }`,
            'document Plan\ngegeven g: ja/nee',
        )}
            interventie L "L" uitwerking van P { vervalt stap Midden omdat "Geen geld." }`;
        const [, local] = answersOf(await link(text), services());
        const answer = local?.answers?.find((a) => a.code === 'document/voor-productie');
        expect([answer?.outcome, answer?.reasons.map((r) => r.nl)]).toEqual([
            'undecided',
            ['Wat er na `Een` komt, staat er niet. Hoe een gezin bij `Twee` komt, is daardoor niet bekeken.'],
        ]);
    });

    it('finds what is impossible within one step all the same', async () => {
        const text = process(`stap Een { daarna onbekend }\n${BEHIND.replace('5 weken', '1 week')}`, 'document Plan');
        const found = await checkFor('tijd/onhaalbaar', text);
        expect(found.map((f) => [f.severity, f.message.nl.slice(0, 33)])).toEqual([
            ['error', '“1 week” van `Twee` is niet te ha'],
        ]);
    });

    it('does where it decides whether a case comes there', async () => {
        const text = process(`stap A { daarna { als onbekend: B  anders: Klaar } }  stap B { daarna: B }`);
        expect((await checkFor('stroom/geen-einde', text)).map((f) => f.severity)).toEqual(['info']);
    });
});

describe('a question about every course', () => {
    const reasons = async (text: string, code: string) => {
        const all = answersOf(await link(text), services())[0]?.answers ?? [];
        return all.flatMap((a) => (a.code === code ? [a.outcome, ...a.reasons.map((r) => r.nl)] : []));
    };

    it('says of a goal what does not count, also where the answer is yes', async () => {
        const goal = 'doel D "D" {\nsubdoel rust "x"\nsubdoel veilig "y"\n}\ngegeven g: ja/nee';
        const text = process(
            'altijd als "gevaar": Alarm, hervat daarna\nstap A { werkt aan rust  daarna: Klaar }\nstap Alarm { werkt aan veilig }',
            goal,
        );
        expect(await reasons(text, 'subdoel/overgeslagen')).toEqual([
            'holds',
            'Aan `veilig` wordt alleen gewerkt na een onderbreking of escalatie; dat hoort niet bij elke weg, en telt hier niet mee.',
        ]);
        expect(
            await reasons(
                text.replace('stap A { werkt aan rust', 'stap A { werkt aan rust, veilig'),
                'subdoel/overgeslagen',
            ),
        ).toEqual(['holds']);
    });

    it('asks about courses by an interruption or escalation too, of goals that are for every course', async () => {
        const goal = 'doel D "D" { subdoel rust "x" }\nrol R\nrol H';
        const steps = 'stap A { door R }\nstap B { door R  werkt aan rust  daarna: Op }\neinde Op { geslaagd }';
        for (const aside of [
            'altijd als "nood": N\nstap N { door R  daarna: Op }',
            'escalatie E door R naar H { vanuit A als "vast"  daarna: Op }',
        ]) {
            const all = answersOf(await link(process(`${aside}\n${steps}`, goal)), services())[0]?.answers ?? [];
            expect(all.find((a) => a.code === 'subdoel/overgeslagen')).toMatchObject({
                outcome: 'fails',
                question: {
                    nl: 'Is op elke geslaagde weg gewerkt aan elk subdoel dat niet alleen bij een onderbreking of escalatie hoort?',
                },
            });
        }
    });

    it('cannot say that a goal is worked on as a rule on every course', async () => {
        const goal = 'doel D "D" {\nsubdoel rust "x"\n}';
        const steps = (a: string, b: string) => process(`stap A { ${a} }\nstap B { ${b} }`, goal);
        const code = 'subdoel/overgeslagen';
        expect(await reasons(steps('werkt aan rust', 'werkt veelal aan rust'), code)).toEqual(['holds']);
        expect(await reasons(steps('werkt veelal aan rust', ''), code)).toEqual([
            'undecided',
            'Of er aan `rust` wordt gewerkt, staat niet vast: achter `werkt`, of bij de activiteit, staat een woord als `veelal`.',
        ]);
        const choice = 'gegeven g: ja/nee\n' + goal;
        const around = process(
            'stap A { werkt veelal aan rust  bepaalt g  daarna { als g: Klaar  anders: B } }\nstap B { werkt aan rust }',
            choice,
        ).replace('einde Klaar', 'einde Klaar { geslaagd }');
        expect(await reasons(around, code)).toEqual([
            'undecided',
            expect.stringContaining(
                'van een stap op de weg in het voorbeeld staat niet vast of hij eraan werkt',
            ) as string,
        ]);
    });

    it('says why nobody has to direct, and does not where more people work', async () => {
        const nobody = (lines: string, head = 'interventie P "P" {') =>
            `${head}\nrol W\nrol V\naanpak {\n${lines}\neinde Klaar\n}\n}`;
        expect(await reasons(nobody('stap A { door W }'), 'regie/precies-een')).toEqual([
            'not-applicable',
            'Nergens staat wie de regie voert, en er werkt hoogstens één rol aan een gezin.',
        ]);
        const two = nobody('stap A { door W }\nstap B { door V }');
        expect((await reasons(two, 'regie/precies-een'))[0]).toBe('undecided');
        const local = `${two}\ninterventie Q "Q" uitwerking van P {\naanpak { stap A { door W } }\n}`;
        const all = answersOf(await link(local), services());
        expect(all.map((p) => p.answers?.find((a) => a.code === 'regie/precies-een')?.outcome)).toEqual([
            'undecided',
            'undecided',
        ]);
        expect((await checkFor('regie/precies-een', local)).map((f) => f.message.nl.slice(0, 50))).toHaveLength(1);
    });

    it.each(['onbekend', 'veelal naar V'])(
        'cannot say to whom direction is passed with `regie naar %s`',
        async (whom) => {
            const handing = (said: string) =>
                `interventie P "P" {\nrol W voert regie\nrol V\naanpak {\nstap A { door W }\nstap B { door V }\neinde Klaar\n}
             overdracht H van W naar V { vanuit A regie ${said} }\n}`;
            expect(await reasons(handing('naar V'), 'regie/continu')).toEqual(['holds']);
            const said = whom.includes('naar') ? whom : `naar ${whom}`;
            expect(await reasons(handing(said), 'regie/continu')).toEqual([
                'undecided',
                'Aan wie overdracht `H` de regie doorgeeft, staat niet vast: daar staat `onbekend`, of een woord als `veelal`.',
            ]);
        },
    );
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

describe('whether some branch holds and whether a case gets stuck', () => {
    const asked = async (text: string) => {
        const { 'keuze/onvolledig': branch, 'stroom/vastloper': stuck } = await answers(text);
        return [branch, stuck];
    };
    const choice = (branches: string, around = (step: string) => step) =>
        process(`${around(`stap A { daarna { ${branches} } }`)} stap B { daarna: Klaar } stap C { daarna: Klaar }`);

    it('cannot be decided either where people decide on two texts', async () => {
        expect(await asked(choice('als "x": B als "y": C'))).toEqual(['undecided', 'undecided']);
        expect(await asked(choice('als onbekend: B'))).toEqual(['undecided', 'undecided']);
    });

    it('are decided together where there is one text, or `anders`', async () => {
        expect(await asked(choice('als "x": B'))).toEqual(['fails', 'fails']);
        expect(await asked(choice('als "x": B anders: C'))).toEqual(['holds', 'holds']);
        expect(await asked(choice('als "x": B als "y": C anders: Klaar'))).toEqual(['holds', 'holds']);
    });

    it('is not said to hold beside other work', async () => {
        const beside = (step: string) => `gelijktijdig K { ${step} stap Z }`;
        const [branch, stuck] = await asked(choice('als "x": B', beside));
        expect(branch).toBe('fails');
        expect(stuck).not.toBe('holds');
    });
});

describe('a scenario that stops where the text leaves open what is asked', () => {
    const open = process(
        `stap A { bepaalt g daarna { als onbekend: B anders: C } } stap B { daarna: Klaar } stap C { daarna onbekend }`,
    );

    it.each([
        '',
        'verwacht einde Klaar',
        'verwacht pad A, B',
        'verwacht geen stap C',
        'verwacht hoogstens 5 contactmomenten',
    ])('cannot be told, with %j', async (expected) => {
        const [told, ...others] = await failures(open, `bij A: g is ja\n${expected}`);
        expect(told).toMatch(
            /^\? Na A is niet te zeggen waar het heen gaat \(B, C\): de voorwaarde is in de tekst `onbekend`/,
        );
        expect(others).toEqual([]);
    });

    it('fails by what is otherwise before that', async () => {
        const told = await failures(open, `bij A: g is ja\nverwacht pad B`);
        expect(told).toEqual(['aan het begin komt A, niet B']);
    });

    it('cannot be told either where it is not stated what comes next', async () => {
        const chosen = (expected: string) => failures(open, `bij A: g is ja, kiest C\n${expected}`);
        for (const expected of [
            '',
            'verwacht stap B',
            'verwacht geen stap B',
            'verwacht regie V',
            'verwacht pad A, C, B',
        ]) {
            expect(await chosen(expected)).toEqual(['? het draaiboek zegt niet wat er na C komt']);
        }
        expect(await chosen('verwacht pad A, C')).toEqual([]);
    });

    it('asks for what the case does not say of a condition that is open in part', async () => {
        const half = process(
            `stap A { bepaalt n daarna { als "x" en n minstens onbekend: B anders: Klaar } } stap B { daarna: Klaar }`,
            'gegeven n: aantal',
        );
        expect(await failures(half, 'bij A: n is 3')).toEqual([
            expect.stringMatching(/^Na A beslist een mens .*"x" is ja/),
        ]);
        expect(await failures(half, 'bij A: n is 3, "x" is ja')).toEqual([
            expect.stringMatching(/^\? Na A is niet te zeggen waar het heen gaat/),
        ]);
        expect(await failures(half, 'bij A: n is 3, "x" is nee\nverwacht einde Klaar')).toEqual([]);
    });

    it('is told so by the rule, as a thing that cannot be decided', async () => {
        const text = `${open}\nscenario "s" voor P {\nbij A: g is ja\nverwacht einde Klaar\n}`;
        const told = await checkFor('scenario/mislukt', text);
        expect(told.map((f) => [f.severity, f.data?.outcome, f.message.nl.slice(0, 57)])).toEqual([
            ['warning', 'undecided', 'Van scenario "s" is niet te zeggen of einde Klaar uitkomt'],
        ]);
    });
});

describe('a fact that is usually determined', () => {
    const asked = (determines: string) =>
        process(`stap A { ${determines} daarna { als g: B anders: Klaar } } stap B { daarna: Klaar }`);

    it('is not certainly known: whether it is cannot be decided', async () => {
        const outcome = async (text: string) => (await answers(text))['keuze/onbekend-gegeven'];
        expect(await outcome(asked('bepaalt g'))).toBe('holds');
        expect(await outcome(asked('bepaalt veelal g'))).toBe('undecided');
        expect(await checkFor('keuze/onbekend-gegeven', asked('bepaalt veelal g'))).toEqual([]);
    });
});

describe('a case that cannot go on', () => {
    it('may not say that work is done once more that cannot be', async () => {
        const text = process('stap A { bepaalt g  herhaal hoogstens 3 keer tot g }');
        expect(await failures(text, 'bij A: g is ja, kiest A\nverwacht einde Klaar')).toEqual([
            expect.stringContaining('A kan niet nog een keer: wat daar achter `herhaal … tot` staat, geldt dan al.'),
        ]);
        expect(await failures(text, 'bij A: g is ja\nverwacht einde Klaar')).toEqual([]);
    });

    it.each([
        ['ja', ['leaving']],
        ['nee', ['repeating', 'leaving']],
    ])('is asked whether work is done once more only where it can be: g is %s first', async (value, stages) => {
        const text = process('stap A { bepaalt g  herhaal hoogstens 1 keer tot g }');
        const { run } = await result(text, `bij A: g is ${value}\nbij A: g is ja\nverwacht einde Klaar`);
        const done = run.log.filter((e) => e.kind === 'done').flatMap((e) => e.state.open.map((o) => o.stage));
        expect(done).toEqual(stages);
    });

    it.each([
        ['stap A { bepaalt g }\nstap B { pas als g }', 'wordt voldaan, en dat verandert niet meer (g is nee).'],
        ['stap A { bepaalt g }\nstap B { pas als h }', 'wordt voldaan, en dat verandert niet meer (h is niet bekend).'],
        ['stap A { bepaalt g  daarna { als g: Klaar } }', 'bij A geldt geen enkele weg verder (g is nee).'],
        [
            'gelijktijdig X { stap A { bepaalt g  daarna: C }\nstap C }',
            'Het loopt vast: X wacht op A, en dat gaat elders verder of wordt niet meer gedaan.',
        ],
        [
            'stap A { bepaalt g  daarna { als niet g: A hoogstens 1 keer  als g: Klaar } }',
            'Het loopt vast: na A mag geen van de wegen nog een keer (`hoogstens … keer`).',
        ],
    ])('is told by what it is held up: %s', async (lines, says) => {
        expect(await failures(process(lines), 'bij A: g is nee\nverwacht einde Klaar')).toEqual([
            expect.stringContaining(says),
        ]);
    });

    it('names the fact that is waited for and where it becomes known', async () => {
        const text = process('stap A { pas als g }\nstap B { bepaalt g }');
        expect((await checkFor('stroom/vastloper', text)).map((f) => f.message.nl)).toEqual([
            'Hier kan een gezin vastlopen: `A` wacht met `pas als` op `g`. `g` wordt alleen bekend in `B`, en daar komt het gezin dan niet. Laat een stap vóór `A` bepalen wat daar gevraagd wordt, of verander de voorwaarde.',
        ]);
    });
});

describe('a handover from several steps', () => {
    it.each([
        ['Een, Twee', ['Na `Een` begint geen werk van `V`: overdracht `O` vindt daar dus nooit plaats.']],
        ['Twee', []],
    ])('is told of the step behind which the receiver does not begin: %s', async (from, says) => {
        const text = process('stap Een { door W }\nstap Twee { door W }\nstap Drie { door V }').replace(
            /\}$/,
            `overdracht O van W naar V { vanuit ${from}  vorm schriftelijk }\n}`,
        );
        const found = await checkFor('overdracht/van-naar', text);
        expect(found.map((f) => f.message.nl.split(' Haal')[0])).toEqual(says);
    });
});

describe('a choice on what is not known yet', () => {
    it('may be made later', async () => {
        const text = process('stap A { daarna { als g: Klaar  anders: B } }\nstap B { bepaalt g }');
        expect((await checkFor('keuze/onbekend-gegeven', text)).map((f) => f.message.nl)).toEqual([
            expect.stringContaining('Schrijf `bepaalt g` bij een stap daarvoor, of vraag het pas na `B`.'),
        ]);
    });
});

describe('a branch that nobody comes to', () => {
    it.each([
        [
            'als s is geweld: V  als s is ruzie: Klaar',
            'kan hier nooit waar zijn: `s` is daar altijd ruzie, want wie deze',
        ],
        ['als s is ruzie: Klaar  anders: V', 'komt niemand bij `anders`: wie deze'],
    ])('says by which `altijd als` they are gone: %s', async (branches, says) => {
        const text = process(
            `altijd als s is geweld: V
             stap A { bepaalt s  daarna { ${branches} } }
             stap V { daarna: Klaar }`,
            'gegeven s: een van ruzie, geweld',
        );
        const found = await checkFor('keuze/nooit', text);
        expect(found.map((f) => [f.message.nl, f.related?.map((r) => r.at.range.start.line)])).toEqual([
            // the interruption, and a course to the choice
            [expect.stringContaining(`${says} tak zou nemen, is dan door \`altijd als\` al naar \`V\`.`), [5, 6]],
        ]);
    });
});

describe('a way back that is used up', () => {
    it.each([
        ['daarna: A hoogstens 1 keer', 'Schrijf `daarna { als …: A hoogstens … keer  anders: … }`.', 0],
        ['daarna { als g: Klaar  anders: A hoogstens 1 keer }', 'Geef die tak een voorwaarde, `als …: A hoogstens', 0],
        ['daarna { als g: Klaar  als niet g: A hoogstens 1 keer }', 'Voeg in `daarna` een tak `anders: …` toe.', 1],
    ])('says where another way can stand: %s', async (next, says, fixes) => {
        const found = await checkFor('stroom/vastloper', process(`stap A { bepaalt g  ${next} }`));
        expect(found.map((f) => [f.message.nl, f.fixes.length])).toEqual([[expect.stringContaining(says), fixes]]);
    });

    it('is told of a bound only with the way that comes after it', async () => {
        const text = process('altijd als "nood": V\nstap A { daarna: Klaar }\nstap V { daarna: A }');
        expect((await checkFor('lus/geen-grens', text)).map((f) => f.message.nl)).toEqual([
            expect.stringContaining('Schrijf `daarna { als …: A hoogstens … keer  anders: … }`, of `: A hoogstens'),
        ]);
    });
});

describe('a goal that no step works on', () => {
    const goals = 'doel D "D" {\nsubdoel Een "Een"\nsubdoel Twee "Twee"\n}';
    const text = (lines: string) => process(`${lines}\nstap Z { daarna: Op }\neinde Op { geslaagd }`, goals);

    it.each([
        ['stap A { werkt aan Een }', 'fails', 'is aan subdoel `Twee` gewerkt: geen stap zegt eraan te werken.'],
        ['stap A { werkt aan Een, Twee }', 'holds', undefined],
        ['stap A { werkt aan Een }\nstap B { werkt aan onbekend }', 'undecided', 'Of er aan `Twee` wordt gewerkt'],
        ['stap A', 'not-applicable', 'Geen stap zegt aan welk doel zij werkt.'],
    ])('makes the proof fail where steps say what they work on: %s', async (lines, outcome, says) => {
        const all = answersOf(await link(text(lines)), services())[0]?.answers ?? [];
        const { outcome: told, reasons } = all.find((a) => a.code === 'subdoel/overgeslagen') ?? { reasons: [] };
        expect([told, reasons.map((r) => r.nl)]).toEqual([
            outcome,
            says === undefined ? [] : [expect.stringContaining(says)],
        ]);
        expect((await checkFor('subdoel/overgeslagen', text(lines))).map((f) => f.severity)).toEqual([]);
    });
});

describe('a way back behind `bij uitblijven` that is used up', () => {
    const text = (more: string) =>
        `interventie P "P" {\nrol W voert regie\nrol H\naanpak {\nstap A { door W }\nstap B { door H }\neinde Klaar\n}\n` +
        `overdracht O van W naar H { vanuit A gesprekken precies 1 bevestiging door H binnen 5 werkdagen ${more} }\n}`;

    it.each([
        ['bij uitblijven: A hoogstens 1 keer', 'undecided'],
        ['bij uitblijven: A hoogstens 1 keer, anders: Klaar', 'holds'],
        ['bij uitblijven: A', 'holds'],
    ])('%s', async (more, outcome) => {
        const of = await answers(text(more));
        expect([of['stroom/vastloper'], of['stroom/geen-einde']]).toEqual([outcome, outcome]);
    });
});

describe('an activity that is not firm', () => {
    const facts = 'gegeven g: ja/nee\ndocument D\ndoel Een "Een"\ndoel Twee "Twee" na Een';
    const asks = 'stap B { vereist D  werkt aan Twee  daarna { als g: Klaar  als niet g: Op } }';
    const CODES = [
        'document/voor-productie',
        'subdoel/overgeslagen',
        'doel/volgorde',
        'keuze/onbekend-gegeven',
        'keuze/onvolledig',
    ];
    const told = async (first: string) => {
        const of = await answers(process(`stap A { ${first} }\n${asks}\neinde Op { geslaagd }`, facts));
        return CODES.map((code) => `${code} ${of[code] ?? ''}`);
    };

    it.each(['zo nodig', 'mogelijk', 'veelal'])('makes what it says no firmer than `%s`', async (word) => {
        const inside = await told(`activiteit ${word} "x" { levert D  bepaalt g  werkt aan Een }`);
        expect(inside).toEqual(await told(`levert ${word} D  bepaalt ${word} g  werkt ${word} aan Een`));
        expect(inside.filter((o) => !o.endsWith('undecided'))).toEqual(['keuze/onvolledig holds']);
    });

    it('is no reason to doubt what a firm one says', async () => {
        const firm = await told('activiteit "x" { levert D  bepaalt g  werkt aan Een }');
        expect(firm).toEqual(CODES.map((code) => `${code} holds`));
    });
});

describe('a document within one step', () => {
    it.each([
        ['activiteit "een" { levert D }\nactiviteit "twee" { vereist D }', 'holds'],
        ['activiteit veelal "een" { levert D }\nactiviteit "twee" { vereist D }', 'undecided'],
        ['activiteit "twee" { vereist D }\nactiviteit "een" { levert D }', 'fails'],
        ['levert D\nactiviteit "twee" { vereist D }', 'fails'],
    ])('is there for the activities that come after: %s', async (lines, outcome) => {
        const of = await answers(process(`stap A {\n${lines}\n}`, 'document D'));
        expect(of['document/voor-productie']).toBe(outcome);
    });
});

describe('a bound that is not firm', () => {
    const CODES = ['budget/overschreden', 'lus/geen-grens', 'tijd/som'];
    const told = async (repeat: string) => {
        const of = await answers(
            `interventie P "P" {\nduur hoogstens 2 weken\naanpak {\ncontactbudget hoogstens 2 contacten\n` +
                `stap A { contacten precies 1  duur precies 1 week  ${repeat} }\neinde Klaar\n}\n}`,
        );
        return CODES.map((code) => `${code} ${of[code] ?? ''}`);
    };

    it.each([
        ['hoogstens 1 keer', 'holds'],
        ['ongeveer 1 keer', 'undecided'],
        ['veelal hoogstens 1 keer', 'undecided'],
        ['bij voorkeur precies 1 keer', 'undecided'],
        // what is done only where needed is done no more than that
        ['zo nodig precies 1 keer', 'holds'],
    ])('is none that can be counted on: herhaal %s', async (repeat, outcome) => {
        expect(await told(`herhaal ${repeat}`)).toEqual(CODES.map((code) => `${code} ${outcome}`));
    });

    it('is told with how firm it is', async () => {
        const text = process('stap A { herhaal veelal hoogstens 1 keer }');
        expect((await checkFor('lus/geen-grens', text)).map((f) => [f.severity, f.message.nl])).toEqual([
            [
                'info',
                expect.stringContaining('Hoe vaak `A` hoogstens wordt herhaald, is met “veelal hoogstens 1 keer”'),
            ],
        ]);
    });
});

describe('who fills a role as a rule only', () => {
    it.each([
        ['vervuld door A', 'fails'],
        ['vervuld door veelal A', 'undecided'],
    ])('may be somebody else: %s', async (filled, outcome) => {
        const roles = `rol A\nrol B iemand anders dan A, ${filled}`;
        const of = await answers(process('stap Een { door A }\nstap Twee { door B }', roles));
        expect(of['rol/scheiding']).toBe(outcome);
    });
});

describe('aftercare that is not certain', () => {
    it.each([
        ['nazorg "bellen"', 'holds'],
        ['nazorg zo nodig "bellen"', 'undecided'],
        ['', 'fails'],
    ])('does not hold on to a family for sure: %s', async (care, outcome) => {
        const of = await answers(
            process(
                `stap A { werkwijze outreachend  bepaalt g  daarna { als g: Klaar  anders: Weg } }
                 einde Weg { bij weigering  ${care} }`,
            ),
        );
        expect(of['stroom/loslaten']).toBe(outcome);
    });
});

describe('a text about outreaching', () => {
    it.each([
        ['werkwijze outreachend', 'fails'],
        ['werkwijze "niet outreachend"', 'undecided'],
    ])('accuses nobody: %s', async (way, outcome) => {
        const of = await answers(
            process(
                `stap A { ${way}  bepaalt g  daarna { als g: Klaar  anders: Weg } }
                 einde Weg { bij weigering }`,
            ),
        );
        expect(of['stroom/loslaten']).toBe(outcome);
    });
});

describe('a branch that is taken only where something takes longer than is stated', () => {
    const reasons = async (long: number) => {
        const text = process(
            `gelijktijdig G {
                stap P1 { duur precies ${String(long)} dagen bepaalt g }
                stap Q1 { duur precies 2 dagen daarna { als g is bekend: Q2 anders: Q3 } }
            }
            stap Q2 { duur precies 1 dag daarna: Klaar }
            stap Q3 { duur precies 1 dag daarna: Klaar }`,
        );
        const all = answersOf(await link(text), services())[0]?.answers ?? [];
        return all.filter((a) => a.code === 'keuze/nooit').map((a) => [a.outcome, ...a.reasons.map((r) => r.nl)]);
    };

    it('is named', async () => {
        expect(await reasons(5)).toEqual([
            [
                'holds',
                'De tak `Q1` → `Q2` neemt een gezin alleen als iets korter of langer duurt dan er staat: met de duren en termijnen zoals zij er staan, komt niemand er.',
            ],
        ]);
        expect(await reasons(2)).toEqual([['holds']]);
    });
});
