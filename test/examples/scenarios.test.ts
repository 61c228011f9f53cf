import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeFileSystem } from 'langium/node';
import { URI } from 'langium';
import { expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { machineFor, runScenario } from '../../language/simulate/run-scenario.js';
import { loadFiles, modelOf } from '../../language/workspace.js';

test('every family of Gezinspad fares as its scenario says', async () => {
    const services = createDraaiboekServices(NodeFileSystem).Draaiboek;
    const file = resolve(import.meta.dirname, '../../examples/gezinspad/scenarios.draaiboek');
    expect(readFileSync(file, 'utf8')).toContain('scenario');
    await loadFiles(services, [URI.file(file)]);
    const models = services.shared.workspace.LangiumDocuments.all.map((d) => modelOf(services, d as never)).toArray();
    const protocols = models.flatMap((m) => m.interventions);
    const results = models
        .flatMap((m) => m.scenarios)
        .map((s) => {
            const protocol = protocols.find((p) => p.name === s.intervention.name);
            const machine = protocol && machineFor(protocol);
            if (!machine) {
                throw new Error(s.title);
            }
            const r = runScenario(machine, s);
            return { title: s.title, failures: r.failures.map((f) => `${f.expected.nl}: ${f.actual.nl}`) };
        });
    expect(results.filter((r) => r.failures.length > 0)).toEqual([]);
    expect(results.length).toBe(10);
});
