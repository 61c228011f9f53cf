import { describe, expect, test } from 'vitest';
import { soundnessOf } from '../../../language/analysis/soundness.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { after } from '../../../language/execution/after.js';
import { begin } from '../../../language/execution/begin.js';
import { movesIn } from '../../../language/execution/moves.js';
import type { State } from '../../../language/execution/state.js';
import { protocol } from '../support/language.js';

async function machine(text: string): Promise<Machine> {
    return machineOf(await protocol(text)) ?? fail();
}

function fail(): never {
    throw new Error('There is always an aanpak.');
}

const start = (m: Machine, facts: Readonly<Record<string, boolean>> = {}): State =>
    begin(
        m,
        m.facts.map((f) => facts[f.name]),
    );
const names = (m: Machine, { tokens }: State) => tokens.map((t) => `${m.stations[t.at]?.node.name ?? ''} ${t.stage}`);

test('what comes next is decided when work is done, not when something else becomes known later', async () => {
    const m = await machine(`
        interventie X {
          gegeven b: ja/nee
          aanpak {
            gelijktijdig G {
              stap A { daarna { als b: A2  anders: A3 } }
              stap A2 { daarna: E }
              stap A3 { daarna: E }
              stap B { bepaalt b }
            }
            einde E
          }
        }`);
    const first = start(m);
    const doneA = movesIn(m, first).find((x) => x.kind === 'finish' && m.stations[x.token.at]?.node.name === 'A');
    const moves = movesIn(m, after(m, first, doneA ?? fail()));
    expect(moves.map((x) => (x.kind === 'leave' ? x.way.arrow.to : x.kind))).toEqual(['A3']);
});

test('what interrupts may hold from the beginning', async () => {
    const m = await machine(`
        interventie X {
          gegeven gevaar: ja/nee
          aanpak {
            toegang als gevaar is bekend
            stap A
            altijd als gevaar: Veilig
            stap Veilig { daarna: E }
            einde E
          }
        }`);
    expect(names(m, start(m, { gevaar: true }))).toEqual(['Veilig busy']);
    expect(names(m, start(m, { gevaar: false }))).toEqual(['A busy']);
});

test('repetition without a bound is not counted, so that there are no more states than matter', async () => {
    const m = await machine(`
        interventie X {
          aanpak {
            stap A { herhaal tot "genoeg" }
            gelijktijdig G { herhaal minstens 2 keer  stap B }
            einde E
          }
        }`);
    const space = spaceOf(m, { limit: 1000 });
    expect(space.complete).toBe(true);
    expect(soundnessOf(space)).toMatchObject({ stuck: [], endless: [], unreached: [] });
});

test('no machine is made of a process in which two nodes have one name: one could be its own parent', async () => {
    const text = 'interventie X {\naanpak {\ngelijktijdig A {\nstap A { daarna: A }\n}\n}\n}';
    expect(machineOf(await protocol(text))).toBeUndefined();
});

describe('a group that is repeated is entered anew without the rounds of before', () => {
    const rest = 'gegeven a: ja/nee\nrol R';
    const step = (m: Machine, state: State, kind: string, name: string) =>
        after(
            m,
            state,
            movesIn(m, state).find(
                (x) =>
                    x.kind === kind &&
                    m.stations['token' in x ? x.token.at : 'station' in x ? x.station : -1]?.node.name === name,
            ) ?? fail(),
        );
    const again = (m: Machine, state: State) => step(m, step(m, state, 'finish', 'B'), 'again', 'G');
    const rounds = (m: Machine, { used }: State) => m.repeated.map((s) => used[s.rounds ?? -1]);

    test.each([
        ['by a term', 'fase G { termijn 2 weken anders: X  herhaal hoogstens 2 keer  stap B }', 'expire', 'G'],
        ['by a term in it', 'fase G { herhaal hoogstens 2 keer  stap B { termijn 2 weken anders: X } }', 'expire', 'B'],
        [
            'by an escalation',
            'fase G { herhaal hoogstens 2 keer  stap B }\nescalatie X door R { vanuit B  als "vast"  daarna: G }',
            'escalate',
            'B',
        ],
    ])('left %s', async (_, group, kind, at) => {
        const x = group.includes('escalatie') ? '' : 'stap X { daarna: G }';
        const m = await machine(
            `interventie X1 {\n${rest}\naanpak {\nstap A\n${group}\nstap C { daarna: E }\n${x}\neinde E\n}\n}`,
        );
        const twice = again(m, again(m, step(m, step(m, start(m), 'finish', 'A'), 'leave', 'A')));
        expect(rounds(m, twice)).toEqual([2]);
        const left = step(m, twice, kind, at);
        expect(rounds(m, left)).toEqual([0]);
        const anew = step(m, step(m, left, 'finish', 'X'), 'leave', 'X');
        expect(rounds(m, again(m, again(m, anew)))).toEqual([2]);
        expect(movesIn(m, step(m, anew, 'finish', 'B')).map((x2) => x2.kind)).toContain('again');
    });

    test('left by a term that leads back to it', async () => {
        const m = await machine(`interventie X { aanpak {
            fase G { termijn 2 weken anders: G hoogstens 1 keer  herhaal hoogstens 2 keer  stap B }
            einde E
        } }`);
        expect(rounds(m, step(m, again(m, start(m)), 'expire', 'G'))).toEqual([0]);
    });

    test('but not left by a way from one part to the next', async () => {
        const m = await machine(
            'interventie X { aanpak { fase G { herhaal hoogstens 1 keer  stap A  stap B }  einde E } }',
        );
        const begun = step(m, step(m, start(m), 'finish', 'A'), 'leave', 'A');
        const second = again(m, begun);
        const last = step(m, step(m, second, 'finish', 'A'), 'leave', 'A');
        expect(rounds(m, last)).toEqual([1]);
        expect(movesIn(m, step(m, last, 'finish', 'B')).map((x) => x.kind)).toEqual(['enough']);
    });

    test('but not while an interruption puts it off', async () => {
        const m = await machine(`interventie X { aanpak {
            fase G { herhaal hoogstens 2 keer  stap B }
            altijd als "rust": Y, hervat daarna
            stap Y
            einde E
        } }`);
        const before = again(m, start(m));
        const off = after(m, before, movesIn(m, before).find((x) => x.kind === 'interrupt') ?? fail());
        expect(rounds(m, step(m, off, 'finish', 'Y'))).toEqual([1]);
    });
});

describe('an altijd als does not interrupt what it leads to', () => {
    const happen = (m: Machine, state: State, breach: number) =>
        after(m, state, movesIn(m, state).find((x) => x.kind === 'interrupt' && x.breach === breach) ?? fail());
    const mayHappen = (m: Machine, state: State) =>
        movesIn(m, state).flatMap((x) => (x.kind === 'interrupt' ? [x.breach] : []));

    test.each([
        'stap X',
        'gelijktijdig X { stap P stap Q }',
        'fase X { stap P stap Q }',
        'fase X { pas als a stap P { bepaalt a } }',
    ])('while it goes on, or waits for another to be over: %s', async (work) => {
        const m = await machine(`interventie I { gegeven a: ja/nee aanpak {
            stap A
            altijd als "nood": X ${work}
            altijd als "rust": Y, hervat daarna stap Y
            einde E } }`);
        const first = start(m);
        expect(mayHappen(m, first)).toEqual([0, 1]);
        const inX = happen(m, first, 0);
        expect(mayHappen(m, inX)).toEqual([1]);
        expect(mayHappen(m, happen(m, inX, 1))).toEqual([]);
    });
});

describe('work that begins after what waits for it', () => {
    test.each([
        ['the end', 'stap A\nstap B { begint 3 maanden na Klaar }'],
        ['itself', 'stap A { begint 1 week na A }'],
        ['what comes behind it', 'stap A { begint 1 week na B }\nstap B'],
        ['each other', 'stap A { begint 1 week na B }\nstap B { begint 1 week na A }'],
        ['its own part', 'stap S\nfase F { stap A { begint 1 week na F }\nstap B }\nstap C { begint 1 week na F }'],
        [
            'what comes behind both, beside each other',
            'gelijktijdig G { stap A { begint 1 week na C }\nstap B { begint 1 week na C } }\nstap C',
        ],
        [
            'each other by their ways',
            'gelijktijdig G {\nstap A { begint 1 week na D daarna: C }\nstap B { begint 1 week na C daarna: D }\nstap C { daarna: Klaar }\nstap D { daarna: Klaar } }',
        ],
    ])('does not wait for ever: %s', async (_, body) => {
        const p = await protocol(`interventie X { aanpak {\n${body}\neinde Klaar { geslaagd } } }`);
        const space = spaceOf(machineOf(p) ?? fail());
        expect(space.states.some((s) => s.end !== undefined)).toBe(true);
        expect(space.states.filter((s, i) => s.end === undefined && space.out[i]?.length === 0)).toEqual([]);
    });
});
