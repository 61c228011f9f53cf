import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../language/execution/case.js';
import { machineOf } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';

async function run(aanpak: string, at: readonly CaseEvent[] = []) {
    const machine = machineOf(await protocol(`interventie P {\nrol W\naanpak {\n${aanpak}\neinde Klaar\n}\n}`));
    if (!machine) {
        throw new Error('There is always an aanpak.');
    }
    const { path, log } = simulate(machine, { facts: {}, at });
    return { path, told: log.map((e) => e.message.nl) };
}

const REST = `stap Q { duur precies 0 dagen daarna: Klaar }
    stap X { duur precies 0 dagen daarna: Klaar }`;

test.each(['precies 1 dag', '0 tot 7 dagen'])(
    'a term is compared from the begin that it shares: after %s',
    async (begin) => {
        const { path } = await run(`stap A { duur ${begin} }
        stap B { duur precies 1 week herhaal precies 2 keer termijn 2 weken anders: X }
        ${REST}`);
        expect(path).toEqual(['A', 'B', 'B', 'X']);
    },
);

test('work that may be done on the day of its term is done', async () => {
    const { path } = await run(`stap A { duur 0 tot 7 dagen }
        stap B { duur precies 1 week herhaal precies 1 keer termijn 2 weken anders: X }
        ${REST}`);
    expect(path).toEqual(['A', 'B', 'B', 'Q']);
});

test('a term may run out where the work may last so long', async () => {
    const { path } = await run(`stap C { duur 1 tot 4 weken termijn 3 weken anders: X }\n${REST}`, [
        { step: 'C', expires: true },
    ]);
    expect(path).toEqual(['X']);
});

test('work that is escalated away from is not told to be late', async () => {
    const { told } = await run(
        `stap B { duur precies 3 weken termijn 2 weken anders: X }
        ${REST}
        escalatie Es door W naar W { vanuit B als "vast" duur precies 0 dagen daarna: B hoogstens 1 keer }`,
        [{ step: 'B', chooses: ['Es'] }],
    );
    expect(told.filter((t) => t.includes('later klaar'))).toEqual([]);
});
