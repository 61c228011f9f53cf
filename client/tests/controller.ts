import * as vscode from 'vscode';
import { SCENARIOS, type ScenarioFile, type ScenarioItem } from '../../server/requests.js';
import { rangeOf } from '../places.js';
import type { Server } from '../server.js';
import { onDidChangeLanguage, text } from '../texts.js';
import { coverageProfile } from './coverage.js';
import { runScenarios, type RanScenario } from './run.js';

/** The scenarios in the Test Explorer. */
export interface Scenarios extends vscode.Disposable {
    readonly controller: vscode.TestController;
    /** Runs the scenarios that are asked for, or all; tells what became of each. */
    readonly run: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<readonly RanScenario[]>;
    /** Asks again for all scenarios of the workspace. */
    readonly refresh: () => Promise<void>;
}

/** Puts the scenarios of all files into the Test Explorer, by file and interventie, and runs them by the server. */
export function createScenarios(server: Server): Scenarios {
    const controller = vscode.tests.createTestController('draaiboek.scenarios', 'Draaiboek');
    const coverage = coverageProfile(server);
    const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
        runScenarios(controller, server, request, token, coverage);
    const shown = new Map<string, string>();
    const refresh = async (uris?: readonly string[]) => {
        const files = await server.ask<ScenarioFile[]>(SCENARIOS, uris ? { uris } : {});
        if (files) {
            show(controller, files, uris === undefined, shown);
        }
    };
    controller.refreshHandler = () => refresh();
    controller.resolveHandler = (item) => (item ? undefined : refresh());
    const { Run, Coverage } = vscode.TestRunProfileKind;
    const runs = controller.createRunProfile(
        text('run'),
        Run,
        async (request, token) => void (await run(request, token)),
        true,
    );
    const covers = controller.createRunProfile(
        text('coverage'),
        Coverage,
        async (request, token) => void (await run(request, token)),
        true,
    );
    covers.loadDetailedCoverage = (_run, file) => Promise.resolve(coverage.detailsOf(file));
    const listener = server.onDidChange((changed) => {
        // each answer is about the files that it names, so that none overtakes another
        void refresh(changed?.uris);
        const stale = changed?.uris.flatMap((uri) => controller.items.get(uri) ?? []) ?? [];
        controller.invalidateTestResults(stale);
    });
    const named = onDidChangeLanguage(() => {
        runs.label = text('run');
        covers.label = text('coverage');
    });
    return {
        controller,
        run,
        refresh: () => refresh(),
        dispose: () => {
            vscode.Disposable.from(listener, named, runs, covers, controller).dispose();
        },
    };
}

/**
 * Shows the scenarios of files; those of other files stay, unless these are all.
 *
 * @param shown what is shown of each file, so that what did not change stays what it is
 */
function show(
    controller: vscode.TestController,
    files: readonly ScenarioFile[],
    all: boolean,
    shown: Map<string, string>,
): void {
    const known = new Set(files.map(({ uri }) => uri));
    const gone = all ? [...shown.keys()].filter((uri) => !known.has(uri)) : [];
    for (const { uri, scenarios } of [...files, ...gone.map((uri) => ({ uri, scenarios: [] }))]) {
        const told = JSON.stringify(scenarios);
        if (scenarios.length === 0) {
            shown.delete(uri);
            controller.items.delete(uri);
        } else if (shown.get(uri) !== told) {
            shown.set(uri, told);
            controller.items.add(fileItem(controller, uri, scenarios));
        }
    }
}

function fileItem(controller: vscode.TestController, uri: string, scenarios: readonly ScenarioItem[]): vscode.TestItem {
    const place = vscode.Uri.parse(uri);
    const file = controller.createTestItem(uri, vscode.workspace.asRelativePath(place), place);
    const interventions = new Map<string, vscode.TestItem>();
    scenarios.forEach(({ id, title, intervention, at }, index) => {
        let parent = interventions.get(intervention);
        if (!parent) {
            parent = controller.createTestItem(`${uri}#${intervention}`, intervention, place);
            parent.sortText = sorted(interventions.size);
            interventions.set(intervention, parent);
            file.children.add(parent);
        }
        const item = controller.createTestItem(scenarioItemId(uri, id), title, place);
        item.range = rangeOf(at);
        item.sortText = sorted(index);
        parent.children.add(item);
    });
    return file;
}

/** In the order of the text, which is not that of the alphabet. */
function sorted(index: number): string {
    return String(index).padStart(6, '0');
}

/** The id of the item of a scenario; no name of an interventie has a blank in it. */
export function scenarioItemId(uri: string, id: string): string {
    return `${uri}# ${id}`;
}
