import { describe, expect, test } from 'vitest';
import { machineOf } from '../../language/execution/machine.js';
import { timedWork } from '../../language/execution/timed-work.js';
import { simulate } from '../../language/simulate/simulate.js';
import { casesOf } from './generate/support.js';
import { generatorById } from '../../language/generate/registry.js';
import { check } from './rule-tester.js';
import { protocol, syntaxErrors } from './support/language.js';

/** @param term what step C says of its time */
const text = (term: string, handover = 'bevestiging door H binnen 1 week') => `interventie X "X" {
    rol W rol H rol C is cliënt
    aanpak {
        stap A { door W  duur precies 1 week }
        stap B { door H  duur precies 2 weken }
        stap C1 { door H  ${term}  duur precies 1 dag }
        einde E
    }
    overdracht Rondetafel "De rondetafel" van W naar H { vanuit A  ${handover} }
}`;

describe('what counts from a handover', () => {
    test.each(['begint 3 maanden na Rondetafel', 'termijn 6 weken na Rondetafel'])('`%s` can be said', async (line) => {
        expect(await syntaxErrors(text(line))).toEqual([]);
        const found = await check(text(line));
        expect(
            found.filter((f) => f.severity === 'error' && !f.code.startsWith('doel')).map((f) => f.message.nl),
        ).toEqual([]);
        const { process, handovers } = await protocol(text(line));
        const node = process?.nodes.find((n) => n.name === 'C1');
        const [said] =
            node && 'deadlines' in node ? [...('startsAfter' in node ? node.startsAfter : []), ...node.deadlines] : [];
        expect(said?.after).toMatchObject({ type: 'handover', handover: { name: handovers[0]?.name } });
    });

    test('`begin van` is of a step, and not of a handover', async () => {
        const found = await check(text('begint 3 weken na begin van Rondetafel'));
        expect(found.find((f) => f.code === 'meta/verwijzing')?.message.nl).toContain('`Rondetafel` is een overdracht');
    });

    test.each([
        ['4 weken', 'termijn 1 week', 7 + 28 + 1, 7 + 7 + 28 + 1],
        ['1 week', 'bevestiging door H binnen 1 week', 7 + 14 + 1, 7 + 7 + 14 + 1],
        // how long it takes is not said
        ['4 weken', '', 7 + 28 + 1, Infinity],
    ])('work that begins %s after it waits from when it is over', async (wait, handover, low, high) => {
        const machine = machineOf(await protocol(text(`begint ${wait} na Rondetafel`, handover)));
        const run = machine && simulate(machine, { facts: {}, at: [] });
        expect([run?.end, run?.duration.low, run?.duration.high]).toEqual(['E', low, high]);
    });

    test('a term that counts from it is overrun when it is', async () => {
        const machine = machineOf(await protocol(text('termijn 1 week na Rondetafel', '')));
        const run = machine && simulate(machine, { facts: {}, at: [] });
        expect(run?.overrun.map((e) => e.message.nl)).toEqual(['C1 is later klaar dan de termijn toelaat (1 week).']);
        const found = await check(text('termijn 1 week na Rondetafel', ''));
        expect(found.find((f) => f.code === 'tijd/onhaalbaar')?.message.nl).toMatch(/`termijn 3 weken na Rondetafel`/);
    });

    test('a term that counts from a handover that comes later never counts', async () => {
        const late = text('').replace('duur precies 1 week', 'duur precies 1 week  termijn 2 weken na Rondetafel');
        const found = await check(late);
        const [finding, ...others] = found.filter((f) => f.code === 'tijd/onhaalbaar');
        expect(others).toEqual([]);
        expect(finding?.message.nl).toMatch(
            /^De termijn “2 weken” van `A` begint nooit te tellen: het einde van `Rondetafel`/,
        );
    });

    test('it is read once, and kept by each handover of that name', async () => {
        const machine = machineOf(await protocol(text('begint 4 weken na Rondetafel')));
        expect(machine && timedWork(machine).stations.flatMap((s) => s.starts.map((t) => t.from))).toEqual([
            { type: 'handover', name: 'Rondetafel' },
        ]);
    });

    test.each(['markdown', 'html', 'bpmn', 'svg', 'operaton'])('%s says its title', async (id) => {
        const [one] = await casesOf(text('begint 4 weken na Rondetafel'));
        const output = one && generatorById(id)?.generate(one.protocol, one.options);
        const made =
            output?.files
                .map((f) => f.content)
                .join('\n')
                .replaceAll(/<[^>]*>/g, '') ?? '';
        expect(made.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')).toMatch(/4 weken\s+na\s+De\s+rondetafel/);
    });

    test.each([
        ['bpmn', 'now() + duration("P28D")'],
        ['operaton', "execution.setVariable('C1_begint', dateTime().plusDays(28).toDate())"],
        ['xstate', '"van": "Rondetafel"'],
    ])('%s notes when it is confirmed', async (id, noted) => {
        const [one] = await casesOf(text('begint 4 weken na Rondetafel'));
        const output = one && generatorById(id)?.generate(one.protocol, one.options);
        const made = output?.files
            .map((f) => f.content)
            .join('\n')
            .replaceAll('&#34;', '"')
            .replaceAll('&#39;', "'");
        expect(made?.replaceAll('&quot;', '"').replaceAll('&apos;', "'")).toContain(noted);
        expect(output?.losses.filter((l) => l.reason.nl.includes('De rondetafel'))).toEqual([]);
    });
});
