import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { knownIn } from '../../../language/execution/enter.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { factsIn, mustHold, truthsOf, type FactValue } from '../../../language/execution/truth.js';
import { fhirPath, unless } from '../../../language/generate/fhir/condition.js';
import type { Condition } from '../../../language/model/protocol.js';
import { informalTexts } from '../../../language/simulate/said.js';
import { loadFiles, modelOf, parseText } from '../../../language/workspace.js';
import { randomProcess } from '../../language/generate/random-process.js';

/** Values of variables, and whether an expression must hold with them. */
interface Test {
    readonly given: Readonly<Record<string, FactValue>>;
    readonly holds: boolean;
}

/** More combinations than that are not tried of one expression. */
const MOST = 2000;

/**
 * Writes the expressions of all conditions of the examples and of processes of random structure, with what the simulator
 * decides for each combination of values: a fact that is not known is a variable without a value.
 */
export async function writeExpressions(file: string): Promise<void> {
    const machines = [
        ...(await examples()),
        ...(await Promise.all(Array.from({ length: 30 }, (_, i) => random(i + 1)))).flat(),
    ];
    const all = machines.flatMap((machine) =>
        conditionsOf(machine).flatMap((condition) => [
            { expression: fhirPath(condition), cases: testsOf(machine, condition, (holds) => holds) },
            { expression: unless(fhirPath(condition)), cases: testsOf(machine, condition, (holds) => !holds) },
        ]),
    );
    writeFileSync(file, JSON.stringify(all));
}

async function examples(): Promise<Machine[]> {
    const services = createDraaiboekServices(NodeFileSystem).Draaiboek;
    const folder = join(process.cwd(), 'examples');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.draaiboek'));
    const documents = await loadFiles(
        services,
        files.map((f) => URI.parse(pathToFileURL(join(folder, f)).href)),
    );
    return documents.flatMap((d) => modelOf(services, d).interventions.flatMap((p) => machineOf(p) ?? []));
}

async function random(seed: number): Promise<Machine[]> {
    const services = createDraaiboekServices().Draaiboek;
    const document = await parseText(services, randomProcess(seed));
    return modelOf(services, document).interventions.flatMap((p) => machineOf(p) ?? []);
}

function conditionsOf({ process, access }: Machine): Condition[] {
    const guards = process.nodes.flatMap((n) => (n.kind === 'end' ? [] : n.guards.map((g) => g.condition)));
    return [...access, ...guards, ...process.arrows.flatMap((a) => a.condition ?? [])];
}

function testsOf(machine: Machine, condition: Condition, expected: (holds: boolean) => boolean): Test[] {
    let tests: Record<string, FactValue>[] = [{}];
    for (const name of factsIn(condition)) {
        const domain = machine.facts[machine.factIndex.get(name) ?? -1]?.domain ?? [];
        tests = tests.flatMap((t) => [t, ...domain.map((value) => ({ ...t, [name]: value }))]).slice(0, MOST);
    }
    for (const text of new Set(informalTexts(condition))) {
        tests = tests.flatMap((t) => [true, false].map((value) => ({ ...t, [text]: value }))).slice(0, MOST);
    }
    return tests.map((given) => {
        const facts = machine.facts.map(({ name }) => given[name]);
        const known = knownIn(machine, facts, (text) => given[text] === true);
        return { given, holds: expected(mustHold(truthsOf(condition, known))) };
    });
}
