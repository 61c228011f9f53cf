import { DocumentState, URI, type LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { Generator, Output } from '../language/generate/generator.js';
import { htmlGenerator } from '../language/generate/html/generator.js';
import { relatedTo } from '../language/generate/related.js';
import { svgGenerator } from '../language/generate/svg/generator.js';
import type { Protocol } from '../language/model/protocol.js';
import { hasUnread } from '../language/model/unread.js';
import { modelOf, modelsAround } from '../language/workspace.js';
import { PREVIEW, type Preview, type PreviewKind, type PreviewRequest } from './requests.js';

const GENERATORS: Readonly<Record<PreviewKind, Generator>> = { document: htmlGenerator, diagram: svgGenerator };

/** Answers what a protocol looks like, by the outputs that the tool writes too. */
export function answerPreviewRequests(connection: Connection, services: DraaiboekLspServices): void {
    const { LangiumDocuments, WorkspaceLock, WorkspaceManager } = services.shared.workspace;
    connection.onRequest(PREVIEW, async (request: PreviewRequest): Promise<Preview | undefined> => {
        await WorkspaceManager.ready;
        // behind the changes of the text that came before the question
        return WorkspaceLock.read(() => {
            const document = LangiumDocuments.getDocument(URI.parse(request.uri));
            return document && document.state >= DocumentState.Linked
                ? previewOf(document as LangiumDocument<ProtocolFile>, request, services)
                : undefined;
        });
    });
}

/** The preview of an interventie in a linked document; undefined where the document has none. */
export function previewOf(
    document: LangiumDocument<ProtocolFile>,
    { kind, line }: Pick<PreviewRequest, 'kind' | 'line'>,
    services: DraaiboekLspServices,
): Preview | undefined {
    const file = modelOf(services, document);
    const protocol = interventionAt(file.interventions, line);
    if (!protocol) {
        return undefined;
    }
    const settings = services.settings.settingsFor(file.file);
    const output = GENERATORS[kind].generate(protocol, {
        settings,
        language: settings.language,
        file,
        related: relatedTo(protocol, modelsAround(document, services)),
        forced: false,
        unread: hasUnread(document.parseResult),
        pathOf: (uri) => uri,
    });
    return {
        kind,
        name: protocol.name,
        title: protocol.title ?? protocol.name,
        html: output.files.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n'),
        places: placesOf(output),
    };
}

/** The interventie around a line, or else the last one above it, or else the first. */
function interventionAt(interventions: readonly Protocol[], line: number): Protocol | undefined {
    return interventions.findLast(({ at }) => at.range.start.line <= line) ?? interventions[0];
}

function placesOf({ trace }: Output): Preview['places'] {
    return trace.map(({ id, at: { file, range } }) => ({
        id,
        uri: file,
        line: range.start.line,
        character: range.start.character,
        endLine: range.end.line,
    }));
}
