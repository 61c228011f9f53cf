import * as vscode from 'vscode';
import {
    RUN_SCENARIO,
    type ScenarioFailure,
    type ScenarioOutcome,
    type ScenarioRequest,
    type Spot,
} from '../../server/requests.js';
import { locationOf } from '../places.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';
import type { CoverageOfRuns } from './coverage.js';

/** A scenario that was run. */
export interface RanScenario extends ScenarioRequest {
    /** undefined where it was no longer there, or the server did not answer */
    readonly outcome: ScenarioOutcome | undefined;
}

/** Runs the scenarios of a request one by one, until that is withdrawn, and shows what became of each. */
export async function runScenarios(
    controller: vscode.TestController,
    server: Server,
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    coverage: CoverageOfRuns,
): Promise<readonly RanScenario[]> {
    const run = controller.createTestRun(request);
    const items = scenariosIn(request.include ?? [...controller.items].map(([, item]) => item), request.exclude ?? []);
    items.forEach((item) => {
        run.enqueued(item);
    });
    const ran: RanScenario[] = [];
    try {
        for (const item of items) {
            if (token.isCancellationRequested || run.token.isCancellationRequested) {
                run.skipped(item);
                continue;
            }
            run.started(item);
            const asked = requestOf(item);
            const begin = Date.now();
            const outcome = await server.ask<ScenarioOutcome>(RUN_SCENARIO, asked, token);
            ran.push({ ...asked, outcome });
            tell(run, item, outcome, Date.now() - begin);
        }
        if (request.profile?.kind === vscode.TestRunProfileKind.Coverage) {
            for (const file of await coverage.of(ran, token)) {
                run.addCoverage(file);
            }
        }
    } finally {
        run.end();
    }
    return ran;
}

/** The scenarios in these items, each once, in their order. */
function scenariosIn(items: readonly vscode.TestItem[], without: readonly vscode.TestItem[]): vscode.TestItem[] {
    const found = new Map<string, vscode.TestItem>();
    const visit = (item: vscode.TestItem): void => {
        if (without.includes(item)) {
            return;
        }
        if (item.children.size === 0) {
            found.set(item.id, item);
        }
        [...item.children]
            .sort(([, a], [, b]) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
            .forEach(([, child]) => {
                visit(child);
            });
    };
    items.forEach(visit);
    return [...found.values()];
}

/** The inverse of the ids that the controller gives. */
function requestOf({ id, uri }: vscode.TestItem): ScenarioRequest {
    return { uri: uri?.toString() ?? '', id: id.slice(id.indexOf('# ') + 2) };
}

function tell(run: vscode.TestRun, item: vscode.TestItem, outcome: ScenarioOutcome | undefined, ms: number): void {
    if (!outcome) {
        run.errored(item, new vscode.TestMessage(text('notRun')));
        return;
    }
    const say = (line: string, at?: Spot) => {
        run.appendOutput(`${line}\r\n`, at && locationOf(at), item);
    };
    say(`${MARKS[outcome.outcome]} ${item.label}`);
    outcome.course.forEach((line) => {
        say(`  ${line}`);
    });
    outcome.log.forEach((entry) => {
        say(`    ${entry.text}`);
    });
    outcome.failures.forEach(({ message, at }) => {
        say(`  ${message}`, at);
    });
    switch (outcome.outcome) {
        case 'met':
            run.passed(item, ms);
            break;
        case 'failed':
            run.failed(item, outcome.failures.map(messageOf), ms);
            break;
        case 'undecided':
            // neither right nor wrong; what is open stands in the output
            run.skipped(item);
    }
}

const MARKS = { met: '✓', failed: '✗', undecided: '?' } as const;

function messageOf({ message, compared, at }: ScenarioFailure): vscode.TestMessage {
    const made = compared
        ? vscode.TestMessage.diff(message, compared.expected, compared.actual)
        : new vscode.TestMessage(message);
    made.location = locationOf(at);
    return made;
}
