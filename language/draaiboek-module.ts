import {
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    EmptyFileSystem,
    inject,
    MultiMap,
    DefaultScopeComputation,
    type AstNodeDescription,
    type DefaultSharedCoreModuleContext,
    type LangiumCoreServices,
    type LangiumSharedCoreServices,
    type Module,
    type PartialLangiumCoreServices,
} from 'langium';
import { DraaiboekGeneratedModule, DraaiboekGeneratedSharedModule } from './generated/module.js';
import { ModelCache } from './model/model-cache.js';
import { withLibraries } from './names/libraries.js';
import { DraaiboekLinker, DraaiboekReferenceDescriptions } from './names/linker.js';
import { NameIndexes } from './names/name-index.js';
import { DraaiboekScopeProvider } from './names/scopes.js';
import { SourceTexts } from './names/source-texts.js';
import { DEFAULT_SETTINGS, type SettingsProvider } from './settings/settings.js';
import { DraaiboekLexerErrorMessages } from './syntax/character-messages.js';
import { DraaiboekErrorMessages } from './syntax/error-messages.js';
import { CachedLookahead } from './syntax/lookahead.js';
import { DraaiboekLexer } from './syntax/lexer.js';
import { createLeanParser } from './syntax/parser.js';
import { recoverAtLines } from './syntax/recovery.js';
import { parseWithRepair } from './syntax/repair.js';
import { TOKENS } from './syntax/tokens.js';
import { DraaiboekValueConverter } from './syntax/values.js';

/** The services of the language that Langium does not know. */
export interface DraaiboekAddedServices {
    readonly names: NameIndexes;
    readonly models: ModelCache;
    readonly settings: SettingsProvider;
    readonly sourceTexts: SourceTexts;
    readonly references: { readonly ScopeProvider: DraaiboekScopeProvider };
}

export type DraaiboekServices = LangiumCoreServices & DraaiboekAddedServices;
export type DraaiboekSharedServices = LangiumSharedCoreServices;

/** The name index (names/name-index.ts) replaces Langium's tables of local symbols and of what a file exports. */
class NoSymbols extends DefaultScopeComputation {
    override collectExportedSymbols(): Promise<AstNodeDescription[]> {
        return Promise.resolve([]);
    }

    override collectLocalSymbols(): Promise<MultiMap<never, AstNodeDescription>> {
        return Promise.resolve(new MultiMap<never, AstNodeDescription>());
    }
}

/** The language's own services, for a tool and for the language server alike. */
export function draaiboekModule(
    settings: SettingsProvider = { settingsFor: () => DEFAULT_SETTINGS },
): Module<DraaiboekServices, PartialLangiumCoreServices & DraaiboekAddedServices> {
    return {
        names: () => new NameIndexes(),
        models: (services) => new ModelCache(services),
        settings: () => settings,
        sourceTexts: (services) => new SourceTexts(services.shared),
        parser: {
            TokenBuilder: () => TOKENS,
            Lexer: (services) => new DraaiboekLexer(services),
            ValueConverter: () => new DraaiboekValueConverter(),
            ParserErrorMessageProvider: (services) => new DraaiboekErrorMessages(services),
            LexerErrorMessageProvider: () => new DraaiboekLexerErrorMessages(),
            ParserConfig: () => ({
                recoveryEnabled: true,
                skipValidations: true,
                lookaheadStrategy: new CachedLookahead(),
            }),
            LangiumParser: (services) => parseWithRepair(recoverAtLines(createLeanParser(services)), services),
        },
        references: {
            ScopeComputation: (services) => new NoSymbols(services),
            ScopeProvider: (services) => new DraaiboekScopeProvider(services, () => services.names),
            Linker: (services) => new DraaiboekLinker(services),
        },
        workspace: {
            ReferenceDescriptionProvider: (services) => new DraaiboekReferenceDescriptions(services),
        },
    };
}

/** How to read files, the built-in libraries among them. */
export function readingLibraries({
    fileSystemProvider = EmptyFileSystem.fileSystemProvider,
}: Partial<DefaultSharedCoreModuleContext>): DefaultSharedCoreModuleContext {
    return { fileSystemProvider: (services) => withLibraries(fileSystemProvider(services)) };
}

/**
 * The services without a language server: for the tool, for tests, and for whoever embeds the language.
 *
 * @param context how to read files (default: there are none), and the settings of each file
 */
export function createDraaiboekServices(
    context: Partial<DefaultSharedCoreModuleContext> & { settings?: SettingsProvider } = {},
): { shared: DraaiboekSharedServices; Draaiboek: DraaiboekServices } {
    const shared = inject(
        createDefaultSharedCoreModule({ ...context, ...readingLibraries(context) }),
        DraaiboekGeneratedSharedModule,
    );
    const Draaiboek = inject(
        createDefaultCoreModule({ shared }),
        DraaiboekGeneratedModule,
        draaiboekModule(context.settings),
    );
    shared.ServiceRegistry.register(Draaiboek);
    return { shared, Draaiboek };
}
