import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { randomProcess } from '../analysis/random-process.js';
import { exampleCases } from '../generate/support.js';
import { protocol } from '../support/language.js';
import { PROTOCOLS } from '../support/protocols.js';
import { faultsIn } from './well-formed.js';

const examples = (await exampleCases()).map((c) => c.protocol);

test('the graph of each example is well formed', () => {
    const graphs = examples.flatMap((p) => buildGraph(p) ?? []);
    expect(graphs.map((g) => g.id).sort()).toEqual([
        'BemoeizorgWestBrabant',
        'Gezinspad',
        'GezinspadBreda',
        'GezinspadVerder',
        'VoorZorg',
    ]);
    expect(graphs.flatMap((g) => faultsIn(g).map((f) => `${g.id}: ${f}`))).toEqual([]);
});

test.each(Object.entries(PROTOCOLS))('the graph of %s is well formed', async (_, text) => {
    const graph = buildGraph(await protocol(text));
    expect(graph && faultsIn(graph)).toEqual([]);
});

test('the graph of random processes is well formed, and the same each time', async () => {
    let built = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const one = await protocol(text);
            const graph = buildGraph(one);
            if (graph) {
                built++;
                expect(faultsIn(graph)).toEqual([]);
                expect(buildGraph(one)).toEqual(graph);
            }
        }),
        { numRuns: 100, seed: 20260401 },
    );
    expect(built).toBeGreaterThan(90);
});

test('a process of thousands of steps in a row, with an end, is a graph', async () => {
    const steps = Array.from({ length: 2000 }, (_, i) => `stap S${String(i)} { door R }`);
    const graph = buildGraph(
        await protocol(`interventie P { rol R aanpak { ${steps.join(' ')} einde E { geslaagd } } }`),
    );
    expect(graph?.flows).toHaveLength(2001);
    expect(graph?.flows.at(-1)).toMatchObject({ from: 'S1999', to: 'E' });
});

test('a way back whose bound is not known is labelled with it, and told as a loss', async () => {
    const text = (bound: string) => `interventie P {
gegeven k: ja/nee
aanpak {
stap A { bepaalt k }
stap B { daarna { als k: A ${bound}  anders: Klaar } }
einde Klaar
}
}`;
    const losses = async (bound: string) =>
        buildGraph(await protocol(text(bound)))?.losses.filter((l) => l.reason.nl.includes('hoogstens')) ?? [];
    for (const word of ['onbekend', 'plaatselijk']) {
        const found = await losses(`hoogstens ${word} keer`);
        expect(found.map((l) => [l.element, l.reason.nl.split(';')[0]])).toEqual([
            ['B', 'hoe vaak de weg naar A hoogstens mag, is open'],
        ]);
        const graph = buildGraph(await protocol(text(`hoogstens ${word} keer`)));
        expect(graph?.flows.map((f) => f.label)).toContain(`als k, hoogstens ${word} keer`);
    }
    expect(await losses('hoogstens 2 keer')).toEqual([]);
});

test('a handover that is not confirmed goes by its bound, and then by what stands behind anders', async () => {
    const text = (then: string) => `interventie P { rol A rol B
        aanpak { stap Een { door A } stap Twee { door B daarna: Klaar } stap Bellen { door A } stap Hulp { door A } einde Klaar }
        overdracht O van A naar B { vanuit Een bevestiging door B binnen 5 dagen bij uitblijven: Bellen hoogstens 1 keer${then} } }`;
    const ways = async (then: string) => {
        const graph = buildGraph(await protocol(text(then)));
        return graph?.flows.filter((f) => f.from === 'O_terug').map((f) => `${f.label} → ${f.to}`);
    };
    expect(await ways(', anders: Hulp')).toEqual(['hoogstens 1 keer → Een_telt_Bellen', 'anders → Hulp_samenkomst']);
    expect(await ways('')).toEqual(['hoogstens 1 keer → Een_telt_Bellen', 'anders → O_bevestigen_samenkomst']);
});

test.each([
    ['gesprekken 2 met A, B', 'gesprek 2', true],
    ['gesprekken 1 met A, B', 'gesprek 1', true],
    ['gesprekken 2 met A, B', 'gesprek 1', false],
    ['gesprekken onbekend met A, B', 'gesprek 2', false],
])('a confirmation after the last meeting has a clock: %s, na %s', async (meetings, since, isCounted) => {
    const graph = buildGraph(
        await protocol(`interventie P { rol A rol B
            aanpak { stap Een { door A } stap Twee { door B daarna: Klaar } stap Bellen { door A } einde Klaar }
            overdracht O van A naar B { vanuit Een ${meetings}
                bevestiging door B binnen 5 werkdagen na ${since} bij uitblijven: Bellen } }`),
    );
    expect(graph?.nodes.some((n) => n.kind === 'boundary' && n.on === 'O_bevestigen')).toBe(isCounted);
    const isLost = graph?.losses.some((l) => l.reason.nl.includes(`5 werkdagen na ${since} is geen uiterste datum`));
    expect(isLost).toBe(!isCounted);
});

test('what people decide on at the door is asked at the start, and refuses who is said not to fit', async () => {
    const text = `interventie P { gegeven g: ja/nee rol R
        aanpak { toegang als "het gezin wil het" toegang als g of "de huisarts vraagt het" toegang plaatselijk stap A { door R } } }`;
    const graph = buildGraph(await protocol(text));
    const start = graph?.nodes.find((n) => n.kind === 'start');
    expect(start?.kind === 'start' && start.fills).toEqual(['g', 'toegang_1', 'toegang_2']);
    expect(graph?.variables.find((v) => v.name === 'toegang_1')?.label).toBe('toegang als “het gezin wil het”');
    const admitted = graph?.flows.find((f) => f.from === 'toegang' && f.when);
    expect(admitted?.label).toBe('toegang als “het gezin wil het” en (g of “de huisarts vraagt het”)');
    const refuses = (variable: string) => ({ type: 'not', operand: { type: 'chosen', variable, value: false } });
    expect(admitted?.when).toMatchObject({
        type: 'and',
        operands: [refuses('toegang_1'), { type: 'or', operands: [{ type: 'condition' }, refuses('toegang_2')] }],
    });
    expect(graph?.losses.map((l) => l.reason.nl)).toContain(
        'toegang plaatselijk: daarop weigert een werkstroom niemand',
    );
});

test('times that are not known are losses, and of those that are decided locally the standard counts', async () => {
    const text = `interventie P { rol R rol S aanpak {
        stap A { door R duur plaatselijk herhaal hoogstens onbekend keer }
        stap B { door R duur plaatselijk standaard 2 weken termijn plaatselijk standaard 3 weken anders: D }
        stap C { door R termijn onbekend omdat "de bron zwijgt" }
        stap D { door S }
        einde E }
        overdracht O van R naar S { vanuit C bevestiging door S binnen onbekend bij uitblijven: A } }`;
    const graph = buildGraph(await protocol(text));
    expect(graph?.losses.map((l) => `${l.element}: ${l.reason.nl}`)).toEqual(
        expect.arrayContaining([
            'A: duur plaatselijk: daarvan houdt een werkstroom geen tijd bij',
            'A: hoe vaak dit hoogstens nog een keer gebeurt, is open: wie het doet, zegt of het nog een keer moet',
            'B: duur plaatselijk, standaard 2 weken: een werkstroom rekent met de standaard',
            'B: termijn plaatselijk, standaard 3 weken: een werkstroom rekent met de standaard',
            'C: termijn onbekend (de bron zwijgt): daarvan houdt een werkstroom geen tijd bij',
            'O: bevestiging binnen onbekend: daarvan houdt een werkstroom geen tijd bij',
        ]),
    );
    const due = (id: string) => graph?.nodes.find((n) => n.id === id);
    expect(due('B')).toMatchObject({ due: { text: '2 weken' } });
    expect(graph?.nodes.find((n) => n.kind === 'boundary' && n.on === 'B')).toMatchObject({
        trigger: { kind: 'timer', quantity: { text: '3 weken' } },
    });
});

test('a fact keeps its own variable where a question would be called like it', async () => {
    const text = `interventie P { gegeven A_verder: ja/nee "G" rol R
        aanpak { stap A { door R bepaalt A_verder daarna { als A_verder of "het kan": B anders: C } } stap B { door R daarna: E } stap C { door R } einde E } }`;
    const graph = buildGraph(await protocol(text));
    const task = graph?.nodes.find((n) => n.id === 'A');
    expect(task?.kind === 'task' && task.fills).toEqual(['A_verder', 'A_verder_2']);
    expect(graph?.variables.map((v) => [v.kind, v.name])).toEqual([
        ['fact', 'A_verder'],
        ['decision', 'A_verder_2'],
    ]);
});
