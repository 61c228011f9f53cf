import { DocumentState, URI, type LangiumDocument } from 'langium';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';

/**
 * Answers a request about one file: behind the changes of the text that came before the question, once the folder has
 * been read. The answer is undefined for a file that is not known, and when the question was withdrawn meanwhile.
 */
export function onDocumentRequest<Request extends { readonly uri: string }, Answer>(
    connection: Connection,
    services: DraaiboekLspServices,
    name: string,
    answer: (document: LangiumDocument<ProtocolFile>, request: Request, token: CancellationToken) => Answer,
): void {
    const { LangiumDocuments } = services.shared.workspace;
    connection.onRequest(name, (request: Request, token?: CancellationToken) =>
        whenRead(
            services,
            () => {
                const document = LangiumDocuments.getDocument(URI.parse(request.uri));
                return document && document.state >= DocumentState.Linked
                    ? answer(document as LangiumDocument<ProtocolFile>, request, token ?? CancellationToken.None)
                    : undefined;
            },
            token,
        ),
    );
}

/** Waits for the folder to be read and for edits that came first; undefined when the question was withdrawn meanwhile. */
export async function whenRead<Answer>(
    { shared }: DraaiboekLspServices,
    answer: () => Answer | Promise<Answer>,
    token?: CancellationToken,
): Promise<Answer | undefined> {
    const { WorkspaceLock, WorkspaceManager } = shared.workspace;
    await WorkspaceManager.ready;
    return WorkspaceLock.read(async () => (token?.isCancellationRequested ? undefined : await answer()));
}

/** The documents of the workspace that were read, libraries left out, in the order of their names. */
export function linkedDocuments({ shared, workspaceSettings }: DraaiboekLspServices): LangiumDocument<ProtocolFile>[] {
    const { LangiumDocuments, TextDocuments } = shared.workspace;
    return LangiumDocuments.all
        .filter(({ uri }) => workspaceSettings.isInWorkspace(uri) || TextDocuments.get(uri) !== undefined)
        .filter(({ state }) => state >= DocumentState.Linked)
        .map((document) => document as LangiumDocument<ProtocolFile>)
        .toArray()
        .sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
}
