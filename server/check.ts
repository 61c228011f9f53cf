import { ProgressType, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import { linkedDocuments, whenRead } from './asking.js';
import { CHECK, type CheckAnswer, type CheckRequest, type Progress } from './requests.js';

/** Answers how many findings there are in all files, after checking each anew and telling the editor what was found. */
export function answerCheckRequests(connection: Connection, services: DraaiboekLspServices): void {
    const type = new ProgressType<Progress>();
    connection.onRequest(CHECK, ({ progress }: CheckRequest, token: CancellationToken) =>
        whenRead(
            services,
            () =>
                checkAll(connection, services, token, (told) =>
                    progress === undefined ? Promise.resolve() : connection.sendProgress(type, progress, told),
                ),
            token,
        ),
    );
}

/** Checks all files of the workspace. @returns undefined where it was withdrawn */
export async function checkAll(
    connection: Pick<Connection, 'sendDiagnostics'>,
    services: DraaiboekLspServices,
    token: CancellationToken,
    tell: (progress: Progress) => Promise<void>,
): Promise<CheckAnswer | undefined> {
    const documents = linkedDocuments(services);
    const counts = [0, 0, 0, 0];
    for (const [done, document] of documents.entries()) {
        await tell({ done, total: documents.length, what: document.uri.path.split('/').at(-1) ?? '' });
        // lets the client withdraw
        await new Promise((resolve) => setTimeout(resolve));
        if (token.isCancellationRequested) {
            return undefined;
        }
        const diagnostics = await services.validation.DocumentValidator.validateDocument(document);
        document.diagnostics = diagnostics;
        await connection.sendDiagnostics({ uri: document.uri.toString(), diagnostics });
        for (const { severity = 1 } of diagnostics) {
            counts[severity] = (counts[severity] ?? 0) + 1;
        }
    }
    const [, errors = 0, warnings = 0, infos = 0] = counts;
    return { files: documents.length, errors, warnings, infos };
}
