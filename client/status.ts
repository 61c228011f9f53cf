import * as vscode from 'vscode';
import type { ActiveProtocol } from './protocol.js';
import { chosenLanguage, onDidChangeLanguage, text } from './texts.js';

/**
 * Shows in the status bar, while a protocol is in view, in which language the messages are and how many findings it has.
 * A click offers the list of problems, another language, and a check of all files.
 */
export function createStatus(protocol: ActiveProtocol): vscode.Disposable & { readonly item: vscode.StatusBarItem } {
    const item = vscode.window.createStatusBarItem('draaiboek.status', vscode.StatusBarAlignment.Right, 100);
    item.name = 'Draaiboek';
    item.command = 'draaiboek.status';
    const show = () => {
        const document = protocol.editor()?.document;
        if (!document) {
            item.hide();
            return;
        }
        const { Error, Warning, Information } = vscode.DiagnosticSeverity;
        const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'draaiboek');
        const [errors = '', warnings = '', infos = ''] = [Error, Warning, Information].map((severity) =>
            String(found.filter((d) => d.severity === severity).length),
        );
        item.text = `Draaiboek ${chosenLanguage().toUpperCase()} $(error) ${errors} $(warning) ${warnings} $(info) ${infos}`;
        const told = text('status', errors, warnings, infos);
        item.tooltip = told;
        item.accessibilityInformation = { label: `Draaiboek. ${told}` };
        item.show();
    };
    show();
    const listeners = [
        protocol.onDidChange(show),
        vscode.languages.onDidChangeDiagnostics(({ uris }) => {
            const here = protocol.editor()?.document.uri.toString();
            if (uris.some((uri) => uri.toString() === here)) {
                show();
            }
        }),
        onDidChangeLanguage(show),
        vscode.commands.registerCommand('draaiboek.status', choose),
    ];
    return {
        item,
        dispose: () => {
            vscode.Disposable.from(item, ...listeners).dispose();
        },
    };
}

async function choose(): Promise<void> {
    const other = chosenLanguage() === 'nl' ? 'en' : 'nl';
    const problems = { label: `$(list-unordered) ${text('showProblems')}`, command: 'workbench.actions.view.problems' };
    const check = { label: `$(checklist) ${text('checkAll')}`, command: 'draaiboek.checkWorkspace' };
    const language = { label: `$(globe) ${text(other === 'en' ? 'toEnglish' : 'toDutch')}`, command: undefined };
    const chosen = await vscode.window.showQuickPick([problems, check, language], { title: 'Draaiboek' });
    if (chosen === language) {
        const target = vscode.ConfigurationTarget.Global;
        await vscode.workspace.getConfiguration('draaiboek').update('language', other, target);
    } else if (chosen?.command !== undefined) {
        await vscode.commands.executeCommand(chosen.command);
    }
}
