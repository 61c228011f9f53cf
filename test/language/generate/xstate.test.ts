import { afterAll, describe, expect, it } from 'vitest';
import { machineOf } from '../../../language/execution/machine.js';
import { after } from '../../../language/execution/after.js';
import { begin, beginnings } from '../../../language/execution/begin.js';
import { movesIn } from '../../../language/execution/moves.js';
import type { State } from '../../../language/execution/state.js';
import { xstateGenerator } from '../../../language/generate/xstate/generator.js';
import { structureLosses } from '../../../language/generate/xstate/structure.js';
import { caseOf } from '../../../language/simulate/scenario.js';
import { differenceInXstate } from '../../engines/xstate.js';
import { hostileProtocol } from './hostile.js';
import { casesOf, exampleCases, textOf, type Case } from './support.js';
import { automatic, imported, removeImported, Running, tokensOf } from './xstate-walk.js';
import { randomProcess, seeded } from './random-process.js';

const examples = (await exampleCases()).filter((c) => machineOf(c.protocol));

afterAll(removeImported);

/** Walks at random through the reference semantics and does the same in the made machine; they must be in one place. */
async function walk(one: Case, seed: number, walks: number, length: number): Promise<number> {
    const made = await imported(one);
    const machine = machineOf(one.protocol);
    const random = seeded(seed);
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
    let compared = 0;
    for (let n = 0; machine && n < walks; n++) {
        const first = pick(beginnings(machine));
        if (!first) {
            break;
        }
        const facts = Object.fromEntries(machine.facts.map((f, i) => [f.name, first.facts[i] ?? null]));
        const running = new Running(made, one.protocol, facts);
        let state: State = begin(machine, first.facts);
        const trail: string[] = [];
        for (let step = 0; step < length; step++) {
            for (let move = automatic(machine, state); move; move = automatic(machine, state)) {
                state = after(machine, state, move);
                if (trail.length > 500) {
                    break;
                }
            }
            expect({ trail, at: running.where() }).toEqual({ trail, at: tokensOf(machine, running.keys, state) });
            compared++;
            const move = pick(movesIn(machine, state));
            if (!move) {
                break;
            }
            trail.push(`${move.kind} ${'token' in move ? (running.keys[move.token.at] ?? '') : ''}`);
            running.does(move, state);
            state = after(machine, state, move);
        }
    }
    return compared;
}

describe.each(examples)('the machine of $name', (one) => {
    it('goes every way that the reference semantics goes', async () => {
        expect(await walk(one, 1, 60, 60)).toBeGreaterThanOrEqual(60);
    });

    it('is the same on every run, and traces every node', () => {
        expect(textOf(xstateGenerator, one)).toBe(textOf(xstateGenerator, one));
        const { trace } = xstateGenerator.generate(one.protocol, one.options);
        expect(trace.map((t) => t.element)).toEqual(one.protocol.process?.nodes.map((n) => n.name));
        expect(new Set(trace.map((t) => t.id)).size).toBe(trace.length);
    });
});

describe('processes of any structure', () => {
    // 104 and 172 once went elsewhere
    it.each([...Array.from({ length: 40 }, (_, i) => i + 1), 104, 172])(
        'number %i goes where the reference semantics goes',
        async (seed) => {
            const [one] = await casesOf(randomProcess(seed));
            if (!one) {
                throw new Error('no interventie');
            }
            expect(structureLossesOf(one)).toEqual([]);
            expect(await walk(one, seed, 10, 60)).toBeGreaterThan(10);
        },
    );
});

describe('processes of which groups and phases wait to begin and to be done', () => {
    it.each(Array.from({ length: 40 }, (_, i) => i + 1))('number %i', async (seed) => {
        const [one] = await casesOf(randomProcess(seed, true));
        expect(one && (await walk(one, seed, 10, 60))).toBeGreaterThanOrEqual(10);
    });

    it('wait before a phase that is come into by the side, and in it before the next', async () => {
        const [one] = await casesOf(`interventie Proef {
            gegeven f: ja/nee
            gegeven g: ja/nee
            aanpak {
                gelijktijdig Alles {
                    daarna: Klaar
                    fase Een {
                        stap A { daarna: D }
                        stap B { daarna: E }
                        fase P {
                            pas als f
                            stap C
                            fase Q { pas als g  stap D  stap E { daarna: B hoogstens 2 keer } }
                        }
                    }
                    stap F { bepaalt f  herhaal hoogstens 3 keer }
                    stap G { bepaalt g  herhaal hoogstens 3 keer }
                }
                einde Klaar
            } }`);
        expect(one && (await walk(one, 1, 60, 60))).toBeGreaterThan(60);
    });
});

describe('what may happen at any moment', () => {
    const RESUMES = ', hervat daarna';
    const GOES_ON = {
        'a step': ['Rust', 'stap Rust'],
        'a step that determines what was asked': ['Rust', 'stap Rust { bepaalt f }'],
        'a step that leads to an end': ['Rust', 'stap Rust { daarna: Slot }'],
        'a step that ends or not': ['Rust', 'stap Rust { daarna { als "het gaat weer": Na anders: Slot } } stap Na'],
        'a step that leads into the work': ['Rust', 'stap Rust { daarna: D hoogstens 2 keer }'],
        'a step that leads to what is not known': ['Rust', 'stap Rust { daarna: onbekend }'],
        'a step that is repeated, with a term': [
            'Rust',
            'stap Rust { herhaal hoogstens 1 keer termijn 2 weken anders: Slot }',
        ],
        'an escalation': ['Hoger', 'escalatie Hoger { door R naar S }'],
        'parallel work': ['Samen', 'gelijktijdig Samen { stap P stap Q }'],
        'parallel work of which a part ends all': ['Samen', 'gelijktijdig Samen { stap P { daarna: Slot } stap Q }'],
        'a choice': ['Keus', 'een van Keus { stap P stap Q }'],
        'what may be left out': ['Keus', 'naar keuze Keus { stap P stap Q }'],
        'a phase that waits': ['Deel', 'fase Deel { pas als f stap P { bepaalt f } stap Q }'],
        'an end': ['Slot', ''],
        'what is not known': ['onbekend', ''],
        'work that is open': ['D', ''],
    } satisfies Record<string, readonly [to: string, work: string]>;
    const told = Object.entries(GOES_ON).flatMap(([name, [to, work]]) =>
        ['f', '"het moet"'].flatMap((when) =>
            ['', ' hoogstens 1 keer', RESUMES, ` hoogstens 2 keer${RESUMES}`]
                .filter((rest) => !rest.endsWith(RESUMES) || !['Slot', 'onbekend'].includes(to))
                .map((rest) => ({
                    name: `${name}: als ${when}: ${to}${rest}`,
                    said: `altijd als ${when}: ${to}${rest}`,
                    work,
                })),
        ),
    );
    const protocol = (said: string, work: string) => `rol R rol S gegeven f: ja/nee gegeven g: ja/nee
        interventie Proef { aanpak {
            stap A { bepaalt f }
            gelijktijdig G { stap B { bepaalt f, g } stap C { herhaal hoogstens 1 keer } }
            stap D { bepaalt f termijn 3 weken anders: Laat }
            stap Laat { daarna: Slot }
            ${said}
            ${work}
            einde Slot } }`;

    it.each(told)('goes where the reference semantics goes: $name', async ({ said, work }) => {
        const [one] = await casesOf(protocol(said, work));
        expect(one && (await walk(one, 7, 10, 40))).toBeGreaterThanOrEqual(10);
    });

    it.each([
        ['altijd als f: Rust, hervat daarna altijd als "het moet": Weg', 'stap Rust stap Weg'],
        [
            'altijd als f: Rust, hervat daarna altijd als "het moet": Weg',
            'stap Rust { daarna: Slot } stap Weg { daarna: onbekend }',
        ],
        [
            'altijd als f: Rust, hervat daarna altijd als g: Weg, hervat daarna',
            'stap Rust { bepaalt g } stap Weg { bepaalt f }',
        ],
        [
            'altijd als "het moet": Rust, hervat daarna altijd als "nu": Weg, hervat daarna',
            'stap Rust stap Weg { daarna: Slot }',
        ],
        ['altijd als f: Slot altijd als g: Rust, hervat daarna', 'stap Rust { bepaalt f }'],
        ['altijd als f: Rust altijd als g: Weg', 'stap Rust { bepaalt g } stap Weg { bepaalt f }'],
    ])('of which two meet goes where the reference semantics goes: %s %s', async (said, work) => {
        const [one] = await casesOf(protocol(said, work));
        expect(one && (await walk(one, 7, 60, 40))).toBeGreaterThanOrEqual(60);
    });
});

const scenarios = examples.flatMap((one) =>
    one.options.related.scenarios
        .filter((s) => s.intervention.name === one.name)
        .map((scenario) => ({ one, scenario, name: `${one.name}: ${scenario.title}` })),
);

describe('each scenario of each example', () => {
    it.each(scenarios)('takes the path of the simulator in $name', async ({ one, scenario }) => {
        const { facts, at } = caseOf(scenario);
        expect(await differenceInXstate(one, { facts, at })).toBeUndefined();
    });

    it('is there', () => {
        expect(scenarios.length).toBeGreaterThan(20);
    });
});

describe('who is not admitted', () => {
    it('ends at once, also where something would otherwise happen at any moment', async () => {
        const [one] = await casesOf(`interventie Proef { gegeven wil: ja/nee gegeven acuut: ja/nee aanpak {
            toegang als wil
            stap Een { bepaalt acuut }
            altijd als acuut: geen-toegang
            einde geen-toegang } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const made = await imported(one);
        const where = (feiten: Record<string, boolean>) => new Running(made, one.protocol, feiten).where();
        expect(where({ wil: false, acuut: true })).toEqual(['einde geen toegang']);
        expect(where({})).toEqual(['einde geen toegang']);
        expect(where({ wil: true })).toEqual(['Een busy']);
    });
});

describe('what a statechart cannot do', () => {
    const lost = async (steps: string) => {
        const [one] = await casesOf(`interventie Proef { aanpak { ${steps} } }`);
        return one ? structureLossesOf(one) : [];
    };

    it('is told: a way out of one part of a group, and into one', async () => {
        expect(await lost('gelijktijdig G { stap A { daarna: C } stap B } stap C')).toEqual(['A']);
        expect(await lost('stap A { daarna: B } gelijktijdig G { stap B stap C }')).toEqual(['A']);
        expect(await lost('gelijktijdig G { stap A { daarna: Klaar } stap B } einde Klaar')).toEqual([]);
        expect(await lost('gelijktijdig G { fase F { stap A { daarna: B } stap B } stap C } stap D')).toEqual([]);
    });
});

function structureLossesOf({ protocol }: Case): string[] {
    const machine = machineOf(protocol);
    return machine ? structureLosses(machine).map((l) => l.element) : [];
}

describe('terms', () => {
    const start = async (clauses: string) => {
        const [one] = await casesOf(
            `interventie Proef { aanpak { stap Voor stap Een { ${clauses} } stap Twee stap Laat einde Klaar } }`,
        );
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.actor.send({ type: 'klaar.Voor' });
        return running;
    };
    const DAY = 86_400_000;

    it.each([
        ['termijn 3 weken anders: Laat', 21],
        ['termijn 2 maanden anders: Laat', 59],
        ['termijn 5 werkdagen anders: Laat', 7],
        ['herhaal 2 keer termijn 3 weken anders: Laat', 21],
    ])('run out when they should: %s', async (clauses, days) => {
        const running = await start(clauses);
        running.clock.increment(days * DAY - 1);
        expect(running.where()).toEqual(['Een busy']);
        running.clock.increment(1);
        expect(running.where()).toEqual(['Laat busy']);
    });

    it('count on when work is done once more, and from where they say', async () => {
        const running = await start('herhaal 2 keer termijn 3 weken na begin van Voor anders: Laat');
        running.clock.increment(20 * DAY);
        running.actor.send({ type: 'klaar.Een' });
        running.clock.increment(DAY - 1);
        expect(running.where()).toEqual(['Een busy']);
        running.clock.increment(1);
        expect(running.where()).toEqual(['Laat busy']);
    });

    const term = 'termijn 10 dagen na A anders: L';
    const L = 'stap L einde K';
    it.each([
        ['what comes beside it', `gelijktijdig T { stap W { ${term} } stap A } ${L}`, { 3: 'klaar.A' }, 13],
        ['what comes in it', `fase P { ${term} stap A stap B } ${L}`, { 3: 'klaar.A' }, 13],
        [
            'what interrupts it',
            `stap W { ${term} } altijd als "p": A, hervat daarna stap A ${L}`,
            { 3: 'altijd.1', 5: 'klaar.A' },
            15,
        ],
        ['what is broken off by a term', `fase P { termijn 5 dagen anders: W stap A } stap W { ${term} } ${L}`, {}, 15],
        [
            'what was done before that',
            `fase P { termijn 5 dagen anders: W stap A stap B } stap W { ${term} } ${L}`,
            { 2: 'klaar.A' },
            12,
        ],
        [
            'what is broken off by people',
            `stap A stap W altijd als "p": V stap V { ${term} } ${L}`,
            { 4: 'altijd.1' },
            14,
        ],
        [
            'the last round',
            `stap A { herhaal 2 keer } stap W { ${term} } ${L}`,
            { 3: 'klaar.A', 5: 'klaar.A', 6: 'klaar.A' },
            16,
        ],
        [
            'a phase, as a whole',
            `gelijktijdig T { fase A { stap Q stap U } stap W { ${term} } } ${L}`,
            { 3: 'klaar.Q', 20: 'klaar.U' },
            30,
        ],
        [
            'a handover that is confirmed',
            `stap Q { door R } stap W { door S termijn 10 dagen na O anders: L } stap B ${L}`,
            { 2: 'klaar.Q', 5: 'verder.Q.1' },
            15,
        ],
        [
            'its begin, when it may begin',
            `gelijktijdig T { stap Q { bepaalt g } stap W { pas als g termijn 10 dagen anders: L } } ${L}`,
            { 8: 'klaar.Q' },
            18,
        ],
        [
            'its begin, which it waits for',
            `stap A stap W { begint 10 dagen na A termijn 4 dagen anders: L } ${L}`,
            { 3: 'klaar.A' },
            17,
        ],
    ])('count from %s', async (_, aanpak, events: Readonly<Record<number, string>>, day) => {
        const over = 'overdracht O van R naar S { vanuit Q bevestiging door S binnen 9 dagen bij uitblijven: B }';
        const [one] = await casesOf(
            `interventie Proef { gegeven g: ja/nee rol R rol S aanpak { ${aanpak} } ${aanpak.includes('na O') ? over : ''} }`,
        );
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        const where = () => running.actor.getSnapshot() as { value: unknown };
        for (let now = 0; now < day; now++) {
            const type = events[now];
            if (type !== undefined) {
                running.actor.send({ type, feiten: type === 'klaar.Q' ? { g: true } : {} } as { type: string });
            }
            expect(JSON.stringify(where().value)).not.toContain('"L"');
            running.clock.increment(DAY);
        }
        expect(JSON.stringify(where().value)).toContain('"L"');
        expect(
            xstateGenerator
                .generate(one.protocol, one.options)
                .losses.map((l) => l.reason.nl)
                .join(),
        ).not.toContain('termijn');
    });

    it.each([
        ['stap Een { door A }', 'Een'],
        ['fase F { stap Een { door A } }', 'F'],
    ])('run out when a handover is not confirmed: from %s', async (first, from) => {
        const [one] = await casesOf(`interventie Proef { rol A rol B aanpak {
            ${first} stap Twee { door B } stap Terug { door A } einde Klaar }
            overdracht Over van A naar B { vanuit ${from} bevestiging door B binnen 5 dagen bij uitblijven: Terug } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.clock.increment(3 * DAY);
        running.actor.send({ type: 'klaar.Een' });
        expect(running.where()).toEqual([`${from} leaving`]);
        running.clock.increment(5 * DAY - 1);
        expect(running.where()).toEqual([`${from} leaving`]);
        running.clock.increment(1);
        expect(running.where()).toEqual(['Terug busy']);
    });

    it.each([
        ['termijn 2 dagen', 2],
        ['termijn 9 dagen', 5],
        ['termijn 6 dagen na begin van Een', 3],
        ['termijn 2 dagen anders: Laat', 2],
    ])('of a handover count beside that of its confirmation: %s', async (term, days) => {
        const [one] = await casesOf(`interventie Proef { rol A rol B aanpak {
            stap Een { door A } stap Twee { door B daarna: Klaar } stap Terug { door A daarna: Klaar } stap Laat { door A daarna: Klaar }
            einde Klaar }
            overdracht Over van A naar B { vanuit Een bevestiging door B binnen 5 dagen ${term} bij uitblijven: Terug } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.clock.increment(3 * DAY);
        running.actor.send({ type: 'klaar.Een' });
        running.clock.increment(days * DAY - 1);
        expect(running.where()).toEqual(['Een leaving']);
        running.clock.increment(1);
        expect(running.where()).toEqual([term.endsWith('Laat') ? 'Laat busy' : 'Terug busy']);
        expect(xstateGenerator.generate(one.protocol, one.options).losses.map((l) => l.element)).not.toContain('Over');
    });

    it('count no days under holidays in the settings as working days, nor those that the machine is given besides', async () => {
        const [one] = await casesOf(`interventie Proef { aanpak {
            stap Een { termijn 3 werkdagen anders: Laat } stap Laat einde Klaar } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const settings = { ...one.options.settings, holidays: ['2026-05-14'] };
        const text = textOf(xstateGenerator, { ...one, options: { ...one.options, settings } });
        expect(/"vrijeDagen": (\[[^\]]*\])/.exec(text)?.[1]).toMatch(/^\[\s*"2026-05-14"\s*\]$/);
        expect(text).toContain('vrijeDagen: [...data.vrijeDagen, ...(input.vrijeDagen ?? [])]');
    });

    it('of which the number is open are told, as is who is admitted by what people decide', async () => {
        const [one] = await casesOf(`interventie Proef { gegeven g: ja/nee aanpak {
            toegang als "het gezin wil het" toegang plaatselijk
            stap Een { herhaal hoogstens onbekend keer bepaalt g } stap Twee { daarna { als g: Een hoogstens onbekend keer anders: Klaar } } einde Klaar } }`);
        const losses = one
            ? xstateGenerator.generate(one.protocol, one.options).losses.map((l) => `${l.element}: ${l.reason.nl}`)
            : [];
        expect(losses).toEqual(
            expect.arrayContaining([
                'Een: hoe vaak dit hoogstens mag, is open: iemand beslist het',
                'Twee: hoe vaak dit hoogstens mag, is open: iemand beslist het',
                'Proef: toegang als “het gezin wil het”: dat weegt wie de machine start',
                'Proef: toegang plaatselijk: daarop weigert een machine niemand',
            ]),
        );
    });

    it('lead by `anders` once a handover that is not confirmed has led back as often as it may', async () => {
        const [one] = await casesOf(`interventie Proef { rol A rol B aanpak {
            stap Een { door A } stap Twee { door B daarna: Klaar } stap Bellen { door A daarna: Twee }
            stap Ingreep { door A } einde Klaar }
            overdracht Over van A naar B { vanuit Een, Bellen bevestiging door B binnen 5 dagen
                bij uitblijven: Bellen hoogstens 1 keer, anders: Ingreep } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.actor.send({ type: 'klaar.Een' });
        running.clock.increment(5 * DAY);
        expect(running.where()).toEqual(['Bellen busy']);
        running.actor.send({ type: 'klaar.Bellen' });
        running.clock.increment(5 * DAY);
        expect(running.where()).toEqual(['Ingreep busy']);
    });

    it('stand still while work is interrupted', async () => {
        const [one] = await casesOf(`interventie Proef { aanpak {
            stap Een { termijn 3 weken anders: Laat } stap Laat
            altijd als "pauze": Pauze, hervat daarna stap Pauze
            einde Klaar } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.clock.increment(20 * DAY);
        running.actor.send({ type: 'altijd.1' });
        running.clock.increment(50 * DAY);
        expect(running.where()).toEqual(['Pauze busy']);
        running.actor.send({ type: 'klaar.Pauze' });
        running.clock.increment(DAY - 1);
        expect(running.where()).toEqual(['Een busy']);
        running.clock.increment(1);
        expect(running.where()).toEqual(['Laat busy']);
        const { losses } = xstateGenerator.generate(one.protocol, one.options);
        expect(losses.map((l) => `${l.element}: ${l.reason.nl}`)).toContainEqual(
            expect.stringMatching(/^Een: de termijn staat in een machine stil .*; in het protocol loopt hij door/),
        );
    });

    it.each(['na aanmelding', 'na Een', 'na begin van Een'])('run on while work is interrupted: %s', async (since) => {
        const [one] = await casesOf(`interventie Proef { aanpak {
            stap Een stap Twee { termijn 3 weken ${since} anders: Laat } stap Laat
            altijd als "pauze": Pauze, hervat daarna stap Pauze
            einde Klaar } }`);
        if (!one) {
            throw new Error('no interventie');
        }
        const running = new Running(await imported(one), one.protocol, {});
        running.actor.send({ type: 'klaar.Een' });
        running.clock.increment(DAY);
        running.actor.send({ type: 'altijd.1' });
        running.clock.increment(50 * DAY);
        running.actor.send({ type: 'klaar.Pauze' });
        running.clock.increment(1);
        expect(running.where()).toEqual(['Laat busy']);
        const { losses } = xstateGenerator.generate(one.protocol, one.options);
        expect(losses.map((l) => l.reason.nl).join()).not.toContain('staat in een machine stil');
    });
});

describe('hostile names', () => {
    it('give a machine all the same', async () => {
        const one = await hostileProtocol();
        const { gebeurtenissen, machine } = await imported(one);
        expect(Object.keys(gebeurtenissen).length).toBeGreaterThan(50);
        expect(machine.id).toBe('draaiboek');
    });
});
