import { expect, test } from 'vitest';
import { playInBpmnEngine } from '../../engines/bpmn-engine.js';
import {
    difference,
    entangledProcesses,
    examples,
    randomProcesses,
    statedLoss,
    structuredProcesses,
    structures,
    type Corpus,
} from '../../engines/corpus.js';
import { generatorById } from '../../../language/generate/registry.js';
import { caseFrom } from '../generate/support.js';
import { seedOr } from '../../random.js';

/** The cases that go another way, but for those of which the loss report says why. */
async function differences(corpus: Corpus): Promise<string[]> {
    const played = await playInBpmnEngine(
        corpus.sourcesOf('bpmn'),
        corpus.cases.map((c) => c.case),
    );
    return corpus.cases.flatMap((one, i) => {
        const found = difference(one, played[i]);
        return found === undefined || statedLoss(one, 'bpmn', found) !== undefined
            ? []
            : [`${one.case.process}, ${one.case.name}: ${found.said}`];
    });
}

test('every scenario of every example goes the same way in bpmn-engine as in the simulator', async () => {
    const corpus = await examples();
    expect(corpus.cases.length).toBeGreaterThanOrEqual(25);
    expect(corpus.cases.filter((c) => c.ends === undefined)).toEqual([]);
    expect(await differences(corpus)).toEqual([]);
});

test('fifty random processes go the same way in bpmn-engine as in the simulator', async () => {
    const corpus = await randomProcesses(50, seedOr(20260501));
    expect(new Set(corpus.cases.map((c) => c.case.process)).size).toBe(50);
    expect(corpus.cases.length).toBeGreaterThan(100);
    expect(await differences(corpus)).toEqual([]);
});

test('where ways cross parallel parts, bpmn-engine goes the same way but where work is open twice at once, or a whole is begun anew', async () => {
    const corpus = await entangledProcesses(20, seedOr(20260901));
    expect(new Set(corpus.cases.map((c) => c.case.process)).size).toBe(20);
    expect(corpus.cases.filter((c) => !c.met.has('opens twice')).length).toBeGreaterThan(30);
    expect(await differences(corpus)).toEqual([]);
});

test('protocols of every structure go the same way in bpmn-engine as in the simulator', async () => {
    const corpus = await structures();
    expect(corpus.cases.length).toBeGreaterThanOrEqual(120);
    expect(await differences(corpus)).toEqual([]);
});

test('random processes with structures go the same way in bpmn-engine as in the simulator', async () => {
    const corpus = await structuredProcesses(20, seedOr(20260701));
    expect(corpus.cases.length).toBeGreaterThan(80);
    expect(await differences(corpus)).toEqual([]);
});

test('the loss report excuses no case that goes another way before it meets what the report says', async () => {
    const corpus = await entangledProcesses(20, seedOr(20260901));
    const met = corpus.cases.flatMap((one) => {
        const at = one.met.get('opens twice') ?? 0;
        return at > 0 ? [{ one, at }] : [];
    });
    const excused = (before: number) =>
        met.filter(({ one, at }) => statedLoss(one, 'bpmn', { said: 'elsewhere', at: at - before }) !== undefined);
    expect(excused(0).length).toBeGreaterThan(5);
    expect(excused(1)).toEqual([]);
});

test('a case of which nobody said what decides on its way waits, and goes on once that is said', async () => {
    const text = `interventie Proef { rol W  gegeven veilig: ja/nee  aanpak {
        stap Kijken { door W  bepaalt veilig  daarna { als niet veilig: Melden  als veilig: Sluiten } }
        stap Melden { door W  daarna: Klaar }
        stap Sluiten { door W  daarna: Klaar }
        einde Klaar
    } }`;
    const { protocol, options } = await caseFrom(text);
    const [file] = generatorById('bpmn')?.generate(protocol, options).files ?? [];
    const [played] = await playInBpmnEngine(new Map([['Proef', String(file?.content)]]), [
        {
            process: 'Proef',
            name: 'leeg veld',
            variables: { veilig: null },
            steps: [
                { complete: 'Kijken' },
                { open: ['Kijken_wacht_verder'] },
                { complete: 'Kijken_wacht_verder' },
                { open: ['Kijken_wacht_verder'] },
                { complete: 'Kijken_wacht_verder', variables: { veilig: false } },
                { complete: 'Melden' },
            ],
        },
    ]);
    expect(played).toMatchObject({ error: null, ended: true });
});

test('what resumes after goes on beside other work, and is still done where that ends', async () => {
    const text = `interventie Proef { rol W  aanpak {
        stap A { door W  daarna: Klaar }
        stap Pauze { door W }
        einde Klaar
        altijd als "even pauze": Pauze, hervat daarna
    } }`;
    const { protocol, options } = await caseFrom(text);
    const [file] = generatorById('bpmn')?.generate(protocol, options).files ?? [];
    const content = String(file?.content);
    const message = /<bpmn:message id="[^"]*" name="([^"]*)"/.exec(content)?.[1] ?? '';
    const steps = [{ message }, { open: ['A', 'Pauze'] }, { complete: 'A' }, { open: ['Pauze'] }];
    const [open, done] = await playInBpmnEngine(new Map([['Proef', content]]), [
        { process: 'Proef', name: 'nog open', variables: {}, steps },
        { process: 'Proef', name: 'klaar', variables: {}, steps: [...steps, { complete: 'Pauze' }] },
    ]);
    expect(open).toMatchObject({ error: null, ended: false });
    expect(done).toMatchObject({ error: null, ended: true });
});
