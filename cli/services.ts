import type { FileSystemProvider } from 'langium';
import { CachedLookahead } from '../language/syntax/lookahead.js';
import { createDraaiboekServices, type DraaiboekServices } from '../language/draaiboek-module.js';
import { DEFAULT_SETTINGS, type SettingsProvider } from '../language/settings/settings.js';
import { diskFiles } from './files/file-system.js';

interface Prepared {
    readonly services: DraaiboekServices;
    files: FileSystemProvider;
    settings: SettingsProvider;
}

let spare: Prepared | undefined;

/**
 * The language's services on a file system and settings of one's own: those that were prepared before, when they were
 * not taken yet, else new ones.
 */
export function takeServices(files: FileSystemProvider, settings: SettingsProvider): DraaiboekServices {
    const taken = spare ?? create();
    spare = undefined;
    taken.files = files;
    taken.settings = settings;
    return taken.services;
}

/**
 * Makes services in advance and reads sample texts with them, so that the parser's tables are there. Building them is
 * most of a short run; the snapshot (snapshot.ts) keeps them.
 */
export function prepareServices(samples: readonly string[]): void {
    const prepared = create();
    const { LangiumParser } = prepared.services.parser;
    for (const sample of samples) {
        LangiumParser.parse(sample);
    }
    // nothing of the samples stays behind, and nothing that only made the tables
    LangiumParser.parse('');
    const { lookaheadStrategy } = prepared.services.parser.ParserConfig ?? {};
    if (lookaheadStrategy instanceof CachedLookahead) {
        lookaheadStrategy.forgetSets();
    }
    spare = prepared;
}

function create(): Prepared {
    const current: { files: FileSystemProvider; settings: SettingsProvider } = {
        files: diskFiles,
        settings: { settingsFor: () => DEFAULT_SETTINGS },
    };
    const { Draaiboek: services } = createDraaiboekServices({
        fileSystemProvider: () => delegate(() => current.files),
        settings: { settingsFor: (uri) => current.settings.settingsFor(uri) },
    });
    return Object.assign(current, { services });
}

/** A file system that asks another one, which may change. */
function delegate(files: () => FileSystemProvider): FileSystemProvider {
    return {
        stat: (uri) => files().stat(uri),
        statSync: (uri) => files().statSync(uri),
        exists: (uri) => files().exists(uri),
        existsSync: (uri) => files().existsSync(uri),
        readBinary: (uri) => files().readBinary(uri),
        readBinarySync: (uri) => files().readBinarySync(uri),
        readFile: (uri) => files().readFile(uri),
        readFileSync: (uri) => files().readFileSync(uri),
        readDirectory: (uri) => files().readDirectory(uri),
        readDirectorySync: (uri) => files().readDirectorySync(uri),
    };
}
