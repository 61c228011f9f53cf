import { resolve } from 'node:path';
import { URI, type FileSystemProvider, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../language/draaiboek-module.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import { libraryAt, pathOfLibrary } from '../language/names/libraries.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { loadFiles } from '../language/workspace.js';
import { Complaint } from './complaint.js';
import { diskFiles } from './files/file-system.js';
import type { Revision } from './files/git.js';
import { findProtocols } from './files/find.js';
import { relativePath, shownPath } from './files/paths.js';
import { readTextFile, type FileText } from './files/read.js';
import type { Host } from './host.js';
import { takeServices } from './services.js';
import { diskSettings } from './settings.js';

/** One of the protocols that the user named. */
export interface ProjectFile {
    /** absolute */
    readonly path: string;
    /** as people see it */
    readonly shown: string;
    readonly uri: string;
    /** as it stood on disk when it was read */
    readonly source: FileText;
    readonly document: LangiumDocument<ProtocolFile>;
    /** the language of its messages and outputs */
    readonly language: Language;
}

type Source = Pick<ProjectFile, 'path' | 'shown' | 'source'>;

/** The protocols that the user named, linked with all that they use. */
export interface Project {
    readonly services: DraaiboekServices;
    readonly files: readonly ProjectFile[];
    /** what could not be read, and what is wrong in the settings: exit code 2 */
    readonly problems: readonly Bilingual[];
}

/**
 * Reads protocols from disk.
 *
 * @param paths files, folders and globs
 * @param language what the user asked for; else what the settings of each file say
 */
export async function openProject(paths: readonly string[], host: Host, language?: Language): Promise<Project> {
    const found = await findProtocols(paths, host.cwd);
    const problems = [...found.problems];
    const readable: Source[] = [];
    for (const path of found.files) {
        const shown = shownPath(path, host.cwd);
        try {
            readable.push({ path, shown, source: readTextFile(path, shown) });
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            problems.push(error.text);
        }
    }
    return link(readable, problems, host, language);
}

/**
 * Reads protocols as they were in an earlier version.
 *
 * @param language what the user asked for; else what the settings of each file say
 */
export async function openEarlier(revision: Revision, host: Host, language?: Language): Promise<Project> {
    const problems: Bilingual[] = [];
    const readable = revision.files.flatMap((path): Source[] => {
        const shown = shownPath(path, host.cwd);
        try {
            return [{ path, shown, source: { text: revision.read(path) ?? '', mark: false } }];
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            problems.push(error.text);
            return [];
        }
    });
    return link(readable, problems, host, language, revision.fileSystem);
}

/**
 * The same project with other texts, as if they stood on disk.
 *
 * @param texts by the URI of the file
 */
export async function withTexts(project: Project, texts: ReadonlyMap<string, string>, host: Host): Promise<Project> {
    const sources = project.files.map(({ path, shown, uri, source }) => {
        return { path, shown, source: { ...source, text: texts.get(uri) ?? source.text } };
    });
    return link(sources, [], host);
}

async function link(
    sources: readonly Source[],
    problems: readonly Bilingual[],
    host: Host,
    language?: Language,
    files: FileSystemProvider = diskFiles,
): Promise<Project> {
    const texts = new Map(sources.map(({ path, source }) => [URI.file(path).toString(), source.text]));
    const fileSystem: FileSystemProvider = {
        ...files,
        readFile: async (uri) => texts.get(uri.toString()) ?? (await files.readFile(uri)),
    };
    const settings = diskSettings(host.cwd);
    const services = takeServices(fileSystem, settings);
    const uris = sources.map(({ path }) => URI.file(path));
    const documents = await loadFiles(services, uris);
    const read = documents.flatMap((document, index) => {
        const source = sources[index];
        const uri = document.uri.toString();
        return source ? [{ ...source, uri, document, language: language ?? settings.settingsFor(uri).language }] : [];
    });
    return { services, files: read, problems: [...problems, ...settings.problems] };
}

/**
 * The path of a file that the language names by its URI.
 *
 * @param path how it is written: as programs read it, or {@link shownPath}
 */
export function shownUri(uri: string, cwd: string, path = relativePath): string {
    const parsed = URI.parse(uri);
    const library = libraryAt(parsed);
    if (library) {
        return pathOfLibrary(library);
    }
    return parsed.scheme === 'file' ? path(resolve(parsed.fsPath), cwd) : uri;
}
