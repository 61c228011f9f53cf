import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interruptionBy } from '../../../language/execution/after.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import type { Move } from '../../../language/execution/moves.js';
import { spaceOf, type Edge, type Space } from '../../../language/analysis/space.js';
import { branchesOf, branchInWords, coverageOf } from '../../../language/simulate/coverage.js';
import { proposalsFor } from '../../../language/simulate/propose.js';
import { runScenario } from '../../../language/simulate/run-scenario.js';
import { scenarioText } from '../../../language/simulate/scenario-text.js';
import type { Arrow } from '../../../language/model/process.js';
import { randomProcess } from '../analysis/random-process.js';
import { model, protocol } from '../support/language.js';

/** The edges of a space on a course to an end, or to where the text says no more. */
function onTheWayToAnEnd({ states, out }: Space): Edge[] {
    const into: Edge[][] = states.map(() => []);
    out.flat().forEach((edge) => into[edge.to]?.push(edge));
    const found = new Set(states.flatMap((s, i) => (s.end === undefined ? [] : [i])));
    for (const state of found) {
        into[state]?.forEach((edge) => found.add(edge.from));
    }
    return out.flat().filter((edge) => found.has(edge.to));
}

function isTakenBy(machine: Machine, { states }: Space, arrow: Arrow, { from, move }: Edge): boolean {
    const before = states[from];
    switch (arrow.kind) {
        case 'repeat':
            return move.kind === 'again' && machine.stations[move.token.at]?.node.name === arrow.from;
        case 'interrupt': {
            const breach = before && interruptionBy(machine, before, move);
            return breach !== undefined && machine.breaches[breach]?.interrupt.at === arrow.at;
        }
        default:
            return 'way' in move && move.way.arrow === arrow;
    }
}

function isConfirmedBy(move: Move, handover: string): boolean {
    return (
        'way' in move && move.way.arrow.kind !== 'fallback' && move.way.handovers.some(({ name }) => name === handover)
    );
}

/** What the proposed scenarios of an interventie leave out although some course comes there, and what of them fails. */
async function gaps(text: string): Promise<string[]> {
    const one = await protocol(text);
    const machine = machineOf(one);
    const found = machine && proposalsFor(one, []);
    if (!machine || !found) {
        return ['nothing can be proposed'];
    }
    if (!found.complete) {
        // there is more than is looked at, which the proposals say
        return [];
    }
    const written = found.proposals.map((p, i) => scenarioText(one, `S${String(i)}`, 'Voorgesteld.', p));
    const { scenarios } = await model([text, ...written].join('\n'));
    const results = scenarios.map((s) => runScenario(machine, s));
    const coverage = coverageOf(
        machine,
        results.map((r) => r.run),
    );
    const space = spaceOf(machine);
    const edges = onTheWayToAnEnd(space);
    const branches = branchesOf(machine).filter((a) => edges.some((e) => isTakenBy(machine, space, a, e)));
    const missing = new Set(coverage.branches.missing.map((m) => m.nl));
    const nodes = machine.stations.filter(({ node, index }) =>
        node.kind === 'end'
            ? edges.some((e) => space.states[e.to]?.end === index)
            : edges.some(({ move }) => move.kind === 'finish' && move.token.at === index),
    );
    const undone = new Set(coverage.handovers.missing.map((m) => m.nl));
    const confirmed = one.handovers.filter(({ name }) => edges.some(({ move }) => isConfirmedBy(move, name)));
    const done = new Set([...coverage.steps.missing, ...coverage.ends.missing].map((m) => m.nl));
    return [
        ...(scenarios.length === written.length ? [] : ['the scenarios cannot be read']),
        ...results.flatMap((r) => r.failures.map((f) => `${f.expected.nl}: ${f.actual.nl}`)),
        ...results.flatMap((r) => r.run.unused.map((u) => `unused: ${u.step}`)),
        ...branches.map((b) => branchInWords(one, b).nl).filter((b) => missing.has(b)),
        ...nodes.map((s) => s.node.name).filter((n) => done.has(n)),
        ...confirmed.map((h) => h.name).filter((n) => undone.has(n)),
    ];
}

/** A text that says nothing of how long things take, so that every course is possible. */
function withoutTime(text: string): string {
    return text
        .replace(/^(duur|termijn|begint) .*$/gm, '')
        .replace(/duur precies 1 dag/g, '')
        .replace(/binnen \d+ dagen/g, '');
}

const TRICKY: Readonly<Record<string, string>> = {
    'parallel work with a term, an escalation and a way out': `
        gelijktijdig G {
            stap A { door R  termijn 2 weken anders: F }
            stap B { door R  bepaalt a  daarna { als a: F } }
            fase P { duur 3 weken  stap C { door R }  stap D { door S } }
        }
        stap Z { door S  daarna: E }
        escalatie X door R { vanuit A, D  als "vast"  daarna { als "opgelost": A hoogstens 2 keer  anders: F } }`,
    'bounded repetition until a fact, until a text and of a group': `
        stap A { bepaalt a  herhaal hoogstens 2 keer tot a  daarna { als a: B  anders: F } }
        stap B { herhaal hoogstens 3 keer tot "het lukt" }
        gelijktijdig G { herhaal hoogstens 1 keer  stap C  stap D { bepaalt b } }
        fase P { herhaal tot b  stap Q { bepaalt b } }
        stap Z { daarna { als b: E  anders: A hoogstens 1 keer } }`,
    'interruptions by facts and by people, one that goes on and one that ends': `
        stap A { bepaalt a }
        gelijktijdig G { stap B { bepaalt b }  stap C }
        naar keuze K { stap H  stap I { termijn 1 week anders: F } }
        stap Z { daarna: E }
        altijd als a en b: Y, hervat daarna
        altijd als "er is gevaar": X
        altijd als "even rust": W, hervat daarna
        stap W
        stap X { bepaalt a  daarna { als a: F  anders: E } }
        stap Y { herhaal hoogstens 1 keer }`,
    'a way back that a person chooses, beside a repetition': `
        stap A { herhaal hoogstens 2 keer  daarna { als "nog eens": A hoogstens 1 keer  als "weg": F  anders: B } }
        een van K { stap C { daarna: A }  stap D }
        stap B { termijn 1 week anders: A  daarna: K }
        stap Z { daarna: E }`,
    'nothing chosen the second time': `
        stap A
        naar keuze K { stap B  stap C }
        stap D { bepaalt a  daarna { als a: A hoogstens 1 keer  anders: E } }`,
    'what is open': `
        stap A { bepaalt a, n  daarna { als onbekend: B  als a: onbekend  als n minstens 3: Z  anders: F } }
        stap B { daarna { als "ja": onbekend  anders: Z } }
        stap Z { daarna onbekend }`,
    'a bound that is not known, and an escalation to where it leads when it is reached': `
        stap A { bepaalt a  herhaal hoogstens onbekend keer tot a  daarna { als a: B  anders: X } }
        stap B { bepaalt b  daarna { als b: E  als niet b: A hoogstens onbekend keer  anders: X } }
        escalatie X door R { vanuit A, B  als "vast"  daarna: F }`,
    'access by facts and by a text': `
        toegang als n minstens 3 en niet a
        toegang als "het gezin mijdt hulp"
        stap A { daarna { als n meer dan 5: F  anders: E } }`,
};
const AROUND = `rol R
    rol S
    gegeven a: ja/nee
    gegeven b: ja/nee
    gegeven n: aantal`;
const HANDOVERS = `
    overdracht H van R naar S { vanuit A, C, G, P  pas als "iedereen kan"  bij uitblijven: A hoogstens 1 keer }
    overdracht T van S naar R { vanuit Z  bij uitblijven: A hoogstens 1 keer }`;

test.each(Object.entries(TRICKY))(
    'the proposed scenarios pass, and cover all that there is to cover: %s',
    async (_, text) => {
        const of = (handovers: string) =>
            `interventie V {\n${AROUND}\naanpak {${text}\neinde E\neinde F\n}${handovers}\n}`;
        expect(await gaps(of(''))).toEqual([]);
        expect(await gaps(of(HANDOVERS))).toEqual([]);
    },
);

test('the proposed scenarios confirm each handover, also where what comes next is covered already', async () => {
    const text = `interventie V {
        ${AROUND}
        aanpak {
            stap In { bepaalt a  daarna { als a: L  anders: M } }
            stap L { door R  daarna: Ov }
            stap M { door R  daarna: Ov }
            stap Ov { door S  daarna: E }
            einde E
            einde F
        }
        overdracht Een van R naar S { vanuit L  bevestiging door S binnen 5 dagen  bij uitblijven: F }
        overdracht Twee van R naar S { vanuit M  bevestiging door S binnen 5 dagen  bij uitblijven: F }
    }`;
    expect(await gaps(text)).toEqual([]);
});

test('the proposed scenarios of a random process pass, and cover all that a course can come to', async () => {
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            expect(await gaps(withoutTime(text))).toEqual([]);
            // in time not every course is possible; what is proposed is
            expect((await gaps(text)).filter((gap) => gap.includes(': '))).toEqual([]);
        }),
        { numRuns: 60, seed: 20260302, endOnFailure: true },
    );
});
