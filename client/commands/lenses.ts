import * as vscode from 'vscode';
import type { ScenarioRequest } from '../../server/requests.js';
import { scenarioItemId, type Scenarios } from '../tests/controller.js';

/** The commands that code lenses of the server name: see LENS_COMMANDS there. */
export function registerLensCommands(scenarios: Scenarios): vscode.Disposable {
    return vscode.Disposable.from(
        vscode.commands.registerCommand('draaiboek.showReferences', showReferences),
        vscode.commands.registerCommand('draaiboek.runScenarios', async (asked: readonly ScenarioRequest[]) => {
            await scenarios.refresh();
            const wanted = new Set(asked.map(({ uri, id }) => scenarioItemId(uri, id)));
            const include = [...scenarios.controller.items].flatMap(([, item]) => itemsIn(item, wanted));
            if (include.length > 0) {
                const source = new vscode.CancellationTokenSource();
                await scenarios.run(new vscode.TestRunRequest(include), source.token);
            }
        }),
    );
}

async function showReferences(uri: string, line: number, character: number): Promise<void> {
    const place = vscode.Uri.parse(uri);
    const position = new vscode.Position(line, character);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        place,
        position,
    );
    // the name itself is what one came from
    const others = found.filter(
        ({ uri: other, range }) => other.toString() !== place.toString() || !range.contains(position),
    );
    await vscode.commands.executeCommand('editor.action.showReferences', place, position, others);
}

function itemsIn(item: vscode.TestItem, ids: ReadonlySet<string>): vscode.TestItem[] {
    return ids.has(item.id) ? [item] : [...item.children].flatMap(([, child]) => itemsIn(child, ids));
}
