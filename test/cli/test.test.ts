import { describe, expect, test } from 'vitest';
import { folder, tool } from './tool.js';

const PROCESS = `interventie Pad "Het pad" {
  gegeven a: ja/nee
  aanpak {
    stap Een { bepaalt a  contacten precies 1  duur precies 1 week  daarna { als a: Goed  anders: Anders } }
    einde Goed
    einde Anders
  }
}
`;
const SCENARIO = (name: string, value: string, end: string) =>
    `scenario "${name}" voor Pad {\n  bij Een: a is ${value}\n  verwacht einde ${end}\n}\n`;
const GOOD = SCENARIO('Het gaat goed', 'ja', 'Goed');
const WRONG = SCENARIO('Het gaat mis', 'nee', 'Goed');

describe('test', () => {
    test('shows the path taken and what is covered, and ends well when all is as expected', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD });
        const { code, out, err } = await tool(['test'], { cwd });
        expect([code, err]).toEqual([0, '']);
        expect(out).toBe(`pad.draaiboek
  ✓ Het gaat goed (Pad)
      Een → Goed
      1 contactmoment; 7 dagen

Pad, gedekt: stappen 1 van 1, vertakkingen 1 van 2, eindes 1 van 2
  nog niet (vertakkingen): Een → Anders (anders)
  nog niet (eindes): Anders

1 scenario doorlopen: alles zoals verwacht.
`);
    });

    test('says where a course left the expectation, and ends with 1', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD + WRONG });
        const { code, out } = await tool(['test', '--language', 'en'], { cwd });
        expect(code).toBe(1);
        expect(out).toContain('      line 15: expected end Goed; but the end is Anders\n');
        expect(out).toContain('2 scenarios run: 1 not as expected.');
    });

    test('shows a term that a case overruns, with when', async () => {
        const text = `interventie Pad "Het pad" {
  aanpak {
    stap Een { termijn 1 week }
    stap Twee { duur precies 3 weken  termijn 2 weken anders: Anders  daarna: Goed }
    einde Goed
    einde Anders
  }
}
scenario "Het duurt lang" voor Pad {
  bij Een: duurt 10 dagen
  verwacht einde Anders
}
`;
        const cwd = folder({ 'pad.draaiboek': text });
        const { code, out } = await tool(['test'], { cwd });
        expect(code).toBe(0);
        expect(out).toContain('      dag 10: Een is later klaar dan de termijn toelaat (1 week).\n');
        expect(out).toContain(
            '      dag 24: De termijn van Twee (2 weken) verstrijkt, want Twee duurt langer: verder met Anders.\n',
        );
        const { scenarios } = JSON.parse((await tool(['test', '--format', 'json'], { cwd })).out) as {
            scenarios: { overrun: string[] }[];
        };
        expect(scenarios[0]?.overrun).toHaveLength(2);
    });

    test('json has each scenario, the coverage and a summary', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD + WRONG });
        const { code, out } = await tool(['test', '--format', 'json'], { cwd });
        expect(code).toBe(1);
        expect(JSON.parse(out)).toMatchObject({
            version: 1,
            scenarios: [
                {
                    name: 'Het gaat goed',
                    file: 'pad.draaiboek',
                    interventie: 'Pad',
                    passed: true,
                    path: ['Een'],
                    end: 'Goed',
                },
                {
                    passed: false,
                    end: 'Anders',
                    failures: [
                        {
                            expected: 'einde Goed',
                            actual: 'het einde is Anders',
                            range: { start: { line: 14, character: 2 } },
                        },
                    ],
                },
            ],
            coverage: [{ interventie: 'Pad', branches: { covered: 2, total: 2, missing: [] } }],
            summary: { scenarios: 2, passed: 1, failed: 1 },
        });
    });

    test('junit has a case for each scenario', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD + WRONG });
        const { code, out } = await tool(['test', '--format', 'junit'], { cwd });
        expect(code).toBe(1);
        expect(out).toContain('<testsuite name="pad.draaiboek" tests="2" failures="1"');
        expect(out).toContain('name="Het gaat mis"');
        expect(out).toContain('einde Goed: het einde is Anders');
    });

    test('tells a cause once, and what the scenario itself says wrongly without an expectation', async () => {
        const wrong = `scenario "Mis" voor Pad {
  bij Een: a is nee
  verwacht pad Een, Goed
  verwacht einde Goed
  verwacht minstens 3 contactmomenten
}
`;
        const impossible = 'scenario "Kan niet" voor Pad {\n  bij Een: a is ja, "het lukt" is ja\n}\n';
        const cwd = folder({ 'pad.draaiboek': PROCESS + wrong + impossible });
        const { code, out } = await tool(['test'], { cwd });
        expect(code).toBe(1);
        expect(out).toContain(`      regel 11: verwacht pad Een, Goed; maar na Een komt Anders, niet Goed
      regel 12: klopt ook niet: einde Goed; het einde is Anders
      regel 13: klopt ook niet: minstens 3 contactmomenten; 1 contactmoment
`);
        expect(out).toContain('      regel 16: Over "het lukt" beslist bij Een niemand.\n');
    });

    test('lines that follow each other are told as a range', async () => {
        const stopped = `scenario "Stopt" voor Pad {
  verwacht einde Goed
  verwacht pad Een
  verwacht geen stap Een
  verwacht einde Anders
  verwacht einde Goed
  verwacht hoogstens 1 contactmoment
}
`;
        const { out } = await tool(['test'], { cwd: folder({ 'pad.draaiboek': PROCESS + stopped }) });
        expect(out).toContain(
            'maar aan het begin komt Een niet meer (bij Een is niet gezegd wat a is. Zeg het zo: `bij Een: a is ja`)\n',
        );
        expect(out).toMatch(/regels 10, 13 tot en met 15: niet na te gaan: /);
    });

    test('a scenario that names what is not there fails and is not run; its form is that of the others', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD.replace('Een:', 'Eeen:') });
        const { code, out } = await tool(['test'], { cwd });
        expect(code).toBe(1);
        expect(out).toContain(
            '      regel 10: niet doorlopen, want er staat een fout in de tekst (pad.draaiboek:10:7): zie `draaiboek check`\n',
        );
        const { scenarios } = JSON.parse((await tool(['test', '--format', 'json'], { cwd })).out) as {
            scenarios: object[];
        };
        expect(scenarios[0]).toMatchObject({
            ...{ outcome: 'failed', path: [], end: null, contacts: null, days: null },
            ...{ handovers: [], documents: [], unused: [], overrun: [] },
        });
    });

    test('a mistake of writing in one scenario costs that one only, also in a file of its own', async () => {
        const broken = SCENARIO('Het stokt', 'ja', 'Goed').replace('a is ja', 'a wordt ja');
        const cwd = folder({
            'pad.draaiboek': PROCESS + broken + GOOD,
            'los.draaiboek': `gebruik "pad.draaiboek"\n${GOOD.replace('gaat goed', 'loopt')}${broken}`,
        });
        const { out } = await tool(['test', 'los.draaiboek', 'pad.draaiboek'], { cwd });
        expect(out.match(/[✓✗?] .*/g)).toEqual([
            '✓ Het loopt (Pad)',
            '✗ Het stokt (Pad)',
            '✗ Het stokt (Pad)',
            '✓ Het gaat goed (Pad)',
        ]);
        expect(out).toMatch(/niet doorlopen, want er staat een fout in de tekst \(los\.draaiboek:7:\d+\)/);
        expect(out).not.toContain('een draaiboek dat te doorlopen is');
    });

    test('a mistake of writing in the draaiboek keeps its scenarios from being run, and is named', async () => {
        const cwd = folder({
            'pad.draaiboek': PROCESS.replace('contacten precies 1', 'contacten precies veel'),
            'los.draaiboek': `gebruik "pad.draaiboek"\n${GOOD}`,
        });
        const { code, out } = await tool(['test', 'los.draaiboek'], { cwd });
        expect(code).toBe(1);
        expect(out).toMatch(/regel 2: niet doorlopen, want er staat een fout in de tekst \(pad\.draaiboek:4:\d+\)/);
    });

    test('what cannot be told is no failure, as in `check`', async () => {
        const vague = `scenario "Vaag" voor Pad {
  bij Een: a is ja, duurt 1 tot 3 weken
  verwacht hoogstens 2 weken
  verwacht einde Goed
}
`;
        const cwd = folder({ 'pad.draaiboek': PROCESS + vague });
        const { code, out } = await tool(['test'], { cwd });
        expect(code).toBe(0);
        expect(out).toContain('  ? Vaag (Pad)\n');
        expect(out).toContain(
            'regel 11: niet te zeggen of hoogstens 2 weken uitkomt: 1 tot 3 weken (hoe lang precies, ligt niet vast bij Een)\n',
        );
        expect(out).toContain('1 scenario doorlopen: 0 anders dan verwacht, 1 niet te zeggen.');
        const json = JSON.parse((await tool(['test', '--format', 'json'], { cwd })).out) as object;
        expect(json).toMatchObject({
            scenarios: [{ passed: false, outcome: 'undecided', failures: [{ outcome: 'undecided' }] }],
            summary: { scenarios: 1, passed: 0, failed: 0, undecided: 1 },
        });
        const junit = (await tool(['test', '--format', 'junit'], { cwd })).out;
        expect(junit).toContain('<testsuite name="pad.draaiboek" tests="1" failures="0" errors="0" skipped="1">');
        expect(junit).toContain('<skipped>pad.draaiboek');
        expect((await tool(['check'], { cwd })).out).toMatch(
            /waarschuwing +Van scenario "Vaag" is niet te zeggen of hoogstens 2 weken uitkomt: 1 tot 3 weken \(hoe lang/,
        );
    });

    test('what a scenario says for later is not told to be unused where the family is not admitted', async () => {
        const cwd = folder({
            'pad.draaiboek':
                PROCESS.replace('aanpak {', 'aanpak { toegang als a') +
                'scenario "Niet toegelaten" voor Pad {\n  gegeven a is nee\n  bij Een: duurt 1 week\n  verwacht einde Goed\n}\n',
        });
        const { out } = await tool(['test'], { cwd });
        expect(out).toContain('maar dit gezin wordt niet toegelaten');
        expect(out).not.toContain('niet gebruikt');
    });

    test('no scenario is no success', async () => {
        const { code, err } = await tool(['test'], { cwd: folder({ 'pad.draaiboek': PROCESS }) });
        expect([code, err]).toEqual([2, 'In deze bestanden staat geen scenario, dus er is niets te doorlopen.\n']);
    });

    test('text of a protocol does not steer the terminal', async () => {
        const cwd = folder({ 'pad.draaiboek': PROCESS + GOOD.replace('Het gaat goed', 'Het\u001b[31m gaat') });
        expect((await tool(['test'], { cwd })).out).not.toContain('\u001b');
    });
});

test('check shows of a long course its begin and its end, and all of it where that is asked', async () => {
    const steps = Array.from({ length: 9 }, (_, i) => `stap S${String(i)} {${i === 8 ? ' daarna: Goed' : ''} }`).join(
        '\n',
    );
    const text = `interventie Pad "Het pad" {\naanpak {\n${steps}\neinde Goed\neinde Anders\n}\n}
scenario "Lang" voor Pad {\nverwacht einde Anders\n}\n`;
    const { out } = await tool(['check'], { cwd: folder({ 'pad.draaiboek': text }) });
    const course = out.slice(out.indexOf('Scenario "Lang"')).split('\n').slice(3, 9);
    expect(course.map((line) => line.trim().replace(/ is gedaan.*/, ''))).toEqual([
        expect.stringMatching(/^→ .*Aanmelding\.$/),
        '→ 3:6 S0',
        '… nog 5 ertussen; `--all-places` noemt ze alle',
        '→ 9:6 S6',
        '→ 10:6 S7',
        '→ 11:6 S8',
    ]);
    const all = (await tool(['check', '--all-places'], { cwd: folder({ 'pad.draaiboek': text }) })).out;
    expect(all.match(/→ \d+:6 S\d(?= is gedaan|$)/gm)).toHaveLength(9);
    expect(all).not.toContain('ertussen');
});

describe('simulate', () => {
    test('tells once when a case has more contacts than its budget', async () => {
        const text = `interventie Pad "Het pad" {
  organisatie Jgz "JGZ"
  rol Werker "Werker" van Jgz
  aanpak {
    contactbudget hoogstens 20 contacten
    contactbudget hoogstens 9 contacten van Jgz
    contactbudget hoogstens 30 contacten
    stap Een { contacten precies 15 }
    stap Twee { contacten 6-8  door Werker }
    stap Drie { contacten precies 4  door Werker }
    einde Goed
  }
}
`;
        const cwd = folder({ 'pad.draaiboek': text, 'casus.json': '{}' });
        const { out } = await tool(['simulate', 'pad.draaiboek', '--case', 'casus.json', '--format', 'json'], { cwd });
        const { log } = JSON.parse(out) as { log: { kind: string; message: string; range: { start: object } }[] };
        expect(log.flatMap((e) => (e.kind === 'remark' ? [[e.message, e.range.start]] : []))).toEqual([
            [
                'Dit gezin heeft nu 21 tot 23 contactmomenten; het contactbudget is hoogstens 20 contacten.',
                { line: 4, character: 4 },
            ],
            [
                'Dit gezin heeft nu 10 tot 27 contactmomenten van Jgz; het contactbudget is hoogstens 9 contacten.',
                { line: 5, character: 4 },
            ],
        ]);
    });

    const run = (json: unknown, ...args: string[]) => {
        const cwd = folder({
            'pad.draaiboek': PROCESS,
            'casus.json': typeof json === 'string' ? json : JSON.stringify(json),
        });
        return tool(['simulate', 'pad.draaiboek', '--case', 'casus.json', ...args], { cwd });
    };

    test('goes step by step, with the state after each', async () => {
        const { code, out } = await run({ start: '2026-03-02', at: [{ step: 'Een', facts: { a: true } }] });
        expect(code).toBe(0);
        expect(out).toBe(`Pad
  2026-03-02, dag 0  Aanmelding.
      open: Een (bezig)
  2026-03-09, dag 7  Een is gedaan (a is ja; contacten: 1).
      open: Een (gedaan)
  2026-03-09, dag 7  Een → Goed.

einde: Goed
pad: Een
contacten: 1 contactmoment
tijd: 7 dagen
documenten geleverd: geen
documenten overgedragen: geen
regie: geen
`);
    });

    test('says what must be said where the case does not say enough', async () => {
        const { code, out } = await run({});
        expect(code).toBe(1);
        expect(out).toContain('Bij Een is niet gezegd wat a is.');
        expect(out).toContain('In de casus, met wat er echt gebeurt: {"step":"Een","facts":{"a":true}}');
    });

    test('reads a name in a text as what it names, and leaves what a case has to say', async () => {
        const text = `interventie Pad {
    rol Werker "Gezinswerker"
    aanpak {
        stap Een {
            door Werker
            daarna { als "[[Werker]] vindt van wel": Goed  anders: Anders }
        }
        einde Goed
        einde Anders
    }
}
`;
        const of = (at: object) => {
            const cwd = folder({ 'pad.draaiboek': text, 'casus.json': JSON.stringify(at) });
            return tool(['simulate', 'pad.draaiboek', '--case', 'casus.json'], { cwd });
        };
        const said = { step: 'Een', facts: { '[[Werker]] vindt van wel': true } };
        expect((await of({ at: [said] })).out).toContain('"Gezinswerker vindt van wel" is ja');
        expect((await of({})).out).toContain(JSON.stringify(said));
    });

    test('json has the log with states', async () => {
        const { out } = await run({ at: [{ step: 'Een', facts: { a: false } }] }, '--format', 'json');
        expect(JSON.parse(out)).toMatchObject({
            interventie: 'Pad',
            end: 'Anders',
            stop: null,
            log: [
                { kind: 'begin' },
                { kind: 'done', step: 'Een', state: { facts: { a: false } } },
                { kind: 'goes-on' },
            ],
            contacts: { least: 1, most: 1 },
        });
    });

    test.each([
        ['{', 'dit is geen geldige JSON (regel 1, teken 2). Kijk'],
        ['{ "at": [', 'dit is geen geldige JSON (de tekst houdt te vroeg op). Kijk'],
        ['{ "at": ]', 'dit is geen geldige JSON'],
        [[], 'een casus staat tussen `{` en `}`'],
        [{ facts: { b: true } }, 'bij facts: er is geen gegeven `b`'],
        [{ facts: { a: 3 } }, 'bij facts › a: schrijf true of false'],
        [{ at: [{ step: 'Eeen' }] }, 'bij at › 1: er is geen stap `Eeen`. Bedoelde u `Een`?'],
        [{ at: [{ stap: 'Een' }] }, 'bij at › 1: noem de stap'],
        [{ at: [{ step: 'Een', chooses: ['Goet'] }] }, 'Bedoelde u `Goed`?'],
        [{ at: [{ step: 'Een', duration: 'lang' }] }, 'bij at › 1 › duration: schrijf een tijd'],
        [{ start: 'morgen' }, 'bij start: schrijf een dag'],
        [
            { at: [{ step: 'Een', facts: { 'het lukt niet': true } }] },
            'bij at › 1 › facts: er is geen gegeven `het lukt niet`',
        ],
        [{ fact: {} }, 'er is geen onderdeel `fact`. Bedoelde u `facts`?'],
    ])('a wrong case is told: %j', async (json, message) => {
        const { code, out, err } = await run(json);
        expect([code, out]).toEqual([2, '']);
        expect(err).toContain('casus.json: ');
        expect(err).toContain(message);
    });

    test('says which interventie, and which file', async () => {
        const cwd = folder({
            'twee.draaiboek': `${PROCESS}interventie Leeg "Leeg"\n`,
            'leeg.draaiboek': 'interventie Leeg "Leeg"\n',
            'niets.draaiboek': 'organisatie X\n',
            'casus.json': '{ "at": [{ "step": "Een", "facts": { "a": true } }] }',
        });
        const of = (file: string, ...args: string[]) =>
            tool(['simulate', file, '--case', 'casus.json', ...args], { cwd });
        expect((await of('twee.draaiboek')).err).toContain('Zeg welke u bedoelt: `--interventie Pad`');
        expect((await of('twee.draaiboek', '--interventie', 'Pod')).err).toContain('Bedoelde u `Pad`?');
        expect((await of('twee.draaiboek', '--interventie', 'Pad')).code).toBe(0);
        expect((await of('leeg.draaiboek')).err).toContain('geen `aanpak` met stappen');
        expect((await of('niets.draaiboek')).err).toContain('geen interventie');
        expect(await tool(['simulate', 'twee.draaiboek'], { cwd })).toMatchObject({ code: 2, out: '' });
        const missing = await tool(['simulate', 'twee.draaiboek', '--interventie', 'Pad', '--case', 'weg.json'], {
            cwd,
        });
        expect(missing.code).toBe(2);
        expect(missing.err).toContain('weg.json');
    });
});
