import type { DraaiboekLspSharedServices } from '../language/editor/lsp-services.js';

/** How long nobody types before files are checked that are not open. */
const PAUSE_MS = 300;

/**
 * Checks other files than what is open when nobody types. What is open is checked at each change; a check of something
 * else that is under way at that moment would make its findings late.
 */
export function checkInPauses({ lsp, workspace }: DraaiboekLspSharedServices): void {
    let pause: ReturnType<typeof setTimeout> | undefined;
    workspace.TextDocuments.onDidChangeContent(() => {
        clearTimeout(pause);
        pause = setTimeout(() => {
            lsp.DocumentUpdateHandler.checkUnchecked();
        }, PAUSE_MS);
    });
}
