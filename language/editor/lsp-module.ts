import { inject, URI, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type PartialLangiumServices,
    type PartialLangiumSharedServices,
    type TextDocumentContentProvider,
} from 'langium/lsp';
import { draaiboekModule, readingLibraries, type DraaiboekAddedServices } from '../draaiboek-module.js';
import { DraaiboekGeneratedModule, DraaiboekGeneratedSharedModule } from '../generated/module.js';
import { libraryAt, LIBRARY_SCHEME } from '../names/libraries.js';
import type { SourceTexts } from '../names/source-texts.js';
import { StepsAround } from './call-hierarchy.js';
import { FindingActions } from './code-actions.js';
import { LensesAbove } from './code-lenses.js';
import { DraaiboekCompletion } from './completion.js';
import { FindingDiagnostics, FindingsCache } from './diagnostics.js';
import { DraaiboekDocumentBuilder } from './document-builder.js';
import { ImportLinks } from './document-links.js';
import { DraaiboekDocumentUpdates } from './document-updates.js';
import { Folds } from './folding.js';
import { DraaiboekFormatter } from './formatter.js';
import { NamesHere } from './highlights.js';
import { DraaiboekHover } from './hover.js';
import { LocalForms } from './implementations.js';
import { DraaiboekLanguageServer } from './language-server.js';
import { ImpliedNext } from './inlay-hints.js';
import type {
    DraaiboekEditorServices,
    DraaiboekEditorSharedServices,
    DraaiboekLspServices,
    DraaiboekLspSharedServices,
} from './lsp-services.js';
import { DraaiboekNodeKinds } from './node-kinds.js';
import { DraaiboekRename } from './rename.js';
import { NamesInColour } from './semantic-tokens.js';
import { DraaiboekSymbols } from './symbols.js';
import { Refinements } from './type-hierarchy.js';
import { WhatItIs } from './type-definitions.js';
import { DraaiboekWorkspaceManager } from './workspace-manager.js';
import { WorkspaceSettings } from './workspace-settings.js';
import { DraaiboekWorkspaceSymbols } from './workspace-symbols.js';

function editorModule(
    settings: WorkspaceSettings,
): Module<DraaiboekLspServices, PartialLangiumServices & DraaiboekEditorServices> {
    return {
        findings: () => new FindingsCache(),
        workspaceSettings: () => settings,
        client: () => ({ hasCommands: false }),
        validation: {
            DocumentValidator: (services) => new FindingDiagnostics(services),
        },
        lsp: {
            CodeActionProvider: (services) => new FindingActions(services),
            CodeLensProvider: (services) => new LensesAbove(services),
            CallHierarchyProvider: (services) => new StepsAround(services),
            CompletionProvider: (services) => new DraaiboekCompletion(services),
            DocumentHighlightProvider: (services) => new NamesHere(services),
            DocumentLinkProvider: (services) => new ImportLinks(services),
            DocumentSymbolProvider: (services) => new DraaiboekSymbols(services),
            FoldingRangeProvider: (services) => new Folds(services),
            Formatter: (services) => new DraaiboekFormatter(services),
            HoverProvider: (services) => new DraaiboekHover(services),
            ImplementationProvider: (services) => new LocalForms(services),
            InlayHintProvider: (services) => new ImpliedNext(services),
            RenameProvider: (services) => new DraaiboekRename(services),
            SemanticTokenProvider: (services) => new NamesInColour(services),
            TypeHierarchyProvider: (services) => new Refinements(services),
            TypeProvider: (services) => new WhatItIs(services),
        },
    };
}

function sharedEditorModule(
    settings: () => WorkspaceSettings,
    sourceTexts: () => SourceTexts,
): Module<DraaiboekLspSharedServices, PartialLangiumSharedServices & DraaiboekEditorSharedServices> {
    return {
        workspace: {
            DocumentBuilder: (services) => new DraaiboekDocumentBuilder(services),
            WorkspaceManager: (services) => new DraaiboekWorkspaceManager(services),
        },
        lsp: {
            LanguageServer: (services) => new DraaiboekLanguageServer(services),
            DocumentUpdateHandler: (services) => new DraaiboekDocumentUpdates(services, settings, sourceTexts),
            NodeKindProvider: () => new DraaiboekNodeKinds(),
            TextDocumentContentProvider: () => libraryTexts,
            WorkspaceSymbolProvider: (services) => new DraaiboekWorkspaceSymbols(services),
        },
    };
}

/** Gives an editor the text of a built-in library, which is in no file that it could open. */
const libraryTexts: TextDocumentContentProvider = {
    schemes: [LIBRARY_SCHEME],
    provideTextDocumentContent: ({ uri }) => {
        const library = libraryAt(URI.parse(uri));
        return Promise.resolve(library && { text: library.text });
    },
};

/**
 * The services of the language with those of a language server.
 *
 * @param context the connection to the editor, if there is one, and how to read files
 */
export function createDraaiboekLspServices(context: DefaultSharedModuleContext): {
    shared: DraaiboekLspSharedServices;
    Draaiboek: DraaiboekLspServices;
} {
    const settings: WorkspaceSettings = new WorkspaceSettings(() => shared);
    const shared: DraaiboekLspSharedServices = inject(
        createDefaultSharedModule({ ...context, ...readingLibraries(context) }),
        DraaiboekGeneratedSharedModule,
        sharedEditorModule(
            () => settings,
            () => Draaiboek.sourceTexts,
        ),
    );
    const Draaiboek: DraaiboekLspServices = inject(
        createDefaultModule({ shared }),
        DraaiboekGeneratedModule,
        draaiboekModule(settings) as Module<DraaiboekLspServices, PartialLangiumServices & DraaiboekAddedServices>,
        editorModule(settings),
    );
    shared.ServiceRegistry.register(Draaiboek);
    return { shared, Draaiboek };
}
