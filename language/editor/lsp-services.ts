import type { LangiumServices, LangiumSharedServices } from 'langium/lsp';
import type { DraaiboekAddedServices } from '../draaiboek-module.js';
import type { FindingsCache } from './diagnostics.js';
import type { DraaiboekDocumentBuilder } from './document-builder.js';
import type { DraaiboekDocumentUpdates } from './document-updates.js';
import type { DraaiboekWorkspaceManager } from './workspace-manager.js';
import type { WorkspaceSettings } from './workspace-settings.js';

/** The services that only an editor needs. */
export interface DraaiboekEditorServices {
    /** what was found in each document when it was last checked */
    readonly findings: FindingsCache;
    /** the settings of each file, from the workspace and from the editor */
    readonly workspaceSettings: WorkspaceSettings;
    /** what the client can do; it says so when it starts the server */
    readonly client: {
        hasCommands: boolean;
        /** whether it can show texts that are in no file (`workspace/textDocumentContent`) */
        readsTexts: boolean;
    };
}

/** Shared services that can do more than Langium's. */
export interface DraaiboekEditorSharedServices {
    readonly lsp: { readonly DocumentUpdateHandler: DraaiboekDocumentUpdates };
    readonly workspace: {
        readonly DocumentBuilder: DraaiboekDocumentBuilder;
        readonly WorkspaceManager: DraaiboekWorkspaceManager;
    };
}

export type DraaiboekLspServices = LangiumServices & DraaiboekAddedServices & DraaiboekEditorServices;
export type DraaiboekLspSharedServices = LangiumSharedServices & DraaiboekEditorSharedServices;
