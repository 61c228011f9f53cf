import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import type { GenerateOptions, Generator, OutputFile } from '../../../language/generate/generator.js';
import { relatedTo } from '../../../language/generate/related.js';
import type { FileModel, Protocol } from '../../../language/model/protocol.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { loadFiles, modelOf, parseText } from '../../../language/workspace.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A protocol with what a generator is given besides. */
export interface Case {
    readonly name: string;
    readonly protocol: Protocol;
    readonly options: GenerateOptions;
}

/** Every interventie in the examples, each folder read as one. */
export async function exampleCases(): Promise<readonly Case[]> {
    const services = createDraaiboekServices(NodeFileSystem);
    const examples = join(ROOT, 'examples');
    const folders = readdirSync(examples, { withFileTypes: true }).filter((e) => e.isDirectory());
    const files = folders.flatMap((folder) =>
        readdirSync(join(examples, folder.name))
            .filter((f) => f.endsWith('.draaiboek'))
            .map((f) => join(examples, folder.name, f)),
    );
    const documents = await loadFiles(services.Draaiboek, files.map((f) => URI.parse(pathToFileURL(f).href)));
    const models = documents.map((d) => modelOf(services.Draaiboek, d));
    return models.flatMap((file, i) => file.interventions.map((protocol) => caseOf(protocol, file, models, basename(files[i] ?? ''))));
}

/** Every interventie in one text. */
export async function casesOf(text: string): Promise<readonly Case[]> {
    const services = createDraaiboekServices();
    const document = await parseText(services.Draaiboek, text);
    const file = modelOf(services.Draaiboek, document);
    return file.interventions.map((protocol) => caseOf(protocol, file, [file], 'tekst'));
}

/** The only interventie in a text. */
export async function caseFrom(text: string): Promise<Case> {
    const [only, ...others] = await casesOf(text);
    if (!only || others.length > 0) {
        throw new Error('the text should hold exactly one interventie');
    }
    return only;
}

function caseOf(protocol: Protocol, file: FileModel, files: readonly FileModel[], folder: string): Case {
    return {
        name: `${folder} ${protocol.name}`,
        protocol,
        options: {
            settings: DEFAULT_SETTINGS,
            language: 'nl',
            file,
            related: relatedTo(protocol, files),
            forced: false,
            pathOf: (uri) => (uri.startsWith('file:') ? relative(ROOT, fileURLToPath(uri)) : uri.replace('memory:/', '')),
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
