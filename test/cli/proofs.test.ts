import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { folder, tool } from './tool.js';

const written = (aanpak: string) => `interventie Proef "Proef" {\ngegeven akkoord: ja/nee\n${aanpak}\n}\n`;

async function proofsOf(text: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
    return tool(['check', 'a.draaiboek', '--proofs', ...options], { cwd: folder({ 'a.draaiboek': text }) });
}

async function answersOf(text: string) {
    const { out } = await proofsOf(text, '--format', 'json');
    return (JSON.parse(out) as JsonReport).proofs?.[0];
}

describe('check --proofs', () => {
    test('prints each question with its answer, and below a no what is wrong', async () => {
        const { out } = await proofsOf(
            written('aanpak {\nstap A { bepaalt akkoord }\nstap B { pas als akkoord }\neinde Klaar\n}'),
        );
        expect(out).toMatch(/^ {2}Kan een gezin altijd verder, tot een einde\? +nee +stroom\/vastloper$/m);
        expect(out).toContain('Hier kan een gezin vastlopen: wat achter `pas als` staat bij `B`');
        expect(out).toMatch(/^ {2}Zijn alle wegen bekeken\? +ja +stroom\/te-groot$/m);
    });

    const FACTS = 'gegeven b: ja/nee\n';

    test.each([
        [
            'stroom/onbereikbaar',
            'stap A { bepaalt akkoord daarna { als akkoord: T anders: Klaar } }\nstap T { bepaalt b daarna { als b en niet akkoord: N anders: Klaar } }\nstap N { daarna: Klaar }\neinde Klaar',
        ],
        ['stroom/vastloper', 'stap A { bepaalt akkoord daarna { als akkoord: Klaar } }\neinde Klaar'],
        [
            'regie/continu',
            'stap A { door W }\nstap B { door H }\neinde Klaar\n}\nrol W\nrol H\noverdracht O van W naar H { vanuit A  regie naar H ',
        ],
    ])('answers %s with no where its finding is held back as it follows from another', async (code, aanpak) => {
        const text = written(`${FACTS}aanpak {\n${aanpak}\n}`);
        const answer = (await answersOf(text))?.answers?.find((a) => a.code === code);
        expect(answer?.outcome).toBe('fails');
        expect(answer?.reasons).toHaveLength(1);
        const { out } = await tool(['check', 'a.draaiboek'], { cwd: folder({ 'a.draaiboek': text }) });
        expect(out).not.toContain(`  ${code}`);
    });

    test('proves nothing of a text of which part cannot be read, as that may be the branch that lacks', async () => {
        const choice =
            'gegeven n: aantal\naanpak {\nstap A { bepaalt n daarna {\nals n is 2 tot 4: Klaar\nanders: Klaar\n} }\neinde Klaar';
        const { out, code } = await proofsOf(written(`${choice}\n}`).replace('gegeven akkoord: ja/nee', ''));
        expect(code).toBe(1);
        expect(out).toContain(
            'Proef\n  Een deel van de tekst kan niet worden gelezen (`meta/syntaxis`): er is niets bewezen\n',
        );
        expect(out).not.toContain('Geldt bij elke keuze');
    });

    test('prints that a question does not apply, and what there is none of', async () => {
        const text = written('aanpak {\nstap A\neinde Klaar\n}');
        const { out } = await proofsOf(text);
        expect(out).toMatch(
            /^ {2}Heeft elke herhaling een grens\? +n\.v\.t\. +lus\/geen-grens\n {6}Er wordt niets herhaald, en geen weg gaat terug\.$/m,
        );
        expect((await proofsOf(text, '--language', 'en')).out).toMatch(/ n\/a +budget\/overschreden$/m);
    });

    const AROUND = `
        organisatie JGZ
        rol Werker van JGZ, voert regie
        rol Hulp van JGZ
        document D
        gegeven niets: ja/nee
        doel Rust`;

    // of each question: a text without anything that it is about, which is the first one, and one with it
    test.each([
        ['doel/volgorde', 'doel Later na Rust\naanpak { stap A { werkt aan Rust }\nstap B { werkt aan Later } }'],
        ['subdoel/overgeslagen', 'aanpak { stap A { werkt aan Rust } }'],
        ['stroom/loslaten', 'werkwijze outreachend\naanpak { stap A\neinde E { bij weigering nazorg "Bellen" } }'],
        ['stroom/onzuiver-einde', 'aanpak { gelijktijdig { stap A\nstap B } }'],
        ['lus/geen-grens', 'aanpak { stap A { herhaal hoogstens 2 keer } }'],
        [
            'lus/geen-grens',
            'aanpak { stap A\nstap B { daarna { als "nodig": A hoogstens 1 keer anders: E } }\neinde E }',
        ],
        ['keuze/nooit', 'aanpak { stap A { daarna { als "nodig": E anders: F } }\neinde E\neinde F }'],
        ['keuze/onvolledig', 'aanpak { stap A { daarna { als "nodig": E anders: F } }\neinde E\neinde F }'],
        [
            'keuze/onbekend-gegeven',
            'aanpak { stap A { bepaalt akkoord daarna { als akkoord: E anders: F } }\neinde E\neinde F }',
        ],
        [
            'keuze/overlap',
            'aanpak { stap A { bepaalt akkoord daarna { als akkoord: E als niet akkoord: F } }\neinde E\neinde F }',
        ],
        ['toegang/onvervulbaar', 'aanpak { toegang als akkoord\nstap A }'],
        ['budget/overschreden', 'aanpak { contactbudget hoogstens 1 contacten\nstap A { contacten precies 1 } }'],
        ['tijd/onhaalbaar', 'aanpak { stap A { termijn 1 week } }'],
        ['tijd/onhaalbaar', 'aanpak { fase F { duur 1 week stap A } }'],
        ['tijd/som', 'aanpak { duur hoogstens 1 week\nstap A { duur 1 dag } }'],
        ['document/voor-productie', 'aanpak { stap A { levert D }\nstap B { vereist D } }'],
        ['rol/scheiding', 'rol Ander iemand anders dan Hulp, vervuld door Werker\naanpak { stap A }'],
        ['regie/continu', 'aanpak { stap A { door Werker }\nstap B { door Hulp } }\nHAND }'],
        ['overdracht/ontbreekt', 'aanpak { stap A { door Werker }\nstap B { door Hulp } }\nHAND }'],
        ['overdracht/van-naar', 'aanpak { stap A { door Werker }\nstap B { door Hulp } }\nHAND }'],
        [
            'overdracht/te-vroeg',
            'aanpak { stap A { door Werker }\nstap B { door Hulp } }\nHAND gesprekken 2\nsluit af na gesprek 2 }',
        ],
        [
            'overdracht/geheimhouding',
            'rol Ouders is cliënt\nrol Kind is cliënt\naanpak { stap A { door Werker }\nstap B { door Hulp } }\nHAND geheimhouding toestemming van Ouders, Kind }',
        ],
    ])('%s applies only where there is something that it is about', async (code, text) => {
        const outcome = async (rest: string) => {
            const handover = 'overdracht Over van Werker naar Hulp { vanuit A regie naar Hulp';
            const of = await answersOf(written(`${AROUND}\n${rest.replace('HAND', handover)}`));
            return of?.answers?.find((a) => a.code === code)?.outcome;
        };
        expect(await outcome('aanpak { stap A }')).toBe('not-applicable');
        expect(await outcome(text)).toBe('holds');
    });

    test.each([
        ['tijd/som', 'duur onbekend\naanpak { stap A }', 'Hoe lang de interventie duurt, is niet in een getal gezegd.'],
        [
            'tijd/onhaalbaar',
            'aanpak { stap A { termijn onbekend } }',
            'Met de termijn van `A` is niet te rekenen: hoe lang hij is of vanaf wanneer hij telt, staat er niet precies.',
        ],
        [
            'tijd/onhaalbaar',
            'aanpak { stap A\nstap B\nstap C { termijn 5 werkdagen na aanmelding } }',
            'Of “5 werkdagen” van `C` te halen is, is niet te zeggen: hoe lang het werk bij `A` en `B` duurt, staat er niet precies.',
        ],
        [
            'tijd/onhaalbaar',
            'aanpak { stap A { duur ongeveer 2 dagen }\nstap B { duur 1 dag  termijn 5 dagen na aanmelding } }',
            'Of “5 dagen” van `B` te halen is, is niet te zeggen: hoe lang het werk bij `A` duurt, staat er niet precies.',
        ],
        [
            'subdoel/overgeslagen',
            'doel Rust\ndoel Werk\naanpak { stap A { werkt aan Rust } }',
            'Geen stap zegt te werken aan `Werk`.',
        ],
        [
            'subdoel/overgeslagen',
            'doel Rust\naanpak { stap A { werkt aan onbekend } }',
            'Of er aan `Rust` wordt gewerkt, is niet te zeggen: waaraan bij `A` wordt gewerkt, is open.',
        ],
        [
            'doel/volgorde',
            'doel Rust\ndoel Werk na Rust\naanpak { stap A { werkt aan onbekend } }',
            'Of er wordt gewerkt aan twee doelen waar `na` tussen staat, is niet te zeggen: waaraan bij `A` wordt gewerkt, is open.',
        ],
        [
            'subdoel/overgeslagen',
            'doel Rust\ndoel Werk\naanpak { stap A { werkt aan Rust }\nstap B { werkt aan onbekend daarna onbekend }\neinde E\neinde F }',
            'Of er aan `Werk` wordt gewerkt, is niet te zeggen: waaraan bij `B` wordt gewerkt, is open.',
        ],
        [
            'stroom/vastloper',
            `aanpak {
                stap A { bepaalt akkoord daarna { als akkoord: onbekend anders: B } }
                stap B { daarna { als "goed": onbekend anders: C } }
                stap C { daarna: D }
                stap D
                einde E
                einde F
            }`,
            'Wat er na `A` en `B` komt, laat de tekst open. Wat er na `D` komt, staat er niet.',
        ],
        [
            'stroom/vastloper',
            'aanpak { stap A { daarna onbekend }\neinde E }',
            'Wat er na `A` komt, laat de tekst open.',
        ],
        [
            'keuze/onvolledig',
            'aanpak { stap A { daarna { als "goed": E als "slecht": F } }\neinde E\neinde F }',
            'Bij `A` beslist een mens, en staat er geen `anders`.',
        ],
        [
            'overdracht/te-vroeg',
            `aanpak { stap A { door Werker } }
            overdracht H van Werker naar Hulp { vanuit A gesprekken 2 sluit af na onbekend }`,
            'Wanneer de gever bij `H` afsluit of hoeveel gezamenlijke gesprekken er zijn, staat er niet in een getal.',
        ],
        [
            'overdracht/te-vroeg',
            `aanpak { stap A { door Werker } }
            overdracht H van Werker naar Hulp { vanuit A gesprekken precies 2 met Hulp sluit af na gesprek 2 }`,
            'Bij geen gesprek van `H` staan gever en ontvanger samen achter `met`.',
        ],
        [
            'overdracht/geheimhouding',
            `aanpak { stap A { door Werker } }
            overdracht H van Werker naar Hulp { vanuit A geheimhouding onbekend }`,
            'Of bij `H` instemt wie dat naar leeftijd moet, is niet na te gaan: de toestemming zelf is open, in woorden gezegd, of hangt van een uitzondering af; de leeftijd van de doelgroep staat er niet in getallen.',
        ],
    ])('%s cannot be said where the text leaves it open', async (code, text, reason) => {
        const answer = (await answersOf(written(text)))?.answers?.find((a) => a.code === code);
        expect(answer).toMatchObject({ outcome: 'undecided', reasons: [reason] });
    });

    test('a working-out is held to what it works out', async () => {
        const outcomes = async (weeks: string, departs = '') => {
            const text = `interventie Basis "Basis" {
                rol Werker
                aanpak { stap A { door Werker duur hoogstens 2 weken }\neinde E }
            }
            interventie Hier "Hier" uitwerking van Basis {
                ${departs}
                aanpak { stap A { door Werker duur hoogstens ${weeks} } }
            }`;
            const { out } = await proofsOf(text, '--format', 'json');
            const { proofs = [] } = JSON.parse(out) as JsonReport;
            return proofs.map((p) => p.answers?.find((a) => a.code === 'uitwerking/afwijking')?.outcome);
        };
        expect(await outcomes('4 weken')).toEqual(['not-applicable', 'fails']);
        expect(await outcomes('4 weken', 'afwijking stap A omdat "Gezinnen vroegen om meer tijd"')).toEqual([
            'not-applicable',
            'holds',
        ]);
        // what is stricter stays within what is worked out
        expect(await outcomes('1 week')).toEqual(['not-applicable', 'holds']);
        expect(await outcomes('2 weken')).toEqual(['not-applicable', 'holds']);
    });

    test.each([
        [
            'a way without the open work',
            `stap A { duur 1 dag  daarna { als "vlug": C anders: B } }
             stap B
             stap C { duur 1 dag  termijn 1 week na aanmelding }`,
            [],
        ],
        [
            'a way that is longer, foreseen',
            `stap A { duur 1 dag  daarna { als "veel": B anders: C } }
             stap B { duur precies 2 weken }
             stap C { duur 1 dag  termijn 1 week na aanmelding anders: E }`,
            [],
        ],
        [
            'a phase of which the work takes as long as its term allows',
            'fase F { termijn 2 weken  stap A  stap B }\nstap C',
            [],
        ],
    ])('tijd/onhaalbaar holds where each term can be met: %s', async (_, aanpak, reasons) => {
        const of = await answersOf(written(`aanpak {\n${aanpak}\neinde E\n}`));
        const answer = of?.answers?.find((a) => a.code === 'tijd/onhaalbaar');
        expect(answer).toMatchObject({ outcome: 'holds', reasons });
    });

    test.each([
        [
            'a way that surely overruns it',
            'stap C { duur precies 4 werkdagen  herhaal hoogstens 2 keer  termijn 5 werkdagen na aanmelding }',
        ],
        [
            'a way that is longer',
            `stap A { duur 1 dag  daarna { als "veel": B anders: C } }
             stap B { duur precies 2 weken }
             stap C { duur 1 dag  termijn 1 week na aanmelding }`,
        ],
    ])('tijd/onhaalbaar fails where a course surely overruns a term: %s', async (_, aanpak) => {
        const of = await answersOf(written(`aanpak {\n${aanpak}\neinde E\n}`));
        const answer = of?.answers?.find((a) => a.code === 'tijd/onhaalbaar');
        expect(answer?.outcome).toBe('fails');
        expect(answer?.reasons[0]).toMatch(/^Niet elk gezin haalt “/);
    });

    test('says that not all was looked at where there is too much to tell what time allows', async () => {
        const phase = (i: number) => `fase F${String(i)} {
            stap A${String(i)} { duur 1 tot 3 weken }
            stap B${String(i)} { duur 2 tot 4 weken  herhaal hoogstens 2 keer }
            stap C${String(i)} { duur 3 tot 5 weken  termijn 30 weken na aanmelding anders: Weg }
        }`;
        const five = [0, 1, 2, 3, 4].map(phase).join('\n');
        const of = await answersOf(
            written(`aanpak {\ngelijktijdig {\n${five}\n}\nstap N { daarna: Klaar }\neinde Klaar\neinde Weg\n}`),
        );
        const answer = of?.answers?.find((a) => a.code === 'stroom/onzuiver-einde');
        expect(answer?.outcome).toBe('undecided');
        expect(answer?.reasons[0]).toMatch(
            /^Niet uitgezocht: .* niet tot het eind bekeken: daarvoor zijn er te veel wegen\.$/,
        );
    });

    test('does not depend on what the text silences', async () => {
        const text = written('aanpak {\nstap A { bepaalt akkoord }\nstap B { pas als akkoord }\neinde Klaar\n}');
        const silenced = text.replace('stap B', '// draaiboek: negeer stroom/vastloper – proef\nstap B');
        const answers = await answersOf(silenced);
        expect(answers?.answers?.find((a) => a.code === 'stroom/vastloper')?.outcome).toBe('fails');
    });

    test.each([
        ['there are no steps', '', 'Proef heeft geen `aanpak` met stappen'],
        [
            'two nodes have one name',
            'aanpak {\ngelijktijdig A {\nstap A { daarna: A }\n}\n}',
            'Proef heeft twee onderdelen met dezelfde naam',
        ],
        [
            'there are too many nodes',
            `aanpak {\n${Array.from({ length: 2001 }, (_, i) => `stap S${String(i)}`).join('\n')}\neinde Klaar\n}`,
            'Proef heeft meer dan 2000 onderdelen',
        ],
    ])('says why nothing is proved where %s', async (_, aanpak, because) => {
        expect(await answersOf(written(aanpak))).toMatchObject({ interventie: 'Proef', because, answers: null });
        expect((await proofsOf(written(aanpak))).out).toContain(`${because}: er is niets bewezen`);
    });

    test.each(['sarif', 'junit'])('has no place in %s', async (format) => {
        const { code, err } = await proofsOf(written(''), '--format', format);
        expect([code, err]).toEqual([
            2,
            'Met `--proofs` is het verslag tekst of JSON: andere formaten hebben er geen plaats voor.\n',
        ]);
    });
});

describe('check --proofs, of the toetsen of a framework', () => {
    const FRAMEWORK = `toetsingskader Kader "Kader" {
oordeel voldoet "✓"
thema T "T" {
indicator 1.1 "Wie" { toets elke stap heeft door }
indicator 1.2 "Regie" { toets precies 1 rol waar voert-regie }
indicator 1.3 "Overdracht" { toets elke overdracht heeft bevestiging }
indicator 1.4 "Tijd" { toets elke stap heeft termijn hoogstens 5 dagen }
indicator 1.5 "Zonder toets"
}
}
`;
    const PROTOCOL = `interventie Proef "Proef" {
rol Werker voert regie
aanpak {
stap A { door Werker termijn 3 dagen }
stap B { termijn onbekend }
}
}
`;
    const files = {
        'proef.draaiboek': PROTOCOL,
        'kader.draaiboek': FRAMEWORK,
        'oordeel.draaiboek':
            'gebruik "proef.draaiboek"\ngebruik "kader.draaiboek"\nbeoordeling Eerste van Proef aan de hand van Kader\n',
    };
    const check = (all: Record<string, string>, ...args: string[]) =>
        tool(['check', '--proofs', ...args], { cwd: folder(all) });

    test('shows each toets with its outcome and the elements that satisfy it and that do not', async () => {
        const { out } = await check(files);
        expect(out).toContain(`Proef, toetsen van Kader
  1.1  toets elke stap heeft door                       nee
      wel: A (proef.draaiboek:4:6)
      niet: B (proef.draaiboek:5:6)
  1.2  toets precies 1 rol waar voert-regie             ja
      wel: Werker (proef.draaiboek:2:5)
  1.3  toets elke overdracht heeft bevestiging          n.v.t.
      het protocol heeft geen \`overdracht\` waar de vraag over gaat
  1.4  toets elke stap heeft termijn hoogstens 5 dagen  niet te zeggen
      wel: A (proef.draaiboek:4:6)
      \`termijn\` van \`B\` is onbekend
`);
    });

    test('has them in json, each element with its place', async () => {
        const { out } = await check(files, '--format', 'json');
        const { queries } = JSON.parse(out) as JsonReport;
        expect(queries).toMatchObject([
            {
                file: 'oordeel.draaiboek',
                interventie: 'Proef',
                toetsingskader: 'Kader',
                answers: [
                    {
                        indicator: '1.1',
                        query: 'toets elke stap heeft door',
                        file: 'kader.draaiboek',
                        range: { start: { line: 3 } },
                        outcome: 'fails',
                        satisfying: [{ kind: 'stap', name: 'A', file: 'proef.draaiboek' }],
                        notSatisfying: [{ name: 'B', range: { start: { line: 4, character: 5 } } }],
                    },
                    { indicator: '1.2', outcome: 'holds' },
                    { indicator: '1.3', outcome: 'not-applicable', satisfying: [], notSatisfying: [] },
                    { indicator: '1.4', outcome: 'undecided', reasons: ['`termijn` van `B` is onbekend'] },
                ],
            },
        ]);
    });

    test('needs no review where the file of the interventie has the framework, or uses it', async () => {
        for (const text of [FRAMEWORK + PROTOCOL, `gebruik "kader.draaiboek"\n${PROTOCOL}`]) {
            const { out } = await check({
                'kader.draaiboek': FRAMEWORK.replaceAll('Kader', 'Ander'),
                'proef.draaiboek': text,
            });
            expect(out).toMatch(/^Proef, toetsen van (Kader|Ander)$/m);
        }
    });

    test('is asked of an interventie without steps, too', async () => {
        const { out } = await check({
            ...files,
            'proef.draaiboek': 'interventie Proef "Proef" { rol Werker voert regie }',
        });
        expect(out).toMatch(/^ {2}1\.2 .* ja$/m);
    });

    test('is nothing where it is not asked for', async () => {
        const { out } = await tool(['check', '--format', 'json'], { cwd: folder(files) });
        expect(JSON.parse(out)).not.toHaveProperty('queries');
    });
});
