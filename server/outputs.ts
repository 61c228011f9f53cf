import { DocumentState, URI, UriUtils, type FileSystemProvider, type LangiumDocument } from 'langium';
import { ProgressType, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { Generator } from '../language/generate/generator.js';
import {
    checksum,
    clashes,
    inTheWay,
    parseRecord,
    RECORD_FILE,
    recordAfter,
    recordText,
    whyNotReplaced,
    type FileRecord,
    type FolderRecord,
} from '../language/generate/output-record.js';
import type { RefusedValues } from '../language/generate/local/fill-in.js';
import { localWorks, refusedIn, type LocalWork } from '../language/generate/local/works.js';
import { GENERATORS } from '../language/generate/registry.js';
import { workIn, type InterventionWork } from '../language/generate/work.js';
import { pathsFrom } from '../language/names/imports.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { linkedDocuments, whenRead } from './asking.js';
import {
    GENERATE,
    OUTPUTS,
    type GenerateAnswer,
    type GenerateRequest,
    type OutputChoice,
    type OutputToWrite,
    type Progress,
} from './requests.js';

/** Answers which outputs there are, and makes them; to write them is for the client, which may reach other places. */
export function answerOutputRequests(connection: Connection, services: DraaiboekLspServices): void {
    const type = new ProgressType<Progress>();
    connection.onRequest(OUTPUTS, ({ uri }: { uri: string }) => choices(languageFor(uri, services)));
    connection.onRequest(GENERATE, (request: GenerateRequest, token: CancellationToken) =>
        whenRead(
            services,
            () =>
                generate(request, services, token, (progress) =>
                    request.progress === undefined
                        ? Promise.resolve()
                        : connection.sendProgress(type, request.progress, progress),
                ),
            token,
        ),
    );
}

/** The outputs that an editor can make: pictures of points need fonts that it does not carry, and the preview has them. */
const OFFERED: readonly Generator[] = GENERATORS.filter(({ needsPoints }) => needsPoints !== true);

export function choices(language: Language): OutputChoice[] {
    return OFFERED.map(({ id, title, summary }) => ({ id, title: title[language], summary: summary[language] }));
}

function languageFor(uri: string, { settings }: DraaiboekLspServices): Language {
    return settings.settingsFor(uri).language;
}

interface Made {
    readonly path: string;
    readonly content: string | Uint8Array;
    readonly source: URI;
}

/**
 * Makes outputs from files and says which of them to write, or why none may be.
 *
 * @returns undefined where it was withdrawn
 */
export async function generate(
    request: GenerateRequest,
    services: DraaiboekLspServices,
    token: CancellationToken,
    tell: (progress: Progress) => Promise<void>,
): Promise<GenerateAnswer | undefined> {
    const wanted = request.uris.map((uri) => URI.parse(uri).toString());
    const files = linkedDocuments(services)
        .filter(({ uri, state }) => wanted.includes(uri.toString()) && state >= DocumentState.Linked)
        .map((document) => ({ document }));
    const language = languageFor(request.uris[0] ?? request.folder, services);
    const works = workIn(files, services);
    const chosen = OFFERED.filter(({ id }) => request.to.includes(id));
    const { local, problems } = chosen.some((g) => g.refusesOnError)
        ? await localWorks(works, services)
        : { local: new Map<(typeof works)[number], LocalWork>(), problems: [] };
    const refusedValues = chosen.some((g) => g.comparesLocals) ? await refusedIn(works, services, local) : undefined;
    const made: Made[] = [];
    const notes = problems.map((problem) => problem[language]);
    let done = 0;
    for (const work of works) {
        for (const generator of chosen) {
            await tell({
                done: done++,
                total: works.length * chosen.length,
                what: `${work.protocol.name}: ${generator.id}`,
            });
            // lets the client withdraw
            await new Promise((resolve) => setTimeout(resolve));
            if (token.isCancellationRequested) {
                return undefined;
            }
            make(
                work,
                generator.refusesOnError ? local.get(work) : undefined,
                refusedValues,
                generator,
                services,
                language,
                made,
                notes,
            );
        }
    }
    return { ...(await planned(made, URI.parse(request.folder), services, language)), notes };
}

/** Makes one output. One that refuses, or fails by a mistake of ours, does not take the others along. */
function make(
    work: InterventionWork & { readonly file: { readonly document: LangiumDocument<ProtocolFile> } },
    local: LocalWork | undefined,
    refusedValues: RefusedValues | undefined,
    generator: Generator,
    services: DraaiboekLspServices,
    language: Language,
    made: Made[],
    notes: string[],
): void {
    const { protocol, model, related, errors, unread, folder, file } = { ...work, ...local?.work };
    const settings = services.settings.settingsFor(model.file);
    const note = ({ nl, en }: Bilingual) => notes.push({ nl, en }[language]);
    if (generator.refusesOnError && errors > 0) {
        note({
            nl: `${generator.id} van ${protocol.name} is niet gemaakt: er ${errors === 1 ? 'staat een fout' : `staan ${String(errors)} fouten`} in de tekst.`,
            en: `${generator.id} of ${protocol.name} was not made: the text has ${errors === 1 ? 'an error' : `${String(errors)} errors`}.`,
        });
        return;
    }
    try {
        const output = generator.generate(protocol, {
            settings,
            language: settings.language,
            file: model,
            related,
            forced: errors > 0,
            unread,
            ...(local && { filledIn: local.filledIn }),
            ...(refusedValues && { refusedValues }),
            pathOf: pathsFrom(model.file),
        });
        made.push(
            ...output.files.map(({ path, content }) => ({
                path: `${folder}/${path}`,
                content,
                source: file.document.uri,
            })),
        );
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        note({
            nl: `${generator.id} van ${protocol.name} is niet gemaakt door een fout in Draaiboek: ${reason}`,
            en: `${generator.id} of ${protocol.name} was not made because of a fault in Draaiboek: ${reason}`,
        });
    }
}

const OTHER_FOLDER: Bilingual = { nl: 'Kies een andere map.', en: 'Choose another folder.' };

/** What of the files to write, with the record before and after; or, where something stands in the way, why none. */
async function planned(
    made: readonly Made[],
    folder: URI,
    services: DraaiboekLspServices,
    language: Language,
): Promise<Omit<GenerateAnswer, 'notes'>> {
    const files = services.shared.workspace.FileSystemProvider;
    const record = await recordIn(folder, files);
    if (!record) {
        const told = inTheWay(
            [
                {
                    nl: `${RECORD_FILE} is niet te lezen; daarin staat wat Draaiboek eerder maakte.`,
                    en: `${RECORD_FILE} cannot be understood; it says what Draaiboek made before.`,
                },
            ],
            OTHER_FOLDER,
        );
        return { refused: told[language], files: [], count: 0 };
    }
    const obstacles = clashes(made);
    const records = new Map<string, FileRecord>();
    const toWrite: OutputToWrite[] = [];
    for (const { path, content, source } of made) {
        const wanted = checksum(content);
        records.set(path, { sha256: wanted, from: UriUtils.relative(folder, source) });
        const bytes = await read(UriUtils.joinPath(folder, path), files);
        const current = bytes && checksum(bytes);
        if (current !== wanted) {
            toWrite.push({ path, ...encoded(content) });
        }
        const other = current === undefined ? undefined : await otherSource(path, record, folder, source, files);
        const obstacle =
            current === undefined
                ? undefined
                : whyNotReplaced(path, record, { current, wanted, shown: path, other: () => other });
        if (obstacle) {
            obstacles.push(obstacle);
        }
    }
    if (obstacles.length > 0) {
        return { refused: inTheWay(obstacles, OTHER_FOLDER)[language], files: [], count: 0 };
    }
    return {
        files: toWrite,
        count: made.length,
        record: {
            path: RECORD_FILE,
            // said beforehand, so that after an interruption the next run knows its own files
            before: recordText(recordAfter(record, records, new Set())),
            after: recordText(recordAfter(record, records, new Set(records.keys()))),
        },
    };
}

/** Another protocol that a file was made from, where that is still there. */
async function otherSource(
    path: string,
    record: FolderRecord,
    folder: URI,
    source: URI,
    files: FileSystemProvider,
): Promise<string | undefined> {
    const from = (record.files[path] ?? record.pending?.[path])?.from;
    if (from === undefined) {
        return undefined;
    }
    const other = UriUtils.joinPath(folder, from);
    return !UriUtils.equals(other, source) && (await files.exists(other)) ? UriUtils.basename(other) : undefined;
}

/** The record of a folder; an empty one where there is none, undefined where it cannot be understood. */
async function recordIn(folder: URI, files: FileSystemProvider): Promise<FolderRecord | undefined> {
    const bytes = await read(UriUtils.joinPath(folder, RECORD_FILE), files);
    return bytes ? parseRecord(new TextDecoder().decode(bytes)) : { version: 1, files: {} };
}

async function read(uri: URI, files: FileSystemProvider): Promise<Uint8Array | undefined> {
    return (await files.exists(uri)) ? files.readBinary(uri) : undefined;
}

function encoded(content: string | Uint8Array): Pick<OutputToWrite, 'text' | 'base64'> {
    if (typeof content === 'string') {
        return { text: content };
    }
    let binary = '';
    for (const byte of content) {
        binary += String.fromCharCode(byte);
    }
    return { base64: btoa(binary) };
}
