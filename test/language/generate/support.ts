import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { URI, type LangiumDocument } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import type { GenerateOptions, Generator, OutputFile } from '../../../language/generate/generator.js';
import { generatorById } from '../../../language/generate/registry.js';
import { relatedTo } from '../../../language/generate/related.js';
import type { ProtocolFile } from '../../../language/generated/ast.js';
import type { FileModel, Protocol } from '../../../language/model/protocol.js';
import { pathsFrom } from '../../../language/names/imports.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { loadFiles, modelOf, parseText } from '../../../language/workspace.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The documents that are written in Word too. */
export const DOCUMENT_KINDS = [
    'werkblad',
    'record',
    'handleiding',
    'rolkaarten',
    'overdrachtskaarten',
    'ouders',
    'matrices',
    'tidier',
    'gegevens',
    'plaatselijk',
];

/** A protocol with what a generator is given besides. */
export interface Case {
    readonly name: string;
    readonly protocol: Protocol;
    readonly options: GenerateOptions;
}

/** A folder of the examples: its files, and every interventie in them. */
export interface Folder {
    readonly folder: string;
    readonly documents: readonly LangiumDocument<ProtocolFile>[];
    readonly cases: readonly Case[];
}

/** The folders of the examples, each read as one. */
export async function exampleFolders(): Promise<readonly Folder[]> {
    const services = createDraaiboekServices(NodeFileSystem);
    const examples = join(ROOT, 'examples');
    const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.draaiboek'))
        .sort();
    const documents = await loadFiles(
        services.Draaiboek,
        files.map((f) => URI.parse(pathToFileURL(join(examples, f)).href)),
    );
    const models = documents.map((d) => modelOf(services.Draaiboek, d));
    const all = services.shared.workspace.LangiumDocuments.all.map((d) =>
        modelOf(services.Draaiboek, d as LangiumDocument<ProtocolFile>),
    );
    const read = all.toArray();
    return [...new Set(files.map((f) => dirname(f)))].map((folder) => {
        const inside = files.map((f) => dirname(f) === folder);
        return {
            folder,
            documents: documents.filter((_, i) => inside[i]),
            cases: models
                .filter((_, i) => inside[i])
                .flatMap((file) => file.interventions.map((protocol) => caseOf(protocol, file, read))),
        };
    });
}

/** Every interventie in the examples. */
export async function exampleCases(): Promise<readonly Case[]> {
    return (await exampleFolders()).flatMap((f) => f.cases);
}

/** Every interventie in one text. */
export async function casesOf(text: string): Promise<readonly Case[]> {
    const services = createDraaiboekServices();
    const document = await parseText(services.Draaiboek, text);
    const file = modelOf(services.Draaiboek, document);
    return file.interventions.map((protocol) => caseOf(protocol, file, [file]));
}

/** What an output makes of the only interventie in a text, with all of its files as one text. */
export async function outputOf(id: string, of: string) {
    const generator = generatorById(id);
    if (!generator) {
        throw new Error(`There is no output ${id}.`);
    }
    const { protocol, options } = await caseFrom(of);
    const { files, losses } = generator.generate(protocol, options);
    return { files, losses, text: files.map((f) => f.content).join('\n') };
}

/** The only interventie in a text. */
export async function caseFrom(text: string): Promise<Case> {
    const [only, ...others] = await casesOf(text);
    if (!only || others.length > 0) {
        throw new Error('the text should hold exactly one interventie');
    }
    return only;
}

function caseOf(protocol: Protocol, file: FileModel, files: readonly FileModel[]): Case {
    return {
        name: protocol.name,
        protocol,
        options: {
            settings: DEFAULT_SETTINGS,
            language: 'nl',
            file,
            related: relatedTo(protocol, files),
            forced: false,
            pathOf: pathsFrom(file.file),
        },
    };
}

/** The one text file that a generator makes. */
export function textOf(generator: Generator, { protocol, options }: Case, more: Partial<GenerateOptions> = {}): string {
    return content(generator.generate(protocol, { ...options, ...more }).files);
}

export function content(files: readonly OutputFile[]): string {
    const [only, ...others] = files;
    if (!only || others.length > 0 || typeof only.content !== 'string') {
        throw new Error('one text file was expected');
    }
    return only.content;
}
