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
import { StepsAround } from './call-hierarchy.js';
import { FindingActions } from './code-actions.js';
import { LensesAbove } from './code-lenses.js';
import { DraaiboekCompletion } from './completion.js';
import { FindingDiagnostics, FindingsCache } from './diagnostics.js';
import { Definitions } from './definitions.js';
import { DraaiboekDocumentBuilder } from './document-builder.js';
import { ImportLinks } from './document-links.js';
import { DraaiboekDocumentUpdates } from './document-updates.js';
import { Folds } from './folding.js';
import { DraaiboekFormatter } from './formatter.js';
import { NamesHere } from './highlights.js';
import { DraaiboekHover } from './hover.js';
import { LocalForms } from './implementations.js';
import { DraaiboekIndexManager } from './index-manager.js';
import { DraaiboekLanguageServer } from './language-server.js';
import { WhatFollowsFromTheText } from './inlay-hints.js';
import type {
    DraaiboekEditorServices,
    DraaiboekEditorSharedServices,
    DraaiboekLspServices,
    DraaiboekLspSharedServices,
} from './lsp-services.js';
import { DraaiboekNodeKinds } from './node-kinds.js';
import { DraaiboekReferences } from './references.js';
import { DraaiboekRename } from './rename.js';
import { rulePageAt } from './rule-pages.js';
import { NamesInColour } from './semantic-tokens.js';
import { DraaiboekSymbols } from './symbols.js';
import { Refinements } from './type-hierarchy.js';
import { WhatItIs } from './type-definitions.js';
import { Uses } from './uses.js';
import { DraaiboekWorkspaceManager } from './workspace-manager.js';
import { WorkspaceSettings } from './workspace-settings.js';
import { DraaiboekWorkspaceSymbols } from './workspace-symbols.js';

function editorModule(
    settings: WorkspaceSettings,
): Module<DraaiboekLspServices, PartialLangiumServices & DraaiboekEditorServices> {
    return {
        findings: () => new FindingsCache(),
        workspaceSettings: () => settings,
        client: () => ({ hasCommands: false, readsTexts: false }),
        validation: {
            DocumentValidator: (services) => new FindingDiagnostics(services),
        },
        references: {
            References: (services) => new DraaiboekReferences(services),
        },
        lsp: {
            CodeActionProvider: (services) => new FindingActions(services),
            CodeLensProvider: (services) => new LensesAbove(services),
            CallHierarchyProvider: (services) => new StepsAround(services),
            CompletionProvider: (services) => new DraaiboekCompletion(services),
            DefinitionProvider: (services) => new Definitions(services),
            DocumentHighlightProvider: (services) => new NamesHere(services),
            DocumentLinkProvider: (services) => new ImportLinks(services),
            DocumentSymbolProvider: (services) => new DraaiboekSymbols(services),
            FoldingRangeProvider: (services) => new Folds(services),
            Formatter: (services) => new DraaiboekFormatter(services),
            HoverProvider: (services) => new DraaiboekHover(services),
            ImplementationProvider: (services) => new LocalForms(services),
            InlayHintProvider: (services) => new WhatFollowsFromTheText(services),
            ReferencesProvider: (services) => new Uses(services),
            RenameProvider: (services) => new DraaiboekRename(services),
            SemanticTokenProvider: (services) => new NamesInColour(services),
            TypeHierarchyProvider: (services) => new Refinements(services),
            TypeProvider: (services) => new WhatItIs(services),
        },
    };
}

function sharedEditorModule(
    settings: () => WorkspaceSettings,
    own: () => DraaiboekLspServices,
): Module<DraaiboekLspSharedServices, PartialLangiumSharedServices & DraaiboekEditorSharedServices> {
    return {
        workspace: {
            DocumentBuilder: (services) => new DraaiboekDocumentBuilder(services, own),
            IndexManager: (services) => new DraaiboekIndexManager(services),
            WorkspaceManager: (services) => new DraaiboekWorkspaceManager(services),
        },
        lsp: {
            LanguageServer: (services) => new DraaiboekLanguageServer(services),
            DocumentUpdateHandler: (services) =>
                new DraaiboekDocumentUpdates(services, settings, () => own().sourceTexts),
            NodeKindProvider: () => new DraaiboekNodeKinds(),
            TextDocumentContentProvider: () => libraryTexts,
            WorkspaceSymbolProvider: (services) => new DraaiboekWorkspaceSymbols(services),
        },
    };
}

/** Gives an editor the text of a built-in library or the page of a rule, which are in no file that it could open. */
const libraryTexts: TextDocumentContentProvider = {
    schemes: [LIBRARY_SCHEME],
    provideTextDocumentContent: ({ uri }) => {
        const library = libraryAt(URI.parse(uri));
        const text = library?.text ?? rulePageAt(URI.parse(uri));
        return Promise.resolve(text === undefined ? undefined : { text });
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
            () => Draaiboek,
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
