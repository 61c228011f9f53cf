import { URI, type FileSystemNode, type FileSystemProvider } from 'langium';
import { I_PASS } from '../libraries/i-pass.js';
import { RECOGNITION } from '../libraries/recognition.js';
import { TIDIER } from '../libraries/tidier.js';
import type { Bilingual } from '../text/bilingual.js';

/** A protocol that the language carries itself. */
export interface Library {
    /** behind `draaiboek:` in a `gebruik` */
    readonly name: string;
    readonly title: Bilingual;
    readonly text: string;
}

/** The scheme of the libraries, in a `gebruik` and in their URIs. */
export const LIBRARY_SCHEME = 'draaiboek';
const PREFIX = `${LIBRARY_SCHEME}:`;
const ENDING = '.draaiboek';

/** The libraries, by name. They are read when a protocol uses them, like any file. */
export const LIBRARIES: readonly Library[] = [
    {
        name: 'i-pass',
        title: {
            nl: 'De vijf onderdelen van een overdracht volgens I-PASS (Starmer e.a., 2014)',
            en: 'The five parts of a handover by I-PASS (Starmer et al., 2014)',
        },
        text: I_PASS,
    },
    {
        name: 'tidier',
        title: {
            nl: 'De twaalf onderdelen van een beschrijving volgens TIDieR (Hoffmann e.a., 2014)',
            en: 'The twelve items of a description by TIDieR (Hoffmann et al., 2014)',
        },
        text: TIDIER,
    },
    {
        name: 'erkenning',
        title: {
            nl: 'Wat de erkenning van interventies van een beschrijving vraagt, naar het werkblad',
            en: 'What the recognition of interventions asks of a description, after its form',
        },
        text: RECOGNITION,
    },
];

/** How a `gebruik` names a library. */
export function pathOfLibrary({ name }: Library): string {
    return PREFIX + name;
}

/** Whether a `gebruik` with this path asks for a library, there or not. */
export function namesLibrary(path: string): boolean {
    return path.startsWith(PREFIX);
}

/** The URI of the library of such a path; undefined where there cannot be one. */
export function libraryUri(path: string): URI | undefined {
    const name = path.slice(PREFIX.length).trim();
    return name === '' || name.includes('/')
        ? undefined
        : URI.from({ scheme: LIBRARY_SCHEME, path: `/${name}${ENDING}` });
}

/** The library that stands at a URI. */
export function libraryAt(uri: URI): Library | undefined {
    return uri.scheme === LIBRARY_SCHEME ? LIBRARIES.find(({ name }) => uri.path === `/${name}${ENDING}`) : undefined;
}

/** A file system that has the libraries besides its own files; they cannot be changed. */
export function withLibraries(files: FileSystemProvider): FileSystemProvider {
    const ours = ({ scheme }: URI) => scheme === LIBRARY_SCHEME;
    return {
        stat: async (uri) => (ours(uri) ? nodeOf(uri) : files.stat(uri)),
        statSync: (uri) => (ours(uri) ? nodeOf(uri) : files.statSync(uri)),
        exists: async (uri) => (ours(uri) ? libraryAt(uri) !== undefined : files.exists(uri)),
        existsSync: (uri) => (ours(uri) ? libraryAt(uri) !== undefined : files.existsSync(uri)),
        readBinary: async (uri) => (ours(uri) ? noBytes(uri) : files.readBinary(uri)),
        readBinarySync: (uri) => (ours(uri) ? noBytes(uri) : files.readBinarySync(uri)),
        readFile: async (uri) => (ours(uri) ? textOf(uri) : files.readFile(uri)),
        readFileSync: (uri) => (ours(uri) ? textOf(uri) : files.readFileSync(uri)),
        readDirectory: (uri) => files.readDirectory(uri),
        readDirectorySync: (uri) => files.readDirectorySync(uri),
    };
}

function textOf(uri: URI): string {
    const library = libraryAt(uri);
    if (!library) {
        throw new Error(`There is no library ${uri.toString()}.`);
    }
    return library.text;
}

function noBytes(uri: URI): never {
    throw new Error(`A library is text, and ${uri.toString()} has no bytes.`);
}

function nodeOf(uri: URI): FileSystemNode {
    textOf(uri);
    return { uri, isFile: true, isDirectory: false };
}
