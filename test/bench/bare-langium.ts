import {
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    createLangiumParser,
    EmptyFileSystem,
    inject,
    type LangiumCoreServices,
} from 'langium';
import { DraaiboekGeneratedModule, DraaiboekGeneratedSharedModule } from '../../language/generated/module.js';
import { DraaiboekLexer } from '../../language/syntax/lexer.js';
import { DraaiboekTokenBuilder } from '../../language/syntax/tokens.js';
import { DraaiboekValueConverter } from '../../language/syntax/values.js';

/**
 * Langium as it comes, on our grammar: its own parser, lookahead, recovery, messages, scopes, linker and index. Only the
 * tokens are ours, since without the twins of the keywords the text is another language.
 */
export function createBareLangium(): LangiumCoreServices {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), DraaiboekGeneratedSharedModule);
    const services = inject(createDefaultCoreModule({ shared }), DraaiboekGeneratedModule, {
        parser: {
            TokenBuilder: () => new DraaiboekTokenBuilder(),
            Lexer: (s: LangiumCoreServices) => new DraaiboekLexer(s),
            ValueConverter: () => new DraaiboekValueConverter(),
            LangiumParser: (s: LangiumCoreServices) => createLangiumParser(s),
        },
    });
    shared.ServiceRegistry.register(services);
    return services;
}
