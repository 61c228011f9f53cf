import { machineOf } from '../../language/execution/machine.js';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { coverageOf } from '../../language/simulate/coverage.js';
import { runScenario } from '../../language/simulate/run-scenario.js';
import { caseOfWalk, walk, walkOf } from '../../language/simulate/walk.js';
import { loadFiles, modelOf } from '../../language/workspace.js';

const folder = resolve(import.meta.dirname, '../../examples');
const services = createDraaiboekServices(NodeFileSystem).Draaiboek;
const files = globSync('*/*.draaiboek', { cwd: folder }).map((file) => URI.file(resolve(folder, file)));
const models = (await loadFiles(services, files)).map((document) => modelOf(services, document));
const scenarios = models.flatMap((m) => m.scenarios);
const machines = models.flatMap((m) => m.interventions).flatMap((p) => machineOf(p) ?? []);

describe.each(machines.map((machine) => ({ name: machine.protocol.name, machine })))('$name', ({ name, machine }) => {
    const own = scenarios.filter((s) => s.intervention.name === name);

    test('every case fares as its scenario says', () => {
        const failures = own.flatMap((s) =>
            runScenario(machine, s).failures.map((f) => `${s.title}: ${f.expected.nl}: ${f.actual.nl}`),
        );
        expect(failures).toEqual([]);
    });

    test('every case can be walked as its scenario runs, and told as a scenario again', () => {
        for (const scenario of own) {
            const { run } = runScenario(machine, scenario);
            const told = walkOf(machine, scenario);
            const walked = walk(machine, told);
            expect({ path: walked.run.path, end: walked.run.end, made: walked.made }, scenario.title).toEqual({
                path: run.path,
                end: run.end,
                made: told.choices.length,
            });
            expect(caseOfWalk(machine, told, walked)?.run.path, scenario.title).toEqual(run.path);
        }
    });

    test('the scenarios reach every end', () => {
        const runs = own.map((s) => runScenario(machine, s).run);
        const { ends } = coverageOf(machine, runs);
        expect(ends.missing).toEqual([]);
        expect(ends.total).toBeGreaterThan(0);
    });
});

test('there are scenarios for five interventies', () => {
    expect(machines.map((m) => m.protocol.name).sort()).toEqual([
        'BemoeizorgWestBrabant',
        'Gezinspad',
        'GezinspadBreda',
        'GezinspadVerder',
        'VoorZorg',
    ]);
});
