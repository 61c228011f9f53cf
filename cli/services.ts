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
let last: Prepared | undefined;

/**
 * The language's services on a file system and settings of one's own: those that were left from before, if any, else new
 * ones.
 */
export function takeServices(files: FileSystemProvider, settings: SettingsProvider): DraaiboekServices {
    const taken = spare ?? create();
    spare = undefined;
    last = taken;
    taken.files = files;
    taken.settings = settings;
    return taken.services;
}

/**
 * Keeps the services that were taken last for whoever asks next, with the parser's tables and without what they read.
 * Building those tables is most of a short run; the snapshot (snapshot.ts) keeps them.
 */
export async function leaveServices(): Promise<void> {
    if (!last) {
        return;
    }
    const { services } = last;
    const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
    await DocumentBuilder.update([], LangiumDocuments.all.map((document) => document.uri).toArray());
    // the parser remembers the text that it read last
    services.parser.LangiumParser.parse('');
    const { lookaheadStrategy } = services.parser.ParserConfig ?? {};
    if (lookaheadStrategy instanceof CachedLookahead) {
        lookaheadStrategy.forgetSets();
    }
    last.files = diskFiles;
    last.settings = UNTOUCHED;
    spare = last;
    last = undefined;
}

const UNTOUCHED: SettingsProvider = { settingsFor: () => DEFAULT_SETTINGS };

function create(): Prepared {
    const current: { files: FileSystemProvider; settings: SettingsProvider } = {
        files: diskFiles,
        settings: UNTOUCHED,
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
