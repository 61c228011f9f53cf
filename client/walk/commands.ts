import * as vscode from 'vscode';
import {
    SCENARIOS,
    WALK,
    WALK_SCENARIO,
    type ScenarioFile,
    type ScenarioItem,
    type WalkAnswer,
    type WalkScenario,
    type WalkScenarioRequest,
} from '../../server/requests.js';
import type { ActiveProtocol } from '../protocol.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';
import { WALK_VIEW } from './view.js';
import type { Walk, WalkStart } from './walk.js';

/**
 * Begins to walk through a case: with what is given, or else of the protocol that the user works on, from the beginning or
 * with one of its scenarios.
 */
export async function startWalk(
    server: Server,
    walk: Walk,
    protocol: ActiveProtocol,
    given?: WalkStart,
): Promise<boolean> {
    const from = given ?? (await chooseStart(server, protocol));
    if (!from) {
        return false;
    }
    const answer = await walk.start(from);
    if (!answer || answer.obstacle !== undefined) {
        const why = answer?.obstacle;
        void vscode.window.showWarningMessage(why === undefined ? text('walkNothing') : text('walkNot', why));
        return false;
    }
    await vscode.commands.executeCommand(`${WALK_VIEW}.focus`);
    const uri = vscode.Uri.parse(answer.uri);
    if (!vscode.window.visibleTextEditors.some((e) => e.document.uri.toString() === uri.toString())) {
        await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preserveFocus: true });
    }
    return true;
}

async function chooseStart(server: Server, protocol: ActiveProtocol): Promise<WalkStart | undefined> {
    const editor = protocol.editor();
    if (!editor) {
        void vscode.window.showInformationMessage(text('walkNoProtocol'));
        return undefined;
    }
    const uri = editor.document.uri.toString();
    const { line } = editor.selection.active;
    const about = (await walkable(server, { uri, line })) ?? '';
    const files = (await server.ask<ScenarioFile[]>(SCENARIOS, {})) ?? [];
    const scenarios = files.flatMap((file) =>
        file.scenarios.filter((s) => s.intervention === about).map((s) => choiceOf(file.uri, s)),
    );
    if (scenarios.length === 0) {
        return { uri, line };
    }
    const choices = [
        { label: text('walkEmpty'), description: about, from: { uri, line } as WalkStart },
        { label: text('walkScenarios'), kind: vscode.QuickPickItemKind.Separator, from: undefined },
        ...scenarios,
    ];
    return (await vscode.window.showQuickPick(choices, { title: text('walk'), matchOnDescription: true }))?.from;
}

function choiceOf(uri: string, { id, title }: ScenarioItem) {
    return {
        label: title,
        description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
        from: { uri, scenario: id } as WalkStart,
    };
}

/** The name of the interventie that a place is about. */
async function walkable(server: Server, from: WalkStart): Promise<string | undefined> {
    return (await server.ask<WalkAnswer>(WALK, { ...from, choices: [] }))?.intervention;
}

/** What is asked when a walk is kept; a caller that knows an answer gives it. */
export interface KeepWalk {
    readonly title?: string;
    readonly file?: vscode.Uri;
}

/** Puts a scenario that goes as the walk did at the end of a file, which is left unsaved. */
export async function keepWalk(server: Server, walk: Walk, given: KeepWalk = {}): Promise<boolean> {
    const request = walk.request();
    const title = request && (given.title ?? (await askTitle(walk)));
    if (!request || title === undefined) {
        return false;
    }
    const asked: WalkScenarioRequest = { ...request, title };
    const told = await server.ask<WalkScenario>(WALK_SCENARIO, asked);
    if (told?.text === undefined) {
        void vscode.window.showWarningMessage(told?.refused ?? text('walkNothing'));
        return false;
    }
    const file = given.file ?? (await chooseFile([...new Set([...told.files, request.uri])]));
    if (!file) {
        return false;
    }
    const document = await vscode.workspace.openTextDocument(file);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const before = document.getText().endsWith('\n') || document.getText() === '' ? '\n' : '\n\n';
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, end, `${before}${told.text}\n`);
    await vscode.workspace.applyEdit(edit);
    const place = new vscode.Position(end.line + before.length, 0);
    await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.One,
        selection: new vscode.Range(place, place),
    });
    return true;
}

function askTitle(walk: Walk): Thenable<string | undefined> {
    return vscode.window.showInputBox({
        title: text('walkKeep'),
        prompt: text('walkTitle'),
        value: walk.answer()?.outcome?.text ?? '',
        ignoreFocusOut: true,
        validateInput: (value) => (value.trim() === '' ? text('walkTitleEmpty') : undefined),
    });
}

async function chooseFile(uris: readonly string[]): Promise<vscode.Uri | undefined> {
    const choices = uris.map((uri) => ({
        label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
        uri: vscode.Uri.parse(uri),
    }));
    return choices.length === 1
        ? choices[0]?.uri
        : (await vscode.window.showQuickPick(choices, { title: text('walkFile') }))?.uri;
}
