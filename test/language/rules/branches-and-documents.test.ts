import { describe, expect, it } from 'vitest';
import { applyFix, check, checkFor } from '../rule-tester.js';

const approach = (body: string, before = '') =>
    `interventie P "P" {\nrol W\n${before}\naanpak {\n${body}\neinde Klaar\neinde Gestopt\n}\n}\n`;

const FACTS = 'gegeven a: ja/nee\ngegeven b: ja/nee';

describe('a branch', () => {
    it('that never holds is told with what is always so there', async () => {
        const text = approach(
            `stap A { door W  bepaalt a  daarna { als a: B  anders: Gestopt } }
             stap B { door W  bepaalt b  daarna { als b en niet a: Gestopt  anders: Klaar } }`,
            FACTS,
        );
        expect((await checkFor('keuze/nooit', text)).map((f) => f.message.nl)).toEqual([
            'De voorwaarde van deze tak na `B` kan hier nooit waar zijn: `a` is daar altijd ja. Verander de voorwaarde, of haal de tak weg.',
        ]);
    });

    it('says that it is `klaar als` that rules it out, and what to write for a handover that stays out', async () => {
        const told = async (said: string, more = '') => {
            const text = `interventie P "P" {\nrol W\nrol V\n${FACTS}\naanpak {\nstap A { door W  bepaalt a, b\n${said} }\nstap B { door V  daarna: Klaar }\neinde Klaar\n}\n${more}}\n`;
            return (await checkFor('keuze/nooit', text)).map((f) => f.message.nl);
        };
        const choice = 'daarna { als a: B  anders: Klaar }';
        expect(await told(choice)).toEqual([]);
        expect(await told(`klaar als b\n${choice}`)).toEqual([]);
        expect(await told(`klaar als a of b\n${choice}`)).toEqual([]);
        const because =
            'Na `A` komt niemand bij `anders`: wie hier verdergaat, voldoet aan `klaar als`, en dan geldt een andere tak. Haal `anders` weg, of kijk na of `klaar als` te veel tegenhoudt.';
        expect(await told(`klaar als a en b\n${choice}`)).toEqual([because]);
        expect(await told('klaar als a\ndaarna { als niet a: B  anders: Klaar }')).toEqual([
            'De voorwaarde van deze tak na `A` kan hier nooit waar zijn: wie hier verdergaat, voldoet aan `klaar als`, en dan geldt hij niet. Verander de voorwaarde, of haal de tak weg.',
        ]);
        const handover = 'overdracht O van W naar V { vanuit A }\n';
        expect(await told(`klaar als a\n${choice}`, handover)).toEqual([
            `${because} Is \`anders\` bedoeld voor als overdracht \`O\` uitblijft, schrijf dan daarin \`bij uitblijven: Klaar\`.`,
        ]);
        expect(await told(choice, handover)).toEqual([]);
    });

    it('accuses nobody where another one, or what is asked about, is so as a rule only', async () => {
        const found = async (branches: string, determines = 'bepaalt a') =>
            (await check(approach(`stap A { door W  ${determines}  daarna { ${branches} } }`, FACTS)))
                .filter((f) => /^(keuze|stroom)\//.test(f.code) && !f.message.nl.startsWith('Bij `Gestopt` komt'))
                .map((f) => `${f.severity} ${f.code}: ${f.message.nl.slice(0, 60)} (${String(f.fixes.length)})`);
        const never = 'info keuze/nooit: Of er na `A` ooit een gezin bij deze tak komt, is niet te ze (0)';
        const all = 'als a: Klaar  als niet a: Klaar';
        expect((await found(`${all}  anders: Gestopt`))[0]).toMatch(/^warning keuze\/nooit: Na/);
        expect(await found(`veelal ${all}  anders: Gestopt`)).toEqual([never]);
        expect(await found(`${all}  anders: Gestopt`, 'bepaalt veelal a')).toEqual([never]);
        expect((await found('als a is onbekend: Gestopt  anders: Klaar'))[0]).toMatch(/^error keuze\/nooit/);
        expect(await found('als a is onbekend: Gestopt  anders: Klaar', 'bepaalt veelal a')).toEqual([never]);
        expect(await found('bij voorkeur als a: Klaar  als a: Gestopt  anders: Gestopt')).toEqual([
            'info keuze/overlap: Of er bij `a` is ja na `A` één tak geldt, is niet te zeggen: (0)',
        ]);
    });

    it('says of `anders` that an `altijd als` takes who would come there only where that is so', async () => {
        const told = async (always: string) => {
            const text = `interventie P "P" { rol W ${FACTS}
                aanpak {
                    altijd als ${always}: Stop
                    stap A { door W  bepaalt a, b  daarna { als a: C  als niet a: D  anders: D } }
                    stap C { door W }
                    stap E { door W  bepaalt b  daarna: Klaar }
                    stap D { door W  daarna: Klaar }
                    stap Stop { door W  daarna: Klaar }
                    einde Klaar
                } }`;
            return (await checkFor('keuze/nooit', text)).map((f) => f.message.nl.split(': ')[1]);
        };
        const other =
            'er geldt altijd een andere tak. Haal `anders` weg, of kijk na of de andere takken te veel vangen.';
        expect(await told('b')).toEqual([other]);
    });

    it('is not to be taken away where it is the only way to something', async () => {
        const all = 'als a: Klaar  als niet a: Klaar  anders: ';
        const found = async (to: string) => {
            const text = approach(`stap A { door W  bepaalt a  daarna { ${all}${to} } }`, FACTS);
            const [first] = await checkFor('keuze/nooit', text);
            return [first?.message.nl.split('. ')[1], first?.fixes.map((f) => f.title.nl)];
        };
        expect(await found('Klaar')).toEqual([
            'Haal `anders` weg, of kijk na of de andere takken te veel vangen.',
            ['Haal dit weg'],
        ]);
        expect(await found('Gestopt')).toEqual([
            'Kijk na of de andere takken te veel vangen: alleen zo komt een gezin bij `Gestopt`.',
            [],
        ]);
    });

    it.each([
        ['gegeven n: aantal', 'n minstens 4', 'n minder dan 3', ['`n` is daar altijd minstens 4']],
        ['gegeven n: aantal', 'n hoogstens 4 en n meer dan 2', 'n is 7', ['`n` is daar altijd 3 tot en met 4']],
        ['gegeven n: aantal', 'n is 3', 'n is niet 3', ['`n` is daar altijd 3']],
        ['gegeven n: aantal', 'niet n is 3', 'n is 3', ['`n` is daar nooit 3']],
        [
            'gegeven n: aantal',
            'n minder dan 2 of n meer dan 5',
            'n is 3',
            ['`n` is daar altijd hoogstens 1 of minstens 6'],
        ],
        ['gegeven n: datum', 'niet n is 2026-01-01', 'n is 2026-01-01', ['`n` is daar nooit 2026-01-01']],
        ['gegeven n: tekst', 'niet (n is "x" of n is "y")', 'n is "x"', ['`n` is daar nooit x of y']],
        ['gegeven n: een van p, q, r', 'n is niet p', 'n is p', ['`n` is daar altijd q of r']],
        // of two facts that cannot have just any value the one that rules it out
        [
            'gegeven n: aantal\ngegeven a: ja/nee',
            'n minstens 4 en a',
            'n minder dan 9 en niet a',
            ['`a` is daar altijd ja'],
        ],
    ])(
        'that never holds says what is known there, and no value that stands for others: %s, %s, %s',
        async (facts, is, asks, because) => {
            const text = approach(
                `stap A { door W  bepaalt n, a  daarna { als ${is}: B  anders: Gestopt } }
             stap B { door W  daarna { als ${asks}: Gestopt  anders: Klaar } }`,
                facts.includes(' a:') ? facts : `${facts}\ngegeven a: ja/nee`,
            );
            expect((await checkFor('keuze/nooit', text)).map((f) => f.message.nl)).toEqual(
                because.map((b) => expect.stringContaining(`nooit waar zijn: ${b}. Verander`) as string),
            );
        },
    );

    it.each([
        ['als a en b: Klaar', 'als a: Gestopt', ['als a en niet b']],
        ['als a: Klaar', 'als b: Gestopt', ['als b en niet a', 'als a en niet b']],
        ['als n minstens 3: Klaar', 'als n hoogstens 3: Gestopt', ['als n minder dan 3', 'als n meer dan 3']],
        // what is not narrowed stays as it is written
        [
            'als n hoogstens 4: Klaar',
            'als a en n hoogstens 8 en n minstens 3: Gestopt',
            [
                'als a en n hoogstens 8 en n meer dan 4',
                'als n hoogstens 4 en niet (a en n hoogstens 8 en n minstens 3)',
            ],
        ],
    ])('that holds beside another is narrowed by a fix: %s, %s', async (first, second, fixes) => {
        const text = approach(
            `stap A {\ndoor W\nbepaalt a, b, n\ndaarna {\n${first}\n${second}\nanders: Gestopt\n}\n}`,
            `${FACTS}\ngegeven n: aantal`,
        );
        const [found, ...more] = await checkFor('keuze/overlap', text);
        expect(more).toEqual([]);
        expect(found?.fixes.map((f) => f.title.nl)).toEqual(fixes.map((f) => `Schrijf \`${f}\``));
        for (const i of fixes.keys()) {
            const mended = found ? applyFix(text, found, i) : text;
            const others = async (said: string) =>
                (await check(said)).filter((f) => f.code.startsWith('keuze/') || f.severity === 'error');
            const after = await others(mended);
            const before = (await others(text)).filter((f) => f.code !== 'keuze/overlap');
            expect(after.map((f) => f.code)).toEqual(before.map((f) => f.code));
        }
    });
});

describe('a document that is there as a rule', () => {
    const CODE = 'document/voor-productie';

    it('that an activity behind the one that needs it delivers, is told with both', async () => {
        const told = async (...activities: string[]) =>
            (await checkFor(CODE, approach(`stap A { door W ${activities.join(' ')} }`, 'document D'))).map(
                (f) => f.message.nl,
            );
        const needing = 'activiteit "Lezen" { vereist D }';
        const making = 'activiteit "Schrijven" { levert D }';
        expect(await told(making, needing)).toEqual([]);
        expect(await told(needing, making)).toEqual([
            'Op de weg in het voorbeeld is `D` er nog niet als activiteit “Lezen” van `A` begint: activiteit “Schrijven” levert het, en staat erachter. Zet die ervoor, of schrijf `levert D` bij een stap voor `A`.',
        ]);
        expect(await told('vereist D', making)).toEqual([
            'Op de weg in het voorbeeld is `D` er nog niet als `A` begint: geen stap daarvoor levert het. Schrijf `levert D` bij een stap daarvoor, of haal het weg bij `vereist`.',
        ]);
    });
    const found = async (said: string, before = 'document Plan') =>
        (await checkFor(CODE, approach(said, before))).map((f) => `${f.severity} ${f.message.nl}`);

    it('accuses nobody: delivered, needed or passed on as a rule, it cannot be said whether it is there', async () => {
        expect(await found('stap A { door W  levert veelal Plan }\nstap B { door W  vereist Plan }')).toEqual([
            'info Of `Plan` er bij `B` is, is niet te zeggen: bij `A` staat achter `levert`, of bij de activiteit, een woord als `veelal`. Levert die stap het altijd, haal dat woord dan weg.',
        ]);
        const way = 'stap A { door W  daarna { als "zo": B  anders: C } }\nstap B { door W  levert Plan }\n';
        const needing = 'stap C { door W  vereist in beginsel Plan  daarna: Klaar }';
        expect(await found(way + needing)).toEqual([
            'info Of `Plan` er bij `C` is als het nodig is, is niet te zeggen: daar staat een woord als `veelal`, en op de weg in het voorbeeld levert geen stap daarvoor het.',
        ]);
        expect(
            await found(`stap A { door W  levert veelal Plan }\nstap B { door W  levert Plan }\n${needing}`),
        ).toEqual([]);
        // and where the step that delivers it as a rule is passed by, it is a fault all the same
        const around = 'stap A { door W  daarna { als "zo": B  anders: C } }\nstap B { door W  levert veelal Plan }\n';
        expect(await found(`${around}stap C { door W  vereist Plan }`)).toEqual([
            expect.stringMatching(/^error Op de weg/),
        ]);
    });
});

describe('a document for a step that waits (`begint … na`), delivered beside it', () => {
    const found = async (delivering: string, needing: string) =>
        (
            await checkFor(
                'document/voor-productie',
                approach(
                    `gelijktijdig P {\nstap A { door W  levert Plan  ${delivering} }\nstap C { door W  vereist Plan  ${needing} }\n}`,
                    'document Plan',
                ),
            )
        ).map((f) => `${f.severity} ${f.message.nl.slice(0, 24)}`);

    it.each([
        ['duur precies 1 week', 'begint 2 weken na aanmelding', []],
        ['duur precies 1 week', 'begint 2 weken na aanmelding duur precies 1 week', []],
        ['begint 1 week na aanmelding duur precies 1 week', 'begint 3 weken na begin van A', []],
        [
            'duur precies 3 weken',
            'begint 2 weken na aanmelding duur precies 2 weken',
            ['error Op de weg in het voorbee'],
        ],
        ['duur precies 3 weken', 'begint 2 weken na aanmelding', ['error Op de weg in het voorbee']],
        ['duur 1 tot 3 weken', 'begint 2 weken na begin van A', ['error Op de weg in het voorbee']],
        ['duur precies 2 weken', 'begint 2 weken na aanmelding', ['info Hangt af van tijd: of `P']],
        ['duur precies 10 werkdagen', 'begint 2 weken na aanmelding', ['info Hangt af van tijd: of `P']],
        ['duur precies 1 week', 'begint ongeveer 2 weken na aanmelding', ['info Hangt af van tijd: of `P']],
        ['duur ongeveer 1 week', 'begint 2 weken na aanmelding', ['info Hangt af van tijd: of `P']],
        ['duur precies 1 week', 'begint onbekend na aanmelding', ['info Hangt af van tijd: of `P']],
    ])('is there when it begins, or is not, or that cannot be said: %s / %s', async (delivering, needing, told) => {
        expect(await found(delivering, needing)).toEqual(told);
    });
});

describe('a document that a step needs', () => {
    const needing = (said: string) =>
        approach(
            `stap A { door W }\nstap B { door W  vereist Plan\n${said} }\nstap C { door W  vereist Plan }`,
            'document Plan "Het plan"',
        );

    it('comes from outside where the step begins with it, for what comes behind as well', async () => {
        const CODE = 'document/voor-productie';
        expect((await checkFor(CODE, needing(''))).length).toBe(2);
        expect((await checkFor(CODE, needing('begint bij "een melding"'))).length).toBe(2);
        expect(await checkFor(CODE, needing('begint bij "Plan"'))).toEqual([]);
        expect(await checkFor(CODE, needing('begint bij "het plan van de huisarts"'))).toEqual([]);
        expect((await checkFor(CODE, needing('begint veelal bij "Plan"'))).length).toBe(2);
    });
});
