import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { durationsOf } from '../../../language/analysis/durations.js';
import { inOrderOfTime } from '../../../language/analysis/in-time.js';
import { proofsOf, type Proofs } from '../../../language/analysis/proofs.js';
import { timeConflicts } from '../../../language/analysis/time-conflicts.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { after } from '../../../language/execution/after.js';
import { beginnings } from '../../../language/execution/begin.js';
import { movesIn } from '../../../language/execution/moves.js';
import type { State, Token } from '../../../language/execution/state.js';
import { tijdSom } from '../../../language/rules/catalogue/tijd/som.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { parseText } from '../../../language/workspace.js';
import { check } from '../rule-tester.js';

const services = createDraaiboekServices().Draaiboek;
let count = 0;

async function proofs(text: string): Promise<Proofs> {
    const uri = `memory:/tijd/proef-${String(++count)}.draaiboek`;
    const document = await parseText(services, `interventie Proef "Proef" {\n${text}\n}\n`, uri);
    const protocol = services.models.of(document).interventions[0];
    const result = protocol && proofsOf(protocol, []);
    if (!result) {
        throw new Error(`no process in:\n${text}`);
    }
    return result;
}

type Extremes = Record<string, readonly [least: number, greatest: number]>;

/** Per end the least and greatest duration that the analysis gives. */
function computed(of: Proofs, reduce: boolean): Extremes {
    const space = spaceOf(of.space.machine, { reduce });
    const low = durationsOf(space, of.work, 'low');
    const high = durationsOf(space, of.work, 'high');
    const result: Record<string, [number, number]> = {};
    space.states.forEach((state, i) => {
        if (typeof state.end === 'number') {
            const name = space.machine.stations[state.end]?.node.name ?? '';
            const [least, greatest] = [low(i)?.days ?? Number.NaN, high(i)?.days ?? Number.NaN];
            const known = result[name] ?? [least, greatest];
            result[name] = [Math.min(known[0], least), Math.max(known[1], greatest)];
        }
    });
    return result;
}

interface Running {
    readonly token: Token;
    /** when something happens with it */
    readonly at: number;
}

/**
 * The same by brute force: cases are played out in the order of time, with each choice that a person has and each
 * length of work that is the least or the greatest. Undefined where there are too many.
 *
 * @param each every length in whole days as well
 */
function played(
    { space: { machine }, work }: Proofs,
    { most = 15_000, each = false }: { readonly most?: number; readonly each?: boolean } = {},
): Extremes | undefined {
    const result: Record<string, [number, number]> = {};
    let left = most;
    const play = (state: State, running: readonly Running[], now: number): void => {
        if (left-- <= 0) {
            return;
        }
        if (typeof state.end === 'number') {
            const name = machine.stations[state.end]?.node.name ?? '';
            const known = result[name] ?? [now, now];
            result[name] = [Math.min(known[0], now), Math.max(known[1], now)];
            return;
        }
        const soonest = Math.min(...running.filter((r) => r.token.stage !== 'waiting').map((r) => r.at));
        for (const { token } of running.filter((r) => r.at === soonest)) {
            for (const move of movesIn(machine, state)) {
                if (!('token' in move) || move.token !== token) {
                    continue;
                }
                const next = after(machine, state, move);
                begin(
                    next,
                    running.filter((r) => r.token !== token),
                    soonest,
                    [],
                );
            }
        }
    };
    /** gives each piece of work that is new a length, in every way */
    const begin = (state: State, known: readonly Running[], now: number, running: readonly Running[]): void => {
        const token = state.tokens[running.length];
        if (!token) {
            play(state, running, now);
            return;
        }
        const same = known.find((r) => r.token === token);
        const days = work.stations[token.at]?.duration?.days;
        const lengths = token.stage === 'busy' && days ? lengthsOf(days, each) : [0];
        for (const at of same ? [same.at] : lengths.map((length) => now + length)) {
            begin(state, known, now, [...running, { token, at }]);
        }
    };
    beginnings(machine).forEach((state) => {
        begin(state, [], 0, []);
    });
    return left > 0 ? result : undefined;
}

function lengthsOf({ low, high }: { readonly low: number; readonly high: number }, each: boolean): number[] {
    return each ? Array.from({ length: high - low + 1 }, (_, i) => low + i) : [...new Set([low, high])];
}

/** Numbers that look random, the same each time (mulberry32). */
function dice(seed: number): (sides: number) => number {
    let state = seed;
    return (sides) => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) % sides;
    };
}

/** A small process with steps, choices, repetition, groups and phases. */
function randomProcess(seed: number): string {
    const roll = dice(seed);
    let steps = 0;
    const facts: string[] = [];
    const step = (): string => {
        const name = `S${String(++steps)}`;
        const least = 1 + roll(5);
        const said =
            roll(3) === 0
                ? `precies ${String(least)} dagen`
                : `${String(least)} tot en met ${String(least + 1 + roll(6))} dagen`;
        const fact = `f${String(steps)}`;
        const kind = roll(8);
        if (kind === 0) {
            return `stap ${name} { duur ${said} herhaal ${roll(2) === 0 ? 'hoogstens' : 'precies'} ${String(1 + roll(2))} keer }`;
        }
        if (kind === 1) {
            facts.push(fact);
            return `stap ${name} { duur ${said} bepaalt ${fact} herhaal hoogstens 2 keer tot ${fact} }`;
        }
        return `stap ${name} { duur ${said} }`;
    };
    const block = (depth: number): string => {
        const kind = depth === 0 ? 0 : roll(6);
        const parts = (n: number) => Array.from({ length: n }, () => block(depth - 1)).join('\n');
        const name = `N${String(++steps)}`;
        switch (kind) {
            case 1:
                return `gelijktijdig ${name} {\n${parts(2)}\n}`;
            case 2:
                return `een van ${name} {\n${parts(2)}\n}`;
            case 3:
                return `naar keuze ${name} {\n${parts(1 + roll(2))}\n}`;
            case 4:
                return `fase ${name} {\n${parts(2)}\n}`;
            default:
                return step();
        }
    };
    const choice = `keuze${String(seed)}`;
    const body = [
        block(2),
        `stap Kies { duur 1 dag bepaalt ${choice} daarna { als ${choice}: Rest anders: Gestopt } }`,
        `fase Rest {\n${block(2)}\n${block(1)}\n}`,
        'stap Slot { duur 1 dag daarna: Klaar }',
    ];
    return [
        `gegeven ${choice}: ja/nee`,
        ...facts.map((f) => `gegeven ${f}: ja/nee`),
        'aanpak {',
        ...body,
        'einde Klaar',
        'einde Gestopt',
        '}',
    ].join('\n');
}

/** Two phases side by side, in which steps ask what steps of the other may find out. */
function sharing(seed: number): string {
    const roll = dice(seed);
    const step = (name: string, next: string, long = 0) => {
        const least = 1 + roll(4) + long;
        return `stap ${name} { duur ${String(least)} tot en met ${String(least + roll(3))} dagen ${next} }`;
    };
    const phase = (name: string, own: string, other: string) => {
        const asks = `daarna { als ${other}: ${name}3 anders: ${name}4 }`;
        const isEarly = roll(2) === 0;
        return [
            `fase ${name} {`,
            step(`${name}1`, [roll(3) === 0 ? `bepaalt ${own}` : '', isEarly ? asks : ''].join(' ')),
            step(
                `${name}2`,
                [
                    `bepaalt ${own}`,
                    roll(5) === 0 ? `pas als ${other} is bekend` : '',
                    !isEarly && roll(3) > 0 ? asks : '',
                ].join(' '),
            ),
            step(`${name}3`, '', roll(8)),
            step(`${name}4`, ''),
            '}',
        ].join('\n');
    };
    const body = [
        `gelijktijdig G {\n${phase('P', 'p', 'q')}\n${phase('Q', 'q', 'p')}\n}`,
        'stap Slot { duur precies 1 dag daarna: Klaar }',
        'einde Klaar',
    ];
    return ['gegeven p: ja/nee', 'gegeven q: ja/nee', 'aanpak {', ...body, '}'].join('\n');
}

describe('the greatest duration of parallel work that shares facts', () => {
    it('is a bound, and is reached where its course happens in the order of time; nobody is accused on the bound', async () => {
        const seen = { reached: 0, bound: 0, inTime: 0 };
        for (let seed = 1; seed <= 60; seed++) {
            const text = sharing(seed);
            const of = await proofs(text);
            const expected = played(of, { most: 60_000, each: true })?.['Klaar'];
            if (!expected) {
                continue;
            }
            const [least, greatest] = expected;
            const durations = durationsOf(of.space, of.work, 'high');
            const ends = of.space.states.flatMap((s, i) => (s.end === undefined ? [] : (durations(i) ?? [])));
            const longest = ends.reduce((a, b) => (b.days > a.days ? b : a));
            expect(computed(of, true)['Klaar']?.[0], text).toBeLessThanOrEqual(least);
            expect(longest.days, text).toBeGreaterThanOrEqual(greatest);
            const isReached = inOrderOfTime(of.space, of.work, { ...longest, figure: 'high' }) !== undefined;
            if (isReached) {
                expect(longest.days, text).toBe(greatest);
                seen.inTime++;
            }
            seen[longest.days === greatest ? 'reached' : 'bound']++;
            const stated = `interventie Proef "Proef" {\nduur hoogstens ${String(greatest)} dagen\n${text}\n}`;
            const findings = await check(stated, { rules: [tijdSom] });
            expect(
                findings.filter((f) => f.severity !== 'info'),
                stated,
            ).toEqual([]);
            expect(findings, stated).toHaveLength(longest.days === greatest ? 0 : 1);
        }
        expect(seen.reached).toBeGreaterThan(20);
        expect(seen.bound).toBeGreaterThan(5);
    });
});

describe('the least and greatest duration', () => {
    it('is there where people may break in while a group waits for a part that is open no more', async () => {
        const text = `gegeven g: ja/nee
            aanpak {
                gelijktijdig Samen {
                    stap A { duur precies 1 dag }
                    stap B { duur precies 1 dag }
                }
                stap C {
                    duur precies 1 dag
                    bepaalt g
                    daarna { als g: A hoogstens 1 keer  anders: Klaar }
                }
                altijd als "nood": X, hervat daarna
                stap X { duur precies 1 dag }
                einde Klaar
            }`;
        expect(computed(await proofs(text), false)).toEqual({ Klaar: [2, Number.POSITIVE_INFINITY] });
    });

    const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

    it('are those of the cases played out one by one', async () => {
        let compared = 0;
        for (const seed of seeds) {
            const text = randomProcess(seed);
            const of = await proofs(text);
            const expected = played(of);
            if (expected) {
                compared++;
                expect(computed(of, true), text).toEqual(expected);
                expect(computed(of, false), text).toEqual(expected);
            }
        }
        expect(compared).toBeGreaterThan(seeds.length / 2);
    });

    it('decides which term of the last step can be met', async () => {
        let compared = 0;
        for (const seed of seeds.slice(0, 25)) {
            const text = randomProcess(seed);
            const least = played(await proofs(text))?.['Klaar']?.[0];
            if (least === undefined) {
                continue;
            }
            compared++;
            const bounds = async (days: number) => {
                const of = await proofs(
                    text.replace('stap Slot {', `stap Slot { termijn ${String(days)} dagen na aanmelding`),
                );
                return timeConflicts(of.space, of.work).map((c) => `${c.bound.of} ${c.because}`);
            };
            expect(await bounds(least), text).toEqual([]);
            expect(await bounds(least - 1), text).toEqual(['Slot certain']);
        }
        expect(compared).toBeGreaterThan(10);
    });

    it('let interrupted work go on where it was, and other work with it', async () => {
        const of = await proofs(`
            gegeven moe: ja/nee
            aanpak {
                gelijktijdig {
                    stap A { duur precies 4 dagen bepaalt moe }
                    stap B { duur precies 10 dagen }
                }
                altijd als moe: Rust, hervat daarna
                stap Rust { duur precies 3 dagen }
                einde Klaar
            }`);
        expect(computed(of, true)).toEqual({ Klaar: [10, 13] });
    });

    it('count a handover that is not confirmed until its term has run out', async () => {
        const of = await proofs(`
            rol Werker
            rol Hulp
            aanpak {
                stap A { door Werker duur precies 2 dagen }
                stap B { door Hulp duur precies 1 dag daarna: Klaar }
                stap C { duur precies 1 dag daarna: Mislukt }
                einde Klaar
                einde Mislukt
            }
            overdracht Over van Werker naar Hulp {
                vanuit A
                termijn 5 dagen na A
                bevestiging door Hulp binnen 3 dagen
                bij uitblijven: C
            }`);
        expect(computed(of, true)).toEqual({ Klaar: [3, 8], Mislukt: [6, 8] });
    });

    it('leave room in a term for what must still be done in it', async () => {
        const of = await proofs(`aanpak {
            stap A { duur 1 tot en met 2 dagen termijn 3 dagen herhaal precies 2 keer }
            stap B { duur precies 1 dag }
            einde Klaar
        }`);
        expect(computed(of, true)).toEqual({ Klaar: [4, 4] });
    });

    it('are bounded by no term that is surely missed', async () => {
        const of = await proofs(`aanpak {
            stap A { duur precies 1 dag }
            stap B { duur 6 tot en met 14 dagen }
            stap C { duur precies 5 dagen termijn 10 dagen na aanmelding }
            einde Klaar
        }`);
        expect(computed(of, true)).toEqual({ Klaar: [12, 20] });
    });

    it.each([
        [6, [10, 11]],
        [11, [10, 13]],
    ])('count work from which people escalate until its term runs out: after %i days', async (term, days) => {
        const of = await proofs(`
            aanpak {
                stap A { duur precies 9 dagen }
                stap B {
                    duur 3 tot 8 dagen
                    termijn ${String(term)} dagen na begin van A anders: Op
                    daarna: Klaar
                }
                stap Op { duur precies 2 dagen daarna: Weg }
                escalatie Es { vanuit B als "vast" duur precies 1 dag daarna: Weg }
                einde Klaar
                einde Weg
            }`);
        expect(computed(of, true)['Weg']).toEqual(days);
        const at = [{ step: 'B', chooses: ['Es'] }];
        const { duration } = simulate(of.space.machine, { facts: {}, at }, {});
        expect([duration.low, duration.high]).toEqual([10, Math.max(9, term) + 1]);
    });

    it('are those of a case where work surely misses a term or the duration around it: it goes on', async () => {
        const both = async (rest: string) => {
            const of = await proofs(`aanpak {\nstap A { duur 1 tot 7 dagen }\n${rest}\neinde Klaar\n}`);
            const { duration } = simulate(of.space.machine, { facts: {}, at: [] }, {});
            return [computed(of, true)['Klaar'], [duration.low, duration.high]];
        };
        const long = [
            [31, 47],
            [31, 47],
        ];
        expect(await both('stap B { duur 30 tot 40 dagen termijn 4 weken }')).toEqual(long);
        expect(await both('fase F {\nduur hoogstens 4 weken\nstap B { duur 30 tot 40 dagen }\n}')).toEqual(long);
        const late = '\nstap C { duur precies 7 dagen termijn 4 weken na A }';
        expect(await both(`stap B { duur 23 tot 33 dagen }${late}`)).toEqual(long);
    });

    it('have no greatest where people may break in for as long as they like', async () => {
        const text = (rest: string) => `aanpak {
            altijd als "rust": Rust, hervat daarna
            stap A { duur precies 1 week }
            stap Rust { ${rest} }
            einde Klaar
        }`;
        const computedOf = async (rest: string) => computed(await proofs(text(rest)), true)['Klaar'];
        expect(await computedOf('duur precies 1 dag')).toEqual([7, Number.POSITIVE_INFINITY]);
        expect(await computedOf('')).toEqual([7, 7]);
    });

    it('take a term that runs out as the time at which it does', async () => {
        const of = await proofs(`
            aanpak {
                stap A { duur precies 2 dagen }
                stap B { duur 1 tot 9 dagen termijn 5 dagen na A anders: Op daarna: Klaar }
                escalatie Op { vanuit B binnen 1 dag duur precies 1 dag daarna: Mislukt }
                einde Klaar
                einde Mislukt
            }`);
        expect(computed(of, true)).toMatchObject({ Klaar: [3, 7] });
        expect(computed(of, true)['Mislukt']?.[1]).toBe(9);
    });

    it('count a term that is over before its work begins from when a case comes there', async () => {
        const of = await proofs(`
            aanpak {
                stap A { duur 7 tot 12 dagen }
                stap B { duur 3 tot 8 dagen termijn 6 dagen na begin van A anders: Op daarna: Klaar }
                stap Op { duur precies 2 dagen daarna: Weg }
                einde Klaar
                einde Weg
            }`);
        expect(computed(of, true)['Weg']).toEqual([9, 14]);
    });
});
