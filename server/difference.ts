import { URI, type FileSystemProvider } from 'langium';
import { createDraaiboekServices, type DraaiboekServices } from '../language/draaiboek-module.js';
import { differenceBetween, type ComparedSide, type Difference } from '../language/diff/difference.js';
import { differenceMarkdown } from '../language/diff/markdown.js';
import { differencePictures } from '../language/diff/picture.js';
import { localSides, sideOf } from '../language/diff/sides.js';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import { loadFiles } from '../language/workspace.js';
import type { Connection } from 'vscode-languageserver';
import { whenRead } from './asking.js';
import { DIFFERENCE, type DifferenceAnswer, type DifferenceRequest } from './requests.js';

/** Answers what differs between a file, as it stands in the editor, and another file or an earlier version. */
export function answerDifferenceRequests(connection: Connection, services: DraaiboekLspServices): void {
    const differences = createDifferences(services);
    connection.onRequest(DIFFERENCE, (request: DifferenceRequest, token) =>
        whenRead(services, () => differences.answer(request), token),
    );
}

/** Reads both sides by themselves, one after the other, so that neither sees what only the other has. */
export function createDifferences(services: DraaiboekLspServices): {
    readonly answer: (request: DifferenceRequest) => Promise<DifferenceAnswer | undefined>;
} {
    let texts: ReadonlyMap<string, string> = new Map();
    let own: DraaiboekServices | undefined;
    const reader = (): DraaiboekServices =>
        (own ??= createDraaiboekServices({
            fileSystemProvider: () => asInEditor(services, () => texts),
            settings: services.settings,
        }).Draaiboek);

    const reading = async <T>(
        uri: string,
        earlier: ReadonlyMap<string, string>,
        read: (documents: Awaited<ReturnType<typeof loadFiles>>, services: DraaiboekServices) => T,
    ): Promise<T> => {
        texts = earlier;
        const language = reader();
        const { DocumentBuilder, LangiumDocuments } = language.shared.workspace;
        try {
            return read(await loadFiles(language, [URI.parse(uri)]), language);
        } finally {
            await DocumentBuilder.update([], LangiumDocuments.all.map((d) => d.uri).toArray());
        }
    };

    let last: Promise<unknown> = Promise.resolve();
    const answer = async ({ uri, other }: DifferenceRequest): Promise<DifferenceAnswer | undefined> => {
        const compared =
            other.kind === 'base' ? await reading(uri, NO_TEXTS, besideBase) : await besideOther(uri, other);
        const { language } = services.settings.settingsFor(uri);
        return (
            compared && {
                title: `${compared.shown.old} → ${compared.shown.new}`,
                markdown: differenceMarkdown(compared.difference, compared.shown, language, nameOf),
                pictures: differencePictures(compared.difference, {
                    language,
                    pathOf: (file) => file,
                    forced: false,
                    prefix: 'verschil:',
                    style: 'both',
                }).map(({ interventie, svg }) => ({ name: interventie, svg })),
            }
        );
    };

    const besideOther = async (uri: string, other: Exclude<DifferenceRequest['other'], { kind: 'base' }>) => {
        const earlier = new Map(other.kind === 'version' ? other.files.map((f) => [f.uri, f.text]) : []);
        const there = await reading(other.kind === 'version' ? uri : other.uri, earlier, sideOf);
        const here = await reading(uri, NO_TEXTS, sideOf);
        const shown =
            other.kind === 'version'
                ? { old: other.name, new: nameOf(uri) }
                : { old: nameOf(other.uri), new: nameOf(uri) };
        // what works out the other one is the later of the two, whichever is open
        return worksOut(there, here)
            ? { difference: differenceBetween(here, there), shown: { old: shown.new, new: shown.old } }
            : { difference: differenceBetween(there, here), shown };
    };

    return {
        // the reader has one side at a time
        answer: (request) => {
            const next = last.then(() => answer(request));
            last = next.catch(() => undefined);
            return next;
        },
    };
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

function besideBase(
    documents: Awaited<ReturnType<typeof loadFiles>>,
    services: DraaiboekServices,
): { difference: Difference; shown: { old: string; new: string } } | undefined {
    const sides = localSides(documents, services);
    const names = ({ files }: ComparedSide) => [...new Set(files.flatMap((f) => f.interventions.map((p) => p.name)))];
    return (
        sides && {
            difference: differenceBetween(sides.national, sides.local, sides.beside),
            shown: { old: names(sides.national).join(', '), new: names(sides.local).join(', ') },
        }
    );
}

/** Whether an interventie of one side works out one that only the other side has. */
function worksOut(one: ComparedSide, other: ComparedSide): boolean {
    const names = (side: ComparedSide) => new Set(side.files.flatMap((f) => f.interventions.map((p) => p.name)));
    const [here, there] = [names(one), names(other)];
    return one.files.some((f) =>
        f.interventions.some(
            ({ refines }) => refines !== undefined && there.has(refines.name) && !here.has(refines.name),
        ),
    );
}

function nameOf(uri: string): string {
    return URI.parse(uri).path.split('/').at(-1) ?? uri;
}

/** Files as they are in the editor, some of them as they were. */
function asInEditor({ shared }: DraaiboekLspServices, texts: () => ReadonlyMap<string, string>): FileSystemProvider {
    const { FileSystemProvider: files, TextDocuments } = shared.workspace;
    const known = (uri: URI) => texts().get(uri.toString()) ?? TextDocuments.get(uri)?.getText();
    return {
        stat: (uri) => files.stat(uri),
        statSync: (uri) => files.statSync(uri),
        exists: async (uri) => known(uri) !== undefined || (await files.exists(uri)),
        existsSync: (uri) => known(uri) !== undefined || files.existsSync(uri),
        readBinary: (uri) => files.readBinary(uri),
        readBinarySync: (uri) => files.readBinarySync(uri),
        readFile: async (uri) => known(uri) ?? (await files.readFile(uri)),
        readFileSync: (uri) => known(uri) ?? files.readFileSync(uri),
        readDirectory: (uri) => files.readDirectory(uri),
        readDirectorySync: (uri) => files.readDirectorySync(uri),
    };
}
