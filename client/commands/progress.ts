import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import type { Progress } from '../../server/requests.js';
import type { Server } from '../server.js';

let number = 0;

/**
 * Shows how far work of the server has come, with a button that withdraws it.
 *
 * @param work is given how to tell what is done now, whether it was withdrawn, and the token for {@link Progress}
 * @returns what the work gave; undefined where there is no server
 */
export async function withProgress<Result>(
    server: Server,
    title: string,
    work: (tell: (what: string) => void, token: vscode.CancellationToken, progress: string) => Promise<Result>,
): Promise<Result | undefined> {
    const client = server.client();
    if (!client) {
        return undefined;
    }
    const name = `draaiboek-${String(++number)}`;
    return vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title, cancellable: true },
        async (progress, token) => {
            let last = 0;
            const listener = client.onProgress(new ProgressType<Progress>(), name, ({ done, total, what }) => {
                const share = total === 0 ? 0 : (done / total) * 100;
                progress.report({ message: what, increment: share - last });
                last = share;
            });
            try {
                return await work(
                    (message) => {
                        progress.report({ message });
                    },
                    token,
                    name,
                );
            } finally {
                listener.dispose();
            }
        },
    );
}
