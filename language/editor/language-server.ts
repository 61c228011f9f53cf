import { DocumentState } from 'langium';
import { createServerRequestHandler, DefaultLanguageServer } from 'langium/lsp';
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { DraaiboekLspSharedServices } from './lsp-services.js';
import { selectionRangesAt } from './selection-ranges.js';

/** Langium's server, which besides can say what to select around a position. */
export class DraaiboekLanguageServer extends DefaultLanguageServer {
    protected override buildInitializeResult(params: InitializeParams): InitializeResult {
        const { capabilities, ...others } = super.buildInitializeResult(params);
        return { ...others, capabilities: { ...capabilities, selectionRangeProvider: true } };
    }
}

/** Answers what Langium's server does not: call it before that server is started. */
export function answerSelectionRanges(connection: Connection, shared: DraaiboekLspSharedServices): void {
    connection.onSelectionRanges(
        createServerRequestHandler(
            (_services, document, { positions }) => selectionRangesAt(document, positions),
            shared,
            DocumentState.Parsed,
        ),
    );
}
