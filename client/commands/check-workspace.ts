import * as vscode from 'vscode';
import { CHECK, type CheckAnswer } from '../../server/requests.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';
import { withProgress } from './progress.js';

/** Checks all files of the workspace, also those that are not open, and shows what was found. */
export async function checkWorkspace(server: Server): Promise<CheckAnswer | undefined> {
    const answer = await withProgress(server, text('checking'), (_tell, token, progress) =>
        server.ask<CheckAnswer>(CHECK, { progress }, token),
    );
    if (answer) {
        const { files, errors, warnings, infos } = answer;
        const show = text('showProblems');
        const told = text('checked', ...[files, errors, warnings, infos].map(String));
        void vscode.window.showInformationMessage(told, show).then((answered) => {
            if (answered === show) {
                void vscode.commands.executeCommand('workbench.actions.view.problems');
            }
        });
    }
    return answer;
}
