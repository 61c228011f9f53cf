import { readFileSync } from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { date, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { knownIn } from '../../../language/execution/enter.js';
import { machineOf, type Machine, type Station } from '../../../language/execution/machine.js';
import { isOpen, waysThatMayBeTaken } from '../../../language/execution/moves.js';
import { stateBefore } from '../../../language/execution/state.js';
import { isInformal, mayHold, mustHold, truthsOf, type FactValue } from '../../../language/execution/truth.js';
import { keyOf, rowsOf, type Asked } from '../../../language/generate/dmn/cells.js';
import { dmnGenerator } from '../../../language/generate/dmn/generator.js';
import { hostileProtocol } from './hostile.js';
import { randomProcess, seeded } from './random-process.js';
import { caseFrom, casesOf, content, exampleCases, textOf, type Case } from './support.js';

interface Table {
    readonly id: string;
    readonly name: string;
    readonly columns: readonly { readonly variable: string; readonly label: string }[];
    readonly rules: readonly { readonly tests: readonly string[]; readonly result: string }[];
}

interface Element {
    readonly $type: string;
    readonly id: string;
    readonly name: string;
    readonly label?: string;
    readonly text?: string;
    readonly [property: string]: unknown;
}

/** The tables as dmn-moddle reads them, with the labels of what they ask. */
async function read(
    xml: string,
): Promise<{ tables: Table[]; labels: Map<string, string>; types: Map<string, string> }> {
    const moddle = new DmnModdle();
    const { rootElement, warnings } = (await moddle.fromXML(xml, 'dmn:Definitions')) as unknown as {
        rootElement: { drgElement: Element[] };
        warnings: { message: string }[];
    };
    expect(warnings.map((w) => w.message)).toEqual([]);
    const inputs = rootElement.drgElement.filter((e) => e.$type === 'dmn:InputData');
    const decisions = rootElement.drgElement.filter((e) => e.$type === 'dmn:Decision');
    const textIn = (e: Element) => String((e as { text?: string }).text ?? '');
    return {
        labels: new Map(inputs.map((i) => [i.name, i.label ?? ''])),
        types: new Map(inputs.map((i) => [i.name, String((i['variable'] as Element)['typeRef'])])),
        tables: decisions.map((d) => {
            const logic = d['decisionLogic'] as { input?: Element[]; rule: Element[]; hitPolicy: string };
            expect(logic.hitPolicy).toBe('FIRST');
            return {
                id: d.id,
                name: d.name,
                columns: (logic.input ?? []).map((i) => ({
                    variable: textIn(i['inputExpression'] as Element),
                    label: i.label ?? '',
                })),
                rules: logic.rule.map((r) => ({
                    tests: ((r['inputEntry'] as Element[] | undefined) ?? []).map(textIn),
                    result: textIn((r['outputEntry'] as Element[])[0] as Element),
                })),
            };
        }),
    };
}

const XSD = new URL('../../../node_modules/dmn-moddle/resources/dmn/xsd/', import.meta.url);
const schemas = ['DMN13', 'DMNDI13', 'DC', 'DI'].map((name) => ({
    fileName: `${name}.xsd`,
    contents: readFileSync(new URL(`${name}.xsd`, XSD), 'utf8'),
}));

async function schemaErrors(xml: string): Promise<string[]> {
    const [main, ...preload] = schemas;
    const { errors } = await validateXML({
        xml: [{ fileName: 'a.dmn', contents: xml }],
        schema: main ? [main] : [],
        preload,
    });
    return errors.map((e) => e.message);
}

/** What a person may say, by what is asked. */
function valuesOf(machine: Machine, asked: Asked): readonly (FactValue | undefined)[] {
    switch (asked.kind) {
        case 'fact':
            return [...(machine.facts[machine.factIndex.get(asked.name) ?? -1]?.domain ?? []), undefined];
        case 'decision':
            return [true, false];
        case 'count':
            return Array.from({ length: (machine.bounds[asked.counter] ?? 0) + 1 }, (_, n) => n);
    }
}

type Given = ReadonlyMap<string, FactValue | undefined>;

/** Where the simulator goes from a station, with all that is given. */
function simulated(machine: Machine, station: Station, given: Given, asked: readonly Asked[]): string {
    const facts = machine.facts.map((f) => given.get(`fact ${f.name}`));
    let state = stateBefore(machine, facts);
    for (const a of asked) {
        if (a.kind === 'count') {
            state = { ...state, used: state.used.with(a.counter, Number(given.get(keyOf(a)))) };
        }
    }
    const nameOf = (target: number | undefined) =>
        JSON.stringify(target === undefined ? 'onbekend' : machine.stations[target]?.node.name);
    const open = knownIn(machine, state.facts);
    const known = knownIn(machine, state.facts, (text) => given.get(`decision ${text}`) as boolean | undefined);
    const up = station.escalations.find(
        ({ arrow: { condition } }) => condition && !isInformal(condition) && mustHold(truthsOf(condition, open)),
    );
    if (up && isOpen(state, machine, up)) {
        return nameOf(up.target);
    }
    const way = waysThatMayBeTaken(machine, state, station).find(
        (w) => !w.arrow.condition || mayHold(truthsOf(w.arrow.condition, known)),
    );
    return way ? nameOf(way.target) : 'null';
}

/** Each combination of values, or as many of them by chance as are enough. */
function combinations(machine: Machine, asked: readonly Asked[], most: number): Given[] {
    const values = asked.map((a) => valuesOf(machine, a));
    const count = values.reduce((n, v) => n * v.length, 1);
    const random = seeded(count);
    return Array.from({ length: Math.min(count, most) }, (_, i) => {
        let rest = count > most ? Math.floor(random() * count) : i;
        return new Map(
            asked.map((a, k) => {
                const all = values[k] ?? [];
                const value = all[rest % all.length];
                rest = Math.floor(rest / all.length);
                return [keyOf(a), value] as const;
            }),
        );
    });
}

/** What stands in the rows of a way, so that a test knows what each column asks. */
function askedAt(machine: Machine, station: Station): Asked[] {
    const conditions = [
        ...station.escalations.flatMap((w) =>
            w.arrow.condition && !isInformal(w.arrow.condition) ? [w.arrow.condition] : [],
        ),
        ...station.exits.flatMap((w) => [
            ...(w.arrow.condition ? [w.arrow.condition] : []),
            ...w.handovers.flatMap((h) => h.guards.map((g) => g.condition)),
        ]),
    ];
    const asked = conditions.flatMap((c) => (rowsOf(c) ?? []).flatMap((row) => row.map((cell) => cell.asked)));
    const counts = station.exits.flatMap((w): Asked[] =>
        w.counter === undefined
            ? []
            : [
                  {
                      kind: 'count',
                      name: `${station.node.name} → ${w.target === undefined ? 'onbekend' : (machine.stations[w.target]?.node.name ?? '')}`,
                      counter: w.counter,
                  },
              ],
    );
    return [...new Map([...asked, ...counts].map((a) => [keyOf(a), a])).values()];
}

/** Asks feelin, an engine for FEEL, and the simulator the same of every decision. @returns how often */
async function compare(one: Case, most: number): Promise<number> {
    const machine = machineOf(one.protocol);
    const { files, trace } = dmnGenerator.generate(one.protocol, one.options);
    if (!machine || files.length === 0) {
        return 0;
    }
    const { tables, labels, types } = await read(content(files));
    let compared = 0;
    for (const table of tables) {
        const element = trace.find((t) => t.id === table.id)?.element;
        const station = machine.stations.find((s) => s.node.name === element);
        if (!station) {
            continue;
        }
        const asked = askedAt(machine, station);
        const labelOf = (a: Asked) =>
            one.protocol.facts.find((f) => a.kind === 'fact' && f.name === a.name)?.title ?? a.name;
        for (const given of combinations(machine, asked, most)) {
            const context = Object.fromEntries(
                [...labels].map(([variable, label]) => {
                    const found = asked.find((a) => labelOf(a) === label);
                    const value = found && given.get(keyOf(found));
                    return [
                        variable,
                        value === undefined ? null : types.get(variable) === 'date' ? date(String(value)) : value,
                    ];
                }),
            );
            const hit = table.rules.find((rule) =>
                rule.tests.every((test, k) => {
                    const variable = table.columns[k]?.variable ?? '';
                    return test === '-' || unaryTest(test, { ...context, '?': context[variable] }).value === true;
                }),
            );
            const where = { table: table.name, given: Object.fromEntries(given) };
            expect({ ...where, goes: hit?.result ?? 'null' }).toEqual({
                ...where,
                goes: simulated(machine, station, given, asked),
            });
            compared++;
        }
    }
    return compared;
}

const examples = await exampleCases();

describe.each([...examples, await hostileProtocol()])('the tables of $name', (one) => {
    const { files } = dmnGenerator.generate(one.protocol, one.options);

    it('are valid by the schema of the OMG, and read without a remark', async () => {
        for (const file of files) {
            expect(await schemaErrors(String(file.content))).toEqual([]);
            const { tables } = await read(String(file.content));
            expect(tables.length).toBeGreaterThan(0);
        }
    });

    it('decide as the simulator does, for every combination of values', async () => {
        const compared = await compare(one, 3000);
        expect(compared > 0).toBe(files.length > 0);
    });
});

describe('tables of any process', () => {
    it.each(Array.from({ length: 25 }, (_, i) => i + 1))('number %i decides as the simulator does', async (seed) => {
        const [one] = await casesOf(randomProcess(seed));
        if (one) {
            await compare(one, 150);
            for (const file of dmnGenerator.generate(one.protocol, one.options).files) {
                expect(await schemaErrors(String(file.content))).toEqual([]);
            }
        }
    });

    it('knows every form of a condition', async () => {
        const one = await caseFrom(`interventie Proef {
            gegeven dag: datum
            gegeven woord: tekst
            gegeven soort: een van rood, groen, blauw
            gegeven aantal: aantal
            gegeven ja-of-nee: ja/nee
            aanpak {
                toegang als ja-of-nee of aantal minstens 3
                stap A { bepaalt dag, woord, soort, aantal, ja-of-nee daarna {
                    als niet (dag is 2026-03-01 of woord is "een \\\\ ‘twee’"): B
                    als soort is niet rood en aantal meer dan 2 en aantal hoogstens 7: C
                    als ja-of-nee is onbekend en niet (aantal precies 4): D
                    als aantal minder dan 2 en aantal ongeveer 4 en niet "iemand wil niet": B
                    als aantal minder dan 0 of soort is groen: C
                    anders: E
                } }
                stap B stap C stap D einde E
            }
        }`);
        expect(await compare(one, 20_000)).toBeGreaterThan(1000);
    });
});

describe('a table', () => {
    const steps = (rest: string) => `interventie Proef { gegeven klaar: ja/nee rol Een rol Twee aanpak { ${rest} } `;

    it('has the ways in the order of the text, with what a person decides as an input', async () => {
        const one = await caseFrom(
            `${steps('stap A { bepaalt klaar daarna { als klaar en "het gezin wil": B hoogstens 2 keer als niet klaar: C anders: onbekend } } stap B stap C { daarna: A } einde D')} }`,
        );
        const { tables } = await read(textOf(dmnGenerator, one));
        expect(tables[0]?.columns.map((c) => c.label)).toEqual(['A → B', 'klaar', 'het gezin wil']);
        expect(tables[0]?.rules.map((r) => [r.tests, r.result])).toEqual([
            [['< 2', 'true', 'true'], '"B"'],
            [['-', 'false', '-'], '"C"'],
            [['-', '-', '-'], '"onbekend"'],
        ]);
    });

    it('waits where its handover waits', async () => {
        const one = await caseFrom(
            `${steps('stap A { door Een bepaalt klaar daarna { als "ja": B als klaar is bekend: C als klaar is onbekend: D anders: C } } stap B { door Twee } stap C { door Twee } stap D { door Een } einde E')}
             overdracht O van Een naar Twee { vanuit A pas als klaar } }`,
        );
        const { tables } = await read(textOf(dmnGenerator, one));
        expect(tables[0]?.rules.map((r) => r.result)).toEqual(['"B"', '"C"', 'null', '"D"', '"C"', 'null']);
        await compare(one, 100);
    });

    it('says that it is a draft where it was made despite errors, and is the same on every run', async () => {
        const one = await caseFrom(
            `${steps('stap A { bepaalt klaar daarna { als klaar: B anders: C } } stap B stap C')} }`,
        );
        expect(textOf(dmnGenerator, one, { forced: true })).toContain('CONCEPT');
        expect(textOf(dmnGenerator, one)).toBe(textOf(dmnGenerator, one));
        expect(await schemaErrors(textOf(dmnGenerator, one, { forced: true }))).toEqual([]);
    });
});

describe('in an engine', () => {
    const TEXT = `interventie Proef { rol R rol S gegeven veilig: ja/nee gegeven plan: ja/nee
        aanpak { toegang als veilig is bekend
            stap A { door R bepaalt veilig, plan daarna { als veilig en plan: B  anders: Klaar } }
            stap B { door S daarna: Klaar } einde Klaar }
        overdracht O van R naar S { vanuit A  pas als plan  bevestiging door S  bij uitblijven: A } }`;

    it('has ids of its own protocol, and says how long its history is kept', async () => {
        const { protocol, options } = await caseFrom(TEXT);
        const said = {
            ...options,
            settings: { ...options.settings, output: { operaton: { historyTimeToLive: 'P7300D' } } },
        };
        const { files, losses } = dmnGenerator.generate(protocol, said);
        const decisions = [...content(files).matchAll(/<decision id="([^"]+)".* camunda:historyTimeToLive="([^"]+)"/g)];
        expect(decisions.map((d) => d.slice(1))).toEqual([
            ['Proef_toegang', 'P7300D'],
            ['Proef_na_A', 'P7300D'],
        ]);
        const asked = (all: typeof losses) =>
            all.some((l) => l.reason.nl.includes('output › operaton › historyTimeToLive'));
        expect(asked(losses)).toBe(false);
        const without = dmnGenerator.generate(protocol, options);
        expect(asked(without.losses)).toBe(true);
        expect(content(without.files)).toContain('camunda:historyTimeToLive="P180D"');
    });

    it('has no rule that one before it always takes', async () => {
        const { protocol, options } = await caseFrom(TEXT);
        const { tables } = await read(content(dmnGenerator.generate(protocol, options).files));
        const rules = tables.find((t) => t.id === 'Proef_na_A')?.rules.map((r) => r.tests.join(' | '));
        expect(rules).toHaveLength(2);
    });
});
